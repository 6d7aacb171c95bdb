/* Articles of a law: 第五十七条、第五十八条第二款, and what offices write for it. */
#include "check/citation.h"

#include "catalog/runes.h"
#include "catalog/numeral.h"

enum { FIRST = 0x7B2C, ARTICLE = 0x6761, ZHI = 0x4E4B };

/* 第二款, 第（三）项, 第1目 and 之一 behind an article. */
static size_t skip_parts(const struct runes *r, size_t i, struct article *out)
{
    if (i + 1 < r->n && r->c[i] == ZHI && numeral_rune(r->c[i + 1])) {
        out->part = true;
        i += 2;
    }
    for (;;) {
        size_t k = i;
        if (k < r->n && r->c[k] == FIRST)
            k++;
        if (k < r->n && rune_in(r->c[k], "（("))
            k++;
        size_t start = k;
        while (k < r->n && numeral_rune(r->c[k]))
            k++;
        if (k == start)
            return i;
        if (k < r->n && rune_in(r->c[k], "）)"))
            k++;
        if (k >= r->n || !rune_in(r->c[k], "款项目"))
            return i;
        out->part = true;
        i = k + 1;
    }
}

/* 第三章 and 第二节 in front of an article. */
static size_t skip_chapters(const struct runes *r, size_t i)
{
    for (;;) {
        size_t k = i;
        if (k >= r->n || r->c[k] != FIRST)
            return i;
        k++;
        while (k < r->n && numeral_rune(r->c[k]))
            k++;
        if (k >= r->n || !rune_in(r->c[k], "编章节"))
            return i;
        i = k + 1;
    }
}

/* What may stand behind an article's number that lacks its 条: the end of the list, or
 * another article. */
static bool ends_here(const struct runes *r, size_t i)
{
    return i >= r->n || rune_in(r->c[i], "、；;。，,)）第和及至");
}

/* What may stand behind 58条 for it to be an article and not a count (20条措施). */
static bool ends_clause(const struct runes *r, size_t i)
{
    return i >= r->n || rune_in(r->c[i], "、；;。，,)）第和及至之的规");
}

size_t article_read(const struct runes *r, size_t i, struct article *out)
{
    *out = (struct article){0};
    size_t k = skip_chapters(r, i);
    if (k < r->n && r->c[k] == FIRST) {
        out->first = true;
        k++;
    }
    size_t start = k;
    bool chinese = false, times = false;
    for (; k < r->n && numeral_rune(r->c[k]); k++) {
        bool arabic = rune_digit(r->c[k]);
        out->arabic = out->arabic || arabic;
        chinese = chinese || !arabic;
        times = times || rune_in(r->c[k], "十百千");
    }
    if (k == start)
        return i;
    numeral_read(r->c + start, k - start, &out->value);
    out->mixed = chinese && out->arabic;
    out->broken = !out->arabic && !times && out->value > NUMERAL_MOST;
    out->end = k < r->n && r->c[k] == ARTICLE;
    if (out->end)
        k++;
    if ((!out->first && !out->end) || (!out->end && !ends_here(r, k)) ||
        (!out->first && !ends_clause(r, k)) ||
        (out->end && k < r->n && r->c[k] == 0x4F8B)) /* 条例 */
        return i;
    return skip_parts(r, k, out);
}

/* 第五、八条 and 第五至八条: numbers that share one 第 and one 条. */
static size_t shared_read(const struct runes *r, size_t i)
{
    size_t k = i;
    if (k >= r->n || r->c[k] != FIRST)
        return i;
    k++;
    for (size_t count = 1;; count++) {
        size_t start = k;
        while (k < r->n && numeral_rune(r->c[k]))
            k++;
        if (k == start)
            return i;
        if (k < r->n && r->c[k] == ARTICLE)
            return count > 1 ? k + 1 : i;
        if (k >= r->n || !rune_in(r->c[k], "、和及至-—~～"))
            return i;
        k++;
    }
}

static size_t item_end(const struct runes *r, size_t i)
{
    struct article article;
    size_t end = shared_read(r, i);
    return end > i ? end : article_read(r, i, &article);
}

/* Behind 、 和 及 至: where the next article begins; `i` when none does. 款 of the article
 * before are passed over (第二款、第三款). */
static size_t next_item(const struct runes *r, size_t i)
{
    size_t k = i;
    if (k < r->n && rune_in(r->c[k], "、，,和及至-—~～"))
        k++;
    else if (k >= r->n || r->c[k] != FIRST)
        return i;
    return item_end(r, k) > k ? k : i;
}

static size_t skip_more_parts(const struct runes *r, size_t i)
{
    struct article ignored;
    size_t k = i;
    while (k < r->n && rune_in(r->c[k], "、，和及")) {
        size_t end = skip_parts(r, k + 1, &ignored);
        if (end == k + 1)
            break;
        k = end;
    }
    return k;
}

size_t articles_end(const struct runes *r, size_t i)
{
    size_t end = item_end(r, i);
    while (end > i) {
        end = skip_more_parts(r, end);
        size_t next = next_item(r, end);
        if (next == end)
            return end;
        end = item_end(r, next);
    }
    return i;
}

/* The numbers of 第五、八条 one by one. */
static void add_shared(struct arena *a, struct articles *list, const struct runes *r,
                       struct str words, size_t i, size_t end)
{
    for (size_t k = i + 1; k < end;) {
        size_t start = k;
        struct article *article = vec_push(a, list);
        article->first = article->end = true;
        article->joined = start > i + 1;
        while (k < end && numeral_rune(r->c[k])) {
            article->arabic = article->arabic || rune_digit(r->c[k]);
            k++;
        }
        numeral_read(r->c + start, k - start, &article->value);
        article->text = runes_text(r, words, start, k);
        k++;
    }
}

struct articles articles_of(struct arena *a, struct str words)
{
    struct articles list = {0};
    struct runes r = runes_joined(a, words);
    for (size_t i = 0; i < r.n;) {
        size_t end = shared_read(&r, i);
        if (end > i) {
            add_shared(a, &list, &r, words, i, end);
        } else {
            struct article article;
            end = article_read(&r, i, &article);
            if (end == i)
                break;
            article.joined = i > 0 && rune_in(r.c[i - 1], "至-—~～");
            article.text = runes_text(&r, words, i, end);
            *vec_push(a, &list) = article;
        }
        end = skip_more_parts(&r, end);
        size_t next = next_item(&r, end);
        if (next == end)
            break;
        i = next;
    }
    return list;
}
