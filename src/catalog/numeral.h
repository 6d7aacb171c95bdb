/* numeral - whole numbers as people write them in Chinese documents.
 *
 *     20   ２０   二十   一百二十   二〇   5（五）
 *
 * Works on code points without blanks, as limit.c prepares them. */
#ifndef MULU_CATALOG_NUMERAL_H
#define MULU_CATALOG_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NUMERAL_MOST = 9999 };

/* True for a character a number can be made of: 7, ７, 七, 十, 〇. */
bool numeral_rune(uint32_t c);

/* Reads the number that begins at `at` (of `n` code points). Returns how many it takes, 0
 * when none begins there. `*value` is its value, or NUMERAL_MOST + 1 for what looks like a
 * number but is not a whole one up to NUMERAL_MOST: 1.5, 1,000, 三五 (three to five), 十万. */
size_t numeral_read(const uint32_t *at, size_t n, unsigned *value);

#endif
