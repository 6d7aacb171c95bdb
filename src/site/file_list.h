/* file_list - the files of a folder, and a text that lists them, a path a line.
 *
 * Both are in one order: by bytes, "/" before all others, so that a folder's files stand
 * together. A province's list has a hundred thousand lines; it is read in place and never
 * held as paths. */
#ifndef MULU_SITE_FILE_LIST_H
#define MULU_SITE_FILE_LIST_H

#include "base/arena.h"
#include "base/str.h"

/* Adds every file below the folder `below` of `root`; paths are relative to `root`. */
void file_list_below(struct arena *a, struct str root, struct str below,
                     struct str_list *found);

/* What is below a folder. A link is a file, whatever it leads to. */
enum found {
    FOUND_FILE,
    FOUND_FOLDER,    /* after all that is in it */
    FOUND_UNREADABLE /* a folder that cannot be read; errno says why */
};

/* Calls `visit` with all that is below `root`; in memory are the names in one folder and in
 * those above it. Ends with false when `visit` does. */
bool file_list_each(struct str root,
                    bool (*visit)(void *context, struct str path, enum found what),
                    void *context);

/* Writes the list of the files below `root` to `path`, without the one named. */
bool file_list_write(struct str root, struct str without, const char *path,
                     const char **why);

/* True when the list holds the path. `*rest` is what is left to look through: when paths come
 * in their order it only moves on. */
bool file_list_take(struct str *rest, struct str path);

/* The lines of a list from the first one that is not before the path. */
struct str file_list_from(struct str list, struct str path);

#endif
