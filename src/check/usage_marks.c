/* Choices without □, titles of documents broken by a line end. */
#include "check/usage.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/words.h"

enum { ALIKE = 12 }; /* bytes two choices have in common at their start: 经审核， */

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
