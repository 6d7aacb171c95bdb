/* carry - what stands in one version of the site brought into the next as it is.
 *
 * Both functions return false with errno set. Paths end in NUL. */
#ifndef MULU_SITE_CARRY_H
#define MULU_SITE_CARRY_H

#include <stdbool.h>
#include <sys/types.h>

/* Gives a file, or a link (never what it leads to), the name `to` besides, in a folder that is
 * there. Where the system allows no hard link to it, as to a file of somebody else
 * (fs.protected_hardlinks), it is copied with its time and mode. EEXIST: the name is taken.
 * EXDEV: it is on another file system, mounted here; then a copy would be no use, as
 * removing the old version would empty what is mounted. */
bool carry_file(const char *from, const char *to);

/* Gives the folder `to` the owner, group and mode of the folder `from`, with the bits `also`;
 * touches nothing when they are the same. */
bool carry_rights(const char *from, const char *to, mode_t also);

#endif
