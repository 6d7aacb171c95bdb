/* Problems as people read them:
 *
 *     catalogs/x/catalog.xml:12:18: 错误: …… [code-parent]
 *       <item seq="16" code="002036002003-3">
 *                      ^
 *       建议改为：……
 *       …… */
#include "diag/diag.h"

#include "base/utf8.h"
#include "diag/visible.h"

static const struct {
    const char *id, *word, *color;
} severities[] = {
    [SEVERITY_ERROR] = {"error", "错误", "\033[1;31m"},
    [SEVERITY_WARNING] = {"warning", "警告", "\033[1;33m"},
    [SEVERITY_NOTE] = {"note", "提示", "\033[1;36m"},
};

const char *severity_id(enum severity severity)
{
    return severities[severity].id;
}

const char *severity_word(enum severity severity)
{
    return severities[severity].word;
}

static void print_line(const struct problem *p, bool color, struct buf *out)
{
    buf_puts(out, "  ");
    visible_put(out, p->source_line);
    buf_char(out, '\n');
    buf_pad(out, ' ', p->indent + 2);
    buf_puts(out, color ? "\033[1;32m^\033[0m\n" : "^\n");
}

/* A mark alone is hard to see behind a colon: 建议改为：： */
static bool is_bare_mark(struct str proposal)
{
    static const char marks[] = "：；，。、？！（）〈〉《》【】〔〕—－-·.,:;";
    return utf8_count(proposal) == 1 && str_has(STR(marks), proposal);
}

static void put_line(struct buf *out, const char *label, struct str words)
{
    if (!words.n)
        return;
    struct buf cut = {0};
    visible_cut(&cut, words, VISIBLE_VALUE);
    buf_puts(out, label);
    visible_put(out, buf_str(&cut));
    buf_char(out, '\n');
    buf_drop(&cut);
}

static void put_message(struct buf *out, struct str message)
{
    struct buf cut = {0};
    visible_cut_message(&cut, message);
    visible_put(out, buf_str(&cut));
    buf_drop(&cut);
}

void diag_print_one(const struct problem *p, struct str more, bool color, struct buf *out)
{
    if (p->path.n)
        visible_put(out, p->path);
    else
        buf_puts(out, "mulu");
    if (p->line)
        buf_printf(out, ":%zu:%zu", p->line, p->column);
    buf_puts(out, ": ");
    buf_puts(out, color ? severities[p->severity].color : "");
    buf_puts(out, severities[p->severity].word);
    buf_puts(out, color ? "\033[0m: " : ": ");
    put_message(out, p->message);
    buf_puts(out, " [");
    buf_put(out, p->id);
    buf_puts(out, "]\n");
    if (p->line)
        print_line(p, color, out);
    put_line(out, "  ", more);
    put_line(out, "  应为：", p->expected);
    if (is_bare_mark(p->proposal))
        buf_printf(out, "  建议改为“%.*s”\n", STR_ARG(p->proposal));
    else
        put_line(out, "  建议改为：", p->proposal);
    put_line(out, "  ", p->remedy);
    put_line(out, "  依据：", p->basis);
}

void diag_print(const struct diag *d, bool color, struct buf *out)
{
    for (size_t i = 0; i < diag_total(d); i++)
        if (!diag_problem(d, i)->accepted.n)
            diag_print_one(diag_problem(d, i), STR(""), color, out);
}
