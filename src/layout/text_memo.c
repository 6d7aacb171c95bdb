#include "layout/text_memo.h"

#include "base/lookup.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 4 * 1024 * 1024 };

struct kept {
    struct span *spans;
    struct paragraph *at;
    size_t n;
};
struct text_memo {
    struct arena *arena;
    struct lookup keys; /* to places in `all` */
    VEC(struct kept) all;
    struct buf key; /* of the text asked for last; its room is used again */
};

struct text_memo *text_memo_new(void)
{
    struct text_memo *m = heap_alloc(sizeof *m);
    *m = (struct text_memo){.arena = arena_new()};
    return m;
}

void text_memo_drop(struct text_memo *m)
{
    if (!m)
        return;
    buf_drop(&m->key);
    arena_drop(m->arena);
    free(m);
}

static void put(struct buf *out, const void *bytes, size_t n)
{
    buf_put(out, (struct str){bytes, n});
}

/* Member by member: what lies between the members of a struct may be anything. */
static struct str key_bytes(struct text_memo *m, const struct memo_key *key)
{
    struct buf *out = &m->key;
    buf_clear(out);
    put(out, &key->way, sizeof key->way);
    put(out, &key->width, sizeof key->width);
    put(out, &key->leading, sizeof key->leading);
    put(out, &key->hang, sizeof key->hang);
    for (size_t i = 0; i < key->n; i++) {
        const struct span *s = &key->spans[i];
        put(out, &s->style.font, sizeof s->style.font);
        put(out, &s->style.size, sizeof s->style.size);
        put(out, &s->style.color, sizeof s->style.color);
        put(out, &s->text.n, sizeof s->text.n);
        buf_put(out, s->text);
    }
    return buf_str(out);
}

/* The same piece of the same text of other spans. */
static struct str moved(struct str text, const struct span *from, const struct span *to,
                        size_t n)
{
    for (size_t i = 0; text.n && i < n; i++)
        if (text.s >= from[i].text.s && text.s < from[i].text.s + from[i].text.n)
            return (struct str){to[i].text.s + (text.s - from[i].text.s), text.n};
    return STR("");
}

static void copy_line(struct arena *a, struct text_line *to, const struct text_line *line,
                      const struct span *old, const struct span *fresh, size_t n)
{
    *to = *line;
    to->runs.at = arena_array(a, line->runs.n, sizeof *to->runs.at);
    to->runs.cap = line->runs.n;
    for (size_t i = 0; i < line->runs.n; i++) {
        const struct line_run *run = &line->runs.at[i];
        struct line_run *copy = &to->runs.at[i];
        *copy = *run;
        copy->text = moved(run->text, old, fresh, n);
        copy->nudges.at = arena_array(a, run->nudges.n, sizeof *copy->nudges.at);
        copy->nudges.cap = run->nudges.n;
        if (run->nudges.n)
            memcpy(copy->nudges.at, run->nudges.at,
                   run->nudges.n * sizeof *copy->nudges.at);
    }
}

static struct paragraph *copies(struct arena *a, const struct paragraph *at, size_t count,
                                const struct span *old, const struct span *fresh,
                                size_t n)
{
    struct paragraph *to = arena_array(a, count, sizeof *to);
    for (size_t i = 0; i < count; i++) {
        to[i] = at[i];
        to[i].lines.at = arena_array(a, at[i].lines.n, sizeof *to[i].lines.at);
        to[i].lines.cap = at[i].lines.n;
        for (size_t j = 0; j < at[i].lines.n; j++)
            copy_line(a, &to[i].lines.at[j], &at[i].lines.at[j], old, fresh, n);
    }
    return to;
}

bool text_recall(struct text_memo *m, struct arena *a, const struct memo_key *key,
                 struct paragraph **at, size_t *n)
{
    size_t found = lookup_find(&m->keys, key_bytes(m, key));
    if (found == STR_NONE)
        return false;
    const struct kept *kept = &m->all.at[found];
    *at = copies(a, kept->at, kept->n, kept->spans, key->spans, key->n);
    *n = kept->n;
    return true;
}

void text_keep(struct text_memo *m, const struct memo_key *key,
               const struct paragraph *at, size_t n)
{
    if (arena_used(m->arena) > MOST_BYTES) {
        arena_drop(m->arena);
        m->arena = arena_new();
        m->keys = (struct lookup){0};
        m->all.at = NULL;
        m->all.n = m->all.cap = 0;
    }
    struct kept kept = {.spans = arena_array(m->arena, key->n, sizeof *kept.spans),
                        .n = n};
    for (size_t i = 0; i < key->n; i++) {
        kept.spans[i] = key->spans[i];
        kept.spans[i].text = str_copy(m->arena, key->spans[i].text);
    }
    kept.at = copies(m->arena, at, n, key->spans, kept.spans, key->n);
    *lookup_value(m->arena, &m->keys, str_copy(m->arena, key_bytes(m, key))) = m->all.n;
    *vec_push(m->arena, &m->all) = kept;
}
