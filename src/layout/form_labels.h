/* form_labels - which labels tell what belongs into a cell of a form.
 *
 * A cell is told by the label to its left (姓名), with the label that groups it (法定代表人);
 * in a list by the label above its column, and which row it is: the number printed in the
 * row (序号3), or the group with the row's number in it (家庭成员2). */
#ifndef MULU_LAYOUT_FORM_LABELS_H
#define MULU_LAYOUT_FORM_LABELS_H

#include "catalog/form.h"

struct form_label {
    struct str words[2]; /* as printed, group or row first; "" where there is none */
    struct str section;  /* the heading above, to tell labels apart that come twice */
    bool listed;         /* a cell of a list, told by its column */
    bool office, hand;   /* form_words.h, of any of the labels */
};

/* A label for each slot of the grid. In the arena; texts are lent where they can be. */
struct form_label *form_labels(struct arena *a, const struct form_grid *grid);

#endif
