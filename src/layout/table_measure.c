#include "layout/table_plan.h"

#include "layout/text_headline.h"

#include <assert.h>

static double least(double a, double b)
{
    return a < b ? a : b;
}

static double most(double a, double b)
{
    return a > b ? a : b;
}

/* Columns without a share take what their text needs, but no more than an even part while
 * that holds their longest word. */
static double natural(double least_width, double full_width, double even)
{
    return least(full_width, most(least_width, even));
}

/* Gives columns their least width where the share is under it, at the cost of the others,
 * until nothing changes; each round settles at least one column. */
static void share_out(double *widths, size_t n, const double *shares, const double *low,
                      double width)
{
    for (;;) {
        double shared = 0, fixed = 0;
        for (size_t i = 0; i < n; i++) {
            if (widths[i] > 0)
                fixed += widths[i];
            else
                shared += shares[i];
        }
        bool changed = false;
        for (size_t i = 0; i < n; i++)
            if (widths[i] <= 0 && (width - fixed) * shares[i] / shared < low[i]) {
                widths[i] = low[i];
                changed = true;
            }
        if (changed)
            continue;
        for (size_t i = 0; i < n; i++)
            if (widths[i] <= 0)
                widths[i] = (width - fixed) * shares[i] / shared;
        return;
    }
}

/* Stretches or shrinks all columns alike so that they make up the width. */
static void fit(double *widths, size_t n, double width)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += widths[i];
    for (size_t i = 0; i < n; i++)
        widths[i] = sum > 0 ? widths[i] * width / sum : width / (double)n;
}

void table_distribute(double *widths, size_t n, const double *shares, const double *low,
                      const double *full, double width)
{
    double taken = 0;
    size_t shared = 0;
    for (size_t i = 0; i < n; i++) {
        widths[i] = shares[i] > 0 ? 0 : natural(low[i], full[i], width / (double)n);
        taken += shares[i] > 0 ? low[i] : widths[i];
        shared += shares[i] > 0;
    }
    if (taken < width && shared > 0) {
        share_out(widths, n, shares, low, width);
        return;
    }
    /* No room for every longest word: the shares alone decide, words are broken. */
    for (size_t i = 0; i < n; i++)
        if (shares[i] > 0)
            widths[i] = shares[i];
    if (taken >= width && shared > 0 && shared < n)
        for (size_t i = 0; i < n; i++)
            widths[i] = shares[i] > 0 ? low[i] : widths[i];
    fit(widths, n, width);
}

/* Gives every cell of the rows its place in the grid. */
static void find_slots(struct table_part *part, struct arena *a, size_t columns,
                       const struct table_row *rows, size_t n, bool head)
{
    size_t *taken = arena_array(a, columns, sizeof *taken); /* up to this row */
    part->rows = n;
    part->first = arena_array(a, n + 1, sizeof *part->first);
    part->height = arena_array(a, n, sizeof *part->height);
    for (size_t r = 0; r < n; r++) {
        part->first[r] = part->slots.n;
        size_t column = 0;
        for (size_t i = 0; i < rows[r].cells.n; i++) {
            const struct table_cell *cell = &rows[r].cells.at[i];
            while (column < columns && taken[column] > r)
                column++;
            assert(column < columns);
            size_t rowspan = cell->rowspan ? cell->rowspan : 1;
            struct table_slot *slot = vec_push(a, &part->slots);
            *slot = (struct table_slot){
                .cell = cell, .row = r, .column = column, .head = head};
            slot->rowspan = rowspan < n - r ? rowspan : n - r;
            do {
                taken[column++] = r + slot->rowspan;
                slot->colspan++;
            } while (slot->colspan < cell->colspan && column < columns &&
                     taken[column] <= r);
        }
    }
    part->first[n] = part->slots.n;
}

/* A run of more characters than a 文号 has, such as a web address, is broken rather than
 * making its column wide at the cost of the others. */
enum { RUN_CHARACTERS = 16 };

static double least_width(struct arena *a, const struct typesetter *t,
                          const struct table_cell *cell)
{
    if (cell->n == 0)
        return 0;
    return least(text_least_width(a, t, cell->spans, cell->n),
                 RUN_CHARACTERS * cell->spans[0].style.size);
}

/* The least and full widths of the columns, from cells that stand in one column. */
static void find_widths(const struct table_plan *plan, struct arena *a,
                        const struct typesetter *t, const struct table_part *part,
                        double *low, double *full)
{
    for (size_t i = 0; i < part->slots.n; i++) {
        const struct table_slot *slot = &part->slots.at[i];
        if (slot->colspan > 1)
            continue;
        const struct table_cell *cell = slot->cell;
        double pad = 2 * plan->look->pad_x;
        double l = least_width(a, t, cell) + pad;
        double f = text_full_width(t, cell->spans, cell->n) + pad;
        low[slot->column] = most(low[slot->column], l);
        full[slot->column] = most(full[slot->column], f);
    }
}

