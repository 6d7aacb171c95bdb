#include "check/organ.h"

#include "check/citation.h"

/* ---- provinces ---- */

/* GB/T 2260 codes; the signs in use for document numbers. Shared: cities elsewhere whose
 * numbers begin with the same character (新乡, 南京宁, 内江, 云浮, 青岛, 吉安, 贵港, 甘孜, 鄂尔多斯,
 * 辽源, 秦皇岛, 宁波, 蒙城 …). */
#define P(name, full, code, sign, shared) \
    { \
        STR_INIT(name), STR_INIT(full), STR_INIT(code), STR_INIT(sign), shared \
    }
/* clang-format off */
static const struct province provinces[] = {
    P("北京", "北京市", "11", "京", false),
    P("天津", "天津市", "12", "津", false),
    P("河北", "河北省", "13", "冀", false),
    P("山西", "山西省", "14", "晋", false),
    P("内蒙古", "内蒙古自治区", "15", "内", true),
    P("内蒙古", "内蒙古自治区", "15", "蒙", true),
    P("辽宁", "辽宁省", "21", "辽", true),
    P("吉林", "吉林省", "22", "吉", true),
    P("黑龙江", "黑龙江省", "23", "黑", false),
    P("上海", "上海市", "31", "沪", false),
    P("江苏", "江苏省", "32", "苏", false),
    P("浙江", "浙江省", "33", "浙", false),
    P("安徽", "安徽省", "34", "皖", false),
    P("福建", "福建省", "35", "闽", false),
    P("江西", "江西省", "36", "赣", false),
    P("山东", "山东省", "37", "鲁", false),
    P("河南", "河南省", "41", "豫", false),
    P("湖北", "湖北省", "42", "鄂", true),
    P("湖南", "湖南省", "43", "湘", false),
    P("广东", "广东省", "44", "粤", false),
    P("广西", "广西壮族自治区", "45", "桂", false),
    P("海南", "海南省", "46", "琼", false),
    P("重庆", "重庆市", "50", "渝", false),
    P("四川", "四川省", "51", "川", false),
    P("贵州", "贵州省", "52", "黔", false),
    P("贵州", "贵州省", "52", "贵", true),
    P("云南", "云南省", "53", "云", true),
    P("云南", "云南省", "53", "滇", false),
    P("西藏", "西藏自治区", "54", "藏", false),
    P("陕西", "陕西省", "61", "陕", false),
    P("甘肃", "甘肃省", "62", "甘", true),
    P("青海", "青海省", "63", "青", true),
    P("宁夏", "宁夏回族自治区", "64", "宁", true),
    P("新疆", "新疆维吾尔自治区", "65", "新", true),
};
/* clang-format on */

enum { PROVINCES = sizeof provinces / sizeof *provinces };

const struct province *province_of_sign(struct str sign)
{
    for (size_t i = 0; i < PROVINCES; i++)
        if (str_starts(sign, provinces[i].sign))
            return &provinces[i];
    return NULL;
}

const struct province *province_of_place(struct str place)
{
    for (size_t i = 0; i < PROVINCES; i++)
        if (str_starts(place, provinces[i].name))
            return &provinces[i];
    return NULL;
}

const struct province *province_of_code(struct str code)
{
    for (size_t i = 0; i < PROVINCES && code.n >= 2; i++)
        if (str_starts(code, provinces[i].code))
            return &provinces[i];
    return NULL;
}

bool sign_national(struct str sign)
{
    static const char *const signs[] = {"国发",     "国办发",   "国办函",   "国函",
                                        "人社部发", "人社厅发", "人社部函", "劳社部发",
                                        "劳社厅发", "国医保电", "国医保发"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_eq(sign, str_of(signs[i])))
            return true;
    return false;
}

/* ---- names of offices ---- */

/* Where the end of an office's name is told by its last words. The longer first. */
static const char *const endings[] = {
    "人民政府办公厅",
    "人民政府办公室",
    "政府办公厅",
    "政府办公室",
    "局办公室",
    "厅办公室",
    "部办公厅",
    "委办公厅",
    "委办公室",
    "委员会办公室",
    "委员会",
    "局综合司",
    "国务院办公厅",
    "国务院",
    "人民政府",
    "管理中心",
    "事务中心",
    "服务中心",
    "总局办公厅",
    "总局",
    "办公厅",
    "局",
    "厅",
    "部",
    "委",
    "署",
    "扶贫办",
    "联合会",
    "协会",
    "政府",
};

