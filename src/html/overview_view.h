/* overview_view - what the template of the overview sees. Internal to html. */
#ifndef MULU_HTML_OVERVIEW_VIEW_H
#define MULU_HTML_OVERVIEW_VIEW_H

#include "html/overview_page.h"

struct overview_fact {
    struct str label, text;
};
struct overview_facts {
    struct overview_fact *at;
    size_t n, cap;
};

/* A cell of the matrix, or a number beside or under it. */
struct overview_cell {
    struct str text;
    struct str style; /* "missing", "changed"; "" for a usual one */
};
struct overview_cells {
    struct overview_cell *at;
    size_t n, cap;
};

/* A head of a column, or a row with its cells. */
struct overview_line {
    struct str number; /* of an item; "" for a region */
    struct str name, code;
    struct str group; /* the main item, on its first row; else "" */
    struct str span;  /* columns of the whole table */
    struct overview_cells cells, sums;
};
struct overview_lines {
    struct overview_line *at;
    size_t n, cap;
};

struct overview_matrix {
    struct str corner;
    struct overview_lines heads;
    struct overview_facts sum_heads; /* label: the sign; text: what it means */
    struct overview_lines totals;    /* over all rows, one a sign */
    struct overview_lines rows;
};

struct overview_rule_view {
    struct str number, title, id, family, severity, level, count, regions;
};
struct overview_place {
    struct str rank, name, code, title, shown, href;
    struct str items, errors, warnings, notes, accepted, error_rate, warning_rate;
    struct overview_cells sums; /* none: it is not in the matrix */
    struct str absence;         /* why */
};
struct overview_places {
    struct overview_place *at;
    size_t n, cap;
};

struct overview_view {
    struct str title, list, confidence;
    struct overview_facts facts;
    struct overview_facts legend;
    bool compared;  /* there is a matrix */
    bool by_region; /* its rows are regions */
    bool sheets;    /* there are return sheets */
    bool any_absent;
    struct overview_matrix matrix;
    struct overview_lines items; /* the items with their totals, when they are columns */
    VEC(struct overview_rule_view) rules;
    struct str ranking_rule;
    struct overview_places ranking;
    struct str sum_columns;
    struct overview_places absent;
};

struct overview_view overview_view(struct arena *a, const struct overview *o);

#endif
