#include "site/config.h"

#include "base/file.h"
#include "base/utf8.h"
#include "catalog/xml.h"
#include "site/config_values.h"

struct reading {
    struct arena *arena;
    struct site_config *config;
    const struct source *source;
    struct str folder; /* font files are named from here */
    struct diag *d;
};

static struct pos at(const struct reading *r, size_t offset)
{
    return (struct pos){r->source, offset};
}

/* Elements, texts and attributes where none may be, so that nothing an editor wrote is lost in silence. */
static bool only_texts(struct reading *r, const struct xml_node *node)
{
    const struct xml_node *inner = xml_first(node);
    return !inner || diag_at(r->d, at(r, inner->at), DIAG_SITE_INSIDE,
                             STR_ARG(node->name), STR_ARG(inner->name));
}

static bool no_texts(struct reading *r, const struct xml_node *node)
{
    for (const struct xml_node *n = node->first; n; n = n->next) {
        struct str text = n->kind == XML_TEXT ? str_trim(n->text) : STR("");
        size_t place = n->at;
        while (place < r->source->text.n && str_blank(r->source->text.s[place]))
            place++;
        if (text.n)
            return diag_at(r->d, at(r, place), DIAG_SITE_TEXT, STR_ARG(node->name),
                           STR_ARG(text));
    }
    return true;
}

static bool no_attributes(struct reading *r, const struct xml_node *node)
{
    return node->attr_count == 0 ||
           diag_at(r->d, at(r, node->attrs[0].at), DIAG_SITE_ATTRIBUTE,
                   STR_ARG(node->name), STR_ARG(node->attrs[0].name));
}

static bool twice(struct reading *r, const struct xml_node *node, struct str what,
                  size_t earlier)
{
    return diag_at(r->d, at(r, node->at), DIAG_SITE_TWICE, STR_ARG(what),
                   source_place(r->source, earlier).line);
}

static const struct {
    const char *name;
    enum font_role role;
} roles[] = {
    {"song", FONT_SONG},
    {"song-bold", FONT_SONG_BOLD},
    {"hei", FONT_HEI},
    {"hei-bold", FONT_HEI_BOLD},
    {"kai", FONT_KAI},
    {"fangsong", FONT_FANGSONG},
    {"xiaobiaosong", FONT_XIAOBIAOSONG},
};
enum { ROLES = sizeof roles / sizeof *roles };

static bool unknown_role(struct reading *r, const struct xml_attr *role)
{
    return diag_at(r->d, at(r, role->value_at), DIAG_SITE_ROLE, STR_ARG(role->value));
}

static bool read_index(struct reading *r, const struct xml_attr *attr, unsigned *index)
{
    struct str v = attr ? attr->value : STR("0");
    if (v.n == 0 || v.n > 2)
        return diag_at(r->d, at(r, attr->value_at), DIAG_SITE_INDEX, STR_ARG(v));
    *index = 0;
    for (size_t i = 0; i < v.n; i++) {
        if (v.s[i] < '0' || v.s[i] > '9')
            return diag_at(r->d, at(r, attr->value_at), DIAG_SITE_INDEX, STR_ARG(v));
        *index = *index * 10 + (unsigned)(v.s[i] - '0');
    }
    return true;
}

/* The attributes of a font file; `role` is NULL where none is allowed. */
static bool read_file(struct reading *r, const struct xml_node *node,
                      const struct xml_attr *role, struct font_file *font)
{
    const struct xml_attr *file = xml_attr(node, STR("file"));
    for (size_t i = 0; i < node->attr_count; i++) {
        const struct xml_attr *a = &node->attrs[i];
        if (a != role && a != file && !str_eq(a->name, STR("index")))
            return diag_at(r->d, at(r, a->at), DIAG_SITE_ATTRIBUTE, STR_ARG(node->name),
                           STR_ARG(a->name));
    }
    if (!file || file->value.n == 0)
        return diag_at(r->d, at(r, node->at), DIAG_SITE_FONT, STR_ARG(node->name));
    font->path = path_join(r->arena, r->folder, file->value);
    return read_index(r, xml_attr(node, STR("index")), &font->index);
}

/* <font role="fangsong" file="fonts/simfang.ttf" index="0"/> */
static bool read_font(struct reading *r, const struct xml_node *node)
{
    const struct xml_attr *role = xml_attr(node, STR("role"));
    if (!role)
        return diag_at(r->d, at(r, node->at), DIAG_SITE_FONT, STR_ARG(node->name));
    for (size_t i = 0; i < ROLES; i++) {
        if (!str_eq(role->value, str_of(roles[i].name)))
            continue;
        struct pos *before = &r->config->fonts.role_at[roles[i].role];
        if (before->src)
            return twice(r, node, role->value, before->offset);
        *before = at(r, node->at);
        return read_file(r, node, role, &r->config->fonts.roles[roles[i].role]);
    }
    return unknown_role(r, role);
}

