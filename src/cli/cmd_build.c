/* mulu build: catalogs to a site. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/today.h"
#include "cli/tools.h"
#include "site/build.h"

#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

static const struct cli_option options[] = {
    {"output", 'o', "DIR", "发布到这个文件夹（默认 site/public）"},
    {"jobs", 'j', "N", "同时处理几个目录（默认：处理器个数）"},
    {"release", 0, NULL, "正式发布：网站信息或发布时间没有填全、没有填对就是错误，什么也不发布"},
    {"only", 0, "html,pdf,data,search",
     "只做其中几种：html 网页，pdf 印刷品，data 开放数据（JSON、CSV、Excel），search "
     "搜索"},
};

static bool read_only(struct cli *cli, struct tools *t)
{
    struct str rest = cli_value(cli, "only", STR("html,pdf,data,search")), word;
    bool any = false;
    while (str_cut(&rest, ',', &word)) {
        any = true;
        if (str_eq(word, STR("html"))) {
            t->want.pages = true;
        } else if (str_eq(word, STR("pdf"))) {
            t->want.pdf = true;
        } else if (str_eq(word, STR("data"))) {
            t->want.data = true;
        } else if (str_eq(word, STR("search"))) {
            t->want.search = true;
        } else {
            cli_usage(cli, "--only 不认识“%.*s”，可用 html、pdf、data、search",
                      STR_ARG(word));
            return false;
        }
    }
    if (!any)
        cli_usage(cli, "--only 后面没有写要做什么，可用 html、pdf、data、search");
    return any;
}

#define CLEAR_LINE "\r\033[K"

static void show_progress(void *context, size_t done, size_t all, struct str id)
{
    (void)context;
    fprintf(stderr, CLEAR_LINE "%zu/%zu %.*s", done, all, STR_ARG(id));
    if (done == all)
        fputs(CLEAR_LINE, stderr);
    fflush(stderr);
}

static void tell(void *context, const struct diag *d)
{
    if (isatty(STDERR_FILENO))
        fputs(CLEAR_LINE, stderr);
    cli_tell(context, d);
}

/* The catalogs of the project that the command line did not name. Returns false after telling
 * cli->diag that they cannot be known. */
static bool others(struct cli *cli, const struct catalog_places *named,
                   struct catalog_places *rest)
{
    struct catalog_places places;
    if (!cli->arguments.n)
        return true;
    if (!cli_all_catalogs(cli, &places))
        return false;
    for (size_t i = 0; i < places.n; i++) {
        bool is_named = false;
        for (size_t j = 0; j < named->n && !is_named; j++)
            is_named = str_eq(named->at[j].id, places.at[i].id);
        if (!is_named)
            *vec_push(cli->arena, rest) = places.at[i];
    }
    return true;
}

/* What every page of a government's site must say: all of it, or it is not one. */
static bool release_ready(struct cli *cli, const struct site_info *site)
{
    const struct {
        const char *label, *element;
        struct str value;
    } values[] = {
        {"网站名称", "name", site->name},
        {"域名", "domain", site->domain},
        {"网站标识码", "id-code", site->id_code},
        {"主办单位", "sponsor", site->sponsor},
        {"联系方式", "contact", site->contact},
        {"ICP备案编号", "icp", site->icp},
        {"公安机关备案号", "police", site->police},
        {"党政机关网站标识的网址", "identity", site->identity},
        {"“我为政府网站找错”的网址", "report", site->report},
        {"栏目类型", "column-type", site->column_type},
    };
    bool ok = true;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (!values[i].value.n)
            ok = diag_at(cli->diag, (struct pos){0}, DIAG_RELEASE_VALUE,
                         STR_ARG(STR("site/site.xml")), values[i].label,
                         values[i].element);
    return ok;
}

/* A site inside of what it is made from would be read as a part of it by the next build. */
static bool apart(struct cli *cli, struct str output)
{
    static const struct str inputs[] = {STR_INIT("catalogs"), STR_INIT("templates"),
                                        STR_INIT("site/assets")};
    struct arena *a = cli->arena;
    struct str real = path_real(a, output);
    for (size_t i = 0; real.n && i < sizeof inputs / sizeof *inputs; i++) {
        struct str input = path_real(a, path_join(a, cli->root, inputs[i]));
        struct str rest = str_from(real, input.n);
        if (input.n && str_starts(real, input) && (!rest.n || rest.s[0] == '/'))
            return diag_at(cli->diag, (struct pos){0}, DIAG_BUILD_INSIDE, STR_ARG(output),
                           STR_ARG(inputs[i]));
    }
    return true;
}

static struct str output_folder(struct cli *cli)
{
    return path_join(cli->arena, cli->root, cli_value(cli, "output", STR("site/public")));
}

static bool stands(struct cli *cli, const char *page)
{
    return file_exists(path_join(cli->arena, output_folder(cli), str_of(page)).s);
}

static enum status build(struct cli *cli, struct tools *t, unsigned jobs)
{
    bool named = true;
    struct build b = {
        .output = output_folder(cli),
        .jobs = jobs,
        .render = tools_render(t),
        .render_these = cli_catalogs(cli, &named),
        .tell = tell,
        .progress = isatty(STDERR_FILENO) ? show_progress : NULL,
        .context = cli,
    };
    if (!named || !apart(cli, b.output))
        return STATUS_FAILED;
    b.render.today = cli_today(cli->arena);
    b.render.release = cli_has(cli, "release");
    if (b.render.release && !release_ready(cli, &t->config->info))
        return STATUS_FAILED;
    b.assets.own = path_join(cli->arena, cli->root, STR("site/assets"));
    b.assets.common = STR(DATADIR "/site/assets");
    b.assets.schema = path_join(cli->arena, cli_data_folder(cli, "templates/schema"),
                         STR("catalog.schema.json"));
    if (!others(cli, &b.render_these, &b.keep_these))
        return STATUS_FAILED;
    if (t->pages) /* pages alone offer the search of an earlier run */
        pages_offer_search(t->pages, t->want.search || t->search_stands);
    if (!build_site(&b, cli->diag))
        return STATUS_FAILED;
    buf_printf(&cli->closing, "已发布 %zu 个目录到 %.*s\n",
               b.render_these.n + b.keep_these.n, STR_ARG(b.output));
    return STATUS_DONE;
}

static enum status run(struct cli *cli)
{
    struct tools t = {0};
    unsigned jobs;
    if (cli_has(cli, "output") && !cli_value(cli, "output", STR("")).n)
        return cli_usage(cli, "-o 后面缺少文件夹");
    if (!cli_jobs(cli, cli_processors(), &jobs) || !read_only(cli, &t))
        return STATUS_FAILED;
    t.pages_stand = stands(cli, "index.html");
    t.search_stands = stands(cli, "search.html");
    enum status status = tools_open(cli, &t) ? build(cli, &t, jobs) : STATUS_FAILED;
    tools_close(&t);
    return status;
}

const struct command command_build = {
    .name = "build",
    .arguments = "[目录…]",
    .about = "生成网站、印刷品和开放数据，一步换上",
    .more =
        "不写目录就处理 catalogs/ 下的全部。只写几个时，其余的照原样保留；\n"
        "--only "
        "没有写到的种类也照原样保留，除非事项、种类或网站地址有增减改动，留着就对不上。\n"
        "有错误但不妨碍生成的目录照样发布，错误列在后面；有目录不能处理时什么也不发布。",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .most = SIZE_MAX,
    .run = run,
};
