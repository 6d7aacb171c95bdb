#include "check/gap.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/words.h"

enum { QUOTED = 4 /* characters on either side in a message */ };

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0;
}

/* The first bytes of blanks; no byte inside a character is one of them. */
static bool may_be_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\xE3' || c == '\xC2';
}

bool gap_next(struct gap *gap)
{
    size_t i = gap->to;
    while (i < gap->text.n &&
           !(may_be_blank(gap->text.s[i]) && is_blank(char_at(gap->text, i))))
        i++;
    gap->from = i;
    while (i < gap->text.n && is_blank(char_at(gap->text, i)))
        i += char_size(gap->text, i);
    gap->to = i;
    return gap->from < gap->text.n;
}

size_t gap_before(const struct gap *gap)
{
    size_t n = 0, at = gap->from;
    while (n < 3 && char_han(char_before(gap->text, at))) {
        n++;
        at -= 3;
    }
    return n;
}

size_t gap_behind(const struct gap *gap)
{
    size_t n = 0, at = gap->to;
    while (n < 3 && char_han(char_at(gap->text, at))) {
        n++;
        at += 3;
    }
    return n;
}

/* 人力资源社会保障部办公厅 财政部办公厅: two that issued a document together. */
bool gap_parts_issuers(const struct gap *gap)
{
    static const char *const ends[] = {"局", "厅",   "部",   "委", "会",  "院",
                                       "室", "政府", "银行", "署", "中心"};
    static const char *const inside[] = {"局",   "厅",   "部", "委",   "院",
                                         "政府", "银行", "署", "中心", "关于"};
    size_t to = gap->to;
    while (char_han(char_at(gap->text, to)))
        to += 3;
    return WORDS_END(str_slice(gap->text, 0, gap->from), ends) &&
           WORDS_INSIDE(str_slice(gap->text, gap->to, to), inside);
}

/* What lists are made of: things to bring, and things to do. Both sides must end like one;
 * in 特殊 补助人群 and 现场评价器 进行评价 the blank parts nothing. */
bool gap_parts_entries(const struct gap *gap)
{
    static const char *const ends[] = {
        "证",   "卡",   "表",   "书",   "簿",   "票",   "件",   "照",   "册",
        "单",   "料",   "凭据", "证明", "说明", "病历", "登记", "备案", "支付",
        "查询", "变更", "修改", "报销", "结算", "申请", "申报", "转移", "接续",
        "缴费", "补缴", "认定", "核定", "鉴定", "清单", "合同", "协议"};
    size_t to = gap->to;
    while (char_han(char_at(gap->text, to)))
        to += 3;
    return WORDS_END(str_slice(gap->text, 0, gap->from), ends) &&
           WORDS_END(str_slice(gap->text, gap->to, to), ends);
}

bool gap_certain(const struct trigrams *set, const struct gap *gap)
{
    uint32_t b = char_before(gap->text, gap->from), c = char_at(gap->text, gap->to);
    uint32_t a = gap->from > 3 ? char_before(gap->text, gap->from - 3) : 0;
    uint32_t d = char_at(gap->text, gap->to + 3);
    return trigrams_have(set, a, b, c) || trigrams_have(set, b, c, d);
}

/* Beside marks a blank is certain to be wrong: before a mark or a closing bracket, behind a
 * comma, between a word and the bracket that explains it. Behind 。 ； ： and ） it may part
 * two things. */
bool gap_beside_mark(const struct gap *gap)
{
    uint32_t left = char_before(gap->text, gap->from),
             right = char_at(gap->text, gap->to);
    bool word = char_han(left) || rune_in(left, "》”");
    if (word && (char_stop(right) || rune_in(right, "（()》”")))
        return true;
    if ((word || char_digit(left)) && rune_in(right, "）"))
        return true;
    return char_han(right) && rune_in(left, "，、");
}

struct str gap_close(struct check *check, struct str text)
{
    char *kept = arena_alloc(check->arena, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i += char_size(text, i))
        if (!is_blank(char_at(text, i)))
            for (size_t k = 0; k < char_size(text, i); k++)
                kept[n++] = text.s[i + k];
    return (struct str){kept, n};
}

size_t gap_words(struct str text, size_t at)
{
    for (size_t n = 0; n < QUOTED && char_han(char_before(text, at)); n++)
        at -= 3;
    return at;
}

/* A piece of the text, with … where it is cut off inside of words. */
struct str gap_quote(struct check *check, struct str text, struct str near)
{
    size_t from = (size_t)(near.s - text.s), to = from + near.n;
    bool left = char_han(char_before(text, from)) && char_han(char_at(near, 0));
    bool right = char_han(char_at(text, to)) && char_han(char_before(near, near.n));
    return str_print(check->arena, "%s%.*s%s", left ? "…" : "", STR_ARG(near),
                     right ? "…" : "");
}

void gap_report(struct check *check, const struct text *t, const struct gap *gap,
                bool certain)
{
    struct str quoted =
        gap_quote(check, t->words, char_around(t->words, gap->from, gap->to, QUOTED));
    struct str piece = str_slice(t->words, gap->from, gap->to);
    struct advice advice = {.erase = true, .safe = certain};
    report_text(check, t, piece, &advice,
                certain                  ? DIAG_TEXT_BLANK
                : gap_parts_entries(gap) ? DIAG_TEXT_BLANK_PARTS
                                         : DIAG_TEXT_BLANK_MAYBE,
                STR_ARG(quoted));
}
