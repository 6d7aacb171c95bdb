/* findings_view - what the templates of the findings page see. Internal to html. */
#ifndef MULU_HTML_FINDINGS_VIEW_H
#define MULU_HTML_FINDINGS_VIEW_H

#include "html/findings.h"
#include "html/shape.h"

/* One finding, or several that say the same. */
struct finding_view {
    struct str number;   /* counted over the catalog */
    struct str level;    /* "error", "warning", "note": for the style */
    struct str severity; /* 错误 */
    struct str field;    /* 办理时限 */
    struct str message, expected, proposal, remedy, basis;
    struct str place;    /* 第 12 行第 5 列 */
    struct str more;     /* where else, "" for a single one */
    struct str accepted; /* why it is accepted */
    struct str about;    /* an accepted one: the item it is about */
    struct str rule;
};
struct finding_views {
    struct finding_view *at;
    size_t n, cap;
};

/* The findings about one item, group, form or the catalog as a whole. */
struct section_view {
    struct str anchor, title, code;
    struct str file;  /* where it is not catalog.xml */
    struct str count; /* of its findings: 3 */
    struct finding_views findings;
};
struct section_views {
    struct section_view *at;
    size_t n, cap;
};

struct fact_view {
    struct str label, text;
};
/* A row of counts: of a family of rules, of a catalog, of all. */
struct tally_view {
    struct str href; /* of a catalog's part; else "" */
    struct str name, errors, warnings, notes, accepted, total;
};
struct tally_views {
    struct tally_view *at;
    size_t n, cap;
};

/* check-begin.html */
struct findings_head {
    struct str title, date, count;
    bool several;
};
/* check-catalog.html */
struct findings_catalog {
    struct str anchor, title;
    bool several, unread;
    VEC(struct fact_view) facts;
    struct str summary; /* 2 个错误，3 个警告，6 个提示 */
    bool clean;
    struct tally_views tallies;
    bool contents; /* long enough for a table of contents */
    struct section_views sections;
    bool any_accepted;
    struct str accepted_count;
    struct finding_views accepted;
};
/* check-end.html */
struct findings_tail {
    bool several;
    struct tally_views tallies;
};
extern const struct shape findings_head_shape, findings_catalog_shape,
    findings_tail_shape;

/* All findings that count, folded, by what they are about in the order of the file;
 * anchors begin with `anchor`. */
struct section_views findings_sections(struct arena *a, const struct findings_part *part,
                                       struct str anchor);

/* The accepted ones, folded. */
struct finding_views findings_accepted(struct arena *a, const struct findings_part *part);

#endif
