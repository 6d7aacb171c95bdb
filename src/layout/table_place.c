#include "layout/table_plan.h"

/* Rows are put under one another until one does not fit. Then the page ends, above that
 * row or inside it, and every cell that is open there is closed with a piece: the lines
 * that found room. On the next page it goes on with what is left.
 *
 * Heights are settled while placing, because a cell that goes on needs room for its mark
 * or for its text once more; table_measure() has given only least heights. */

/* Room for rounding when heights are added up. */
static const double TINY = 1e-6;

/* A row taller than this part of a page is broken rather than moved: moving it would leave
 * too much of the page empty. */
static const double MOST_MOVED = 0.4;

/* Text is said again only when it takes at most this part of a page. */
static const double MOST_AGAIN = 1.0 / 2;

struct placing {
    struct table_plan *plan;
    struct arena *arena;
    double top, end; /* of the body on the page being filled */
    double body;     /* height of the body on a full page */
    double y;
    VEC(size_t) open; /* indexes of slots that have begun and not ended */
};

static struct table_slot *slot_at(const struct placing *p, size_t i)
{
    return &p->plan->body.slots.at[i];
}

static double pads(const struct placing *p)
{
    return 2 * p->plan->look->pad_y;
}

static bool all_shown(const struct table_slot *slot)
{
    return slot->carried && slot->done == slot->text.lines.n;
}

static bool says_again(const struct placing *p, const struct table_slot *slot)
{
    return slot->cell->repeat && slot->again.height + pads(p) <= p->body * MOST_AGAIN;
}

/* The height a slot's piece on this page needs to show all that is left of it. */
static double need(const struct placing *p, const struct table_slot *slot)
{
    double leading = p->plan->look->leading;
    if (all_shown(slot)) {
        if (says_again(p, slot))
            return slot->again.height + pads(p);
        return slot->cell->repeat ? leading + pads(p) : 0;
    }
    double left = (double)(slot->text.lines.n - slot->done) * leading + pads(p);
    bool mark = slot->carried && left + leading <= p->body;
    return mark ? left + leading : left;
}

static struct table_piece *add_piece(struct placing *p, size_t i, double bottom)
{
    struct table_slot *slot = slot_at(p, i);
    const double *x = p->plan->x;
    struct table_piece *piece = vec_push(p->arena, &p->plan->pieces);
    piece->slot = i;
    piece->page = p->plan->pages - 1;
    piece->box = (struct box){x[slot->column], slot->top,
                              x[slot->column + slot->colspan] - x[slot->column],
                              bottom - slot->top};
    piece->from = piece->to = slot->done;
    return piece;
}

/* Closes a slot for this page at y, with what fits above it. */
static void close_slot(struct placing *p, size_t i, bool goes_on)
{
    struct table_slot *slot = slot_at(p, i);
    struct table_piece *piece = add_piece(p, i, p->y);
    piece->goes_on = goes_on;
    double leading = p->plan->look->leading;
    double room = piece->box.height - pads(p) + TINY;
    if (all_shown(slot)) {
        bool again = says_again(p, slot) && slot->again.height <= room;
        if (slot->cell->repeat)
            piece->kind = again ? PIECE_AGAIN : PIECE_MARK;
        return;
    }
    piece->kind = slot->carried ? PIECE_REST : PIECE_TEXT;
    while (slot->done < slot->text.lines.n &&
           (double)(slot->done + 1 - piece->from) * leading <= room)
        slot->done++;
    piece->to = slot->done;
    slot->carried |= piece->to > piece->from;
}

/* A cell that says its text on every page shows it whole on the first one too: the last
 * row before the page's end is made taller for it. */
static void make_room(struct placing *p)
{
    double bottom = p->y;
    for (size_t k = 0; k < p->open.n; k++) {
        const struct table_slot *slot = slot_at(p, p->open.at[k]);
        double wanted = slot->top + need(p, slot);
        if (slot->cell->repeat && wanted > bottom && wanted <= p->end + TINY)
            bottom = wanted;
    }
    for (size_t k = p->plan->pieces.n; k-- > 0;) {
        struct table_piece *piece = &p->plan->pieces.at[k];
        if (piece->page + 1 != p->plan->pages ||
            piece->box.y + piece->box.height < p->y - TINY)
            break;
        piece->box.height = bottom - piece->box.y;
    }
    p->y = bottom;
}

