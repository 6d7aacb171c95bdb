/* Numbers beside each other.
 *
 * One office, one name (电话查询), one number: what an item prints for a name is compared with
 * what other items of the same agency print. Where groups of items differ but each group is of
 * one mind (登记 has one number, 报销 another), the numbers are most likely those of two desks, and
 * it is told once as a note. A text with several numbers for one name knows what it does. */
#include "check/contacts.h"

#include "catalog/fields.h"

#include <stdlib.h>

/* What one item prints for one name. */
struct line {
    struct str agency, label;
    struct str number; /* to compare by */
    size_t items;      /* of the office that print the number under any name */
    enum field_id field;
    const struct call *call;
    const struct subject *subject;
};

struct lines {
    struct line *at;
    size_t n, cap;
};

/* ---- which calls an item prints ---- */

static int by_field(const void *a, const void *b)
{
    const struct call *x = *(const struct call *const *)a,
                      *y = *(const struct call *const *)b;
    if (x->text->of != y->text->of)
        return x->text->of < y->text->of ? -1 : 1;
    return x < y ? -1 : x > y;
}

/* The calls in fields, sorted by field. */
struct index {
    const struct call **at;
    size_t n;
    const struct call *told; /* shared by items: once is enough */
};

static struct index index_of(struct check *check, const struct calls *calls)
{
    struct index index = {arena_array(check->arena, calls->n, sizeof *index.at), 0, NULL};
    for (size_t i = 0; i < calls->n; i++)
        if (calls->at[i].text->part == TEXT_FIELD && calls->at[i].phone.number.n)
            index.at[index.n++] = &calls->at[i];
    if (index.n)
        qsort(index.at, index.n, sizeof *index.at, by_field);
    return index;
}

