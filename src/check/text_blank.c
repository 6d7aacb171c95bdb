/* Blanks inside Chinese text: 政务服 务事项.
 *
 * Blanks are also put on purpose: between the issuers of a document, in a spaced heading
 * (备　注), between the entries of a list without marks. A blank is certain to be wrong when
 * the characters around it stand together elsewhere in the catalog; in a sentence it is
 * most likely wrong; elsewhere nothing is said. */
#include "check/text_rules.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/trigrams.h"
#include "check/words.h"

enum {
    QUOTED = 4, /* characters on either side in a message */
    NEAR = 300  /* bytes that are looked at for a sentence or a title */
};

/* The blanks from..to between two characters. */
struct gap {
    struct str text;
    size_t from, to;
};

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0;
}

/* The first bytes of blanks; no byte inside a character is one of them. */
static bool may_be_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\xE3' || c == '\xC2';
}

static bool next_gap(struct gap *gap)
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

/* How many Chinese characters stand together before and behind the gap; up to 3. */
static size_t before(const struct gap *gap)
{
    size_t n = 0, at = gap->from;
    while (n < 3 && char_han(char_before(gap->text, at))) {
        n++;
        at -= 3;
    }
    return n;
}

static size_t behind(const struct gap *gap)
{
    size_t n = 0, at = gap->to;
    while (n < 3 && char_han(char_at(gap->text, at))) {
        n++;
        at += 3;
    }
    return n;
}

/* 人力资源社会保障部办公厅 财政部办公厅: two that issued a document together. */
static bool parts_issuers(const struct gap *gap)
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

/* The line around the gap is a sentence, or a part of one. */
static bool in_sentence(const struct gap *gap)
{
    static const char *const marks[] = {"，", "。", "；"};
    return WORDS_INSIDE(char_since(char_left(gap->text, gap->from, NEAR), "\n"), marks) ||
           WORDS_INSIDE(char_until(char_right(gap->text, gap->to, NEAR), "\n"), marks);
}

static bool is_certain(const struct trigrams *set, const struct gap *gap)
{
    uint32_t b = char_before(gap->text, gap->from), c = char_at(gap->text, gap->to);
    uint32_t a = gap->from > 3 ? char_before(gap->text, gap->from - 3) : 0;
    uint32_t d = char_at(gap->text, gap->to + 3);
    return trigrams_have(set, a, b, c) || trigrams_have(set, b, c, d);
}

/* ---- sentences: each blank by itself ---- */

/* A piece of the text, with … where it is cut off inside of words. */
static struct str quote(struct check *check, struct str text, struct str near)
{
    size_t from = (size_t)(near.s - text.s), to = from + near.n;
    bool left = char_han(char_before(text, from)) && char_han(char_at(near, 0));
    bool right = char_han(char_at(text, to)) && char_han(char_before(near, near.n));
    return str_print(check->arena, "%s%.*s%s", left ? "…" : "", STR_ARG(near),
                     right ? "…" : "");
}

static void report_gap(struct check *check, const struct text *t, const struct gap *gap,
                       bool certain)
{
    struct str quoted =
        quote(check, t->words, char_around(t->words, gap->from, gap->to, QUOTED));
    struct str piece = str_slice(t->words, gap->from, gap->to);
    struct advice advice = {.erase = true, .safe = certain};
    report_text(check, t, piece, &advice,
                certain ? DIAG_TEXT_BLANK : DIAG_TEXT_BLANK_MAYBE, STR_ARG(quoted));
}

/* 《…政务服务平台 政务服务事项…第1部分》: the titles of standards have blanks. */
static bool in_title(const struct gap *gap)
{
    struct str before = char_left(gap->text, gap->from, NEAR);
    struct str head = char_since(before, "《》");
    return char_before(gap->text, gap->from - head.n) == 0x300A;
}

/* Beside marks a blank is certain to be wrong: before a mark or a closing bracket, behind a
 * comma, between a word and the bracket that explains it. Behind 。 ； ： and ） it may part
 * two things. */
static bool is_beside_mark(const struct gap *gap)
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
    return (before(gap) == 1 &&
            rune_in(char_before(gap->text, gap->from), "第注附表图共满至到约")) ||
           (behind(gap) == 1 &&
            rune_in(char_at(gap->text, gap->to), "年月日份页章元人天次号"));
}

/* Such words go with what stands before them: 监督管理 等方面. */
static bool is_before_joint(const struct gap *gap)
{
    static const char *const joints[] = {"的",     "等方面", "等部门", "等材料",
                                         "等资料", "等情况", "等情形", "等内容"};
    return before(gap) > 1 && behind(gap) > 1 &&
           WORDS_BEGIN(str_from(gap->text, gap->to), joints);
}

static bool is_left_out(struct check *check, struct trigrams *set, const struct gap *gap)
{
    if (is_beside_mark(gap) || is_behind_number(gap))
        return true;
    size_t left = before(gap), right = behind(gap);
    if (!left || !right || left + right <= 2 || parts_issuers(gap))
        return false;
    trigrams_fill(check, set);
    return is_certain(set, gap) && !in_title(gap);
}

