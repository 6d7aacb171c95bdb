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

/* The code an item without one would have; "" when none or more than one claims it. */
static struct str code_due(const struct check *check, const struct national *n,
                           const struct claims *c, size_t item)
{
    const struct scheme_item *due = national_of(check, n, item);
    return due && c->items[due - check->scheme->items.at] == 1 ? due->code : STR("");
}

/* The codes differ in the number at their end, and that by one. */
static bool follows(struct str code, struct str before)
{
    enum { SUB = 3 };
    if (code.n <= SUB || code.n != before.n ||
        !str_eq(str_slice(code, 0, code.n - SUB), str_slice(before, 0, code.n - SUB)))
        return false;
    unsigned value = 0, last = 0;
    for (size_t i = code.n - SUB; i < code.n; i++) {
        value = value * 10 + (unsigned)(code.s[i] - '0');
        last = last * 10 + (unsigned)(before.s[i] - '0');
    }
    return value == last + 1;
}

/* "002036001001至002036001006、（没有）": the codes due to the items of the group, in their
 * order; how many there are goes to *found. */
static void put_codes(const struct check *check, const struct national *n,
                      const struct claims *c, const struct subject *group,
                      struct buf *out, size_t *found)
{
    size_t end = group->first + group->group->items.n;
    for (size_t i = group->first, to; i < end; i = to) {
        struct str first = code_due(check, n, c, i), last = first;
        for (to = i + 1; first.n && to < end; to++) {
            struct str next = code_due(check, n, c, to);
            if (!follows(next, last))
                break;
            last = next;
        }
        *found += first.n ? to - i : 0;
        buf_puts(out, i > group->first ? "、" : "");
        if (!first.n)
            buf_puts(out, "（没有）");
        else if (to - i < 3)
            for (size_t k = i; k < to; k++)
                buf_printf(out, "%s%.*s", k > i ? "、" : "",
                           STR_ARG(code_due(check, n, c, k)));
        else
            buf_printf(out, "%.*s至%.*s", STR_ARG(first), STR_ARG(last));
    }
}

/* The group and no other has this place in the list. */
static bool is_claimed(const struct check *check, const struct scheme_group *g,
                       const struct claims *c)
{
    return g && c->groups[g - check->scheme->groups.at] == 1;
}

/* What the list says of a main item that is split here and not there: "" of others. */
static const char *split_note(const struct scheme_group *g, const struct subject *s)
{
    bool split = code_sub_kind(g->code) == SUB_ALONE && s->group->items.n > 1;
    return split ? "（全国清单里不分子项）" : "";
}

/* One message: that there are no codes is one decision of the office, which may have no
 * column for them. The codes stand in the order of the items, a main item after the other. */
void check_national_codes(struct check *check, const struct national *n)
{
    if (!n->no_codes)
        return;
    struct claims c = count_claims(check, n);
    struct buf codes = {0};
    size_t mains = 0, items = 0;
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct subject *s = &check->groups.at[i];
        size_t found = 0, before = codes.n;
        const struct scheme_group *g = n->groups[i];
        struct str main = is_claimed(check, g, &c) ? g->code : STR("");
        buf_printf(&codes, "%s第%zu个主项%.*s%s，事项", before ? "；" : "", i + 1,
                   STR_ARG(main), main.n ? split_note(g, s) : "（没有）");
        put_codes(check, n, &c, s, &codes, &found);
        if (!found && !main.n)
            codes.n = before;
        mains += main.n > 0;
        items += found;
    }
    struct advice advice = {.expected = str_copy(check->arena, buf_str(&codes)),
                            .basis = subject_basis(check, STR(""))};
    if (mains || items)
        report_subject(check, NULL, check->catalog->title_at, STR("code"), &advice,
                       DIAG_NATIONAL_CODE, check->items.n, items, mains);
    buf_drop(&codes);
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
