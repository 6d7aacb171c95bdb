/* change_table - what a new version of a catalog changed, as a table (变更对照表): item by
 * item, field by field, the old words beside the new ones.
 *
 * Words that were taken away are struck through, new ones underlined and bold, so that a
 * copy in black and white shows them. Looks and labels are data: templates/print/changes.xml. */
#ifndef MULU_LAYOUT_CHANGE_TABLE_H
#define MULU_LAYOUT_CHANGE_TABLE_H

#include "layout/print_style.h"

enum change_kind { CHANGE_CHANGED, CHANGE_ADDED, CHANGE_REMOVED };

/* One field of an item that is another now; or, with an empty field, an item as a whole.
 * Neighbours of the same code and title are printed as one item. */
struct change_row {
    enum change_kind kind;
    struct str code, title; /* of the item; "" where it has none */
    struct str field;       /* 办理时限 */
    struct str before, after;
    struct str reason; /* why, or since when; "" where nothing is said */
};

struct change_table {
    struct str title, issuer;
    struct str date;               /* ISO, or "" */
    struct str old_name, new_name; /* of the versions: 2020年版; "" */
    const struct change_row *rows; /* borrowed, in the order of print */
    size_t n;
};

/* The names looked up in changes.xml. Static. */
const struct print_needs *change_table_needs(void);

/* The document, to be dropped with scene_drop(); NULL after telling `d` that the style
 * leaves no room for the table. A table without rows says that nothing was changed. */
struct scene *change_table_scene(const struct change_table *c, const struct typesetter *t,
                                 const struct print_style *style, struct diag *d);

#endif
