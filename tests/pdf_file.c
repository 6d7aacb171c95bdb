#include "pdf_file.h"

#include "fidelity.h"

#include "base/buf.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* --- values --- */

size_t pdf_ref(const struct json *j)
{
    if (j->kind != JSON_TEXT || !str_ends(j->text, STR(" R")))
        return 0;
    size_t number = 0, i = 0;
    while (i < j->text.n && j->text.s[i] >= '0' && j->text.s[i] <= '9')
        number = number * 10 + (size_t)(j->text.s[i++] - '0');
    return str_eq(str_from(j->text, i), STR(" 0 R")) ? number : 0;
}

const struct json *pdf_value(const struct pdf_file *f, const struct json *j)
{
    size_t number = pdf_ref(j);
    if (!number)
        return j;
    return number < f->n && f->at[number].value ? f->at[number].value
                                                : json_member(NULL, "");
}

const struct json *pdf_key(const struct pdf_file *f, const struct json *dict,
                           const char *key)
{
    return pdf_value(f, json_member(dict, key));
}

const struct json *pdf_at(const struct pdf_file *f, const struct json *array, size_t i)
{
    return pdf_value(f, json_at(array, i));
}

const struct pdf_object *pdf_stream_of(const struct pdf_file *f, const struct json *j)
{
    size_t number = pdf_ref(j);
    return number && number < f->n && f->at[number].stream ? &f->at[number] : NULL;
}

struct str pdf_name(const struct json *j)
{
    return j->kind == JSON_TEXT && str_starts(j->text, STR("/")) ? str_from(j->text, 1)
                                                                 : STR("");
}

struct str pdf_text_of(const struct json *j)
{
    return j->kind == JSON_TEXT && str_starts(j->text, STR("u:")) ? str_from(j->text, 2)
                                                                  : STR("");
}

double pdf_number(const struct json *j, double otherwise)
{
    char room[64];
    if (j->kind != JSON_NUMBER || j->text.n >= sizeof room)
        return otherwise;
    snprintf(room, sizeof room, "%.*s", STR_ARG(j->text));
    return strtod(room, NULL);
}

/* --- streams --- */

static struct str base64(struct arena *a, struct str text)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *out = arena_alloc(a, text.n / 4 * 3 + 3);
    size_t n = 0;
    unsigned bits = 0, held = 0;
    for (size_t i = 0; i < text.n; i++) {
        const char *digit = text.s[i] ? strchr(digits, text.s[i]) : NULL;
        if (!digit)
            continue;
        held = held << 6 | (unsigned)(digit - digits);
        bits += 6;
        if (bits < 8)
            continue;
        bits -= 8;
        out[n++] = (char)(held >> bits & 0xFF);
    }
    return (struct str){out, n};
}

static struct str inflated(struct arena *a, struct str packed)
{
    struct buf b = {0};
    char room[16384];
    z_stream z = {.next_in = (Bytef *)packed.s, .avail_in = (uInt)packed.n};
    int status = inflateInit(&z);
    while (status == Z_OK) {
        z.next_out = (Bytef *)room;
        z.avail_out = sizeof room;
        status = inflate(&z, Z_NO_FLUSH);
        buf_put(&b, (struct str){room, sizeof room - z.avail_out});
    }
    inflateEnd(&z);
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return copy;
}

static void read_stream(struct pdf_file *f, struct pdf_object *o,
                        const struct json *stream)
{
    o->stream = true;
    o->value = json_member(stream, "dict");
    o->data = base64(f->arena, json_member(stream, "data")->text);
    const struct json *filter = json_member(o->value, "/Filter");
    if (filter->kind == JSON_LIST)
        filter = json_at(filter, 0);
    if (str_eq(pdf_name(filter), STR("FlateDecode")))
        o->data = inflated(f->arena, o->data);
}

/* --- the file --- */

/* "obj:12 0 R": 12. */
static size_t object_number(struct str key)
{
    struct json ref = {.kind = JSON_TEXT, .text = str_from(key, 4)};
    return str_starts(key, STR("obj:")) ? pdf_ref(&ref) : 0;
}

static void read_objects(struct pdf_file *f, const struct json *objects)
{
    for (size_t i = 0; i < objects->n; i++) {
        size_t number = object_number(objects->keys[i]);
        f->n = number >= f->n ? number + 1 : f->n;
    }
    f->at = arena_array(f->arena, f->n + 1, sizeof *f->at);
    for (size_t i = 0; i < objects->n; i++) {
        struct pdf_object *o = &f->at[object_number(objects->keys[i])];
        const struct json *stream = json_member(&objects->at[i], "stream");
        if (str_eq(objects->keys[i], STR("trailer")))
            f->trailer = json_member(&objects->at[i], "value");
        else if (stream->kind == JSON_OBJECT)
            read_stream(f, o, stream);
        else
            o->value = json_member(&objects->at[i], "value");
    }
}

struct pdf_file *pdf_file_read(struct arena *a, struct str text, struct str bytes)
{
    size_t wrong;
    const struct json *json = json_read(a, text, &wrong);
    const struct json *objects = json_at(json_member(json, "qpdf"), 1);
    if (!json || objects->kind != JSON_OBJECT)
        return NULL;
    struct pdf_file *f = arena_alloc(a, sizeof *f);
    *f = (struct pdf_file){.arena = a, .bytes = bytes, .trailer = json_member(NULL, "")};
    read_objects(f, objects);
    f->catalog = pdf_key(f, f->trailer, "/Root");
    f->info = pdf_key(f, f->trailer, "/Info");
    const struct json *pages = json_member(json, "pages");
    f->pages = arena_array(a, pages->n + 1, sizeof *f->pages);
    for (; f->n_pages < pages->n; f->n_pages++)
        f->pages[f->n_pages] = pdf_ref(json_member(&pages->at[f->n_pages], "object"));
    return f;
}

struct str pdf_file_json(struct arena *a, const char *path)
{
    return kit_output(a, str_print(a,
                                   "qpdf --json=2 --json-stream-data=inline "
                                   "--decode-level=none %s",
                                   path)
                             .s);
}

struct pdf_file *pdf_file_load(struct arena *a, const char *path)
{
    struct str bytes;
    const char *why;
    if (!file_read(a, path, 64 * 1024 * 1024, &bytes, &why)) {
        printf("%s: %s\n", path, why);
        return NULL;
    }
    struct pdf_file *f = pdf_file_read(a, pdf_file_json(a, path), bytes);
    if (!f)
        printf("%s: qpdf gives no JSON of it\n", path);
    return f;
}
