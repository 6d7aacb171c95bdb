#include "catalog/fields.h"

#include "base/buf.h"

/* clang-format off */
static const struct field_row rows[FIELD_COUNT] = {
    [FIELD_TITLE]       = {"title",       "事项名称",         FIELD_KIND_TEXT,    NULL,       false},
    [FIELD_AGENCY]      = {"agency",      "受理单位",         FIELD_KIND_TEXT,    NULL,       false},
    [FIELD_AUDIENCE]    = {"audience",    "服务对象",         FIELD_KIND_TEXT,    NULL,       false},
    [FIELD_CHANNELS]    = {"channels",    "办理渠道",         FIELD_KIND_LIST,    "channel",  false},
    [FIELD_PROCESS]     = {"process",     "办理流程",         FIELD_KIND_PROCESS, "step",     false},
    [FIELD_MATERIALS]   = {"materials",   "办理材料",         FIELD_KIND_LIST,    "material", false},
    [FIELD_LIMIT]       = {"limit",       "办理时限",         FIELD_KIND_TEXT,    NULL,       false},
    [FIELD_STEPS]       = {"steps",       "办理环节",         FIELD_KIND_CHAIN,   NULL,       false},
    [FIELD_NOTES]       = {"notes",       "备注",             FIELD_KIND_LIST,    "note",     false},
    [FIELD_BASIS]       = {"basis",       "设定依据",         FIELD_KIND_LIST,    "citation", false},
    [FIELD_INQUIRY]     = {"inquiry",     "查询方式",         FIELD_KIND_LIST,    "way",      false},
    [FIELD_SUPERVISION] = {"supervision", "监督电话",         FIELD_KIND_LIST,    "way",      false},
    [FIELD_EVALUATION]  = {"evaluation",  "评价渠道",         FIELD_KIND_LIST,    "way",      false},
    [FIELD_FEE]         = {"fee",         "收费标准",         FIELD_KIND_TEXT,    NULL,       false},
    [FIELD_ELEMENTS]    = {"elements",    "公开内容（要素）", FIELD_KIND_LIST,    "element",  true},
    [FIELD_DEADLINE]    = {"deadline",    "公开时限",         FIELD_KIND_TEXT,    NULL,       true},
    [FIELD_BODY]        = {"body",        "公开主体",         FIELD_KIND_TEXT,    NULL,       true},
    [FIELD_PUBLICATION] = {"channels",    "公开渠道和载体",   FIELD_KIND_LIST,    "channel",  true},
};

static const char *const kind_names[KIND_COUNT] = {
    [KIND_GUIDE] = "guide", [KIND_LIST] = "list", [KIND_LEVELS] = "levels",
    [KIND_DISCLOSURE] = "disclosure",
};
static const char *const column_names[COLUMN_KIND_COUNT] = {
    [COLUMN_AUDIENCE] = "audience", [COLUMN_MODE] = "mode", [COLUMN_LEVEL] = "level",
};
/* clang-format on */

/* clang-format off */
static const struct {
    struct str id, title;
} parts[] = {
    {STR_INIT("code"), STR_INIT("编码")},         {STR_INIT("seq"), STR_INIT("序号")},
    {STR_INIT("no"), STR_INIT("编号")},           {STR_INIT("levels"), STR_INIT("经办层级")},
    {STR_INIT("flow"), STR_INIT("流程图")},       {STR_INIT("form"), STR_INIT("表单")},
    {STR_INIT("forms"), STR_INIT("表单")},        {STR_INIT("notice"), STR_INIT("印发通知")},
    {STR_INIT("document"), STR_INIT("文号")},     {STR_INIT("remark"), STR_INIT("说明")},
    {STR_INIT("region"), STR_INIT("地区")},       {STR_INIT("scheme"), STR_INIT("对照的清单")},
    {STR_INIT("edition"), STR_INIT("版次")},      {STR_INIT("issuer"), STR_INIT("印发单位")},
    {STR_INIT("mode"), STR_INIT("公开方式")},     {STR_INIT("level"), STR_INIT("公开层级")},
    {STR_INIT("disclosure"), STR_INIT("公开属性")},
    {STR_INIT("publication"), STR_INIT("公开渠道和载体")},
    {STR_INIT("services"), STR_INIT("业务办理项")},
};
/* clang-format on */

