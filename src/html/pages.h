/* pages - the pages of a site, each from the model through a view and a template.
 *
 * Templates are compiled once for all catalogs (pages_new) and checked against the shapes
 * of their contexts. Every function below writes one whole page to `out`; it returns false
 * when the page passes a limit of template_render(), and the page must then not be used. */
#ifndef MULU_HTML_PAGES_H
#define MULU_HTML_PAGES_H

#include "base/buf.h"
#include "catalog/model.h"
#include "html/site_info.h"
#include "html/template.h"
#include "layout/print_style.h"
#include "layout/text.h"

/* A file offered for download, or another page of the catalog. */
struct download {
    struct str name;  /* relative to the catalog's folder: "guide.pdf" */
    struct str title; /* 整本办事指南 */
    struct str item;  /* stem of the item it is about; "": the whole catalog */
    size_t pages;     /* of a PDF; 0: not said */
    size_t bytes;
};
struct downloads {
    struct download *at;
    size_t n, cap;
};

/* What the home page says of one catalog; also what a worker reports of it. */
struct catalog_summary {
    struct str id, title, issuer, region, date, number;
    struct str published; /* when its pages went public, or "" */
    size_t groups, items, services;
    struct downloads downloads;
    struct downloads data;      /* for other programs: Excel, CSV, JSON */
    struct downloads forms;     /* the two PDFs of each form, in the catalog's order */
    struct downloads documents; /* those about one item, in the order of the items */
};

struct pages; /* the compiled templates */

/* Compiles all templates of a set. Returns NULL after telling `d`; freed with pages_drop().
 * The set, site and typesetter are borrowed and must live as long. */
struct pages *pages_new(struct template_set *set, const struct site_info *site,
                        const struct typesetter *type, struct diag *d);
void pages_drop(struct pages *p);

/* `tasks`: everyday words that the search finds something for; offered below its field, where
 * there is a search. */
bool page_home(const struct pages *p, const struct catalog_summary *catalogs, size_t n,
               const struct str_list *tasks, struct buf *out);
bool page_not_found(const struct pages *p, struct buf *out);
/* The page that searches by assets/site.js; without scripts it leads to the catalogs. */
bool page_search(const struct pages *p, const struct catalog_summary *catalogs, size_t n,
                 struct buf *out);
/* Whether the pages have a link to search.html; without being asked they have none. */
void pages_offer_search(struct pages *p, bool offer);
/* The pages that show a catalog as a table: one for each kind it is printed as
 * (catalog_prints), beside its index.html. */
struct pages_table {
    enum catalog_kind kind;
    struct str name;
};
enum { PAGES_TABLES = 3 };
extern const struct pages_table pages_tables[PAGES_TABLES];

/* `forms`: the PDFs of the catalog's forms, forms/<id>.pdf to fill in and
 * forms/<id>-blank.pdf to print; empty when none are made. */
bool page_catalog(const struct pages *p, const struct catalog *c,
                  const struct downloads *downloads, const struct downloads *forms,
                  struct buf *out);
/* `own`: the documents about this item, offered before those about the catalog. */
bool page_item(const struct pages *p, const struct catalog *c, const struct group *g,
               const struct item *item, const struct downloads *own,
               const struct downloads *downloads, const struct downloads *forms,
               struct buf *out);
bool page_form(const struct pages *p, const struct catalog *c, const struct form *f,
               const struct downloads *forms, struct buf *out);
bool page_levels(const struct pages *p, const struct catalog *c,
                 const struct downloads *downloads, struct buf *out);
/* list.html or disclosure.html, with the columns of the style they are printed by. */
bool page_table(const struct pages *p, const struct catalog *c, enum catalog_kind kind,
                const struct print_style *style, const struct downloads *downloads,
                struct buf *out);
bool page_notice(const struct pages *p, const struct catalog *c,
                 const struct downloads *downloads, struct buf *out);

#endif
