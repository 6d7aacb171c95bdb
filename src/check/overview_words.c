/* The words of an overview: the same on the page and in the workbook. */
#include "check/overview.h"

static const struct {
    const char *sign, *meaning;
} kinds[STANDING_KINDS] = {
    {"缺", "目录里没有这个全国事项"},
    {"更名", "编码相同，事项名称与全国清单不同（简称、括号里的说明不算）"},
    {"超期", "办理时限比全国清单长"},
    {"移位", "列在与全国清单不同的主项下"},
};

struct str standing_text(struct arena *a, unsigned char standing)
{
    struct str text = STR("");
    for (size_t k = 0; k < STANDING_KINDS; k++) {
        if (!((standing >> k) & 1))
            continue;
        struct str sign = str_of(kinds[k].sign);
        text = text.n ? str_print(a, "%.*s\n%.*s", STR_ARG(text), STR_ARG(sign)) : sign;
    }
    return text.n ? text : STR("√");
}

struct str sum_head(size_t i)
{
    return i ? str_of(kinds[i - 1].sign) : STR("相符");
}

struct str sum_meaning(size_t i)
{
    return i ? str_of(kinds[i - 1].meaning) : STR("有这个事项，与全国清单一致");
}

size_t sum_of(const struct standing_tally *t, size_t i)
{
    return i ? t->kinds[i - 1] : t->present;
}

struct str region_absence(struct arena *a, const struct overview *o,
                          const struct overview_region *r)
{
    switch (r->state) {
    case REGION_COMPARED: return STR("");
    case REGION_NO_LIST: return STR("目录没有写对照的清单（scheme 为空）");
    case REGION_LIST_OFF:
        return str_print(a, "目录写的清单“%.*s”读不到", STR_ARG(r->scheme));
    case REGION_UNREAD: return STR("目录读不了，只有读入时的错误");
    case REGION_OTHER:
        for (size_t i = 0; i < o->lists.n; i++)
            if (str_eq(o->lists.at[i].id, r->scheme))
                return str_print(a, "对照的是另一份清单：%.*s（%.*s）",
                                 STR_ARG(o->lists.at[i].title), STR_ARG(r->scheme));
    }
    return STR("");
}

struct str region_name(const struct overview_region *r)
{
    return r->name.n ? r->name : r->id;
}

struct str region_rate(struct arena *a, const struct overview_region *r,
                       enum severity severity)
{
    size_t items = r->items ? r->items : 1;
    size_t hundredths = (r->severity[severity] * 200 + items) / (2 * items);
    return str_print(a, "%zu.%02zu", hundredths / 100, hundredths % 100);
}

const char *ranking_rule(void)
{
    return "按平均每个事项的错误数从多到少排，错误最多的在最前；相同的，看平均每个事项的"
           "警告数；都相同的名次并列，按行政区划代码先后排列。提示和已说明理由的问题不计"
           "。";
}
