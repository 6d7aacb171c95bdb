/* Citations put together: who issued it, title, numbers, articles. */
#include "check/citation.h"

#include "base/utf8.h"
#include "catalog/numeral.h"

enum {
    OPEN = 0x300A,
    CLOSE = 0x300B,
    INNER_OPEN = 0x3008,
    INNER_CLOSE = 0x3009,
    TITLE_MOST = 120, /* characters of a title without marks */
    ASIDE_MOST = 30,  /* of what stands in brackets behind one: 2018年12月29日修正 */
    SEMICOLON = 0xFF1B
};

struct scan {
    struct arena *arena;
    struct runes r;
    struct str words;
    bool basis;
    size_t done; /* the runes before belong to a citation or were given up */
    struct citations list;
    size_t next_number; /* the first number no citation has */
    bool no_close;      /* no 》 follows: unclosed titles are not looked through again */
};

static struct str text_of(const struct scan *s, size_t first, size_t end)
{
    return runes_text(&s->r, s->words, first, end);
}

static uint32_t at(const struct scan *s, size_t i)
{
    return i < s->r.n ? s->r.c[i] : 0;
}

static bool is_round_open(uint32_t c)
{
    return c == '(' || c == 0xFF08;
}

static bool is_round_close(uint32_t c)
{
    return c == ')' || c == 0xFF09;
}

/* What a citation has besides its numbers, as places of runes. */
struct draft {
    enum cited kind;
    size_t first, title, title_end, marked, marked_end, end;
    size_t numbers_from, numbers;
    size_t articles, articles_end;
    bool in_brackets, nicknamed;
};

/* ---- titles ---- */

/* The closing mark of the title that begins at `i`; marks inside it are counted. When they
 * do not work out, the first closing mark; r.n when there is none. */
static size_t title_close(const struct scan *s, size_t i)
{
    size_t depth = 0, first = s->r.n;
    for (; i < s->r.n; i++) {
        if (s->r.c[i] == OPEN)
            depth++;
        if (s->r.c[i] != CLOSE)
            continue;
        if (first == s->r.n)
            first = i;
        if (--depth == 0)
            return i;
    }
    return first;
}

/* What a document calls itself behind 关于…的. */
static const char *const kinds[] = {
    "的通知", "的意见", "的实施意见", "的指导意见", "的决定",
    "的公告", "的通告", "的批复",     "的复函",     "的函",
    "的规定", "的办法", "的补充通知", "的紧急通知", "的若干意见",
};

/* Laws end in these, other documents that are 关于 something in those. */
static const char *const laws[] = {
    "法", "条例", "办法", "规定", "细则", "规程", "方案", "规范", "目录",
};
static const char *const papers[] = {
    "通知", "意见", "决定", "公告", "通告", "批复", "复函", "决议",
};

/* In front of a citation in running text. */
static const char *const leads[] = {
    "根据", "依据", "依照", "按照", "参照", "遵照", "执行", "落实",
    "贯彻", "详见", "以及", "见",   "和",   "与",   "及",   "按",
};

static bool bounds(uint32_t c)
{
    return (c < 0x3400 || c > 0x9FFF) && rune_in(c, "；;。，,：:》〉）)“”、");
}

/* Where the clause that ends at `end` begins. With `several` a 、 is inside it. */
static size_t clause_start(const struct scan *s, size_t end, bool several)
{
    size_t i = end;
    while (i > s->done && end - i < TITLE_MOST &&
           (!bounds(s->r.c[i - 1]) || (several && s->r.c[i - 1] == 0x3001)))
        i--;
    while (i < end && s->r.c[i] == 0x3001)
        i++;
    size_t behind = ANY_AT(&s->r, i, leads);
    return behind && behind < end ? behind : i;
}

/* The rune at which a word of the table that is wholly before `end` begins, not before
 * `from`; STR_NONE: none. The last one. */
static size_t last_word(const struct scan *s, size_t from, size_t end, const char *word)
{
    for (size_t i = end; i > from; i--) {
        size_t start = runes_word_before(&s->r, from, i, word);
        if (start != STR_NONE)
            return start;
    }
    return STR_NONE;
}

