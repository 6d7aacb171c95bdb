#include "html/pages_private.h"

#include "catalog/fields.h"
#include "catalog/form.h"
#include "html/meta.h"

#include <stdlib.h>

static const struct {
    const char *template;
    const struct shape *shape;
} kinds[PAGE_KIND_COUNT] = {
    [PAGE_HOME] = {"home", &home_shape},
    [PAGE_NOT_FOUND] = {"404", &not_found_shape},
    [PAGE_SEARCH] = {"search", &search_shape},
    [PAGE_CATALOG] = {"catalog", &catalog_shape},
    [PAGE_ITEM] = {"item", &item_shape},
    [PAGE_LEVELS] = {"levels", &levels_shape},
    [PAGE_TABLE] = {"table", &table_shape},
    [PAGE_NOTICE] = {"notice", &notice_shape},
    [PAGE_FORM] = {"form", &form_shape},
};

struct pages *pages_new(struct template_set *set, const struct site_info *site,
                        const struct typesetter *type, struct diag *d)
{
    struct pages *p = heap_alloc(sizeof *p);
    *p = (struct pages){.site = site, .type = type};
    bool ok = true;
    for (int kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        p->templates[kind] =
            template_compile(set, str_of(kinds[kind].template), kinds[kind].shape, d);
        ok &= p->templates[kind] != NULL;
    }
    if (ok)
        return p;
    pages_drop(p);
    return NULL;
}

void pages_drop(struct pages *p)
{
    free(p);
}

const struct shape *pages_shape(enum page_kind kind)
{
    return kinds[kind].shape;
}

const char *pages_template(enum page_kind kind)
{
    return kinds[kind].template;
}

bool pages_render(const struct pages *p, enum page_kind kind, const void *context,
                  struct buf *out)
{
    return template_render(p->templates[kind], shape_value(kinds[kind].shape, context),
                           out);
}

const char *pages_kind_title(enum catalog_kind kind)
{
    switch (kind) {
    case KIND_GUIDE: return "办事指南";
    case KIND_LIST: return "事项清单";
    case KIND_LEVELS: return "三级清单";
    case KIND_DISCLOSURE: return "公开标准目录";
    }
    return "";
}

void pages_offer_search(struct pages *p, bool offer)
{
    p->search = offer;
}

/* The link to the search page, where there is one; it asks within the catalog first. */
static void nav_search(struct arena *a, const struct pages *p, const struct catalog *c,
                       struct frame_view *frame)
{
    if (p->search)
        *vec_push(a, &frame->nav) = view_link(
            STR_JOIN(a, frame->root, STR("search.html?in="), c->id), STR("搜索"));
}

bool pages_has_feed(struct arena *a, const struct pages *p, struct str published)
{
    return published.n && site_address(a, p->site).n;
}

const struct pages_table pages_tables[PAGES_TABLES] = {
    {KIND_LIST, STR_INIT("list.html")},
    {KIND_LEVELS, STR_INIT("levels.html")},
    {KIND_DISCLOSURE, STR_INIT("disclosure.html")},
};

/* `here` leads to the catalog's folder, `root` to the site's. */
static struct frame_view frame_at(struct arena *a, const struct pages *p,
                                  const struct catalog *c, struct str root,
                                  struct str here)
{
    struct frame_view f = view_frame(a, p->site, root);
    meta_column(a, &f, p->site, c);
    f.feed = pages_has_feed(a, p, c->web_published);
    *vec_push(a, &f.trail) = view_link(STR_JOIN(a, root, STR("index.html")), STR("首页"));
    *vec_push(a, &f.nav) =
        view_link(STR_JOIN(a, here, STR("index.html")), STR("全部事项"));
    for (size_t i = 0; i < PAGES_TABLES; i++)
        if (catalog_prints(c, pages_tables[i].kind))
            *vec_push(a, &f.nav) =
                view_link(STR_JOIN(a, here, pages_tables[i].name),
                          str_of(pages_kind_title(pages_tables[i].kind)));
    if (c->forms.n)
        *vec_push(a, &f.nav) =
            view_link(STR_JOIN(a, here, STR("index.html#forms")), STR("表格下载"));
    if (c->notice.present)
        *vec_push(a, &f.nav) =
            view_link(STR_JOIN(a, here, STR("notice.html")), STR("印发通知"));
    nav_search(a, p, c, &f);
    return f;
}

struct frame_view pages_frame(struct arena *a, const struct pages *p,
                              const struct catalog *c)
{
    return frame_at(a, p, c, STR("../"), STR(""));
}

struct frame_view pages_frame_below(struct arena *a, const struct pages *p,
                                    const struct catalog *c)
{
    return frame_at(a, p, c, STR("../../"), STR("../"));
}

