/* handout_parts - what the files of the handout share. Inner part of handout.c. */
#ifndef MULU_LAYOUT_HANDOUT_PARTS_H
#define MULU_LAYOUT_HANDOUT_PARTS_H

#include "catalog/fields.h"
#include "layout/composer.h"
#include "layout/handout.h"

/* A field on the sheet: its name at the left, its text in a column beside it. */
struct handout_section {
    enum field_id field;
    struct galley rows;
    size_t shown, entries; /* of the field; all are shown unless it was shortened */
    VEC(size_t) ticked;    /* rows with a box to tick */
};

/* One attempt at a sheet. */
struct handout {
    struct composer composer;
    const struct handout_subject *of;
    const struct print_style *style; /* of header and footer */
    const struct print_style *text;  /* of the fields: the style, or a smaller one */
    size_t most_rows;                /* a field may take */
    size_t window;                   /* element of what the window writes and signs */
    struct galley foot;
    VEC(struct handout_section) sections;
};

/* The service where there is one, else the item; and what it says in a field, which for a
 * service may stand on its item. */
const struct item *handout_item(const struct handout_subject *of);
const struct field *handout_field(const struct handout_subject *of, enum field_id id);
/* Names of the steps, likewise. */
const struct str_list *handout_steps(const struct handout_subject *of);

/* Height of a galley's rows; the first one's space above is not counted. */
double handout_height(const struct galley *g);

/* Title, code, QR code and the rule below; moves the composer's y behind them. */
void handout_head(struct handout *h);

/* Fills h->foot: signatures, source, address. */
void handout_lay_foot(struct handout *h);
/* Sets them at the foot of the page, with lines for the window's own words where there is
 * room below y. */
void handout_foot(struct handout *h);

/* Fills h->sections; returns the height of all. */
double handout_lay_fields(struct handout *h);
/* Sets them. */
void handout_fields(struct handout *h);

#endif
