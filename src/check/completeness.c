#include "check/completeness.h"

#include "catalog/fields.h"
#include "check/basis.h"
#include "check/disclosure.h"
#include "check/report.h"
#include "check/words.h"

enum { NAMED_MOST = 5 }; /* more items than this with one gap are told in one message */

/* What each kind must have. The ten of a guide are the headings of the published guides;
 * a title is asked for apart, of every item. */
static const struct {
    enum catalog_kind kind;
    enum field_id fields[10];
    size_t n;
} required[] = {
    {KIND_GUIDE,
     {FIELD_AGENCY, FIELD_AUDIENCE, FIELD_CHANNELS, FIELD_PROCESS, FIELD_MATERIALS,
      FIELD_LIMIT, FIELD_INQUIRY, FIELD_SUPERVISION, FIELD_EVALUATION},
     9},
    {KIND_LIST, {FIELD_MATERIALS, FIELD_LIMIT, FIELD_STEPS}, 3},
    {KIND_DISCLOSURE,
     {FIELD_ELEMENTS, FIELD_BASIS, FIELD_DEADLINE, FIELD_BODY, FIELD_PUBLICATION},
     5},
};

struct str completeness_name(const struct subject *s)
{
    if (s->title.n)
        return s->title;
    if (s->text.n)
        return s->text;
    return s->item->seq.n ? s->item->seq : STR("没有名称的事项");
}

/* A cell merged sideways stands for its neighbours too: 医院办结 over limit and steps. The
 * columns of a list are in the order of the fields. */
static bool covered(const struct item *item, enum field_id id)
{
    for (enum field_id left = id; left-- > 0;) {
        const struct field *own = item->own[left];
        if (own && own->span > (size_t)(id - left) && !field_empty(field_shown(own)))
            return true;
    }
    return false;
}

bool completeness_has(const struct item *item, enum field_id id)
{
    if (!field_empty(item_field(item, id)) || covered(item, id))
        return true;
    return id == FIELD_STEPS && !field_empty(item_field(item, FIELD_PROCESS));
}

/* What lacks a field: an item, or one of its services when others have it. */
struct gap {
    struct str name;               /* as messages call it */
    const struct subject *subject; /* the item */
    size_t at;
};
struct gaps {
    struct gap *at;
    size_t n, cap;
    size_t items; /* how many of them are items */
};

static struct str service_name(const struct item *service)
{
    struct str title = field_text(item_field(service, FIELD_TITLE));
    if (title.n)
        return title;
    return service->seq.n ? service->seq : STR("没有名称的业务办理项");
}

/* A field stands on the item for all its services, or on each of them. */
static void find_gaps(struct check *check, const struct subject *s, enum field_id id,
                      struct gaps *gaps)
{
    const struct items *services = &s->item->services;
    size_t lacking = 0;
    if (completeness_has(s->item, id))
        return;
    for (size_t i = 0; i < services->n; i++)
        lacking += !completeness_has(&services->at[i], id);
    if (lacking == services->n) {
        *vec_push(check->arena, gaps) = (struct gap){completeness_name(s), s, s->at};
        gaps->items++;
        return;
    }
    for (size_t i = 0; i < services->n; i++) {
        const struct item *service = &services->at[i];
        if (!completeness_has(service, id))
            *vec_push(check->arena, gaps) =
                (struct gap){service_name(service), s, service->at};
    }
}

/* What offices send each other: 出具联系函, 医保关系转出. Nobody brings papers for it. */
static bool between_offices(struct str name)
{
    static const char *const ends[] = {"联系函", "信息表",   "关系转出",
                                       "划转",   "资金转出", "转移资金"};
    return WORDS_END(name, ends);
}

static void tell_one(struct check *check, const struct gap *gap, enum field_id id)
{
    const struct field_row *row = field_row(id);
    const struct scheme_item *national = gap->subject->national;
    struct advice advice = {0};
    if (id == FIELD_LIMIT && national && national->limit_text.n) {
        advice.expected = str_print(check->arena, "%.*s（全国清单的时限）",
                                    STR_ARG(national->limit_text));
        advice.basis = subject_basis(check, national->confidence);
    }
    if (id == FIELD_DEADLINE)
        advice = (struct advice){.expected = STR(DISCLOSURE_DEADLINE),
                                 .basis = STR(DISCLOSURE_DEADLINE_BASIS)};
    /* What the list has a limit for needs one. */
    enum diag_code code = id == FIELD_LIMIT && advice.expected.n
                              ? DIAG_FIELD_MISSING_LIMIT
                              : DIAG_FIELD_MISSING;
    if (id == FIELD_MATERIALS)
        code = between_offices(gap->name) ? DIAG_FIELD_MISSING_OFFICES
                                          : DIAG_FIELD_MISSING_MATERIALS;
    report_subject(check, gap->subject, gap->at, field_key(id), &advice, code,
                   STR_ARG(gap->name), row->label);
}

