#include "layout/form_names.h"

#include "base/lookup.h"
#include "layout/form_words.h"

static void add_section(struct arena *a, struct form_name_of *f)
{
    struct str section = words_name(a, f->section);
    if (!section.n)
        return;
    f->name = str_print(a, "%.*s.%.*s", STR_ARG(section), STR_ARG(f->name));
    f->told =
        str_print(a, "%.*s，%.*s", STR_ARG(words_told(a, f->section)), STR_ARG(f->told));
}

/* Notes the parts of a name that others hang below. */
static void note_groups(struct arena *a, struct lookup *groups, struct str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (name.s[i] == '.')
            *lookup_value(a, groups, str_slice(name, 0, i)) = 1;
}

static bool is_free(const struct lookup *groups, const struct lookup *taken,
                    struct str name)
{
    return lookup_find(groups, name) == STR_NONE && lookup_find(taken, name) == STR_NONE;
}

void form_names(struct arena *a, struct form_name_of **names, size_t n)
{
    struct lookup count = {0}, groups = {0}, taken = {0}, next = {0};
    for (size_t i = 0; i < n; i++) {
        size_t *times = lookup_value(a, &count, names[i]->name);
        *times = *times == STR_NONE ? 1 : *times + 1;
    }
    for (size_t i = 0; i < n; i++) {
        if (lookup_find(&count, names[i]->name) > 1)
            add_section(a, names[i]);
        note_groups(a, &groups, names[i]->name);
    }
    for (size_t i = 0; i < n; i++) {
        struct str base = names[i]->name, told = names[i]->told;
        while (!is_free(&groups, &taken, names[i]->name)) {
            /* The count goes on where the last one like it ended: no search is repeated. */
            size_t *number = lookup_value(a, &next, base);
            *number = *number == STR_NONE ? 2 : *number + 1;
            names[i]->name = str_print(a, "%.*s%zu", STR_ARG(base), *number);
            names[i]->told = str_print(a, "%.*s（%zu）", STR_ARG(told), *number);
        }
        *lookup_value(a, &taken, names[i]->name) = 1;
    }
}
