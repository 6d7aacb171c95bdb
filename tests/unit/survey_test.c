/* A check that crashes, in several processes: what stays in the report, what is told. */
#include "base/file.h"
#include "cli/survey.h"
#include "kit.h"
#include "runner.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

enum { CATALOGS = 40 };

static const struct cli_option options[] = {{"output", 'o', "FILE", ""}};
static const struct command command = {
    .name = "check", .options = options, .option_count = 1};

/* Stopped at one catalog, in the middle of a batch, and at the last. */
static void make(struct survey *r, const struct survey_part *part, struct buf *record)
{
    (void)r;
    if (part->index == 5)
        raise(SIGKILL); /* no sanitizer can catch it */
    if (part->index == CATALOGS - 1)
        _exit(7);
    buf_printf(record, "%zu ", part->index);
}

static bool take(struct survey *r, const struct scheme *scheme, struct str record)
{
    (void)scheme;
    if (!str_eq(record, STR("30 ")))
        buf_put(r->out, record);
    return !str_eq(record, STR("30 ")); /* as if it had come damaged */
}

static bool end(struct survey *r)
{
    buf_puts(r->out, "end");
    return true;
}

static const struct survey_format format = {
    .name = "test", .make = make, .take = take, .end = end};

static struct str told(struct arena *a, const struct diag *d)
{
    struct buf text = {0};
    for (size_t i = 0; i < diag_total(d); i++)
        buf_printf(&text, "%.*s: %.*s\n", STR_ARG(diag_problem(d, i)->id),
                   STR_ARG(diag_problem(d, i)->message));
    struct str all = str_copy(a, buf_str(&text));
    buf_drop(&text);
    return all;
}

TEST(a_crash_takes_one_catalog)
{
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    struct arena *a = arena_new();
    struct str work = kit_work(a, "survey"), file = path_join(a, work, STR("x"));
    struct cli cli = {
        .arena = a, .command = &command, .diag = diag_new(), .root = STR(".")};
    *vec_push(a, &cli.values) = file;
    struct catalog_places places = {0};
    for (size_t i = 0; i < CATALOGS; i++)
        *vec_push(a, &places) =
            (struct catalog_place){.id = str_print(a, "c%zu", i),
                                   .folder = STR("tests/samples/clean"),
                                   .shown = str_print(a, "catalogs/c%zu", i)};
    struct survey_counts counts;
    CHECK(!survey_run(&cli, &format, &places, 3, &counts));
    CHECK(counts.catalogs == CATALOGS && counts.unread == 3);
    struct buf wanted = {0};
    for (size_t i = 0; i < CATALOGS - 1; i++)
        if (i != 5 && i != 30)
            buf_printf(&wanted, "%zu ", i);
    buf_puts(&wanted, "end");
    struct str report;
    const char *why;
    CHECK(file_read(a, file.s, 1 << 20, &report, &why));
    CHECK_STR("report", report, buf_str(&wanted));
    CHECK_STR(
        "told", told(a, cli.diag),
        STR("check-crash: 检查“catalogs/c5”时程序意外中止（被系统终止，可能是内存不足），"
            "结果里没有它，其他目录照常检查\n"
            "check-crash: 检查“catalogs/c30”时程序意外中止（结果不完整），"
            "结果里没有它，其他目录照常检查\n"
            "check-crash: 检查“catalogs/c39”时程序意外中止（非正常退出），"
            "结果里没有它，其他目录照常检查\n"));
    CHECK(dir_remove(work.s, &why));
    buf_drop(&wanted);
    buf_drop(&cli.out);
    diag_drop(cli.diag);
    arena_drop(a);
}

int main(void)
{
    RUN(a_crash_takes_one_catalog);
    return runner_end();
}
