/* The formal elements of a notice: 署名, 成文日期, 发文字号, 主送机关, 附注. */
#include "check/notice.h"

#include "base/utf8.h"
#include "catalog/place.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/words.h"

const struct text *notice_text(const struct check *check, struct str words)
{
    for (size_t i = 0; words.n && i < check->text_count; i++)
        if (check->texts[i].words.s == words.s)
            return &check->texts[i];
    return NULL;
}

struct str notice_bare(struct arena *a, struct str name)
{
    char *bare = arena_alloc(a, name.n + 1);
    size_t n = 0;
    for (size_t i = 0, size; i < name.n; i += size) {
        size = char_size(name, i);
        uint32_t c = char_at(name, i);
        if (rune_in(c, " \t\n　《》〈〉<>“”\""))
            continue;
        memcpy(bare + n, name.s + i, size);
        n += size;
    }
    return (struct str){bare, n};
}

/* ---- what is missing ---- */

static void report_missing(struct check *check, struct str expected, enum diag_code code)
{
    struct advice advice = {.expected = expected};
    report_subject(check, NULL, check->catalog->notice.at, STR("notice"), &advice, code);
}

/* True when the characters of `part` stand in `whole` in this order: 县医保局 is short for
 * 县医疗保障局. */
static bool is_short(struct str part, struct str whole)
{
    while (part.n && whole.n)
        if (utf8_next(&whole) == char_at(part, 0))
            part = str_from(part, char_size(part, 0));
    return !part.n;
}

bool notice_akin(struct arena *a, struct str one, struct str two)
{
    struct str x = notice_bare(a, one), y = notice_bare(a, two);
    return is_short(x, y) || is_short(y, x);
}

void check_notice_signer(struct check *check)
{
    const struct catalog *c = check->catalog;
    const struct text *signer = notice_text(check, c->notice.signer);
    if (!signer) {
        report_missing(check, c->issuer, DIAG_NOTICE_SIGNER);
    } else if (c->issuer.n && !notice_akin(check->arena, c->notice.signer, c->issuer)) {
        struct advice advice = {.expected = c->issuer};
        report_text(check, signer, STR(""), &advice, DIAG_NOTICE_SIGNER_OTHER,
                    STR_ARG(c->notice.signer), STR_ARG(c->issuer));
    }
}

/* ---- dates: all are ISO, or "" ---- */

void check_notice_dates(struct check *check)
{
    const struct catalog *c = check->catalog;
    const struct notice *n = &c->notice;
    if (!n->date.n) {
        report_missing(check, c->document_date, DIAG_NOTICE_DATE);
        return;
    }
    struct pos at = place_inside(&c->source, n->at, "date");
    if (c->document_date.n && !str_eq(n->date, c->document_date)) {
        struct advice advice = {.expected = c->document_date};
        report_subject(check, NULL, at.offset, STR("notice"), &advice,
                       DIAG_NOTICE_DATE_OTHER, STR_ARG(n->date),
                       STR_ARG(c->document_date));
    }
    if (n->printed_date.n && str_cmp(n->printed_date, n->date) < 0)
        report_subject(check, NULL, place_inside(&c->source, n->at, "printed").offset,
                       STR("notice"), NULL, DIAG_NOTICE_PRINTED, STR_ARG(n->printed_date),
                       STR_ARG(n->date));
}

/* ---- the number ---- */

/* The byte behind 〔2020〕, however its brackets are written; STR_NONE: there is no year in
 * brackets. *from is the byte of the bracket. */
static size_t find_year(struct str number, size_t *from)
{
    for (size_t i = 0, size; i < number.n; i += size) {
        size = char_size(number, i);
        if (!rune_in(char_at(number, i), "〔[［【（("))
            continue;
        size_t k = i + size, digits = 0;
        while (char_digit(char_at(number, k)))
            k++, digits++;
        if (digits == 4 && rune_in(char_at(number, k), "〕]］】）)")) {
            *from = i;
            return k + char_size(number, k);
        }
    }
    return STR_NONE;
}

/* Wrong brackets, a serial with 第 or 0 in front and a missing 号 are those of any citation:
 * basis-brackets and basis-number tell them. Orders (令第3号) and 公告 have no year. */
