/* The ways in which injectors.c makes mistakes. */
#include "inject.h"

#include "base/utf8.h"

#include <string.h>

/* ---- words in place of words ---- */

static size_t find_in(struct str text, size_t from, size_t to, const char *word)
{
    size_t found = str_find(str_slice(text, from, to), str_of(word));
    return found == STR_NONE ? to : from + found;
}

/* Every place of the words inside the elements. */
static struct pieces occurrences(struct edit *e, const struct pieces *elements,
                                 const char *words)
{
    struct pieces list = {0};
    for (size_t i = 0; i < elements->n; i++) {
        const struct piece *p = &elements->at[i];
        for (size_t at = p->from; (at = find_in(e->clean, at, p->to, words)) < p->to;
             at++)
            *vec_push(e->arena, &list) = (struct piece){at, at + strlen(words), p->item};
    }
    return list;
}

/* `from` becomes `to`. */
bool change_words(struct edit *e, const struct injector *row)
{
    struct pieces elements = edit_elements(e, row->where, row->element);
    struct pieces places = occurrences(e, &elements, row->from);
    struct piece place;
    return edit_choose(e, &places, &place) && edit_put(e, place, str_of(row->to));
}

/* The same in items that have a word (written before a "|" of `to`) elsewhere. */
bool change_words_with(struct edit *e, const struct injector *row)
{
    const char *bar = strchr(row->to, '|');
    struct str word = {row->to, (size_t)(bar - row->to)};
    struct pieces elements = edit_elements(e, row->where, row->element);
    struct pieces places = occurrences(e, &elements, row->from), good = {0};
    for (size_t i = 0; i < places.n; i++) {
        const struct piece *item = &e->items->at[places.at[i].item];
        if (str_has(str_slice(e->clean, item->from, item->to), word))
            *vec_push(e->arena, &good) = places.at[i];
    }
    struct piece place;
    return edit_choose(e, &good, &place) && edit_put(e, place, str_of(bar + 1));
}

/* The content of an element, between its tags. */
static struct piece content(const struct edit *e, struct piece element)
{
    struct str text = str_slice(e->clean, element.from, element.to);
    size_t open = str_find(text, STR(">")) + 1, close = text.n;
    while (close > open && text.s[close - 1] != '<')
        close--;
    element.to = element.from + close - 1;
    element.from += open;
    return element;
}

/* The content of an element becomes `to`. */
bool change_content(struct edit *e, const struct injector *row)
{
    struct pieces elements = edit_elements(e, row->where, row->element);
    struct piece place;
    return edit_choose(e, &elements, &place) &&
           edit_put(e, content(e, place), str_of(row->to));
}

/* An element goes. */
bool drop_element(struct edit *e, const struct injector *row)
{
    struct pieces elements = edit_elements(e, row->where, row->element);
    struct piece place;
    return edit_choose(e, &elements, &place) && edit_put(e, place, STR(""));
}

/* `to` is put behind the start tag of an element. */
bool add_inside(struct edit *e, const struct injector *row)
{
    struct pieces elements = edit_elements(e, row->where, row->element);
    struct piece place;
    if (!edit_choose(e, &elements, &place))
        return false;
    place.from = content(e, place).from;
    place.to = place.from;
    return edit_put(e, place, str_of(row->to));
}

/* ---- between two Chinese characters ---- */

enum { CHINESE = 3 }; /* bytes of a Chinese character */

