#include "layout/form_labels.h"

#include "layout/form_words.h"

/* The grid is read row by row. For each column it is known which cell stands there last and
 * which label heads it, so the time is linear but for the way to the left end of a row. */
struct labelling {
    struct arena *arena;
    const struct form_grid *grid;
    size_t *cover;       /* by column: the last slot there, or STR_NONE */
    size_t *header;      /* by column: the label over it, or STR_NONE */
    size_t section;      /* the last label over the whole width, or STR_NONE */
    bool *office, *hand; /* by slot, of labels */
};

static const struct form_slot *slot_at(const struct labelling *l, size_t i)
{
    return i == STR_NONE ? NULL : &l->grid->slots.at[i];
}

/* The slot in a column of a row, or STR_NONE. */
static size_t cover_at(const struct labelling *l, size_t row, size_t column)
{
    if (column >= l->grid->columns)
        return STR_NONE;
    const struct form_slot *s = slot_at(l, l->cover[column]);
    return s && s->row + s->rowspan > row ? l->cover[column] : STR_NONE;
}

static size_t left_of(const struct labelling *l, const struct form_slot *s)
{
    return s->column ? cover_at(l, s->row, s->column - 1) : STR_NONE;
}

static size_t right_of(const struct labelling *l, size_t i)
{
    const struct form_slot *s = slot_at(l, i);
    size_t column = s->column + s->colspan;
    if (i + 1 < l->grid->slots.n && l->grid->slots.at[i + 1].row == s->row &&
        l->grid->slots.at[i + 1].column == column)
        return i + 1;
    return cover_at(l, s->row, column);
}

static bool is_label(const struct form_slot *s)
{
    return s && s->cell->label;
}

static struct str text_of(const struct form_slot *s)
{
    return s ? s->cell->text : STR("");
}

/* A label with words: no number of a row. */
static bool says(const struct form_slot *s)
{
    return is_label(s) && s->cell->text.n && !words_are_number(s->cell->text);
}

static bool is_section(const struct labelling *l, const struct form_slot *s)
{
    return s->colspan == l->grid->columns;
}

/* Labels beside labels head columns; one with a cell to fill in beside it heads that. */
static bool heads_column(const struct labelling *l, size_t i)
{
    const struct form_slot *s = slot_at(l, i);
    const struct form_slot *right = slot_at(l, right_of(l, i));
    return says(s) && (right ? is_label(right) : is_label(slot_at(l, left_of(l, s))));
}

static void take_label(struct labelling *l, size_t i)
{
    const struct form_slot *s = slot_at(l, i);
    const struct form_slot *above = slot_at(l, l->header[s->column]);
    bool below = above && above->row + above->rowspan == s->row;
    l->office[i] =
        words_of_office(text_of(s)) || (below && l->office[l->header[s->column]]);
    l->hand[i] = words_by_hand(text_of(s)) || (below && l->hand[l->header[s->column]]);
    bool section = says(s) && is_section(l, s);
    if (section)
        l->section = i;
    if (section || heads_column(l, i))
        for (size_t c = s->column; c < s->column + s->colspan; c++)
            l->header[c] = section ? STR_NONE : i;
}

/* --- cells --- */

static void take_marks(const struct labelling *l, struct form_label *label, size_t from)
{
    if (from == STR_NONE)
        return;
    label->office |= l->office[from];
    label->hand |= l->hand[from];
}

/* Rows below a heading count from 1. */
static size_t row_number(const struct form_slot *s, const struct form_slot *header)
{
    return s->row - (header->row + header->rowspan) + 1;
}

/* 序号3: what stands over the number of a row, and the number; one that is not printed
 * (…) is counted. */
static struct str numbered(const struct labelling *l, const struct form_slot *s,
                           const struct form_slot *number)
{
    const struct form_slot *over = slot_at(l, l->header[number->column]);
    struct str head = words_name(l->arena, text_of(over));
    if (str_has(number->cell->text, STR(".")) && over)
        return str_print(l->arena, "%.*s%zu", STR_ARG(head), row_number(s, over));
    return str_print(l->arena, "%.*s%.*s", STR_ARG(head.n ? head : STR("第")),
                     STR_ARG(number->cell->text));
}

