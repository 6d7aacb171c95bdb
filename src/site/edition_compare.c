/* What became of the items of an edition.
 *
 * First who is who. The name of a page says it where it is a code or a path. Then a title says
 * it that one item has here and one there: pages of items without a code are called by their
 * place (item-7), and one item more moves all of them; and a code that was corrected makes no
 * other item. What is left goes by the name of its page after all: its title was rewritten. */
#include "site/edition.h"

#include "base/lookup.h"

/* In the tables of titles: several items have it. */
#define MANY (STR_NONE - 1)

struct pairing {
    struct arena *arena;
    const struct edition *before, *now;
    size_t *was; /* of each item of `now`: the one it was, or STR_NONE */
    bool *taken; /* of each item of `before`: it is one of `now` */
};

static bool named_by_place(struct str stem)
{
    return str_starts(stem, STR("item-"));
}

static void pair(struct pairing *p, size_t now, size_t before)
{
    p->was[now] = before;
    p->taken[before] = true;
}

static void pair_by_stem(struct pairing *p, const struct lookup *stems, bool places)
{
    for (size_t i = 0; i < p->now->items.n; i++) {
        struct str stem = p->now->items.at[i].stem;
        size_t before = lookup_find(stems, stem);
        if (p->was[i] == STR_NONE && before != STR_NONE && !p->taken[before] &&
            (places || !named_by_place(stem)))
            pair(p, i, before);
    }
}

static void add_title(struct pairing *p, struct lookup *titles, struct str title,
                      size_t i)
{
    size_t *at = lookup_value(p->arena, titles, title);
    *at = *at == STR_NONE ? i : MANY;
}

static void pair_by_title(struct pairing *p)
{
    struct lookup before = {0}, now = {0};
    for (size_t i = 0; i < p->before->items.n; i++)
        if (!p->taken[i])
            add_title(p, &before, p->before->items.at[i].title, i);
    for (size_t i = 0; i < p->now->items.n; i++)
        if (p->was[i] == STR_NONE)
            add_title(p, &now, p->now->items.at[i].title, i);
    for (size_t i = 0; i < p->now->items.n; i++) {
        struct str title = p->now->items.at[i].title;
        size_t was = lookup_find(&before, title);
        if (p->was[i] == STR_NONE && title.n && was != STR_NONE && was != MANY &&
            lookup_find(&now, title) == i)
            pair(p, i, was);
    }
}

static void pair_all(struct pairing *p)
{
    struct lookup stems = {0};
    for (size_t i = 0; i < p->now->items.n; i++)
        p->was[i] = STR_NONE;
    for (size_t i = 0; i < p->before->items.n; i++)
        *lookup_value(p->arena, &stems, p->before->items.at[i].stem) = i;
    pair_by_stem(p, &stems, false);
    pair_by_title(p);
    pair_by_stem(p, &stems, true);
}

static void add_changed(const struct pairing *p, struct changes *found,
                        const struct edition_item *was, const struct edition_item *is)
{
    struct change change = {.kind = CHANGE_CHANGED, .item = is};
    bool any = false;
    for (size_t i = 0; i < PART_COUNT; i++) {
        change.parts[i] =
            p->before->known[i] && p->now->known[i] && was->parts[i] != is->parts[i];
        any |= change.parts[i];
    }
    if (any)
        *vec_push(p->arena, found) = change;
}

struct changes edition_compare(struct arena *a, const struct edition *before,
                               const struct edition *now)
{
    struct pairing p = {a, before, now, arena_array(a, now->items.n, sizeof *p.was),
                        arena_array(a, before->items.n, sizeof *p.taken)};
    struct changes found = {0};
    pair_all(&p);
    for (size_t i = 0; i < now->items.n; i++) {
        const struct edition_item *is = &now->items.at[i];
        if (p.was[i] == STR_NONE)
            *vec_push(a, &found) = (struct change){.kind = CHANGE_NEW, .item = is};
        else
            add_changed(&p, &found, &before->items.at[p.was[i]], is);
    }
    for (size_t i = 0; i < before->items.n; i++)
        if (!p.taken[i])
            *vec_push(a, &found) =
                (struct change){.kind = CHANGE_GONE, .item = &before->items.at[i]};
    return found;
}
