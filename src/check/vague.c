/* Words that do not say what to bring: 其他材料, 相关证明材料, 身份证等资料.
 *
 * A vague phrase is an opener (其他, 相关 …), a few characters, and a closer (材料, 证明 …). It is fine
 * when what it means is listed: behind it (相关材料：①…, 证明材料（…）) or before it with 等 and at
 * least three things (认定书、判决书、调解书等相关证明材料). What brackets explain is not a thing more. */
#include "check/materials.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/text_known.h"
#include "check/words.h"

enum { CHARACTER = 3, LISTED_LEAST = 2 /* separators: three things */ };

enum vague_kind {
    VAGUE_OPEN,  /* anything may be asked for */
    VAGUE_LOOSE, /* something certain is meant, but not said */
    VAGUE_NEEDED /* what is needed in a case: only a list right before it ends it */
};

/* clang-format off */
static const struct opener {
    struct str word;
    size_t gap; /* characters that may stand before the closer */
    enum vague_kind kind;
} openers[] = {
    {STR_INIT("其他"),   6, VAGUE_OPEN},
    {STR_INIT("其它"),   6, VAGUE_OPEN},
    {STR_INIT("相关"),   2, VAGUE_LOOSE},
    {STR_INIT("有关"),   2, VAGUE_LOOSE},
    {STR_INIT("相应"),   2, VAGUE_LOOSE},
    {STR_INIT("必要的"), 4, VAGUE_NEEDED},
    {STR_INIT("必需的"), 4, VAGUE_NEEDED},
    {STR_INIT("附加"),   0, VAGUE_LOOSE},
    {STR_INIT("等"),     0, VAGUE_LOOSE},
};

static const struct str closers[] = {
    STR_INIT("证明材料"), STR_INIT("证明文件"), STR_INIT("材料"), STR_INIT("资料"), STR_INIT("证明"),
    STR_INIT("证件"), STR_INIT("手续"), STR_INIT("凭证"), STR_INIT("文件"), STR_INIT("证书"),
};

/* How every phrase begins: with an opener, or 等 and a closer. */
static const char *const beginnings[] = {
    "其他", "其它", "相关", "有关", "相应", "必要", "必需", "附加",
    "等证", "等材", "等资", "等手", "等凭", "等文",
};
const struct word_table vague_words = {
    beginnings, sizeof beginnings / sizeof *beginnings, sizeof *beginnings, NULL};

/* Between opener and closer: then it is not the papers that are unnamed. */
static const struct str stops[] = {
    STR_INIT("人"), STR_INIT("居民"), STR_INIT("单位"), STR_INIT("机构"), STR_INIT("部门"), STR_INIT("地区"),
    STR_INIT("情形"), STR_INIT("情况"), STR_INIT("家庭"), STR_INIT("成员"), STR_INIT("身份"), STR_INIT("合法"),
    STR_INIT("、"), STR_INIT("，"), STR_INIT("；"), STR_INIT("。"), STR_INIT("："), STR_INIT("（"),
    STR_INIT("）"), STR_INIT("《"), STR_INIT("》"), STR_INIT("“"), STR_INIT("”"), STR_INIT(","),
    STR_INIT(";"), STR_INIT(":"), STR_INIT("("), STR_INIT(")"), STR_INIT("\n"), STR_INIT(" "),
};

/* Behind the phrase: what is meant follows. */
static const struct str followers[] = {
    STR_INIT("："), STR_INIT(":"), STR_INIT("（"), STR_INIT("("), STR_INIT("①"), STR_INIT("，如"), STR_INIT(",如"),
    STR_INIT("如"), STR_INIT("，包括"), STR_INIT("包括"), STR_INIT("，即"), STR_INIT("，指"), STR_INIT("是指"), STR_INIT("清单"),
};

/* Just before it: what a place may ask besides (地方需增加其他材料必须事前公示). */
static const struct str additions[] = {STR_INIT("增加"), STR_INIT("新增")};

/* In the clause before it: what is not to be asked (不得要求提供其他材料). */
static const struct str refusals[] = {
    STR_INIT("不得"), STR_INIT("不再要求"), STR_INIT("不要求"), STR_INIT("无需"), STR_INIT("无须"), STR_INIT("不需"),
};

/* Before 相关证书: the profession says which (药学技术人员相关证书). */
static const struct str professions[] = {
    STR_INIT("技术人员"), STR_INIT("药师"), STR_INIT("医师"), STR_INIT("技师"), STR_INIT("护士"), STR_INIT("护理人员"),
    STR_INIT("从业人员"),
};

/* A new predicate. */
static const struct str askings[] = {
    STR_INIT("提供"), STR_INIT("提交"), STR_INIT("需"), STR_INIT("要求"),
};

