#include "check/materials.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_FORM_TITLE,
     "材料里叫《异地就医备案登记表》，表上却印着“异地就医登记备案表”，办事的人会以为是两张表。空格和括号不同、少写了地名的不算。",
     "《异地就医登记备案表》", "《异地就医备案登记表》"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_form_titles(check);
}

const struct family family_materials = {"materials", "材料和表单", run, rows,
                                        COUNT(rows)};
