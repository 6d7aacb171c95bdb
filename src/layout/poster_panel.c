#include "layout/poster_parts.h"

#include "catalog/fields.h"
#include "layout/text_headline.h"

/* The sections of the panel, in the order of print. */
static const struct {
    enum field_id field;
    const char *label;
    unsigned section;
} sections_of[] = {
    {FIELD_MATERIALS, "materials", POSTER_MATERIALS},
    {FIELD_LIMIT, "limit", POSTER_FACTS},
    {FIELD_AGENCY, "agency", POSTER_FACTS},
    {FIELD_INQUIRY, "inquiry", POSTER_FACTS},
    {FIELD_SUPERVISION, "supervision", POSTER_FACTS},
};

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

struct poster_column poster_column(const struct poster *p, unsigned sections,
                                   double width, double factor)
{
    struct poster_column column = {.width = width};
    for (size_t i = 0; i < sizeof sections_of / sizeof *sections_of; i++) {
        const struct field *f = item_field(p->item, sections_of[i].field);
        if (!(sections & sections_of[i].section) || field_empty(f))
            continue;
        poster_put(p, &column, "heading", ROLE_H2,
                   print_label(p->style, sections_of[i].label), factor);
        for (size_t k = 0; k < f->entries.n; k++)
            put_entry(p, &column, &f->entries.at[k], factor);
    }
    return column;
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
