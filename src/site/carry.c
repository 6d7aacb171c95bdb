#include "site/carry.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

static bool copy_link(const char *from, const char *to)
{
    char text[PATH_MAX];
    ssize_t n = readlink(from, text, sizeof text);
    if (n < 0 || (size_t)n == sizeof text) {
        errno = n < 0 ? errno : ENAMETOOLONG;
        return false;
    }
    text[n] = '\0';
    return symlink(text, to) == 0;
}

static bool copy_bytes(int in, int out)
{
    char bytes[65536];
    ssize_t got;
    while ((got = read(in, bytes, sizeof bytes)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 || !file_put(out, (struct str){bytes, (size_t)got}))
            return false;
    }
    return true;
}

static bool copy_open(int in, const struct stat *st, const char *to)
{
    const struct timespec times[] = {st->st_atim, st->st_mtim};
    int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (out < 0)
        return false;
    bool ok = copy_bytes(in, out) && fchmod(out, st->st_mode & 07777) == 0 &&
              futimens(out, times) == 0;
    int error = errno;
    if (close(out) < 0 && ok) {
        ok = false;
        error = errno;
    }
    if (!ok)
        unlink(to);
    errno = error;
    return ok;
}

static bool copy(const char *from, const char *to)
{
    struct stat st;
    if (lstat(from, &st) < 0)
        return false;
    if (S_ISLNK(st.st_mode))
        return copy_link(from, to);
    if (!S_ISREG(st.st_mode)) {
        errno = EPERM;
        return false;
    }
    int in = open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (in < 0)
        return false;
    bool ok = copy_open(in, &st, to);
    int error = errno;
    close(in);
    errno = error;
    return ok;
}

bool carry_file(const char *from, const char *to)
{
    if (link(from, to) == 0)
        return true;
    return (errno == EPERM || errno == EMLINK) && copy(from, to);
}

bool carry_rights(const char *from, const char *to, mode_t also)
{
    struct stat old, new;
    if (lstat(from, &old) < 0 || lstat(to, &new) < 0)
        return false;
    mode_t mode = (old.st_mode & 07777) | also;
    bool ok = true;
    if (old.st_uid != new.st_uid)
        ok = chown(to, old.st_uid, (gid_t)-1) == 0;
    if (old.st_gid != new.st_gid)
        ok = chown(to, (uid_t)-1, old.st_gid) == 0 && ok;
    if (lstat(to, &new) == 0 && mode != (new.st_mode & 07777))
        ok = chmod(to, mode) == 0 && ok;
    return ok;
}
