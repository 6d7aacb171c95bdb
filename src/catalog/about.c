#include "catalog/about.h"

#include "base/file.h"
#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/form.h"
#include "diag/visible.h"

static const struct str group_key = STR_INIT("group-"), item_key = STR_INIT("item-");

struct about about_of(struct arena *a, const struct catalog *c)
{
    struct about about = {.arena = a, .catalog = c};
    for (size_t g = 0; c && g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            struct item *item = &c->groups.at[g].items.at[i];
            names_add(a, &about.items, item->stem, 0, item);
            size_t *n = lookup_value(a, &about.codes, item->code);
            *n = *n == STR_NONE ? 1 : *n + 1;
        }
    names_sort(&about.items);
    return about;
}

/* ---- items and services ---- */

/* The lines of a cell belong together without a blank. */
static struct str on_one_line(struct arena *a, struct str text)
{
    if (!str_has(text, STR("\n")))
        return text;
    struct buf joined = {0};
    struct str piece;
    while (str_cut(&text, '\n', &piece))
        buf_put(&joined, str_trim(piece));
    struct str line = str_copy(a, buf_str(&joined));
    buf_drop(&joined);
    return line;
}

struct str about_name(struct arena *a, struct str no, struct str title)
{
    static const struct str marks = STR_INIT("、．.）)：:，");
    title = visible_text(a, on_one_line(a, title), VISIBLE_NAME);
    no = visible_text(a, no, VISIBLE_NAME);
    if (!title.n)
        title = STR("（原文缺名称）");
    if (!no.n)
        return title;
    size_t size;
    utf8_last(no, &size);
    bool marked = str_has(marks, str_from(no, no.n - size));
    return str_print(a, "%.*s%s%.*s", STR_ARG(no), marked ? "" : " ", STR_ARG(title));
}

static struct str name_of(struct arena *a, const struct item *item)
{
    return about_name(a, item->seq, field_text(item_field(item, FIELD_TITLE)));
}

static const struct item *find_item(const struct about *about, struct str key)
{
    const struct name *name =
        key.n && about->items.n ? names_find(&about->items, key) : NULL;
    return name ? name->what : NULL;
}

/* The service whose element the place is in. A field of the item may stand behind it. */
static const struct item *find_service(const struct about *about, const struct problem *p)
{
    const struct item *item = find_item(about, p->key), *service = NULL;
    if (!item || !item->services.n || !p->line ||
        !str_eq(p->path, about->catalog->source.path))
        return NULL;
    const struct source *source = &about->catalog->source;
    size_t at = source_offset(source, p->line, p->column);
    for (size_t i = 0; i < item->services.n && item->services.at[i].at <= at; i++)
        service = &item->services.at[i];
    bool ended =
        service && str_has(str_slice(source->text, service->at, at), STR("</service"));
    return ended ? NULL : service;
}

struct str about_service(const struct about *about, const struct problem *p)
{
    const struct item *service = find_service(about, p);
    if (!service)
        return STR("");
    return str_print(about->arena, "业务办理项“%.*s”",
                     STR_ARG(name_of(about->arena, service)));
}

/* Items without a code go by their number in the catalog, which their key ends in. */
static struct str item_text(const struct about *about, const struct problem *p)
{
    struct arena *a = about->arena;
    bool main = str_starts(p->key, group_key);
    struct str number = main                           ? str_from(p->key, group_key.n)
                        : str_starts(p->key, item_key) ? str_from(p->key, item_key.n)
                                                       : STR("");
    const char *kind = main ? "主项" : "事项";
    struct str code = visible_text(a, p->item, VISIBLE_NAME);
    const struct item *item = find_item(about, p->key);
    size_t shared = item ? lookup_find(&about->codes, item->code) : 1;
    if (code.n && item && shared > 1 && shared != STR_NONE)
        return str_print(a, "%s%.*s“%.*s”", kind, STR_ARG(code),
                         STR_ARG(name_of(a, item)));
    if (code.n)
        return str_print(a, "%s%.*s", kind, STR_ARG(code));
    return number.n ? str_print(a, "第%.*s个%s", STR_ARG(number), kind) : STR("");
}

struct str about_subject(const struct about *about, const struct problem *p)
{
    struct str item = item_text(about, p), service = about_service(about, p);
    if (!item.n && p->path.n)
        return about_file(about, p->path);
    return service.n
               ? str_print(about->arena, "%.*s，%.*s", STR_ARG(item), STR_ARG(service))
               : item;
}

/* ---- files and fields ---- */

struct str about_file(const struct about *about, struct str path)
{
    const struct catalog *c = about->catalog;
    if (!c || str_eq(path, c->source.path))
        return STR("");
    if (str_eq(path, c->notice.body_source.path))
        return STR("印发通知正文");
    for (size_t i = 0; i < c->forms.n; i++) {
        const struct form *form = &c->forms.at[i];
        struct arena *a = about->arena;
        if (str_eq(path, form->source.path))
            return str_print(a, "表单《%.*s》",
                             STR_ARG(visible_text(a, form_name(a, form), VISIBLE_NAME)));
    }
    return path_name(path);
}

struct str about_field(const struct about *about, const struct problem *p)
{
    if (str_eq(p->field, STR("title"))) {
        if (str_starts(p->key, group_key))
            return STR("主项名称");
        if (find_service(about, p))
            return STR("业务办理项名称");
    }
    return field_title(about->catalog, p->field);
}
