/* A worker is a process that is given pieces one after another over a socket and answers each
 * with a record: starting a process costs more than many a piece. A worker has the next piece
 * at hand while it does one, so that it never waits for the parent. */
#include "site/workers.h"

#include "base/file.h"
#include "base/record.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { AHEAD = 2 }; /* pieces given to a worker: one being done, one to go on with */

/* A piece that has been begun and is not finished. */
struct slot {
    enum { FREE, WAITING, GIVEN, ENDED } state;
    size_t index, turn;
    bool ok;
    const char *how;
    struct buf record;
};
struct worker {
    pid_t pid; /* 0: none */
    int wire;
    struct slot *given[AHEAD]; /* in the order in which they are done */
    size_t count;
    bool fresh;         /* has answered nothing yet */
    struct buf answers; /* what came and is not a whole answer yet */
};
struct pool {
    const struct workers *w;
    struct slot *slots;
    size_t slot_count;
    struct worker *workers;
    struct pollfd *polls;  /* one a running worker, */
    struct worker **whose; /* and which that is */
    const size_t *indexes;
    size_t n;
    size_t begun, finished; /* pieces */
    bool closed;            /* no more pieces are begun */
};

/* ---- in the worker ---- */

static bool next_piece(int wire, size_t *index)
{
    char *to = (char *)index;
    size_t had = 0;
    while (had < sizeof *index) {
        ssize_t got = read(wire, to + had, sizeof *index - had);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        had += got > 0 ? (size_t)got : 0;
    }
    return true;
}

/* Never returns: _exit() so that nothing the parent had buffered is written twice. A worker
 * whose parent was killed ends, too: it would hold the lock of the output until it is done.
 * A file larger than allowed is a failure of writing, with its message, not a signal. */
static void be_worker(const struct workers *w, int wire, pid_t parent)
{
    struct buf record = {0}, answer = {0};
    size_t index;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(3);
    signal(SIGXFSZ, SIG_IGN);
    while (next_piece(wire, &index)) {
        buf_clear(&record);
        buf_clear(&answer);
        record_put_number(&answer, w->work(w->context, index, &record));
        record_put_text(&answer, buf_str(&record));
        if (!file_put(wire, buf_str(&answer)))
            _exit(3);
    }
    _exit(0);
}

/* ---- in the parent ---- */

/* The other workers' ends are not the new one's: it would keep them open. */
static void close_others(const struct pool *pool)
{
    for (size_t i = 0; i < pool->w->jobs; i++)
        if (pool->workers[i].pid)
            close(pool->workers[i].wire);
}

static bool start(struct pool *pool, struct worker *worker, const char **why)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0) {
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
        close_others(pool);
        close(ends[0]);
        be_worker(pool->w, ends[1], parent);
    }
    close(ends[1]);
    *worker = (struct worker){.pid = pid, .wire = ends[0], .fresh = true};
    return true;
}

static int end(struct worker *worker)
{
    int status = 0;
    close(worker->wire);
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        ;
    buf_drop(&worker->answers);
    *worker = (struct worker){0};
    return status;
}

static const char *how_ended(int status)
{
    if (!WIFSIGNALED(status))
        return "非正常退出";
    switch (WTERMSIG(status)) {
    case SIGSEGV: return "内存访问错误";
    case SIGABRT: return "内部检查没有通过";
    case SIGKILL: return "被系统终止，可能是内存不足";
    case SIGFPE: return "计算错误";
    default: return "被信号终止";
    }
}

/* The ended piece whose turn it is. */
static struct slot *next_ended(const struct pool *pool)
{
    for (size_t s = 0; s < pool->slot_count; s++) {
        struct slot *slot = &pool->slots[s];
        if (slot->state == ENDED && (!pool->w->ordered || slot->turn == pool->finished))
            return slot;
    }
    return NULL;
}

static void finish_ended(struct pool *pool)
{
    struct slot *slot;
    while ((slot = next_ended(pool))) {
        bool more = pool->w->finish(pool->w->context, slot->index, slot->ok,
                                    buf_str(&slot->record), slot->how);
        buf_drop(&slot->record);
        *slot = (struct slot){0};
        pool->finished++;
        pool->closed |= !more;
    }
}

static struct slot *take_first(struct worker *worker)
{
    struct slot *first = worker->given[0];
    for (size_t i = 1; i < worker->count; i++)
        worker->given[i - 1] = worker->given[i];
    worker->count--;
    return first;
}

