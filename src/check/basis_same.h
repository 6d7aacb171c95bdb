/* basis_same - which citations are of the same document. Internal to the rules on the basis.
 *
 * Each citation gets names, made of its words without blanks, marks and brackets:
 *   title    as it is written
 *   form     title and number as they are written
 *   name     the title with offices in their short names (国家医保局) and without 中华人民共和国
 *   core     the name without who issued it, without 暂行 and 试行, and of 关于印发〈…〉的通知 only
 *            what is printed
 *   key      of the number
 * Citations of one core and one number are one document; other forms are variants. Citations
 * of one number and different cores give it two titles. The references are sorted, so that
 * the work stays small for thousands of them. */
#ifndef MULU_CHECK_BASIS_SAME_H
#define MULU_CHECK_BASIS_SAME_H

#include "check/basis.h"

struct ref {
    const struct cited_text *text;
    const struct citation *citation;
    const struct number *number; /* or NULL */
    struct str title, form, name, core;
    struct str issuers; /* that the title names, by their short names; or "" */
    struct str key;     /* of the number; "" without one */
    size_t order;
};
struct refs {
    struct ref *at;
    size_t n, cap;
};

/* The rules. They sort the references. */
void basis_check_variants(struct check *check, struct refs *refs);
void basis_check_two_titles(struct check *check, struct refs *refs);

/* The words without blanks, marks and brackets, in the arena. */
struct str ref_plain(struct arena *a, struct str words);

/* Their order in the file, for sorting. */
int ref_order(const struct ref *a, const struct ref *b);

/* Both titles name who issued it, and neither names only some of the other's: then they are
 * two titles. */
bool ref_issuers_differ(const struct ref *a, const struct ref *b);

/* The line in the catalog's file; 0 for what stands in another. */
size_t ref_line(const struct check *check, const struct ref *ref);

#endif
