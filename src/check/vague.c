/* Words that do not say what to bring: 其他材料, 相关证明材料, 身份证等资料.
 *
 * A vague phrase is an opener (其他, 相关 …), a few characters, and a closer (材料, 证明 …). It is fine
 * when what it means is listed: behind it (相关材料：①…, 证明材料（…）) or before it with 等 and at
 * least three things (认定书、判决书、调解书等相关证明材料). */
#include "check/materials.h"

#include "base/utf8.h"
#include "check/words.h"

enum { CHARACTER = 3, LISTED_LEAST = 2 /* separators: three things */ };

enum vague_kind {
    VAGUE_OPEN,  /* anything may be asked for */
    VAGUE_LOOSE, /* something certain is meant, but not said */
    VAGUE_NEEDED /* what is needed in a case: a list before it does not end it */
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
    beginnings, sizeof beginnings / sizeof *beginnings, sizeof *beginnings};

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

/* A new predicate. */
static const struct str askings[] = {
    STR_INIT("提供"), STR_INIT("提交"), STR_INIT("需"), STR_INIT("要求"),
};

/* In notes only what is asked for counts. */
static const struct str verbs[] = {
    STR_INIT("提供"), STR_INIT("提交"), STR_INIT("出具"), STR_INIT("携带"), STR_INIT("报送"), STR_INIT("增加"),
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

/* True when what the phrase means is listed before it: 包括 …, or at least three things and 等
 * (认定书、判决书、调解书等公安机关出具的相关证明). A verb behind the 等 begins something else (变更姓名、性别、住址等信息的需
 * 提供相关证明). */
static bool is_listed(struct str before)
{
    static const struct str etc = STR_INIT("等");
    size_t end = STR_NONE, separators = 0;
    for (size_t at = 0; at < before.n; at++)
        if (str_starts(str_from(before, at), etc))
            end = at;
    if (end == STR_NONE || has_any(str_from(before, end), askings, COUNT(askings)))
        return false;
    struct str list = str_slice(before, 0, end);
    for (size_t at = 0; at < end; at++) {
        struct str rest = str_from(before, at);
        separators += str_starts(rest, STR("、")) || str_starts(rest, STR("或")) ||
                      str_starts(rest, STR("及"));
    }
    return separators >= LISTED_LEAST || str_has(list, STR("包括"));
}

static void check_phrase(struct check *check, const struct text *t, size_t at,
                         size_t size, const struct opener *o)
{
    struct str words = t->words, piece = str_slice(words, at, at + size);
    size_t start = clause_start(words, at);
    struct str before = str_slice(words, start, at);
    bool etc = str_eq(o->word, STR("等"));
    if (starts_any(str_from(words, at + size), followers, COUNT(followers)) ||
        (o->kind != VAGUE_NEEDED &&
         is_listed(etc ? str_slice(words, start, at + o->word.n) : before)))
        return;
    if (t->field == FIELD_NOTES && !has_any(before, verbs, COUNT(verbs)))
        return;
    report_text(check, t, piece, NULL,
                o->kind == VAGUE_OPEN ? DIAG_MATERIAL_OPEN : DIAG_MATERIAL_VAGUE,
                STR_ARG(piece));
}

static void check_text(struct check *check, const struct text *t)
{
    struct str words = t->words;
    for (size_t at = 0; at + CHARACTER < words.n;) {
        struct str rest = str_from(words, at);
        size_t size = 0, i = 0;
        for (; i < COUNT(openers) && !size; i++)
            if (str_starts(rest, openers[i].word))
                size = phrase(rest, &openers[i]);
        if (size) {
            check_phrase(check, t, at, size, &openers[i - 1]);
            at += size;
            continue;
        }
        utf8_next(&rest);
        at = words.n - rest.n;
    }
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
        if ((materials || notes || chart) && text_may_have(t, TEXT_WORDS_VAGUE))
            check_text(check, t);
        if (materials)
            check_elsewhere(check, t);
    }
}
