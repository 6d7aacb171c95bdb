/* What stands in the column for the basis and is none, and a basis in another column. */
#include "check/basis.h"

#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/limit.h"
#include "check/completeness.h"

#include <string.h>

/* The eleven elements of a disclosure catalog, and what else heads a column. */
static const char *const elements[] = {
    "事项名称", "事项简述", "办理材料",     "申请材料",     "办理方式",
    "办理时限", "结果送达", "收费依据",     "办事时间",     "办理机构",
    "办理地点", "办理流程", "咨询查询途径", "监督投诉渠道",
};

/* Words that a basis has in one form or another. */
static const char *const lawful[] = {
    "《",   "〔",   "法",   "条例", "办法", "规定", "细则", "通知", "意见", "决定",
    "公告", "规程", "方案", "批复", "函",   "令",   "文件", "号",   "依据", "根据",
    "按照", "政策", "规范", "标准", "制度", "目录", "协议", "同上", "条",   "纲要",
    "计划", "清单", "章程", "合同", "要求", "精神", "附件", "职责",
};

/* An empty place written out. */
static const char *const nothing[] = {"无", "/", "-", "—", "——", "暂无", "无。", "\\"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static size_t count_of(struct str words, const char *const *table, size_t n, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < n && count < most; i++)
        count += str_has(words, str_of(table[i]));
    return count;
}

static bool is_nothing(struct str words)
{
    for (size_t i = 0; i < COUNT(nothing); i++)
        if (str_eq(words, str_of(nothing[i])))
            return true;
    return false;
}

/* The field of the same item that has exactly this text, or FIELD_COUNT. */
static enum field_id same_text(const struct text *t)
{
    if (!t->item || utf8_count(t->words) < 8) /* 同上 */
        return FIELD_COUNT;
    for (int id = 0; id < FIELD_COUNT; id++) {
        const struct field *f = item_field(t->item, (enum field_id)id);
        for (size_t i = 0; id != FIELD_BASIS && i < f->entries.n; i++)
            if (str_eq(f->entries.at[i].text, t->words))
                return (enum field_id)id;
    }
    return FIELD_COUNT;
}

/* What column the text is of, by its words; NULL: cannot be told. *certain: they cannot be
 * of another. */
static const char *column_of(const struct check *check, const struct text *t,
                             bool *certain)
{
    enum field_id id = same_text(t);
    *certain = count_of(t->words, elements, COUNT(elements), 3) == 3;
    if (*certain)
        return field_row(FIELD_ELEMENTS)->label;
    if (id != FIELD_COUNT)
        return field_row(id)->label;
    if (count_of(t->words, lawful, COUNT(lawful), 1))
        return NULL;
    struct limit limit = limit_parse(check->arena, t->words);
    if (limit.n && limit_known(&limit))
        return field_row(FIELD_LIMIT)->label;
    bool proof = str_has(t->words, STR("复印件")) || str_has(t->words, STR("身份证")) ||
                 str_has(t->words, STR("申请表"));
    return proof ? field_row(FIELD_MATERIALS)->label : NULL;
}

static bool has_citation(const struct cited_text *t)
{
    return t->list.n > 0;
}

/* What the column is called. */
static struct str own_label(const struct check *check)
{
    return field_title(check->catalog, field_key(FIELD_BASIS));
}

/* The beginning of a long list: 事项名称、事项简述、办理材料等. */
static struct str shortened(const struct check *check, struct str words)
{
    enum { MOST = 15 };
    struct str rest = words;
    size_t end = 0;
    for (size_t i = 0; i < MOST && rest.n; i++) {
        uint32_t c = utf8_next(&rest);
        if (c == 0x3001) /* 、 */
            end = words.n - rest.n - STR("、").n;
    }
    if (!rest.n)
        return words;
    struct str head = str_slice(words, 0, end ? end : words.n - rest.n);
    return str_print(check->arena, "%.*s%s", STR_ARG(head), end ? "等" : "…");
}

static void check_column(const struct basis *b, const struct cited_text *t)
{
    if (has_citation(t) || is_nothing(t->text->words))
        return;
    bool certain;
    const char *column = column_of(b->check, t->text, &certain);
    struct str words = t->text->words, head = shortened(b->check, words),
               own = own_label(b->check);
    if (column)
        report_text(b->check, t->text, words, NULL,
                    certain ? DIAG_BASIS_COLUMN_ELEMENTS : DIAG_BASIS_COLUMN,
                    STR_ARG(own), STR_ARG(head), column);
    else if (!count_of(words, lawful, COUNT(lawful), 1))
        report_text(b->check, t->text, words, NULL, DIAG_BASIS_COLUMN_UNKNOWN,
                    STR_ARG(own), STR_ARG(head));
}

