/* file - reading and writing whole files, every call checked.
 *
 * Functions return false when the outside world failed and leave the reason, in Chinese and
 * fit for a message, in `*why` (static text, borrowed). Paths are NUL-terminated bytes. */
#ifndef MULU_BASE_FILE_H
#define MULU_BASE_FILE_H

#include "base/str.h"

/* The reason behind an errno value, in Chinese: 没有这个文件, 磁盘已满, … */
const char *file_why(int error);

/* Reads a regular file of at most `most` bytes into the arena; the text ends in NUL. */
bool file_read(struct arena *a, const char *path, size_t most, struct str *text,
               const char **why);

/* A large file of which parts are read again and again: its bytes are the file's own pages, so
 * they cost memory only once touched. The file must not be shortened meanwhile. */
struct file_map {
    struct str bytes;
};
/* Opens a regular file that is not empty; to be dropped with file_unmap(). */
bool file_map(const char *path, struct file_map *map, const char **why);
void file_unmap(struct file_map *map);
/* Gives back the memory of what was touched so far. The bytes stay: the next who looks at
 * them gets them from the file anew. */
void file_map_forget(const struct file_map *map);

/* Writes all bytes to an open file or pipe; on failure returns false with errno set. */
bool file_put(int fd, struct str bytes);

/* Writes all bytes to a new or emptied file and closes it; write and close are checked. On
 * failure errno says why, too. */
bool file_write(const char *path, struct str bytes, const char **why);

/* Replaces a file in one step: writes beside it, flushes to disk, renames. The old file
 * stands until the new one is whole; its permissions are kept. A symbolic link stays and
 * its target is replaced; a device or pipe is written to, never replaced. */
bool file_replace(const char *path, struct str bytes, const char **why);

bool file_exists(const char *path);
/* Whether anything has this name: a file, a folder, a link that leads nowhere. */
bool name_taken(const char *path);
bool dir_exists(const char *path);

/* Makes the folder and those above it that are missing. */
bool dir_make(const char *path, const char **why);

/* Removes a folder and all below it without following links. A missing folder is fine. */
bool dir_remove(const char *path, const char **why);

/* The names in a folder, sorted by bytes, without "." and "..". On failure there are none and
 * errno says why, too; dir_list() takes a folder that cannot be read for an empty one. */
bool dir_read(struct arena *a, const char *path, struct str_list *names, const char **why);
struct str_list dir_list(struct arena *a, const char *path);

/* "dir/name"; an absolute name or an empty or "." dir gives the name alone. */
struct str path_join(struct arena *a, struct str dir, struct str name);
/* The absolute path without links, "." and ".."; of a file that is not there that of its
 * folder with the name; "" when neither can be found. */
struct str path_real(struct arena *a, struct str path);
/* What stands before the last "/", or "." when there is none. */
struct str path_dir(struct str path);
/* What stands behind the last "/". */
struct str path_name(struct str path);

#endif
