/* view - the pieces that pages are made of: what a template can show of the model.
 *
 * A view is a plain struct in an arena, made for one page, with a shape that names its
 * members for templates. Views lend the model's texts and add what a reader needs besides:
 * addresses, counts, words a citizen says. */
#ifndef MULU_HTML_VIEW_H
#define MULU_HTML_VIEW_H

#include "catalog/model.h"
#include "html/shape.h"
#include "html/site_info.h"

/* Something that leads somewhere. */
struct link_view {
    struct str href, text;
    struct str note; /* "PDF，98 页，412 KB", or "" */
};

/* A form: its page, and its PDFs to fill in and to print (href "" when none is made). */
struct form_link {
    struct link_view page, pdf, blank;
};
struct form_links {
    struct form_link *at;
    size_t n, cap;
};

/* One line of a field as published. */
struct entry_view {
    struct str no, name, sep, text;
    bool entry;         /* an entry of the list, not a paragraph */
    struct str form_id; /* of the form it names, or "" */
    bool has_form;      /* the two are set */
    struct form_link form;
};
/* One field. */
struct field_view {
    bool any; /* it has text */
    bool markdown;
    struct str markup; /* of a markdown field */
    struct str text;   /* the whole, lines joined by line breaks */
    size_t count;      /* entries that are not paragraphs */
    VEC(struct entry_view) lines;
};

/* Who handles an item at one level: 市里能办, 镇里受理. */
struct chip_view {
    struct str level; /* name as published: 宁乡市 */
    struct str mark;  /* as published: √, 审批, a sentence */
    struct str word;  /* what a citizen says: 市里能办; a sentence stays a sentence */
    bool sentence;
    size_t nearness; /* 0: the nearest */
};

/* A meta tag of the page. */
struct meta_view {
    struct str name, content; /* never "" */
};
/* An entry of the footer. */
struct footer_view {
    struct str href, text; /* href "": only text */
    bool gap;              /* the site does not say it */
};

/* What all pages share. */
struct frame_view {
    struct str title;       /* of the page, for <title> */
    struct str description; /* for <meta>, "" for none */
    struct str root;        /* the way up to the site's root: "", "../" or "../../" */
    struct str site_name;
    bool wide;                    /* a table that wants more than the usual width */
    VEC(struct link_view) trail;  /* where am I: home first, without the page itself */
    VEC(struct link_view) nav;    /* places of this catalog */
    VEC(struct footer_view) footer; /* the official entries */
    VEC(struct meta_view) metas;
    bool article; /* a content page, with the line below */
    struct str published, source; /* "2020-12-28 09:30"; "" where nobody says */
    bool feed; /* the site has a feed.xml */
    struct str linked; /* linked data of the page, JSON; or "" */
};

extern const struct shape entry_shape, field_shape, form_link_shape, link_shape,
    chip_shape, frame_shape;

/* Make views. `root` is the way up to the root of the site, as in struct frame_view. */
struct field_view view_field(struct arena *a, const struct field *f);
struct frame_view view_frame(struct arena *a, const struct site_info *site,
                             struct str root);
struct link_view view_link(struct str href, struct str text);

/* The chips of an item: one a declared level with a cell that is not empty; village, town,
 * county, city, province, then others as declared. */
struct chips {
    struct chip_view *at;
    size_t n, cap;
};
struct chips view_chips(struct arena *a, const struct catalog *c,
                        const struct item *item);

/* A title on one line: a line break of the print is dropped between two Chinese characters
 * and a blank elsewhere. */
struct str view_title(struct arena *a, struct str title);

/* A date as people read it: 2020年12月28日; "" gives "". */
struct str view_date(struct arena *a, struct str iso);

/* The telephone numbers in a text: digits with dashes, 7 to 12 digits, or 5 digits that
 * begin with 1 or 9 (12345, 12393). Appended to the list, each once. */
void view_phones(struct arena *a, struct str text, struct str_list *phones);

#endif
