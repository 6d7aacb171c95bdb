/* Numbers by themselves, and channels that are none. */
#include "check/contacts.h"

#include "catalog/fields.h"
#include "check/text_known.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool is_contact(enum field_id id)
{
    return id == FIELD_CHANNELS || id == FIELD_INQUIRY || id == FIELD_SUPERVISION ||
           id == FIELD_EVALUATION;
}

struct calls calls_of(struct check *check)
{
    struct calls calls = {0};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        size_t at = 0;
        struct phone phone;
        bool code = t->attribute && t->part == TEXT_HEAD;
        if (!(t->marks & TEXT_DIGIT) || code || text_lacks(t, TEXT_LACKS_PHONES))
            continue;
        bool spoken = t->part == TEXT_FIELD && t->field == FIELD_SUPERVISION;
        size_t before = calls.n;
        while (phone_next(check->arena, t->words, &at, spoken, &phone))
            *vec_push(check->arena, &calls) = (struct call){t, phone};
        text_note(t, TEXT_LACKS_PHONES, calls.n == before);
    }
    return calls;
}

/* ---- phone-shape ---- */

static void check_shape(struct check *check, const struct call *call)
{
    enum diag_code code = DIAG_COUNT;
    struct advice advice = {.proposal = call->phone.number, .safe = true};
    switch (call->phone.fault) {
    case PHONE_FINE: return;
    case PHONE_WIDE: code = DIAG_PHONE_WIDE; break;
    case PHONE_DASH: code = DIAG_PHONE_DASH; break;
    case PHONE_JOINT: code = DIAG_PHONE_JOINT; break;
    case PHONE_AREA: code = DIAG_PHONE_AREA_SHAPE; break;
    case PHONE_COUNT: code = DIAG_PHONE_COUNT; break;
    }
    report_text(check, call->text, call->phone.text, &advice, code,
                STR_ARG(call->phone.text));
}

/* ---- phone-channel ---- */

/* The part of the text that says one channel: from mark to mark (；。 or a line). */
static struct str segment(struct str words, struct str piece)
{
    static const struct str ends[] = {STR_INIT("；"), STR_INIT("。"), STR_INIT(";"),
                                      STR_INIT("\n")};
    size_t from = 0, to = words.n, at = (size_t)(piece.s - words.s), last = at + piece.n;
    for (size_t i = 0; i < COUNT(ends); i++) {
        for (size_t k = from; k + ends[i].n <= at; k++)
            if (str_starts(str_from(words, k), ends[i]))
                from = k + ends[i].n;
        size_t found = str_find(str_from(words, last), ends[i]);
        if (found != STR_NONE && last + found < to)
            to = last + found;
    }
    return str_trim(str_slice(words, from, to));
}

/* The length of 线上…： at the front of a segment, 0 for another. */
static size_t online_label(struct str s, size_t *colon)
{
    static const struct str online[] = {STR_INIT("线上"), STR_INIT("网上"),
                                        STR_INIT("在线")};
    enum { LABEL_MOST = 6 * 3 };
    size_t wide = str_find(s, STR("：")), half = str_find(s, STR(":"));
    size_t end = wide < half ? wide : half;
    *colon = wide < half ? STR("：").n : 1;
    for (size_t i = 0; end != STR_NONE && end <= LABEL_MOST && i < COUNT(online); i++)
        if (str_starts(s, online[i]))
            return end;
    return 0;
}

/* True when nothing stands there but numbers and the words for them. */
static bool only_phones(struct str s)
{
    static const struct str words[] = {
        STR_INIT("查询"), STR_INIT("咨询"), STR_INIT("联系"), STR_INIT("服务"),
        STR_INIT("办理"), STR_INIT("电话"), STR_INIT("热线"), STR_INIT("号码"),
        STR_INIT("拨打"), STR_INIT("："),   STR_INIT("、"),   STR_INIT("，"),
        STR_INIT("（"),   STR_INIT("）"),   STR_INIT("或")};
    while (s.n) {
        size_t i = 0;
        while (i < COUNT(words) && !str_starts(s, words[i]))
            i++;
        bool plain = (s.s[0] >= '0' && s.s[0] <= '9') || s.s[0] == '-' || s.s[0] == ' ' ||
                     s.s[0] == ':' || s.s[0] == ',' || s.s[0] == '(' || s.s[0] == ')';
        if (i == COUNT(words) && !plain)
            return false;
        s = str_from(s, i < COUNT(words) ? words[i].n : 1);
    }
    return true;
}

/* The segment of a call when it gives the number as an online channel; else "". */
static struct str online_segment(const struct call *call)
{
    const struct text *t = call->text;
    if (t->part != TEXT_FIELD || !is_contact(t->field))
        return STR("");
    struct str s = segment(t->words, call->phone.text);
    size_t colon, label = online_label(s, &colon);
    return label && only_phones(str_from(s, label + colon)) ? s : STR("");
}

/* An item that is itself an inquiry is handled by inquiring. */
static bool is_inquiry(const struct text *t)
{
    static const struct str word = STR_INIT("查询");
    return (t->subject && str_has(t->subject->title, word)) ||
           (t->item && str_has(field_text(item_field(t->item, FIELD_TITLE)), word));
}

/* 线上查询 in 办理渠道 is told by channel-inquiry, with the number. */
static bool is_inquiry_label(const struct text *t, struct str label)
{
    return t->field == FIELD_CHANNELS && str_ends(label, STR("查询")) && !is_inquiry(t);
}

