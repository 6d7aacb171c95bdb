#include "check/raw.h"

#include "base/utf8.h"
#include "catalog/place.h"

#include <stdlib.h>
#include <string.h>

static struct str ahead(const struct raw *raw)
{
    return str_from(raw->text, raw->at);
}

/* Behind the next `end`, or at the end of the file. */
static void skip_past(struct raw *raw, struct str end)
{
    size_t found = str_find(ahead(raw), end);
    raw->at = found == STR_NONE ? raw->text.n : raw->at + found + end.n;
}

/* Comments, instructions and the brackets of CDATA are no text. */
static void skip_markup(struct raw *raw)
{
    static const struct str cdata = STR_INIT("<![CDATA["), end = STR_INIT("]]>");
    for (;;) {
        struct str rest = ahead(raw);
        if (str_starts(rest, STR("<!--")))
            skip_past(raw, STR("-->"));
        else if (str_starts(rest, STR("<?")))
            skip_past(raw, STR("?>"));
        else if (str_starts(rest, cdata))
            raw->at += cdata.n;
        else if (str_starts(rest, end))
            raw->at += end.n;
        else
            return;
    }
}

static void skip_blanks(struct raw *raw)
{
    skip_markup(raw);
    while (raw->at < raw->text.n && str_blank(raw->text.s[raw->at])) {
        raw->at++;
        skip_markup(raw);
    }
}

bool raw_content(struct raw *raw, const struct source *source, size_t at)
{
    *raw = (struct raw){source->text, at};
    char quote = 0;
    for (; raw->at < raw->text.n; raw->at++) {
        char c = raw->text.s[raw->at];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            break;
    }
    if (raw->at == raw->text.n || raw->text.s[raw->at - 1] == '/')
        return false;
    raw->at++;
    skip_blanks(raw);
    return true;
}

bool raw_value(struct raw *raw, const struct source *source, size_t at, struct str name)
{
    size_t value = place_attribute(source, at, name).offset;
    *raw = (struct raw){source->text, value};
    return value != at;
}

/* The character behind an "&", whose ";" goes to *end; 0 when there is none. */
static uint32_t entity(struct str rest, size_t *end)
{
    static const struct {
        struct str name;
        uint32_t c;
    } named[] = {{STR_INIT("&lt;"), '<'},
                 {STR_INIT("&gt;"), '>'},
                 {STR_INIT("&amp;"), '&'},
                 {STR_INIT("&quot;"), '"'},
                 {STR_INIT("&apos;"), '\''}};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (str_starts(rest, named[i].name)) {
            *end = named[i].name.n;
            return named[i].c;
        }
    if (!str_starts(rest, STR("&#")) || rest.n < 4)
        return 0;
    bool hex = rest.s[2] == 'x';
    char *stop;
    unsigned long c = strtoul(rest.s + 2 + hex, &stop, hex ? 16 : 10);
    *end = (size_t)(stop - rest.s) + 1;
    return *stop == ';' ? (uint32_t)c : 0;
}

/* The next character as it is read. */
static uint32_t next(struct raw *raw)
{
    skip_markup(raw);
    struct str rest = ahead(raw);
    size_t size = 1;
    uint32_t c = 0;
    if (!rest.n)
        return 0;
    if (rest.s[0] == '&') {
        c = entity(rest, &size);
    } else if (rest.s[0] == '\r') {
        size = str_starts(rest, STR("\r\n")) ? 2 : 1;
        c = '\n';
    } else {
        struct str behind = rest;
        c = utf8_next(&behind);
        size = rest.n - behind.n;
    }
    raw->at += size;
    return c;
}

/* The words up to `last` stand in the file as they were read: nearly always. */
static bool is_plain(const struct raw *raw, struct str words, size_t last)
{
    struct str head = str_slice(words, 0, last);
    return str_starts(ahead(raw), head) && !memchr(head.s, '&', head.n) &&
           !memchr(head.s, '<', head.n);
}

bool raw_range(struct raw *raw, struct str words, size_t first, size_t last, size_t *from,
               size_t *to)
{
    if (is_plain(raw, words, last) && last > first) {
        *from = raw->at + first;
        *to = raw->at + last;
        return true;
    }
    struct str rest = words;
    bool started = false;
    while (words.n - rest.n < last || !started) {
        size_t read = words.n - rest.n;
        if (read >= first && !started) {
            skip_markup(raw);
            *from = raw->at;
            started = true;
            if (read >= last)
                break;
        }
        if (!rest.n)
            return false;
        uint32_t wanted = utf8_next(&rest);
        uint32_t got = next(raw);
        bool blank = wanted == ' ' && (got == '\n' || got == '\t');
        if (got != wanted && !blank)
            return false;
    }
    *to = raw->at;
    return started;
}
