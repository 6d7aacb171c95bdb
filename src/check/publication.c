/* publication - 公开渠道和载体: the thirteen boxes of the template, ■ on and □ off.
 *
 *     ■政府网站 □政府公报 □两微一端 … ■其他 基层公共服务平台
 *
 * A box may be the number of an entry or stand in the text, several in one. */
#include "check/disclosure.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/report.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
/* The official names with what places make of them; all without brackets and blanks. */
static const struct str channels[] = {
    STR_INIT("政府网站"), STR_INIT("政府公报"), STR_INIT("两微一端"), STR_INIT("发布会/听证会"), STR_INIT("发布会听证会"),
    STR_INIT("发布会"), STR_INIT("听证会"), STR_INIT("广播电视"), STR_INIT("纸质媒体"), STR_INIT("公开查阅点"),
    STR_INIT("公开查询点"), STR_INIT("政务服务中心"), STR_INIT("便民服务站"), STR_INIT("便民服务点"), STR_INIT("入户/现场"),
    STR_INIT("入户现场"), STR_INIT("社区/企事业单位/村公示栏电子屏"), STR_INIT("社区/企事业单位/村公示栏"),
    STR_INIT("社区/企事业单位公示栏电子屏"), STR_INIT("社区/企事业单位公示栏"), STR_INIT("村居/企事业单位公示栏"),
    STR_INIT("村居/企事业单位公示栏电子屏"), STR_INIT("社区/企事业单位/村居公示栏电子屏"),
    STR_INIT("社区/企事业单位/村居公示栏"), STR_INIT("精准推送"), STR_INIT("其他"), STR_INIT("其它"),
};
/* What people write for one of them. */
static const struct {
    struct str word, name;
} loose[] = {
    {STR_INIT("网站"), STR_INIT("政府网站")}, {STR_INIT("官网"), STR_INIT("政府网站")},
    {STR_INIT("门户"), STR_INIT("政府网站")}, {STR_INIT("公报"), STR_INIT("政府公报")},
    {STR_INIT("微信"), STR_INIT("两微一端")}, {STR_INIT("微博"), STR_INIT("两微一端")},
    {STR_INIT("公众号"), STR_INIT("两微一端")}, {STR_INIT("客户端"), STR_INIT("两微一端")},
    {STR_INIT("APP"), STR_INIT("两微一端")}, {STR_INIT("新媒体"), STR_INIT("两微一端")},
    {STR_INIT("发布会"), STR_INIT("发布会/听证会")}, {STR_INIT("听证"), STR_INIT("发布会/听证会")},
    {STR_INIT("电视"), STR_INIT("广播电视")}, {STR_INIT("广播"), STR_INIT("广播电视")},
    {STR_INIT("报纸"), STR_INIT("纸质媒体")}, {STR_INIT("报刊"), STR_INIT("纸质媒体")},
    {STR_INIT("查阅"), STR_INIT("公开查阅点")}, {STR_INIT("档案馆"), STR_INIT("公开查阅点")},
    {STR_INIT("图书馆"), STR_INIT("公开查阅点")}, {STR_INIT("大厅"), STR_INIT("政务服务中心")},
    {STR_INIT("服务中心"), STR_INIT("政务服务中心")}, {STR_INIT("便民"), STR_INIT("便民服务站")},
    {STR_INIT("入户"), STR_INIT("入户/现场")}, {STR_INIT("现场"), STR_INIT("入户/现场")},
    {STR_INIT("公示栏"), STR_INIT("社区/企事业单位/村公示栏（电子屏）")},
    {STR_INIT("公告栏"), STR_INIT("社区/企事业单位/村公示栏（电子屏）")},
    {STR_INIT("宣传栏"), STR_INIT("社区/企事业单位/村公示栏（电子屏）")},
    {STR_INIT("电子屏"), STR_INIT("社区/企事业单位/村公示栏（电子屏）")},
    {STR_INIT("推送"), STR_INIT("精准推送")},
};
/* clang-format on */

