#include "layout/print_find.h"

#include "base/file.h"
#include "base/utf8.h"
#include "catalog/xml.h"

/* What reading needs everywhere. */
struct reader {
    struct arena *arena;
    const struct xml *xml;
    struct print_style *style;
    struct diag *diag;
    bool good;
};

/* Where a style may have a base: its folder as the system knows it and as messages show it.
 * A base has none itself. */
struct style_place {
    struct str folder, shown;
};

static struct pos pos_of(const struct reader *r, size_t at)
{
    return (struct pos){&r->xml->source, at};
}

static void wrong_value(struct reader *r, const struct xml_attr *attr, const char *wanted)
{
    r->good = diag_at(r->diag, pos_of(r, attr->value_at), DIAG_PRINT_VALUE,
                      STR_ARG(attr->name), STR_ARG(attr->value), wanted);
}

/* The attribute, or NULL after telling that it is missing. */
static const struct xml_attr *must(struct reader *r, const struct xml_node *n,
                                   const char *name)
{
    const struct xml_attr *attr = xml_attr(n, str_of(name));
    if (!attr)
        r->good = diag_at(r->diag, pos_of(r, n->at), DIAG_PRINT_ATTRIBUTE,
                          STR_ARG(n->name), name);
    return attr;
}

/* Digits with at most one point among them. */
static bool parse_number(struct str s, double *number)
{
    double value = 0, unit = 0;
    if (s.n == 0 || s.n > 12)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] == '.' && unit == 0 && i > 0 && i + 1 < s.n) {
            unit = 1;
            continue;
        }
        if (s.s[i] < '0' || s.s[i] > '9')
            return false;
        unit /= 10;
        value = unit > 0 ? value + (s.s[i] - '0') * unit : value * 10 + (s.s[i] - '0');
    }
    *number = value;
    return true;
}

static bool parse_length(struct str s, double *points)
{
    bool mm = str_ends(s, STR("mm"));
    if (!parse_number(str_slice(s, 0, s.n - (mm ? 2 : 0)), points))
        return false;
    if (mm)
        *points *= 72 / 25.4;
    return true;
}

/* The length of an attribute; `least` is what it must be at least. */
static double length(struct reader *r, const struct xml_attr *attr, double least)
{
    double points = 0;
    if (attr && (!parse_length(attr->value, &points) || points < least))
        wrong_value(r, attr, "长度（数字，单位磅，或带 mm）");
    return points;
}

