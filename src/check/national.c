#include "check/national.h"

#include "catalog/fields.h"
#include "catalog/place.h"

void check_scheme(struct check *check)
{
    const struct catalog *c = check->catalog;
    struct pos at = place_attribute(&c->source, c->at, STR("scheme"));
    if (!c->scheme.n)
        diag_at(check->diag, at, DIAG_SCHEME_OFF);
    else if (!check->scheme)
        diag_at(check->diag, at, DIAG_SCHEME_UNREAD, STR_ARG(c->scheme));
}

/* ---- titles ---- */

/* An empty title is said by another rule. */
static bool differs(const struct subject *s, struct str wanted)
{
    return s->title.n && title_match(s->title, wanted) < TITLE_SHORT;
}

static void compare_title(struct check *check, const struct subject *s, struct str wanted,
                          struct str confidence)
{
    if (!differs(s, wanted))
        return;
    struct finding f = {.code = DIAG_NATIONAL_TITLE,
                        .item = s->text,
                        .key = s->key,
                        .field = STR("title"),
                        .expected = wanted,
                        .basis = subject_basis(check, confidence)};
    if (s->item)
        f.at = place_field(&check->catalog->source, s->item, FIELD_TITLE);
    else
        f.at = place_element(&check->catalog->source, s->group->title->at);
    diag_find(check->diag, &f, STR_ARG(s->text), STR_ARG(s->title));
}

/* True when the title is that of another national item: then the code is in question. */
static bool has_owner(const struct subject *s)
{
    return s->named && s->named != s->national && s->named_match >= TITLE_SPLIT;
}

bool national_renamed(const struct subject *s)
{
    return s->national && !s->proposal.n && !s->code.suffix.n && !has_owner(s) &&
           differs(s, s->national->title);
}

void check_national_titles(struct check *check)
{
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct subject *s = &check->groups.at[i];
        if (s->national_group && !s->near)
            compare_title(check, s, s->national_group->title, STR(""));
    }
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (national_renamed(s))
            compare_title(check, s, s->national->title, s->national->confidence);
    }
}

/* ---- items that are not there ---- */

/* Without a code a title one character off is the only trace of the national item
 * (认定, 核定), and enough not to call it missing. */
static bool mark_similar(const struct check *check, struct str title, bool *present)
{
    bool any = false;
    for (size_t i = 0; i < check->scheme->items.n; i++)
        if (title_match(title, check->scheme->items.at[i].title) == TITLE_TYPO)
            any = present[i] = true;
    return any;
}

/* A main item without sub-items is there when the catalog has it split into some. */
static bool mark_split(const struct check *check, const struct subject *s, bool *present)
{
    bool any = false;
    for (size_t i = 0; i < check->scheme->items.n; i++) {
        const struct scheme_item *item = &check->scheme->items.at[i];
        if (code_same_main(s->base, item->code) &&
            code_parse(item->code).sub_kind == SUB_ALONE)
            any = present[i] = true;
    }
    return any;
}

bool national_mark(const struct check *check, const struct subject *s, bool *present)
{
    const struct scheme_item *first = check->scheme->items.at;
    bool any = s->national;
    if (s->national)
        present[s->national - first] = true;
    if (s->named && (s->code.form == CODE_EMPTY || s->named_match >= TITLE_SPLIT))
        any = present[s->named - first] = true;
    else if (!s->named && s->code.form == CODE_EMPTY)
        any |= mark_similar(check, s->title, present);
    return mark_split(check, s, present) || any;
}

/* One mark an item of the scheme: whether the catalog has it. */
static bool *present_items(struct check *check)
{
    bool *present = arena_array(check->arena, check->scheme->items.n, sizeof *present);
    for (size_t i = 0; i < check->items.n; i++)
        national_mark(check, &check->items.at[i], present);
    return present;
}

/* The group of the catalog with this code, or NULL. */
static const struct subject *local_group(const struct check *check,
                                         const struct scheme_group *group)
{
    for (size_t i = 0; i < check->groups.n; i++)
        if (check->groups.at[i].national_group == group)
            return &check->groups.at[i];
    return NULL;
}

static void tell_missing(struct check *check, const struct scheme_group *group,
                         struct str list, size_t count)
{
    const struct subject *here = local_group(check, group);
    struct finding f = {.code = DIAG_NATIONAL_MISSING,
                        .item = group->code,
                        .field = STR("code"),
                        .basis = subject_basis(check, STR(""))};
    f.at = here ? subject_code_place(check, here)
                : place_element(&check->catalog->source, check->catalog->title_at);
    diag_find(check->diag, &f, STR_ARG(group->title), STR_ARG(group->code), count,
              STR_ARG(list));
}

void check_national_missing(struct check *check)
{
    const struct scheme *scheme = check->scheme;
    const bool *present = present_items(check);
    for (size_t g = 0; g < scheme->groups.n; g++) {
        const struct scheme_group *group = &scheme->groups.at[g];
        struct buf list = {0};
        size_t count = 0;
        for (size_t i = group->first; i < group->first + group->n; i++) {
            const struct scheme_item *item = &scheme->items.at[i];
            if (present[i])
                continue;
            buf_printf(&list, "%s%.*s（%.*s）", count++ ? "、" : "", STR_ARG(item->title),
                       STR_ARG(item->code));
        }
        if (count)
            tell_missing(check, group, buf_str(&list), count);
        buf_drop(&list);
    }
}

/* ---- limits ---- */

bool national_longer(const struct subject *s)
{
    if (!s->national || has_owner(s))
        return false;
    const struct limit *own = &s->item->limit, *wanted = &s->national->limit;
    return own->n && wanted->n && limit_known(own) && limit_compare(own, wanted) > 0;
}

static void tell_longer(struct check *check, const struct subject *s)
{
    struct str text = field_text(item_field(s->item, FIELD_LIMIT));
    struct finding f = {.code = DIAG_NATIONAL_LIMIT,
                        .at = place_field(&check->catalog->source, s->item, FIELD_LIMIT),
                        .item = s->text,
                        .key = s->key,
                        .field = STR("limit"),
                        .expected = s->national->limit_text,
                        .basis = subject_basis(check, s->national->confidence)};
    diag_find(check->diag, &f, STR_ARG(s->title), STR_ARG(text),
              STR_ARG(s->national->limit_text));
}

void check_national_limits(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (national_longer(s))
            tell_longer(check, s);
    }
}

/* ---- places in the list ---- */

bool national_moved(const struct check *check, const struct subject *s)
{
    const struct scheme_group *group = subject_group(check, s)->national_group;
    return s->national && group && !has_owner(s) &&
           group != &check->scheme->groups.at[s->national->group];
}
