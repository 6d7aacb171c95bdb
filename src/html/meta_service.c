/* An item as linked data. */
#include "html/meta.h"

#include "base/buf.h"
#include "catalog/fields.h"
#include "catalog/json_out.h"

static void put_type(struct json_out *j, const char *type)
{
    json_out_text(j, "@type", str_of(type));
}

static void put_named(struct json_out *j, const char *key, const char *type,
                      struct str name)
{
    if (!name.n)
        return;
    json_out_open(j, key, '{');
    put_type(j, type);
    json_out_text(j, "name", name);
    json_out_close(j, '}');
}

static void put_context(struct json_out *j)
{
    json_out_open(j, "@context", '[');
    json_out_text(j, NULL, STR("https://schema.org"));
    json_out_open(j, NULL, '{');
    json_out_text(j, "cpsv", STR("http://purl.org/vocab/cpsv#"));
    json_out_text(j, "cv", STR("http://data.europa.eu/m8g/"));
    json_out_text(j, "dct", STR("http://purl.org/dc/terms/"));
    json_out_text(j, "eli", STR("http://data.europa.eu/eli/ontology#"));
    json_out_close(j, '}');
    json_out_close(j, ']');
}

static void put_channels(struct json_out *j, struct arena *a, const struct item *item)
{
    const struct field *field = item_field(item, FIELD_CHANNELS);
    if (field->markdown || !field->entries.n)
        return;
    json_out_open(j, "availableChannel", '[');
    for (size_t i = 0; i < field->entries.n; i++) {
        struct str_list phones = {0};
        const struct entry *e = &field->entries.at[i];
        json_out_open(j, NULL, '{');
        put_type(j, "ServiceChannel");
        json_out_text(j, "name", e->text);
        view_phones(a, e->text, &phones);
        if (phones.n) {
            json_out_open(j, "servicePhone", '{');
            put_type(j, "ContactPoint");
            json_out_text(j, "telephone", phones.at[0]);
            json_out_close(j, '}');
        }
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
}

/* Materials are cpsv:hasInput, legal texts cv:hasLegalResource. */
static void put_entries(struct json_out *j, const char *key, const char *type,
                        const struct field *field)
{
    size_t entries = 0;
    for (size_t i = 0; !field->markdown && i < field->entries.n; i++)
        entries += !field->entries.at[i].plain;
    if (!entries)
        return;
    json_out_open(j, key, '[');
    for (size_t i = 0; i < field->entries.n; i++) {
        if (field->entries.at[i].plain)
            continue;
        json_out_open(j, NULL, '{');
        put_type(j, type);
        json_out_text(j, "dct:title", field->entries.at[i].text);
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
}

/* "<" could end the script, and nothing else in JSON can. */
static struct str script_safe(struct arena *a, struct str json)
{
    struct buf out = {0};
    for (size_t at; (at = str_find(json, STR("<"))) != STR_NONE;
         json = str_from(json, at + 1)) {
        buf_put(&out, str_slice(json, 0, at));
        buf_puts(&out, "\\u003c");
    }
    buf_put(&out, json);
    struct str safe = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return safe;
}

/* The name of the office alone: without 。 and （以下简称…）, which belong to the sentence that the
 * field may be. */
static struct str office_name(struct str words)
{
    static const struct str asides[] = {STR_INIT("（以下简称"), STR_INIT("(以下简称"),
                                        STR_INIT("（简称"), STR_INIT("(简称")};
    for (size_t i = 0; i < sizeof asides / sizeof *asides; i++) {
        size_t at = str_find(words, asides[i]);
        if (at != STR_NONE && at)
            words = str_slice(words, 0, at);
    }
    return str_ends(words, STR("。")) ? str_slice(words, 0, words.n - strlen("。"))
                                      : words;
}

struct str meta_service(struct arena *a, const struct site_info *site,
                        const struct catalog *c, const struct group *group,
                        const struct item *item)
{
    struct buf out = {0};
    struct json_out j = {.out = &out, .dense = true};
    struct str title = field_text(item_field(item, FIELD_TITLE));
    struct str base = site_address(a, site);
    json_out_open(&j, NULL, '{');
    put_context(&j);
    put_type(&j, "GovernmentService");
    if (title.n)
        json_out_text(&j, "name", view_title(a, title));
    if (item->code.n)
        json_out_text(&j, "identifier", item->code);
    if (base.n)
        json_out_text(
            &j, "url",
            STR_JOIN(a, base, STR("/"), c->id, STR("/"), item->stem, STR(".html")));
    struct str kind = view_title(a, field_text(group->title));
    if (kind.n)
        json_out_text(&j, "serviceType", kind);
    struct str agency = field_text(item_field(item, FIELD_AGENCY));
    put_named(&j, "provider", "GovernmentOrganization",
              agency.n ? office_name(agency) : c->issuer);
    json_out_open(&j, "areaServed", '{');
    put_type(&j, "AdministrativeArea");
    json_out_text(&j, "name", c->region_name);
    json_out_text(&j, "identifier", c->region_code);
    json_out_close(&j, '}');
    struct str audience = field_text(item_field(item, FIELD_AUDIENCE));
    if (audience.n) {
        json_out_open(&j, "audience", '{');
        put_type(&j, "Audience");
        json_out_text(&j, "audienceType", audience);
        json_out_close(&j, '}');
    }
    put_channels(&j, a, item);
    put_entries(&j, "cpsv:hasInput", "cv:Evidence", item_field(item, FIELD_MATERIALS));
    put_entries(&j, "cv:hasLegalResource", "eli:LegalResource",
                item_field(item, FIELD_BASIS));
    json_out_close(&j, '}');
    struct str safe = script_safe(a, buf_str(&out));
    buf_drop(&out);
    return safe;
}
