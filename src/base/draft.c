#include "base/draft.h"

#include "base/draft_signal.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct draft {
    struct arena *arena;
    int fd;
    int error;       /* errno of the first failure */
    bool direct;     /* a device or pipe: no file beside it */
    mode_t mode;     /* of the file to be */
    struct str path; /* the file, its links followed */
    char *temporary; /* beside it */
    struct doomed doomed;
};

static bool open_beside(struct draft *d, const char *path, mode_t mode)
{
    d->path = str_copy(d->arena, str_of(path));
    d->mode = mode;
    d->temporary = (char *)str_print(d->arena, "%s.XXXXXX", path).s;
    sigset_t before;
    draft_hold(&before);
    d->fd = mkstemp(d->temporary);
    int error = errno;
    if (d->fd >= 0)
        draft_doom(&d->doomed, d->temporary);
    draft_release(&before);
    errno = error;
    return d->fd >= 0;
}

static bool open_any(struct draft *d, const char *path)
{
    struct stat old;
    if (stat(path, &old) < 0)
        return open_beside(d, path, 0644);
    if (!S_ISREG(old.st_mode)) {
        d->direct = true;
        d->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        return d->fd >= 0;
    }
    char target[PATH_MAX];
    return realpath(path, target) && open_beside(d, target, old.st_mode & 07777);
}

struct draft *draft_open(const char *path, const char **why)
{
    struct draft *d = heap_alloc(sizeof *d);
    *d = (struct draft){.arena = arena_new(), .fd = -1};
    if (open_any(d, path))
        return d;
    *why = file_why(errno);
    arena_drop(d->arena);
    free(d);
    return NULL;
}

bool draft_put(struct draft *d, struct str bytes)
{
    if (!d->error && !file_put(d->fd, bytes))
        d->error = errno;
    return !d->error;
}

/* From then on nothing beside it is left to be removed. */
static void take_place(struct draft *d)
{
    sigset_t before;
    draft_hold(&before);
    if (rename(d->temporary, d->path.s) < 0) {
        d->error = errno;
    } else {
        draft_spare(&d->doomed);
        d->direct = true;
    }
    draft_release(&before);
}

/* Closes; the first failure of all stays in d->error. */
static void settle(struct draft *d)
{
    if (!d->error && !d->direct && (fchmod(d->fd, d->mode) < 0 || fsync(d->fd) < 0))
        d->error = errno;
    if (close(d->fd) < 0 && !d->error)
        d->error = errno;
    d->fd = -1;
    if (!d->error && !d->direct)
        take_place(d);
}

bool draft_commit(struct draft *d, const char **why)
{
    settle(d);
    bool done = !d->error;
    if (!done)
        *why = file_why(d->error);
    draft_drop(d);
    return done;
}

void draft_drop(struct draft *d)
{
    if (!d)
        return;
    if (d->fd >= 0)
        close(d->fd);
    if (!d->direct) {
        sigset_t before;
        draft_hold(&before);
        unlink(d->temporary);
        draft_spare(&d->doomed);
        draft_release(&before);
    }
    arena_drop(d->arena);
    free(d);
}
