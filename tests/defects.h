/* defects - tests/known-defects.tsv: the defects known in the published catalogs.
 *
 * One row a place: catalog, item, field, quote, kind, certainty, program, note, miss.
 *   item       its code, "item-N" or "group-N" by position; "" for the catalog as a whole and
 *              for texts that items share
 *   field      element of catalog.xml; forms, notice and publication for what has no one name
 *   quote      to the letter as the file has it; "" where something is missing
 *   kind       id of a rule, or a word of defects.c for what no rule is named after
 *   certainty  certain or doubtful
 *   program    yes: shape, number, comparison or a table tells it; no: it takes a reader
 *   miss       why `mulu check` does not say it; "" when it does */
#ifndef MULU_TESTS_DEFECTS_H
#define MULU_TESTS_DEFECTS_H

#include "catalog/model.h"
#include "diag/diag.h"

struct defect {
    struct str catalog, item, field, quote, kind, note, miss;
    bool certain, program;
    size_t line;  /* in the table, from 1 */
    size_t twins; /* rows alike in their first five columns, this one too */
    size_t twin;  /* which of them this is, from 0 */
    bool found;   /* set by defects_match() */
};
struct defects {
    struct defect *at;
    size_t n, cap;
};

#define DEFECTS_FILE "tests/known-defects.tsv"

/* Reads the table. Returns false, saying why on standard output, when it cannot be read or a
 * row has not nine columns with the words told above. */
bool defects_read(struct arena *a, struct defects *list);

/* True for the id of a rule and for the words that stand for kinds without a rule. */
bool defect_kind_known(struct str kind);

/* True when the row is about this item, number `n` of its catalog from 1. */
bool defect_names_item(const struct defect *row, const struct item *item, size_t n);

/* Where the quote of a row stands: in the field of the item if it is there, else anywhere in
 * the item. Twins have a place each. Nothing for a row without a quote. */
struct places {
    struct pos *at;
    size_t n, cap;
};
struct places defect_places(struct arena *a, const struct catalog *c,
                            const struct defect *row);

/* True when the quote of a row of this catalog stands where the row says, as often as there
 * are twins of the row. */
bool defect_quoted(struct arena *a, const struct catalog *c, const struct defect *row);

/* Marks the rows of this catalog that a finding tells. */
void defects_match(struct arena *a, struct defects *list, const struct catalog *c,
                   const struct diag *found);

#endif
