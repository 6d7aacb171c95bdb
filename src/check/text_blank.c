/* Blanks inside Chinese text: 政务服 务事项.
 *
 * Blanks are also put on purpose: between the issuers of a document, in a spaced heading
 * (备　注), between the entries of a list without marks. A blank is certain to be wrong when
 * the characters around it stand together elsewhere in the catalog; in a sentence it is
 * most likely wrong; elsewhere nothing is said. */
#include "check/text_rules.h"

#include "catalog/runes.h"
#include "check/chars.h"
#include "check/gap.h"
#include "check/report.h"
#include "check/words.h"

enum {
    QUOTED = 4, /* characters on either side in a message */
    NEAR = 300  /* bytes that are looked at for a sentence or a title */
};

/* The line around the gap is a sentence, or a part of one. */
static bool in_sentence(const struct gap *gap)
{
    static const char *const marks[] = {"，", "。", "；"};
    return WORDS_INSIDE(char_since(char_left(gap->text, gap->from, NEAR), "\n"), marks) ||
           WORDS_INSIDE(char_until(char_right(gap->text, gap->to, NEAR), "\n"), marks);
}

/* 《…政务服务平台 政务服务事项…第1部分》: the titles of standards have blanks. */
static bool in_title(const struct gap *gap)
{
    struct str before = char_left(gap->text, gap->from, NEAR);
    struct str head = char_since(before, "《》");
    return char_before(gap->text, gap->from - head.n) == 0x300A;
}

/* 不超过30 个工作日, while 不超过 30 个工作日 is a way to print numbers. */
static bool is_behind_number(const struct gap *gap)
{
    static const char *const units[] = {"个工作日", "个月", "工作日",
                                        "日内",     "天内", "元"};
    size_t at = gap->from;
    while (at && char_digit(char_before(gap->text, at)))
        at--;
    return at < gap->from && char_han(char_before(gap->text, at)) &&
           WORDS_BEGIN(str_from(gap->text, gap->to), units);
}

/* One character on a side of the blank may be a heading or a place to fill in: 注 …, 第 三条,
 * 签字 年. */
static bool is_spaced_word(const struct gap *gap)
{
    return (gap_before(gap) == 1 &&
            rune_in(char_before(gap->text, gap->from), "第注附表图共满至到约")) ||
           (gap_behind(gap) == 1 &&
            rune_in(char_at(gap->text, gap->to), "年月日份页章元人天次号"));
}

/* Such words go with what stands before them: 监督管理 等方面. */
static bool is_before_joint(const struct gap *gap)
{
    static const char *const joints[] = {"的",     "等方面", "等部门", "等材料",
                                         "等资料", "等情况", "等情形", "等内容"};
    return gap_before(gap) > 1 && gap_behind(gap) > 1 &&
           WORDS_BEGIN(str_from(gap->text, gap->to), joints);
}

static bool is_left_out(struct check *check, struct trigrams *set, const struct gap *gap)
{
    if (gap_beside_mark(gap) || is_behind_number(gap))
        return true;
    size_t left = gap_before(gap), right = gap_behind(gap);
    if (!left || !right || left + right <= 2 || gap_parts_issuers(gap))
        return false;
    trigrams_fill(check, set);
    return gap_certain(set, gap) && !in_title(gap);
}

struct str blanks_left_out(struct check *check, struct trigrams *set, struct str text,
                           size_t from, size_t to)
{
    struct gap gap = {.text = text, .to = from};
    struct buf out = {0};
    size_t done = from;
    while (gap_next(&gap) && gap.to <= to)
        if (is_left_out(check, set, &gap)) {
            buf_put(&out, str_slice(text, done, gap.from));
            done = gap.to;
        }
    struct str piece = str_slice(text, from, to);
    if (done > from) {
        buf_put(&out, str_slice(text, done, to));
        piece = str_copy(check->arena, buf_str(&out));
    }
    buf_drop(&out);
    return piece;
}

/* 《…关于做好 2023 年度…》: a year with blanks around it; returns the bytes behind the second
 * blank, 0: there is none. */
