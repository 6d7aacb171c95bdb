/* draft_signal - files that must not outlive a program ended by a signal. Internal to base.
 *
 * A signal handler gets no context, so the list of such files is the one thing in the program
 * that is not passed as an argument. */
#ifndef MULU_BASE_DRAFT_SIGNAL_H
#define MULU_BASE_DRAFT_SIGNAL_H

#include <signal.h>
#include <sys/types.h>

/* A file on the list; lives in the draft it belongs to. */
struct doomed {
    const char *path;
    pid_t owner; /* a process made by fork() leaves it to the one it comes from */
    struct doomed *next;
};

/* From draft_hold() to draft_release() no signal ends the program, so that a file is made and
 * put on the list (or renamed and taken off it) in one step. `before` keeps what was. */
void draft_hold(sigset_t *before);
void draft_release(const sigset_t *before);

/* Both only while held. */
void draft_doom(struct doomed *d, const char *path);
void draft_spare(struct doomed *d);

#endif
