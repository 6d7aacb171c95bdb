#include "catalog/limit.h"
#include "runner.h"

#include <string.h>

/* A limit as one text: when=kind, i immediate, w d m y with their number, ? other. */
static struct str shown(struct arena *a, const struct limit *l)
{
    static const char unit[] = {'-', 'w', 'd', 'm', 'y'};
    struct str all = STR("");
    for (size_t i = 0; i < l->n; i++) {
        const struct limit_part *p = &l->at[i];
        struct str what = p->kind == LIMIT_IMMEDIATE ? STR("i")
                          : p->kind == LIMIT_OTHER
                              ? STR("?")
                              : str_print(a, "%c%u", unit[p->unit], p->value);
        all = str_print(a, "%.*s%s%.*s=%.*s", STR_ARG(all), i ? " | " : "",
                        STR_ARG(p->when), STR_ARG(what));
    }
    return all;
}

struct row {
    const char *text, *wanted;
};

static void check_rows(const struct row *rows, size_t n)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < n; i++) {
        struct limit l = limit_parse(a, str_of(rows[i].text));
        CHECK_STR(rows[i].text, shown(a, &l), str_of(rows[i].wanted));
    }
    arena_drop(a);
}

/* clang-format off */
static const struct row published[] = {
    /* 沅江, 平顶山, 宁夏, 新绛 */
    {"即时办结。", "=i"},
    {"即时办结", "=i"},
    {"不超过5个工作日。", "=w5"},
    {"不超过30个工作日。", "=w30"},
    {"不超过3个月。", "=m3"},
    {"在职职工不超过5个工作日；灵活就业人员即时办结。", "在职职工=w5 | 灵活就业人员=i"},
    {"不超过30 个工作日", "=w30"},
    {"不超过30\n个工作日", "=w30"},
    {"医院办结", "=?"},
    {"线下即时办结\n线上不超过2个工作日内", "线下=i | 线上=w2"},
    {"线下即时办结/线上不超过2个工作日内", "线下=i | 线上=w2"},
    {"即时办结\n如需补缴，自完成补缴之日起20个工作日内办结", "=i | 如需补缴，自完成补缴之日起=w20"},
    {"不超过60日", "=d60"},
    {"不超过10工作日", "=w10"},
    {"15个工作日", "=w15"},
    {"部分病种为即时办结，其他病种为20个工作日", "部分病种=i | 其他病种=w20"},
    {"如需补缴，自完成补缴之日起20个工作日", "如需补缴，自完成补缴之日起=w20"},
    {"即办件", "=i"},
    {"长期", "=?"},
    {"一般12个工作日,不超过30个工作日", "一般=w12 | =w30"},
    {"同上", "=?"},
    {"公开事项信息形成或变更之日起20个工作日内公开", "公开事项信息形成或变更之日起=w20"},
};
static const struct row amounts[] = {
    {"", ""},
    {"  \n ", ""},
    {"5个工作日", "=w5"},
    {"5工作日", "=w5"},
    {"5 个 工 作 日", "=w5"},
    {"5个工\n作日", "=w5"},
    {"5个工作日内", "=w5"},
    {"5个工作日以内办结；", "=w5"},
    {"5个工作日内办理完毕。", "=w5"},
    {"最长不超过5个工作日", "=w5"},
    {"应在5个工作日内办结", "=w5"},
    {"办理时限：5个工作日", "=w5"},
    {"自受理之日起20个工作日内", "自受理之日起=w20"},
    {"自受理之日起，20个工作日内办结。", "自受理之日起=w20"},
    {"60日", "=d60"},
    {"60天", "=d60"},
    {"15个自然日", "=d15"},
    {"3个月", "=m3"},
    {"三月内", "=m3"},
    {"1年", "=y1"},
    {"半年", "=m6"},
    {"半年内办结", "=m6"},
    {"半个月", "=d15"},
    {"两周内", "=d14"},
    {"当日办结", "=d1"},
    {"0个工作日", "=i"},
    {"5-10个工作日", "=w10"},
    {"5至10个工作日", "=w10"},
    {"5个工作日至10个工作日", "=w10"},
    {"5个工作日-10个工作日", "=w10"},
    {"当场办结", "=i"},
    {"当场", "=i"},
    {"立等可取", "=i"},
    {"即办", "=i"},
    {"即 时 办 结", "=i"},
};
static const struct row numbers[] = {
    {"二十个工作日", "=w20"},
    {"二十一个工作日", "=w21"},
    {"十个工作日", "=w10"},
    {"十五日", "=d15"},
    {"一百二十日", "=d120"},
    {"一百零五日", "=d105"},
    {"一千零一日", "=d1001"},
    {"二〇个工作日", "=w20"},
    {"三〇日", "=d30"},
    {"两个工作日", "=w2"},
    {"贰拾个工作日", "=w20"},
    {"２０个工作日", "=w20"},
    {"５个工作日", "=w5"},
    {"20（二十）个工作日", "=w20"},
    {"二十（20）个工作日", "=w20"},
    {"20(三十)个工作日", "=?"},
    {"007个工作日", "=w7"},
    {"9999日", "=d9999"},
    {"10000日", "=?"},
    {"99999999999999999999999999个工作日", "=?"},
    {"4294967297日", "=?"},
    {"18446744073709551617个工作日", "=?"},
    {"一万日", "=?"},
    {"5万个工作日", "=?"},
    {"9999周", "=?"},
    {"1.5个工作日", "=?"},
    {"1,000个工作日", "=?"},
    {"三五个工作日", "=?"},
    {"二三十天", "=?"},
    {"十几天", "=?"},
    {"一百二日", "=?"},
    {"3十日", "=?"},
    {"半个工作日", "=?"},
    {"一个半月", "=?"},
    {"〇个工作日", "=i"},
};
static const struct row compounds[] = {
    {"线下：即时办结；线上：2个工作日", "线下=i | 线上=w2"},
    {"（线下）即时办结；（线上）2个工作日", "线下=i | 线上=w2"},
    {"1.在职职工：5个工作日；2.灵活就业人员：即时办结。", "在职职工=w5 | 灵活就业人员=i"},
    {"（1）在职职工5个工作日（2）灵活就业人员即时办结", "在职职工=w5 | 灵活就业人员=i"},
    {"①单位5个工作日②个人即时办结", "单位=w5 | 个人=i"},
    {"在职职工5个工作日、灵活就业人员即时办结", "在职职工=w5 | 灵活就业人员=i"},
    {"城镇职工、城乡居民即时办结", "城镇职工、城乡居民=i"},
    {"职工/居民即时办结", "职工/居民=i"},
    {"在职职工5个工作日灵活就业人员即时办结", "在职职工=w5 | 灵活就业人员=i"},
    {"在职职工（5个工作日）、灵活就业人员（即时办结）", "在职职工=w5 | 灵活就业人员=i"},
    {"法定时限60日，承诺时限20个工作日", "法定时限=d60 | 承诺时限=w20"},
    {"法定办结时限：60个工作日；承诺办结时限：15个工作日", "法定办结时限=w60 | 承诺办结时限=w15"},
    {"材料齐全的即时办结", "材料齐全的=i"},
    {"不能即时办结的，5个工作日内办结", "不能即时办结的=w5"},
    {"能当场办结的当场办结，不能当场办结的3个工作日内办结", "能当场办结的=i | 不能当场办结的=w3"},
    {"补缴超过3个月的，30个工作日", "补缴超过3个月的=w30"},
    {"3个月以上的，30个工作日", "3个月以上的=w30"},
    {"线上线下均即时办结", "线上线下=i"},
    {"原则上不超过20个工作日", "原则上=w20"},
    {"医院办结；线上2个工作日", "医院办结=? | 线上=w2"},
    {"省内转诊医院办结，省外转诊5个工作日", "省内转诊医院办结=? | 省外转诊=w5"},
    {"医院办结；药店办理", "=?"},
    {"5个工作日内受理，20个工作日内办结", "=w5 | =w20"},
    {"违法行为5个工作日", "违法行为=w5"},
    {"5个工作日；和田地区即时办结", "=w5 | 和田地区=i"},
};
static const struct row sums[] = {
    {"20个工作日（不含公示时间）", "=w20"},
    {"20个工作日（不含公示7日）", "=w20"},
    {"20个工作日，不含公示7日", "=w20"},
    {"20个工作日。遇法定节假日顺延。", "=w20"},
    {"20个工作日，特殊情况可延长", "=w20 | 特殊情况可延长=?"},
    {"60日（公示7日）", "=d60 | 公示=d7"},
    {"即时办结（线上3个工作日）", "=i | 线上=w3"},
    {"5个工作日+10个工作日", "=w15"},
    {"5+10+5个工作日", "=w20"},
    {"5+10+5=20个工作日", "=w20"},
    {"受理5个工作日+审核10个工作日", "=w15"},
    {"5个工作日+2个月", "=?"},
    {"15个工作日（联系函5个工作日+转移10个工作日+办结5个工作日）", "=w15"},
    {"20个工作日内将审核结果反馈至申请人", "=w20"},
};
static const struct row no_limits[] = {
    {"第3个工作日", "=?"},
    {"每月20日前", "=?"},
    {"12月31日", "=?"},
    {"2024年", "=?"},
    {"2024年12月31日前办结", "=?"},
    {"次月10日前", "=?"},
    {"3个月以上", "=?"},
    {"3个工作日后", "=?"},
    {"不少于5个工作日", "=?"},
    {"超过5个工作日", "=?"},
    {"3月", "=?"},
    {"20多个工作日", "=?"},
    {"24小时内办结", "=?"},
    {"30个", "=?"},
    {"工作日", "=?"},
    {"当场受理", "=?"},
    {"非即时办结", "=?"},
    {"承诺件", "=?"},
    {"无", "=?"},
    {"——", "=?"},
    {"。", "=?"},
    {"按协议执行", "=?"},
    {"(((((", "=?"},
    {"1日(1日(1日", "=d1 | =d1 | =d1"},
    {"\xE5\xB7", "=?"},
};
/* clang-format on */

