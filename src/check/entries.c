/* The numbers of entries, list by list: doubled, and out of order. */
#include "check/entries.h"

#include "catalog/fields.h"

/* ---- doubled ---- */

/* In a list with levels 2.2. is one too: 1.1. 1.2. 2.1. 2.2. */
static bool is_level(const struct entry *e, const struct number *number)
{
    return number->kind == NUMBER_LEVELS ||
           (number->kind == NUMBER_TWICE && !str_has(e->no, STR(" ")));
}

/* The number in the style of the other numbers of its level, when they have only one. */
static struct str in_style(struct check *check, const struct list *l,
                           const struct number *number)
{
    enum { LOOKED_AT = 100 };
    struct ordinal style = {0};
    for (size_t i = 0; i < l->n && i < LOOKED_AT; i++) {
        struct number other = l->numbers[i];
        if (other.kind != NUMBER_ONE || other.inside ||
            other.first.level != number->first.level)
            continue;
        if (style.value && !ordinal_alike(&style, &other.first))
            return number->text;
        style = other.first;
    }
    return style.value ? ordinal_print(check->arena, &style, number->first.value)
                       : number->text;
}

/* What the number should be when too much stands in it. */
static void check_doubled(struct check *check, const struct list *l,
                          const struct entry *e, const struct number *number, bool levels)
{
    enum diag_code code = DIAG_ENTRY_DOUBLED;
    struct advice advice = {.proposal = number->text, .safe = true};
    switch (number->kind) {
    case NUMBER_TWICE: break;
    case NUMBER_MARKS:
        code = DIAG_ENTRY_DOUBLED_MARKS;
        advice.proposal = in_style(check, l, number);
        break;
    case NUMBER_TWO:
        code = DIAG_ENTRY_DOUBLED_TWO;
        advice = (struct advice){0};
        break;
    case NUMBER_NONE:
    case NUMBER_ONE:
    case NUMBER_LEVELS:
    case NUMBER_OTHER: return;
    }
    if (levels && is_level(e, number))
        return;
    struct text t = list_text(l, e);
    if (code == DIAG_ENTRY_DOUBLED) /* the same words for all, so that they are folded */
        report_number(check, &t, &advice, code);
    else
        report_number(check, &t, &advice, code, STR_ARG(e->no));
}

/* True when a later place of the text has the next number in the same style: the text has
 * a list of its own. */
static bool goes_on(struct check *check, struct str text, const struct ordinal *o)
{
    return str_has(text, ordinal_print(check->arena, o, o->value + 1));
}

/* `no` has a number and the text begins with one as well. */
static void check_left(struct check *check, const struct list *l, const struct entry *e,
                       const struct number *number)
{
    struct ordinal o;
    if (number->kind == NUMBER_NONE || number->kind == NUMBER_OTHER ||
        !ordinal_read(e->text, &o) || o.level != number->first.level)
        return;
    struct str rest = str_from(e->text, o.size);
    bool bare = o.level != ORDINAL_CIRCLE && o.level != ORDINAL_PRINTED && !o.close;
    struct ordinal digit;
    if (bare || !rest.n || ordinal_read(rest, &digit) || goes_on(check, rest, &o))
        return;
    struct str blanks = str_trim(rest);
    size_t size = blanks.n ? (size_t)(blanks.s - e->text.s) : o.size;
    struct text t = list_text(l, e);
    struct advice advice = {.erase = true, .safe = true};
    bool same = o.value == number->first.value;
    report_text(check, &t, str_slice(e->text, 0, same ? size : o.size),
                same ? &advice : NULL,
                same ? DIAG_ENTRY_DOUBLED_TEXT : DIAG_ENTRY_DOUBLED_OTHER, STR_ARG(e->no),
                STR_ARG(str_slice(e->text, 0, o.size)));
}

static bool has_levels(const struct list *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->numbers[i].kind == NUMBER_LEVELS)
            return true;
    return false;
}

/* ---- order ---- */

