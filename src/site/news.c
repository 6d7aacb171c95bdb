#include "site/news.h"

#include "base/record.h"

#include <xxhash.h>

struct str news_path(struct arena *a, struct str id)
{
    return str_print(a, ".mulu/%.*s.news", STR_ARG(id));
}

static struct str parts_text(struct arena *a, const struct catalog *c,
                             const struct change *change)
{
    struct buf b = {0};
    for (size_t i = 0; i < PART_COUNT; i++) {
        if (!change->parts[i])
            continue;
        if (b.n)
            buf_puts(&b, "、");
        buf_put(&b, edition_part_title(c, i));
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static void add_changes(struct arena *a, const struct catalog *c, struct news *n)
{
    static const enum news_kind kinds[] = {[CHANGE_NEW] = NEWS_NEW,
                                           [CHANGE_CHANGED] = NEWS_CHANGED,
                                           [CHANGE_GONE] = NEWS_GONE};
    struct changes changes = edition_compare(a, &n->before, &n->now);
    for (size_t i = 0; i < changes.n; i++) {
        const struct change *change = &changes.at[i];
        *vec_push(a, &n->entries) =
            (struct news_entry){kinds[change->kind], n->now.date, change->item->stem,
                                change->item->title, parts_text(a, c, change)};
    }
}

/* What was told of earlier publications stays told; `same`: that of this date, too. */
static void add_earlier(struct arena *a, const struct news *old, struct str date,
                        bool same, struct news *n)
{
    for (size_t i = 0; i < old->entries.n; i++) {
        int order = str_cmp(old->entries.at[i].date, date);
        if (order < 0 || (order == 0 && same))
            *vec_push(a, &n->entries) = old->entries.at[i];
    }
}

/* At most NEWS_MOST, and the rest of the publication the last of them is of. */
static size_t cut(const struct news_entry *entries, size_t count)
{
    size_t most = NEWS_MOST;
    while (most < count && str_eq(entries[most].date, entries[most - 1].date))
        most++;
    return most < count ? most : count;
}

struct news news_advance(struct arena *a, const struct catalog *c, const struct news *old)
{
    struct news n = {.now = edition_of(a, c)};
    struct str date = n.now.date;
    n.before = str_cmp(date, old->now.date) > 0 ? old->now : old->before;
    if (str_cmp(n.before.date, date) >= 0)
        n.before = (struct edition){0};
    if (n.before.date.n)
        add_changes(a, c, &n);
    add_earlier(a, old, date, !n.before.date.n, &n);
    if (!n.entries.n && !n.before.date.n)
        *vec_push(a, &n.entries) =
            (struct news_entry){.kind = NEWS_CATALOG, .date = date};
    n.entries.n = cut(n.entries.at, n.entries.n);
    return n;
}

/* As bytes: a name, a checksum of the rest, entries, editions. */
static const struct str mark = STR_INIT("mulu news 1");
enum { SUM_DIGITS = 16 };

static struct str checksum(struct arena *a, struct str bytes)
{
    return str_print(a, "%0*llx", SUM_DIGITS,
                     (unsigned long long)XXH3_64bits(bytes.s, bytes.n));
}

void news_write(const struct news *n, struct buf *out)
{
    struct arena *a = arena_new();
    struct buf body = {0};
    record_put_number(&body, n->entries.n);
    for (size_t i = 0; i < n->entries.n; i++) {
        const struct news_entry *e = &n->entries.at[i];
        record_put_number(&body, e->kind);
        record_put_text(&body, e->date);
        record_put_text(&body, e->stem);
        record_put_text(&body, e->title);
        record_put_text(&body, e->parts);
    }
    edition_write(&n->now, &body);
    edition_write(&n->before, &body);
    record_put_text(out, mark);
    record_put_text(out, checksum(a, buf_str(&body)));
    buf_put(out, buf_str(&body));
    buf_drop(&body);
    arena_drop(a);
}

static bool read_entry(struct str *rest, struct news_entry *e)
{
    size_t kind;
    if (!record_take_number(rest, &kind) || kind >= NEWS_KIND_COUNT)
        return false;
    e->kind = (enum news_kind)kind;
    return record_take_text(rest, &e->date) && edition_is_date(e->date) &&
           record_take_text(rest, &e->stem) && record_take_text(rest, &e->title) &&
           record_take_text(rest, &e->parts);
}

bool news_read(struct arena *a, struct str bytes, struct news *n)
{
    struct str name, sum;
    size_t entries;
    *n = (struct news){0};
    if (!record_take_text(&bytes, &name) || !str_eq(name, mark) ||
        !record_take_text(&bytes, &sum) || !str_eq(sum, checksum(a, bytes)) ||
        !record_take_number(&bytes, &entries))
        return false;
    for (size_t i = 0; i < entries; i++)
        if (!read_entry(&bytes, vec_push(a, &n->entries)))
            return false;
    return edition_read(a, &bytes, &n->now) && edition_read(a, &bytes, &n->before) &&
           bytes.n == 0;
}

/* What differs from what stands published under the very date. */
static void tell_silent(struct arena *a, const struct catalog *c, const struct news *old,
                        const struct news *now, struct diag *d)
{
    if (!str_eq(old->now.date, now->now.date))
        return;
    size_t changed = edition_compare(a, &old->now, &now->now).n;
    if (changed)
        diag_at(d, (struct pos){&c->source, c->at}, DIAG_NEWS_DATE, changed,
                STR_ARG(now->now.date));
}

bool news_update(const struct catalog *c, bool make, bool release,
                 const struct sink *sink, struct diag *d)
{
    if (!sink->old)
        return true;
    struct arena *a = arena_new();
    struct news old = {0}, now;
    struct str bytes, path = news_path(a, c->id);
    struct buf out = {0};
    bool ok = true, known = sink->old(sink->context, a, path, &bytes);
    if (make && c->web_published.n) {
        if (known && !news_read(a, bytes, &old)) {
            diag_at(d, (struct pos){0}, DIAG_NEWS_STATE, STR_ARG(path));
            old = (struct news){0};
        }
        now = news_advance(a, c, &old);
        if (release)
            tell_silent(a, c, &old, &now, d);
        news_write(&now, &out);
        ok = sink->put(sink->context, path, buf_str(&out), d);
    } else if (known) {
        ok = sink->put(sink->context, path, bytes, d);
    }
    buf_drop(&out);
    arena_drop(a);
    return ok;
}