/* The number as it is written, to the end of the segment. */
static struct str online_number(const struct call *call, struct str s)
{
    struct str rest = str_from(s, (size_t)(call->phone.text.s - s.s));
    if (str_ends(rest, STR("）")))
        rest.n -= STR("）").n;
    return rest;
}

static void tell_online(struct check *check, const struct call *call, struct str s)
{
    enum { ONLINE = 2 * 3 };
    const struct text *t = call->text;
    size_t colon;
    struct str label = str_slice(s, 0, online_label(s, &colon));
    struct str rest = online_number(call, s), kind = str_from(label, ONLINE);
    struct advice advice = {0};
    if (is_inquiry_label(t, label)) {
        report_text(check, t, label, NULL, DIAG_CHANNEL_INQUIRY_PHONE, STR_ARG(label),
                    STR_ARG(rest));
        return;
    }
    if (t->field == FIELD_INQUIRY) /* 办理 and 查询 may be mixed up as well */
        advice.proposal =
            str_print(check->arena, "电话%.*s：%.*s", STR_ARG(kind), STR_ARG(rest));
    report_text(check, t, s, &advice,
                t->field == FIELD_CHANNELS ? DIAG_PHONE_CHANNEL_HANDLING
                                           : DIAG_PHONE_CHANNEL,
                STR_ARG(label), STR_ARG(rest));
}

void check_phone_shapes(struct check *check, const struct calls *calls)
{
    const char *told = NULL; /* the segment of the call before */
    for (size_t i = 0; i < calls->n; i++) {
        const struct call *call = &calls->at[i];
        check_shape(check, call);
        struct str s = online_segment(call);
        if (s.n && s.s != told)
            tell_online(check, call, s);
        told = s.n ? s.s : told;
    }
}

/* ---- channel-inquiry ---- */

/* The label of a channel that begins 现场查询：; "" for another. */
static struct str inquiry_label(struct str words)
{
    static const struct str places[] = {STR_INIT("现场"), STR_INIT("线上"),
                                        STR_INIT("网上"), STR_INIT("在线"),
                                        STR_INIT("窗口"), STR_INIT("电话")};
    static const struct str word = STR_INIT("查询");
    for (size_t i = 0; i < COUNT(places); i++) {
        struct str rest = str_from(words, places[i].n), behind = str_from(rest, word.n);
        if (str_starts(words, places[i]) && str_starts(rest, word) &&
            (str_starts(behind, STR("：")) || str_starts(behind, STR(":"))))
            return str_slice(words, 0, places[i].n + word.n);
    }
    return STR("");
}

/* ---- channel-steps ---- */

/* What a step calls the ways to apply, when one of them is online; "" where it does not. */
static struct str online_way(struct str words)
{
    static const struct str ways[] = {STR_INIT("线上或现场"), STR_INIT("现场或线上"),
                                      STR_INIT("网上或现场"), STR_INIT("现场或网上"),
                                      STR_INIT("线上或线下"), STR_INIT("线下或线上"),
                                      STR_INIT("网上或窗口"), STR_INIT("窗口或网上")};
    for (size_t i = 0; i < COUNT(ways); i++) {
        size_t at = str_find(words, ways[i]);
        if (at != STR_NONE)
            return str_slice(words, at, at + ways[i].n);
    }
    return STR("");
}

static bool has_online(const struct field *channels)
{
    static const struct str words[] = {
        STR_INIT("线上"), STR_INIT("网"),     STR_INIT("在线"),   STR_INIT("平台"),
        STR_INIT("APP"),  STR_INIT("app"),    STR_INIT("App"),    STR_INIT("小程序"),
        STR_INIT("微信"), STR_INIT("公众号"), STR_INIT("支付宝"), STR_INIT("手机"),
        STR_INIT("掌上"), STR_INIT("www"),    STR_INIT("http"),   STR_INIT("系统")};
    for (size_t i = 0; i < channels->entries.n; i++)
        for (size_t k = 0; k < COUNT(words); k++)
            if (str_has(channels->entries.at[i].text, words[k]) ||
                str_has(channels->entries.at[i].name, words[k]))
                return true;
    return false;
}

void check_channel_steps(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part != TEXT_FIELD || t->field != FIELD_PROCESS || !t->item)
            continue;
        struct str way = online_way(t->words);
        const struct field *channels = field_shown(item_field(t->item, FIELD_CHANNELS));
        if (way.n && !field_empty(channels) && !has_online(channels))
            report_text(check, t, way, NULL, DIAG_CHANNEL_STEPS, STR_ARG(way));
    }
}

/* True when the text begins with an online channel that is a number only: told with it.
 * Moves *at, a place in the calls, which are in the order of the texts, up to the text. */
static bool is_told(const struct calls *calls, size_t *at, const struct text *t)
{
    while (*at < calls->n && calls->at[*at].text < t)
        ++*at;
    return *at < calls->n && calls->at[*at].text == t &&
           online_segment(&calls->at[*at]).s == t->words.s;
}

void check_channels(struct check *check, const struct calls *calls)
{
    size_t at = 0;
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part != TEXT_FIELD || t->field != FIELD_CHANNELS || is_inquiry(t))
            continue;
        struct str label = inquiry_label(t->words);
        if (!label.n || is_told(calls, &at, t))
            continue;
        struct str place = str_slice(label, 0, label.n - STR("查询").n);
        struct advice advice = {.proposal =
                                    str_print(check->arena, "%.*s办理", STR_ARG(place))};
        report_text(check, t, label, &advice, DIAG_CHANNEL_INQUIRY, STR_ARG(label));
    }
}
