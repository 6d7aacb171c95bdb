/* Random tables: what must hold of every one of them, and how many pages a plain layout
 * needs, which keeps every row whole that fits on a page. Fake fonts, 10 pt: a Chinese
 * character is 10 pt wide. MULU_SEED=7 takes other tables. */
#include "runner.h"

#include "kit.h"
#include "layout/table_plan.h"

#include <math.h>
#include <stdlib.h>

enum { TABLES = 800 };

static struct arena *arena; /* of one table */
static struct fonts *fonts;
static struct typesetter *setter;

static const struct table_look look = {
    .leading = 14,
    .pad_x = 2,
    .pad_y = 3,
    .line_width = 0.5,
    .line = {90, 90, 90},
    .tint = {234, 241, 250},
    .continued = STR_INIT("（续）"),
    .continued_style = {.font = FONT_HEI, .size = 8},
};

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

/* --- a random table --- */

static unsigned long long seed = 7;

static unsigned below(unsigned n)
{
    return (unsigned)kit_random(&seed, n);
}

/* Most texts are short, some are empty, a few are longer than a page. */
static struct str random_text(void)
{
    static const char *const parts[] = {"参保",
                                        "登记，",
                                        "（办理）",
                                        "002036001002-1",
                                        "5个工作日。",
                                        "材料\n",
                                        "a",
                                        "湘医保发〔2020〕41号",
                                        " "};
    static const unsigned most[] = {1, 4, 4, 7, 7, 12, 30, 90};
    unsigned n = below(most[below(8)]);
    struct buf b = {0};
    for (unsigned i = 0; i < n; i++)
        buf_puts(&b, parts[below(sizeof parts / sizeof *parts)]);
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct table_cell *add(struct table_row *row, struct str text)
{
    struct span *span = arena_alloc(arena, sizeof *span);
    *span = (struct span){.text = text, .style = {.font = FONT_SONG, .size = 10}};
    struct table_cell *cell = vec_push(arena, &row->cells);
    *cell = (struct table_cell){.spans = span, .n = 1, .rowspan = 1, .colspan = 1};
    return cell;
}

static size_t free_run(const size_t *taken, size_t columns, size_t from, size_t row)
{
    size_t n = 0;
    while (from + n < columns && taken[from + n] <= row)
        n++;
    return n;
}

static void random_cell(struct table_cell *cell, size_t rows, size_t columns)
{
    if (below(4) == 0)
        cell->rowspan = 1 + below((unsigned)rows);
    if (below(6) == 0)
        cell->colspan = 1 + below((unsigned)columns);
    cell->repeat = below(3);
    cell->valign = below(2) ? TABLE_TOP : TABLE_MIDDLE;
    cell->align = below(3);
    cell->settle = below(8) == 0;
    cell->balanced = below(8) == 0;
    cell->chain = below(8) == 0;
    cell->vertical = cell->spans[0].text.n < 40 && below(10) == 0;
}

/* Every place of the grid belongs to a cell. */
static void random_rows(struct table *table, struct table_row *rows, size_t n, bool head)
{
    size_t *taken = arena_array(arena, table->columns, sizeof *taken);
    for (size_t r = 0; r < n; r++)
        for (size_t c = 0; c < table->columns; c++) {
            size_t run = free_run(taken, table->columns, c, r);
            if (run == 0)
                continue;
            struct table_cell *cell = add(&rows[r], head ? STR("列名") : random_text());
            random_cell(cell, n - r, run);
            for (size_t k = 0; k < cell->colspan; k++)
                taken[c + k] = r + cell->rowspan;
            c += cell->colspan - 1;
        }
}

static struct table random_table(void)
{
    struct table t = {.columns = 1 + below(12)};
    double *shares = arena_array(arena, t.columns, sizeof *shares);
    bool natural = below(4) == 0;
    for (size_t i = 0; i < t.columns; i++)
        shares[i] = natural && below(2) ? 0 : 1 + below(4);
    t.shares = shares;
    size_t head = 1 + below(2), body = 1 + below(18);
    for (size_t r = 0; r < head; r++)
        vec_push(arena, &t.head);
    for (size_t r = 0; r < body; r++)
        vec_push(arena, &t.body);
    random_rows(&t, t.head.at, head, true);
    random_rows(&t, t.body.at, body, false);
    return t;
}

static struct page_frame random_frame(void)
{
    return (struct page_frame){.width = 240 + below(600),
                               .height = 240 + below(400),
                               .top = 20,
                               .right = 20,
                               .bottom = 20,
                               .left = 20};
}

/* --- one table with all that is known of it --- */

struct trial {
    struct table table;
    struct page_frame frame;
    double first_y;
    struct table_plan plan;
    struct scene *scene;
    struct diag *diag;
    size_t *element; /* of each slot of the body */
    size_t *first;   /* piece of each page, and one behind the last */
};

/* The elements: two first ones, the table, then its rows and cells in reading order. */
static void find_elements(struct trial *t)
{
    const struct table_part *body = &t->plan.body;
    size_t element = 3 + t->plan.head.rows + t->plan.head.slots.n;
    t->element = arena_array(arena, body->slots.n, sizeof *t->element);
    for (size_t r = 0; r < body->rows; r++, element++)
        for (size_t i = body->first[r]; i < body->first[r + 1]; i++)
            t->element[i] = ++element;
}

/* Pieces are made page by page. */
static void find_pieces(struct trial *t)
{
    t->first = arena_array(arena, t->plan.pages + 1, sizeof *t->first);
    for (size_t n = 0, i = 0; n <= t->plan.pages; n++) {
        t->first[n] = i;
        while (n < t->plan.pages && i < t->plan.pieces.n &&
               t->plan.pieces.at[i].page == n)
            i++;
    }
    CHECK(t->first[t->plan.pages] == t->plan.pieces.n);
}

static bool make(struct trial *t)
{
    *t = (struct trial){.table = random_table(), .frame = random_frame()};
    double high = frame_inner_height(&t->frame);
    t->first_y = t->frame.top + (below(3) ? 0 : (double)below((unsigned)high));
    t->scene = scene_new();
    t->diag = diag_new();
    scene_page(t->scene, t->frame.width, t->frame.height);
    struct table_end end;
    struct table_spot start = {0, t->first_y};
    bool painted = table_paint(t->scene, arena, setter, &t->table, &look, &t->frame,
                               SCENE_ROOT, start, &end, t->diag);
    struct diag *d = diag_new();
    bool planned =
        table_measure(&t->plan, arena, setter, &t->table, &look, &t->frame, d) &&
        table_place(&t->plan, arena, &t->frame, t->first_y);
    diag_drop(d);
    CHECK(painted == planned);
    if (painted) {
        find_elements(t);
        find_pieces(t);
    } else {
        CHECK(diag_count(t->diag, SEVERITY_ERROR) == 1);
    }
    return painted;
}

static struct box head_box(const struct table_plan *p, const struct table_slot *slot,
                           double top)
{
    struct box b = {p->x[slot->column], top,
                    p->x[slot->column + slot->colspan] - p->x[slot->column], 0};
    for (size_t r = 0; r < slot->row + slot->rowspan; r++)
        *(r < slot->row ? &b.y : &b.height) += p->head.height[r];
    return b;
}

/* What of the end of a line may stand outside: blanks, and the empty half of a closing mark
 * that is squeezed there. */
static double hanging(const struct text_mark *m)
{
    static const char *const marks[] = {"。", "，", "）"};
    if (str_ends(m->text, STR(" ")))
        return m->width;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(m->text, str_of(marks[i])))
            return m->style.size / 2;
    return 0;
}