/* The first call of the field, or index->n. */
static size_t find_field(const struct index *index, const struct field *field)
{
    size_t low = 0, high = index->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (index->at[middle]->text->of < field)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool same_label(const struct call *a, const struct call *b)
{
    return str_eq(a->phone.label, b->phone.label);
}

/* True when the field gives another number under the same name. */
static bool has_more(const struct index *index, size_t i)
{
    const struct field *of = index->at[i]->text->of;
    bool before =
        i > 0 && index->at[i - 1]->text->of == of &&
        (same_label(index->at[i - 1], index->at[i]) || !index->at[i]->phone.label.n);
    bool behind =
        i + 1 < index->n && index->at[i + 1]->text->of == of &&
        (same_label(index->at[i], index->at[i + 1]) || !index->at[i + 1]->phone.label.n);
    return before || behind;
}

/* What is compared: a number with and without its 区号 is the same. */
static struct str key_of(const struct phone *p)
{
    return p->local.n ? p->local : p->number;
}

static void add_lines(struct check *check, struct lines *lines, const struct index *index,
                      const struct subject *s, const struct item *item)
{
    static const enum field_id fields[] = {FIELD_CHANNELS, FIELD_INQUIRY,
                                           FIELD_SUPERVISION};
    for (size_t k = 0; k < sizeof fields / sizeof *fields; k++) {
        const struct field *field = field_shown(item_field(item, fields[k]));
        for (size_t i = find_field(index, field);
             i < index->n && index->at[i]->text->of == field; i++)
            if (!has_more(index, i))
                *vec_push(check->arena, lines) =
                    (struct line){field_text(item_field(item, FIELD_AGENCY)),
                                  index->at[i]->phone.label,
                                  key_of(&index->at[i]->phone),
                                  0,
                                  fields[k],
                                  index->at[i],
                                  s};
    }
}

/* ---- within one item ---- */

/* A name that says whose number it is (城乡, 城职), not only that it is one. */
static bool is_telling(struct str label)
{
    static const struct str words[] = {
        STR_INIT("电话"), STR_INIT("查询"), STR_INIT("办理"),
        STR_INIT("咨询"), STR_INIT("热线"), STR_INIT("联系"),
        STR_INIT("拨打"), STR_INIT("监督"), STR_INIT("投诉")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(label, words[i]))
            return false;
    return label.n > 0;
}

/* The numbers under one such name in 办理渠道 and in 查询方式. Fields hold a few numbers each. */
static void check_item(struct check *check, struct index *index, const struct item *item)
{
    enum { NUMBERS_MOST = 20 };
    const struct field *handling = field_shown(item_field(item, FIELD_CHANNELS)),
                       *asking = field_shown(item_field(item, FIELD_INQUIRY));
    size_t from = find_field(index, handling), n = 0;
    for (size_t i = find_field(index, asking);
         i < index->n && index->at[i]->text->of == asking; i++) {
        const struct call *call = index->at[i];
        for (size_t k = from; k < index->n && index->at[k]->text->of == handling &&
                              n < NUMBERS_MOST * NUMBERS_MOST;
             k++, n++) {
            const struct call *other = index->at[k];
            if (!is_telling(call->phone.label) || !same_label(call, other) ||
                str_eq(key_of(&call->phone), key_of(&other->phone)) ||
                call == index->told)
                continue;
            index->told = call;
            report_text(check, call->text, call->phone.text, NULL, DIAG_PHONE_TWO_ITEM,
                        STR_ARG(call->phone.label), STR_ARG(call->phone.number),
                        field_row(FIELD_CHANNELS)->label, STR_ARG(other->phone.number));
        }
    }
}

/* ---- comparing ---- */

static int by_office(const struct line *x, const struct line *y)
{
    int order = x->field - y->field;
    if (!order)
        order = str_cmp(x->agency, y->agency);
    return order ? order : str_cmp(x->label, y->label);
}

static int by_number(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    int order = by_office(x, y);
    if (!order)
        order = str_cmp(x->number, y->number);
    if (order)
        return order;
    return x->subject < y->subject ? -1 : x->subject > y->subject;
}

static size_t count_from(const struct line *lines, size_t n, size_t from)
{
    size_t k = from;
    while (k < n && str_eq(lines[k].number, lines[from].number))
        k++;
    return k - from;
}

static int by_group(const void *a, const void *b)
{
    const struct line *x = *(const struct line *const *)a,
                      *y = *(const struct line *const *)b;
    if (x->subject->group != y->subject->group)
        return x->subject->group < y->subject->group ? -1 : 1;
    return str_cmp(x->number, y->number);
}

/* True when items of one group print different numbers. */
static bool divided(struct check *check, const struct line *lines, size_t n)
{
    const struct line **sorted = arena_array(check->arena, n, sizeof *sorted);
    for (size_t i = 0; i < n; i++)
        sorted[i] = &lines[i];
    qsort(sorted, n, sizeof *sorted, by_group);
    for (size_t i = 1; i < n; i++)
        if (sorted[i]->subject->group == sorted[i - 1]->subject->group &&
            !str_eq(sorted[i]->number, sorted[i - 1]->number))
            return true;
    return false;
}

/* The same number of one office stands together, under whatever name. */
static int by_office_number(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    int order = x->field - y->field;
    if (!order)
        order = str_cmp(x->agency, y->agency);
    if (!order)
        order = str_cmp(x->number, y->number);
    if (order)
        return order;
    return x->subject < y->subject ? -1 : x->subject > y->subject;
}

static bool same_number(const struct line *x, const struct line *y)
{
    return x->field == y->field && str_eq(x->agency, y->agency) &&
           str_eq(x->number, y->number);
}

/* Fills `items`: what an editor counts who looks for the number. */
static void count_items(struct lines *lines)
{
    qsort(lines->at, lines->n, sizeof *lines->at, by_office_number);
    for (size_t from = 0, to; from < lines->n; from = to) {
        size_t items = 0;
        for (to = from; to < lines->n && same_number(&lines->at[from], &lines->at[to]);
             to++)
            items += to == from || lines->at[to].subject != lines->at[to - 1].subject;
        for (size_t i = from; i < to; i++)
            lines->at[i].items = items;
    }
}

/* The lines of one office: told at the first use of the rarest number. */
static void check_office(struct check *check, const struct line *lines, size_t n)
{
    const struct line *rarest = NULL;
    size_t least = n, numbers = 0;
    struct buf list = {0};
    for (size_t i = 0; i < n;) {
        size_t count = count_from(lines, n, i);
        buf_printf(&list, "%s%.*s（%zu项）", numbers ? "、" : "",
                   STR_ARG(lines[i].call->phone.number), lines[i].items);
        if (!rarest || count < least) {
            rarest = &lines[i];
            least = count;
        }
        numbers++;
        i += count;
    }
    if (numbers > 1)
        report_text(check, rarest->call->text, rarest->call->phone.text, NULL,
                    divided(check, lines, n) ? DIAG_PHONE_TWO : DIAG_PHONE_TWO_GROUPS,
                    STR_ARG(rarest->label.n ? rarest->label : STR("电话")), numbers,
                    STR_ARG(buf_str(&list)));
    buf_drop(&list);
}

void check_phone_two(struct check *check, const struct calls *calls)
{
    struct index index = index_of(check, calls);
    struct lines lines = {0};
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        add_lines(check, &lines, &index, s, s->item);
        check_item(check, &index, s->item);
    }
    if (lines.n)
        count_items(&lines);
    if (lines.n)
        qsort(lines.at, lines.n, sizeof *lines.at, by_number);
    for (size_t from = 0; from < lines.n;) {
        size_t to = from + 1;
        while (to < lines.n && by_office(&lines.at[from], &lines.at[to]) == 0)
            to++;
        check_office(check, &lines.at[from], to - from);
        from = to;
    }
}

