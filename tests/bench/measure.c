/* What a command costs: time on the clock and CPU time of it and all its children, and the
 * memory of all of them together.
 *
 *     measure [--every MS] COMMAND [ARGUMENT…]
 *
 * Prints one line: milliseconds on the clock, milliseconds of CPU time (user and system),
 * kilobytes of the largest process (ru_maxrss), and with --every the most kilobytes of all
 * processes together, looked at every so many milliseconds (else 0). That is the sum of
 * PSS: what processes share counts once. The command prints nothing; its status is ours. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { DEEPEST = 16, LONGEST_PATH = 300 };

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double ms(struct timeval t)
{
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

/* The process's own part; 0 when it has ended meanwhile. */
static long pss_kb(long pid)
{
    char path[LONGEST_PATH], line[200];
    long kb = 0;
    snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", pid);
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "Pss: %ld", &kb) == 1)
            break;
    if (f)
        fclose(f);
    return kb;
}

static long tree_kb(long pid, int depth);

/* The children of one thread of a process. */
static long children_kb(const char *path, int depth)
{
    long sum = 0, child;
    FILE *f = fopen(path, "r");
    while (f && fscanf(f, "%ld", &child) == 1)
        sum += tree_kb(child, depth + 1);
    if (f)
        fclose(f);
    return sum;
}

static long tree_kb(long pid, int depth)
{
    char path[LONGEST_PATH];
    long sum = pss_kb(pid);
    snprintf(path, sizeof path, "/proc/%ld/task", pid);
    DIR *tasks = depth < DEEPEST ? opendir(path) : NULL;
    for (const struct dirent *t = NULL; tasks && (t = readdir(tasks));) {
        if (t->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "/proc/%ld/task/%.20s/children", pid, t->d_name);
        sum += children_kb(path, depth);
    }
    if (tasks)
        closedir(tasks);
    return sum;
}

static void become(char **command)
{
    int nothing = open("/dev/null", O_RDWR);
    for (int fd = 0; nothing >= 0 && fd < 3; fd++)
        dup2(nothing, fd);
    execvp(command[0], command);
    _exit(127);
}

/* Waits for the end of the process; returns the most it and its children took together. */
static long watch(pid_t pid, long every, int *status, struct rusage *usage)
{
    long most = 0;
    const struct timespec pause = {every / 1000, every % 1000 * 1000000};
    while (wait4(pid, status, every ? WNOHANG : 0, usage) == 0) {
        long kb = tree_kb(pid, 0);
        most = kb > most ? kb : most;
        nanosleep(&pause, NULL);
    }
    return most;
}

int main(int argc, char **argv)
{
    int first = 1, status = 0;
    long every = 0;
    struct rusage usage = {0};
    if (argc > 2 && strcmp(argv[1], "--every") == 0) {
        every = strtol(argv[2], NULL, 10);
        first = 3;
    }
    if (first >= argc || every < 0)
        return 2;
    double start = now_ms();
    pid_t pid = fork();
    if (pid == 0)
        become(argv + first);
    if (pid < 0)
        return 2;
    long most = watch(pid, every, &status, &usage);
    printf("%.1f %.1f %ld %ld\n", now_ms() - start,
           ms(usage.ru_utime) + ms(usage.ru_stime), usage.ru_maxrss, most);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}
