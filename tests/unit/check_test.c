/* The rules of `mulu check`. Each folder tests/golden/check/<rule>/ is one test: bad/ must
 * give bad.diag, the findings of the rule (and bad.json where that file is), good/ none of
 * the rule. MULU_ACCEPT=1 writes the expected files anew, to be read and committed. */
#include "catalog/load.h"
#include "catalog/scheme.h"
#include "check/check.h"
#include "check/rules.h"
#include "base/file.h"
#include "runner.h"
#include "whole_list.h"

#include "kit.h"
#include <string.h>

#define GOLDEN "tests/golden/check"

static struct regions *places; /* for all tests, like the checker */
static struct checker *checker;

/* A catalog checked like the command does it. */
struct checked {
    struct diag *diag;
    bool loaded;
};

static struct checked check_folder(struct arena *a, struct str folder, struct str shown)
{
    struct checked r = {.diag = diag_new()};
    struct catalog *c = catalog_load(folder, shown, r.diag);
    struct scheme *s = NULL;
    r.loaded = c;
    if (c && c->scheme.n) {
        struct str path = str_print(a, GOLDEN "/schemes/%.*s.xml", STR_ARG(c->scheme));
        s = scheme_load(path, path, r.diag);
    }
    if (c)
        check_catalog(checker, c, s, r.diag);
    catalog_drop(c);
    scheme_drop(s);
    return r;
}

