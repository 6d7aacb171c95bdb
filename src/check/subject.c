#include "check/subject.h"

#include "catalog/fields.h"
#include "catalog/place.h"

enum { BASIC = 12 };

/* One code of the scheme with its title: of a group or of an item. */
struct known {
    struct str code, title;
};
struct known_list {
    struct known *at;
    size_t n, cap;
};

static struct known_list known_items(struct check *check)
{
    struct known_list list = {0};
    for (size_t i = 0; check->scheme && i < check->scheme->items.n; i++) {
        const struct scheme_item *item = &check->scheme->items.at[i];
        *vec_push(check->arena, &list) = (struct known){item->code, item->title};
    }
    return list;
}

static struct known_list known_groups(struct check *check)
{
    struct known_list list = {0};
    for (size_t i = 0; check->scheme && i < check->scheme->groups.n; i++) {
        const struct scheme_group *group = &check->scheme->groups.at[i];
        *vec_push(check->arena, &list) = (struct known){group->code, group->title};
    }
    return list;
}

static bool is_known(const struct known_list *list, struct str code)
{
    for (size_t i = 0; i < list->n; i++)
        if (str_eq(list->at[i].code, code))
            return true;
    return false;
}

/* A code without its local suffix: the dash must stand where a basic code ends, give or
 * take the mistake in it. */
static size_t suffix_at(struct str code)
{
    size_t dash = str_find(code, STR("-"));
    return dash != STR_NONE && dash + 1 >= BASIC && dash <= BASIC + 1 ? dash : code.n;
}

/* The known code at most one edit from `base` whose title is the nearest; with `same` only
 * one with the same title counts, else also a single one whatever its title. NULL: none. */
static const struct known *nearest(const struct known_list *list, struct str base,
                                   struct str title, bool same)
{
    const struct known *best = NULL;
    enum title_match match = TITLE_DIFFERENT;
    size_t equal = 0;
    for (size_t i = 0; i < list->n; i++) {
        const struct known *k = &list->at[i];
        if (str_distance(base, k->code, 1) > 1)
            continue;
        enum title_match m = title_match(title, k->title);
        if (same && m != TITLE_SAME)
            continue;
        if (best && m < match)
            continue;
        equal = best && m == match ? equal + 1 : 1;
        best = k;
        match = m;
    }
    return equal == 1 ? best : NULL;
}

static struct str joined(const struct check *check, struct str base, struct str suffix)
{
    return str_print(check->arena, "%.*s%.*s", STR_ARG(base), STR_ARG(suffix));
}

/* A code whose directory is wrong under a group with a good one: the group's directory. */
static struct str by_group(const struct check *check, const struct code *c,
                           const struct subject *group)
{
    if (c->fault != CODE_DIRECTORY || !group || group->base.n != BASIC ||
        !str_eq(str_slice(group->base, 2, 9), str_slice(c->base, 2, 9)))
        return STR("");
    return str_print(check->arena, "%.*s%.*s%.*s", STR_ARG(str_slice(group->base, 0, 2)),
                     STR_ARG(str_from(c->base, 2)), STR_ARG(c->suffix));
}

/* The known code with this very title, when the published one is one slip from it; with
 * the suffix of the published one. "" for none. */
static struct str by_title(const struct check *check, const struct subject *s,
                           const struct known_list *list)
{
    const struct known *k = nearest(list, s->text, s->title, true);
    if (k)
        return k->code;
    size_t dash = suffix_at(s->text);
    k = nearest(list, str_slice(s->text, 0, dash), s->title, true);
    return k ? joined(check, k->code, str_from(s->text, dash)) : STR("");
}

/* What a malformed code was meant to be. */
static struct str mend(const struct check *check, const struct subject *s,
                       const struct subject *group, const struct known_list *list)
{
    struct str mended = code_mended(check->arena, s->text);
    struct code c = code_parse(mended);
    bool changed = !str_eq(mended, s->text);
    struct str titled = by_title(check, s, list);
    if (titled.n)
        return titled; /* an l may stand for a 4 as well as for a 1: the title knows */
    if (c.form != CODE_MALFORMED && (!list->n || is_known(list, c.base)))
        return changed ? mended : STR("");
    size_t dash = suffix_at(mended);
    const struct known *k =
        nearest(list, str_slice(mended, 0, dash), s->title, c.form != CODE_MALFORMED);
    if (k)
        return joined(check, k->code, str_from(mended, dash));
    if (c.form != CODE_MALFORMED)
        return changed ? mended : STR("");
    return by_group(check, &c, group);
}

