#include "site/glyphs.h"

#include "base/utf8.h"

static bool known(const struct str_list *told, struct str character)
{
    for (size_t i = 0; i < told->n; i++)
        if (str_eq(told->at[i], character))
            return true;
    return false;
}

/* Characters that are not painted: blanks, joiners, the mark of the byte order. */
static bool is_painted(uint32_t c)
{
    return c > ' ' && utf8_columns(c) > 0 && c != 0x3000 && c != 0xA0;
}

static void look_through(struct arena *a, const struct source *src,
                         const struct fonts *fonts, struct diag *d, struct str_list *told)
{
    static const struct str open = STR_INIT("<!--"), close = STR_INIT("-->");
    struct str rest = src->text;
    while (rest.n) {
        if (rest.s[0] == '<' && str_starts(rest, open)) {
            size_t end = str_find(rest, close);
            rest = str_from(rest, end == STR_NONE ? rest.n : end);
            continue;
        }
        struct str from = rest;
        uint32_t c = utf8_next(&rest);
        struct str character = str_slice(from, 0, from.n - rest.n);
        if (c < 0x80 || !is_painted(c) || font_has(fonts, FONT_SONG, c) ||
            known(told, character))
            continue;
        *vec_push(a, told) = str_copy(a, character);
        struct pos at = {src, (size_t)(from.s - src->text.s)};
        diag_at(d, at, DIAG_FONT_GLYPH_AT, STR_ARG(character), (unsigned)c);
    }
}

struct str_list glyphs_tell(struct arena *a, const struct catalog *c,
                            const struct fonts *fonts, struct diag *d)
{
    struct str_list told = {0};
    look_through(a, &c->source, fonts, d, &told);
    if (c->notice.present)
        look_through(a, &c->notice.body_source, fonts, d, &told);
    for (size_t i = 0; i < c->forms.n; i++)
        look_through(a, &c->forms.at[i].source, fonts, d, &told);
    return told;
}

static bool is_new(void *context, const struct problem *p)
{
    const struct str_list *told = context;
    if (!str_eq(p->id, str_of(diag_row(DIAG_FONT_GLYPH)->id)))
        return true;
    for (size_t i = 0; i < told->n; i++)
        if (str_has(p->message, told->at[i]))
            return false;
    return true;
}

void glyphs_append(struct diag *to, const struct diag *from, const struct str_list *told)
{
    struct str_list list = *told;
    diag_append_if(to, from, is_new, &list);
}
