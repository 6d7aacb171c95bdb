#include "layout/text_breaks.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct typesetter {
    const struct fonts *fonts;
    UBreakIterator *lines;      /* zh@lb=strict: no small kana or ー at a line's start */
    UBreakIterator *characters; /* grapheme clusters */
    UBreakIterator *words;      /* by dictionary */
    struct memo *levels;        /* of texts, a byte a letter */
    struct memo *memo;
};

/* How what was found of a letter is kept. */
enum { LEVEL_MASK = 0x0F, LEVEL_TIGHT = 0x10 };

/* The same sentences stand in many items and many catalogs. */
enum { MEMO_BYTES = 3 << 20, MEMO_TEXT = 1000 };

struct typesetter *typesetter_new(const struct fonts *fonts, struct diag *d)
{
    struct typesetter *t = heap_alloc(sizeof *t);
    *t = (struct typesetter){
        .fonts = fonts, .levels = memo_new(MEMO_BYTES), .memo = memo_new(MEMO_BYTES)};
    UErrorCode status = U_ZERO_ERROR;
    t->lines = ubrk_open(UBRK_LINE, "zh@lb=strict", NULL, 0, &status);
    t->characters = ubrk_open(UBRK_CHARACTER, "zh", NULL, 0, &status);
    t->words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    if (U_SUCCESS(status))
        return t;
    struct str name = str_of(u_errorName(status));
    diag_at(d, (struct pos){0}, DIAG_LINE_RULES, STR_ARG(name));
    typesetter_drop(t);
    return NULL;
}

void typesetter_drop(struct typesetter *t)
{
    if (!t)
        return;
    if (t->lines)
        ubrk_close(t->lines);
    if (t->characters)
        ubrk_close(t->characters);
    if (t->words)
        ubrk_close(t->words);
    memo_drop(t->levels);
    memo_drop(t->memo);
    free(t);
}

const struct fonts *typesetter_fonts(const struct typesetter *t)
{
    return t->fonts;
}

struct memo *typesetter_memo(const struct typesetter *t)
{
    return t->memo;
}

double letter_width(const struct typesetter *t, const struct style *style, uint32_t c)
{
    if (c == '\t')
        return style->size;
    if (mark_is_hidden(c) || mark_is_newline(c))
        return 0;
    return style->size * font_advance(t->fonts, style->font, c);
}

static struct str join(struct arena *a, const struct span *spans, size_t n)
{
    if (n == 1)
        return spans[0].text;
    size_t size = 0;
    for (size_t i = 0; i < n; i++)
        size += spans[i].text.n;
    char *s = arena_alloc(a, size);
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (spans[i].text.n)
            memcpy(s + at, spans[i].text.s, spans[i].text.n);
        at += spans[i].text.n;
    }
    return (struct str){s, size};
}

/* Texts without such characters, nearly all, need no search for clusters. */
static bool may_cluster(uint32_t c)
{
    return c >= 0x300 && !(c >= 0x2010 && c <= 0x205F) && !(c >= 0x2070 && c <= 0x20CF) &&
           !(c >= 0x2100 && c <= 0x25FF) && !(c >= 0x3000 && c <= 0x3029) &&
           !(c >= 0x3030 && c <= 0x3098) && !(c >= 0x309B && c <= 0x9FFF) &&
           !(c >= 0xFF00 && c <= 0xFF9D);
}

/* Raises the level of each letter at a boundary of the iterator. */
static void raise(UBreakIterator *it, struct letters *l, unsigned char level)
{
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, l->text.s, (int64_t)l->text.n, &status);
    ubrk_setUText(it, &text, &status);
    assert(U_SUCCESS(status));
    size_t i = 0;
    for (int32_t at = ubrk_first(it); at != UBRK_DONE; at = ubrk_next(it)) {
        while (i < l->n && l->at[i].at < (size_t)at)
            i++;
        if (i < l->n && l->at[i].at == (size_t)at && l->at[i].level < level)
            l->at[i].level = level;
    }
    utext_close(&text);
}

/* What ICU says of a place becomes what we say. `before` is the last letter before it that
 * is not a blank. */
static enum break_level judge(const struct letter *l, uint32_t before)
{
    if (l->level == BREAK_NEVER || mark_is_blank(l->c))
        return BREAK_NEVER;
    if (mark_bars_start(l->c) || mark_bars_end(before))
        return BREAK_MARK;
    bool offered = l->level == BREAK_GOOD || mark_quote_break(before, l->c);
    if (!offered)
        return BREAK_FORCED;
    static const enum break_level level[] = {BREAK_GOOD, BREAK_PART, BREAK_SPLIT};
    return level[l->glue];
}

