/* Characters that look like others: slips of typing and of reading by machine. */
#include "check/text_rules.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/text_known.h"
#include "check/words.h"

#include <string.h>

struct slip {
    const char *wrong;
    const char *right;
    const char *left;   /* not behind one of these; "*": not behind a Chinese character */
    const char *behind; /* nor before one of these */
};

/* Each row is a word that does not exist, or not in such texts, beside one that does.
 * 账 for money: 《第一批异形词整理表》 (GF 1001-2001). */
/* clang-format off */
static const struct slip table[] = {
    {"山符合",   "由符合",   "*", ""},
    {"山参保",   "由参保",   "*", ""},
    {"山医保",   "由医保",   "*", ""},
    {"山经办",   "由经办",   "*", ""},
    {"山用人",   "由用人",   "*", ""},
    {"山单位",   "由单位",   "*", ""},
    {"山本人",   "由本人",   "*", ""},
    {"山申请",   "由申请",   "*", ""},
    {"山定点",   "由定点",   "*", ""},
    {"末经",     "未经",     "期年月季周始", ""},
    {"末成年",   "未成年",   "", ""},
    {"末参保",   "未参保",   "期年月季周", ""},
    {"末缴",     "未缴",     "期年月季周", ""},
    {"末办理",   "未办理",   "期年月季周", ""},
    {"末按",     "未按",     "期年月季周", ""},
    {"末满",     "未满",     "期年月季周", ""},
    {"末享受",   "未享受",   "期年月季周", ""},
    {"末通过",   "未通过",   "期年月季周", ""},
    {"末携带",   "未携带",   "期年月季周", ""},
    {"自已",     "自己",     "", "经故"},
    {"己经",     "已经",     "自知", ""},
    {"己参保",   "已参保",   "自", ""},
    {"己缴",     "已缴",     "自", ""},
    {"己享受",   "已享受",   "自", ""},
    {"己死亡",   "已死亡",   "自", ""},
    {"己备案",   "已备案",   "自", ""},
    {"巳经",     "已经",     "", ""},
    {"工作曰",   "工作日",   "", ""},
    {"曰期",     "日期",     "", ""},
    {"曰内",     "日内",     "", ""},
    {"曰常",     "日常",     "", ""},
    {"曰起",     "日起",     "", ""},
    {"节假曰",   "节假日",   "", ""},
    {"参保入员", "参保人员", "", ""},
    {"工作入员", "工作人员", "", ""},
    {"退休入员", "退休人员", "", ""},
    {"就业入员", "就业人员", "", ""},
    {"转人地",   "转入地",   "", ""},
    {"纳人",     "纳入",     "缴交接容", "员"},
    {"帐户",     "账户",     "", ""},
    {"帐号",     "账号",     "", ""},
    {"转帐",     "转账",     "", ""},
    {"记帐",     "记账",     "", ""},
    {"到帐",     "到账",     "", "篷"},
    {"对帐",     "对账",     "", ""},
    {"帐单",     "账单",     "", ""},
    {"既时办结", "即时办结", "", ""},
    {"即时办解", "即时办结", "", ""},
    {"身份正",   "身份证",   "", "确常是在式"},
    {"身分证",   "身份证",   "", ""},
    {"部份",     "部分",     "全内外上下", "额数量"},
    {"登陆",     "登录",     "", "地上场点"},
    {"复印伴",   "复印件",   "", ""},
    {"复卬件",   "复印件",   "", ""},
    {"医疔",     "医疗",     "", ""},
    {"医疗保俭", "医疗保险", "", ""},
    {"保俭",     "保险",     "", ""},
    {"侯诊",     "候诊",     "", ""},
    {"时侯",     "时候",     "", ""},
    {"出据",     "出具",     "支付收开输导", "点"},
    {"公正书",   "公证书",   "", "写面"},
    {"公正处",   "公证处",   "", "理置罚事分"},
    {"拔付",     "拨付",     "", ""},
    {"拔打",     "拨打",     "", ""},
    {"划拔",     "划拨",     "", ""},
    {"扣拔",     "扣拨",     "", ""},
    {"人民政俯", "人民政府", "", ""},
    {"受埋",     "受理",     "", ""},
    {"办埋",     "办理",     "", ""},
    {"病例首页", "病案首页", "", ""},
    {"病例资料", "病历资料", "", ""},
    {"病例中复印", "病历中复印", "", ""},
};
/* clang-format on */

