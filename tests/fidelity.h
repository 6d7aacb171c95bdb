/* fidelity - what the three tests of text fidelity share: source to catalog, catalog to web,
 * catalog to PDF.
 *
 * Texts are compared by their ink, that is without blanks and line ends, so that only the
 * breaking of lines is left out of account. What is not found is lost and fails the test,
 * unless it is a row of the one table of exceptions (fidelity_exceptions.c). Everything read
 * lives in the arena of the test and is never given back before its end. */
#ifndef MULU_TESTS_FIDELITY_H
#define MULU_TESTS_FIDELITY_H

#include "base/arena.h"
#include "catalog/model.h"
#include "json.h"
#include "kit.h"

struct fidelity_document {
    const char *id;     /* of the catalog */
    const char *source; /* the test's own copy of the source text */
    const char *table; /* the kind that is one table: list, levels, disclosure; or NULL */
};
enum { FIDELITY_DOCUMENTS = 5 };
extern const struct fidelity_document fidelity_documents[FIDELITY_DOCUMENTS];

/* A text of a source that the catalog does not hold, or holds in another form. */
struct fidelity_exception {
    const char *document;
    size_t line;         /* of the source, from 1 */
    const char *text;    /* what stands there */
    const char *instead; /* what is compared instead of it, mostly nothing */
    const char *why;
};
extern const struct fidelity_exception fidelity_exceptions[];
extern const size_t fidelity_exception_count;

/* Texts that the program added to a published chart that has come down to us torn. */
struct fidelity_completion {
    const char *code; /* of the item of 沅江 */
    const char *text;
};
extern const struct fidelity_completion fidelity_completions[];
extern const size_t fidelity_completion_count;

