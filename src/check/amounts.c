#include "check/amounts.h"

#include "catalog/limit_amount.h"
#include "catalog/numeral.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
/* One of these stands in every amount that matters; 当场受理 is no amount. */
static const struct str traces[] = {
    STR_INIT("工作日"), STR_INIT("日内"), STR_INIT("天内"), STR_INIT("月内"),
    STR_INIT("办结"), STR_INIT("办毕"),
};
static const struct str ends[] = {
    STR_INIT("办结"), STR_INIT("办毕"), STR_INIT("完毕"), STR_INIT("完成"), STR_INIT("完结"),
};
/* clang-format on */

/* 日, 内, 结, 毕: a trace ends with one of these. */
static bool ends_trace(const char *s)
{
    static const char *const last[] = {"日", "内", "结", "毕"};
    for (size_t i = 0; i < COUNT(last); i++)
        if (s[2] == last[i][2] && s[1] == last[i][1] && s[0] == last[i][0])
            return true;
    return false;
}

static bool has_trace(struct str text)
{
    for (size_t at = 0; at + 3 <= text.n;
         at += (unsigned char)text.s[at] < 0xE0 ? 1 : 3) {
        if (!ends_trace(text.s + at))
            continue;
        for (size_t i = 0; i < COUNT(traces); i++)
            if (str_ends(str_slice(text, 0, at + 3), traces[i]))
                return true;
    }
    return false;
}

/* True for the first character of any amount: a number, 半, 即时, 当日, 立即, 实时, 现场, 马上,
 * 随到, 秒批. The tables of limit_amount.c are long, and most characters begin none. */
static bool can_begin(uint32_t c)
{
    return rune_in(c, "半即当立实现马随秒") || numeral_rune(c);
}

static void add(struct arena *a, struct amounts *list, struct str text,
                const struct runes *r, size_t start, size_t from, size_t to,
                const struct limit_part *p)
{
    *vec_push(a, list) = (struct amount){
        .words = str_slice(text, r->at[from], r->at[to]),
        .before = str_slice(text, r->at[start], r->at[from]),
        .after = str_from(text, r->at[to]),
        .part = *p,
    };
}

struct amounts amounts_find(struct arena *a, struct str text)
{
    struct amounts list = {0};
    if (!has_trace(text))
        return list;
    struct runes r = runes_of(a, text);
    size_t start = 0;
    for (size_t i = 0; i < r.n;) {
        struct limit_part p;
        size_t skip, end;
        if (rune_in(r.c[i], "。；;\n")) {
            start = ++i;
            continue;
        }
        if (!can_begin(r.c[i])) {
            i++;
            continue;
        }
        end = limit_amount(&r, start, i, &p, &skip);
        if (end) {
            add(a, &list, text, &r, start, i, end, &p);
            start = end;
        }
        i = end ? end : i + skip;
    }
    return list;
}

bool amount_same(const struct limit_part *a, const struct limit_part *b)
{
    if (a->kind != b->kind)
        return false;
    return a->kind != LIMIT_WITHIN || (a->value == b->value && a->unit == b->unit);
}

bool amount_finishes(const struct amount *amount)
{
    for (size_t i = 0; i < COUNT(ends); i++)
        if (str_ends(amount->words, ends[i]))
            return true;
    return false;
}