const struct word_table lookalike_words = {&table[0].wrong, sizeof table / sizeof *table,
                                           sizeof *table, &table[0].right};

static bool fits(struct str text, size_t at, const struct slip *row)
{
    uint32_t before = char_before(text, at);
    uint32_t behind = char_at(text, at + str_of(row->wrong).n);
    if (row->left[0] == '*' ? char_han(before) : before && rune_in(before, row->left))
        return false;
    return !behind || !rune_in(behind, row->behind);
}

/* Words of a table; inside 《》 stands what another wrote. */
static void check_words(struct check *check, const struct words *words,
                        const struct text *t)
{
    struct str text = t->words;
    int titles = 0;
    for (size_t i = 0; i + 3 <= text.n; i++) {
        if ((unsigned char)text.s[i] < 0xE3)
            continue;
        titles += memcmp(text.s + i, "《", 3) == 0;
        titles -= titles && memcmp(text.s + i, "》", 3) == 0;
        size_t which = words_at(words, str_from(text, i));
        const struct slip *row = which == STR_NONE ? NULL : &table[which];
        if (row && fits(text, i, row) && !(titles && t->field == FIELD_BASIS)) {
            struct str wrong = str_slice(text, i, i + str_of(row->wrong).n);
            struct advice advice = {.proposal = str_of(row->right)};
            report_text(check, t, wrong, &advice, DIAG_TEXT_LOOKALIKE, row->wrong,
                        row->right);
            i += wrong.n - 1;
        } else {
            i += 2;
        }
    }
}

/* ---- letters for digits, digits for characters ---- */

static bool is_letter_digit(char c)
{
    return c == 'O' || c == 'o' || c == 'l' || c == 'I';
}

static bool is_numeral(uint32_t c)
{
    return c && rune_in(c, "〇一二三四五六七八九");
}

/* A number with letters in it, before a Chinese character: 2O个工作日, l5日. */
static void check_number(struct check *check, const struct text *t, size_t from,
                         size_t to)
{
    struct str piece = str_slice(t->words, from, to);
    bool digit = false, letter = false;
    for (size_t i = 0; i < piece.n; i++) {
        digit |= char_digit((uint32_t)piece.s[i]);
        letter |= is_letter_digit(piece.s[i]);
        if (!char_digit((uint32_t)piece.s[i]) && !is_letter_digit(piece.s[i]))
            return;
    }
    uint32_t before = char_before(t->words, from);
    if (!digit || !letter || !char_han(char_at(t->words, to)) || before == '-' ||
        before == '.' || before == '_' || before == '/')
        return;
    char *number = arena_alloc(check->arena, piece.n + 1);
    for (size_t i = 0; i < piece.n; i++)
        number[i] = piece.s[i] == 'O' || piece.s[i] == 'o'   ? '0'
                    : piece.s[i] == 'l' || piece.s[i] == 'I' ? '1'
                                                             : piece.s[i];
    struct advice advice = {.proposal = {number, piece.n}};
    report_text(check, t, piece, &advice, DIAG_TEXT_LOOKALIKE_NUMBER, STR_ARG(piece));
}

static void check_ascii(struct check *check, const struct text *t)
{
    struct str text = t->words;
    for (size_t i = 0; i < text.n; i++) {
        size_t from = i;
        while (i < text.n && char_ascii((unsigned char)text.s[i]))
            i++;
        if (i > from)
            check_number(check, t, from, i);
    }
}