/* The ink (kit_ink) of a text put together by a format. */
struct str ink_print(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The ink of several texts, one behind the other. */
struct str ink_joined(struct arena *a, const struct str_list *texts);
/* The text without the underscores that pages and prints draw for blanks to write on. */
struct str without_lines(struct arena *a, struct str text);

/* A source text, line by line. */
struct paper {
    const char *document;
    struct str_list lines; /* without bookmark marks, exceptions replaced */
    size_t characters;     /* of ink, bookmark marks not counted */
    size_t marks;          /* characters of bookmark marks */
    size_t stale;          /* exceptions that do not apply; they are printed */
};
struct paper read_paper(struct arena *a, const struct fidelity_document *document);

/* json_member() under a short name. */
static inline const struct json *member(const struct json *j, const char *name)
{
    return json_member(j, name);
}
/* The catalog as `mulu export` gives it; never NULL. */
const struct json *exported_catalog(struct arena *a, const char *id);
/* Publishes the five catalogs to a folder under build/: `only` is "html" or "pdf". Returns
 * the folder. */
struct str published_site(struct arena *a, const char *only);

/* ---- pools: text that expected texts are taken out of, every character once ---- */

struct pool {
    struct str text; /* ink */
    bool *used;      /* for every byte */
    struct {
        size_t *at;
        size_t n, cap;
    } ends; /* of the pages, in bytes; empty: one page */
};

/* A pool of a text; form feeds end pages. */
struct pool *pool_new(struct arena *a, struct str text);
/* Takes the first free occurrence at or behind `*from` and before `to`; a text that breaks
 * over pages is found in pieces, the last one on one page and the next first on the page
 * behind. Moves `*from` behind it. Returns false and changes nothing when it is not there. */
bool pool_take(struct pool *p, size_t *from, size_t to, struct str text);
/* What is left of the bytes from `from` to `to`; a blank where something was taken. */
struct str pool_rest(struct arena *a, const struct pool *p, size_t from, size_t to);

/* ---- what comes out ---- */

/* The text of a page's <main> as a reader sees it: without tags, titles of drawings and the
 * links to the neighbours, entities resolved. Charts are left out when not `charts`. */
struct str page_text(struct arena *a, const char *path, bool charts);
/* The texts of one of the two drawings of an item's page: "chart wide", "chart narrow". */
struct str page_chart(struct arena *a, const char *path, const char *which);
/* The cells of the table of a page, header rows left out: the text of a cell that spans
 * rows stands in each of them. */
struct page_grid {
    size_t rows, columns;
    struct str *cells; /* ink; row after row */
};
struct page_grid page_grid(struct arena *a, const char *path, size_t columns);
/* The ink of the header rows. */
struct str page_header(struct arena *a, const char *path);
/* The text of a PDF in the order in which it is painted, pages ended by form feeds. */
struct str pdf_text(struct arena *a, const char *path);

/* ---- walking a catalog ---- */

/* A row of a document that is a table: an item, or one of its services. */
struct table_row {
    const struct json *group, *item, *unit; /* unit: the service, or the item itself */
    bool first_of_group, first_of_item;
};
struct table_rows {
    struct table_row *at;
    size_t n, cap;
};
struct table_rows table_rows(struct arena *a, const struct json *catalog);

/* What a column of a table shows. */
enum column_shows {
    SHOWS_GROUP, /* number and title */
    SHOWS_GROUP_NO,
    SHOWS_GROUP_TITLE,
    SHOWS_GROUP_CODE,
    SHOWS_GROUP_FULL, /* number, title, and the code */
    SHOWS_SEQ,
    SHOWS_TITLE,
    SHOWS_CODE,
    SHOWS_TITLE_FULL, /* title, and the code */
    SHOWS_SERVICE_SEQ,
    SHOWS_SERVICE_TITLE,
    SHOWS_FIELD, /* by its key in "printed" */
    SHOWS_LEVEL, /* by the level's id */
    SHOWS_TICK,  /* "audience 全社会": the kind and the name of the column */
};
struct table_column {
    enum column_shows shows;
    const char *key;
};
/* The columns of a document as the office printed them. */
struct table_columns {
    const struct table_column *at;
    size_t n;
};
struct table_columns table_columns(const char *id);

/* The ink of their headings, upper ones first. */
struct str table_headings(const char *id);

/* The ink of a cell; a merged cell has the same text in each of its rows. */
struct str cell_text(struct arena *a, const struct table_row *row,
                     const struct table_column *column);
/* The texts that may stand for it: a code behind a title without brackets, with narrow and
 * with wide ones. */
enum { CELL_FORMS = 3 };
void cell_forms(struct arena *a, const struct table_row *row,
                const struct table_column *column, struct str forms[CELL_FORMS]);
/* Whether a cell says the same; in any of these forms. */
bool cell_matches(struct arena *a, const struct table_row *row,
                  const struct table_column *column, struct str cell);
/* Whether the cell is the same merged cell as the one above it. */
bool cell_continues(const struct table_rows *rows, size_t row,
                    const struct table_column *column);

/* ---- counting ---- */

struct tally {
    const char *document, *direction;
    size_t texts, characters; /* that were found */
    size_t lost;              /* characters */
};
void tally_found(struct tally *t, struct str text);
/* Prints what is lost, and where. */
void tally_lost(struct tally *t, const char *where, struct str text);
void tally_print(const struct tally *t);

/* ISO dates as the documents print them: 2020年12月28日; "" for "". */
struct str chinese_date(struct arena *a, struct str iso);
/* Every text of a notice in the order of the source, each entry a whole. */
struct str_list notice_texts(struct arena *a, const struct json *catalog);
/* Every text of a form in reading order. */
struct str_list form_texts(struct arena *a, const struct json *form);
/* 沅江 as it is stored, to be dropped with catalog_drop(): the JSON has no numbers of the
 * materials of charts. And a chart of it by the code of its item, or NULL. */
struct catalog *stored_yuanjiang(void);
const struct flow *stored_flow(const struct catalog *catalog, struct str code);
/* The form of this name, or NULL. */
const struct json *find_form(const struct json *catalog, struct str id);
/* Sorts the longest first, so that a short text is not taken out of a long one. */
void longest_first(struct str_list *texts);

#endif
