/* Any text as a code: its parts borrow from it, mending is stable. */
#include "catalog/code.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void inside(struct str part, struct str text)
{
    assert(!part.n || (part.s >= text.s && part.s + part.n <= text.s + text.n));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct str text = {(const char *)data, size};
    struct code c = code_parse(text);
    inside(c.base, text);
    inside(c.suffix, text);
    inside(c.uscc, text);
    inside(c.date, text);
    assert(c.form != CODE_MALFORMED || c.fault != CODE_FINE);
    struct str mended = code_mended(a, text);
    assert(str_eq(code_mended(a, mended), mended));
    arena_drop(a);
    return 0;
}
