#include "site/search_site.h"

#include "site/search_index.h"
#include "site/text_fold.h"

/* Items of a file: about 150 KB, a tenth of that through gzip. */
enum { ITEMS_A_SHARD = 1000 };

struct writing {
    const struct publish *publish;
    struct diag *d;
    struct buf index, shard;
    const struct synonyms *words;
    bool *answered;  /* for each of the words whether a title has what it stands for */
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

static bool any_in(struct str text, const struct synonym *s)
{
    for (size_t i = 0; i < s->words.n; i++)
        if (str_has(text, s->words.at[i]))
            return true;
    return str_has(text, s->word);
}

/* Looks for the words of the home page in the titles of a catalog, those not found yet. */
static void find_common(struct writing *w, struct arena *a, struct str head)
{
    struct str titles = {0};
    for (size_t i = 0; i < w->words->n; i++) {
        const struct synonym *s = &w->words->at[i];
        if (!s->common || w->answered[i])
            continue;
        if (!titles.n)
            titles = text_fold(a, str_from(head, str_find(head, STR("\"items\":"))));
        w->answered[i] = any_in(titles, s);
    }
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
        find_common(w, a, search_index_head(bytes));
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

static const struct str common_begin = STR_INIT("],\n\"common\":[");

static void put_common(const struct writing *w, struct buf *out)
{
    bool any = false;
    buf_put(out, common_begin);
    for (size_t i = 0; i < w->words->n; i++)
        if (w->answered[i]) {
            buf_puts(out, any ? "," : "");
            buf_json(out, w->words->at[i].word);
            any = true;
        }
}

struct str_list search_site_common(const struct publish *p, struct arena *a)
{
    struct str_list list = {0};
    struct str rest, piece;
    size_t at;
    if (!publish_new(p, a, STR("search/index.json"), &rest) ||
        (at = str_find(rest, common_begin)) == STR_NONE)
        return list;
    rest = str_from(rest, at + common_begin.n);
    while (str_cut(&rest, '"', &piece) && str_cut(&rest, '"', &piece))
        if (!str_has(piece,
                     STR("\\"))) /* no everyday word has what JSON writes in signs */
            *vec_push(a, &list) = piece;
    return list;
}

bool search_site_write(const struct publish *p, const struct catalog_summary *all,
                       size_t n, const struct synonyms *words, struct diag *d)
{
    struct arena *a = arena_new();
    struct writing w = {.publish = p, .d = d, .words = words, .ok = true};
    w.answered = arena_array(a, words->n, sizeof *w.answered);
    buf_puts(&w.index, "{\"v\":1,\"catalogs\":[");
    for (size_t i = 0; i < n; i++)
        add_catalog(&w, &all[i]);
    close_shard(&w);
    put_synonyms(&w.index, words);
    put_common(&w, &w.index);
    buf_puts(&w.index, "]}\n");
    w.ok &= publish_file(p, STR("search/index.json"), buf_str(&w.index), d);
    buf_drop(&w.index);
    buf_drop(&w.shard);
    arena_drop(a);
    return w.ok;
}
