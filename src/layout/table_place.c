#include "layout/table_plan.h"

/* Rows are put under one another until one does not fit. Then the page ends, above that
 * row or inside it, and every cell that is open there is closed with a piece: the lines
 * that found room. On the next page it goes on with what is left.
 *
 * Heights are settled while placing, because a cell that goes on needs room for its mark
 * or for its text once more; table_measure() has given only least heights. */

/* Room for rounding when heights are added up. */
static const double TINY = 1e-6;

/* A row is broken rather than moved to the next page when moving it would leave more than
 * this part of the page empty. */
static const double MOST_EMPTY = 1.0 / 4;

/* Text is said again only when it takes at most this part of a page, and a TABLE_SHORT one
 * when it has at most so many lines. */
static const double MOST_AGAIN = 1.0 / 2;
enum { SHORT_LINES = 3 };

/* A page that a row is broken over shows at least so many lines of it; a text of more lines
 * leaves no line alone. */
enum { LEAST_LINES = 3 };

struct placing {
    struct table_plan *plan;
    struct arena *arena;
    double full; /* top of the body on a page that has nothing but the table */
    double end;  /* of the page */
    double body; /* height of the body on a full page */
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

static bool has_text(const struct table_slot *slot)
{
    return slot->text.width > 0;
}

static bool repeats(const struct placing *p, const struct table_slot *slot)
{
    return slot->cell->repeat != TABLE_ONCE && has_text(slot) &&
           p->plan->look->continued.n > 0;
}

/* The mark above the next lines of a slot; a sheet has none. */
static double mark_height(const struct placing *p, struct table_slot *slot)
{
    if (!slot->carried || p->plan->look->continued.n == 0 || !has_text(slot))
        return 0;
    return table_mark(p->plan, p->arena, slot)->height;
}

static bool says_again(const struct placing *p, struct table_slot *slot)
{
    if (!repeats(p, slot) ||
        (slot->cell->repeat == TABLE_SHORT && slot->text.lines.n > SHORT_LINES))
        return false;
    double height = table_again(p->plan, p->arena, slot)->height;
    return height + pads(p) <= p->body * MOST_AGAIN;
}

/* The height a slot's piece on this page needs to show all that is left of it. */
static double need(const struct placing *p, struct table_slot *slot)
{
    if (all_shown(slot)) {
        /* A stack of characters is said again where there is room, no row grows for it. */
        if (!slot->cell->vertical && says_again(p, slot))
            return slot->again->height + pads(p);
        return repeats(p, slot) ? mark_height(p, slot) + pads(p) : 0;
    }
    return (double)(slot->text.lines.n - slot->done) * p->plan->look->leading +
           mark_height(p, slot) + pads(p);
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

/* Up to so many lines are left for the next page so that no line stands alone. */
enum { MOST_HELD = 3 };

/* Less than the `n` lines that have room, where parting the text before the next one would
 * leave a line alone: of a note of several lines, or of the whole text. */
static size_t lines_held(const struct table_slot *slot, size_t n)
{
    size_t left = slot->text.lines.n - slot->done;
    /* Of a merged cell a note of one line is enough. */
    size_t least = slot->rowspan > 1 ? 1 : 2;
    for (size_t held = 0; held <= MOST_HELD && held + least <= n; held++)
        if (left - (n - held) > 1 && text_parts_well(&slot->text, slot->done + n - held))
            return n - held;
    return left - n == 1 && n >= LEAST_LINES ? n - 1 : n;
}

/* How many of the lines left stand in `room`. */
static size_t lines_in(const struct table_slot *slot, double leading, double room)
{
    size_t left = slot->text.lines.n - slot->done, n = 0;
    while (n < left && (double)(n + 1) * leading <= room)
        n++;
    return n < left ? lines_held(slot, n) : n;
}

/* Closes a slot for this page at y, with what fits above it. */
static void close_slot(struct placing *p, size_t i, bool goes_on)
{
    struct table_slot *slot = slot_at(p, i);
    struct table_piece *piece = add_piece(p, i, p->y);
    piece->goes_on = goes_on;
    double room = piece->box.height - pads(p) + TINY;
    if (all_shown(slot)) {
        bool again = says_again(p, slot) && slot->again->height <= room;
        if (repeats(p, slot) && (again || mark_height(p, slot) <= room))
            piece->kind = again ? PIECE_AGAIN : PIECE_MARK;
        return;
    }
    piece->kind = slot->carried ? PIECE_REST : PIECE_TEXT;
    slot->done += lines_in(slot, p->plan->look->leading, room - mark_height(p, slot));
    piece->to = slot->done;
    slot->carried |= piece->to > piece->from;
}

/* Before the page ends its last row is made taller for merged cells that go on: so that one
 * that says its text on every page shows it whole here too, and so that one that has not
 * been shown whole uses the page. */
static void make_room(struct placing *p)
{
    double bottom = p->y;
    for (size_t k = 0; k < p->open.n; k++) {
        struct table_slot *slot = slot_at(p, p->open.at[k]);
        double wanted = slot->top + need(p, slot);
        if (wanted > p->end + TINY && !all_shown(slot))
            wanted = p->end;
        if (wanted > bottom && wanted <= p->end + TINY)
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
    p->y = frame->top + p->plan->head_height;
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
        struct table_slot *slot = slot_at(p, p->open.at[k]);
        double wanted = slot->top + need(p, slot) - p->y;
        if (slot->row + slot->rowspan == r + 1 && wanted > height)
            height = wanted;
    }
    return height;
}

/* What the tallest merged cell that begins here would need to be shown whole. */
static double merged_height(const struct placing *p, size_t r)
{
    const struct table_part *body = &p->plan->body;
    double most = 0;
    for (size_t i = body->first[r]; i < body->first[r + 1]; i++) {
        struct table_slot *slot = slot_at(p, i);
        double wanted = slot->rowspan > 1 ? need(p, slot) : 0;
        most = wanted > most ? wanted : most;
    }
    return most;
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

static double few_lines(const struct placing *p)
{
    return LEAST_LINES * p->plan->look->leading + pads(p);
}

/* True when something of this height, which has no room on the page, had better begin on
 * the next one. */
static bool moves(const struct placing *p, double height)
{
    double room = p->end - p->y;
    if (height <= room + TINY || p->y <= p->full + TINY)
        return false;
    return room < few_lines(p) ||
           (height <= p->body + TINY && room <= p->body * MOST_EMPTY);
}

static void place_row(struct placing *p, size_t r, const struct page_frame *frame)
{
    bool broken = false;
    open_row(p, r);
    for (;;) {
        double height = row_height(p, r, broken);
        if (!broken && (moves(p, height) || moves(p, merged_height(p, r)))) {
            reopen_row(p, r, frame);
        } else if (p->y + height <= p->end + TINY) {
            p->y += height;
            close_row(p, r);
            return;
        } else {
            p->y = p->end;
            next_page(p, frame);
            broken = true;
        }
    }
}

bool table_place(struct table_plan *plan, struct arena *a, const struct page_frame *frame,
                 double first_y)
{
    struct placing p = {.plan = plan, .arena = a, .end = frame_end(frame)};
    p.full = frame->top + plan->head_height;
    p.body = p.end - p.full;
    if (p.body < few_lines(&p))
        return false;
    plan->pages = 1;
    plan->rows = arena_array(a, plan->body.rows, sizeof *plan->rows);
    p.y = first_y + plan->head_height;
    if (p.end - p.y < few_lines(&p) && plan->body.rows)
        next_page(&p, frame);
    for (size_t r = 0; r < plan->body.rows; r++)
        place_row(&p, r, frame);
    plan->later = plan->body.rows && plan->rows[0].page > 0;
    plan->end_y = p.y;
    return true;
}