/* Tells about the number of an entry; `a` and `b` are what the message quotes. */
static void tell(struct check *check, const struct list *l, const struct entry *e,
                 const struct advice *advice, enum diag_code code, struct str a,
                 struct str b)
{
    struct text t = list_text(l, e);
    struct number number = l->numbers[e - l->at];
    if (number.kind == NUMBER_ONE && !e->no.n)
        report_text(check, &t, str_slice(t.words, 0, number.first.size), advice, code,
                    STR_ARG(a), STR_ARG(b));
    else
        report_number(check, &t, advice, code, STR_ARG(a), STR_ARG(b));
}

/* Entries without a number before the numbered one at `i`, when the count shows that they
 * should have one: 1. (none) 3. */
static size_t left_out(const struct list *l, size_t i, const struct counting *counting,
                       const struct ordinal *o)
{
    size_t n = 0;
    while (n < i && !l->at[i - n - 1].plain && l->numbers[i - n - 1].kind == NUMBER_NONE)
        n++;
    unsigned last = 0;
    for (size_t k = 0; k < counting->depth; k++)
        if (counting->last[k].level == o->level)
            last = counting->last[k].value;
    return n && o->value == last + n + 1 ? n : 0;
}

static void tell_left_out(struct check *check, const struct list *l, size_t i, size_t n,
                          const struct ordinal *o)
{
    struct str next = ordinal_print(check->arena, o, o->value);
    for (size_t k = n; k > 0; k--) {
        unsigned value = o->value - (unsigned)k;
        struct advice advice = {.expected = ordinal_print(check->arena, o, value)};
        tell(check, l, &l->at[i - k], &advice, DIAG_ENTRY_ORDER_NONE, next, STR(""));
    }
}

/* True when the number that a gap skips comes soon after: then only the order is wrong. */
static bool comes_later(const struct list *l, size_t i, const struct ordinal *before)
{
    enum { SOON = 20 };
    for (size_t k = i + 1; k < l->n && k <= i + SOON; k++) {
        struct number number = l->numbers[k];
        if (number.kind == NUMBER_ONE && number.first.level == before->level &&
            number.first.value == before->value + 1)
            return true;
    }
    return false;
}

/* A number that is one off, after which the count goes on as it should: 1. 2. 4. 4. or
 * 1. 2. 2. 4. Then the one due was meant. */
static bool is_slip(const struct list *l, size_t i, enum counting_step step,
                    const struct ordinal *before)
{
    if ((step != COUNTING_GAP && step != COUNTING_REPEAT) || i + 1 >= l->n)
        return false;
    struct number own = l->numbers[i], next = l->numbers[i + 1];
    return !l->at[i + 1].plain && next.kind == NUMBER_ONE &&
           next.first.level == own.first.level && next.first.value == before->value + 2 &&
           own.first.value <= before->value + 2;
}

/* Counting from 1 again is fine behind an entry that announces a list. */
static bool announced(const struct list *l, size_t i)
{
    return i && (str_ends(l->at[i - 1].text, STR("：")) ||
                 str_ends(l->at[i - 1].text, STR(":")));
}

/* What is wrong with a step, DIAG_COUNT for nothing. */
static enum diag_code order_code(enum counting_step step)
{
    switch (step) {
    case COUNTING_GAP: return DIAG_ENTRY_ORDER_GAP;
    case COUNTING_REPEAT: return DIAG_ENTRY_ORDER_REPEAT;
    case COUNTING_BACK: return DIAG_ENTRY_ORDER_BACK;
    case COUNTING_LATE: return DIAG_ENTRY_ORDER_LATE;
    case COUNTING_AGAIN: return DIAG_ENTRY_ORDER_AGAIN;
    case COUNTING_NEXT:
    case COUNTING_STRANGER: return DIAG_COUNT;
    }
    return DIAG_COUNT;
}

/* Behind a gap the number due is right only where the count goes on with it; else an entry
 * may be lost: 1. 3. 4. */
static struct advice due(struct check *check, enum counting_step step, bool slip,
                         const struct ordinal *o, const struct ordinal *before)
{
    struct advice advice = {0};
    if (slip || step == COUNTING_REPEAT)
        advice.expected = ordinal_print(check->arena, o, before->value + 1);
    return advice;
}

