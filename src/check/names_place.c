/* Names of other places and of their offices: what is left when an office takes over the
 * document of another. */
#include "check/names.h"

#include "catalog/fields.h"
#include "check/report.h"
#include "check/text_known.h"
#include "check/words.h"

enum { CODE_DIGITS = 6, PROVINCE_DIGITS = 2, CITY_DIGITS = 4 };

static bool ends_in_zeros(struct str code, size_t from)
{
    return str_eq(str_from(code, from), str_slice(STR("0000"), 0, CODE_DIGITS - from));
}

/* How many digits of its code a place has: 2, 4 or 6. */
static size_t depth(struct str code)
{
    return ends_in_zeros(code, PROVINCE_DIGITS) ? PROVINCE_DIGITS
           : ends_in_zeros(code, CITY_DIGITS)   ? CITY_DIGITS
                                                : CODE_DIGITS;
}

/* What the region, or the place above it, of that depth is called; "": there is none. */
static struct str own_name(const struct check *check, size_t digits)
{
    struct str own = check->catalog->region_code;
    if (depth(own) == digits)
        return check->catalog->region_name;
    if (depth(own) < digits)
        return STR("");
    struct str code =
        str_print(check->arena, "%.*s%.*s", STR_ARG(str_slice(own, 0, digits)),
                  (int)(CODE_DIGITS - digits), "0000");
    const struct region *place = region_find(check->places, code);
    return place ? place->name : STR("");
}

/* The same names of the catalog's own places; "" when one has no counterpart. */
static struct str counterpart(const struct check *check, const struct toponym *m)
{
    struct str name = STR("");
    for (size_t i = 0; i < m->n; i++) {
        struct str own = own_name(check, depth(m->place[i]->code));
        if (!own.n)
            return STR("");
        name = str_print(check->arena, "%.*s%.*s", STR_ARG(name), STR_ARG(own));
    }
    return name;
}

static void report_other(struct check *check, const struct text *t,
                         const struct toponym *m, const struct region *place)
{
    struct str own = check->catalog->region_name;
    struct str full = region_full_name(check->places, check->arena, place);
    struct advice advice = {.proposal = counterpart(check, m)};
    struct str office = toponym_office(t->words, m);
    if (office.n)
        report_text(check, t, m->words, &advice, DIAG_OFFICE_OTHER, STR_ARG(office),
                    STR_ARG(full), STR_ARG(place->code), STR_ARG(own));
    else
        report_text(check, t, m->words, &advice, DIAG_REGION_OTHER, STR_ARG(m->words),
                    STR_ARG(full), STR_ARG(place->code), STR_ARG(own));
}

/* ---- offices of the province ---- */

/* A text with a number of seven digits or more: 0731-12345678. */
static bool has_phone(const struct text *t)
{
    size_t run = 0;
    for (size_t i = 0; (t->marks & TEXT_DIGIT) && i < t->words.n && run < 7; i++)
        run = t->words.s[i] >= '0' && t->words.s[i] <= '9' ? run + 1 : 0;
    return run >= 7;
}

/* Fields that name the office which serves the people. */
static bool names_office(const struct text *t)
{
    return t->field == FIELD_AGENCY || t->field == FIELD_BODY ||
           (t->field == FIELD_INQUIRY && has_phone(t));
}

/* A web site, an app or a system of the province serves all its counties. */
static bool is_system(struct str behind)
{
    static const char *const systems[] = {"网",   "公众",     "微信",    "小程序",
                                          "平台", "官",       "系统",    "APP",
                                          "app",  "服务平台", "公共服务"};
    return WORDS_BEGIN(behind, systems);
}

static void check_rank(struct check *check, const struct text *t, const struct toponym *m)
{
    const struct region *last = m->place[m->n - 1];
    struct str office = toponym_office(t->words, m), own = check->catalog->region_code;
    if (!office.n || depth(last->code) != PROVINCE_DIGITS || depth(own) != CODE_DIGITS ||
        !names_office(t))
        return;
    size_t end = (size_t)(office.s - t->words.s) + office.n;
    if (is_system(str_from(t->words, end)))
        return;
    report_text(check, t, office, NULL, DIAG_OFFICE_RANK, STR_ARG(office),
                STR_ARG(check->catalog->region_name));
}

/* ---- texts ---- */

static void check_text(struct check *check, const struct text *t, struct toponyms *found)
{
    if (text_lacks(t, TEXT_LACKS_PLACES))
        return;
    toponyms_find(check, t->words, found);
    text_note(t, TEXT_LACKS_PLACES, !found->n);
    for (size_t i = 0; i < found->n; i++) {
        const struct toponym *m = &found->at[i];
        const struct region *last = m->place[m->n - 1];
        if (toponym_own(check, last))
            check_rank(check, t, m);
        else if (!toponym_excused(check, t, found, i))
            report_other(check, t, m, last);
    }
}

/* What the columns of a level matrix are called stands in an attribute. */
static void check_level_name(struct check *check, const struct level *level,
                             struct toponyms *found)
{
    toponyms_find(check, level->name, found);
    if (!found->n || toponym_own(check, found->at[0].place[found->at[0].n - 1]))
        return;
    const struct toponym *m = &found->at[0];
    const struct region *place = m->place[m->n - 1];
    report_attribute(check, NULL, level->at, "name", NULL, DIAG_REGION_OTHER,
                     STR_ARG(m->words),
                     STR_ARG(region_full_name(check->places, check->arena, place)),
                     STR_ARG(place->code), STR_ARG(check->catalog->region_name));
}

/* A region the table can place: six digits that are not the whole country's. */
static bool has_region(const struct check *check)
{
    struct str code = check->catalog->region_code;
    return check->places && code.n == CODE_DIGITS &&
           region_find(check->places, str_print(check->arena, "%.*s0000",
                                                STR_ARG(str_slice(code, 0, 2))));
}

/* Citations name the issuers of documents, whoever they are. */
void check_places(struct check *check)
{
    struct toponyms found = {0};
    if (!has_region(check))
        return;
    for (size_t i = 0; i < check->catalog->levels.n; i++)
        check_level_name(check, &check->catalog->levels.at[i], &found);
    for (size_t i = 0; i < check->text_count; i++)
        if (check->texts[i].field != FIELD_BASIS)
            check_text(check, &check->texts[i], &found);
}

/* The code of one place with the name of another, or of none. */
void check_region_code(struct check *check)
{
    const struct catalog *c = check->catalog;
    const struct region *named =
        check->places ? region_named(check->places, c->region_name) : NULL;
    for (const struct region *twin = named; twin; twin = twin->twin)
        if (str_eq(twin->code, c->region_code))
            return;
    if (!named || !c->region_code.n)
        return;
    const struct region *coded = region_find(check->places, c->region_code);
    struct advice advice = {.proposal = named->twin ? STR("") : named->code};
    if (coded)
        report_attribute(check, NULL, c->region_at, "code", &advice, DIAG_REGION_CODE,
                         STR_ARG(c->region_code),
                         STR_ARG(region_full_name(check->places, check->arena, coded)),
                         STR_ARG(c->region_name));
    else
        report_attribute(check, NULL, c->region_at, "code", &advice, DIAG_REGION_NO_CODE,
                         STR_ARG(c->region_code), STR_ARG(c->region_name),
                         STR_ARG(named->code));
}
