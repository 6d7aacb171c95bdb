#include "layout/page_frame.h"

#include "base/utf8.h"

double frame_inner_width(const struct page_frame *f)
{
    return f->width - f->left - f->right;
}

double frame_inner_height(const struct page_frame *f)
{
    return f->height - f->top - f->bottom;
}

double frame_end(const struct page_frame *f)
{
    return f->height - f->bottom;
}

size_t frame_page(struct scene *s, const struct page_frame *f)
{
    return scene_page(s, f->width, f->height);
}

/* The text itself when it is at most `most` wide, else its beginning and …, in the arena. */
static struct str cut(struct arena *a, const struct fonts *fonts,
                      const struct style *style, struct str text, double most)
{
    if (font_width(fonts, style->font, style->size, text) <= most)
        return text;
    double width = style->size * font_advance(fonts, style->font, 0x2026);
    struct str rest = text;
    while (rest.n) {
        struct str behind = rest;
        width += style->size * font_advance(fonts, style->font, utf8_next(&behind));
        if (width > most)
            break;
        rest = behind;
    }
    struct str kept = str_slice(text, 0, text.n - rest.n);
    return str_print(a, "%.*s…", STR_ARG(kept));
}

void frame_text(struct scene *s, const struct typesetter *t, size_t page,
                const struct page_frame *f, enum frame_place place,
                const struct style *style, struct str text, double most)
{
    double inner = frame_inner_width(f);
    if (most <= 0 || most > inner)
        most = inner;
    struct str shown = cut(s->arena, typesetter_fonts(t), style, text, most);
    if (shown.n == 0)
        return;
    double width = font_width(typesetter_fonts(t), style->font, style->size, shown);
    double x = f->left;
    if (place == FRAME_HEAD_CENTER || place == FRAME_FOOT_CENTER)
        x += (inner - width) / 2;
    if (place == FRAME_HEAD_RIGHT || place == FRAME_FOOT_RIGHT)
        x += inner - width;
    bool head = place <= FRAME_HEAD_RIGHT;
    struct text_mark mark = {.text = shown,
                             .style = *style,
                             .x = x,
                             .y = head ? f->head : f->height - f->foot,
                             .width = width};
    scene_text(s, page, scene_artifact(s, head ? ARTIFACT_HEAD : ARTIFACT_FOOT), &mark);
}

void frame_rule(struct scene *s, size_t page, const struct page_frame *f,
                struct color color)
{
    /* 4 pt below the baseline clears the feet of the characters (0.12 em of 9 to 10 pt);
     * half a point prints as a hairline. */
    double y = f->head + 4;
    scene_line(s, page, SCENE_ARTIFACT, f->left, y, f->width - f->right, y, 0.5, color);
}

struct str frame_filled(struct arena *a, struct str pattern, const char *place,
                        struct str text)
{
    size_t at = str_find(pattern, str_of(place));
    if (at == STR_NONE)
        return pattern;
    return STR_JOIN(a, str_slice(pattern, 0, at), text,
                    str_from(pattern, at + strlen(place)));
}

struct str frame_number(struct arena *a, struct str pattern, size_t n, size_t m)
{
    struct str text = frame_filled(a, pattern, "{n}", str_number(a, n));
    return frame_filled(a, text, "{m}", str_number(a, m));
}
