/* citation - documents named in a text: 《title》（number）第五十七条、第五十八条. Internal to
 * check.
 *
 * The form of a number is that of GB/T 9704-2012, 7.2.5: sign of the office, year in full in
 * 〔〕, number without 第, without leading zero, with 号; orders are cited as 国务院令第259号.
 * What is written otherwise is still read, and `faults` says how it departs. Blanks and line
 * ends are passed over, for printed tables have them anywhere.
 *
 * All texts borrow from the words that were scanned. */
#ifndef MULU_CHECK_CITATION_H
#define MULU_CHECK_CITATION_H

#include "base/str.h"
#include "catalog/runes.h"

enum number_fault {
    NUMBER_BRACKETS = 1 << 0, /* [2020], （2020）, 2020, 〔2020 */
    NUMBER_FIRST = 1 << 1,    /* 〔2020〕第41号 */
    NUMBER_ZERO = 1 << 2,     /* 〔2020〕041号 */
    NUMBER_BLANK = 1 << 3,    /* 〔2020〕 41 号 */
    NUMBER_END = 1 << 4,      /* 〔2020〕41 */
    NUMBER_ORDER = 1 << 5,    /* 2号令, 令2号 for 令第2号 */
    NUMBER_FILE = 1 << 6,     /* 41号文件 */
    NUMBER_YEAR = 1 << 7      /* 〔202〕41号, 〔20200〕41号 */
};

/* A document number (发文字号), or that of an order (令). */
struct number {
    struct str text; /* all of it, 湘医保发〔2020〕41号 */
    struct str
        sign; /* 湘医保发; of an order those who gave it: 国务院; "" when missing */
    struct str bracketed; /* the year with its brackets; "" of an order */
    struct str serial;    /* 41, as written; of an order maybe 三十五 */
    struct str behind;    /* from behind the year to the end: 41号 */
    bool order;
    bool aside; /* the number of the order stands in brackets: 国务院令（第259号） */
    unsigned year, value; /* of year and serial; year 0 for an order */
    unsigned faults;
    size_t first, end; /* of its runes */
};
struct numbers {
    struct number *at;
    size_t n, cap;
};

enum cited {
    CITED_MARKED, /* 《…》 */
    CITED_OPEN,   /* 关于印发《…》的通知 without marks around */
    CITED_BARE,   /* a law or document by its name, without any marks */
    CITED_NUMBER  /* only a number */
};

struct citation {
    enum cited kind;
    struct str issuer; /* named before the title: 山西省医疗保障局办公室; or "" */
    struct str title;             /* without its outer marks */
    struct str marked;            /* the title with its marks, what to replace */
    size_t numbers_from, numbers; /* its numbers, indexes into those of the scan */
    bool in_brackets;             /* the numbers stand in （） */
    bool nicknamed;               /* 以下简称 follows */
    struct str articles;          /* 第五十七条、第五十八条 */
    struct str whole;             /* all of it */
    bool doubted; /* a rule has told that who issued it cannot be, or is not whose number
                   * it is; false until basis_check_issuers() */
};
struct citations {
    struct citation *at;
    size_t n, cap;
    struct numbers numbers;
};

/* All citations of a text in their order, in the arena. `basis` tells that the text is there
 * to name documents: then laws without title marks are looked for too. */
struct citations citations_of(struct arena *a, struct str words, bool basis);

/* Only the document numbers; `r` are the joined runes of the words. */
struct numbers numbers_of(struct arena *a, const struct runes *r, struct str words);

/* The runes of a text without blanks and line ends. */
struct runes runes_joined(struct arena *a, struct str words);
/* The text of the runes from `first` up to, not including, `end`. */
struct str runes_text(const struct runes *r, struct str words, size_t first, size_t end);

/* One article of a law: 第五十七条, 第二十条第二款. */
struct article {
    struct str text; /* of the article, without its paragraph */
    unsigned value;  /* above NUMERAL_MOST: not a number */
    bool first, end; /* it has 第, it has 条 */
    bool arabic;     /* 第58条 */
    bool mixed;      /* 第5十八条 */
    bool broken;     /* 第五七条: no number */
    bool part;       /* a paragraph or item of it is named */
    bool joined;     /* to the one before by 、 within one 第…条, or by 至 */
};
struct articles {
    struct article *at;
    size_t n, cap;
};

/* The articles named in citation->articles, in the arena. */
struct articles articles_of(struct arena *a, struct str words);

/* The index behind the list of articles that begins at rune `i`, or `i` when none does. */
size_t articles_end(const struct runes *r, size_t i);

/* The index behind one article, or `i`; fills everything but text. */
size_t article_read(const struct runes *r, size_t i, struct article *out);

#endif
