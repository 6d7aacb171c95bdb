#include "site/build.h"

#include "base/file.h"
#include "site/assets.h"
#include "site/feed.h"
#include "site/maps.h"
#include "site/news.h"
#include "site/publish.h"
#include "site/released.h"
#include "site/search_index.h"
#include "site/search_site.h"
#include "site/summary.h"
#include "site/workers.h"

#include <stdlib.h>

/* One catalog on its way: what the pages about all catalogs need to know of it. */
struct job {
    struct catalog_place place;
    bool keep;
    bool done;
    struct catalog_summary summary;
};
struct run {
    struct build *build;
    struct arena *arena;
    struct publish *publish;
    VEC(struct job) jobs;
    size_t failed, finished;
    struct diag *d;
};

static struct str state_path(struct arena *a, struct str id)
{
    return str_print(a, ".mulu/%.*s", STR_ARG(id));
}

/* One that was published before there was a search of it is made anew. */
static bool can_keep_search(struct run *run, const struct job *job)
{
    struct str index,
        path = str_print(run->arena, "%.*s/search.json", STR_ARG(job->place.id));
    struct arena *scratch = arena_new();
    bool there =
        !run->build->render.search || publish_old(run->publish, scratch, path, &index);
    arena_drop(scratch);
    return there;
}

static bool keep_news(struct run *run, const struct job *job)
{
    struct arena *scratch = arena_new();
    struct str news, path = news_path(scratch, job->place.id);
    bool ok = !publish_old(run->publish, scratch, path, &news) ||
              publish_file(run->publish, path, news, run->d);
    arena_drop(scratch);
    return ok;
}

/* Writes the state of a catalog and keeps of it what the pages about all of them say: not the
 * documents of every item, of which a province has a hundred thousand. */
static bool take_summary(struct run *run, struct job *job, struct str *record)
{
    struct arena *scratch = arena_new();
    struct catalog_summary all;
    struct str whole = *record, path = state_path(scratch, job->place.id);
    bool ok = summary_read(scratch, record, &all);
    if (ok) {
        summary_copy(run->arena, &all, &job->summary);
        whole.n -= record->n;
        ok = publish_file(run->publish, path, whole, run->d);
    }
    arena_drop(scratch);
    return ok;
}

