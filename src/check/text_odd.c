/* Characters that no document should have: of private use, unassigned, control characters,
 * U+FFFD, invisible ones, radicals and compatibility forms for Chinese characters. */
#include "check/text_rules.h"

#include "base/utf8.h"
#include "check/chars.h"
#include "check/report.h"

enum odd {
    FINE,
    LOST,      /* U+FFFD, private use, unassigned: what it was cannot be told */
    INVISIBLE, /* zero width, soft hyphen, control: can go */
    RADICAL,   /* ⽤ for 用: Kangxi radicals and compatibility ideographs */
    DINGBAT    /* þ, ¨: what is left of a box of the font Wingdings */
};

/* The characters of the 214 Kangxi radicals U+2F00 to U+2FD5, in their order. */
static const char radicals[] =
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小"
    "尢尸屮"
    "山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪"
    "父爻"
    "爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣"
    "自至臼"
    "舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面"
    "革韋韭"
    "音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

static enum odd kind_of(uint32_t c)
{
    if (c == 0xFE || c == 0xA8)
        return DINGBAT;
    if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xAD ||
        (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
        (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF)
        return c == '\n' || c == '\t' ? FINE : INVISIBLE;
    if ((c >= 0x2E80 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAFF) ||
        (c >= 0x2F800 && c <= 0x2FA1F))
        return RADICAL;
    if ((c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD || c >= 0xF0000 ||
        (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ||
        (c >= 0x40000 && c < 0xE0000) || (c >= 0x2FE0 && c <= 0x2FEF) ||
        (c >= 0xFFF0 && c <= 0xFFF8))
        return LOST;
    return FINE;
}

/* The character for a Kangxi radical; "": not known. */
static struct str character_of(uint32_t c)
{
    if (c < 0x2F00 || c > 0x2FD5)
        return STR("");
    struct str text = {radicals, sizeof radicals - 1}, rest = text;
    for (uint32_t i = 0; i < c - 0x2F00; i++)
        utf8_next(&rest);
    size_t at = text.n - rest.n;
    return str_slice(text, at, at + char_size(text, at));
}

static void report_odd(struct check *check, const struct text *t, size_t at, uint32_t c)
{
    struct str piece = str_slice(t->words, at, at + char_size(t->words, at));
    struct str right = character_of(c);
    struct advice none = {0}, erase = {.erase = true, .safe = true};
    struct advice replace = {.proposal = right, .safe = true};
    switch (kind_of(c)) {
    case FINE: return;
    case LOST: report_text(check, t, piece, &none, DIAG_TEXT_PRIVATE, c); return;
    case INVISIBLE: report_text(check, t, piece, &erase, DIAG_TEXT_INVISIBLE, c); return;
    case RADICAL:
        report_text(check, t, piece, right.n ? &replace : &none, DIAG_TEXT_RADICAL,
                    STR_ARG(piece), c);
        return;
    case DINGBAT:
        if (char_ascii(char_before(t->words, at)))
            return; /* a letter of Icelandic */
        report_text(check, t, piece, &none, DIAG_TEXT_DINGBAT, STR_ARG(piece));
        return;
    }
}

void check_odd_characters(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        for (size_t at = 0; (t->marks & TEXT_ODD) && at < t->words.n;
             at += char_size(t->words, at)) {
            uint32_t c = char_at(t->words, at);
            if (kind_of(c) != FINE)
                report_odd(check, t, at, c);
        }
    }
}
