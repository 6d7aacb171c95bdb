/* Names of the values in codes: 事项类型 as three independent code bases give them, 行使层级,
 * and the provinces of GB/T 2260. */
#include "catalog/code.h"

struct name {
    const char *value, *name;
};

/* clang-format off */
static const struct name types[] = {
    {"01", "行政许可"}, {"02", "行政处罚"}, {"03", "行政强制"}, {"04", "行政征收"},
    {"05", "行政给付"}, {"06", "行政检查"}, {"07", "行政确认"}, {"08", "行政奖励"},
    {"09", "行政裁决"}, {"10", "其他行政权力"}, {"20", "公共服务"},
};
static const struct name levels[] = {
    {"1", "国家"}, {"2", "省"}, {"3", "地市"}, {"4", "区县"}, {"5", "乡镇"}, {"6", "村"},
};
/* 66 is no province of GB/T 2260; 新疆生产建设兵团 uses it in its own directory. */
static const struct name directories[] = {
    {"00", "国家"},
    {"11", "北京市"}, {"12", "天津市"}, {"13", "河北省"}, {"14", "山西省"}, {"15", "内蒙古自治区"},
    {"21", "辽宁省"}, {"22", "吉林省"}, {"23", "黑龙江省"},
    {"31", "上海市"}, {"32", "江苏省"}, {"33", "浙江省"}, {"34", "安徽省"}, {"35", "福建省"},
    {"36", "江西省"}, {"37", "山东省"},
    {"41", "河南省"}, {"42", "湖北省"}, {"43", "湖南省"}, {"44", "广东省"},
    {"45", "广西壮族自治区"}, {"46", "海南省"},
    {"50", "重庆市"}, {"51", "四川省"}, {"52", "贵州省"}, {"53", "云南省"}, {"54", "西藏自治区"},
    {"61", "陕西省"}, {"62", "甘肃省"}, {"63", "青海省"}, {"64", "宁夏回族自治区"},
    {"65", "新疆维吾尔自治区"}, {"66", "新疆生产建设兵团"},
    {"71", "台湾省"}, {"81", "香港特别行政区"}, {"82", "澳门特别行政区"},
};
/* clang-format on */

static const char *find(const struct name *table, size_t n, struct str value)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(value, str_of(table[i].value)))
            return table[i].name;
    return "";
}
#define FIND(table, value) find(table, sizeof(table) / sizeof *(table), value)

const char *code_type_name(struct str type)
{
    return FIND(types, type);
}

const char *code_level_name(struct str level)
{
    return FIND(levels, level);
}

const char *code_directory_name(struct str directory)
{
    return FIND(directories, directory);
}