/* …关于印发《…》的通知 without marks around it: `open` and `close` are the inner ones. */
static bool draft_open(const struct scan *s, size_t open, size_t close, struct draft *d)
{
    size_t end = ANY_AT(&s->r, close + 1, kinds);
    size_t first = clause_start(s, open, true);
    if (!end || last_word(s, first, open, "关于") == STR_NONE)
        return false;
    *d = (struct draft){.kind = CITED_OPEN,
                        .first = first,
                        .title = first,
                        .title_end = end,
                        .marked = first,
                        .marked_end = end,
                        .end = end};
    return true;
}

/* The office named right before the title: 山西省医疗保障局办公室《关于…》. */
static size_t issuer_start(const struct scan *s, size_t open)
{
    static const char *const offices[] = {"局", "厅", "部", "委",   "办公室", "政府",
                                          "院", "署", "会", "中心", "司"};
    if (!ANY_BEFORE(&s->r, s->done, open, offices))
        return open;
    return clause_start(s, open, true);
}

static void draft_marked(const struct scan *s, size_t open, size_t close, struct draft *d)
{
    *d = (struct draft){.kind = CITED_MARKED,
                        .first = issuer_start(s, open),
                        .title = open + 1,
                        .title_end = close,
                        .marked = open,
                        .marked_end = close + 1,
                        .end = close + 1};
}

/* ---- numbers and articles behind the title ---- */

static const struct number *next_number(const struct scan *s, size_t skip)
{
    size_t i = s->next_number + skip;
    return i < s->list.numbers.n ? &s->list.numbers.at[i] : NULL;
}

static size_t round_close(const struct scan *s, size_t i)
{
    size_t depth = 0;
    for (size_t k = i; k < s->r.n; k++) {
        if (is_round_open(s->r.c[k]))
            depth++;
        if (is_round_close(s->r.c[k]) && --depth == 0)
            return k;
    }
    return s->r.n;
}

/* （…） behind the title: its numbers, 以下简称, 试行. False when it is none of these. */
static bool take_brackets(struct scan *s, struct draft *d)
{
    size_t close = round_close(s, d->end), count = 0;
    const struct number *n = next_number(s, d->numbers);
    if (close == s->r.n && n && n->first == d->end + 1) { /* （ without ） */
        d->numbers++;
        d->in_brackets = true;
        d->end = n->end;
        return true;
    }
    if (close == s->r.n)
        return false;
    while ((n = next_number(s, d->numbers + count)) && n->first < close)
        count++;
    if (count) {
        d->in_brackets = d->numbers == 0;
        d->numbers += count;
    } else if (runes_word(&s->r, d->end + 1, "以下")) {
        d->nicknamed = true;
    } else if (close > d->end + ASIDE_MOST) {
        return false;
    }
    d->end = close + 1;
    return true;
}

static void take_tail(struct scan *s, struct draft *d)
{
    while (s->next_number < s->list.numbers.n &&
           s->list.numbers.at[s->next_number].end <= d->end)
        s->next_number++; /* a number inside the title is not its own */
    d->numbers_from = s->next_number;
    for (;;) {
        const struct number *n = next_number(s, d->numbers);
        if (n && n->first == d->end && !d->numbers) {
            d->numbers = 1;
            d->in_brackets = is_round_close(at(s, n->end)); /* ） without （ */
            d->end = n->end + d->in_brackets;
        } else if (!is_round_open(at(s, d->end)) || !take_brackets(s, d)) {
            break;
        }
    }
    d->articles = d->end;
    d->articles_end = d->end = articles_end(&s->r, d->end);
    s->next_number += d->numbers;
}