static void tell_many(struct check *check, const struct gaps *gaps, enum field_id id,
                      bool all)
{
    const struct field_row *row = field_row(id);
    struct buf list = {0};
    for (size_t i = 0; i < gaps->n; i++)
        buf_printf(&list, "%s%.*s", i ? "、" : "", STR_ARG(gaps->at[i].name));
    size_t at = check->catalog->title_at;
    struct str name = field_key(id);
    if (all)
        report_subject(check, NULL, at, name, NULL, DIAG_FIELD_MISSING_ALL, gaps->n,
                       row->label);
    else
        report_subject(check, NULL, at, name, NULL, DIAG_FIELD_MISSING_MANY, gaps->n,
                       row->label, STR_ARG(buf_str(&list)));
    buf_drop(&list);
}

static void check_field(struct check *check, enum field_id id)
{
    struct gaps gaps = {0};
    for (size_t i = 0; i < check->items.n; i++)
        find_gaps(check, &check->items.at[i], id, &gaps);
    bool all = gaps.n > 1 && gaps.n == gaps.items && gaps.n == check->items.n;
    if (gaps.n > NAMED_MOST || all)
        tell_many(check, &gaps, id, all);
    else
        for (size_t i = 0; i < gaps.n; i++)
            tell_one(check, &gaps.at[i], id);
}

bool completeness_required(const struct catalog *c, enum field_id id)
{
    for (size_t k = 0; k < sizeof required / sizeof *required; k++)
        for (size_t i = 0; c->kinds[required[k].kind] && i < required[k].n; i++)
            if (required[k].fields[i] == id)
                return true;
    return false;
}

void check_fields(struct check *check)
{
    for (int id = 0; id < FIELD_COUNT; id++)
        if (completeness_required(check->catalog, (enum field_id)id))
            check_field(check, (enum field_id)id);
}

/* ---- what this catalog always has ---- */

/* One in so many may lack what the others have for it to be usual. */
enum { USUAL_ONE_IN = 8 };

/* Items and services without the field; `units` counts what could have it. */
struct usual {
    struct gaps gaps;
    size_t units;
};

static void look_for(struct check *check, const struct subject *s, enum field_id id,
                     struct usual *usual)
{
    const struct items *services = &s->item->services;
    bool above = completeness_has(s->item, id);
    usual->units += services->n ? services->n : 1;
    if (above)
        return;
    if (!services->n)
        *vec_push(check->arena, &usual->gaps) =
            (struct gap){completeness_name(s), s, s->at};
    for (size_t i = 0; i < services->n; i++)
        if (!completeness_has(&services->at[i], id))
            *vec_push(check->arena, &usual->gaps) =
                (struct gap){service_name(&services->at[i]), s, services->at[i].at};
}

/* The item in which the notes stand that others refer to; NULL: they are of a service or of
 * the defaults. */
static const struct item *owner_of(const struct check *check, const struct field *notes)
{
    for (size_t i = 0; i < check->items.n; i++)
        if (check->items.at[i].item->own[FIELD_NOTES] == notes)
            return check->items.at[i].item;
    return NULL;
}

/* Items of one main item often share their notes: what was found out of the last. */
struct notes {
    const struct field *field;
    bool has_basis;
};

/* The basis of the item stands among its notes: basis-column tells that, where they stand. */
static bool is_told(struct check *check, const struct gap *gap, struct notes *last)
{
    const struct item *item = gap->subject->item;
    const struct field *notes = field_shown(item_field(item, FIELD_NOTES));
    if (gap->at != gap->subject->at) /* a service of it */
        return false;
    if (notes != last->field) {
        *last = (struct notes){notes, basis_in_notes(check->arena, item)};
        if (last->has_basis && item->own[FIELD_NOTES] != notes) {
            const struct item *owner = owner_of(check, notes);
            last->has_basis = owner && field_empty(item_field(owner, FIELD_BASIS));
        }
    }
    return last->has_basis;
}

static void tell_usual(struct check *check, const struct usual *usual, const char *name,
                       const char *label)
{
    size_t n = usual->gaps.n;
    bool basis = str_eq(str_of(name), str_of(field_row(FIELD_BASIS)->name));
    struct notes notes = {0};
    if (!n || n * USUAL_ONE_IN > usual->units)
        return;
    for (size_t i = 0; i < n; i++) {
        const struct gap *gap = &usual->gaps.at[i];
        if (!basis || !is_told(check, gap, &notes))
            report_subject(check, gap->subject, gap->at, str_of(name), NULL,
                           basis ? DIAG_FIELD_USUAL_BASIS : DIAG_FIELD_USUAL,
                           STR_ARG(gap->name), label, usual->units - n);
    }
}

/* Published charts: those drawn from the steps stand with every item. */
static void check_usual_charts(struct check *check)
{
    struct usual usual = {0};
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        usual.units++;
        if (s->item->flow.source != FLOW_PUBLISHED)
            *vec_push(check->arena, &usual.gaps) =
                (struct gap){completeness_name(s), s, s->at};
    }
    tell_usual(check, &usual, "flow", "办理流程图");
}

/* Notes are for what is special; a title is asked for of every item. */
void check_usual_fields(struct check *check)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        enum field_id id = (enum field_id)i;
        struct usual usual = {0};
        if (id == FIELD_TITLE || id == FIELD_NOTES ||
            completeness_required(check->catalog, id))
            continue;
        for (size_t k = 0; k < check->items.n; k++)
            look_for(check, &check->items.at[k], id, &usual);
        tell_usual(check, &usual, field_key(id).s, field_row(id)->label);
    }
    check_usual_charts(check);
}
