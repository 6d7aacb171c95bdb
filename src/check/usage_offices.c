/* The receiving office of one item written unlike that of nearly all others, and a place of
 * receipt without an address. */
#include "check/usage.h"

#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/words.h"

#include <stdlib.h>

enum { NEAR = 2, NEAR_LENGTH = 8 /* characters of names that can be compared */ };

/* 市医疗保障事务中心（以下简称“医保经办机构”） */
struct office {
    struct str whole; /* without the mark at its end */
    struct str name;
    struct str abbreviation; /* or "" */
};

static struct office office_of(struct str text)
{
    size_t size;
    while (text.n && rune_in(utf8_last(text, &size), "。；;"))
        text.n -= size;
    struct office o = {.whole = text, .name = text};
    size_t open = str_find(text, STR("（以下简称"));
    if (open == STR_NONE)
        return o;
    o.name = str_slice(text, 0, open);
    o.abbreviation = str_from(text, open + STR("（以下简称").n);
    size_t close = str_find(o.abbreviation, STR("）"));
    o.abbreviation = str_slice(o.abbreviation, 0, close);
    return o;
}

static int by_words(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* The text that most items show in the field, when nearly all do; "" else. */
static struct str usual_text(struct check *check, enum field_id id, size_t *count)
{
    struct str_list shown = {0};
    for (size_t i = 0; i < check->items.n; i++) {
        struct str text = field_text(item_field(check->items.at[i].item, id));
        if (text.n)
            *vec_push(check->arena, &shown) = office_of(text).whole;
    }
    struct str usual = STR("");
    *count = 0;
    if (shown.n)
        qsort(shown.at, shown.n, sizeof *shown.at, by_words);
    for (size_t from = 0, to; from < shown.n; from = to) {
        for (to = from + 1; to < shown.n && str_eq(shown.at[to], shown.at[from]); to++)
            ;
        if (to - from > *count) {
            *count = to - from;
            usual = shown.at[from];
        }
    }
    return usage_is_odd(shown.n - *count, *count) ? usual : STR("");
}

/* A kind of office, not one of them: 医疗保障经办机构窗口. */
static bool is_kind(const struct check *check, struct str name)
{
    static const char *const kinds[] = {"经办机构", "主管部门", "相关部门", "有关部门",
                                        "医保部门"};
    struct str region = check->catalog->region_name;
    return WORDS_INSIDE(name, kinds) && !(region.n && str_has(name, region)) &&
           !str_has(name, STR("中心")) && !str_has(name, STR("局"));
}

/* Names that differ by a number, a direction or a level are those of two offices. */
static bool is_other(struct str one, struct str two)
{
    static const char *const signs[] = {"一", "二", "三", "四", "五", "六", "七", "八",
                                        "九", "东", "西", "南", "北", "上", "下", "省",
                                        "市", "县", "区", "乡", "镇", "村", "分"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_has(one, str_of(signs[i])) != str_has(two, str_of(signs[i])))
            return true;
    for (size_t i = 0; i < one.n; i++)
        if (char_digit((unsigned char)one.s[i]))
            return true;
    return false;
}

static void check_office(struct check *check, const struct text *t,
                         const struct office *usual, size_t count)
{
    struct office own = office_of(t->words);
    struct advice advice = {.expected = usual->whole};
    struct str region = check->catalog->region_name;
    if (str_has(own.name, usual->name))
        return;
    /* That of another place is told by office-other. */
    bool abroad = region.n && str_has(own.name, region) != str_has(usual->name, region);
    if (own.abbreviation.n && str_eq(own.abbreviation, usual->abbreviation))
        report_text(check, t, own.name, &advice, DIAG_OFFICE_ABBREVIATION,
                    STR_ARG(own.abbreviation), STR_ARG(own.name), count,
                    STR_ARG(usual->name));
    else if (is_kind(check, own.name) && !is_kind(check, usual->name)) {
        if (str_has(t->words, STR("、"))) /* only one of several offices is unnamed */
            advice.expected = STR("");
        report_text(check, t, own.name, &advice, DIAG_OFFICE_KIND, STR_ARG(own.name),
                    count, STR_ARG(usual->name));
    } else if (!abroad && utf8_count(own.name) >= NEAR_LENGTH &&
               !is_other(own.name, usual->name) &&
               str_distance(own.name, usual->name, NEAR) <= NEAR)
        report_text(check, t, own.name, &advice, DIAG_OFFICE_NEAR, STR_ARG(own.name),
                    count, STR_ARG(usual->name));
}

void check_office_names(struct check *check)
{
    static const enum field_id fields[] = {FIELD_AGENCY, FIELD_BODY};
    for (size_t k = 0; k < sizeof fields / sizeof *fields; k++) {
        size_t count;
        struct office usual = office_of(usual_text(check, fields[k], &count));
        for (size_t i = 0; usual.name.n && i < check->text_count; i++)
            if (check->texts[i].part == TEXT_FIELD && check->texts[i].field == fields[k])
                check_office(check, &check->texts[i], &usual, count);
    }
}

/* ---- places ---- */

/* What follows 现场办理：; "" for other lines. */
static struct str place_in(struct str line)
{
    static const char *const heads[] = {"现场", "线下", "窗口", "大厅"};
    size_t colon = str_find(line, STR("："));
    if (colon == STR_NONE)
        colon = str_find(line, STR(":"));
    if (colon == STR_NONE || !WORDS_BEGIN(line, heads))
        return STR("");
    struct str place = str_from(line, colon + char_size(line, colon));
    size_t size;
    while (place.n && rune_in(utf8_last(place, &size), "。；;"))
        place.n -= size;
    return place;
}

static bool has_address(struct str place)
{
    static const char *const signs[] = {"路", "街", "大道", "巷", "号", "楼", "大厦"};
    return WORDS_INSIDE(place, signs);
}

/* Only words for any such place: 医保经办机构办事大厅. */
static bool is_vague(struct str place)
{
    static const char *const words[] = {
        "医疗保障", "医疗保险", "医保", "社保", "经办", "机构",   "办事", "服务",
        "政务",     "大厅",     "窗口", "到",   "各",   "所在地", "就近", "当地"};
    size_t at = 0;
    while (at < place.n) {
        size_t longest = 0;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            struct str word = str_of(words[i]);
            if (word.n > longest && str_starts(str_from(place, at), word))
                longest = word.n;
        }
        if (!longest)
            return false;
        at += longest;
    }
    return place.n > 0;
}

void check_places_vague(struct check *check)
{
    size_t vague = 0, exact = 0;
    for (int told = 0; told < 2; told++) {
        for (size_t i = 0; i < check->text_count; i++) {
            const struct text *t = &check->texts[i];
            if (t->field != FIELD_CHANNELS || t->part != TEXT_FIELD || t->attribute)
                continue;
            struct str place = place_in(t->words);
            if (told && is_vague(place))
                report_text(check, t, place, NULL, DIAG_PLACE_VAGUE, STR_ARG(place),
                            exact);
            exact += !told && has_address(place);
            vague += !told && is_vague(place);
        }
        if (!usage_is_odd(vague, exact))
            return;
    }
}
