#include "base/file.h"

#include "base/draft.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

const char *file_why(int error)
{
    static const struct {
        int error;
        const char *why;
    } table[] = {
        {ENOENT, "没有这个文件或文件夹"},
        {EACCES, "没有权限"},
        {EPERM, "没有权限"},
        {EROFS, "所在的磁盘是只读的"},
        {ENOSPC, "磁盘已满"},
        {EDQUOT, "磁盘配额已用完"},
        {EISDIR, "这是一个文件夹，不是文件"},
        {ENOTDIR, "路径中有一段不是文件夹"},
        {EEXIST, "已有同名的文件"},
        {ENAMETOOLONG, "文件名太长"},
        {ELOOP, "符号链接绕成了圈"},
        {EMFILE, "打开的文件太多"},
        {ENFILE, "打开的文件太多"},
        {EIO, "磁盘读写出错"},
        {EFBIG, "文件太大"},
        {EBUSY, "正被占用，或者是挂载点（可以改用挂载点里面的文件夹）"},
        {ENOMEM, "内存不够"},
        {EAGAIN, "系统资源暂时不够"},
        {ETXTBSY, "正当作程序运行"},
        {ESTALE, "网络磁盘上的文件失效了"},
        {ETIMEDOUT, "等候网络磁盘超时"},
        {EOVERFLOW, "文件太大"},
        {EMLINK, "硬链接太多"},
        {EILSEQ, "文件名里有这个磁盘不支持的字符"},
        {ENODEV, "没有这个设备"},
        {ENXIO, "没有这个设备"},
        {ENOTEMPTY, "文件夹不是空的"},
        {EXDEV, "不在同一个磁盘上"},
        {EPIPE, "接收输出的程序已经退出"},
        {EINVAL, "文件系统不支持这个操作"},
        {ENOSYS, "操作系统不支持这个操作"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].error == error)
            return table[i].why;
    return strerror(error);
}

static bool fail(const char **why, int error)
{
    *why = file_why(error);
    errno = error;
    return false;
}

static bool read_all(int fd, char *to, size_t size, size_t *n)
{
    for (*n = 0; *n < size;) {
        ssize_t got = read(fd, to + *n, size - *n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            return true;
        *n += (size_t)got;
    }
    return true;
}

bool file_read(struct arena *a, const char *path, size_t most, struct str *text,
               const char **why)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return fail(why, errno);
    struct stat st;
    bool ok = false;
    if (fstat(fd, &st) < 0) {
        fail(why, errno);
    } else if (S_ISDIR(st.st_mode)) {
        fail(why, EISDIR);
    } else if (!S_ISREG(st.st_mode)) {
        *why = "不是普通文件";
    } else if ((size_t)st.st_size > most) {
        *why = "文件太大，超过了规定的上限";
    } else {
        size_t size = (size_t)st.st_size, n;
        char *bytes = arena_alloc(a, size + 1);
        ok = read_all(fd, bytes, size, &n) || fail(why, errno);
        if (ok)
            *text = (struct str){bytes, n};
    }
    close(fd);
    return ok;
}

bool file_map(const char *path, struct file_map *map, const char **why)
{
    struct stat st;
    *map = (struct file_map){0};
    *why = NULL;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 || fstat(fd, &st)) {
        *why = file_why(errno);
    } else if (!S_ISREG(st.st_mode)) {
        *why = "不是文件";
    } else if (st.st_size == 0) {
        *why = "文件是空的";
    } else {
        void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (at == MAP_FAILED)
            *why = file_why(errno);
        else
            map->bytes = (struct str){at, (size_t)st.st_size};
    }
    if (fd >= 0)
        close(fd);
    return !*why;
}

void file_unmap(struct file_map *map)
{
    if (map->bytes.n)
        munmap((void *)(uintptr_t)map->bytes.s, map->bytes.n);
    *map = (struct file_map){0};
}

void file_map_forget(const struct file_map *map)
{
    if (map->bytes.n)
        madvise((void *)(uintptr_t)map->bytes.s, map->bytes.n, MADV_DONTNEED);
}