/* Makes ended pieces of the whole answers that have come. */
static void take_answers(struct worker *worker)
{
    struct str rest = buf_str(&worker->answers), after = rest, record;
    size_t ok;
    while (worker->count && record_take_number(&after, &ok) &&
           record_take_text(&after, &record)) {
        struct slot *slot = take_first(worker);
        slot->ok = ok;
        slot->state = ENDED;
        buf_put(&slot->record, record);
        worker->fresh = false;
        rest = after;
    }
    if (rest.n == worker->answers.n)
        return;
    struct buf left = {0};
    buf_put(&left, rest);
    buf_drop(&worker->answers);
    worker->answers = left;
}

/* A worker ended in the middle. The piece it was at is to blame when it is the first that
 * the worker did; otherwise one before may have done the harm, and a new worker tries it. */
static void blame(struct worker *worker)
{
    bool fresh = worker->fresh;
    size_t count = worker->count;
    struct slot *given[AHEAD];
    for (size_t i = 0; i < count; i++)
        given[i] = worker->given[i];
    const char *how = how_ended(end(worker));
    for (size_t i = 0; i < count; i++)
        given[i]->state = WAITING;
    if (count && fresh) {
        given[0]->state = ENDED;
        given[0]->how = how;
    }
}

/* Reads what has come; an end of file is the end of the worker. */
static void read_some(struct pool *pool, struct worker *worker)
{
    char bytes[65536];
    ssize_t got = read(worker->wire, bytes, sizeof bytes);
    if (got > 0) {
        buf_put(&worker->answers, (struct str){bytes, (size_t)got});
        take_answers(worker);
    } else if (got == 0 || errno != EINTR) {
        blame(worker);
    }
    finish_ended(pool);
}

static void wait_for_any(struct pool *pool)
{
    nfds_t n = 0;
    for (size_t i = 0; i < pool->w->jobs; i++) {
        struct worker *worker = &pool->workers[i];
        if (!worker->count)
            continue;
        pool->whose[n] = worker;
        pool->polls[n++] = (struct pollfd){.fd = worker->wire, .events = POLLIN};
    }
    if (poll(pool->polls, n, -1) < 0)
        return;
    for (nfds_t i = 0; i < n; i++)
        if (pool->polls[i].revents)
            read_some(pool, pool->whose[i]);
}

/* The piece to give next: one that came back, else a new one, else NULL. */
static struct slot *next_waiting(struct pool *pool)
{
    struct slot *back = NULL, *unused = NULL;
    for (size_t s = 0; s < pool->slot_count; s++) {
        struct slot *slot = &pool->slots[s];
        if (slot->state == WAITING && (!back || slot->turn < back->turn))
            back = slot;
        if (slot->state == FREE)
            unused = slot;
    }
    if (back || !unused || pool->closed || pool->begun == pool->n)
        return back;
    *unused = (struct slot){
        .state = WAITING, .index = pool->indexes[pool->begun], .turn = pool->begun};
    return unused;
}

/* A worker that has ended is seen when it is read from, not here. */
static void give(struct pool *pool, struct worker *worker, struct slot *slot)
{
    send(worker->wire, &slot->index, sizeof slot->index, MSG_NOSIGNAL);
    worker->given[worker->count++] = slot;
    slot->state = GIVEN;
    if (slot->turn == pool->begun)
        pool->begun++;
}

/* Gives each worker a piece before any gets its second. False when one cannot be started. */
static bool give_all(struct pool *pool, const char **why)
{
    for (size_t most = 1; most <= AHEAD; most++)
        for (size_t i = 0; i < pool->w->jobs; i++) {
            struct worker *worker = &pool->workers[i];
            struct slot *slot = worker->count < most ? next_waiting(pool) : NULL;
            if (!slot)
                continue;
            if (!worker->pid && !start(pool, worker, why))
                return false;
            give(pool, worker, slot);
        }
    return true;
}

static bool any_at_work(const struct pool *pool)
{
    for (size_t i = 0; i < pool->w->jobs; i++)
        if (pool->workers[i].count)
            return true;
    return false;
}

bool workers_run(const struct workers *w, const size_t *indexes, size_t n,
                 const char **why)
{
    struct arena *a = arena_new();
    struct pool pool = {.w = w,
                        .slots =
                            arena_array(a, AHEAD * (size_t)w->jobs, sizeof(struct slot)),
                        .slot_count = AHEAD * (size_t)w->jobs,
                        .workers = arena_array(a, w->jobs, sizeof(struct worker)),
                        .polls = arena_array(a, w->jobs, sizeof(struct pollfd)),
                        .whose = arena_array(a, w->jobs, sizeof(struct worker *)),
                        .indexes = indexes,
                        .n = n};
    bool ok = give_all(&pool, why);
    while (any_at_work(&pool)) {
        wait_for_any(&pool);
        ok = ok && give_all(&pool, why);
    }
    for (size_t i = 0; i < w->jobs; i++)
        if (pool.workers[i].pid)
            end(&pool.workers[i]);
    arena_drop(a);
    return ok;
}
