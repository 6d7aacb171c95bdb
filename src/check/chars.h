/* chars - the characters beside a place in a text, for rules that read texts. Internal to
 * check. */
#ifndef MULU_CHECK_CHARS_H
#define MULU_CHECK_CHARS_H

#include "base/str.h"

#include <stdint.h>

/* The code point that begins at byte `at`; 0 at the end of the text. */
uint32_t char_at(struct str text, size_t at);
/* The code point that ends before byte `at`; 0 at the start. */
uint32_t char_before(struct str text, size_t at);
/* The bytes the code point at `at` takes; at least 1. */
size_t char_size(struct str text, size_t at);

/* A Chinese character (CJK unified ideographs, U+3400 to U+9FFF, and 〇). */
bool char_han(uint32_t c);
/* A letter or digit of ASCII. */
bool char_ascii(uint32_t c);
bool char_digit(uint32_t c);
/* A mark of Chinese punctuation that ends a sentence or a part of it: ，。；：、？！ */
bool char_stop(uint32_t c);

/* What stands before the first character of `set` in the text, and behind the last one;
 * the whole text when it has none of them. `set` is UTF-8. */
struct str char_until(struct str text, const char *set);
struct str char_since(struct str text, const char *set);
/* The text from at most `most` bytes before `at` up to it, and from it on; cut at the edge of
 * a character. */
struct str char_left(struct str text, size_t at, size_t most);
struct str char_right(struct str text, size_t at, size_t most);

/* The bytes from..to of the text with up to `most` characters more on either side, not
 * over a line end: what a message quotes. */
struct str char_around(struct str text, size_t from, size_t to, size_t most);

#endif