static void finish(struct scan *s, const struct draft *d)
{
    struct citation *c = vec_push(s->arena, &s->list);
    *c = (struct citation){.kind = d->kind,
                           .title = text_of(s, d->title, d->title_end),
                           .marked = text_of(s, d->marked, d->marked_end),
                           .numbers_from = d->numbers_from,
                           .numbers = d->numbers,
                           .in_brackets = d->in_brackets,
                           .nicknamed = d->nicknamed,
                           .articles = text_of(s, d->articles, d->articles_end),
                           .whole = text_of(s, d->first, d->end)};
    if (d->kind == CITED_MARKED)
        c->issuer = text_of(s, d->first, d->marked);
    s->done = d->end;
}

/* ---- citations without any title mark ---- */

/* 本办法 and 具体按省局规定 are no names. */
static bool may_name(const struct scan *s, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (s->r.c[i] < 0x2000 || rune_in(s->r.c[i], "本该此其按据照《〈"))
            return false;
    return true;
}

/* The clause that ends at `end` is the name of a law or document. */
static bool draft_bare(const struct scan *s, size_t end, struct draft *d)
{
    size_t first = clause_start(s, end, false);
    if (!s->basis || end < first + 3 || !may_name(s, first, end))
        return false;
    bool about = last_word(s, first, end, "关于") != STR_NONE;
    if (!ANY_BEFORE(&s->r, first, end, laws) &&
        !(about && ANY_BEFORE(&s->r, first, end, papers)))
        return false;
    if (about)
        first = clause_start(s, end, true);
    *d = (struct draft){.kind = CITED_BARE,
                        .first = first,
                        .title = first,
                        .title_end = end,
                        .marked = first,
                        .marked_end = end,
                        .end = end};
    return true;
}

static void draft_number(struct scan *s, const struct number *n, struct draft *d)
{
    *d = (struct draft){.kind = CITED_NUMBER,
                        .first = n->first,
                        .end = n->end,
                        .numbers_from = s->next_number,
                        .numbers = 1};
    if (is_round_close(at(s, d->end)) && n->first &&
        is_round_open(s->r.c[n->first - 1])) {
        d->first--;
        d->end++;
    }
    d->articles = d->end;
    d->articles_end = d->end = articles_end(&s->r, d->end);
    s->next_number++;
}

/* A number that no title stands before; maybe the name of its document does. */
static void take_number(struct scan *s, const struct number *n)
{
    struct draft d;
    size_t end = n->first;
    if (end > s->done && is_round_open(s->r.c[end - 1]) && draft_bare(s, end - 1, &d))
        take_tail(s, &d);
    else
        draft_number(s, n, &d);
    finish(s, &d);
}

/* Articles of a law whose name has no marks: 社会保险法第五十八条. */
static bool take_article(struct scan *s, size_t i)
{
    struct draft d;
    if (articles_end(&s->r, i) == i || !draft_bare(s, i, &d))
        return false;
    take_tail(s, &d);
    finish(s, &d);
    return true;
}

/* ---- all ---- */

static size_t take_title(struct scan *s, size_t open)
{
    size_t close = s->no_close ? s->r.n : title_close(s, open);
    s->no_close = close == s->r.n;
    if (s->no_close)
        return open + 1;
    struct draft d;
    if (!draft_open(s, open, close, &d))
        draft_marked(s, open, close, &d);
    take_tail(s, &d);
    finish(s, &d);
    return d.end;
}

static size_t step(struct scan *s, size_t i)
{
    const struct number *n = next_number(s, 0);
    if (s->r.c[i] == OPEN)
        return take_title(s, i);
    if (n && n->first == i) {
        take_number(s, n);
        return s->done;
    }
    bool starts = s->r.c[i] == 0x7B2C ||
                  (numeral_rune(s->r.c[i]) && (i == 0 || !numeral_rune(s->r.c[i - 1])));
    if (s->basis && starts && take_article(s, i))
        return s->done;
    return i + 1;
}

struct citations citations_of(struct arena *a, struct str words, bool basis)
{
    struct scan s = {
        .arena = a, .r = runes_joined(a, words), .words = words, .basis = basis};
    s.list.numbers = numbers_of(a, &s.r, words);
    for (size_t i = 0; i < s.r.n;)
        i = step(&s, i);
    return s.list;
}
