#include "site/build.h"

#include "base/file.h"
#include "base/record.h"
#include "site/assets.h"
#include "site/feed.h"
#include "site/maps.h"
#include "site/news.h"
#include "site/publish.h"
#include "site/released.h"
#include "site/search_index.h"
#include "site/search_site.h"
#include "site/state.h"
#include "site/summary.h"
#include "site/workers.h"

#include <stdlib.h>

/* One catalog on its way: what the pages about all catalogs need to know of it. */
struct job {
    struct catalog_place place;
    bool keep;
    bool done;
    struct kinds published, made;
    struct catalog_summary summary;
};
struct run {
    struct build *build;
    struct arena *arena;
    struct publish *publish;
    VEC(struct job) jobs;
    size_t failed, finished;
    struct str_list gone; /* ids that were published and are no more */
    struct diag *d;
};

static bool keep_news(struct run *run, const struct job *job)
{
    struct arena *scratch = arena_new();
    struct str news, path = news_path(scratch, job->place.id);
    bool ok = !publish_old(run->publish, scratch, path, &news) ||
              publish_file(run->publish, path, news, run->d);
    arena_drop(scratch);
    return ok;
}

/* Takes the state of a catalog and keeps of it what the pages about all of them say: not the
 * documents of every item, of which a province has a hundred thousand. `bytes` are those of
 * the state, to be kept for the next run. */
static bool take_state(struct run *run, struct job *job, struct str *record,
                       struct str *bytes)
{
    struct arena *scratch = arena_new();
    struct state state;
    *bytes = *record;
    bool ok = state_read(scratch, record, &state);
    if (ok) {
        job->published = state.kinds;
        summary_copy(run->arena, &state.summary, &job->summary);
    }
    bytes->n -= record->n;
    arena_drop(scratch);
    return ok;
}

/* What the worker made of the catalog, behind its state. */
static void put_made(const struct kinds *made, struct buf *record)
{
    record_put_number(record, made->pages);
    record_put_number(record, made->search);
}

static bool take_made(struct str *record, struct kinds *made)
{
    size_t pages, search;
    bool ok = record_take_number(record, &pages) && record_take_number(record, &search);
    if (ok)
        *made = (struct kinds){.pages = pages, .search = search};
    return ok;
}

static bool put_state(struct run *run, struct str id, struct str state, struct diag *d)
{
    struct arena *scratch = arena_new();
    bool ok = publish_file(run->publish, state_path(scratch, id), state, d);
    arena_drop(scratch);
    return ok;
}

/* What was published of a catalog; texts in the arena. */
static bool old_state(const struct run *run, struct arena *a, struct str id,
                      struct str *bytes, struct state *state)
{
    if (!publish_old(run->publish, a, state_path(a, id), bytes))
        return false;
    struct str rest = *bytes;
    return state_read(a, &rest, state);
}

/* Pages that are not there cannot be kept, nor those that name another address. */
static bool can_keep(const struct run *run, struct arena *a, const struct state *old)
{
    const struct render *r = &run->build->render;
    return (!r->want.pages || old->kinds.pages) &&
           (!r->want.search || old->kinds.search) &&
           str_eq(old->address, site_address(a, r->site));
}

/* A catalog not asked for stays as it was published, when it was. */
static bool keep(struct run *run, struct job *job)
{
    struct arena *scratch = arena_new();
    struct str id = job->place.id, record, bytes;
    struct state old;
    bool ok = old_state(run, scratch, id, &record, &old) &&
              can_keep(run, scratch, &old) && take_state(run, job, &record, &bytes) &&
              put_state(run, id, bytes, run->d) &&
              publish_keep(run->publish, id, STR(""), run->d) && keep_news(run, job);
    arena_drop(scratch);
    return ok;
}

static void add_job(struct run *run, struct catalog_place place, bool may_keep)
{
    struct job *job = vec_push(run->arena, &run->jobs);
    *job = (struct job){.place = place};
    job->keep = may_keep && keep(run, job);
    job->done = job->keep;
    run->finished += job->keep;
}

static int by_id(const void *a, const void *b)
{
    return str_cmp(((const struct job *)a)->place.id, ((const struct job *)b)->place.id);
}

/* Two folders of one name would write the same files. */
static bool names_differ(const struct run *run)
{
    bool ok = true;
    for (size_t i = 1; i < run->jobs.n; i++) {
        const struct catalog_place *a = &run->jobs.at[i - 1].place,
                                   *b = &run->jobs.at[i].place;
        if (str_eq(a->id, b->id))
            ok = diag_at(run->d, (struct pos){0}, DIAG_BUILD_TWICE, STR_ARG(a->shown),
                         STR_ARG(b->shown), STR_ARG(a->id));
    }
    return ok;
}

