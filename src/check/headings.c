/* headings - the frame of a catalog: titles, headings of groups, levels. */
#include "check/completeness.h"

#include "check/report.h"
#include "catalog/fields.h"

/* The common main item in the scheme of a group's items, which begin at items[first]: the
 * heading that is missing. */
static const struct scheme_group *heading_of(const struct check *check,
                                             const struct group *group, size_t first)
{
    const struct scheme_group *found = NULL;
    for (size_t i = first; i < first + group->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (!s->national)
            continue;
        const struct scheme_group *g = &check->scheme->groups.at[s->national->group];
        if (found && found != g)
            return NULL;
        found = g;
    }
    return found;
}

static void check_heading(struct check *check, const struct subject *s, bool codes,
                          size_t first)
{
    bool title = !s->title.n, code = codes && !s->text.n;
    if (!title && !code)
        return;
    struct advice advice = {.basis = STR("")};
    const struct scheme_group *g = heading_of(check, s->group, first);
    if (g) {
        advice.expected =
            str_print(check->arena, "%.*s（%.*s）", STR_ARG(g->title), STR_ARG(g->code));
        advice.basis = subject_basis(check, STR(""));
    }
    report_subject(check, s, s->at, title ? STR("title") : STR("code"), &advice,
                   DIAG_GROUP_HEADING,
                   title && code ? "名称和编码"
                   : title       ? "名称"
                                 : "编码");
}

/* A code is missed only where other groups have one. */
static void check_group_headings(struct check *check)
{
    bool codes = false;
    size_t first = 0;
    for (size_t i = 0; i < check->groups.n; i++)
        codes = codes || check->groups.at[i].text.n;
    for (size_t i = 0; i < check->groups.n; i++) {
        check_heading(check, &check->groups.at[i], codes, first);
        first += check->groups.at[i].group->items.n;
    }
}

static void check_titles(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (s->title.n)
            continue;
        struct advice advice = {.basis = STR("")};
        if (s->national) {
            advice.expected = s->national->title;
            advice.basis = subject_basis(check, s->national->confidence);
        }
        report_subject(check, s, s->at, STR("title"), &advice, DIAG_TITLE_MISSING);
    }
}

static bool has_levels(const struct item *item)
{
    for (size_t i = 0; i < item->levels.n; i++)
        if (!field_empty(&item->levels.at[i].field) || item->levels.at[i].field.ref.n)
            return true;
    for (size_t i = 0; i < item->services.n; i++)
        if (has_levels(&item->services.at[i]))
            return true;
    return false;
}

static void check_levels(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (has_levels(s->item))
            continue;
        report_subject(check, s, s->at, STR("levels"), NULL, DIAG_LEVELS_EMPTY,
                       STR_ARG(completeness_name(s)));
    }
}

/* A heading without items publishes an empty section; where none has any, the headings are
 * not the mistake. */
static void check_empty(struct check *check)
{
    if (!check->items.n) {
        report_subject(check, NULL, check->catalog->title_at, STR("items"), NULL,
                       DIAG_CATALOG_EMPTY);
        return;
    }
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct subject *s = &check->groups.at[i];
        if (!s->group->items.n)
            report_subject(check, s, s->at, STR("items"), NULL, DIAG_GROUP_EMPTY);
    }
}

void check_headings(struct check *check)
{
    check_group_headings(check);
    check_empty(check);
    check_titles(check);
    if (check->catalog->kinds[KIND_LEVELS])
        check_levels(check);
}
