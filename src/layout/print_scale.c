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
