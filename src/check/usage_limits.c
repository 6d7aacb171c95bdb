/* How limits are worded. */
#include "check/usage.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/words.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const bounds[] = {"不超过", "不多于", "不得超过", "最长", "至多"};
static const char *const units[] = {"工作日", "日",   "天", "月",    "年",
                                    "小时",   "分钟", "周", "自然日"};

const struct word_table bound_words = {bounds, COUNT(bounds), sizeof *bounds, NULL};

/* The bytes behind a word of the table that the text has at `at`; `at`: none. */
static size_t skip_word(struct str text, size_t at, const char *const *table, size_t n)
{
    size_t longest = 0;
    for (size_t i = 0; i < n; i++) {
        struct str word = str_of(table[i]);
        if (word.n > longest && str_starts(str_from(text, at), word))
            longest = word.n;
    }
    return at + longest;
}

static size_t skip_blanks(struct str text, size_t at)
{
    while (at < text.n && (text.s[at] == ' ' || text.s[at] == '\n'))
        at++;
    return at;
}

/* 20个工作日, 30 日, 三个月 at `at`: the bytes behind; 0: there is no amount. */
static size_t skip_amount(struct str text, size_t at)
{
    size_t i = skip_blanks(text, at), digits = i;
    for (uint32_t c = char_at(text, i);
         char_digit(c) || (c && rune_in(c, "一二两三四五六七八九十半"));
         c = char_at(text, i))
        i += char_size(text, i);
    if (i == digits)
        return 0;
    i = skip_blanks(text, i);
    if (str_starts(str_from(text, i), STR("个")))
        i = skip_blanks(text, i + STR("个").n);
    size_t end = skip_word(text, i, units, COUNT(units));
    return end == i ? 0 : end;
}

/* 内, 之内, 以内 at `at`: the bytes behind, 0: none. 内部 and 内地 are other words. */
static size_t skip_within(struct str text, size_t at)
{
    static const char *const within[] = {"内", "之内", "以内"};
    size_t end = skip_word(text, at, within, COUNT(within));
    uint32_t next = char_at(text, end);
    return end == at || (next && rune_in(next, "部地容科外蒙")) ? 0 : end;
}

/* The bound at `at`, of so many bytes; returns the bytes behind what it doubles. */
static size_t check_bound(struct check *check, const struct text *t, size_t at,
                          size_t size)
{
    struct str text = t->words;
    size_t end = skip_amount(text, at + size);
    size_t within = end ? skip_within(text, end) : 0;
    if (!within)
        return at + size;
    struct str piece = str_slice(text, end, within);
    struct str whole = str_slice(text, at, within);
    struct advice advice = {
        .expected = str_slice(text, at, end), .erase = true, .safe = true};
    report_text(check, t, piece, &advice, DIAG_LIMIT_DOUBLED, STR_ARG(whole),
                STR_ARG(str_slice(text, at, at + size)), STR_ARG(piece));
    return within;
}

/* What laws say stays as it is: not in the basis. */
void check_limits_doubled(struct check *check)
{
    struct words *words = words_of(check->arena, &bound_words);
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->field == FIELD_BASIS || !text_may_have(t, TEXT_WORDS_BOUND))
            continue;
        for (size_t at = 0; at + 3 <= t->words.n;) {
            unsigned char first = (unsigned char)t->words.s[at];
            size_t which =
                first < 0xE4 ? STR_NONE : words_at(words, str_from(t->words, at));
            if (which == STR_NONE)
                at += first < 0xE4 ? 1 : 3;
            else
                at = check_bound(check, t, at, str_of(bounds[which]).n);
        }
    }
}

/* ---- 不超过 or nothing ---- */

enum wording { WORDING_BOUND, WORDING_BARE, WORDING_OTHER };

/* A limit that is nothing but an amount, with 不超过 before it or without. */
static enum wording wording_of(struct str text)
{
    text = str_trim(text);
    bool bound = str_starts(text, STR("不超过"));
    size_t end = skip_amount(text, bound ? STR("不超过").n : 0);
    struct str rest = str_trim(str_from(text, end));
    bool whole = end && (!rest.n || str_eq(rest, STR("。")));
    return !whole ? WORDING_OTHER : bound ? WORDING_BOUND : WORDING_BARE;
}

static bool is_limit(const struct text *t)
{
    return t->part == TEXT_FIELD && t->field == FIELD_LIMIT && t->marks & TEXT_DIGIT;
}

void check_limit_forms(struct check *check)
{
    size_t count[WORDING_OTHER + 1] = {0};
    for (size_t i = 0; i < check->text_count; i++)
        if (is_limit(&check->texts[i]))
            count[wording_of(check->texts[i].words)]++;
    if (!usage_is_odd(count[WORDING_BARE], count[WORDING_BOUND]))
        return;
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (!is_limit(t) || wording_of(t->words) != WORDING_BARE)
            continue;
        struct advice advice = {
            .proposal = str_print(check->arena, "不超过%.*s", STR_ARG(t->words))};
        report_text(check, t, STR(""), &advice, DIAG_LIMIT_FORM, STR_ARG(t->words),
                    count[WORDING_BOUND]);
    }
}
