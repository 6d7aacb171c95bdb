/* The grammar of time limits, as offices write them.
 *
 *     limit     = clause { separator clause }
 *     clause    = words [bound] amount [inner] [verb] rest
 *     amount    = immediate | number unit | 半年 | 半个月 | 当日办结
 *     immediate = 即时办结, 当场办结, 即办件, 立等可取 … (the table `immediates`)
 *     number    = 20, ２０, 二十, 二十一, 20（二十）, 5-10 (its end), 5+10+5=20 (its sum)
 *     unit      = [个] 工作日 | 日 | 天 | 周 | 个月 | 年 …  (the table `units`)
 *     bound     = 不超过, 不得超过, 最长, 应在, 为 … (dropped; the table `bounds`)
 *     inner     = 内, 以内, 之内;  verb = 办结, 办理完毕 …
 *     separator = ； 。 ， line end; and 、 / ( ) once the clause has its amount
 *
 * The words before an amount say for whom or where it holds (在职职工, 线上) and become
 * `when`. A text is walked once from left to right: at each place an amount is tried; where
 * one stands, what was passed since the last one is its words.
 *
 *     在职职工 不超过 5个工作日 ； 灵活就业人员 即时办结
 *     └ when ┘ └bound┘└amount┘    └── when ──┘ └amount┘
 *
 * A clause without an amount is one of three:
 *     a condition, 如需补缴，自完成补缴之日起20个工作日: goes to the words of the next amount;
 *     a note, 20个工作日（不含公示时间）: means nothing by itself, dropped (the text is kept);
 *     a statement, 医院办结: a part of kind LIMIT_OTHER, said and not guessed.
 * Which one, its first or last words tell (tables `conditions`, `notes`, `statements`).
 *
 * A number with a unit is not always a limit. It is part of the words when the place before
 * or behind says so: 第3个工作日, 每月20日前, 12月31日, 3个月以上的, 2024年. And an immediate
 * phrase is not one behind 不能 or before 的 (不能即时办结的).
 *
 * Blanks are nowhere of meaning (不超过30 个工作日, 拨付-办 结), so the text is first laid
 * out as code points without them; each remembers its byte in the text, since the words
 * borrow from it. A line end is kept: it separates 线下即时办结 from 线上….
 *
 * Rejected: regular expressions per form (the compounds multiply them), and taking the
 * largest number found (a reader on the counter side must see who waits how long). */
#include "catalog/limit.h"

#include "catalog/limit_amount.h"
#include "catalog/numeral.h"
#include "base/utf8.h"

