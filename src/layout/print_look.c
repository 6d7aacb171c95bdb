#include "layout/print_find.h"

#include <assert.h>

/* What documents ask a style for once it is read. */

const void *print_find(const void *rows, size_t n, size_t size, const char *name)
{
    for (size_t i = 0; i < n; i++) {
        const struct str *row = (const struct str *)((const char *)rows + i * size);
        if (str_eq(*row, str_of(name)))
            return row;
    }
    return NULL;
}

#define FIND(list, name) print_find((list).at, (list).n, sizeof *(list).at, name)

const struct print_type *print_type(const struct print_style *p, const char *name)
{
    const struct print_type *t = FIND(p->types, name);
    assert(t);
    return t;
}

struct str print_label(const struct print_style *p, const char *name)
{
    const struct print_label *l = FIND(p->labels, name);
    assert(l);
    return l->text;
}

double print_measure(const struct print_style *p, const char *name)
{
    const struct print_measure *m = FIND(p->measures, name);
    assert(m);
    return m->points;
}

struct color print_color(const struct print_style *p, const char *name)
{
    const struct print_color *c = FIND(p->colors, name);
    assert(c);
    return c->color;
}

const struct print_column *print_column(const struct print_style *p, const char *name)
{
    const struct print_column *c = FIND(p->columns, name);
    assert(c);
    return c;
}

const struct print_style *print_paper(struct arena *a, const struct print_style *p,
                                      size_t i)
{
    struct print_style *on = arena_alloc(a, sizeof *on);
    *on = *p;
    on->page = p->pages.at[i].frame;
    return on;
}

const struct print_style *print_on(struct arena *a, const struct print_style *p,
                                   struct str paper)
{
    for (size_t i = 0; paper.n && i < p->pages.n; i++)
        if (str_eq(p->pages.at[i].name, paper))
            return print_paper(a, p, i);
    return p;
}

struct paragraph_style print_paragraph(const struct print_type *t, double width)
{
    return (struct paragraph_style){.width = width,
                                    .leading = t->leading,
                                    .first_indent = t->first_indent,
                                    .hang = t->hang,
                                    .align = t->align};
}