static bool is_chinese(uint32_t c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

/* The places in a text that have two Chinese characters on both sides: 备 注 is spaced on
 * purpose, 参保 登记 is not. */
static void add_gaps(struct edit *e, struct piece p, struct pieces *gaps)
{
    struct str rest = str_slice(e->clean, p.from, p.to);
    size_t together = 0; /* Chinese characters read in a row */
    while (rest.n) {
        together = is_chinese(utf8_next(&rest)) ? together + 1 : 0;
        size_t at = p.to - rest.n - 2 * CHINESE;
        if (together >= 4)
            *vec_push(e->arena, gaps) = (struct piece){at, at, p.item};
    }
}

/* `to` is put between two Chinese characters of an element without others inside. */
bool insert_inside(struct edit *e, const struct injector *row)
{
    struct pieces elements = edit_elements(e, row->where, row->element), gaps = {0};
    for (size_t i = 0; i < elements.n; i++)
        add_gaps(e, content(e, elements.at[i]), &gaps);
    struct piece place;
    return edit_choose(e, &gaps, &place) && edit_put(e, place, str_of(row->to));
}

/* ---- codes ---- */

/* The value of the attribute code of an element. */
static struct pieces codes(struct edit *e, const char *element)
{
    enum where where = strcmp(element, "item") == 0 ? IN_ITEM : IN_REST;
    struct pieces elements = edit_elements(e, where, element), list = {0};
    for (size_t i = 0; i < elements.n; i++) {
        struct piece p = elements.at[i];
        p.from = find_in(e->clean, p.from, p.to, "code=\"") + strlen("code=\"");
        p.to = find_in(e->clean, p.from, p.to, "\"");
        *vec_push(e->arena, &list) = p;
    }
    return list;
}

/* One digit of a code becomes another. */
bool change_digit(struct edit *e, const struct injector *row)
{
    struct pieces list = codes(e, row->element);
    struct piece place;
    if (!edit_choose(e, &list, &place))
        return false;
    place.from += edit_random(e, 9);
    place.to = place.from + 1;
    char digit =
        (char)('0' + (e->clean.s[place.from] - '0' + 1 + (char)edit_random(e, 9)) % 10);
    return edit_put(e, place, str_print(e->arena, "%c", digit));
}

/* One character of a code becomes `to`, "" to drop it, or gets `to` before it. */
bool change_sign(struct edit *e, const struct injector *row)
{
    struct pieces list = codes(e, row->element);
    struct piece place;
    if (!edit_choose(e, &list, &place))
        return false;
    place.from += 1 + edit_random(e, place.to - place.from - 1);
    place.to = place.from + (row->to[0] != ' ');
    return edit_put(e, place, str_of(row->to));
}

/* One 0 of a code becomes `to`. */
bool change_zero(struct edit *e, const struct injector *row)
{
    struct pieces list = codes(e, row->element), zeros = {0};
    for (size_t i = 0; i < list.n; i++)
        for (size_t at = list.at[i].from; at < list.at[i].to; at++)
            if (e->clean.s[at] == '0')
                *vec_push(e->arena, &zeros) = (struct piece){at, at + 1, list.at[i].item};
    struct piece place;
    return edit_choose(e, &zeros, &place) && edit_put(e, place, str_of(row->to));
}

/* The code of another element in the place of a code. */
bool copy_code(struct edit *e, const struct injector *row)
{
    struct pieces list = codes(e, row->element);
    if (list.n < 2)
        return false;
    size_t to = edit_random(e, list.n);
    size_t from = (to + 1 + edit_random(e, list.n - 1)) % list.n;
    return edit_put(e, list.at[to],
                    str_slice(e->clean, list.at[from].from, list.at[from].to));
}

/* A code goes, its attribute stays. */
bool clear_code(struct edit *e, const struct injector *row)
{
    struct pieces list = codes(e, row->element);
    struct piece place;
    return edit_choose(e, &list, &place) && edit_put(e, place, STR(""));
}

/* `to` is put behind a code. */
bool lengthen_code(struct edit *e, const struct injector *row)
{
    struct pieces list = codes(e, row->element);
    struct piece place;
    if (!edit_choose(e, &list, &place))
        return false;
    place.from = place.to;
    return edit_put(e, place, str_of(row->to));
}

/* ---- whole pieces ---- */

/* The title of another item in the place of one. */
bool copy_content(struct edit *e, const struct injector *row)
{
    struct pieces list = edit_elements(e, row->where, row->element);
    if (list.n < 2)
        return false;
    size_t to = edit_random(e, list.n);
    size_t from = (to + 1 + edit_random(e, list.n - 1)) % list.n;
    struct piece words = content(e, list.at[from]);
    return edit_put(e, content(e, list.at[to]),
                    str_slice(e->clean, words.from, words.to));
}

/* Where the group around a place begins. */
static size_t group_of(const struct edit *e, size_t at)
{
    while (at > 0 && !str_starts(str_from(e->clean, at), STR("<group")))
        at--;
    return at;
}

/* An item that is not alone is written at the head of another group. */
bool move_item(struct edit *e, const struct injector *row)
{
    (void)row;
    struct pieces groups = edit_elements(e, IN_REST, "group");
    size_t item = edit_random(e, e->items->n);
    struct piece p = e->items->at[item];
    struct piece group = groups.at[edit_random(e, groups.n)];
    bool only = !str_starts(str_trim(str_from(e->clean, p.to)), STR("<item")) &&
                p.from == find_in(e->clean, group_of(e, p.from), p.to, "<item");
    if (only || (p.from > group.from && p.to < group.to))
        return false;
    size_t into = find_in(e->clean, group.from, group.to, "<item");
    struct str words = str_slice(e->clean, p.from, p.to);
    e->place = p;
    if (into < p.from)
        e->text =
            str_print(e->arena, "%.*s%.*s%.*s%.*s", STR_ARG(str_slice(e->clean, 0, into)),
                      STR_ARG(words), STR_ARG(str_slice(e->clean, into, p.from)),
                      STR_ARG(str_from(e->clean, p.to)));
    else
        e->text = str_print(e->arena, "%.*s%.*s%.*s%.*s",
                            STR_ARG(str_slice(e->clean, 0, p.from)),
                            STR_ARG(str_slice(e->clean, p.to, into)), STR_ARG(words),
                            STR_ARG(str_from(e->clean, into)));
    return true;
}

enum {
    CUT_LEAST = 12 * CHINESE
}; /* bytes that are left: two texts share fewer by chance */

/* A text loses its last third, cut between characters, not behind a mark. */
bool cut_text(struct edit *e, const struct injector *row)
{
    struct pieces list = edit_elements(e, row->where, row->element);
    struct piece place;
    if (!edit_choose(e, &list, &place))
        return false;
    place = content(e, place);
    struct str rest = str_slice(e->clean, place.from, place.to);
    size_t keep = rest.n * 2 / 3 < CUT_LEAST ? CUT_LEAST : rest.n * 2 / 3;
    uint32_t before = 0;
    while (rest.n && (place.to - rest.n - place.from < keep || !is_chinese(before)))
        before = utf8_next(&rest);
    if (!rest.n)
        return false;
    place.from = place.to - rest.n;
    return edit_put(e, place, STR(""));
}

/* The entries of the lists of one element name: material of materials. */
static struct pieces entries_of(struct edit *e, struct piece list, const char *entry)
{
    struct pieces all = edit_elements(e, IN_ALL, entry), inside = {0};
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].from > list.from && all.at[i].to < list.to)
            *vec_push(e->arena, &inside) = all.at[i];
    return inside;
}

