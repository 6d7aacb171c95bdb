/* Words of another level: 市本级 in the list of a county, 我县 in that of a district. */
#include "check/names.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/report.h"
#include "check/words.h"

#include <string.h>

enum kind {
    PROVINCE = 1 << 0,
    PREFECTURE = 1 << 1,
    CITY = 1 << 2,   /* 县级市 */
    COUNTY = 1 << 3, /* 县, 旗 */
    DISTRICT = 1 << 4
};

struct level_word {
    const char *word;
    unsigned cannot;   /* kinds of places whose own level it cannot be */
    bool stated;       /* only where a text says which level it is about */
    const char *left;  /* not behind one of these characters */
    const char *right; /* nor before one of these */
};

/* 市本级 in a 县级市 may be the city itself; 本县（市、区） and 市、县医保局 speak of all. */
#define LISTS "、/（(和与及或各市省级区在入出迁"
/* clang-format off */
static const struct level_word table[] = {
    {"省本级",             PREFECTURE | CITY | COUNTY | DISTRICT, true, "", ""},
    {"市本级",             COUNTY | DISTRICT, true, "", ""},
    {"县本级",             CITY | DISTRICT, true, "", ""},
    {"区本级",             CITY | COUNTY, true, "治", ""},
    {"我县",               PROVINCE | PREFECTURE | CITY | DISTRICT, false, "", ""},
    {"本县",               CITY | DISTRICT, false, "基日", "级（(、市区/外"},
    {"全县",               CITY | DISTRICT, false, "安健完", "级（(、市区/"},
    {"县医疗保障局",       CITY | DISTRICT, false, LISTS, ""},
    {"县医疗保障事务中心", CITY | DISTRICT, false, LISTS, ""},
    {"县医疗保险",         CITY | DISTRICT, false, LISTS, ""},
    {"县医保局",           CITY | DISTRICT, false, LISTS, ""},
    {"县医保中心",         CITY | DISTRICT, false, LISTS, ""},
    {"县医保经办",         CITY | DISTRICT, false, LISTS, ""},
    {"县人民政府",         CITY | DISTRICT, false, LISTS, ""},
    {"县政务服务中心",     CITY | DISTRICT, false, LISTS, ""},
    {"县行政审批",         CITY | DISTRICT, false, LISTS, ""},
    {"区医疗保障局",       CITY | COUNTY, false, LISTS "县治地", ""},
    {"区医疗保障事务中心", CITY | COUNTY, false, LISTS "县治地", ""},
    {"区医保局",           CITY | COUNTY, false, LISTS "县治地", ""},
    {"区医保中心",         CITY | COUNTY, false, LISTS "县治地", ""},
    {"区人民政府",         CITY | COUNTY, false, LISTS "县治地", ""},
    {"区政务服务中心",     CITY | COUNTY, false, LISTS "县治地", ""},
};
/* clang-format on */

const struct word_table level_words = {&table[0].word, sizeof table / sizeof *table,
                                       sizeof *table, NULL};

static enum kind kind_of(const struct catalog *c)
{
    if (str_ends(c->region_code, STR("0000")))
        return PROVINCE;
    if (str_ends(c->region_code, STR("00")))
        return PREFECTURE;
    return str_ends(c->region_name, STR("市"))   ? CITY
           : str_ends(c->region_name, STR("区")) ? DISTRICT
                                                 : COUNTY;
}

/* What the catalog's own level is called. */
static struct str own_level(const struct catalog *c, enum kind kind)
{
    static const struct str names[] = {STR_INIT("省"), STR_INIT("市"), STR_INIT("市"),
                                       STR_INIT("县"), STR_INIT("区")};
    bool autonomous = str_ends(c->region_name, STR("自治区"));
    bool banner = str_ends(c->region_name, STR("旗"));
    if (autonomous || banner)
        return autonomous ? STR("区") : STR("旗");
    size_t i = 0;
    while (!(kind & 1u << i))
        i++;
    return names[i];
}

/* The word with the catalog's own level in the place of the other: 我县 → 我市. */
static struct str mended(const struct check *check, struct str word, enum kind kind)
{
    static const char *const levels[] = {"省", "市", "县", "区"};
    struct str own = own_level(check->catalog, kind);
    for (size_t i = 0; i < word.n; i += 3)
        if (WORDS_BEGIN(str_from(word, i), levels))
            return str_print(check->arena, "%.*s%.*s%.*s", STR_ARG(str_slice(word, 0, i)),
                             STR_ARG(own), STR_ARG(str_from(word, i + 3)));
    return STR("");
}

static bool fits(struct str text, size_t at, const struct level_word *row)
{
    struct str before = str_slice(text, 0, at);
    struct str behind = str_from(text, at + str_of(row->word).n);
    if (before.n && rune_in(utf8_last(before, NULL), row->left))
        return false;
    return !behind.n || !rune_in(utf8_next(&behind), row->right);
}

/* An office's words must begin one: 参保地县医保局 is that of another place. */
static bool is_whole(struct str text, size_t at, const struct level_word *row)
{
    return row->stated || str_of(row->word).n == strlen("我县") ||
           toponym_begins(text, at);
}

/* The first word in the text that cannot be of this kind of place; NULL: none. */
static const struct level_word *find_word(const struct words *words, struct str text,
                                          enum kind kind, bool stated, size_t *at)
{
    for (size_t i = *at; i + 3 <= text.n; i++) {
        if ((unsigned char)text.s[i] < 0xE3)
            continue;
        size_t which = words_at(words, str_from(text, i));
        const struct level_word *row = which == STR_NONE ? NULL : &table[which];
        if (row && (row->cannot & kind) && (stated || !row->stated) &&
            fits(text, i, row) && is_whole(text, i, row)) {
            *at = i;
            return row;
        }
        i += 2;
    }
    return NULL;
}

/* Texts that say of which level an item is, and by whom it is done. */
static bool states_level(const struct text *t)
{
    return t->field == FIELD_AGENCY || t->field == FIELD_BODY ||
           t->field == FIELD_TITLE || t->part == TEXT_LEVEL || t->part == TEXT_TICK;
}

static void check_name(struct check *check, const struct words *words, enum kind kind,
                       struct str name, size_t element)
{
    size_t at = 0;
    const struct level_word *row = find_word(words, name, kind, true, &at);
    if (row)
        report_attribute(check, NULL, element, "name", NULL, DIAG_LEVEL_IMPOSSIBLE,
                         row->word, STR_ARG(check->catalog->region_name));
}

void check_levels(struct check *check)
{
    const struct catalog *c = check->catalog;
    if (c->region_code.n != 6 || !c->region_name.n)
        return;
    enum kind kind = kind_of(c);
    struct words *words = words_of(check->arena, &level_words);
    for (size_t i = 0; i < c->levels.n; i++)
        check_name(check, words, kind, c->levels.at[i].name, c->levels.at[i].at);
    for (size_t i = 0; i < c->columns.n; i++)
        check_name(check, words, kind, c->columns.at[i].name, c->columns.at[i].at);
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        const struct level_word *row;
        if (t->field == FIELD_BASIS || !text_may_have(t, TEXT_WORDS_LEVEL))
            continue;
        for (size_t at = 0;
             (row = find_word(words, t->words, kind, states_level(t), &at)); at += 3) {
            struct str word = str_slice(t->words, at, at + str_of(row->word).n);
            struct advice advice = {.proposal = mended(check, word, kind)};
            report_text(check, t, word, &advice, DIAG_LEVEL_IMPOSSIBLE, row->word,
                        STR_ARG(c->region_name));
        }
    }
}
