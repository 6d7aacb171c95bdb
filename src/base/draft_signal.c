#include "base/draft_signal.h"

#include <stddef.h>
#include <unistd.h>

static struct doomed *doomed; /* changed only while the signals are held */

/* Those that end a program from outside. */
static const int deadly[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGXCPU, SIGXFSZ};
enum { DEADLY = sizeof deadly / sizeof *deadly };

/* SA_RESETHAND has put back what the signal does by itself: ending the program, with the
 * status that tells which it was. It is delivered again on return. */
static void on_signal(int signal)
{
    pid_t self = getpid();
    for (const struct doomed *d = doomed; d; d = d->next)
        if (d->owner == self)
            unlink(d->path);
    raise(signal);
}

static void all_deadly(sigset_t *set)
{
    sigemptyset(set);
    for (int i = 0; i < DEADLY; i++)
        sigaddset(set, deadly[i]);
}

/* What is ignored (nohup) stays so. */
static void catch_signals(void)
{
    struct sigaction catch = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    all_deadly(&catch.sa_mask);
    for (int i = 0; i < DEADLY; i++) {
        struct sigaction old;
        if (sigaction(deadly[i], NULL, &old) == 0 && !(old.sa_flags & SA_SIGINFO) &&
            old.sa_handler == SIG_DFL)
            sigaction(deadly[i], &catch, NULL);
    }
}

void draft_hold(sigset_t *before)
{
    sigset_t set;
    all_deadly(&set);
    sigprocmask(SIG_BLOCK, &set, before);
}

void draft_release(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}

void draft_doom(struct doomed *d, const char *path)
{
    catch_signals();
    *d = (struct doomed){path, getpid(), doomed};
    doomed = d;
}

void draft_spare(struct doomed *d)
{
    struct doomed **at = &doomed;
    while (*at && *at != d)
        at = &(*at)->next;
    if (*at)
        *at = d->next;
}