static struct str printed(struct arena *a, const struct diag *d, bool json)
{
    struct buf b = {0};
    if (json)
        diag_print_json(d, &b);
    else
        diag_print(d, false, &b);
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static size_t count_rule(const struct diag *d, struct str id)
{
    size_t n = 0;
    for (size_t i = 0; i < diag_total(d); i++)
        n += str_eq(diag_problem(d, i)->id, id);
    return n;
}

static const char *rule_id; /* of the running test */

static bool is_of_rule(void *context, const struct problem *p)
{
    (void)context;
    return str_eq(p->id, str_of(rule_id));
}

/* `bad` and `good`, and further catalogs of either kind: bad-undated. */
static void check_case(struct arena *a, struct str name)
{
    bool bad = str_starts(name, STR("bad"));
    struct str folder = str_print(a, GOLDEN "/%s/%.*s", rule_id, STR_ARG(name));
    struct checked r = check_folder(a, folder, name);
    CHECK(r.loaded);
    CHECK((count_rule(r.diag, str_of(rule_id)) > 0) == bad);
    struct diag *own = diag_new();
    diag_append_if(own, r.diag, is_of_rule, NULL);
    if (bad)
        CHECK(kit_golden(str_print(a, "%.*s.diag", STR_ARG(folder)).s,
                         printed(a, own, false)));
    struct str json = str_print(a, "%.*s.json", STR_ARG(folder));
    if (file_exists(json.s))
        CHECK(kit_golden(json.s, printed(a, own, true)));
    diag_drop(own);
    diag_drop(r.diag);
}

static void check_rule(void)
{
    struct arena *a = arena_new();
    struct str_list names = dir_list(a, str_print(a, GOLDEN "/%s", rule_id).s);
    size_t kinds[2] = {0};
    for (size_t i = 0; i < names.n; i++) {
        if (str_has(names.at[i], STR(".")))
            continue;
        kinds[str_starts(names.at[i], STR("bad"))]++;
        check_case(a, names.at[i]);
    }
    CHECK(kinds[0] && kinds[1]);
    arena_drop(a);
}

static void check_rules(void)
{
    struct arena *a = arena_new();
    struct str_list names = dir_list(a, GOLDEN);
    for (size_t i = 0; i < names.n; i++) {
        if (str_eq(names.at[i], STR("schemes")) || str_has(names.at[i], STR(".")))
            continue;
        rule_id = names.at[i].s;
        runner_run(rule_id, check_rule);
    }
    arena_drop(a);
}

static void check_row(struct arena *a, const struct rule *rule)
{
    const struct diag_row *row = diag_row(rule->code);
    bool there = dir_exists(str_print(a, GOLDEN "/%s/bad", row->id).s);
    if (!there)
        printf("no example of %s\n", row->id);
    CHECK(there && strlen(row->remedy) > 0);
    CHECK(strlen(rule->why) > 0 && strlen(rule->wrong) > 0);
    CHECK(rule_find(str_of(row->id), NULL) == rule); /* one row an id */
}

TEST(every_rule_has_an_example_and_a_reason)
{
    struct arena *a = arena_new();
    for (size_t f = 0; f < family_count; f++)
        for (size_t i = 0; i < families[f]->rule_count; i++)
            check_row(a, &families[f]->rules[i]);
    arena_drop(a);
}

/* ---- the published catalogs: every finding has been read and is true ---- */

/* A line a finding: severity, rule, code, field and proposal. Wording and line numbers are
 * for the other goldens; here it counts what is found. */
static struct str findings(struct arena *a, const struct diag *d)
{
    static const char *const severities[] = {"error", "warning", "note"};
    struct buf b = {0};
    for (size_t i = 0; i < diag_total(d); i++) {
        const struct problem *p = diag_problem(d, i);
        buf_printf(&b, "%s %.*s %.*s %.*s %.*s\n", severities[p->severity],
                   STR_ARG(p->id), STR_ARG(p->item), STR_ARG(p->field),
                   STR_ARG(p->proposal));
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static void compare_published(const char *name)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct str shown = str_print(a, "catalogs/%s", name);
    struct catalog *c = catalog_load(shown, shown, d);
    struct str path = STR("catalogs/schemes/ylbz-2020.xml");
    struct scheme *s = scheme_load(path, path, d);
    CHECK(c && s);
    if (c && s)
        check_catalog(checker, c, c->scheme.n ? s : NULL, d);
    CHECK(kit_golden(str_print(a, GOLDEN "/%s.findings", name).s, findings(a, d)));
    catalog_drop(c);
    scheme_drop(s);
    diag_drop(d);
    arena_drop(a);
}

TEST(findings_in_ningxiang)
{
    compare_published("ningxiang");
}

TEST(findings_in_yuanjiang)
{
    compare_published("yuanjiang");
}
TEST(findings_in_pingdingshan)
{
    compare_published("pingdingshan");
}
TEST(findings_in_xinjiang)
{
    compare_published("xinjiang");
}

TEST(findings_in_ningxia)
{
    compare_published("ningxia");
}

/* ---- a slip in a national code ---- */

static struct item *nth_item(struct catalog *c, size_t n)
{
    for (size_t g = 0; g < c->groups.n; g++) {
        if (n < c->groups.at[g].items.n)
            return &c->groups.at[g].items.at[n];
        n -= c->groups.at[g].items.n;
    }
    return NULL;
}

/* One character replaced, taken out or put in; never the same code. */
static struct str slip(struct arena *a, struct str code, unsigned long long *seed)
{
    static const char signs[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZaloy -";
    size_t at = kit_random(seed, code.n);
    char sign = signs[kit_random(seed, sizeof signs - 1)];
    struct str head = str_slice(code, 0, at), tail = str_from(code, at + 1);
    switch (kit_random(seed, 4)) {
    case 0: return str_print(a, "%.*s%.*s", STR_ARG(head), STR_ARG(tail));
    case 1:
        return str_print(a, "%.*s%c%.*s", STR_ARG(head), sign,
                         STR_ARG(str_from(code, at)));
    default:
        if (sign == code.s[at])
            sign = sign == '9' ? '8' : '9';
        return str_print(a, "%.*s%c%.*s", STR_ARG(head), sign, STR_ARG(tail));
    }
}

static bool proposes(const struct diag *d, struct str code, struct str wanted)
{
    for (size_t i = 0; i < diag_total(d); i++) {
        const struct problem *p = diag_problem(d, i);
        if (str_eq(p->item, code) && str_eq(p->field, STR("code")) &&
            str_eq(p->proposal, wanted))
            return true;
    }
    return false;
}

/* One code of the catalog changed: the check must name the right one. */
static void check_slip(struct catalog *c, const struct scheme *s,
                       unsigned long long *seed)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    size_t which = kit_random(seed, s->items.n);
    struct str right = s->items.at[which].code, wrong = slip(a, right, seed);
    struct item *item = nth_item(c, which);
    item->code = wrong;
    check_catalog(checker, c, s, d);
    item->code = right;
    if (!proposes(d, wrong, right))
        printf("«%.*s» for %.*s\n%.*s", STR_ARG(wrong), STR_ARG(right),
               STR_ARG(printed(a, d, false)));
    CHECK(proposes(d, wrong, right));
    CHECK(diag_total(d) == 1); /* one slip, one finding */
    diag_drop(d);
    arena_drop(a);
}

/* What was found out about the texts of other catalogs, or of this one, changes nothing. */
TEST(findings_do_not_depend_on_what_was_checked_before)
{
    static const char *const names[] = {"yuanjiang", "ningxiang", "pingdingshan", "xinjiang",
                                        "ningxia"};
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct str folder = str_print(a, "catalogs/%s", names[i]);
        struct diag *d = diag_new(), *first = diag_new(), *later = diag_new();
        struct catalog *c = catalog_load(folder, folder, d);
        struct checker *fresh = checker_new(places);
        checker_set_today(fresh, STR("2026-01-05"));
        CHECK(c);
        if (c) {
            check_catalog(fresh, c, NULL, first);
            check_catalog(checker, c, NULL, later);
            CHECK(diag_total(first) > 10);
            CHECK_STR(names[i], printed(a, later, true), printed(a, first, true));
        }
        checker_drop(fresh);
        catalog_drop(c);
        diag_drop(d);
        diag_drop(first);
        diag_drop(later);
    }
    arena_drop(a);
}

TEST(slips_in_national_codes_are_found)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct str path = STR("catalogs/schemes/ylbz-2020.xml");
    struct scheme *s = scheme_load(path, path, d);
    struct catalog *c = s ? load_whole(a, s, d) : NULL;
    CHECK(s && c);
    if (c)
        check_catalog(checker, c, s, d);
    CHECK_STR("the list itself is clean", printed(a, d, false), STR(""));
    unsigned long long seed = 2020;
    for (int round = 0; c && round < 2000; round++)
        check_slip(c, s, &seed);
    catalog_drop(c);
    scheme_drop(s);
    diag_drop(d);
    arena_drop(a);
}

int main(void)
{
    struct diag *unread = diag_new();
    struct str table = STR("catalogs/schemes/regions.tsv");
    places = regions_load(table, table, unread);
    checker = checker_new(places);
    checker_set_today(checker, STR("2026-01-05"));
    diag_drop(unread);
    check_rules();
    RUN(every_rule_has_an_example_and_a_reason);
    RUN(findings_in_ningxiang);
    RUN(findings_in_yuanjiang);
    RUN(findings_in_pingdingshan);
    RUN(findings_in_xinjiang);
    RUN(findings_in_ningxia);
    RUN(findings_do_not_depend_on_what_was_checked_before);
    RUN(slips_in_national_codes_are_found);
    checker_drop(checker);
    regions_drop(places);
    return runner_end();
}
