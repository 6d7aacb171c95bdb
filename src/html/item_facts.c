#include "html/item_facts.h"

#include "catalog/derive.h"
#include "catalog/fields.h"
#include "catalog/form.h"

#include <string.h>

static const struct shape_row facts_rows[] = {
    SHAPE_TRUTH(struct facts_view, any, "有要点"),
    SHAPE_TRUTH(struct facts_view, has_situations, "有几种业务办理项"),
    SHAPE_LIST(struct facts_view, situations, &link_shape, "办哪一种：各业务办理项"),
    SHAPE_TEXT(struct facts_view, materials, "带什么：几条材料"),
    SHAPE_TEXT(struct facts_view, materials_anchor, "材料在页内的位置"),
    SHAPE_LIST(struct facts_view, forms, &form_link_shape, "要填的表"),
    SHAPE_TRUTH(struct facts_view, where, "去哪里有内容"),
    SHAPE_LIST(struct facts_view, levels, &chip_shape, "去哪里：层级，近的在前"),
    SHAPE_LIST(struct facts_view, places, &entry_shape, "去哪里：地点"),
    SHAPE_TRUTH(struct facts_view, channels, "地点要看下面的办理渠道"),
    SHAPE_OBJECT(struct facts_view, limit, &field_shape, "多久：办理时限"),
    SHAPE_OBJECT(struct facts_view, fee, &field_shape, "收多少钱：收费标准"),
    SHAPE_LIST(struct facts_view, phones, &link_shape, "问电话"),
    SHAPE_OBJECT(struct facts_view, agency, &field_shape, "谁来办：受理单位"),
    SHAPE_LIST(struct facts_view, complaints, &link_shape, "投诉电话"),
};
const struct shape facts_shape = SHAPE("facts", facts_rows);

/* Whose facts they are: an item, and the service that fills its gaps or NULL. */
struct asked {
    const struct item *item, *service;
};

static const struct item *holder(const struct asked *of, enum field_id id)
{
    bool own = !of->service || !field_empty(item_field(of->item, id));
    return own ? of->item : of->service;
}

static const struct field *field_of(const struct asked *of, enum field_id id)
{
    return item_field(holder(of, id), id);
}

struct str materials_anchor(struct arena *a, const struct item *item,
                            const struct item *service)
{
    if (!service)
        return STR("materials");
    struct str anchor = service_anchor(a, item, service);
    return STR_JOIN(a, anchor, STR("-materials"));
}

static size_t count_entries(const struct field *f)
{
    size_t count = 0;
    for (size_t i = 0; !f->markdown && i < f->entries.n; i++)
        count += !f->entries.at[i].plain;
    return count;
}

/* Entries are counted as 条, not as things: one may name several, or none. */
static void add_materials(struct arena *a, const struct catalog *c,
                          const struct asked *of, const struct downloads *forms,
                          struct facts_view *v)
{
    const struct field *field = field_of(of, FIELD_MATERIALS);
    const struct item *at = holder(of, FIELD_MATERIALS);
    bool *named = arena_array(a, c->forms.n, sizeof *named);
    size_t count = count_entries(field);
    if (field_empty(field))
        return;
    v->materials = count ? str_print(a, "%zu 条，见下", count) : STR("见下");
    v->materials_anchor =
        materials_anchor(a, of->item, at == of->item ? NULL : of->service);
    for (size_t i = 0; i < field->entries.n; i++) {
        struct str id = field->entries.at[i].form;
        const struct form *form = id.n ? form_find(c, id) : NULL;
        if (!form || named[form - c->forms.at])
            continue;
        named[form - c->forms.at] = true;
        *vec_push(a, &v->forms) = pages_form_link(a, form, forms, STR(""));
    }
}

/* What stands behind 现场办理： — the place; the words before the colon say how, not where.
 * Not that of the inquiry: asking there is not handling there. */
static void add_places(struct arena *a, const struct field *channels,
                       struct facts_view *v)
{
    for (size_t i = 0; !channels->markdown && i < channels->entries.n; i++) {
        struct str text = channels->entries.at[i].text;
        size_t colon = str_find(text, STR("：")), size = strlen("：");
        if (colon == STR_NONE) {
            colon = str_find(text, STR(":"));
            size = 1;
        }
        if (colon == STR_NONE || !str_has(str_slice(text, 0, colon), STR("现场")))
            continue;
        struct str place = str_trim(str_from(text, colon + size));
        if (str_ends(place, STR("；")) || str_ends(place, STR("。")))
            place.n -= strlen("。");
        *vec_push(a, &v->places) = (struct entry_view){.text = place};
    }
}

static void add_where(struct arena *a, const struct catalog *c, const struct asked *of,
                      struct facts_view *v)
{
    const struct field *channels = item_field(of->item, FIELD_CHANNELS);
    v->levels = view_chips(a, c, of->item);
    if (!v->levels.n && of->service)
        v->levels = view_chips(a, c, of->service);
    add_places(a, channels, v);
    v->channels = !v->levels.n && !v->places.n && !field_empty(channels);
    v->where = v->levels.n || v->places.n || v->channels;
}

static void add_phones(struct arena *a, struct str text, struct links *to)
{
    struct str_list phones = {0};
    view_phones(a, text, &phones);
    for (size_t i = 0; i < phones.n; i++)
        *vec_push(a, to) =
            view_link(STR_JOIN(a, STR("tel:"), phones.at[i]), phones.at[i]);
}

/* The link to a service among others, with what tells it from them. */
static void add_situation(struct arena *a, const struct item *item,
                          const struct item *service, struct facts_view *v)
{
    struct str anchor = service_anchor(a, item, service);
    struct link_view *link = vec_push(a, &v->situations);
    size_t count = count_entries(item_field(service, FIELD_MATERIALS));
    struct str limit = pages_limit(service);
    *link = view_link(STR_JOIN(a, STR("#"), anchor), pages_item_title(a, service));
    if (count)
        link->note = str_print(a, "材料 %zu 条", count);
    if (limit.n && !item_field(service, FIELD_LIMIT)->markdown)
        link->note = str_print(a, "%.*s%s%.*s", STR_ARG(link->note), count ? "，" : "",
                               STR_ARG(limit));
}

struct facts_view item_facts(struct arena *a, const struct catalog *c,
                             const struct item *item, const struct downloads *forms)
{
    const struct item *only = item->services.n == 1 ? &item->services.at[0] : NULL;
    struct asked of = {item, only};
    struct facts_view v = {.limit = view_field(a, field_of(&of, FIELD_LIMIT)),
                           .fee = view_field(a, field_of(&of, FIELD_FEE)),
                           .agency = view_field(a, field_of(&of, FIELD_AGENCY))};
    for (size_t i = 0; !only && i < item->services.n; i++)
        add_situation(a, item, &item->services.at[i], &v);
    v.has_situations = v.situations.n > 0;
    add_materials(a, c, &of, forms, &v);
    add_where(a, c, &of, &v);
    const enum field_id asked[] = {FIELD_INQUIRY, FIELD_CHANNELS};
    for (size_t i = 0; i < 2 && !v.phones.n; i++)
        add_phones(a, field_printed(a, field_of(&of, asked[i])), &v.phones);
    add_phones(a, field_printed(a, field_of(&of, FIELD_SUPERVISION)), &v.complaints);
    v.any = v.has_situations || v.materials.n || v.where || v.limit.any || v.fee.any ||
            v.agency.any || v.phones.n || v.complaints.n;
    return v;
}
