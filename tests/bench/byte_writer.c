/* Writes a finished site once more and does nothing else: what no program that makes these
 * files can do without.
 *
 *     byte_writer SITE OUT
 *
 * All of SITE is read into memory first; then every folder is made and every file opened,
 * written and closed by its path. Prints one line: milliseconds on the clock and of CPU time
 * of the writing alone, files, bytes. OUT must not exist. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_PATH = 4096 };

struct thing {
    char *path; /* below the site's folder */
    char *bytes;
    size_t n;
    int folder;
};
struct things {
    struct thing *at;
    size_t n, cap, files, bytes;
};

static void die(const char *what)
{
    perror(what);
    exit(2);
}

static void *room(void *old, size_t size)
{
    void *p = realloc(old, size);
    if (!p)
        die("memory");
    return p;
}

static struct thing *add(struct things *all, const char *path)
{
    if (all->n == all->cap)
        all->at =
            room(all->at, (all->cap = all->cap ? 2 * all->cap : 1024) * sizeof *all->at);
    struct thing *t = &all->at[all->n++];
    *t = (struct thing){.path = room(NULL, strlen(path) + 1)};
    strcpy(t->path, path);
    return t;
}

static void take_file(struct things *all, const char *path, const char *shown,
                      size_t size)
{
    struct thing *t = add(all, shown);
    t->bytes = room(NULL, size + 1);
    int fd = open(path, O_RDONLY);
    for (ssize_t n = 1; fd >= 0 && n > 0 && t->n<size; t->n += n> 0 ? (size_t)n : 0)
        n = read(fd, t->bytes + t->n, size - t->n);
    if (fd < 0 || t->n != size)
        die(path);
    close(fd);
    all->files++;
    all->bytes += size;
}

/* Folders stand before what is in them. */
static void take_folder(struct things *all, const char *site, const char *below)
{
    char path[LONGEST_PATH], shown[LONGEST_PATH];
    snprintf(path, sizeof path, "%s/%s", site, below);
    if (strcmp(below, ".") != 0)
        add(all, below)->folder = 1;
    DIR *folder = opendir(path);
    if (!folder)
        die(path);
    for (const struct dirent *e; (e = readdir(folder));) {
        struct stat s;
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        if (snprintf(shown, sizeof shown, "%s/%s", below, e->d_name) >= LONGEST_PATH ||
            snprintf(path, sizeof path, "%s/%s", site, shown) >= LONGEST_PATH ||
            stat(path, &s) != 0)
            die(e->d_name);
        if (S_ISDIR(s.st_mode))
            take_folder(all, site, shown);
        else
            take_file(all, path, shown, (size_t)s.st_size);
    }
    closedir(folder);
}

static void write_all(const struct things *all, const char *out)
{
    char path[2 * LONGEST_PATH];
    for (size_t i = 0; i < all->n; i++) {
        const struct thing *t = &all->at[i];
        snprintf(path, sizeof path, "%s/%s", out, t->path);
        if (t->folder) {
            if (mkdir(path, 0777) != 0)
                die(path);
            continue;
        }
        int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
        if (fd < 0 || write(fd, t->bytes, t->n) != (ssize_t)t->n || close(fd) != 0)
            die(path);
    }
}

static void drop(struct things *all)
{
    for (size_t i = 0; i < all->n; i++) {
        free(all->at[i].path);
        free(all->at[i].bytes);
    }
    free(all->at);
}

static double ms(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

int main(int argc, char **argv)
{
    struct things all = {0};
    if (argc != 3)
        return 2;
    take_folder(&all, argv[1], ".");
    if (mkdir(argv[2], 0777) != 0)
        die(argv[2]);
    double wall = ms(CLOCK_MONOTONIC), cpu = ms(CLOCK_PROCESS_CPUTIME_ID);
    write_all(&all, argv[2]);
    printf("%.1f %.1f %zu %zu\n", ms(CLOCK_MONOTONIC) - wall,
           ms(CLOCK_PROCESS_CPUTIME_ID) - cpu, all.files, all.bytes);
    drop(&all);
    return 0;
}
