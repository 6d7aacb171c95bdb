/* item_facts - what a citizen asks first of an item: what to bring, where, how long, what it
 * costs, whom to call; and who is in charge and where to complain.
 *
 * All of it is what the source says, picked out of its fields; what it does not say is not
 * there. */
#ifndef MULU_HTML_ITEM_FACTS_H
#define MULU_HTML_ITEM_FACTS_H

#include "html/pages_private.h"

/* 业务办理项 to choose among: a link to its section; the note is "材料 3 条，即时办结". */
struct facts_view {
    bool any;
    struct links situations; /* of an item with several services */
    bool has_situations;
    struct str materials;        /* "5 条，见下"; "" for none */
    struct str materials_anchor; /* where the list stands */
    struct form_links forms;     /* that the materials name, each once */
    bool where;                  /* one of the three below */
    struct chips levels;
    VEC(struct entry_view) places;
    bool channels; /* how to go about it is only said in full, see below */
    struct field_view limit, fee, agency;
    struct links phones, complaints;
};
extern const struct shape facts_shape;

/* The facts of an item. Where it leaves a field to its only service, those of the service;
 * its materials then stand at that service. `forms` as for page_item(). */
struct facts_view item_facts(struct arena *a, const struct catalog *c,
                             const struct item *item, const struct downloads *forms);

/* The id of the section with the materials of an item, or of one of its services. */
struct str materials_anchor(struct arena *a, const struct item *item,
                            const struct item *service);

#endif
