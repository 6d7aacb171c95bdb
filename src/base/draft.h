/* draft - a file that is written piece by piece and takes its place when it is whole.
 *
 * The bytes go to a file beside it; draft_commit() flushes that to disk and renames it. The
 * old file stands until then and keeps its permissions. A symbolic link stays and its
 * target is replaced; a device or pipe is written to at once, never replaced. A signal that
 * ends the program (Ctrl-C, a closed terminal, a limit) takes the files beside with it. */
#ifndef MULU_BASE_DRAFT_H
#define MULU_BASE_DRAFT_H

#include "base/str.h"

struct draft; /* opaque */

/* Returns NULL with the reason in `*why` (as in file.h); else ends with draft_commit() or
 * draft_drop(). */
struct draft *draft_open(const char *path, const char **why);

/* Sticky: a failed write is told by draft_commit(). Returns false once one has failed, so
 * that a long run can end early. */
bool draft_put(struct draft *d, struct str bytes);

/* Puts the file in its place and frees the draft. Returns false with the reason; then
 * nothing has changed, but for a device or pipe. */
bool draft_commit(struct draft *d, const char **why);

/* Gives up: nothing has changed. NULL is fine. */
void draft_drop(struct draft *d);

#endif
