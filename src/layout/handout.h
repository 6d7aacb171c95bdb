/* handout - an item or service on one sheet to take home (一次性告知单): what to bring, where,
 * how long, whom to ask.
 *
 * Exactly one page. Letters are made smaller in steps where a sheet is full, down to what
 * can still be read; then the longest fields are shortened, which the sheet says and `d` is
 * told. Fields that the source lacks are left out. Looks, labels and the order of the fields
 * are data: templates/print/handout.xml. */
#ifndef MULU_LAYOUT_HANDOUT_H
#define MULU_LAYOUT_HANDOUT_H

#include "catalog/model.h"
#include "layout/print_style.h"

struct handout_subject {
    const struct catalog *catalog;
    const struct item *item;
    const struct item *service; /* of the item, or NULL: the item itself */
    struct str folder;          /* of the catalog on the web (web_address.h), or "" */
    size_t guide_page;          /* of the item in the booklet; 0: no booklet */
};

/* The names looked up in handout.xml. Static. Besides them: the labels "field-<name>" say
 * which fields are printed in which order. */
const struct print_needs *handout_needs(void);

/* True when there is something to be told: materials, steps or a limit. What a service
 * leaves empty its item says for it. An item whose services have handouts and that says
 * nothing of its own has none. */
bool handout_wanted(const struct item *item, const struct item *service);

/* The sheet, to be dropped with scene_drop(); never NULL. */
struct scene *handout_scene(const struct handout_subject *of, const struct typesetter *t,
                            const struct print_style *style, struct diag *d);

#endif
