/* The numbers inside a text: 需提供：①…；②…；④….
 *
 * Only marks that can be nothing but a number of a list are counted: circles (unless they
 * are spoken of: 第①项, ①至③), and bracketed ones behind a mark or at the front of a line.
 * A text may hold several lists, so counting from 1 again is never wrong, and what does not
 * begin with 1 may be the rest of a list in another text. */
#include "check/entries.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/text_known.h"

enum { SUBNUMBER_MOST = 40 }; /* （2020） is a year */

/* What the text is read with. */
struct reader {
    struct check *check;
    const struct text *text;
    struct counting counting;
};

/* The character before and behind a slice of the words; 0 for none. */
static uint32_t before_at(struct str words, size_t at)
{
    return at ? utf8_last(str_slice(words, 0, at), NULL) : 0;
}

static uint32_t char_at(struct str words, size_t at)
{
    struct str rest = str_from(words, at);
    return rest.n ? utf8_next(&rest) : 0;
}

/* True when the number is the one that comes next on its level. */
static bool is_due(const struct counting *c, const struct ordinal *o)
{
    for (size_t i = 0; i < c->depth; i++)
        if (c->last[i].level == o->level)
            return c->last[i].value + 1 == o->value;
    return o->value == 1;
}

/* True when the number at `at` looks spoken of, not counted with: 第①项, ①②任选其一, ①至③. What
 * follows the number may look so too (①年满…), hence not for the number that is due. */
static bool is_mention(struct str words, size_t at, const struct ordinal *o, bool due)
{
    size_t end = at + o->size;
    uint32_t before = before_at(words, at), behind = char_at(words, end);
    struct ordinal next;
    if (before && rune_in(before, "第见"))
        return true;
    if (due)
        return false;
    if (!behind || rune_in(behind, "项条款类种、和或至与及到-—–～~年月日份张页次号人元"))
        return true;
    if (before && rune_in(before, "按和或至与及到符合-—–～~(（"))
        return true;
    return ordinal_read(str_from(words, end), &next) && next.level == o->level;
}

/* True when a number of this kind may begin here. */
static bool is_mark(struct str words, size_t at, const struct ordinal *o, bool due)
{
    uint32_t before = before_at(words, at);
    bool front = !before || before == '\n';
    if (o->value > SUBNUMBER_MOST || is_mention(words, at, o, due))
        return false;
    switch (o->level) {
    case ORDINAL_CIRCLE:
    case ORDINAL_PRINTED: return true;
    case ORDINAL_ARABIC_BRACKET:
    case ORDINAL_CHINESE_BRACKET:
        return front || rune_in(before, "；;。：:，,、 )）》”　");
    case ORDINAL_ARABIC_HALF: return front || rune_in(before, "；;。：:，, 　");
    case ORDINAL_CHINESE_HALF:
    case ORDINAL_ARABIC:
    case ORDINAL_CHINESE: return front && o->close && o->close != ')';
    case ORDINAL_LEVELS: break;
    }
    return false;
}

static void count(struct reader *r, size_t at, const struct ordinal *o)
{
    struct ordinal before;
    struct arena *a = r->check->arena;
    enum counting_step step = counting_next(&r->counting, o, &before);
    struct str piece = str_slice(r->text->words, at, at + o->size);
    struct advice advice = {0};
    enum diag_code code = DIAG_COUNT;
    switch (step) {
    case COUNTING_GAP: code = DIAG_ENTRY_ORDER_GAP; break;
    case COUNTING_BACK: code = DIAG_ENTRY_ORDER_BACK; break;
    case COUNTING_REPEAT:
        code = o->value == 1 ? DIAG_COUNT : DIAG_ENTRY_ORDER_REPEAT;
        break;
    case COUNTING_STRANGER: code = DIAG_ENTRY_MIXED; break;
    case COUNTING_LATE: /* not counted from here */ r->counting.depth--; return;
    case COUNTING_NEXT:
        if (before.value && !ordinal_alike(&before, o))
            code = DIAG_ENTRY_MIXED; /* （1）(2) */
        break;
    case COUNTING_AGAIN: break;
    }
    if (code == DIAG_COUNT)
        return;
    if (code == DIAG_ENTRY_MIXED) {
        struct ordinal *last = &r->counting.last[r->counting.depth - 1];
        *last = before; /* the style of the list stays */
        last->value = o->value;
        advice.proposal = ordinal_print(a, &before, o->value);
        advice.safe = true;
        report_text(r->check, r->text, piece, &advice, code, STR_ARG(piece),
                    STR_ARG(ordinal_print(a, &before, 1)));
        return;
    }
    if (code != DIAG_ENTRY_ORDER_BACK)
        advice.expected = ordinal_print(a, o, before.value + 1);
    report_text(r->check, r->text, piece, &advice, code, STR_ARG(piece),
                STR_ARG(ordinal_print(a, &before, before.value)));
}

/* True when the bytes at `at` may begin a number anywhere in a text: a bracket, a digit, the
 * signs of U+2440 to U+24FF and U+3200 to U+33FF, 〇. Chinese numerals stand in words. */
static bool may_begin(struct str words, size_t at)
{
    unsigned char first = (unsigned char)words.s[at];
    unsigned char second = at + 2 < words.n ? (unsigned char)words.s[at + 1] : 0;
    unsigned char third = second ? (unsigned char)words.s[at + 2] : 0;
    switch (first) {
    case 0xE2: return second >= 0x91 && second <= 0x93;
    case 0xE3: return second >= 0x88 || (second == 0x80 && third == 0x87);
    case 0xEF: return second == 0xBC;
    default: return first == '(' || (first >= '0' && first <= '9');
    }
}

/* Reads the text once. Bytes that begin no number are passed over quickly. */
static void read_text(struct check *check, const struct text *t)
{
    struct reader r = {.check = check, .text = t};
    struct str words = t->words;
    for (size_t at = 0; at < words.n;) {
        unsigned char first = (unsigned char)words.s[at];
        if (at && first >= 0xE4 && first <= 0xE9 && words.s[at - 1] != '\n') {
            at += 3; /* a Chinese character inside a line */
            continue;
        }
        bool may = at == 0 || words.s[at - 1] == '\n' || may_begin(words, at);
        struct ordinal o;
        struct str rest = str_from(words, at);
        if (may && ordinal_read(rest, &o)) {
            if (is_mark(words, at, &o, is_due(&r.counting, &o)))
                count(&r, at, &o);
            at += o.size;
        } else {
            utf8_next(&rest);
            at = words.n - rest.n;
        }
    }
}

void check_subnumbers(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        size_t told = check->told;
        if (t->raw || !(t->marks & (TEXT_BRACKET | TEXT_DIGIT | TEXT_CIRCLE)) ||
            text_lacks(t, TEXT_LACKS_SLIPS))
            continue;
        read_text(check, t);
        text_note(t, TEXT_LACKS_SLIPS, check->told == told);
    }
}