static size_t spaced_year(const struct gap *gap)
{
    enum { DIGITS = 4 };
    size_t at = gap->to;
    while (at < gap->text.n && char_digit(char_at(gap->text, at)))
        at++;
    if (at != gap->to + DIGITS || !gap_before(gap) || !in_title(gap))
        return 0;
    struct gap next = {.text = gap->text, .to = at};
    return gap_next(&next) && next.from == at && char_at(gap->text, next.to) == 0x5E74
               ? next.to
               : 0;
}

static void report_year(struct check *check, const struct text *t, const struct gap *gap,
                        size_t end)
{
    struct str piece =
        str_slice(t->words, gap_words(t->words, gap->from), end + strlen("年"));
    struct advice advice = {.proposal = gap_close(check, piece)};
    struct str quoted =
        gap_quote(check, t->words, char_around(t->words, gap->from, end, QUOTED));
    report_text(check, t, piece, &advice, DIAG_TEXT_BLANK, STR_ARG(quoted));
}

static void check_gap(struct check *check, struct trigrams *set, const struct text *t,
                      struct gap *gap)
{
    size_t year = spaced_year(gap);
    if (year) {
        report_year(check, t, gap, year);
        gap->to = year;
        return;
    }
    size_t left = gap_before(gap), right = gap_behind(gap);
    if (gap_beside_mark(gap) || is_behind_number(gap)) {
        gap_report(check, t, gap, true);
        return;
    }
    if (!left || !right || left + right <= 2 || gap_parts_issuers(gap))
        return;
    trigrams_fill(check, set);
    bool certain = gap_certain(set, gap) || (in_sentence(gap) && is_before_joint(gap));
    bool title = in_title(gap);
    if (certain || (in_sentence(gap) && !title && !is_spaced_word(gap)))
        gap_report(check, t, gap, certain && !title);
}

/* Titles of notices are broken into lines, forms are laid out with blanks. */
static bool is_laid_out(const struct text *t)
{
    return t->part == TEXT_FORM || t->part == TEXT_HEAD ||
           (t->part == TEXT_NOTICE && !t->raw);
}

/* The words around the blank stand together in the catalog's own title: the blank is not
 * where a line of the notice's title ends, and the words can be proposed. */
static bool in_own_title(struct check *check, const struct text *t, const struct gap *gap)
{
    size_t from = gap_words(t->words, gap->from), to = gap->to;
    for (size_t n = 0; n < QUOTED && char_han(char_at(t->words, to)); n++)
        to += 3;
    struct str piece = str_slice(t->words, from, to), closed = gap_close(check, piece);
    if (!str_has(check->catalog->title, closed))
        return false;
    struct advice advice = {.proposal = closed};
    report_text(check, t, piece, &advice, DIAG_TEXT_BLANK_MAYBE,
                STR_ARG(gap_quote(check, t->words, piece)));
    return true;
}

/* The blanks of a notice's title may be where its lines end: only those inside words that
 * stand together elsewhere are told. */
static void check_notice_title(struct check *check, struct trigrams *set,
                               const struct text *t)
{
    struct gap gap = {.text = t->words};
    while (gap_next(&gap)) {
        size_t left = gap_before(&gap), right = gap_behind(&gap);
        if (!left || !right || left + right <= 2 || gap_parts_issuers(&gap))
            continue;
        trigrams_fill(check, set);
        if (gap_certain(set, &gap) && !in_own_title(check, t, &gap))
            gap_report(check, t, &gap, false);
    }
}

void check_blanks(struct check *check)
{
    struct trigrams set = {0};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (!(t->marks & TEXT_BLANK))
            continue;
        if (t->words.s == check->catalog->notice.title.s)
            check_notice_title(check, &set, t);
        if (is_laid_out(t))
            continue;
        if (text_phrase(t)) {
            check_phrase_blanks(check, &set, t);
            continue;
        }
        struct gap gap = {.text = t->words};
        while (gap_next(&gap))
            check_gap(check, &set, t, &gap);
    }
}