static void find_columns(struct table_plan *plan, struct arena *a,
                         const struct typesetter *t, const struct page_frame *frame)
{
    size_t n = plan->table->columns;
    double *low = arena_array(a, n, sizeof *low);
    double *full = arena_array(a, n, sizeof *full);
    double *widths = arena_array(a, n, sizeof *widths);
    struct arena *scratch = arena_new();
    find_widths(plan, scratch, t, &plan->head, low, full);
    find_widths(plan, scratch, t, &plan->body, low, full);
    arena_drop(scratch);
    table_distribute(widths, n, plan->table->shares, low, full, frame_inner_width(frame));
    plan->x = arena_array(a, n + 1, sizeof *plan->x);
    plan->x[0] = frame->left;
    for (size_t i = 0; i < n; i++)
        plan->x[i + 1] = plan->x[i] + widths[i];
}

static struct paragraph with_mark(const struct table_plan *plan, struct arena *a,
                                  const struct typesetter *t,
                                  const struct table_cell *cell,
                                  const struct paragraph_style *style)
{
    struct span *spans = arena_array(a, cell->n + 1, sizeof *spans);
    for (size_t i = 0; i < cell->n; i++)
        spans[i] = cell->spans[i];
    spans[cell->n] = (struct span){.text = plan->look->continued,
                                   .style = plan->look->continued_style};
    return text_layout(a, t, spans, cell->n + 1, style);
}

/* Moves the lines that say so to the right. A line that had to be broken stays. */
static void set_right(struct paragraph *p, const struct table_cell *cell, double width)
{
    size_t written = 0, end = 0;
    for (size_t i = 0; i < p->lines.n; i++) {
        struct text_line *line = &p->lines.at[i];
        bool begins = i == 0 || line->from > end;
        written += i > 0 && begins;
        end = line->to;
        bool whole = begins && (i + 1 == p->lines.n || line[1].from > end);
        double room = width - line->width;
        if (!cell->lines[written].right || !whole || line->runs.n == 0)
            continue;
        double inset = least(cell->lines[written].inset, room);
        double by = room - inset - line->runs.at[0].x;
        for (size_t k = 0; k < line->runs.n; k++)
            line->runs.at[k].x += by;
    }
}

static void set_texts(struct table_plan *plan, struct table_part *part, struct arena *a,
                      const struct typesetter *t)
{
    for (size_t i = 0; i < part->slots.n; i++) {
        struct table_slot *slot = &part->slots.at[i];
        const struct table_cell *cell = slot->cell;
        double width = plan->x[slot->column + slot->colspan] - plan->x[slot->column];
        struct paragraph_style style = {.width = width - 2 * plan->look->pad_x,
                                        .leading = plan->look->leading,
                                        .align = cell->align};
        if (cell->balanced)
            slot->text =
                headline_layout(a, t, cell->spans[0].text, &cell->spans[0].style, &style);
        else
            slot->text = text_layout(a, t, cell->spans, cell->n, &style);
        if (cell->lines)
            set_right(&slot->text, cell, style.width);
        if (cell->repeat)
            slot->again = with_mark(plan, a, t, cell, &style);
    }
}

/* The least heights of the rows when no page ends among them: cells of one row first, then
 * what merged cells need more is spread over their rows. */
static void set_heights(const struct table_plan *plan, struct table_part *part)
{
    double pad = 2 * plan->look->pad_y;
    for (size_t r = 0; r < part->rows; r++)
        part->height[r] = plan->look->leading + pad;
    for (size_t i = 0; i < part->slots.n; i++) {
        const struct table_slot *slot = &part->slots.at[i];
        if (slot->rowspan == 1)
            part->height[slot->row] =
                most(part->height[slot->row], slot->text.height + pad);
    }
    for (size_t i = 0; i < part->slots.n; i++) {
        const struct table_slot *slot = &part->slots.at[i];
        double sum = 0;
        for (size_t r = 0; r < slot->rowspan; r++)
            sum += part->height[slot->row + r];
        double more = (slot->text.height + pad - sum) / (double)slot->rowspan;
        for (size_t r = 0; more > 0 && r < slot->rowspan; r++)
            part->height[slot->row + r] += more;
    }
}

void table_measure(struct table_plan *plan, struct arena *a, const struct typesetter *t,
                   const struct table *table, const struct table_look *look,
                   const struct page_frame *frame)
{
    assert(table->columns > 0);
    *plan = (struct table_plan){.table = table, .look = look};
    find_slots(&plan->head, a, table->columns, table->head.at, table->head.n, true);
    find_slots(&plan->body, a, table->columns, table->body.at, table->body.n, false);
    find_columns(plan, a, t, frame);
    set_texts(plan, &plan->head, a, t);
    set_texts(plan, &plan->body, a, t);
    set_heights(plan, &plan->head);
    set_heights(plan, &plan->body);
    for (size_t r = 0; r < plan->head.rows; r++)
        plan->head_height += plan->head.height[r];
    struct span mark = {.text = look->continued, .style = look->continued_style};
    struct paragraph_style style = {.width = frame_inner_width(frame),
                                    .leading = look->leading};
    plan->mark = text_layout(a, t, &mark, 1, &style);
}
