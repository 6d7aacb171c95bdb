/* The forms of a catalog: one file each, its name is its id. */
#include "catalog/loader.h"

#include "base/file.h"
#include "catalog/form.h"

static void load_lines(struct loader *l, const struct xml_node *n, const char *name,
                       struct form_lines *lines)
{
    const struct xml_node *list = xml_child(n, str_of(name));
    for (const struct xml_node *c = list ? xml_first(list) : NULL; c; c = xml_next(c))
        *vec_push(l->arena, lines) = (struct form_line){
            xml_text(l->arena, c), form_align_find(attr_text(c, "align")), c->at};
}

/* Shares of the columns; none where they are missing or were refused. */
static void load_columns(struct loader *l, const struct xml_node *n, struct form *form)
{
    struct str rest = attr_text(n, "columns"), share;
    if (!datum_fits(DATUM_SHARES, rest))
        return;
    while (str_cut(&rest, ' ', &share))
        *(size_t *)vec_push(l->arena, &form->columns) = datum_number(share);
}

/* A number of a form's cell or row, 1 where it is missing or was refused. */
static size_t count_of(const struct xml_node *n, const char *key, enum datum value)
{
    struct str s = attr_text(n, key);
    return datum_fits(value, s) ? datum_number(s) : 1;
}

static void load_row(struct loader *l, const struct xml_node *n, struct form *form)
{
    struct form_row row = {.repeat = count_of(n, "repeat", DATUM_REPEAT), .at = n->at};
    if (attr_text(n, "height").n)
        row.height = count_of(n, "height", DATUM_HEIGHT);
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c)) {
        if (!str_eq(c->name, STR("cell")))
            continue;
        struct form_cell cell = {
            .text = xml_text(l->arena, c),
            .colspan = count_of(c, "colspan", DATUM_CELLS),
            .rowspan = count_of(c, "rowspan", DATUM_CELLS),
            .label = attr_text(c, "label").n > 0,
            .vertical = attr_text(c, "vertical").n > 0,
            .align = form_align_find(attr_text(c, "align")),
            .valign = form_valign_find(attr_text(c, "valign")),
            .at = c->at,
        };
        *vec_push(l->arena, &row.cells) = cell;
    }
    *vec_push(l->arena, &form->rows) = row;
}

/* A short file must not stand for an endless form. */
static bool is_small(struct loader *l, const struct xml_node *root,
                     const struct form *form)
{
    size_t cells = 0;
    for (size_t r = 0; r < form->rows.n; r++)
        cells += form->rows.at[r].cells.n * form->rows.at[r].repeat;
    if (cells > MOST_PRINTED_CELLS)
        loader_tell(l, root, root->at, DIAG_FORM_LARGE, NULL, MOST_PRINTED_CELLS);
    return cells <= MOST_PRINTED_CELLS;
}

/* Rows that have no room in the grid, and cells merged past its end. */
static void check_grid(struct loader *l, const struct xml_node *root,
                       const struct form *form)
{
    if (!is_small(l, root, form))
        return;
    struct arena *a = arena_new();
    struct form_grid grid = form_grid(a, form);
    for (size_t i = 0; i < grid.faults.n && !loader_full(l); i++) {
        const struct form_fault *f = &grid.faults.at[i];
        if (i && f->at == f[-1].at)
            continue; /* the same cell of a repeated row */
        if (f->kind == FORM_TOO_WIDE)
            loader_tell(l, root, f->at, DIAG_FORM_WIDE, NULL, f->row + 1, grid.columns);
        else
            loader_tell(l, root, f->at, DIAG_FORM_DEEP, NULL, f->most);
    }
    arena_drop(a);
}

static void load_form(struct loader *l, struct str id, struct str path, struct str shown)
{
    struct xml *xml = xml_read(l->arena, path, shown, l->diag);
    if (!xml)
        return;
    struct form form = {.id = id, .source = xml->source};
    l->source = &xml->source;
    grammar_check(l, xml->root, ELEMENT_FORM);
    const struct xml_node *title = xml_child(xml->root, STR("title"));
    form.title = child_text(l, xml->root, "title");
    form.title_at = title ? title->at : xml->root->at;
    form.name = attr_text(xml->root, "name");
    form.landscape = attr_text(xml->root, "landscape").n > 0;
    load_columns(l, xml->root, &form);
    load_lines(l, xml->root, "top", &form.top);
    load_lines(l, xml->root, "above", &form.above);
    load_lines(l, xml->root, "below", &form.below);
    for (const struct xml_node *c = xml_first(xml->root); c; c = xml_next(c))
        if (str_eq(c->name, STR("row")))
            load_row(l, c, &form);
    check_grid(l, xml->root, &form);
    *vec_push(l->arena, &l->catalog->forms) = form;
}

static void tell_file(struct loader *l, struct str shown, enum diag_code code,
                      struct str name)
{
    const struct source file = {.path = shown, .text = STR("")};
    diag_at(l->diag, (struct pos){&file, STR_NONE}, code, STR_ARG(loader_brief(l, name)));
}

void load_forms(struct loader *l, struct str shown)
{
    struct str folder = path_join(l->arena, l->catalog->folder, STR("forms"));
    struct str shown_folder = path_join(l->arena, shown, STR("forms"));
    struct str_list names = dir_list(l->arena, folder.s);
    const struct source *before = l->source;
    for (size_t i = 0; i < names.n && !loader_full(l); i++) {
        struct str name = names.at[i];
        if (!str_ends(name, STR(".xml")) || str_starts(name, STR(".")))
            continue;
        struct str id = str_slice(name, 0, name.n - 4);
        struct str file = path_join(l->arena, shown_folder, name);
        if (!datum_fits(DATUM_SLUG, id))
            tell_file(l, file, DIAG_FORM_NAME, name);
        else if (str_ends(id, STR("-blank")))
            tell_file(l, file, DIAG_FORM_BLANK, name);
        else if (l->catalog->forms.n == MOST_FORMS)
            tell_file(l, file, DIAG_FORM_MOST, name);
        else
            load_form(l, id, path_join(l->arena, folder, name), file);
    }
    l->source = before;
}