static bool is_on(uint32_t c)
{
    return rune_in(c, "■☑√þ✓✔▣");
}

static bool is_box(uint32_t c)
{
    return is_on(c) || rune_in(c, "□☐○●◻");
}

/* Without blanks, brackets and the signs of a place to write. */
static struct str bare(struct arena *a, struct str piece)
{
    struct buf b = {0};
    while (piece.n) {
        uint32_t c = utf8_next(&piece);
        if (c == 0xFF0F)
            c = '/';
        if (!rune_in(c, " \t\n　（）()_＿:：。;；,，、"))
            buf_rune(&b, c);
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static bool is_official(struct str name)
{
    if (str_starts(name, STR("其他")) || str_starts(name, STR("其它")))
        return true;
    for (size_t i = 0; i < COUNT(channels); i++)
        if (str_eq(name, channels[i]))
            return true;
    return false;
}

static struct str meant(struct str name)
{
    for (size_t i = 0; i < COUNT(loose); i++)
        if (str_has(name, loose[i].word))
            return loose[i].name;
    return STR("");
}

/* What the entries of one field come to. */
struct boxes {
    size_t boxes, on, pieces;
    bool other; /* behind 其他 anything may follow */
};

static void check_piece(struct check *check, const struct text *t, struct str piece,
                        struct boxes *found)
{
    piece = str_trim(piece);
    struct str name = bare(check->arena, piece);
    if (!name.n || found->other)
        return;
    found->pieces++;
    found->other = str_starts(name, STR("其他")) || str_starts(name, STR("其它"));
    if (is_official(name))
        return;
    struct advice advice = {.expected = meant(name)};
    report_text(check, t, piece, &advice, DIAG_DISCLOSURE_CHANNEL, STR_ARG(piece));
}

/* A lost box is a 口 before a name: 口政府公报. */
static bool is_lost_box(uint32_t c, struct str rest)
{
    if (c != 0x53E3)
        return false;
    for (size_t i = 0; i < COUNT(channels); i++)
        if (str_starts(rest, channels[i]))
            return true;
    return false;
}

/* Cuts a text at its boxes and marks and looks at each piece. */
static void check_channels(struct check *check, const struct text *t, struct boxes *found)
{
    struct str rest = t->words, piece = str_slice(rest, 0, 0);
    found->other = false;
    while (rest.n) {
        uint32_t c = utf8_next(&rest);
        bool box = is_box(c) || is_lost_box(c, rest);
        found->boxes += box;
        found->on += is_on(c);
        if (box || rune_in(c, "、，,；;\n")) {
            check_piece(check, t, piece, found);
            if (box)
                found->other = false;
            piece = str_slice(rest, 0, 0);
        } else {
            piece.n = (size_t)(rest.s - piece.s);
        }
    }
    check_piece(check, t, piece, found);
}

static void check_number(const struct text *t, struct boxes *found)
{
    struct str no = t->entry ? t->entry->no : STR("");
    uint32_t c = no.n ? utf8_next(&no) : 0;
    bool box = is_box(c) || c == 0x53E3;
    found->boxes += box;
    found->on += is_on(c);
}

static void check_field(struct check *check, const struct text *first,
                        const struct boxes *found)
{
    if (!found->boxes && found->pieces)
        report_text(check, first, STR(""), NULL, DIAG_CHANNEL_PLAIN);
    else if (found->boxes && !found->on)
        report_text(check, first, STR(""), NULL, DIAG_CHANNEL_NONE);
}

/* The texts of one field stand together. */
void check_publication(struct check *check)
{
    for (size_t i = 0; i < check->text_count;) {
        const struct text *first = &check->texts[i];
        if (first->part != TEXT_FIELD || first->field != FIELD_PUBLICATION) {
            i++;
            continue;
        }
        struct boxes found = {0};
        for (; i < check->text_count && check->texts[i].of == first->of; i++) {
            check_number(&check->texts[i], &found);
            check_channels(check, &check->texts[i], &found);
        }
        check_field(check, first, &found);
    }
}
