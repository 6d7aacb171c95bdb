/* mulu new: the beginning of a catalog, with words where an editor has to write. */
#include "cli/commands.h"

#include "base/file.h"
#include "catalog/code.h"
#include "catalog/load.h"

static const struct cli_option options[] = {
    {"region", 0, "CODE", "六位行政区划代码（GB/T 2260），例如 430981"},
};

/* %.*s is the id, then the region's code. The id may hold "--", which no comment may. */
static const char skeleton[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- 凡写“请填写”的地方都要改。格式说明见 docs/format.md；改完运行 mulu check "
    "-->\n"
    "<!-- kind：guide 办事指南，list 清单，levels 三级清单，disclosure 公开标准目录 -->\n"
    "<!-- scheme：与哪个全国清单对照，例如 ylbz-2020；不对照就空着 -->\n"
    "<catalog id=\"%.*s\" kind=\"guide\" scheme=\"\">\n"
    "  <region code=\"%.*s\" name=\"请填写地区名称\"/>\n"
    "  <title>请填写目录名称</title>\n"
    "  <issuer>请填写发布单位</issuer>\n"
    "  <!-- 印发文件的文号和日期，没有就不写：<document number=\"\" "
    "date=\"2020-12-28\"/> -->\n"
    "  <defaults>\n"
    "    <!-- 各事项相同的内容写在这里一次 -->\n"
    "    <supervision>\n"
    "      <p>请填写监督电话</p>\n"
    "    </supervision>\n"
    "  </defaults>\n"
    "  <!-- 一个 group 是一个主项：no 是印出来的序号，code 是编码 -->\n"
    "  <group no=\"一、\" code=\"\">\n"
    "    <title>请填写主项名称</title>\n"
    "    <item seq=\"1\" code=\"\">\n"
    "      <title>请填写事项名称</title>\n"
    "      <agency>请填写受理单位</agency>\n"
    "      <audience>请填写服务对象</audience>\n"
    "      <channels>\n"
    "        <channel no=\"1.\">请填写办理渠道</channel>\n"
    "      </channels>\n"
    "      <process>\n"
    "        <step no=\"1.\" name=\"申请\">请填写怎样申请</step>\n"
    "        <step no=\"2.\" name=\"受理\">请填写怎样受理</step>\n"
    "        <step no=\"3.\" name=\"审核\">请填写怎样审核</step>\n"
    "        <step no=\"4.\" name=\"办结\"/>\n"
    "      </process>\n"
    "      <materials>\n"
    "        <!-- 序号写在 no 里，文字里不再写 -->\n"
    "        <material no=\"1.\">请填写材料名称</material>\n"
    "      </materials>\n"
    "      <limit>即时办结</limit>\n"
    "      <inquiry>\n"
    "        <way no=\"1.\">请填写查询方式</way>\n"
    "      </inquiry>\n"
    "      <evaluation>\n"
    "        <way no=\"1.\">请填写评价渠道</way>\n"
    "      </evaluation>\n"
    "    </item>\n"
    "  </group>\n"
    "</catalog>\n";

static enum status write_catalog(struct cli *cli, struct str id, struct str region)
{
    struct str shown = path_join(cli->arena, STR("catalogs"), id);
    struct str folder = path_join(cli->arena, cli->root, shown);
    struct str file = path_join(cli->arena, folder, STR("catalog.xml"));
    if (file_exists(file.s) || dir_exists(folder.s)) {
        diag_at(cli->diag, (struct pos){0}, DIAG_NEW_EXISTS, STR_ARG(shown));
        return STATUS_FAILED;
    }
    struct str text = str_print(cli->arena, skeleton, STR_ARG(id), STR_ARG(region));
    const char *why;
    if (!dir_make(folder.s, &why)) {
        diag_at(cli->diag, (struct pos){0}, DIAG_FILE_WRITE, shown.s, why);
        return STATUS_FAILED;
    }
    if (!file_replace(file.s, text, &why)) {
        const char *ignored;
        dir_remove(folder.s, &ignored); /* made above; the next try may make it anew */
        diag_at(cli->diag, (struct pos){0}, DIAG_FILE_WRITE, file.s, why);
        return STATUS_FAILED;
    }
    buf_printf(&cli->out, "已新建 %.*s/catalog.xml\n", STR_ARG(shown));
    return STATUS_DONE;
}

static enum status run(struct cli *cli)
{
    struct str id = cli->arguments.at[0], region = cli_value(cli, "region", STR(""));
    if (!catalog_id_fits(id))
        return cli_usage(
            cli,
            "目录名称“%.*s”不能用：只许小写字母、数字和“-”，至多 64 个，也不能用网站"
            "保留的名称（assets、schemes、public、search 等）",
            STR_ARG(id));
    if (!region.n)
        return cli_usage(cli, "请用 --region 给出六位行政区划代码，例如 --region 430981");
    bool known = region_code_fits(region) && region.s[0] != '0' &&
                 *code_directory_name(str_slice(region, 0, 2));
    if (!known)
        return cli_usage(cli,
                         "“%.*s”不是行政区划代码：应是六位数字（GB/T 2260），例如 430981",
                         STR_ARG(region));
    return write_catalog(cli, id, region);
}

const struct command command_new = {
    .name = "new",
    .arguments = "ID",
    .about = "新建一个目录",
    .more = "在 catalogs/ID/ 下写出一个可以照着填写的 catalog.xml；已有的不会被覆盖。",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least = 1,
    .most = 1,
    .run = run,
};
