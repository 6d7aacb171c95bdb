/* Items without codes: under which main item they stand, which codes they would have, and
 * which of them the list does not have. */
#include "check/national.h"
#include "check/report.h"

/* With a code the code says where an item belongs (code-parent); without one its title
 * does, when it is exactly the national one, and its group is a national main item. */
void check_national_moved(struct check *check, const struct national *n)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        const struct subject *group = subject_group(check, s);
        const struct scheme_group *here = n->groups[group - check->groups.at];
        if (!n->items[i] || n->matches[i] < TITLE_BRACKET || !here)
            continue;
        const struct scheme_group *there = &check->scheme->groups.at[n->items[i]->group];
        if (here == there)
            continue;
        struct advice advice = {.basis = subject_basis(check, STR(""))};
        report_subject(check, s, s->at, STR(""), &advice, DIAG_NATIONAL_MOVED,
                       STR_ARG(s->title), STR_ARG(there->title), STR_ARG(group->title));
    }
}

/* ---- codes ---- */

/* How many places of the catalog claim each group and item of the list. What two claim gets
 * no code: which of them it is, or that both are parts of it, the title does not say. */
struct claims {
    size_t *groups, *items;
};

static struct claims count_claims(const struct check *check, const struct national *n)
{
    const struct scheme *scheme = check->scheme;
    struct claims c = {
        arena_array(check->arena, scheme->groups.n, sizeof *c.groups),
        arena_array(check->arena, scheme->items.n, sizeof *c.items),
    };
    for (size_t i = 0; i < check->groups.n; i++)
        if (n->groups[i])
            c.groups[n->groups[i] - scheme->groups.at]++;
    for (size_t i = 0; i < check->items.n; i++)
        if (n->items[i])
            c.items[n->items[i] - scheme->items.at]++;
    return c;
}

/* "单位参保登记 002036001001、…": the items of the group with the codes of the list; how many
 * goes to *found. */
static struct str listed(const struct check *check, const struct national *n,
                         const struct claims *c, const struct subject *group,
                         size_t *found)
{
    struct buf list = {0};
    *found = 0;
    for (size_t i = group->first; i < group->first + group->group->items.n; i++) {
        const struct scheme_item *item = national_of(check, n, i);
        if (item && c->items[item - check->scheme->items.at] == 1)
            buf_printf(&list, "%s%.*s %.*s", (*found)++ ? "、" : "",
                       STR_ARG(check->items.at[i].title), STR_ARG(item->code));
    }
    struct str text = str_copy(check->arena, buf_str(&list));
    buf_drop(&list);
    return text;
}

/* A main item without sub-items in the list, with several here, has another code. */
static bool fits(const struct check *check, const struct scheme_group *g,
                 const struct claims *c, const struct subject *s)
{
    return g && c->groups[g - check->scheme->groups.at] == 1 &&
           (code_sub_kind(g->code) != SUB_ALONE || s->group->items.n == 1);
}

/* One message a main item, as for missing ones: an office that adds codes works down the
 * list, and one that has no column for them accepts a few lines. */
void check_national_codes(struct check *check, const struct national *n)
{
    if (!n->no_codes)
        return;
    struct claims c = count_claims(check, n);
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct subject *s = &check->groups.at[i];
        size_t found;
        struct str list = listed(check, n, &c, s, &found);
        struct advice advice = {.basis = subject_basis(check, STR(""))};
        struct str main = fits(check, n->groups[i], &c, s) ? n->groups[i]->code : STR("");
        struct str head =
            main.n ? str_print(check->arena, "主项 %.*s、", STR_ARG(main)) : STR("");
        if (found && found == s->group->items.n)
            report_attribute(check, s, s->at, "code", &advice, DIAG_NATIONAL_CODE_ALL,
                             found, STR_ARG(head), STR_ARG(list));
        else if (found)
            report_attribute(check, s, s->at, "code", &advice, DIAG_NATIONAL_CODE,
                             s->group->items.n, found, STR_ARG(head), STR_ARG(list));
        else if (main.n)
            report_attribute(check, s, s->at, "code", &advice, DIAG_NATIONAL_CODE_MAIN,
                             STR_ARG(main));
    }
}

/* Items of which the list has nothing like it. Where most are of that kind the catalog is
 * about more than the list, and says so by itself. */
void check_national_extra(struct check *check, const struct national *n)
{
    size_t found = 0;
    for (size_t i = 0; i < check->items.n; i++)
        found += n->items[i] != NULL;
    if (!n->no_codes || found * 2 < check->items.n)
        return;
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (n->items[i] || !s->title.n)
            continue;
        struct advice advice = {.basis = subject_basis(check, STR(""))};
        report_subject(check, s, s->at, STR("title"), &advice, DIAG_CODE_EXTRA_TITLE,
                       STR_ARG(s->title));
    }
}
