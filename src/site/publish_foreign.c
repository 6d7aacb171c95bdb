/* What others put into the published folder, and what they made of our folders: everything
 * that is not in the list of our files stays, or nothing is published. */
#include "site/publish_private.h"

#include "site/carry.h"
#include "site/file_list.h"

#include <errno.h>
#include <sys/stat.h>

struct keeping {
    const struct publish *p;
    struct str list; /* what is left to go through */
    struct diag *d;
    size_t taken;
    size_t rights; /* folders whose rights could not be kept */
    int error;     /* of the last of them */
};

bool publish_carry(const struct publish *p, struct str path, bool *taken, struct diag *d)
{
    struct arena *a = arena_new();
    struct str old = path_join(a, p->target, path), fresh = path_join(a, p->fresh, path);
    struct str above = str_copy(a, path_dir(fresh));
    const char *why;
    bool ok = dir_make(above.s, &why);
    *taken = !ok && (errno == EEXIST || errno == ENOTDIR);
    if (ok && !carry_file(old.s, fresh.s)) {
        *taken = errno == EEXIST;
        ok = false;
        why = file_why(errno);
    }
    if (!ok && !*taken)
        publish_tell(d, fresh, why);
    arena_drop(a);
    return ok || *taken;
}

/* What they put there is what we would: nobody loses anything. */
static bool same_bytes(const struct publish *p, struct str path)
{
    struct arena *a = arena_new();
    struct str old = path_join(a, p->target, path), fresh = path_join(a, p->fresh, path);
    struct str before, after;
    struct stat is, was;
    const char *why;
    bool same =
        lstat(old.s, &was) == 0 && lstat(fresh.s, &is) == 0 && S_ISREG(was.st_mode) &&
        S_ISREG(is.st_mode) && was.st_size == is.st_size &&
        file_read(a, old.s, (size_t)was.st_size, &before, &why) &&
        file_read(a, fresh.s, (size_t)is.st_size, &after, &why) && str_eq(before, after);
    arena_drop(a);
    return same;
}

static bool tell_taken(struct keeping *k, struct str path)
{
    k->taken++;
    diag_at(k->d, (struct pos){0}, DIAG_PUBLISH_TAKEN, STR_ARG(path));
    return true; /* the others are told, too */
}

static bool keep_file(struct keeping *k, struct str path)
{
    bool taken;
    if (str_eq(path, publish_list_name) || file_list_take(&k->list, path))
        return true;
    if (!publish_carry(k->p, path, &taken, k->d))
        return false;
    if (taken)
        return same_bytes(k->p, path) || tell_taken(k, path);
    diag_at(k->d, (struct pos){0}, DIAG_PUBLISH_KEPT, STR_ARG(path));
    return true;
}

static void keep_rights(struct keeping *k, struct str old, struct str fresh)
{
    if (carry_rights(old.s, fresh.s, 0))
        return;
    k->error = errno;
    k->rights++;
}

/* A folder in which we had no file is another's, even when it is empty. */
static bool is_foreign(const struct keeping *k, struct arena *a, struct str path)
{
    struct str inside = STR_JOIN(a, path, STR("/"));
    return !str_starts(file_list_from(k->p->map.bytes, inside), inside);
}

static bool keep_folder(struct keeping *k, struct str path)
{
    struct arena *a = arena_new();
    struct str old = path_join(a, k->p->target, path),
               fresh = path_join(a, k->p->fresh, path);
    struct stat st;
    const char *why;
    bool ok = true, there = lstat(fresh.s, &st) == 0;
    if (there && !S_ISDIR(st.st_mode)) {
        ok = tell_taken(k, path);
    } else if (there || is_foreign(k, a, path)) {
        ok = dir_make(fresh.s, &why) || publish_tell(k->d, fresh, why);
        keep_rights(k, old, fresh);
    }
    arena_drop(a);
    return ok;
}

static bool keep_found(void *context, struct str path, enum found what)
{
    struct keeping *k = context;
    switch (what) {
    case FOUND_FILE: return keep_file(k, path);
    case FOUND_FOLDER: return keep_folder(k, path);
    case FOUND_UNREADABLE:
        return diag_at(k->d, (struct pos){0}, DIAG_FILE_READ,
                       path_join(k->p->arena, k->p->target, path).s, file_why(errno));
    }
    return false;
}

bool publish_keep_foreign(struct publish *p, struct diag *d)
{
    struct keeping k = {.p = p, .list = p->map.bytes, .d = d};
    if (!p->replaces)
        return true;
    bool ok = file_list_each(p->target, keep_found, &k) && !k.taken;
    keep_rights(&k, p->target, p->fresh);
    if (ok && k.rights)
        diag_at(d, (struct pos){0}, DIAG_PUBLISH_RIGHTS, STR_ARG(p->target), k.rights,
                file_why(k.error));
    return ok;
}
