#include "check/completeness.h"

#include "catalog/fields.h"
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

/* A cell merged sideways stands for its neighbours too: 医院办结 over limit and steps. The
 * columns of a list are in the order of the fields. */
static bool covered(const struct item *item, enum field_id id)
{
    for (enum field_id left = id; left-- > 0;) {
        const struct field *own = item->own[left];
        if (own && own->span > (size_t)(id - left) && !field_empty(field_shown(own)))
            return true;
    }
    return false;
}

/* Steps stand in their own field or are those of the process. */
static bool has_field(const struct item *item, enum field_id id)
{
    if (!field_empty(item_field(item, id)) || covered(item, id))
        return true;
    return id == FIELD_STEPS && !field_empty(item_field(item, FIELD_PROCESS));
}

/* What lacks a field: an item, or one of its services when others have it. */
struct gap {
    struct str name;               /* as messages call it */
    const struct subject *subject; /* the item */
    size_t at;
};
struct gaps {
    struct gap *at;
    size_t n, cap;
    size_t items; /* how many of them are items */
};

static struct str service_name(const struct item *service)
{
    struct str title = field_text(item_field(service, FIELD_TITLE));
    if (title.n)
        return title;
    return service->seq.n ? service->seq : STR("没有名称的业务办理项");
}

/* A field stands on the item for all its services, or on each of them. */
static void find_gaps(struct check *check, const struct subject *s, enum field_id id,
                      struct gaps *gaps)
{
    const struct items *services = &s->item->services;
    size_t lacking = 0;
    if (has_field(s->item, id))
        return;
    for (size_t i = 0; i < services->n; i++)
        lacking += !has_field(&services->at[i], id);
    if (lacking == services->n) {
        *vec_push(check->arena, gaps) = (struct gap){name_of(s), s, s->at};
        gaps->items++;
        return;
    }
    for (size_t i = 0; i < services->n; i++) {
        const struct item *service = &services->at[i];
        if (!has_field(service, id))
            *vec_push(check->arena, gaps) =
                (struct gap){service_name(service), s, service->at};
    }
}

static void tell_one(struct check *check, const struct gap *gap, enum field_id id)
{
    const struct field_row *row = field_row(id);
    struct finding f = {.code = DIAG_FIELD_MISSING,
                        .at = place_element(&check->catalog->source, gap->at),
                        .item = gap->subject->text,
                        .key = gap->subject->key,
                        .field = str_of(row->name)};
    diag_find(check->diag, &f, STR_ARG(gap->name), row->label);
}

static void tell_many(struct check *check, const struct gaps *gaps, enum field_id id,
                      bool all)
{
    const struct field_row *row = field_row(id);
    struct finding f = {
        .code = all ? DIAG_FIELD_MISSING_ALL : DIAG_FIELD_MISSING_MANY,
        .at = place_element(&check->catalog->source, check->catalog->title_at),
        .field = str_of(row->name)};
    struct buf list = {0};
    for (size_t i = 0; i < gaps->n; i++)
        buf_printf(&list, "%s%.*s", i ? "、" : "", STR_ARG(gaps->at[i].name));
    if (all)
        diag_find(check->diag, &f, gaps->n, row->label);
    else
        diag_find(check->diag, &f, gaps->n, row->label, STR_ARG(buf_str(&list)));
    buf_drop(&list);
}

static void check_field(struct check *check, enum field_id id)
{
    struct gaps gaps = {0};
    for (size_t i = 0; i < check->items.n; i++)
        find_gaps(check, &check->items.at[i], id, &gaps);
    bool all = gaps.n > 1 && gaps.n == gaps.items && gaps.n == check->items.n;
    if (gaps.n > NAMED_MOST || all)
        tell_many(check, &gaps, id, all);
    else
        for (size_t i = 0; i < gaps.n; i++)
            tell_one(check, &gaps.at[i], id);
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
                        .key = s->key,
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
                            .key = s->key,
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
                            .key = s->key,
                            .field = STR("levels")};
        diag_find(check->diag, &f, STR_ARG(name_of(s)));
    }
}

void check_fields(struct check *check)
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
