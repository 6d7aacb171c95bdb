#include "site/search_site.h"

#include "site/search_index.h"

/* Items of a file: about 150 KB, a tenth of that through gzip. */
enum { ITEMS_A_SHARD = 1000 };

struct writing {
    const struct publish *publish;
    struct diag *d;
    struct buf index, shard;
    size_t shards;   /* closed */
    size_t items;    /* of the open one */
    size_t catalogs; /* of all */
    bool ok;
};

static void close_shard(struct writing *w)
{
    if (!w->shard.n)
        return;
    struct arena *a = arena_new();
    struct str path = str_print(a, "search/titles-%zu.json", w->shards++);
    buf_puts(&w->shard, "]\n");
    w->ok &= publish_file(w->publish, path, buf_str(&w->shard), w->d);
    buf_clear(&w->shard);
    w->items = 0;
    arena_drop(a);
}

/* In the index: id, title, region, items, shard. */
static void add_catalog(struct writing *w, const struct catalog_summary *c)
{
    struct arena *a = arena_new();
    struct str path = str_print(a, "%.*s/search.json", STR_ARG(c->id)), bytes;
    if (publish_new(w->publish, a, path, &bytes)) {
        buf_puts(&w->index, w->catalogs++ ? ",\n[" : "[");
        buf_json(&w->index, c->id);
        buf_char(&w->index, ',');
        buf_json(&w->index, c->title);
        buf_char(&w->index, ',');
        buf_json(&w->index, c->region);
        buf_printf(&w->index, ",%zu,%zu]", c->items + c->services, w->shards);
        buf_puts(&w->shard, w->shard.n ? ",\n" : "[");
        buf_put(&w->shard, search_index_head(bytes));
        buf_char(&w->shard, '}');
        w->items += c->items + c->services;
        if (w->items >= ITEMS_A_SHARD)
            close_shard(w);
    }
    arena_drop(a);
}

/* ["word", "what", "it", "stands", "for"] */
static void put_synonyms(struct buf *out, const struct synonyms *words)
{
    buf_puts(out, "],\"synonyms\":[");
    for (size_t i = 0; i < words->n; i++) {
        buf_puts(out, i ? ",\n[" : "[");
        buf_json(out, words->at[i].word);
        for (size_t k = 0; k < words->at[i].words.n; k++) {
            buf_char(out, ',');
            buf_json(out, words->at[i].words.at[k]);
        }
        buf_char(out, ']');
    }
}

bool search_site_write(const struct publish *p, const struct catalog_summary *all,
                       size_t n, const struct synonyms *words, struct diag *d)
{
    struct writing w = {.publish = p, .d = d, .ok = true};
    buf_puts(&w.index, "{\"v\":1,\"catalogs\":[");
    for (size_t i = 0; i < n; i++)
        add_catalog(&w, &all[i]);
    close_shard(&w);
    put_synonyms(&w.index, words);
    buf_puts(&w.index, "]}\n");
    w.ok &= publish_file(p, STR("search/index.json"), buf_str(&w.index), d);
    buf_drop(&w.index);
    buf_drop(&w.shard);
    return w.ok;
}
