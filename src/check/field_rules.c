/* Rules about the fields of items and the headings of groups. */
#include "check/rules.h"

#include "catalog/fields.h"
#include "catalog/limit.h"
#include "catalog/place.h"

enum { NAMED_MOST = 5 }; /* more items than this with one gap are told in one message */

/* What each kind must have. The ten of a guide are the headings of the published guides;
 * a title is asked for apart, of every item. */
static const struct {
    enum catalog_kind kind;
    enum field_id fields[10];
    size_t n;
} required[] = {
    {KIND_GUIDE,
     {FIELD_AGENCY, FIELD_AUDIENCE, FIELD_CHANNELS, FIELD_PROCESS, FIELD_MATERIALS,
      FIELD_LIMIT, FIELD_INQUIRY, FIELD_SUPERVISION, FIELD_EVALUATION},
     9},
    {KIND_LIST, {FIELD_MATERIALS, FIELD_LIMIT, FIELD_STEPS}, 3},
    {KIND_DISCLOSURE,
     {FIELD_ELEMENTS, FIELD_BASIS, FIELD_DEADLINE, FIELD_BODY, FIELD_PUBLICATION},
     5},
};

static struct pos item_place(const struct check *check, const struct subject *s)
{
    return place_element(&check->catalog->source, s->at);
}

/* How messages name an item: its title, else its code, else its number
 * or what it is. */
static struct str name_of(const struct subject *s)
{
    if (s->title.n)
        return s->title;
    if (s->text.n)
        return s->text;
    return s->item->seq.n ? s->item->seq : STR("没有名称的事项");
}

/* Steps stand in their own field or are those of the process. */
static bool has_field(const struct item *item, enum field_id id)
{
    if (!field_empty(item_field(item, id)))
        return true;
    return id == FIELD_STEPS && !field_empty(item_field(item, FIELD_PROCESS));
}

/* With services below it, an item has what all of them have. */
static bool lacks(const struct item *item, enum field_id id)
{
    if (has_field(item, id))
        return false;
    for (size_t i = 0; i < item->services.n; i++)
        if (!has_field(&item->services.at[i], id))
            return true;
    return item->services.n == 0;
}

static void tell_one(struct check *check, const struct subject *s, enum field_id id)
{
    const struct field_row *row = field_row(id);
    struct finding f = {.code = DIAG_FIELD_MISSING,
                        .at = item_place(check, s),
                        .item = s->text,
                        .field = str_of(row->name)};
    diag_find(check->diag, &f, STR_ARG(name_of(s)), row->label);
}

static void tell_many(struct check *check, enum field_id id, size_t count,
                      struct str list)
{
    const struct field_row *row = field_row(id);
    bool all = count == check->items.n;
    struct finding f = {
        .code = all ? DIAG_FIELD_MISSING_ALL : DIAG_FIELD_MISSING_MANY,
        .at = place_element(&check->catalog->source, check->catalog->title_at),
        .field = str_of(row->name)};
    if (all)
        diag_find(check->diag, &f, count, row->label);
    else
        diag_find(check->diag, &f, count, row->label, STR_ARG(list));
}

static void check_field(struct check *check, enum field_id id)
{
    struct buf list = {0};
    size_t count = 0;
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (lacks(s->item, id))
            buf_printf(&list, "%s%.*s", count++ ? "、" : "", STR_ARG(name_of(s)));
    }
    if (count > NAMED_MOST || (count > 1 && count == check->items.n))
        tell_many(check, id, count, buf_str(&list));
    else
        for (size_t i = 0; i < check->items.n && count; i++)
            if (lacks(check->items.at[i].item, id))
                tell_one(check, &check->items.at[i], id);
    buf_drop(&list);
}

/* ---- headings ---- */

