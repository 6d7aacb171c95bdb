/* text_breaks - the letters of a paragraph and how well a line may break before each.
 *
 * Inner part of text.c. ICU stays in text_breaks.c; the Chinese rules stand in
 * text_marks.c. */
#ifndef MULU_LAYOUT_TEXT_BREAKS_H
#define MULU_LAYOUT_TEXT_BREAKS_H

#include "layout/text.h"

/* From worst to best. When no better place is on the line, a worse one is taken: nothing
 * is ever cut off. */
enum break_level {
    BREAK_NEVER,  /* inside a character made of several code points, or before a blank */
    BREAK_MARK,   /* a forbidden mark would begin or end the line */
    BREAK_FORCED, /* inside a word */
    BREAK_SPLIT,  /* inside a code or number, where ICU would break */
    BREAK_PART,   /* between the parts of a date, of a 文号 */
    BREAK_GOOD
};
enum { BREAK_LEVELS = BREAK_GOOD + 1 };

/* How firmly a letter is bound to the one before it. */
enum glue { GLUE_NONE, GLUE_PART, GLUE_FIRM };

/* Which half of a full-width mark is left away, because the mark beside it has an empty
 * half too: the right one of 》 and the left one of （ (W3C CLREQ 3.1.6; GB/T 15834-2011,
 * 5.1.11).
 *
 * A little less than half an em is cut: where two glyphs overlap by half an em or more,
 * poppler takes them for two lines. */
#define CUT 0.48
enum cut { CUT_NONE, CUT_LEFT, CUT_RIGHT };

/* One code point of the joined text of a paragraph's spans. */
struct letter {
    uint32_t c;
    size_t at;           /* byte offset in the joined text */
    double width;        /* advance in points, less what is cut off */
    unsigned span;       /* index of its span */
    unsigned char level; /* enum break_level of a break before it */
    unsigned char glue;  /* enum glue */
    unsigned char cut;   /* enum cut */
    bool tight;          /* inside a 文号: no hair before it */
    bool hair;           /* a hair of space before it, unless it begins a line */
};
struct letters {
    struct letter *at;
    size_t n;
    struct str text; /* the joined text */
};

/* The letters of the spans with widths and levels, in the arena. */
struct letters letters_of(struct arena *a, const struct typesetter *t,
                          const struct span *spans, size_t n);

/* Advance of a code point in points; 0 for what is not painted. */
double letter_width(const struct typesetter *t, const struct style *style, uint32_t c);

/* text_space.c: what stands closer together or wider apart than its advances say. */

/* The half of the mark that may be cut off in this face, or CUT_NONE. */
enum cut mark_cut(const struct fonts *f, enum font_role role, uint32_t c);

/* Space between Chinese and Latin letters or digits, in em: a twelfth. Typographers give
 * an eighth or a quarter (CLREQ 3.2.2), but from a tenth on programs that copy text out of
 * a PDF take it for a blank. Of two sizes the smaller one counts. */
#define HAIR (1.0 / 12)
double letter_hair(const struct style *a, const struct style *b);

/* Sets `cut` and `hair` of the letters and takes what is cut off their widths. */
void letters_space(const struct fonts *f, const struct span *spans, struct letters *l);

/* What stands between two letters beside each other on a line. */
struct joint {
    bool cut_before; /* the right half of the first */
    bool cut_after;  /* the left half of the second */
    bool hair;
};
struct joint mark_joint(const struct fonts *f, enum font_role a_role, uint32_t a,
                        enum font_role b_role, uint32_t b);

/* What is asked of every letter stands here, to be inlined. Chinese letters and marks, nearly
 * all of a text, are plain: neither blank nor hidden. */
static inline bool mark_is_plain(uint32_t c)
{
    return c > 0x3000 && c < 0xFE00;
}

/* Blanks hang outside the measure at a line's end; a newline ends the line; a hidden
 * character (zero width space, direction mark, variation selector, tab) leaves no mark. */
static inline bool mark_is_newline(uint32_t c)
{
    return c <= 0x2029 &&
           ((c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029);
}

static inline bool mark_is_blank(uint32_t c)
{
    if (mark_is_plain(c))
        return false;
    return c == ' ' || c == '\t' || c == 0x3000 || (c >= 0x2000 && c <= 0x2006) ||
           (c >= 0x2008 && c <= 0x200A) || c == 0x1680 || c == 0x205F;
}

static inline bool mark_is_hidden(uint32_t c)
{
    if (mark_is_plain(c))
        return false;
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
           (c >= 0xE0000 && c <= 0xE01EF);
}

/* Marks that may not begin or end a line (GB/T 15834-2011 clause 5.1; W3C CLREQ,
 * prohibition rules for line start and line end). */
bool mark_bars_start(uint32_t c);
bool mark_bars_end(uint32_t c);

/* True for a closing mark whose right half is empty, so that it may be set in half its
 * width at a line's end (W3C CLREQ, punctuation width adjustment). */
bool mark_squeezes(uint32_t c);

/* True when neither spacing nor a rule of marks can concern the character: an ideograph. */
static inline bool mark_is_ideograph(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
           (c >= 0x20000 && c <= 0x3FFFD);
}

/* Letters, digits and marks of Latin text: not spaced out when a line is justified. */
bool mark_is_western(uint32_t c);

/* True when a line may break between the two at a quotation mark, where ICU says nothing
 * because it cannot tell opening from closing. */
bool mark_quote_break(uint32_t before, uint32_t after);

/* Sets `glue` and `tight` on the letters inside runs that must not be broken: codes, numbers with
 * their unit, dates, 第三条, 湘医保发〔2020〕41号, —— and ……. */
void marks_glue(struct letter *letters, size_t n);

#endif
