#include "layout/notice.h"

#include "base/utf8.h"
#include "layout/prose.h"

#include <math.h>

/* Everything is set on the grid of GB/T 9704-2012, 5.2.3: 22 lines of 28 characters. The
 * characters of 3号 are 16 pt wide and stand 15.79 pt apart, so a paragraph is broken as if
 * its letters were 15.79 pt and then painted with letters of 16 pt drawn together by 0.21 pt
 * (tighten()). Clause numbers below are those of the standard. */

static const char *const type_names[] = {"red-head", "number",    "title",
                                         "body",     "heading-1", "heading-2",
                                         "imprint",  "folio",     NULL};
static const char *const label_names[] = {"annex", "cc", "printed", "folio", NULL};
static const char *const measure_names[] = {"line",          "character", "head-top",
                                            "line-gap",      "red-line",  "imprint-line",
                                            "imprint-inner", NULL};
static const char *const color_names[] = {"red-line", NULL};

const struct print_needs *notice_needs(void)
{
    static const struct print_needs needs = {.types = type_names,
                                             .labels = label_names,
                                             .measures = measure_names,
                                             .colors = color_names};
    return &needs;
}

struct notice_page {
    struct composer *c;
    const struct notice *notice;
    const struct print_style *style;
    size_t element;         /* the notice as a part of its document */
    double line, character; /* of the grid */
};

struct str date_words(struct arena *a, struct str iso)
{
    static const char shape[] = "0000-00-00";
    bool good = iso.n == sizeof shape - 1;
    for (size_t i = 0; good && i < iso.n; i++)
        good = shape[i] == '-' ? iso.s[i] == '-' : iso.s[i] >= '0' && iso.s[i] <= '9';
    if (!good)
        return iso;
    int month = (iso.s[5] - '0') * 10 + iso.s[6] - '0';
    int day = (iso.s[8] - '0') * 10 + iso.s[9] - '0';
    return str_print(a, "%.4s年%d月%d日", iso.s, month, day);
}

/* --- text on the grid --- */

/* The style letters are measured in: as wide as the cells of the grid. */
static struct style cell_style(const struct notice_page *p, struct style style)
{
    if (style.size > p->character && style.size < p->character * 1.1)
        style.size = p->character;
    return style;
}

/* Gives the runs of a paragraph the size of the type, without moving them. */
static void tighten(const struct notice_page *p, struct paragraph *text, double size)
{
    const struct fonts *fonts = typesetter_fonts(p->c->set);
    for (size_t i = 0; i < text->lines.n; i++)
        for (size_t k = 0; k < text->lines.at[i].runs.n; k++) {
            struct line_run *run = &text->lines.at[i].runs.at[k];
            size_t letters = utf8_count(run->text);
            if (run->style.size != p->character)
                continue;
            run->style.size = size;
            if (letters < 2)
                continue;
            double more =
                font_width(fonts, run->style.font, size - p->character, run->text) /
                (double)(letters - 1);
            run->tracking -= more;
            for (size_t j = 0; j < run->nudges.n; j++)
                run->nudges.at[j].tracking -= more;
        }
}

struct indents {
    double left, right, first, hang; /* characters of the grid */
};

static size_t put_spans(struct notice_page *p, struct galley *g, const char *name,
                        struct span *spans, size_t n, struct indents in, enum align align)
{
    struct composer *c = p->c;
    const struct print_type *type = print_type(p->style, name);
    struct paragraph_style style = {.width = composer_width(c) -
                                             (in.left + in.right) * p->character,
                                    .leading = p->line,
                                    .first_indent = in.first * p->character,
                                    .hang = in.hang * p->character,
                                    .align = align};
    for (size_t i = 0; i < n; i++)
        spans[i].style = cell_style(p, spans[i].style);
    struct paragraph text = text_layout(c->arena, c->set, spans, n, &style);
    tighten(p, &text, type->style.size);
    struct block block = {.element = scene_element(c->scene, ROLE_PARAGRAPH, p->element),
                          .left = in.left * p->character};
    return galley_paragraph(c, g, &text, &block);
}

static size_t put_text(struct notice_page *p, struct galley *g, const char *name,
                       struct str text, struct indents in, enum align align)
{
    struct span span = {.text = text, .style = print_type(p->style, name)->style};
    return put_spans(p, g, name, &span, 1, in, align);
}

static void put_blank(struct galley *g, double height)
{
    g->gap += height;
}

/* --- 7.2 版头 --- */

