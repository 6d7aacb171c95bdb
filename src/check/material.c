#include "check/material.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { HEAD_LEAST = 4 * 3 /* bytes of a head that is a paper: 银行账户复印件：… */ };

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
/* The last word of the name of a paper. */
static const struct str nouns[] = {
    STR_INIT("表"), STR_INIT("证"), STR_INIT("书"), STR_INIT("件"), STR_INIT("卡"), STR_INIT("凭证"), STR_INIT("材料"),
    STR_INIT("资料"), STR_INIT("单"), STR_INIT("证明"), STR_INIT("发票"), STR_INIT("票据"), STR_INIT("册"), STR_INIT("函"),
    STR_INIT("病历"), STR_INIT("记录"), STR_INIT("照片"), STR_INIT("号码"), STR_INIT("簿"), STR_INIT("户口本"), STR_INIT("图"),
    STR_INIT("报告"), STR_INIT("合同"), STR_INIT("协议"), STR_INIT("小结"), STR_INIT("首页"), STR_INIT("处方"),
};

/* One thing said in several ways; what has no second word is left out. Longest first. */
static const struct { struct str from, to; } ways[] = {
    {STR_INIT("社会保障卡"), STR_INIT("社保卡")}, {STR_INIT("诊断证明书"), STR_INIT("诊断证明")},
    {STR_INIT("银行账户"), STR_INIT("银行卡")}, {STR_INIT("银行帐户"), STR_INIT("银行卡")},
    {STR_INIT("银行账号"), STR_INIT("银行卡")}, {STR_INIT("银行帐号"), STR_INIT("银行卡")},
    {STR_INIT("银行存折"), STR_INIT("银行卡")}, {STR_INIT("收费票据"), STR_INIT("票据")},
    {STR_INIT("身份证件"), STR_INIT("身份证")}, {STR_INIT("居民身份证"), STR_INIT("身份证")},
    {STR_INIT("证明材料"), STR_INIT("证明")}, {STR_INIT("证明文件"), STR_INIT("证明")},
    {STR_INIT("参保人员"), STR_INIT("")}, {STR_INIT("参保人"), STR_INIT("")},
    {STR_INIT("诊断书"), STR_INIT("诊断证明")}, {STR_INIT("户口本"), STR_INIT("户口簿")},
    {STR_INIT("户口薄"), STR_INIT("户口簿")}, {STR_INIT("总清单"), STR_INIT("清单")},
    {STR_INIT("发票"), STR_INIT("票据")}, {STR_INIT("帐户"), STR_INIT("账户")},
    {STR_INIT("复印件"), STR_INIT("")}, {STR_INIT("原件"), STR_INIT("")}, {STR_INIT("有效"), STR_INIT("")},
    {STR_INIT("需提供"), STR_INIT("")}, {STR_INIT("提供"), STR_INIT("")}, {STR_INIT("本人"), STR_INIT("")},
    {STR_INIT("患者"), STR_INIT("")}, {STR_INIT("病人"), STR_INIT("")}, {STR_INIT("相关"), STR_INIT("")},
    {STR_INIT("资料"), STR_INIT("")}, {STR_INIT("材料"), STR_INIT("")}, {STR_INIT("等"), STR_INIT("")},
    {STR_INIT("需"), STR_INIT("")}, {STR_INIT("及"), STR_INIT("")}, {STR_INIT("和"), STR_INIT("")},
    {STR_INIT("或"), STR_INIT("")}, {STR_INIT("与"), STR_INIT("")}, {STR_INIT("的"), STR_INIT("")},
};
/* clang-format on */

