#include "catalog/place.h"

struct pos place_element(const struct source *source, size_t at)
{
    return (struct pos){source, at};
}

/* The file was read without a fault, so the tag is well-formed: name, then attributes with
 * quoted values up to ">". */
struct pos place_attribute(const struct source *source, size_t at, struct str name)
{
    struct str text = source->text;
    size_t i = at, start = 0;
    while (i < text.n && text.s[i] != '>') {
        char c = text.s[i++];
        if (str_blank(c)) {
            start = i;
        } else if (c == '"' || c == '\'') {
            size_t value = i;
            while (i < text.n && text.s[i] != c)
                i++;
            struct str before = str_trim(str_slice(text, start, value - 1));
            if (before.n && before.s[before.n - 1] == '=')
                before = str_trim(str_slice(before, 0, before.n - 1));
            if (str_eq(before, name))
                return (struct pos){source, value};
            i++;
        } else if (c == '=') {
            while (i < text.n && str_blank(text.s[i]))
                i++; /* code = "…": the name begins where it began */
        }
    }
    return place_element(source, at);
}

struct pos place_field(const struct source *source, const struct item *item,
                       enum field_id id)
{
    return place_element(source, item->own[id] ? item->own[id]->at : item->at);
}

struct pos place_inside(const struct source *source, size_t at, const char *name)
{
    struct str text = source->text, wanted = str_of(name);
    for (size_t i = at + 1; i + wanted.n + 1 < text.n; i++) {
        if (text.s[i] != '<' || !str_starts(str_from(text, i + 1), wanted))
            continue;
        char behind = text.s[i + 1 + wanted.n];
        if (str_blank(behind) || behind == '>' || behind == '/')
            return place_element(source, i);
    }
    return place_element(source, at);
}
