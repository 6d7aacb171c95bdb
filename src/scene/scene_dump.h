/* scene_dump - a scene as lines of text, for people and for golden files.
 *
 * One line a mark, coordinates to 0.01 pt, elements by indent; the same scene gives the
 * same bytes. `mulu dump --stage scene` prints this. */
#ifndef MULU_SCENE_SCENE_DUMP_H
#define MULU_SCENE_SCENE_DUMP_H

#include "scene/scene.h"

void scene_dump(const struct scene *s, struct buf *out);

#endif
