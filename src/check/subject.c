#include "check/subject.h"

#include "catalog/fields.h"
#include "catalog/place.h"

enum { BASIC = 12, MAIN = 9 };

static bool is_known(const struct scheme_names *list, struct str code)
{
    return list && lookup_find(&list->codes, code) != STR_NONE;
}

/* A code without its local suffix: the dash must stand where a basic code ends, give or
 * take the mistake in it. */
static size_t suffix_at(struct str code)
{
    size_t dash = str_find(code, STR("-"));
    return dash != STR_NONE && dash + 1 >= BASIC && dash <= BASIC + 1 ? dash : code.n;
}

/* The one code of the list with this very title and at most one edit from `base`. */
static const struct scheme_name *same_title(const struct scheme_names *list,
                                            struct str base,
                                            const struct title_key *title)
{
    const struct scheme_name *found = NULL;
    size_t i = list ? scheme_titled(list, title) : STR_NONE;
    for (; i != STR_NONE; i = list->at[i].next) {
        if (str_distance(base, list->at[i].code, 1) > 1)
            continue;
        if (found)
            return NULL;
        found = &list->at[i];
    }
    return found;
}

/* The code of the list at most one edit from `base` whose title is the nearest; a single one
 * whatever its title. NULL: none, or several. */
static const struct scheme_name *nearest(const struct scheme_names *list, struct str base,
                                         const struct title_key *title)
{
    const struct scheme_name *best = NULL;
    enum title_match match = TITLE_DIFFERENT;
    size_t equal = 0;
    for (size_t i = 0; list && i < list->n; i++) {
        const struct scheme_name *k = &list->at[i];
        if (str_distance(base, k->code, 1) > 1)
            continue;
        enum title_match m = title_key_match(title, &k->key);
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
                           const struct scheme_names *list)
{
    const struct scheme_name *k = same_title(list, s->text, &s->title_key);
    if (k)
        return k->code;
    size_t dash = suffix_at(s->text);
    if (dash == s->text.n)
        return STR("");
    k = same_title(list, str_slice(s->text, 0, dash), &s->title_key);
    return k ? joined(check, k->code, str_from(s->text, dash)) : STR("");
}

/* What a malformed code was meant to be. */
static struct str mend(const struct check *check, const struct subject *s,
                       const struct subject *group, const struct scheme_names *list)
{
    struct str mended = code_mended(check->arena, s->text);
    struct code c = code_parse(mended);
    bool changed = !str_eq(mended, s->text);
    struct str titled = by_title(check, s, list);
    if (titled.n)
        return titled; /* an l may stand for a 4 as well as for a 1: the title knows */
    if (c.form != CODE_MALFORMED && (!list || is_known(list, c.base)))
        return changed ? mended : STR("");
    size_t dash = suffix_at(mended);
    struct str base = str_slice(mended, 0, dash);
    const struct scheme_name *k = c.form == CODE_MALFORMED
                                      ? nearest(list, base, &s->title_key)
                                      : same_title(list, base, &s->title_key);
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
                    const struct scheme_names *list)
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
                     const struct subject *group)
{
    const struct scheme *scheme = check->scheme;
    struct subject s = {.group = g,
                        .item = item,
                        .text = item->code,
                        .title = field_text(item_field(item, FIELD_TITLE)),
                        .code = code_parse(item->code),
                        .at = item->at,
                        .key = item->stem};
    if (scheme) {
        s.title_key = title_key_make(check->arena, s.title);
        size_t i = scheme_nearest(&scheme->item_names, &s.title_key, &s.named_match);
        s.named = i == STR_NONE ? NULL : &scheme->items.at[i];
    }
    propose(check, &s, group, scheme ? &scheme->item_names : NULL);
    if (scheme)
        s.national = find_national(check, &s, group);
    *vec_push(check->arena, &check->items) = s;
}

