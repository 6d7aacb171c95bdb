/* What of a script is published: everything but comments that have lines to themselves. */
#include "runner.h"
#include "site/script.h"

static const struct {
    const char *source, *lean;
} scripts[] = {
    {"a();\n", "a();\n"},
    {"/* one */\na();\n", "a();\n"},
    {"a();\n  /* two\n     lines */\nb();\n", "a();\nb();\n"},
    {"/* one *//* two */\na();\n", "/* one *//* two */\na();\n"},
    {"a(); /* behind */\n", "a(); /* behind */\n"},
    {"/* before */ a();\n", "/* before */ a();\n"},
    {"/*! licence */\na();\n", "/*! licence */\na();\n"},
    {"/*/ not yet */\na();\n", "a();\n"},
    {"/* open\na();\n", "/* open\na();\n"},
    {"x = '/*';\n/* c */\n", "x = '/*';\n/* c */\n"},
    {"a(); /* goes\n/* on */\nb();\n", "a(); /* goes\n/* on */\nb();\n"},
    {"x = `\n/* text */\n`;\n", "x = `\n/* text */\n`;\n"},
    {"/* `a` */\na();\n", "a();\n"},
    {"/* last */", "/* last */\n"},
    {"", ""},
};

TEST(comments_of_their_own_lines_go)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        struct buf out = {0};
        script_lean(str_of(scripts[i].source), &out);
        if (!str_eq(buf_str(&out), str_of(scripts[i].lean)))
            printf("%s: %.*s\n", scripts[i].source, STR_ARG(buf_str(&out)));
        CHECK(str_eq(buf_str(&out), str_of(scripts[i].lean)));
        buf_drop(&out);
    }
}

int main(void)
{
    RUN(comments_of_their_own_lines_go);
    return runner_end();
}
