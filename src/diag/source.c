#include "diag/source.h"

#include "base/utf8.h"
#include "diag/visible.h"

#include <string.h>

/* A long line has marks inside, so that counting its characters never starts too far. */
enum { MARK_DISTANCE = 4096 };

struct mark {
    size_t offset, column;
};

struct line_index {
    VEC(size_t) starts; /* of each line, the first too */
    VEC(struct mark) marks;
};

static const struct str bom = STR_INIT("\xEF\xBB\xBF");

/* ---- index ---- */

static size_t line_end(struct str text, size_t from)
{
    const char *end = from < text.n ? memchr(text.s + from, '\n', text.n - from) : NULL;
    return end ? (size_t)(end - text.s) : text.n;
}

/* Characters of text[from..to), where both are at the start of one. */
static size_t count(struct str text, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++)
        n += ((unsigned char)text.s[i] & 0xC0) != 0x80;
    return n;
}

static size_t first_column(struct str text, size_t start)
{
    return start == 0 && str_starts(text, bom) ? bom.n : start;
}

static void mark_line(struct arena *a, struct line_index *index, struct str text,
                      size_t start, size_t end)
{
    size_t column = 1, from = first_column(text, start);
    while (end - from > MARK_DISTANCE) {
        size_t to = from + MARK_DISTANCE;
        while (to < end && ((unsigned char)text.s[to] & 0xC0) == 0x80)
            to++;
        column += count(text, from, to);
        *vec_push(a, &index->marks) = (struct mark){to, column};
        from = to;
    }
}

void source_index(struct arena *a, struct source *src)
{
    struct line_index *index = arena_alloc(a, sizeof *index);
    size_t start = 0;
    for (;;) {
        size_t end = line_end(src->text, start);
        *(size_t *)vec_push(a, &index->starts) = start;
        if (end - start > MARK_DISTANCE)
            mark_line(a, index, src->text, start, end);
        if (end == src->text.n)
            break;
        start = end + 1;
    }
    src->lines = index;
}

/* ---- places ---- */

