/* flow_parts - what the files of the flowchart share. Only flow*.c include it; the page of
 * comment in flow.c tells how the parts follow each other. */
#ifndef MULU_LAYOUT_FLOW_PARTS_H
#define MULU_LAYOUT_FLOW_PARTS_H

#include "layout/flow.h"

#define FLOW_NO ((size_t)-1)

/* A side of a box, and the direction of a line that leaves it there. */
enum flow_side { FLOW_UP, FLOW_RIGHT, FLOW_DOWN, FLOW_LEFT };
enum { FLOW_SIDES = 4 };

/* The measures of a mode, in points. */
struct flow_form {
    bool narrow;
    double size;        /* of the text in boxes */
    double aside_size;  /* of what is not on the main way, and of the materials */
    double label_size;  /* of 是 and 否 */
    double least_width; /* of a box */
    double pad_x, pad_y;
    double gap;    /* between rows of boxes */
    double gutter; /* between columns of boxes */
    double track;  /* between parallel lines */
    double page;   /* the chart is at most as wide */
};

/* The laid out text of a box. */
struct flow_text {
    struct paragraph *at;
    size_t n;
    double shift; /* from the left of the text to the left of the measure, 0 or less */
    double width, height;
};

/* A box as measured for the width it may have: its text is set once for each. */
struct flow_measured {
    double most; /* 0: free */
    enum flow_outline outline;
    struct flow_text text;
    double width, height, round;
};
enum { FLOW_MEASURED = 4 };

struct flow_shape {
    const struct flow_node *node;
    struct flow_measured *known; /* the last FLOW_MEASURED; NULL: never measured */
    size_t next_known;
    enum flow_outline outline;
    struct flow_text text;
    double width, height, round;
    struct box box; /* where it stands at last */

    /* place in the graph: flow_graph.c */
    size_t first_link; /* of the links that leave it */
    size_t rank;       /* distance from the start */
    size_t behind;     /* length of the longest way from here to an end */
    bool main;         /* on the main way */
    size_t chip;       /* the link whose label it is, or FLOW_NO: flow_chip.c */
    size_t host;       /* the decision it stands beside, or FLOW_NO */
    int beside;        /* -1 left of the host, 1 right of it */

    /* place in the grid: flow_place.c */
    int column;           /* while placing */
    int row;              /* its lane from top to bottom: odd */
    int from, to, center; /* its lanes from left to right */
};

/* An edge whose two nodes exist. */
struct flow_link {
    size_t edge; /* index in flow->edges */
    size_t from, to;
    size_t next; /* link that leaves the same shape, or FLOW_NO */
    bool back;   /* leads up again: reversed for ranking */
    bool main;
    enum flow_side out, in; /* the sides where it leaves and enters */
    size_t first_run, runs;
    struct flow_text label;
    struct box label_box;
    bool stuck;  /* no place was found where the label touches nothing */
    size_t chip; /* the shape that holds the label, or FLOW_NO */
    size_t tail; /* then the link from there on */
    struct point *points;
    size_t n;
};

/* A straight part of a link in a lane. */
struct flow_run {
    size_t link;
    bool vertical;
    int lane;
    int from, to; /* the lanes it crosses, from <= to */
    int lean;     /* where its ends turn to: below 0 to the left or up */
    bool leaves, enters;
    int track; /* 0 in the middle of the lane, -1 left of or above it, … */
};

/* A strip across the whole chart, from top to bottom or from left to right. Odd lanes hold
 * boxes, even ones are the gutters between them. */
struct flow_lane {
    int low, high; /* tracks in use */
    bool used;
    bool anchored; /* track 0 is the middle of boxes, so it must be that of the lane */
    double room;   /* wanted for labels between tracks and the lanes beside it */
    double spread; /* wanted for labels between the tracks */
    double spacing, size, middle;
};

/* A swim lane: a strip from top to bottom with the boxes of one level. */
struct flow_swim {
    struct flow_text head;
    int from, to;       /* its lanes of the grid, both odd */
    double left, right; /* where it begins and ends */
};

struct flow_work {
    struct arena *arena;
    const struct typesetter *type;
    const struct flow *flow;
    const struct flow_form *form;
    struct flow_shape *shapes;
    size_t n;
    struct flow_link *links;
    size_t n_links;
    int columns, rows; /* lanes: 2 × columns + 1 and 2 × rows + 1 */
    bool plain;        /* boxes stay in the order in which they come: for comparison */
    bool swept;        /* flow_order() is asked */
    bool roomy;        /* narrow: main boxes may leave the lanes beside them free */
    struct flow_swim *swims; /* swim lanes from left to right; NULL without */
    size_t n_swims;
    double head; /* height of their heads */
    VEC(struct flow_run) runs;
    struct flow_lane *across, *down; /* lanes by x, lanes by y */
    double width, height;
    struct flow_near *near; /* while labels are placed */
};