/* ICU counts in 32 bits. A longer paragraph is past every limit on input; its text is
 * then broken anywhere. */
static bool icu_can(struct str text)
{
    return text.n > 0 && text.n < INT32_MAX;
}

/* What find_levels() found of the same text before. */
static bool recall_levels(const struct typesetter *t, struct letters *l)
{
    const unsigned char *known = memo_find(t->levels, l->text);
    for (size_t i = 0; known && i < l->n; i++) {
        l->at[i].level = known[i] & LEVEL_MASK;
        l->at[i].tight = known[i] & LEVEL_TIGHT;
    }
    return known;
}

static void keep_levels(const struct typesetter *t, const struct letters *l)
{
    unsigned char *known = arena_raw(memo_room(t->levels), l->n);
    for (size_t i = 0; i < l->n; i++)
        known[i] = (unsigned char)(l->at[i].level | (l->at[i].tight ? LEVEL_TIGHT : 0));
    memo_keep(t->levels, l->text, known);
}

static void find_levels(const struct typesetter *t, struct letters *l, bool clusters)
{
    if (!clusters)
        for (size_t i = 0; i < l->n; i++)
            l->at[i].level = BREAK_FORCED;
    else if (icu_can(l->text))
        raise(t->characters, l, BREAK_FORCED);
    if (icu_can(l->text))
        raise(t->lines, l, BREAK_GOOD);
    marks_glue(l->at, l->n);
    uint32_t before = 0;
    for (size_t i = 0; i < l->n; i++) {
        struct letter *letter = &l->at[i];
        letter->level = (unsigned char)judge(letter, before);
        if (!mark_is_blank(letter->c) && !mark_is_hidden(letter->c))
            before = letter->c;
    }
}

struct letters letters_of(struct arena *a, const struct typesetter *t,
                          const struct span *spans, size_t n)
{
    struct letters l = {.text = join(a, spans, n)};
    VEC(struct letter) all = {0};
    bool clusters = false;
    size_t base = 0;
    for (size_t i = 0; i < n; i++) {
        struct str rest = spans[i].text;
        while (rest.n) {
            struct letter *letter = vec_push(a, &all);
            letter->at = base + spans[i].text.n - rest.n;
            letter->c = utf8_next(&rest);
            letter->span = (unsigned)i;
            letter->width = letter_width(t, &spans[i].style, letter->c);
            clusters |= may_cluster(letter->c);
        }
        base += spans[i].text.n;
    }
    l.at = all.at;
    l.n = all.n;
    if (l.text.n > MEMO_TEXT || !recall_levels(t, &l)) {
        find_levels(t, &l, clusters);
        if (l.text.n <= MEMO_TEXT)
            keep_levels(t, &l);
    }
    letters_space(t->fonts, spans, &l);
    return l;
}

/* Opening marks and one-character words that belong to what follows; any other word of one
 * character belongs to what is before. */
static bool leads_on(struct str word)
{
    static const char leading[] =
        "不并或和与及且由向在为对将可需应按到如未无已须把被从凭经再又而含";
    struct str rest = word;
    if (word.n && mark_bars_end(utf8_next(&rest)))
        return true;
    return word.n == 3 && str_has(STR(leading), word);
}

static bool is_single(struct str word)
{
    return word.n <= 4 && utf8_count(word) == 1 && (unsigned char)word.s[0] >= 0xE3;
}

static bool parts_words(struct str before, struct str after)
{
    if (leads_on(before) || (is_single(after) && !leads_on(after)))
        return false;
    return before.n && after.n;
}

struct text_places text_word_places(struct arena *a, const struct typesetter *t,
                                    struct str text)
{
    struct text_places places = {0};
    struct span span = {.text = text};
    if (!icu_can(text))
        return places;
    struct letters l = letters_of(a, t, &span, 1);
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.s, (int64_t)text.n, &status);
    ubrk_setUText(t->words, &utext, &status);
    assert(U_SUCCESS(status));
    size_t i = 0, from = 0, last = 0;
    ubrk_first(t->words);
    for (int32_t at; (at = ubrk_next(t->words)) != UBRK_DONE;
         from = last, last = (size_t)at) {
        while (i < l.n && l.at[i].at < last)
            i++;
        if (last && i < l.n && l.at[i].at == last && l.at[i].level == BREAK_GOOD &&
            parts_words(str_slice(text, from, last), str_slice(text, last, (size_t)at)))
            *(size_t *)vec_push(a, &places) = last;
    }
    utext_close(&utext);
    return places;
}