/* One of the endings may begin with the character: most of a text begin none. */
static bool may_end(uint32_t c)
{
    return rune_in(c, "人政局厅部委国管事服总办署扶联协");
}

/* 部 and the like inside other words. */
static const char *const no_endings[] = {"部门", "部分", "全部", "局部",
                                         "委托", "部署", "各部"};

static const char *const nations[] = {"国家", "国务院",   "中共中央",      "中央",
                                      "全国", "最高人民", "中华人民共和国"};

/* The end of the level word at `i` (省, 自治区, 市 …), 0 when none is there. */
static size_t place_at(const struct runes *r, size_t first, size_t i, struct organ *o)
{
    static const char *const provincial[] = {"自治区", "省", "兵团"};
    static const char *const other[] = {"市场", "市政公用", "市政工程", "市容",
                                        "区域", "县域",     "市民卡",   "州际"};
    size_t end = ANY_AT(r, i, provincial);
    if (end) {
        o->level = ORGAN_PROVINCE;
        return end;
    }
    if (!rune_in(r->c[i], "市县区旗州盟") || ANY_AT(r, i, other) ||
        (i > first && rune_in(r->c[i - 1], "城都社园联")))
        return 0;
    bool capital =
        ANY_BEFORE(r, first, i, ((const char *const[]){"北京", "天津", "上海", "重庆"}));
    o->level = capital && r->c[i] == 0x5E02 ? ORGAN_PROVINCE : ORGAN_LOCAL;
    o->county = rune_in(r->c[i], "县旗");
    return i + 1;
}

/* Separators and words between two offices. */
static bool is_between(uint32_t c)
{
    return rune_in(c, "、，,；;和及与联");
}

/* Reads one office that begins at `i`; returns the index behind it, r->n where the text
 * ends without one. */
static size_t read_organ(const struct runes *r, struct str words, size_t i,
                         struct organ *o)
{
    static const char *const ministries[] = {"部", "部办公厅"};
    size_t first = i, place_first = i, place_end = i;
    bool nation = ANY_AT(r, i, nations) != 0;
    size_t end = 0;
    while (i < r->n && !end) {
        size_t place = place_at(r, first, i, o);
        if (place) {
            place_end = i = place;
            continue;
        }
        if (may_end(r->c[i]) && !ANY_AT(r, i, no_endings))
            end = ANY_AT(r, i, endings);
        /* 国家税务总局湖南省税务局 is the province's */
        if (end == i + 2 && runes_word(r, i, "总局") && end < r->n &&
            !is_between(r->c[end])) {
            i = place_first = end;
            end = 0;
            nation = false;
            continue;
        }
        i = end ? end : i + 1;
    }
    if (!end)
        return r->n;
    o->text = runes_text(r, words, first, end);
    o->hall = r->c[end - 1] == 0x5385;
    if (nation || (place_end == first && ANY_BEFORE(r, first, end, ministries)))
        o->level = ORGAN_NATION;
    else if (place_end > place_first)
        o->place = runes_text(r, words, place_first, place_end);
    return end;
}

struct organs organs_of(struct arena *a, struct str words)
{
    struct organs list = {0};
    struct runes r = runes_joined(a, words);
    for (size_t i = 0; i < r.n;) {
        if (is_between(r.c[i])) {
            i++;
            continue;
        }
        struct organ o = {0};
        i = read_organ(&r, words, i, &o);
        if (o.text.n)
            *vec_push(a, &list) = o;
    }
    return list;
}

struct str organ_prefix(struct str title)
{
    static const char *const verbs[] = {"关于", "转发", "印发", "批转"};
    size_t best = STR_NONE;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t at = str_find(title, str_of(verbs[i]));
        if (at < best)
            best = at;
    }
    return best == STR_NONE ? STR("") : str_trim(str_slice(title, 0, best));
}