/* What was not made stays as it was published. */
static bool keep_rest(const struct run *run, struct str id, const struct kinds *made,
                      struct diag *d)
{
    struct publish *p = run->publish;
    return (made->pdf || publish_keep(p, id, STR(".pdf"), d)) &&
           (made->data || publish_keep_if(p, id, open_data_has, NULL, d)) &&
           (made->search || publish_keep_if(p, id, search_index_has, NULL, d)) &&
           (made->pages || (publish_keep(p, id, STR(".html"), d) &&
                            publish_keep(p, id, STR("sitemap.xml"), d)));
}

static bool was_published(const struct run *run, struct str id, const char *name)
{
    struct arena *scratch = arena_new();
    struct str bytes, path = path_join(scratch, id, str_of(name));
    bool there = publish_old(run->publish, scratch, path, &bytes);
    arena_drop(scratch);
    return there;
}

/* What is published of a catalog whose state is lost or of another version of the program: of no
 * known shape, so that all of it is made anew. */
static bool guess_state(const struct run *run, struct str id, struct state *state)
{
    *state = (struct state){.kinds = {.pages = was_published(run, id, "index.html"),
                                      .data = was_published(run, id, "catalog.json"),
                                      .search = was_published(run, id, "search.json")}};
    return state->kinds.pages || state->kinds.data || state->kinds.search;
}

/* In the worker: renders and packs what the parent must know. */
static bool work(void *context, size_t index, struct buf *record)
{
    struct run *run = context;
    struct job *job = &run->jobs.at[index];
    struct arena *a = arena_new();
    struct state old, now = {0};
    struct kinds made = {0};
    struct str bytes;
    struct diag *d = diag_new();
    bool known = old_state(run, a, job->place.id, &bytes, &old) ||
                 guess_state(run, job->place.id, &old);
    bool ok = render_catalog(&run->build->render, &job->place, known ? &old : NULL, a,
                             &now, &made, d) &&
              keep_rest(run, job->place.id, &made, d);
    state_write(&now, record);
    put_made(&made, record);
    diag_send(d, record);
    diag_drop(d);
    arena_drop(a);
    return ok;
}

/* In the parent, in the order of the catalogs: unpacks it and tells its messages at once, so that
 * those of thousands need no memory. `how` says how a worker ended that sent nothing of use. */
static bool finish(void *context, size_t index, bool ok, struct str record,
                   const char *how)
{
    struct run *run = context;
    struct job *job = &run->jobs.at[index];
    struct build *b = run->build;
    struct diag *d = diag_new();
    struct str state;
    bool whole = !how && take_state(run, job, &record, &state) &&
                 take_made(&record, &job->made) && diag_receive(d, record);
    if (!whole)
        diag_at(d, (struct pos){0}, DIAG_BUILD_CRASH, STR_ARG(job->place.shown),
                how ? how : "结果不完整");
    job->done = whole && ok && put_state(run, job->place.id, state, d);
    run->failed += !job->done;
    b->tell(b->context, d);
    diag_drop(d);
    if (b->progress)
        b->progress(b->context, ++run->finished, run->jobs.n, job->place.id);
    return true;
}

static bool run_jobs(struct run *run)
{
    VEC(size_t) todo = {0};
    for (size_t i = 0; i < run->jobs.n; i++)
        if (!run->jobs.at[i].keep)
            *vec_push(run->arena, &todo) = i;
    struct workers w = {.context = run,
                        .jobs = run->build->jobs,
                        .ordered = true,
                        .work = work,
                        .finish = finish};
    const char *why;
    if (!workers_run(&w, todo.at, todo.n, &why))
        return diag_at(run->d, (struct pos){0}, DIAG_BUILD_SYSTEM, why);
    if (run->failed)
        return diag_at(run->d, (struct pos){0}, DIAG_BUILD_NOTHING, run->failed);
    return true;
}

static bool put(struct run *run, const char *path, struct buf *bytes)
{
    bool ok = publish_file(run->publish, str_of(path), buf_str(bytes), run->d);
    buf_drop(bytes);
    return ok;
}

/* What machines read of all catalogs; not what there is nothing to say in. */
static bool write_maps(struct run *run, const struct catalog_summary *all, size_t n)
{
    const struct site_info *site = run->build->render.site;
    struct buf robots = {0}, map = {0}, feed = {0};
    map_robots(site, &robots);
    map_index(site, all, n, &map);
    feed_write(run->publish, site, all, n, &feed, run->d);
    bool ok = put(run, "robots.txt", &robots);
    ok = (map.n == 0 || put(run, "sitemap.xml", &map)) && ok;
    return (feed.n == 0 || put(run, "feed.xml", &feed)) && ok;
}

/* What the search page loads of the whole site is read out of what it loads of each catalog:
 * as long as none of these changed or went it stays. */
static bool search_changed(const struct run *run)
{
    bool changed = run->build->render.want.search || run->gone.n;
    for (size_t i = 0; !changed && i < run->jobs.n; i++)
        changed = run->jobs.at[i].made.search;
    return changed;
}

