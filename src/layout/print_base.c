#include "layout/print_style.h"

static void scale_type(struct print_type *t, double factor)
{
    t->style.size *= factor;
    t->leading *= factor;
    t->first_indent *= factor;
    t->hang *= factor;
    t->before *= factor;
    t->after *= factor;
}

struct print_style *print_scaled(struct arena *a, const struct print_style *p,
                                 double factor)
{
    struct print_style *s = arena_alloc(a, sizeof *s);
    *s = *p;
    s->types.at = arena_array(a, p->types.n, sizeof *s->types.at);
    s->types.cap = p->types.n;
    for (size_t i = 0; i < p->types.n; i++) {
        s->types.at[i] = p->types.at[i];
        scale_type(&s->types.at[i], factor);
    }
    s->measures.at = arena_array(a, p->measures.n, sizeof *s->measures.at);
    s->measures.cap = p->measures.n;
    for (size_t i = 0; i < p->measures.n; i++) {
        s->measures.at[i] = p->measures.at[i];
        s->measures.at[i].points *= factor;
    }
    return s;
}

/* Every row begins with its name. */
#define INHERIT(a, own, base, list) \
    for (size_t i_ = 0, n_ = (own)->list.n; i_ < (base)->list.n; i_++) { \
        size_t k_ = 0; \
        while (k_ < n_ && !str_eq((own)->list.at[k_].name, (base)->list.at[i_].name)) \
            k_++; \
        if (k_ == n_) \
            *vec_push((a), &(own)->list) = (base)->list.at[i_]; \
    }

void print_inherit(struct arena *a, struct print_style *own,
                   const struct print_style *base)
{
    INHERIT(a, own, base, types);
    INHERIT(a, own, base, labels);
    INHERIT(a, own, base, measures);
    INHERIT(a, own, base, colors);
    INHERIT(a, own, base, columns);
    if (own->pages.n == 0) {
        own->page = base->page;
        own->pages.at = base->pages.at;
        own->pages.n = base->pages.n;
    }
}