static double length_of(struct reader *r, const struct xml_node *n, const char *name)
{
    const struct xml_attr *attr = xml_attr(n, str_of(name));
    return attr ? length(r, attr, 0) : 0;
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

static struct color color_of(struct reader *r, const struct xml_attr *attr)
{
    unsigned char part[3] = {0};
    if (!attr)
        return (struct color){0};
    bool good = attr->value.n == 7 && attr->value.s[0] == '#';
    for (size_t i = 0; good && i < 3; i++) {
        int high = hex(attr->value.s[1 + 2 * i]), low = hex(attr->value.s[2 + 2 * i]);
        good = high >= 0 && low >= 0;
        part[i] = (unsigned char)(good ? high * 16 + low : 0);
    }
    if (!good)
        wrong_value(r, attr, "颜色（#rrggbb，小写）");
    return (struct color){part[0], part[1], part[2]};
}

/* The place of a word in a list that ends in NULL; 0 after telling when it is not there. */
static unsigned word_of(struct reader *r, const struct xml_attr *attr,
                        const char *const *words, const char *wanted)
{
    if (!attr)
        return 0;
    for (unsigned i = 0; words[i]; i++)
        if (str_eq(attr->value, str_of(words[i])))
            return i;
    wrong_value(r, attr, wanted);
    return 0;
}

static enum table_valign valign_of(struct reader *r, const struct xml_node *n)
{
    static const char *const words[] = {"middle", "top", NULL};
    return word_of(r, xml_attr(n, STR("valign")), words, "middle 或 top");
}

static bool yes_of(struct reader *r, const struct xml_attr *attr)
{
    static const char *const words[] = {"no", "yes", NULL};
    return word_of(r, attr, words, "yes 或 no") == 1;
}

static enum align align_of(struct reader *r, const struct xml_node *n)
{
    static const char *const words[] = {"left", "justify", "center", "right", NULL};
    return word_of(r, xml_attr(n, STR("align")), words, "left、justify、center 或 right");
}

/* The value of an attribute that may be missing. */
static struct str value_of(const struct xml_node *n, const char *name)
{
    const struct xml_attr *attr = xml_attr(n, str_of(name));
    return attr ? attr->value : STR("");
}

static struct str name_of(struct reader *r, const struct xml_node *n)
{
    const struct xml_attr *attr = must(r, n, "name");
    return attr ? attr->value : STR("");
}

static void read_page(struct reader *r, const struct xml_node *n)
{
    struct print_page *page = vec_push(r->arena, &r->style->pages);
    struct page_frame *f = &page->frame;
    page->name = value_of(n, "name");
    /* A page smaller than a postcard is a slip of the unit. */
    f->width = length(r, must(r, n, "width"), 100);
    f->height = length(r, must(r, n, "height"), 100);
    f->top = length_of(r, n, "top");
    f->right = length_of(r, n, "right");
    f->bottom = length_of(r, n, "bottom");
    f->left = length_of(r, n, "left");
    f->head = length_of(r, n, "head");
    f->foot = length_of(r, n, "foot");
    if (r->good && (frame_inner_width(f) < 72 || frame_inner_height(f) < 72))
        r->good = diag_at(r->diag, pos_of(r, n->at), DIAG_PRINT_MARGINS);
    r->style->page = r->style->pages.at[0].frame;
}

static void read_type(struct reader *r, const struct xml_node *n)
{
    static const char *const fonts[] = {"song", "song-bold", "hei",          "hei-bold",
                                        "kai",  "fangsong",  "xiaobiaosong", NULL};
    struct print_type *t = vec_push(r->arena, &r->style->types);
    t->name = name_of(r, n);
    t->style.font =
        word_of(r, must(r, n, "font"), fonts,
                "song、song-bold、hei、hei-bold、kai、fangsong 或 xiaobiaosong");
    t->style.size = length(r, must(r, n, "size"), 1);
    t->style.color = color_of(r, xml_attr(n, STR("color")));
    t->leading = length(r, must(r, n, "leading"), 1);
    t->first_indent = length_of(r, n, "first-indent");
    t->hang = length_of(r, n, "hang");
    t->before = length_of(r, n, "before");
    t->after = length_of(r, n, "after");
    t->align = align_of(r, n);
}

static void read_label(struct reader *r, const struct xml_node *n)
{
    struct print_label *l = vec_push(r->arena, &r->style->labels);
    l->name = name_of(r, n);
    l->text = xml_text(r->arena, n);
}

static void read_measure(struct reader *r, const struct xml_node *n)
{
    struct print_measure *m = vec_push(r->arena, &r->style->measures);
    m->name = name_of(r, n);
    m->points = length(r, must(r, n, "value"), 0);
}

static void read_color(struct reader *r, const struct xml_node *n)
{
    struct print_color *c = vec_push(r->arena, &r->style->colors);
    c->name = name_of(r, n);
    c->color = color_of(r, must(r, n, "value"));
}

static void read_column(struct reader *r, const struct xml_node *n)
{
    struct print_column *c = vec_push(r->arena, &r->style->columns);
    c->name = name_of(r, n);
    c->label = value_of(n, "label");
    c->over = value_of(n, "over");
    c->share = length(r, must(r, n, "share"), 0.01);
    const struct xml_attr *boxed = xml_attr(n, STR("boxed"));
    c->boxed = boxed ? length(r, boxed, 0.01) : c->share;
    c->align = align_of(r, n);
    c->valign = valign_of(r, n);
    c->vertical = yes_of(r, xml_attr(n, STR("vertical")));
}

/* The elements below <print> and the attributes they may have. */
static const struct element_row {
    const char *name;
    void (*read)(struct reader *r, const struct xml_node *n);
    const char *attrs;
} element_rows[] = {
    {"page", read_page, " name width height top right bottom left head foot "},
    {"type", read_type,
     " name font size leading color align first-indent hang before after "},
    {"label", read_label, " name "},
    {"measure", read_measure, " name value "},
    {"color", read_color, " name value "},
    {"column", read_column, " name over label share boxed align valign vertical "},
};
enum { ELEMENT_ROWS = sizeof element_rows / sizeof *element_rows };

static void check_attributes(struct reader *r, const struct xml_node *n,
                             const char *known)
{
    for (size_t i = 0; i < n->attr_count; i++) {
        const struct xml_attr *attr = &n->attrs[i];
        struct str word = str_print(r->arena, " %.*s ", STR_ARG(attr->name));
        if (!str_has(str_of(known), word))
            r->good = diag_at(r->diag, pos_of(r, attr->at), DIAG_PRINT_UNKNOWN,
                              STR_ARG(attr->name));
    }
}

static void read_element(struct reader *r, const struct xml_node *n)
{
    for (size_t i = 0; i < ELEMENT_ROWS; i++)
        if (str_eq(n->name, str_of(element_rows[i].name))) {
            check_attributes(r, n, element_rows[i].attrs);
            element_rows[i].read(r, n);
            return;
        }
    r->good = diag_at(r->diag, pos_of(r, n->at), DIAG_PRINT_UNKNOWN, STR_ARG(n->name));
}

static void missing(struct reader *r, const char *element, const char *name)
{
    r->good =
        diag_at(r->diag, pos_of(r, r->xml->root->at), DIAG_PRINT_MISSING, element, name);
}

static void need(struct reader *r, const char *element, const void *rows, size_t n,
                 size_t size, const char *const *names)
{
    for (; names && *names; names++)
        if (!print_find(rows, n, size, *names))
            missing(r, element, *names);
}

static void check_needs(struct reader *r, const struct print_needs *needs)
{
    const struct print_style *p = r->style;
    if (p->page.width <= 0)
        missing(r, "page", "page");
    need(r, "type", p->types.at, p->types.n, sizeof *p->types.at, needs->types);
    need(r, "label", p->labels.at, p->labels.n, sizeof *p->labels.at, needs->labels);
    need(r, "measure", p->measures.at, p->measures.n, sizeof *p->measures.at,
         needs->measures);
    need(r, "color", p->colors.at, p->colors.n, sizeof *p->colors.at, needs->colors);
    need(r, "column", p->columns.at, p->columns.n, sizeof *p->columns.at, needs->columns);
}

static struct print_style *read_style(struct arena *a, const struct xml *xml,
                                      const struct style_place *place,
                                      const struct print_needs *needs, struct diag *d);

/* <print base="guide" scale="1.5">: what guide.xml has besides, so many times as large. */
static void read_base(struct reader *r, const struct style_place *place)
{
    static const struct print_needs any = {0};
    const struct xml_attr *base = xml_attr(r->xml->root, STR("base"));
    const struct xml_attr *scale = xml_attr(r->xml->root, STR("scale"));
    double factor = 1;
    if (!base && !scale)
        return;
    if (!base)
        base = must(r, r->xml->root, "base");
    else if (!place || str_has(base->value, STR("/")))
        wrong_value(r, base, "同一个文件夹里的版式文件的名称，不带 .xml");
    if (scale && (!parse_number(scale->value, &factor) || factor < 0.1 || factor > 10))
        wrong_value(r, scale, "0.1 到 10 的数字");
    if (!r->good)
        return;
    struct str name = str_print(r->arena, "%.*s.xml", STR_ARG(base->value));
    struct str shown = path_join(r->arena, place->shown, name);
    struct print_style *style = read_style(
        r->arena,
        xml_read(r->arena, path_join(r->arena, place->folder, name), shown, r->diag),
        NULL, &any, r->diag);
    r->good = style;
    if (style)
        print_inherit(r->arena, r->style, print_scaled(r->arena, style, factor));
}

static struct print_style *read_style(struct arena *a, const struct xml *xml,
                                      const struct style_place *place,
                                      const struct print_needs *needs, struct diag *d)
{
    if (!xml)
        return NULL;
    struct reader r = {.arena = a, .xml = xml, .diag = d, .good = true};
    r.style = arena_alloc(a, sizeof *r.style);
    if (!str_eq(xml->root->name, STR("print")))
        r.good = diag_at(d, pos_of(&r, xml->root->at), DIAG_PRINT_UNKNOWN,
                         STR_ARG(xml->root->name));
    check_attributes(&r, xml->root, " base scale ");
    for (const struct xml_node *n = xml_first(xml->root); n; n = xml_next(n))
        read_element(&r, n);
    read_base(&r, place);
    if (r.good)
        check_needs(&r, needs);
    return r.good ? r.style : NULL;
}

struct print_style *print_style_load(struct arena *a, struct str path, struct str shown,
                                     const struct print_needs *needs, struct diag *d)
{
    struct style_place place = {path_dir(path), path_dir(shown)};
    return read_style(a, xml_read(a, path, shown, d), &place, needs, d);
}

struct print_style *print_style_parse(struct arena *a, struct str text, struct str shown,
                                      const struct print_needs *needs, struct diag *d)
{
    return read_style(a, xml_parse(a, text, shown, d), NULL, needs, d);
}
