/* The documents that are one table: what their columns show, as the office printed them. */
#include "fidelity.h"

#include "base/str.h"

#include <string.h>

/* clang-format off */
static const struct table_column ningxiang[] = {
    {SHOWS_GROUP_FULL, NULL}, {SHOWS_SEQ, NULL}, {SHOWS_TITLE_FULL, NULL},
    {SHOWS_LEVEL, "city"}, {SHOWS_LEVEL, "town"}, {SHOWS_LEVEL, "village"},
};
static const struct table_column pingdingshan[] = {
    {SHOWS_GROUP, NULL}, {SHOWS_GROUP_CODE, NULL}, {SHOWS_SEQ, NULL}, {SHOWS_TITLE, NULL},
    {SHOWS_CODE, NULL}, {SHOWS_FIELD, "materials"}, {SHOWS_FIELD, "limit"},
    {SHOWS_FIELD, "steps"}, {SHOWS_FIELD, "notes"}, {SHOWS_FIELD, "basis"},
};
static const struct table_column xinjiang[] = {
    {SHOWS_GROUP_NO, NULL}, {SHOWS_GROUP_TITLE, NULL}, {SHOWS_TITLE, NULL},
    {SHOWS_FIELD, "elements"}, {SHOWS_FIELD, "basis"}, {SHOWS_FIELD, "deadline"},
    {SHOWS_FIELD, "body"}, {SHOWS_FIELD, "disclosure_channels"},
    {SHOWS_TICK, "audience 全社会"}, {SHOWS_TICK, "audience 特定群众"},
    {SHOWS_TICK, "mode 主动"}, {SHOWS_TICK, "mode 依申请公开"},
    {SHOWS_TICK, "level 县级"}, {SHOWS_TICK, "level 乡、村级"},
};
static const struct table_column ningxia[] = {
    {SHOWS_GROUP, NULL}, {SHOWS_GROUP_CODE, NULL}, {SHOWS_SEQ, NULL}, {SHOWS_TITLE, NULL},
    {SHOWS_CODE, NULL}, {SHOWS_SERVICE_SEQ, NULL}, {SHOWS_SERVICE_TITLE, NULL},
    {SHOWS_FIELD, "materials"}, {SHOWS_FIELD, "limit"}, {SHOWS_FIELD, "steps"},
    {SHOWS_FIELD, "notes"}, {SHOWS_FIELD, "basis"},
};
/* clang-format on */

#define COLUMNS(table) \
    (struct table_columns) \
    { \
        (table), sizeof(table) / sizeof *(table) \
    }

struct table_columns table_columns(const char *id)
{
    if (!strcmp(id, "ningxiang"))
        return COLUMNS(ningxiang);
    if (!strcmp(id, "pingdingshan"))
        return COLUMNS(pingdingshan);
    return !strcmp(id, "xinjiang") ? COLUMNS(xinjiang) : COLUMNS(ningxia);
}

struct str table_headings(const char *id)
{
    if (!strcmp(id, "ningxiang"))
        return STR("主项子项序号子项宁乡市乡镇（街道）村（社区）");
    if (!strcmp(id, "pingdingshan"))
        return STR(
            "主项主项编码子项序号子项子项编码办理材料办理时限办理环节备注设定依据");
    if (!strcmp(id, "xinjiang"))
        return STR(
            "序号公开事项公开内容(要素)公开依据公开时限公开主体公开渠道和载体公开对象"
            "公开方式公开层级一级事项二级事项全社会特定群众主动依申请公开县级乡、村级");
    return STR(
        "主项主项编码子项序号子项子项编码业务办理项序号业务办理项名称办理材料办理时限"
        "办理环节备注设定依据");
}

struct table_rows table_rows(struct arena *a, const struct json *catalog)
{
    struct table_rows rows = {0};
    const struct json *groups = json_member(catalog, "groups");
    for (size_t g = 0; g < groups->n; g++) {
        const struct json *items = json_member(&groups->at[g], "items");
        for (size_t i = 0; i < items->n; i++) {
            const struct json *item = &items->at[i];
            const struct json *services = json_member(item, "services");
            for (size_t s = 0; s < (services->n ? services->n : 1); s++)
                *vec_push(a, &rows) = (struct table_row){
                    .group = &groups->at[g],
                    .item = item,
                    .unit = services->n ? &services->at[s] : item,
                    .first_of_group = i == 0 && s == 0,
                    .first_of_item = s == 0,
                };
        }
    }
    return rows;
}

static struct str member_text(const struct json *j, const char *name)
{
    return json_member(j, name)->text;
}

