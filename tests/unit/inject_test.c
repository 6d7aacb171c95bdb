/* One mistake in a clean catalog: the checker says that one and nothing else.
 *
 * tests/samples/clean is a catalog with everything a catalog can have and no mistake. Each
 * round puts one mistake of injectors.c into its text at a random place, loads and checks it
 * as the command does. The rules named in the row must find it, in the item or the line that
 * was changed; nothing else may be found. Prints how often both held; with MULU_INJECT=1 also
 * an example of each failure, with MULU_SEED=n other places. */
#include "inject.h"

#include "base/file.h"
#include "catalog/load.h"
#include "catalog/scheme.h"
#include "check/check.h"
#include "check/rules.h"
#include "kit.h"
#include "runner.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define SAMPLE "tests/samples/clean"

enum { ROUNDS_EACH = 30, TRIES_MOST = 1000, WORKERS_MOST = 8 };

/* What all rounds share. */
struct stage {
    struct arena *arena;
    struct str work;   /* folder of this process */
    struct str folder; /* a copy of the sample whose catalog.xml changes */
    struct str clean;  /* its text */
    struct pieces items;
    struct scheme *scheme;
    struct regions *places;
    struct checker *checker;
    unsigned seed;
};

struct score {
    size_t rounds, found, alarms;
    size_t more; /* rounds in which one mistake gave several findings */
    bool shown;  /* an example of a failure */
};

static struct str read_text(struct arena *a, struct str path)
{
    struct str text = STR("");
    const char *why;
    CHECK(file_read(a, path.s, 1 << 22, &text, &why));
    return text;
}

static void write_text(struct str path, struct str text)
{
    const char *why;
    CHECK(file_write(path.s, text, &why));
}

static void copy_files(struct stage *s, const char *under)
{
    struct str from = str_print(s->arena, "%s%s", SAMPLE, under);
    struct str to = str_print(s->arena, "%.*s%s", STR_ARG(s->folder), under);
    struct str_list names = dir_list(s->arena, from.s);
    const char *why;
    CHECK(dir_make(to.s, &why));
    for (size_t i = 0; i < names.n; i++)
        if (str_has(names.at[i], STR(".")))
            write_text(path_join(s->arena, to, names.at[i]),
                       read_text(s->arena, path_join(s->arena, from, names.at[i])));
}

static void open_stage(struct stage *s)
{
    struct diag *d = diag_new();
    struct str path = STR("catalogs/schemes/ylbz-2020.xml");
    struct str table = STR("catalogs/schemes/regions.tsv");
    s->arena = arena_new();
    s->work = kit_work(s->arena, "inject");
    s->folder = path_join(s->arena, s->work, STR("clean"));
    copy_files(s, "");
    copy_files(s, "/forms");
    s->clean = read_text(s->arena, STR(SAMPLE "/catalog.xml"));
    s->items = edit_items(s->arena, s->clean);
    s->scheme = scheme_load(path, path, d);
    s->places = regions_load(table, table, d);
    s->checker = checker_new(s->places);
    s->seed = getenv("MULU_SEED") ? (unsigned)atoi(getenv("MULU_SEED")) : 2024;
    CHECK(s->scheme && s->places && s->items.n >= 28);
    diag_drop(d);
}

static void close_stage(struct stage *s)
{
    const char *why;
    scheme_drop(s->scheme);
    checker_drop(s->checker);
    regions_drop(s->places);
    CHECK(dir_remove(s->work.s, &why));
    arena_drop(s->arena);
}

/* The findings in a changed text, from reading it on. */
static struct diag *check_text(const struct stage *s, struct arena *a, struct str text)
{
    struct diag *d = diag_new();
    write_text(path_join(a, s->folder, STR("catalog.xml")), text);
    struct catalog *c = catalog_load(s->folder, STR("clean"), d);
    if (c)
        check_catalog(s->checker, c, s->scheme, d);
    catalog_drop(c);
    return d;
}

/* ---- judging ---- */

static size_t line_of(struct str text, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at && i < text.n; i++)
        line += text.s[i] == '\n';
    return line;
}

/* A change in the head of a group may be told at its start tag, else where it stands. */
static size_t head_of(struct str text, size_t at)
{
    for (size_t from = at; from > 0; from--)
        if (str_starts(str_from(text, from), STR("<group")))
            return from;
    return at;
}

/* In the changed item, or in the changed lines outside of items. */
static bool in_zone(const struct edit *e, const struct problem *p)
{
    struct piece zone = e->place;
    if (zone.item != NO_ITEM)
        zone = e->items->at[zone.item];
    else
        zone.from = head_of(e->clean, zone.from);
    zone.to = zone.to + e->text.n - e->clean.n;
    return str_eq(p->path, STR("clean/catalog.xml")) &&
           p->line >= line_of(e->text, zone.from) && p->line <= line_of(e->text, zone.to);
}

/* One of the words of a list with blanks between. */
static bool is_among(const char *list, struct str word)
{
    struct str rest = str_of(list), one;
    while (str_cut(&rest, ' ', &one))
        if (str_eq(one, word))
            return true;
    return false;
}

