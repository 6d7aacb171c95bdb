/* kit - what unit tests of all kinds share: texts, commands, files to compare with.
 *
 * What is given back lives in the arena of the test. */
#ifndef MULU_TESTS_KIT_H
#define MULU_TESTS_KIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* The piece n times, one behind the other. */
struct str kit_repeated(struct arena *a, const char *piece, size_t n);

/* The text by its ink, without blanks: space and below, no-break space, ideographic space. */
struct str kit_ink(struct arena *a, struct str text);
void kit_put_ink(struct buf *b, struct str text);

/* What a command prints. One that fails ends the program, which is a failure of the test. */
struct str kit_output(struct arena *a, const char *command);

/* Makes the folder a file is to stand in. */
bool kit_make_folder(const char *path, const char **why);

/* A folder build/test-NAME.PID, new and empty, for the caller to remove with dir_remove() when
 * it is done. Those of this name that ended processes left (a killed test cannot clear up) are
 * removed first. One that cannot be made ends the program, which is a failure of the test. */
struct str kit_work(struct arena *a, const char *name);

/* Whether the text is that of the file at `path` below tests/golden. If not, what differs is printed and the text is left in build/ for a
 * look. With MULU_ACCEPT=1 in the environment the text is first written to the file. */
bool kit_golden(const char *path, struct str got);

/* A random number below n, which is below 2^31, the same ones from the same seed: the linear
 * generator of Knuth's MMIX. */
size_t kit_random(unsigned long long *seed, size_t n);

#endif
