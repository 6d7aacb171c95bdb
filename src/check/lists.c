#include "check/lists.h"

size_t list_place(const struct list *l)
{
    return l->like->part == TEXT_FIELD ? (size_t)l->like->field
                                       : FIELD_COUNT + (size_t)l->like->part;
}

/* True when the entry of `b` stands in the list that `a` begins. */
static bool same_list(const struct text *a, const struct text *b)
{
    return b->entry && a->part == b->part && a->of == b->of && a->item == b->item &&
           a->field == b->field;
}

/* The texts [from, end) are those of one list. Entries without any text have none there:
 * those of a field are taken from the field. */
static struct list list_from(struct arena *a, const struct text *from,
                             const struct text *last)
{
    struct list l = {from->entry, (size_t)(last->entry - from->entry) + 1, from, NULL};
    if (from->of) {
        l.at = from->of->entries.at;
        l.n = from->of->entries.n;
    } else if (from->part == TEXT_FLOW) {
        l.at = from->item->flow.materials.at;
        l.n = from->item->flow.materials.n;
    }
    struct number *numbers = arena_array(a, l.n, sizeof *numbers);
    for (size_t i = 0; i < l.n; i++)
        numbers[i] = entry_number(&l.at[i]);
    l.numbers = numbers;
    return l;
}

static struct lists read_lists(struct check *check)
{
    struct lists lists = {0};
    for (size_t i = 0; i < check->text_count;) {
        const struct text *t = &check->texts[i++];
        if (!t->entry)
            continue;
        const struct text *last = t;
        while (i < check->text_count && same_list(t, &check->texts[i]))
            last = &check->texts[i++];
        *vec_push(check->arena, &lists) = list_from(check->arena, t, last);
    }
    return lists;
}

const struct lists *lists_of(struct check *check)
{
    if (check->lists)
        return check->lists;
    struct lists *lists = arena_alloc(check->arena, sizeof *lists);
    *lists = read_lists(check);
    return check->lists = lists;
}

struct text list_text(const struct list *l, const struct entry *e)
{
    struct text t = *l->like;
    t.entry = e;
    t.at = e->at;
    t.attribute = NULL;
    t.words = e->text;
    return t;
}

/* Only marks that end numbers: "." or "、" once more. */
static bool is_marks(struct str s)
{
    for (; s.n; s = str_from(s, 1))
        if (s.s[0] != '.' && s.s[0] != ')') {
            static const struct str wide[] = {STR_INIT("．"), STR_INIT("、"),
                                              STR_INIT("）"), STR_INIT("。")};
            size_t i = 0;
            while (i < sizeof wide / sizeof *wide && !str_starts(s, wide[i]))
                i++;
            if (i == sizeof wide / sizeof *wide)
                return false;
            s = str_from(s, wide[i].n - 1);
        }
    return true;
}

struct number number_read(struct str no)
{
    struct number number = {.kind = NUMBER_NONE};
    struct str text = str_trim(no);
    if (!text.n)
        return number;
    number.kind = NUMBER_OTHER;
    if (!ordinal_read(text, &number.first))
        return number;
    number.text = str_slice(text, 0, number.first.size);
    struct str rest = str_from(text, number.first.size), behind = str_trim(rest);
    struct ordinal second;
    if (!behind.n)
        number.kind = NUMBER_ONE;
    else if (is_marks(behind))
        number.kind = NUMBER_MARKS;
    else if (!ordinal_read(behind, &second))
        number.kind = NUMBER_OTHER;
    else if (second.size < behind.n || second.level != number.first.level)
        number.kind = NUMBER_LEVELS; /* 2.1.3, 一（2） */
    else if (behind.s == rest.s && (second.value != number.first.value ||
                                    !ordinal_alike(&second, &number.first)))
        number.kind = NUMBER_LEVELS; /* 2.1, 1.1 */
    else
        number.kind = second.value == number.first.value ? NUMBER_TWICE : NUMBER_TWO;
    return number;
}

struct number entry_number(const struct entry *e)
{
    struct number number = number_read(e->no);
    struct ordinal o, digit;
    if (number.kind != NUMBER_NONE || !ordinal_read(e->text, &o))
        return number;
    if (!o.close || ordinal_read(str_from(e->text, o.size), &digit))
        return number; /* 2020年, 1.5, （一）（二）两项 */
    return (struct number){NUMBER_ONE, o, str_slice(e->text, 0, o.size), true};
}
