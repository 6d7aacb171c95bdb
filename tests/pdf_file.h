/* pdf_file - a PDF as qpdf's JSON tells it, for tests that look inside.
 *
 * Objects are JSON as qpdf writes it (version 2): a name is "/Name", a text "u:…", bytes
 * "b:…" in hexadecimal, a reference "12 0 R". Everything lives in the arena given. */
#ifndef MULU_TESTS_PDF_FILE_H
#define MULU_TESTS_PDF_FILE_H

#include "json.h"

struct pdf_object {
    const struct json *value; /* of a stream: its dictionary; NULL: no such object */
    bool stream;
    struct str data; /* of a stream, unpacked when it is FlateDecode or plain */
};

struct pdf_file {
    struct arena *arena;
    struct str bytes;      /* the file itself */
    struct pdf_object *at; /* by object number; [0] is nothing */
    size_t n;              /* numbers, the highest and one more */
    const struct json *trailer, *catalog, *info;
    size_t *pages; /* object numbers */
    size_t n_pages;
};

/* Reads a file. NULL, and why on standard output, when qpdf refuses it or warns. */
struct pdf_file *pdf_file_load(struct arena *a, const char *path);
/* The same from JSON that was changed; NULL when it is no JSON of a PDF any more. */
struct pdf_file *pdf_file_read(struct arena *a, struct str json, struct str bytes);
/* What qpdf prints of a file. */
struct str pdf_file_json(struct arena *a, const char *path);

/* The number of the object a reference names; 0: no reference. */
size_t pdf_ref(const struct json *j);
/* The value, through a reference if it is one. Never NULL. */
const struct json *pdf_value(const struct pdf_file *f, const struct json *j);
/* A key of a dictionary or an element of an array, through references. Never NULL. */
const struct json *pdf_key(const struct pdf_file *f, const struct json *dict,
                           const char *key);
const struct json *pdf_at(const struct pdf_file *f, const struct json *array, size_t i);
/* The stream a reference names, or NULL. */
const struct pdf_object *pdf_stream_of(const struct pdf_file *f, const struct json *j);
/* A name without its slash, a text without "u:"; "" for anything else. */
struct str pdf_name(const struct json *j);
struct str pdf_text_of(const struct json *j);
/* A number, or `otherwise`. */
double pdf_number(const struct json *j, double otherwise);

#endif
