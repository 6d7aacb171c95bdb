#include "layout/text_headline.h"

#include "base/utf8.h"
#include "layout/text_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <math.h>

/* The text is cut into words by ICU's dictionary (UBRK_WORD, which knows Chinese), marks
 * are glued to their words, as are the words of a run that no line breaks inside (72小时),
 * and a table of costs finds the breaks: the square of how far each line is from the mean,
 * more for a break inside 《…》 or beside a word of a single character, much more for a line
 * of one character. The breaks found become newlines, and text_layout() does the rest. */

enum { MOST_WORDS = 400, MOST_LINES = 24 };

struct word {
    size_t from, to; /* bytes */
    double width;
    size_t letters;
    bool quoted; /* a break before it would part a name in 《》 */
};
struct words {
    VEC(struct word) list;
};

static UBreakIterator *open_words(struct str text, UText *view)
{
    UErrorCode e = U_ZERO_ERROR;
    utext_openUTF8(view, text.s, (int64_t)text.n, &e);
    UBreakIterator *it = ubrk_open(UBRK_WORD, "zh", NULL, 0, &e);
    if (it)
        ubrk_setUText(it, view, &e);
    if (U_SUCCESS(e))
        return it;
    ubrk_close(it);
    return NULL;
}

static double piece_width(const struct typesetter *t, const struct style *style,
                          struct str piece)
{
    struct span span = {.text = piece, .style = *style};
    return text_full_width(t, &span, 1);
}

/* The width of a word with the space between it and the one before it, which is less than
 * nothing where two marks share a square. */
static double word_width(const struct typesetter *t, const struct style *style,
                         struct str text, const struct word *word)
{
    struct str piece = str_slice(text, word->from, word->to);
    size_t n = 0;
    if (!word->from)
        return piece_width(t, style, piece);
    utf8_last(str_slice(text, 0, word->from), &n);
    struct str before = str_slice(text, word->from - n, word->from);
    return piece_width(t, style, str_slice(text, word->from - n, word->to)) -
           piece_width(t, style, before);
}

static bool glued(struct str before, struct str after)
{
    if (before.n == 0)
        return true;
    struct str rest = after;
    return mark_bars_end(utf8_last(before, NULL)) || mark_bars_start(utf8_next(&rest)) ||
           after.s[0] == ' ';
}

/* Whether a line may break well before the byte `at`; `*i` is a letter at or before it. */
static bool breaks_well(const struct letters *l, size_t at, size_t *i)
{
    while (*i < l->n && l->at[*i].at < at)
        ++*i;
    return *i < l->n && l->at[*i].at == at && l->at[*i].level == BREAK_GOOD;
}

/* Adds text[from, to) as a word, or to the word before it when that is `bound` to it. */
static void add_word(struct arena *a, struct words *w, struct str text, size_t from,
                     size_t to, bool bound, bool quoted)
{
    struct str piece = str_slice(text, from, to);
    struct word *last = w->list.n ? &w->list.at[w->list.n - 1] : NULL;
    if (last && (bound || glued(str_slice(text, last->from, last->to), piece))) {
        last->to = to;
        return;
    }
    *vec_push(a, &w->list) = (struct word){.from = from, .to = to, .quoted = quoted};
}

static struct words words_of(struct arena *a, const struct typesetter *t,
                             const struct style *style, struct str text)
{
    struct words w = {0};
    UText view = UTEXT_INITIALIZER;
    UBreakIterator *it = open_words(text, &view);
    struct span span = {.text = text, .style = *style};
    struct letters letters = letters_of(a, t, &span, 1);
    if (it) {
        bool quoted = false;
        size_t letter = 0;
        int32_t from = ubrk_first(it);
        for (int32_t to; (to = ubrk_next(it)) != UBRK_DONE; from = to) {
            struct str piece = str_slice(text, (size_t)from, (size_t)to);
            bool bound = !breaks_well(&letters, (size_t)from, &letter);
            add_word(a, &w, text, (size_t)from, (size_t)to, bound, quoted);
            quoted = str_has(piece, STR("《")) || (quoted && !str_has(piece, STR("》")));
        }
        ubrk_close(it);
    }
    utext_close(&view);
    for (size_t i = 0; i < w.list.n; i++) {
        struct str piece = str_slice(text, w.list.at[i].from, w.list.at[i].to);
        w.list.at[i].width = word_width(t, style, text, &w.list.at[i]);
        w.list.at[i].letters = utf8_count(piece);
    }
    return w;
}

static size_t fewest_lines(const struct words *w, double width)
{
    size_t lines = 1;
    double used = 0;
    for (size_t i = 0; i < w->list.n; i++) {
        if (used > 0 && used + w->list.at[i].width > width) {
            lines++;
            used = 0;
        }
        used += w->list.at[i].width;
    }
    return lines;
}

/* What a break before a word costs besides the lengths it gives. Where single characters are
 * words to the dictionary they may be halves of one it does not know (经办). */
static double break_cost(const struct words *w, size_t i)
{
    double cost = w->list.at[i].quoted ? 4 : 0;
    bool before = w->list.at[i - 1].letters == 1, after = w->list.at[i].letters == 1;
    return cost + (before && after ? 6 : before || after ? 1 : 0);
}

