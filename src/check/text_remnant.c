/* What is left of a text of which a piece was deleted: it begins with a comma, or ends with
 * 、 or 以及. */
#include "check/text_rules.h"

#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/text_known.h"
#include "check/words.h"

static bool begins_cut(struct str text)
{
    static const char *const fine[] = {"的士", "的确"};
    uint32_t first = char_at(text, 0);
    if (first >= 0x4E00 && first < 0xA000 && first != 0x7684 /* 的 */)
        return false;
    if (rune_in(first, "，、；。：？！）》〕】”’」』"))
        return true;
    return str_starts(text, STR("的")) && !WORDS_BEGIN(text, fine);
}

/* 以及, 或者 at the end: something was to follow. */
static bool ends_cut(struct str text)
{
    static const char *const words[] = {"以及", "或者", "例如", "比如", "和",
                                        "或",   "及",   "与",   "（如", "、如"};
    static const char *const fine[] = {"涉及", "普及", "参与", "顾及", "危及", "触及",
                                       "总和", "缓和", "赠与", "给与", "授与", "来不及"};
    uint32_t last = char_before(text, text.n);
    if (!char_han(last))
        return rune_in(last, "，、（《〔【“‘「『");
    if (!rune_in(last, "及者如和或与")) /* the ends of the words */
        return false;
    return WORDS_END(text, words) && !WORDS_END(text, fine);
}

/* A number that is printed without its mark: 1 and "、单位参保登记". */
static bool goes_on(const struct text *t)
{
    const struct entry *e = t->entry;
    if (!e)
        return false;
    uint32_t last = char_before(e->no, e->no.n);
    return (e->no.n && !rune_in(last, ".．、，：:)）") && last > ' ') ||
           (e->name.n && t->words.s != e->name.s);
}

/* A text that is one mark by itself stands for "the same", or is a box. */
static bool is_sentence(struct str text)
{
    for (size_t i = 0; i < text.n; i += char_size(text, i))
        if (char_han(char_at(text, i)))
            return true;
    return false;
}

/* The same sentence goes on in the next entry of the field: the source was broken there. */
static bool is_continued(const struct text *t, const struct text *next)
{
    return next && t->of && next->of == t->of && next->entry && !next->entry->no.n;
}

/* What stood inside is gone. Forms have brackets to write in. */
static const char *const holes[] = {
    "（）",         "《》",     "〔〕",         "“”",   "（如）", "（如：）",
    "超过个工作日", "超过个月", "超过个自然日", "第条", "第款",   "自之日起",
};

const struct word_table remnant_words = {holes, sizeof holes / sizeof *holes,
                                         sizeof *holes, NULL};

static void check_holes(struct check *check, const struct words *words,
                        const struct text *t)
{
    struct str text = t->words;
    for (size_t i = 0; i + 2 <= text.n; i++) {
        bool plain = text.s[i] == '(' && text.s[i + 1] == ')';
        size_t which = (unsigned char)text.s[i] < 0xE2
                           ? STR_NONE
                           : words_at(words, str_from(text, i));
        if (!plain && which == STR_NONE)
            continue;
        size_t end = i + (plain ? 2 : str_of(holes[which]).n);
        report_text(check, t, str_slice(text, i, end), NULL, DIAG_TEXT_REMNANT_HOLE,
                    STR_ARG(char_around(text, i, end, 4)));
        i = end - 1;
    }
}

static void check_text(struct check *check, const struct text *t, const struct text *next)
{
    struct str text = t->words;
    if (text_lacks(t, TEXT_LACKS_CUTS))
        return;
    bool begins = is_sentence(text) && begins_cut(text);
    bool ends = t->part != TEXT_FORM && is_sentence(text) && ends_cut(text);
    text_note(t, TEXT_LACKS_CUTS, !begins && !ends);
    if (begins && !goes_on(t))
        report_text(check, t, str_slice(text, 0, 3), NULL, DIAG_TEXT_REMNANT_START,
                    STR_ARG(char_around(text, 0, 3, 6)));
    if (ends && !is_continued(t, next))
        report_text(check, t, str_slice(text, text.n - 3, text.n), NULL,
                    DIAG_TEXT_REMNANT_END,
                    STR_ARG(char_around(text, text.n - 3, text.n, 6)));
}

/* ---- the end of another name ---- */

enum { TAIL_LEAST = 5 * 3, TAIL_MOST = 12 * 3 };

/* What stands behind the first paper of an entry, when it is a name by itself that begins
 * with no mark: 地安置认定材料 of 工作证明材料地安置认定材料; "" for none. */
static struct str tail_of(struct str text)
{
    static const struct str paper = STR_INIT("材料");
    static const char *const papers[] = {"材料", "资料。"};
    for (size_t i = 0; i + TAIL_LEAST < text.n; i += char_size(text, i)) {
        struct str tail = str_from(text, i);
        if (tail.n > TAIL_MOST || !WORDS_END(str_slice(text, 0, i), papers))
            continue;
        bool han = str_ends(tail, paper);
        for (size_t k = 0; k < tail.n && han; k += char_size(tail, k))
            han = char_han(char_at(tail, k));
        return han && !str_ends(str_slice(text, 0, i), tail) ? tail : STR("");
    }
    return STR("");
}

static bool is_paper(const struct text *t)
{
    return t->entry && (t->part == TEXT_FLOW || t->field == FIELD_MATERIALS);
}

/* The words before the tail where it stands in a longer name; "" when the tail is a name
 * by itself somewhere, or stands nowhere else. Looked for where a tail is found only. */
static struct str head_of(const struct check *check, const struct text *t,
                          struct str tail)
{
    struct str head = STR("");
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *other = &check->texts[i];
        if (other == t || !is_paper(other) || str_eq(tail_of(other->words), tail))
            continue;
        size_t at = str_find(other->words, tail);
        if (at == STR_NONE)
            continue;
        struct str before = str_slice(other->words, 0, at);
        if (!char_han(char_before(before, at)))
            return STR("");
        size_t from = at;
        while (char_han(char_before(before, from)))
            from -= 3;
        if (!head.n && !str_ends(before, STR("材料")))
            head = str_from(before, from);
    }
    return head;
}

static void check_tail(struct check *check, const struct text *t)
{
    struct str tail = text_lacks(t, TEXT_LACKS_TAIL) ? STR("") : tail_of(t->words);
    text_note(t, TEXT_LACKS_TAIL, !tail.n);
    struct str head = tail.n ? head_of(check, t, tail) : STR("");
    struct advice advice = {.erase = true};
    if (head.n)
        report_text(check, t, tail, &advice, DIAG_TEXT_REMNANT_TAIL, STR_ARG(tail),
                    STR_ARG(head), STR_ARG(tail));
}

/* Ticks and edges of charts are words, no sentences. */
void check_remnants(struct check *check)
{
    struct words *words = words_of(check->arena, &remnant_words);
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        const struct text *next = i + 1 < check->text_count ? t + 1 : NULL;
        if (t->part == TEXT_TICK || text_markdown(t))
            continue;
        check_text(check, t, next);
        if (is_paper(t))
            check_tail(check, t);
        /* Limits and citations have rules of their own. */
        bool may = text_may_have(t, TEXT_WORDS_HOLE) || (t->marks & TEXT_HALF);
        size_t told = check->told;
        if (may && t->part != TEXT_FORM && t->field != FIELD_LIMIT &&
            t->field != FIELD_BASIS && !text_lacks(t, TEXT_LACKS_HOLES)) {
            check_holes(check, words, t);
            text_note(t, TEXT_LACKS_HOLES, check->told == told);
        }
    }
}
