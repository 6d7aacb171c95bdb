/* Marks at the end of entries and sentences that differ from those of their siblings.
 *
 * The entries of a list end alike but for the last, which may end with 。 or with nothing.
 * An entry of several sentences ends with 。 whatever the others do. Sentences are the steps,
 * the paragraphs and the texts of who, where and when: where nearly all of a catalog end
 * with 。, the few that do not were forgotten. */
#include "check/text_rules.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"

#include <string.h>

enum {
    LIST_LEAST = 3,       /* entries of a list that can be uneven */
    FIELD_LEAST = 5,      /* entries of the other lists of a field that show how it is */
    SENTENCES_LEAST = 20, /* that show what a catalog does */
    ODD_MOST = 5          /* per cent of them that were forgotten */
};

enum end { END_PART, END_STOP, END_NONE };
enum { END_COUNT = END_NONE + 1 };

static enum end end_of(struct str text)
{
    uint32_t last = char_before(text, text.n);
    if (rune_in(last, "；;，,、：:"))
        return END_PART;
    return char_stop(last) || last == '.' ? END_STOP : END_NONE;
}

/* The last character as a text. */
static struct str last_sign(struct str text)
{
    size_t size;
    utf8_last(text, &size);
    return str_from(text, text.n - size);
}

/* ---- lists ---- */

/* An entry ends with 。 because it is made of sentences. */
static bool is_sentences(struct str text)
{
    size_t first = str_find(text, STR("。"));
    return first != STR_NONE && first + strlen("。") < text.n;
}

static bool is_entry(const struct text *t)
{
    return t->entry && !t->entry->plain && !t->attribute && t->field != FIELD_PROCESS &&
           (t->part == TEXT_FIELD || t->part == TEXT_FLOW);
}

/* The number of texts from `t` on that are entries of one list. */
static size_t list_length(const struct text *t, size_t left)
{
    size_t n = 1;
    while (n < left && is_entry(&t[n]) && t[n].part == t->part &&
           t[n].entry == t->entry + n)
        n++;
    return n;
}

/* How many entries, but the last of their lists, end how; of one field in the catalog. */
struct habits {
    bool read;
    size_t counts[FIELD_COUNT + 1][END_COUNT];
};

static void read_habits(const struct check *check, struct habits *h)
{
    h->read = true;
    for (size_t i = 0, n = 1; i < check->text_count; i += n) {
        const struct text *t = &check->texts[i];
        n = is_entry(t) ? list_length(t, check->text_count - i) : 1;
        for (size_t k = 0; k + 1 < n; k++)
            h->counts[t->field][end_of(t[k].words)]++;
    }
}

/* The way that is used most; of two that are as many the one with a mark. */
static enum end most_used(const size_t counts[END_COUNT])
{
    enum end best = END_PART;
    for (int e = END_STOP; e < END_COUNT; e++)
        if (counts[e] > counts[best])
            best = (enum end)e;
    return best;
}

/* How the entries but the last end; where two ways are as many, the one of the last, else
 * the one with a mark. */
static enum end usual_end(const struct text *t, size_t n, size_t counts[END_COUNT])
{
    for (size_t i = 0; i + 1 < n; i++)
        counts[end_of(t[i].words)]++;
    enum end best = most_used(counts), last = end_of(t[n - 1].words);
    return counts[last] == counts[best] ? last : best;
}

/* Where nearly all other lists of the field have the mark that some entries of this have, the
 * ones without it are wrong, however many they are. */
static bool is_field_marked(const struct check *check, struct habits *h,
                            const struct text *t, const size_t counts[END_COUNT])
{
    if (!counts[END_PART] || !counts[END_NONE] || counts[END_STOP])
        return false;
    if (!h->read)
        read_habits(check, h);
    size_t marked = h->counts[t->field][END_PART] - counts[END_PART], others = 0;
    for (int e = 0; e < END_COUNT; e++)
        others += h->counts[t->field][e] - counts[e];
    return marked >= FIELD_LEAST && (others - marked) * 100 <= others * ODD_MOST;
}

/* `clear`: most of the other entries end as is usual. */
static void report_entry(struct check *check, const struct text *t, enum end usual,
                         bool clear, bool field)
{
    struct str sign = last_sign(t->words);
    if (end_of(t->words) == END_NONE)
        report_text(check, t, sign, NULL, field ? DIAG_TEXT_END_FIELD : DIAG_TEXT_END);
    else if (usual == END_NONE)
        report_text(check, t, sign, NULL, DIAG_TEXT_END_ALONE, STR_ARG(sign));
    else
        report_text(check, t, sign, NULL,
                    clear || end_of(t->words) != END_STOP ? DIAG_TEXT_END_OTHER
                                                          : DIAG_TEXT_END_STOP,
                    STR_ARG(sign));
}

