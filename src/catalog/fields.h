/* fields - the one description of the fields.
 *
 * Loader, saver, JSON, templates and tables read this table, so a new field is one row
 * here and one name in enum field_id. */
#ifndef MULU_CATALOG_FIELDS_H
#define MULU_CATALOG_FIELDS_H

#include "catalog/model.h"

enum field_kind {
    FIELD_KIND_TEXT,    /* one text */
    FIELD_KIND_LIST,    /* paragraphs and numbered entries */
    FIELD_KIND_PROCESS, /* steps with name and text, and paragraphs */
    FIELD_KIND_CHAIN    /* one text, split at dashes into names of steps */
};
enum { FIELD_KIND_COUNT = FIELD_KIND_CHAIN + 1 };

struct field_row {
    const char *name;  /* element of the XML and key of the JSON */
    const char *label; /* Chinese name in messages */
    enum field_kind kind;
    const char *entry; /* element of one entry, NULL for texts */
    bool disclosure;   /* stands inside <disclosure> */
};

/* The row of a field. Never NULL. */
const struct field_row *field_row(enum field_id id);

/* The field an element name stands for, or FIELD_COUNT. `disclosure` tells whether the
 * element stands inside <disclosure> (its <channels> are not those of the item). */
enum field_id field_find(struct str name, bool disclosure);

/* The name by which findings call a field, one field a name: as field_row()->name, but
 * "publication" for the <channels> of <disclosure>. */
struct str field_key(enum field_id id);

/* The name for people of what a finding calls its field: a field (materials: 办理材料), an
 * attribute or a part of a catalog (code: 编码); the id itself when it has no other. The
 * basis of a disclosure catalog is its column 公开依据. `c` may be NULL. */
struct str field_title(const struct catalog *c, struct str id);

/* Names in XML and JSON: "guide", "audience"; the find functions give the COUNT of the
 * enumeration for another word. */
const char *catalog_kind_name(enum catalog_kind kind);
int catalog_kind_find(struct str name);
const char *column_kind_name(enum column_kind kind);
int column_kind_find(struct str name);

/* True when there is something to print as a document of that kind: the catalog is of the
 * kind, and a group of it at least has an item or a name. */
bool catalog_prints(const struct catalog *c, enum catalog_kind kind);

/* The field printed at this place of an item, resolved; never NULL, maybe without entries. */
const struct field *item_field(const struct item *item, enum field_id id);

/* What is printed for a field as it stands in the file: the one its ref names, else itself. */
const struct field *field_shown(const struct field *f);

/* True when the field has no text at all. */
bool field_empty(const struct field *f);

/* True for a cell that ticks its column: with any text but the mark of an empty box. */
bool field_ticked(const struct field *cell);

/* The first text of the field, "" when it is empty: for text fields the text itself. */
struct str field_text(const struct field *f);

/* The whole published text: no + name + sep + text of each entry, lines joined by \n.
 * In the arena, or "". */
struct str field_printed(struct arena *a, const struct field *f);
struct str entry_printed(struct arena *a, const struct entry *e);

#endif