/* <fallback file="fonts/simsunb.ttf" index="0"/> */
static bool read_fallback(struct reading *r, const struct xml_node *node)
{
    struct font_choice *fonts = &r->config->fonts;
    if (fonts->fallback_n == FONT_MOST_FALLBACKS)
        return diag_at(r->d, at(r, node->at), DIAG_SITE_FALLBACKS, FONT_MOST_FALLBACKS);
    fonts->fallback_at[fonts->fallback_n] = at(r, node->at);
    return read_file(r, node, NULL, &fonts->fallbacks[fonts->fallback_n++]);
}

/* A value as it is shown: what nobody sees is no value. */
static bool take_value(struct reading *r, const struct xml_node *node, struct str *value)
{
    enum diag_code code;
    for (const struct xml_node *n = xml_first(node->parent); n != node; n = xml_next(n))
        if (str_eq(n->name, node->name))
            return twice(r, node, node->name, n->at);
    *value = utf8_trim(xml_text(r->arena, node));
    bool ok = no_attributes(r, node);
    ok = only_texts(r, node) && ok;
    return (config_value_good(node->name, *value, &code) ||
            diag_at(r->d, at(r, node->at), code, STR_ARG(*value))) &&
           ok;
}

static bool read_value(struct reading *r, const struct xml_node *node)
{
    struct site_info *info = &r->config->info;
    const struct {
        struct str name;
        struct str *value;
    } values[] = {
        {STR("name"), &info->name},
        {STR("domain"), &info->domain},
        {STR("address"), &info->address},
        {STR("id-code"), &info->id_code},
        {STR("sponsor"), &info->sponsor},
        {STR("contact"), &info->contact},
        {STR("icp"), &info->icp},
        {STR("police"), &info->police},
        {STR("identity"), &info->identity},
        {STR("report"), &info->report},
        {STR("column-type"), &info->column_type},
    };
    enum { VALUES = sizeof values / sizeof *values };
    struct str names[VALUES + 2];
    for (size_t i = 0; i < VALUES; i++) {
        names[i] = values[i].name;
        if (str_eq(node->name, values[i].name))
            return take_value(r, node, values[i].value);
    }
    names[VALUES] = STR("font");
    names[VALUES + 1] = STR("fallback");
    struct str near = str_nearest(node->name, names, VALUES + 2);
    return diag_find(r->d,
                     &(struct finding){.code = DIAG_SITE_ELEMENT,
                                       .at = at(r, node->at),
                                       .proposal = near},
                     STR_ARG(node->name));
}

static bool read_element(struct reading *r, const struct xml_node *node)
{
    bool font = str_eq(node->name, STR("font"));
    if (!font && !str_eq(node->name, STR("fallback")))
        return read_value(r, node);
    bool ok = no_texts(r, node) & only_texts(r, node);
    return (font ? read_font(r, node) : read_fallback(r, node)) && ok;
}

/* An empty file, as an editor makes one to fill in later, says as much as none. */
static bool is_blank(struct arena *a, struct str path)
{
    enum { MOST = 4096 }; /* a longer one is for the XML reader to judge */
    struct str text;
    const char *why;
    return file_read(a, str_copy(a, path).s, MOST, &text, &why) && !str_trim(text).n;
}

struct site_config *site_config_load(struct arena *a, struct str path, struct str shown,
                                     struct diag *d)
{
    struct site_config *config = arena_alloc(a, sizeof *config);
    if (!name_taken(str_copy(a, path).s)) {
        diag_at(d, (struct pos){0}, DIAG_SITE_NONE, STR_ARG(shown));
        return config;
    }
    if (is_blank(a, path)) {
        diag_at(d, (struct pos){0}, DIAG_SITE_EMPTY, STR_ARG(shown));
        return config;
    }
    struct xml *xml = xml_read(a, path, shown, d);
    if (!xml)
        return NULL;
    struct reading r = {a, config, &xml->source, path_dir(path), d};
    bool ok = str_eq(xml->root->name, STR("site")) ||
              diag_at(d, at(&r, xml->root->at), DIAG_SITE_ROOT, STR_ARG(xml->root->name));
    ok &= no_attributes(&r, xml->root) & no_texts(&r, xml->root);
    for (const struct xml_node *n = xml_first(xml->root); n; n = xml_next(n))
        ok &= read_element(&r, n);
    return ok ? config : NULL;
}
