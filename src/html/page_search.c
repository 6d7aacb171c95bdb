/* The search page: a form that assets/site.js makes work, and the catalogs for readers
 * without scripts. */
#include "html/pages_private.h"

struct search_view {
    struct frame_view frame;
    struct links catalogs;
};

static const struct shape_row search_rows[] = {
    SHAPE_OBJECT(struct search_view, frame, &frame_shape, "页面框架"),
    SHAPE_LIST(struct search_view, catalogs, &link_shape, "各目录，备注是地区和事项数"),
};
const struct shape search_shape = SHAPE("search", search_rows);

bool page_search(const struct pages *p, const struct catalog_summary *catalogs, size_t n,
                 struct buf *out)
{
    struct arena *a = arena_new();
    struct search_view view = {.frame = view_frame(a, p->site, STR(""))};
    view.frame.title = str_print(a, "搜索 - %.*s", STR_ARG(view.frame.site_name));
    *vec_push(a, &view.frame.trail) = view_link(STR("index.html"), STR("首页"));
    for (size_t i = 0; i < n; i++) {
        const struct catalog_summary *c = &catalogs[i];
        struct link_view *link = vec_push(a, &view.catalogs);
        *link = view_link(str_print(a, "%.*s/index.html", STR_ARG(c->id)), c->title);
        /* The name is set apart (U+2068, U+2069): one in Uyghur does not move the number. */
        struct str region = c->region.n
                                ? STR_JOIN(a, STR("\u2068"), c->region, STR("\u2069，"))
                                : STR("");
        link->note = str_print(a, "%.*s%zu 个事项", STR_ARG(region), c->items);
    }
    bool ok = pages_render(p, PAGE_SEARCH, &view, out);
    arena_drop(a);
    return ok;
}
