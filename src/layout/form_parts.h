/* form_parts - what the files of a form share. Inner part of form.c. */
#ifndef MULU_LAYOUT_FORM_PARTS_H
#define MULU_LAYOUT_FORM_PARTS_H

#include "layout/form.h"
#include "layout/form_fields.h"
#include "layout/table.h"

/* A form on its way to a page. */
struct forming {
    const struct form_sheet *sheet;
    const struct form *form;
    struct arena *arena; /* of the layout, not of the scene */
    struct table_spot spot;
    struct form_areas areas; /* painted so far; for fields */
};

double form_width(const struct forming *g);
const struct print_type *form_type(const struct forming *g, const char *name);

/* How a form says it, or else as is usual. */
enum align form_align(enum form_align align, enum align usual);

/* Puts the lines over the table, or those `below` it, with the space that parts them from it. */
void form_put_lines(struct forming *g, const struct form_lines *lines, bool below);
/* What the lines below the table and the space above them take. */
double form_height_below(struct forming *g);

#endif
