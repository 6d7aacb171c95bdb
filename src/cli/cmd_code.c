/* mulu code: a code, part by part, in words. */
#include "cli/commands.h"

#include "base/file.h"
#include "base/utf8.h"
#include "catalog/code.h"
#include "catalog/scheme.h"

#include <stdint.h>

enum { LABEL_COLUMNS = 20, PART_COLUMNS = 20, USCC = 18 };

static const char national[] = "ylbz-2020";

static void put_padded(struct buf *out, struct str s, size_t columns)
{
    size_t used = 0;
    for (struct str rest = s; rest.n;)
        used += utf8_columns(utf8_next(&rest));
    buf_put(out, s);
    buf_pad(out, ' ', used < columns ? columns - used : 1);
}

/* "  主项                36001               说明" */
static void put_part(struct buf *out, const char *label, struct str part,
                     struct str about)
{
    buf_puts(out, "  ");
    put_padded(out, str_of(label), LABEL_COLUMNS);
    if (about.n)
        put_padded(out, part, PART_COLUMNS);
    else
        buf_put(out, part);
    buf_put(out, about);
    buf_char(out, '\n');
}

static struct str or_unknown(const char *name)
{
    return *name ? str_of(name) : STR("不是通用的值，按本地编码看待");
}

static const char *form_name(const struct code *c)
{
    switch (c->form) {
    case CODE_EMPTY: return "空";
    case CODE_BASIC: return c->suffix.n ? "基本编码，带本地后缀" : "基本编码";
    case CODE_IMPLEMENTING: return "实施编码";
    case CODE_BUSINESS: return "业务办理项编码";
    case CODE_CASE: return "办件编码";
    case CODE_LOCAL: return "本地编码（不是通用的形式，不算错）";
    case CODE_MALFORMED: return "写错的编码";
    }
    return "";
}

static const char *fault_name(enum code_fault fault)
{
    switch (fault) {
    case CODE_FINE: return "";
    case CODE_CASE_OF_LETTERS: return "有小写字母，编码中的字母一律大写";
    case CODE_BLANKS: return "中间有空格";
    case CODE_LENGTH: return "位数不对，基本编码是12位";
    case CODE_DIRECTORY: return "前两位既不是00（全国），也不是省级行政区代码";
    case CODE_LOOKALIKE: return "有形似数字的字母、全角数字或全角横线";
    case CODE_SUB: return "末三位不对，应是00Y、000或三位数字";
    case CODE_USCC: return "统一社会信用代码的校验码不符";
    case CODE_LEVEL: return "行使层级不是1至6";
    case CODE_LEAF: return "用了主项的编码（00Y），实施的应是它的子项";
    case CODE_DATE: return "日期不存在";
    case CODE_BUSINESS_SERIAL: return "业务办理项从01起编号";
    }
    return "";
}

static struct str sub_about(const struct code *c)
{
    switch (c->sub_kind) {
    case SUB_MAIN: return STR("主项，下面有子项");
    case SUB_ALONE: return STR("主项，没有子项");
    case SUB_ITEM: return STR("子项");
    }
    return STR("");
}

static void explain_uscc(struct cli *cli, const struct code *c)
{
    struct str organ = str_slice(c->uscc, 8, 16);
    char right = uscc_check(c->uscc), given = c->uscc.s[USCC - 1];
    char inner = organ_check(organ);
    struct str about = STR("有代码里不用的字符，无法校验");
    if (right && right == given)
        about = STR("校验码正确");
    else if (right)
        about = str_print(cli->arena, "校验码不对：末位应为%c，这里是%c", right, given);
    put_part(&cli->out, "统一社会信用代码", c->uscc, about);
    put_part(&cli->out, "  登记机关区划", str_slice(c->uscc, 2, 8), STR(""));
    if (inner)
        put_part(&cli->out, "  主体标识码", str_slice(c->uscc, 8, 17),
                 inner == c->uscc.s[16]
                     ? STR("校验码正确")
                     : str_print(cli->arena, "校验码不对：末位应为%c", inner));
}

static void explain_base(struct cli *cli, const struct code *c)
{
    struct buf *out = &cli->out;
    put_part(out, "编制地区", c->directory,
             *code_directory_name(c->directory)
                 ? str_of(code_directory_name(c->directory))
                 : STR("不是省级行政区代码"));
    put_part(out, "事项类型", c->type, or_unknown(code_type_name(c->type)));
    put_part(out, "主项", c->main, STR(""));
    put_part(out, "子项", c->sub, sub_about(c));
    if (c->suffix.n)
        put_part(out, "本地后缀", c->suffix, STR("本地把这一项分成了几项"));
}

