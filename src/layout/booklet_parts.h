/* booklet_parts - what the files of the booklet share. Inner part of booklet.c. */
#ifndef MULU_LAYOUT_BOOKLET_PARTS_H
#define MULU_LAYOUT_BOOKLET_PARTS_H

#include "catalog/fields.h"
#include "layout/booklet.h"
#include "layout/composer.h"
#include "scene/qr.h"

/* Rows are drawn together by this much at most where the last ones would else stand on a
 * page of their own: a sheet with two lines on it is worse than lines a little nearer. */
#define BOOKLET_TIGHTEST 0.93

/* One printing of a form: an item that lists a form prints it, though another item has. */
struct booklet_form {
    const struct form_ref *ref;
    const struct form *form;
    size_t target;
    bool first; /* the first printing of the form */
};

struct booklet {
    struct composer composer;
    const struct catalog *catalog;
    const struct print_style *guide, *form;
    struct str folder; /* of the pages on the web, or "" */
    struct diag *diag;
    size_t *parts;  /* target of each group's part page, or COMPOSER_NONE */
    size_t **items; /* target of each item, by group */
    VEC(struct booklet_form) forms; /* in the order of print */
    size_t *first_forms; /* of each form of the catalog: its first printing, or NONE */
    size_t *last_forms;  /* the last that has been set, or NONE */
    size_t index;        /* target of the index, or COMPOSER_NONE */
    size_t listed;       /* of the forms, in the contents */
    size_t printed;      /* of the forms */
    size_t form_cells;   /* of all printings */
};

/* Names for running heads, contents and bookmarks: on one line, in the composer's arena.
 * item: 一、单位参保登记; its title alone, 原文缺标题 where there is none.
 * part: 第二部分　基本医疗保险…; "" for a group without number and title. */
struct str item_name(struct booklet *b, const struct item *item);
struct str item_title(struct booklet *b, const struct item *item);
struct str part_name(struct booklet *b, const struct group *group);
/* 第二部分 for 第二部分： */
struct str part_number(const struct group *group);
/* True for 一、 and 1. and （一）, false for 1 and 第二部分: those need a gap behind them. */
bool number_has_mark(struct str no);
struct str item_dest(struct booklet *b, const struct item *item);
struct str part_dest(struct booklet *b, size_t group);

/* Whether the group is printed with a page of its own. */
bool part_titled(const struct group *group);

void booklet_cover(struct booklet *b);
void booklet_contents(struct booklet *b);
void booklet_part(struct booklet *b, size_t group);
void booklet_item(struct booklet *b, size_t group, size_t item);

/* Whether there are items enough for an index; its pages. */
bool booklet_has_index(const struct booklet *b);
void booklet_index(struct booklet *b);

/* What a row of contents leads to. */
struct contents_end {
    size_t target;
    struct str dest;
};
/* Puts an entry with dots and page number behind its last line; sets the block's room for
 * the number. Returns its first row. */
size_t contents_entry(struct booklet *b, struct galley *g, const struct span *spans,
                      size_t n, struct block *block, const struct contents_end *end);

/* Rows of a table of contents for all items of a group; with `forms`, for theirs too. */
void contents_items(struct booklet *b, struct galley *g, size_t toc, size_t group,
                    double indent, bool forms);

/* The flowchart of an item on its way to its page, with its title and the note below it. */
struct chart {
    const struct item *item;    /* NULL: it has none */
    struct scene *wide, *tight; /* the chart, and with its rows nearer, once asked for */
    bool narrow;                /* `wide` is drawn as for a phone: there is no other */
    struct galley head, note;
    double above, around; /* space above the title; height of title and note */
};
/* Lays the chart out, to be given to booklet_chart(). */
struct chart booklet_chart_open(struct booklet *b, const struct item *item);
/* What the chart takes at the least below its item's fields, the space above it included,
 * when these leave it `room`; 0 when that is enough for it as it is, or when it stands on
 * pages of its own in any case. */
double booklet_chart_least(struct booklet *b, struct chart *chart, double room);
/* Sets it below what stands on the page or on the next page, and drops it. Nothing when the
 * item has none. */
void booklet_chart(struct booklet *b, struct chart *chart, size_t element,
                   enum role heading);

/* The destination of a printing. */
struct str form_dest(struct booklet *b, const struct booklet_form *printed);
/* Finds out which forms are printed, in which order. */
void booklet_add_forms(struct booklet *b);
/* The forms of an item on pages of their own, with bookmarks of that depth; those of the
 * catalog. */
void booklet_forms(struct booklet *b, const struct form_refs *refs, size_t element,
                   enum role heading, unsigned depth);
void booklet_own_forms(struct booklet *b);
/* Says behind the galley's last row on which page the form of that id is that the item has,
 * or else the nearest, `right` points from the edge of the type area. Nothing when the booklet
 * does not print it. */
void booklet_refer(struct booklet *b, struct galley *g, const struct item *item,
                   struct str id, double right);

/* The QR code of an item's page and what it keeps for itself in the upper right corner of
 * the type area. */
struct corner {
    struct qr qr;
    double module;
    double width, height; /* 0: there is none */
};
struct corner booklet_corner(struct booklet *b, const struct item *item);
/* Draws it on the page that has just begun. Nothing when there is none. */
void booklet_qr(struct booklet *b, const struct corner *corner, size_t element);

#endif
