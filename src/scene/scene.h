/* scene - what stands where: a display list in points, and what it means.
 *
 * Layout builds a scene; writers (scene_pdf.h, scene_svg.h, scene_dump.h) paint it and
 * decide nothing. The origin of a page is its top left corner, x goes right, y goes down,
 * the unit is the PostScript point (1/72 inch); writers turn that into what they need.
 *
 * Every mark belongs to an element of a tree (heading, paragraph, table cell, figure …), so
 * that a PDF can be tagged and an SVG labelled. Elements are in reading order. */
#ifndef MULU_SCENE_SCENE_H
#define MULU_SCENE_SCENE_H

#include "base/str.h"
#include "scene/font.h"

struct color {
    unsigned char r, g, b;
};

/* How text looks. */
struct style {
    enum font_role font;
    double size; /* points */
    struct color color;
    bool upright; /* one of characters below each other: brackets and marks as in upright
                   * lines, font_upright(); the text has the usual ones */
};

/* What an element is; the names are those of PDF's standard structure types. */
enum role {
    ROLE_DOCUMENT,
    ROLE_PART,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_H4,
    ROLE_PARAGRAPH,
    ROLE_LIST,
    ROLE_LIST_ITEM,
    ROLE_LABEL, /* the number of a list item */
    ROLE_TABLE,
    ROLE_ROW,
    ROLE_HEADER, /* TH */
    ROLE_CELL,   /* TD */
    ROLE_FIGURE,
    ROLE_TOC,
    ROLE_TOC_ITEM,
    ROLE_ARTIFACT /* running heads, page numbers, rules: not read aloud */
};

/* Why an artifact is there: scene_artifact(). */
enum artifact {
    ARTIFACT_LAYOUT, /* rules, tints, leaders */
    ARTIFACT_HEAD,   /* running head */
    ARTIFACT_FOOT,   /* page number */
    ARTIFACT_REPEAT, /* said again because a page ended: a table's head, a cell's text */
    ARTIFACT_COUNT
};

enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };

struct element {
    enum role role;
    size_t parent; /* index in scene->elements; the root is its own parent */
    /* Of a figure: its name in a few words, and what it shows. Texts lent, not copied: they
     * must live as long as the scene. */
    struct str title, alt;
    enum artifact artifact; /* of an artifact */
    enum scope scope;
    size_t rowspan, colspan; /* of a cell; 0 counts as 1 */
};

/* The role in one English word, for dumps: "heading-1", "cell". Static. */
const char *scene_role_name(enum role role);

enum mark_kind { MARK_TEXT, MARK_PATH, MARK_LINK, MARK_INPUT };

/* Where a run of text leaves its even course: `by` is added before the character at byte
 * `at`, and behind that one the tracking is another. */
struct nudge {
    size_t at;
    double by, tracking;
};

/* A run of text on one baseline in one style. */
struct text_mark {
    struct str text;
    struct style style;
    double x, y;     /* start of the baseline */
    double width;    /* advance as measured, tracking and nudges included */
    double tracking; /* added behind every character, may be negative */
    const struct nudge *nudges; /* ascending */
    size_t nudge_n;
    bool aside;      /* seen, but no part of the text: who copies it passes over it */
    /* Characters the reader of the text must not see (a hyphen at a break) or the marks
     * that several glyphs share are the writer's business, not the scene's. */
};

enum verb { VERB_MOVE, VERB_LINE, VERB_CURVE, VERB_CLOSE };
struct segment {
    enum verb verb;
    double x, y;           /* end point */
    double x1, y1, x2, y2; /* control points of a curve */
};
enum dash { DASH_NONE, DASH_LONG, DASH_SHORT };

/* Lengths of a dash and of the gap behind it, in line widths; 0 and 0 for none. */
struct dash_pattern {
    double on, off;
};
struct dash_pattern scene_dash(enum dash dash);

struct path_mark {
    struct segment *segments;
    size_t n;
    double grid; /* more than 0: a path of upright rectangles whose corners are whole
                  * multiples of this away from the first, so that writers can count */
    bool fill, stroke;
    struct color fill_color, stroke_color;
    double line_width;
    enum dash dash;
};

/* A rectangle that leads somewhere: a web address, or a destination of this scene. A link to
 * a destination that the scene does not have is left out by the writers. */
struct link_mark {
    double x, y, width, height;
    struct str uri;  /* "" when it leads to dest */
    struct str dest; /* name of a struct destination */
};

