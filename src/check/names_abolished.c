/* Offices and schemes that are no more. */
#include "check/names.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/words.h"

enum {
    NEAR = 30, /* bytes that tell the past: ten characters */
    YEAR = 4,
    YEAR_MOST = 2100 /* what is more is a slip */
};

struct abolished {
    const char *old;
    const char *now;
    unsigned year;     /* of the reform */
    const char *left;  /* not behind one of these characters: 环境卫生局 */
    const char *basis; /* which document says so; "" where none is known */
};

#define PLAN_2008 "《国务院机构改革方案》（2008年）"
#define PLAN_2013 "《国务院机构改革和职能转变方案》（2013年）"
#define PLAN_2018 "《深化党和国家机构改革方案》（2018年）"
#define PLAN_2023 "《党和国家机构改革方案》（2023年）"
/* 国家乡村振兴局 was set up in the place of 国务院扶贫办 in 2021. */
#define POVERTY "2021年改为乡村振兴局，2023年乡村振兴局的职责划入农业农村部门：" PLAN_2023
#define ONE_SCHEME "《国务院关于整合城乡居民基本医疗保险制度的意见》（国发〔2016〕3号）"

/* clang-format off */
static const struct abolished table[] = {
    {"工商行政管理局",         "市场监督管理局", 2018, "", PLAN_2018},
    {"工商局",                 "市场监督管理局", 2018, "", PLAN_2018},
    {"质量技术监督局",         "市场监督管理局", 2018, "", PLAN_2018},
    {"质监局",                 "市场监督管理局", 2018, "", PLAN_2018},
    {"食品药品监督管理局",     "市场监督管理局", 2018, "", PLAN_2018},
    {"食品药品监督管理总局",   "国家药品监督管理局", 2018, "", PLAN_2018},
    {"食药监局",               "市场监督管理局", 2018, "", PLAN_2018},
    {"卫生和计划生育委员会",   "卫生健康委员会", 2018, "", PLAN_2018},
    {"卫生和计划生育局",       "卫生健康局", 2018, "", PLAN_2018},
    {"卫生计生委",             "卫生健康委", 2018, "", PLAN_2018},
    {"卫生计生局",             "卫生健康局", 2018, "", PLAN_2018},
    {"卫计委",                 "卫健委", 2018, "", PLAN_2018},
    {"卫计局",                 "卫健局", 2018, "", PLAN_2018},
    {"人口和计划生育委员会",   "卫生健康委员会", 2013, "", PLAN_2013},
    {"人口和计划生育局",       "卫生健康局", 2013, "", PLAN_2013},
    {"卫生局",                 "卫生健康局", 2013, "境共", PLAN_2013},
    {"卫生厅",                 "卫生健康委员会", 2013, "", PLAN_2013},
    {"国土资源局",             "自然资源局", 2018, "", PLAN_2018},
    {"环境保护局",             "生态环境局", 2018, "", PLAN_2018},
    {"环境保护厅",             "生态环境厅", 2018, "", PLAN_2018},
    {"环保局",                 "生态环境局", 2018, "", PLAN_2018},
    {"安全生产监督管理局",     "应急管理局", 2018, "", PLAN_2018},
    {"安监局",                 "应急管理局", 2018, "", PLAN_2018},
    {"物价局",                 "发展和改革局", 2018, "", ""},
    {"国家税务局",             "税务局", 2018, "", PLAN_2018},
    {"地方税务局",             "税务局", 2018, "", PLAN_2018},
    {"国税局",                 "税务局", 2018, "", PLAN_2018},
    {"地税局",                 "税务局", 2018, "", PLAN_2018},
    {"政府法制办公室",         "司法局", 2018, "", PLAN_2018},
    {"出入境检验检疫局",       "海关", 2018, "", PLAN_2018},
    {"劳动和社会保障局",       "人力资源和社会保障局", 2008, "", PLAN_2008},
    {"劳动和社会保障厅",       "人力资源和社会保障厅", 2008, "", PLAN_2008},
    {"劳动保障局",             "人力资源和社会保障局", 2008, "", PLAN_2008},
    {"扶贫开发办公室",         "农业农村局", 2021, "", POVERTY},
    {"扶贫开发局",             "农业农村局", 2021, "", POVERTY},
    {"扶贫办",                 "农业农村局", 2021, "", POVERTY},
    {"银保监会",               "国家金融监督管理总局", 2023, "", PLAN_2023},
    {"银保监局",               "金融监管局", 2023, "", PLAN_2023},
    {"保监局",                 "金融监管局", 2018, "银", PLAN_2018},
    {"新型农村合作医疗",       "城乡居民基本医疗保险", 2016, "", ONE_SCHEME},
    {"新农合",                 "城乡居民医保", 2016, "", ONE_SCHEME},
    {"城镇居民基本医疗保险",   "城乡居民基本医疗保险", 2016, "", ONE_SCHEME},
    {"城镇居民医疗保险",       "城乡居民医疗保险", 2016, "", ONE_SCHEME},
    {"城镇居民医保",           "城乡居民医保", 2016, "", ONE_SCHEME},
};
/* clang-format on */

