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

static void compare_title(struct check *check, const struct subject *s, struct str wanted,
                          struct str confidence)
{
    if (!s->title.n)
        return; /* said by another rule */
    enum title_match match = title_match(s->title, wanted);
    if (match >= TITLE_SHORT)
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

void check_national_titles(struct check *check)
{
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct subject *s = &check->groups.at[i];
        if (s->national_group && !s->near)
            compare_title(check, s, s->national_group->title, STR(""));
    }
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (s->national && !s->proposal.n && !s->code.suffix.n && !has_owner(s))
            compare_title(check, s, s->national->title, s->national->confidence);
    }
}

/* ---- items that are not there ---- */

/* Without a code a title one character off is the only trace of the national item
 * (认定, 核定), and enough not to call it missing. */
static void mark_similar(const struct check *check, struct str title, bool *present)
{
    for (size_t i = 0; i < check->scheme->items.n; i++)
        if (!present[i] &&
            title_match(title, check->scheme->items.at[i].title) == TITLE_TYPO)
            present[i] = true;
}

/* One mark an item of the scheme: whether the catalog has it. */
static bool *present_items(struct check *check)
{
    const struct scheme *scheme = check->scheme;
    bool *present = arena_array(check->arena, scheme->items.n, sizeof *present);
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (s->national)
            present[s->national - scheme->items.at] = true;
        if (s->named && (s->code.form == CODE_EMPTY || s->named_match >= TITLE_SPLIT))
            present[s->named - scheme->items.at] = true;
        else if (!s->named && s->code.form == CODE_EMPTY)
            mark_similar(check, s->title, present);
    }
    return present;
}

/* A main item without sub-items is there when the catalog has it split into some. */
static bool split_here(const struct check *check, const struct scheme_item *item)
{
    struct code c = code_parse(item->code);
    if (c.sub_kind != SUB_ALONE)
        return false;
    for (size_t i = 0; i < check->items.n; i++)
        if (code_same_main(check->items.at[i].base, item->code))
            return true;
    return false;
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
            if (present[i] || split_here(check, item))
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

static void compare_limit(struct check *check, const struct subject *s)
{
    const struct limit *own = &s->item->limit, *wanted = &s->national->limit;
    if (!own->n || !wanted->n || !limit_known(own) || limit_compare(own, wanted) <= 0)
        return;
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
        if (s->national && !has_owner(s))
            compare_limit(check, s);
    }
}
