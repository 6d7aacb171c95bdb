/* Local suffixes: 002036001002-1, -2, -3 are splits of 002036001002. Only codes of the
 * national directory are looked at: places number their own codes as they like, and list
 * only what they carry out (512036010003-5 alone is a real code). */
#include "check/codes.h"
#include "check/report.h"

#include <stdlib.h>

struct split {
    struct str base;
    unsigned number; /* 0: the base itself, the first of the splits without saying so */
    const struct subject *subject;
};

/* The number of a suffix "-2", "-02"; 0 for others. */
static unsigned suffix_number(struct str suffix)
{
    unsigned n = 0;
    if (suffix.n < 2 || suffix.n > 4)
        return 0;
    for (size_t i = 1; i < suffix.n; i++) {
        if (suffix.s[i] < '0' || suffix.s[i] > '9')
            return 0;
        n = n * 10 + (unsigned)(suffix.s[i] - '0');
    }
    return n;
}

static int by_base(const void *a, const void *b)
{
    const struct split *x = a, *y = b;
    int order = str_cmp(x->base, y->base);
    if (order)
        return order;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return x->subject->at < y->subject->at ? -1 : x->subject->at > y->subject->at;
}

static size_t collect(const struct check *check, struct split *splits)
{
    size_t n = 0;
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        struct code c = s->proposal.n ? code_parse(s->proposal) : s->code;
        unsigned number = suffix_number(c.suffix);
        if (code_national(&c) && (number || !c.suffix.n))
            splits[n++] = (struct split){c.base, number, s};
    }
    return n;
}

static void tell(struct check *check, const struct split *split, unsigned without,
                 enum diag_code code)
{
    struct str missing =
        str_print(check->arena, "%.*s-%u", STR_ARG(split->base), without);
    report_attribute(check, split->subject, split->subject->at, "code", NULL, code,
                     STR_ARG(split->subject->text), STR_ARG(missing));
}

/* splits[0..n): one base. A number used twice is told elsewhere and explains a gap. */
static void check_splits(struct check *check, const struct split *splits, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (splits[i].number == splits[i - 1].number)
            return;
    if (splits[0].number > 1)
        tell(check, &splits[0], 1, DIAG_CODE_SUFFIX);
    for (size_t i = 1; i < n; i++)
        if (splits[i - 1].number && splits[i].number != splits[i - 1].number + 1) {
            tell(check, &splits[i], splits[i].number - 1, DIAG_CODE_SUFFIX_GAP);
            return;
        }
}

void check_suffixes(struct check *check)
{
    struct split *splits = arena_array(check->arena, check->items.n, sizeof *splits);
    size_t n = collect(check, splits);
    if (n)
        qsort(splits, n, sizeof *splits, by_base);
    for (size_t first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n; end++)
            if (!str_eq(splits[end].base, splits[first].base))
                break;
        check_splits(check, &splits[first], end - first);
    }
}
