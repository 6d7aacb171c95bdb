/* booklet - a catalog as a guide booklet (办事指南): from the model to the pages of a scene.
 *
 * Cover, notice, contents, then part after part: a part page with the part's own contents,
 * and each item on a page of its own with its fields, its flowchart and its forms; the
 * catalog's own forms and an index by name come last. Looks, labels and
 * the order of the fields are data: templates/print/guide.xml, notice.xml and form.xml.
 *
 * The cover is a sheet of its own and has no number, as covers are printed apart; the page
 * behind it is page 1. Each item shows the QR code of its web page. A part without title and number in the source gets no part page. */
#ifndef MULU_LAYOUT_BOOKLET_H
#define MULU_LAYOUT_BOOKLET_H

#include "catalog/model.h"
#include "layout/print_style.h"

/* The looks of the booklet's kinds of pages. All are borrowed. */
struct booklet_style {
    const struct print_style *guide;  /* loaded with booklet_needs() */
    const struct print_style *notice; /* loaded with notice_needs() of notice.h */
    const struct print_style *form;   /* loaded with form_needs() of form.h */
    struct str folder; /* of the catalog on the web (web_address.h); "": no QR codes */
};

/* The names the booklet looks up in guide.xml. Static. Besides them: the labels
 * "field-<name>" say which fields are printed in which order, "no-<name>" their numbers. */
const struct print_needs *booklet_needs(void);

/* The whole booklet, to be dropped with scene_drop(); never NULL. What had to be printed
 * otherwise than meant is told to `d`. Each item has the destination "item-<stem>". */
struct scene *booklet_scene(const struct catalog *c, const struct typesetter *t,
                            const struct booklet_style *style, struct diag *d);

/* The box that holds all text of a page but running head and page number: what
 * `pdftotext -x -y -W -H` must crop to when the text itself is wanted. Whole points. */
struct box booklet_body(const struct print_style *guide);

#endif
