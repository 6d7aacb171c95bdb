/* The page of a catalog: its groups and items, and all downloads. */
#include "html/catalog_filters.h"
#include "html/pages_private.h"

#include "catalog/derive.h"
#include "catalog/fields.h"
#include "catalog/form.h"

struct service_row {
    struct link_view link;
    struct str filter;
};
struct item_row {
    struct link_view link;
    struct str seq, code, limit;
    struct str filter; /* the words by which filters choose it */
    struct chips chips;
    bool has_services;
    VEC(struct service_row) services;
};
struct group_section {
    struct str title, code, anchor;
    struct str count; /* 8 项 */
    VEC(struct item_row) items;
};
struct catalog_view {
    struct frame_view frame;
    struct str title, issuer, date, number, count;
    struct links downloads;
    struct form_links forms; /* in the order of print */
    bool has_forms, has_filters;
    bool has_groups; /* more than one */
    struct filters filters;
    VEC(struct group_section) groups;
    struct entry_views above, remarks;
};

static const struct shape_row service_rows[] = {
    SHAPE_OBJECT(struct service_row, link, &link_shape, "业务办理项在事项页上的位置"),
    SHAPE_TEXT(struct service_row, filter, "筛选用的词，没有的从事项"),
};
static const struct shape service_shape = SHAPE("service_row", service_rows);

static const struct shape_row row_rows[] = {
    SHAPE_OBJECT(struct item_row, link, &link_shape, "事项页"),
    SHAPE_TEXT(struct item_row, seq, "序号，照印"),
    SHAPE_TEXT(struct item_row, code, "事项编码"),
    SHAPE_TEXT(struct item_row, limit, "办理时限"),
    SHAPE_TEXT(struct item_row, filter, "筛选用的词"),
    SHAPE_LIST(struct item_row, chips, &chip_shape, "经办层级"),
    SHAPE_TRUTH(struct item_row, has_services, "有业务办理项"),
    SHAPE_LIST(struct item_row, services, &service_shape, "业务办理项"),
};
static const struct shape row_shape = {"row", row_rows,
                                       sizeof row_rows / sizeof *row_rows};

static const struct shape_row section_rows[] = {
    SHAPE_TEXT(struct group_section, title, "主项，带编号"),
    SHAPE_TEXT(struct group_section, code, "主项编码"),
    SHAPE_TEXT(struct group_section, anchor, "页内位置"),
    SHAPE_TEXT(struct group_section, count, "事项数"),
    SHAPE_LIST(struct group_section, items, &row_shape, "事项"),
};
static const struct shape section_shape = {"section", section_rows,
                                           sizeof section_rows / sizeof *section_rows};

static const struct shape_row catalog_rows[] = {
    SHAPE_OBJECT(struct catalog_view, frame, &frame_shape, "页面框架"),
    SHAPE_TEXT(struct catalog_view, title, "目录名称"),
    SHAPE_TEXT(struct catalog_view, issuer, "发布单位"),
    SHAPE_TEXT(struct catalog_view, date, "文件日期"),
    SHAPE_TEXT(struct catalog_view, number, "文号"),
    SHAPE_TEXT(struct catalog_view, count, "主项数和事项数"),
    SHAPE_LIST(struct catalog_view, downloads, &link_shape, "下载"),
    SHAPE_LIST(struct catalog_view, forms, &form_link_shape, "全部表格"),
    SHAPE_TRUTH(struct catalog_view, has_forms, "有表格"),
    SHAPE_TRUTH(struct catalog_view, has_filters, "可以筛选"),
    SHAPE_LIST(struct catalog_view, filters, &filter_shape, "筛选"),
    SHAPE_TRUTH(struct catalog_view, has_groups, "主项不止一个"),
    SHAPE_LIST(struct catalog_view, groups, &section_shape, "主项"),
    SHAPE_LIST(struct catalog_view, above, &entry_shape, "标题上面的文字（附件）"),
    SHAPE_LIST(struct catalog_view, remarks, &entry_shape, "说明"),
};
const struct shape catalog_shape = {"catalog", catalog_rows,
                                    sizeof catalog_rows / sizeof *catalog_rows};

static void add_services(struct arena *a, const struct catalog *c, size_t group,
                         const struct item *item, struct item_row *row)
{
    for (size_t i = 0; i < item->services.n; i++) {
        const struct item *service = &item->services.at[i];
        struct str anchor = service_anchor(a, item, service);
        struct str href = STR_JOIN(a, item->stem, STR(".html#"), anchor);
        *vec_push(a, &row->services) = (struct service_row){
            .link = view_link(href, pages_item_title(a, service)),
            .filter = catalog_filter_words(a, c, group, item, service),
        };
    }
}

static struct item_row make_row(struct arena *a, const struct catalog *c, size_t group,
                                const struct item *item)
{
    struct item_row row = {
        .link =
            view_link(STR_JOIN(a, item->stem, STR(".html")), pages_item_title(a, item)),
        .seq = item->seq,
        .code = item->code,
        .limit = pages_limit(item),
        .filter = catalog_filter_words(a, c, group, item, NULL),
        .chips = view_chips(a, c, item),
        .has_services = item->services.n > 0,
    };
    add_services(a, c, group, item, &row);
    return row;
}

static struct group_section make_section(struct arena *a, const struct catalog *c,
                                         size_t index)
{
    const struct group *g = &c->groups.at[index];
    struct group_section section = {
        .title = pages_group_title(a, g),
        .code = g->code,
        .anchor = str_print(a, "g%zu", index + 1),
        .count = str_print(a, "%zu 项", g->items.n),
    };
    for (size_t i = 0; i < g->items.n; i++)
        *vec_push(a, &section.items) = make_row(a, c, index, &g->items.at[i]);
    return section;
}

bool page_catalog(const struct pages *p, const struct catalog *c,
                  const struct downloads *downloads, const struct downloads *forms,
                  struct buf *out)
{
    struct arena *a = arena_new();
    struct catalog_view view = {
        .frame = pages_frame(a, p, c),
        .title = c->title,
        .issuer = c->issuer,
        .date = view_date(a, c->document_date),
        .number = c->document_number,
        .downloads = pages_downloads(a, downloads, STR("")),
    };
    view.frame.title = c->title;
    view.above = pages_remarks(a, c, true);
    view.remarks = pages_remarks(a, c, false);
    struct form_refs order = form_order(a, c);
    view.forms = pages_forms(a, c, &order, forms);
    view.has_forms = view.forms.n > 0;
    view.filters = catalog_filters(a, c);
    view.has_filters = view.filters.n > 0;
    view.has_groups = c->groups.n > 1;
    size_t items = 0, services = 0;
    for (size_t i = 0; i < c->groups.n; i++) {
        *vec_push(a, &view.groups) = make_section(a, c, i);
        items += c->groups.at[i].items.n;
        for (size_t j = 0; j < c->groups.at[i].items.n; j++)
            services += c->groups.at[i].items.at[j].services.n;
    }
    view.count = pages_count(a, c->groups.n, items, services);
    bool ok = pages_render(p, PAGE_CATALOG, &view, out);
    arena_drop(a);
    return ok;
}