static bool inside(const struct text_mark *m, struct box b)
{
    return m->x >= b.x - 1e-6 && m->x + m->width - hanging(m) <= b.x + b.width + 1e-6 &&
           m->y > b.y && m->y < b.y + b.height;
}

/* --- widths --- */

static bool widths_hold(const struct trial *t)
{
    const struct table_plan *p = &t->plan;
    size_t n = t->table.columns;
    struct table_widths need = table_widths(arena, setter, &t->table, &look);
    double room = frame_inner_width(&t->frame);
    if (!near(p->x[n] - p->x[0], room))
        return false;
    for (size_t i = 0; i < n; i++) {
        double width = p->x[i + 1] - p->x[i];
        if (need.sum <= room && width < need.least[i] - 1e-6)
            return false;
    }
    for (size_t i = 0; i < p->body.slots.n; i++) {
        const struct table_slot *slot = &p->body.slots.at[i];
        if (p->x[slot->column + slot->colspan] - p->x[slot->column] <
            slot->cell->spans[0].style.size - 1e-6)
            return false;
    }
    return need.sum > room || diag_total(t->diag) == 0;
}

/* A run that must not be broken is broken only when that is told, with its place. */
static bool tells_broken(const struct trial *t)
{
    bool broken = false;
    for (size_t i = 0; i < t->plan.body.slots.n; i++) {
        const struct table_slot *slot = &t->plan.body.slots.at[i];
        double width = t->plan.x[slot->column + slot->colspan] - t->plan.x[slot->column];
        double run = text_least_width(arena, setter, slot->cell->spans, slot->cell->n);
        if (!slot->cell->vertical && run > width - 2 * slot->pad + 1e-6)
            broken = true;
    }
    return !broken || diag_count(t->diag, SEVERITY_WARNING) > 0;
}

