/* json_out - writes JSON piece by piece, indented for people.
 *
 *     json_out_open(&j, "region", '{'); json_out_text(&j, "code", code); json_out_close(&j, '}');
 *
 * A NULL key is for elements of an array. Commas, line ends and blanks come by themselves;
 * what is empty is written as [] or {}. */
#ifndef MULU_CATALOG_JSON_OUT_H
#define MULU_CATALOG_JSON_OUT_H

#include "base/buf.h"

struct json_out {
    struct buf *out;
    size_t depth;
    bool filled; /* something stands in the innermost array or object */
    bool dense;  /* on one line without blanks, for programs alone */
};

void json_out_open(struct json_out *j, const char *key, char bracket);
void json_out_close(struct json_out *j, char bracket);
void json_out_text(struct json_out *j, const char *key, struct str text);
void json_out_number(struct json_out *j, const char *key, size_t number);
void json_out_truth(struct json_out *j, const char *key, bool truth);

/* A member whose key is data, such as the id of a level. */
void json_out_pair(struct json_out *j, struct str key, struct str text);

#endif