struct str field_key(enum field_id id)
{
    return id == FIELD_PUBLICATION ? STR("publication") : str_of(rows[id].name);
}

struct str field_title(const struct catalog *c, struct str id)
{
    enum field_id field = field_find(id, false);
    if (field == FIELD_BASIS && c && c->kinds[KIND_DISCLOSURE])
        return STR("公开依据");
    if (field == FIELD_COUNT)
        field = field_find(id, true);
    if (field != FIELD_COUNT)
        return str_of(field_row(field)->label);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (str_eq(parts[i].id, id))
            return parts[i].title;
    return id;
}

static int find_word(const char *const *words, int count, struct str name)
{
    for (int i = 0; i < count; i++)
        if (str_is(name, words[i]))
            return i;
    return count;
}

const char *catalog_kind_name(enum catalog_kind kind)
{
    return kind_names[kind];
}

int catalog_kind_find(struct str name)
{
    return find_word(kind_names, KIND_COUNT, name);
}

const char *column_kind_name(enum column_kind kind)
{
    return column_names[kind];
}

int column_kind_find(struct str name)
{
    return find_word(column_names, COLUMN_KIND_COUNT, name);
}

const struct field_row *field_row(enum field_id id)
{
    return &rows[id];
}

enum field_id field_find(struct str name, bool disclosure)
{
    for (int i = 0; i < FIELD_COUNT; i++)
        if (rows[i].disclosure == disclosure && str_is(name, rows[i].name))
            return (enum field_id)i;
    return FIELD_COUNT;
}

bool catalog_prints(const struct catalog *c, enum catalog_kind kind)
{
    for (size_t i = 0; c->kinds[kind] && i < c->groups.n; i++) {
        const struct group *group = &c->groups.at[i];
        if (group->items.n || group->no.n || !field_empty(group->title))
            return true;
    }
    return false;
}

const struct field *item_field(const struct item *item, enum field_id id)
{
    return item->field[id];
}

const struct field *field_shown(const struct field *f)
{
    return f->target ? f->target : f;
}

bool field_empty(const struct field *f)
{
    for (size_t i = 0; i < f->entries.n; i++) {
        const struct entry *e = &f->entries.at[i];
        if (e->text.n || e->name.n)
            return false;
    }
    return true;
}

struct str field_text(const struct field *f)
{
    return f->entries.n ? f->entries.at[0].text : STR("");
}

bool field_ticked(const struct field *cell)
{
    static const struct str unticked[] = {
        STR_INIT("□"), STR_INIT("☐"), STR_INIT("口"), STR_INIT("○"), STR_INIT("×"),
    };
    struct str mark = field_text(cell);
    for (size_t i = 0; i < sizeof unticked / sizeof *unticked; i++)
        if (str_eq(mark, unticked[i]))
            return false;
    return mark.n > 0;
}

static void put_entry(struct buf *b, const struct entry *e)
{
    buf_put(b, e->no);
    buf_put(b, e->name);
    buf_put(b, e->sep);
    buf_put(b, e->text);
}

struct str entry_printed(struct arena *a, const struct entry *e)
{
    return STR_JOIN(a, e->no, e->name, e->sep, e->text);
}

struct str field_printed(struct arena *a, const struct field *f)
{
    struct buf b = {0};
    for (size_t i = 0; i < f->entries.n; i++) {
        if (i)
            buf_char(&b, '\n');
        put_entry(&b, &f->entries.at[i]);
    }
    struct str printed = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return printed;
}
