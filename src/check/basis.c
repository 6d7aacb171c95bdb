#include "check/basis.h"

/* Texts without any of these name no document. */
static bool may_cite(const struct text *t)
{
    if (t->part == TEXT_FIELD && t->field == FIELD_BASIS)
        return true;
    if (t->marks & TEXT_BRACKET &&
        (str_has(t->words, STR("〔")) || str_has(t->words, STR("〕"))))
        return true;
    if (t->marks & TEXT_DIGIT && str_has(t->words, STR("号")))
        return true;
    return t->marks & TEXT_TITLE &&
           (str_has(t->words, STR("条")) || str_has(t->words, STR("令")) ||
            str_has(t->words, STR("的通知")));
}

void basis_read(struct check *check, struct basis *basis)
{
    *basis = (struct basis){.check = check};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (!may_cite(t))
            continue;
        struct cited_text c = {.text = t,
                               .basis = t->part == TEXT_FIELD && t->field == FIELD_BASIS};
        c.list = citations_of(check->arena, t->words, c.basis);
        if (!c.list.n && !c.basis)
            continue;
        for (size_t k = 0; k < c.list.n; k++) {
            const struct citation *cited = &c.list.at[k];
            bool titled = cited->numbers && cited->kind != CITED_NUMBER;
            basis->in_brackets += titled && cited->in_brackets;
            basis->aside += titled && !cited->in_brackets;
        }
        *vec_push(check->arena, &basis->texts) = c;
    }
}

const struct number *basis_number(const struct cited_text *t, const struct citation *c)
{
    return c->numbers ? &t->list.numbers.at[c->numbers_from] : NULL;
}

struct str basis_number_form(struct arena *a, const struct number *n)
{
    return str_print(a, "〔%u〕%u号", n->year, n->value);
}
