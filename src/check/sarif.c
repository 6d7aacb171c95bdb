#include "check/sarif_parts.h"

#include "base/record.h"
#include "catalog/about.h"
#include "check/rules.h"

#include <assert.h>

static const struct str schema =
    STR_INIT("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
             "sarif-schema-2.1.0.json");

static void put_rule_ids(struct arena *a, struct str_list *ids)
{
    for (size_t f = 0; f < family_count; f++)
        for (size_t i = 0; i < families[f]->rule_count; i++)
            *vec_push(a, ids) = str_of(diag_row(families[f]->rules[i].code)->id);
}

struct sarif *sarif_begin(struct arena *a, struct buf *out)
{
    struct sarif *s = arena_alloc(a, sizeof *s);
    *s = (struct sarif){.arena = a, .json = {.out = out}};
    put_rule_ids(a, &s->ids);
    struct json_out *j = &s->json;
    json_out_open(j, NULL, '{');
    json_out_text(j, "$schema", schema);
    json_out_text(j, "version", STR("2.1.0"));
    json_out_open(j, "runs", '[');
    json_out_open(j, NULL, '{');
    json_out_text(j, "columnKind", STR("unicodeCodePoints"));
    json_out_text(j, "language", STR("zh-CN"));
    json_out_open(j, "results", '[');
    assert(j->depth == SARIF_RESULT_DEPTH);
    return s;
}

static void put_some(struct json_out *j, const char *key, struct str text)
{
    if (text.n)
        json_out_text(j, key, text);
}

void sarif_message(struct json_out *j, const char *key, struct str text)
{
    struct buf doubled = {0};
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] == '{' || text.s[i] == '}')
            buf_char(&doubled, text.s[i]);
        buf_char(&doubled, text.s[i]);
    }
    json_out_open(j, key, '{');
    json_out_text(j, "text", buf_str(&doubled));
    json_out_close(j, '}');
    buf_drop(&doubled);
}

/* A path as a URI reference (RFC 3986): unreserved characters and "/" stand as they are, all
 * other bytes are percent-encoded. An absolute path becomes a file URI. */