/* What a line from word `from` on costs. */
static double line_cost(const struct words *w, size_t from, double line, double letters,
                        double mean, double em)
{
    double off = (line - mean) / em;
    double alone = letters < 2 ? 1000 : 0;
    return off * off + alone + (from > 0 ? break_cost(w, from) : 0);
}

struct table {
    double *cost; /* [lines][words]: the cheapest way to set the first words */
    size_t *cut;  /* where its last line begins */
    size_t width; /* words + 1 */
};

static void fill_table(struct table *t, const struct words *w, size_t lines, double width,
                       double mean, double em)
{
    size_t n = w->list.n;
    for (size_t i = 0; i < (lines + 1) * t->width; i++)
        t->cost[i] = INFINITY;
    t->cost[0] = 0;
    for (size_t k = 1; k <= lines; k++) {
        for (size_t to = 1; to <= n; to++) {
            double line = 0, letters = 0;
            for (size_t from = to; from-- > 0;) {
                line += w->list.at[from].width;
                letters += (double)w->list.at[from].letters;
                if (line > width)
                    break;
                double cost = t->cost[(k - 1) * t->width + from] +
                              line_cost(w, from, line, letters, mean, em);
                if (cost < t->cost[k * t->width + to]) {
                    t->cost[k * t->width + to] = cost;
                    t->cut[k * t->width + to] = from;
                }
            }
        }
    }
}

/* Writes the text with newlines at its best breaks. */
static void put_balanced(struct arena *a, const struct typesetter *t,
                         const struct style *style, struct str text, double width,
                         struct buf *out)
{
    struct words w = {0};
    double whole = piece_width(t, style, text);
    if (whole > width && whole < width * MOST_LINES)
        w = words_of(a, t, style, text);
    size_t n = w.list.n, lines = fewest_lines(&w, width);
    bool broken = false;
    if (n > 1 && n <= MOST_WORDS && lines > 1 && lines <= MOST_LINES) {
        struct table table = {.width = n + 1};
        table.cost = arena_array(a, (lines + 1) * table.width, sizeof *table.cost);
        table.cut = arena_array(a, (lines + 1) * table.width, sizeof *table.cut);
        fill_table(&table, &w, lines, width, whole / (double)lines, style->size);
        broken = isfinite(table.cost[lines * table.width + n]);
        size_t cuts[MOST_LINES + 1] = {0};
        for (size_t k = lines, to = n; broken && k > 0; k--)
            to = cuts[k] = table.cut[k * table.width + to];
        for (size_t k = 1; broken && k <= lines; k++) {
            size_t from = w.list.at[cuts[k]].from;
            size_t to = k < lines ? w.list.at[cuts[k + 1]].from : text.n;
            buf_put(out, str_slice(text, from, to));
            if (k < lines)
                buf_char(out, '\n');
        }
    }
    if (!broken)
        buf_put(out, text);
}

static size_t lines_of(struct arena *a, const struct typesetter *t,
                       const struct style *style, struct str text, double width)
{
    struct words w = words_of(a, t, style, text);
    return fewest_lines(&w, width);
}

/* Whether a blank between the two parts Chinese from Chinese. */
static bool parts_title(struct str before, struct str behind)
{
    return before.n && behind.n && utf8_columns(utf8_last(before, NULL)) == 2 &&
           utf8_columns(utf8_next(&behind)) == 2;
}

/* Where a blank parts two Chinese characters the office has broken its title: 样本市医疗保障局
 * 关于印发…的通知. Lines end behind such blanks when that takes at most one line more than the
 * text needs. */
static void put_line(struct arena *a, const struct typesetter *t,
                     const struct style *style, struct str text, double width,
                     struct buf *out)
{
    double whole = piece_width(t, style, text);
    VEC(struct str) pieces = {0};
    size_t lines = 0, from = 0;
    bool may = whole > width && whole < width * MOST_LINES;
    for (size_t i = 0; may && i <= text.n; i++) {
        bool blank = i < text.n && text.s[i] == ' ' &&
                     parts_title(str_slice(text, 0, i), str_from(text, i + 1));
        if (i < text.n && !blank)
            continue;
        struct str piece = str_slice(text, from, i);
        *vec_push(a, &pieces) = piece;
        lines += lines_of(a, t, style, piece, width);
        from = i + blank;
    }
    if (pieces.n < 2 || lines > lines_of(a, t, style, text, width) + 1) {
        put_balanced(a, t, style, text, width, out);
        return;
    }
    for (size_t i = 0; i < pieces.n; i++) {
        if (i)
            buf_char(out, '\n');
        put_balanced(a, t, style, pieces.at[i], width, out);
    }
}

struct paragraph headline_layout(struct arena *a, const struct typesetter *t,
                                 struct str text, const struct style *style,
                                 const struct paragraph_style *set)
{
    struct buf out = {0};
    struct str rest = text, line;
    double indent = fmax(set->first_indent, set->hang);
    for (bool first = true; str_cut(&rest, '\n', &line); first = false) {
        if (!first)
            buf_char(&out, '\n');
        put_line(a, t, style, line, set->width - indent, &out);
    }
    struct span span = {.text = str_copy(a, buf_str(&out)), .style = *style};
    buf_drop(&out);
    return text_layout(a, t, &span, 1, set);
}
