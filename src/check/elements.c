/* elements - the eight classes of content that inspections of service guides count (国办秘函
 * 〔2019〕19号; counted once a class, however many items lack it).
 *
 *     事项名称 设定依据 申请条件 办理材料 办理地点 办理时间 联系电话 办理流程
 *
 * Place, hours and telephone have no field of their own; any text of the items or the
 * catalog that has one is enough. A guide that lacks a class is told class by class. An
 * item list is no guide and has no columns for most: one note says which columns it lacks
 * (its notes may still name a place or a condition).
 * Classes that are required fields are told by field-missing. */
#include "check/completeness.h"

#include "catalog/fields.h"
#include "check/report.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum element {
    ELEMENT_BASIS,
    ELEMENT_CONDITION,
    ELEMENT_MATERIALS,
    ELEMENT_PLACE,
    ELEMENT_HOURS,
    ELEMENT_PHONE,
    ELEMENT_PROCESS,
    ELEMENT_COUNT
};

/* clang-format off */
static const char *const names[ELEMENT_COUNT] = {
    [ELEMENT_BASIS] = "设定依据", [ELEMENT_CONDITION] = "申请条件", [ELEMENT_MATERIALS] = "办理材料",
    [ELEMENT_PLACE] = "办理地点", [ELEMENT_HOURS] = "办理时间", [ELEMENT_PHONE] = "联系电话",
    [ELEMENT_PROCESS] = "办理流程",
};
/* Words by which a text tells the place or the hours. Those not good `anywhere` say so only
 * in a field for such things: notes speak of 单位地址 and 网上服务大厅 too. */
static const struct {
    struct str word;
    enum element element;
    bool anywhere;
} signs[] = {
    {STR_INIT("办理地点"), ELEMENT_PLACE, true}, {STR_INIT("办公地点"), ELEMENT_PLACE, true},
    {STR_INIT("办事地点"), ELEMENT_PLACE, true}, {STR_INIT("受理地点"), ELEMENT_PLACE, true},
    {STR_INIT("办公地址"), ELEMENT_PLACE, true}, {STR_INIT("办理地址"), ELEMENT_PLACE, true},
    {STR_INIT("窗口地址"), ELEMENT_PLACE, true}, {STR_INIT("地址"), ELEMENT_PLACE, false},
    {STR_INIT("地点"), ELEMENT_PLACE, false}, {STR_INIT("大厅"), ELEMENT_PLACE, false},
    {STR_INIT("政务中心"), ELEMENT_PLACE, false}, {STR_INIT("服务中心"), ELEMENT_PLACE, false},
    {STR_INIT("大道"), ELEMENT_PLACE, false}, {STR_INIT("楼"), ELEMENT_PLACE, false},
    {STR_INIT("路"), ELEMENT_PLACE, false}, {STR_INIT("服务站"), ELEMENT_PLACE, false},
    {STR_INIT("上午"), ELEMENT_HOURS, true}, {STR_INIT("下午"), ELEMENT_HOURS, true},
    {STR_INIT("周一"), ELEMENT_HOURS, true}, {STR_INIT("星期一"), ELEMENT_HOURS, true},
    {STR_INIT("法定工作日"), ELEMENT_HOURS, true},
};

/* 时间 is of hours behind one of these; 公示时间 is not. */
static const struct str hours[] = {
    STR_INIT("办公时间"), STR_INIT("工作时间"), STR_INIT("办理时间"), STR_INIT("办事时间"), STR_INIT("受理时间"),
    STR_INIT("上班时间"),
};
/* clang-format on */

enum { PHONE_DIGITS = 7 }; /* of a local number; 12345 and 12393 are shorter */

/* Seven digits in a row, a dash between area code and number apart. */
static bool has_phone(struct str text)
{
    size_t run = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] >= '0' && text.s[i] <= '9')
            run++;
        else if (text.s[i] != '-')
            run = 0;
        if (run >= PHONE_DIGITS)
            return true;
    }
    return str_has(text, STR("12345")) || str_has(text, STR("12393"));
}

static bool has_hours(struct str text)
{
    if (!str_has(text, STR("时间")))
        return false;
    for (size_t i = 0; i < COUNT(hours); i++)
        if (str_has(text, hours[i]))
            return true;
    return false;
}

