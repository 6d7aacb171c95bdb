#include "site/text_fold.h"

#include "base/buf.h"
#include "base/lookup.h"
#include "base/utf8.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include <assert.h>
#include <stdlib.h>

/* UTF-16, which ICU works in. */
struct wide {
    UChar *s;
    int32_t n;
};

static struct wide wide_of(struct arena *a, struct str text)
{
    UErrorCode error = U_ZERO_ERROR;
    struct wide w = {arena_raw(a, (text.n + 1) * sizeof(UChar)), 0};
    u_strFromUTF8WithSub(w.s, (int32_t)text.n + 1, &w.n, text.n ? text.s : "",
                         (int32_t)text.n, UTF8_REPLACEMENT, NULL, &error);
    assert(U_SUCCESS(error));
    return w;
}

static struct str utf8_of(struct arena *a, struct wide w)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t n = 0;
    char *s = arena_raw(a, (size_t)w.n * 3 + 1); /* three bytes a unit at most */
    u_strToUTF8(s, w.n * 3 + 1, &n, w.s, w.n, &error);
    assert(U_SUCCESS(error));
    return (struct str){s, (size_t)n};
}

/* ICU says how much room it wants when there is too little. */
static struct wide normalized(struct arena *a, struct wide in)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&error);
    struct wide out = {NULL, 0};
    for (int32_t room = in.n + 16;;) {
        error = U_ZERO_ERROR;
        out.s = arena_raw(a, (size_t)room * sizeof(UChar));
        out.n = unorm2_normalize(nfkc, in.s, in.n, out.s, room, &error);
        if (error != U_BUFFER_OVERFLOW_ERROR)
            break;
        room = out.n + 1;
    }
    assert(U_SUCCESS(error));
    return out;
}

static struct wide lowered(struct arena *a, struct wide in)
{
    UErrorCode error;
    struct wide out = {NULL, 0};
    for (int32_t room = in.n + 16;;) {
        error = U_ZERO_ERROR;
        out.s = arena_raw(a, (size_t)room * sizeof(UChar));
        out.n = u_strToLower(out.s, room, in.s, in.n, "", &error);
        if (error != U_BUFFER_OVERFLOW_ERROR)
            break;
        room = out.n + 1;
    }
    assert(U_SUCCESS(error));
    return out;
}

/* The blanks of site.js: \s of ECMAScript, soft hyphen and what has no width. */
static bool is_blank(UChar c)
{
    return (c >= 9 && c <= 13) || c == ' ' || c == 0xA0 || c == 0xAD || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

struct str text_fold(struct arena *a, struct str text)
{
    struct arena *scratch = arena_new();
    struct wide w = lowered(scratch, normalized(scratch, wide_of(scratch, text)));
    int32_t n = 0;
    for (int32_t i = 0; i < w.n; i++)
        if (!is_blank(w.s[i]))
            w.s[n++] = w.s[i] == 0x3C2 ? 0x3C3 : w.s[i];
    w.n = n;
    struct str folded = utf8_of(a, w);
    arena_drop(scratch);
    return folded;
}

/* ---- pinyin ---- */

struct pinyin_speller {
    UTransliterator *latin;
    struct arena *arena;
    struct lookup known; /* characters by their bytes */
    struct str_list spelled;
};

struct pinyin_speller *pinyin_speller_new(void)
{
    static const char rule[] = "Han-Latin; Latin-ASCII; Lower";
    UErrorCode error = U_ZERO_ERROR;
    UChar id[sizeof rule];
    u_uastrcpy(id, rule);
    UTransliterator *latin = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    if (U_FAILURE(error))
        return NULL;
    struct pinyin_speller *p = heap_alloc(sizeof *p);
    *p = (struct pinyin_speller){.latin = latin, .arena = arena_new()};
    return p;
}

void pinyin_speller_drop(struct pinyin_speller *p)
{
    if (!p)
        return;
    utrans_close(p->latin);
    arena_drop(p->arena);
    free(p);
}

/* clang-format off */
/* What ICU, which knows one reading a character, has otherwise. Words stand before the
 * characters in them. */
static const struct {
    const char *word, *spelling;
} readings[] = {
    {"银行", "yin hang"}, {"行业", "hang ye"},   {"给付", "ji fu"},   {"供给", "gong ji"},
    {"补给", "bu ji"},    {"重复", "chong fu"},  {"重新", "chong xin"}, {"调整", "tiao zheng"},
    {"调解", "tiao jie"}, {"调剂", "tiao ji"},   {"家长", "jia zhang"}, {"院长", "yuan zhang"},
    {"地", "di"},         {"长", "chang"},
};
/* clang-format on */

static size_t known_reading(struct str rest)
{
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        if (str_starts(rest, str_of(readings[i].word)))
            return i;
    return STR_NONE;
}

/* One character alone: in a run ICU leaves out some of the blanks between syllables. */
static struct str transliterated(struct pinyin_speller *p, struct str c)
{
    enum { ROOM = 64 };
    UChar text[ROOM];
    struct arena *scratch = arena_new();
    struct wide w = wide_of(scratch, c);
    int32_t limit = w.n, n = w.n;
    UErrorCode error = U_ZERO_ERROR;
    memcpy(text, w.s, (size_t)w.n * sizeof *text);
    utrans_transUChars(p->latin, text, &n, ROOM, 0, &limit, &error);
    struct str out = U_SUCCESS(error) ? utf8_of(p->arena, (struct wide){text, n}) : c;
    arena_drop(scratch);
    return out;
}

static struct str spell_one(struct pinyin_speller *p, struct str c)
{
    size_t at = lookup_find(&p->known, c);
    if (at != STR_NONE)
        return p->spelled.at[at];
    struct str key = str_copy(p->arena, c), spelling = transliterated(p, key);
    *lookup_value(p->arena, &p->known, key) = p->spelled.n;
    *vec_push(p->arena, &p->spelled) = spelling;
    return spelling;
}

static bool is_latin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Letters and digits of a spelling; whatever else stands in it parts syllables. */
static void put_syllables(struct buf *out, struct str spelling)
{
    for (size_t i = 0; i < spelling.n; i++) {
        if (is_latin(spelling.s[i]))
            buf_char(out, spelling.s[i]);
        else if (out->n && out->s[out->n - 1] != ' ')
            buf_char(out, ' ');
    }
}

struct str pinyin_spell(struct pinyin_speller *p, struct arena *a, struct str text)
{
    struct buf out = {0};
    for (struct str rest = text_fold(a, text); rest.n;) {
        size_t word = known_reading(rest);
        struct str c = rest, spelling;
        if (word != STR_NONE) {
            rest = str_from(rest, strlen(readings[word].word));
            spelling = str_of(readings[word].spelling);
        } else {
            utf8_next(&rest);
            c.n -= rest.n;
            spelling = c.n == 1 ? c : spell_one(p, c);
        }
        if (c.n > 1)
            put_syllables(&out, STR(" "));
        put_syllables(&out, spelling);
        if (c.n > 1)
            put_syllables(&out, STR(" "));
    }
    struct str spelled = str_copy(a, str_trim(buf_str(&out)));
    buf_drop(&out);
    return spelled;
}