/* The words for a row of a list: those of the first label at its left. */
static struct str row_words(const struct labelling *l, const struct form_slot *s,
                            const struct form_slot *header)
{
    size_t number = row_number(s, header), column = s->column;
    while (column) {
        size_t i = cover_at(l, s->row, column - 1);
        const struct form_slot *at = slot_at(l, i);
        if (!at)
            break;
        if (says(at) && at->rowspan <= s->rowspan)
            return text_of(at);
        if (says(at)) {
            struct str group = words_name(l->arena, text_of(at));
            return str_print(l->arena, "%.*s%zu", STR_ARG(group), number);
        }
        if (is_label(at) && at->cell->text.n)
            return numbered(l, s, at);
        column = at->column;
    }
    return str_print(l->arena, "第%zu行", number);
}

static void label_by_column(const struct labelling *l, const struct form_slot *s,
                            struct form_label *label)
{
    size_t header = l->header[s->column];
    const struct form_slot *head = slot_at(l, header);
    label->words[0] = row_words(l, s, head);
    label->words[1] = text_of(head);
    label->section = text_of(slot_at(l, l->section));
    label->listed = true;
    take_marks(l, label, header);
}

/* The label that groups a label: beside it, or at the left of several rows. */
static size_t group_of(const struct labelling *l, const struct form_slot *s)
{
    size_t beside = left_of(l, s);
    if (says(slot_at(l, beside)))
        return beside;
    for (size_t column = s->column; column;) {
        size_t i = cover_at(l, s->row, column - 1);
        const struct form_slot *at = slot_at(l, i);
        if (!at || (says(at) && at->rowspan > s->rowspan))
            return i;
        column = at->column;
    }
    return STR_NONE;
}

static void label_by_left(const struct labelling *l, size_t left,
                          struct form_label *label)
{
    const struct form_slot *s = slot_at(l, left);
    size_t group = group_of(l, s);
    const struct form_slot *head = slot_at(l, l->header[s->column]);
    if (says(slot_at(l, group))) {
        label->words[0] = text_of(slot_at(l, group));
        take_marks(l, label, group);
    }
    label->words[1] = text_of(s);
    label->section = text_of(head ? head : slot_at(l, l->section));
    take_marks(l, label, left);
}

static struct form_label label_of(const struct labelling *l, size_t i)
{
    const struct form_slot *s = slot_at(l, i);
    struct form_label label = {.words = {STR(""), STR("")}, .section = STR("")};
    size_t left = left_of(l, s);
    const struct form_slot *beside = slot_at(l, left);
    const struct form_slot *head = slot_at(l, l->header[s->column]);
    const struct form_slot *behind = slot_at(l, right_of(l, i));
    bool several = behind && !is_label(behind); /* the label has a row of cells */
    bool grouped = head && beside && (head->row >= beside->row || several);
    if (says(beside) && !grouped)
        label_by_left(l, left, &label);
    else if (head)
        label_by_column(l, s, &label);
    return label;
}

static size_t *columns_of(struct arena *a, size_t n)
{
    size_t *columns = arena_array(a, n, sizeof *columns);
    for (size_t i = 0; i < n; i++)
        columns[i] = STR_NONE;
    return columns;
}

struct form_label *form_labels(struct arena *a, const struct form_grid *grid)
{
    size_t n = grid->slots.n;
    struct labelling l = {.arena = a, .grid = grid, .section = STR_NONE};
    struct form_label *labels = arena_array(a, n, sizeof *labels);
    l.cover = columns_of(a, grid->columns);
    l.header = columns_of(a, grid->columns);
    l.office = arena_array(a, n, sizeof *l.office);
    l.hand = arena_array(a, n, sizeof *l.hand);
    for (size_t i = 0; i < n; i++) {
        const struct form_slot *s = &grid->slots.at[i];
        if (is_label(s))
            take_label(&l, i);
        else
            labels[i] = label_of(&l, i);
        for (size_t c = s->column; c < s->column + s->colspan; c++)
            l.cover[c] = i;
    }
    return labels;
}
