#include "json.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { DEPTH = 64, FILE_BYTES = 64 * 1024 * 1024 };

struct reader {
    struct arena *arena;
    struct str text;
    size_t at;
    unsigned depth;
};

static const struct json nothing = {.kind = JSON_NULL};

static bool read_value(struct reader *r, struct json *j);

static char peek(const struct reader *r)
{
    return r->at < r->text.n ? r->text.s[r->at] : '\0';
}

static void skip_blanks(struct reader *r)
{
    while (peek(r) == ' ' || peek(r) == '\t' || peek(r) == '\n' || peek(r) == '\r')
        r->at++;
}

static bool take(struct reader *r, const char *word)
{
    struct str w = str_of(word);
    if (!str_starts(str_from(r->text, r->at), w))
        return false;
    r->at += w.n;
    return true;
}

static bool read_hex(struct reader *r, uint32_t *c)
{
    *c = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        char digit = peek(r);
        const char *found = digit ? strchr("0123456789abcdef", digit | 0x20) : NULL;
        if (!found)
            return false;
        *c = *c * 16 + (uint32_t)(found - "0123456789abcdef");
    }
    return true;
}

/* What follows "\u"; two halves of a surrogate pair make one character. */
static bool read_unicode(struct reader *r, struct buf *out)
{
    uint32_t c, low;
    if (!read_hex(r, &c))
        return false;
    if (c >= 0xD800 && c < 0xDC00) {
        if (!take(r, "\\u") || !read_hex(r, &low) || low < 0xDC00 || low > 0xDFFF)
            return false;
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    } else if (c >= 0xDC00 && c < 0xE000) {
        return false;
    }
    buf_rune(out, c);
    return true;
}

static bool read_escape(struct reader *r, struct buf *out)
{
    static const char names[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
    char c = peek(r);
    r->at++;
    if (c == 'u')
        return read_unicode(r, out);
    const char *found = c ? strchr(names, c) : NULL;
    if (found)
        buf_char(out, means[found - names]);
    return found != NULL;
}

static bool read_text(struct reader *r, struct str *text)
{
    struct buf out = {0};
    bool good = take(r, "\"");
    while (good && peek(r) != '"') {
        unsigned char c = (unsigned char)peek(r);
        if (c < 0x20) {
            good = false;
        } else if (c == '\\') {
            r->at++;
            good = read_escape(r, &out);
        } else {
            buf_char(&out, (char)c);
            r->at++;
        }
    }
    r->at += good;
    *text = str_copy(r->arena, buf_str(&out));
    buf_drop(&out);
    return good;
}

static size_t digits(struct reader *r)
{
    size_t from = r->at;
    while (peek(r) >= '0' && peek(r) <= '9')
        r->at++;
    return r->at - from;
}

static bool read_number(struct reader *r, struct json *j)
{
    size_t from = r->at;
    take(r, "-");
    bool zero = peek(r) == '0';
    size_t n = digits(r);
    if (n == 0 || (zero && n > 1))
        return false;
    if (take(r, ".") && digits(r) == 0)
        return false;
    if (take(r, "e") || take(r, "E")) {
        if (!take(r, "-"))
            take(r, "+");
        if (digits(r) == 0)
            return false;
    }
    j->kind = JSON_NUMBER;
    j->text = str_slice(r->text, from, r->at);
    return true;
}

/* Elements up to the closing bracket, with keys when it is an object. */
static bool read_elements(struct reader *r, struct json *j, const char *close)
{
    VEC(struct json) at = {0};
    struct str_list keys = {0};
    r->at++;
    skip_blanks(r);
    bool more = !take(r, close);
    while (more) {
        skip_blanks(r);
        if (j->kind == JSON_OBJECT) {
            struct str key;
            if (!read_text(r, &key))
                return false;
            *vec_push(r->arena, &keys) = key;
            skip_blanks(r);
            if (!take(r, ":"))
                return false;
        }
        if (!read_value(r, vec_push(r->arena, &at)))
            return false;
        more = take(r, ",");
        if (!more && !take(r, close))
            return false;
    }
    j->at = at.at;
    j->keys = keys.at;
    j->n = at.n;
    return true;
}

static bool read_inside(struct reader *r, struct json *j)
{
    switch (peek(r)) {
    case '{': j->kind = JSON_OBJECT; return read_elements(r, j, "}");
    case '[': j->kind = JSON_LIST; return read_elements(r, j, "]");
    case '"': j->kind = JSON_TEXT; return read_text(r, &j->text);
    case 'n': j->kind = JSON_NULL; return take(r, "null");
    case 't': j->kind = JSON_TRUTH; return j->truth = take(r, "true");
    case 'f': j->kind = JSON_TRUTH; return take(r, "false");
    default: return read_number(r, j);
    }
}

static bool read_value(struct reader *r, struct json *j)
{
    skip_blanks(r);
    if (r->depth == DEPTH)
        return false;
    r->depth++;
    bool good = read_inside(r, j);
    r->depth--;
    skip_blanks(r);
    return good;
}

const struct json *json_read(struct arena *a, struct str text, size_t *wrong)
{
    struct reader r = {.arena = a, .text = text};
    struct json *j = arena_alloc(a, sizeof *j);
    if (read_value(&r, j) && r.at == text.n)
        return j;
    if (wrong)
        *wrong = r.at;
    return NULL;
}

const struct json *json_file(struct arena *a, const char *path)
{
    struct str text;
    const char *why;
    size_t wrong = 0;
    if (!file_read(a, path, FILE_BYTES, &text, &why)) {
        printf("%s: %s\n", path, why);
        return NULL;
    }
    const struct json *j = json_read(a, text, &wrong);
    if (!j)
        printf("%s: not JSON from byte %zu on\n", path, wrong);
    return j;
}

static const struct json *find(const struct json *j, struct str name)
{
    if (j && j->kind == JSON_OBJECT)
        for (size_t i = 0; i < j->n; i++)
            if (str_eq(j->keys[i], name))
                return &j->at[i];
    return &nothing;
}

const struct json *json_member(const struct json *j, const char *name)
{
    return find(j, str_of(name));
}

const struct json *json_at(const struct json *j, size_t i)
{
    bool has = j && (j->kind == JSON_LIST || j->kind == JSON_OBJECT) && i < j->n;
    return has ? &j->at[i] : &nothing;
}

static size_t count(const struct value *list)
{
    return ((const struct json *)list->data)->n;
}

static void at(const struct value *list, size_t i, struct value *out)
{
    *out = json_value(json_at(list->data, i));
}

static void member(const struct value *object, struct str name, struct member_memo *memo,
                   struct value *out)
{
    (void)memo;
    *out = json_value(find(object->data, name));
}

struct value json_value(const struct json *j)
{
    static const struct value_class class = {count, at, member};
    switch (j->kind) {
    case JSON_NULL: break;
    case JSON_TRUTH: return value_truth(j->truth);
    case JSON_NUMBER:
    case JSON_TEXT: return value_text(j->text);
    case JSON_LIST: return (struct value){.kind = VALUE_LIST, .class = &class, .data = j};
    case JSON_OBJECT:
        return (struct value){.kind = VALUE_OBJECT, .class = &class, .data = j};
    }
    return value_none();
}