/* The words of an entry without the mark at their end. */
static struct str before_mark(const struct edit *e, struct piece entry)
{
    struct piece p = content(e, entry);
    return str_slice(e->clean, p.from, p.to - CHINESE);
}

/* The words of an element become `to`, the mark at their end stays. */
bool change_before_mark(struct edit *e, const struct injector *row)
{
    struct pieces elements = edit_elements(e, row->where, row->element);
    struct piece place;
    if (!edit_choose(e, &elements, &place))
        return false;
    place = content(e, place);
    place.to -= CHINESE;
    return edit_put(e, place, str_of(row->to));
}

/* Chooses a list of an item without a chart whose last entry (`from`) has no form. */
static bool choose_list(struct edit *e, const struct injector *row, struct piece *first,
                        struct piece *last)
{
    struct pieces lists = edit_elements(e, row->where, row->element);
    struct piece list;
    if (!edit_choose(e, &lists, &list))
        return false;
    struct pieces entries = entries_of(e, list, row->from);
    struct piece item = e->items->at[list.item];
    *first = entries.at[0];
    *last = entries.at[entries.n - 1];
    return entries.n > 1 &&
           !str_has(str_slice(e->clean, last->from, last->to), STR("form=")) &&
           !str_has(str_slice(e->clean, item.from, item.to), STR("<flow"));
}

/* The last entry of a list becomes `to`. */
bool change_last_entry(struct edit *e, const struct injector *row)
{
    struct piece first, last;
    return choose_list(e, row, &first, &last) &&
           edit_put(e, content(e, last), str_of(row->to));
}

/* The last entry of a list becomes what the first is. */
bool repeat_entry(struct edit *e, const struct injector *row)
{
    struct piece first, last;
    if (!choose_list(e, row, &first, &last))
        return false;
    struct piece place = content(e, last);
    place.to -= CHINESE;
    return edit_put(e, place, before_mark(e, first));
}
