#include "cli/help.h"

#include "base/utf8.h"
#include "cli/commands.h"

static size_t columns(struct str s)
{
    size_t n = 0;
    while (s.n)
        n += utf8_columns(utf8_next(&s));
    return n;
}

/* Text, then blanks up to a column; at least two. */
static void put_padded(struct buf *out, struct str s, size_t to)
{
    size_t width = columns(s);
    buf_put(out, s);
    buf_pad(out, ' ', width + 2 < to ? to - width : 2);
}

void help_version(struct buf *out)
{
    buf_puts(out, "mulu " VERSION "\n许可证：Apache-2.0\n");
}

void help_all(struct buf *out)
{
    buf_puts(out, "mulu（目录）：把政务服务事项目录变成网站、办事指南和各种公开表格，并找"
                  "出其中的错误。\n\n"
                  "用法：mulu [-C 文件夹] 命令 [选项] [参数]\n\n命令：\n");
    for (size_t i = 0; i < command_count; i++) {
        buf_puts(out, "  ");
        put_padded(out, str_of(commands[i]->name), 10);
        buf_printf(out, "%s\n", commands[i]->about);
    }
    buf_puts(out, "\n选项：\n"
                  "  -C DIR      在另一个项目文件夹里运行\n"
                  "  --help      这份说明；mulu 命令 --help 看一个命令的说明\n"
                  "  --version   版本\n\n"
                  "退出状态：0 完成；1 check 发现错误、fmt --check 会改动文件；2 "
                  "用法不对、文件读不了或写不了。\n");
}

static void put_option(const struct cli_option *o, struct buf *out)
{
    struct buf left = {0};
    if (o->letter)
        buf_printf(&left, "  -%c, --%s", o->letter, o->name);
    else
        buf_printf(&left, "      --%s", o->name);
    if (o->value)
        buf_printf(&left, " %s", o->value);
    put_padded(out, buf_str(&left), 30);
    buf_printf(out, "%s\n", o->about);
    buf_drop(&left);
}

void help_command(const struct command *c, struct buf *out)
{
    buf_printf(out, "%s\n\n用法：mulu %s%s %s\n", c->about, c->name,
               c->option_count ? " [选项]" : "", c->arguments);
    if (c->option_count)
        buf_puts(out, "\n选项：\n");
    for (size_t i = 0; i < c->option_count; i++)
        put_option(&c->options[i], out);
    if (c->more)
        buf_printf(out, "\n%s\n", c->more);
}
