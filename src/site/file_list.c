#include "site/file_list.h"

#include "base/buf.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(struct str path)
{
    struct stat st;
    return lstat(path.s, &st) == 0 && S_ISDIR(st.st_mode);
}

void file_list_below(struct arena *a, struct str root, struct str below,
                     struct str_list *found)
{
    struct str_list names = dir_list(a, path_join(a, root, below).s);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = path_join(a, below, names.at[i]);
        if (is_folder(path_join(a, root, path)))
            file_list_below(a, root, path, found);
        else
            *vec_push(a, found) = path;
    }
}

struct walk {
    struct str root;
    bool (*visit)(void *context, struct str path, enum found what);
    void *context;
};

static bool walk_folder(const struct walk *w, struct str below)
{
    struct arena *a = arena_new();
    struct str_list names;
    const char *why;
    bool ok = dir_read(a, path_join(a, w->root, below).s, &names, &why) ||
              w->visit(w->context, below, FOUND_UNREADABLE);
    for (size_t i = 0; ok && i < names.n; i++) {
        struct str path = path_join(a, below, names.at[i]);
        if (!is_folder(path_join(a, w->root, path)))
            ok = w->visit(w->context, path, FOUND_FILE);
        else
            ok = walk_folder(w, path) && w->visit(w->context, path, FOUND_FOLDER);
    }
    arena_drop(a);
    return ok;
}

bool file_list_each(struct str root,
                    bool (*visit)(void *context, struct str path, enum found what),
                    void *context)
{
    struct walk w = {root, visit, context};
    return walk_folder(&w, STR(""));
}

struct listing {
    int fd;
    struct buf lines;
    struct str without;
};

static bool put_lines(struct listing *l)
{
    bool ok = file_put(l->fd, buf_str(&l->lines));
    buf_clear(&l->lines);
    return ok;
}

static bool list_file(void *context, struct str path, enum found what)
{
    enum { ENOUGH = 65536 };
    struct listing *l = context;
    if (what == FOUND_FOLDER || str_eq(path, l->without))
        return true;
    if (what == FOUND_UNREADABLE)
        return false;
    buf_put(&l->lines, path);
    buf_char(&l->lines, '\n');
    return l->lines.n < ENOUGH || put_lines(l);
}

bool file_list_write(struct str root, struct str without, const char *path,
                     const char **why)
{
    struct listing l = {.fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666),
                        .without = without};
    bool ok = l.fd >= 0 && file_list_each(root, list_file, &l) && put_lines(&l);
    int error = errno;
    if (l.fd >= 0 && close(l.fd) < 0 && ok) {
        ok = false;
        error = errno;
    }
    buf_drop(&l.lines);
    if (!ok)
        *why = file_why(error);
    return ok;
}

/* Paths are found in this order: by bytes, "/" before all others. */
static int walk_order(struct str a, struct str b)
{
    size_t i = 0;
    while (i < a.n && i < b.n && a.s[i] == b.s[i])
        i++;
    int x = i == a.n ? -1 : a.s[i] == '/' ? 0 : (unsigned char)a.s[i];
    int y = i == b.n ? -1 : b.s[i] == '/' ? 0 : (unsigned char)b.s[i];
    return x - y;
}

bool file_list_take(struct str *rest, struct str path)
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

/* The list is sorted, so it is halved until one line is left. */
struct str file_list_from(struct str list, struct str path)
{
    size_t low = 0, high = list.n; /* starts of lines: before the path, and not */
    while (low < high) {
        size_t start = low + (high - low) / 2;
        while (start > low && list.s[start - 1] != '\n')
            start--;
        struct str rest = str_from(list, start), line;
        str_cut(&rest, '\n', &line);
        if (walk_order(line, path) < 0)
            low = list.n - rest.n;
        else
            high = start;
    }
    return str_from(list, low);
}
