#include "html/catalog_filters.h"

#include "base/buf.h"
#include "base/lookup.h"
#include "catalog/fields.h"

static const struct shape_row choice_rows[] = {
    SHAPE_TEXT(struct choice_view, value, "选中时事项须有的词"),
    SHAPE_TEXT(struct choice_view, text, "文字"),
};
static const struct shape choice_shape = SHAPE("choice", choice_rows);

static const struct shape_row filter_rows[] = {
    SHAPE_TEXT(struct filter_view, label, "按什么筛选"),
    SHAPE_TEXT(struct filter_view, name, "名称"),
    SHAPE_LIST(struct filter_view, choices, &choice_shape, "可选的"),
};
const struct shape filter_shape = SHAPE("filter", filter_rows);

/* Times are told in steps that a citizen plans by; each includes the shorter ones. */
static const struct {
    unsigned days; /* working days at most */
    struct str value, text;
} times[] = {
    {0, STR_INIT("t0"), STR_INIT("当场办好")},
    {5, STR_INIT("t5"), STR_INIT("5个工作日以内")},
    {10, STR_INIT("t10"), STR_INIT("10个工作日以内")},
    {20, STR_INIT("t20"), STR_INIT("20个工作日以内")},
};
enum { TIMES = sizeof times / sizeof *times };

/* Longer than these, months and years too; and what the catalog does not say in days. No item
 * is out of reach of all choices. */
#define LONGER STR("tl")
#define UNTOLD STR("tn")
enum { MONTHS = 1000 };

/* The longest of an item's limits in days, MONTHS where it is told in months; -1 when one of
 * them cannot be told in days. */
static long longest(const struct limit *limit)
{
    long most = limit->n ? 0 : -1;
    for (size_t i = 0; i < limit->n; i++) {
        const struct limit_part *part = &limit->at[i];
        bool days = part->unit == LIMIT_WORKDAY || part->unit == LIMIT_DAY;
        bool months = part->unit == LIMIT_MONTH || part->unit == LIMIT_YEAR;
        if (part->kind == LIMIT_IMMEDIATE)
            continue;
        if (part->kind != LIMIT_WITHIN || !(days || months))
            return -1;
        long value = months ? MONTHS : (long)part->value;
        most = value > most ? value : most;
    }
    return most;
}

static void put_word(struct buf *b, struct str word)
{
    if (b->n)
        buf_char(b, ' ');
    buf_put(b, word);
}

/* The words of the cells with a text: of all columns, or of those of one kind. */
static void put_cells(struct arena *a, struct buf *b, char letter,
                      const struct catalog *c, const struct cells *cells, bool audience)
{
    for (size_t i = 0; i < cells->n; i++) {
        const struct cell *cell = &cells->at[i];
        bool fits = !audience || c->columns.at[cell->column].kind == COLUMN_AUDIENCE;
        if (fits && field_text(field_shown(&cell->field)).n)
            put_word(b, str_print(a, "%c%zu", letter, cell->column));
    }
}

struct str catalog_filter_words(struct arena *a, const struct catalog *c, size_t group,
                                const struct item *item, const struct item *service)
{
    const struct item *own = service ? service : item;
    struct buf b = {0};
    put_word(&b, str_print(a, "g%zu", group));
    put_cells(a, &b, 'l', c, own->levels.n ? &own->levels : &item->levels, false);
    put_cells(a, &b, 'a', c, own->ticks.n ? &own->ticks : &item->ticks, true);
    long days = longest(own->limit.n ? &own->limit : &item->limit);
    for (size_t i = 0; days >= 0 && i < TIMES; i++)
        if (days <= (long)times[i].days)
            put_word(&b, times[i].value);
    if (days < 0)
        put_word(&b, UNTOLD);
    else if (days > (long)times[TIMES - 1].days)
        put_word(&b, LONGER);
    struct str words = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return words;
}

