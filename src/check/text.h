/* text - every text of a catalog once, where it stands in its file, for rules that read
 * texts. Internal to check.
 *
 * A text shared by ref or from defaults stands here once, at the place that has the words.
 * `marks` says what kinds of characters occur in it, so that a rule passes over the many
 * texts that cannot concern it without reading them. */
#ifndef MULU_CHECK_TEXT_H
#define MULU_CHECK_TEXT_H

#include "check/subject.h"
#include "check/words.h"

enum text_mark {
    TEXT_DIGIT = 1 << 0,   /* 0-9, full-width digits */
    TEXT_LATIN = 1 << 1,   /* A-Z a-z, full-width letters */
    TEXT_BLANK = 1 << 2,   /* a blank, a tab, a line end, U+3000, U+00A0 */
    TEXT_HALF = 1 << 3,    /* , . ; : ? ! ( ) of ASCII */
    TEXT_FULL = 1 << 4,    /* ，。；：？！（）、 */
    TEXT_BRACKET = 1 << 5, /* () [] （） 〔〕 【】 ［］ {} */
    TEXT_TITLE = 1 << 6,   /* 《》〈〉 */
    TEXT_QUOTE = 1 << 7,   /* “”‘’"'「」『』 */
    TEXT_DASH = 1 << 8,    /* — – ― － ─ - ~ ～ */
    TEXT_ODD = 1 << 9, /* private use, unassigned, control, U+FFFD, compatibility forms */
    TEXT_RING = 1 << 10,  /* ○ ◯ */
    TEXT_GREEK = 1 << 11, /* Greek and Cyrillic letters */
    TEXT_CIRCLE = 1 << 12, /* numbers in circles and brackets: ① ⑴ ⒈, U+2440 to U+24BF */
    TEXT_OPENING = 1 << 13, /* of TEXT_BRACKET and TEXT_TITLE: ( （ 《 … */
    TEXT_PAIR = 1 << 14 /* a stop (，。; …) beside a stop or on the inside of a bracket */
};

/* Tables of words that many texts are searched for, and none has most of them. */
enum text_words {
    TEXT_WORDS_LOOKALIKE,
    TEXT_WORDS_HOLE,
    TEXT_WORDS_ABOLISHED,
    TEXT_WORDS_LEVEL,
    TEXT_WORDS_VAGUE,
    TEXT_WORDS_OUTDATED,
    TEXT_WORDS_BOUND,
    TEXT_WORDS_COUNT
};

struct text_known;

/* Where a text comes from besides a field. */
enum text_part {
    TEXT_FIELD,  /* of a group, item, service or defaults: `field` says which */
    TEXT_LEVEL,  /* a cell of the level matrix */
    TEXT_TICK,   /* a cell of a disclosure column */
    TEXT_FLOW,   /* title, materials, node or edge of a published chart */
    TEXT_FORM,   /* title, line or cell of a form */
    TEXT_NOTICE, /* an element of the notice, or its body */
    TEXT_HEAD,   /* title, edition, issuer, document number of the catalog */
    TEXT_REMARK  /* printed with the table */
};

struct text {
    enum text_part part;
    enum field_id field; /* FIELD_COUNT but for TEXT_FIELD */
    struct str
        name; /* for `field` of findings: "materials", "levels", "flow", "form" … */
    struct str words; /* never empty */
    unsigned marks;
    unsigned tables; /* what struct word_pairs has for it, for text_may_have() */
    struct text_known *known; /* text_known.h */
    const struct subject
        *subject;              /* its item or group; NULL: of the catalog, its defaults */
    const struct item *item;   /* item or service; NULL for groups and the catalog */
    const struct field *of;    /* of TEXT_FIELD, TEXT_LEVEL and TEXT_TICK */
    const struct entry *entry; /* in it; NULL where there is none */
    const struct form *form;   /* of TEXT_FORM */
    const struct source *source;
    size_t at; /* of its element */
    const char
        *attribute; /* the text is the value of this attribute; NULL: the content */
    bool raw;       /* the text is a slice of source->text (notice.md) */
};

/* Fills check->texts, part by part, behind subjects_fill(). */
void texts_fill(struct check *check);

/* The marks of a text. */
unsigned text_marks(struct str words);

/* True when the text may have a word of the table; mostly false. */
static inline bool text_may_have(const struct text *t, enum text_words table)
{
    return word_pairs_may(t->tables, table);
}

/* The bytes of the source from which `piece`, a slice of t->words, was read. Returns false
 * when they cannot be told (a text between child elements). */
bool text_source(const struct text *t, struct str piece, size_t *from, size_t *to);

/* The place of a piece of the text, or of its element where it cannot be told. */
struct pos text_place(const struct text *t, struct str piece);

#endif