/* --- boxes --- */

static bool overlap(struct box a, struct box b)
{
    return a.x + a.width > b.x + 1e-6 && b.x + b.width > a.x + 1e-6 &&
           a.y + a.height > b.y + 1e-6 && b.y + b.height > a.y + 1e-6;
}

static bool boxes_are_apart(const struct trial *t)
{
    const struct table_piece *at = t->plan.pieces.at;
    for (size_t i = 0; i < t->plan.pieces.n; i++)
        for (size_t k = i + 1; k < t->first[at[i].page + 1]; k++)
            if (overlap(at[i].box, at[k].box))
                return false;
    return true;
}

/* The pieces of a page fill it from the header to their lowest edge without a gap, above
 * the end of the type area. */
static bool boxes_fill_pages(const struct trial *t)
{
    const struct table_plan *p = &t->plan;
    for (size_t n = 0; n < p->pages; n++) {
        double area = 0, low = 0;
        double top = (n ? t->frame.top : t->first_y) + p->head_height;
        size_t pieces = 0;
        for (size_t i = 0; i < p->pieces.n; i++) {
            struct box b = p->pieces.at[i].box;
            if (p->pieces.at[i].page != n)
                continue;
            pieces++;
            area += b.width * b.height;
            low = fmax(low, b.y + b.height);
            if (b.y < top - 1e-6 || low > frame_end(&t->frame) + 1e-6)
                return false;
        }
        if (pieces && fabs(area - (low - top) * frame_inner_width(&t->frame)) > 1e-3)
            return false;
        if (pieces == 0 && (n > 0 || !p->later))
            return false;
    }
    return true;
}

static bool rows_are_in_order(const struct trial *t)
{
    const struct table_spot *rows = t->plan.rows;
    for (size_t r = 1; r < t->plan.body.rows; r++)
        if (rows[r].page < rows[r - 1].page ||
            (rows[r].page == rows[r - 1].page && rows[r].y <= rows[r - 1].y))
            return false;
    return true;
}

/* --- what is painted --- */

/* Adds the text of a mark without blanks. */
static void put_solid(struct buf *b, struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.s[i] != ' ' && text.s[i] != '\n')
            buf_char(b, text.s[i]);
}

static bool texts_are_whole(const struct trial *t)
{
    bool good = true;
    struct buf *painted = arena_array(arena, t->scene->elements.n, sizeof *painted);
    for (size_t n = 0; n < t->scene->pages.n; n++)
        for (size_t i = 0; i < t->scene->pages.at[n].marks.n; i++) {
            const struct mark *m = &t->scene->pages.at[n].marks.at[i];
            if (m->kind == MARK_TEXT)
                put_solid(&painted[m->element], m->text.text);
        }
    for (size_t i = 0; i < t->plan.body.slots.n; i++) {
        struct buf wanted = {0};
        put_solid(&wanted, t->plan.body.slots.at[i].cell->spans[0].text);
        good &= str_eq(buf_str(&painted[t->element[i]]), buf_str(&wanted));
        buf_drop(&wanted);
    }
    for (size_t i = 0; i < t->scene->elements.n; i++)
        buf_drop(&painted[i]);
    return good;
}

/* The piece in whose box a mark stands; NULL in the header. */
static const struct table_piece *piece_of(const struct trial *t, size_t page,
                                          const struct text_mark *m)
{
    for (size_t i = t->first[page]; i < t->first[page + 1]; i++)
        if (inside(m, t->plan.pieces.at[i].box))
            return &t->plan.pieces.at[i];
    return NULL;
}

static bool in_header(const struct trial *t, size_t page, const struct text_mark *m)
{
    double top = page ? t->frame.top : t->first_y;
    for (size_t i = 0; i < t->plan.head.slots.n; i++)
        if (inside(m, head_box(&t->plan, &t->plan.head.slots.at[i], top)))
            return true;
    return false;
}

/* Every text stands in the box of its own cell, what is said again too. */
static bool is_artifact(const struct trial *t, size_t element)
{
    return t->scene->elements.at[element].role == ROLE_ARTIFACT;
}

