#include "catalog/loader.h"

#include "base/file.h"
#include "catalog/derive.h"

/* Names below a site's public/ and below catalogs/ that are no catalogs. */
static const struct str reserved[] = {
    STR_INIT("assets"), STR_INIT("schemes"), STR_INIT("public"),  STR_INIT("index"),
    STR_INIT("search"), STR_INIT("404"),     STR_INIT("sitemap"), STR_INIT("feed"),
};

static bool is_reserved(struct str id)
{
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (str_eq(id, reserved[i]))
            return true;
    return false;
}

bool catalog_id_fits(struct str id)
{
    return datum_fits(DATUM_SLUG, id) && !is_reserved(id);
}

bool region_code_fits(struct str code)
{
    return datum_fits(DATUM_REGION, code);
}

static void load_kinds(struct loader *l, const struct xml_node *root)
{
    struct catalog *c = l->catalog;
    int kind = catalog_kind_find(attr_text(root, "kind"));
    c->kind = kind < KIND_COUNT ? (enum catalog_kind)kind : KIND_GUIDE;
    c->kinds[c->kind] = true;
    for (const struct xml_node *n = xml_first(root); n; n = xml_next(n)) {
        int also = catalog_kind_find(attr_text(n, "kind"));
        if (!str_eq(n->name, STR("also")) || also == KIND_COUNT)
            continue;
        if (c->kinds[also])
            loader_tell(l, n, attr_place(n, "kind"), DIAG_FORMAT_ALSO, NULL,
                        STR_ARG(attr_text(n, "kind")));
        c->kinds[also] = true;
    }
}

static void load_head(struct loader *l, const struct xml_node *root)
{
    struct catalog *c = l->catalog;
    c->id = attr_text(root, "id");
    c->scheme = attr_text(root, "scheme");
    c->at = root->at;
    c->title = child_text(l, root, "title");
    c->edition = child_text(l, root, "edition");
    c->issuer = child_text(l, root, "issuer");
    const struct xml_node *title = xml_child(root, STR("title"));
    c->title_at = title ? title->at : root->at;
    const struct xml_node *region = xml_child(root, STR("region"));
    c->region_at = region ? region->at : root->at;
    if (region) {
        c->region_code = attr_text(region, "code");
        c->region_name = attr_text(region, "name");
    }
    const struct xml_node *print = xml_child(root, STR("print"));
    c->paper = print ? attr_text(print, "paper") : STR("");
    const struct xml_node *web = xml_child(root, STR("web"));
    if (web) {
        c->web_published = attr_text(web, "published");
        c->web_source = attr_text(web, "source");
    }
    const struct xml_node *document = xml_child(root, STR("document"));
    c->document_at = document ? document->at : root->at;
    if (document) {
        c->document_number = attr_text(document, "number");
        c->document_date = attr_text(document, "date");
    }
}

static void tell_twice(struct loader *l, const struct names *ids, const char *what)
{
    for (size_t i = 1; i < ids->n && !loader_full(l); i++) {
        const struct name *name = &ids->at[i];
        if (str_eq(name->name, ids->at[i - 1].name))
            loader_tell(l, NULL, name->at, DIAG_ID_TWICE, NULL, STR_ARG(name->name),
                        source_place(l->source, names_find(ids, name->name)->at).line,
                        what);
    }
}

static void load_level(struct loader *l, const struct xml_node *n)
{
    struct str id = attr_text(n, "id");
    if (!id.n || l->catalog->levels.n == MOST_COLUMNS)
        return;
    *vec_push(l->arena, &l->catalog->levels) =
        (struct level){id, attr_text(n, "name"), n->at};
    names_add(l->arena, &l->levels, id, attr_place(n, "id"), NULL);
}

static void load_column(struct loader *l, const struct xml_node *n)
{
    struct str id = attr_text(n, "id");
    if (!id.n || l->catalog->columns.n == MOST_COLUMNS)
        return;
    int kind = column_kind_find(attr_text(n, "kind"));
    *vec_push(l->arena, &l->catalog->columns) = (struct column){
        id, attr_text(n, "name"),
        kind < COLUMN_KIND_COUNT ? (enum column_kind)kind : COLUMN_AUDIENCE, n->at};
    names_add(l->arena, &l->columns, id, attr_place(n, "id"), NULL);
}

/* Levels and columns first: the cells of all groups name them, wherever they stand. */
static void load_declared(struct loader *l, const struct xml_node *root)
{
    for (const struct xml_node *n = xml_first(root); n; n = xml_next(n)) {
        if (str_eq(n->name, STR("level")))
            load_level(l, n);
        else if (str_eq(n->name, STR("column")))
            load_column(l, n);
    }
    names_sort(&l->levels);
    names_sort(&l->columns);
    tell_twice(l, &l->levels, "层级");
    tell_twice(l, &l->columns, "列");
}