/* The code of a service is looked at by itself; what it should be nobody lists. */
static void add_services(struct check *check, const struct group *g,
                         const struct item *item)
{
    for (size_t i = 0; i < item->services.n; i++) {
        const struct item *service = &item->services.at[i];
        if (!service->code.n)
            continue;
        struct subject s = {.group = g,
                            .item = service,
                            .text = service->code,
                            .title = field_text(item_field(service, FIELD_TITLE)),
                            .code = code_parse(service->code),
                            .at = service->at,
                            .key = item->stem};
        if (s.code.form == CODE_MALFORMED)
            s.proposal = code_mended(check->arena, s.text);
        if (str_eq(s.proposal, s.text))
            s.proposal = STR("");
        s.base = s.proposal.n                    ? code_parse(s.proposal).base
                 : s.code.form == CODE_MALFORMED ? STR("")
                                                 : s.code.base;
        *vec_push(check->arena, &check->services) = s;
    }
}

static void add_group(struct check *check, const struct group *g)
{
    const struct scheme *scheme = check->scheme;
    struct subject s = {.group = g,
                        .text = g->code,
                        .title = field_text(g->title),
                        .code = code_parse(g->code),
                        .at = g->at,
                        .key = str_print(check->arena, "group-%zu",
                                         (size_t)(g - check->catalog->groups.at) + 1)};
    if (scheme)
        s.title_key = title_key_make(check->arena, s.title);
    propose(check, &s, NULL, scheme ? &scheme->group_names : NULL);
    if (scheme)
        s.national_group = scheme_group(scheme, s.base);
    *vec_push(check->arena, &check->groups) = s;
}

static void note(struct check *check, struct lookup *t, struct str key, size_t number)
{
    size_t *first = lookup_value(check->arena, t, key);
    if (*first == STR_NONE)
        *first = number;
}

static void fill_lookups(struct check *check)
{
    for (size_t i = 0; i < check->groups.n; i++)
        if (check->groups.at[i].base.n == BASIC)
            note(check, &check->group_mains, str_slice(check->groups.at[i].base, 0, MAIN),
                 i);
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (s->base.n != BASIC)
            continue;
        struct str main = str_slice(s->base, 0, MAIN);
        note(check, &check->item_bases, s->base, i);
        note(check, &check->item_mains, main, i);
        if (code_sub_kind(s->base) == SUB_ITEM)
            note(check, &check->sub_mains, main, i);
    }
}

void subjects_fill(struct check *check)
{
    for (size_t i = 0; i < check->catalog->groups.n; i++)
        add_group(check, &check->catalog->groups.at[i]);
    for (size_t i = 0; i < check->catalog->groups.n; i++) {
        const struct group *g = &check->catalog->groups.at[i];
        check->groups.at[i].first = check->items.n;
        for (size_t k = 0; k < g->items.n; k++) {
            add_item(check, g, &g->items.at[k], &check->groups.at[i]);
            add_services(check, g, &g->items.at[k]);
        }
    }
    fill_lookups(check);
}

static const struct subject *find(const struct subjects *list, const struct lookup *t,
                                  struct str key)
{
    size_t i = lookup_find(t, key);
    return i == STR_NONE ? NULL : &list->at[i];
}

const struct subject *subject_of_base(const struct check *check, struct str base)
{
    return find(&check->items, &check->item_bases, base);
}

const struct subject *subject_of_main(const struct check *check, struct str base)
{
    return find(&check->items, &check->item_mains, str_slice(base, 0, MAIN));
}

const struct subject *subject_sub_of_main(const struct check *check, struct str base)
{
    return find(&check->items, &check->sub_mains, str_slice(base, 0, MAIN));
}

const struct subject *subject_group_of_main(const struct check *check, struct str base)
{
    return find(&check->groups, &check->group_mains, str_slice(base, 0, MAIN));
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
    confidence = str_slice(confidence, 0, str_find(confidence, STR("；")));
    return str_print(check->arena, "%.*s%s%.*s%s%s%.*s", STR_ARG(s->title),
                     s->document.n ? "（" : "", STR_ARG(s->document),
                     s->document.n ? "）" : "", confidence.n ? "；" : "",
                     STR_ARG(confidence));
}