/* In notes only what is asked for counts. */
static const struct str verbs[] = {
    STR_INIT("提供"), STR_INIT("提交"), STR_INIT("出具"), STR_INIT("携带"), STR_INIT("报送"),
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool has_any(struct str s, const struct str *table, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_has(s, table[i]))
            return true;
    return false;
}

static bool starts_any(struct str s, const struct str *table, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_starts(s, table[i]))
            return true;
    return false;
}

/* The length of the phrase that an opener begins, 0 for none. */
static size_t phrase(struct str s, const struct opener *o)
{
    for (size_t gap = 0; gap <= o->gap; gap++) {
        size_t at = o->word.n + gap * CHARACTER;
        struct str rest = str_from(s, at);
        for (size_t i = 0; i < COUNT(closers); i++)
            if (str_starts(rest, closers[i]))
                return has_any(str_slice(s, o->word.n, at), stops, COUNT(stops))
                           ? 0
                           : at + closers[i].n;
    }
    return 0;
}

/* Where the clause begins that `at` stands in: behind a mark that ends one, or a ①. */
static size_t clause_start(struct str words, size_t at)
{
    while (at > 0) {
        size_t size;
        uint32_t c = utf8_last(str_slice(words, 0, at), &size);
        if (c == 0xFF1B || c == ';' || c == 0x3002 || c == 0xFF1A || c == ':' ||
            c == '\n' || (c >= 0x2460 && c <= 0x2473))
            break;
        at -= size;
    }
    return at;
}

/* The list that ends in the 等 before the phrase. */
struct listing {
    size_t end;        /* of the last 等 outside of brackets; STR_NONE: there is none */
    size_t separators; /* before it: one less than the things */
};

static bool is_separator(uint32_t c)
{
    return c == 0x3001 || c == 0x6216 || c == 0x53CA; /* 、或及 */
}

/* Backwards, so that a phrase inside of brackets has its list there too. */
static struct listing listing_of(struct str before)
{
    struct listing l = {.end = STR_NONE};
    size_t depth = 0;
    while (before.n) {
        size_t size;
        uint32_t c = utf8_last(before, &size);
        before.n -= size;
        if (c == 0xFF09 || c == ')')
            depth++;
        else if (c == 0xFF08 || c == '(')
            depth -= depth > 0;
        else if (depth)
            continue;
        else if (c == 0x7B49 && l.end == STR_NONE) /* 等 */
            l.end = before.n;
        else if (l.end != STR_NONE)
            l.separators += is_separator(c);
    }
    return l;
}

/* True when what the phrase means is listed before it: 包括 …, or at least three things and 等
 * (认定书、判决书、调解书等公安机关出具的相关证明). A verb behind the 等 begins something else (变更姓名、性别、住址等信息的需
 * 提供相关证明). */
static bool is_listed(struct str before)
{
    struct listing l = listing_of(before);
    if (l.end == STR_NONE || has_any(str_from(before, l.end), askings, COUNT(askings)))
        return false;
    return l.separators >= LISTED_LEAST ||
           str_has(str_slice(before, 0, l.end), STR("包括"));
}

/* 等材料 says little: with the words before it, back to a mark or a verb. */
static struct str with_things(struct str words, size_t at, size_t size)
{
    enum { MOST = 14 };
    size_t from = at;
    for (int i = 0; i < MOST && from > 0; i++) {
        struct str head = str_slice(words, 0, from);
        size_t last;
        uint32_t c = utf8_last(head, &last);
        bool asks = false;
        for (size_t k = 0; k < COUNT(askings); k++)
            asks = asks || str_ends(head, askings[k]);
        if (asks || c < 0x80 || rune_in(c, "，；。：）（①②③④⑤⑥⑦⑧⑨"))
            break;
        from -= last;
    }
    return str_slice(words, from, at + size);
}

/* 公安部门开具的相关证明: with who gives it, back to a mark or to what is asked for besides. */
static struct str with_giver(struct str words, size_t at, size_t size)
{
    static const struct str gives[] = {STR_INIT("开具的"), STR_INIT("出具的")};
    enum { MOST = 12 };
    size_t from = 0;
    for (size_t i = 0; i < COUNT(gives); i++)
        if (str_ends(str_slice(words, 0, at), gives[i]))
            from = at - gives[i].n;
    if (!from)
        return str_slice(words, at, at + size);
    size_t giver = from;
    for (int i = 0; i < MOST && from > 0; i++) {
        size_t last;
        uint32_t c = utf8_last(str_slice(words, 0, from), &last);
        if (c < 0x80 || rune_in(c, "，；。：、）（需供交及或和①②③④⑤⑥⑦⑧⑨"))
            break;
        from -= last;
    }
    return from < giver ? str_slice(words, from, at + size)
                        : str_slice(words, at, at + size);
}

static bool ends_any(struct str s, const struct str *table, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_ends(s, table[i]))
            return true;
    return false;
}