#define ROWS(table) check_rows(table, sizeof(table) / sizeof *(table))

TEST(limits_as_published)
{
    ROWS(published);
}

TEST(amounts_with_every_unit)
{
    ROWS(amounts);
}

TEST(numbers_arabic_and_chinese)
{
    ROWS(numbers);
}

TEST(compounds_by_person_and_channel)
{
    ROWS(compounds);
}

TEST(sums_and_notes)
{
    ROWS(sums);
}

TEST(what_is_no_limit_is_said)
{
    ROWS(no_limits);
}

TEST(comparison_uses_the_longest_part)
{
    static const struct {
        const char *a, *b;
        int wanted;
    } rows[] = {
        {"即时办结", "不超过5个工作日", -1},
        {"即时办结", "当场办结", 0},
        {"20个工作日", "30日", -1},
        {"30日", "1个月", 0},
        {"5个工作日", "7日", 0},
        {"1年", "12个月", 1},
        {"在职职工不超过5个工作日；灵活就业人员即时办结", "即时办结", 1},
        {"999年", "998年", 1},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct limit x = limit_parse(a, str_of(rows[i].a));
        struct limit y = limit_parse(a, str_of(rows[i].b));
        CHECK(limit_known(&x) && limit_known(&y));
        CHECK(limit_compare(&x, &y) == rows[i].wanted);
        CHECK(limit_compare(&y, &x) == -rows[i].wanted);
    }
    arena_drop(a);
}

