#include "diag/source.h"

#include "base/utf8.h"

struct place source_place(const struct source *src, size_t offset)
{
    struct str text = src->text;
    if (offset > text.n)
        offset = text.n;
    struct place place = {.line = 1, .column = 1};
    size_t start = 0;
    for (size_t i = 0; i < offset; i++) {
        if (text.s[i] == '\n') {
            place.line++;
            start = i + 1;
        }
    }
    size_t end = start;
    while (end < text.n && text.s[end] != '\n' && text.s[end] != '\r')
        end++;
    place.text = str_slice(text, start, end);
    if (offset > end)
        offset = end;
    static const struct str bom = STR_INIT("\xEF\xBB\xBF");
    if (start == 0 && str_starts(place.text, bom)) {
        place.text = str_from(place.text, bom.n);
        start = offset < bom.n ? offset : bom.n;
    }
    for (struct str before = str_slice(text, start, offset); before.n;) {
        uint32_t c = utf8_next(&before);
        place.column++;
        place.indent += c == '\t' ? 1 : utf8_columns(c);
    }
    return place;
}