/* True when the directory is the catalog's own province: then its codes are its own. */
static bool own_directory(const struct check *check, const struct code *c)
{
    return c->form == CODE_BASIC && !str_eq(c->directory, STR("00")) &&
           str_starts(check->catalog->region_code, c->directory);
}

/* A main item without sub-items that the catalog has split into some: 002036005001 under
 * 00203600500Y, where the list has 002036005000. Neither code is a slip. */
static bool splits_main(const struct subject *s, const struct subject *group,
                        struct str known)
{
    if (s->code.form != CODE_BASIC || !code_same_main(s->base, known))
        return false;
    if (!group) /* s is a group itself */
        return s->code.sub_kind != SUB_ITEM;
    return group->code.form == CODE_BASIC && group->code.sub_kind == SUB_MAIN &&
           str_ends(known, STR("000")) && code_same_main(group->base, known);
}

static void propose(struct check *check, struct subject *s, const struct subject *group,
                    const struct known_list *list)
{
    s->proposal = STR("");
    s->base = s->code.form == CODE_MALFORMED ? STR("") : s->code.base;
    if (s->code.form == CODE_MALFORMED) {
        s->proposal = mend(check, s, group, list);
    } else if ((s->code.form == CODE_BASIC || s->code.form == CODE_LOCAL) &&
               !own_directory(check, &s->code) && !is_known(list, s->base)) {
        struct str meant = by_title(check, s, list);
        s->near = meant.n && !splits_main(s, group, meant);
        if (s->near)
            s->proposal = meant;
    }
    if (s->proposal.n)
        s->base = code_parse(s->proposal).base;
}

/* The item of the scheme under the subject's code; of a split main item the part that kept
 * its title stands for it. */
static const struct scheme_item *find_national(const struct check *check,
                                               const struct subject *s,
                                               const struct subject *group)
{
    const struct scheme_item *item = scheme_item(check->scheme, s->base);
    if (!item && s->named && s->named_match == TITLE_SAME &&
        splits_main(s, group, s->named->code))
        return s->named;
    return item;
}

static void add_item(struct check *check, const struct group *g, const struct item *item,
                     const struct subject *group, const struct known_list *list)
{
    struct subject s = {.group = g,
                        .item = item,
                        .text = item->code,
                        .title = field_text(item_field(item, FIELD_TITLE)),
                        .code = code_parse(item->code),
                        .at = item->at,
                        .key = item->stem};
    propose(check, &s, group, list);
    if (check->scheme) {
        s.named = scheme_by_title(check->scheme, s.title);
        s.named_match = s.named ? title_match(s.title, s.named->title) : TITLE_DIFFERENT;
        s.national = find_national(check, &s, group);
    }
    *vec_push(check->arena, &check->items) = s;
}

static void add_group(struct check *check, const struct group *g,
                      const struct known_list *list)
{
    struct subject s = {.group = g,
                        .text = g->code,
                        .title = field_text(g->title),
                        .code = code_parse(g->code),
                        .at = g->at,
                        .key = str_print(check->arena, "group-%zu",
                                         (size_t)(g - check->catalog->groups.at) + 1)};
    propose(check, &s, NULL, list);
    if (check->scheme)
        s.national_group = scheme_group(check->scheme, s.base);
    *vec_push(check->arena, &check->groups) = s;
}

void subjects_fill(struct check *check)
{
    struct known_list groups = known_groups(check), items = known_items(check);
    for (size_t i = 0; i < check->catalog->groups.n; i++)
        add_group(check, &check->catalog->groups.at[i], &groups);
    for (size_t i = 0; i < check->catalog->groups.n; i++) {
        const struct group *g = &check->catalog->groups.at[i];
        for (size_t k = 0; k < g->items.n; k++)
            add_item(check, g, &g->items.at[k], &check->groups.at[i], &items);
    }
}

const struct subject *subject_group(const struct check *check, const struct subject *item)
{
    return &check->groups.at[item->group - check->catalog->groups.at];
}

struct pos subject_code_place(const struct check *check, const struct subject *s)
{
    return place_attribute(&check->catalog->source, s->at, STR("code"));
}

struct str subject_basis(const struct check *check, struct str confidence)
{
    const struct scheme *s = check->scheme;
    if (!confidence.n)
        confidence = s->confidence;
    return str_print(check->arena, "%.*s%s%.*s%s%s%.*s", STR_ARG(s->title),
                     s->document.n ? "（" : "", STR_ARG(s->document),
                     s->document.n ? "）" : "", confidence.n ? "；" : "",
                     STR_ARG(confidence));
}
