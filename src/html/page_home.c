/* The home page: a search field, the catalogs of the site by their regions; and the page for addresses that do not exist. */
#include "html/pages_private.h"

#include "base/lookup.h"

struct catalog_card {
    struct link_view link; /* its text is the region, or the title where that says more */
    struct str title;      /* "": it is the link already */
    struct str issuer, region, date, number;
    struct str count; /* 10 个主项，33 个事项 */
    struct links downloads;
};
struct home_view {
    struct frame_view frame;
    struct str search; /* address of the search page, or "" */
    bool any_tasks;
    struct links tasks;
    VEC(struct catalog_card) catalogs;
};

static const struct shape_row card_rows[] = {
    SHAPE_OBJECT(struct catalog_card, link, &link_shape, "目录页，文字是地区"),
    SHAPE_TEXT(struct catalog_card, title, "目录的标题；标题已作链接的，空着"),
    SHAPE_TEXT(struct catalog_card, issuer, "发布单位"),
    SHAPE_TEXT(struct catalog_card, region, "地区"),
    SHAPE_TEXT(struct catalog_card, date, "文件日期"),
    SHAPE_TEXT(struct catalog_card, number, "文号"),
    SHAPE_TEXT(struct catalog_card, count, "主项数和事项数"),
    SHAPE_LIST(struct catalog_card, downloads, &link_shape, "下载"),
};
static const struct shape card_shape = {"card", card_rows,
                                        sizeof card_rows / sizeof *card_rows};

static const struct shape_row home_rows[] = {
    SHAPE_OBJECT(struct home_view, frame, &frame_shape, "页面框架"),
    SHAPE_TEXT(struct home_view, search, "搜索页，没有的空着"),
    SHAPE_TRUTH(struct home_view, any_tasks, "有这样的说法"),
    SHAPE_LIST(struct home_view, tasks, &link_shape,
               "查得到事项的日常说法，各是一次搜索"),
    SHAPE_LIST(struct home_view, catalogs, &card_shape, "各目录"),
};
const struct shape home_shape = {"home", home_rows, sizeof home_rows / sizeof *home_rows};

static const struct shape_row not_found_rows[] = {
    SHAPE_OBJECT(struct home_view, frame, &frame_shape, "页面框架"),
};
const struct shape not_found_shape = {"404", not_found_rows, 1};

/* `alone`: no other catalog is of its region, so the region names it. */
static struct catalog_card make_card(struct arena *a, const struct catalog_summary *c,
                                     bool alone)
{
    struct str folder = str_print(a, "%.*s/", STR_ARG(c->id));
    struct catalog_card card = {
        .link = view_link(str_print(a, "%.*sindex.html", STR_ARG(folder)),
                          alone ? c->region : c->title),
        .title = alone ? c->title : STR(""),
        .issuer = c->issuer,
        .region = c->region,
        .date = view_date(a, c->date),
        .number = c->number,
        .count = pages_count(a, c->groups, c->items, c->services),
        .downloads = pages_downloads(a, &c->downloads, folder),
    };
    return card;
}

/* For each region how many catalogs have it. */
static struct lookup count_regions(struct arena *a,
                                   const struct catalog_summary *catalogs, size_t n)
{
    struct lookup regions = {0};
    for (size_t i = 0; i < n; i++) {
        size_t *count = lookup_value(a, &regions, catalogs[i].region);
        *count = *count == STR_NONE ? 1 : *count + 1;
    }
    return regions;
}

/* Percent signs for every byte, as a form would send most of them. */
static struct str query(struct arena *a, struct str word)
{
    struct buf b = {0};
    buf_puts(&b, "search.html?q=");
    for (size_t i = 0; i < word.n; i++)
        buf_printf(&b, "%%%02X", (unsigned)(unsigned char)word.s[i]);
    struct str address = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return address;
}

static void add_search(struct arena *a, struct home_view *view,
                       const struct str_list *tasks)
{
    view->search = STR("search.html");
    view->any_tasks = tasks->n > 0;
    for (size_t i = 0; i < tasks->n; i++)
        *vec_push(a, &view->tasks) = view_link(query(a, tasks->at[i]), tasks->at[i]);
}

bool page_home(const struct pages *p, const struct catalog_summary *catalogs, size_t n,
               const struct str_list *tasks, struct buf *out)
{
    struct arena *a = arena_new();
    struct home_view view = {.frame = view_frame(a, p->site, STR(""))};
    view.frame.title = view.frame.site_name;
    if (p->search)
        add_search(a, &view, tasks);
    struct lookup regions = count_regions(a, catalogs, n);
    for (size_t i = 0; i < n; i++) {
        bool alone =
            catalogs[i].region.n && lookup_find(&regions, catalogs[i].region) == 1;
        *vec_push(a, &view.catalogs) = make_card(a, &catalogs[i], alone);
        view.frame.feed |= pages_has_feed(a, p, catalogs[i].published);
    }
    bool ok = pages_render(p, PAGE_HOME, &view, out);
    arena_drop(a);
    return ok;
}

/* A server shows this page under any address, so its links begin at the root of the host. */
bool page_not_found(const struct pages *p, struct buf *out)
{
    struct arena *a = arena_new();
    struct home_view view = {.frame = view_frame(a, p->site, site_root(a, p->site))};
    view.frame.title = STR("没有这个页面");
    bool ok = pages_render(p, PAGE_NOT_FOUND, &view, out);
    arena_drop(a);
    return ok;
}