static bool is_word(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= '0' && c <= '9') ||
           (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_open(uint32_t c)
{
    return c == '(' || c == 0xFF08 || c == 0x3010 || c == 0x3014;
}

static bool is_close(uint32_t c)
{
    return c == ')' || c == 0xFF09 || c == 0x3011 || c == 0x3015;
}

/* ---- pairs ---- */

/* Takes the next word or character that matters off *rest and adds it to the text. */
static void take_word(struct buf *out, struct str *rest)
{
    for (size_t i = 0; i < COUNT(ways); i++)
        if (str_starts(*rest, ways[i].from)) {
            buf_put(out, ways[i].to);
            *rest = str_from(*rest, ways[i].from.n);
            return;
        }
    uint32_t c = utf8_next(rest);
    if (is_word(c))
        buf_rune(out, c);
}

/* Without brackets and what stands in them, and without the region in front of names. */
static void add_core(struct buf *out, struct str text, struct str region)
{
    size_t depth = 0;
    while (text.n) {
        struct str rest = text;
        uint32_t c = utf8_next(&rest);
        if (region.n && str_starts(text, region)) {
            text = str_from(text, region.n);
        } else if (is_open(c) || is_close(c)) {
            depth = is_open(c) ? depth + 1 : depth - (depth > 0);
            text = rest;
        } else if (depth) {
            text = rest;
        } else {
            take_word(out, &text);
        }
    }
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* A text of one character has one pair, with nothing. */
static struct pairs pair_up(struct arena *a, struct str core)
{
    struct pairs pairs = {arena_array(a, utf8_count(core) + 1, sizeof *pairs.at), 0};
    uint64_t last = 0;
    bool started = false;
    for (struct str rest = core; rest.n;) {
        uint64_t c = utf8_next(&rest);
        if (started)
            pairs.at[pairs.n++] = last << 32 | c;
        else if (!rest.n)
            pairs.at[pairs.n++] = c;
        last = c;
        started = true;
    }
    if (pairs.n)
        qsort(pairs.at, pairs.n, sizeof *pairs.at, by_value);
    return pairs;
}

struct pairs pairs_of(struct arena *a, struct str text, struct str region)
{
    struct buf core = {0};
    add_core(&core, text, region);
    struct pairs pairs = pair_up(a, buf_str(&core));
    buf_drop(&core);
    return pairs;
}

struct pairs pairs_of_entries(struct arena *a, const struct entry *entries, size_t n,
                              struct str region)
{
    struct buf core = {0};
    for (size_t i = 0; i < n; i++)
        add_core(&core, entries[i].text, region);
    struct pairs pairs = pair_up(a, buf_str(&core));
    buf_drop(&core);
    return pairs;
}

size_t pairs_within(struct pairs part, struct pairs all)
{
    size_t j = 0, both = 0;
    for (size_t i = 0; i < part.n; i++) {
        while (j < all.n && all.at[j] < part.at[i])
            j++;
        both += j < all.n && all.at[j] == part.at[i];
    }
    return part.n ? both * 100 / part.n : 0;
}

size_t pairs_alike(struct pairs a, struct pairs b)
{
    return a.n < b.n ? pairs_within(a, b) : pairs_within(b, a);
}

/* ---- papers ---- */

/* Without blanks and marks at its ends. */
static struct str trimmed(struct str s)
{
    static const struct str marks[] = {
        STR_INIT("；"), STR_INIT("。"), STR_INIT("，"), STR_INIT("、"), STR_INIT("："),
        STR_INIT(";"),  STR_INIT("."),  STR_INIT(","),  STR_INIT(":"),  STR_INIT("　")};
    for (size_t i = 0; i < COUNT(marks); i++) {
        s = str_trim(s);
        if (s.n > marks[i].n && str_ends(s, marks[i])) {
            s.n -= marks[i].n;
            i = (size_t)0 - 1; /* from the first once more */
        }
    }
    return s;
}

/* Without what stands in brackets at the end, and without a 》. */
static struct str bare_end(struct str s)
{
    static const struct str close = STR_INIT("》");
    for (;;) {
        size_t before = s.n, size;
        if (s.n && is_close(utf8_last(s, &size))) {
            size_t at = s.n - size;
            while (at && !is_open(utf8_last(str_slice(s, 0, at), &size)))
                at -= size;
            s = str_slice(s, 0, at ? at - size : 0);
        }
        if (str_ends(s, close))
            s.n -= close.n;
        if (s.n == before)
            return s;
    }
}

static bool is_noun(struct str s)
{
    s = bare_end(trimmed(s));
    for (size_t i = 0; i < COUNT(nouns); i++)
        if (str_ends(s, nouns[i]))
            return true;
    return false;
}

struct taking {
    struct arena *arena;
    struct str region;
    struct papers papers;
    struct pairs head;
};

static void add_paper(struct taking *t, struct str text)
{
    static const struct str and_others = STR_INIT("及其"), and = STR_INIT("及");
    text = trimmed(text);
    if (str_starts(text, and_others))
        text = str_from(text, and.n);
    if (!text.n)
        return;
    *vec_push(t->arena, &t->papers) =
        (struct paper){text, pairs_of(t->arena, text, t->region), t->head, is_noun(text)};
}

/* The byte behind the next 、 outside brackets and 《》, or before 及其他; the length when there
 * is none. */
static size_t next_joint(struct str s, size_t at)
{
    size_t depth = 0;
    while (at < s.n) {
        struct str rest = str_from(s, at);
        uint32_t c = utf8_next(&rest);
        at = s.n - rest.n;
        if (is_open(c) || c == 0x300A)
            depth++;
        else if (is_close(c) || c == 0x300B)
            depth -= depth > 0;
        if (!depth && (c == 0x3001 || str_starts(rest, STR("及其它")) ||
                       str_starts(rest, STR("及其他"))))
            return at;
    }
    return s.n;
}

/* 申请表、身份证: two papers, when each piece is the name of one. */
static void add_joined(struct taking *t, struct str text)
{
    bool all = true;
    for (size_t at = 0; at < text.n;) {
        size_t end = next_joint(text, at);
        all = all && is_noun(str_slice(text, at, end));
        at = end;
    }
    for (size_t at = 0; at < text.n;) {
        size_t end = all ? next_joint(text, at) : text.n;
        add_paper(t, str_slice(text, at, end));
        at = end;
    }
}

/* The byte at which the next circled number begins; the length when there is none. */
static size_t next_circle(struct str s, size_t at)
{
    size_t found = str_find(str_from(s, at), STR("\xE2\x91"));
    return found == STR_NONE ? s.n : at + found;
}

/* The first line or sentence; of 银行账户复印件：提供本人银行卡… what stands before the colon. */
static struct str main_part(struct str text)
{
    size_t colon = str_find(text, STR("：")), line = str_find(text, STR("\n"));
    if (colon != STR_NONE && colon >= HEAD_LEAST && is_noun(str_slice(text, 0, colon)))
        return str_slice(text, 0, colon);
    return line == STR_NONE ? text : str_slice(text, 0, line);
}

static void add_entry(struct taking *t, struct str text)
{
    enum { CIRCLE = 3 };
    struct str part = main_part(text);
    size_t at = next_circle(text, 0);
    t->head = (struct pairs){0};
    if (part.n < text.n && is_noun(part))
        at = text.n; /* what follows explains it */
    if (at == text.n) {
        add_joined(t, part);
        return;
    }
    t->head = pairs_of(t->arena, str_slice(text, 0, at), t->region);
    while (at < text.n) {
        size_t end = next_circle(text, at + CIRCLE);
        add_joined(t, str_slice(text, at + CIRCLE, end));
        at = end;
    }
}

static bool is_note(struct str text)
{
    static const struct str words[] = {STR_INIT("备注"), STR_INIT("注："),
                                       STR_INIT("说明"), STR_INIT("注:")};
    for (size_t i = 0; i < COUNT(words); i++)
        if (str_starts(text, words[i]))
            return true;
    return false;
}

struct papers papers_of(struct arena *a, const struct entry *entries, size_t n,
                        struct str region)
{
    struct taking t = {.arena = a, .region = region};
    bool listed = false;
    for (size_t i = 0; i < n; i++)
        listed = listed || !entries[i].plain;
    for (size_t i = 0; i < n; i++)
        if ((!entries[i].plain || !listed) && !is_note(entries[i].text))
            add_entry(&t, entries[i].text);
    return t.papers;
}

unsigned paper_identities(struct str text)
{
    static const struct {
        struct str word;
        unsigned bit;
    } cards[] = {
        {STR_INIT("身份证"), 1}, {STR_INIT("医保电子凭证"), 2}, {STR_INIT("医保码"), 2},
        {STR_INIT("社保卡"), 4}, {STR_INIT("社会保障卡"), 4},   {STR_INIT("户口"), 8},
        {STR_INIT("护照"), 16},
    };
    unsigned bits = 0;
    for (size_t i = 0; i < COUNT(cards); i++)
        if (str_has(text, cards[i].word))
            bits |= cards[i].bit;
    return bits;
}

struct str paper_plain(struct arena *a, struct str text)
{
    struct buf out = {0};
    while (text.n) {
        uint32_t c = utf8_next(&text);
        if (is_word(c))
            buf_rune(&out, c);
    }
    struct str plain = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return plain;
}
