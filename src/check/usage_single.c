/* A list of one entry that carries the number 1. */
#include "check/usage.h"

#include "check/lists.h"
#include "check/report.h"

/* The number 1 in any style. */
static bool is_one(struct str no)
{
    struct number number = number_read(no);
    return number.kind == NUMBER_ONE && number.first.value == 1;
}

/* An entry that has further numbers inside is a list in one piece. */
static bool has_more(struct str text)
{
    static const char *const signs[] = {"2.", "2、", "2．", "（2）", "②", "二、"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_has(text, str_of(signs[i])))
            return true;
    return false;
}

static bool is_single(const struct list *l)
{
    return l->n == 1 && !l->at[0].name.n && l->at[0].text.n &&
           l->like->part == TEXT_FIELD;
}

void check_single_entries(struct check *check)
{
    const struct lists *lists = lists_of(check);
    size_t plain[LIST_PLACES] = {0}, numbered[LIST_PLACES] = {0};
    for (size_t i = 0; i < lists->n; i++) {
        const struct list *l = &lists->at[i];
        if (is_single(l) && is_one(l->at[0].no))
            numbered[list_place(l)]++;
        else if (is_single(l) && !l->at[0].plain && !l->at[0].no.n)
            plain[list_place(l)]++;
    }
    for (size_t i = 0; i < lists->n; i++) {
        const struct list *l = &lists->at[i];
        size_t place = list_place(l);
        if (!is_single(l) || !is_one(l->at[0].no) || has_more(l->at[0].text) ||
            !usage_is_odd(numbered[place], plain[place]))
            continue;
        struct text t = list_text(l, &l->at[0]);
        report_number(check, &t, NULL, DIAG_ENTRY_SINGLE, STR_ARG(l->at[0].no),
                      plain[place]);
    }
}
