#include "layout/flow_parts.h"

#include <stdlib.h>

/* Tracks: runs that share a stretch of a lane lie beside each other.
 *
 * Greedy colouring of intervals. Straight runs from box to box choose first and get the
 * middle; a run that turns left looks for a track on the left first, so lines that part
 * do not cross at once. Runs that only meet end to end count as sharing. */

static int importance(const struct flow_work *w, const struct flow_run *r)
{
    if (r->leaves && r->enters)
        return w->links[r->link].main ? 0 : 1;
    return r->leaves || r->enters ? 2 : 3;
}

struct choice {
    size_t run;
    int importance, length;
};

static int compare_choices(const void *a, const void *b)
{
    const struct choice *x = a, *y = b;
    if (x->importance != y->importance)
        return x->importance < y->importance ? -1 : 1;
    if (x->length != y->length)
        return x->length < y->length ? -1 : 1;
    return x->run < y->run ? -1 : x->run > y->run;
}

/* Tracks 0, 1, -1, 2, -2, … for a run that leans right; the other way round else. */
static int nth_track(int n, int lean)
{
    int distance = (n + 1) / 2;
    bool first = n % 2;
    return first == (lean >= 0) ? distance : -distance;
}

static void choose_tracks(struct flow_work *w, struct choice *choices, size_t n)
{
    bool *taken = arena_array(w->arena, 2 * n + 3, sizeof *taken);
    for (size_t i = 0; i < n; i++) {
        struct flow_run *r = &w->runs.at[choices[i].run];
        for (size_t k = 0; k < 2 * n + 3; k++)
            taken[k] = false;
        for (size_t k = 0; k < i; k++) {
            const struct flow_run *o = &w->runs.at[choices[k].run];
            if (o->from <= r->to && r->from <= o->to)
                taken[(size_t)((int)n + 1 + o->track)] = true;
        }
        int k = 0;
        while (taken[(size_t)((int)n + 1 + nth_track(k, r->lean))])
            k++;
        r->track = nth_track(k, r->lean);
    }
}

static void fill_lane(struct flow_work *w, struct flow_lane *lane, struct choice *choices,
                      size_t n)
{
    qsort(choices, n, sizeof *choices, compare_choices);
    choose_tracks(w, choices, n);
    for (size_t i = 0; i < n; i++) {
        int track = w->runs.at[choices[i].run].track;
        lane->low = track < lane->low ? track : lane->low;
        lane->high = track > lane->high ? track : lane->high;
        lane->used = true;
    }
}

static void anchor_lanes(struct flow_work *w)
{
    for (int i = 1; i < 2 * w->columns + 1; i += 2)
        w->across[i].anchored = true;
    for (int i = 1; i < 2 * w->rows + 1; i += 2)
        w->down[i].anchored = true;
    for (size_t i = 0; i < w->n; i++)
        w->across[w->shapes[i].center].anchored = true;
}

/* Lines beside a small box have room for three tracks. */
static bool too_many(const struct flow_work *w)
{
    for (int i = 1; i <= 3; i += 2)
        if (w->across[i].low < -1 || w->across[i].high > 1)
            return true;
    return false;
}

bool flow_track(struct flow_work *w)
{
    w->across = arena_array(w->arena, 2 * (size_t)w->columns + 1, sizeof *w->across);
    w->down = arena_array(w->arena, 2 * (size_t)w->rows + 1, sizeof *w->down);
    anchor_lanes(w);
    /* Runs by lane: a list threaded through `next`, one head for each lane. */
    size_t across = 2 * (size_t)w->columns + 1, lanes = across + 2 * (size_t)w->rows + 1;
    size_t *head = arena_array(w->arena, lanes, sizeof *head);
    size_t *next = arena_array(w->arena, w->runs.n + 1, sizeof *next);
    struct choice *choices = arena_array(w->arena, w->runs.n + 1, sizeof *choices);
    for (size_t i = 0; i < w->runs.n; i++) {
        const struct flow_run *r = &w->runs.at[i];
        size_t lane = (size_t)r->lane + (r->vertical ? 0 : across);
        next[i] = head[lane];
        head[lane] = i + 1;
    }
    for (size_t lane = 0; lane < lanes; lane++) {
        size_t n = 0;
        for (size_t i = head[lane]; i; i = next[i - 1]) {
            const struct flow_run *r = &w->runs.at[i - 1];
            choices[n++] = (struct choice){i - 1, importance(w, r), r->to - r->from};
        }
        fill_lane(w, lane < across ? &w->across[lane] : &w->down[lane - across], choices,
                  n);
    }
    return !(w->form->narrow && w->roomy && too_many(w));
}