static bool texts_stand_in_their_boxes(const struct trial *t)
{
    for (size_t n = 0; n < t->scene->pages.n; n++)
        for (size_t i = 0; i < t->scene->pages.at[n].marks.n; i++) {
            const struct mark *m = &t->scene->pages.at[n].marks.at[i];
            if (m->kind != MARK_TEXT || in_header(t, n, &m->text))
                continue;
            const struct table_piece *piece = piece_of(t, n, &m->text);
            if (!piece ||
                (!is_artifact(t, m->element) && m->element != t->element[piece->slot]))
                return false;
        }
    return true;
}

static bool header_is_on_each_page(const struct trial *t)
{
    for (size_t n = 0; n < t->scene->pages.n; n++) {
        struct buf painted = {0}, wanted = {0};
        for (size_t i = 0; i < t->scene->pages.at[n].marks.n; i++) {
            const struct mark *m = &t->scene->pages.at[n].marks.at[i];
            if (m->kind == MARK_TEXT && in_header(t, n, &m->text))
                put_solid(&painted, m->text.text);
        }
        for (size_t i = 0; i < t->plan.head.slots.n && (n || !t->plan.later); i++)
            put_solid(&wanted, STR("列名"));
        bool same = str_eq(buf_str(&painted), buf_str(&wanted));
        buf_drop(&painted);
        buf_drop(&wanted);
        if (!same)
            return false;
    }
    return true;
}

