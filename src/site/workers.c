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

/* A piece that has been begun and is not finished. */
struct slot {
    bool used;
    pid_t pid;  /* of its worker; 0: that has ended */
    int pipe;   /* the end to read from */
    int status; /* of waitpid() */
    size_t index, turn;
    struct buf record;
};
struct pool {
    const struct workers *w;
    struct slot *slots;
    size_t slot_count;
    struct pollfd *polls; /* one a running worker, */
    size_t *owners;       /* and which slot that is */
    size_t running;
    size_t begun, finished; /* pieces */
    bool closed;            /* no more pieces are begun */
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
    while (pool->slots[s].used)
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
    pool->slots[s] = (struct slot){
        .used = true, .pid = pid, .pipe = ends[0], .index = index, .turn = pool->begun++};
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

static void finish(struct pool *pool, struct slot *slot)
{
    bool ok = WIFEXITED(slot->status) && WEXITSTATUS(slot->status) == 0;
    bool more = pool->w->finish(pool->w->context, slot->index, ok, buf_str(&slot->record),
                                how_ended(slot->status));
    buf_drop(&slot->record);
    *slot = (struct slot){0};
    pool->finished++;
    pool->closed |= !more;
}

/* The piece whose turn it is, when its worker has ended. */
static struct slot *next_ended(struct pool *pool)
{
    for (size_t s = 0; s < pool->slot_count; s++) {
        struct slot *slot = &pool->slots[s];
        if (slot->used && !slot->pid &&
            (!pool->w->ordered || slot->turn == pool->finished))
            return slot;
    }
    return NULL;
}

static void reap(struct pool *pool, struct slot *slot)
{
    while (waitpid(slot->pid, &slot->status, 0) < 0 && errno == EINTR)
        ;
    close(slot->pipe);
    slot->pid = 0;
    pool->running--;
    while ((slot = next_ended(pool)))
        finish(pool, slot);
}

/* Reads what has come; an end of file is the end of the worker. */
static void read_some(struct pool *pool, struct slot *slot)
{
    char bytes[65536]; /* what a pipe of Linux holds */
    ssize_t got = read(slot->pipe, bytes, sizeof bytes);
    if (got > 0)
        buf_put(&slot->record, (struct str){bytes, (size_t)got});
    else if (got == 0 || errno != EINTR)
        reap(pool, slot);
}

static void wait_for_any(struct pool *pool)
{
    size_t n = 0;
    for (size_t s = 0; s < pool->slot_count; s++) {
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
    size_t slots = w->ordered ? 2 * (size_t)w->jobs : w->jobs;
    struct pool pool = {.w = w,
                        .slots = arena_array(a, slots, sizeof(struct slot)),
                        .slot_count = slots,
                        .polls = arena_array(a, w->jobs, sizeof(struct pollfd)),
                        .owners = arena_array(a, w->jobs, sizeof(size_t))};
    bool ok = true;
    for (;;) {
        bool more = ok && !pool.closed && pool.begun < n;
        if (more && pool.running < w->jobs && pool.begun - pool.finished < slots)
            ok = start(&pool, indexes[pool.begun], why);
        else if (pool.running)
            wait_for_any(&pool);
        else
            break;
    }
    arena_drop(a);
    return ok;
}
