/* returns - the return sheet (退改单): what a region is to put right, with room to answer.
 *
 * A sheet a catalog. The columns for people come first; behind them, hidden, stands for each
 * row where its places are, a line a place:
 *
 *     FILE:LINE:COLUMN KEY FIELD
 *
 * FILE is relative to the catalog's folder, KEY is what <accept at="…"> takes, "-" where there
 * is none, as for FIELD. The head of that column is "mulu-return 1 ID": rule, current value
 * and proposal stand in the columns that RETURNS_RULE, RETURNS_CURRENT and RETURNS_PROPOSED
 * name, so an import needs no other file to take the answers back. */
#ifndef MULU_OFFICE_RETURNS_H
#define MULU_OFFICE_RETURNS_H

#include "catalog/model.h"
#include "catalog/scheme.h"
#include "diag/diag.h"
#include "office/xlsx.h"

enum returns_column {
    RETURNS_NUMBER,
    RETURNS_ITEM,
    RETURNS_FIELD,
    RETURNS_PLACE,
    RETURNS_CURRENT,
    RETURNS_PROPOSED,
    RETURNS_REASON,
    RETURNS_SEVERITY,
    RETURNS_RULE,
    RETURNS_ANSWER,
    RETURNS_REMARK,
    RETURNS_KEY,
    RETURNS_COLUMNS
};

/* One catalog with its findings; all borrowed for the call. */
struct returns_part {
    struct str id;                 /* the name of its folder */
    struct str shown;              /* the folder as messages print it */
    const struct catalog *catalog; /* NULL: it could not be loaded */
    const struct scheme *scheme;   /* or NULL */
    const struct diag *found;      /* sorted by file and place */
};

/* Adds the sheet of a catalog. The findings that say the same of the same words are one row;
 * errors come first, then warnings, then notes, each in the order of the file. */
void returns_put(struct xlsx *x, const struct returns_part *part);

#endif
