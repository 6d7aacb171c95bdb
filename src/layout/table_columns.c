/* How wide the columns are.
 *
 * Each column wants its longest unbreakable run (a code, a 文号, a Latin word) on one line.
 * When these fit beside one another nothing is ever broken inside, and what is left is dealt
 * out by share. When they do not, the widest are cut to one measure, as high as possible, so
 * that a web address gives way before a code does; the texts that are broken are told. */
#include "layout/table_plan.h"

#include "base/utf8.h"

static double least(double a, double b)
{
    return a < b ? a : b;
}

static double most(double a, double b)
{
    return a > b ? a : b;
}

/* Room for rounding when widths are added up. */
static const double TINY = 1e-6;

/* The measure to which the widest of `low` are cut so that all of them make up `width`; each
 * round settles at least one column that is narrower. */
static double cut_measure(const double *low, size_t n, double width)
{
    double measure = width / (double)n;
    for (;;) {
        double sum = 0;
        size_t wide = 0;
        for (size_t i = 0; i < n; i++) {
            wide += low[i] > measure;
            sum += low[i] > measure ? 0 : low[i];
        }
        double next = wide ? (width - sum) / (double)wide : width;
        if (wide == 0 || next <= measure * (1 + 1e-12))
            return measure;
        measure = next;
    }
}

/* Columns without a share take what their text needs, but no more than an even part while
 * that holds their longest run; together no more than is left. */
static void set_natural(double *widths, size_t n, const double *shares, const double *low,
                        const double *full, double width)
{
    double taken = 0, wish = 0;
    for (size_t i = 0; i < n; i++) {
        double wanted = least(full[i], most(low[i], width / (double)n));
        wish += shares[i] > 0 ? 0 : most(wanted - low[i], 0);
        taken += low[i];
        widths[i] = wanted;
    }
    double part = wish > width - taken ? most(width - taken, 0) / wish : 1;
    for (size_t i = 0; i < n; i++)
        if (shares[i] <= 0)
            widths[i] = low[i] + most(widths[i] - low[i], 0) * part;
        else
            widths[i] = -1;
}

/* Gives columns with a share (their width is negative) their least width where the share is
 * under it, at the cost of the others, until nothing changes; each round settles one. */
static void share_out(double *widths, size_t n, const double *shares, const double *low,
                      double width)
{
    for (bool changed = true; changed;) {
        double shared = 0, fixed = 0;
        for (size_t i = 0; i < n; i++) {
            fixed += widths[i] < 0 ? 0 : widths[i];
            shared += widths[i] < 0 ? shares[i] : 0;
        }
        double each = shared > 0 ? (width - fixed) / shared : 0;
        changed = false;
        for (size_t i = 0; i < n; i++)
            if (widths[i] < 0 && each * shares[i] < low[i] - TINY) {
                widths[i] = low[i];
                changed = true;
            }
        for (size_t i = 0; !changed && i < n; i++)
            if (widths[i] < 0)
                widths[i] = each * shares[i];
    }
}

/* Stretches all columns alike so that they make up the width. */
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
    double sum = 0, measure = width;
    for (size_t i = 0; i < n; i++)
        sum += low[i];
    if (sum > width)
        measure = cut_measure(low, n, width);
    struct arena *scratch = arena_new();
    double *held = arena_array(scratch, n, sizeof *held);
    for (size_t i = 0; i < n; i++)
        held[i] = least(low[i], measure);
    set_natural(widths, n, shares, held, full, width);
    share_out(widths, n, shares, held, width);
    fit(widths, n, width);
    arena_drop(scratch);
}

/* --- what the texts need --- */

/* Four Chinese characters without a mark among them are two words of two: 子项|序号. */
static bool is_two_words(struct str text)
{
    size_t n = 0;
    for (struct str rest = text; rest.n; n++) {
        uint32_t c = utf8_next(&rest);
        if (c < 0x4E00 || c > 0x9FFF)
            return false;
    }
    return n == 4;
}

/* A heading is not broken inside a word. */
static double longest_word(struct arena *a, const struct typesetter *t,
                           const struct span *span)
{
    struct text_places places = text_word_places(a, t, span->text);
    double longest = 0;
    if (places.n == 0 && is_two_words(span->text))
        return text_full_width(t, span, 1) / 2;
    for (size_t i = 0, from = 0; i <= places.n; i++) {
        size_t to = i < places.n ? places.at[i] : span->text.n;
        struct span word = {.text = str_slice(span->text, from, to),
                            .style = span->style};
        longest = most(longest, text_full_width(t, &word, 1));
        from = to;
    }
    return longest;
}

/* A web address may be broken behind its slashes, but for those before the host, rather than
 * make its column wide at the cost of the others: for measuring, a new line begins there. */
