/* One document cited in several ways: told once, with how often and where. */
#include "check/basis_same.h"

#include <stdlib.h>

enum { FORMS_MOST = 5, LINES_MOST = 3 };

/* By core, then year and number; those without number first. */
static int by_core(const void *a, const void *b)
{
    const struct ref *x = a, *y = b;
    int order = str_cmp(x->core, y->core);
    if (order)
        return order;
    unsigned xs[] = {x->number ? x->number->year : 0, x->number ? x->number->value : 0};
    unsigned ys[] = {y->number ? y->number->year : 0, y->number ? y->number->value : 0};
    for (int i = 0; i < 2; i++)
        if (xs[i] != ys[i])
            return xs[i] < ys[i] ? -1 : 1;
    return ref_order(x, y);
}

struct wording {
    const struct ref *first;
    size_t count;
    struct str lines; /* 21、35 */
};
struct wordings {
    struct wording at[FORMS_MOST];
    size_t n;
};

static void count_form(struct check *check, struct wordings *forms, const struct ref *ref)
{
    size_t i = 0;
    while (i < forms->n && !str_eq(forms->at[i].first->form, ref->form))
        i++;
    if (i == FORMS_MOST)
        return;
    struct wording *form = &forms->at[i];
    if (i == forms->n) {
        forms->n++;
        *form = (struct wording){.first = ref, .lines = STR("")};
    }
    size_t line = form->count++ < LINES_MOST ? ref_line(check, ref) : 0;
    if (line)
        form->lines = str_print(check->arena, "%.*s%s%zu", STR_ARG(form->lines),
                                form->lines.n ? "、" : "", line);
}

/* The form to keep: the most frequent; of equals the fuller. */
static const struct wording *best_form(const struct wordings *forms)
{
    const struct wording *best = &forms->at[0];
    for (size_t i = 1; i < forms->n; i++) {
        const struct wording *f = &forms->at[i];
        if (f->count > best->count ||
            (f->count == best->count && f->first->form.n > best->first->form.n))
            best = f;
    }
    return best;
}

/* What differs is the title, or only the number. */
static struct str shown_form(struct arena *a, const struct ref *ref, bool title)
{
    const struct number *n = ref->number;
    if (!title)
        return n ? n->text : STR("（没有文号）");
    return str_print(a, "《%.*s》%s%.*s%s", STR_ARG(ref->citation->title), n ? "（" : "",
                     n ? (int)n->text.n : 0, n ? n->text.s : "", n ? "）" : "");
}

/* “…”2处（第21、35行），“…”1处（第137行） */
static struct str listed(struct arena *a, const struct wordings *forms, bool title)
{
    struct str list = STR("");
    for (size_t i = 0; i < forms->n; i++) {
        const struct wording *f = &forms->at[i];
        struct str lines = f->lines.n ? str_print(a, "（第%.*s行%s）", STR_ARG(f->lines),
                                                  f->count > LINES_MOST ? "等" : "")
                                      : STR("");
        list =
            str_print(a, "%.*s%s“%.*s”%zu处%.*s", STR_ARG(list), i ? "，" : "",
                      STR_ARG(shown_form(a, f->first, title)), f->count, STR_ARG(lines));
    }
    return list;
}

static bool titles_differ(const struct wordings *forms)
{
    for (size_t i = 1; i < forms->n; i++)
        if (!str_eq(forms->at[i].first->title, forms->at[0].first->title))
            return true;
    return false;
}

/* At the first place that is written otherwise than the best form. */
static void tell_variants(struct check *check, const struct wordings *forms)
{
    struct arena *a = check->arena;
    const struct wording *best = best_form(forms);
    const struct ref *odd = forms->at[best == &forms->at[0]].first;
    bool title = titles_differ(forms);
    struct advice advice = {.expected = shown_form(a, best->first, title)};
    bool numbers = !title && odd->number && best->first->number;
    struct str piece = numbers ? odd->number->text : odd->citation->whole;
    if (numbers && !odd->number->faults && !best->first->number->faults) {
        advice.proposal = best->first->number->text;
        advice.expected = STR("");
    }
    report_text(check, odd->text->text, piece, &advice, DIAG_BASIS_VARIANTS,
                STR_ARG(best->first->citation->title), forms->n,
                STR_ARG(listed(a, forms, title)));
}

