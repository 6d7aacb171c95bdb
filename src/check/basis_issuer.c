/* Who issued a document: whether such an office can be, and whether the number is its. */
#include "check/basis.h"

#include "base/utf8.h"
#include "check/organ.h"

struct context {
    const struct basis *basis;
    const struct cited_text *text;
    const struct citation *citation;
    const struct number *number; /* or NULL */
    const struct province *home; /* of the catalog's region; NULL unknown */
    const struct province
        *province;        /* that the number's sign names; NULL none for sure */
    struct organs organs; /* who issued it */
};

/* What to look at besides when a city's office should be the province's and the title goes on
 * with that city: the province prints no rules of a city (关于印发平顶山市…办法). */
static struct str with_place(const struct context *x, const struct organ *o,
                             struct str expected)
{
    struct str title = x->citation->title, issuers = organ_prefix(title);
    if (!expected.n || !o->place.n || !str_has(str_from(title, issuers.n), o->place))
        return expected;
    return str_print(x->basis->check->arena, "%.*s；标题里的“%.*s”也请一并核对",
                     STR_ARG(expected), STR_ARG(o->place));
}

/* ---- 厅 of a city ---- */

/* What a place of this level does not have; NULL: the office may be. Large cities have a
 * 办公厅 of their government, but no other 厅; counties have none. That of a province is never
 * called 办公室. */
static const char *impossible(const struct organ *o)
{
    bool general = str_ends(o->text, STR("办公厅"));
    if (o->level == ORGAN_LOCAL && o->hall && (o->county || !general))
        return general ? "办公厅" : "厅";
    if (o->level == ORGAN_PROVINCE && str_ends(o->text, STR("人民政府办公室")))
        return "人民政府办公室";
    return NULL;
}

/* 河南省人力资源和社会保障厅 when the number is the province's, else what the city's own office
 * is called. */
static struct str expected_office(const struct context *x, const struct organ *o)
{
    struct arena *a = x->basis->check->arena;
    struct str own = str_slice(o->text, 0, o->text.n - STR("厅").n);
    if (o->level == ORGAN_PROVINCE)
        return str_print(a, "%.*s厅", STR_ARG(own));
    if (str_ends(o->text, STR("办公厅")))
        return str_print(a, "%.*s室", STR_ARG(own));
    if (!x->province || o->place.s != o->text.s)
        return str_print(a, "%.*s局", STR_ARG(own));
    struct str kind = str_from(own, o->place.n);
    return with_place(x, o,
                      str_print(a, "%.*s%.*s厅（文号“%.*s”是%.*s的）",
                                STR_ARG(x->province->full), STR_ARG(kind),
                                STR_ARG(x->number->sign), STR_ARG(x->province->full)));
}

/* 平顶山市人力资源和社会保障厅 平顶山市财政局, 豫人社〔2017〕62号: what issues a document together
 * with an office of the province is of the province, too. `beside` is that office. */
static void check_beside(const struct context *x, const struct organ *beside)
{
    for (size_t i = 0; x->province && i < x->organs.n; i++) {
        const struct organ *o = &x->organs.at[i];
        if (impossible(o) || o->level != ORGAN_LOCAL || o->place.s != o->text.s ||
            !str_eq(o->place, beside->place) || !str_ends(o->text, STR("局")))
            continue;
        report_text(x->basis->check, x->text->text, o->text, NULL,
                    DIAG_BASIS_LEVEL_BESIDE, STR_ARG(o->text), STR_ARG(x->number->text),
                    STR_ARG(x->province->full));
    }
}

static bool check_levels(const struct context *x)
{
    const struct organ *told = NULL;
    for (size_t i = 0; i < x->organs.n; i++) {
        const struct organ *o = &x->organs.at[i];
        const char *lacking = impossible(o);
        if (!lacking)
            continue;
        struct advice advice = {.expected = expected_office(x, o)};
        report_text(x->basis->check, x->text->text, o->text, &advice, DIAG_BASIS_LEVEL,
                    STR_ARG(o->text), STR_ARG(o->place), lacking);
        told = o;
    }
    if (told)
        check_beside(x, told);
    return told;
}

/* ---- the sign of the number ---- */

/* The sign as a province's, when no city may be meant by it. */
static const struct province *certain_province(const struct province *home,
                                               struct str region, struct str sign)
{
    const struct province *p = province_of_sign(sign);
    if (!p || utf8_count(sign) < 2)
        return NULL;
    bool own = home && str_eq(home->code, p->code);
    if (!own && (p->shared || str_has(region, p->sign)))
        return NULL;
    return p;
}

static struct str first_character(struct str s)
{
    struct str rest = s;
    if (rest.n)
        utf8_next(&rest);
    return str_slice(s, 0, s.n - rest.n);
}

/* The number begins with the first character of the catalog's own region: 沅医保发. */
static bool is_own_sign(const struct context *x)
{
    struct str own = first_character(x->basis->check->catalog->region_name);
    return own.n && str_starts(x->number->sign, own);
}

