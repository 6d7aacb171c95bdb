#include "site/config.h"

#include "base/file.h"
#include "catalog/xml.h"

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
        r->config->fonts.role_at[roles[i].role] = at(r, node->at);
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

/* At most as long as the DNS allows (RFC 1035, 2.3.4). */
static bool is_domain(struct str s)
{
    enum { DOMAIN_MOST = 253 };
    bool dot = false;
    if (s.n > DOMAIN_MOST)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    (c >= '0' && c <= '9') || c == '-';
        bool part = c == '.' && i > 0 && i + 1 < s.n && s.s[i - 1] != '.';
        if (!word && !part)
            return false;
        dot |= part;
    }
    return dot;
}

/* Short enough for the QR code of a page below it, which a phone must be able to read. */
static bool is_address(struct str s)
{
    enum { ADDRESS_MOST = 500 };
    static const struct str schemes[] = {STR_INIT("https://"), STR_INIT("http://")};
    for (size_t i = 0; i < 2; i++)
        if (str_starts(s, schemes[i]) && s.n > schemes[i].n)
            return s.n <= ADDRESS_MOST && !str_has(s, STR(" ")) && !str_has(s, STR("\n"));
    return false;
}

/* The shapes of 网站标识码: 4309810001, bm10000001, N000000672. */
static bool is_id_code(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        bool digit = s.s[i] >= '0' && s.s[i] <= '9';
        bool lead = (i < 2 && str_starts(s, STR("bm"))) || (i == 0 && s.s[0] == 'N');
        if (!digit && !lead)
            return false;
    }
    return s.n == 10;
}

/* What can be wrong with a value is told where it stands. "" is only missing. */
static bool check_value(struct reading *r, const struct xml_node *node, struct str value)
{
    static const struct {
        struct str name;
        bool (*good)(struct str);
        enum diag_code code;
    } rules[] = {
        {STR_INIT("domain"), is_domain, DIAG_SITE_DOMAIN},
        {STR_INIT("address"), is_address, DIAG_SITE_ADDRESS},
        {STR_INIT("identity"), is_address, DIAG_SITE_ADDRESS},
        {STR_INIT("report"), is_address, DIAG_SITE_ADDRESS},
        {STR_INIT("id-code"), is_id_code, DIAG_SITE_ID_CODE},
    };
    for (size_t i = 0; value.n && i < sizeof rules / sizeof *rules; i++)
        if (str_eq(node->name, rules[i].name) && !rules[i].good(value))
            return diag_at(r->d, at(r, node->at), rules[i].code, STR_ARG(value));
    return true;
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
        if (str_eq(node->name, values[i].name)) {
            *values[i].value = xml_text(r->arena, node);
            return check_value(r, node, *values[i].value);
        }
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
    if (!file_exists(str_copy(a, path).s)) {
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
    for (const struct xml_node *n = xml_first(xml->root); n; n = xml_next(n))
        ok &= str_eq(n->name, STR("font"))       ? read_font(&r, n)
              : str_eq(n->name, STR("fallback")) ? read_fallback(&r, n)
                                                 : read_value(&r, n);
    return ok ? config : NULL;
}
