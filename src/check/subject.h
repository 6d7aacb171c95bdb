/* subject - what the rules look at: the groups and items of a catalog with their codes taken
 * apart and found in the scheme. Internal to check. */
#ifndef MULU_CHECK_SUBJECT_H
#define MULU_CHECK_SUBJECT_H

#include "base/lookup.h"
#include "catalog/code.h"
#include "catalog/model.h"
#include "catalog/regions.h"
#include "catalog/scheme.h"
#include "catalog/title.h"
#include "diag/diag.h"

/* A group (item NULL), an item or a service. */
struct subject {
    const struct group *group;
    const struct item *item;
    struct str text; /* its code as published, "" where none is */
    struct str title;
    struct code code;
    size_t at;      /* of its element */
    size_t first;   /* of a group: the number of its first item in check->items */
    struct str key; /* by which <accept> names it: stem of the page, or "group-2" */
    struct title_key title_key; /* with a scheme only */

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
    /* A rule has told that this code belongs to another: rules that go by the code have
     * nothing to add. */
    bool doubted;
};

struct checker;
struct text;
struct lists;

struct subjects {
    struct subject *at;
    size_t n, cap;
};

struct check {
    struct arena *arena;
    const struct catalog *catalog;
    const struct scheme *scheme;  /* or NULL */
    const struct regions *places; /* or NULL */
    struct checker *checker;      /* checker.h */
    struct diag *diag;
    size_t told; /* findings about texts */
    struct subjects groups;
    struct subjects items; /* in the order of the file, each behind its group's others */
    struct subjects
        services; /* those with a code of their own; the key is their item's */
    struct lookup item_bases;  /* basic code → the first item with it */
    struct lookup item_mains;  /* its first 9 characters → the first item */
    struct lookup sub_mains;   /* the same of items that are sub-items (001 to 999) */
    struct lookup group_mains; /* the same → the first group */
    struct text *texts;        /* text.h */
    size_t text_count;
    const struct lists *lists; /* lists.h; NULL until a rule asks for them */
};

/* Fills groups and items. */
void subjects_fill(struct check *check);

/* The first item or group whose basic code, or whose main item, is that of `base`; NULL:
 * none. */
const struct subject *subject_of_base(const struct check *check, struct str base);
const struct subject *subject_of_main(const struct check *check, struct str base);
const struct subject *subject_sub_of_main(const struct check *check, struct str base);
const struct subject *subject_group_of_main(const struct check *check, struct str base);

/* The subject of an item's group. */
const struct subject *subject_group(const struct check *check,
                                    const struct subject *item);

/* The place of its code. */
struct pos subject_code_place(const struct check *check, const struct subject *s);

/* How messages that rest on the scheme name it: title, document and how sure it is. */
struct str subject_basis(const struct check *check, struct str confidence);

#endif
