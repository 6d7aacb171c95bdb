/* Replays the seeds of the template and Markdown fuzz targets, and every crasher
 * found. */
#include "runner.h"

#include "base/file.h"

#define LLVMFuzzerTestOneInput template_fuzz
#include "../fuzz/template_fuzz.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput markdown_fuzz
#include "../fuzz/markdown_fuzz.c"

/* A target ends the program when something is wrong, so the name is printed before. */
static void replay(const char *folder, int (*target)(const uint8_t *, size_t))
{
    struct arena *a = arena_new();
    struct str_list names = dir_list(a, folder);
    CHECK(names.n > 0);
    for (size_t i = 0; i < names.n; i++) {
        struct str text, path = path_join(a, str_of(folder), names.at[i]);
        const char *why;
        printf("%.*s\n", STR_ARG(path));
        fflush(stdout);
        CHECK(file_read(a, path.s, 1000000, &text, &why));
        CHECK(target((const uint8_t *)text.s, text.n) == 0);
    }
    arena_drop(a);
}

TEST(templates)
{
    replay("tests/fuzz/seeds/template", template_fuzz);
}

TEST(markdowns)
{
    replay("tests/fuzz/seeds/markdown", markdown_fuzz);
}

int main(void)
{
    RUN(templates);
    RUN(markdowns);
    return runner_end();
}
