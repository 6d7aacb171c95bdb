/* The folders of one run, for target site/public:
 *
 *     site/public            the published site; swapped at the end
 *     site/public.lock       locked while a run is at work
 *     site/public.new        the version being made
 *
 * A numbered name for the new folder would let two runs work side by side, but the one
 * that ends last would win with perhaps the older input. A lock is simpler and honest. */
#include "site/publish.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct str list_name = STR_INIT(".mulu/files");
enum { LARGEST_FILE = 1 << 30 };

struct publish {
    struct arena *arena;
    struct str target; /* NUL-terminated, as are the others */
    struct str fresh;
    int lock;
    bool replaces; /* there is an old version */
};

static struct pos nowhere(void)
{
    return (struct pos){0};
}

/* `path` ends in NUL, as all paths here do. */
static bool tell(struct diag *d, struct str path, const char *why)
{
    return diag_at(d, nowhere(), DIAG_FILE_WRITE, path.s, why);
}

static bool take_lock(struct publish *p, struct diag *d)
{
    struct str path = str_print(p->arena, "%s.lock", p->target.s);
    p->lock = open(path.s, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (p->lock < 0)
        return tell(d, path, file_why(errno));
    if (flock(p->lock, LOCK_EX | LOCK_NB) < 0)
        return diag_at(d, nowhere(), DIAG_PUBLISH_BUSY, STR_ARG(p->target));
    return true;
}

/* Ours is a folder with our list in it, or an empty one. */
static bool is_ours(struct publish *p)
{
    struct arena *a = arena_new();
    bool ours = file_exists(path_join(a, p->target, list_name).s) ||
                dir_list(a, p->target.s).n == 0;
    arena_drop(a);
    return ours;
}

static bool prepare(struct publish *p, struct diag *d)
{
    const char *why;
    struct str above = str_copy(p->arena, path_dir(p->target));
    if (!dir_make(above.s, &why))
        return tell(d, above, why);
    struct stat st;
    p->replaces = lstat(p->target.s, &st) == 0;
    if (p->replaces && !S_ISDIR(st.st_mode))
        return diag_at(d, nowhere(), DIAG_PUBLISH_FOREIGN, STR_ARG(p->target));
    if (p->replaces && !is_ours(p))
        return diag_at(d, nowhere(), DIAG_PUBLISH_FOREIGN, STR_ARG(p->target));
    if (!take_lock(p, d))
        return false;
    if (!dir_remove(p->fresh.s, &why) || !dir_make(p->fresh.s, &why))
        return tell(d, p->fresh, why);
    return true;
}

static void release(struct publish *p)
{
    if (p->lock >= 0) {
        unlink(str_print(p->arena, "%s.lock", p->target.s).s);
        close(p->lock);
    }
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
    p->fresh = str_print(p->arena, "%s.new", p->target.s);
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
static bool link_unchanged(struct arena *a, struct str old, struct str fresh,
                           struct str bytes)
{
    struct stat st;
    struct str before;
    const char *why;
    if (lstat(old.s, &st) < 0 || !S_ISREG(st.st_mode) || (size_t)st.st_size != bytes.n)
        return false;
    return file_read(a, old.s, bytes.n, &before, &why) && str_eq(before, bytes) &&
           link(old.s, fresh.s) == 0;
}

bool publish_file(const struct publish *p, struct str path, struct str bytes,
                  struct diag *d)
{
    if (!safe_path(path))
        return diag_at(d, nowhere(), DIAG_PUBLISH_PATH, STR_ARG(path));
    struct arena *a = arena_new();
    struct str fresh = path_join(a, p->fresh, path);
    struct str old = path_join(a, p->target, path);
    struct str above = str_copy(a, path_dir(fresh));
    const char *why;
    bool ok = dir_make(above.s, &why);
    if (ok && !link_unchanged(a, old, fresh, bytes))
        ok = file_write(fresh.s, bytes, &why);
    if (!ok)
        tell(d, fresh, why);
    arena_drop(a);
    return ok;
}

/* Every file below a folder, relative to it, sorted; folders with a trailing "/". */
static void walk(struct arena *a, struct str root, struct str below,
                 struct str_list *found)
{
    struct str_list names = dir_list(a, path_join(a, root, below).s);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = path_join(a, below, names.at[i]);
        struct stat st;
        if (lstat(path_join(a, root, path).s, &st) == 0 && S_ISDIR(st.st_mode))
            walk(a, root, path, found);
        else
            *vec_push(a, found) = path;
    }
}

static bool write_list(struct publish *p, struct diag *d)
{
    struct str_list files = {0};
    struct buf text = {0};
    walk(p->arena, p->fresh, STR(""), &files);
    for (size_t i = 0; i < files.n; i++)
        buf_printf(&text, "%.*s\n", STR_ARG(files.at[i]));
    bool ok = publish_file(p, list_name, buf_str(&text), d);
    buf_drop(&text);
    return ok;
}

/* The order in which walk() finds paths: by bytes, "/" before all others. */
static int walk_order(struct str a, struct str b)
{
    size_t i = 0;
    while (i < a.n && i < b.n && a.s[i] == b.s[i])
        i++;
    int x = i == a.n ? -1 : a.s[i] == '/' ? 0 : (unsigned char)a.s[i];
    int y = i == b.n ? -1 : b.s[i] == '/' ? 0 : (unsigned char)b.s[i];
    return x - y;
}

/* True when the list holds the path. Both are in walk order, so `*rest` only moves on. */
static bool in_list(struct str *rest, struct str path)
{
    struct str after = *rest, line;
    while (str_cut(&after, '\n', &line)) {
        int order = walk_order(line, path);
        if (order > 0)
            return false;
        *rest = after;
        if (order == 0)
            return true;
    }
    return false;
}

/* Links an old file into the new version unless that has one of the name already. */
static bool link_old(const struct publish *p, struct str path, struct diag *d)
{
    struct arena *a = arena_new();
    struct str old = path_join(a, p->target, path), fresh = path_join(a, p->fresh, path);
    struct str above = str_copy(a, path_dir(fresh));
    const char *why;
    bool ok = dir_make(above.s, &why);
    if (ok && link(old.s, fresh.s) < 0 && errno != EEXIST) {
        ok = false;
        why = file_why(errno);
    }
    if (!ok)
        tell(d, fresh, why);
    arena_drop(a);
    return ok;
}

bool publish_old(const struct publish *p, struct arena *a, struct str path,
                 struct str *bytes)
{
    const char *why;
    return p->replaces &&
           file_read(a, path_join(a, p->target, path).s, LARGEST_FILE, bytes, &why);
}

bool publish_keep(const struct publish *p, struct str folder, struct diag *d)
{
    struct arena *a = arena_new();
    struct str_list files = {0};
    walk(a, p->target, folder, &files);
    bool ok = true;
    for (size_t i = 0; ok && i < files.n; i++)
        ok = link_old(p, files.at[i], d);
    arena_drop(a);
    return ok;
}

/* Files of the old version that no run of ours wrote stay published. */
static bool keep_foreign(struct publish *p, struct diag *d)
{
    struct str list;
    const char *why;
    struct str old_list = path_join(p->arena, p->target, list_name);
    if (!p->replaces || !file_exists(old_list.s))
        return true;
    if (!file_read(p->arena, old_list.s, LARGEST_FILE, &list, &why))
        return tell(d, old_list, why);
    struct str_list files = {0};
    walk(p->arena, p->target, STR(""), &files);
    for (size_t i = 0; i < files.n; i++)
        if (!str_eq(files.at[i], list_name) && !in_list(&list, files.at[i])) {
            if (!link_old(p, files.at[i], d))
                return false;
            diag_at(d, nowhere(), DIAG_PUBLISH_KEPT, STR_ARG(files.at[i]));
        }
    return true;
}

static bool flush(struct publish *p, struct diag *d)
{
    int fd = open(p->fresh.s, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return tell(d, p->fresh, file_why(errno));
    bool ok = syncfs(fd) == 0 || tell(d, p->fresh, file_why(errno));
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
    return tell(d, p->target, file_why(errno));
}

bool publish_commit(struct publish *p, struct diag *d)
{
    bool ok = write_list(p, d) && keep_foreign(p, d) && flush(p, d) && swap(p, d);
    const char *why;
    if (!dir_remove(p->fresh.s, &why) && ok)
        diag_at(d, nowhere(), DIAG_PUBLISH_LEFT, STR_ARG(p->fresh), why);
    release(p);
    return ok;
}

void publish_abort(struct publish *p)
{
    if (!p)
        return;
    const char *why;
    dir_remove(p->fresh.s, &why);
    release(p);
}
