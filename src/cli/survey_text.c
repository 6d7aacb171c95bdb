/* mulu check --format text: for people at a terminal. */
#include "cli/survey.h"

#include "catalog/fields.h"
#include "diag/fold.h"

/* Items without a code go by their number in the catalog, which their key ends in. */
static void put_name(const struct problem *p, struct buf *out)
{
    static const struct str group = STR_INIT("group-"), item = STR_INIT("item-");
    bool main = str_starts(p->key, group);
    struct str number = main                       ? str_from(p->key, group.n)
                        : str_starts(p->key, item) ? str_from(p->key, item.n)
                                                   : STR("");
    struct str what = main ? STR("主项") : STR("事项");
    if (p->item.n) {
        buf_put(out, what);
        buf_put(out, p->item);
    } else if (number.n) {
        buf_puts(out, "第");
        buf_put(out, number);
        buf_puts(out, "个");
        buf_put(out, what);
    }
}

static void put_about(const struct problem *p, struct buf *out)
{
    put_name(p, out);
    if (!p->field.n)
        return;
    buf_puts(out, out->n ? "，" : "");
    buf_put(out, field_title(p->field));
}

static void put_catalog(struct survey *r, const struct survey_part *part)
{
    fold_print(part->found, r->color, put_about, r->out);
}

const struct survey_format survey_text = {
    .name = "text",
    .catalog = put_catalog,
};
