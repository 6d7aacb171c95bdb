#include "scene/scene.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct scene *scene_new(void)
{
    struct scene *s = heap_alloc(sizeof *s);
    *s = (struct scene){.arena = arena_new(), .language = STR("zh-CN")};
    vec_push(s->arena, &s->elements)->role = ROLE_DOCUMENT;
    vec_push(s->arena, &s->elements)->role = ROLE_ARTIFACT;
    s->artifacts[ARTIFACT_LAYOUT] = SCENE_ARTIFACT;
    return s;
}

void scene_drop(struct scene *s)
{
    if (!s)
        return;
    arena_drop(s->arena);
    free(s);
}

const char *scene_role_name(enum role role)
{
    static const char *const names[] = {
        [ROLE_DOCUMENT] = "document",
        [ROLE_PART] = "part",
        [ROLE_H1] = "heading-1",
        [ROLE_H2] = "heading-2",
        [ROLE_H3] = "heading-3",
        [ROLE_H4] = "heading-4",
        [ROLE_PARAGRAPH] = "paragraph",
        [ROLE_LIST] = "list",
        [ROLE_LIST_ITEM] = "list-item",
        [ROLE_LABEL] = "label",
        [ROLE_TABLE] = "table",
        [ROLE_ROW] = "row",
        [ROLE_HEADER] = "header",
        [ROLE_CELL] = "cell",
        [ROLE_FIGURE] = "figure",
        [ROLE_TOC] = "contents",
        [ROLE_TOC_ITEM] = "contents-item",
        [ROLE_ARTIFACT] = "artifact",
    };
    return names[role];
}

struct dash_pattern scene_dash(enum dash dash)
{
    static const struct dash_pattern patterns[] = {
        [DASH_NONE] = {0, 0}, [DASH_LONG] = {4, 2.5}, [DASH_SHORT] = {1.5, 1.5}};
    return patterns[dash];
}

/* Marks of a page stand between its texts in the arena, so their array cannot grow where it
 * is. The next page takes over the grown one, and the finished page gets one of its size:
 * doubling arrays left behind were a third of the memory of a booklet. */
static void take_over_room(struct scene *s, struct page *done, struct page *next)
{
    size_t n = done->marks.n;
    if (n == done->marks.cap)
        return;
    struct mark *exact = arena_raw(s->arena, n * sizeof *exact);
    memcpy(exact, done->marks.at, n * sizeof *exact);
    next->marks.at = done->marks.at;
    next->marks.cap = done->marks.cap;
    done->marks.at = exact;
    done->marks.cap = n;
}

size_t scene_page(struct scene *s, double width, double height)
{
    struct page *page = vec_push(s->arena, &s->pages);
    if (s->pages.n > 1)
        take_over_room(s, page - 1, page);
    page->width = width;
    page->height = height;
    return s->pages.n - 1;
}

size_t scene_element(struct scene *s, enum role role, size_t parent)
{
    assert(parent < s->elements.n);
    struct element *e = vec_push(s->arena, &s->elements);
    e->role = role;
    e->parent = parent;
    return s->elements.n - 1;
}

size_t scene_artifact(struct scene *s, enum artifact kind)
{
    if (!s->artifacts[kind]) {
        size_t element = scene_element(s, ROLE_ARTIFACT, SCENE_ROOT);
        s->elements.at[element].artifact = kind;
        s->artifacts[kind] = element;
    }
    return s->artifacts[kind];
}

static struct mark *push_mark(struct scene *s, size_t page, size_t element,
                              enum mark_kind kind)
{
    assert(page < s->pages.n && element < s->elements.n);
    struct mark *m = vec_push(s->arena, &s->pages.at[page].marks);
    m->kind = kind;
    m->element = element;
    return m;
}

void scene_text(struct scene *s, size_t page, size_t element, const struct text_mark *t)
{
    if (!t->text.n)
        return;
    struct mark *m = push_mark(s, page, element, MARK_TEXT);
    m->text = *t;
    m->text.text = str_copy(s->arena, t->text);
    if (!t->nudge_n)
        return;
    struct nudge *nudges = arena_array(s->arena, t->nudge_n, sizeof *nudges);
    memcpy(nudges, t->nudges, t->nudge_n * sizeof *nudges);
    m->text.nudges = nudges;
}

