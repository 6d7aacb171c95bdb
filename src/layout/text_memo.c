#include "layout/text_memo.h"

#include "base/buf.h"

#include <string.h>

struct kept {
    struct span *spans;
    struct paragraph *at;
    size_t n;
};

static void put(struct buf *out, const void *bytes, size_t n)
{
    buf_put(out, (struct str){bytes, n});
}

/* Member by member: what lies between the members of a struct may be anything. */
static void put_key(struct buf *out, const struct memo_key *key)
{
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

bool text_recall(const struct memo *m, struct arena *a, const struct memo_key *key,
                 struct paragraph **at, size_t *n)
{
    struct buf question = {0};
    put_key(&question, key);
    const struct kept *kept = memo_find(m, buf_str(&question));
    buf_drop(&question);
    if (!kept)
        return false;
    *at = copies(a, kept->at, kept->n, kept->spans, key->spans, key->n);
    *n = kept->n;
    return true;
}

void text_keep(struct memo *m, const struct memo_key *key, const struct paragraph *at,
               size_t n)
{
    struct buf question = {0};
    struct arena *a = memo_room(m);
    struct kept *kept = arena_alloc(a, sizeof *kept);
    kept->spans = arena_array(a, key->n, sizeof *kept->spans);
    kept->n = n;
    for (size_t i = 0; i < key->n; i++) {
        kept->spans[i] = key->spans[i];
        kept->spans[i].text = str_copy(a, key->spans[i].text);
    }
    kept->at = copies(a, at, n, key->spans, kept->spans, key->n);
    put_key(&question, key);
    memo_keep(m, buf_str(&question), kept);
    buf_drop(&question);
}
