/* Pieces of work in processes of their own: order, bounds, and what becomes of those that are
 * stopped. */
#include "runner.h"
#include "site/workers.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PIECES = 40, JOBS = 3 };

struct seen {
    size_t order[PIECES];
    size_t n, wrong, stopped;
    size_t last;      /* no more pieces are wanted after so many */
    int begun[2];     /* a pipe: a byte for each piece begun */
    size_t most_open; /* begun and not finished */
    size_t begun_count;
};

static void wait_ms(long ms)
{
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

/* The first piece is slow, the tenth is stopped, the others say more than a pipe holds. */
static bool work(void *context, size_t index, struct buf *record)
{
    struct seen *seen = context;
    if (write(seen->begun[1], "x", 1) != 1)
        return false;
    if (index == 0)
        wait_ms(200);
    if (index == 10)
        raise(SIGKILL); /* no sanitizer can catch it */
    buf_pad(record, (char)('0' + index), 100000 + index);
    return index != 11;
}

static bool finish(void *context, size_t index, bool ok, struct str record,
                   const char *how)
{
    struct seen *seen = context;
    char bytes[PIECES];
    ssize_t more = read(seen->begun[0], bytes, sizeof bytes);
    seen->begun_count += more > 0 ? (size_t)more : 0;
    if (seen->begun_count - seen->n > seen->most_open)
        seen->most_open = seen->begun_count - seen->n;
    seen->order[seen->n++] = index;
    seen->stopped += how != NULL;
    if (index == 10)
        seen->wrong += ok || !how;
    else
        seen->wrong += ok != (index != 11) || record.n != 100000 + index ||
                       record.s[record.n - 1] != (char)('0' + index);
    return seen->n < seen->last;
}

static void run(struct seen *seen, bool ordered, unsigned jobs)
{
    size_t pieces[PIECES];
    const char *why;
    for (size_t i = 0; i < PIECES; i++)
        pieces[i] = i;
    CHECK(pipe2(seen->begun, O_NONBLOCK) == 0);
    const struct workers w = {seen, jobs, ordered, work, finish};
    CHECK(workers_run(&w, pieces, PIECES, &why));
    close(seen->begun[0]);
    close(seen->begun[1]);
}

TEST(all_pieces_finish_once)
{
    struct seen seen = {.last = STR_NONE};
    run(&seen, false, JOBS);
    bool had[PIECES] = {false};
    for (size_t i = 0; i < seen.n; i++)
        had[seen.order[i]] = true;
    CHECK(seen.n == PIECES && seen.wrong == 0 && seen.stopped == 1);
    for (size_t i = 0; i < PIECES; i++)
        CHECK(had[i]);
    CHECK(seen.order[0] != 0); /* the slow one is not waited for */
}

TEST(ordered_pieces_finish_in_order)
{
    static const unsigned jobs[] = {1, JOBS, 2 * PIECES};
    for (size_t j = 0; j < sizeof jobs / sizeof *jobs; j++) {
        struct seen seen = {.last = STR_NONE};
        run(&seen, true, jobs[j]);
        CHECK(seen.n == PIECES && seen.wrong == 0 && seen.stopped == 1);
        for (size_t i = 0; i < seen.n; i++)
            CHECK(seen.order[i] == i);
        /* Two pieces a worker; the tenth may begin in each that did others before, and once
         * more in a new one. */
        CHECK(seen.most_open <= 3 * (size_t)jobs[j]);
    }
}

TEST(no_more_are_begun)
{
    struct seen seen = {.last = 5};
    run(&seen, true, JOBS);
    CHECK(seen.n >= 5 && seen.n <= 5 + 2 * JOBS && seen.wrong == 0);
}

/* The third piece spoils its process, the fourth is stopped by that. */
static bool spoil(void *context, size_t index, struct buf *record)
{
    bool *spoilt = context;
    if (*spoilt)
        raise(SIGKILL);
    *spoilt = index == 3;
    return record->n == 0;
}

static bool count(void *context, size_t index, bool ok, struct str record,
                  const char *how)
{
    (void)context, (void)index;
    CHECK(ok && record.n == 0 && !how);
    return true;
}

TEST(a_piece_does_not_suffer_from_those_before)
{
    static const size_t pieces[] = {0, 1, 2, 3, 4, 5, 6};
    bool spoilt = false;
    const char *why;
    const struct workers w = {&spoilt, 1, true, spoil, count};
    CHECK(workers_run(&w, pieces, sizeof pieces / sizeof *pieces, &why));
    CHECK(!spoilt); /* what is spoilt is the worker's */
}

/* Says who it is and is never done. */
static bool never_done(void *context, size_t index, struct buf *record)
{
    const int *said = context;
    pid_t self = getpid();
    (void)index, (void)record;
    if (write(said[1], &self, sizeof self) == (ssize_t)sizeof self)
        for (;;)
            pause();
    return false;
}

/* A process that has begun JOBS workers, which have all said so. */
static pid_t start_parent(int said[2], pid_t workers[JOBS])
{
    static const size_t pieces[JOBS] = {0, 1, 2};
    pid_t parent = fork();
    if (parent == 0) {
        const struct workers w = {said, JOBS, true, never_done, count};
        const char *why;
        workers_run(&w, pieces, JOBS, &why);
        _exit(1);
    }
    close(said[1]);
    for (size_t i = 0; i < JOBS; i++)
        CHECK(read(said[0], &workers[i], sizeof *workers) == (ssize_t)sizeof *workers);
    return parent;
}

/* The pipe is at its end when nobody is left who could write to it. Ten seconds are for those
 * that would not end at all. */
TEST(workers_end_with_their_parent)
{
    int said[2];
    pid_t workers[JOBS] = {0};
    CHECK(pipe(said) == 0);
    pid_t parent = start_parent(said, workers);
    kill(parent, SIGKILL);
    CHECK(waitpid(parent, NULL, 0) == parent);
    struct pollfd end = {.fd = said[0], .events = POLLIN};
    bool ended = poll(&end, 1, 10000) == 1 && (end.revents & POLLHUP);
    CHECK(ended);
    for (size_t i = 0; !ended && i < JOBS; i++)
        if (workers[i])
            kill(workers[i], SIGKILL);
    close(said[0]);
}

int main(void)
{
    RUN(a_piece_does_not_suffer_from_those_before);
    RUN(all_pieces_finish_once);
    RUN(ordered_pieces_finish_in_order);
    RUN(no_more_are_begun);
    RUN(workers_end_with_their_parent);
    return runner_end();
}
