/* An edition as a record. The keys of the parts stand in it: they, not the numbers, stay the
 * same when a later program has more parts. */
#include "site/edition.h"

#include "base/record.h"

#include <stdio.h>

void edition_write(const struct edition *e, struct buf *out)
{
    record_put_text(out, e->date);
    record_put_number(out, PART_COUNT);
    for (size_t i = 0; i < PART_COUNT; i++)
        record_put_text(out, edition_part_key(i));
    record_put_number(out, e->items.n);
    for (size_t i = 0; i < e->items.n; i++) {
        const struct edition_item *item = &e->items.at[i];
        record_put_text(out, item->stem);
        record_put_text(out, item->title);
        for (size_t k = 0; k < PART_COUNT; k++) {
            char hex[17];
            int n = snprintf(hex, sizeof hex, "%llx", (unsigned long long)item->parts[k]);
            record_put_text(out, item->parts[k] ? (struct str){hex, (size_t)n} : STR(""));
        }
    }
}

static bool read_hash(struct str *rest, uint64_t *hash)
{
    struct str hex;
    if (!record_take_text(rest, &hex) || hex.n > 16)
        return false;
    *hash = 0;
    for (size_t i = 0; i < hex.n; i++) {
        char c = hex.s[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
        *hash = *hash << 4 | (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return true;
}

static size_t part_find(struct str key)
{
    size_t part = 0;
    while (part < PART_COUNT && !str_eq(edition_part_key(part), key))
        part++;
    return part;
}

bool edition_is_date(struct str s)
{
    static const char shape[] = "0000-00-00 00:00";
    for (size_t i = 0; i < s.n && i < sizeof shape - 1; i++)
        if (shape[i] == '0' ? s.s[i] < '0' || s.s[i] > '9' : s.s[i] != shape[i])
            return false;
    return s.n == sizeof shape - 1;
}

bool edition_read(struct arena *a, struct str *rest, struct edition *e)
{
    enum { MOST_PARTS = 1000 };
    size_t parts, items;
    *e = (struct edition){0};
    if (!record_take_text(rest, &e->date) || !record_take_number(rest, &parts) ||
        parts > MOST_PARTS || (e->date.n && !edition_is_date(e->date)))
        return false;
    size_t *part = arena_array(a, parts, sizeof *part);
    for (size_t i = 0; i < parts; i++) {
        struct str key;
        if (!record_take_text(rest, &key))
            return false;
        part[i] = part_find(key);
        if (part[i] < PART_COUNT)
            e->known[part[i]] = true;
    }
    if (!record_take_number(rest, &items))
        return false;
    for (size_t i = 0; i < items; i++) {
        struct edition_item *item = vec_push(a, &e->items);
        if (!record_take_text(rest, &item->stem) || !record_take_text(rest, &item->title))
            return false;
        for (size_t k = 0; k < parts; k++) {
            uint64_t hash;
            if (!read_hash(rest, &hash))
                return false;
            if (part[k] < PART_COUNT)
                item->parts[part[k]] = hash;
        }
    }
    return true;
}
