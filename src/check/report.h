/* report - how rules record what they found. Internal to check.
 *
 * Every rule records through these functions: they fill in the code of the item, its key
 * for <accept>, the place and, from a proposal, the change to the file. The rest of the
 * arguments are those of the message in diag_table.h. */
#ifndef MULU_CHECK_REPORT_H
#define MULU_CHECK_REPORT_H

#include "check/text.h"

/* What a rule knows besides the place. All zero: nothing. */
struct advice {
    struct str expected; /* in words or as a value */
    struct str proposal; /* what the wrong piece should read */
    struct str basis;    /* more exact than the table's */
    bool safe;           /* the proposal cannot be wrong: blanks, letter case, marks */
    bool erase;          /* the piece is to go; the proposal is "" */
};

/* About a piece of a text; a piece without length: about the whole text. A proposal or
 * `erase` replaces exactly the piece. `advice` may be NULL. */
void report_text(struct check *check, const struct text *t, struct str piece,
                 const struct advice *advice, enum diag_code code, ...);

/* About the value of an attribute of an item, a group (code, seq, no) or, with `s` NULL, of
 * the catalog; `at` is the element it stands on. A proposal replaces the whole value, or puts
 * the attribute in where it is missing. */
void report_attribute(struct check *check, const struct subject *s, size_t at,
                      const char *attribute, const struct advice *advice,
                      enum diag_code code, ...);

/* About the number (attribute no) of an entry. */
void report_number(struct check *check, const struct text *t, const struct advice *advice,
                   enum diag_code code, ...);

/* About an item or a group as a whole, or the catalog (`s` NULL), such as what it lacks:
 * at the element `at`, field by its English name or "". A proposal changes nothing in the
 * file. */
void report_subject(struct check *check, const struct subject *s, size_t at,
                    struct str field, const struct advice *advice, enum diag_code code,
                    ...);

#endif