static struct span with_addresses_open(struct arena *a, const struct span *span)
{
    struct span open = *span;
    size_t at = str_find(span->text, STR("://"));
    if (at == STR_NONE)
        return open;
    struct buf out = {0};
    bool address = false;
    for (size_t i = 0; i < span->text.n; i++) {
        char c = span->text.s[i];
        address = (unsigned char)c > ' ' && (unsigned char)c < 0x7f &&
                  (address || str_starts(str_from(span->text, i), STR("://")));
        buf_char(&out, c);
        bool more = i + 1 < span->text.n && span->text.s[i + 1] != '/';
        if (address && c == '/' && more && span->text.s[i - 1] != '/')
            buf_char(&out, '\n');
    }
    open.text = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return open;
}

static double least_width(struct arena *a, const struct typesetter *t,
                          const struct table_slot *slot)
{
    const struct table_cell *cell = slot->cell;
    if (cell->n == 0)
        return 0;
    if (cell->vertical) {
        struct span span = table_stack(a, &cell->spans[0]);
        return text_full_width(t, &span, 1);
    }
    if (slot->head && cell->balanced)
        return longest_word(a, t, &cell->spans[0]);
    struct span *spans = arena_array(a, cell->n, sizeof *spans);
    for (size_t i = 0; i < cell->n; i++)
        spans[i] = with_addresses_open(a, &cell->spans[i]);
    return text_least_width(a, t, spans, cell->n);
}

/* Letters are taken apart cell by cell and forgotten a few cells at a time. */
enum { CELLS_AT_ONCE = 64 };

static void measure_slots(struct table_part *part, const struct typesetter *t)
{
    for (size_t i = 0; i < part->slots.n;) {
        struct arena *scratch = arena_new();
        for (size_t k = 0; k < CELLS_AT_ONCE && i < part->slots.n; k++, i++)
            part->slots.at[i].least = least_width(scratch, t, &part->slots.at[i]);
        arena_drop(scratch);
    }
}

/* The mark of a cell that says its text on every page stands on one line, too. */
static double mark_width(const struct typesetter *t, const struct table_look *look)
{
    struct span span = {.text = look->continued, .style = look->continued_style};
    return text_full_width(t, &span, 1);
}

static void widen(struct table_widths *w, const struct table_slot *slot,
                  const struct table_look *look, double mark, const struct typesetter *t)
{
    const struct table_cell *cell = slot->cell;
    size_t c = slot->column;
    double pad = look->pad_x;
    for (size_t i = 0; i < cell->n; i++)
        for (size_t k = c; k < c + slot->colspan; k++)
            w->letter[k] =
                most(w->letter[k], cell->spans[i].style.size / (double)slot->colspan);
    if (slot->colspan == 1) {
        double low = cell->repeat == TABLE_AGAIN && cell->n ? mark : 0;
        w->least[c] = most(w->least[c], most(slot->least, low) + 2 * pad);
        double full =
            cell->vertical ? slot->least : text_full_width(t, cell->spans, cell->n);
        w->full[c] = most(w->full[c], full + 2 * pad);
    }
}

/* What a cell over several columns needs more than they have is dealt out among them. */
static void widen_merged(struct table_widths *w, const struct table_slot *slot,
                         double pad)
{
    double sum = 0;
    for (size_t k = 0; k < slot->colspan; k++)
        sum += w->least[slot->column + k];
    double more = (slot->least + 2 * pad - sum) / (double)slot->colspan;
    for (size_t k = 0; more > 0 && k < slot->colspan; k++)
        w->least[slot->column + k] += more;
}

static struct table_widths find_widths(struct arena *a, const struct typesetter *t,
                                       struct table_part *const parts[2], size_t n,
                                       const struct table_look *look)
{
    double mark = mark_width(t, look);
    measure_slots(parts[0], t);
    measure_slots(parts[1], t);
    struct table_widths w = {.least = arena_array(a, n, sizeof *w.least),
                             .full = arena_array(a, n, sizeof *w.full),
                             .letter = arena_array(a, n, sizeof *w.letter)};
    for (size_t p = 0; p < 2; p++)
        for (size_t i = 0; i < parts[p]->slots.n; i++)
            widen(&w, &parts[p]->slots.at[i], look, mark, t);
    for (size_t p = 0; p < 2; p++)
        for (size_t i = 0; i < parts[p]->slots.n; i++)
            if (parts[p]->slots.at[i].colspan > 1)
                widen_merged(&w, &parts[p]->slots.at[i], look->pad_x);
    for (size_t i = 0; i < n; i++)
        w.sum += w.least[i];
    return w;
}

struct table_widths table_widths(struct arena *a, const struct typesetter *t,
                                 const struct table *table, const struct table_look *look)
{
    struct arena *scratch = arena_new();
    struct table_part head = {0}, body = {0};
    struct table_part *const parts[2] = {&head, &body};
    table_slots(&head, scratch, table->columns, table->head.at, table->head.n, true);
    table_slots(&body, scratch, table->columns, table->body.at, table->body.n, false);
    struct table_widths w = find_widths(a, t, parts, table->columns, look);
    arena_drop(scratch);
    return w;
}

