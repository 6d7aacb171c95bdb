#include "check/accept.h"

#include "base/lookup.h"
#include "check/report.h"
#include "check/rules.h"

/* Where an acceptance holds: `at` taken apart at its last slash. */
struct spot {
    struct str item, field; /* "": any */
};

static struct spot spot_of(struct str at)
{
    for (size_t i = at.n; i-- > 0;)
        if (at.s[i] == '/')
            return (struct spot){str_slice(at, 0, i), str_from(at, i + 1)};
    return (struct spot){at, STR("")};
}

static bool meets(const struct problem *p, const struct accept *accept)
{
    struct spot spot = spot_of(accept->at);
    bool nowhere = accept->at.n && !spot.item.n && !spot.field.n; /* at="/" */
    if (!str_eq(p->id, accept->rule) || nowhere)
        return false;
    if (spot.field.n && !str_eq(p->field, spot.field))
        return false;
    return !spot.item.n || str_eq(p->item, spot.item) || str_eq(p->key, spot.item);
}

/* Findings about acceptances cannot be accepted. */
static bool apply(struct check *check, const struct accept *accept)
{
    bool used = false;
    if (str_starts(accept->rule, STR("accept-")))
        return false;
    for (size_t i = 0; i < diag_total(check->diag); i++) {
        if (!meets(diag_problem(check->diag, i), accept))
            continue;
        diag_accept(check->diag, i, accept->reason);
        used = true;
    }
    return used;
}

/* The rule that was most likely meant. */
static struct str nearest_rule(struct check *check, struct str id)
{
    struct str_list ids = {0};
    for (size_t f = 0; f < family_count; f++)
        for (size_t i = 0; i < families[f]->rule_count; i++)
            *vec_push(check->arena, &ids) =
                str_of(diag_row(families[f]->rules[i].code)->id);
    return str_nearest(id, ids.at, ids.n);
}

static struct str where_of(struct check *check, const struct accept *accept)
{
    return accept->at.n ? str_print(check->arena, "“%.*s”", STR_ARG(accept->at))
                        : STR("目录里");
}

/* True when the rule has been accepted at the same place before. */
static bool is_repeated(struct check *check, struct lookup *seen,
                        const struct accept *accept)
{
    struct str key =
        str_print(check->arena, "%.*s\n%.*s", STR_ARG(accept->rule), STR_ARG(accept->at));
    size_t *first = lookup_value(check->arena, seen, key);
    if (*first != STR_NONE)
        return true;
    *first = accept->offset;
    return false;
}

void check_accepts(struct check *check)
{
    struct lookup seen = {0};
    for (size_t i = 0; i < check->catalog->accepts.n; i++) {
        const struct accept *accept = &check->catalog->accepts.at[i];
        if (is_repeated(check, &seen, accept)) {
            report_subject(check, NULL, accept->offset, STR("accept"), NULL,
                           DIAG_ACCEPT_TWICE, STR_ARG(accept->rule),
                           STR_ARG(where_of(check, accept)));
        } else if (!rule_find(accept->rule, NULL)) {
            struct advice advice = {.proposal = nearest_rule(check, accept->rule)};
            report_attribute(check, NULL, accept->offset, "rule", &advice,
                             DIAG_ACCEPT_RULE, STR_ARG(accept->rule));
        } else if (!apply(check, accept)) {
            report_subject(check, NULL, accept->offset, STR("accept"), NULL,
                           DIAG_ACCEPT_UNUSED, STR_ARG(where_of(check, accept)),
                           STR_ARG(accept->rule));
        }
    }
}
