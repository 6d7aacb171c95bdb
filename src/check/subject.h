/* subject - what the rules look at: the groups and items of a catalog with their codes taken
 * apart and found in the scheme. Internal to check. */
#ifndef MULU_CHECK_SUBJECT_H
#define MULU_CHECK_SUBJECT_H

#include "catalog/code.h"
#include "catalog/model.h"
#include "catalog/regions.h"
#include "catalog/scheme.h"
#include "catalog/title.h"
#include "diag/diag.h"

/* A group (item NULL) or an item. */
struct subject {
    const struct group *group;
    const struct item *item;
    struct str text; /* its code as published, "" where none is */
    struct str title;
    struct code code;
    size_t at;      /* of its element */
    struct str key; /* by which <accept> names it: stem of the page, or "group-2" */

    /* The code that was most likely meant, when the published one is wrong; else "". It has
     * the suffix of the published one. */
    struct str proposal;
    /* The published code has nothing wrong by itself, but is one character off the national
     * code with the same title. */
    bool near;
    /* The basic code to go by: of the published code, or of the proposal; "" for others. */
    struct str base;
    /* What the scheme has under that code; NULL for none or without a scheme. */
    const struct scheme_item *national;
    const struct scheme_group *national_group;
    /* Of an item: what the scheme has with the nearest title, and how near it is. */
    const struct scheme_item *named;
    enum title_match named_match;
};

struct text;

struct subjects {
    struct subject *at;
    size_t n, cap;
};

struct check {
    struct arena *arena;
    const struct catalog *catalog;
    const struct scheme *scheme;   /* or NULL */
    const struct regions *places;  /* or NULL */
    struct diag *diag;
    struct subjects groups;
    struct subjects items; /* in the order of the file, each behind its group's others */
    struct text *texts;    /* text.h */
    size_t text_count;
};

/* Fills groups and items. */
void subjects_fill(struct check *check);

/* The subject of an item's group. */
const struct subject *subject_group(const struct check *check,
                                    const struct subject *item);

/* The place of its code. */
struct pos subject_code_place(const struct check *check, const struct subject *s);

/* How messages that rest on the scheme name it: title, document and how sure it is. */
struct str subject_basis(const struct check *check, struct str confidence);

#endif