static void explain_national(struct cli *cli, const struct code *c,
                             const struct scheme *s)
{
    const struct scheme_item *item = scheme_item(s, c->base);
    const struct scheme_group *group = NULL;
    for (size_t i = 0; i < s->groups.n; i++)
        if (code_same_main(s->groups.at[i].code, c->base))
            group = &s->groups.at[i];
    if (!str_eq(c->directory, STR("00")))
        return;
    if (group)
        put_part(&cli->out, "全国清单的主项", group->title, STR(""));
    if (item)
        put_part(&cli->out, "全国清单的子项", item->title, STR(""));
    if (item && item->limit_text.n)
        put_part(&cli->out, "全国清单的时限", item->limit_text, STR(""));
    if (!item && !scheme_group(s, c->base))
        put_part(&cli->out, "全国清单", STR("没有这个编码"), STR(""));
    put_part(&cli->out, "全国清单的依据",
             str_print(cli->arena, "%.*s%s%.*s", STR_ARG(s->document),
                       s->confidence.n ? "；" : "", STR_ARG(s->confidence)),
             STR(""));
}

/* The one national code a single slip away from a code that cannot be mended by itself. */
static void suggest(struct cli *cli, const struct code *c, const struct scheme *s)
{
    const struct scheme_item *near = NULL;
    size_t dash = str_find(c->text, STR("-")), count = 0;
    struct str base = str_slice(c->text, 0, dash);
    for (size_t i = 0; i < s->items.n; i++) {
        if (str_distance(base, s->items.at[i].code, 1) > 1)
            continue;
        near = &s->items.at[i];
        count++;
    }
    if (count == 1)
        put_part(&cli->out, "可能想写的是",
                 str_print(cli->arena, "%.*s%.*s（%.*s）", STR_ARG(near->code),
                           STR_ARG(str_from(c->text, dash)), STR_ARG(near->title)),
                 STR(""));
}

static void explain(struct cli *cli, struct str text, const struct scheme *scheme)
{
    struct code c = code_parse(text);
    buf_printf(&cli->out, "%.*s\n", STR_ARG(text));
    put_part(&cli->out, "形式", str_of(form_name(&c)), STR(""));
    if (c.fault != CODE_FINE)
        put_part(&cli->out, "问题", str_of(fault_name(c.fault)), STR(""));
    struct str mended = code_mended(cli->arena, text);
    if (!str_eq(mended, text)) {
        put_part(&cli->out, "可能想写的是", mended, STR(""));
        c = code_parse(mended);
    } else if (c.form == CODE_MALFORMED && scheme) {
        suggest(cli, &c, scheme);
    }
    if (c.uscc.n) {
        explain_uscc(cli, &c);
        put_part(&cli->out, "行使层级", c.level, or_unknown(code_level_name(c.level)));
    }
    if (c.base.n)
        explain_base(cli, &c);
    if (c.business.n)
        put_part(&cli->out, "业务办理项序号", c.business, STR(""));
    if (c.date.n) {
        put_part(&cli->out, "受理日期", c.date, STR(""));
        put_part(&cli->out, "流水号", c.serial, STR(""));
    }
    if (c.base.n && scheme)
        explain_national(cli, &c, scheme);
}

static enum status run(struct cli *cli)
{
    struct schemes schemes = {0};
    struct str shown;
    const struct scheme *scheme = NULL;
    if (file_exists(cli_scheme_path(cli, str_of(national), &shown).s))
        scheme = cli_scheme(cli, &schemes, str_of(national));
    for (size_t i = 0; i < cli->arguments.n; i++) {
        if (i)
            buf_char(&cli->out, '\n');
        struct str text = cli->arguments.at[i];
        if (utf8_check(text) != STR_NONE) {
            cli_schemes_drop(&schemes);
            return cli_usage(cli, "第%zu个编码不是 UTF-8 文字", i + 1);
        }
        explain(cli, text, scheme);
    }
    cli_schemes_drop(&schemes);
    return STATUS_DONE;
}

const struct command command_code = {
    .name = "code",
    .arguments = "CODE…",
    .about = "把编码拆开，逐段说明",
    .more = "有全国清单（catalogs/schemes/ylbz-2020.xml）时，也说明清单里的名称和时限。",
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
