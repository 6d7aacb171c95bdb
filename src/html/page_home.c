/* The home page: the catalogs of the site; and the page for addresses that do not exist. */
#include "html/pages_private.h"

struct catalog_card {
    struct link_view link;
    struct str issuer, region, date, number;
    struct str count; /* 10 个主项，33 个事项 */
    struct links downloads;
};
struct home_view {
    struct frame_view frame;
    VEC(struct catalog_card) catalogs;
};

static const struct shape_row card_rows[] = {
    SHAPE_OBJECT(struct catalog_card, link, &link_shape, "目录页"),
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
    SHAPE_LIST(struct home_view, catalogs, &card_shape, "各目录"),
};
const struct shape home_shape = {"home", home_rows, sizeof home_rows / sizeof *home_rows};

static const struct shape_row not_found_rows[] = {
    SHAPE_OBJECT(struct home_view, frame, &frame_shape, "页面框架"),
};
const struct shape not_found_shape = {"404", not_found_rows, 1};

static struct catalog_card make_card(struct arena *a, const struct catalog_summary *c)
{
    struct str folder = str_print(a, "%.*s/", STR_ARG(c->id));
    struct catalog_card card = {
        .link = view_link(str_print(a, "%.*sindex.html", STR_ARG(folder)), c->title),
        .issuer = c->issuer,
        .region = c->region,
        .date = view_date(a, c->date),
        .number = c->number,
        .count = pages_count(a, c->groups, c->items, c->services),
        .downloads = pages_downloads(a, &c->downloads, folder),
    };
    return card;
}

bool page_home(const struct pages *p, const struct catalog_summary *catalogs, size_t n,
               struct buf *out)
{
    struct arena *a = arena_new();
    struct home_view view = {.frame = view_frame(a, p->site, STR(""))};
    view.frame.title = view.frame.site_name;
    pages_nav_search(a, p, &view.frame);
    for (size_t i = 0; i < n; i++) {
        *vec_push(a, &view.catalogs) = make_card(a, &catalogs[i]);
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