/* ---- another 区号 ---- */

enum {
    AREA_LEAST = 4, /* numbers with one 区号 make it the usual one, */
    AREA_SHARE = 4, /* when at most one number in so many has another */
    AREA_MOST = 16  /* with more there is no usual one */
};

struct area {
    struct str code;
    size_t count;
    const struct call *first;
};
struct areas {
    struct area *at;
    size_t n, cap;
};

/* A number above the county's: the province's hotline, an office elsewhere. */
static bool is_elsewhere(const struct call *call)
{
    static const struct str words[] = {STR_INIT("省"),   STR_INIT("国家"),
                                       STR_INIT("上级"), STR_INIT("外地"),
                                       STR_INIT("异地"), STR_INIT("自治区")};
    const struct text *t = call->text;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(t->words, words[i]))
            return true;
    return t->part == TEXT_FORM || t->field == FIELD_SUPERVISION ||
           t->field == FIELD_EVALUATION;
}

/* The same number with the 区号 that all others have. */
static bool has_twin(const struct calls *calls, const struct call *call, struct str area)
{
    for (size_t i = 0; i < calls->n; i++)
        if (str_eq(calls->at[i].phone.area, area) &&
            str_eq(calls->at[i].phone.local, call->phone.local))
            return true;
    return false;
}

/* How often each 区号 is used; *all is their sum. */
static struct areas count_areas(struct check *check, const struct calls *calls,
                                size_t *all)
{
    struct areas areas = {0};
    *all = 0;
    for (size_t i = 0; i < calls->n && areas.n <= AREA_MOST; i++) {
        struct str code = calls->at[i].phone.area;
        size_t k = 0;
        if (!code.n || calls->at[i].phone.fault == PHONE_AREA)
            continue;
        while (k < areas.n && !str_eq(areas.at[k].code, code))
            k++;
        if (k == areas.n)
            *vec_push(check->arena, &areas) = (struct area){code, 0, &calls->at[i]};
        areas.at[k].count++;
        ++*all;
    }
    return areas;
}

/* A number with another 区号 than most: told when the same number stands elsewhere with the
 * usual one, or when it is one of a few. */
static void check_area(struct check *check, const struct calls *calls,
                       const struct area *area, const struct area *most, bool alone)
{
    const struct call *call = area->first;
    bool twin = has_twin(calls, call, most->code);
    struct advice advice = {.expected = most->code};
    if (!twin && (!alone || is_elsewhere(call)))
        return;
    if (twin)
        advice = (struct advice){.proposal = str_print(check->arena, "%.*s-%.*s",
                                                       STR_ARG(most->code),
                                                       STR_ARG(call->phone.local))};
    report_text(check, call->text, call->phone.text, &advice,
                twin ? DIAG_PHONE_AREA_TWIN : DIAG_PHONE_AREA, STR_ARG(area->code),
                STR_ARG(most->code));
}

void check_phone_areas(struct check *check, const struct calls *calls)
{
    size_t all;
    struct areas areas = count_areas(check, calls, &all);
    const struct area *most = NULL;
    for (size_t k = 0; k < areas.n; k++)
        if (!most || areas.at[k].count > most->count)
            most = &areas.at[k];
    if (!most || most->count < AREA_LEAST || areas.n > AREA_MOST)
        return;
    bool few = (all - most->count) * AREA_SHARE <= all;
    for (size_t k = 0; k < areas.n; k++)
        if (&areas.at[k] != most)
            check_area(check, calls, &areas.at[k], most, areas.at[k].count == 1 && few);
}