/* `ended` is the last number of the list before at this place of the catalog; that of this
 * list takes its place. */
static void check_order(struct check *check, const struct list *l, bool levels,
                        struct ordinal *ended)
{
    struct counting counting = {0};
    bool headed = false;
    for (size_t i = 0; i < l->n; i++) {
        const struct entry *e = &l->at[i];
        struct number number = l->numbers[i];
        bool other =
            e->plain || number.kind == NUMBER_OTHER || (levels && is_level(e, &number));
        headed = headed || other;
        if (other || number.kind == NUMBER_NONE)
            continue;
        const struct ordinal *o = &number.first;
        struct ordinal before;
        size_t none = left_out(l, i, &counting, o);
        if (none)
            tell_left_out(check, l, i, none, o);
        enum counting_step step = counting_next(&counting, o, &before);
        bool slip = is_slip(l, i, step, &before);
        if (slip)
            counting.last[counting.depth - 1].value = before.value + 1;
        bool anew = o->value == 1 && (headed || announced(l, i));
        enum diag_code code = anew ? DIAG_COUNT : order_code(step);
        headed = false;
        if (none || code == DIAG_COUNT ||
            (code == DIAG_ENTRY_ORDER_GAP && comes_later(l, i, &before)))
            continue;
        if (code == DIAG_ENTRY_ORDER_LATE && ended->level == o->level &&
            ended->value + 1 == o->value) {
            code = DIAG_ENTRY_ORDER_TORN;
            before = *ended;
        }
        struct advice advice = due(check, step, slip, o, &before);
        tell(check, l, e, &advice, code, number.text,
             ordinal_print(check->arena, &before, before.value ? before.value : 1));
    }
    *ended = counting.depth ? counting.last[0] : (struct ordinal){0};
}

/* A second document behind the first in one entry of a numbered list, with nothing between
 * them but the end of the first: 《…》（…）第三十二条 《…》. */
static void check_joined(struct check *check, const struct list *l, const struct entry *e)
{
    static const struct str open = STR_INIT("《"), close = STR_INIT("》"),
                            ends[] = {STR_INIT("条"), STR_INIT("）"), STR_INIT("号"),
                                      STR_INIT("款"), STR_INIT("；")};
    size_t first = str_find(e->text, close);
    struct str rest = first == STR_NONE ? STR("") : str_from(e->text, first + close.n);
    size_t second = str_find(rest, open);
    if (second == STR_NONE || second == 0)
        return;
    struct str between = str_trim(str_slice(rest, 0, second));
    struct str document = str_from(rest, second);
    size_t end = str_find(document, close);
    bool joined = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        joined = joined || str_ends(between, ends[i]);
    if (!joined || end == STR_NONE)
        return;
    struct text t = list_text(l, e);
    struct str piece = str_slice(document, 0, end + close.n);
    report_text(check, &t, piece, NULL, DIAG_ENTRY_ORDER_JOINED, STR_ARG(piece));
}

static bool is_basis(const struct list *l)
{
    return l->like->part == TEXT_FIELD && l->like->field == FIELD_BASIS && l->n > 1;
}

void check_entries(struct check *check)
{
    const struct lists *lists = lists_of(check);
    struct ordinal ended[LIST_PLACES] = {{0}};
    for (size_t i = 0; i < lists->n; i++) {
        const struct list *l = &lists->at[i];
        bool levels = has_levels(l);
        for (size_t k = 0; k < l->n; k++) {
            struct number number = l->numbers[k];
            if (number.inside)
                number.kind = NUMBER_NONE; /* `no` itself is empty */
            check_doubled(check, l, &l->at[k], &number, levels);
            check_left(check, l, &l->at[k], &number);
            if (number.kind == NUMBER_ONE && is_basis(l))
                check_joined(check, l, &l->at[k]);
        }
        check_order(check, l, levels, &ended[list_place(l)]);
    }
}
