/* mulu dump: what a stage made of a catalog, for tests and for finding faults. */
#include "cli/commands.h"

#include "catalog/fields.h"
#include "catalog/json.h"
#include "catalog/load.h"
#include "cli/tools.h"
#include "layout/booklet.h"
#include "layout/form.h"
#include "layout/levels.h"
#include "layout/listing.h"
#include "layout/notice.h"
#include "scene/scene_dump.h"

static const struct cli_option options[] = {
    {"stage", 0, "STAGE", "哪一步：model 读入并算好的目录，scene 排好的版面，pages 网页"},
};

static bool dump_model(struct cli *cli, const struct catalog *c,
                       const struct catalog_place *place)
{
    (void)place;
    catalog_json(c, &cli->out);
    return true;
}

static bool dump_one_scene(struct cli *cli, struct scene *scene, const char *name)
{
    if (!scene)
        return false;
    buf_printf(&cli->out, "== %s\n", name);
    scene_dump(scene, &cli->out);
    scene_drop(scene);
    return true;
}

static bool dump_scene(struct cli *cli, const struct catalog *c,
                       const struct catalog_place *place)
{
    (void)place;
    struct tools t = {.want.pdf = true};
    bool ok = tools_open(cli, &t);
    const struct booklet_style booklet = {
        .guide = t.prints.guide, .notice = t.prints.notice, .form = t.prints.form};
    if (ok && catalog_prints(c, KIND_GUIDE))
        ok = dump_one_scene(cli, booklet_scene(c, t.type, &booklet, cli->diag), "guide");
    if (ok && catalog_prints(c, KIND_LEVELS))
        ok = dump_one_scene(cli, levels_scene(c, t.type, t.prints.levels, cli->diag),
                            "levels");
    if (ok && catalog_prints(c, KIND_LIST))
        ok = dump_one_scene(cli, listing_scene(c, t.type, t.prints.list, cli->diag),
                            "list");
    if (ok && catalog_prints(c, KIND_DISCLOSURE))
        ok = dump_one_scene(cli, listing_scene(c, t.type, t.prints.disclosure, cli->diag),
                            "disclosure");
    if (ok && c->notice.present)
        ok = dump_one_scene(cli, notice_scene(c, t.type, t.prints.notice), "notice");
    for (size_t i = 0; ok && i < c->forms.n; i++) {
        const struct form *f = &c->forms.at[i];
        struct str name = str_print(cli->arena, "forms/%.*s", STR_ARG(f->id));
        ok = dump_one_scene(cli, form_scene(c, f, t.type, t.prints.form, cli->diag),
                            name.s);
    }
    tools_close(&t);
    return ok;
}

static bool to_output(const void *context, struct str path, struct str bytes,
                      struct diag *d)
{
    struct cli *cli = *(struct cli *const *)context;
    (void)d;
    buf_printf(&cli->out, "== %.*s\n", STR_ARG(path));
    buf_put(&cli->out, bytes);
    return true;
}

static bool dump_pages(struct cli *cli, const struct catalog *c,
                       const struct catalog_place *place)
{
    (void)c;
    struct tools t = {.want.pages = true};
    struct state state = {0};
    struct kinds made;
    bool ok = tools_open(cli, &t);
    struct render render = tools_render(&t);
    render.sink = (struct sink){.put = to_output, .context = &cli};
    ok = ok && render_catalog(&render, place, NULL, cli->arena, &state, &made, cli->diag);
    tools_close(&t);
    return ok;
}

static const struct {
    struct str name;
    bool (*dump)(struct cli *, const struct catalog *, const struct catalog_place *);
} stages[] = {
    {STR_INIT("model"), dump_model},
    {STR_INIT("scene"), dump_scene},
    {STR_INIT("pages"), dump_pages},
};
enum { STAGES = sizeof stages / sizeof *stages };

static enum status run(struct cli *cli)
{
    struct str stage = cli_value(cli, "stage", STR("model"));
    size_t s = 0;
    while (s < STAGES && !str_eq(stage, stages[s].name))
        s++;
    if (s == STAGES)
        return cli_usage(cli, "--stage 不认识“%.*s”，可用 model、scene、pages",
                         STR_ARG(stage));
    struct catalog_place place;
    struct catalog *c = cli_load_one(cli, &place);
    if (!c)
        return STATUS_FAILED;
    bool ok = stages[s].dump(cli, c, &place);
    catalog_drop(c);
    return ok ? STATUS_DONE : STATUS_FAILED;
}

const struct command command_dump = {
    .name = "dump",
    .arguments = "CATALOG",
    .about = "显示一个目录处理到某一步的结果（测试用）",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least = 1,
    .most = 1,
    .run = run,
};
