/* json - reads JSON in tests: expected values, cases, and data for templates.
 *
 * Everything lives in the arena. Numbers keep their text as written; objects keep the
 * order of their members. */
#ifndef MULU_TESTS_JSON_H
#define MULU_TESTS_JSON_H

#include "html/value.h"

enum json_kind { JSON_NULL, JSON_TRUTH, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_OBJECT };

struct json {
    enum json_kind kind;
    bool truth;
    struct str text;  /* of a text, and of a number as written */
    struct str *keys; /* OBJECT: the names, beside at */
    struct json *at;  /* LIST, OBJECT: the elements */
    size_t n;
};

/* Reads one value that fills the whole text (RFC 8259, at most 64 levels). NULL when
 * it is not JSON; then `*wrong`, unless NULL, is the byte where it stops being so. */
const struct json *json_read(struct arena *a, struct str text, size_t *wrong);

/* Reads a file; prints why to standard output and returns NULL when it cannot. */
const struct json *json_file(struct arena *a, const char *path);

/* A member by name, or element of a list; a JSON null when there is none, so look-ups can
 * be chained. Never NULL, also for j NULL. */
const struct json *json_member(const struct json *j, const char *name);
const struct json *json_at(const struct json *j, size_t i);

/* The value as templates see it: numbers are texts, null is nothing. */
struct value json_value(const struct json *j);

#endif
