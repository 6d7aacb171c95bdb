/* Whole catalogs, good and broken, with what must come of them. A case exists because its
 * folder exists:
 *
 *     tests/golden/invalid/<case>/   does not load; expected.diag holds the messages
 *     tests/golden/valid/<case>/     loads; expected.json holds the export, expected.diag
 *                                    (if there) the warnings
 *
 * With MULU_ACCEPT=1 in the environment expected files are written instead of compared; look at
 * the difference before it is committed. */
#include "runner.h"

#include "kit.h"
#include "base/file.h"
#include "catalog/json.h"
#include "catalog/load.h"

/* The case that runs: TEST functions take no arguments. */
static struct str area, name;

/* A case that has no such file expects nothing. */
static void compare(struct arena *a, struct str folder, const char *file, struct str got)
{
    struct str path = path_join(a, folder, str_of(file));
    CHECK((got.n == 0 && !file_exists(path.s)) || kit_golden(path.s, got));
}

static void golden_case(void)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct str folder = path_join(a, path_join(a, STR("tests/golden"), area), name);
    struct catalog *c = catalog_load(folder, name, d);
    struct buf messages = {0}, json = {0};
    diag_print(d, false, &messages);
    CHECK((c != NULL) == str_eq(area, STR("valid")));
    if (c) {
        catalog_json(c, &json);
        compare(a, folder, "expected.json", buf_str(&json));
    }
    compare(a, folder, "expected.diag", buf_str(&messages));
    buf_drop(&messages);
    buf_drop(&json);
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
}

static size_t run_area(const char *which)
{
    struct arena *a = arena_new();
    area = str_of(which);
    struct str_list cases = dir_list(a, path_join(a, STR("tests/golden"), area).s);
    for (size_t i = 0; i < cases.n; i++) {
        name = cases.at[i];
        runner_run(name.s, golden_case);
    }
    size_t n = cases.n;
    arena_drop(a);
    return n;
}

static size_t found;

/* A walk that finds no cases must not pass for a walk without failures. */
TEST(cases_are_there)
{
    CHECK(found >= 50);
}

int main(void)
{
    found = run_area("invalid") + run_area("valid");
    RUN(cases_are_there);
    return runner_end();
}