/* Adds those of `brief` that mean the document in full[0..n): the same name, but not after
 * it was cited in full for the same item or in the same text. Both are in the order of the
 * file, where an item's texts stand together: the last full citation before decides. */
static void count_brief(struct check *check, struct wordings *forms,
                        const struct ref *brief, size_t briefs, const struct ref *full,
                        size_t n)
{
    size_t k = 0;
    for (size_t i = 0; i < briefs; i++) {
        while (k < n && full[k].order < brief[i].order)
            k++;
        const struct cited_text *before = k ? full[k - 1].text : NULL;
        const struct cited_text *here = brief[i].text;
        bool known =
            before && (before == here || (here->text->subject &&
                                          before->text->subject == here->text->subject));
        if (str_eq(brief[i].name, full[0].name) && !known)
            count_form(check, forms, &brief[i]);
    }
}

/* 35 and 5: a digit was lost. */
static bool digit_lost(const struct number *a, const struct number *b)
{
    size_t x = a->serial.n, y = b->serial.n;
    return (x > y ? x - y : y - x) == 1 && str_distance(a->serial, b->serial, 1) == 1;
}

/* Laws are published anew under new numbers, notices of one title come every year; but no
 * office gives one title to two notices of one year. */
static bool same_number(const struct ref *a, const struct ref *b)
{
    const struct number *x = a->number, *y = b->number;
    if (x->year != y->year || x->order != y->order)
        return false;
    if (x->value == y->value)
        return true;
    bool one = x->order ? digit_lost(x, y) : str_has(a->title, STR("关于"));
    return one && str_eq(a->title, b->title) && str_eq(x->sign, y->sign);
}

/* 以下简称 was said of the document: short titles are meant. */
static bool nicknamed(const struct ref *refs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (refs[i].citation->nicknamed)
            return true;
    return false;
}

/* The citations of one core without any number. */
static void check_brief(struct check *check, const struct ref *refs, size_t n)
{
    struct wordings forms = {0};
    for (size_t i = 0; i < n; i++)
        if (str_eq(refs[i].name, refs[0].name))
            count_form(check, &forms, &refs[i]);
    if (forms.n > 1)
        tell_variants(check, &forms);
}

/* The citations of one core, those without number first. When all numbers are one, those
 * without mean it too. */
static void check_core(struct check *check, const struct ref *refs, size_t n)
{
    bool known = nicknamed(refs, n);
    size_t brief = 0;
    while (brief < n && !refs[brief].number)
        brief++;
    if (brief == n && !known)
        check_brief(check, refs, n);
    for (size_t first = brief, end; first < n; first = end) {
        struct wordings forms = {0};
        for (end = first; end < n && same_number(&refs[end], &refs[first]); end++)
            if (!ref_issuers_differ(&refs[end], &refs[first]))
                count_form(check, &forms, &refs[end]);
        if (first == brief && end == n && !known)
            count_brief(check, &forms, refs, brief, refs + first, n - first);
        if (forms.n > 1)
            tell_variants(check, &forms);
    }
}

void basis_check_variants(struct check *check, struct refs *refs)
{
    qsort(refs->at, refs->n, sizeof *refs->at, by_core);
    for (size_t first = 0; first < refs->n;) {
        size_t end = first + 1;
        while (end < refs->n && str_eq(refs->at[end].core, refs->at[first].core))
            end++;
        if (end > first + 1)
            check_core(check, refs->at + first, end - first);
        first = end;
    }
}
