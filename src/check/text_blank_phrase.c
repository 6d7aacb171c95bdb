/* Blanks inside titles, cells of a level matrix and chains of steps.
 *
 * A title is no sentence, and what stands on either side of a blank in it belongs together:
 * 定 点医药 机构费用 结算 is torn by its narrow cell, all of it one mistake. But a blank may also
 * stand for a mark (第一部分 参保登记), or between two titles that have run into each other. */
#include "check/gap.h"
#include "check/text_rules.h"

#include "check/chars.h"
#include "check/report.h"
#include "check/words.h"

bool text_phrase(const struct text *t)
{
    return t->field == FIELD_TITLE || t->field == FIELD_STEPS || t->part == TEXT_LEVEL;
}

/* The blanks of a phrase are one mistake: 定 点医药 机构费用 结算. */
struct spaced {
    struct gap first, last;
    size_t n;
    bool certain;
};

static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 || c == 0xFF0D;
}

/* 第一部分 参保登记, 附表一 单位参保登记表: the blank stands for a mark. */
static bool is_heading(const struct gap *gap)
{
    static const char *const firsts[] = {"第", "附", "表"};
    return gap->from <= 15 && WORDS_BEGIN(gap->text, firsts);
}

/* In a title: 手工（零星） 报销. */
static bool is_behind_bracket(const struct text *t, const struct gap *gap)
{
    uint32_t left = char_before(gap->text, gap->from);
    struct str head = str_slice(gap->text, 0, gap->from);
    return t->field == FIELD_TITLE && gap_behind(gap) &&
           ((left == 0xFF09 && str_has(head, STR("（"))) ||
            (left == ')' && (str_has(head, STR("(")) || str_has(head, STR("（")))));
}

/* 备 注 is spaced on purpose; in a chain of steps 办 结 is not. */
static bool is_wrong(const struct text *t, const struct gap *gap)
{
    size_t left = gap_before(gap), right = gap_behind(gap);
    if (is_heading(gap))
        return false;
    if (t->field == FIELD_STEPS)
        return (left || is_dash(char_before(gap->text, gap->from))) &&
               (right || is_dash(char_at(gap->text, gap->to))) && left + right;
    return left && right && left + right > 2;
}

/* The national title of what the text names; "" when the list has none. */
static struct str national_title(const struct text *t)
{
    const struct subject *s = t->subject;
    if (t->field != FIELD_TITLE || !s || s->doubted || s->code.suffix.n)
        return STR("");
    if (!s->item)
        return s->national_group && !s->near ? s->national_group->title : STR("");
    return s->national && t->item == s->item ? s->national->title : STR("");
}

/* What titles of items end with. */
static bool ends_title(struct str text)
{
    static const char *const ends[] = {
        "认定", "登记", "备案", "支付", "查询", "变更", "报销", "结算", "申请", "申报",
        "支取", "接续", "转移", "办理", "管理", "补缴", "缴费", "核定", "待遇", "鉴定"};
    return WORDS_END(text, ends);
}

/* 门诊特病认定 保险人受慢性病待遇: two long pieces in a title may be two titles, when the first ends
 * like one. */
static bool is_two_titles(const struct text *t, const struct spaced *spaced)
{
    enum { LEAST = 18 /* bytes: six characters */ };
    struct gap gap = {.text = t->words};
    gap_next(&gap);
    return t->field == FIELD_TITLE && spaced->n == 1 && gap.from >= LEAST &&
           t->words.n - gap.to >= LEAST && ends_title(str_slice(t->words, 0, gap.from)) &&
           !WORDS_INSIDE(str_from(t->words, gap.to), ((const char *const[]){" ", "　"}));
}

/* Two titles run into each other, or a title torn to pieces, is not mended by leaving out
 * the blanks; that it is not the national one is told by another rule. */
static bool is_beyond_blanks(struct check *check, const struct text *t,
                             const struct spaced *spaced)
{
    struct str national = national_title(t);
    if (spaced->certain)
        return false;
    if (national.n && title_match(gap_close(check, t->words), national) < TITLE_SHORT)
        return true;
    if (national.n || !is_two_titles(t, spaced))
        return false;
    report_text(check, t, str_slice(t->words, spaced->first.from, spaced->first.to), NULL,
                DIAG_TEXT_BLANK_TITLES, STR_ARG(t->words));
    return true;
}

/* Tells the blanks gathered so far, and begins anew. */
static void report_phrase(struct check *check, const struct text *t,
                          struct spaced *gathered)
{
    struct spaced spaced = *gathered;
    *gathered = (struct spaced){.n = 0};
    if (!spaced.n || is_beyond_blanks(check, t, &spaced))
        return;
    if (spaced.n == 1) {
        gap_report(check, t, &spaced.first, spaced.certain);
        return;
    }
    size_t from = gap_words(t->words, spaced.first.from);
    struct str piece =
        str_slice(t->words, from, spaced.last.to + 3 * gap_behind(&spaced.last));
    struct advice advice = {.proposal = gap_close(check, piece), .safe = spaced.certain};
    bool unread = check->catalog->scheme.n && !check->scheme;
    if (unread && !spaced.certain && t->field == FIELD_TITLE) {
        report_text(check, t, piece, NULL, DIAG_TEXT_BLANK_TORN,
                    STR_ARG(gap_quote(check, t->words, piece)));
        return;
    }
    bool parts = gap_parts_entries(&spaced.first) && gap_parts_entries(&spaced.last);
    report_text(check, t, piece, &advice,
                spaced.certain ? DIAG_TEXT_BLANK
                : parts        ? DIAG_TEXT_BLANK_PARTS
                               : DIAG_TEXT_BLANK_MAYBE,
                STR_ARG(gap_quote(check, t->words, piece)));
}

/* A blank beside a mark is wrong by itself; what stands on its other side has nothing to do
 * with it. So it is with one behind a bracket, wrong for sure when the list has the title. */
void check_phrase_blanks(struct check *check, struct trigrams *set, const struct text *t)
{
    struct spaced spaced = {.n = 0};
    struct gap gap = {.text = t->words};
    while (gap_next(&gap)) {
        bool bracket = is_behind_bracket(t, &gap);
        if (gap_beside_mark(&gap) || bracket) {
            struct str national = national_title(t);
            report_phrase(check, t, &spaced);
            gap_report(check, t, &gap,
                       !bracket ||
                           (national.n && title_match(t->words, national) == TITLE_SAME));
            continue;
        }
        if (!is_wrong(t, &gap))
            continue;
        trigrams_fill(check, set);
        if (!spaced.n++)
            spaced.first = gap;
        spaced.last = gap;
        spaced.certain |= t->field == FIELD_STEPS || gap_certain(set, &gap);
    }
    report_phrase(check, t, &spaced);
}
