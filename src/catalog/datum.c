/* Values of attributes and of texts that are no prose: which fit, and what to say of those
 * that do not. */
#include "catalog/chart.h"
#include "catalog/form.h"
#include "catalog/grammar.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool all_digits(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_digit(s.s[i]))
            return false;
    return s.n > 0;
}

static bool is_slug(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_digit(s.s[i]) && !(s.s[i] >= 'a' && s.s[i] <= 'z') && s.s[i] != '-')
            return false;
    return s.n > 0 && s.n <= 64;
}

static bool is_name(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] == ' ' || s.s[i] == '\t' || s.s[i] == '\n' || s.s[i] == '\r')
            return false;
    return s.n > 0;
}

static size_t number(struct str digits)
{
    size_t value = 0;
    for (size_t i = 0; i < digits.n && value < 1000000; i++)
        value = value * 10 + (size_t)(digits.s[i] - '0');
    return value;
}

size_t datum_number(struct str s)
{
    return s.n ? number(s) : 1;
}

/* Plain digits without a leading zero, so that each number is written one way. */
static bool is_count(struct str s, size_t most)
{
    return all_digits(s) && s.s[0] != '0' && number(s) <= most;
}

/* Counts with one blank between them, as many as a form may have columns. */
static bool is_shares(struct str s)
{
    struct str rest = s, share;
    size_t n = 0;
    while (str_cut(&rest, ' ', &share))
        if (!is_count(share, MOST_SHARE) || ++n > MOST_FORM_CELLS)
            return false;
    return n > 0 && !str_ends(s, STR(" "));
}

static bool is_date(struct str s)
{
    static const size_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (s.n != 10 || s.s[4] != '-' || s.s[7] != '-' || !all_digits(str_slice(s, 0, 4)) ||
        !all_digits(str_slice(s, 5, 7)) || !all_digits(str_slice(s, 8, 10)))
        return false;
    size_t year = number(str_slice(s, 0, 4)), month = number(str_slice(s, 5, 7));
    size_t day = number(str_slice(s, 8, 10));
    if (year < 1900 || month < 1 || month > 12)
        return false;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}

/* PubDate of 国办发〔2017〕47号: YYYY-MM-DD HH:MM, 24 hours. */
static bool is_time(struct str s)
{
    if (s.n != 16 || s.s[10] != ' ' || s.s[13] != ':' || !is_date(str_slice(s, 0, 10)))
        return false;
    struct str hour = str_slice(s, 11, 13), minute = str_slice(s, 14, 16);
    return all_digits(hour) && all_digits(minute) && number(hour) < 24 &&
           number(minute) < 60;
}

/* Names of pages and folders that every catalog has on the site (DESIGN section 5). */
static const struct str page_names[] = {
    STR_INIT("index"),      STR_INIT("list"),    STR_INIT("levels"),
    STR_INIT("disclosure"), STR_INIT("guide"),   STR_INIT("notice"),
    STR_INIT("changes"),    STR_INIT("catalog"), STR_INIT("guide-large"),
    STR_INIT("guide-fold"),
};

bool datum_is_page(struct str s)
{
    for (size_t i = 0; i < sizeof page_names / sizeof *page_names; i++)
        if (str_eq_nocase(s, page_names[i]))
            return true;
    return false;
}

/* The words of the enumerations, by index. NULL behind the last. */
static const char *kind_word(int i)
{
    return i < KIND_COUNT ? catalog_kind_name((enum catalog_kind)i) : NULL;
}

static const char *column_word(int i)
{
    return i < COLUMN_KIND_COUNT ? column_kind_name((enum column_kind)i) : NULL;
}

static const char *node_word(int i)
{
    return i < NODE_KIND_COUNT ? node_kind_name((enum node_kind)i) : NULL;
}

static const char *flow_word(int i)
{
    return i == 0 ? "published" : NULL;
}

static const char *format_word(int i)
{
    return i == 0 ? "markdown" : NULL;
}

static const char *yes_word(int i)
{
    return i == 0 ? "yes" : NULL;
}

static const char *paper_word(int i)
{
    static const char *const papers[] = {"A3", "A4", NULL};
    return papers[i];
}

static const char *place_word(int i)
{
    return i == 0 ? "above" : NULL;
}

static const char *align_word(int i)
{
    return i + 1 < FORM_ALIGN_COUNT ? form_align_name((enum form_align)(i + 1)) : NULL;
}

static const char *valign_word(int i)
{
    return i < FORM_VALIGN_COUNT ? form_valign_name((enum form_valign)i) : NULL;
}

typedef const char *word_at(int i);

