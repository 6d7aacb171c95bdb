#include "inject.h"

#include <string.h>

size_t edit_random(struct edit *e, size_t most)
{
    *e->seed = *e->seed * 1103515245u + 12345u;
    return (*e->seed >> 8) % most;
}

static size_t find_from(struct str text, size_t from, const char *word)
{
    size_t found = str_find(str_from(text, from), str_of(word));
    return found == STR_NONE ? text.n : from + found;
}

struct pieces edit_items(struct arena *a, struct str text)
{
    struct pieces list = {0};
    for (size_t at = 0; (at = find_from(text, at, "<item ")) < text.n; at++) {
        size_t end = find_from(text, at, "</item>") + strlen("</item>");
        *vec_push(a, &list) = (struct piece){at, end, list.n - 1};
        at = end;
    }
    return list;
}

/* In which item a place is. */
static size_t item_at(const struct edit *e, size_t at)
{
    for (size_t i = 0; i < e->items->n; i++)
        if (at >= e->items->at[i].from && at < e->items->at[i].to)
            return i;
    return NO_ITEM;
}

/* True inside a chart: its start tag is nearer before than its end tag. */
static bool in_flow(const struct edit *e, size_t at, size_t item)
{
    if (item == NO_ITEM)
        return false;
    size_t start = find_from(e->clean, e->items->at[item].from, "<flow");
    return at >= start && at < find_from(e->clean, start, "</flow>");
}

static bool fits(const struct edit *e, enum where where, size_t at, size_t item)
{
    switch (where) {
    case IN_ITEM: return item != NO_ITEM && !in_flow(e, at, item);
    case IN_FLOW: return in_flow(e, at, item);
    case IN_GROUP: return item == NO_ITEM && at > find_from(e->clean, 0, "<group");
    case IN_REST: return item == NO_ITEM;
    case IN_ALL: return true;
    }
    return false;
}

/* Behind the element that starts at `at`: behind its end tag or its "/>". */
static size_t element_end(struct str text, size_t at, const char *element)
{
    size_t tag = find_from(text, at, ">");
    if (tag == text.n || text.s[tag - 1] == '/')
        return tag + 1;
    char close[64];
    size_t n = strlen(element);
    memcpy(close, "</", 2);
    memcpy(close + 2, element, n);
    memcpy(close + 2 + n, ">", 2);
    return find_from(text, at, close) + n + 3;
}

struct pieces edit_elements(struct edit *e, enum where where, const char *element)
{
    struct pieces list = {0};
    struct str open = str_print(e->arena, "<%s", element);
    for (size_t at = 0; (at = find_from(e->clean, at, open.s)) < e->clean.n; at++) {
        char behind = e->clean.s[at + open.n];
        size_t item = item_at(e, at);
        if ((behind == '>' || behind == ' ') && fits(e, where, at, item))
            *vec_push(e->arena, &list) =
                (struct piece){at, element_end(e->clean, at, element), item};
    }
    return list;
}

bool edit_choose(struct edit *e, const struct pieces *from, struct piece *chosen)
{
    if (!from->n)
        return false;
    *chosen = from->at[edit_random(e, from->n)];
    return true;
}

bool edit_put(struct edit *e, struct piece place, struct str words)
{
    e->place = place;
    e->text =
        str_print(e->arena, "%.*s%.*s%.*s", STR_ARG(str_slice(e->clean, 0, place.from)),
                  STR_ARG(words), STR_ARG(str_from(e->clean, place.to)));
    return true;
}