struct str blanks_left_out(struct check *check, struct trigrams *set, struct str text,
                           size_t from, size_t to)
{
    struct gap gap = {.text = text, .to = from};
    struct buf out = {0};
    size_t done = from;
    while (next_gap(&gap) && gap.to <= to)
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
    if (at != gap->to + DIGITS || !before(gap) || !in_title(gap))
        return 0;
    struct gap next = {.text = gap->text, .to = at};
    return next_gap(&next) && next.from == at && char_at(gap->text, next.to) == 0x5E74
               ? next.to
               : 0;
}

static void report_year(struct check *check, const struct text *t, const struct gap *gap,
                        size_t end)
{
    struct str piece = str_slice(t->words, gap->from, end);
    struct advice advice = {.proposal = str_trim(piece)};
    struct str quoted =
        quote(check, t->words, char_around(t->words, gap->from, end, QUOTED));
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
    size_t left = before(gap), right = behind(gap);
    if (is_beside_mark(gap) || is_behind_number(gap)) {
        report_gap(check, t, gap, true);
        return;
    }
    if (!left || !right || left + right <= 2 || parts_issuers(gap))
        return;
    trigrams_fill(check, set);
    bool certain = is_certain(set, gap) || (in_sentence(gap) && is_before_joint(gap));
    bool title = in_title(gap);
    if (certain || (in_sentence(gap) && !title && !is_spaced_word(gap)))
        report_gap(check, t, gap, certain && !title);
}

/* ---- phrases: titles, cells of a level matrix, chains of steps ---- */

static bool is_phrase(const struct text *t)
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
    return t->field == FIELD_TITLE && behind(gap) &&
           ((left == 0xFF09 && str_has(head, STR("（"))) ||
            (left == ')' && (str_has(head, STR("(")) || str_has(head, STR("（")))));
}

/* 备 注 is spaced on purpose; in a chain of steps 办 结 is not. */
static bool is_wrong(const struct text *t, const struct gap *gap)
{
    size_t left = before(gap), right = behind(gap);
    if (is_heading(gap))
        return false;
    if (t->field == FIELD_STEPS)
        return (left || is_dash(char_before(gap->text, gap->from))) &&
               (right || is_dash(char_at(gap->text, gap->to))) && left + right;
    return left && right && left + right > 2;
}

static struct str without_blanks(struct check *check, struct str text)
{
    char *kept = arena_alloc(check->arena, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i += char_size(text, i))
        if (!is_blank(char_at(text, i)))
            for (size_t k = 0; k < char_size(text, i); k++)
                kept[n++] = text.s[i + k];
    return (struct str){kept, n};
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
    next_gap(&gap);
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
    if (national.n &&
        title_match(without_blanks(check, t->words), national) < TITLE_SHORT)
        return true;
    if (national.n || !is_two_titles(t, spaced))
        return false;
    report_text(check, t, str_slice(t->words, spaced->first.from, spaced->first.to), NULL,
                DIAG_TEXT_BLANK_TITLES, STR_ARG(t->words));
    return true;
}

/* So many characters together before `at`, or fewer: where they begin. Words have two or four. */
static size_t words_before(struct str text, size_t at)
{
    for (size_t n = 0; n < QUOTED && char_han(char_before(text, at)); n++)
        at -= 3;
    return at;
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
        report_gap(check, t, &spaced.first, spaced.certain);
        return;
    }
    size_t from = words_before(t->words, spaced.first.from);
    struct str piece =
        str_slice(t->words, from, spaced.last.to + 3 * behind(&spaced.last));
    struct advice advice = {.proposal = without_blanks(check, piece),
                            .safe = spaced.certain};
    report_text(check, t, piece, &advice,
                spaced.certain ? DIAG_TEXT_BLANK : DIAG_TEXT_BLANK_MAYBE,
                STR_ARG(quote(check, t->words, piece)));
}

/* A blank beside a mark is wrong by itself; what stands on its other side has nothing to do
 * with it. So it is with one behind a bracket, wrong for sure when the list has the title. */
static void check_phrase(struct check *check, struct trigrams *set, const struct text *t)
{
    struct spaced spaced = {.n = 0};
    struct gap gap = {.text = t->words};
    while (next_gap(&gap)) {
        bool bracket = is_behind_bracket(t, &gap);
        if (is_beside_mark(&gap) || bracket) {
            struct str national = national_title(t);
            report_phrase(check, t, &spaced);
            report_gap(check, t, &gap,
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
        spaced.certain |= t->field == FIELD_STEPS || is_certain(set, &gap);
    }
    report_phrase(check, t, &spaced);
}

/* Titles of notices are broken into lines, forms are laid out with blanks. */
static bool is_laid_out(const struct text *t)
{
    return t->part == TEXT_FORM || t->part == TEXT_HEAD ||
           (t->part == TEXT_NOTICE && !t->raw);
}

/* The blanks of a notice's title may be where its lines end: only those inside words that
 * stand together elsewhere are told. */
static void check_notice_title(struct check *check, struct trigrams *set,
                               const struct text *t)
{
    struct gap gap = {.text = t->words};
    while (next_gap(&gap)) {
        size_t left = before(&gap), right = behind(&gap);
        if (!left || !right || left + right <= 2 || parts_issuers(&gap))
            continue;
        trigrams_fill(check, set);
        if (is_certain(set, &gap))
            report_gap(check, t, &gap, false);
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
        if (is_phrase(t)) {
            check_phrase(check, &set, t);
            continue;
        }
        struct gap gap = {.text = t->words};
        while (next_gap(&gap))
            check_gap(check, &set, t, &gap);
    }
}
