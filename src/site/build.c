#include "site/build.h"

#include "base/file.h"
#include "site/publish.h"
#include "site/summary.h"
#include "site/workers.h"

#include <stdlib.h>

/* One catalog on its way: what came back of it. */
struct job {
    struct catalog_place place;
    bool keep;
    bool done;
    struct catalog_summary summary;
    struct diag *diag;
};
struct run {
    struct build *build;
    struct arena *arena;
    struct publish *publish;
    VEC(struct job) jobs;
    size_t failed;
    struct diag *d;
};

static struct str state_path(struct arena *a, struct str id)
{
    return str_print(a, ".mulu/%.*s", STR_ARG(id));
}

/* A catalog not asked for stays as it was published, when it was. */
static bool keep(struct run *run, struct job *job)
{
    struct str record, path = state_path(run->arena, job->place.id);
    if (!publish_old(run->publish, run->arena, path, &record) ||
        !summary_read(run->arena, &record, &job->summary))
        return false;
    return publish_keep(run->publish, job->place.id, run->d);
}

static void add_job(struct run *run, struct catalog_place place, bool may_keep)
{
    struct job *job = vec_push(run->arena, &run->jobs);
    *job = (struct job){.place = place, .diag = diag_new()};
    job->keep = may_keep && keep(run, job);
    job->done = job->keep;
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

/* In the worker: renders and packs what the parent must know. */
static bool work(void *context, size_t index, struct buf *record)
{
    struct run *run = context;
    struct job *job = &run->jobs.at[index];
    struct arena *a = arena_new();
    struct catalog_summary summary = {0};
    struct diag *d = diag_new();
    bool ok = render_catalog(&run->build->render, &job->place, a, &summary, d);
    summary_write(&summary, record);
    diag_send(d, record);
    diag_drop(d);
    arena_drop(a);
    return ok;
}

/* In the parent: unpacks it. `how` says how a worker ended that sent nothing of use. */
static void finish(void *context, size_t index, bool ok, struct str record,
                   const char *how)
{
    struct run *run = context;
    struct job *job = &run->jobs.at[index];
    struct str rest = str_copy(run->arena, record);
    bool whole = !how && summary_read(run->arena, &rest, &job->summary) &&
                 diag_receive(job->diag, rest);
    if (!whole)
        diag_at(job->diag, (struct pos){0}, DIAG_BUILD_CRASH, STR_ARG(job->place.shown),
                how ? how : "结果不完整");
    job->done = whole && ok;
    struct build *b = run->build;
    if (b->progress)
        b->progress(b->context, index + 1, run->jobs.n, job->place.id);
}

static bool run_jobs(struct run *run)
{
    VEC(size_t) todo = {0};
    for (size_t i = 0; i < run->jobs.n; i++)
        if (!run->jobs.at[i].keep)
            *vec_push(run->arena, &todo) = i;
    struct workers w = {run, run->build->jobs, work, finish};
    const char *why;
    if (!workers_run(&w, todo.at, todo.n, &why))
        return diag_at(run->d, (struct pos){0}, DIAG_BUILD_SYSTEM, why);
    for (size_t i = 0; i < run->jobs.n; i++) {
        diag_append(run->d, run->jobs.at[i].diag);
        run->failed += !run->jobs.at[i].done;
    }
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

/* The pages about all catalogs, and the state of each. */
static bool write_common(struct run *run)
{
    const struct pages *pages = run->build->render.pages;
    struct catalog_summary *all =
        arena_array(run->arena, run->jobs.n, sizeof(struct catalog_summary));
    bool ok = true;
    for (size_t i = 0; i < run->jobs.n; i++) {
        all[i] = run->jobs.at[i].summary;
        struct buf record = {0};
        summary_write(&all[i], &record);
        ok &= put(run, state_path(run->arena, all[i].id).s, &record);
    }
    if (!pages)
        return ok;
    struct buf page = {0};
    ok &= page_home(pages, all, run->jobs.n, &page) ||
          diag_at(run->d, (struct pos){0}, DIAG_BUILD_PAGE, STR_ARG(STR("index.html")));
    ok &= put(run, "index.html", &page);
    page_not_found(pages, &page); /* of one size, whatever the catalogs are */
    return put(run, "404.html", &page) && ok;
}

static bool write_assets(struct run *run)
{
    enum { LARGEST_ASSET = 64 * 1024 * 1024 };
    struct arena *a = run->arena;
    struct str_list names = dir_list(a, run->build->assets.s);
    bool ok = true;
    for (size_t i = 0; i < names.n; i++) {
        struct str from = path_join(a, run->build->assets, names.at[i]), bytes;
        const char *why;
        if (file_read(a, from.s, LARGEST_ASSET, &bytes, &why))
            ok &= publish_file(run->publish,
                               str_print(a, "assets/%.*s", STR_ARG(names.at[i])), bytes,
                               run->d);
        else
            ok = diag_at(run->d, (struct pos){0}, DIAG_FILE_READ, from.s, why);
    }
    return ok;
}

static void plan(struct run *run)
{
    const struct build *b = run->build;
    for (size_t i = 0; i < b->render_these.n; i++)
        add_job(run, b->render_these.at[i], false);
    for (size_t i = 0; i < b->keep_these.n; i++)
        add_job(run, b->keep_these.at[i], true);
    if (run->jobs.n)
        qsort(run->jobs.at, run->jobs.n, sizeof *run->jobs.at, by_id);
}

static bool to_publish(const void *context, struct str path, struct str bytes,
                       struct diag *d)
{
    return publish_file(context, path, bytes, d);
}

bool build_site(struct build *b, struct diag *d)
{
    struct publish *publish = publish_begin(b->output, d);
    if (!publish)
        return false;
    struct run run = {.build = b, .arena = arena_new(), .publish = publish, .d = d};
    b->render.sink = (struct sink){to_publish, publish};
    plan(&run);
    bool ok =
        names_differ(&run) && run_jobs(&run) && write_common(&run) && write_assets(&run);
    for (size_t i = 0; i < run.jobs.n; i++)
        diag_drop(run.jobs.at[i].diag);
    if (ok)
        ok = publish_commit(publish, d);
    else
        publish_abort(publish);
    arena_drop(run.arena);
    return ok;
}
