/* Line breaking and painting of paragraphs, with the fake fonts: Chinese characters one em,
 * others half an em, so widths can be counted. */
#include "runner.h"

#include "base/utf8.h"
#include "layout/text.h"

#include <math.h>
#include <string.h>
#include <time.h>

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;

static struct span span_of(struct str text)
{
    return (struct span){.text = text, .style = {.font = FONT_SONG, .size = 10}};
}

static struct paragraph lay(struct str text, double ems, enum align align)
{
    struct span span = span_of(text);
    struct paragraph_style style = {.width = ems * 10, .leading = 15, .align = align};
    return text_layout(arena, setter, &span, 1, &style);
}

/* The text of the lines as they are painted, "|" between them. */
static struct str shown(const struct paragraph *p)
{
    struct buf b = {0};
    for (size_t i = 0; i < p->lines.n; i++) {
        if (i)
            buf_char(&b, '|');
        for (size_t k = 0; k < p->lines.at[i].runs.n; k++)
            buf_put(&b, p->lines.at[i].runs.at[k].text);
    }
    struct str copy = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return copy;
}

TEST(paragraphs_break_where_chinese_breaks)
{
    static const struct {
        double ems;
        const char *text, *lines;
    } rows[] = {
        {4, "", ""},
        {4, "一二三四五六", "一二三四|五六"},
        {4, "一二三四。五六", "一二三|四。五六"},
        {4, "一二三（四）五", "一二三|（四）五"},
        {5, "一二三四《五》", "一二三四|《五》"},
        {4, "一二三四……", "一二三|四……"},
        {3.5, "一二三——四", "一二|三——四"},
        {4, "一二三“四五”六七", "一二三|“四五”六|七"},
        {3, "一二”三四", "一二”|三四"},
        {7, "请拨打0737-2817103。", "请拨打|0737-2817103。"},
        {6, "请拨打0737-2817103。", "请拨打|0737-281710|3。"},
        {6, "不得超过了5个工作日", "不得超过了|5个工作日"},
        {4.5, "不得超过5%", "不得超过|5%"},
        {8, "于2020年12月28日印", "于2020年12月28日|印"},
        {8, "于是2020年12月28日印", "于是|2020年12月28日印"},
        {6, "于是2020年12月28日印", "于是|2020年12月28|日印"},
        {8, "于是二〇二〇年三月印发", "于是|二〇二〇年三月印|发"},
        {14, "依据通知要求（湘医保发〔2020〕41号）办",
         "依据通知要求|（湘医保发〔2020〕41号）办"},
        {8, "依（湘医保发〔2020〕41号）办", "依|（湘医保发|〔2020〕41号）办"},
        {7, "依照本法第三十二条办", "依照本法|第三十二条办"},
        {6, "依照第（二）项办", "依照|第（二）项办"},
        {7, "自从2022—2024年起", "自从|2022—2024年起"},
        {8, "编码(002036001002-1)在此", "编码|(002036001002-1)|在此"},
        {7, "编码(002036001002-1)在此", "编码|(002036001002-|1)在此"},
        {5, "abcdefghijklmnopqrstuvwxyz", "abcdefghij|klmnopqrst|uvwxyz"},
        {5, "登录 http://a.b/c/d/e 查", "登录|http://|a.b/c/d/e|查"},
        {6, "身份证、户口本APP办理", "身份证、户口|本APP办理"},
        {3, "甲 乙 丙 丁", "甲 乙|丙 丁"},
        {4, "甲乙丙丁    戊", "甲乙丙丁|戊"},
        {4, "　　甲乙丙", "　　甲乙|丙"},
        {4, "甲乙\n\n丙", "甲乙||丙"},
        {4, "甲乙\r\n丙", "甲乙|丙"},
        {4, "甲乙\n", "甲乙|"},
        {4, "甲乙\xE2\x80\x8B丙", "甲乙丙"},
        {2, "甲e\xCC\x81\xCC\x81乙", "甲|e\xCC\x81\xCC\x81|乙"},
        {0, "甲。乙", "甲|。|乙"},
        {-3, "甲乙", "甲|乙"},
        {4, "。。。。。。", "。。。。|。。"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct paragraph p = lay(str_of(rows[i].text), rows[i].ems, ALIGN_LEFT);
        CHECK_STR(rows[i].text, shown(&p), str_of(rows[i].lines));
    }
}

int main(void)
{
    arena = arena_new();
    fonts = fonts_fake();
    struct diag *d = diag_new();
    setter = typesetter_new(fonts, d);
    RUN(paragraphs_break_where_chinese_breaks);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(d);
    arena_drop(arena);
    return runner_end();
}