/* flow_graph.c: the shapes with their ranks, the main way, the links. */
void flow_graph(struct flow_work *w);

/* flow_box.c, flow_lines.c: texts, outlines and least sizes. `most` is the width the box may have. */
void flow_box_measure(struct flow_work *w, struct flow_shape *s, double most);
/* The width a box of the wide form may have. */
double flow_box_most(const struct flow_work *w, const struct flow_shape *s);
/* Sets a text in so many lines that end between words, one paragraph a line. False, and
 * *out as it was, where words, measure and number do not go together. */
bool flow_lines(struct flow_work *w, struct str text, struct style style,
                const struct paragraph_style *ps, size_t lines, struct flow_text *out);
void flow_label_measure(struct flow_work *w, struct flow_link *l, double most);
/* The point of the outline on one side: at x for above and below, at y for left, right. */
struct point flow_box_border(const struct flow_shape *s, enum flow_side side, double at);

/* A text in lines of about equal length, in the middle of its measure. */
struct flow_text flow_centered(struct flow_work *w, struct str text, struct style style,
                               double measure);

/* flow_place.c: rows and columns. */
void flow_place(struct flow_work *w);

/* flow_order.c: swaps boxes within their rows of a wide chart, where that saves crossings of
 * straight lines; columns of boxes of the main way and beside a host stay. `free` is the
 * first rank whose boxes may stand in the middle. False when nothing is moved. */
bool flow_order(struct flow_work *w, int columns, int middle, size_t free);
/* The crossings of the lines as they are routed. */
size_t flow_crossings(const struct flow_work *w);

/* flow_swim.c: swim lanes of a wide chart. Columns a lane may have; the lanes with their
 * heads; room for them once the columns are placed; their sides once these have sizes. */
enum { FLOW_SWIM_COLUMNS = 3 };
enum {
    FLOW_SWIM_BORDER = 6
}; /* from the border of two lanes to the next track, points */
void flow_swim_take(struct flow_work *w);
void flow_swim_room(struct flow_work *w);
void flow_swim_widen(struct flow_work *w);
void flow_swim_sides(struct flow_work *w);

/* flow_route.c: the runs of every link. */
void flow_route(struct flow_work *w);

/* flow_track.c: tracks of the runs. False when a roomy narrow chart has too many. */
bool flow_track(struct flow_work *w);

/* flow_geometry.c: lanes get sizes, boxes and lines their coordinates. */
void flow_geometry(struct flow_work *w);

/* flow_near.c: what a label must not touch, found by its place. */
struct flow_near;
struct flow_near *flow_near_new(struct arena *a, double height);
void flow_near_add(struct flow_near *n, struct box box, double cost);
/* The sum of the costs of all that the box overlaps. */
double flow_near_cost(const struct flow_near *n, struct box box);

/* flow_label.c: labels beside their lines. False when some touch something and lanes want
 * more room for them: flow_geometry() is then to be called again. */
bool flow_labels(struct flow_work *w);
/* flow_chip.c: gives stuck labels (or all) a place of their own in the grid. False when
 * there are none. Then, once the chart is laid out, makes one line of both parts. */
bool flow_chips(struct flow_work *w, bool all);
void flow_chip_measure(struct flow_work *w, struct flow_shape *s, double most);
void flow_join_chips(struct flow_work *w);
/* Widens the chart to hold labels that stand outside its boxes. */
void flow_hold_labels(struct flow_work *w);

/* flow_paint.c: parts of the picture, in the coordinates of the chart. */
struct flow_painter {
    struct scene *s;
    size_t page, figure;
};
void flow_paint_shape(const struct flow_painter *p, const struct flow_shape *s);
void flow_paint_text(const struct flow_painter *p, const struct flow_text *t, double x,
                     double y);
/* A line over n points, with an arrow at its end or without. */
void flow_paint_line(const struct flow_painter *p, const struct point *points, size_t n,
                     bool arrow);
/* Frame and heads of the swim lanes, from y = top to y = low. */
void flow_paint_swims(const struct flow_painter *p, const struct flow_work *w, double top,
                      double low);
/* A round connector with a number. */
void flow_paint_connector(const struct flow_painter *p, const struct flow_text *number,
                          struct point middle, double radius);

/* flow.c: all of it. */
struct flow_work flow_work(struct arena *a, const struct typesetter *t,
                           const struct flow *flow, enum flow_mode mode);
/* Where the text of a box stands, once the box does. */
struct box flow_text_box(const struct flow_shape *s);

#endif
