/* What `mulu check` finds of the defects known in the published catalogs, those of
 * tests/known-defects.tsv. Prints the recall by kind: of the certain ones that a program can
 * see, of all certain ones, of the doubtful ones; with MULU_RECALL=1 also what is missed. */
#include "defects.h"

#include "base/file.h"
#include "catalog/load.h"
#include "catalog/scheme.h"
#include "check/check.h"
#include "runner.h"

#include <stdlib.h>

/* Per mille of the certain rows a program can see that were found when last counted. Raise
 * it with the rules; it never goes down without a reason in the commit. */
enum { RECALL_LEAST = 945 };

static const char *const catalogs[] = {"ningxia", "ningxiang", "pingdingshan", "xinjiang",
                                       "yuanjiang"};
enum { CATALOGS = sizeof catalogs / sizeof *catalogs };

/* Matches the rows of one catalog, checked like the command does it. */
static void match_catalog(struct arena *a, struct defects *list,
                          struct checker *checker, const char *name)
{
    struct diag *d = diag_new();
    struct str folder = str_print(a, "catalogs/%s", name);
    struct catalog *c = catalog_load(folder, folder, d);
    struct scheme *s = NULL;
    CHECK(c);
    if (c && c->scheme.n) {
        struct str path = str_print(a, "catalogs/schemes/%.*s.xml", STR_ARG(c->scheme));
        s = scheme_load(path, path, d);
        CHECK(s);
    }
    if (c) {
        check_catalog(checker, c, s, d);
        defects_match(a, list, c, d);
    }
    for (size_t i = 0; c && i < list->n; i++)
        if (str_eq(list->at[i].catalog, c->id) && !defect_quoted(a, c, &list->at[i])) {
            printf("%s:%zu: “%.*s” is not there as often as told\n", DEFECTS_FILE,
                   list->at[i].line, STR_ARG(list->at[i].quote));
            CHECK(!"quoted");
        }
    catalog_drop(c);
    scheme_drop(s);
    diag_drop(d);
}

struct count {
    size_t found, all;
};

struct recall {
    struct str kind;
    struct count program, certain, doubtful;
};
struct recalls {
    struct recall *at;
    size_t n, cap;
};

static void add(struct count *count, bool found)
{
    count->found += found;
    count->all++;
}

static struct recall *recall_of(struct arena *a, struct recalls *list, struct str kind)
{
    size_t i = 0;
    while (i < list->n && str_cmp(list->at[i].kind, kind) < 0)
        i++;
    if (i < list->n && str_eq(list->at[i].kind, kind))
        return &list->at[i];
    vec_push(a, list);
    for (size_t k = list->n - 1; k > i; k--)
        list->at[k] = list->at[k - 1];
    list->at[i] = (struct recall){.kind = kind};
    return &list->at[i];
}

static void count_row(struct recall *r, const struct defect *row)
{
    if (row->certain)
        add(&r->certain, row->found);
    else
        add(&r->doubtful, row->found);
    if (row->certain && row->program)
        add(&r->program, row->found);
}

static void print_recall(const struct recall *r)
{
    printf("%-20.*s %4zu/%-4zu %4zu/%-4zu %4zu/%zu\n", STR_ARG(r->kind), r->program.found,
           r->program.all, r->certain.found, r->certain.all, r->doubtful.found,
           r->doubtful.all);
}

static void print_row(const char *what, const struct defect *row)
{
    printf("%s\t%zu\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\n", what, row->line,
           STR_ARG(row->catalog), STR_ARG(row->item), STR_ARG(row->field),
           STR_ARG(row->quote), STR_ARG(row->kind), STR_ARG(row->note));
}

/* A certain row that is missed says why; one that is found has nothing to say. */
static void check_reason(const struct defect *row)
{
    bool good = row->certain && !row->found ? row->miss.n > 0 : row->miss.n == 0;
    if (getenv("MULU_RECALL") && row->certain && !row->found)
        print_row(row->program ? "missed" : "unseen", row);
    if (!good)
        printf("%s:%zu: %s\n", DEFECTS_FILE, row->line,
               row->miss.n ? "a reason too many" : "missed without a reason");
    CHECK(good);
}

TEST(known_defects_are_found)
{
    struct arena *a = arena_new();
    struct defects list = {0};
    struct recalls kinds = {0};
    struct recall all = {.kind = STR("all")};
    CHECK(defects_read(a, &list));
    struct diag *unread = diag_new();
    struct str table = STR("catalogs/schemes/regions.tsv");
    struct regions *places = regions_load(table, table, unread);
    CHECK(places);
    struct checker *checker = checker_new(places);
    for (size_t i = 0; i < CATALOGS; i++)
        match_catalog(a, &list, checker, catalogs[i]);
    checker_drop(checker);
    regions_drop(places);
    diag_drop(unread);
    for (size_t i = 0; i < list.n; i++) {
        CHECK(defect_kind_known(list.at[i].kind));
        count_row(recall_of(a, &kinds, list.at[i].kind), &list.at[i]);
        count_row(&all, &list.at[i]);
        check_reason(&list.at[i]);
    }
    printf("%-20s %9s %9s %9s\n", "kind", "program", "certain", "doubtful");
    for (size_t i = 0; i < kinds.n; i++)
        print_recall(&kinds.at[i]);
    print_recall(&all);
    CHECK(list.n >= 300);
    CHECK(all.program.found * 1000 >= all.program.all * RECALL_LEAST);
    arena_drop(a);
}

int main(void)
{
    RUN(known_defects_are_found);
    return runner_end();
}
