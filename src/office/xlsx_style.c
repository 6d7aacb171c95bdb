#include "office/xlsx_style.h"

static const struct look {
    const char *font;
    double size;
    bool bold, border, italic;
    int align, valign;
    int ink, paper; /* -1: none */
    int turn;
} looks[XLSX_STYLES] = {
    /* clang-format off */
    [XLSX_TITLE]   = {XLSX_HEI, 16, false, false, false, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, -1, -1, 0},
    [XLSX_LINE]    = {XLSX_SONG, 10, false, false, false, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, -1, -1, 0},
    [XLSX_HEAD]    = {XLSX_HEI, 10, false, true, false, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, -1, 0xE4EAF2, 0},
    [XLSX_UPRIGHT] = {XLSX_HEI, 9, false, true, false, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_TOP, -1, 0xE4EAF2, 270},
    [XLSX_TEXT]    = {XLSX_SONG, 10, false, true, false, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, -1, -1, 0},
    [XLSX_BOLD]    = {XLSX_HEI, 10, false, true, false, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, -1, -1, 0},
    [XLSX_SMALL]   = {XLSX_SONG, 8, false, true, false, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, 0x57606A, -1, 0},
    [XLSX_CENTER]  = {XLSX_SONG, 10, false, true, false, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_TOP, -1, -1, 0},
    [XLSX_CODE]    = {XLSX_SONG, 10, false, true, false, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_TOP, -1, -1, 0},
    [XLSX_ERROR]   = {XLSX_HEI, 10, true, true, false, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_TOP, 0x9C0006, 0xFBE3E4, 0},
    [XLSX_WARNING] = {XLSX_HEI, 10, false, true, false, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_TOP, 0x6B4700, 0xFFF3D1, 0},
    [XLSX_NOTE]    = {XLSX_SONG, 10, false, true, true, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_TOP, 0x57606A, -1, 0},
    [XLSX_RATE]    = {XLSX_SONG, 10, false, true, false, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_TOP, -1, -1, 0},
    [XLSX_SUM]     = {XLSX_HEI, 10, false, true, false, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, -1, 0xF4F6F9, 0},
    [XLSX_ANSWER]  = {XLSX_SONG, 10, false, true, false, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, -1, 0xFFFDE7, 0},
    [XLSX_LINK]    = {XLSX_SONG, 10, false, true, false, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, 0x0B5CAD, -1, 0},
    /* clang-format on */
};

enum xlsx_style xlsx_severity(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR: return XLSX_ERROR;
    case SEVERITY_WARNING: return XLSX_WARNING;
    case SEVERITY_NOTE: return XLSX_NOTE;
    }
    return XLSX_NOTE;
}

lxw_format *xlsx_format(lxw_workbook *book, enum xlsx_style style)
{
    const struct look *look = &looks[style];
    lxw_format *f = workbook_add_format(book);
    format_set_font_name(f, look->font);
    format_set_font_size(f, look->size);
    format_set_text_wrap(f);
    format_set_align(f, (uint8_t)look->align);
    format_set_align(f, (uint8_t)look->valign);
    if (look->bold)
        format_set_bold(f);
    if (look->italic)
        format_set_italic(f);
    if (look->border) {
        format_set_border(f, LXW_BORDER_THIN);
        format_set_border_color(f, 0x9AA5B1);
    }
    if (look->ink >= 0)
        format_set_font_color(f, (lxw_color_t)look->ink);
    if (look->paper >= 0)
        format_set_bg_color(f, (lxw_color_t)look->paper);
    if (look->turn)
        format_set_rotation(f, (int16_t)look->turn);
    if (style == XLSX_RATE)
        format_set_num_format(f, "0.00");
    if (style == XLSX_CODE)
        format_set_num_format_index(f, 49); /* "@": text, ECMA-376 18.8.30 */
    if (style == XLSX_LINK)
        format_set_underline(f, LXW_UNDERLINE_SINGLE);
    return f;
}
