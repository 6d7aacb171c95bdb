#include "catalog/json.h"

#include "catalog/fields.h"
#include "catalog/json_item.h"

static void put_head(struct json_out *j, const struct catalog *c)
{
    json_out_text(j, "id", c->id);
    json_out_text(j, "kind", str_of(catalog_kind_name(c->kind)));
    json_out_open(j, "region", '{');
    json_out_text(j, "code", c->region_code);
    json_out_text(j, "name", c->region_name);
    json_out_close(j, '}');
    json_out_text(j, "title", c->title);
    json_out_text(j, "edition", c->edition);
    json_out_text(j, "issuer", c->issuer);
    json_out_open(j, "document", '{');
    json_out_text(j, "number", c->document_number);
    json_out_text(j, "date", c->document_date);
    json_out_close(j, '}');
    json_out_text(j, "scheme", c->scheme);
}

static void put_notice(struct json_out *j, const struct notice *n)
{
    json_out_open(j, "notice", '{');
    json_out_text(j, "head", n->head);
    json_out_text(j, "number", n->number);
    json_out_text(j, "title", n->title);
    json_out_text(j, "to", n->to);
    json_out_text(j, "body", n->body);
    json_out_open(j, "annexes", '[');
    for (size_t i = 0; i < n->annexes.n; i++)
        json_out_text(j, NULL, n->annexes.at[i].text);
    json_out_close(j, ']');
    json_out_text(j, "remark", n->remark);
    json_out_text(j, "signer", n->signer);
    json_out_text(j, "date", n->date);
    json_out_close(j, '}');
}

static void put_columns(struct json_out *j, const struct catalog *c)
{
    json_out_open(j, "levels", '[');
    for (size_t i = 0; i < c->levels.n; i++) {
        json_out_open(j, NULL, '{');
        json_out_text(j, "id", c->levels.at[i].id);
        json_out_text(j, "name", c->levels.at[i].name);
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
    json_out_open(j, "disclosure_columns", '{');
    for (int kind = 0; kind < COLUMN_KIND_COUNT; kind++) {
        json_out_open(j, column_kind_name((enum column_kind)kind), '[');
        for (size_t i = 0; i < c->columns.n; i++)
            if (c->columns.at[i].kind == (enum column_kind)kind)
                json_out_text(j, NULL, c->columns.at[i].name);
        json_out_close(j, ']');
    }
    json_out_close(j, '}');
}

static void put_groups(struct json_out *j, const struct catalog *c)
{
    json_out_open(j, "groups", '[');
    for (size_t g = 0; g < c->groups.n; g++) {
        const struct group *group = &c->groups.at[g];
        json_out_open(j, NULL, '{');
        json_out_text(j, "no", group->no);
        json_out_text(j, "code", group->code);
        json_out_text(j, "title", field_text(group->title));
        json_out_open(j, "items", '[');
        for (size_t i = 0; i < group->items.n; i++) {
            struct arena *scratch = arena_new();
            json_item(j, scratch, c, &group->items.at[i]);
            arena_drop(scratch);
        }
        json_out_close(j, ']');
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
}

static void put_lines(struct json_out *j, const struct form_lines *lines)
{
    for (size_t i = 0; i < lines->n; i++)
        json_out_text(j, NULL, lines->at[i].text);
}

/* A row that is printed several times stands here as often. */
static void put_row(struct json_out *j, const struct form_row *row)
{
    for (size_t time = 0; time < row->repeat; time++) {
        json_out_open(j, NULL, '[');
        for (size_t i = 0; i < row->cells.n; i++) {
            json_out_open(j, NULL, '{');
            json_out_text(j, "text", row->cells.at[i].text);
            json_out_number(j, "colspan", row->cells.at[i].colspan);
            json_out_number(j, "rowspan", row->cells.at[i].rowspan);
            json_out_close(j, '}');
        }
        json_out_close(j, ']');
    }
}

static void put_forms(struct json_out *j, const struct catalog *c)
{
    json_out_open(j, "forms", '[');
    for (size_t i = 0; i < c->forms.n; i++) {
        const struct form *form = &c->forms.at[i];
        json_out_open(j, NULL, '{');
        json_out_text(j, "id", form->id);
        json_out_text(j, "title", form->title);
        json_out_open(j, "above", '['); /* the lines over the title come first */
        put_lines(j, &form->top);
        put_lines(j, &form->above);
        json_out_close(j, ']');
        json_out_open(j, "rows", '[');
        for (size_t r = 0; r < form->rows.n; r++)
            put_row(j, &form->rows.at[r]);
        json_out_close(j, ']');
        json_out_open(j, "below", '[');
        put_lines(j, &form->below);
        json_out_close(j, ']');
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
}

static void put_remarks(struct json_out *j, const struct catalog *c)
{
    struct arena *scratch = arena_new();
    json_out_open(j, "remarks", '[');
    for (size_t above = 2; above-- > 0;)
        for (size_t i = 0; i < c->remarks.n; i++)
            if (c->remarks.at[i].above == (above > 0))
                json_out_text(j, NULL, entry_printed(scratch, &c->remarks.at[i]));
    json_out_close(j, ']');
    arena_drop(scratch);
}

void catalog_json(const struct catalog *c, struct buf *out)
{
    struct json_out j = {.out = out};
    json_out_open(&j, NULL, '{');
    put_head(&j, c);
    put_notice(&j, &c->notice);
    put_columns(&j, c);
    put_groups(&j, c);
    put_forms(&j, c);
    put_remarks(&j, c);
    json_out_close(&j, '}');
    buf_char(out, '\n');
}
