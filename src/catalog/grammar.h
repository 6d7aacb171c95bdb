/* grammar - which elements and attributes the files of a catalog may have, as tables.
 *
 * Loader, `mulu fmt` and the saver read the same tables: what may stand where, how often,
 * with which values, in which order it is written. The RELAX NG schemas in
 * templates/schema say the same to editors' tools. */
#ifndef MULU_CATALOG_GRAMMAR_H
#define MULU_CATALOG_GRAMMAR_H

#include "catalog/fields.h"
#include "catalog/xml.h"

/* Limits on hostile input; docs/format.md prints them. */
enum {
    MOST_TEXT = 4 * 1024 * 1024, /* bytes of one text */
    MOST_VALUE = 16 * 1024,      /* bytes of one attribute value */
    MOST_GROUPS = 2000,
    MOST_ITEMS = 20000,   /* of a group; services of an item */
    MOST_ENTRIES = 20000, /* of a list field */
    MOST_COLUMNS = 100,   /* levels; disclosure columns */
    MOST_NODES = 400,     /* of a flow; also its materials: no wall holds more */
    MOST_EDGES = 800,
    MOST_FORMS = 500, /* files, and references in one place */
    MOST_FORM_ROWS = 2000,
    MOST_FORM_CELLS = 100,      /* of a row; also colspan and rowspan */
    MOST_REPEAT = 200,          /* of a form's row */
    MOST_ROW_HEIGHT = 280,      /* of a form's row, in mm */
    MOST_SHARE = 1000,          /* of a column of a form */
    MOST_SPAN = 100,            /* columns a cell is merged over */
    MOST_PRINTED_CELLS = 20000, /* of a form, repeated rows counted as often as printed */
    MOST_SHOWN = 256 * 1024 * 1024, /* bytes of all fields, defaults and refs filled in */
    MOST_REMARKS = 2000,            /* also annexes, accepts, and lines of a form */
    MOST_NOTICE = 1024 * 1024,      /* bytes of notice.md */
    MOST_PROBLEMS = 100             /* told of one catalog */
};

/* What an attribute or the text of an element may hold. */
enum datum {
    DATUM_ANY,
    DATUM_FILLED, /* not empty */
    DATUM_SLUG,   /* small letters, digits and dashes: fit for file names */
    DATUM_SLUG_OR_NONE,
    DATUM_PATH,   /* a slug that is no page name of the site */
    DATUM_NAME,   /* no blanks, not empty */
    DATUM_REGION, /* six digits */
    DATUM_DATE,   /* ISO date of the calendar, or empty */
    DATUM_TIME,   /* the same with hours and minutes: 2020-12-28 09:30 */
    DATUM_SPAN,   /* numbers from 1 */
    DATUM_CELLS,
    DATUM_REPEAT,
    DATUM_HEIGHT,
    DATUM_SHARES, /* numbers with a blank between */
    DATUM_KIND, /* words */
    DATUM_COLUMN,
    DATUM_NODE,
    DATUM_FLOW,
    DATUM_FORMAT,
    DATUM_YES,
    DATUM_ALIGN,
    DATUM_VALIGN,
    DATUM_PAPER,
    DATUM_PLACE
};

enum content { CONTENT_NONE, CONTENT_TEXT, CONTENT_ELEMENTS };

/* Types of elements. One name can stand for several: <channels> of an item and of
 * <disclosure>, <cell> of levels and of forms. */
enum element {
    ELEMENT_CATALOG,
    ELEMENT_ALSO,
    ELEMENT_PRINT,
    ELEMENT_WEB,
    ELEMENT_REGION,
    ELEMENT_LINE,  /* a text that must not be empty */
    ELEMENT_PLAIN, /* a text */
    ELEMENT_DOCUMENT,
    ELEMENT_NOTICE,
    ELEMENT_NUMBERED, /* a text with a printed number */
    ELEMENT_REMARK,   /* the same, printed with the table */
    ELEMENT_DAY,      /* a date */
    ELEMENT_PRINTED,
    ELEMENT_LEVEL,
    ELEMENT_COLUMN,
    ELEMENT_ACCEPT,
    ELEMENT_DEFAULTS,
    ELEMENT_DEFAULT_DISCLOSURE,
    ELEMENT_GROUP,
    ELEMENT_ITEM,
    ELEMENT_SERVICE,
    ELEMENT_TEXT, /* fields: one text */
    ELEMENT_LIST, /* fields: paragraphs and entries */
    ELEMENT_MATERIAL,
    ELEMENT_MATERIAL_LINE, /* a paragraph among materials */
    ELEMENT_STEP,
    ELEMENT_LEVELS,
    ELEMENT_LEVEL_CELL,
    ELEMENT_DISCLOSURE,
    ELEMENT_TICK,
    ELEMENT_FORM_REF,
    ELEMENT_FLOW,
    ELEMENT_FLOW_MATERIALS,
    ELEMENT_NODE,
    ELEMENT_EDGE,
    ELEMENT_FORM, /* root of forms/<id>.xml */
    ELEMENT_FORM_LINES,
    ELEMENT_FORM_LINE,
    ELEMENT_FORM_ROW,
    ELEMENT_FORM_CELL,
    ELEMENT_TYPES
};

struct attr_rule {
    const char *name;
    enum datum value;
    bool required;
};

struct child_rule {
    const char *name;
    enum element type;
    size_t least, most;
};

struct element_rule {
    enum content content;
    enum datum text; /* of CONTENT_TEXT */
    enum {
        FIELDS_NONE,
        FIELDS_TITLE,
        FIELDS_ITEM,
        FIELDS_DEFAULTS,
        FIELDS_DISCLOSURE
    } fields;
    const struct attr_rule *attrs;     /* up to a NULL name, in the order of writing */
    const struct child_rule *children; /* up to a NULL name, in the order of writing */
};

/* An element in its place: its type and, for fields, which one. */
struct spot {
    enum element type;
    enum field_id field; /* FIELD_COUNT: no field */
};

const struct element_rule *grammar_rule(enum element type);

/* What a child element of that name is inside `parent`: its place, how often it may stand
 * there and the rank in which it is written. Returns false when it may not stand there. */
struct child {
    struct spot spot;
    size_t least, most;
    size_t rank;
};
bool grammar_child(struct spot parent, struct str name, struct child *child);

/* The rule and rank of an attribute; NULL when the element does not have it. */
const struct attr_rule *grammar_attr(enum element type, struct str name, size_t *rank);

/* The names that may stand inside an element, or that its attributes have. */
struct str_list grammar_children(struct arena *a, struct spot parent);
struct str_list grammar_attrs(struct arena *a, enum element type);

/* True when the value is one that is allowed. */
bool datum_fits(enum datum value, struct str s);
/* What should stand there, in words; the words themselves for enumerations. */
struct str datum_words(struct arena *a, enum datum value);
/* The words of an enumeration; empty for other values. */
struct str_list datum_choices(struct arena *a, enum datum value);

/* True for the names of pages that every catalog has on the site: no item may take them. */
bool datum_is_page(struct str s);

/* The number of a value that fits (DATUM_SPAN, DATUM_CELLS, DATUM_REPEAT, DATUM_HEIGHT);
 * "" gives 1. */
size_t datum_number(struct str s);

#endif
