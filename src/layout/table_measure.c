#include "layout/table_plan.h"

#include "base/utf8.h"
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

/* Gives every cell of the rows its place in the grid. */
void table_slots(struct table_part *part, struct arena *a, size_t columns,
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

/* So that a word that set the width of its column is not broken in it. */
static const double ROUNDING = 1e-6;

static bool stands_together(uint32_t c)
{
    return c > ' ' && c < 0x7f;
}

static struct str stacked_text(struct arena *a, struct str text)
{
    struct buf out = {0};
    bool together = true; /* the next character needs no new line */
    for (struct str rest = text; rest.n;) {
        size_t at = text.n - rest.n;
        uint32_t c = utf8_next(&rest),
                 before = at ? utf8_last(str_slice(text, 0, at), NULL) : 0;
        if (c == ' ' || c == '\n' || c == 0x3000) {
            together = out.n == 0;
            continue;
        }
        if (!together && !(stands_together(c) && stands_together(before)))
            buf_char(&out, '\n');
        buf_put(&out, str_slice(text, at, text.n - rest.n));
        together = false;
    }
    struct str vertical = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return vertical;
}

struct span table_stack(struct arena *a, const struct span *text)
{
    struct span span = *text;
    span.text = stacked_text(a, text->text);
    span.style.upright = true;
    return span;
}

static struct paragraph_style slot_style(const struct table_plan *plan,
                                         const struct table_slot *slot)
{
    double width = plan->x[slot->column + slot->colspan] - plan->x[slot->column];
    return (struct paragraph_style){.width = width - 2 * slot->pad,
                                    .leading = plan->look->leading,
                                    .align = slot->cell->align};
}

static bool is_dash(uint32_t c)
{
    return c == 0x2014 || c == 0x2013 || c == '-' || c == 0xFF0D; /* — – - － */
}

/* Takes a step with its dashes off the front of a chain: 申请— */
static struct str take_step(struct str *rest)
{
    struct str step = *rest;
    bool dashed = false;
    for (struct str ahead = *rest; ahead.n;) {
        bool dash = is_dash(utf8_next(&ahead));
        if (dashed && !dash)
            break;
        dashed = dash;
        *rest = ahead;
    }
    step.n -= rest->n;
    return step;
}

/* The chain with a new line before each step that does not fit any more. */
static struct str fill_with_steps(const struct table_plan *plan, struct arena *a,
                                  const struct span *span, double width)
{
    struct buf out = {0};
    double used = 0;
    for (struct str rest = span->text; rest.n;) {
        struct span step = {.text = take_step(&rest), .style = span->style};
        double wide = text_full_width(plan->setter, &step, 1);
        if (used > 0 && used + wide > width + ROUNDING) {
            buf_char(&out, '\n');
            used = 0;
        }
        used += wide;
        buf_put(&out, step.text);
    }
    struct str text = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return text;
}

static bool has_hanging(const struct table_cell *cell)
{
    struct str rest = cell->n ? cell->spans[0].text : STR(""), line;
    for (size_t i = 0; cell->lines && str_cut(&rest, '\n', &line); i++)
        if (cell->lines[i].hang > 0)
            return true;
    return false;
}

/* Each line as a paragraph of its own, for they hang by different measures. */
static struct paragraph hanging_text(const struct table_plan *plan, struct arena *a,
                                     const struct table_cell *cell,
                                     struct paragraph_style style)
{
    struct paragraph all = {0};
    const struct span *whole = &cell->spans[0];
    struct str rest = whole->text, line;
    for (size_t n = 0, at = 0; str_cut(&rest, '\n', &line); n++, at += line.n + 1) {
        struct span *span = arena_alloc(a, sizeof *span);
        *span = (struct span){.text = line, .style = whole->style};
        style.hang = cell->lines[n].hang;
        struct paragraph p = text_layout(a, plan->setter, span, 1, &style);
        for (size_t i = 0; i < p.lines.n; i++) {
            struct text_line *to = vec_push(a, &all.lines);
            *to = p.lines.at[i];
            to->from += at;
            to->to += at;
        }
        all.leading = p.leading;
        all.ascent = p.ascent;
        all.height += p.height;
        all.width = most(all.width, p.width);
    }
    return all;
}

static struct paragraph cell_text(const struct table_plan *plan, struct arena *a,
                                  const struct table_slot *slot)
{
    const struct table_cell *cell = slot->cell;
    struct paragraph_style style = slot_style(plan, slot);
    if (cell->n && cell->vertical) {
        struct span span = table_stack(a, &cell->spans[0]);
        style.align = ALIGN_CENTER;
        return text_layout(a, plan->setter, &span, 1, &style);
    }
    if (cell->n && cell->balanced) {
        style.width += ROUNDING;
        return headline_layout(a, plan->setter, cell->spans[0].text,
                               &cell->spans[0].style, &style);
    }
    if (cell->n && cell->chain && !str_has(cell->spans[0].text, STR("\n"))) {
        struct span span = cell->spans[0];
        span.text = fill_with_steps(plan, a, &span, style.width);
        return text_layout(a, plan->setter, &span, 1, &style);
    }
    if (has_hanging(cell))
        return hanging_text(plan, a, cell, style);
    if (cell->settle) {
        style.align = ALIGN_CENTER;
        struct paragraph p = text_layout(a, plan->setter, cell->spans, cell->n, &style);
        if (p.lines.n == 1)
            return p;
        style.align = cell->align;
    }
    return text_layout(a, plan->setter, cell->spans, cell->n, &style);
}

const struct paragraph *table_mark(const struct table_plan *plan, struct arena *a,
                                   struct table_slot *slot)
{
    if (slot->mark)
        return slot->mark;
    struct span *span = arena_alloc(a, sizeof *span);
    *span = (struct span){.text = plan->look->continued,
                          .style = plan->look->continued_style};
    struct paragraph_style style = slot_style(plan, slot);
    slot->mark = arena_alloc(a, sizeof *slot->mark);
    *slot->mark = text_layout(a, plan->setter, span, 1, &style);
    return slot->mark;
}

const struct paragraph *table_again(const struct table_plan *plan, struct arena *a,
                                    struct table_slot *slot)
{
    if (slot->again)
        return slot->again;
    const struct table_cell *cell = slot->cell;
    struct span *spans = arena_array(a, cell->n + 1, sizeof *spans);
    size_t at = cell->named ? cell->named : cell->n; /* of the mark */
    for (size_t i = 0; i < cell->n; i++)
        spans[i + (i >= at)] = cell->spans[i];
    spans[at] = (struct span){.text = plan->look->continued,
                              .style = plan->look->continued_style};
    if (cell->vertical) {
        spans[0] = table_stack(a, &spans[0]);
        spans[at].text = str_print(a, "\n%.*s", STR_ARG(plan->look->continued));
    }
    struct paragraph_style style = slot_style(plan, slot);
    slot->again = arena_alloc(a, sizeof *slot->again);
    *slot->again = text_layout(a, plan->setter, spans, cell->n + 1, &style);
    return slot->again;
}

/* True when line i begins a line as it was written, and does not go on with one. */
static bool begins(const struct paragraph *p, size_t i)
{
    return i == 0 || p->lines.at[i].from > p->lines.at[i - 1].to;
}

static void move_line(struct text_line *line, double by)
{
    for (size_t k = 0; k < line->runs.n; k++)
        line->runs.at[k].x += by;
}

/* Moves the lines that say so to the right. A line that had to be broken stays. */
static void set_right(struct paragraph *p, const struct table_cell *cell, double width)
{
    size_t written = 0;
    for (size_t i = 0; i < p->lines.n; i++) {
        struct text_line *line = &p->lines.at[i];
        written += i > 0 && begins(p, i);
        bool whole = begins(p, i) && (i + 1 == p->lines.n || begins(p, i + 1));
        double room = width - line->width;
        if (!cell->lines[written].right || !whole || line->runs.n == 0)
            continue;
        double inset = least(cell->lines[written].inset, room);
        move_line(line, room - inset - line->runs.at[0].x);
    }
}

/* Moves the lines of a block below each other, what they go on with too. */
static void set_block(struct paragraph *p, const struct table_cell *cell, double width)
{
    double x = width;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0, written = 0; i < p->lines.n; i++) {
            struct text_line *line = &p->lines.at[i];
            written += i > 0 && begins(p, i);
            if (!cell->lines[written].block || line->runs.n == 0)
                continue;
            if (pass)
                move_line(line, x - line->runs.at[0].x);
            else
                x = least(x, line->runs.at[0].x);
        }
}

