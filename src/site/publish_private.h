/* publish_private - what the files of publish share among themselves. */
#ifndef MULU_SITE_PUBLISH_PRIVATE_H
#define MULU_SITE_PUBLISH_PRIVATE_H

#include "base/file.h"
#include "site/publish.h"

struct publish {
    struct arena *arena;
    struct str target; /* NUL-terminated, as are the others */
    struct str fresh;
    int lock;
    bool replaces;       /* there is an old version */
    struct file_map map; /* the list of its files, when it has one */
};

/* The list of our files. */
extern const struct str publish_list_name;

/* Tells that a file cannot be written; `path` ends in NUL. Returns false. */
bool publish_tell(struct diag *d, struct str path, const char *why);

/* Gives a file of the old version its name in the new one, unless that has one of the name:
 * then `*taken`. Returns false after telling `d`. */
bool publish_carry(const struct publish *p, struct str path, bool *taken, struct diag *d);

/* Brings over what others put into the old version, links as links and empty folders too, and
 * the rights of all folders. Returns false after telling `d`: of what cannot be brought, and of
 * names at which the new version has something else. */
bool publish_keep_foreign(struct publish *p, struct diag *d);

#endif
