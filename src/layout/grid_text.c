/* Boxes to tick, as the national template of disclosure prints its channels: thirteen,
 * two on a line, ■ for those that are used and □ for the others. */
#include "layout/grid.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "catalog/fields.h"

/* A box with more than eight characters stands on a line of its own:
 * □社区/企事业单位/村公示栏（电子屏）. In columns, a Chinese character taking two. */
enum { SHORT = 18, GAP = 2 };

static bool is_box(uint32_t c)
{
    /* ■ □ ☑ ☐, and þ where the box of another font was lost */
    return c == 0x25A0 || c == 0x25A1 || c == 0x2611 || c == 0x2610 || c == 0xFE;
}

static bool starts_with_box(const struct entry *e)
{
    struct str text = e->no.n ? e->no : e->text;
    return text.n && is_box(utf8_next(&text));
}

bool grid_boxed(const struct field *f)
{
    for (size_t i = 0; i < f->entries.n; i++)
        if (!starts_with_box(&f->entries.at[i]))
            return false;
    return f->entries.n > 1 && !f->markdown;
}

static size_t width_of(struct str text)
{
    size_t columns = 0;
    while (text.n)
        columns += (size_t)utf8_columns(utf8_next(&text));
    return columns;
}

static bool is_short(struct str text)
{
    return width_of(text) <= SHORT && !str_has(text, STR("\n"));
}

/* How wide the first box of a pair may be: what the widest of them takes. */
static size_t left_width(const struct str *texts, size_t n)
{
    size_t most = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        if (!is_short(texts[i]) || !is_short(texts[i + 1]))
            continue;
        size_t width = width_of(texts[i++]);
        most = width > most ? width : most;
    }
    return most;
}

static void pad(struct buf *b, size_t columns)
{
    for (; columns >= 2; columns -= 2)
        buf_rune(b, 0x3000);
    if (columns)
        buf_char(b, ' ');
}

static struct str pairs(struct arena *a, const struct field *f)
{
    size_t n = f->entries.n;
    struct str *texts = arena_array(a, n, sizeof *texts);
    for (size_t i = 0; i < n; i++)
        texts[i] = entry_printed(a, &f->entries.at[i]);
    size_t left = left_width(texts, n);
    struct buf b = {0};
    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_char(&b, '\n');
        buf_put(&b, texts[i]);
        if (i + 1 < n && is_short(texts[i]) && is_short(texts[i + 1])) {
            pad(&b, left + GAP - width_of(texts[i]));
            buf_put(&b, texts[++i]);
        }
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

struct str grid_text(struct arena *a, const struct field *f)
{
    return grid_boxed(f) ? pairs(a, f) : field_printed(a, f);
}
