/* print_find - rows of a print style by their name. Inner part of print_style.c. */
#ifndef MULU_LAYOUT_PRINT_FIND_H
#define MULU_LAYOUT_PRINT_FIND_H

#include "layout/print_style.h"

/* Finds a row by its name in any of the lists: each begins its rows with the name. NULL when
 * there is none. */
const void *print_find(const void *rows, size_t n, size_t size, const char *name);

#endif
