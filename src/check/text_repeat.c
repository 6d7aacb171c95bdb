/* Words that stand twice: 办理办理, 的的.
 *
 * For each pair of characters the place where it stood last is kept; where the text since
 * then says the same again, it is a repeat. One pass, and only that place is looked at. */
#include "check/text_rules.h"

#include "base/utf8.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/text_known.h"
#include "check/words.h"

#include <string.h>

enum {
    SLOT_BITS = 10,
    SLOTS = 1 << SLOT_BITS,
    LONGEST = 120 /* bytes of what is repeated */
};

struct seen {
    size_t text[SLOTS]; /* 1 + the text it was seen in */
    size_t at[SLOTS];
};

/* Words that end one term and begin the next: 城乡居民居民身份证, 社会保险保险费. */
static const char *const joints[] = {
    "居民", "单位", "机构", "管理", "人员", "信息", "服务", "保险", "医疗", "账户",
    "基金", "药品", "中心", "登记", "事项", "费用", "缴费", "学校", "企业", "资金",
    "卫生", "部门", "证明", "材料", "参保", "职工", "业务", "结算", "救助", "待遇",
};
/* Words that Chinese repeats. */
static const char *const doubled[] = {"研究", "讨论", "一个", "逐个", "一项", "逐项",
                                      "商量", "哈哈", "一次", "逐条", "一步", "比较"};
/* Single characters that never stand twice, but for the words behind: 目的的 */
static const char *const singles[] = {"的的", "了了", "之之"};

/* How many Chinese characters a text has; STR_NONE when it has a blank, a digit, or a quote
 * or bracket, of which there are always two. */
static size_t count_han(struct str text)
{
    size_t n = 0;
    while (text.n) {
        uint32_t c = utf8_next(&text);
        if (!char_han(c) && !char_stop(c))
            return STR_NONE;
        n += char_han(c);
    }
    return n;
}

/* Words with a mark between them are a repeat when they are whole: in 非常满意、满意、 they
 * are not. */
static bool is_whole(const struct text *t, struct str once)
{
    return !char_han(char_before(t->words, (size_t)(once.s - t->words.s))) &&
           char_han(char_at(once, 0));
}

static bool is_meant(const struct text *t, struct str once)
{
    size_t han = count_han(once), chars = utf8_count(once);
    if (han == STR_NONE || han < 2 || (t->part == TEXT_FORM && han < 4))
        return true;
    if (han < chars && !is_whole(t, once))
        return true;
    if (chars > 3)
        return false;
    return WORDS_BEGIN(once, joints) || WORDS_BEGIN(once, doubled);
}

static void report_twice(struct check *check, const struct text *t, size_t from,
                         size_t length)
{
    struct str once = str_slice(t->words, from, from + length);
    struct advice advice = {.erase = true};
    report_text(check, t, str_slice(t->words, from + length, from + 2 * length), &advice,
                DIAG_TEXT_REPEATED, STR_ARG(once));
}

/* 目的的, 为了了解, 的的确确 */
static void check_single(struct check *check, const struct text *t, size_t at)
{
    struct str rest = str_from(t->words, at);
    if (!WORDS_BEGIN(rest, singles) || str_starts(rest, STR("了了解")) ||
        str_starts(rest, STR("的的确")) || str_starts(rest, STR("的的士")) ||
        str_ends(str_slice(t->words, 0, at), STR("目")))
        return;
    report_twice(check, t, at, 3);
}

static size_t slot_of(const char *s)
{
    uint32_t h = (word_key(s) << 12 | word_key(s + 3)) * 0x9E3779B1u;
    return h >> (32 - SLOT_BITS);
}

static void check_text(struct check *check, struct seen *seen, size_t which)
{
    const struct text *t = &check->texts[which];
    const char *s = t->words.s;
    for (size_t i = 0; i + 6 <= t->words.n; i++) {
        if ((unsigned char)s[i] < 0xE3 || (unsigned char)s[i + 3] < 0xE3)
            continue;
        if (memcmp(s + i, s + i + 3, 3) == 0)
            check_single(check, t, i);
        size_t slot = slot_of(s + i), last = seen->at[slot], length = i - last;
        bool again = seen->text[slot] == which + 1 && length >= 6 && length <= LONGEST &&
                     i + length <= t->words.n && memcmp(s + last, s + i, length) == 0;
        seen->text[slot] = which + 1;
        seen->at[slot] = i;
        if (again && !is_meant(t, str_slice(t->words, last, i))) {
            report_twice(check, t, last, length);
            seen->text[slot] = 0; /* the rest of it is the same repeat */
            i += length - 1;
        } else {
            i += 2;
        }
    }
}

void check_repeats(struct check *check)
{
    struct seen *seen = arena_alloc(check->arena, sizeof *seen);
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        size_t told = check->told;
        if (text_lacks(t, TEXT_LACKS_REPEATS))
            continue;
        check_text(check, seen, i);
        text_note(t, TEXT_LACKS_REPEATS, check->told == told);
    }
}
