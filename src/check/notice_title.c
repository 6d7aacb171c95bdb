/* What a notice issues: its title, the names in 《》, the annexes. */
#include "check/notice.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/words.h"

enum { AKIN = 3 }; /* characters by which two names of one document may differ */

/* The kinds of documents (文种): 《党政机关公文处理工作条例》第八条. A title ends with one. */
static const char *const kinds[] = {"决议", "决定", "命令", "公报", "公告", "通告",
                                    "意见", "通知", "通报", "报告", "请示", "批复",
                                    "议案", "函",   "纪要", "令"};

/* The first name in 《》 of the text; false: there is none. 《》 within it belong to it. */
static bool title_in(struct str text, struct str *name)
{
    size_t from = str_find(text, STR("《"));
    if (from == STR_NONE)
        return false;
    size_t depth = 0;
    for (size_t i = from; i < text.n; i++) {
        depth += str_starts(str_from(text, i), STR("《"));
        if (str_starts(str_from(text, i), STR("》")) && --depth == 0) {
            *name = str_slice(text, from + STR("《").n, i);
            return true;
        }
    }
    return false;
}

/* The one document the title says it issues: 关于印发《…》的通知; "" for none or several. */
static struct str issued_by(struct str title)
{
    struct str name = STR(""), other;
    size_t at = str_find(title, STR("印发"));
    if (at == STR_NONE || !title_in(str_from(title, at), &name))
        return STR("");
    struct str rest = str_from(title, (size_t)(name.s - title.s) + name.n);
    return title_in(rest, &other) ? STR("") : name;
}

static bool is_same(struct check *check, struct str x, struct str y)
{
    return str_eq(notice_bare(check->arena, x), notice_bare(check->arena, y));
}

/* The document named in `piece` is not the catalog by its name. Names that have little in
 * common are those of different documents: the catalog is then one annex of several. */
static void check_name(struct check *check, const struct text *t, struct str piece,
                       bool alone, enum diag_code code)
{
    struct str title = check->catalog->title;
    struct arena *a = check->arena;
    struct str own = notice_bare(a, piece), wanted = notice_bare(a, title);
    if (!title.n || !own.n || str_eq(own, wanted))
        return;
    bool akin = str_distance(own, wanted, AKIN) <= AKIN || str_has(wanted, own) ||
                str_has(own, wanted);
    if (!akin && !alone)
        return;
    struct advice advice = {.expected = title};
    report_text(check, t, piece, &advice, code, STR_ARG(piece), STR_ARG(title));
}

/* 沅江市医疗保障事务中心 in front of 关于; "" where several organs stand there, or another's
 * document is passed on (转发). */
static struct str organ_in(struct str title)
{
    size_t at = str_find(title, STR("关于"));
    struct str organ = str_trim(str_slice(title, 0, at == STR_NONE ? 0 : at));
    for (size_t i = 0; i < organ.n; i++)
        if (organ.s[i] == ' ' || organ.s[i] == '\n' ||
            str_starts(str_from(organ, i), STR("　")) ||
            str_starts(str_from(organ, i), STR("、")) ||
            str_starts(str_from(organ, i), STR("转")) ||
            str_starts(str_from(organ, i), STR("印发")))
            return STR("");
    return organ;
}

static void check_organ(struct check *check, const struct text *t)
{
    struct str organ = organ_in(t->words), signer = check->catalog->notice.signer;
    if (!organ.n || !signer.n || notice_akin(check->arena, organ, signer))
        return;
    struct advice advice = {.expected = signer};
    report_text(check, t, organ, &advice, DIAG_NOTICE_TITLE_ORGAN, STR_ARG(organ),
                STR_ARG(signer));
}

static void check_body(struct check *check, struct str issued)
{
    const struct text *body = notice_text(check, check->catalog->notice.body);
    size_t at = body ? str_find(body->words, STR("现将《")) : STR_NONE;
    struct str name;
    if (at == STR_NONE || !issued.n || !title_in(str_from(body->words, at), &name) ||
        is_same(check, name, issued) || is_same(check, name, check->catalog->title))
        return; /* the slip is in the title */
    struct advice advice = {.proposal = issued};
    report_text(check, body, name, &advice, DIAG_NOTICE_TITLE_BODY, STR_ARG(name),
                STR_ARG(issued));
}

void check_notice_title(struct check *check)
{
    const struct notice *n = &check->catalog->notice;
    const struct text *t = notice_text(check, n->title);
    if (!t) {
        report_subject(check, NULL, n->at, STR("notice"), NULL, DIAG_NOTICE_TITLE_NONE);
        return;
    }
    if (!WORDS_END(str_trim(n->title), kinds) && !str_ends(n->title, STR("）")))
        report_text(check, t, STR(""), NULL, DIAG_NOTICE_TITLE_KIND);
    else if (!str_has(n->title, STR("关于")))
        report_text(check, t, STR(""), NULL, DIAG_NOTICE_TITLE_ABOUT);
    struct str issued = issued_by(n->title);
    check_name(check, t, issued, n->annexes.n == 0, DIAG_NOTICE_TITLE_OTHER);
    check_organ(check, t);
    check_body(check, issued);
}

/* ---- annexes ---- */

static struct text annex_text(struct check *check, const struct entry *e)
{
    const struct text *t = notice_text(check, e->text);
    struct text none = {.part = TEXT_NOTICE,
                        .field = FIELD_COUNT,
                        .name = STR("notice"),
                        .source = &check->catalog->source,
                        .at = e->at};
    return t ? *t : none;
}

/* 附件：1.某某表。 */
static void check_mark(struct check *check, const struct text *t)
{
    size_t size;
    uint32_t last = utf8_last(t->words, &size);
    if (!rune_in(last, "。；，、;.,"))
        return;
    struct str piece = str_from(t->words, t->words.n - size);
    struct advice advice = {.erase = true, .safe = true};
    report_text(check, t, piece, &advice, DIAG_NOTICE_ANNEX_MARK, STR_ARG(piece));
}

/* A name without the mark that check_mark() tells. */
static struct str annex_name(struct str words)
{
    size_t size;
    while (words.n && rune_in(utf8_last(words, &size), "。；，、;.,"))
        words.n -= size;
    return words;
}

void check_notice_annexes(struct check *check)
{
    const struct notice *n = &check->catalog->notice;
    size_t numbered = 0;
    for (size_t i = 0; i < n->annexes.n; i++) {
        struct text t = annex_text(check, &n->annexes.at[i]);
        numbered += n->annexes.at[i].no.n > 0;
        if (!t.words.n)
            continue;
        check_mark(check, &t);
        check_name(check, &t, annex_name(t.words), n->annexes.n == 1,
                   DIAG_NOTICE_ANNEX_OTHER);
    }
    if (n->annexes.n < 1)
        return;
    struct text first = annex_text(check, &n->annexes.at[0]);
    if (n->annexes.n > 1 && !numbered) /* some without: entry-order */
        report_text(check, &first, STR(""), NULL, DIAG_NOTICE_ANNEX_NUMBERS,
                    n->annexes.n);
    else if (n->annexes.n == 1 && numbered)
        report_number(check, &first, NULL, DIAG_NOTICE_ANNEX_NUMBER,
                      STR_ARG(n->annexes.at[0].no));
}