struct scan {
    struct arena *arena;
    struct str text;
    struct runes r;
    struct limit *out;
    size_t start;    /* first rune of the words not yet given away */
    bool has_amount; /* the clause has one */
    bool bracket;    /* inside brackets that opened behind an amount */
    bool joined;     /* only + or - stood between this amount and the one before */
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
/* Dropped from the end of the words; `but` are characters before it that make it part of
 * another word (行为, 所在). */
static const struct {
    const char *s, *but;
} bounds[] = {
    {"不超过", ""}, {"不得超过", ""}, {"不能超过", ""}, {"不可超过", ""}, {"不应超过", ""},
    {"不会超过", ""}, {"不准超过", ""}, {"未超过", ""}, {"最长", ""}, {"最多", ""},
    {"至多", ""}, {"最迟", ""}, {"最晚", ""}, {"应当", ""}, {"确保", ""}, {"保证", ""},
    {"必须", ""}, {"可以", ""}, {"限时", ""}, {"予以", ""}, {"实行", ""}, {"办理时限", ""},
    {"在", "所存现内潜"}, {"于", "由属关对低高少多大小等终基"}, {"为", "行作因认以成"},
    {"是", "但于凡可若"}, {"均", "平人"}, {"都", "首"}, {"可", "许认"}, {"应", "相对供反"},
    {"需", "所必急军"}, {"限", "时期权年有"}, {"须", "必"}, {"约", "预签合公履违"},
};
/* The field's own name says nothing about when. */
static const char *const labels[] = {"办理时限", "办结时限", "办理期限", "办结期限", "时限", "期限"};
/* Dropped from the front of the words; the second kind only where nothing else stands, for
 * 和田, 及时. */
static const char *const joints[] = {"或者", "或", "并且", "其中"};
static const char *const lone_joints[] = {"和", "及", "并", "且", "而"};

static const char *const notes[] = {
    "不含", "不包括", "不包含", "不计", "除外", "除", "注", "备注", "含", "包括", "包含", "具体",
    "详见", "特殊情况除外", "遇法定节假日", "遇节假日", "节假日顺延", "法定节假日",
};
static const char *const conditions[] = {
    "如", "若", "自", "从", "因", "对", "经", "凡", "属", "需", "当", "符合", "不能", "无法", "不符合",
    "受理后", "收到",
};
static const char *const condition_ends[] = {"的", "后", "时", "者", "起", "下", "："};
/* A clause with one of these says something by itself. */
static const char *const statements[] = {
    "办结", "办理", "完成", "执行", "规定", "为准", "另行", "延长", "确定", "协商", "约定", "长期",
};
/* clang-format on */

/* ---- words ---- */

static bool is_noise(uint32_t c)
{
    return rune_in(c, "\n，,、；;：:。./／+＋=＝");
}

/* 1. and （2） and ① in front of a clause are its number, not its words. */
static size_t skip_mark(const struct runes *r, size_t from, size_t to)
{
    unsigned value;
    bool open = from < to && rune_in(r->c[from], "(（");
    size_t i = from + open;
    if (i < to && r->c[i] >= 0x2460 && r->c[i] <= 0x2473)
        return i + 1;
    size_t used = i < to ? numeral_read(r->c + i, to - i, &value) : 0;
    if (used && i + used < to && rune_in(r->c[i + used], open ? ")）" : ".．、"))
        return i + used + 1;
    return from;
}

static size_t skip_joint(const struct runes *r, size_t from, size_t to)
{
    size_t end = ANY_AT(r, from, joints);
    if (end && end <= to)
        return end;
    return ANY_AT(r, from, lone_joints) == to && from < to ? to : from;
}

static size_t trim_front(const struct runes *r, size_t from, size_t to)
{
    for (;;) {
        size_t before = from;
        while (from < to && (is_noise(r->c[from]) || rune_in(r->c[from], ")）】]")))
            from++;
        from = skip_mark(r, from, to);
        from = skip_joint(r, from, to);
        if (from == before || from >= to)
            return from < to ? from : to;
    }
}

static size_t drop_bound(const struct runes *r, size_t from, size_t to)
{
    for (size_t k = 0; k < COUNT(bounds); k++) {
        size_t at = runes_word_before(r, from, to, bounds[k].s);
        if (at != STR_NONE && (at == from || !rune_in(r->c[at - 1], bounds[k].but)))
            return at;
    }
    return to;
}

static size_t trim_back(const struct runes *r, size_t from, size_t to)
{
    for (;;) {
        size_t before = to;
        while (to > from && (is_noise(r->c[to - 1]) || rune_in(r->c[to - 1], "(（【[")))
            to--;
        to = drop_bound(r, from, to);
        if (to == before)
            return to;
    }
}

static bool is_label(const struct runes *r, size_t from, size_t to)
{
    for (size_t k = 0; k < COUNT(labels); k++)
        if (runes_word(r, from, labels[k]) == to)
            return true;
    return false;
}

/* The runes from..to as the reader's words, borrowed from the text. */
static struct str words(const struct scan *s, size_t from, size_t to)
{
    const struct runes *r = &s->r;
    from = trim_front(r, from, to);
    to = trim_back(r, from, to);
    if (to - from >= 2 && rune_in(r->c[from], "(（【[") &&
        rune_in(r->c[to - 1], ")）】]"))
        from++, to--;
    if (from >= to || is_label(r, from, to))
        return STR("");
    struct str rest = str_from(s->text, r->at[to - 1]);
    utf8_next(&rest);
    return str_slice(s->text, r->at[from], s->text.n - rest.n);
}

/* ---- clauses ---- */

static void push(struct scan *s, struct limit_part p)
{
    *vec_push(s->arena, s->out) = p;
}

static bool starts_as(const struct scan *s, size_t from, size_t to,
                      const char *const *table, size_t n)
{
    from = trim_front(&s->r, from, to);
    size_t end = runes_any(&s->r, from, table, n);
    return end && end <= to;
}

static bool holds(const struct runes *r, size_t from, size_t to, const char *const *table,
                  size_t n)
{
    for (size_t i = from; i < to; i++) {
        size_t end = runes_any(r, i, table, n);
        if (end && end <= to)
            return true;
    }
    return false;
}

/* A clause that waits for the amount behind it. */
static bool is_condition(const struct scan *s, size_t to)
{
    const struct runes *r = &s->r;
    if (ANY_BEFORE(r, s->start, to, condition_ends))
        return true;
    if (starts_as(s, s->start, to, conditions, COUNT(conditions)))
        return true;
    return !holds(r, s->start, to, statements, COUNT(statements));
}

/* Ends the clause at `to`; what is left of its words is a note or something unknown, or
 * stays to be the words of the next amount. */
static void end_clause(struct scan *s, size_t to, bool last)
{
    struct str left = words(s, s->start, to);
    bool note =
        s->bracket || (s->out->n && starts_as(s, s->start, to, notes, COUNT(notes)));
    if (!s->has_amount && left.n && !note) {
        if (!last && is_condition(s, to))
            return;
        push(s, (struct limit_part){.when = left, .kind = LIMIT_OTHER});
    }
    s->start = to;
    s->has_amount = false;
    s->joined = false;
}

/* 10个工作日+5个工作日 and 5个工作日至10个工作日 are one limit. */
static bool join(struct scan *s, size_t at, const struct limit_part *p)
{
    const struct runes *r = &s->r;
    if (!s->joined || s->out->n == 0 || s->start >= at)
        return false;
    struct limit_part *before = &s->out->at[s->out->n - 1];
    size_t sign = runes_skip_lines(r, s->start);
    bool sum = rune_in(r->c[sign], "+＋");
    if (!sum && !(limit_is_range(r->c[sign]) && sign + 1 == at))
        return false;
    if (before->kind != LIMIT_WITHIN || p->kind != LIMIT_WITHIN ||
        before->unit != p->unit) {
        *before = (struct limit_part){.when = before->when, .kind = LIMIT_OTHER};
        return true;
    }
    if (sum && sign + 1 < at)
        before->when = STR(""); /* 受理5个工作日+审核10个工作日: of the whole */
    before->value = sum ? before->value + p->value : p->value;
    if (before->value > NUMERAL_MOST)
        *before = (struct limit_part){.when = before->when, .kind = LIMIT_OTHER};
    return true;
}

static void take_amount(struct scan *s, size_t at, size_t end, struct limit_part p)
{
    bool note = s->out->n && starts_as(s, s->start, at, notes, COUNT(notes));
    if (!note && !join(s, at, &p)) {
        p.when = words(s, s->start, at);
        push(s, p);
    }
    s->start = end;
    s->has_amount = true;
    s->joined = true;
}

/* The end of brackets that only break a limit down: （5个工作日+10个工作日）; else 0. */
static size_t breakdown_end(const struct runes *r, size_t open)
{
    bool sum = false;
    for (size_t i = open + 1; i < r->n; i++) {
        sum = sum || rune_in(r->c[i], "+＋");
        if (rune_in(r->c[i], ")）"))
            return sum ? i + 1 : 0;
    }
    return 0;
}

/* Brackets behind an amount hold a clause of their own. */
static size_t take_bracket(struct scan *s, size_t i)
{
    bool open = rune_in(s->r.c[i], "(（");
    end_clause(s, i, false);
    s->start = i + 1;
    s->bracket = open;
    if (!open)
        return i + 1;
    size_t end = breakdown_end(&s->r, i);
    if (end) {
        s->start = end;
        s->bracket = false;
        s->has_amount = true;
    }
    return end ? end : i + 1;
}

static bool separates(const struct scan *s, uint32_t c)
{
    if (rune_in(c, "；;。，,\n"))
        return true;
    return s->has_amount && rune_in(c, "、/／");
}

static void walk(struct scan *s)
{
    const struct runes *r = &s->r;
    for (size_t i = 0; i < r->n;) {
        uint32_t c = r->c[i];
        if ((s->has_amount && rune_in(c, "(（")) || (s->bracket && rune_in(c, ")）"))) {
            i = take_bracket(s, i);
            continue;
        }
        if (separates(s, c)) {
            end_clause(s, i, false);
            i++;
            continue;
        }
        struct limit_part p;
        size_t skip, end = limit_amount(r, s->start, i, &p, &skip);
        if (end)
            take_amount(s, i, end, p);
        i = end ? end : i + skip;
    }
    end_clause(s, r->n, true);
}

/* A text of which nothing was understood is one part without words. */
static void settle(struct limit *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i].kind != LIMIT_OTHER)
            return;
    l->n = 1;
    l->at[0] = (struct limit_part){.when = STR(""), .kind = LIMIT_OTHER};
}

