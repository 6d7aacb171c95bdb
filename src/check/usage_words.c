/* Words with two spellings in one catalog, and words for things that are no more. */
#include "check/usage.h"

#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/text_known.h"
#include "check/words.h"

#include <string.h>

struct word {
    const char *old;
    const char *now;
    const char *left;  /* not behind one of these characters */
    const char *right; /* nor before one of these */
    unsigned since;    /* superseded in this year; 0: another spelling */
    const char *basis;
    const char *called;  /* in the message, where it is not `old` as a whole; or NULL */
    enum diag_code code; /* of a message of its own; 0: by what it is */
};

/* Spellings: only where both mean the same thing and one is the norm; told when the catalog
 * has both. Superseded words: certificates and names that acts have replaced. */
/* clang-format off */
static const struct word table[] = {
    {"户口本",     "户口簿",       "", "", 0, "《中华人民共和国户口登记条例》第四条", NULL, 0},
    {"户口薄",     "户口簿",       "", "", 0, "《中华人民共和国户口登记条例》第四条", NULL, 0},
    {"其它",       "其他",         "尤", "", 0, "", NULL, 0},
    {"法人代表",   "法定代表人",   "", "处机资", 0, "《中华人民共和国民法典》第六十一条", NULL, 0},
    {"出生证",     "出生医学证明", "", "明件", 0, "《中华人民共和国母婴保健法》第二十三条", NULL, 0},
    {"有效身份证明", "有效身份证件", "", "材文", 0, "", NULL, 0},
    {"签定",       "签订",         "", "", 0, "", NULL, 0},
    {"特慢病",     "慢特病",       "", "", 0, "", NULL, 0},
    {"病例复印件", "病历复印件",   "", "", 0, "《医疗机构病历管理规定》", NULL, 0},
    {"门诊病例",   "门诊病历",     "", "数", 0, "《医疗机构病历管理规定》", NULL, 0},
    {"住院病例",   "住院病历",     "", "数", 0, "《医疗机构病历管理规定》", NULL, 0},
    {"常住暂住证", "居住证",       "", "", 2016, "《居住证暂行条例》（国务院令第663号）",
     "常住暂住证”里的“暂住证", 0},
    {"暂住证",     "居住证",       "", "", 2016, "《居住证暂行条例》（国务院令第663号）", NULL, 0},
    {"建档立卡贫困人口", "脱贫人口、防止返贫监测对象", "", "", 2021,
     "《中共中央 国务院关于实现巩固拓展脱贫攻坚成果同乡村振兴有效衔接的意见》", NULL, 0},
    {"建档立卡贫困户", "脱贫户、防止返贫监测户", "", "", 2021,
     "《中共中央 国务院关于实现巩固拓展脱贫攻坚成果同乡村振兴有效衔接的意见》", NULL, 0},
    {"准生证",     "登记",     "", "", 2016,
     "《中共中央 国务院关于实施全面两孩政策改革完善计划生育服务管理的决定》", NULL,
     DIAG_TEXT_OUTDATED_BIRTH},
    {"五保户",     "特困人员",     "", "", 2016, "国发〔2016〕14号", NULL, 0},
    {"五保供养",   "特困人员救助供养", "", "", 2016, "国发〔2016〕14号", NULL, 0},
    {"五保对象",   "特困人员",     "", "", 2016, "国发〔2016〕14号", NULL, 0},
    {"外国人就业证", "外国人工作许可证", "", "件", 2017, "外专发〔2017〕40号", NULL, 0},
    {"就业失业登记证", "就业创业证", "", "", 2015, "国发〔2015〕23号", NULL, 0},
    {"革命伤残军人证", "残疾军人证", "", "", 2004, "《军人抚恤优待条例》", NULL, 0},
};
/* clang-format on */
enum { WORDS = sizeof table / sizeof *table };

const struct word_table outdated_words = {&table[0].old, WORDS, sizeof *table, NULL};

/* Where one word was found. */
struct found {
    struct spot {
        const struct text *text;
        struct str piece;
    } * at;
    size_t n, cap;
};

struct search {
    struct check *check;
    struct words *words;
    struct found found[WORDS];
    unsigned year; /* of the catalog; 0: unknown */
};

/* The first four digits in a row; 0: none. */
static unsigned year_in(struct str text)
{
    for (size_t i = 0, digits = 0; i < text.n; i++) {
        digits = char_digit((unsigned char)text.s[i]) ? digits + 1 : 0;
        if (digits == 4) {
            unsigned year = 0;
            for (size_t k = i - 3; k <= i; k++)
                year = year * 10 + (unsigned)(text.s[k] - '0');
            return year;
        }
    }
    return 0;
}

static unsigned issued(const struct catalog *c)
{
    unsigned year = year_in(c->document_date);
    year = year ? year : year_in(c->document_number);
    year = year ? year : year_in(c->edition);
    return year ? year : year_in(c->title);
}

static bool fits(struct str text, size_t at, size_t end, const struct word *row)
{
    uint32_t before = char_before(text, at), behind = char_at(text, end);
    if ((before && rune_in(before, row->left)) || (behind && rune_in(behind, row->right)))
        return false;
    if (!row->since)
        return true;
    /* 原暂住证; （现为…） */
    struct str next = str_slice(text, end, end + 15);
    return !(before && rune_in(before, "原旧")) && !str_has(next, STR("现为")) &&
           !str_has(next, STR("已取消")) && !str_has(next, STR("（现"));
}