/* --- the columns of a plan --- */

/* Padding gives way in a column that would have no room for a letter beside it. Returns
 * the first cell that has no room for one even so, or NULL. */
static const struct table_slot *set_pads(struct table_plan *plan, struct table_part *part)
{
    for (size_t i = 0; i < part->slots.n; i++) {
        struct table_slot *slot = &part->slots.at[i];
        double width = plan->x[slot->column + slot->colspan] - plan->x[slot->column];
        double em = slot->cell->n ? slot->cell->spans[0].style.size : 0;
        slot->pad = least(plan->look->pad_x, most((width - em) / 2, 0));
        if (width < em - TINY)
            return slot;
    }
    return NULL;
}

/* 第 3 列“办理材料”, for messages. */
static struct str column_words(const struct table_plan *plan, struct arena *a,
                               size_t column)
{
    struct str name = STR("");
    for (size_t i = 0; i < plan->head.slots.n; i++) {
        const struct table_slot *slot = &plan->head.slots.at[i];
        if (column >= slot->column && column < slot->column + slot->colspan &&
            slot->cell->n)
            name = str_print(a, "“%.*s”", STR_ARG(slot->cell->spans[0].text));
    }
    return str_print(a, "第 %zu 列%.*s", column + 1, STR_ARG(name));
}

static double room_of(const struct table_plan *plan, const struct table_slot *slot)
{
    return plan->x[slot->column + slot->colspan] - plan->x[slot->column] - 2 * slot->pad;
}

/* Tells the cell that lacks most, and how many columns are too narrow. */
static void tell_broken(struct table_plan *plan, const struct typesetter *t,
                        struct diag *d)
{
    size_t n = plan->table->columns, narrow = 0;
    struct table_part *const parts[2] = {&plan->head, &plan->body};
    struct arena *scratch = arena_new();
    bool *told = arena_array(scratch, n, sizeof *told);
    const struct table_slot *worst = NULL;
    for (size_t p = 0; p < 2; p++) {
        measure_slots(parts[p], t);
        for (size_t i = 0; i < parts[p]->slots.n; i++) {
            const struct table_slot *slot = &parts[p]->slots.at[i];
            double lack = slot->least - room_of(plan, slot);
            if (lack <= TINY)
                continue;
            narrow += !told[slot->column];
            told[slot->column] = true;
            if (!worst || lack > worst->least - room_of(plan, worst))
                worst = slot;
        }
    }
    if (worst)
        diag_at(d, worst->cell->at, DIAG_TABLE_NARROW, n, narrow,
                STR_ARG(column_words(plan, scratch, worst->column)), worst->least,
                room_of(plan, worst));
    arena_drop(scratch);
}

/* What the columns hold whole: their longest runs when all of these fit. When they do not,
 * runs longer than a 文号, which have to be broken anyway, claim no more room than one. */
enum { RUN_CHARACTERS = 16 };

static double *held_widths(const struct table_plan *plan, struct arena *a,
                           const struct table_widths *w, double width)
{
    size_t n = plan->table->columns;
    double *held = arena_array(a, n, sizeof *held);
    double letter = 0;
    for (size_t i = 0; i < n; i++)
        letter = most(letter, w->letter[i]);
    double run = RUN_CHARACTERS * letter + 2 * plan->look->pad_x;
    for (size_t i = 0; i < n; i++) {
        held[i] = w->sum > width ? least(w->least[i], run) : w->least[i];
    }
    return held;
}

bool table_set_columns(struct table_plan *plan, struct arena *a,
                       const struct typesetter *t, const struct page_frame *frame,
                       struct diag *d)
{
    size_t n = plan->table->columns;
    struct table_part *const parts[2] = {&plan->head, &plan->body};
    struct table_widths w = plan->table->widths ? *plan->table->widths
                                                : find_widths(a, t, parts, n, plan->look);
    double width = frame_inner_width(frame), *widths = arena_array(a, n, sizeof *widths);
    double *held = held_widths(plan, a, &w, width);
    table_distribute(widths, n, plan->table->shares, held, w.full, width);
    plan->x = arena_array(a, n + 1, sizeof *plan->x);
    plan->x[0] = frame->left;
    for (size_t i = 0; i < n; i++)
        plan->x[i + 1] = plan->x[i] + widths[i];
    const struct table_slot *head = set_pads(plan, &plan->head);
    const struct table_slot *body = set_pads(plan, &plan->body);
    if (head || body)
        return diag_at(d, (body ? body : head)->cell->at, DIAG_TABLE_COLUMNS, n, width);
    if (w.sum > width + TINY)
        tell_broken(plan, t, d);
    return true;
}