/* 二○二○年 and 二0二0年 for 二〇二〇年. */
static void check_zero(struct check *check, const struct text *t)
{
    struct str text = t->words;
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] != '0' && text.s[i] != '\xE2')
            continue;
        uint32_t c = char_at(text, i);
        if (c != '0' && c != 0x25CB && c != 0x25EF)
            continue;
        size_t end = i + char_size(text, i);
        if (!is_numeral(char_before(text, i)) ||
            (!is_numeral(char_at(text, end)) && char_at(text, end) != 0x5E74 /* 年 */))
            continue;
        struct str piece = str_slice(text, i, end);
        struct advice advice = {.proposal = STR("〇"), .safe = true};
        report_text(check, t, piece, &advice, DIAG_TEXT_LOOKALIKE_ZERO, STR_ARG(piece));
    }
}

/* ---- letters of other alphabets ---- */

/* The letter of ASCII that a Greek or Cyrillic one looks like; 0: none. */
static char looks_like(uint32_t c)
{
    static const struct {
        const char *from, *to;
    } rows[] = {
        {"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"},
        {"АВЕКМНОРСТХУІЅЈ", "ABEKMHOPCTXYISJ"},
        {"аеорсухіѕјο", "aeopcyxisjo"},
    };
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        struct str from = str_of(rows[k].from);
        for (size_t n = 0; from.n; n++)
            if (utf8_next(&from) == c)
                return rows[k].to[n];
    }
    return 0;
}

/* Such a letter beside one of ASCII: АPP. By themselves they may be meant: α, β, μ. */
static void check_alphabet(struct check *check, const struct text *t)
{
    struct str text = t->words;
    for (size_t i = 0; i + 1 < text.n; i++) {
        unsigned char lead = (unsigned char)text.s[i];
        if (lead < 0xCE || lead > 0xD1)
            continue;
        uint32_t c = char_at(text, i);
        char like = looks_like(c);
        if (like &&
            (char_ascii(char_before(text, i)) || char_ascii(char_at(text, i + 2)))) {
            struct str piece = str_slice(text, i, i + 2);
            struct advice advice = {.proposal = str_print(check->arena, "%c", like)};
            report_text(check, t, piece, &advice, DIAG_TEXT_LOOKALIKE_LETTER,
                        STR_ARG(char_around(text, i, i + 2, 2)), STR_ARG(piece), like);
        }
    }
}

/* ---- 口 for □ ---- */

/* 口新增 口减少: the character before words that are to be ticked. */
static bool is_box(struct str text, size_t at)
{
    static const char *const words[] = {"口头", "口服", "口腔", "口岸", "口罩", "口径",
                                        "口令", "口述", "口袋", "口语", "口译", "口碑"};
    uint32_t before = char_before(text, at);
    return !char_han(before) && char_han(char_at(text, at + 3)) &&
           !WORDS_BEGIN(str_from(text, at), words);
}

/* One may be a word that the table does not know; two are boxes. */
static void check_boxes(struct check *check, const struct text *t)
{
    size_t first = STR_NONE, n = 0;
    for (size_t i = 0, next;
         (next = str_find(str_from(t->words, i), STR("口"))) != STR_NONE; i += next + 3) {
        if (is_box(t->words, i + next))
            first = n++ ? first : i + next;
    }
    if (n < 2)
        return;
    struct advice advice = {.proposal = STR("□")};
    report_text(check, t, str_slice(t->words, first, first + 3), &advice,
                DIAG_TEXT_LOOKALIKE_BOX, n);
}

void check_lookalikes(struct check *check)
{
    struct words *words = words_of(check->arena, &lookalike_words);
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        size_t told = check->told;
        if (text_lacks(t, TEXT_LACKS_LOOKALIKES))
            continue;
        if (text_may_have(t, TEXT_WORDS_LOOKALIKE))
            check_words(check, words, t);
        check_boxes(check, t);
        if (t->marks & (TEXT_DIGIT | TEXT_RING))
            check_zero(check, t);
        if (t->marks & TEXT_GREEK)
            check_alphabet(check, t);
        if ((t->marks & TEXT_DIGIT) && (t->marks & TEXT_LATIN))
            check_ascii(check, t);
        text_note(t, TEXT_LACKS_LOOKALIKES, check->told == told);
    }
}