/* ---- a basis among the notes ---- */

/* The items that show certain notes and have no basis. */
struct users {
    size_t n;
    struct str names; /* by code or title, of the first few */
};

/* By the field that holds the notes. */
struct shared {
    struct lookup fields; /* the bytes of the pointer to it → index in `users` */
    VEC(struct users) users;
};

static struct str field_bytes(struct arena *a, const struct field *f)
{
    char *bytes = arena_raw(a, sizeof f);
    memcpy(bytes, &f, sizeof f);
    return (struct str){bytes, sizeof f};
}

static const struct field *notes_of(const struct item *item)
{
    return field_shown(item_field(item, FIELD_NOTES));
}

static void add_user(struct arena *a, struct shared *shared, const struct subject *s)
{
    enum { NAMED = 5 };
    if (field_empty(notes_of(s->item)) || !field_empty(item_field(s->item, FIELD_BASIS)))
        return;
    size_t *at = lookup_value(a, &shared->fields, field_bytes(a, notes_of(s->item)));
    if (*at == STR_NONE) {
        *at = shared->users.n;
        *vec_push(a, &shared->users) = (struct users){0, STR("")};
    }
    struct users *u = &shared->users.at[*at];
    struct str name = s->text.n ? s->text : completeness_name(s);
    if (u->n < NAMED)
        u->names = str_print(a, "%.*s%s%.*s", STR_ARG(u->names), u->n ? "、" : "",
                             STR_ARG(name));
    else if (u->n == NAMED)
        u->names = str_print(a, "%.*s等", STR_ARG(u->names));
    u->n++;
}

static struct shared users_of_notes(struct check *check)
{
    struct shared shared = {.users = {0}};
    for (size_t i = 0; i < check->items.n; i++)
        add_user(check->arena, &shared, &check->items.at[i]);
    return shared;
}

/* The text is one document and nothing else. */
static bool only_document(struct str words, const struct citations *list)
{
    if (list->n != 1 || list->at[0].kind == CITED_NUMBER || !list->at[0].numbers)
        return false;
    size_t behind = (size_t)(list->at[0].whole.s - words.s) + list->at[0].whole.n;
    return list->at[0].whole.s == words.s && words.n - behind <= STR("。").n;
}

bool basis_in_notes(struct arena *a, const struct item *item)
{
    const struct field *notes = notes_of(item);
    for (size_t i = 0; i < notes->entries.n; i++) {
        struct str words = notes->entries.at[i].text;
        struct citations list = {0};
        if (str_has(words, STR("号")))
            list = citations_of(a, words, false);
        if (only_document(words, &list))
            return true;
    }
    return false;
}

/* A document as a note of an item whose basis is empty, and of those it shares the note with. */
static void check_elsewhere(const struct basis *b, const struct cited_text *t,
                            struct shared *shared)
{
    const struct text *text = t->text;
    if (text->part != TEXT_FIELD || text->field != FIELD_NOTES || !text->item ||
        !only_document(text->words, &t->list) ||
        !field_empty(item_field(text->item, FIELD_BASIS)))
        return;
    struct arena *a = b->check->arena;
    if (!shared->users.n)
        *shared = users_of_notes(b->check);
    size_t at = lookup_find(&shared->fields, field_bytes(a, text->of));
    if (at == STR_NONE || shared->users.at[at].n < 2)
        report_text(b->check, text, text->words, NULL, DIAG_BASIS_COLUMN_NOTES);
    else
        report_text(b->check, text, text->words, NULL, DIAG_BASIS_COLUMN_SHARED,
                    shared->users.at[at].n, STR_ARG(shared->users.at[at].names));
}

/* A catalog without any basis has its documents in the notes on purpose. */
static bool has_column(const struct basis *b)
{
    for (size_t i = 0; i < b->texts.n; i++)
        if (b->texts.at[i].basis)
            return true;
    return false;
}

void basis_check_column(const struct basis *b)
{
    bool column = has_column(b);
    struct shared shared = {.users = {0}};
    for (size_t i = 0; i < b->texts.n; i++) {
        const struct cited_text *t = &b->texts.at[i];
        if (t->basis)
            check_column(b, t);
        else if (column)
            check_elsewhere(b, t, &shared);
    }
}
