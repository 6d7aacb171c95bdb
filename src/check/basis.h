/* basis - the rules about documents that are cited. Internal to check.
 *
 * The texts are read once (citation.h); the rules go over what was found. */
#ifndef MULU_CHECK_BASIS_H
#define MULU_CHECK_BASIS_H

#include "check/citation.h"
#include "check/report.h"

/* One text with the citations in it. */
struct cited_text {
    const struct text *text;
    bool basis; /* it stands in the field for the basis */
    struct citations list;
};

struct basis {
    struct check *check;
    VEC(struct cited_text) texts;
    size_t in_brackets, aside; /* numbers behind a title in brackets, and without them */
};

/* Reads all texts that may name a document. In the arena of the check. */
void basis_read(struct check *check, struct basis *basis);

/* The one number of a citation, NULL when it has none. The first of several. */
const struct number *basis_number(const struct cited_text *t, const struct citation *c);

/* A year, number and 号 as they should be written, in the arena: 〔2020〕41号. */
struct str basis_number_form(struct arena *a, const struct number *n);

void basis_check_numbers(const struct basis *basis);
void basis_check_numbers_aside(const struct basis *basis);
void basis_check_title_marks(struct check *check);
void basis_check_titles(const struct basis *basis);
void basis_check_column(const struct basis *basis);
/* True when a note of the item is a document and nothing else: of an item without a basis
 * basis_check_column() tells it. `a`: for what is read. */
bool basis_in_notes(struct arena *a, const struct item *item);
void basis_check_articles(const struct basis *basis);
/* Marks the citations whose issuer is told. */
void basis_check_issuers(const struct basis *basis);
/* Behind basis_check_issuers(). */
void basis_check_same_documents(const struct basis *basis);
void brackets_check(struct check *check);

#endif
