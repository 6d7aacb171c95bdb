/* publish - all of a site or nothing of it.
 *
 * Files go to a new folder beside the published one. A file that has not changed is a hard
 * link to the old one, so an unchanged site costs no space and keeps its times. At the end
 * one syncfs() flushes the file system and renameat2(RENAME_EXCHANGE) swaps the two
 * folders; the old one, now beside, is removed. Killed at any moment, out of space or
 * without permission: the old site stands.
 *
 * The published folder holds a list of its own files (.mulu/files). Files that others put there
 * are carried over, and a folder that is not ours (no such list, not empty) is refused. So is
 * one with something of others beside it under the names we need: TARGET.new, TARGET.lock. */
#ifndef MULU_SITE_PUBLISH_H
#define MULU_SITE_PUBLISH_H

#include "diag/diag.h"

struct publish; /* opaque; forked workers may use it to write files */

/* Starts a new version of the folder `target`, or of the one it links to. Left-over folders
 * of killed runs are removed. Returns NULL after telling `d` why not: no permission, not
 * ours, another run at work. */
struct publish *publish_begin(struct str target, struct diag *d);

/* Writes one file; `path` is relative, "/" between folders, each part [A-Za-z0-9._-]+ and
 * not "." or "..": anything else is refused (no file name comes from data unchecked).
 * Returns false after telling `d`. */
bool publish_file(const struct publish *p, struct str path, struct str bytes,
                  struct diag *d);

/* Reads a file of the published version into the arena; false when there is none. */
bool publish_old(const struct publish *p, struct arena *a, struct str path,
                 struct str *bytes);

/* Keeps our files of a folder of the published version as they are: those whose names end
 * in `ending` ("": all) and that the new version does not have yet. Returns false after
 * telling `d`. */
bool publish_keep(const struct publish *p, struct str folder, struct str ending,
                  struct diag *d);

/* The same for the files of the folder that `wanted` says true to. */
bool publish_keep_if(const struct publish *p, struct str folder,
                     bool (*wanted)(const void *context, struct str path),
                     const void *context, struct diag *d);

/* Makes the new version the published one and frees `p`. Returns false after telling `d`;
 * the old site stands then and the new folder is gone. */
bool publish_commit(struct publish *p, struct diag *d);

/* Drops the new version and frees `p`; the old site stands. NULL is fine. */
void publish_abort(struct publish *p);

#endif