static void next_page(struct placing *p, const struct page_frame *frame)
{
    for (size_t k = 0; k < p->open.n; k++)
        close_slot(p, p->open.at[k], true);
    p->plan->pages++;
    p->top = p->y = frame->top + p->plan->head_height;
    for (size_t k = 0; k < p->open.n; k++)
        slot_at(p, p->open.at[k])->top = p->y;
}

static void open_row(struct placing *p, size_t r)
{
    const struct table_part *body = &p->plan->body;
    for (size_t i = body->first[r]; i < body->first[r + 1]; i++) {
        slot_at(p, i)->top = p->y;
        *vec_push(p->arena, &p->open) = i;
    }
    p->plan->rows[r] = (struct table_spot){p->plan->pages - 1, p->y};
}

static void reopen_row(struct placing *p, size_t r, const struct page_frame *frame)
{
    const struct table_part *body = &p->plan->body;
    p->open.n -= body->first[r + 1] - body->first[r];
    make_room(p);
    next_page(p, frame);
    open_row(p, r);
}

static double row_height(const struct placing *p, size_t r, bool broken)
{
    const struct table_look *look = p->plan->look;
    double height = broken ? look->leading + pads(p) : p->plan->body.height[r];
    for (size_t k = 0; k < p->open.n; k++) {
        const struct table_slot *slot = slot_at(p, p->open.at[k]);
        double wanted = slot->top + need(p, slot) - p->y;
        if (slot->row + slot->rowspan == r + 1 && wanted > height)
            height = wanted;
    }
    return height;
}

/* True when a merged cell that begins here could not show its text on this page. */
static bool starts_too_low(const struct placing *p, size_t r)
{
    const struct table_part *body = &p->plan->body;
    for (size_t i = body->first[r]; i < body->first[r + 1]; i++) {
        const struct table_slot *slot = slot_at(p, i);
        double wanted = need(p, slot);
        if (slot->cell->repeat && wanted > p->end - p->y + TINY && wanted <= p->body)
            return true;
    }
    return false;
}

static void close_row(struct placing *p, size_t r)
{
    size_t kept = 0;
    for (size_t k = 0; k < p->open.n; k++) {
        size_t i = p->open.at[k];
        if (slot_at(p, i)->row + slot_at(p, i)->rowspan == r + 1)
            close_slot(p, i, false);
        else
            p->open.at[kept++] = i;
    }
    p->open.n = kept;
}

static bool may_break(const struct placing *p, double height)
{
    if (p->y <= p->top + TINY)
        return true;
    double few = 3 * p->plan->look->leading + pads(p);
    return height > p->body * MOST_MOVED && p->end - p->y >= few;
}

static void place_row(struct placing *p, size_t r, const struct page_frame *frame)
{
    bool broken = false;
    open_row(p, r);
    for (;;) {
        double height = row_height(p, r, broken);
        bool low = !broken && p->y > p->top + TINY && starts_too_low(p, r);
        if (!low && p->y + height <= p->end + TINY) {
            p->y += height;
            close_row(p, r);
            return;
        }
        if (broken || (!low && may_break(p, height))) {
            p->y = p->end;
            next_page(p, frame);
            broken = true;
        } else {
            reopen_row(p, r, frame);
        }
    }
}

bool table_place(struct table_plan *plan, struct arena *a, const struct page_frame *frame,
                 double first_y)
{
    struct placing p = {.plan = plan, .arena = a, .end = frame_end(frame)};
    p.body = p.end - frame->top - plan->head_height;
    double few = 3 * plan->look->leading + pads(&p);
    if (p.body < few)
        return false;
    plan->pages = 1;
    plan->rows = arena_array(a, plan->body.rows, sizeof *plan->rows);
    p.top = p.y = first_y + plan->head_height;
    if (p.end - p.y < few)
        next_page(&p, frame);
    for (size_t r = 0; r < plan->body.rows; r++)
        place_row(&p, r, frame);
    plan->end_y = p.y;
    return true;
}