static bool write_search(struct run *run, const struct catalog_summary *all, size_t n)
{
    const struct render *r = &run->build->render;
    struct buf page = {0};
    bool ok =
        page_search(r->pages, all, n, &page) ||
        diag_at(run->d, (struct pos){0}, DIAG_BUILD_PAGE, STR_ARG(STR("search.html")));
    ok &= put(run, "search.html", &page);
    if (!search_changed(run))
        return publish_keep(run->publish, STR("search"), STR(".json"), run->d) && ok;
    return search_site_write(run->publish, all, n, r->synonyms, run->d) && ok;
}

/* The pages about all catalogs that have pages. Every run makes them, whatever it was to make,
 * as every run may change what they say. */
static bool write_common(struct run *run)
{
    const struct pages *pages = run->build->render.pages;
    struct catalog_summary *all =
        arena_array(run->arena, run->jobs.n, sizeof(struct catalog_summary));
    size_t n = 0, searched = 0;
    for (size_t i = 0; i < run->jobs.n; i++) {
        const struct job *job = &run->jobs.at[i];
        if (job->published.pages)
            all[n++] = job->summary;
        searched += job->published.search;
    }
    if (!pages || !n)
        return true;
    struct buf page = {0};
    bool ok = !searched || write_search(run, all, n);
    struct str_list tasks = search_site_common(run->publish, run->arena);
    ok &= page_home(pages, all, n, &tasks, &page) ||
          diag_at(run->d, (struct pos){0}, DIAG_BUILD_PAGE, STR_ARG(STR("index.html")));
    ok &= put(run, "index.html", &page);
    page_not_found(pages, &page); /* of one size, whatever the catalogs are */
    ok &= put(run, "404.html", &page);
    return write_maps(run, all, n) && ok;
}

static void plan(struct run *run)
{
    const struct build *b = run->build;
    bool may_keep = !b->render.release || released_before(run->publish, b->render.site);
    for (size_t i = 0; i < b->render_these.n; i++)
        add_job(run, b->render_these.at[i], false);
    for (size_t i = 0; i < b->keep_these.n; i++)
        add_job(run, b->keep_these.at[i], may_keep);
    if (run->jobs.n)
        qsort(run->jobs.at, run->jobs.n, sizeof *run->jobs.at, by_id);
}

static bool has_job(const struct run *run, struct str id)
{
    struct job wanted = {.place.id = id};
    return run->jobs.n &&
           bsearch(&wanted, run->jobs.at, run->jobs.n, sizeof wanted, by_id);
}

static void find_gone(struct run *run)
{
    struct arena *a = run->arena;
    struct str_list names = dir_list(a, path_join(a, run->build->output, STR(".mulu")).s);
    for (size_t i = 0; i < names.n; i++) {
        struct str id = state_id(names.at[i]);
        if (id.n && !has_job(run, id))
            *vec_push(a, &run->gone) = id;
    }
}

/* A folder renamed or without its catalog.xml is no catalog: its pages go, but not in
 * silence. */
static void tell_gone(struct run *run)
{
    for (size_t i = 0; i < run->gone.n; i++)
        diag_at(run->d, (struct pos){0}, DIAG_BUILD_GONE, STR_ARG(run->gone.at[i]));
}

/* A release that makes no pages leaves those that are there, so they must be of one. */
static bool may_release(const struct run *run)
{
    const struct render *r = &run->build->render;
    return !r->release || r->want.pages || released_before(run->publish, r->site) ||
           diag_at(run->d, (struct pos){0}, DIAG_RELEASE_PAGES);
}

static bool mark_release(const struct run *run)
{
    const struct render *r = &run->build->render;
    bool pages = false;
    for (size_t i = 0; !pages && i < run->jobs.n; i++)
        pages = run->jobs.at[i].made.pages;
    return released_mark(run->publish, r->site, pages, r->release, run->d);
}

static bool to_publish(const void *context, struct str path, struct str bytes,
                       struct diag *d)
{
    return publish_file(context, path, bytes, d);
}

static bool of_last(const void *context, struct arena *a, struct str path,
                    struct str *bytes)
{
    return publish_old(context, a, path, bytes);
}

bool build_site(struct build *b, struct diag *d)
{
    struct publish *publish = publish_begin(b->output, d);
    if (!publish)
        return false;
    struct run run = {.build = b, .arena = arena_new(), .publish = publish, .d = d};
    b->render.sink = (struct sink){to_publish, publish, of_last};
    b->render.schema_bytes = assets_schema_bytes(&b->assets, run.arena);
    bool ok =
        may_release(&run) && (!b->render.pages || assets_ready(&b->assets, run.arena, d));
    if (ok)
        plan(&run);
    find_gone(&run);
    ok = ok && names_differ(&run) && run_jobs(&run) && write_common(&run) &&
         assets_publish(&b->assets, publish, b->render.want.data, run.arena, d) &&
         mark_release(&run);
    if (ok)
        tell_gone(&run);
    if (ok)
        ok = publish_commit(publish, d);
    else
        publish_abort(publish);
    arena_drop(run.arena);
    return ok;
}
