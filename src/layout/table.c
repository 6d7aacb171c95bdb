#include "layout/table_plan.h"

#include <assert.h>
#include <stdlib.h>

struct painting {
    struct scene *scene;
    const struct table_plan *plan;
    size_t first_page;
    size_t table;               /* element */
    size_t *cells;              /* element of each slot of the body */
    struct table_place *places; /* of the same */
};

static size_t add_cell(struct painting *p, const struct table_slot *slot, size_t row)
{
    bool heads = slot->head || slot->cell->header;
    size_t element = scene_element(p->scene, heads ? ROLE_HEADER : ROLE_CELL, row);
    struct element *e = &p->scene->elements.at[element];
    e->rowspan = slot->rowspan;
    e->colspan = slot->colspan;
    if (heads)
        e->scope = slot->head ? SCOPE_COLUMN : SCOPE_ROW;
    return element;
}

/* Adds the elements of all rows in reading order; `cells` takes those of the slots. */
static void add_rows(struct painting *p, const struct table_part *part, size_t *cells)
{
    for (size_t r = 0; r < part->rows; r++) {
        size_t row = scene_element(p->scene, ROLE_ROW, p->table);
        for (size_t i = part->first[r]; i < part->first[r + 1]; i++)
            cells[i] = add_cell(p, &part->slots.at[i], row);
    }
}

/* Each piece draws its right and lower edge; the left and upper edges are those of its
 * neighbours, or of the table. */
static void paint_edges(const struct painting *p, size_t page, struct box b, bool left,
                        bool top)
{
    const struct table_look *look = p->plan->look;
    double right = b.x + b.width, bottom = b.y + b.height, w = look->line_width;
    struct scene *s = p->scene;
    scene_line(s, page, SCENE_ARTIFACT, right, b.y, right, bottom, w, look->line);
    scene_line(s, page, SCENE_ARTIFACT, b.x, bottom, right, bottom, w, look->line);
    if (left)
        scene_line(s, page, SCENE_ARTIFACT, b.x, b.y, b.x, bottom, w, look->line);
    if (top)
        scene_line(s, page, SCENE_ARTIFACT, b.x, b.y, right, b.y, w, look->line);
}

static struct box head_box(const struct table_plan *plan, const struct table_slot *slot,
                           double top)
{
    double x = plan->x[slot->column];
    struct box b = {x, top, plan->x[slot->column + slot->colspan] - x, 0};
    for (size_t r = 0; r < slot->row; r++)
        b.y += plan->head.height[r];
    for (size_t r = 0; r < slot->rowspan; r++)
        b.height += plan->head.height[slot->row + r];
    return b;
}

/* The header with its upper edge at `top`. Only the first one is read aloud, that with
 * elements in `cells`. The tint comes first: it would cover half of the lines. */
static void paint_head(const struct painting *p, size_t page, double top,
                       const size_t *cells)
{
    const struct table_plan *plan = p->plan;
    const struct table_slots *slots = &plan->head.slots;
    struct pen pen = {.fill = &plan->look->tint};
    for (size_t i = 0; i < slots->n; i++)
        scene_rect(p->scene, page, SCENE_ARTIFACT, head_box(plan, &slots->at[i], top), 0,
                   &pen);
    for (size_t i = 0; i < slots->n; i++) {
        const struct table_slot *slot = &slots->at[i];
        struct box b = head_box(plan, slot, top);
        paint_edges(p, page, b, slot->column == 0, slot->row == 0);
        text_paint(p->scene, page,
                   cells ? cells[i] : scene_artifact(p->scene, ARTIFACT_REPEAT),
                   &slot->text, 0, slot->text.lines.n, b.x + slot->pad,
                   b.y + (b.height - slot->text.height) / 2);
    }
}

/* Where the text of a cell that stands on one page begins. */
static double text_top(const struct painting *p, const struct table_piece *piece,
                       const struct table_slot *slot)
{
    double pad = p->plan->look->pad_y, over = piece->box.height - slot->text.height;
    switch (slot->cell->valign) {
    case TABLE_MIDDLE: return piece->box.y + over / 2;
    case TABLE_TOP: return piece->box.y + pad;
    case TABLE_BOTTOM: return piece->box.y + over - pad;
    }
    return piece->box.y + pad;
}

