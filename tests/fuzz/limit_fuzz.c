/* Any text as a time limit: words borrow from it, values stay in bounds. */
#include "catalog/limit.h"
#include "catalog/numeral.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct str text = {(const char *)data, size};
    struct limit l = limit_parse(a, text);
    for (size_t i = 0; i < l.n; i++) {
        const struct limit_part *p = &l.at[i];
        assert((p->kind == LIMIT_WITHIN) == (p->unit != LIMIT_NONE));
        assert(p->value <= NUMERAL_MOST && (p->kind == LIMIT_WITHIN || p->value == 0));
        assert(!p->when.n ||
               (p->when.s >= text.s && p->when.s + p->when.n <= text.s + size));
    }
    if (l.n && limit_known(&l))
        assert(limit_compare(&l, &l) == 0);
    arena_drop(a);
    return 0;
}