/* Sizes as people say them: 86 KB, 1.2 MB. */
static struct str size_text(struct arena *a, size_t bytes)
{
    struct buf b = {0};
    if (bytes < 1024 * 1024) {
        buf_printf(&b, "%zu KB", (bytes + 1023) / 1024);
    } else {
        buf_fixed(&b, (double)bytes / (1024 * 1024), 1);
        buf_puts(&b, " MB");
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* What a file is, for people: "PDF", "Excel". */
static const char *kind_text(struct str name)
{
    static const struct {
        struct str ending;
        const char *kind;
    } rows[] = {{STR_INIT(".pdf"), "PDF"},
                {STR_INIT(".xlsx"), "Excel"},
                {STR_INIT(".csv"), "CSV"},
                {STR_INIT(".json"), "JSON"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_ends(name, rows[i].ending))
            return rows[i].kind;
    return NULL;
}

/* "PDF，98 页，412 KB", "CSV，12 KB". */
static struct str file_note(struct arena *a, const struct download *file)
{
    const char *kind = kind_text(file->name);
    struct str size = size_text(a, file->bytes);
    struct str pages = file->pages ? str_print(a, "%zu 页，", file->pages) : STR("");
    return str_print(a, "%s%s%.*s%.*s", kind ? kind : "", kind ? "，" : "",
                     STR_ARG(pages), STR_ARG(size));
}

void pages_add_downloads(struct arena *a, struct links *links, const struct downloads *d,
                         struct str root)
{
    for (size_t i = 0; i < d->n; i++) {
        const struct download *file = &d->at[i];
        struct link_view *link = vec_push(a, links);
        *link = view_link(STR_JOIN(a, root, file->name), file->title);
        link->note = file_note(a, file);
    }
}

struct links pages_downloads(struct arena *a, const struct downloads *d, struct str root)
{
    struct links links = {0};
    pages_add_downloads(a, &links, d, root);
    return links;
}

static struct link_view form_pdf(struct arena *a, const struct downloads *forms,
                                 struct str name, struct str root, struct str text)
{
    for (size_t i = 0; i < forms->n; i++) {
        if (!str_eq(forms->at[i].name, name))
            continue;
        struct link_view link = view_link(STR_JOIN(a, root, name), text);
        link.note = file_note(a, &forms->at[i]);
        return link;
    }
    return view_link(STR(""), STR(""));
}

struct form_link pages_form_link(struct arena *a, const struct form *f,
                                 const struct downloads *forms, struct str root)
{
    struct str id = f->id;
    return (struct form_link){
        .page = view_link(STR_JOIN(a, root, STR("forms/"), id, STR(".html")),
                          form_name(a, f)),
        .pdf = form_pdf(a, forms, STR_JOIN(a, STR("forms/"), id, STR(".pdf")), root,
                        STR("填写表格")),
        .blank = form_pdf(a, forms, STR_JOIN(a, STR("forms/"), id, STR("-blank.pdf")),
                          root, STR("打印空白表")),
    };
}

void pages_link_forms(struct arena *a, const struct catalog *c,
                      const struct downloads *forms, struct field_view *field)
{
    for (size_t i = 0; i < field->lines.n; i++) {
        struct entry_view *line = &field->lines.at[i];
        const struct form *f = line->form_id.n ? form_find(c, line->form_id) : NULL;
        line->has_form = f;
        if (f)
            line->form = pages_form_link(a, f, forms, STR(""));
    }
}

struct form_links pages_forms(struct arena *a, const struct catalog *c,
                              const struct form_refs *refs, const struct downloads *forms)
{
    struct form_links links = {0};
    for (size_t i = 0; i < refs->n; i++) {
        const struct form *f = form_find(c, refs->at[i].id);
        if (!f)
            continue;
        *vec_push(a, &links) = pages_form_link(a, f, forms, STR(""));
    }
    return links;
}

struct str pages_group_title(struct arena *a, const struct group *g)
{
    struct str title = view_title(a, field_text(g->title));
    /* a number without a mark of its own would run into the title: 1 基本医疗保险… */
    bool bare = g->no.n && g->no.s[g->no.n - 1] >= '0' && g->no.s[g->no.n - 1] <= '9';
    return STR_JOIN(a, g->no, bare ? STR(" ") : STR(""),
                    title.n ? title : STR("（原文缺标题）"));
}

struct str pages_count(struct arena *a, size_t groups, size_t items, size_t services)
{
    if (services)
        return str_print(a, "%zu 个主项，%zu 个事项，%zu 个业务办理项", groups, items,
                         services);
    return str_print(a, "%zu 个主项，%zu 个事项", groups, items);
}

struct entry_views pages_remarks(struct arena *a, const struct catalog *c, bool above)
{
    struct entry_views remarks = {0};
    for (size_t i = 0; i < c->remarks.n; i++)
        if (c->remarks.at[i].above == above)
            *vec_push(a, &remarks) = (struct entry_view){.no = c->remarks.at[i].no,
                                                         .text = c->remarks.at[i].text};
    return remarks;
}

struct str pages_item_title(struct arena *a, const struct item *item)
{
    struct str title = field_text(item_field(item, FIELD_TITLE));
    return title.n ? view_title(a, title) : STR("（原文缺名称）");
}

struct str pages_limit(const struct item *item)
{
    struct str limit = field_text(item_field(item, FIELD_LIMIT));
    static const struct str marks[] = {STR_INIT("。"), STR_INIT("；")};
    for (size_t i = 0; i < 2; i++)
        if (str_ends(limit, marks[i]))
            limit.n -= marks[i].n;
    return limit;
}
