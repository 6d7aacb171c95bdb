/* rules - what `mulu check` knows, as data: one row a rule, one table a family.
 *
 * Severity, title, message, remedy and basis of a rule stand in diag_table.h under its
 * code; the row here adds what the reference of rules (mulu check --rules, docs/rules.md,
 * the man page) says besides. The functions that find things are those of <family>.h. */
#ifndef MULU_CHECK_RULES_H
#define MULU_CHECK_RULES_H

#include "check/subject.h"

/* Texts are plain Chinese, one paragraph. */
struct rule {
    enum diag_code
        code;        /* its id is the rule's; further codes of the same id need no row */
    const char *why; /* what it means, and when it does not apply */
    const char *wrong; /* an example, as short as it goes */
    const char
        *right; /* the same without the mistake; "" where nothing is to be written */
};

struct family {
    const char *id;   /* "codes" */
    const char *name; /* 编码 */
    void (*run)(struct check *check);
    const struct rule *rules;
    size_t rule_count;
};

/* Of <family>_rows.c. */
extern const struct family family_codes;
extern const struct family family_national;
extern const struct family family_limits;
extern const struct family family_completeness;
extern const struct family family_basis;
extern const struct family family_materials;
extern const struct family family_names;
extern const struct family family_contacts;
extern const struct family family_disclosure;
extern const struct family family_notice;
extern const struct family family_usage;
extern const struct family family_text;
extern const struct family family_privacy;
extern const struct family family_accept;

/* All families, in the order of the reference. */
extern const struct family *const families[];
extern const size_t family_count;

/* The rule with this id and its family (unless NULL); NULL: there is none. */
const struct rule *rule_find(struct str id, const struct family **family);

/* Writes the reference: by family for a terminal, and as a JSON array of
 * {id,family,name,severity,title,why,wrong,right,remedy,basis} (name: of the family). */
void rules_print(struct buf *out);
void rules_json(struct buf *out);

#endif