/* What is said again in the box of a piece. */
static struct str said_again(const struct trial *t, const struct table_piece *piece)
{
    struct buf b = {0};
    const struct page *page = &t->scene->pages.at[piece->page];
    for (size_t i = 0; i < page->marks.n; i++)
        if (page->marks.at[i].kind == MARK_TEXT &&
            is_artifact(t, page->marks.at[i].element) &&
            inside(&page->marks.at[i].text, piece->box))
            put_solid(&b, page->marks.at[i].text.text);
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* A piece on a later page says that it goes on: the mark above its lines, or the text again
 * with the mark, or the mark alone. A cell of TABLE_ONCE that has been shown whole and an
 * empty one say nothing. */
static bool what_goes_on_is_marked(const struct trial *t)
{
    for (size_t i = 0; i < t->plan.pieces.n; i++) {
        const struct table_piece *piece = &t->plan.pieces.at[i];
        const struct table_slot *slot = &t->plan.body.slots.at[piece->slot];
        struct str again = said_again(t, piece);
        bool later = piece->page > t->plan.rows[slot->row].page;
        bool lines = piece->to > piece->from;
        bool silent =
            slot->text.width <= 0 || (!lines && slot->cell->repeat == TABLE_ONCE);
        if (later && piece->from > 0 && !silent && !str_ends(again, look.continued))
            return false;
        if (!later && again.n)
            return false;
    }
    return true;
}

/* Of a text of more than a few lines no line stands alone; not on a page so low that it
 * cannot be helped, and not in merged cells, whose rows break where they must. */
static bool no_line_is_alone(const struct trial *t)
{
    double body = frame_inner_height(&t->frame) - t->plan.head_height;
    for (size_t i = 0; i < t->plan.pieces.n && body > 10 * look.leading; i++) {
        const struct table_piece *piece = &t->plan.pieces.at[i];
        const struct table_slot *slot = &t->plan.body.slots.at[piece->slot];
        if (slot->rowspan == 1 && slot->text.lines.n > 3 && piece->to - piece->from == 1)
            return false;
    }
    return true;
}

/* --- the plain layout --- */

/* Heights by looking at all cells again for every row, then what merged cells lack. */
static void plain_heights(const struct table_plan *p, double *height)
{
    const struct table_part *body = &p->body;
    for (size_t r = 0; r < body->rows; r++) {
        height[r] = look.leading + 2 * look.pad_y;
        for (size_t i = 0; i < body->slots.n; i++) {
            const struct table_slot *slot = &body->slots.at[i];
            double wanted = (double)slot->text.lines.n * look.leading + 2 * look.pad_y;
            if (slot->row == r && slot->rowspan == 1)
                height[r] = fmax(height[r], wanted);
        }
    }
    for (size_t i = 0; i < body->slots.n; i++) {
        const struct table_slot *slot = &body->slots.at[i];
        double wanted = (double)slot->text.lines.n * look.leading + 2 * look.pad_y,
               sum = 0;
        for (size_t r = slot->row; r < slot->row + slot->rowspan; r++)
            sum += height[r];
        for (size_t r = slot->row; r < slot->row + slot->rowspan && wanted > sum; r++)
            height[r] += (wanted - sum) / (double)slot->rowspan;
    }
}

/* What the mark takes of every page that a row is broken over: three lines in a column of
 * one character. */
static double mark_height(const struct trial *t)
{
    double most = 0;
    for (size_t i = 0; i < t->plan.body.slots.n; i++) {
        struct table_slot slot = t->plan.body.slots.at[i];
        most = fmax(most, table_mark(&t->plan, arena, &slot)->height);
    }
    return most;
}

/* Pages when a row stays whole where it can, and begins a page and fills as many as it
 * takes where it cannot. */
static size_t plain_pages(const struct trial *t)
{
    const struct table_plan *p = &t->plan;
    double *height = arena_array(arena, p->body.rows, sizeof *height);
    plain_heights(p, height);
    double full = frame_inner_height(&t->frame) - p->head_height;
    double next = full - mark_height(t); /* of a row on its further pages */
    double room = frame_end(&t->frame) - t->first_y - p->head_height;
    size_t pages = 1;
    for (size_t r = 0; r < p->body.rows; r++) {
        if (height[r] > room + 1e-6) {
            pages++;
            room = full;
        }
        room -= height[r];
        for (; room < -1e-6; room += next)
            pages++;
    }
    return pages;
}

/* What is said again takes room that the plain layout does not need. */
static bool pages_are_few(const struct trial *t)
{
    size_t plain = plain_pages(t);
    return t->plan.pages <= plain + 1 + plain / 3;
}

static const struct {
    const char *name;
    bool (*holds)(const struct trial *t);
} properties[] = {
    {"widths_hold", widths_hold},
    {"tells_broken", tells_broken},
    {"boxes_are_apart", boxes_are_apart},
    {"boxes_fill_pages", boxes_fill_pages},
    {"rows_are_in_order", rows_are_in_order},
    {"texts_are_whole", texts_are_whole},
    {"texts_stand_in_their_boxes", texts_stand_in_their_boxes},
    {"header_is_on_each_page", header_is_on_each_page},
    {"what_goes_on_is_marked", what_goes_on_is_marked},
    {"no_line_is_alone", no_line_is_alone},
    {"pages_are_few", pages_are_few},
};

TEST(random_tables_keep_what_is_promised)
{
    size_t painted = 0, pages = 0, broken = 0;
    for (size_t round = 0; round < TABLES; round++) {
        unsigned long long from = seed;
        arena = arena_new();
        struct trial t;
        if (make(&t)) {
            painted++;
            pages += t.plan.pages;
            broken += diag_total(t.diag) > 0;
            int before = runner_failures;
            for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
                bool holds = properties[i].holds(&t);
                if (!holds)
                    printf("%s: ", properties[i].name);
                CHECK(holds);
            }
            if (runner_failures > before)
                printf("seed %llu\n", from);
        }
        scene_drop(t.scene);
        diag_drop(t.diag);
        arena_drop(arena);
    }
    /* The tables are what they are meant to be: most fit, over many pages, some narrow. */
    CHECK(painted > TABLES * 3 / 4 && pages > painted * 3 && broken > TABLES / 20);
}

TEST(on_an_endless_page_rows_stand_where_the_plain_layout_puts_them)
{
    for (size_t round = 0; round < TABLES / 4; round++) {
        arena = arena_new();
        struct table table = random_table();
        struct page_frame endless = random_frame();
        endless.height = 1e7;
        struct table_plan plan;
        struct diag *d = diag_new();
        if (table_measure(&plan, arena, setter, &table, &look, &endless, d)) {
            CHECK(table_place(&plan, arena, &endless, 50));
            CHECK(plan.pages == 1);
            double *height = arena_array(arena, table.body.n, sizeof *height);
            plain_heights(&plan, height);
            double y = 50 + plan.head_height;
            for (size_t r = 0; r < table.body.n; r++) {
                CHECK(near(plan.rows[r].y, y));
                y += height[r];
            }
            CHECK(near(plan.end_y, y));
        }
        diag_drop(d);
        arena_drop(arena);
    }
}

int main(void)
{
    struct diag *d = diag_new();
    fonts = fonts_fake();
    setter = typesetter_new(fonts, d);
    if (getenv("MULU_SEED"))
        seed = strtoull(getenv("MULU_SEED"), NULL, 10);
    RUN(random_tables_keep_what_is_promised);
    RUN(on_an_endless_page_rows_stand_where_the_plain_layout_puts_them);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(d);
    return runner_end();
}
