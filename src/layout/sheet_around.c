#include "layout/sheet_around.h"

struct sheet_around sheet_begin(const struct typesetter *t,
                                const struct print_style *style, struct str title,
                                struct str author, struct str date)
{
    struct scene *scene = scene_new();
    scene->title = str_copy(scene->arena, title);
    scene->author = str_copy(scene->arena, author);
    scene->date = str_copy(scene->arena, date);
    scene->language = STR("zh-CN");
    return (struct sheet_around){
        .arena = arena_new(),
        .setter = t,
        .style = style,
        .scene = scene,
        .spot = {frame_page(scene, &style->page), style->page.top}};
}

void sheet_put(struct sheet_around *s, enum role role, const char *name, struct str text)
{
    const struct page_frame *frame = &s->style->page;
    const struct print_type *type = print_type(s->style, name);
    struct paragraph_style set = print_paragraph(type, frame_inner_width(frame));
    struct span span = {.text = text, .style = type->style};
    if (!text.n)
        return;
    struct paragraph p = text_layout(s->arena, s->setter, &span, 1, &set);
    size_t element = scene_element(s->scene, role, SCENE_ROOT);
    s->spot.y += type->before;
    for (size_t i = 0; i < p.lines.n; i++) {
        if (s->spot.y + p.leading > frame_end(frame) && s->spot.y > frame->top)
            s->spot = (struct table_spot){frame_page(s->scene, frame), frame->top};
        s->spot.y = text_paint(s->scene, s->spot.page, element, &p, i, i + 1, frame->left,
                               s->spot.y);
    }
    s->spot.y += type->after;
}

struct str sheet_joined(const struct sheet_around *s, const struct str *parts, size_t n)
{
    struct str between = print_label(s->style, "between"), line = STR("");
    for (size_t i = 0; i < n; i++)
        if (parts[i].n)
            line = STR_JOIN(s->arena, line, line.n ? between : STR(""), parts[i]);
    return line;
}

void sheet_furniture(const struct sheet_around *s)
{
    const struct page_frame *frame = &s->style->page;
    const struct style *head = &print_type(s->style, "head")->style;
    const struct style *foot = &print_type(s->style, "foot")->style;
    struct str pattern = print_label(s->style, "foot");
    size_t n = s->scene->pages.n;
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            frame_text(s->scene, s->setter, i, frame, FRAME_HEAD_LEFT, head,
                       s->scene->title, 0);
        frame_text(s->scene, s->setter, i, frame, FRAME_FOOT_CENTER, foot,
                   frame_number(s->arena, pattern, i + 1, n), 0);
    }
}