/* One line, red, as wide as the type area at most; smaller letters for a long name. */
static void paint_red_head(struct notice_page *p)
{
    struct composer *c = p->c;
    const struct print_type *type = print_type(p->style, "red-head");
    struct style style = type->style;
    double width =
        font_width(typesetter_fonts(c->set), style.font, style.size, p->notice->head);
    if (width > composer_width(c))
        style.size *= composer_width(c) / width;
    struct span span = {.text = p->notice->head, .style = style};
    struct paragraph_style set = {.width = composer_width(c) + 1,
                                  .leading = style.size * 1.2,
                                  .align = ALIGN_CENTER};
    struct paragraph text = text_layout(c->arena, c->set, &span, 1, &set);
    c->y += print_measure(p->style, "head-top");
    text_paint(c->scene, c->page, scene_element(c->scene, ROLE_H1, p->element), &text, 0,
               text.lines.n, p->style->page.left - 0.5, c->y);
    c->y += text.height + 2 * p->line;
}

/* Number and red line. Without a head (paper with a printed one, or a source that lost it)
 * they stand at the top of the type area. */
static void put_document_head(struct notice_page *p)
{
    struct composer *c = p->c;
    if (p->notice->head.n)
        paint_red_head(p);
    c->fresh = false;
    if (p->notice->number.n) {
        struct galley g = {0};
        put_text(p, &g, "number", p->notice->number, (struct indents){0}, ALIGN_CENTER);
        composer_set(c, &g);
    }
    if (!p->notice->head.n && !p->notice->number.n) {
        c->fresh = true;
        return;
    }
    c->y += print_measure(p->style, "line-gap");
    const struct page_frame *f = &p->style->page;
    scene_line(c->scene, c->page, SCENE_ARTIFACT, f->left, c->y, f->width - f->right,
               c->y, print_measure(p->style, "red-line"),
               print_color(p->style, "red-line"));
    c->y += 2 * p->line;
}

/* --- 7.3 主体 --- */

static void put_title(struct notice_page *p, struct galley *g)
{
    struct composer *c = p->c;
    const struct print_type *type = print_type(p->style, "title");
    struct block block = block_of(type, scene_element(c->scene, ROLE_H1, p->element));
    block.keep_next = true;
    galley_headline(c, g, type, p->notice->title, &block);
    put_blank(g, p->line);
}

/* 7.3.3: 一、 is set in 黑体, （一） in 楷体, to the end of the sentence; all else 仿宋. */
static const char *heading_type(struct str text)
{
    static const struct str digits = STR_INIT("一二三四五六七八九十");
    bool bracket = str_starts(text, STR("（"));
    struct str rest = bracket ? str_from(text, STR("（").n) : text;
    size_t n = 0;
    while (rest.n) {
        struct str behind = rest;
        utf8_next(&behind);
        struct str c = str_slice(rest, 0, rest.n - behind.n);
        if (!str_has(digits, c))
            break;
        rest = behind;
        n++;
    }
    if (n == 0 || n > 3)
        return NULL;
    if (bracket)
        return str_starts(rest, STR("）")) ? "heading-2" : NULL;
    return str_starts(rest, STR("、")) ? "heading-1" : NULL;
}

/* The first sentence of a paragraph that begins 一、 or （一） is a heading. */
static size_t heading_spans(struct notice_page *p, struct span whole, const char *heading,
                            struct span spans[2])
{
    static const struct str stop = STR_INIT("。");
    size_t at = str_find(whole.text, stop);
    size_t end = at == STR_NONE ? whole.text.n : at + stop.n;
    spans[0] = whole;
    spans[0].text = str_slice(whole.text, 0, end);
    spans[0].style = print_type(p->style, heading)->style;
    if (end == whole.text.n)
        return 1;
    spans[1] = whole;
    spans[1].text = str_from(whole.text, end);
    return 2;
}

static void put_block(struct notice_page *p, struct galley *g,
                      const struct markdown_block *block)
{
    struct arena *a = p->c->arena;
    struct prose_style style = {.plain = print_type(p->style, "body")->style,
                                .strong = print_type(p->style, "heading-1")->style.font};
    size_t n;
    struct span *spans = prose_spans(a, block, &style, &n), parts[2];
    if (block->mark.n)
        spans[0].text =
            str_print(a, "%.*s%.*s", STR_ARG(block->mark), STR_ARG(spans[0].text));
    bool title = block->kind == MARKDOWN_HEADING;
    const char *heading = block->level > 1 ? "heading-2" : "heading-1";
    for (size_t i = 0; title && i < n; i++)
        spans[i].style = print_type(p->style, heading)->style;
    if (!title && n == 1 && (heading = heading_type(spans[0].text))) {
        n = heading_spans(p, spans[0], heading, parts);
        spans = parts;
        title = n == 1;
    }
    struct indents in = {.first = 2, .left = 2.0 * (double)block->quotes};
    size_t first = put_spans(p, g, "body", spans, n, in, ALIGN_JUSTIFY);
    for (size_t i = first; title && i < g->rows.n; i++)
        g->rows.at[i].keep = true;
}

