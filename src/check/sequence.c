#include "check/sequence.h"

#include "base/utf8.h"
#include "catalog/numeral.h"
#include "catalog/runes.h"

enum { WRITTEN_MOST = 99 };

/* Where the one number of `no` stands, in bytes; false when there is not exactly one. */
static bool find_number(struct arena *a, struct str no, size_t *from, size_t *to,
                        unsigned *value)
{
    struct runes r = runes_of(a, no);
    bool found = false;
    for (size_t i = 0; i < r.n;) {
        unsigned v;
        size_t used = numeral_read(r.c + i, r.n - i, &v);
        if (!used) {
            i++;
            continue;
        }
        if (found || v == 0 || v > NUMERAL_MOST)
            return false;
        found = true;
        *value = v;
        *from = r.at[i];
        *to = *from + (str_trim(str_slice(no, r.at[i], r.at[i + used])).n);
        i += used;
    }
    return found;
}

static unsigned read_number(struct arena *a, struct str no)
{
    size_t from, to;
    unsigned value;
    return no.n && find_number(a, no, &from, &to, &value) ? value : 0;
}

unsigned sequence_read(struct str no)
{
    struct arena *a = arena_new();
    unsigned value = read_number(a, no);
    arena_drop(a);
    return value;
}

/* 1 to 99 in Chinese signs. */
static void put_chinese(struct buf *b, unsigned value)
{
    static const char *const digits[] = {"",   "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
    if (value >= 20)
        buf_puts(b, digits[value / 10]);
    if (value >= 10)
        buf_puts(b, "十");
    buf_puts(b, digits[value % 10]);
}

struct str sequence_write(struct arena *a, struct str like, unsigned value)
{
    size_t from, to;
    unsigned old;
    if (value < 1 || value > WRITTEN_MOST || !find_number(a, like, &from, &to, &old))
        return STR("");
    struct str number = str_slice(like, from, to);
    uint32_t c = utf8_next(&number);
    struct buf b = {0};
    buf_put(&b, str_slice(like, 0, from));
    if (c >= '0' && c <= '9')
        buf_printf(&b, "%u", value);
    else if (c >= 0x4E00 && c <= 0x9FFF)
        put_chinese(&b, value);
    else {
        buf_drop(&b);
        return STR("");
    }
    buf_put(&b, str_from(like, to));
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* True when the numbers begin again with most groups; `*usual` is whether there are enough
 * numbers to speak of a rule. */
static bool begins_again(const struct numbered_list *list, bool *usual)
{
    size_t groups = 0, ones = 0, numbers = 0;
    for (size_t i = 0; i < list->n; i++) {
        const struct numbered *n = &list->at[i];
        numbers += n->value > 0;
        if (i && n->first && n->value) {
            groups++;
            ones += n->value == 1;
        }
    }
    *usual = numbers * 2 > list->n && numbers > 1;
    return ones * 2 > groups;
}

/* What is wrong with a number where `expected` should stand. */
static enum sequence_fault fault_of(unsigned value, unsigned expected)
{
    if (value == expected)
        return SEQUENCE_FINE;
    if (value + 1 == expected)
        return SEQUENCE_REPEATED;
    return value > expected ? SEQUENCE_GAP : SEQUENCE_DISORDER;
}

/* What a walk over the list knows. */
struct walk {
    struct check *check;
    const struct numbered_list *list;
    bool again; /* numbers begin again with each group */
    unsigned expected;
    struct str before; /* the last number, "" for none in this group */
    struct str like;   /* the last number of all */
    sequence_tell *tell;
};

/* The number behind, 0 when there is none in the same run. */
static unsigned next_value(const struct walk *w, size_t i)
{
    const struct numbered *at = w->list->at;
    return i + 1 < w->list->n && !(w->again && at[i + 1].first) ? at[i + 1].value : 0;
}

/* 1 3 2 4: two numbers that have changed places. */
static bool swapped(const struct walk *w, size_t i)
{
    return w->list->at[i].value == w->expected + 1 && next_value(w, i) == w->expected;
}

/* The number a list or a group begins with: 1, or what is printed where it may be a part of
 * a longer list or follows numbers of another kind. */
static void begin(struct walk *w, const struct numbered *n, bool afresh)
{
    if (n->first && w->again)
        w->expected = 1;
    else if (afresh)
        w->expected = n->value ? n->value : 1;
    else
        return;
    w->before = STR("");
}

/* Takes one number, or two that have changed places; returns how many. */
static size_t take(struct walk *w, size_t i)
{
    const struct numbered *n = &w->list->at[i];
    struct str model = n->no.n ? n->no : w->like;
    struct str right = sequence_write(w->check->arena, model, w->expected);
    enum sequence_fault fault =
        n->value ? fault_of(n->value, w->expected) : SEQUENCE_MISSING;
    if (swapped(w, i)) {
        w->tell(w->check, n, SEQUENCE_DISORDER, w->before, right);
        w->before = w->like = w->list->at[i + 1].no;
        w->expected += 2;
        return 2;
    }
    bool slip = fault == SEQUENCE_MISSING || next_value(w, i) == w->expected + 1;
    bool extra = fault != SEQUENCE_FINE && n->value && next_value(w, i) == w->expected;
    if (fault != SEQUENCE_FINE)
        w->tell(w->check, n, fault, w->before, slip ? right : STR(""));
    if (!extra) /* 1 2 2 3: one too many, and the next is right */
        w->expected = slip ? w->expected + 1 : n->value + 1;
    if (n->no.n)
        w->before = w->like = n->no;
    return 1;
}

void sequence_check(struct check *check, struct numbered_list *list, sequence_tell *tell)
{
    bool usual;
    for (size_t i = 0; i < list->n; i++)
        list->at[i].value = read_number(check->arena, list->at[i].no);
    struct walk w = {.check = check,
                     .list = list,
                     .again = begins_again(list, &usual),
                     .before = STR(""),
                     .like = STR(""),
                     .tell = tell};
    bool lost = false;
    for (size_t i = 0; usual && i < list->n;) {
        const struct numbered *n = &list->at[i];
        if (n->no.n && !n->value) { /* 1.2, 附1: no telling what is next */
            lost = true;
            i++;
            continue;
        }
        begin(&w, n, i == 0 || lost);
        lost = false;
        i += take(&w, i);
    }
}