static void check_list(struct check *check, struct habits *h, const struct text *t,
                       size_t n)
{
    size_t counts[END_COUNT] = {0}, odd = 0;
    enum end usual = usual_end(t, n, counts);
    bool field = usual != END_PART && is_field_marked(check, h, t, counts);
    if (field)
        usual = END_PART;
    for (size_t i = 0; i + 1 < n; i++)
        odd += end_of(t[i].words) != usual;
    size_t alike = counts[usual] + (end_of(t[n - 1].words) == usual);
    for (size_t i = 0; i + 1 < n && (field || 2 * odd < n); i++) {
        enum end own = end_of(t[i].words);
        if (own != usual && !(own == END_STOP && is_sentences(t[i].words)))
            report_entry(check, &t[i], usual, 2 * alike > n - 1, field);
    }
}

/* The list is over, and nothing follows that could go on from its last entry. */
static void check_last(struct check *check, const struct text *t, const struct text *next)
{
    bool more = next && next->part == t->part && next->item == t->item &&
                next->of == t->of && next->field == t->field;
    if (more || !rune_in(char_before(t->words, t->words.n), "；;，,、"))
        return;
    struct str sign = last_sign(t->words);
    struct advice advice = {.proposal = STR("。")};
    report_text(check, t, sign, &advice, DIAG_TEXT_END_LAST, STR_ARG(sign));
}

static void check_lists(struct check *check)
{
    struct habits habits = {.read = false};
    for (size_t i = 0, n = 1; i < check->text_count; i += n) {
        const struct text *t = &check->texts[i];
        size_t left = check->text_count - i;
        n = is_entry(t) ? list_length(t, left) : 1;
        if (n >= LIST_LEAST)
            check_list(check, &habits, t, n);
        if (n >= 2)
            check_last(check, &t[n - 1], n < left ? &t[n] : NULL);
    }
}

/* ---- sentences ---- */

static bool is_sentence(const struct text *t)
{
    if (t->part != TEXT_FIELD || !t->entry || t->attribute)
        return false;
    switch (t->field) {
    case FIELD_AGENCY:
    case FIELD_AUDIENCE:
    case FIELD_LIMIT:
    case FIELD_PROCESS: return true;
    case FIELD_CHANNELS:
    case FIELD_MATERIALS:
    case FIELD_EVALUATION: return t->entry->plain;
    default: return false;
    }
}

static bool ends_sentence(const struct text *t)
{
    return char_before(t->words, t->words.n) == 0x3002;
}

/* The number of texts from the i-th on that stand in one field. */
static size_t column_length(const struct check *check, size_t i)
{
    const struct text *t = &check->texts[i];
    size_t n = 1;
    while (t->of && i + n < check->text_count && t[n].of == t->of && t[n].item == t->item)
        n++;
    return n;
}

/* The steps of one process are one mistake. */
static void report_column(struct check *check, const struct text *t, size_t n,
                          size_t good)
{
    const struct text *first = NULL;
    size_t odd = 0;
    for (size_t i = 0; i < n; i++)
        if (is_sentence(&t[i]) && !ends_sentence(&t[i])) {
            first = first ? first : &t[i];
            odd++;
        }
    struct str sign = first ? last_sign(first->words) : STR("");
    if (odd == 1 && end_of(first->words) != END_NONE)
        report_text(check, first, sign, NULL, DIAG_TEXT_END_SENTENCE_MARK, STR_ARG(sign),
                    good);
    else if (odd == 1)
        report_text(check, first, sign, NULL, DIAG_TEXT_END_SENTENCE, good);
    else if (odd)
        report_text(check, first, sign, NULL, DIAG_TEXT_END_SENTENCES, odd, good);
}

static void check_sentences(struct check *check)
{
    size_t all = 0, good = 0;
    for (size_t i = 0; i < check->text_count; i++)
        if (is_sentence(&check->texts[i])) {
            all++;
            good += ends_sentence(&check->texts[i]);
        }
    if (good < SENTENCES_LEAST || (all - good) * 100 > all * ODD_MOST)
        return;
    for (size_t i = 0, n; i < check->text_count; i += n) {
        n = column_length(check, i);
        report_column(check, &check->texts[i], n, good);
    }
}

void check_ends(struct check *check)
{
    check_lists(check);
    check_sentences(check);
}
