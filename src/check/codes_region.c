/* Codes beside the region of the catalog: the directory of the basic code, and of longer
 * codes the level and the place where the issuer is registered.
 *
 *     11440300MB2D072246 4 44 2036001001
 *       └─┬──┘           │ └┬┘
 *      registered in    level directory
 *
 * Real codes are let be where they are known to differ: the national directory (00); an
 * issuer registered with the central authorities (100000) or elsewhere in the province (old
 * prefectures); provinces that were one when the numbers were given out. */
#include "check/codes.h"
#include "check/report.h"

#include <string.h>

enum { PROVINCE = 2, MANY = 3 };

/* A place that uses numbers of the other: Chongqing was Sichuan's and Hainan Guangdong's;
 * the 兵团 lies in Xinjiang. */
static const struct {
    const char *a, *b;
} kin[] = {{"50", "51"}, {"44", "46"}, {"65", "66"}};

static bool related(struct str a, struct str b)
{
    if (str_eq(a, b))
        return true;
    for (size_t i = 0; i < sizeof kin / sizeof *kin; i++)
        if ((str_eq(a, str_of(kin[i].a)) && str_eq(b, str_of(kin[i].b))) ||
            (str_eq(a, str_of(kin[i].b)) && str_eq(b, str_of(kin[i].a))))
            return true;
    return false;
}

static struct str province(const struct check *check)
{
    return str_slice(check->catalog->region_code, 0, PROVINCE);
}

/* "宁乡市（湖南省）" */
static struct str region_words(const struct check *check)
{
    const char *name = code_directory_name(province(check));
    if (str_eq(check->catalog->region_name, str_of(name)))
        return check->catalog->region_name;
    return str_print(check->arena, "%.*s（%s）", STR_ARG(check->catalog->region_name),
                     name);
}

/* A code in a directory of another province, by what it was published as. Twelve digits with
 * an unknown type may be something else (445323109000, the number of a town). */
static bool is_foreign(const struct check *check, const struct subject *s)
{
    return s->code.directory.n && s->code.form != CODE_MALFORMED && !s->near &&
           !str_eq(s->code.directory, STR("00")) && *code_type_name(s->code.type) &&
           !related(s->code.directory, province(check));
}

/* ---- directory ---- */

struct count {
    size_t own, foreign;
    const struct subject *first; /* the first foreign one */
    bool one_place;              /* all foreign ones are of one directory */
};

static void count(const struct check *check, const struct subjects *list, struct count *n)
{
    for (size_t i = 0; i < list->n; i++) {
        const struct subject *s = &list->at[i];
        if (!is_foreign(check, s)) {
            n->own += s->code.directory.n > 0;
            continue;
        }
        if (!n->foreign++) {
            n->first = s;
            n->one_place = true;
        } else if (!str_eq(n->first->code.directory, s->code.directory)) {
            n->one_place = false;
        }
    }
}

/* 442036001001 where the national list has 002036001001. */
static struct str national_of(const struct check *check, const struct subject *s)
{
    struct str meant = str_print(check->arena, "00%.*s", STR_ARG(str_from(s->base, 2)));
    bool known = check->scheme && (s->item ? scheme_item(check->scheme, meant) != NULL
                                           : scheme_group(check->scheme, meant) != NULL);
    return known ? str_print(check->arena, "%.*s%.*s", STR_ARG(meant),
                             STR_ARG(s->code.suffix))
                 : STR("");
}

static void tell_directory(struct check *check, struct subject *s)
{
    struct str directory = s->code.directory;
    const char *name = code_directory_name(directory);
    s->doubted = true;
    if (!*name) { /* in a long code; alone it is no code of the standard */
        report_attribute(check, s, s->at, "code", NULL, DIAG_CODE_DIRECTORY,
                         STR_ARG(s->base), STR_ARG(directory));
        return;
    }
    struct advice advice = {0};
    if (s->code.form == CODE_BASIC)
        advice.proposal = national_of(check, s);
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_REGION, STR_ARG(s->base),
                     STR_ARG(directory), name, STR_ARG(region_words(check)));
}

/* Many codes of one other place and none of this: the region may be the wrong one. */
static void tell_region(struct check *check, const struct count *n)
{
    struct str directory = n->first->code.directory;
    report_attribute(check, NULL, check->catalog->region_at, "code", NULL,
                     DIAG_CODE_REGION_ALL, n->foreign, STR_ARG(directory),
                     code_directory_name(directory), STR_ARG(region_words(check)));
}

/* ---- level and issuer ---- */

/* 行使层级 of the region: 2 province, 3 prefecture, 4 county. Cities directly under a province
 * (429004) act as either of the last two. */
static char region_level(struct str code)
{
    if (str_ends(code, STR("0000")))
        return '2';
    return str_ends(code, STR("00")) || str_eq(str_slice(code, 2, 4), STR("90")) ? '3'
                                                                                 : '4';
}

static void check_level(struct check *check, const struct subject *s)
{
    struct str level = s->code.level;
    if (!level.n || level.s[0] < '1' ||
        level.s[0] >= region_level(check->catalog->region_code))
        return;
    report_attribute(check, s, s->at, "code", NULL, DIAG_CODE_REGION_LEVEL,
                     STR_ARG(level), code_level_name(level),
                     STR_ARG(check->catalog->region_name));
}

static void check_registration(struct check *check, const struct subject *s)
{
    struct str place = str_slice(s->code.uscc, 2, 8);
    const char *name = code_directory_name(str_slice(place, 0, PROVINCE));
    if (!place.n || s->code.fault == CODE_USCC || !*name ||
        related(str_slice(place, 0, PROVINCE), province(check)))
        return;
    report_attribute(check, s, s->at, "code", NULL, DIAG_CODE_REGION_ISSUER,
                     STR_ARG(s->code.uscc), name, STR_ARG(region_words(check)));
}

static void check_list(struct check *check, struct subjects *list, bool by_region)
{
    for (size_t i = 0; i < list->n; i++) {
        struct subject *s = &list->at[i];
        if (is_foreign(check, s)) {
            if (!by_region)
                tell_directory(check, s);
        } else if (s->code.uscc.n) {
            check_level(check, s);
            if (!by_region)
                check_registration(check, s);
        }
    }
}

void check_code_regions(struct check *check)
{
    if (!*code_directory_name(province(check)) || str_eq(province(check), STR("00")))
        return;
    struct subjects *const lists[] = {&check->groups, &check->items, &check->services};
    struct count n = {0};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        count(check, lists[k], &n);
    bool by_region = n.foreign >= MANY && n.one_place && !n.own;
    if (by_region)
        tell_region(check, &n);
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        check_list(check, lists[k], by_region);
}
