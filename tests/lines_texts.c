/* The texts that line breaking is tried on. */
#include "fidelity.h"
#include "lines.h"

const char *published_id(size_t document)
{
    return document < FIDELITY_DOCUMENTS ? fidelity_documents[document].id : NULL;
}

static void add_texts(struct arena *a, struct str_list *list, const struct json *j)
{
    if (j->kind == JSON_TEXT && j->text.n)
        *vec_push(a, list) = j->text;
    for (size_t i = 0; i < j->n; i++)
        add_texts(a, list, &j->at[i]);
}

struct str_list published_texts(struct arena *a, size_t document)
{
    struct str_list list = {0};
    add_texts(a, &list, exported_catalog(a, fidelity_documents[document].id));
    struct paper paper = read_paper(a, &fidelity_documents[document]);
    for (size_t i = 0; i < paper.lines.n; i++)
        if (paper.lines.at[i].n)
            *vec_push(a, &list) = paper.lines.at[i];
    return list;
}
