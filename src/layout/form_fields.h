/* form_fields - a printed form becomes one to fill in on the screen: an input for each place
 * to write in.
 *
 * An empty cell is a place, unless its label says that the office writes or a hand signs
 * there; places inside texts are those of form_places.h. Nothing of the print changes. */
#ifndef MULU_LAYOUT_FORM_FIELDS_H
#define MULU_LAYOUT_FORM_FIELDS_H

#include "catalog/form.h"
#include "layout/form_places.h"

/* Adds the inputs to the scene that the ink was read from, each behind what it is read
 * after. `areas`: lines and cells as they were painted, with their whole boxes; `size` is
 * that of text typed into a cell, points. */
void form_fields(struct scene *s, const struct form_ink *ink, const struct form *f,
                 const struct form_areas *areas, double size);

#endif