static word_at *words_of(enum datum value)
{
    static word_at *const words[] = {
        [DATUM_KIND] = kind_word,     [DATUM_COLUMN] = column_word,
        [DATUM_NODE] = node_word,     [DATUM_FLOW] = flow_word,
        [DATUM_FORMAT] = format_word, [DATUM_YES] = yes_word,
        [DATUM_ALIGN] = align_word,   [DATUM_VALIGN] = valign_word,
        [DATUM_PAPER] = paper_word,   [DATUM_PLACE] = place_word,
    };
    return words[value];
}

static bool is_choice(word_at *word, struct str s)
{
    for (int i = 0; word(i); i++)
        if (str_eq(s, str_of(word(i))))
            return true;
    return false;
}

bool datum_fits(enum datum value, struct str s)
{
    switch (value) {
    case DATUM_ANY: return true;
    case DATUM_FILLED: return str_trim(s).n > 0;
    case DATUM_SLUG: return is_slug(s);
    case DATUM_SLUG_OR_NONE: return s.n == 0 || is_slug(s);
    case DATUM_PATH: return is_slug(s) && !datum_is_page(s);
    case DATUM_NAME: return is_name(s);
    case DATUM_REGION: return s.n == 6 && all_digits(s);
    case DATUM_DATE: return s.n == 0 || is_date(s);
    case DATUM_TIME: return s.n == 0 || is_time(s);
    case DATUM_SPAN: return is_count(s, MOST_SPAN);
    case DATUM_CELLS: return is_count(s, MOST_FORM_CELLS);
    case DATUM_REPEAT: return is_count(s, MOST_REPEAT);
    case DATUM_HEIGHT: return is_count(s, MOST_ROW_HEIGHT);
    case DATUM_SHARES: return is_shares(s);
    case DATUM_KIND:
    case DATUM_COLUMN:
    case DATUM_NODE:
    case DATUM_FLOW:
    case DATUM_FORMAT:
    case DATUM_ALIGN:
    case DATUM_VALIGN:
    case DATUM_PAPER:
    case DATUM_PLACE:
    case DATUM_YES: return is_choice(words_of(value), s);
    }
    return false;
}

struct str_list datum_choices(struct arena *a, enum datum value)
{
    struct str_list list = {0};
    word_at *word = value >= DATUM_KIND ? words_of(value) : NULL;
    for (int i = 0; word && word(i); i++)
        *vec_push(a, &list) = str_of(word(i));
    return list;
}

static struct str joined(struct arena *a, struct str_list list)
{
    struct buf b = {0};
    buf_puts(&b, list.n > 1 ? "以下之一：" : "");
    for (size_t i = 0; i < list.n; i++) {
        buf_puts(&b, i ? "、" : "");
        buf_put(&b, list.at[i]);
    }
    struct str words = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return words;
}

struct str datum_words(struct arena *a, enum datum value)
{
    switch (value) {
    case DATUM_ANY: return STR("");
    case DATUM_FILLED: return STR("不空的文字");
    case DATUM_SLUG: return STR("小写字母、数字和“-”，至多 64 个");
    case DATUM_SLUG_OR_NONE: return STR("小写字母、数字和“-”，至多 64 个，或者空着");
    case DATUM_PATH:
        return STR("小写字母、数字和“-”，至多 64 "
                   "个，不能与网站固有页面（index、list、guide 等）同名");
    case DATUM_NAME: return STR("不空、没有空格的名称");
    case DATUM_REGION: return STR("六位行政区划代码（GB/T 2260），例如 430981");
    case DATUM_DATE: return STR("日历上有的日期，写成 2020-12-28 的样子，没有就空着");
    case DATUM_TIME: return STR("日期和时间，写成 2020-12-28 09:30 的样子，没有就空着");
    case DATUM_SPAN: return str_print(a, "1 到 %d 的整数", MOST_SPAN);
    case DATUM_CELLS: return str_print(a, "1 到 %d 的整数", MOST_FORM_CELLS);
    case DATUM_REPEAT: return str_print(a, "1 到 %d 的整数", MOST_REPEAT);
    case DATUM_HEIGHT: return str_print(a, "1 到 %d 的整数，毫米", MOST_ROW_HEIGHT);
    case DATUM_SHARES:
        return str_print(a, "各列的宽度比例：至多 %d 个 1 到 %d 的整数，中间空一格",
                         MOST_FORM_CELLS, MOST_SHARE);
    case DATUM_KIND:
    case DATUM_COLUMN:
    case DATUM_NODE:
    case DATUM_FLOW:
    case DATUM_FORMAT:
    case DATUM_ALIGN:
    case DATUM_VALIGN:
    case DATUM_PAPER:
    case DATUM_PLACE:
    case DATUM_YES: return joined(a, datum_choices(a, value));
    }
    return STR("");
}
