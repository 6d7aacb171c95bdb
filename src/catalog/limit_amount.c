/* Amounts, and when a number with a unit is none: see the page in limit.c. */
#include "catalog/limit_amount.h"

#include "catalog/numeral.h"

/* clang-format off */
static const char *const immediates[] = {
    "即时办结", "即时办理", "即时办毕", "即时完成", "即办件", "即时即办", "即来即办", "即办", "当场办结",
    "当场办理完毕", "当场办理", "当场办毕", "立即办结", "立即办理", "实时办结", "现场办结", "马上办结",
    "即刻办结", "随到随办", "随时办结", "立等可取", "秒批", "秒办",
};
/* Immediate only where nothing follows: 当场受理 is not. */
static const char *const immediate_ends[] = {"即时", "当场", "立即"};
static const char *const same_day[] = {"当日办结", "当天办结", "当日内办结", "当天内办结"};

static const struct {
    const char *s;
    enum limit_unit unit;
    unsigned times;
} units[] = {
    {"工作日", LIMIT_WORKDAY, 1}, {"工作天", LIMIT_WORKDAY, 1},
    {"自然日", LIMIT_DAY, 1}, {"日历日", LIMIT_DAY, 1}, {"日历天", LIMIT_DAY, 1},
    {"天", LIMIT_DAY, 1}, {"日", LIMIT_DAY, 1},
    {"星期", LIMIT_DAY, 7}, {"周", LIMIT_DAY, 7}, /* exactly seven days */
    {"月", LIMIT_MONTH, 1}, {"周年", LIMIT_YEAR, 1}, {"年", LIMIT_YEAR, 1},
};

static const char *const inners[] = {"之日内", "以内", "之内", "内", "(含)", "（含）"};
static const char *const verbs[] = {
    "办结完毕", "办理完毕", "办理完结", "办理完成", "办结", "办毕", "办理", "完成", "完毕",
};
/* Behind a number with a unit: then it is no limit. */
static const char *const not_before[] = {
    "以上", "以下", "以后", "之后", "之前", "以前", "前", "后", "半", "多", "余", "左右", "的",
};
/* Before a number with a unit: then it is no limit. */
static const char *const not_behind[] = {
    "第", "每", "提前", "至少", "不少于", "不低于", "大于", "少于", "低于", "满", "年", "月", "近",
};
static const char *const exceed_fine[] = {
    "不超过", "不得超过", "不能超过", "不可超过", "不应超过", "不会超过", "不准超过", "未超过",
};
static const char *const negations[] = {
    "不", "非", "未", "未能", "不能", "不可", "无法", "难以", "不予", "不可以", "不能够",
};
/* clang-format on */

bool limit_is_range(uint32_t c)
{
    return rune_in(c, "-~－—–～至到");
}

/* 20, or a range, whose end counts, or a sum. Returns the index behind it, 0 for none. */
static size_t read_number(const struct runes *r, size_t i, unsigned *value)
{
    size_t used = numeral_read(r->c + i, r->n - i, value);
    if (!used)
        return 0;
    i += used;
    while (i + 1 < r->n) {
        uint32_t sign = r->c[i];
        unsigned next;
        if (!limit_is_range(sign) && !rune_in(sign, "+＋=＝"))
            break;
        used = numeral_read(r->c + i + 1, r->n - i - 1, &next);
        if (!used)
            break;
        *value = rune_in(sign, "+＋") ? *value + next : next;
        if (*value > NUMERAL_MOST)
            *value = NUMERAL_MOST + 1;
        i += 1 + used;
    }
    return runes_skip_lines(r, i);
}

/* 月 without 个 is the name of a month, unless 内 follows: 三月内. */
static bool unit_fits(const struct runes *r, size_t end, bool measure,
                      enum limit_unit unit, unsigned value)
{
    if (unit == LIMIT_MONTH)
        return measure || ANY_AT(r, end, inners);
    return unit != LIMIT_YEAR || value < 1000; /* 2024年 is a year of the calendar */
}

static size_t read_unit(const struct runes *r, size_t i, struct limit_part *p)
{
    size_t behind = runes_word(r, i, "个");
    if (!behind)
        behind = runes_word(r, i, "個");
    for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
        size_t end = runes_word(r, behind ? behind : i, units[k].s);
        if (!end || !unit_fits(r, end, behind, units[k].unit, p->value))
            continue;
        p->unit = units[k].unit;
        p->value *= units[k].times;
        return end;
    }
    return 0;
}

static size_t read_half(const struct runes *r, size_t i, struct limit_part *p)
{
    size_t end = runes_word(r, i, "半年");
    *p = (struct limit_part){.kind = LIMIT_WITHIN, .value = 6, .unit = LIMIT_MONTH};
    if (end)
        return end;
    end = runes_word(r, i, "半个月");
    *p = (struct limit_part){.kind = LIMIT_WITHIN, .value = 15, .unit = LIMIT_DAY};
    return end;
}

/* True where a clause may end: nothing of meaning follows. */
static bool at_end(const struct runes *r, size_t i)
{
    return i >= r->n || rune_in(r->c[i], "；;。，,、/／\n)）(（.！!");
}

static size_t read_immediate(const struct runes *r, size_t i, struct limit_part *p)
{
    *p = (struct limit_part){.kind = LIMIT_IMMEDIATE};
    size_t end = ANY_AT(r, i, immediates);
    if (!end) {
        end = ANY_AT(r, i, immediate_ends);
        if (end && !at_end(r, end))
            end = 0;
    }
    if (end)
        return end;
    *p = (struct limit_part){.kind = LIMIT_WITHIN, .value = 1, .unit = LIMIT_DAY};
    return ANY_AT(r, i, same_day);
}

/* Behind an amount: 内, 以内办结 … */
static size_t skip_tail(const struct runes *r, size_t i)
{
    size_t end;
    while ((end = ANY_AT(r, i, inners)))
        i = end;
    end = ANY_AT(r, i, verbs);
    return end ? end : i;
}

/* 超过3个月 is a condition, 不超过3个月 a limit. */
static bool exceeds(const struct runes *r, size_t start, size_t i)
{
    return runes_word_before(r, start, i, "超过") != STR_NONE &&
           !ANY_BEFORE(r, start, i, exceed_fine);
}

static bool denied(const struct runes *r, size_t start, size_t i, size_t end,
                   const struct limit_part *p)
{
    if (p->kind == LIMIT_IMMEDIATE)
        return ANY_BEFORE(r, start, i, negations) || runes_word(r, end, "的");
    return exceeds(r, start, i) || ANY_BEFORE(r, start, i, not_behind) ||
           ANY_AT(r, end, not_before) || runes_word(r, skip_tail(r, end), "的");
}

size_t limit_amount(const struct runes *r, size_t start, size_t i, struct limit_part *p,
                    size_t *skip)
{
    *skip = 1;
    size_t end = read_immediate(r, i, p);
    if (!end)
        end = read_half(r, i, p);
    if (!end) {
        *p = (struct limit_part){.kind = LIMIT_WITHIN};
        size_t number = read_number(r, i, &p->value);
        if (!number)
            return 0;
        *skip = number - i;
        end = read_unit(r, number, p);
        if (!end || p->value > NUMERAL_MOST)
            return 0;
        if (p->value == 0) /* 0个工作日 is how portals print 即办件 */
            *p = (struct limit_part){.kind = LIMIT_IMMEDIATE};
    }
    *skip = end - i;
    return denied(r, start, i, end, p) ? 0 : skip_tail(r, end);
}
