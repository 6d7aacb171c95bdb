#include "kit.h"

#include "base/file.h"
#include "base/utf8.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A copy in the arena; the buffer is dropped. */
static struct str taken(struct arena *a, struct buf *b)
{
    struct str text = str_copy(a, buf_str(b));
    buf_drop(b);
    return text;
}

struct str kit_repeated(struct arena *a, const char *piece, size_t n)
{
    struct buf b = {0};
    while (n--)
        buf_puts(&b, piece);
    return taken(a, &b);
}

void kit_put_ink(struct buf *b, struct str text)
{
    while (text.n) {
        uint32_t c = utf8_next(&text);
        if (c > ' ' && c != 0xA0 && c != 0x3000)
            buf_rune(b, c);
    }
}

struct str kit_ink(struct arena *a, struct str text)
{
    struct buf b = {0};
    kit_put_ink(&b, text);
    return taken(a, &b);
}

struct str kit_output(struct arena *a, const char *command)
{
    FILE *pipe = popen(command, "r");
    struct buf b = {0};
    char room[4096];
    for (size_t n; pipe && (n = fread(room, 1, sizeof room, pipe)) > 0;)
        buf_put(&b, (struct str){room, n});
    if (!pipe || pclose(pipe) != 0) {
        printf("failed: %s\n", command);
        exit(1);
    }
    return taken(a, &b);
}

bool kit_make_folder(const char *path, const char **why)
{
    struct arena *a = arena_new();
    const char *slash = strrchr(path, '/');
    bool ok = !slash ||
              dir_make(str_copy(a, (struct str){path, (size_t)(slash - path)}).s, why);
    arena_drop(a);
    return ok;
}

static bool runs(pid_t process)
{
    return process > 0 && (kill(process, 0) == 0 || errno != ESRCH);
}

struct str kit_work(struct arena *a, const char *name)
{
    struct str head = str_print(a, "test-%s.", name);
    struct str folder = str_print(a, "build/%s%d", head.s, (int)getpid());
    struct str_list names = dir_list(a, "build");
    const char *why = "";
    bool ok = dir_remove(folder.s, &why);
    for (size_t i = 0; i < names.n; i++)
        if (str_starts(names.at[i], head) &&
            !runs((pid_t)atol(str_copy(a, str_from(names.at[i], head.n)).s)))
            dir_remove(str_print(a, "build/%.*s", STR_ARG(names.at[i])).s, &why);
    if (!ok || !dir_make(folder.s, &why)) {
        printf("failed: %s: %s\n", folder.s, why);
        exit(1);
    }
    return folder;
}

/* Leaves the text under build/ and shows where it differs. */
static void show_difference(struct arena *a, const char *path, struct str got)
{
    const char *why = "", *draft = str_print(a, "build/%s", path).s;
    if (!kit_make_folder(draft, &why) || !file_write(draft, got, &why)) {
        printf("%s: %s\n", draft, why);
        return;
    }
    printf("%s differs from %s (MULU_ACCEPT=1 takes it)\n", draft, path);
    fflush(stdout);
    if (system(str_print(a, "diff -u %s %s | head -n 20", path, draft).s) != 0)
        printf("no diff\n");
}

bool kit_golden(const char *path, struct str got)
{
    struct arena *a = arena_new();
    struct str wanted = STR("");
    const char *why = "";
    bool read = true;
    if (getenv("MULU_ACCEPT"))
        read = file_write(path, got, &why);
    read = read && file_read(a, path, 1 << 24, &wanted, &why);
    if (!read)
        printf("%s: %s\n", path, why);
    bool same = read && str_eq(got, wanted);
    if (read && !same)
        show_difference(a, path, got);
    arena_drop(a);
    return same;
}

size_t kit_random(unsigned long long *seed, size_t n)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(*seed >> 33) % n;
}
