#include "layout/text_breaks.h"

#include "catalog/runes.h"
#include "base/utf8.h"

/* The sets below are texts so that they can be read. Ideographs, most letters of most
 * texts, are in none of them but the last ones. */
static bool within(uint32_t c, struct str set)
{
    char bytes[4];
    return str_has(set, (struct str){bytes, utf8_write(bytes, c)});
}

bool mark_bars_start(uint32_t c)
{
    return !mark_is_ideograph(c) &&
           within(c,
                  STR("，。、；：？！）》〕」』”’—…·～‥•→％‰℃″′〉】〗〞﹒﹐﹑﹔﹕﹖﹗"
                      "］｝．／－–%,.;:?!)]}>/~-+々〻゛゜ーヽヾゝゞぁぃぅぇぉっゃゅょゎ"
                      "ァィゥェォッャュョヮ"));
}

bool mark_bars_end(uint32_t c)
{
    return !mark_is_ideograph(c) &&
           within(c, STR("（《〔「『“‘〈【〖〝［｛([{<＃#￥¥$№§＠@"));
}

bool mark_squeezes(uint32_t c)
{
    return !mark_is_ideograph(c) &&
           within(c, STR("，。、；：）》〕」』”’〉】〗！？．］｝"));
}

bool mark_is_western(uint32_t c)
{
    return c > ' ' && c < 0x2000 && c != 0xA0 && c != 0xB7;
}

static bool is_alnum(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A);
}

bool mark_quote_break(uint32_t before, uint32_t after)
{
    if (after == 0x201C || after == 0x2018)
        return before && !is_alnum(before) && !mark_bars_end(before);
    if (before == 0x201D || before == 0x2019)
        return !is_alnum(after) && !mark_bars_start(after);
    return false;
}

/* The tokens that stay whole. Each function takes the letters and a place and returns the
 * place behind its token, or the same place when none begins there. */
struct tokens {
    const struct letter *at;
    size_t n;
};

static uint32_t look(const struct tokens *t, size_t i)
{
    return i < t->n ? t->at[i].c : 0;
}

/* 002036001002-1, 0737-2817103, 2022—2024, 8:30-12:00, 1,000.5, http://a.b/c */
static size_t word_end(const struct tokens *t, size_t i)
{
    if (!is_alnum(look(t, i)))
        return i;
    while (is_alnum(look(t, i)) || look(t, i) == '_') {
        size_t joint = ++i;
        while (joint - i < 3 && look(t, joint) < 0x80 &&
               within(look(t, joint), STR("-./:_@+%#&?=~,'*")))
            joint++;
        if (joint == i && rune_digit(look(t, i - 1)) && rune_digit(look(t, i + 1)) &&
            within(look(t, i), STR("—–－～〜×·")))
            joint++;
        if (joint > i && is_alnum(look(t, joint)))
            i = joint;
    }
    while (look(t, i) && within(look(t, i), STR("%％‰℃°+")))
        i++;
    return i;
}

static size_t digits_end(const struct tokens *t, size_t i)
{
    while (rune_digit(look(t, i)))
        i++;
    return i;
}

/* At most as many as any date or amount has: a search from every place of a long row of
 * numerals must stay cheap. */
static size_t numerals_end(const struct tokens *t, size_t i)
{
    enum { MOST = 16 };
    size_t most = i + MOST;
    while (i < most && look(t, i) &&
           within(look(t, i), STR("〇零一二三四五六七八九十百千万亿两")))
        i++;
    return i;
}

/* Behind the word when it stands at i, else i. */
static size_t word_match(const struct tokens *t, size_t i, struct str word)
{
    size_t at = i;
    while (word.n)
        if (look(t, at++) != utf8_next(&word))
            return i;
    return at;
}

/* Units of more than one character; a longer one stands before its beginning. */
static size_t long_unit_end(const struct tokens *t, size_t i)
{
    static const struct str units[] = {
        STR_INIT("个工作日"), STR_INIT("个自然日"), STR_INIT("个日历日"),
        STR_INIT("个日历天"), STR_INIT("个自然月"), STR_INIT("个自然年"),
        STR_INIT("个小时"),   STR_INIT("个月"),     STR_INIT("个年度"),
        STR_INIT("个学年"),   STR_INIT("个季度"),   STR_INIT("个星期"),
        STR_INIT("个周"),     STR_INIT("工作日"),   STR_INIT("自然日"),
        STR_INIT("日历日"),   STR_INIT("小时"),     STR_INIT("分钟"),
        STR_INIT("万元"),     STR_INIT("万人"),     STR_INIT("万户"),
        STR_INIT("万吨"),     STR_INIT("亿元"),     STR_INIT("亿人"),
    };
    size_t end = i;
    for (size_t k = 0; k < sizeof units / sizeof *units && end == i; k++)
        end = word_match(t, i, units[k]);
    return end;
}

/* Behind the unit of a number, or i. A number of Chinese numerals takes fewer: 一 and 二
 * stand in too many other words. */
static size_t unit_end(const struct tokens *t, size_t i, bool spelled)
{
    struct str units = spelled ? STR("年月日个元条")
                               : STR("个年月日号天元万亿份张条款项岁人户次周时分秒工楼层"
                                     "室级类种页章节期批家位名米公千倍折点平寸兆套本台");
    size_t end = long_unit_end(t, i);
    if (end > i || !look(t, i) || !within(look(t, i), units))
        return end;
    return i + 1;
}

