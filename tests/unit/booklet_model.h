/* booklet_model - small catalogs made by hand, for tests of print. */
#ifndef MULU_TESTS_BOOKLET_MODEL_H
#define MULU_TESTS_BOOKLET_MODEL_H

#include "base/buf.h"
#include "catalog/chart.h"
#include "catalog/fields.h"

static inline struct field *model_field(struct arena *a)
{
    struct field *f = arena_alloc(a, sizeof *f);
    f->span = 1;
    return f;
}

static inline void model_entry(struct arena *a, struct field *f, struct str no,
                               struct str name, struct str text)
{
    *vec_push(a, &f->entries) = (struct entry){
        .no = no, .name = name, .sep = name.n ? STR("。") : STR(""), .text = text};
}

static inline struct field *model_text(struct arena *a, struct str text)
{
    struct field *f = model_field(a);
    if (text.n)
        *vec_push(a, &f->entries) = (struct entry){.plain = true, .text = text};
    return f;
}

static inline struct catalog *model_catalog(struct arena *a)
{
    struct catalog *c = arena_alloc(a, sizeof *c);
    c->arena = a;
    c->id = STR("yangben");
    c->title = STR("样本市医疗保障经办政务服务事项办事指南");
    c->issuer = STR("样本市医疗保障事务中心");
    c->document_number = STR("样医保〔2020〕3号");
    c->document_date = STR("2020-12-28");
    return c;
}

static inline struct group *model_group(struct catalog *c, struct str no, struct str code,
                                        struct str title)
{
    struct group *g = vec_push(c->arena, &c->groups);
    *g = (struct group){.no = no, .code = code, .title = model_text(c->arena, title)};
    return g;
}

/* An item whose fields are all empty but its title. */
static inline struct item *model_item(struct arena *a, struct group *g, struct str seq,
                                      struct str code, struct str title)
{
    struct item *i = vec_push(a, &g->items);
    *i = (struct item){.seq = seq, .code = code};
    i->stem = str_print(a, "%.*s-%zu", STR_ARG(code), g->items.n);
    for (int f = 0; f < FIELD_COUNT; f++)
        i->field[f] = model_field(a);
    i->field[FIELD_TITLE] = model_text(a, title);
    return i;
}

static inline struct field *model_open(struct item *i, enum field_id id)
{
    return (struct field *)i->field[id];
}

/* A chain of n steps, with the chart derived from it. */
static inline void model_process(struct arena *a, struct item *i, size_t n)
{
    struct field *f = model_open(i, FIELD_PROCESS);
    for (size_t k = 0; k < n; k++) {
        struct str name = k == 0       ? STR("申请")
                          : k == 1     ? STR("受理")
                          : k + 1 == n ? STR("办结")
                                       : str_print(a, "审核%zu", k);
        model_entry(a, f, str_print(a, "%zu.", k + 1), name, STR("按规定办理。"));
        *vec_push(a, &i->steps) = name;
    }
    i->chart = chart_derive(a, i);
}

#endif
