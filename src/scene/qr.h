/* qr - a QR code (GB/T 18284, ISO/IEC 18004) as one path of a scene.
 *
 * Error correction is level M: a code on a sheet that has been folded or stamped still
 * reads. Its quiet zone is white paper that the caller keeps free. */
#ifndef MULU_SCENE_QR_H
#define MULU_SCENE_QR_H

#include "scene/scene.h"

struct qr {
    size_t size;      /* modules a side */
    const bool *dark; /* size × size, row by row */
    struct str text;  /* what it says; borrowed */
};

/* White modules a code wants on each side (ISO/IEC 18004, 6.3.8), and the least side of
 * one on paper: 20 mm, which phones read from a hand's breadth to an arm's length. */
enum { QR_QUIET = 4 };
#define QR_SIDE (20 * 72 / 25.4)

/* Makes the code, in the arena. False when the text is empty or longer than any code
 * holds. */
bool qr_code(struct arena *a, struct str text, struct qr *out);

/* Points a module takes in a code of at least `side` points, a multiple of 1/4 so that
 * edges fall on few different numbers. */
double qr_module(const struct qr *q, double side);

/* A figure of that name below `parent`; what it shows is the text. Texts are copied. */
size_t qr_figure(struct scene *s, size_t parent, struct str title, const struct qr *q);

/* Draws the code with its upper left module at x, y, black, as one path: no hairlines
 * between modules. */
void qr_paint(struct scene *s, size_t page, size_t element, const struct qr *q, double x,
              double y, double module);

#endif
