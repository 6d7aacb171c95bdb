#include "check/materials.h"

#include "catalog/fields.h"
#include "catalog/form.h"
#include "catalog/place.h"
#include "catalog/title.h"

/* A material says 《基本医疗保险参保凭证》 of 沅江市基本医疗保险参保凭证: the place is left out, or
 * blanks and brackets are others. */
static bool is_same(struct str named, struct str title)
{
    enum title_match match = title_match(named, title);
    return match == TITLE_SAME || match == TITLE_BRACKET || str_ends(title, named) ||
           str_ends(named, title);
}

/* Takes the first name in 《》 off the text. */
static bool take_name(struct str *text, struct str *name)
{
    static const struct str open = STR_INIT("《"), close = STR_INIT("》");
    size_t from = str_find(*text, open);
    if (from == STR_NONE)
        return false;
    struct str rest = str_from(*text, from + open.n);
    size_t to = str_find(rest, close);
    if (to == STR_NONE)
        return false;
    *name = str_slice(rest, 0, to);
    *text = str_from(rest, to + close.n);
    return true;
}

/* A material may name other papers too: one name of the form is enough, and a material
 * without any name says nothing. The longest of the names is the one that is meant. */
static void check_entry(struct check *check, const struct subject *s,
                        const struct entry *e, const struct form *form)
{
    struct str title = form_name(check->arena, form);
    struct str rest = e->text, name, meant = STR("");
    while (take_name(&rest, &name)) {
        if (is_same(name, title))
            return;
        if (name.n > meant.n)
            meant = name;
    }
    if (!meant.n)
        return;
    struct finding f = {.code = DIAG_FORM_TITLE,
                        .at = place_element(&check->catalog->source, e->at),
                        .item = s->text,
                        .key = s->key,
                        .field = STR("materials"),
                        .expected = title};
    diag_find(check->diag, &f, STR_ARG(meant), STR_ARG(title));
}

static void check_item(struct check *check, const struct subject *s,
                       const struct item *item)
{
    const struct field *own = item->own[FIELD_MATERIALS];
    for (size_t i = 0; own && i < own->entries.n; i++) {
        const struct entry *e = &own->entries.at[i];
        const struct form *form = e->form.n ? form_find(check->catalog, e->form) : NULL;
        if (form)
            check_entry(check, s, e, form);
    }
    for (size_t i = 0; i < item->services.n; i++)
        check_item(check, s, &item->services.at[i]);
}

void check_form_titles(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++)
        check_item(check, &check->items.at[i], check->items.at[i].item);
}
