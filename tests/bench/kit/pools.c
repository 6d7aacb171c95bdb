#include "bench/kit/pools.h"

#include "base/buf.h"
#include "base/file.h"
#include "catalog/code.h"
#include "catalog/fields.h"
#include "catalog/load.h"

/* Longer ones are the exception in real catalogs. In bytes. */
enum { LONGEST = 600, SHORTEST = 9 };

/* Longer names before those they begin with. */
static const char *const places[] = {"宁夏回族自治区", "沅江市",   "沅江",   "宁乡市",
                                     "宁乡",           "平顶山市", "平顶山", "新绛县",
                                     "新绛",           "宁夏",     "湖南省", "长沙市",
                                     "湖南",           "山西省",   "自治区"};

static size_t digits(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.s[n] >= '0' && s.s[n] <= '9')
        n++;
    return n;
}

/* Bytes of a telephone number at the start of the text, or 0. */
static size_t phone_bytes(struct str s)
{
    size_t area = digits(s);
    if (area < 3 || area > 4 || s.s[0] != '0' || area == s.n || s.s[area] != '-')
        return 0;
    size_t rest = digits(str_from(s, area + 1));
    return rest == 7 || rest == 8 ? area + 1 + rest : 0;
}

static size_t place_bytes(struct str s)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (str_starts(s, str_of(places[i])))
            return strlen(places[i]);
    return 0;
}

static struct str with_marks(struct arena *a, struct str text)
{
    struct buf b = {0};
    for (size_t i = 0, n; i < text.n; i += n) {
        struct str rest = str_from(text, i);
        if ((n = place_bytes(rest)) > 0)
            buf_puts(&b, "{R}");
        else if ((n = phone_bytes(rest)) > 0)
            buf_puts(&b, "{T}");
        else
            buf_put(&b, str_slice(rest, 0, n = 1));
    }
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return copy;
}

struct str pools_fill(struct arena *a, struct str text, struct str place,
                      struct str phone)
{
    struct buf b = {0};
    for (size_t i = 0; i < text.n;) {
        struct str rest = str_from(text, i);
        bool name = str_starts(rest, STR("{R}"));
        if (name || str_starts(rest, STR("{T}"))) {
            buf_put(&b, name ? place : phone);
            i += 3;
        } else {
            buf_char(&b, text.s[i++]);
        }
    }
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return copy;
}

struct str step_title(enum step_name step)
{
    static const struct str names[STEP_COUNT] = {
        [STEP_APPLY] = STR_INIT("申请"),  [STEP_ACCEPT] = STR_INIT("受理"),
        [STEP_REVIEW] = STR_INIT("审核"), [STEP_PAY] = STR_INIT("拨付"),
        [STEP_FINISH] = STR_INIT("办结"),
    };
    return names[step];
}

static void add(struct pools *p, struct str_list *list, struct str text)
{
    struct str marked = with_marks(p->arena, text);
    bool document = list == &p->citations;
    if (marked.n < SHORTEST || marked.n > LONGEST || str_has(marked, STR(" ")))
        return;
    if (document && (str_has(marked, STR("{R}")) || str_has(marked, STR("省"))))
        return; /* of one place only: another cannot have issued it */
    for (size_t i = 0; i < list->n; i++)
        if (str_eq(list->at[i], marked))
            return;
    *vec_push(p->arena, list) = marked;
}

static void add_field(struct pools *p, struct str_list *list, const struct item *item,
                      enum field_id id)
{
    const struct field *f = item_field(item, id);
    for (size_t i = 0; i < f->entries.n; i++)
        if (!f->entries.at[i].plain || !field_row(id)->entry)
            add(p, list, f->entries.at[i].text);
}

static void add_steps(struct pools *p, const struct item *item)
{
    const struct field *f = item_field(item, FIELD_PROCESS);
    for (size_t i = 0; i < f->entries.n; i++)
        for (int s = 0; s < STEP_COUNT; s++)
            if (str_eq(f->entries.at[i].name, step_title((enum step_name)s)))
                add(p, &p->steps[s], f->entries.at[i].text);
}

static void add_item(struct pools *p, const struct item *item,
                     const struct scheme_item *known)
{
    static const enum field_id fields[] = {FIELD_AUDIENCE,  FIELD_CHANNELS,
                                           FIELD_MATERIALS, FIELD_NOTES,
                                           FIELD_BASIS,     FIELD_EVALUATION};
    struct str_list *lists[] = {&p->audiences, &p->channels,  &p->materials,
                                &p->notes,     &p->citations, &p->evaluations};
    if (known)
        add_field(p, &p->titles[known - p->scheme->items.at], item, FIELD_TITLE);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        add_field(p, lists[i], item, fields[i]);
    add_steps(p, item);
    for (size_t i = 0; i < item->services.n; i++)
        add_item(p, &item->services.at[i], known);
}

static void add_catalog(struct pools *p, const struct catalog *c)
{
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = &c->groups.at[g].items.at[i];
            struct code code = code_parse(item->code);
            const struct scheme_item *known = scheme_item(p->scheme, code.base);
            add_item(
                p, item,
                known ? known
                      : scheme_by_title(p->scheme, field_text(item->field[FIELD_TITLE])));
        }
}

struct pools *pools_load(struct str project, struct diag *d)
{
    struct arena *a = arena_new();
    struct pools *p = arena_alloc(a, sizeof *p);
    struct str folder = path_join(a, project, STR("catalogs"));
    struct str scheme = path_join(a, folder, STR("schemes/ylbz-2020.xml"));
    struct str regions = path_join(a, folder, STR("schemes/regions.tsv"));
    p->arena = a;
    p->scheme = scheme_load(scheme, scheme, d);
    p->regions = regions_load(regions, regions, d);
    if (!p->scheme || !p->regions) {
        pools_drop(p);
        return NULL;
    }
    p->titles = arena_array(a, p->scheme->items.n, sizeof *p->titles);
    for (size_t i = 0; i < p->scheme->items.n; i++)
        add(p, &p->titles[i], p->scheme->items.at[i].title);
    struct str_list names = dir_list(a, folder.s);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = path_join(a, folder, names.at[i]);
        struct catalog *c =
            str_eq(names.at[i], STR("schemes")) ? NULL : catalog_load(path, path, d);
        if (c)
            add_catalog(p, c);
        catalog_drop(c);
    }
    return p;
}

void pools_drop(struct pools *p)
{
    if (!p)
        return;
    scheme_drop(p->scheme);
    regions_drop(p->regions);
    arena_drop(p->arena);
}
