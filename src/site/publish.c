/* The folders of one run, for target site/public:
 *
 *     site/public            the published site; swapped at the end
 *     site/public.lock       locked while a run is at work
 *     site/public.new        the version being made; a folder .mulu in it says it is ours
 *
 * A numbered name for the new folder would let two runs work side by side, but the one
 * that ends last would win with perhaps the older input. A lock is simpler and honest. */
#include "site/publish_private.h"

#include "site/carry.h"
#include "site/file_list.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct str mark_name = STR_INIT(".mulu");
const struct str publish_list_name = STR_INIT(".mulu/files");
enum { LARGEST_FILE = 1 << 30 };

static struct pos nowhere(void)
{
    return (struct pos){0};
}

bool publish_tell(struct diag *d, struct str path, const char *why)
{
    return diag_at(d, nowhere(), DIAG_FILE_WRITE, path.s, why);
}

static bool same_file(int fd, const char *path)
{
    struct stat open, named;
    return fstat(fd, &open) == 0 && stat(path, &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

/* Only a lock that was taken is kept in `p`: release() removes the file of that name. A
 * file that went between open() and flock() locks nothing, so we try again. */
static bool take_lock(struct publish *p, struct diag *d)
{
    struct str path = str_print(p->arena, "%s.lock", p->target.s);
    for (;;) {
        int fd = open(path.s, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (fd < 0)
            return publish_tell(d, path, file_why(errno));
        struct stat st;
        if (flock(fd, LOCK_EX | LOCK_NB) < 0) {
            int error = errno;
            close(fd);
            if (error == EWOULDBLOCK)
                return diag_at(d, nowhere(), DIAG_PUBLISH_BUSY, STR_ARG(p->target));
            return publish_tell(d, path, file_why(error));
        }
        if (fstat(fd, &st) == 0 && st.st_size > 0) {
            close(fd);
            return diag_at(d, nowhere(), DIAG_PUBLISH_BESIDE, STR_ARG(path));
        }
        if (same_file(fd, path.s)) {
            p->lock = fd;
            return true;
        }
        close(fd);
    }
}

/* Ours is a folder with our mark in it, or an empty one. */
static bool is_ours(struct str folder, struct str mark)
{
    struct arena *a = arena_new();
    struct stat st;
    bool ours = lstat(path_join(a, folder, mark).s, &st) == 0 ||
                (access(folder.s, R_OK | X_OK) == 0 && dir_list(a, folder.s).n == 0);
    arena_drop(a);
    return ours;
}

/* Removes the folder beside. Its mark goes last: what is left when we are killed on the way
 * is still known as ours. */
static bool remove_fresh(struct publish *p, const char **why)
{
    struct stat st;
    if (lstat(p->fresh.s, &st) == 0 && S_ISDIR(st.st_mode))
        chmod(p->fresh.s, (st.st_mode & 07777) | S_IRWXU); /* its names are to go */
    struct str_list names = dir_list(p->arena, p->fresh.s);
    for (size_t i = 0; i < names.n; i++)
        if (!str_eq(names.at[i], mark_name) &&
            !dir_remove(path_join(p->arena, p->fresh, names.at[i]).s, why))
            return false;
    return dir_remove(p->fresh.s, why);
}

static bool make_fresh(struct publish *p, struct diag *d)
{
    const char *why;
    struct stat st;
    if (lstat(p->fresh.s, &st) == 0 &&
        !(S_ISDIR(st.st_mode) && is_ours(p->fresh, mark_name)))
        return diag_at(d, nowhere(), DIAG_PUBLISH_BESIDE, STR_ARG(p->fresh));
    if (!remove_fresh(p, &why) || !dir_make(p->fresh.s, &why))
        return publish_tell(d, p->fresh, why);
    if (p->replaces) /* now, so that folders in it inherit the group; told at the end */
        carry_rights(p->target.s, p->fresh.s, S_IRWXU);
    return dir_make(path_join(p->arena, p->fresh, mark_name).s, &why) ||
           publish_tell(d, p->fresh, why);
}

/* A link to a folder, as web servers like them, stays: the folder behind it is exchanged. */
static bool follow_link(struct publish *p, struct diag *d)
{
    struct stat st;
    if (lstat(p->target.s, &st) < 0 || !S_ISLNK(st.st_mode))
        return true;
    char *real = realpath(p->target.s, NULL);
    if (!real)
        return publish_tell(d, p->target, file_why(errno));
    p->target = str_copy(p->arena, str_of(real));
    free(real);
    return true;
}

/* The list of the old version is read in place: a province's has a hundred thousand lines. */
static bool map_list(struct publish *p, struct diag *d)
{
    const char *why;
    struct stat st;
    struct str path = path_join(p->arena, p->target, publish_list_name);
    if (!p->replaces || stat(path.s, &st) < 0 || !S_ISREG(st.st_mode) || !st.st_size)
        return true;
    return file_map(path.s, &p->map, &why) || publish_tell(d, path, why);
}

static bool prepare(struct publish *p, struct diag *d)
{
    const char *why;
    struct stat st;
    if (!follow_link(p, d))
        return false;
    p->fresh = str_print(p->arena, "%s.new", p->target.s);
    struct str above = str_copy(p->arena, path_dir(p->target));
    if (!dir_make(above.s, &why))
        return publish_tell(d, above, why);
    p->replaces = lstat(p->target.s, &st) == 0;
    if (p->replaces && !S_ISDIR(st.st_mode))
        return diag_at(d, nowhere(), DIAG_PUBLISH_FILE, STR_ARG(p->target));
    if (p->replaces && access(p->target.s, R_OK | X_OK) < 0)
        return publish_tell(d, p->target, file_why(errno));
    if (p->replaces && !is_ours(p->target, publish_list_name))
        return diag_at(d, nowhere(), DIAG_PUBLISH_FOREIGN, STR_ARG(p->target));
    return take_lock(p, d) && map_list(p, d) && make_fresh(p, d);
}

static void release(struct publish *p)
{
    if (p->lock >= 0) {
        unlink(str_print(p->arena, "%s.lock", p->target.s).s);
        close(p->lock);
    }
    if (p->map.bytes.n)
        file_unmap(&p->map);
    arena_drop(p->arena);
    free(p);
}

struct publish *publish_begin(struct str target, struct diag *d)
{
    while (target.n > 1 && target.s[target.n - 1] == '/')
        target.n--;
    struct publish *p = heap_alloc(sizeof *p);
    *p = (struct publish){.arena = arena_new(), .lock = -1};
    p->target = str_copy(p->arena, target);
    if (prepare(p, d))
        return p;
    release(p);
    return NULL;
}

static bool safe_part(struct str part)
{
    if (part.n == 0 || part.n > NAME_MAX || str_eq(part, STR(".")) ||
        str_eq(part, STR("..")))
        return false;
    for (size_t i = 0; i < part.n; i++) {
        char c = part.s[i];
        bool fine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        if (!fine)
            return false;
    }
    return true;
}

static bool safe_path(struct str path)
{
    struct str rest = path, part;
    if (path.n == 0 || path.s[path.n - 1] == '/')
        return false;
    while (str_cut(&rest, '/', &part))
        if (!safe_part(part))
            return false;
    return true;
}

/* Links the new name to the old file when that has the same bytes. */
static bool link_unchanged(const struct publish *p, struct arena *a, struct str path,
                           struct str fresh, struct str bytes)
{
    struct stat st;
    struct str old, before;
    const char *why;
    if (!p->replaces)
        return false;
    old = path_join(a, p->target, path);
    if (lstat(old.s, &st) < 0 || !S_ISREG(st.st_mode) || (size_t)st.st_size != bytes.n)
        return false;
    return file_read(a, old.s, bytes.n, &before, &why) && str_eq(before, bytes) &&
           link(old.s, fresh.s) == 0;
}

static bool write_fresh(const struct publish *p, struct arena *a, struct str path,
                        struct str fresh, struct str bytes, const char **why)
{
    return link_unchanged(p, a, path, fresh, bytes) || file_write(fresh.s, bytes, why);
}

bool publish_file(const struct publish *p, struct str path, struct str bytes,
                  struct diag *d)
{
    if (!safe_path(path))
        return diag_at(d, nowhere(), DIAG_PUBLISH_PATH, STR_ARG(path));
    struct arena *a = arena_new();
    struct str fresh = path_join(a, p->fresh, path);
    const char *why;
    bool ok = write_fresh(p, a, path, fresh, bytes, &why);
    if (!ok && errno == ENOENT) /* the first file of its folder */
        ok = dir_make(str_copy(a, path_dir(fresh)).s, &why) &&
             write_fresh(p, a, path, fresh, bytes, &why);
    if (!ok)
        publish_tell(d, fresh, why);
    arena_drop(a);
    return ok;
}

static bool write_list(struct publish *p, struct diag *d)
{
    const char *why;
    struct str path = path_join(p->arena, p->fresh, publish_list_name);
    return file_list_write(p->fresh, publish_list_name, path.s, &why) ||
           publish_tell(d, path, why);
}

bool publish_old(const struct publish *p, struct arena *a, struct str path,
                 struct str *bytes)
{
    const char *why;
    return p->replaces &&
           file_read(a, path_join(a, p->target, path).s, LARGEST_FILE, bytes, &why);
}

bool publish_new(const struct publish *p, struct arena *a, struct str path,
                 struct str *bytes)
{
    const char *why;
    return file_read(a, path_join(a, p->fresh, path).s, LARGEST_FILE, bytes, &why);
}

/* Files that others put there are not in the list; publish_commit() carries them over. */
bool publish_keep_if(const struct publish *p, struct str folder,
                     bool (*wanted)(const void *context, struct str path),
                     const void *context, struct diag *d)
{
    struct arena *a = arena_new();
    struct str_list files = {0};
    struct str list = p->map.bytes;
    bool ok = true, taken;
    if (list.n)
        file_list_below(a, p->target, folder, &files);
    if (files.n)
        list = file_list_from(list, files.at[0]);
    for (size_t i = 0; ok && i < files.n; i++)
        if (wanted(context, files.at[i]) && file_list_take(&list, files.at[i]))
            ok = publish_carry(p, files.at[i], &taken, d);
    arena_drop(a);
    return ok;
}

static bool has_ending(const void *context, struct str path)
{
    return str_ends(path, *(const struct str *)context);
}

bool publish_keep(const struct publish *p, struct str folder, struct str ending,
                  struct diag *d)
{
    return publish_keep_if(p, folder, has_ending, &ending, d);
}

static bool flush(struct publish *p, struct diag *d)
{
    int fd = open(p->fresh.s, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return publish_tell(d, p->fresh, file_why(errno));
    bool ok = syncfs(fd) == 0 || publish_tell(d, p->fresh, file_why(errno));
    close(fd);
    return ok;
}

static bool swap(struct publish *p, struct diag *d)
{
    unsigned how = p->replaces ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (renameat2(AT_FDCWD, p->fresh.s, AT_FDCWD, p->target.s, how) == 0)
        return true;
    if (p->replaces && (errno == EINVAL || errno == ENOSYS))
        return diag_at(d, nowhere(), DIAG_PUBLISH_SWAP, STR_ARG(p->target));
    return publish_tell(d, p->target, file_why(errno));
}

bool publish_commit(struct publish *p, struct diag *d)
{
    bool ok = write_list(p, d) && publish_keep_foreign(p, d) && flush(p, d) && swap(p, d);
    const char *why;
    if (!remove_fresh(p, &why) && ok)
        diag_at(d, nowhere(), DIAG_PUBLISH_LEFT, STR_ARG(p->fresh), why);
    release(p);
    return ok;
}

void publish_abort(struct publish *p)
{
    if (!p)
        return;
    const char *why;
    remove_fresh(p, &why);
    release(p);
}
