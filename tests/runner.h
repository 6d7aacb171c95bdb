/* runner - the few words every unit test uses.
 *
 *     TEST(codes_of_all_forms) { CHECK(code_parse(STR("…")).form == CODE_BASIC); }
 *     int main(void) { RUN(codes_of_all_forms); return runner_end(); }
 *
 * A test counts once, however many rows its table has; it prints what failed with the line.
 * The last line a program prints is "N passed, N failed". */
#ifndef MULU_TESTS_RUNNER_H
#define MULU_TESTS_RUNNER_H

#include "base/str.h"

#include <stdio.h>

static int runner_failures; /* of the running test */
static int runner_passed, runner_failed;

#define TEST(name) static void name(void)

#define CHECK(condition) \
    ((condition) ? (void)0 \
                 : (void)(runner_failures++, printf("%s:%d: failed: %s\n", __FILE__, \
                                                    __LINE__, #condition)))

/* Compares two texts; `what` names the row of a table. */
static inline void runner_same(const char *file, int line, const char *what,
                               struct str got, struct str wanted)
{
    if (str_eq(got, wanted))
        return;
    runner_failures++;
    printf("%s:%d: %s\n  got    «%.*s»\n  wanted «%.*s»\n", file, line, what,
           STR_ARG(got), STR_ARG(wanted));
}
#define CHECK_STR(what, got, wanted) runner_same(__FILE__, __LINE__, what, got, wanted)

static inline void runner_run(const char *name, void (*test)(void))
{
    runner_failures = 0;
    test();
    if (runner_failures) {
        runner_failed++;
        printf("not ok %s\n", name);
    } else {
        runner_passed++;
    }
}
#define RUN(name) runner_run(#name, name)

static inline int runner_end(void)
{
    printf("%d passed, %d failed\n", runner_passed, runner_failed);
    return runner_failed ? 1 : 0;
}

#endif
