/* material - the papers that a list of materials asks for, made comparable. Internal to check.
 *
 * Lists say one thing in many ways (有效身份证件复印件; 身份证（原件）), join things (申请表、身份证) and hold
 * lists of their own (在职职工：①…；②…). A list is taken apart into papers; of each the words
 * that matter are kept as pairs of neighbouring characters, and two papers are compared by the
 * pairs they have in common. */
#ifndef MULU_CHECK_MATERIAL_H
#define MULU_CHECK_MATERIAL_H

#include "catalog/model.h"

#include <stdint.h>

/* Pairs of neighbouring characters, sorted. */
struct pairs {
    uint64_t *at;
    size_t n;
};

struct paper {
    struct str shown; /* as published, without the mark at its end */
    struct pairs pairs;
    struct pairs head; /* of what stands before its list: 在职职工, 特殊人群还需提供 */
    bool noun; /* ends like the name of a paper: 申请表, 身份证复印件; else a sentence */
};

struct papers {
    struct paper *at;
    size_t n, cap;
};

/* The papers of a list, without the paragraphs that are notes (备注：…). Where it has no entries
 * but paragraphs, those are the list. In the arena. */
struct papers papers_of(struct arena *a, const struct entry *entries, size_t n,
                        struct str region);

/* The pairs of a text, of all texts of a list. */
struct pairs pairs_of(struct arena *a, struct str text, struct str region);
struct pairs pairs_of_entries(struct arena *a, const struct entry *entries, size_t n,
                              struct str region);

/* How many of a hundred pairs of `part` are in `all`; 0 when `part` has none. */
size_t pairs_within(struct pairs part, struct pairs all);

/* The same of the one that has fewer. */
size_t pairs_alike(struct pairs a, struct pairs b);

/* A bit for each kind of paper that shows who one is: 身份证, 医保电子凭证, 社保卡, 户口簿, 护照. */
unsigned paper_identities(struct str text);

/* The words of an entry as they matter for "the same again": without blanks and marks. */
struct str paper_plain(struct arena *a, struct str text);

#endif
