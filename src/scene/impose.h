/* impose - pages put on sheets for folding.
 *
 * A booklet that is stapled in its fold: printed on both sides (turned over along the short
 * edge), the pile of sheets folded once in the middle, pages follow each other. */
#ifndef MULU_SCENE_IMPOSE_H
#define MULU_SCENE_IMPOSE_H

#include "scene/scene.h"

/* The pages of the two halves of one side of a sheet, counted from 0; a number that is no
 * page is an empty half. Side 0 is the front of the outer sheet, side 1 its back. `pages`
 * is a multiple of 4. */
struct halves {
    size_t left, right;
};
struct halves impose_halves(size_t pages, size_t side);

/* Puts the scene's pages, and empty ones behind them up to a multiple of 4, on sheets of
 * width × height, two a side, as large as they fit; pages wider than high are turned. Texts
 * and their elements stay, bookmarks lead to the sheet; links and destinations go: this is for
 * paper. */
void impose_fold(struct scene *s, double width, double height);

#endif