/* A catalog not asked for stays as it was published, when it was. */
static bool keep(struct run *run, struct job *job)
{
    struct arena *scratch = arena_new();
    struct str record;
    bool ok =
        publish_old(run->publish, scratch, state_path(scratch, job->place.id), &record) &&
        take_summary(run, job, &record) && can_keep_search(run, job) &&
        publish_keep(run->publish, job->place.id, STR(""), run->d) && keep_news(run, job);
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

/* What this run was not to make stays as the last one made it, and the pages offer it. */
static void offer_old(const struct run *run, struct arena *a, struct str id,
                      struct catalog_summary *summary)
{
    struct catalog_summary old;
    struct str record;
    if (!publish_old(run->publish, a, state_path(a, id), &record) ||
        !summary_read(a, &record, &old))
        return;
    if (!run->build->render.data)
        summary->data = old.data;
    if (run->build->render.pdf)
        return;
    summary->downloads = old.downloads;
    summary->forms = old.forms;
    summary->documents = old.documents;
}

/* What this run was not to make stays as it was published. */
static bool keep_rest(const struct run *run, struct str id, struct diag *d)
{
    const struct render *r = &run->build->render;
    return (r->pdf || publish_keep(run->publish, id, STR(".pdf"), d)) &&
           (r->data || publish_keep_if(run->publish, id, open_data_has, NULL, d)) &&
           (r->search || publish_keep_if(run->publish, id, search_index_has, NULL, d)) &&
           (r->pages || (publish_keep(run->publish, id, STR(".html"), d) &&
                         publish_keep(run->publish, id, STR("sitemap.xml"), d)));
}

/* In the worker: renders and packs what the parent must know. */
static bool work(void *context, size_t index, struct buf *record)
{
    struct run *run = context;
    struct job *job = &run->jobs.at[index];
    struct arena *a = arena_new();
    struct catalog_summary summary = {0};
    struct diag *d = diag_new();
    if (!run->build->render.pdf || !run->build->render.data)
        offer_old(run, a, job->place.id, &summary);
    bool ok = render_catalog(&run->build->render, &job->place, a, &summary, d) &&
              keep_rest(run, job->place.id, d);
    summary_write(&summary, record);
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
    bool whole = !how && take_summary(run, job, &record) && diag_receive(d, record);
    if (!whole)
        diag_at(d, (struct pos){0}, DIAG_BUILD_CRASH, STR_ARG(job->place.shown),
                how ? how : "结果不完整");
    job->done = whole && ok;
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

/* The pages about all catalogs as they were published, where they were. */
static bool keep_common(struct run *run)
{
    static const struct str names[] = {STR_INIT("index.html"), STR_INIT("404.html"),
                                       STR_INIT("robots.txt"), STR_INIT("sitemap.xml"),
                                       STR_INIT("feed.xml")};
    bool ok = true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct str page;
        if (publish_old(run->publish, run->arena, names[i], &page))
            ok &= publish_file(run->publish, names[i], page, run->d);
    }
    return ok;
}

/* What machines read of all catalogs; not what there is nothing to say in. */
static bool write_maps(struct run *run, const struct catalog_summary *all)
{
    const struct site_info *site = run->build->render.site;
    struct buf robots = {0}, map = {0}, feed = {0};
    map_robots(site, &robots);
    map_index(site, all, run->jobs.n, &map);
    feed_write(run->publish, site, all, run->jobs.n, &feed, run->d);
    bool ok = put(run, "robots.txt", &robots);
    ok = (map.n == 0 || put(run, "sitemap.xml", &map)) && ok;
    return (feed.n == 0 || put(run, "feed.xml", &feed)) && ok;
}

static bool keep_search(struct run *run)
{
    struct str page;
    if (publish_old(run->publish, run->arena, STR("search.html"), &page) &&
        !publish_file(run->publish, STR("search.html"), page, run->d))
        return false;
    return publish_keep(run->publish, STR("search"), STR(".json"), run->d);
}

static bool write_search(struct run *run, const struct catalog_summary *all)
{
    const struct render *r = &run->build->render;
    struct buf page = {0};
    if (!r->search)
        return keep_search(run);
    bool ok =
        page_search(r->search, all, run->jobs.n, &page) ||
        diag_at(run->d, (struct pos){0}, DIAG_BUILD_PAGE, STR_ARG(STR("search.html")));
    ok &= put(run, "search.html", &page);
    return search_site_write(run->publish, all, run->jobs.n, r->synonyms, run->d) && ok;
}

/* The pages about all catalogs. */
static bool write_common(struct run *run)
{
    const struct pages *pages = run->build->render.pages;
    struct catalog_summary *all =
        arena_array(run->arena, run->jobs.n, sizeof(struct catalog_summary));
    bool ok = true;
    for (size_t i = 0; i < run->jobs.n; i++)
        all[i] = run->jobs.at[i].summary;
    ok = write_search(run, all) && ok;
    if (!pages)
        return keep_common(run) && ok;
    struct buf page = {0};
    struct str_list tasks = search_site_common(run->publish, run->arena);
    ok &= page_home(pages, all, run->jobs.n, &tasks, &page) ||
          diag_at(run->d, (struct pos){0}, DIAG_BUILD_PAGE, STR_ARG(STR("index.html")));
    ok &= put(run, "index.html", &page);
    page_not_found(pages, &page); /* of one size, whatever the catalogs are */
    ok &= put(run, "404.html", &page);
    return write_maps(run, all) && ok;
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

/* A folder renamed or without its catalog.xml is no catalog: its pages go, but not in
 * silence. */
static void tell_gone(struct run *run)
{
    struct arena *a = run->arena;
    struct str_list names = dir_list(a, path_join(a, run->build->output, STR(".mulu")).s);
    for (size_t i = 0; i < names.n; i++)
        if (!str_eq(names.at[i], STR("files")) && !str_has(names.at[i], STR(".")) &&
            !has_job(run, names.at[i]))
            diag_at(run->d, (struct pos){0}, DIAG_BUILD_GONE, STR_ARG(names.at[i]));
}

/* A release that makes no pages leaves those that are there, so they must be of one. */
static bool may_release(const struct run *run)
{
    const struct render *r = &run->build->render;
    return !r->release || r->pages || released_before(run->publish, r->site) ||
           diag_at(run->d, (struct pos){0}, DIAG_RELEASE_PAGES);
}

static bool mark_release(const struct run *run)
{
    const struct render *r = &run->build->render;
    return released_mark(run->publish, r->site, r->pages != NULL, r->release, run->d);
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
    bool ok = may_release(&run);
    if (ok)
        plan(&run);
    ok = ok && names_differ(&run) && run_jobs(&run) && write_common(&run) &&
         assets_publish(&b->assets, publish, b->render.data, run.arena, d) &&
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
