#include "layout/flow_parts.h"

#include <math.h>

/* Short texts in lines of about equal length that end between words, as on a poster:
 *
 *     材料不全的一次性        not     材料不全的一次
 *     告知需补齐的材料                性告知需补齐的
 *      并重新提交                     材料并重新提交
 *
 * Of all ways to end the lines at words, the one with the least sum of squared differences
 * from the mean length (Knuth and Plass, with one kind of glue). */

enum { MOST_PIECES = 64, MOST_LINES = 8 };

struct pieces {
    size_t n;                   /* ends of words, the text's own end among them */
    size_t at[MOST_PIECES + 1]; /* bytes; at[0] is 0 */
    double x[MOST_PIECES + 1];  /* points from the start of the text */
    double cost[MOST_LINES + 1][MOST_PIECES + 1];
    size_t came[MOST_LINES + 1][MOST_PIECES + 1];
};

static bool find_pieces(struct flow_work *w, struct str text, struct style style,
                        struct pieces *p)
{
    struct text_places places = text_word_places(w->arena, w->type, text);
    if (places.n + 1 > MOST_PIECES || str_has(text, STR("\n")))
        return false;
    p->n = places.n + 1;
    for (size_t i = 1; i <= p->n; i++) {
        p->at[i] = i <= places.n ? places.at[i - 1] : text.n;
        struct span span = {.text = str_slice(text, 0, p->at[i]), .style = style};
        p->x[i] = text_full_width(w->type, &span, 1);
    }
    return true;
}

static bool choose_ends(struct pieces *p, size_t lines, double measure)
{
    double mean = p->x[p->n] / (double)lines;
    for (size_t k = 0; k <= lines; k++)
        for (size_t i = 0; i <= p->n; i++)
            p->cost[k][i] = k || i ? INFINITY : 0;
    for (size_t k = 1; k <= lines; k++)
        for (size_t i = 1; i <= p->n; i++)
            for (size_t j = 0; j < i; j++) {
                double width = p->x[i] - p->x[j];
                double cost = p->cost[k - 1][j] + (width - mean) * (width - mean);
                if (width > measure || !(cost < p->cost[k][i]))
                    continue;
                p->cost[k][i] = cost;
                p->came[k][i] = j;
            }
    return p->cost[lines][p->n] < INFINITY;
}

bool flow_lines(struct flow_work *w, struct str text, struct style style,
                const struct paragraph_style *ps, size_t lines, struct flow_text *out)
{
    struct pieces *p = arena_alloc(w->arena, sizeof *p);
    if (lines > MOST_LINES || !find_pieces(w, text, style, p) ||
        !choose_ends(p, lines, ps->width))
        return false;
    out->n = lines;
    out->at = arena_array(w->arena, lines, sizeof *out->at);
    for (size_t k = lines, i = p->n; k > 0; i = p->came[k--][i]) {
        struct span *span = arena_alloc(w->arena, sizeof *span);
        span->text = str_slice(text, p->at[p->came[k][i]], p->at[i]);
        span->style = style;
        out->at[k - 1] = text_layout(w->arena, w->type, span, 1, ps);
    }
    return true;
}
