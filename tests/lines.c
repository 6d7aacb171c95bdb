#include "lines.h"

#include "base/utf8.h"

#include <stdio.h>

static const char no_start[] = "，。、；：？！）》〕」』”’〉】〗］｝—…％‰℃·～,.;:?!)]}%";
static const char no_end[] = "（《〔「『“‘〈【〖［｛([{";

/* The text as code points, with the byte each begins at; at[n] is the end. */
struct points {
    uint32_t *c;
    size_t *at;
    size_t n;
};

static struct points points_of(struct arena *a, struct str text)
{
    struct points p = {0};
    p.c = arena_array(a, text.n + 1, sizeof *p.c);
    p.at = arena_array(a, text.n + 1, sizeof *p.at);
    for (struct str rest = text; rest.n;) {
        p.at[p.n] = text.n - rest.n;
        p.c[p.n++] = utf8_next(&rest);
    }
    p.at[p.n] = text.n;
    return p;
}

static bool one_of(uint32_t c, const char *set)
{
    struct str rest = str_of(set);
    while (c && rest.n)
        if (utf8_next(&rest) == c)
            return true;
    return false;
}

static bool digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool letter(uint32_t c)
{
    return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool han(uint32_t c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

static bool blank(uint32_t c)
{
    return c == ' ' || c == 0x3000 || c == '\t' || c == 0xA0;
}

/* Each of these returns the point behind the run that begins at i, or i. p->c[p->n] is 0,
 * so looking one past a match is always allowed. */

static size_t digits(const struct points *p, size_t i)
{
    while (digit(p->c[i]))
        i++;
    return i;
}

static size_t numerals(const struct points *p, size_t i)
{
    while (one_of(p->c[i], "〇零一二三四五六七八九十百千"))
        i++;
    return i;
}

static bool is(const struct points *p, size_t i, const char *word)
{
    for (struct str rest = str_of(word); rest.n; i++)
        if (i >= p->n || p->c[i] != utf8_next(&rest))
            return false;
    return true;
}

/* 2020年12月28日, also 12月28日 and 2020年: from the number on. */
static size_t date(const struct points *p, size_t i,
                   size_t (*number)(const struct points *, size_t))
{
    static const char *const parts[] = {"年", "月", "日"};
    size_t end = i;
    for (size_t k = 0; k < 3; k++) {
        size_t behind = number(p, end);
        if (behind > end && is(p, behind, parts[k]))
            end = behind + 1;
    }
    return end;
}

/* 5个工作日, 3个月, 30%, 5万元, 3小时; the number is behind i already. */
static size_t unit(const struct points *p, size_t i)
{
    static const char *const units[] = {
        "个工作日", "个自然日", "个月", "个小时", "个年度", "工作日", "万元", "亿元",
        "小时",     "分钟",     "元",   "个",     "天",     "日",     "月",   "年",
        "周",       "份",       "张",   "人",     "岁",     "次",     "号",   "条",
        "款",       "项",       "%",    "％",     "‰",      "℃",
    };
    for (size_t k = 0; k < sizeof units / sizeof *units; k++)
        if (is(p, i, units[k]))
            return i + utf8_count(str_of(units[k]));
    return i;
}

/* 002036001002-1, 0737-2817103, 8:30-17:30, 1,000.50, 2022—2024; a web address is none. */
static size_t code(const struct points *p, size_t i)
{
    size_t end = i;
    bool any = false;
    if (i > 0 && one_of(p->c[i - 1], "/@_"))
        return i;
    for (;;) {
        for (; letter(p->c[end]); end++)
            any |= digit(p->c[end]);
        bool joined =
            one_of(p->c[end], "-.,:") || (one_of(p->c[end], "—–～") && end > i &&
                                          digit(p->c[end - 1]) && digit(p->c[end + 1]));
        if (end == i || !joined || !letter(p->c[end + 1]))
            break;
        end++;
    }
    return any && !one_of(p->c[end], "/@_") ? end : i;
}

static size_t number(const struct points *p, size_t i)
{
    size_t end = code(p, i), dated = date(p, i, digits);
    if (dated > i)
        return dated > end ? dated : end;
    if (end == i || !digit(p->c[end - 1]))
        return end;
    return is(p, end, " 个工作日") ? unit(p, end + 1) : unit(p, end);
}

/* Chinese numerals with a year or month of their own: 二〇二〇年三月五日; and with what time
 * is counted by: 三个月. */
static size_t spelled(const struct points *p, size_t i)
{
    static const char *const counted[] = {"个工作日", "个自然日", "个月", "个小时"};
    size_t year = numerals(p, i);
    if (is(p, year, "两"))
        year++;
    for (size_t k = 0; year > i && k < sizeof counted / sizeof *counted; k++)
        if (is(p, year, counted[k]))
            return year + utf8_count(str_of(counted[k]));
    return year - i == 4 && is(p, year, "年") ? date(p, i, numerals) : i;
}

/* 第三十二条, 第12条, 第（二）项 */
static size_t article(const struct points *p, size_t i)
{
    if (!is(p, i, "第"))
        return i;
    bool bracket = is(p, i + 1, "（");
    size_t from = i + 1 + bracket, end = numerals(p, from);
    if (end == from)
        end = digits(p, from);
    if (end == from || (bracket && !is(p, end, "）")))
        return i;
    end += bracket;
    if (is(p, end, "个工作日") || is(p, end, "个月"))
        return unit(p, end);
    return one_of(p->c[end], "条款项章节页") ? end + 1 : i;
}

/* 〔2020〕41号; what stands before it is added by the caller. */
static size_t paper(const struct points *p, size_t i)
{
    if (!is(p, i, "〔"))
        return i;
    size_t year = digits(p, i + 1);
    if (year - i != 5 || !is(p, year, "〕"))
        return i;
    size_t end = digits(p, year + 1);
    return end > year + 1 && is(p, end, "号") ? end + 1 : i;
}

static size_t twins(const struct points *p, size_t i)
{
    size_t end = i;
    while ((p->c[i] == 0x2014 || p->c[i] == 0x2026) && p->c[end] == p->c[i])
        end++;
    return end > i + 1 ? end : i;
}

/* Behind the marks, and the blanks before them, that no line may begin with. */
static size_t marks_end(const struct points *p, size_t i)
{
    for (size_t k = i; blank(p->c[k]) || one_of(p->c[k], no_start); k++)
        if (!blank(p->c[k]))
            i = k + 1;
    return i;
}

static void add(struct arena *a, struct guarded_text *t, const struct points *p,
                size_t from, size_t to)
{
    struct guarded *g = vec_push(a, t);
    g->from = p->at[from];
    g->to = p->at[to];
    while (from > 0 && one_of(p->c[from - 1], no_end))
        from--;
    g->whole.from = p->at[from];
    g->whole.to = p->at[marks_end(p, to)];
}

struct guarded_text lines_guard(struct arena *a, struct str text)
{
    static size_t (*const runs[])(const struct points *,
                                  size_t) = {number, spelled, article, paper, twins};
    enum { ORGAN = 4 }; /* of the organ's short name, whose beginning nothing marks */
    struct guarded_text t = {.text = text};
    struct points p = points_of(a, text);
    for (size_t i = 0; i < p.n;) {
        size_t end = i, from = i;
        for (size_t k = 0; k < sizeof runs / sizeof *runs && end == i; k++)
            end = runs[k](&p, i);
        for (; end > i && is(&p, i, "〔") && i - from < ORGAN && from > 0; from--)
            if (!han(p.c[from - 1]))
                break;
        if (end > from + 1)
            add(a, &t, &p, from, end);
        i = end > i ? end : i + 1;
    }
    return t;
}

static void tell(const struct guarded_text *t, size_t at, const char *what)
{
    size_t from = at > 45 ? at - 45 : 0, to = at + 45 < t->text.n ? at + 45 : t->text.n;
    while (from > 0 && (t->text.s[from] & 0xC0) == 0x80)
        from--;
    while (to < t->text.n && (t->text.s[to] & 0xC0) == 0x80)
        to++;
    printf("%s: %.*s|%.*s\n", what, (int)(at - from), t->text.s + from, (int)(to - at),
           t->text.s + at);
}

/* The last character before, or the first one behind, that is no blank. */
static uint32_t visible_before(struct str text, size_t *at)
{
    uint32_t c = 0;
    for (size_t n; *at; *at -= n)
        if (!blank(c = utf8_last(str_slice(text, 0, *at), &n))) {
            *at -= n;
            return c;
        }
    return 0;
}

static uint32_t visible_behind(struct str text, size_t at, size_t *end)
{
    struct str rest = str_from(text, at);
    uint32_t c = 0;
    while (rest.n && blank(c = utf8_next(&rest)))
        ;
    *end = text.n - rest.n;
    return blank(c) ? 0 : c;
}

/* Blanks to write on, wider than the line with the brackets around them, cannot be set
 * otherwise. */
static bool is_wide_blank(const struct guarded_text *t, size_t from, size_t to,
                          const struct line_measure *m)
{
    return m->width(m->context, str_slice(t->text, from, to)) > m->measure;
}

static void check_marks(const struct guarded_text *t, size_t at,
                        const struct line_measure *m, struct line_faults *sum)
{
    size_t from = at, to;
    uint32_t last = visible_before(t->text, &from);
    uint32_t first = visible_behind(t->text, at, &to);
    bool bad_start = one_of(first, no_start), bad_end = one_of(last, no_end);
    if ((bad_start || bad_end) && is_wide_blank(t, from, to, m)) {
        sum->wide++;
        return;
    }
    sum->starts += bad_start;
    sum->ends += bad_end;
    if (bad_start)
        tell(t, at, "forbidden start");
    if (bad_end)
        tell(t, at, "forbidden end");
}

void lines_check(const struct guarded_text *t, size_t at, const struct line_measure *m,
                 struct line_faults *sum)
{
    sum->breaks++;
    check_marks(t, at, m, sum);
    size_t low = 0, high = t->n; /* the first run that ends behind the break */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (t->at[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == t->n || t->at[low].from >= at)
        return;
    const struct guarded *g = &t->at[low];
    struct str whole = str_slice(t->text, g->whole.from, g->whole.to);
    if (m->width(m->context, whole) > m->measure) {
        sum->wide++;
        return;
    }
    sum->runs++;
    tell(t, at, "broken run");
}
