#include "check/toponym.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/words.h"

#include <string.h>

enum {
    NEAR_BEFORE = 36, /* bytes of a text that may excuse a name: twelve characters */
    OFFICE_MOST = 60, /* bytes of an office's name behind its place */
    TITLE_MOST = 300  /* bytes of a title in 《》 */
};

/* Last characters of words that stand before a name. */
static const char before_names[] = "在到由向与和及或从按对经是为至于受报的赴去来即给用据"
                                   "照入加交行写请录打系属驻含除并将把"
                                   "被跟同往归转达见持凭位原自如市县省区州";

/* A name before these words is meant as one. */
static const char *const strong[] = {
    "医疗保障", "医保",         "人民政府", "政务服务", "行政审批", "基本医疗",
    "城乡居民", "城镇职工",     "职工",     "参保",     "社会保险", "人力资源",
    "卫生健康", "市场监督管理", "税务局",   "民政局",   "财政局",   "公安局",
    "教育局",   "大病",         "医疗救助", "异地就医",
};

/* Ends of names that are words too: 沿海城市, 本市老城区. */
static const char *const doubtful[] = {"城市", "城区", "市区", "山区", "口区",
                                       "县区", "新区", "矿区", "郊区"};

/* Names that are words of every day too (会同县医保局, 平安县创建): they count behind another
 * place alone. */
static const char *const everyday[] = {
    "会同县", "公安县", "合作市", "南部县", "中方县", "东至县", "平安区", "共和县",
    "友谊县", "港口区", "河口区", "海港区", "城中区", "城东区", "城西区", "城北区",
    "城关区", "市中区", "前进区", "向阳区", "友好区", "东风区", "和平区", "安居区",
    "江南区", "江北区", "河东区", "南岸区", "太平区", "新城区", "东方市", "来宾市",
};

/* ---- finding ---- */

/* The last characters of names: 市 县 区 省 州 旗 盟, and three bytes of UTF-8 each. */
static bool is_ending(const char *s)
{
    const unsigned char *b = (const unsigned char *)s;
    switch ((unsigned)b[0] << 16 | (unsigned)b[1] << 8 | b[2]) {
    case 0xE5B882: /* 市 */
    case 0xE58EBF: /* 县 */
    case 0xE58CBA: /* 区 */
    case 0xE79C81: /* 省 */
    case 0xE5B79E: /* 州 */
    case 0xE69797: /* 旗 */
    case 0xE79B9F: /* 盟 */ return true;
    default: return false;
    }
}

bool toponym_begins(struct str text, size_t begin)
{
    if (!begin)
        return true;
    uint32_t c = utf8_last(str_slice(text, 0, begin), NULL);
    return !char_han(c) || rune_in(c, before_names);
}

/* 河北区域, 上海市路: words that make something else of the name. */
static bool is_part(struct str behind)
{
    static const char *const parts[] = {"域", "级",   "间", "别", "块", "路",
                                        "街", "大道", "场", "容", "话"};
    return WORDS_BEGIN(behind, parts) && !str_starts(behind, STR("街道"));
}

static bool stands(struct str text, size_t begin, size_t end, bool behind_place)
{
    struct str name = str_slice(text, begin, end), behind = str_from(text, end);
    if (is_part(behind))
        return false;
    if (behind_place)
        return true;
    if (WORDS_END(name, everyday))
        return false;
    bool is_meant = WORDS_BEGIN(behind, strong);
    bool is_short = utf8_count(name) < 3; /* 城区, 和县, 单县 */
    if (is_short || WORDS_END(name, doubtful))
        return (is_meant || !is_short) &&
               (!begin || !char_han(utf8_last(str_slice(text, 0, begin), NULL)));
    return is_meant || toponym_begins(text, begin);
}

static void add(struct check *check, struct str text, const struct region *place,
                size_t end, struct toponyms *found)
{
    size_t begin = end - place->name.n;
    struct toponym *last = found->n ? &found->at[found->n - 1] : NULL;
    bool follows =
        last && last->n < TOPONYM_MOST && last->words.s + last->words.n == text.s + begin;
    if (!stands(text, begin, end, follows))
        return;
    if (!follows) {
        last = vec_push(check->arena, found);
        *last = (struct toponym){.words = str_slice(text, begin, begin)};
    }
    last->words.n += place->name.n;
    last->place[last->n++] = place;
}

void toponyms_find(struct check *check, struct str text, struct toponyms *found)
{
    found->n = 0;
    for (size_t i = 0; i + 3 <= text.n; i++) {
        if ((unsigned char)text.s[i] < 0xE3)
            continue;
        const struct region *place =
            is_ending(text.s + i) ? region_ending(check->places, text, i + 3) : NULL;
        if (place)
            add(check, text, place, i + 3, found);
        i += 2;
    }
}

/* ---- whose ---- */

bool toponym_own(const struct check *check, const struct region *place)
{
    struct str own = check->catalog->region_code;
    if (str_ends(check->catalog->region_name, place->name))
        return true;
    for (; place; place = place->twin)
        if (region_holds(place->code, own) || region_holds(own, place->code) ||
            place->code.s[0] == '7' || place->code.s[0] == '8')
            return true;
    return false;
}

/* ---- excuses ---- */

/* What stands before the mention in its sentence, and behind it. */
static struct str near_before(struct str text, size_t begin)
{
    return char_since(char_left(text, begin, NEAR_BEFORE), "。；\n");
}

static struct str near_behind(struct str text, size_t end)
{
    return char_until(char_right(text, end, OFFICE_MOST), "。；\n");
}