/* √ where the list of ticked names of the kind has the column's name. */
static struct str tick(const struct json *unit, const char *key)
{
    struct str name = str_of(key), kind;
    str_cut(&name, ' ', &kind);
    const struct json *disclosure = json_member(unit, "disclosure");
    const struct json *ticked = NULL;
    for (size_t i = 0; i < disclosure->n; i++)
        if (str_eq(disclosure->keys[i], kind))
            ticked = &disclosure->at[i];
    for (size_t i = 0; ticked && i < ticked->n; i++)
        if (str_eq(ticked->at[i].text, name))
            return STR("√");
    return STR("");
}

struct str cell_text(struct arena *a, const struct table_row *row,
                     const struct table_column *column)
{
    struct str group = str_print(a, "%.*s%.*s", STR_ARG(member_text(row->group, "no")),
                                 STR_ARG(member_text(row->group, "title")));
    switch (column->shows) {
    case SHOWS_GROUP: return kit_ink(a, group);
    case SHOWS_GROUP_NO: return kit_ink(a, member_text(row->group, "no"));
    case SHOWS_GROUP_TITLE: return kit_ink(a, member_text(row->group, "title"));
    case SHOWS_GROUP_CODE: return kit_ink(a, member_text(row->group, "code"));
    case SHOWS_GROUP_FULL:
        return ink_print(a, "%.*s%.*s", STR_ARG(group),
                         STR_ARG(member_text(row->group, "code")));
    case SHOWS_SEQ: return kit_ink(a, member_text(row->item, "seq"));
    case SHOWS_TITLE: return kit_ink(a, member_text(row->item, "title"));
    case SHOWS_CODE: return kit_ink(a, member_text(row->item, "code"));
    case SHOWS_TITLE_FULL:
        return ink_print(a, "%.*s%.*s", STR_ARG(member_text(row->item, "title")),
                         STR_ARG(member_text(row->item, "code")));
    case SHOWS_SERVICE_SEQ: return kit_ink(a, member_text(row->unit, "seq"));
    case SHOWS_SERVICE_TITLE: return kit_ink(a, member_text(row->unit, "title"));
    case SHOWS_FIELD:
        return kit_ink(a, member_text(json_member(row->unit, "printed"), column->key));
    case SHOWS_LEVEL:
        return kit_ink(a, member_text(json_member(row->unit, "levels"), column->key));
    case SHOWS_TICK: return tick(row->unit, column->key);
    }
    return STR("");
}

void cell_forms(struct arena *a, const struct table_row *row,
                const struct table_column *column, struct str forms[CELL_FORMS])
{
    struct str whole = cell_text(a, row, column), code = STR("");
    if (column->shows == SHOWS_GROUP_FULL)
        code = kit_ink(a, member_text(row->group, "code"));
    if (column->shows == SHOWS_TITLE_FULL)
        code = kit_ink(a, member_text(row->item, "code"));
    struct str title = str_slice(whole, 0, whole.n - code.n);
    for (size_t i = 0; i < CELL_FORMS; i++)
        forms[i] = whole;
    if (code.n) {
        forms[1] = str_print(a, "%.*s(%.*s)", STR_ARG(title), STR_ARG(code));
        forms[2] = str_print(a, "%.*s（%.*s）", STR_ARG(title), STR_ARG(code));
    }
}

bool cell_matches(struct arena *a, const struct table_row *row,
                  const struct table_column *column, struct str cell)
{
    struct str forms[CELL_FORMS];
    cell_forms(a, row, column, forms);
    for (size_t i = 0; i < CELL_FORMS; i++)
        if (str_eq(cell, forms[i]))
            return true;
    return false;
}

bool cell_continues(const struct table_rows *rows, size_t row,
                    const struct table_column *column)
{
    if (row == 0)
        return false;
    const struct table_row *here = &rows->at[row], *above = &rows->at[row - 1];
    switch (column->shows) {
    case SHOWS_GROUP:
    case SHOWS_GROUP_NO:
    case SHOWS_GROUP_TITLE:
    case SHOWS_GROUP_CODE:
    case SHOWS_GROUP_FULL: return !here->first_of_group;
    case SHOWS_SEQ:
    case SHOWS_TITLE:
    case SHOWS_CODE:
    case SHOWS_TITLE_FULL: return !here->first_of_item;
    case SHOWS_FIELD: {
        struct str id = member_text(json_member(here->unit, "shared"), column->key);
        struct str before = member_text(json_member(above->unit, "shared"), column->key);
        return id.n && str_eq(id, before);
    }
    case SHOWS_SERVICE_SEQ:
    case SHOWS_SERVICE_TITLE:
    case SHOWS_LEVEL:
    case SHOWS_TICK: return false;
    }
    return false;
}
