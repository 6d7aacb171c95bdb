/* From the columns of a style to those a catalog shows: each has its name, and a question
 * to the catalog whether it has anything for it. */
#include "layout/grid_columns.h"

#include "catalog/fields.h"

/* What a part may be asked about: of the catalog the groups, the items, the services. */
struct facts {
    bool group_code, group_no, seq, item_code, services, service_seq, service_code;
    bool fields[FIELD_COUNT];
    bool boxed; /* the channels of disclosure are boxes to tick */
};

static void note_fields(struct facts *facts, const struct item *item)
{
    for (int f = 0; f < FIELD_COUNT; f++)
        facts->fields[f] |= !field_empty(item->field[f]);
    facts->boxed |= grid_boxed(item->field[FIELD_PUBLICATION]);
}

static void note_item(struct facts *facts, const struct item *item)
{
    note_fields(facts, item);
    facts->seq |= item->seq.n > 0;
    facts->item_code |= item->code.n > 0;
    for (size_t i = 0; i < item->services.n; i++) {
        const struct item *service = &item->services.at[i];
        note_fields(facts, service);
        facts->services = true;
        facts->service_seq |= service->seq.n > 0;
        facts->service_code |= service->code.n > 0;
    }
}

static struct facts facts_of(const struct catalog *c)
{
    struct facts facts = {0};
    for (size_t g = 0; g < c->groups.n; g++) {
        const struct group *group = &c->groups.at[g];
        facts.group_code |= group->code.n > 0;
        facts.group_no |= group->no.n > 0;
        for (size_t i = 0; i < group->items.n; i++)
            note_item(&facts, &group->items.at[i]);
    }
    return facts;
}

/* The columns that are no fields. */
static const struct part_row {
    const char *name;
    enum grid_part part;
} parts[] = {
    {"group", GRID_GROUP},
    {"group-code", GRID_GROUP_CODE},
    {"seq", GRID_SEQ},
    {"item", GRID_ITEM},
    {"item-code", GRID_ITEM_CODE},
    {"service-seq", GRID_SERVICE_SEQ},
    {"service", GRID_SERVICE},
    {"service-code", GRID_SERVICE_CODE},
    {"number", GRID_GROUP_NO},
};
enum { PARTS = sizeof parts / sizeof *parts };

static const char *const tick_names[COLUMN_KIND_COUNT] = {
    [COLUMN_AUDIENCE] = "ticks-audience",
    [COLUMN_MODE] = "ticks-mode",
    [COLUMN_LEVEL] = "ticks-level",
};

/* The 公开渠道和载体 of a disclosure catalog shares its name with 办理渠道. */
static const struct str publication = STR_INIT("publication");

static bool shows(const struct facts *facts, enum grid_part part)
{
    switch (part) {
    case GRID_GROUP:
    case GRID_ITEM: return true;
    case GRID_GROUP_NO: return facts->group_no;
    case GRID_GROUP_CODE: return facts->group_code;
    case GRID_SEQ: return facts->seq;
    case GRID_ITEM_CODE: return facts->item_code;
    case GRID_SERVICE_SEQ: return facts->service_seq;
    case GRID_SERVICE: return facts->services;
    case GRID_SERVICE_CODE: return facts->service_code;
    case GRID_FIELD:
    case GRID_TICK:
    case GRID_LEVEL: break;
    }
    return false;
}

static struct grid_column *add(struct arena *a, struct grid *g, enum grid_part part,
                               const struct print_column *look, size_t index)
{
    struct grid_column *column = vec_push(a, &g->columns);
    *column = (struct grid_column){.part = part,
                                   .label = look->label,
                                   .over = look->over,
                                   .look = look,
                                   .index = index,
                                   .share = look->share};
    return column;
}

/* A column of the style for each that the catalog declares, headed by their own names. */
static void add_ticks(struct arena *a, struct grid *g, enum column_kind kind,
                      const struct print_column *look, size_t index)
{
    for (size_t i = 0; i < g->catalog->columns.n; i++) {
        const struct column *declared = &g->catalog->columns.at[i];
        if (declared->kind != kind)
            continue;
        struct grid_column *column = add(a, g, GRID_TICK, look, index);
        column->tick = i;
        column->label = declared->name;
        column->over = look->label;
    }
}

static void add_levels(struct arena *a, struct grid *g, const struct print_column *look,
                       size_t index)
{
    for (size_t i = 0; i < g->catalog->levels.n; i++) {
        struct grid_column *column = add(a, g, GRID_LEVEL, look, index);
        column->tick = i;
        column->label = g->catalog->levels.at[i].name;
    }
}

static void add_field(struct arena *a, struct grid *g, const struct facts *facts,
                      const struct print_column *look, size_t index)
{
    enum field_id id = field_find(look->name, false);
    if (id == FIELD_COUNT)
        id = str_eq(look->name, publication) ? FIELD_PUBLICATION
                                             : field_find(look->name, true);
    if (id == FIELD_COUNT || !facts->fields[id])
        return;
    struct grid_column *column = add(a, g, GRID_FIELD, look, index);
    column->field = id;
    if (id == FIELD_PUBLICATION && facts->boxed)
        column->share = look->boxed;
}

/* Items are numbered, or their groups are: 序号 is what there is. */
static enum grid_part part_of(const struct part_row *row, const struct facts *facts)
{
    return row->part == GRID_GROUP_NO && facts->seq ? GRID_SEQ : row->part;
}

static void choose(struct arena *a, struct grid *g, const struct facts *facts,
                   const struct print_column *look, size_t index)
{
    for (size_t i = 0; i < PARTS; i++)
        if (str_eq(look->name, str_of(parts[i].name))) {
            enum grid_part part = part_of(&parts[i], facts);
            if (shows(facts, part))
                add(a, g, part, look, index);
            return;
        }
    for (int kind = 0; kind < COLUMN_KIND_COUNT; kind++)
        if (str_eq(look->name, str_of(tick_names[kind]))) {
            add_ticks(a, g, (enum column_kind)kind, look, index);
            return;
        }
    if (str_eq(look->name, STR("level")))
        add_levels(a, g, look, index);
    else
        add_field(a, g, facts, look, index);
}

void grid_choose(struct arena *a, struct grid *g, const struct print_style *style)
{
    struct facts facts = facts_of(g->catalog);
    for (size_t i = 0; i < style->columns.n; i++)
        choose(a, g, &facts, &style->columns.at[i], i);
}

/* clang-format off */
const char *const grid_list_columns[] = {
    "group", "group-code", "seq", "item", "item-code", "service-seq", "service", "service-code",
    "agency", "audience", "channels", "process", "materials", "limit", "steps",
    "notes", "basis", "inquiry", "supervision", "evaluation", "fee", NULL};
const char *const grid_disclosure_columns[] = {
    "number", "group", "item", "service", "elements", "basis", "deadline", "body",
    "publication", "ticks-audience", "ticks-mode", "ticks-level", NULL};
const char *const grid_level_columns[] = {
    "group", "group-code", "seq", "item", "item-code", "service-seq", "service", "service-code",
    "level", NULL};
/* clang-format on */