void scene_path(struct scene *s, size_t page, size_t element, const struct path_mark *p)
{
    struct mark *m = push_mark(s, page, element, MARK_PATH);
    m->path = *p;
    m->path.segments = arena_array(s->arena, p->n, sizeof *p->segments);
    if (p->n)
        memcpy(m->path.segments, p->segments, p->n * sizeof *p->segments);
}

void scene_link(struct scene *s, size_t page, size_t element, const struct link_mark *l)
{
    struct mark *m = push_mark(s, page, element, MARK_LINK);
    m->link = *l;
    m->link.uri = str_copy(s->arena, l->uri);
    m->link.dest = str_copy(s->arena, l->dest);
}

void scene_input(struct scene *s, size_t page, size_t element, const struct input_mark *i)
{
    struct mark *m = push_mark(s, page, element, MARK_INPUT);
    m->input = *i;
    m->input.name = str_copy(s->arena, i->name);
    m->input.label = str_copy(s->arena, i->label);
}

void scene_destination(struct scene *s, struct str name, size_t page, double y)
{
    struct destination *d = vec_push(s->arena, &s->destinations);
    *d = (struct destination){str_copy(s->arena, name), page, y};
}

void scene_bookmark(struct scene *s, struct str title, unsigned depth, size_t page,
                    double y)
{
    struct bookmark *b = vec_push(s->arena, &s->bookmarks);
    *b = (struct bookmark){str_copy(s->arena, title), depth, page, y};
}

void scene_line(struct scene *s, size_t page, size_t element, double x1, double y1,
                double x2, double y2, double line_width, struct color color)
{
    struct segment line[] = {
        {.verb = VERB_MOVE, .x = x1, .y = y1},
        {.verb = VERB_LINE, .x = x2, .y = y2},
    };
    scene_path(s, page, element,
               &(struct path_mark){.segments = line,
                                   .n = 2,
                                   .stroke = true,
                                   .stroke_color = color,
                                   .line_width = line_width});
}

static void paint(struct scene *s, size_t page, size_t element, struct segment *segments,
                  size_t n, const struct pen *pen)
{
    struct path_mark path = {
        .segments = segments,
        .n = n,
        .fill = pen->fill != NULL,
        .stroke = pen->stroke != NULL,
        .line_width = pen->line_width,
        .dash = pen->dash,
    };
    if (pen->fill)
        path.fill_color = *pen->fill;
    if (pen->stroke)
        path.stroke_color = *pen->stroke;
    scene_path(s, page, element, &path);
}

/* A quarter of a circle from the current point to x, y. (cx, cy) is the corner of the
 * square around it; 0.5523 makes the curve differ from a circle by less than 0.03 %. */
static struct segment corner(double from_x, double from_y, double cx, double cy, double x,
                             double y)
{
    const double k = 0.5523;
    return (struct segment){
        .verb = VERB_CURVE,
        .x1 = from_x + (cx - from_x) * k,
        .y1 = from_y + (cy - from_y) * k,
        .x2 = x + (cx - x) * k,
        .y2 = y + (cy - y) * k,
        .x = x,
        .y = y,
    };
}

static void square_rect(struct scene *s, size_t page, size_t element, struct box b,
                        const struct pen *pen)
{
    struct segment r[] = {
        {.verb = VERB_MOVE, .x = b.x, .y = b.y},
        {.verb = VERB_LINE, .x = b.x + b.width, .y = b.y},
        {.verb = VERB_LINE, .x = b.x + b.width, .y = b.y + b.height},
        {.verb = VERB_LINE, .x = b.x, .y = b.y + b.height},
        {.verb = VERB_CLOSE, .x = b.x, .y = b.y},
    };
    paint(s, page, element, r, sizeof r / sizeof *r, pen);
}

