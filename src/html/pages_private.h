/* pages_private - what the files of pages share among themselves. */
#ifndef MULU_HTML_PAGES_PRIVATE_H
#define MULU_HTML_PAGES_PRIVATE_H

#include "html/pages.h"
#include "html/view.h"

enum page_kind {
    PAGE_HOME,
    PAGE_NOT_FOUND,
    PAGE_SEARCH,
    PAGE_CATALOG,
    PAGE_ITEM,
    PAGE_LEVELS,
    PAGE_TABLE,
    PAGE_NOTICE,
    PAGE_FORM,
    PAGE_KIND_COUNT
};

struct pages {
    const struct site_info *site;
    const struct typesetter *type;
    bool search; /* there is a search page */
    const struct template *templates[PAGE_KIND_COUNT];
};

extern const struct shape form_shape, home_shape, not_found_shape, search_shape,
    catalog_shape, item_shape, levels_shape, table_shape, notice_shape;

/* The shape of a kind's context and the name of its template. */
const struct shape *pages_shape(enum page_kind kind);
const char *pages_template(enum page_kind kind);

/* Renders a page's context, a struct of the kind's shape; false as template_render(). */
bool pages_render(const struct pages *p, enum page_kind kind, const void *context,
                  struct buf *out);

/* True when the site has a feed.xml, as one catalog at least is dated and it has an address. */
bool pages_has_feed(struct arena *a, const struct pages *p, struct str published);

/* The frame of a page below a catalog: navigation among its pages, home in the trail. */
struct frame_view pages_frame(struct arena *a, const struct pages *p,
                              const struct catalog *c);

/* The same for a page in a folder of the catalog. */
struct frame_view pages_frame_below(struct arena *a, const struct pages *p,
                                    const struct catalog *c);

/* The downloads as links: title and "PDF，98 页，412 KB". */
struct links {
    struct link_view *at;
    size_t n, cap;
};
struct links pages_downloads(struct arena *a, const struct downloads *d, struct str root);
void pages_add_downloads(struct arena *a, struct links *links, const struct downloads *d,
                         struct str root);

/* A form's page and its PDFs, to fill in and to print, with their notes; href "" where there
 * is none. `root` leads to the catalog's folder. */
struct form_link pages_form_link(struct arena *a, const struct form *f,
                                 const struct downloads *forms, struct str root);
/* The forms that refs name. For pages in the catalog's folder. */
struct form_links pages_forms(struct arena *a, const struct catalog *c,
                              const struct form_refs *refs,
                              const struct downloads *forms);

/* Ties the lines of a field to the forms that they name. */
void pages_link_forms(struct arena *a, const struct catalog *c,
                      const struct downloads *forms, struct field_view *field);

/* "一、 " + title, or 原文缺标题 where the source lost it. */
struct str pages_group_title(struct arena *a, const struct group *g);

/* "11 个主项，18 个事项，55 个业务办理项"; the last only where there are any. */
struct str pages_count(struct arena *a, size_t groups, size_t items, size_t services);

/* 说明 and other texts printed with the catalog: those above its title, or the others. */
struct entry_views {
    struct entry_view *at;
    size_t n, cap;
};
struct entry_views pages_remarks(struct arena *a, const struct catalog *c, bool above);

/* The title of an item on one line, or 原文缺名称. */
struct str pages_item_title(struct arena *a, const struct item *item);

/* A field with its official name; a text where it is short. */
struct detail_view {
    struct str label, text;
    struct field_view field;
    bool screen; /* not for the sheet that is taken along */
};
struct details {
    struct detail_view *at;
    size_t n, cap;
};
extern const struct shape detail_shape;

/* What an item or service says of its disclosure, in the order of the national template:
 * 公开内容（要素） to 公开层级. Nothing where it says nothing. */
struct details pages_disclosure(struct arena *a, const struct catalog *c,
                                const struct item *item);

/* All fields of a service but its title and its materials, which have boxes to tick; those
 * of disclosure behind the others. */
struct details pages_details(struct arena *a, const struct catalog *c,
                             const struct item *item);

/* What readers call the table of a kind: 事项清单, 三级清单, 公开标准目录. Static. */
const char *pages_kind_title(enum catalog_kind kind);

/* The facts of an item in a line, for lists: its limit without the closing mark. */
struct str pages_limit(const struct item *item);

#endif