/* The common main item of a group's items in the scheme: the heading that is missing. */
static const struct scheme_group *heading_of(const struct check *check,
                                             const struct group *group)
{
    const struct scheme_group *found = NULL;
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (s->group != group || !s->national)
            continue;
        const struct scheme_group *g = &check->scheme->groups.at[s->national->group];
        if (found && found != g)
            return NULL;
        found = g;
    }
    return found;
}

static void check_heading(struct check *check, const struct subject *s, bool codes)
{
    bool title = !s->title.n, code = codes && !s->text.n;
    if (!title && !code)
        return;
    struct finding f = {.code = DIAG_GROUP_HEADING,
                        .at = item_place(check, s),
                        .item = s->text,
                        .field = title ? STR("title") : STR("code")};
    const struct scheme_group *g = heading_of(check, s->group);
    if (g) {
        f.expected =
            str_print(check->arena, "%.*s（%.*s）", STR_ARG(g->title), STR_ARG(g->code));
        f.basis = subject_basis(check, STR(""));
    }
    diag_find(check->diag, &f, title && code ? "名称和编码" : title ? "名称" : "编码");
}

/* A code is missed only where other groups have one. */
static void check_headings(struct check *check)
{
    bool codes = false;
    for (size_t i = 0; i < check->groups.n; i++)
        codes = codes || check->groups.at[i].text.n;
    for (size_t i = 0; i < check->groups.n; i++)
        check_heading(check, &check->groups.at[i], codes);
}

static void check_titles(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (s->title.n)
            continue;
        struct finding f = {.code = DIAG_TITLE_MISSING,
                            .at = item_place(check, s),
                            .item = s->text,
                            .field = STR("title")};
        if (s->national) {
            f.expected = s->national->title;
            f.basis = subject_basis(check, s->national->confidence);
        }
        diag_find(check->diag, &f);
    }
}

static bool has_levels(const struct item *item)
{
    for (size_t i = 0; i < item->levels.n; i++)
        if (!field_empty(&item->levels.at[i].field) || item->levels.at[i].field.ref.n)
            return true;
    for (size_t i = 0; i < item->services.n; i++)
        if (has_levels(&item->services.at[i]))
            return true;
    return false;
}

static void check_levels(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (has_levels(s->item))
            continue;
        struct finding f = {.code = DIAG_LEVELS_EMPTY,
                            .at = item_place(check, s),
                            .item = s->text,
                            .field = STR("levels")};
        diag_find(check->diag, &f, STR_ARG(name_of(s)));
    }
}

void rule_field_missing(struct check *check)
{
    bool wanted[FIELD_COUNT] = {false};
    for (size_t k = 0; k < sizeof required / sizeof *required; k++)
        for (size_t i = 0; check->catalog->kinds[required[k].kind] && i < required[k].n;
             i++)
            wanted[required[k].fields[i]] = true;
    check_headings(check);
    check_titles(check);
    for (int id = 0; id < FIELD_COUNT; id++)
        if (wanted[id])
            check_field(check, (enum field_id)id);
    if (check->catalog->kinds[KIND_LEVELS])
        check_levels(check);
}

/* ---- limits ---- */

/* A text shared by many rows is told once, where it stands first. */
static void check_limit(struct check *check, const struct item *item, struct str code,
                        const struct field **told)
{
    const struct field *field = item_field(item, FIELD_LIMIT);
    if (!item->limit.n || limit_known(&item->limit) || field == *told)
        return;
    *told = field;
    struct finding f = {.code = DIAG_LIMIT_UNKNOWN,
                        .at = place_field(&check->catalog->source, item, FIELD_LIMIT),
                        .item = code,
                        .field = STR("limit")};
    diag_find(check->diag, &f, STR_ARG(field_text(field)));
}

void rule_limit_unknown(struct check *check)
{
    const struct field *told = NULL;
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        check_limit(check, s->item, s->text, &told);
        for (size_t k = 0; k < s->item->services.n; k++)
            check_limit(check, &s->item->services.at[k], s->text, &told);
    }
}
