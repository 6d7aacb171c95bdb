#include "layout/poster_parts.h"

#include "catalog/fields.h"
#include "layout/text_headline.h"

/* The sections of the panel, in the order of print. */
static const struct {
    enum field_id field;
    const char *label;
} sections[] = {
    {FIELD_MATERIALS, "materials"},     {FIELD_LIMIT, "limit"},
    {FIELD_AGENCY, "agency"},           {FIELD_INQUIRY, "inquiry"},
    {FIELD_SUPERVISION, "supervision"},
};
enum { SECTIONS = sizeof sections / sizeof *sections };

struct str poster_fill(struct arena *a, struct str label, const char *name,
                       struct str text)
{
    struct str place = str_print(a, "{%s}", name);
    size_t at = str_find(label, place);
    if (at == STR_NONE)
        return label;
    struct str before = str_slice(label, 0, at), behind = str_from(label, at + place.n);
    return str_print(a, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(text), STR_ARG(behind));
}

static struct print_type scaled(const struct print_type *type, double factor)
{
    struct print_type t = *type;
    t.style.size *= factor;
    t.leading *= factor;
    t.before *= factor;
    t.after *= factor;
    return t;
}

static struct poster_piece *add_piece(const struct poster *p,
                                      struct poster_column *column,
                                      const struct print_type *type, enum role role)
{
    struct poster_piece *piece = vec_push(p->arena, &column->pieces);
    *piece = (struct poster_piece){.role = role,
                                   .above = column->pieces.n > 1 ? type->before : 0};
    piece->below = type->after;
    return piece;
}

static void grow(struct poster_column *column)
{
    const struct poster_piece *piece = &column->pieces.at[column->pieces.n - 1];
    column->height += piece->above + piece->text.height + piece->below;
}

void poster_put(const struct poster *p, struct poster_column *column, const char *type,
                enum role role, struct str text, double factor)
{
    struct print_type t = scaled(print_type(p->style, type), factor);
    struct poster_piece *piece = add_piece(p, column, &t, role);
    struct paragraph_style set = print_paragraph(&t, column->width);
    piece->text = headline_layout(p->arena, p->set, text, &t.style, &set);
    grow(column);
}

/* An entry with its number hanging. */
static void put_entry(const struct poster *p, struct poster_column *column,
                      const struct entry *e, double factor)
{
    struct print_type t = scaled(print_type(p->style, "text"), factor);
    struct poster_piece *piece =
        add_piece(p, column, &t, e->plain ? ROLE_PARAGRAPH : ROLE_LIST_ITEM);
    double hang = font_width(typesetter_fonts(p->set), t.style.font, t.style.size, e->no);
    struct paragraph_style set = print_paragraph(&t, column->width);
    set.hang = hang < column->width / 4 ? hang : 0;
    struct span *span = arena_alloc(p->arena, sizeof *span);
    *span = (struct span){.text = entry_printed(p->arena, e), .style = t.style};
    piece->text = text_layout(p->arena, p->set, span, 1, &set);
    grow(column);
}

static struct poster_column put_sections(const struct poster *p, size_t from, size_t to,
                                         double width, double factor)
{
    struct poster_column column = {.width = width};
    for (size_t i = from; i < to; i++) {
        const struct field *f = item_field(p->item, sections[i].field);
        if (field_empty(f))
            continue;
        poster_put(p, &column, "heading", ROLE_H2,
                   print_label(p->style, sections[i].label), factor);
        for (size_t k = 0; k < f->entries.n; k++)
            put_entry(p, &column, &f->entries.at[k], factor);
    }
    return column;
}

struct poster_column poster_column(const struct poster *p, double width, double factor)
{
    return put_sections(p, 0, SECTIONS, width, factor);
}

/* True when a line ends in http://: the column is too narrow for what follows. */
static bool tears_address(const struct poster_column *column)
{
    for (size_t i = 0; i < column->pieces.n; i++)
        for (size_t k = 0; k < column->pieces.at[i].text.lines.n; k++) {
            const struct text_line *line = &column->pieces.at[i].text.lines.at[k];
            if (line->runs.n &&
                str_ends(line->runs.at[line->runs.n - 1].text, STR("://")))
                return true;
        }
    return false;
}

/* The materials alone on the left are what one looks for: another way must be this much
 * lower. */
static const double LOWER = 0.95;

double poster_columns(const struct poster *p, double width, double factor,
                      struct poster_column columns[2])
{
    static const double shares[] = {0.58, 0.5, 0.42}; /* of the left column */
    enum { MOST_LEFT = 3 };
    double room = width - print_measure(p->style, "gap"), best = 0;
    bool torn = false;
    for (size_t left = 1; left <= MOST_LEFT; left++)
        for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
            struct poster_column a = put_sections(p, 0, left, room * shares[i], factor),
                                 b = put_sections(p, left, SECTIONS,
                                                  room * (1 - shares[i]), factor);
            double height = a.height > b.height ? a.height : b.height;
            bool tears = tears_address(&a) || tears_address(&b), first = left + i == 1;
            if (!first && (tears > torn || (tears == torn && height >= best * LOWER)))
                continue;
            columns[0] = a;
            columns[1] = b;
            best = height;
            torn = tears;
        }
    return best;
}

double poster_paint(const struct poster *p, size_t page,
                    const struct poster_column *column, double x, double y)
{
    size_t list = SCENE_ROOT;
    for (size_t i = 0; i < column->pieces.n; i++) {
        const struct poster_piece *piece = &column->pieces.at[i];
        if (piece->role != ROLE_LIST_ITEM)
            list = SCENE_ROOT;
        else if (list == SCENE_ROOT)
            list = scene_element(p->scene, ROLE_LIST, SCENE_ROOT);
        size_t element = scene_element(p->scene, piece->role, list);
        y = text_paint(p->scene, page, element, &piece->text, 0, piece->text.lines.n, x,
                       y + piece->above);
        y += piece->below;
    }
    return y;
}
