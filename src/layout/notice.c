#include "layout/notice_parts.h"

#include "base/utf8.h"
#include "layout/prose.h"

#include <math.h>

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

static void put_blank(struct galley *g, double height)
{
    g->gap += height;
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
    size_t first = notice_put_spans(p, g, "body", spans, n, in, ALIGN_JUSTIFY);
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
    struct style cell = notice_cell(p, print_type(p->style, "body")->style);
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
        notice_put_spans(p, g, "body", spans, n, in, ALIGN_JUSTIFY);
    }
}

/* --- 7.3.5 署名, 成文日期; 7.3.6 附注 --- */

/* The date ends four characters from the right, the signer is centred on it but stays in
 * the type area. Both and the lines before them stay on one page: a page of signatures only
 * is not allowed. */
static void put_signature(struct notice_page *p, struct galley *g)
{
    struct composer *c = p->c;
    struct style cell = notice_cell(p, print_type(p->style, "body")->style);
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
            notice_put_text(p, g, "body", p->notice->signer,
                            (struct indents){.right = right / p->character}, ALIGN_RIGHT);
        for (size_t i = first; date.n && i < g->rows.n; i++)
            g->rows.at[i].keep = true;
    }
    if (date.n)
        notice_put_text(p, g, "body", date, (struct indents){.right = 4}, ALIGN_RIGHT);
    if (p->notice->remark.n) {
        if (g->rows.n && date.n)
            g->rows.at[g->rows.n - 1].keep = true;
        notice_put_text(p, g, "body", p->notice->remark, (struct indents){.left = 2},
                        ALIGN_LEFT);
    }
}

/* Sets the notice; `alone` when it is the whole document. */
static void set_notice(struct composer *c, const struct catalog *catalog,
                       const struct print_style *style, const struct anchor *anchor,
                       bool alone)
{
    struct notice_page p = {.c = c,
                            .notice = &catalog->notice,
                            .style = style,
                            .alone = alone,
                            .element = scene_element(c->scene, ROLE_PART, SCENE_ROOT),
                            .line = print_measure(style, "line"),
                            .character = print_measure(style, "character")};
    composer_section(c, style, (struct furniture){.folio = FOLIO_OUTER});
    composer_page(c);
    if (anchor)
        composer_anchor(c, anchor, 0);
    notice_head(&p);
    struct galley g = {0};
    if (p.notice->title.n)
        put_title(&p, &g);
    if (p.notice->to.n)
        notice_put_text(&p, &g, "body", p.notice->to, (struct indents){0}, ALIGN_LEFT);
    put_body(&p, &g);
    put_annexes(&p, &g);
    put_signature(&p, &g);
    composer_set(c, &g);
    notice_imprint(&p);
}

void notice_pages(struct composer *c, const struct catalog *catalog,
                  const struct print_style *style, const struct anchor *anchor)
{
    set_notice(c, catalog, style, anchor, false);
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
    set_notice(&c, catalog, style, NULL, true);
    composer_finish(&c);
    return s;
}