/* 30 个工作日: typed with a blank between. Only where a day or a month is counted, as a
 * number before a blank may be anything. */
static size_t spaced_unit_end(const struct tokens *t, size_t i)
{
    size_t end = look(t, i) == ' ' ? long_unit_end(t, i + 1) : i + 1;
    return end > i + 1 ? end : i;
}

/* 5个工作日, 2020年12月28日, 二〇二〇年十二月, 3小时, 两个月 */
static size_t number_end(const struct tokens *t, size_t i)
{
    size_t whole = i;
    for (;;) {
        size_t end = word_end(t, i);
        bool spelled = end == i;
        if (spelled)
            end = numerals_end(t, i);
        if (end == i)
            return whole;
        if (!spelled && !rune_digit(look(t, end - 1)))
            return end;
        size_t behind = unit_end(t, end, spelled);
        if (behind == end)
            behind = spaced_unit_end(t, end);
        if (behind == end)
            return spelled ? whole : end;
        whole = i = behind;
        if (!within(look(t, whole - 1), STR("年月日时分")))
            return whole;
    }
}

/* 第三条, 第12页, 第（二）项, 第5个工作日 */
static size_t ordinal_end(const struct tokens *t, size_t i)
{
    if (look(t, i) != 0x7B2C) /* 第 */
        return i;
    bool bracket = look(t, i + 1) == 0xFF08 || look(t, i + 1) == '(';
    size_t from = i + 1 + bracket;
    size_t end = numerals_end(t, from);
    if (end == from)
        end = digits_end(t, from);
    if (end == from || (bracket && look(t, end) != 0xFF09 && look(t, end) != ')'))
        return i;
    end += bracket;
    size_t unit = long_unit_end(t, end);
    return unit == end && mark_is_ideograph(look(t, end)) ? end + 1 : unit;
}

/* 〔2020〕41号, also with other brackets when 号 follows. */
static size_t year_number_end(const struct tokens *t, size_t i)
{
    if (!look(t, i) || !within(look(t, i), STR("〔［[（(")))
        return i;
    size_t end = digits_end(t, i + 1);
    if (end - i != 5 || !look(t, end) || !within(look(t, end), STR("〕］]）)")))
        return i;
    size_t number = ++end;
    if (look(t, number) == 0x7B2C) /* 第: wrong but seen */
        number++;
    end = digits_end(t, number);
    if (end == number || look(t, end) != 0x53F7) /* 号 */
        return i;
    return end + 1;
}

static size_t twin_end(const struct tokens *t, size_t i)
{
    uint32_t c = look(t, i);
    if (c != 0x2014 && c != 0x2026) /* — … */
        return i;
    while (look(t, i) == c)
        i++;
    return i;
}

/* Binds the short name of the organ before 〔 to it: one cannot see where 根据湘医保发
 * divides, so the nearest four ideographs firmly, up to nine when no more stand there. */
static void glue_organ(struct letter *letters, size_t bracket)
{
    enum { MOST = 9, FIRM = 4 };
    size_t from = bracket;
    while (from > 0 && bracket - from <= MOST && mark_is_ideograph(letters[from - 1].c))
        from--;
    size_t firm = bracket - from > FIRM ? bracket - FIRM : from;
    if (bracket - from > MOST)
        from = firm;
    for (size_t k = from + 1; k <= bracket; k++)
        letters[k].glue = k > firm ? GLUE_FIRM : GLUE_PART;
}

/* Within a date a line may break behind 年, 月, 日 rather than elsewhere. */
static bool is_joint(uint32_t before)
{
    return before < 0x80 ? false : within(before, STR("年月日时分"));
}

static bool is_counter(uint32_t c)
{
    return (c >= 0x2460 && c <= 0x249B) || (c >= 0x2776 && c <= 0x2793);
}

/* ① and, behind a mark, 2. count what follows: alone at the end of a line they are lost. */
static void glue_counters(struct letter *letters, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        size_t from = i;
        while (letters[i].c == '.' && from > 0 && i - from < 2 &&
               rune_digit(letters[from - 1].c))
            from--;
        bool counts = from < i && (from == 0 || mark_squeezes(letters[from - 1].c));
        if ((counts && mark_is_ideograph(letters[i + 1].c)) || is_counter(letters[i].c))
            letters[i + 1].glue = GLUE_FIRM;
    }
}

void marks_glue(struct letter *letters, size_t n)
{
    glue_counters(letters, n);
    static size_t (*const token[])(const struct tokens *, size_t) = {
        number_end, ordinal_end, year_number_end, twin_end};
    const struct tokens t = {letters, n};
    for (size_t i = 0; i < n;) {
        size_t end = i;
        size_t kind = 0;
        for (; kind < sizeof token / sizeof *token && end == i; kind++)
            end = token[kind](&t, i);
        for (size_t k = i + 1; k < end; k++)
            letters[k].glue = is_joint(letters[k - 1].c) ? GLUE_PART : GLUE_FIRM;
        if (end > i && token[kind - 1] == year_number_end) {
            glue_organ(letters, i);
            for (size_t k = i + 1; k < end; k++)
                letters[k].tight = true;
        }
        i = end > i ? end : i + 1;
    }
}
