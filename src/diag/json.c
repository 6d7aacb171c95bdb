/* Problems as JSON, for programs. */
#include "diag/diag.h"

static void put_member(struct buf *out, const char *key, struct str value)
{
    buf_printf(out, ",\n   \"%s\": ", key);
    buf_json(out, value);
}

void diag_put_json(const struct problem *p, struct buf *out)
{
    buf_puts(out, "  {\"rule\": ");
    buf_json(out, p->id);
    put_member(out, "severity", str_of(severity_id(p->severity)));
    put_member(out, "file", p->path);
    buf_printf(out, ",\n   \"line\": %zu,\n   \"column\": %zu", p->line, p->column);
    put_member(out, "code", p->item);
    put_member(out, "field", p->field);
    put_member(out, "message", p->message);
    put_member(out, "expected", p->expected);
    put_member(out, "proposal", p->proposal);
    put_member(out, "basis", p->basis);
    buf_char(out, '}');
}

void diag_print_json(const struct diag *d, struct buf *out)
{
    buf_char(out, '[');
    for (size_t i = 0; i < diag_total(d); i++) {
        buf_puts(out, i ? ",\n" : "\n");
        diag_put_json(diag_problem(d, i), out);
    }
    buf_puts(out, diag_total(d) ? "\n]\n" : "]\n");
}
