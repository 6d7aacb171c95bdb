/* Names are found by their end: a text is read once, and behind a 市 or 县 the longest name
 * is looked up in a hash of names taken from the last character to the first. */
#include "catalog/regions.h"

#include "base/file.h"
#include "base/utf8.h"

#include <string.h>

enum {
    MOST_BYTES = 4 << 20, /* of the file: sixty times what it has */
    MOST_CHARS = 24,      /* of a name: the longest has 15 */
    CODE_DIGITS = 6
};

struct regions {
    struct arena *arena;
    VEC(struct region) all; /* in the order of their codes */
    const struct region **slots;
    size_t slot_count; /* a power of two, at least twice the places */
};

static size_t mix(size_t hash, uint32_t c)
{
    return (hash ^ c) * 0x9E3779B1u;
}

/* The hash of a name: its characters from the last to the first. */
static size_t hash_name(struct str name)
{
    size_t hash = 0, size;
    while (name.n) {
        hash = mix(hash, utf8_last(name, &size));
        name.n -= size;
    }
    return hash;
}

/* The slot of that name, or the empty one where it would stand. */
static const struct region **slot_of(const struct regions *r, struct str name,
                                     size_t hash)
{
    size_t i = (hash ^ hash >> 15) & (r->slot_count - 1);
    while (r->slots[i] && !str_eq(r->slots[i]->name, name))
        i = (i + 1) & (r->slot_count - 1);
    return &r->slots[i];
}

static bool is_code(struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.s[i] < '0' || text.s[i] > '9')
            return false;
    return text.n == CODE_DIGITS;
}

/* Takes one line; false when it is no place or out of order. */
static bool add_line(struct regions *r, struct str line)
{
    line = str_trim(line);
    if (!line.n || line.s[0] == '#')
        return true;
    struct str code;
    if (!str_cut(&line, '\t', &code) || !is_code(code) || !line.n ||
        utf8_count(line) > MOST_CHARS)
        return false;
    if (r->all.n && str_cmp(r->all.at[r->all.n - 1].code, code) >= 0)
        return false;
    *vec_push(r->arena, &r->all) = (struct region){.code = code, .name = line};
    return true;
}

/* From the last to the first, so that of twins the one with the least code leads. */
static void fill_slots(struct regions *r)
{
    r->slot_count = 16;
    while (r->slot_count < 2 * r->all.n)
        r->slot_count *= 2;
    r->slots = arena_array(r->arena, r->slot_count, sizeof *r->slots);
    for (size_t i = r->all.n; i-- > 0;) {
        struct region *place = &r->all.at[i];
        const struct region **slot = slot_of(r, place->name, hash_name(place->name));
        place->twin = *slot;
        *slot = place;
    }
}

/* Windows editors put a byte order mark before the first line; it is none of the text. */
static bool add_lines(struct regions *r, const struct source *source, struct diag *d)
{
    struct str rest = source->text, line;
    if (str_starts(rest, STR("\xEF\xBB\xBF")))
        rest = str_from(rest, 3);
    while (str_cut(&rest, '\n', &line)) {
        size_t at = (size_t)(line.s - source->text.s);
        if (!add_line(r, line))
            return diag_at(d, (struct pos){source, at}, DIAG_REGIONS_LINE);
    }
    return r->all.n || diag_at(d, (struct pos){source, 0}, DIAG_REGIONS_EMPTY);
}

static bool read_table(struct regions *r, struct str path, struct str shown,
                       struct diag *d)
{
    struct source source = {.path = shown};
    const char *why;
    if (!file_read(r->arena, path.s, MOST_BYTES, &source.text, &why))
        return diag_at(d, (struct pos){&source, STR_NONE}, DIAG_REGIONS_READ, why);
    size_t bad = utf8_check(source.text);
    if (bad != STR_NONE)
        return diag_at(d, (struct pos){&source, bad}, DIAG_REGIONS_READ,
                       "不是 UTF-8 编码");
    return add_lines(r, &source, d);
}

struct regions *regions_load(struct str path, struct str shown, struct diag *d)
{
    struct arena *a = arena_new();
    struct regions *r = arena_alloc(a, sizeof *r);
    r->arena = a;
    if (!read_table(r, path, shown, d)) {
        arena_drop(a);
        return NULL;
    }
    fill_slots(r);
    return r;
}

void regions_drop(struct regions *r)
{
    if (r)
        arena_drop(r->arena);
}

const struct region *region_find(const struct regions *r, struct str code)
{
    size_t low = 0, high = r->all.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(r->all.at[middle].code, code);
        if (order == 0)
            return &r->all.at[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct region *region_named(const struct regions *r, struct str name)
{
    return *slot_of(r, name, hash_name(name));
}

const struct region *region_ending(const struct regions *r, struct str text, size_t end)
{
    const struct region *longest = NULL;
    struct str before = str_slice(text, 0, end);
    size_t hash = 0, size;
    for (int i = 0; i < MOST_CHARS && before.n; i++) {
        uint32_t c = utf8_last(before, &size);
        if (c < 0x3400)
            break; /* a blank, a mark, a letter */
        hash = mix(hash, c);
        before.n -= size;
        const struct region *found =
            i ? *slot_of(r, str_slice(text, before.n, end), hash) : NULL;
        if (found)
            longest = found;
    }
    return longest;
}

bool region_holds(struct str above, struct str code)
{
    while (above.n > 2 && str_ends(above, STR("00")))
        above.n -= 2;
    return code.n == CODE_DIGITS && str_starts(code, above);
}

struct str region_full_name(const struct regions *r, struct arena *a,
                            const struct region *place)
{
    struct str name = STR("");
    for (size_t n = 2; n <= CODE_DIGITS; n += 2) {
        struct str part = str_slice(place->code, 0, n);
        struct str code =
            str_print(a, "%.*s%.*s", STR_ARG(part), (int)(CODE_DIGITS - n), "0000");
        const struct region *held = region_find(r, code);
        bool again = held && str_ends(name, held->name);
        if (held && !again)
            name = str_print(a, "%.*s%.*s", STR_ARG(name), STR_ARG(held->name));
    }
    return name;
}
