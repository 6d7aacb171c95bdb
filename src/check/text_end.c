/* Lists of which some entries end with a mark and others do not. */
#include "check/text_rules.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"

enum { LEAST = 3 }; /* entries of a list that can be uneven */

struct ends {
    size_t with, without;
    const struct text *odd[2]; /* the first entry without, with a mark */
};

static bool has_mark(struct str text)
{
    uint32_t last = char_before(text, text.n);
    return char_stop(last) || rune_in(last, ";.,");
}

/* The last entry of a list may well end otherwise. */
static bool is_counted(const struct text *t, const struct text *next)
{
    return t->entry && !t->entry->plain && next && next->of == t->of && next->entry &&
           !next->entry->plain && !t->attribute;
}

static void count(struct ends *ends, const struct text *t)
{
    bool with = has_mark(t->words);
    ends->with += with;
    ends->without += !with;
    if (!ends->odd[with])
        ends->odd[with] = t;
}

/* Told once for the whole catalog, at the first entry that differs. */
void check_ends(struct check *check)
{
    const struct text *first = NULL;
    size_t lists = 0;
    struct ends ends = {0};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        const struct text *next = i + 1 < check->text_count ? t + 1 : NULL;
        if (!t->of || t->part != TEXT_FIELD || t->field == FIELD_PROCESS)
            continue;
        if (is_counted(t, next)) {
            count(&ends, t);
            continue;
        }
        if (ends.with && ends.without && ends.with + ends.without + 1 >= LEAST) {
            if (!lists++)
                first = ends.odd[ends.with >= ends.without ? 0 : 1];
        }
        ends = (struct ends){0};
    }
    if (lists)
        report_text(check, first,
                    char_around(first->words, first->words.n, first->words.n, 1), NULL,
                    DIAG_TEXT_END, lists);
}