static void set_texts(struct table_plan *plan, struct table_part *part, struct arena *a)
{
    for (size_t i = 0; i < part->slots.n; i++) {
        struct table_slot *slot = &part->slots.at[i];
        slot->text = cell_text(plan, a, slot);
        double width = slot_style(plan, slot).width;
        if (slot->cell->lines) {
            set_right(&slot->text, slot->cell, width);
            set_block(&slot->text, slot->cell, width);
        }
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

bool table_measure(struct table_plan *plan, struct arena *a, const struct typesetter *t,
                   const struct table *table, const struct table_look *look,
                   const struct page_frame *frame, struct diag *d)
{
    assert(table->columns > 0);
    *plan = (struct table_plan){.table = table, .look = look, .setter = t};
    table_slots(&plan->head, a, table->columns, table->head.at, table->head.n, true);
    table_slots(&plan->body, a, table->columns, table->body.at, table->body.n, false);
    if (!table_set_columns(plan, a, t, frame, d))
        return false;
    set_texts(plan, &plan->head, a);
    set_texts(plan, &plan->body, a);
    set_heights(plan, &plan->head);
    set_heights(plan, &plan->body);
    for (size_t r = 0; r < plan->head.rows; r++)
        plan->head_height += plan->head.height[r];
    return true;
}