/* How many entries have each word. Entries are items or, where an item has services, these. */
struct word_counts {
    struct lookup words;
    size_t entries;
};

static void count_words(struct arena *a, struct word_counts *counts, struct str words)
{
    counts->entries++;
    while (words.n) {
        size_t end = str_find(words, STR(" "));
        struct str word = end == STR_NONE ? words : str_slice(words, 0, end);
        size_t *n = lookup_value(a, &counts->words, word);
        *n = *n == STR_NONE ? 1 : *n + 1;
        words = end == STR_NONE ? STR("") : str_from(words, end + 1);
    }
}

static struct word_counts count_all(struct arena *a, const struct catalog *c)
{
    struct word_counts counts = {0};
    for (size_t g = 0; g < c->groups.n; g++) {
        const struct items *items = &c->groups.at[g].items;
        for (size_t i = 0; i < items->n; i++) {
            const struct item *item = &items->at[i];
            if (!item->services.n)
                count_words(a, &counts, catalog_filter_words(a, c, g, item, NULL));
            for (size_t s = 0; s < item->services.n; s++)
                count_words(a, &counts,
                            catalog_filter_words(a, c, g, item, &item->services.at[s]));
        }
    }
    return counts;
}

/* Leaves the choices that some entries meet. True when one of them is not met by all. */
static bool keep_met(struct filter_view *f, const struct word_counts *counts)
{
    size_t kept = 0;
    bool parts = false;
    for (size_t i = 0; i < f->choices.n; i++) {
        size_t met = lookup_find(&counts->words, f->choices.at[i].value);
        if (met == STR_NONE)
            continue;
        f->choices.at[kept++] = f->choices.at[i];
        parts = parts || met < counts->entries;
    }
    f->choices.n = kept;
    return parts;
}

static void add(struct arena *a, struct filter_view *f, struct str value, struct str text)
{
    *vec_push(a, &f->choices) = (struct choice_view){value, text};
}

static struct filter_view level_filter(struct arena *a, const struct catalog *c)
{
    struct filter_view f = {.label = STR("在哪里办"), .name = STR("level")};
    for (size_t i = 0; i < c->levels.n; i++)
        add(a, &f, str_print(a, "l%zu", i), c->levels.at[i].name);
    return f;
}

static struct filter_view audience_filter(struct arena *a, const struct catalog *c)
{
    struct filter_view f = {.label = STR("公开对象"), .name = STR("audience")};
    for (size_t i = 0; i < c->columns.n; i++)
        if (c->columns.at[i].kind == COLUMN_AUDIENCE)
            add(a, &f, str_print(a, "a%zu", i), c->columns.at[i].name);
    return f;
}

static struct filter_view group_filter(struct arena *a, const struct catalog *c)
{
    struct filter_view f = {.label = STR("主项"), .name = STR("group")};
    for (size_t i = 0; i < c->groups.n; i++) {
        struct str title = view_title(a, field_text(c->groups.at[i].title));
        add(a, &f, str_print(a, "g%zu", i),
            title.n ? title : str_print(a, "第 %zu 个主项", i + 1));
    }
    return f;
}

static struct filter_view time_filter(struct arena *a)
{
    struct filter_view f = {.label = STR("多久办好"), .name = STR("time")};
    for (size_t i = 0; i < TIMES; i++)
        add(a, &f, times[i].value, times[i].text);
    add(a, &f, LONGER, STR("更久"));
    add(a, &f, UNTOLD, STR("没有写明天数"));
    return f;
}

struct filters catalog_filters(struct arena *a, const struct catalog *c)
{
    struct filter_view all[] = {level_filter(a, c), time_filter(a), audience_filter(a, c),
                                group_filter(a, c)};
    struct word_counts counts = count_all(a, c);
    struct filters filters = {0};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (keep_met(&all[i], &counts))
            *vec_push(a, &filters) = all[i];
    return filters;
}
