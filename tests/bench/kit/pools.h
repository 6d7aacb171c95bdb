/* pools - the words of the bundled catalogs, taken apart to make other catalogs of.
 *
 * What belongs to one place only is replaced by a mark: its name by {R}, a telephone number
 * by {T}. pools_fill() puts another place's in. */
#ifndef MULU_BENCH_POOLS_H
#define MULU_BENCH_POOLS_H

#include "catalog/regions.h"
#include "catalog/scheme.h"

enum step_name { STEP_APPLY, STEP_ACCEPT, STEP_REVIEW, STEP_PAY, STEP_FINISH };
enum { STEP_COUNT = STEP_FINISH + 1 };

/* Texts of a kind, each once, in the order in which they were met. */
struct pools {
    struct arena *arena;
    struct scheme *scheme;
    struct regions *regions; /* real places, to keep away from */
    struct str_list *titles; /* of each item of the scheme: what it is called */
    struct str_list audiences, channels, materials, notes, citations, evaluations;
    struct str_list steps[STEP_COUNT];
};

/* Reads catalogs/ of a project. Returns NULL after telling `d`; freed with pools_drop(). */
struct pools *pools_load(struct str project, struct diag *d);
void pools_drop(struct pools *p);

/* 申请, 受理, … */
struct str step_title(enum step_name step);

/* A text with its marks filled in. In the arena. */
struct str pools_fill(struct arena *a, struct str text, struct str place,
                      struct str phone);

#endif
