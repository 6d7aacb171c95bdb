/* loader - what the files that load a catalog share; nobody else includes it.
 *
 * Loading goes in passes, each of which tells all it finds: xml_parse() reads the file,
 * grammar_check() compares it with the tables of grammar.h, load_*() copy what is known
 * into the model, resolve_refs() ties names to what they name, catalog_derive() computes
 * the rest. A pass may meet what an earlier one has refused and passes over it. */
#ifndef MULU_CATALOG_LOADER_H
#define MULU_CATALOG_LOADER_H

#include "catalog/grammar.h"
#include "catalog/load.h"
#include "catalog/names.h"

/* A ref, to be resolved when all ids are known. */
struct pending {
    struct field *field;
    const struct xml_node *node;
    enum field_kind kind;
};
/* A shared text: what its id stands for. */
struct shared {
    struct field *field;
    enum field_kind kind;
};
/* An attribute that names a form. */
struct form_use {
    struct str id;
    const struct xml_node *node;
    size_t at; /* of the value */
};

struct loader {
    struct arena *arena; /* the catalog's */
    struct diag *diag;
    struct catalog *catalog;
    const struct source *source; /* the file being read: places point into it */
    size_t told;                 /* problems so far; none are told above MOST_PROBLEMS */

    struct names levels, columns; /* what: struct level, struct column */
    struct names texts;           /* what: struct shared */
    VEC(struct pending) refs;
    VEC(struct form_use) form_uses;
};

/* Tells a problem at an offset of l->source. `node`, unless NULL, is the element it is
 * about: it gives the code of the item and the name of the field. `facts`, unless NULL,
 * gives expected and proposal. The rest are the arguments of the message. */
void loader_tell(struct loader *l, const struct xml_node *node, size_t at,
                 enum diag_code code, const struct finding *facts, ...);

/* True when nothing more will be told: loops over input end then. */
bool loader_full(const struct loader *l);

/* At most the first 40 characters, for messages. In the arena. */
struct str loader_brief(struct loader *l, struct str s);

/* The name nearest to `name`, for "did you mean"; in `facts` as the proposal. */
struct finding loader_nearest(struct loader *l, struct str name, struct str_list list);

/* Compares a tree with the tables. */
void grammar_check(struct loader *l, const struct xml_node *root, enum element type);

/* An attribute's value, "" when missing; its offset, that of the element when missing. */
struct str attr_text(const struct xml_node *n, const char *name);
size_t attr_place(const struct xml_node *n, const char *name);
/* The text of a child element, "" when missing. */
struct str child_text(struct loader *l, const struct xml_node *n, const char *name);
/* An entry: no, name, sep, form and text of an element. */
struct entry load_entry(struct loader *l, const struct xml_node *n);
/* All children that are fields, into own[FIELD_COUNT]; <disclosure> too. */
void load_fields(struct loader *l, const struct xml_node *n, struct spot spot,
                 struct field **own);

void load_group(struct loader *l, const struct xml_node *n);
void load_form_ref(struct loader *l, const struct xml_node *n, struct form_refs *refs);
struct flow load_flow(struct loader *l, const struct xml_node *n);
void load_notice(struct loader *l, const struct xml_node *n);
void load_notice_body(struct loader *l, struct str shown);
void load_forms(struct loader *l, struct str shown);

/* Ties every ref to its text and every form to its file; `forms`: files were looked for. */
void resolve_refs(struct loader *l, bool forms);

#endif