/* 异地、例如…… before it, 等地 behind it. */
static bool is_example(struct str text, size_t begin, size_t end)
{
    static const char *const before[] = {
        "异地",   "外地",   "外省", "省外", "跨省",   "市外",   "县外",
        "转往",   "转诊",   "转院", "转外", "就医地", "转出地", "转入地",
        "参保地", "居住地", "户籍", "例如", "比如",   "譬如",   "举例",
        "来自",   "对口",   "毗邻", "相邻", "合作",   "通办",   "原",
    };
    static const char *const behind[] = {"等",   "户籍", "籍",   "住院", "就医",
                                         "居住", "务工", "就读", "工作", "定居",
                                         "转来", "转入", "转出"};
    struct str ahead = near_before(text, begin);
    return WORDS_INSIDE(ahead, before) || str_ends(ahead, STR("如")) ||
           WORDS_BEGIN(str_from(text, end), behind);
}

/* A hospital, a shop, a firm that is called after its place. */
static bool is_firm(struct str text, size_t end)
{
    static const char *const firms[] = {
        "医院", "药房", "药店", "卫生院", "诊所",   "大学", "学院", "学校", "中学",
        "公司", "银行", "分行", "支行",   "保健院", "集团", "协会", "商会"};
    struct str behind = char_until(near_behind(text, end), "，、》");
    return WORDS_INSIDE(behind, firms);
}

/* Two places with only 、 or 和 between them: a list of places. */
static bool is_listed(const struct toponym *a, const struct toponym *b)
{
    static const char *const joints[] = {"、", "和", "与", "及", "或", "至", "到", "—"};
    const char *end = a->words.s + a->words.n;
    struct str gap = {end, (size_t)(b->words.s - end)};
    return gap.n == 3 && WORDS_BEGIN(gap, joints);
}

/* The title in 《》 around the mention; "": there is none. */
static struct str title_around(struct str text, size_t begin, size_t end)
{
    struct str before = char_left(text, begin, TITLE_MOST);
    struct str behind = char_right(text, end, TITLE_MOST);
    struct str head = char_since(before, "《》"), tail = char_until(behind, "《》");
    size_t from = begin - head.n, to = end + tail.n;
    bool inside = char_before(text, from) == 0x300A && char_at(text, to) == 0x300B;
    return inside ? str_slice(text, from, to) : STR("");
}

/* Without a last bracket: （试行）, （2022—2024年）. */
static struct str without_bracket(struct str title)
{
    if (!str_ends(title, STR("）")) && !str_ends(title, STR(")")))
        return title;
    struct str last = char_since(str_slice(title, 0, title.n - 1), "（(");
    size_t at = (size_t)(last.s - title.s);
    return at ? str_slice(title, 0, at - (title.s[at - 1] == '(' ? 1 : 3)) : title;
}

/* The title of a document, which is as it is; forms are the catalog's own. */
static bool is_document(struct str title)
{
    static const char *const ends[] = {"通知", "办法", "规定", "条例", "意见", "细则",
                                       "方案", "规程", "决定", "公告", "批复", "计划",
                                       "标准", "通告", "决议", "纪要", "规划", "规范"};
    return title.n &&
           (str_has(title, STR("关于")) || WORDS_END(without_bracket(title), ends));
}

/* 长沙市医疗保障局关于…, 长沙市医疗保障局《…》, 长沙市政府令第3号. */
static bool is_issuer(struct str text, size_t end)
{
    static const char *const signs[] = {"关于", "〔", "《", "印发", "令第", "转发"};
    return WORDS_INSIDE(near_behind(text, end), signs);
}

/* The seat of the region's own prefecture: 益阳市赫山区 in the catalog of 沅江市. */
static bool is_seat(const struct check *check, const struct toponym *m)
{
    return m->n > 1 && str_ends(m->place[m->n - 1]->name, STR("区")) &&
           toponym_own(check, m->place[m->n - 2]);
}

bool toponym_excused(const struct check *check, const struct text *t,
                     const struct toponyms *all, size_t which)
{
    const struct toponym *m = &all->at[which];
    size_t begin = (size_t)(m->words.s - t->words.s), end = begin + m->words.n;
    if ((which && is_listed(&all->at[which - 1], m)) ||
        (which + 1 < all->n && is_listed(m, &all->at[which + 1])))
        return true;
    struct str title = title_around(t->words, begin, end);
    if (title.n)
        return is_document(title);
    return is_example(t->words, begin, end) || is_firm(t->words, end) ||
           is_issuer(t->words, end) || (is_seat(check, m) && t->part == TEXT_FIELD);
}

/* ---- offices ---- */

struct str toponym_office(struct str text, const struct toponym *m)
{
    static const char *const ends[] = {"局",   "厅",     "中心", "委员会",
                                       "政府", "办公室", "大厅"};
    static const char *const breaks[] = {"到", "向", "在",   "由",   "的",  "和",
                                         "及", "或", "区域", "范围", "参保"};
    size_t end = (size_t)(m->words.s - text.s) + m->words.n;
    struct str behind = str_slice(text, end, end + OFFICE_MOST), rest = behind;
    size_t found = 0;
    while (rest.n) {
        size_t at = behind.n - rest.n;
        if (WORDS_BEGIN(rest, breaks) || !char_han(utf8_next(&rest)))
            break;
        struct str name = str_slice(behind, 0, behind.n - rest.n);
        if (at && WORDS_END(name, ends) && !str_eq(name, STR("中心")))
            found = name.n;
    }
    return found ? (struct str){m->words.s, m->words.n + found} : STR("");
}
