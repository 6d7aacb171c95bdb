#include "check/report.h"

#include "catalog/place.h"
#include "catalog/xml.h"
#include "check/raw.h"

#include <stdarg.h>

static struct finding begin(const struct subject *s, struct str field,
                            const struct advice *advice, enum diag_code code)
{
    struct finding f = {.code = code, .field = field};
    if (s) {
        f.item = s->text;
        f.key = s->key;
    }
    if (advice) {
        f.expected = advice->expected;
        f.proposal = advice->proposal;
        f.basis = advice->basis;
    }
    return f;
}

/* The change to the bytes from..to of the file. */
static void set_fix(struct check *check, struct finding *f, const struct advice *advice,
                    size_t from, size_t to, bool attribute)
{
    if (!advice || (!advice->proposal.n && !advice->erase))
        return;
    struct buf text = {0};
    if (attribute)
        xml_put_attr(&text, advice->proposal);
    else
        xml_put_text(&text, advice->proposal);
    f->fix = (struct fix){advice->safe ? FIX_SAFE : FIX_PROPOSED, from, to,
                          str_copy(check->arena, buf_str(&text))};
    buf_drop(&text);
}

void report_text(struct check *check, const struct text *t, struct str piece,
                 const struct advice *advice, enum diag_code code, ...)
{
    struct finding f = begin(t->subject, t->name, advice, code);
    size_t from, to;
    check->told++;
    if (!piece.n)
        piece = t->words;
    if (text_source(t, piece, &from, &to)) {
        f.at = (struct pos){t->source, from};
        if (str_has(str_slice(t->source->text, from, to), STR("<!--")))
            advice = NULL; /* it would take the comment along */
        set_fix(check, &f, advice, from, to, t->attribute != NULL);
    } else {
        f.at = (struct pos){t->source, t->at};
    }
    va_list args;
    va_start(args, code);
    diag_find_args(check->diag, &f, args);
    va_end(args);
}

/* Where another attribute can be put into the start tag at `at`: behind its last one. */
static size_t tag_end(const struct source *source, size_t at)
{
    struct str text = source->text;
    size_t end = at, last = at;
    char quote = 0;
    for (; end < text.n && (quote || text.s[end] != '>'); end++) {
        char c = text.s[end];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        if (c != '/' && c != ' ' && c != '\n' && c != '\t' && c != '\r')
            last = end + 1;
    }
    return last;
}

/* The change that puts in an attribute that is missing. */
static void set_new(struct check *check, struct finding *f, const struct advice *advice,
                    size_t at, const char *attribute)
{
    if (!advice || !advice->proposal.n)
        return;
    struct buf text = {0};
    buf_printf(&text, " %s=\"", attribute);
    xml_put_attr(&text, advice->proposal);
    buf_char(&text, '"');
    size_t end = tag_end(&check->catalog->source, at);
    f->fix = (struct fix){advice->safe ? FIX_SAFE : FIX_PROPOSED, end, end,
                          str_copy(check->arena, buf_str(&text))};
    buf_drop(&text);
}

static void at_attribute(struct check *check, struct finding *f, size_t at,
                         const char *attribute, const struct advice *advice)
{
    const struct source *source = &check->catalog->source;
    f->at = place_attribute(source, at, str_of(attribute));
    if (f->at.offset == at) {
        set_new(check, f, advice, at, attribute);
        return;
    }
    size_t to = f->at.offset;
    char quote = source->text.s[to - 1];
    while (to < source->text.n && source->text.s[to] != quote)
        to++;
    set_fix(check, f, advice, f->at.offset, to, true);
}

void report_attribute(struct check *check, const struct subject *s, size_t at,
                      const char *attribute, const struct advice *advice,
                      enum diag_code code, ...)
{
    struct finding f = begin(s, str_of(attribute), advice, code);
    at_attribute(check, &f, at, attribute, advice);
    va_list args;
    va_start(args, code);
    diag_find_args(check->diag, &f, args);
    va_end(args);
}

void report_number(struct check *check, const struct text *t, const struct advice *advice,
                   enum diag_code code, ...)
{
    struct finding f = begin(t->subject, t->name, advice, code);
    at_attribute(check, &f, t->at, "no", advice);
    va_list args;
    va_start(args, code);
    diag_find_args(check->diag, &f, args);
    va_end(args);
}

void report_subject(struct check *check, const struct subject *s, size_t at,
                    struct str field, const struct advice *advice, enum diag_code code,
                    ...)
{
    struct finding f = begin(s, field, advice, code);
    f.at = place_element(&check->catalog->source, at);
    va_list args;
    va_start(args, code);
    diag_find_args(check->diag, &f, args);
    va_end(args);
}
