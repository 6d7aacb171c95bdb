/* Names and what they name: shared texts, and the files of forms. */
#include "catalog/loader.h"

static void tell_texts_twice(struct loader *l)
{
    const struct names *texts = &l->texts;
    for (size_t i = 1; i < texts->n && !loader_full(l); i++) {
        const struct name *name = &texts->at[i];
        if (str_eq(name->name, texts->at[i - 1].name))
            loader_tell(l, NULL, name->at, DIAG_ID_TWICE, NULL, STR_ARG(name->name),
                        source_place(l->source, names_find(texts, name->name)->at).line,
                        "文字");
    }
}

static void tell_missing(struct loader *l, const struct pending *p)
{
    struct finding facts =
        loader_nearest(l, p->field->ref, names_list(l->arena, &l->texts));
    loader_tell(l, p->node, attr_place(p->node, "ref"), DIAG_REF_MISSING, &facts,
                STR_ARG(loader_brief(l, p->field->ref)));
}

static void resolve_ref(struct loader *l, const struct pending *p)
{
    const struct name *name = names_find(&l->texts, p->field->ref);
    if (!name) {
        tell_missing(l, p);
        return;
    }
    const struct shared *shared = name->what;
    if (shared->kind != p->kind) {
        loader_tell(l, p->node, attr_place(p->node, "ref"), DIAG_REF_KIND, NULL,
                    STR_ARG(p->field->ref), source_place(l->source, name->at).line);
        return;
    }
    p->field->target = shared->field;
}

static void resolve_forms(struct loader *l)
{
    struct names files = {0};
    for (size_t i = 0; i < l->catalog->forms.n; i++)
        names_add(l->arena, &files, l->catalog->forms.at[i].id, 0, NULL);
    names_sort(&files);
    for (size_t i = 0; i < l->form_uses.n && !loader_full(l); i++) {
        const struct form_use *use = &l->form_uses.at[i];
        if (!datum_fits(DATUM_SLUG, use->id) || names_find(&files, use->id))
            continue;
        struct finding facts = loader_nearest(l, use->id, names_list(l->arena, &files));
        loader_tell(l, use->node, use->at, DIAG_FORM_FILE, &facts, STR_ARG(use->id));
    }
}

void resolve_refs(struct loader *l, bool forms)
{
    names_sort(&l->texts);
    tell_texts_twice(l);
    for (size_t i = 0; i < l->refs.n && !loader_full(l); i++)
        resolve_ref(l, &l->refs.at[i]);
    if (forms)
        resolve_forms(l);
}
