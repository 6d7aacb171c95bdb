#include "check/limits.h"

#include "catalog/fields.h"
#include "catalog/limit.h"
#include "catalog/place.h"

/* A text shared by many rows is told once, where it stands first. */
static void check_limit(struct check *check, const struct item *item,
                        const struct subject *s, const struct field **told)
{
    const struct field *field = item_field(item, FIELD_LIMIT);
    if (!item->limit.n || limit_known(&item->limit) || field == *told)
        return;
    *told = field;
    struct finding f = {.code = DIAG_LIMIT_UNKNOWN,
                        .at = place_field(&check->catalog->source, item, FIELD_LIMIT),
                        .item = s->text,
                        .key = s->key,
                        .field = STR("limit")};
    diag_find(check->diag, &f, STR_ARG(field_text(field)));
}

void check_limits(struct check *check)
{
    const struct field *told = NULL;
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        check_limit(check, s->item, s, &told);
        for (size_t k = 0; k < s->item->services.n; k++)
            check_limit(check, &s->item->services.at[k], s, &told);
    }
}
