#include "check/codes.h"

#include "check/report.h"

#include <string.h>

enum { USCC = 18, ORGAN_AT = 8, ORGAN = 9, BODY = 8 };

struct str code_meant(const struct subject *s)
{
    return s->proposal.n ? s->proposal : s->text;
}

/* ---- by themselves ---- */

static const enum diag_code fault_codes[] = {
    [CODE_FINE] = DIAG_COUNT,
    [CODE_CASE_OF_LETTERS] = DIAG_CODE_LETTERS,
    [CODE_BLANKS] = DIAG_CODE_BLANKS,
    [CODE_LENGTH] = DIAG_CODE_LENGTH,
    [CODE_DIRECTORY] = DIAG_CODE_DIRECTORY,
    [CODE_LOOKALIKE] = DIAG_CODE_LOOKALIKE,
    [CODE_SUB] = DIAG_CODE_SUB,
    [CODE_USCC] = DIAG_CODE_USCC,
    [CODE_LEVEL] = DIAG_CODE_LEVEL,
    [CODE_LEAF] = DIAG_CODE_LEAF,
    [CODE_DATE] = DIAG_CODE_DATE,
    [CODE_BUSINESS_SERIAL] = DIAG_CODE_SERIAL,
};

/* Only letters, blanks and marks change, and what comes out is a code. An I or an l may
 * stand for another digit than 1: then the national list must know the result. */
static bool is_safe(const struct check *check, const struct subject *s)
{
    enum code_fault fault = s->code.fault;
    if (fault != CODE_CASE_OF_LETTERS && fault != CODE_BLANKS && fault != CODE_LOOKALIKE)
        return false;
    struct code mended = code_parse(s->proposal);
    if (mended.form == CODE_MALFORMED || mended.form == CODE_LOCAL ||
        !str_eq(s->proposal, code_mended(check->arena, s->text)))
        return false;
    return !(str_has(s->text, STR("I")) || str_has(s->text, STR("l")) ||
             str_has(s->text, STR("L"))) ||
           mended.uscc.n || s->national || s->national_group;
}

static bool organ_fits(struct str uscc)
{
    return organ_check(str_from(uscc, ORGAN_AT)) == uscc.s[ORGAN_AT + BODY];
}

static bool uscc_fits(struct str uscc)
{
    return uscc_check(uscc) == uscc.s[USCC - 1] && organ_fits(uscc);
}

/* The code with digits for the letters that a 社会信用代码 does not have, when both check
 * characters fit then; else "". */
static struct str without_letters(const struct check *check, struct str code)
{
    static const char letters[] = "IOSZ", digits[] = "1052";
    char *s = arena_array(check->arena, code.n, 1);
    memcpy(s, code.s, code.n);
    for (size_t i = 0; i < USCC; i++)
        for (size_t k = 0; letters[k]; k++)
            if (s[i] == letters[k])
                s[i] = digits[k];
    struct str mended = {s, code.n};
    return uscc_fits(mended) ? mended : STR("");
}

/* The two check characters tell in which part the slip is: one in 9 to 17 upsets both. */
static struct str expected_uscc(const struct check *check, struct str uscc)
{
    char last = uscc_check(uscc);
    if (!last)
        return STR("没有字母I、O、S、V、Z");
    if (!organ_fits(uscc))
        return STR("改正第9至17位（这几位自身的校验也不符）");
    return str_print(check->arena, "第%d位是%c；或者改正第1至8位", USCC, last);
}

static void check_issuer(struct check *check, const struct subject *s)
{
    const struct code *c = &s->code;
    struct advice advice = {0};
    if (c->uscc.n != USCC || uscc_fits(c->uscc))
        return;
    if (c->fault == CODE_USCC) {
        advice.expected = expected_uscc(check, c->uscc);
        if (!uscc_check(c->uscc))
            advice.proposal = without_letters(check, c->text);
        report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_USCC,
                         STR_ARG(c->uscc));
        return;
    }
    char last = organ_check(str_from(c->uscc, ORGAN_AT));
    if (last)
        advice.expected = str_print(check->arena, "第%d位是%c；或者改正第9至16位",
                                    ORGAN_AT + ORGAN, last);
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_USCC_ORGAN,
                     STR_ARG(c->uscc));
}

static void check_form(struct check *check, const struct subject *s)
{
    check_issuer(check, s);
    if (s->code.fault == CODE_FINE || s->code.fault == CODE_USCC)
        return;
    struct advice advice = {.proposal = s->proposal,
                            .safe = s->proposal.n && is_safe(check, s)};
    enum diag_code code = fault_codes[s->code.fault];
    if (s->code.fault == CODE_DIRECTORY)
        report_attribute(check, s, s->at, "code", &advice, code, STR_ARG(s->text),
                         STR_ARG(s->code.directory));
    else
        report_attribute(check, s, s->at, "code", &advice, code, STR_ARG(s->text));
}

void check_code_forms(struct check *check)
{
    const struct subjects *const lists[] = {&check->groups, &check->items,
                                            &check->services};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (size_t i = 0; i < lists[k]->n; i++)
            check_form(check, &lists[k]->at[i]);
}

/* ---- missing ---- */

bool codes_wanted(const struct catalog *c)
{
    return c->kinds[KIND_GUIDE] || c->kinds[KIND_LIST] || c->kinds[KIND_LEVELS];
}

/* The national code of an item without one, when no other item has it. */
static struct str code_by_title(const struct check *check, const struct subject *s)
{
    return s->named && !subject_of_base(check, s->named->code) ? s->named->code : STR("");
}

static void tell_missing(struct check *check, const struct subject *s)
{
    struct advice advice = {.proposal = code_by_title(check, s)};
    if (advice.proposal.n)
        advice.basis = subject_basis(check, STR(""));
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_MISSING,
                     STR_ARG(s->title));
}

void check_missing_codes(struct check *check)
{
    size_t missing = 0;
    for (size_t i = 0; i < check->items.n; i++)
        missing += check->items.at[i].code.form == CODE_EMPTY;
    if (!missing || !codes_wanted(check->catalog))
        return;
    if (missing == check->items.n && missing > 1) {
        report_subject(check, NULL, check->catalog->title_at, STR("code"), NULL,
                       DIAG_CODE_MISSING_ALL, missing);
        return;
    }
    for (size_t i = 0; i < check->items.n; i++)
        if (check->items.at[i].code.form == CODE_EMPTY)
            tell_missing(check, &check->items.at[i]);
}