static struct str path_uri(struct arena *a, struct str path)
{
    struct buf uri = {0};
    if (str_starts(path, STR("/")))
        buf_puts(&uri, "file://");
    for (size_t i = 0; i < path.n; i++) {
        unsigned char c = (unsigned char)path.s[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9') ||
                     str_has(STR("-._~/"), (struct str){path.s + i, 1});
        if (plain)
            buf_char(&uri, (char)c);
        else
            buf_printf(&uri, "%%%02X", c);
    }
    struct str text = str_copy(a, buf_str(&uri));
    buf_drop(&uri);
    return text;
}

static void put_file(struct json_out *j, struct arena *a, struct str path)
{
    json_out_open(j, "artifactLocation", '{');
    json_out_text(j, "uri", path_uri(a, path));
    if (!str_starts(path, STR("/")))
        json_out_text(j, "uriBaseId", STR("%SRCROOT%"));
    json_out_close(j, '}');
}

/* The file of the catalog with that path; NULL: none of its. */
static const struct source *find_source(const struct catalog *c, struct str path)
{
    if (!c)
        return NULL;
    if (str_eq(c->source.path, path))
        return &c->source;
    if (str_eq(c->notice.body_source.path, path))
        return &c->notice.body_source;
    for (size_t i = 0; i < c->forms.n; i++)
        if (str_eq(c->forms.at[i].source.path, path))
            return &c->forms.at[i].source;
    return NULL;
}

static void put_end(struct json_out *j, const struct source *source, size_t to)
{
    struct place end = source_place(source, to);
    json_out_number(j, "endLine", end.line);
    json_out_number(j, "endColumn", end.column);
}

/* The region of a problem: up to the end of its fix, where that begins at the place. */
static void put_region(struct json_out *j, const struct source *source,
                       const struct problem *p)
{
    if (!p->line)
        return;
    json_out_open(j, "region", '{');
    json_out_number(j, "startLine", p->line);
    json_out_number(j, "startColumn", p->column);
    if (source && p->fix.kind != FIX_NONE) {
        struct place start = source_place(source, p->fix.from);
        if (start.line == p->line && start.column == p->column)
            put_end(j, source, p->fix.to);
    }
    json_out_close(j, '}');
}

/* Item and field: "yuanjiang/002036001001/limit". */
static void put_logical(struct json_out *j, struct arena *a, const struct catalog *c,
                        const struct problem *p)
{
    struct str item = p->item.n ? p->item : p->key;
    if (!c || (!item.n && !p->field.n))
        return;
    struct str full = c->id;
    const struct str steps[] = {p->key.n ? p->key : p->item, p->field};
    for (size_t i = 0; i < 2; i++)
        if (steps[i].n)
            full = str_print(a, "%.*s/%.*s", STR_ARG(full), STR_ARG(steps[i]));
    json_out_open(j, "logicalLocations", '[');
    json_out_open(j, NULL, '{');
    json_out_text(j, "name", p->field.n ? p->field : item);
    json_out_text(j, "fullyQualifiedName", full);
    json_out_text(j, "kind", p->field.n ? STR("field") : STR("item"));
    json_out_close(j, '}');
    json_out_close(j, ']');
}

static void put_location(struct json_out *j, struct arena *a, const struct catalog *c,
                         const struct source *source, const struct problem *p)
{
    if (!p->path.n)
        return;
    json_out_open(j, "locations", '[');
    json_out_open(j, NULL, '{');
    json_out_open(j, "physicalLocation", '{');
    put_file(j, a, p->path);
    put_region(j, source, p);
    json_out_close(j, '}');
    put_logical(j, a, c, p);
    json_out_close(j, '}');
    json_out_close(j, ']');
}

static void put_replacement(struct json_out *j, const struct source *source,
                            const struct fix *fix)
{
    struct place start = source_place(source, fix->from);
    json_out_open(j, "replacements", '[');
    json_out_open(j, NULL, '{');
    json_out_open(j, "deletedRegion", '{');
    json_out_number(j, "startLine", start.line);
    json_out_number(j, "startColumn", start.column);
    put_end(j, source, fix->to);
    json_out_close(j, '}');
    json_out_open(j, "insertedContent", '{');
    json_out_text(j, "text", fix->text);
    json_out_close(j, '}');
    json_out_close(j, '}');
    json_out_close(j, ']');
}

static void put_fixes(struct json_out *j, struct arena *a, const struct source *source,
                      const struct problem *p)
{
    if (!source || p->fix.kind == FIX_NONE)
        return;
    json_out_open(j, "fixes", '[');
    json_out_open(j, NULL, '{');
    sarif_message(j, "description",
                  p->proposal.n ? str_print(a, "改为：%.*s", STR_ARG(p->proposal))
                                : STR("删去这一段"));
    json_out_open(j, "artifactChanges", '[');
    json_out_open(j, NULL, '{');
    put_file(j, a, p->path);
    put_replacement(j, source, &p->fix);
    json_out_close(j, '}');
    json_out_close(j, ']');
    json_out_close(j, '}');
    json_out_close(j, ']');
}

static void put_suppressions(struct json_out *j, const struct problem *p)
{
    if (!p->accepted.n)
        return;
    json_out_open(j, "suppressions", '[');
    json_out_open(j, NULL, '{');
    json_out_text(j, "kind", STR("inSource"));
    json_out_text(j, "justification", p->accepted);
    json_out_close(j, '}');
    json_out_close(j, ']');
}

static void put_properties(struct json_out *j, const struct about *about,
                           const struct problem *p)
{
    struct str subject = about_subject(about, p);
    if (!subject.n && !p->item.n && !p->field.n && !p->expected.n && !p->proposal.n &&
        !p->basis.n && p->fix.kind != FIX_SAFE)
        return;
    json_out_open(j, "properties", '{');
    put_some(j, "about", subject); /* in words */
    put_some(j, "code", p->item);
    put_some(j, "field", p->field);
    put_some(j, "expected", p->expected);
    put_some(j, "proposal", p->proposal);
    put_some(j, "basis", p->basis);
    if (p->fix.kind == FIX_SAFE)
        json_out_text(j, "fix", STR("safe"));
    json_out_close(j, '}');
}

/* ---- records ---- */

/* A record is what goes into the log in pieces: a text, then an id whose index goes behind it,
 * and so on; the last id is "". Only the log knows the index of an id that is no rule's. */
static void put_index(struct json_out *j, const struct str_list *rules, struct str id,
                      struct buf *record)
{
    for (size_t i = 0; i < rules->n; i++)
        if (str_eq(rules->at[i], id)) {
            json_out_number(j, "ruleIndex", i);
            return;
        }
    json_out_number(j, "ruleIndex", 0);
    record_put_text(record, str_slice(buf_str(j->out), 0, j->out->n - 1));
    record_put_text(record, id);
    buf_clear(j->out);
}

void sarif_make(const struct catalog *c, const struct diag *found, struct buf *record)
{
    struct arena *a = arena_new();
    struct str_list rules = {0};
    put_rule_ids(a, &rules);
    struct about about = about_of(a, c);
    struct buf out = {0};
    /* As behind another result. */
    struct json_out json = {.out = &out, .depth = SARIF_RESULT_DEPTH, .filled = true};
    struct json_out *j = &json;
    for (size_t i = 0; i < diag_total(found); i++) {
        const struct problem *p = diag_problem(found, i);
        const struct source *source = find_source(c, p->path);
        json_out_open(j, NULL, '{');
        json_out_text(j, "ruleId", p->id);
        put_index(j, &rules, p->id, record);
        json_out_text(j, "level", str_of(severity_id(p->severity)));
        sarif_message(j, "message", p->message);
        put_location(j, a, c, source, p);
        put_fixes(j, a, source, p);
        put_suppressions(j, p);
        put_properties(j, &about, p);
        json_out_close(j, '}');
    }
    record_put_text(record, buf_str(&out));
    record_put_text(record, STR(""));
    buf_drop(&out);
    arena_drop(a);
}

static size_t rule_index(struct sarif *s, struct str id)
{
    for (size_t i = 0; i < s->ids.n; i++)
        if (str_eq(s->ids.at[i], id))
            return i;
    *vec_push(s->arena, &s->ids) = str_copy(s->arena, id);
    return s->ids.n - 1;
}

bool sarif_take(struct sarif *s, struct str record)
{
    struct str text, id = STR("?");
    while (id.n) {
        if (!record_take_text(&record, &text) || !record_take_text(&record, &id))
            return false;
        if (text.n && !s->json.filled)
            text = str_from(text, 1); /* the first result has no comma before it */
        s->json.filled |= text.n > 0;
        buf_put(s->json.out, text);
        if (id.n)
            buf_number(s->json.out, rule_index(s, id));
    }
    return true;
}