TEST(known_only_when_every_part_is)
{
    struct arena *a = arena_new();
    struct limit mixed = limit_parse(a, STR("医院办结；线上2个工作日"));
    struct limit plain = limit_parse(a, STR("线上2个工作日"));
    CHECK(!limit_known(&mixed));
    CHECK(limit_known(&plain));
    arena_drop(a);
}

/* A page pasted into the field costs no more than a page. */
TEST(long_texts_stay_cheap)
{
    static char text[LIMIT_MOST_BYTES + 8];
    struct arena *a = arena_new();
    static const char *const units[] = {"如果，",     "1日(", "一", "9",
                                        "5个工作日+", "\n",   "，"};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        size_t n = strlen(units[u]), filled = 0;
        while (filled + n <= LIMIT_MOST_BYTES)
            memcpy(text + filled, units[u], n), filled += n;
        struct limit l = limit_parse(a, (struct str){text, filled});
        CHECK(l.n <= LIMIT_MOST_BYTES);
    }
    memset(text, '5', sizeof text);
    struct limit l = limit_parse(a, (struct str){text, sizeof text});
    CHECK(l.n == 1 && l.at[0].kind == LIMIT_OTHER);
    arena_drop(a);
}

int main(void)
{
    RUN(limits_as_published);
    RUN(amounts_with_every_unit);
    RUN(numbers_arabic_and_chinese);
    RUN(compounds_by_person_and_channel);
    RUN(sums_and_notes);
    RUN(what_is_no_limit_is_said);
    RUN(comparison_uses_the_longest_part);
    RUN(known_only_when_every_part_is);
    RUN(long_texts_stay_cheap);
    return runner_end();
}
