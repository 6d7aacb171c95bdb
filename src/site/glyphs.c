#include "site/glyphs.h"

#include "base/utf8.h"

static bool known(const struct str_list *told, struct str character)
{
    for (size_t i = 0; i < told->n; i++)
        if (str_eq(told->at[i], character))
            return true;
    return false;
}

/* Scripts whose letters change with their neighbours, stack, or run the other way. */
static const struct script {
    uint32_t first, last;
    const char *name;
} scripts[] = {
    {0x0590, 0x05FF, "希伯来文"},
    {0x0600, 0x06FF, "阿拉伯文（维吾尔文等）"},
    {0x0750, 0x077F, "阿拉伯文（维吾尔文等）"},
    {0x0900, 0x0DFF, "印度各种文字"},
    {0x0F00, 0x0FFF, "藏文"},
    {0x1000, 0x109F, "缅文（傣文等）"},
    {0x1780, 0x17FF, "高棉文"},
    {0x1800, 0x18AF, "蒙古文"},
    {0xFB1D, 0xFB4F, "希伯来文"},
    {0xFB50, 0xFDFF, "阿拉伯文（维吾尔文等）"},
    {0xFE70, 0xFEFC, "阿拉伯文（维吾尔文等）"},
};
enum { SCRIPTS = sizeof scripts / sizeof *scripts };

static const char *script_of(uint32_t c)
{
    for (size_t i = 0; i < SCRIPTS && c >= scripts[i].first; i++)
        if (c <= scripts[i].last)
            return scripts[i].name;
    return NULL;
}

/* What a catalog's files are looked through for, and what was told of it. */
struct glyph_search {
    struct arena *arena;
    const struct fonts *fonts;
    struct diag *d;
    struct str_list missing; /* characters */
    struct str_list scripts; /* names */
};

static void look_at(struct glyph_search *g, uint32_t c, struct pos at)
{
    char bytes[4];
    struct str character = {bytes, utf8_write(bytes, c)};
    if (!font_has(g->fonts, FONT_SONG, c)) {
        if (known(&g->missing, character))
            return;
        *vec_push(g->arena, &g->missing) = str_copy(g->arena, character);
        diag_at(g->d, at, DIAG_FONT_GLYPH_AT, STR_ARG(character), (unsigned)c);
        return;
    }
    const char *script = script_of(c);
    if (!script || known(&g->scripts, str_of(script)))
        return;
    *vec_push(g->arena, &g->scripts) = str_of(script);
    diag_at(g->d, at, DIAG_FONT_UNSHAPED, STR_ARG(character), (unsigned)c, script);
}

/* The character of a reference such as &#x1F600; at the beginning of the text, and its
 * length; 0 when there is none. XML was read before, so the reference is a good one. */
static uint32_t reference(struct str text, size_t *n)
{
    uint32_t c = 0;
    bool hex = str_starts(text, STR("&#x"));
    size_t i = hex ? 3 : 2;
    if (!str_starts(text, STR("&#")))
        return 0;
    for (; i < text.n && text.s[i] != ';' && c <= 0x10FFFF; i++) {
        uint32_t digit = (unsigned char)text.s[i];
        digit = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
        c = c * (hex ? 16 : 10) + digit;
    }
    *n = i + 1;
    return i < text.n && c <= 0x10FFFF ? c : 0;
}

static void look_through(struct glyph_search *g, const struct source *src)
{
    static const struct str open = STR_INIT("<!--"), close = STR_INIT("-->");
    struct str rest = src->text;
    while (rest.n) {
        if (rest.s[0] == '<' && str_starts(rest, open)) {
            size_t end = str_find(rest, close);
            rest = str_from(rest, end == STR_NONE ? rest.n : end);
            continue;
        }
        struct pos at = {src, (size_t)(rest.s - src->text.s)};
        size_t n = 0;
        uint32_t c = rest.s[0] == '&' ? reference(rest, &n) : 0;
        if (c)
            rest = str_from(rest, n);
        else
            c = utf8_next(&rest);
        if (c >= 0x80)
            look_at(g, c, at);
    }
}

struct str_list glyphs_tell(struct arena *a, const struct catalog *c,
                            const struct fonts *fonts, struct diag *d)
{
    struct glyph_search g = {.arena = a, .fonts = fonts, .d = d};
    look_through(&g, &c->source);
    if (c->notice.present)
        look_through(&g, &c->notice.body_source);
    for (size_t i = 0; i < c->forms.n; i++)
        look_through(&g, &c->forms.at[i].source);
    return g.missing;
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
