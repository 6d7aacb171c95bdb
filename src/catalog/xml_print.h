/* xml_print - a tree of the catalog format as canonical text.
 *
 * One element a line, two blanks of indent a level, attributes and children in the order of
 * grammar.h. An element with text stands on one line and its text is untouched: only blanks
 * at both ends go, as they do on loading. Comments and instructions stay: those on a line
 * of their own with the element behind them, others with the one before. One empty line
 * between elements is kept. Printing what was printed changes nothing. */
#ifndef MULU_CATALOG_XML_PRINT_H
#define MULU_CATALOG_XML_PRINT_H

#include "catalog/grammar.h"

/* Writes the whole file, declaration first. Every element of the tree must be one that
 * grammar_child() knows; `type` is that of the root. */
void xml_print(const struct xml *x, enum element type, struct buf *out);

#endif
