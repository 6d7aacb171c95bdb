#include "html/template.h"

#include "base/file.h"
#include "base/utf8.h"
#include "html/template_tree.h"

#include <stdlib.h>

struct folder {
    struct str path, shown;
};

/* A template that was found in order with this context. */
struct checked {
    const struct template *t;
    const struct shape *shape;
};

struct template_set {
    struct arena *arena;
    VEC(struct folder) folders; /* the last is looked into first */
    VEC(struct template *) all; /* pointers: parts point to templates */
    VEC(struct checked) checked;
};

struct template_set *template_set_new(struct str folder, struct str shown)
{
    struct template_set *set = heap_alloc(sizeof *set);
    *set = (struct template_set){.arena = arena_new()};
    if (folder.n)
        template_set_override(set, folder, shown);
    return set;
}

void template_set_drop(struct template_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->all.n; i++)
        diag_drop(set->all.at[i]->problems);
    arena_drop(set->arena);
    free(set);
}

void template_set_override(struct template_set *set, struct str folder, struct str shown)
{
    struct folder *f = vec_push(set->arena, &set->folders);
    f->path = str_copy(set->arena, folder);
    f->shown = str_copy(set->arena, shown);
}

static struct template *new_template(struct template_set *set, struct str name)
{
    struct template *t = arena_alloc(set->arena, sizeof *t);
    *vec_push(set->arena, &set->all) = t;
    t->name = str_copy(set->arena, name);
    t->problems = diag_new();
    return t;
}

static void parse(struct template_set *set, struct template *t)
{
    size_t wrong = utf8_check(t->source.text);
    bool good = wrong == STR_NONE ? template_parse(set->arena, t, t->problems)
                                  : diag_at(t->problems, (struct pos){&t->source, wrong},
                                            DIAG_TEMPLATE_ENCODING);
    if (good)
        return;
    t->state = TEMPLATE_BAD;
    t->parts.n = 0;
}

void template_set_add(struct template_set *set, struct str name, struct str text)
{
    struct template *t = new_template(set, name);
    t->source.path = t->name;
    t->source.text = str_copy(set->arena, text);
    parse(set, t);
}

/* Names come from templates, and become paths: nothing hidden, nothing above the
 * folder. */
static bool is_file_name(struct str name)
{
    if (name.n == 0 || name.n > 200 || name.s[0] == '/')
        return false;
    for (size_t i = 0; i < name.n; i++) {
        char c = name.s[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      (c >= '0' && c <= '9') || c == '-' || c == '_';
        bool hidden =
            c == '.' && (i == 0 || name.s[i - 1] == '/' || name.s[i - 1] == '.');
        if (hidden || (!letter && c != '.' && c != '/'))
            return false;
    }
    return true;
}

static void load(struct template_set *set, struct template *t)
{
    t->state = TEMPLATE_ABSENT;
    if (!is_file_name(t->name))
        return;
    struct str file = str_print(set->arena, "%.*s.html", STR_ARG(t->name));
    for (size_t i = set->folders.n; i-- > 0;) {
        const struct folder *f = &set->folders.at[i];
        struct str path = path_join(set->arena, f->path, file);
        if (!name_taken(path.s))
            continue;
        const char *why;
        t->source.path = path_join(set->arena, f->shown, file);
        t->state = TEMPLATE_GOOD;
        if (file_read(set->arena, path.s, TEMPLATE_BYTES, &t->source.text, &why)) {
            parse(set, t);
            return;
        }
        t->state = TEMPLATE_BAD;
        diag_at(t->problems, (struct pos){&t->source, STR_NONE}, DIAG_TEMPLATE_READ,
                STR_ARG(t->source.path), why);
        return;
    }
}

/* The template of that name as far as it is known now; loaded when asked for first. */
static struct template *find(struct template_set *set, struct str name)
{
    for (size_t i = 0; i < set->all.n; i++)
        if (str_eq(set->all.at[i]->name, name))
            return set->all.at[i];
    struct template *t = new_template(set, name);
    load(set, t);
    return t;
}

static void link_one(struct template_set *set, struct template *t)
{
    for (size_t i = 0; i < t->parts.n; i++) {
        struct part *p = &t->parts.at[i];
        if (p->kind == PART_PARTIAL || p->kind == PART_PARENT)
            p->other = find(set, p->text);
    }
    t->linked = true;
}

static bool is_checked(const struct template_set *set, const struct template *t,
                       const struct shape *shape)
{
    for (size_t i = 0; i < set->checked.n; i++)
        if (set->checked.at[i].t == t && set->checked.at[i].shape == shape)
            return true;
    return false;
}

const struct template *template_compile(struct template_set *set, struct str name,
                                        const struct shape *shape, struct diag *d)
{
    struct template *t = find(set, name);
    if (t->state == TEMPLATE_ABSENT) {
        diag_at(d, (struct pos){0}, DIAG_TEMPLATE_MISSING, STR_ARG(name));
        return NULL;
    }
    if (is_checked(set, t, shape))
        return t;
    /* Linking may add templates at the end: they are linked in turn. */
    for (size_t i = 0; i < set->all.n; i++)
        if (!set->all.at[i]->linked)
            link_one(set, set->all.at[i]);
    if (!template_check(t, shape, d))
        return NULL;
    *vec_push(set->arena, &set->checked) = (struct checked){t, shape};
    return t;
}
