#include "catalog/xml_reader.h"

#include <string.h>

size_t xml_skip_blanks(struct str text, size_t at)
{
    while (at < text.n && str_blank(text.s[at]))
        at++;
    return at;
}

size_t xml_skip_to_char(struct str text, size_t at, char c)
{
    const char *found = at < text.n ? memchr(text.s + at, c, text.n - at) : NULL;
    return found ? (size_t)(found - text.s) : text.n;
}

/* By memchr(), which looks no further than it must; memmem() under AddressSanitizer looks at
 * all the rest each time. */
size_t xml_skip_to(struct str text, size_t at, struct str mark)
{
    while (at < text.n) {
        const char *found = memchr(text.s + at, mark.s[0], text.n - at);
        if (!found)
            break;
        at = (size_t)(found - text.s);
        if (str_starts(str_from(text, at), mark))
            return at;
        at++;
    }
    return text.n;
}

/* Behind a name: anything that no name has. */
static bool ends_name(char c)
{
    switch (c) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '/':
    case '>':
    case '<':
    case '=':
    case '"':
    case '\'':
    case '\0': return true;
    default: return false;
    }
}

size_t xml_scan_name(struct str text, size_t at)
{
    at++;
    while (at < text.n && !ends_name(text.s[at]))
        at++;
    return at;
}

bool xml_scan_attr(struct str text, size_t *at, struct xml_raw_attr *attr)
{
    size_t name = xml_skip_blanks(text, *at), end = name;
    while (end < text.n && !ends_name(text.s[end]))
        end++;
    size_t i = xml_skip_blanks(text, end);
    if (end == name || i >= text.n || text.s[i] != '=')
        return false;
    i = xml_skip_blanks(text, i + 1);
    if (i >= text.n || (text.s[i] != '"' && text.s[i] != '\''))
        return false;
    const char *close = memchr(text.s + i + 1, text.s[i], text.n - i - 1);
    if (!close)
        return false;
    attr->name = str_slice(text, name, end);
    attr->value = str_slice(text, i + 1, (size_t)(close - text.s));
    *at = (size_t)(close - text.s) + 1;
    return true;
}
