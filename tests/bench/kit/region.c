#include "bench/kit/region.h"

#include "catalog/derive.h"

#include <stdint.h>

struct making {
    const struct pools *pools;
    const struct nature *nature;
    struct arena *a;
    struct catalog *c;
    struct str place, phone, hall;
    uint64_t state;
};

/* splitmix64 (Steele, Lea, Flood 2014): any two seeds give unrelated numbers. */
static uint64_t next(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static size_t below(struct making *m, size_t n)
{
    return (size_t)(next(&m->state) % n);
}

static size_t between(struct making *m, size_t least, size_t most)
{
    return least + below(m, most - least + 1);
}

static bool chance(struct making *m, size_t percent)
{
    return below(m, 100) < percent;
}

static struct str filled(struct making *m, struct str text)
{
    return pools_fill(m->a, text, m->place, m->phone);
}

/* 48 characters each, of three bytes. */
static const char first[] =
    "临安永长新东南西北清平宁泰和兴武文德金石龙云江河海湖山阳高广昌嘉"
    "丰宝桃松柏梅兰竹青白明光福寿";
static const char second[] =
    "阳江州山水河源川城宁安平远昌泉溪谷陵浦塘桥关林湾原岭乡和兴化"
    "台坪坝沟渡港津洲屏峰岩亭丘沙峡坡";

static struct str letter(const char *letters, size_t i)
{
    return (struct str){letters + i * 3, 3};
}

/* A name of no real place: real ones get another character in front. */
static struct str place_name(const struct making *m, size_t r)
{
    static const char *const kinds[] = {"市", "县", "区"};
    struct str a = letter(first, r % 48), b = letter(second, r / 48 % 48);
    const char *kind = kinds[(r + r / 2304) % 3];
    struct str name = str_print(m->a, "%.*s%.*s%s", STR_ARG(a), STR_ARG(b), kind);
    return region_named(m->pools->regions, name)
               ? str_print(m->a, "小%.*s", STR_ARG(name))
               : name;
}

static struct str phone(struct making *m)
{
    size_t area = between(m, 310, 999), number = between(m, 2000000, 8999999);
    return str_print(m->a, "0%zu-%zu", area, number);
}

static struct field *field_new(struct making *m, struct field **slot)
{
    *slot = arena_alloc(m->a, sizeof **slot);
    (*slot)->span = 1;
    return *slot;
}

static void set(struct making *m, struct field **slot, struct str text)
{
    struct field *f = field_new(m, slot);
    *vec_push(m->a, &f->entries) = (struct entry){.plain = true, .text = text};
}

static void entry(struct making *m, struct field *f, struct str text)
{
    struct str no = str_print(m->a, "%zu.", f->entries.n + 1);
    *vec_push(m->a, &f->entries) = (struct entry){.no = no, .text = text};
}

/* So many different texts of a pool. */
static void pick(struct making *m, struct field *f, const struct str_list *pool,
                 size_t count)
{
    size_t taken[16], n = 0;
    while (n < count && n < pool->n) {
        size_t i = below(m, pool->n), k = 0;
        while (k < n && taken[k] != i)
            k++;
        if (k < n)
            continue;
        taken[n++] = i;
        entry(m, f, filled(m, pool->at[i]));
    }
}

static void step(struct making *m, struct field *f, struct str name)
{
    struct str text = STR("");
    for (int s = 0; s < STEP_COUNT; s++) {
        const struct str_list *pool = &m->pools->steps[s];
        if (pool->n && str_eq(name, step_title((enum step_name)s)))
            text = filled(m, pool->at[below(m, pool->n)]);
    }
    entry(m, f, text);
    f->entries.at[f->entries.n - 1].name = name;
    f->entries.at[f->entries.n - 1].sep = STR("。");
}

static void process(struct making *m, struct item *item, const struct scheme_item *known)
{
    static const enum step_name usual[] = {STEP_APPLY, STEP_ACCEPT, STEP_REVIEW,
                                           STEP_FINISH};
    struct field *f = field_new(m, &item->own[FIELD_PROCESS]);
    for (size_t i = 0; i < known->chain.n; i++)
        step(m, f, known->chain.at[i]);
    for (size_t i = 0; known->chain.n == 0 && i < sizeof usual / sizeof *usual; i++)
        step(m, f, step_title(usual[i]));
}

/* As long as the national list allows, or shorter. */
static struct str limit(struct making *m, const struct scheme_item *known)
{
    const struct limit *all = &known->limit;
    unsigned most = all->n && all->at[0].kind == LIMIT_WITHIN ? all->at[0].value : 0;
    if (most < 2)
        return known->limit_text.n ? known->limit_text : STR("即时办结");
    return str_print(m->a, "不超过%zu个工作日", between(m, most / 2, most));
}

static void cell(struct making *m, struct cells *cells, size_t column, struct str text)
{
    struct cell *c = vec_push(m->a, cells);
    c->column = column;
    c->field.span = 1;
    *vec_push(m->a, &c->field.entries) = (struct entry){.plain = true, .text = text};
}

static void levels(struct making *m, struct item *item)
{
    bool town = chance(m, 45), village = town && chance(m, 50),
         parts = town && chance(m, 20);
    cell(m, &item->levels, 0, parts ? STR("审核、办结") : STR("√"));
    if (town)
        cell(m, &item->levels, 1, parts ? STR("受理") : STR("√"));
    if (village && !parts)
        cell(m, &item->levels, 2, STR("√"));
    cell(m, &item->ticks, 0, STR("√"));
    cell(m, &item->ticks, 2, STR("√"));
    cell(m, &item->ticks, 4, STR("√"));
    if (town)
        cell(m, &item->ticks, 5, STR("√"));
}

static void fill_item(struct making *m, struct item *item,
                      const struct scheme_item *known)
{
    const struct pools *p = m->pools;
    set(m, &item->own[FIELD_AUDIENCE],
        filled(m, p->audiences.at[below(m, p->audiences.n)]));
    struct field *channels = field_new(m, &item->own[FIELD_CHANNELS]);
    bool more = chance(m, 70);
    entry(m, channels,
          str_print(m->a, "现场办理：%.*s%s", STR_ARG(m->hall), more ? "；" : "。"));
    if (more)
        pick(m, channels, &p->channels, 1);
    process(m, item, known);
    pick(m, field_new(m, &item->own[FIELD_MATERIALS]), &p->materials, between(m, 3, 8));
    set(m, &item->own[FIELD_LIMIT], limit(m, known));
    size_t notes = below(m, 6);
    if (notes)
        pick(m, field_new(m, &item->own[FIELD_NOTES]), &p->notes, notes);
    pick(m, field_new(m, &item->own[FIELD_BASIS]), &p->citations, between(m, 1, 6));
    levels(m, item);
}

/* How many items each item of the scheme becomes: one, and some more under other names. */
static void shares(struct making *m, size_t *share)
{
    const struct pools *p = m->pools;
    size_t items = p->scheme->items.n, left = REGION_ITEMS - items;
    for (size_t i = 0; i < items; i++)
        share[i] = 1;
    for (size_t tries = 0; left > 0; tries++) {
        size_t i = below(m, items);
        if (share[i] < p->titles[i].n || tries > 1000) {
            share[i]++;
            left--;
        }
    }
}

static void fill_group(struct making *m, struct group *group, size_t g,
                       const size_t *share, size_t *seq)
{
    const struct scheme *s = m->pools->scheme;
    const struct scheme_group *known = &s->groups.at[g];
    group->no = str_print(m->a, "第%zu部分：", g + 1);
    group->code = known->code;
    set(m, &group->own[FIELD_TITLE], known->title);
    for (size_t i = known->first; i < known->first + known->n; i++) {
        const struct str_list *titles = &m->pools->titles[i];
        size_t from = below(m, titles->n);
        for (size_t k = 0; k < share[i]; k++) {
            struct item *item = vec_push(m->a, &group->items);
            struct str title = filled(m, titles->at[(from + k) % titles->n]);
            if (m->nature->own_titles)
                title = str_print(m->a, "%.*s%.*s", STR_ARG(m->place), STR_ARG(title));
            item->seq = str_print(m->a, "%zu", ++*seq);
            item->code = k ? str_print(m->a, "%.*s-%zu", STR_ARG(s->items.at[i].code), k)
                           : s->items.at[i].code;
            set(m, &item->own[FIELD_TITLE], title);
            fill_item(m, item, &s->items.at[i]);
        }
    }
}

static void declare(struct making *m)
{
    static const struct level level[] = {
        {.id = STR_INIT("town"), .name = STR_INIT("乡镇（街道）")},
        {.id = STR_INIT("village"), .name = STR_INIT("村（社区）")}};
    static const struct column columns[] = {
        {STR_INIT("all"), STR_INIT("全社会"), COLUMN_AUDIENCE, 0},
        {STR_INIT("certain"), STR_INIT("特定群众"), COLUMN_AUDIENCE, 0},
        {STR_INIT("proactive"), STR_INIT("主动"), COLUMN_MODE, 0},
        {STR_INIT("request"), STR_INIT("依申请公开"), COLUMN_MODE, 0},
        {STR_INIT("county"), STR_INIT("县级"), COLUMN_LEVEL, 0},
        {STR_INIT("village"), STR_INIT("乡、村级"), COLUMN_LEVEL, 0}};
    *vec_push(m->a, &m->c->levels) =
        (struct level){.id = STR("county"), .name = m->place};
    for (size_t i = 0; i < sizeof level / sizeof *level; i++)
        *vec_push(m->a, &m->c->levels) = level[i];
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        *vec_push(m->a, &m->c->columns) = columns[i];
}

/* What is the same for all items of the region. */
static void defaults(struct making *m)
{
    struct field **own = m->c->defaults;
    const struct str elements = STR("事项名称、事项简述、办理材料、办理方式、办理时限、结"
                                    "果送达、收费依据及标准、办事时间、"
                                    "办理机构及地点、咨询查询途径、监督投诉渠道");
    set(m, &own[FIELD_AGENCY],
        str_print(m->a, "%.*s医疗保障事务中心", STR_ARG(m->place)));
    struct field *inquiry = field_new(m, &own[FIELD_INQUIRY]);
    entry(m, inquiry, str_print(m->a, "现场查询：%.*s；", STR_ARG(m->hall)));
    entry(m, inquiry, str_print(m->a, "电话查询：%.*s。", STR_ARG(m->phone)));
    struct str complaints = phone(m);
    set(m, &own[FIELD_SUPERVISION], complaints);
    pick(m, field_new(m, &own[FIELD_EVALUATION]), &m->pools->evaluations, 3);
    set(m, &own[FIELD_ELEMENTS], elements);
    set(m, &own[FIELD_DEADLINE], STR("信息形成或变更之日起20个工作日内"));
    set(m, &own[FIELD_BODY], str_print(m->a, "%.*s医疗保障局", STR_ARG(m->place)));
    struct field *where = field_new(m, &own[FIELD_PUBLICATION]);
    *vec_push(m->a, &where->entries) = (struct entry){.text = STR("政府网站")};
}

static void head(struct making *m, size_t r)
{
    static const char *const roads[] = {"人民", "建设", "解放", "政通", "文昌"};
    struct catalog *c = m->c;
    m->place = place_name(m, r);
    m->phone = phone(m);
    size_t road = below(m, 5), house = between(m, 1, 399), floor = between(m, 1, 5);
    m->hall = str_print(m->a, "%.*s%s路%zu号政务服务中心%zu楼医保服务专区",
                        STR_ARG(m->place), roads[road], house, floor);
    c->id = str_print(m->a, "r%04zu", r);
    c->kind = KIND_GUIDE;
    c->kinds[KIND_GUIDE] = c->kinds[KIND_LEVELS] = c->kinds[KIND_DISCLOSURE] = true;
    c->scheme = STR("ylbz-2020");
    c->region_code = str_print(m->a, "%zu", 110101 + r * 97);
    c->region_name = m->place;
    c->title = str_print(m->a, "%.*s医疗保障经办政务服务事项办事指南", STR_ARG(m->place));
    c->issuer = str_print(m->a, "%.*s医疗保障局", STR_ARG(m->place));
    c->document_date = STR("2024-03-18");
    c->web_published = STR("2024-03-20 09:30");
    c->web_source = c->issuer;
}

struct catalog *region_new(const struct pools *p, const struct nature *nature, size_t r)
{
    struct arena *a = arena_new();
    struct making m = {
        .pools = p, .nature = nature, .a = a, .c = arena_alloc(a, sizeof *m.c)};
    m.state = nature->seed;
    m.state = next(&m.state) + r;
    m.c->arena = a;
    head(&m, r);
    declare(&m);
    defaults(&m);
    size_t *share = arena_array(a, p->scheme->items.n, sizeof *share), seq = 0;
    shares(&m, share);
    for (size_t g = 0; g < p->scheme->groups.n; g++)
        fill_group(&m, vec_push(a, &m.c->groups), g, share, &seq);
    catalog_derive(m.c);
    return m.c;
}