/* Nothing vague is asked of the reader by the phrase behind `before`. */
static bool is_harmless(struct str before, struct str piece)
{
    struct str clause = char_since(char_since(before, "，"), ",");
    return ends_any(before, additions, COUNT(additions)) ||
           has_any(clause, refusals, COUNT(refusals)) ||
           (str_eq(piece, STR("相关证书")) &&
            ends_any(before, professions, COUNT(professions)));
}

/* The phrase that `o` begins asks for something it does not name; in notes only what is asked
 * for counts. */
static bool is_vague(struct str words, size_t at, size_t size, const struct opener *o,
                     bool notes)
{
    size_t start = clause_start(words, at);
    struct str before = str_slice(words, start, at);
    bool etc = str_eq(o->word, STR("等"));
    bool near = o->kind != VAGUE_NEEDED || str_ends(before, STR("等"));
    if (starts_any(str_from(words, at + size), followers, COUNT(followers)) ||
        (near && is_listed(etc ? str_slice(words, start, at + o->word.n) : before)))
        return false;
    if (notes && !has_any(before, verbs, COUNT(verbs)))
        return false;
    return !is_harmless(before, str_slice(words, at, at + size));
}

static void tell_phrase(struct check *check, const struct text *t, size_t at, size_t size,
                        const struct opener *o)
{
    bool chart = t->part == TEXT_FLOW, etc = str_eq(o->word, STR("等"));
    struct str piece =
        etc ? with_things(t->words, at, size) : with_giver(t->words, at, size);
    enum diag_code code = etc && chart            ? DIAG_MATERIAL_CHART_ETC
                          : etc                   ? DIAG_MATERIAL_ETC
                          : chart                 ? DIAG_MATERIAL_CHART
                          : o->kind == VAGUE_OPEN ? DIAG_MATERIAL_OPEN
                                                  : DIAG_MATERIAL_VAGUE;
    report_text(check, t, piece, NULL, code, STR_ARG(piece));
}

/* The first phrase from *at on: moves *at there; its opener, NULL for none. */
static const struct opener *next_phrase(struct str words, size_t *at, size_t *size)
{
    while (*at + CHARACTER < words.n) {
        struct str rest = str_from(words, *at);
        for (size_t i = 0; i < COUNT(openers); i++)
            if (str_starts(rest, openers[i].word) &&
                (*size = phrase(rest, &openers[i])) > 0)
                return &openers[i];
        utf8_next(&rest);
        *at = words.n - rest.n;
    }
    return NULL;
}

static void check_text(struct check *check, const struct text *t)
{
    const struct opener *o;
    bool notes = t->field == FIELD_NOTES;
    for (size_t at = 0, size; (o = next_phrase(t->words, &at, &size)) != NULL; at += size)
        if (is_vague(t->words, at, size, o, notes))
            tell_phrase(check, t, at, size, o);
}

bool materials_vague(struct str words)
{
    const struct opener *o;
    for (size_t at = 0, size; (o = next_phrase(words, &at, &size)) != NULL; at += size)
        if (is_vague(words, at, size, o, false))
            return true;
    return false;
}

/* Nothing is listed, something else is named that says it: 根据双方签订的协议执行. */
static void check_elsewhere(struct check *check, const struct text *t)
{
    static const struct str words[] = {STR_INIT("根据"), STR_INIT("按照"),
                                       STR_INIT("依照"), STR_INIT("参照"),
                                       STR_INIT("按")};
    static const struct str ends[] = {STR_INIT("执行"), STR_INIT("执行。"),
                                      STR_INIT("办理"), STR_INIT("办理。")};
    static const struct str own = STR_INIT("办理材料");
    struct str words_left =
        str_starts(t->words, own) ? str_from(t->words, own.n) : t->words;
    bool ends_so = false;
    for (size_t i = 0; i < COUNT(ends); i++)
        ends_so = ends_so || str_ends(t->words, ends[i]);
    if (ends_so && starts_any(words_left, words, COUNT(words)) && t->of->entries.n == 1)
        report_text(check, t, str_slice(t->words, 0, 0), NULL, DIAG_MATERIAL_ELSEWHERE,
                    STR_ARG(t->words));
}

void check_vague(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        bool materials = t->part == TEXT_FIELD && t->field == FIELD_MATERIALS;
        bool notes = t->part == TEXT_FIELD && t->field == FIELD_NOTES;
        bool chart = t->part == TEXT_FLOW && t->entry;
        size_t told = check->told;
        if ((materials || notes || chart) && text_may_have(t, TEXT_WORDS_VAGUE) &&
            !text_lacks(t, TEXT_LACKS_VAGUE)) {
            check_text(check, t);
            text_note(t, TEXT_LACKS_VAGUE, check->told == told);
        }
        if (materials)
            check_elsewhere(check, t);
    }
}
