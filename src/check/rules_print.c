/* The reference of the rules: for a terminal, and for programs that make documents of it. */
#include "check/rules.h"

#include "catalog/json_out.h"

static void put_line(struct buf *out, const char *label, const char *text)
{
    if (text[0])
        buf_printf(out, "    %s%s\n", label, text);
}

static void put_rule(const struct rule *rule, struct buf *out)
{
    const struct diag_row *row = diag_row(rule->code);
    buf_printf(out, "\n  %s  %s  %s\n", row->id, severity_word(row->severity),
               row->title);
    put_line(out, "", rule->why);
    put_line(out, "错：", rule->wrong);
    put_line(out, "对：", rule->right);
    put_line(out, "怎么办：", row->remedy);
    put_line(out, "依据：", row->basis);
}

void rules_print(struct buf *out)
{
    for (size_t f = 0; f < family_count; f++) {
        const struct family *family = families[f];
        buf_printf(out, "%s%s（%s）\n", f ? "\n" : "", family->name, family->id);
        for (size_t i = 0; i < family->rule_count; i++)
            put_rule(&family->rules[i], out);
    }
}

static void put_json(struct json_out *j, const struct family *family,
                     const struct rule *rule)
{
    const struct diag_row *row = diag_row(rule->code);
    const struct {
        const char *key, *text;
    } members[] = {
        {"id", row->id},         {"family", family->id},
        {"name", family->name},  {"severity", severity_id(row->severity)},
        {"title", row->title},   {"why", rule->why},
        {"wrong", rule->wrong},  {"right", rule->right},
        {"remedy", row->remedy}, {"basis", row->basis},
    };
    json_out_open(j, NULL, '{');
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        json_out_text(j, members[i].key, str_of(members[i].text));
    json_out_close(j, '}');
}

void rules_json(struct buf *out)
{
    struct json_out j = {.out = out};
    json_out_open(&j, NULL, '[');
    for (size_t f = 0; f < family_count; f++)
        for (size_t i = 0; i < families[f]->rule_count; i++)
            put_json(&j, families[f], &families[f]->rules[i]);
    json_out_close(&j, ']');
    buf_char(out, '\n');
}