/* Whose number it is, when it cannot be that of the office; "" when it may. */
static struct str other_owner(const struct context *x, const struct organ *o)
{
    const struct province *p = x->province;
    const struct province *q = province_of_place(o->place);
    if (o->level != ORGAN_NATION && sign_national(x->number->sign))
        return STR("国家机关");
    if (o->level == ORGAN_LOCAL)
        return p && !str_has(o->place, p->sign) ? p->full : STR("");
    if (o->level == ORGAN_PROVINCE) {
        q = q ? q : x->home;
        if (!q || (p && str_eq(p->code, q->code)))
            return STR("");
    }
    if (p)
        return p->full;
    struct str own = first_character(x->basis->check->catalog->region_name);
    bool city = !x->home || !str_eq(x->home->sign, own);
    return is_own_sign(x) && city && !str_has(o->place, own)
               ? x->basis->check->catalog->region_name
               : STR("");
}

/* The province's office of that kind, when it is its number and all levels call that office
 * the same; "" when it cannot be told. */
static struct str expected_owner(const struct context *x, const struct organ *o)
{
    static const struct office {
        struct str local, province;
    } offices[] = {
        {STR_INIT("人民政府"), STR_INIT("人民政府")},
        {STR_INIT("人民政府办公厅"), STR_INIT("人民政府办公厅")},
        {STR_INIT("人民政府办公室"), STR_INIT("人民政府办公厅")},
        {STR_INIT("医疗保障局"), STR_INIT("医疗保障局")},
        {STR_INIT("市场监督管理局"), STR_INIT("市场监督管理局")},
        {STR_INIT("统计局"), STR_INIT("统计局")},
    };
    if (!x->province || o->level != ORGAN_LOCAL || o->place.s != o->text.s)
        return STR("");
    struct str kind = str_from(o->text, o->place.n);
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (str_eq(kind, offices[i].local))
            return str_print(x->basis->check->arena, "%.*s%.*s",
                             STR_ARG(x->province->full), STR_ARG(offices[i].province));
    return STR("");
}

static void check_owner(const struct context *x)
{
    const struct organ *first = &x->organs.at[0];
    for (size_t i = 0; i < x->organs.n; i++) { /* the first of several gives the number */
        const struct organ *o = &x->organs.at[i];
        if (o->level == ORGAN_UNKNOWN || other_owner(x, o).n == 0)
            return;
    }
    struct str owner = other_owner(x, first);
    struct advice advice = {.expected = with_place(x, first, expected_owner(x, first))};
    report_text(x->basis->check, x->text->text, first->text, &advice, DIAG_BASIS_ISSUER,
                STR_ARG(first->text), STR_ARG(x->number->text), STR_ARG(owner));
}

/* ---- no office named ---- */

/* The city or county that what is printed by the document is about: 关于印发〈平顶山市…办法〉. */
static struct str printed_place(struct arena *a, struct str title)
{
    size_t at = str_find(title, STR("印发"));
    if (at == STR_NONE)
        return STR("");
    static const char *const rules[] = {"办法", "细则", "规程", "规定"};
    bool rule = false;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        rule = rule || str_has(title, str_of(rules[i]));
    struct str rest = str_from(title, at + STR("印发").n);
    struct runes r = runes_joined(a, rest);
    size_t first = r.n && rune_in(r.c[0], "〈《<“") ? 1 : 0;
    for (size_t i = first; rule && i < r.n && i < first + 8; i++) {
        if (rune_in(r.c[i], "省区局厅部"))
            break;
        bool fits = i >= first + 2 && rune_in(r.c[i], "市县") &&
                    !rune_in(r.c[i - 1], "城都各全本我该地") &&
                    (i + 1 == r.n || !rune_in(r.c[i + 1], "场政民区县级"));
        if (fits)
            return runes_text(&r, rest, first, i + 1);
    }
    return STR("");
}

static void check_alone(const struct context *x)
{
    const struct province *p = x->province;
    if (!p)
        return;
    struct str place = printed_place(x->basis->check->arena, x->citation->title);
    if (place.n && !str_has(place, p->sign)) {
        report_text(x->basis->check, x->text->text, place, NULL, DIAG_BASIS_ISSUER_PLACE,
                    STR_ARG(x->number->text), STR_ARG(p->full), STR_ARG(place));
    } else if (x->home && !str_eq(p->code, x->home->code) &&
               !str_has(x->text->text->words, p->name)) {
        report_text(x->basis->check, x->text->text, x->number->text, NULL,
                    DIAG_BASIS_ISSUER_FAR, STR_ARG(x->number->text), STR_ARG(p->full),
                    STR_ARG(x->home->full));
    }
}

static void check_citation(const struct basis *b, const struct cited_text *t,
                           const struct citation *c, const struct province *home)
{
    struct arena *a = b->check->arena;
    struct context x = {b, t, c, basis_number(t, c), home, NULL, {0}};
    struct str issuers = organ_prefix(c->title);
    if (!issuers.n)
        issuers = c->issuer;
    if (x.number && x.number->order)
        issuers = x.number->sign;
    else if (x.number)
        x.province =
            certain_province(home, b->check->catalog->region_name, x.number->sign);
    x.organs = organs_of(a, issuers);
    if (check_levels(&x) || !x.number || x.number->order)
        return;
    if (x.organs.n)
        check_owner(&x);
    else
        check_alone(&x);
}

void basis_check_issuers(const struct basis *b)
{
    const struct province *home = province_of_code(b->check->catalog->region_code);
    for (size_t i = 0; i < b->texts.n; i++) {
        struct cited_text *t = &b->texts.at[i];
        for (size_t k = 0; k < t->list.n; k++) {
            size_t told = b->check->told;
            if (t->basis || t->list.at[k].numbers)
                check_citation(b, t, &t->list.at[k], home);
            t->list.at[k].doubted = b->check->told > told;
        }
    }
}
