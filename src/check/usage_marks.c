/* Forms without 《》, choices without □, titles of documents broken by a line end. */
#include "check/usage.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/words.h"

enum {
    NAME_LEAST =
        8,     /* characters of a form's own name; 申请表 alone says what, not which */
    ALIKE = 12 /* bytes two choices have in common at their start: 经审核， */
};

/* What applicants fill in. */
static const char *const forms[] = {"申请表", "申领表", "认定表", "鉴定表",
                                    "登记表", "申报表", "报销表", "申请书"};

/* ---- forms without 《》 ---- */

/* Names in 《》 that are forms. */
static size_t count_marked(struct str text)
{
    size_t count = 0, at;
    while ((at = str_find(text, STR("》"))) != STR_NONE) {
        count += WORDS_END(str_slice(text, 0, at), forms);
        text = str_from(text, at + STR("》").n);
    }
    return count;
}

/* A form's name with which the text begins, behind 填写 at most; "": none. It has nothing
 * in it but Chinese characters and brackets, and no word that belongs to a sentence. */
static struct str unmarked_name(struct str text)
{
    static const char *const verbs[] = {"填写", "提交", "提供"};
    static const char *const loose[] = {"或", "及", "的", "和", "与", "后", "等"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (str_starts(text, str_of(verbs[i])))
            text = str_from(text, str_of(verbs[i]).n);
    size_t end = 0;
    while (char_han(char_at(text, end)) ||
           (end < text.n && rune_in(char_at(text, end), "（）()")))
        end += char_size(text, end);
    struct str run = str_slice(text, 0, end);
    for (size_t at = char_size(run, 0); at < run.n; at += char_size(run, at)) {
        struct str name = str_slice(run, 0, at + char_size(run, at));
        if (!rune_in(char_at(run, at), "表书") || !WORDS_END(name, forms))
            continue;
        uint32_t next = char_at(text, name.n);
        bool copy = str_starts(str_from(text, name.n), STR("复印件"));
        bool whole = !next || !char_han(next) || rune_in(next, "一原两");
        return whole && !copy && utf8_count(name) >= NAME_LEAST &&
                       !WORDS_INSIDE(name, loose)
                   ? name
                   : STR("");
    }
    return STR("");
}

static bool is_material(const struct text *t)
{
    return t->part == TEXT_FIELD && t->field == FIELD_MATERIALS && !t->attribute;
}

void check_form_marks(struct check *check)
{
    size_t marked = 0, bare = 0;
    for (size_t i = 0; i < check->text_count; i++)
        if (is_material(&check->texts[i])) {
            marked += count_marked(check->texts[i].words);
            bare += unmarked_name(check->texts[i].words).n > 0;
        }
    for (size_t i = 0; usage_is_odd(bare, marked) && i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        struct str name = is_material(t) ? unmarked_name(t->words) : STR("");
        if (!name.n)
            continue;
        struct advice advice = {.proposal =
                                    str_print(check->arena, "《%.*s》", STR_ARG(name))};
        report_text(check, t, name, &advice, DIAG_FORM_MARKS, STR_ARG(name), marked);
    }
}

/* ---- choices without □ ---- */

/* The line behind the box it begins with; "" when it has none. */
static struct str behind_box(struct str line)
{
    line = str_trim(line);
    uint32_t first = line.n ? char_at(line, 0) : 0;
    if (!first || !rune_in(first, "□☐■☑"))
        return STR("");
    return str_trim(str_from(line, char_size(line, 0)));
}

static bool is_alike(struct str one, struct str two)
{
    /* What someone declares under the choices is none of them. */
    static const char *const speakers[] = {"本人", "本单位", "我", "兹", "以上"};
    if (WORDS_BEGIN(one, speakers))
        return false;
    size_t n = 0;
    while (n < one.n && n < two.n && one.s[n] == two.s[n])
        n++;
    return n >= ALIKE;
}

/* Lines next to each other that begin alike, one with a box, one without. */
static void check_lines(struct check *check, const struct text *t)
{
    struct str rest = t->words, line, last = STR("");
    while (str_cut(&rest, '\n', &line)) {
        line = str_trim(line);
        struct str own = behind_box(line), other = behind_box(last);
        if (!own.n && other.n && is_alike(line, other))
            report_text(check, t, line, NULL, DIAG_FORM_BOX, STR_ARG(line));
        else if (own.n && last.n && !other.n && is_alike(own, last))
            report_text(check, t, last, NULL, DIAG_FORM_BOX, STR_ARG(last));
        if (line.n)
            last = line;
    }
}

void check_form_boxes(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part == TEXT_FORM && t->marks & TEXT_BLANK &&
            memchr(t->words.s, '\n', t->words.n))
            check_lines(check, t);
    }
}

/* ---- titles broken by a line end ---- */

/* Issuers in a title may stand each on a line. */
static const char *const organs[] = {"局",   "厅",   "部",   "委",   "办",
                                     "院",   "会",   "中心", "政府", "办公室",
                                     "机关", "总队", "公司"};

static void check_title(struct check *check, const struct text *t, size_t from, size_t to)
{
    struct str text = t->words;
    for (size_t i = from; i < to; i++) {
        if (text.s[i] != '\n' || !char_han(char_before(text, i)) ||
            !char_han(char_at(text, i + 1)) || WORDS_END(str_slice(text, 0, i), organs))
            continue;
        struct str piece = str_slice(text, i, i + 1);
        struct advice advice = {.erase = true};
        struct str before = char_around(text, i, i, 4);
        struct str behind = char_around(text, i + 1, i + 1, 4);
        report_text(check, t, piece, &advice, DIAG_TEXT_BREAK, STR_ARG(before),
                    STR_ARG(behind));
    }
}

void check_broken_titles(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part != TEXT_FIELD || !(t->marks & TEXT_TITLE) ||
            !memchr(t->words.s, '\n', t->words.n))
            continue;
        size_t from = STR_NONE;
        for (size_t k = 0; k < t->words.n; k += char_size(t->words, k)) {
            struct str rest = str_from(t->words, k);
            if (str_starts(rest, STR("《")) && from == STR_NONE) {
                from = k;
            } else if (str_starts(rest, STR("》")) && from != STR_NONE) {
                check_title(check, t, from, k);
                from = STR_NONE;
            }
        }
    }
}