/* The fields for where, when and by what number. */
static bool is_contact(const struct text *t)
{
    return t->part == TEXT_REMARK ||
           (t->part == TEXT_FIELD &&
            (t->field == FIELD_AGENCY || t->field == FIELD_CHANNELS ||
             t->field == FIELD_INQUIRY || t->field == FIELD_SUPERVISION));
}

/* Those and the texts in which it may stand among other things. */
static bool may_tell(const struct text *t)
{
    return is_contact(t) || t->part == TEXT_NOTICE ||
           (t->part == TEXT_FIELD &&
            (t->field == FIELD_NOTES || t->field == FIELD_PROCESS));
}

static void look_in(const struct text *t, bool *has)
{
    if (!has[ELEMENT_CONDITION])
        has[ELEMENT_CONDITION] =
            t->part == TEXT_FIELD && t->field != FIELD_TITLE &&
            str_has(t->words, STR("条件")) &&
            (str_has(t->words, STR("申请条件")) || str_has(t->words, STR("受理条件")) ||
             str_has(t->words, STR("办理条件")));
    if (!may_tell(t))
        return;
    for (size_t i = 0; i < COUNT(signs); i++)
        if (!has[signs[i].element] && (signs[i].anywhere || is_contact(t)))
            has[signs[i].element] = str_has(t->words, signs[i].word);
    has[ELEMENT_HOURS] = has[ELEMENT_HOURS] || has_hours(t->words);
    if (!has[ELEMENT_PHONE] && (t->marks & TEXT_DIGIT))
        has[ELEMENT_PHONE] = has_phone(t->words);
}

static void look_at(const struct item *item, bool *has)
{
    static const struct {
        enum field_id id;
        enum element element;
    } fields[] = {{FIELD_BASIS, ELEMENT_BASIS},
                  {FIELD_AUDIENCE, ELEMENT_CONDITION},
                  {FIELD_MATERIALS, ELEMENT_MATERIALS},
                  {FIELD_PROCESS, ELEMENT_PROCESS},
                  {FIELD_STEPS, ELEMENT_PROCESS}};
    for (size_t i = 0; i < COUNT(fields); i++)
        if (!has[fields[i].element])
            has[fields[i].element] = completeness_has(item, fields[i].id);
    for (size_t i = 0; i < item->services.n; i++)
        look_at(&item->services.at[i], has);
}

static void tell_classes(struct check *check, const bool *has)
{
    for (int i = 0; i < ELEMENT_COUNT; i++)
        if (!has[i])
            report_subject(check, NULL, check->catalog->title_at, STR(""), NULL,
                           DIAG_ELEMENT_MISSING, names[i]);
}

static void tell_list(struct check *check, const bool *has)
{
    struct buf b = {0};
    size_t n = 0;
    for (int i = 0; i < ELEMENT_COUNT; i++)
        if (!has[i])
            buf_printf(&b, "%s%s", n++ ? "、" : "", names[i]);
    if (n)
        report_subject(check, NULL, check->catalog->title_at, STR(""), NULL,
                       DIAG_ELEMENTS_OF_LIST, STR_ARG(buf_str(&b)),
                       n > 1 ? "这几栏" : "这一栏", n > 1 ? "几类" : "一类");
    buf_drop(&b);
}

void check_elements(struct check *check)
{
    const struct catalog *c = check->catalog;
    bool has[ELEMENT_COUNT] = {false};
    if (!check->items.n || !(c->kinds[KIND_GUIDE] || c->kinds[KIND_LIST]))
        return;
    for (size_t i = 0; i < check->items.n; i++)
        look_at(check->items.at[i].item, has);
    for (size_t i = 0; i < check->text_count; i++)
        look_in(&check->texts[i], has);
    /* told by field-missing */
    has[ELEMENT_MATERIALS] |= completeness_required(c, FIELD_MATERIALS);
    has[ELEMENT_PROCESS] |=
        completeness_required(c, FIELD_PROCESS) || completeness_required(c, FIELD_STEPS);
    has[ELEMENT_CONDITION] |= completeness_required(c, FIELD_AUDIENCE);
    if (c->kinds[KIND_GUIDE])
        tell_classes(check, has);
    else
        tell_list(check, has);
}