/* The paragraphs of notice.md. Lists are set as paragraphs with their marks, as the
 * standard does with 1. and （1）. */
static void put_body(struct notice_page *p, struct galley *g)
{
    struct markdown text = markdown_read(p->c->arena, p->notice->body);
    for (size_t i = 0; i < text.blocks.n; i++)
        if (text.blocks.at[i].kind == MARKDOWN_RULE)
            put_blank(g, p->line);
        else
            put_block(p, g, &text.blocks.at[i]);
}

/* 7.3.4: 附件：1.… two characters in; lines below begin under the name's first character. */
static void put_annexes(struct notice_page *p, struct galley *g)
{
    const struct style body = print_type(p->style, "body")->style;
    struct style cell = cell_style(p, print_type(p->style, "body")->style);
    struct str label = print_label(p->style, "annex");
    double label_width = (double)utf8_count(label);
    for (size_t i = 0; i < p->notice->annexes.n; i++) {
        const struct entry *e = &p->notice->annexes.at[i];
        struct span spans[2] = {{.text = label, .style = body}};
        size_t n = i == 0;
        struct str text =
            str_print(p->c->arena, "%.*s%.*s", STR_ARG(e->no), STR_ARG(e->text));
        spans[n++] = (struct span){.text = text, .style = body};
        double number =
            font_width(typesetter_fonts(p->c->set), cell.font, cell.size, e->no) /
            p->character;
        struct indents in = {
            .left = 2, .first = i == 0 ? 0 : label_width, .hang = label_width + number};
        if (i == 0)
            put_blank(g, p->line);
        put_spans(p, g, "body", spans, n, in, ALIGN_JUSTIFY);
    }
}

/* --- 7.3.5 署名, 成文日期; 7.3.6 附注 --- */

/* The date ends four characters from the right, the signer is centred on it but stays in
 * the type area. Both and the lines before them stay on one page: a page of signatures only
 * is not allowed. */
static void put_signature(struct notice_page *p, struct galley *g)
{
    struct composer *c = p->c;
    struct style cell = cell_style(p, print_type(p->style, "body")->style);
    struct str date = date_words(c->arena, p->notice->date);
    struct span dated = {.text = date, .style = cell};
    double date_width = text_full_width(c->set, &dated, 1);
    struct span signer = {.text = p->notice->signer, .style = cell};
    double signer_width = text_full_width(c->set, &signer, 1);
    double width = composer_width(c), inset = 4 * p->character;
    double center = width - inset - date_width / 2;
    double right = fmax(0, width - center - signer_width / 2);
    for (size_t i = g->rows.n > 2 ? g->rows.n - 2 : 0; i < g->rows.n; i++)
        g->rows.at[i].keep = true;
    if (p->notice->signer.n || date.n)
        put_blank(g, 2 * p->line);
    if (p->notice->signer.n) {
        size_t first =
            put_text(p, g, "body", p->notice->signer,
                     (struct indents){.right = right / p->character}, ALIGN_RIGHT);
        for (size_t i = first; date.n && i < g->rows.n; i++)
            g->rows.at[i].keep = true;
    }
    if (date.n)
        put_text(p, g, "body", date, (struct indents){.right = 4}, ALIGN_RIGHT);
    if (p->notice->remark.n) {
        if (g->rows.n && date.n)
            g->rows.at[g->rows.n - 1].keep = true;
        put_text(p, g, "body", p->notice->remark, (struct indents){.left = 2},
                 ALIGN_LEFT);
    }
}

/* --- 7.4 版记 --- */

static void imprint_rule(struct notice_page *p, double y, const char *width)
{
    const struct page_frame *f = &p->style->page;
    scene_line(p->c->scene, p->c->page, SCENE_ARTIFACT, f->left, y, f->width - f->right,
               y, print_measure(p->style, width), (struct color){0});
}