static void load_rest(struct loader *l, const struct xml_node *root)
{
    struct catalog *c = l->catalog;
    const struct xml_node *notice = xml_child(root, STR("notice"));
    if (notice)
        load_notice(l, notice);
    const struct xml_node *defaults = xml_child(root, STR("defaults"));
    if (defaults)
        load_fields(l, defaults, (struct spot){ELEMENT_DEFAULTS, FIELD_COUNT},
                    c->defaults);
    for (const struct xml_node *n = xml_first(root); n; n = xml_next(n)) {
        if (str_eq(n->name, STR("group"))) {
            load_group(l, n);
        } else if (str_eq(n->name, STR("form"))) {
            load_form_ref(l, n, &c->form_refs);
        } else if (str_eq(n->name, STR("remark"))) {
            struct entry e = load_entry(l, n);
            e.above = attr_text(n, "place").n > 0;
            *vec_push(l->arena, &c->remarks) = e;
        } else if (str_eq(n->name, STR("accept"))) {
            *vec_push(l->arena, &c->accepts) = (struct accept){
                attr_text(n, "rule"), attr_text(n, "at"), attr_text(n, "reason"), n->at};
        }
    }
}

static void load_root(struct loader *l, const struct xml_node *root)
{
    grammar_check(l, root, ELEMENT_CATALOG);
    if (!str_eq(root->name, STR("catalog")))
        return;
    load_head(l, root);
    load_kinds(l, root);
    load_declared(l, root);
    load_rest(l, root);
    if (is_reserved(l->catalog->id))
        loader_tell(l, root, attr_place(root, "id"), DIAG_CATALOG_RESERVED, NULL,
                    STR_ARG(l->catalog->id));
}

/* The id is part of every address on the site and must be what editors see as the folder. */
static void check_folder(struct loader *l, const struct xml_node *root)
{
    struct str id = l->catalog->id, name = path_name(l->catalog->folder);
    if (!datum_fits(DATUM_SLUG, id) || str_eq(id, name))
        return;
    bool spoken = name.n && !str_eq(name, STR(".")) && !str_eq(name, STR(".."));
    if (spoken)
        loader_tell(l, root, attr_place(root, "id"), DIAG_CATALOG_FOLDER, NULL,
                    STR_ARG(id), STR_ARG(name));
}

/* Problems are collected apart and handed over in the order of the file: the passes find
 * them in another. */
static struct loader begin(struct str folder)
{
    struct arena *a = arena_new();
    struct catalog *c = arena_alloc(a, sizeof *c);
    c->arena = a;
    c->folder = str_copy(a, folder);
    return (struct loader){
        .arena = a, .diag = diag_new(), .catalog = c, .source = &c->source};
}

/* A text of megabytes shared by thousands of items must not come out as terabytes. */
static bool check_shown(struct loader *l)
{
    catalog_settle(l->catalog);
    if (catalog_shown(l->catalog, MOST_SHOWN) <= MOST_SHOWN)
        return true;
    loader_tell(l, NULL, l->catalog->at, DIAG_CATALOG_LARGE, NULL, MOST_SHOWN >> 20);
    return false;
}

/* The catalog when nothing was wrong with it, else NULL. */
static struct catalog *finish(struct loader *l, bool read, struct diag *d)
{
    bool fine = read && diag_count(l->diag, SEVERITY_ERROR) == 0;
    if (fine)
        fine = check_shown(l);
    if (fine)
        catalog_derive(l->catalog);
    diag_sort(l->diag);
    diag_move(d, l->diag);
    if (fine)
        return l->catalog;
    arena_drop(l->arena);
    return NULL;
}

struct catalog *catalog_load(struct str folder, struct str shown, struct diag *d)
{
    struct loader l = begin(folder);
    struct str path = path_join(l.arena, folder, STR("catalog.xml"));
    struct str shown_path = path_join(l.arena, shown, STR("catalog.xml"));
    struct xml *xml = xml_read(l.arena, path, shown_path, l.diag);
    if (xml) {
        l.catalog->source = xml->source;
        load_root(&l, xml->root);
        check_folder(&l, xml->root);
    }
    load_forms(&l, shown);
    load_notice_body(&l, shown);
    if (xml)
        resolve_refs(&l, true);
    return finish(&l, xml != NULL, d);
}

struct catalog *catalog_load_text(struct str text, struct str shown, struct diag *d)
{
    struct loader l = begin(STR(""));
    struct xml *xml = xml_parse(l.arena, str_copy(l.arena, text), shown, l.diag);
    if (xml) {
        l.catalog->source = xml->source;
        load_root(&l, xml->root);
        resolve_refs(&l, false);
    }
    return finish(&l, xml != NULL, d);
}

void catalog_drop(struct catalog *c)
{
    if (c)
        arena_drop(c->arena);
}
