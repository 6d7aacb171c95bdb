/* str - text as a pointer and a length.
 *
 * A struct str is passed by value and never owns its bytes: it borrows from a source
 * buffer, an arena or a literal. It need not end in NUL unless a function says so. Text is
 * UTF-8, checked once where it enters the program. */
#ifndef MULU_BASE_STR_H
#define MULU_BASE_STR_H

#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
    const char *s;
    size_t n;
};

struct str_list {
    struct str *at;
    size_t n, cap;
};

/* STR("literal") as an expression; STR_INIT("literal") in a static initializer. */
#define STR_INIT(literal) \
    { \
        (literal), sizeof(literal) - 1 \
    }
#define STR(literal) ((struct str)STR_INIT(literal))
/* For printf: printf("%.*s", STR_ARG(s)). */
#define STR_ARG(x) (int)(x).n, (x).s ? (x).s : ""
#define STR_NONE ((size_t)-1)

/* The small ones stand here to be built in where they are used: every look at a text goes
 * through them. */

/* The text of a NUL-terminated string; NULL gives "". */
static inline struct str str_of(const char *s)
{
    return s ? (struct str){s, strlen(s)} : STR("");
}

/* By the length of the second, which mostly is a literal: then no call is left of it. */
static inline bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (b.n == 0 || memcmp(a.s, b.s, b.n) == 0);
}

/* Equal to a NUL-terminated word: for tables of names, most of which differ at once. */
static inline bool str_is(struct str s, const char *word)
{
    size_t i = 0;
    while (i < s.n && word[i] && word[i] == s.s[i])
        i++;
    return i == s.n && !word[i];
}

/* A blank of XML 1.0 (production S): space, tab, line ends. */
static inline bool str_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The bytes from `from` up to, not including, `to`; both are cut down to the length. */
static inline struct str str_slice(struct str s, size_t from, size_t to)
{
    if (to > s.n)
        to = s.n;
    if (from > to)
        from = to;
    return (struct str){s.s ? s.s + from : "", to - from};
}

/* Everything from byte `from` on. */
static inline struct str str_from(struct str s, size_t from)
{
    return str_slice(s, from, s.n);
}

/* The last byte goes first: of Chinese words it says most, and few get past it. */
static inline bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n &&
           (prefix.n == 0 || (s.s[prefix.n - 1] == prefix.s[prefix.n - 1] &&
                              memcmp(s.s, prefix.s, prefix.n) == 0));
}

static inline bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n && str_eq(str_from(s, s.n - suffix.n), suffix);
}

/* Less than, equal to or greater than 0, by bytes (so by code point for UTF-8). */
int str_cmp(struct str a, struct str b);
/* The same with the letters A-Z and a-z taken as equal. */
bool str_eq_nocase(struct str a, struct str b);

/* Byte index of the first `needle` in `s`, or STR_NONE. An empty needle is found at 0. */
size_t str_find(struct str s, struct str needle);
bool str_has(struct str s, struct str needle);

/* Without blanks (str_blank) at both ends. */
struct str str_trim(struct str s);
/* Takes the next piece up to the byte `sep` off `*rest` (the sep is dropped). Returns false
 * when nothing is left. A sep ends a piece, as a line end ends a line: "a,,b" gives "a", "",
 * "b", "a," gives "a", "" gives nothing. */
bool str_cut(struct str *rest, char sep, struct str *piece);

/* A copy in the arena that ends in NUL (not counted in n). */
struct str str_copy(struct arena *a, struct str s);
/* The pieces one behind another; ends in NUL. STR_JOIN(a, STR("forms/"), id, STR(".html")) */
struct str str_join(struct arena *a, const struct str *pieces, size_t n);
#define STR_JOIN(a, ...) \
    str_join((a), (const struct str[]){__VA_ARGS__}, \
             sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))
/* A whole number in decimal digits. */
struct str str_number(struct arena *a, size_t number);
/* Formats into the arena; ends in NUL. Meant for short texts. */
struct str str_print(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The word of `list` nearest to `word` by edits (insert, delete, replace, swap), when at
 * most a third of its characters, and at most 3, differ; else "". For "did you mean". */
struct str str_nearest(struct str word, const struct str *list, size_t count);
/* The number of such edits between two texts, counted in code points; gives up above
 * `most` and returns most + 1. */
size_t str_distance(struct str a, struct str b, size_t most);

#endif