const struct word_table abolished_words = {&table[0].old, sizeof table / sizeof *table,
                                           sizeof *table, NULL};

/* The year in front of the last 〕 or at the head of an ISO date; 0: none. */
static unsigned year_in(struct str text)
{
    unsigned year = 0, digits = 0;
    for (size_t i = 0; i < text.n && digits < 4; i++) {
        bool digit = text.s[i] >= '0' && text.s[i] <= '9';
        digits = digit ? digits + 1 : 0;
        year = digit ? year * 10 + (unsigned)(text.s[i] - '0') : 0;
    }
    return digits == 4 ? year : 0;
}

/* The year of the newest document that the catalog cites (〔2020〕); 0: it cites none. */
static unsigned newest_cited(const struct check *check)
{
    static const struct str open = STR_INIT("〔");
    unsigned newest = 0;
    for (size_t i = 0; i < check->text_count; i++) {
        struct str rest = check->texts[i].words;
        size_t at;
        while (check->texts[i].marks & TEXT_BRACKET &&
               (at = str_find(rest, open)) != STR_NONE) {
            rest = str_from(rest, at + open.n);
            unsigned year = year_in(str_slice(rest, 0, YEAR));
            newest = year > newest && year <= YEAR_MOST ? year : newest;
        }
    }
    return newest;
}

/* When the catalog was issued, as far as it says so; else it is as old, at most, as what it
 * cites. */
static unsigned issued(const struct check *check)
{
    const struct catalog *c = check->catalog;
    const struct str told[] = {c->document_date, c->document_number, c->edition,
                               c->title};
    unsigned year = 0;
    for (size_t i = 0; i < sizeof told / sizeof *told && !year; i++)
        year = year_in(told[i]);
    return year ? year : newest_cited(check);
}

/* 原工商局, a document in 《》, its issuer. */
static bool is_past(struct str text, size_t at, size_t end, const char *left)
{
    static const char *const signs[] = {"令第", "关于", "〔",  "《",
                                        "发布", "颁发", "核发"};
    struct str before = str_slice(text, 0, at);
    if (before.n && rune_in(utf8_last(before, NULL), left))
        return true;
    struct str near = char_left(text, at, NEAR), former = char_since(near, "原");
    if (former.n < near.n && !rune_in(char_at(former, 0), "件则因来始籍告价材"))
        return true;
    struct str behind = char_until(char_right(text, end, NEAR), "，；\n");
    return WORDS_INSIDE(behind, signs);
}

static void report_old(struct check *check, const struct text *t, size_t at,
                       const struct abolished *row, unsigned year)
{
    struct str word = str_slice(t->words, at, at + str_of(row->old).n);
    struct advice advice = {.proposal = str_of(row->now), .basis = str_of(row->basis)};
    if (year && year <= row->year)
        report_text(check, t, word, &advice, DIAG_OFFICE_SINCE, row->old, row->year,
                    row->now);
    else
        report_text(check, t, word, &advice, DIAG_OFFICE_ABOLISHED, row->old, row->year,
                    row->now);
}

static void check_text(struct check *check, const struct words *words,
                       const struct text *t, unsigned year)
{
    int titles = 0;
    for (size_t i = 0; i + 3 <= t->words.n; i++) {
        if ((unsigned char)t->words.s[i] < 0xE3)
            continue;
        struct str rest = str_from(t->words, i);
        titles += str_starts(rest, STR("《"));
        titles -= titles && str_starts(rest, STR("》"));
        size_t which = titles ? STR_NONE : words_at(words, rest);
        i += 2;
        if (which == STR_NONE)
            continue;
        const struct abolished *row = &table[which];
        size_t at = i - 2, end = at + str_of(row->old).n;
        if (!is_past(t->words, at, end, row->left))
            report_old(check, t, at, row, year);
        i = end - 1;
    }
}

/* Citations keep the names that the issuers had. */
void check_abolished(struct check *check)
{
    struct words *words = words_of(check->arena, &abolished_words);
    unsigned year = issued(check);
    for (size_t i = 0; i < check->text_count; i++)
        if (check->texts[i].field != FIELD_BASIS &&
            text_may_have(&check->texts[i], TEXT_WORDS_ABOLISHED))
            check_text(check, words, &check->texts[i], year);
}