struct limit limit_parse(struct arena *a, struct str text)
{
    struct limit l = {0};
    text = str_trim(text);
    if (!text.n)
        return l;
    if (text.n > LIMIT_MOST_BYTES) {
        *vec_push(a, &l) = (struct limit_part){.when = STR(""), .kind = LIMIT_OTHER};
        return l;
    }
    struct scan s = {.arena = a, .text = text, .r = runes_of(a, text), .out = &l};
    walk(&s);
    if (l.n == 0)
        push(&s, (struct limit_part){.when = STR(""), .kind = LIMIT_OTHER});
    settle(&l);
    return l;
}

bool limit_known(const struct limit *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i].kind == LIMIT_OTHER)
            return false;
    return true;
}

/* In fifths of a day: five working days are a week. */
static unsigned long length(const struct limit_part *p)
{
    static const unsigned fifths[] = {
        [LIMIT_NONE] = 0,    [LIMIT_WORKDAY] = 7, [LIMIT_DAY] = 5,
        [LIMIT_MONTH] = 150, [LIMIT_YEAR] = 1825,
    };
    return (unsigned long)p->value * fifths[p->unit];
}

static unsigned long longest(const struct limit *l)
{
    unsigned long most = 0;
    for (size_t i = 0; i < l->n; i++)
        if (length(&l->at[i]) > most)
            most = length(&l->at[i]);
    return most;
}

int limit_compare(const struct limit *a, const struct limit *b)
{
    unsigned long x = longest(a), y = longest(b);
    return x < y ? -1 : x > y;
}
