#include "site/workers.h"

#include "base/file.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* A running worker. */
struct slot {
    pid_t pid; /* 0: free */
    int pipe;  /* the end to read from */
    size_t index;
    struct buf record;
};
struct pool {
    const struct workers *w;
    struct slot *slots;
    struct pollfd *polls; /* one a running slot, */
    size_t *owners;       /* and which slot that is */
    size_t running;
};

/* Never returns: _exit() so that nothing the parent had buffered is written twice. A worker
 * whose parent was killed ends, too: it would hold the lock of the output until it is done.
 * A file larger than allowed is a failure of writing, with its message, not a signal. */
static void be_worker(const struct workers *w, size_t index, int fd, pid_t parent)
{
    struct buf record = {0};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(3);
    signal(SIGXFSZ, SIG_IGN);
    bool ok = w->work(w->context, index, &record);
    bool sent = file_put(fd, buf_str(&record));
    _exit(!sent ? 3 : ok ? 0 : 1);
}

static bool start(struct pool *pool, size_t index, const char **why)
{
    size_t s = 0;
    while (pool->slots[s].pid)
        s++;
    int ends[2];
    if (pipe(ends) < 0) {
        *why = file_why(errno);
        return false;
    }
    pid_t parent = getpid(), pid = fork();
    if (pid < 0) {
        *why = file_why(errno);
        close(ends[0]);
        close(ends[1]);
        return false;
    }
    if (pid == 0) {
        close(ends[0]);
        be_worker(pool->w, index, ends[1], parent);
    }
    close(ends[1]);
    pool->slots[s] = (struct slot){.pid = pid, .pipe = ends[0], .index = index};
    pool->running++;
    return true;
}

static const char *how_ended(int status)
{
    if (!WIFSIGNALED(status))
        return WEXITSTATUS(status) <= 1 ? NULL : "非正常退出";
    switch (WTERMSIG(status)) {
    case SIGSEGV: return "内存访问错误";
    case SIGABRT: return "内部检查没有通过";
    case SIGKILL: return "被系统终止，可能是内存不足";
    case SIGFPE: return "计算错误";
    default: return "被信号终止";
    }
}

static void reap(struct pool *pool, struct slot *slot)
{
    int status = 0;
    while (waitpid(slot->pid, &status, 0) < 0 && errno == EINTR)
        ;
    close(slot->pipe);
    bool ok = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    pool->w->finish(pool->w->context, slot->index, ok, buf_str(&slot->record),
                    how_ended(status));
    buf_drop(&slot->record);
    *slot = (struct slot){0};
    pool->running--;
}

/* Reads what has come; an end of file is the end of the worker. */
static void read_some(struct pool *pool, struct slot *slot)
{
    char bytes[16384];
    ssize_t got = read(slot->pipe, bytes, sizeof bytes);
    if (got > 0)
        buf_put(&slot->record, (struct str){bytes, (size_t)got});
    else if (got == 0 || errno != EINTR)
        reap(pool, slot);
}

static void wait_for_any(struct pool *pool)
{
    size_t n = 0;
    for (size_t s = 0; s < pool->w->jobs; s++) {
        if (!pool->slots[s].pid)
            continue;
        pool->owners[n] = s;
        pool->polls[n++] = (struct pollfd){.fd = pool->slots[s].pipe, .events = POLLIN};
    }
    if (poll(pool->polls, (nfds_t)n, -1) < 0)
        return;
    for (size_t i = 0; i < n; i++)
        if (pool->polls[i].revents)
            read_some(pool, &pool->slots[pool->owners[i]]);
}

bool workers_run(const struct workers *w, const size_t *indexes, size_t n,
                 const char **why)
{
    struct arena *a = arena_new();
    struct pool pool = {.w = w,
                        .slots = arena_array(a, w->jobs, sizeof(struct slot)),
                        .polls = arena_array(a, w->jobs, sizeof(struct pollfd)),
                        .owners = arena_array(a, w->jobs, sizeof(size_t))};
    bool ok = true;
    for (size_t next = 0; pool.running || (ok && next < n);) {
        if (ok && next < n && pool.running < w->jobs)
            ok = start(&pool, indexes[next++], why);
        else
            wait_for_any(&pool);
    }
    arena_drop(a);
    return ok;
}