/* A place to fill in on the screen; on paper nothing of it is seen. Its text is what the
 * reader types, in a font that is not embedded: a scene with inputs makes a file for
 * filling in, not for an archive. */
enum input_kind { INPUT_TEXT, INPUT_CHECK };
enum input_align { INPUT_LEFT, INPUT_CENTER, INPUT_RIGHT };
struct input_mark {
    enum input_kind kind;
    double x, y, width, height;
    struct str name; /* unique in the scene; parts with points between them: 法人.姓名. None
                      * is another's with a point and more behind it */
    struct str label; /* what the reader is told: 法人，姓名 */
    double size;      /* of the text, points */
    bool multiline;   /* text is broken into lines, from the top */
    enum input_align align;
};

struct mark {
    enum mark_kind kind;
    size_t element; /* index in scene->elements */
    union {
        struct text_mark text;
        struct path_mark path;
        struct link_mark link;
        struct input_mark input;
    };
};

/* A smaller page set into a page: the marks from `first` on, up to the next inset's, have
 * its coordinates. */
struct inset {
    size_t first;
    double width, height; /* of the smaller page */
    double x, y, scale;   /* upper left corner of what it covers, and how much smaller */
    bool turned;          /* by a quarter to the left */
};

struct page {
    double width, height;
    VEC(struct mark) marks;   /* painted in this order */
    VEC(struct inset) insets; /* usually none */
};

struct destination {
    struct str name; /* unique in the scene */
    size_t page;     /* index */
    double y;
};

struct bookmark {
    struct str title;
    unsigned depth; /* 0 is the top */
    size_t page;
    double y;
};

struct scene {
    struct arena *arena;                /* owns everything in it */
    struct str title, author, language; /* "zh-CN" */
    struct str date;                    /* ISO, or "" */
    size_t front; /* pages in front of page 1 (a cover): viewers call them … */
    struct str front_label; /* … this: 封面 */
    VEC(struct page) pages;
    VEC(struct element) elements; /* [0] is ROLE_DOCUMENT, [1] is ROLE_ARTIFACT */
    VEC(struct destination) destinations;
    VEC(struct bookmark) bookmarks;
    size_t artifacts[ARTIFACT_COUNT]; /* elements; 0: not needed yet */
};
enum { SCENE_ROOT = 0, SCENE_ARTIFACT = 1 };

/* Returns an empty scene with its two first elements; dropped with scene_drop(). */
struct scene *scene_new(void);
void scene_drop(struct scene *s);

/* Adds a page and returns its index. */
size_t scene_page(struct scene *s, double width, double height);

/* Adds an element below `parent` and returns its index. Its other fields are set by the
 * caller in s->elements.at[index]. */
size_t scene_element(struct scene *s, enum role role, size_t parent);

/* The element of all artifacts of one kind, made when first asked for; SCENE_ARTIFACT is
 * that of ARTIFACT_LAYOUT. */
size_t scene_artifact(struct scene *s, enum artifact kind);

/* Add marks to a page. Texts and nudges are copied into the scene. */
void scene_text(struct scene *s, size_t page, size_t element, const struct text_mark *t);
void scene_path(struct scene *s, size_t page, size_t element, const struct path_mark *p);
void scene_link(struct scene *s, size_t page, size_t element, const struct link_mark *l);
void scene_input(struct scene *s, size_t page, size_t element,
                 const struct input_mark *i);
void scene_destination(struct scene *s, struct str name, size_t page, double y);
void scene_bookmark(struct scene *s, struct str title, unsigned depth, size_t page,
                    double y);

/* Shapes made of paths: a straight line, a rectangle with round corners (radius 0: square;
 * half the height: a pill). NULL colors are left out. */
void scene_line(struct scene *s, size_t page, size_t element, double x1, double y1,
                double x2, double y2, double line_width, struct color color);
struct box {
    double x, y, width, height;
};
struct pen {
    const struct color *fill, *stroke;
    double line_width;
    enum dash dash;
};
void scene_rect(struct scene *s, size_t page, size_t element, struct box box,
                double radius, const struct pen *pen);

/* Puts all marks of `from`'s page behind those of a page of `s`, moved by dx, dy and scaled
 * by `scale`; every mark goes to `element`. Texts are copied: `from` may be dropped. Used to
 * set a flowchart into a booklet. */
void scene_place(struct scene *s, size_t page, size_t element, const struct scene *from,
                 size_t from_page, double dx, double dy, double scale);

#endif