static size_t put_imprint_text(struct notice_page *p, struct galley *g, struct str text,
                               double hang)
{
    const struct print_type *type = print_type(p->style, "imprint");
    struct span span = {.text = text, .style = type->style};
    struct block block =
        block_of(type, scene_element(p->c->scene, ROLE_PARAGRAPH, p->element));
    block.left = block.right = type->style.size;
    block.hang = hang;
    return galley_text(p->c, g, &span, 1, &block);
}

/* 印发机关 at the left, 2020年12月28日印发 at the right, on one line where they fit. */
static void put_printed(struct notice_page *p, struct galley *g)
{
    struct composer *c = p->c;
    const struct print_type *type = print_type(p->style, "imprint");
    struct str date = date_words(c->arena, p->notice->printed_date);
    if (date.n)
        date = str_print(c->arena, "%.*s%.*s", STR_ARG(date),
                         STR_ARG(print_label(p->style, "printed")));
    struct span left = {.text = p->notice->printed, .style = type->style};
    struct span right = {.text = date, .style = type->style};
    double width = composer_width(c) - 2 * type->style.size;
    double date_width = text_full_width(c->set, &right, 1);
    bool beside =
        left.text.n && right.text.n &&
        text_full_width(c->set, &left, 1) + date_width + type->style.size <= width;
    size_t row = left.text.n ? put_imprint_text(p, g, left.text, 0) : 0;
    if (beside) {
        galley_label(c, g, row, &right, type->style.size + width - date_width,
                     g->rows.at[row].element);
    } else if (right.text.n) {
        row = put_imprint_text(p, g, right.text, 0);
        g->rows.at[row].x += width - g->rows.at[row].text->width;
    }
}

/* At the foot of the last page: lines as wide as the type area, the first and the last one
 * thick, the inner one thin; the last one lies on the lower edge of the type area. */
static void put_imprint(struct notice_page *p)
{
    struct composer *c = p->c;
    const struct notice *n = p->notice;
    if (!n->cc.n && !n->printed.n && !n->printed_date.n)
        return;
    struct galley cc = {0}, printed = {0};
    struct str label = print_label(p->style, "cc");
    const struct print_type *type = print_type(p->style, "imprint");
    if (n->cc.n) {
        struct str text =
            str_starts(n->cc, label)
                ? n->cc
                : str_print(c->arena, "%.*s%.*s", STR_ARG(label), STR_ARG(n->cc));
        put_imprint_text(p, &cc, text, (double)utf8_count(label) * type->style.size);
    }
    if (n->printed.n || n->printed_date.n)
        put_printed(p, &printed);
    double height = (double)(cc.rows.n + printed.rows.n) * type->leading;
    composer_need(c, p->line, height);
    if (height <= composer_room(c))
        c->y = frame_end(&p->style->page) - height;
    imprint_rule(p, c->y, "imprint-line");
    composer_set(c, &cc);
    if (cc.rows.n && printed.rows.n)
        imprint_rule(p, c->y, "imprint-inner");
    composer_set(c, &printed);
    imprint_rule(p, c->y, "imprint-line");
}

void notice_pages(struct composer *c, const struct catalog *catalog,
                  const struct print_style *style, const struct anchor *anchor)
{
    struct notice_page p = {.c = c,
                            .notice = &catalog->notice,
                            .style = style,
                            .element = scene_element(c->scene, ROLE_PART, SCENE_ROOT),
                            .line = print_measure(style, "line"),
                            .character = print_measure(style, "character")};
    composer_section(c, style, (struct furniture){.folio = FOLIO_OUTER});
    composer_page(c);
    if (anchor)
        composer_anchor(c, anchor, 0);
    put_document_head(&p);
    struct galley g = {0};
    if (p.notice->title.n)
        put_title(&p, &g);
    if (p.notice->to.n)
        put_text(&p, &g, "body", p.notice->to, (struct indents){0}, ALIGN_LEFT);
    put_body(&p, &g);
    put_annexes(&p, &g);
    put_signature(&p, &g);
    composer_set(c, &g);
    put_imprint(&p);
}

struct scene *notice_scene(const struct catalog *catalog, const struct typesetter *t,
                           const struct print_style *style)
{
    if (!catalog->notice.present)
        return NULL;
    struct scene *s = scene_new();
    struct composer c = composer_new(s, t);
    s->title = str_copy(s->arena, catalog->notice.title);
    s->author = str_copy(s->arena, catalog->notice.signer);
    s->language = STR("zh-CN");
    s->date = str_copy(s->arena, catalog->notice.date);
    notice_pages(&c, catalog, style, NULL);
    composer_finish(&c);
    return s;
}