static bool has_rule(const struct injector *row)
{
    struct str rest = str_of(row->rules), one;
    while (str_cut(&rest, ' ', &one))
        if (rule_find(one, NULL))
            return true;
    return false;
}

static void show(const struct injector *row, const struct edit *e, const struct diag *d,
                 const char *what)
{
    struct buf b = {0};
    size_t from = e->place.from;
    while (from && e->text.s[from - 1] != '\n')
        from--;
    struct str line = str_from(e->text, from);
    line.n = str_find(line, STR("\n"));
    diag_print(d, false, &b);
    printf("---- %s: %s\n%.*s\n%.*s", row->name, what, STR_ARG(line),
           STR_ARG(buf_str(&b)));
    buf_drop(&b);
}

static void judge(const struct injector *row, const struct edit *e, const struct diag *d,
                  struct score *score)
{
    size_t hits = 0, alarms = 0;
    for (size_t i = 0; i < diag_total(d); i++) {
        const struct problem *p = diag_problem(d, i);
        if (is_among(row->rules, p->id) && (row->anywhere || in_zone(e, p)))
            hits++;
        else
            alarms++;
    }
    score->rounds++;
    score->found += hits > 0;
    score->alarms += alarms > 0;
    score->more += hits > 1;
    if ((!hits || alarms) && getenv("MULU_INJECT") && !score->shown) {
        score->shown = true;
        show(row, e, d, hits ? "false alarm" : "missed");
    }
}

/* ---- rounds ---- */

/* One mistake of the row; places that do not suit are tried again. */
static void play(struct stage *s, const struct injector *row, struct score *score)
{
    for (int tries = 0; tries < TRIES_MOST; tries++) {
        struct arena *a = arena_new();
        struct edit e = {
            .arena = a, .seed = &s->seed, .clean = s->clean, .items = &s->items};
        bool done = row->change(&e, row) && !str_eq(e.text, e.clean);
        if (done) {
            struct diag *d = check_text(s, a, e.text);
            judge(row, &e, d, score);
            diag_drop(d);
        }
        arena_drop(a);
        if (done)
            return;
    }
    printf("%s: no place for it\n", row->name);
    CHECK(!"injected");
}

static void print_score(const char *name, const struct score *score)
{
    printf("%4zu %4zu %4zu %4zu  %s\n", score->rounds, score->found, score->alarms,
           score->more, name);
}

/* Every injector that falls to this worker, with its own seed: places do not depend on how
 * many workers there are. */
static void play_share(struct stage *s, struct score *scores, size_t worker,
                       size_t workers)
{
    unsigned seed = s->seed;
    for (size_t i = worker; i < injector_count; i += workers) {
        s->seed = seed + (unsigned)i;
        for (int round = 0; has_rule(&injectors[i]) && round < ROUNDS_EACH; round++)
            play(s, &injectors[i], &scores[i]);
    }
}

/* A process for each processor; examples of failures are shown by one, in order. */
static size_t count_workers(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (getenv("MULU_INJECT") || processors < 1)
        return 1;
    return processors > WORKERS_MOST ? WORKERS_MOST : (size_t)processors;
}

static int work(struct score *scores, size_t worker, size_t workers)
{
    struct stage s = {0};
    open_stage(&s);
    play_share(&s, scores, worker, workers);
    close_stage(&s);
    fflush(stdout);
    return runner_failures ? 1 : 0;
}

static void play_all(struct score *scores)
{
    size_t workers = count_workers();
    fflush(stdout);
    for (size_t i = 1; i < workers; i++)
        if (fork() == 0)
            _exit(work(scores, i, workers));
    work(scores, 0, workers);
    for (size_t i = 1; i < workers; i++) {
        int status = 1;
        CHECK(wait(&status) > 0 && status == 0);
    }
}

static void judge_all(const struct score *scores)
{
    struct score all = {0};
    puts("rounds, found, with false alarms, told more than once");
    for (size_t i = 0; i < injector_count; i++) {
        const struct score *score = &scores[i];
        print_score(injectors[i].name, score);
        CHECK(score->rounds == ROUNDS_EACH && score->found == score->rounds);
        CHECK(score->alarms == 0);
        all.rounds += score->rounds;
        all.found += score->found;
        all.alarms += score->alarms;
        all.more += score->more;
    }
    print_score("all", &all);
    CHECK(injector_count >= 45 && all.rounds >= 2000);
}

TEST(clean_catalog_gives_nothing)
{
    struct stage s = {0};
    open_stage(&s);
    struct diag *d = check_text(&s, s.arena, s.clean);
    struct buf said = {0};
    diag_print(d, false, &said);
    CHECK_STR("the clean catalog", buf_str(&said), STR(""));
    buf_drop(&said);
    diag_drop(d);
    close_stage(&s);
}

TEST(one_mistake_gives_its_finding)
{
    size_t size = injector_count * sizeof(struct score);
    struct score *scores =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    CHECK(scores != MAP_FAILED);
    if (scores == MAP_FAILED)
        return;
    play_all(scores);
    judge_all(scores);
    munmap(scores, size);
}

int main(void)
{
    RUN(clean_catalog_gives_nothing);
    RUN(one_mistake_gives_its_finding);
    return runner_end();
}