/* Paints the lines of a piece; what is said again is an artifact. */
static void paint_lines(const struct painting *p, const struct table_piece *piece,
                        size_t page)
{
    const struct table_slot *slot = &p->plan->body.slots.at[piece->slot];
    double x = piece->box.x + slot->pad, y = piece->box.y + p->plan->look->pad_y;
    struct scene *s = p->scene;
    switch (piece->kind) {
    case PIECE_REST:
        if (slot->mark)
            y = text_paint(s, page, scene_artifact(s, ARTIFACT_REPEAT), slot->mark, 0,
                           slot->mark->lines.n, x, y);
        text_paint(s, page, p->cells[piece->slot], &slot->text, piece->from, piece->to, x,
                   y);
        return;
    case PIECE_TEXT:
        if (!piece->goes_on)
            y = text_top(p, piece, slot);
        text_paint(s, page, p->cells[piece->slot], &slot->text, piece->from, piece->to, x,
                   y);
        return;
    case PIECE_AGAIN:
        text_paint(s, page, scene_artifact(s, ARTIFACT_REPEAT), slot->again, 0,
                   slot->again->lines.n, x, y);
        return;
    case PIECE_MARK:
        text_paint(s, page, scene_artifact(s, ARTIFACT_REPEAT), slot->mark, 0,
                   slot->mark->lines.n, x, y);
        return;
    }
}

/* Pieces were closed in the order their cells ended; they are painted in reading order. */
static int by_place(const void *a, const void *b)
{
    const struct table_piece *x = a, *y = b;
    if (x->page != y->page)
        return x->page < y->page ? -1 : 1;
    return x->slot < y->slot ? -1 : x->slot > y->slot;
}

static void paint_body(const struct painting *p)
{
    const struct table_plan *plan = p->plan;
    if (plan->pieces.n)
        qsort(plan->pieces.at, plan->pieces.n, sizeof *plan->pieces.at, by_place);
    for (size_t i = 0; i < plan->pieces.n; i++) {
        const struct table_piece *piece = &plan->pieces.at[i];
        const struct table_slot *slot = &plan->body.slots.at[piece->slot];
        size_t page = p->first_page + piece->page;
        struct table_place *place = &p->places[piece->slot];
        if (place->box.width <= 0)
            *place = (struct table_place){page, p->cells[piece->slot], piece->box};
        bool top = plan->head.rows == 0 && (i == 0 || piece->page != piece[-1].page ||
                                            piece->box.y == piece[-1].box.y);
        paint_edges(p, page, piece->box, slot->column == 0, top);
        paint_lines(p, piece, page);
    }
}

bool table_fits(const struct typesetter *t, const struct table *table,
                const struct table_look *look, const struct page_frame *frame)
{
    struct arena *a = arena_new();
    struct diag *untold = diag_new();
    struct table_plan plan;
    bool fits = table_measure(&plan, a, t, table, look, frame, untold);
    diag_drop(untold);
    arena_drop(a);
    return fits;
}

bool table_paint(struct scene *s, struct arena *a, const struct typesetter *t,
                 const struct table *table, const struct table_look *look,
                 const struct page_frame *frame, size_t parent, struct table_spot start,
                 struct table_end *end, struct diag *d)
{
    assert(start.page + 1 == s->pages.n);
    struct table_plan plan;
    if (!table_measure(&plan, a, t, table, look, frame, d))
        return false;
    if (table->sheet.growth > 0)
        table_fill(&plan,
                   frame_end(frame) - start.y - plan.head_height - table->sheet.reserve);
    if (!table_place(&plan, a, frame, start.y))
        return diag_at(d, (struct pos){0}, DIAG_TABLE_PAGE, plan.head_height,
                       frame_inner_height(frame));
    struct painting p = {.scene = s, .plan = &plan, .first_page = start.page};
    p.table = scene_element(s, ROLE_TABLE, parent);
    p.cells = arena_array(a, plan.body.slots.n, sizeof *p.cells);
    p.places = arena_array(a, plan.body.slots.n, sizeof *p.places);
    size_t *head = arena_array(a, plan.head.slots.n, sizeof *head);
    add_rows(&p, &plan.head, head);
    add_rows(&p, &plan.body, p.cells);
    for (size_t i = 0; i < plan.pages; i++) {
        size_t page = i ? frame_page(s, frame) : start.page;
        bool begins = i == (plan.later ? 1 : 0);
        if (i > 0 || begins)
            paint_head(&p, page, i ? frame->top : start.y, begins ? head : NULL);
    }
    paint_body(&p);
    *end = (struct table_end){start.page + plan.pages - 1, plan.end_y, plan.rows,
                              p.places, plan.body.slots.n};
    for (size_t r = 0; r < plan.body.rows; r++)
        end->rows[r].page += start.page;
    return true;
}
