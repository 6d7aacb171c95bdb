/* The end of a SARIF log: the tool and what it knows of each rule. */
#include "check/sarif_parts.h"

#include "check/rules.h"

/* What the table says of an id: of its first code. */
static const struct diag_row *find_row(struct str id)
{
    for (int code = 0; code < DIAG_COUNT; code++)
        if (str_eq(str_of(diag_row((enum diag_code)code)->id), id))
            return diag_row((enum diag_code)code);
    return NULL;
}

static void put_help(struct json_out *j, struct arena *a, const struct diag_row *row,
                     const struct rule *rule)
{
    struct buf text = {0};
    if (row->remedy[0])
        buf_printf(&text, "%s。\n", row->remedy);
    if (rule) {
        buf_printf(&text, "错误的例子：%s\n", rule->wrong);
        if (rule->right[0])
            buf_printf(&text, "正确的例子：%s\n", rule->right);
    }
    if (row->basis[0])
        buf_printf(&text, "依据：%s\n", row->basis);
    if (text.n)
        sarif_message(j, "help", str_copy(a, str_trim(buf_str(&text))));
    buf_drop(&text);
}

static void put_family(struct json_out *j, const struct family *family)
{
    json_out_open(j, "properties", '{');
    json_out_text(j, "family", family ? str_of(family->id) : STR("format"));
    json_out_text(j, "familyName", family ? str_of(family->name) : STR("文件和格式"));
    json_out_close(j, '}');
}

static void put_rule(struct json_out *j, struct arena *a, struct str id)
{
    const struct family *family = NULL;
    const struct rule *rule = rule_find(id, &family);
    const struct diag_row *row = rule ? diag_row(rule->code) : find_row(id);
    json_out_open(j, NULL, '{');
    json_out_text(j, "id", id);
    if (row) {
        json_out_text(j, "name", str_of(row->title));
        sarif_message(j, "shortDescription", str_of(row->title));
        sarif_message(j, "fullDescription", str_of(rule ? rule->why : row->title));
        put_help(j, a, row, rule);
        json_out_open(j, "defaultConfiguration", '{');
        json_out_text(j, "level", str_of(severity_id(row->severity)));
        json_out_close(j, '}');
    }
    put_family(j, family);
    json_out_close(j, '}');
}

static void put_tool(struct sarif *s)
{
    struct json_out *j = &s->json;
    json_out_open(j, "tool", '{');
    json_out_open(j, "driver", '{');
    json_out_text(j, "name", STR("mulu"));
    json_out_text(j, "fullName", STR("mulu（目录）" VERSION));
    json_out_text(j, "version", STR(VERSION));
    json_out_text(j, "semanticVersion", STR(VERSION));
    json_out_open(j, "rules", '[');
    for (size_t i = 0; i < s->ids.n; i++)
        put_rule(j, s->arena, s->ids.at[i]);
    json_out_close(j, ']');
    json_out_close(j, '}');
    json_out_close(j, '}');
}

void sarif_end(struct sarif *s, bool read)
{
    struct json_out *j = &s->json;
    json_out_close(j, ']'); /* results */
    json_out_open(j, "invocations", '[');
    json_out_open(j, NULL, '{');
    json_out_truth(j, "executionSuccessful", read);
    json_out_close(j, '}');
    json_out_close(j, ']');
    put_tool(s);
    json_out_close(j, '}');
    json_out_close(j, ']');
    json_out_close(j, '}');
    buf_char(j->out, '\n');
}
