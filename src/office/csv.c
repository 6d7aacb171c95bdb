#include "office/csv.h"

#include "base/utf8.h"

struct csv csv_new(struct buf *out)
{
    buf_rune(out, 0xFEFF);
    return (struct csv){.out = out};
}

static bool is_sign(uint32_t c)
{
    switch (c) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case 0xFF1D: /* ＝ */
    case 0xFF0B: /* ＋ */
    case 0xFF0D: /* － */
    case 0xFF20: /* ＠ */ return true;
    default: return false;
    }
}

bool csv_guarded(struct str text)
{
    while (str_starts(text, STR("'")))
        text = str_from(text, 1);
    return text.n && is_sign(utf8_next(&text)) && text.n;
}

static bool needs_quotes(struct str text)
{
    if (text.n == 0)
        return false;
    if (str_trim(text).n < text.n)
        return true;
    for (size_t i = 0; i < text.n; i++)
        if (text.s[i] == ',' || text.s[i] == '"' || text.s[i] == '\n' ||
            text.s[i] == '\r')
            return true;
    return false;
}

void csv_cell(struct csv *c, struct str text)
{
    if (c->begun)
        buf_char(c->out, ',');
    c->begun = true;
    bool quotes = needs_quotes(text);
    if (quotes)
        buf_char(c->out, '"');
    if (csv_guarded(text))
        buf_char(c->out, '\'');
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] == '"')
            buf_char(c->out, '"');
        buf_char(c->out, text.s[i]);
    }
    if (quotes)
        buf_char(c->out, '"');
}

void csv_end_row(struct csv *c)
{
    buf_puts(c->out, "\r\n");
    c->begun = false;
}