static bool has_shape(struct str number)
{
    size_t from = 0, end = find_year(number, &from);
    if (end == STR_NONE)
        return str_has(number, STR("令")) || str_has(number, STR("公告"));
    return from > 0 && end < number.n;
}

struct str notice_year(struct str number)
{
    size_t from = 0, end = find_year(number, &from);
    if (end == STR_NONE)
        return STR("");
    from += char_size(number, from);
    return str_slice(number, from, from + 4);
}

void check_notice_number(struct check *check)
{
    const struct catalog *c = check->catalog;
    const struct notice *n = &c->notice;
    const struct text *t = notice_text(check, n->number);
    if (!t) {
        bool open = str_ends(n->title, STR("公告")) || str_ends(n->title, STR("通告"));
        if (c->document_number.n || !open)
            report_missing(check, c->document_number, DIAG_NOTICE_NUMBER_NONE);
        return;
    }
    if (!has_shape(n->number))
        report_text(check, t, STR(""), NULL, DIAG_NOTICE_NUMBER, STR_ARG(n->number));
    struct str own = notice_bare(check->arena, n->number);
    if (has_shape(n->number) && c->document_number.n &&
        !str_eq(own, notice_bare(check->arena, c->document_number)))
        report_text(check, t, STR(""), NULL, DIAG_NOTICE_NUMBER_OTHER, STR_ARG(n->number),
                    STR_ARG(c->document_number));
    struct str year = notice_year(n->number);
    if (year.n && n->date.n && !str_starts(n->date, year))
        report_text(check, t, notice_year(t->words), NULL, DIAG_NOTICE_NUMBER_YEAR,
                    STR_ARG(year), STR_ARG(n->date));
}

/* ---- whom it is for ---- */

void check_notice_to(struct check *check)
{
    const struct notice *n = &check->catalog->notice;
    const struct text *t = notice_text(check, n->to);
    if (!t) {
        if (str_ends(str_trim(n->title), STR("的通知")))
            report_missing(check, STR(""), DIAG_NOTICE_TO_NONE);
        return;
    }
    size_t size;
    uint32_t last = utf8_last(n->to, &size);
    if (last == ':' || rune_in(last, "："))
        return; /* a half-width colon is one of many: text-width */
    struct str piece = str_from(n->to, n->to.n - size);
    bool mark = char_stop(last) || rune_in(last, ";.,");
    struct advice advice = {
        .proposal = mark ? STR("：") : str_print(check->arena, "%.*s：", STR_ARG(piece)),
        .safe = true};
    report_text(check, t, piece, &advice, DIAG_NOTICE_TO, STR_ARG(n->to));
}

/* ---- the remark ---- */

/* Without the blanks of an indent, U+3000 too. */
static struct str unindented(struct str line)
{
    line = str_trim(line);
    while (str_starts(line, STR("　")))
        line = str_trim(str_from(line, STR("　").n));
    return line;
}

/* A line of the text that is a remark: （此件主动公开）. */
static bool is_remark(struct str line)
{
    bool open = str_starts(line, STR("（")) || str_starts(line, STR("("));
    bool close = str_ends(line, STR("）")) || str_ends(line, STR(")"));
    return open && close && (str_has(line, STR("此件")) || str_has(line, STR("联系人")));
}

void check_notice_remark(struct check *check)
{
    const struct notice *n = &check->catalog->notice;
    const struct text *remark = notice_text(check, n->remark);
    if (remark && !str_starts(n->remark, STR("（")) && !str_starts(n->remark, STR("("))) {
        struct advice advice = {
            .proposal = str_print(check->arena, "（%.*s）", STR_ARG(n->remark))};
        report_text(check, remark, STR(""), &advice, DIAG_NOTICE_REMARK,
                    STR_ARG(n->remark));
    }
    const struct text *body = notice_text(check, n->body);
    struct str rest = n->body, line;
    while (body && str_cut(&rest, '\n', &line))
        if (is_remark(unindented(line))) {
            struct str piece = unindented(line);
            report_text(check, body, piece, NULL, DIAG_NOTICE_ORDER, STR_ARG(piece));
        }
}