bool file_put(int fd, struct str bytes)
{
    while (bytes.n) {
        ssize_t put = write(fd, bytes.s, bytes.n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes = str_from(bytes, (size_t)put);
    }
    return true;
}

bool file_write(const char *path, struct str bytes, const char **why)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return fail(why, errno);
    bool ok = file_put(fd, bytes);
    int error = errno;
    if (close(fd) < 0 && ok) {
        ok = false;
        error = errno;
    }
    return ok || fail(why, error);
}

bool file_replace(const char *path, struct str bytes, const char **why)
{
    struct draft *d = draft_open(path, why);
    if (!d)
        return false;
    draft_put(d, bytes);
    return draft_commit(d, why);
}

bool file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool name_taken(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

bool dir_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool dir_make(const char *path, const char **why)
{
    if (dir_exists(path))
        return true;
    struct arena *a = arena_new();
    struct str above = str_copy(a, path_dir(str_of(path)));
    bool ok = str_eq(above, str_of(path)) || dir_make(above.s, why);
    if (ok && mkdir(path, 0777) < 0 && errno != EEXIST)
        ok = fail(why, errno);
    else if (ok && !dir_exists(path))
        ok = fail(why, ENOTDIR);
    arena_drop(a);
    return ok;
}

/* What is in a folder can be removed only when it can be written to. */
static void make_writable(int folder)
{
    struct stat st;
    if (fstat(folder, &st) == 0 && (st.st_mode & S_IRWXU) != S_IRWXU)
        fchmod(folder, (st.st_mode & 07777) | S_IRWXU);
}

static bool remove_below(int parent, const char *name, const char **why)
{
    if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
        return true;
    if (errno != EISDIR && errno != EPERM)
        return fail(why, errno);
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return fail(why, errno);
    make_writable(fd);
    DIR *dir = fdopendir(fd);
    if (!dir) {
        close(fd);
        return fail(why, errno);
    }
    bool ok = true;
    for (struct dirent *e; ok && (e = readdir(dir));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            ok = remove_below(fd, e->d_name, why);
    closedir(dir);
    if (ok && unlinkat(parent, name, AT_REMOVEDIR) < 0)
        ok = fail(why, errno);
    return ok;
}

bool dir_remove(const char *path, const char **why)
{
    return remove_below(AT_FDCWD, path, why);
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

bool dir_read(struct arena *a, const char *path, struct str_list *names, const char **why)
{
    *names = (struct str_list){0};
    DIR *dir = opendir(path);
    if (!dir)
        return fail(why, errno);
    struct dirent *e;
    while (errno = 0, (e = readdir(dir)))
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            *vec_push(a, names) = str_copy(a, str_of(e->d_name));
    int error = errno;
    closedir(dir);
    if (error) {
        *names = (struct str_list){0};
        return fail(why, error);
    }
    if (names->n)
        qsort(names->at, names->n, sizeof *names->at, by_bytes);
    return true;
}

struct str_list dir_list(struct arena *a, const char *path)
{
    struct str_list names;
    const char *why;
    dir_read(a, path, &names, &why);
    return names;
}

struct str path_join(struct arena *a, struct str dir, struct str name)
{
    if (dir.n == 0 || str_eq(dir, STR(".")) || str_starts(name, STR("/")))
        return str_copy(a, name);
    return STR_JOIN(a, dir, dir.s[dir.n - 1] == '/' ? STR("") : STR("/"), name);
}

static size_t last_slash(struct str path)
{
    for (size_t i = path.n; i > 0; i--)
        if (path.s[i - 1] == '/')
            return i - 1;
    return STR_NONE;
}

struct str path_dir(struct str path)
{
    size_t slash = last_slash(path);
    if (slash == STR_NONE)
        return STR(".");
    return slash ? str_slice(path, 0, slash) : STR("/");
}

struct str path_name(struct str path)
{
    size_t slash = last_slash(path);
    return slash == STR_NONE ? path : str_from(path, slash + 1);
}

static struct str real_of(struct arena *a, struct str path)
{
    char *real = realpath(str_copy(a, path).s, NULL);
    struct str copy = real ? str_copy(a, str_of(real)) : STR("");
    free(real);
    return copy;
}

struct str path_real(struct arena *a, struct str path)
{
    struct str real = real_of(a, path);
    if (real.n)
        return real;
    struct str folder = real_of(a, path_dir(path));
    return folder.n ? path_join(a, folder, path_name(path)) : STR("");
}
