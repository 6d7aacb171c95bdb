/* entries - the rules about the numbers of entries. Internal to check. */
#ifndef MULU_CHECK_ENTRIES_H
#define MULU_CHECK_ENTRIES_H

#include "check/lists.h"
#include "check/report.h"

/* Numbers of entries: doubled and out of order. */
void check_entries(struct check *check);

/* Numbers that are written otherwise than those around them. */
void check_entry_styles(struct check *check);

/* The numbers inside one text: ①②④, （1）2）（3）. */
void check_subnumbers(struct check *check);

#endif
