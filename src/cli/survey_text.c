/* mulu check --format text: for people at a terminal. */
#include "cli/survey.h"

#include "catalog/fields.h"
#include "diag/fold.h"
#include "diag/visible.h"

/* Items without a code go by their number in the catalog, which their key ends in. */
static void put_name(const struct problem *p, struct buf *out)
{
    static const struct str group = STR_INIT("group-"), item = STR_INIT("item-");
    bool main = str_starts(p->key, group);
    struct str number = main                       ? str_from(p->key, group.n)
                        : str_starts(p->key, item) ? str_from(p->key, item.n)
                                                   : STR("");
    if (p->item.n) {
        buf_puts(out, main ? "主项" : "事项");
        visible_cut(out, p->item, VISIBLE_NAME);
    } else if (number.n) {
        buf_printf(out, "第%.*s个%s", STR_ARG(number), main ? "主项" : "事项");
    }
}

static void put_about(const void *catalog, const struct problem *p, struct buf *out)
{
    put_name(p, out);
    if (p->field.n)
        buf_printf(out, "%s%.*s", out->n ? "，" : "",
                   STR_ARG(field_title(catalog, p->field)));
}

static void make(struct survey *r, const struct survey_part *part, struct buf *record)
{
    fold_print(part->found, r->color, put_about, part->catalog, record);
}

static bool take(struct survey *r, const struct scheme *scheme, struct str record)
{
    (void)scheme;
    buf_put(r->out, record);
    return true;
}

const struct survey_format survey_text = {
    .name = "text",
    .make = make,
    .take = take,
};
