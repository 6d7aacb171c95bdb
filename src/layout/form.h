/* form - a blank form as it is printed and filled in by hand: on one sheet.
 *
 * Lines over the title, title, lines above, table, lines below. Rows take the heights that
 * the form or the style wants and grow or shrink together, so that the sheet is used and
 * held to. Only a form whose texts alone are higher than a page goes on on a second one.
 *
 * A line with gaps is spread over the width; blanks drawn in a sentence grow until their
 * line is full; numbered lines hang, 2. below the 1. of 注：1.; lines with boxes stand below
 * each other. The rest of a form's texts is set as form_text.h says. Looks are data:
 * templates/print/form.xml. */
#ifndef MULU_LAYOUT_FORM_H
#define MULU_LAYOUT_FORM_H

#include "catalog/model.h"
#include "layout/print_style.h"

/* The names the document looks up in its style. Static. */
const struct print_needs *form_needs(void);

/* The form as a document of its own, to be dropped with scene_drop(). Returns NULL after
 * telling `d` that the style leaves no room for the table. */
struct scene *form_scene(const struct catalog *c, const struct form *f,
                         const struct typesetter *t, const struct print_style *style,
                         struct diag *d);

/* The same with fields to fill in on the screen (form_fields.h); all else is equal. */
struct scene *form_fillable(const struct catalog *c, const struct form *f,
                            const struct typesetter *t, const struct print_style *style,
                            struct diag *d);

/* The paper of a form: upright, or across when it says so or its columns cannot hold their
 * longest unbreakable runs otherwise; the first such of the style's first `papers`, else the
 * last of them across. A booklet has one paper, and a larger one as a fold-out only for a
 * form whose columns could hold no letter on its own. */
struct page_frame form_frame(const struct form *f, const struct print_style *style,
                             const struct typesetter *t, size_t papers);

/* Where a form is painted. */
struct form_sheet {
    struct scene *scene;
    const struct typesetter *setter;
    const struct print_style *style;
    struct page_frame frame;
    size_t element;    /* what it belongs to */
    enum role heading; /* of its title */
    bool fillable;     /* with fields; the scene holds nothing else then */
};

/* Paints the form from the top of the type area of the scene's last page on. Returns false
 * after telling `d`, as form_scene(). */
bool form_paint(const struct form_sheet *sheet, const struct form *f, struct diag *d);

#endif
