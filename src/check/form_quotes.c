/* Names of forms without 《》, in a catalog that puts others into them. Only a material that is
 * nothing but such a name is told: 定点医疗机构申请表, 填写变更申请表（一式两份）. */
#include "base/utf8.h"
#include "check/mentions.h"
#include "check/report.h"

enum {
    QUOTED_LEAST = 5, /* names in 《》 that make a custom, */
    QUOTED_SHARE = 2, /* when at least so many stand against one without */
    GENERIC_MOST = 5  /* characters of what any form may be called: 变更申请表 */
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Forms to fill in: of an approval or a payroll (审批表, 工资表) the office that made it knows the name. */
static const struct str ends[] = {STR_INIT("申请表"), STR_INIT("登记表"),
                                  STR_INIT("申报表"), STR_INIT("申领表"),
                                  STR_INIT("申请书")};
static const struct str verbs[] = {STR_INIT("填写"), STR_INIT("填报"), STR_INIT("提交"),
                                   STR_INIT("提供")};
/* Marks and joints: then it is more than a name. */
static const struct str others[] = {STR_INIT("《"), STR_INIT("、"), STR_INIT("，"),
                                    STR_INIT("；"), STR_INIT("："), STR_INIT("或"),
                                    STR_INIT("和"), STR_INIT("及"), STR_INIT("的"),
                                    STR_INIT("①"),  STR_INIT(","),  STR_INIT("\n")};

/* The bare name, a slice of the words; "" when they are something else. */
static struct str bare_name(struct str words)
{
    struct str name = str_trim(words);
    for (size_t i = 0; i < COUNT(verbs); i++)
        if (str_starts(name, verbs[i]))
            name = str_from(name, verbs[i].n);
    for (size_t i = 0; i < COUNT(ends); i++) {
        size_t at = str_find(name, ends[i]);
        if (at == STR_NONE || at == 0)
            continue;
        struct str rest = str_from(name, at + ends[i].n);
        static const struct str behind[] = {
            STR_INIT("（"), STR_INIT("("),    STR_INIT("；"),    STR_INIT("。"),
            STR_INIT(";"),  STR_INIT("原件"), STR_INIT("复印件")};
        bool whole = !rest.n;
        for (size_t k = 0; k < COUNT(behind); k++)
            whole = whole || str_starts(rest, behind[k]);
        name = str_slice(name, 0, at + ends[i].n);
        for (size_t k = 0; k < COUNT(others); k++)
            whole = whole && !str_has(name, others[k]);
        return whole && utf8_count(name) > GENERIC_MOST ? name : STR("");
    }
    return STR("");
}

static bool is_material(const struct text *t)
{
    return t->part == TEXT_FIELD && t->field == FIELD_MATERIALS && !t->attribute;
}

void check_form_quotes(struct check *check, const struct mentions *mentions)
{
    size_t quoted = 0, bare = 0;
    for (size_t i = 0; i < mentions->n; i++)
        quoted += is_material(mentions->at[i].text) &&
                  form_name_blank(mentions->at[i].key.shown);
    for (size_t i = 0; i < check->text_count; i++)
        bare += is_material(&check->texts[i]) && bare_name(check->texts[i].words).n > 0;
    if (!bare || quoted < QUOTED_LEAST || quoted < bare * QUOTED_SHARE)
        return;
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        struct str name = is_material(t) ? bare_name(t->words) : STR("");
        if (!name.n)
            continue;
        struct advice advice = {.proposal =
                                    str_print(check->arena, "《%.*s》", STR_ARG(name))};
        report_text(check, t, name, &advice, DIAG_FORM_QUOTES, STR_ARG(name));
    }
}