static void report_old(struct search *s, const struct text *t, struct str piece,
                       const struct word *row)
{
    struct advice advice = {.basis = str_of(row->basis)};
    /* Of several a person has to choose. */
    if (!row->code && !str_has(str_of(row->now), STR("、")))
        advice.proposal = str_of(row->now);
    bool later = s->year && s->year < row->since;
    bool paper = str_ends(str_of(row->old), STR("证")); /* that someone has to bring */
    report_text(s->check, t, piece, &advice,
                row->code ? row->code
                : later   ? DIAG_TEXT_OUTDATED_SINCE
                : paper   ? DIAG_TEXT_OUTDATED
                          : DIAG_TEXT_OUTDATED_NAME,
                row->called ? row->called : row->old, row->since, row->now);
}

static void search_text(struct search *s, const struct text *t)
{
    bool none = true;
    int titles = 0;
    struct str text = t->words;
    for (size_t i = 0; i + 3 <= text.n; i++) {
        if ((unsigned char)text.s[i] < 0xE3)
            continue;
        struct str rest = str_from(text, i);
        titles += str_starts(rest, STR("《"));
        titles -= titles && str_starts(rest, STR("》"));
        size_t which = titles ? STR_NONE : words_at(s->words, rest);
        const struct word *row = which == STR_NONE ? NULL : &table[which];
        size_t end = row ? i + str_of(row->old).n : i + 3;
        if (row && fits(text, i, end, row)) {
            none = false;
            struct found *found = &s->found[which];
            struct str piece = str_slice(text, i, end);
            if (row->since)
                report_old(s, t, piece, row);
            else
                *vec_push(s->check->arena, found) = (struct spot){t, piece};
        }
        i = end - 1;
    }
    text_note(t, TEXT_LACKS_OUTDATED, none);
}

/* ---- spellings ---- */

/* The text begins with the word, blanks and line ends within it passed over: a form breaks it
 * where its column ends. */
static bool begins_with(struct str text, struct str word)
{
    for (bool first = true; word.n; first = false) {
        while (!first && text.n && memchr(" \t\r\n", text.s[0], 4))
            text = str_from(text, 1);
        size_t size = char_size(word, 0);
        if (!str_starts(text, str_slice(word, 0, size)))
            return false;
        text = str_from(text, size);
        word = str_from(word, size);
    }
    return true;
}

static size_t count_word(struct str text, struct str word)
{
    struct str first = str_slice(word, 0, char_size(word, 0));
    size_t count = 0;
    for (size_t at; (at = str_find(text, first)) != STR_NONE;) {
        text = str_from(text, at);
        count += begins_with(text, word);
        text = str_from(text, first.n);
    }
    return count;
}

/* How often the catalog has the norm. */
static size_t count_norm(const struct check *check, struct str word)
{
    size_t count = 0;
    for (size_t i = 0; i < check->text_count; i++)
        count += count_word(check->texts[i].words, word);
    return count;
}

/* What a file is called among those of its catalog: 表单《申请表》, catalog.xml. */
static struct str file_name(const struct check *check, const struct text *t)
{
    struct str path = t->source->path, own = check->catalog->source.path;
    if (t->form && t->form->title.n && !str_has(t->form->title, STR("\n")))
        return str_print(check->arena, "表单《%.*s》", STR_ARG(t->form->title));
    while (own.n && own.s[own.n - 1] != '/')
        own.n--;
    return str_starts(path, own) ? str_from(path, own.n) : path;
}

/* "catalog.xml第26、30行，表单《申请表》第4行", when the places are in several files: what each is
 * told with the others of its own file only. The places of a file stand together. */
static struct str places_of(const struct check *check, const struct found *found)
{
    enum { SHOWN = 3 };
    struct buf b = {0};
    size_t files = 0;
    for (size_t i = 0, to; i < found->n; i = to, files++) {
        size_t lines = 0, last = 0;
        buf_printf(&b, "%s%.*s第", files ? "，" : "",
                   STR_ARG(file_name(check, found->at[i].text)));
        for (to = i;
             to < found->n && found->at[to].text->source == found->at[i].text->source;
             to++) {
            struct pos pos = text_place(found->at[to].text, found->at[to].piece);
            size_t line = source_place(pos.src, pos.offset).line;
            if (line != last && ++lines <= SHOWN)
                buf_printf(&b, "%s%zu", lines > 1 ? "、" : "", line);
            last = line;
        }
        buf_puts(&b, lines > SHOWN ? "等行" : "行");
    }
    struct str where = STR("");
    if (files > 1)
        where = str_print(check->arena, "（%.*s）", STR_ARG(buf_str(&b)));
    buf_drop(&b);
    return where;
}

static void tell_spellings(struct search *s)
{
    for (size_t i = 0; i < WORDS; i++) {
        const struct found *found = &s->found[i];
        size_t norm = found->n ? count_norm(s->check, str_of(table[i].now)) : 0;
        if (!norm)
            continue;
        struct advice advice = {.proposal = str_of(table[i].now),
                                .basis = str_of(table[i].basis)};
        struct str where = places_of(s->check, found);
        for (size_t k = 0; k < found->n; k++)
            report_text(s->check, found->at[k].text, found->at[k].piece, &advice,
                        DIAG_TERM_VARIANTS, table[i].old, found->n, STR_ARG(where), norm,
                        table[i].now);
    }
}

void check_words(struct check *check)
{
    struct search s = {.check = check, .year = issued(check->catalog)};
    s.words = words_of(check->arena, &outdated_words);
    for (size_t i = 0; i < check->text_count; i++)
        if (check->texts[i].field != FIELD_BASIS &&
            text_may_have(&check->texts[i], TEXT_WORDS_OUTDATED) &&
            !text_lacks(&check->texts[i], TEXT_LACKS_OUTDATED))
            search_text(&s, &check->texts[i]);
    tell_spellings(&s);
}