static size_t line_of(const struct line_index *index, size_t offset)
{
    size_t low = 0, high = index->starts.n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (index->starts.at[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The last mark at or before the offset, if it is in the line that begins at `start`. */
static struct mark mark_of(const struct line_index *index, size_t start, size_t offset)
{
    size_t low = 0, high = index->marks.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (index->marks.at[middle].offset <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low && index->marks.at[low - 1].offset > start)
        return index->marks.at[low - 1];
    return (struct mark){start, 1};
}

static struct place indexed(const struct source *src, size_t offset)
{
    size_t line = line_of(src->lines, offset);
    struct mark mark = mark_of(src->lines, src->lines->starts.at[line], offset);
    size_t from = mark.column == 1 ? first_column(src->text, mark.offset) : mark.offset;
    return (struct place){line + 1, mark.column + count(src->text, from, offset)};
}

/* Inside a line end (CR LF) and inside a character a place is at its start. */
static size_t settled(struct str text, size_t offset)
{
    if (offset > text.n)
        offset = text.n;
    while (offset && offset < text.n && ((unsigned char)text.s[offset] & 0xC0) == 0x80)
        offset--;
    if (offset && offset < text.n && text.s[offset] == '\n' && text.s[offset - 1] == '\r')
        offset--;
    return offset;
}

struct place source_place(const struct source *src, size_t offset)
{
    offset = settled(src->text, offset);
    if (src->lines)
        return indexed(src, offset);
    size_t line = 1, start = 0;
    for (size_t end = line_end(src->text, 0); end < offset;
         end = line_end(src->text, start)) {
        start = end + 1;
        line++;
    }
    size_t from = first_column(src->text, start);
    return (struct place){line, 1 + count(src->text, from, offset)};
}

/* Where the line starts, counted from 1, and the last mark at or before the column. */
static struct mark mark_before(const struct source *src, size_t line, size_t column)
{
    size_t start = 0;
    if (!src->lines) {
        for (size_t i = 1; i < line && start < src->text.n; i++)
            start = line_end(src->text, start) + 1;
        return (struct mark){start, 1};
    }
    const struct line_index *index = src->lines;
    if (line > index->starts.n)
        return (struct mark){src->text.n, 1};
    start = index->starts.at[line - 1];
    size_t end = line < index->starts.n ? index->starts.at[line] : src->text.n;
    struct mark last = mark_of(index, start, end);
    if (last.column <= column)
        return last;
    size_t i = 0; /* rare: a long line, and the place not near its end */
    while (index->marks.at[i].offset <= start)
        i++;
    for (last = (struct mark){start, 1}; index->marks.at[i].column <= column; i++)
        last = index->marks.at[i];
    return last;
}

size_t source_offset(const struct source *src, size_t line, size_t column)
{
    struct mark from = mark_before(src, line ? line : 1, column);
    size_t at = from.column == 1 ? first_column(src->text, from.offset) : from.offset;
    struct str rest = str_from(src->text, at);
    for (size_t i = from.column; i < column && rest.n; i++)
        utf8_next(&rest);
    return src->text.n - rest.n;
}

/* ---- excerpts ---- */

static size_t columns_of(uint32_t c)
{
    if (c >= 0x4E00 && c <= 0x9FFF) /* most characters of most files */
        return 2;
    return visible_columns(c);
}

/* The columns of the character in those bytes when it is one of nearly all: 1 for ASCII, 2 for
 * the Chinese characters from U+5000 to U+9FFF; else 0, and columns_of() knows. */
static size_t common_columns(const char *s, size_t size)
{
    const unsigned char *p = (const unsigned char *)s;
    if (size == 1)
        return p[0] >= 0x20 && p[0] < 0x7F;
    return p[0] >= 0xE5 && p[0] <= 0xE9 && utf8_is_triple(p, 3) ? 2 : 0;
}

/* Moves *from back, at most to the start of the line, over at most `most` columns; returns
 * the columns passed. */
static size_t walk_back(struct str text, size_t *from, size_t most)
{
    size_t used = 0;
    while (*from && text.s[*from - 1] != '\n') {
        bool ascii = (unsigned char)text.s[*from - 1] < 0x80;
        size_t near = ascii ? 1 : *from < 3 ? *from : 3;
        size_t width =
            ascii || near == 3 ? common_columns(text.s + *from - near, near) : 0;
        if (width && used + width <= most) {
            used += width;
            *from -= near;
            continue;
        }
        size_t size;
        uint32_t c = utf8_last(str_slice(text, 0, *from), &size);
        if ((c == 0xFEFF && *from == size) || used + columns_of(c) > most)
            break;
        used += columns_of(c);
        *from -= size;
    }
    return used;
}

static size_t walk_on(struct str text, size_t from, size_t most)
{
    size_t used = 0;
    struct str rest = str_from(text, from);
    while (rest.n && rest.s[0] != '\n' && rest.s[0] != '\r') {
        size_t near = (unsigned char)rest.s[0] < 0x80 ? 1 : 3;
        size_t width = rest.n >= near ? common_columns(rest.s, near) : 0;
        if (width && used + width <= most) {
            used += width;
            rest = (struct str){rest.s + near, rest.n - near};
            continue;
        }
        struct str next = rest;
        width = columns_of(utf8_next(&next));
        if (used + width > most)
            break;
        used += width;
        rest = next;
    }
    return text.n - rest.n;
}

static bool line_starts(struct str text, size_t at)
{
    return at == 0 || text.s[at - 1] == '\n' || (at == bom.n && str_starts(text, bom));
}

struct excerpt source_excerpt(const struct source *src, size_t offset)
{
    struct str text = src->text;
    offset = settled(text, offset);
    struct excerpt e = {0};
    size_t from = offset;
    e.indent = walk_back(text, &from, EXCERPT_COLUMNS / 2);
    size_t near = from; /* what is shown of a line that goes on farther */
    size_t more = walk_back(text, &from, EXCERPT_COLUMNS * 2 / 3 - e.indent);
    e.cut_left = !line_starts(text, from);
    if (e.cut_left)
        from = near;
    else if (offset == 0 && str_starts(text, bom))
        from = bom.n;
    e.indent += e.cut_left ? 0 : more;
    size_t to = walk_on(text, from, EXCERPT_COLUMNS);
    e.text = str_slice(text, from, to);
    e.cut_right = to < text.n && text.s[to] != '\n' && text.s[to] != '\r';
    return e;
}