void scene_rect(struct scene *s, size_t page, size_t element, struct box box,
                double radius, const struct pen *pen)
{
    double r = radius > 0 ? fmin(radius, fmin(box.width, box.height) / 2) : 0;
    if (!(r > 0)) {
        square_rect(s, page, element, box, pen);
        return;
    }
    double left = box.x, right = box.x + box.width;
    double top = box.y, bottom = box.y + box.height;
    struct segment path[] = {
        {.verb = VERB_MOVE, .x = left + r, .y = top},
        {.verb = VERB_LINE, .x = right - r, .y = top},
        corner(right - r, top, right, top, right, top + r),
        {.verb = VERB_LINE, .x = right, .y = bottom - r},
        corner(right, bottom - r, right, bottom, right - r, bottom),
        {.verb = VERB_LINE, .x = left + r, .y = bottom},
        corner(left + r, bottom, left, bottom, left, bottom - r),
        {.verb = VERB_LINE, .x = left, .y = top + r},
        corner(left, top + r, left, top, left + r, top),
        {.verb = VERB_CLOSE, .x = left + r, .y = top},
    };
    paint(s, page, element, path, sizeof path / sizeof *path, pen);
}

/* How scene_place() moves a point. */
struct move {
    double dx, dy, scale;
};

static void place_text(struct arena *a, struct text_mark *t, const struct move *m)
{
    struct nudge *nudges = t->nudge_n ? arena_array(a, t->nudge_n, sizeof *nudges) : NULL;
    for (size_t i = 0; i < t->nudge_n; i++)
        nudges[i] = (struct nudge){t->nudges[i].at, t->nudges[i].by * m->scale,
                                   t->nudges[i].tracking * m->scale};
    t->nudges = nudges;
    t->x = t->x * m->scale + m->dx;
    t->y = t->y * m->scale + m->dy;
    t->width *= m->scale;
    t->tracking *= m->scale;
    t->style.size *= m->scale;
}

static void place_path(struct path_mark *p, const struct move *m)
{
    p->line_width *= m->scale;
    for (size_t i = 0; i < p->n; i++) {
        struct segment *at = &p->segments[i];
        double *xs[] = {&at->x, &at->x1, &at->x2}, *ys[] = {&at->y, &at->y1, &at->y2};
        for (unsigned k = 0; k < 3; k++) {
            *xs[k] = *xs[k] * m->scale + m->dx;
            *ys[k] = *ys[k] * m->scale + m->dy;
        }
    }
}

static void place_link(struct link_mark *l, const struct move *m)
{
    l->x = l->x * m->scale + m->dx;
    l->y = l->y * m->scale + m->dy;
    l->width *= m->scale;
    l->height *= m->scale;
}

static void place_input(struct input_mark *i, const struct move *m)
{
    i->x = i->x * m->scale + m->dx;
    i->y = i->y * m->scale + m->dy;
    i->width *= m->scale;
    i->height *= m->scale;
    i->size *= m->scale;
}

void scene_place(struct scene *s, size_t page, size_t element, const struct scene *from,
                 size_t from_page, double dx, double dy, double scale)
{
    assert(s != from && from_page < from->pages.n);
    struct move move = {dx, dy, scale};
    for (size_t i = 0; i < from->pages.at[from_page].marks.n; i++) {
        const struct mark *m = &from->pages.at[from_page].marks.at[i];
        struct page *to = &s->pages.at[page];
        size_t before = to->marks.n;
        switch (m->kind) {
        case MARK_TEXT: scene_text(s, page, element, &m->text); break;
        case MARK_PATH: scene_path(s, page, element, &m->path); break;
        case MARK_LINK: scene_link(s, page, element, &m->link); break;
        case MARK_INPUT: scene_input(s, page, element, &m->input); break;
        }
        if (to->marks.n == before)
            continue;
        struct mark *copy = &to->marks.at[before];
        switch (copy->kind) {
        case MARK_TEXT: place_text(s->arena, &copy->text, &move); break;
        case MARK_PATH: place_path(&copy->path, &move); break;
        case MARK_LINK: place_link(&copy->link, &move); break;
        case MARK_INPUT: place_input(&copy->input, &move); break;
        }
    }
}
