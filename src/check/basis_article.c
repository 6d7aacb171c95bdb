/* Articles behind a law: 第五十七条、第五十八条. */
#include "check/basis.h"

#include "catalog/numeral.h"

/* How many articles a law has. Only laws whose last article is beyond doubt: the number is
 * that of the article on coming into force. */
static const struct {
    struct str title;
    unsigned articles;
} laws[] = {
    {STR_INIT("中华人民共和国社会保险法"), 98}, /* 主席令第35号, 2010, amended 2018 */
    {STR_INIT("社会保险法"), 98},
    {STR_INIT("社会保险费征缴暂行条例"), 31}, /* 国务院令第259号, 1999, amended 2019 */
    {STR_INIT("社会救助暂行办法"), 70}, /* 国务院令第649号, 2014, amended 2019 */
    {STR_INIT("医疗保障基金使用监督管理条例"), 50}, /* 国务院令第735号, 2021 */
    {STR_INIT("社会保险经办条例"), 63},             /* 国务院令第765号, 2023 */
};

static unsigned articles_of_law(struct str title)
{
    for (size_t i = 0; i < sizeof laws / sizeof *laws; i++)
        if (str_eq(title, laws[i].title))
            return laws[i].articles;
    return NUMERAL_MOST;
}

/* 五十八 for 58. */
static struct str in_chinese(struct arena *a, unsigned n)
{
    static const char *const digits[] = {"",   "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
    const char *hundred = n >= 100 ? "百" : "", *ten = "";
    unsigned tens = n / 10 % 10;
    if (tens)
        ten = "十";
    else if (n > 100 && n % 10)
        ten = "零";
    bool silent = tens == 1 && n < 20;
    return str_print(a, "%s%s%s%s%s", digits[n / 100 % 10], hundred,
                     silent ? "" : digits[tens], ten, digits[n % 10]);
}

struct context {
    const struct basis *basis;
    const struct cited_text *text;
    const struct citation *citation;
};

/* 第 or 条 is missing, or numerals of two kinds are in one number. */
static bool check_form(const struct context *x, const struct article *article)
{
    if (article->first && article->end && article->broken) {
        report_text(x->basis->check, x->text->text, article->text, NULL,
                    DIAG_BASIS_ARTICLE_BROKEN, STR_ARG(article->text));
        return false;
    }
    if (article->first && article->end && !article->mixed)
        return true;
    struct arena *a = x->basis->check->arena;
    struct advice advice = {0};
    if (article->value < 1000 && !article->part)
        advice.proposal =
            str_print(a, "第%.*s条", STR_ARG(in_chinese(a, article->value)));
    report_text(x->basis->check, x->text->text, article->text, &advice,
                DIAG_BASIS_ARTICLE, STR_ARG(article->text));
    return false;
}

static void check_order(const struct context *x, const struct article *before,
                        const struct article *article)
{
    if (!before || before->value > NUMERAL_MOST || article->value > NUMERAL_MOST ||
        article->value > before->value)
        return;
    bool again = article->value == before->value;
    if (again && (article->part || before->part))
        return;
    report_text(x->basis->check, x->text->text, article->text, NULL,
                again ? DIAG_BASIS_ARTICLE_TWICE : DIAG_BASIS_ARTICLE_ORDER,
                STR_ARG(article->text), STR_ARG(before->text));
}

static void check_last(const struct context *x, const struct article *article)
{
    unsigned last = articles_of_law(x->citation->title);
    if (article->value <= last || article->value > NUMERAL_MOST)
        return;
    report_text(x->basis->check, x->text->text, article->text, NULL,
                DIAG_BASIS_ARTICLE_LAST, STR_ARG(x->citation->title), last,
                STR_ARG(article->text));
}

static void check_list(const struct context *x)
{
    struct arena *a = x->basis->check->arena;
    struct articles list = articles_of(a, x->citation->articles);
    size_t arabic = 0;
    for (size_t i = 0; i < list.n; i++) {
        const struct article *article = &list.at[i];
        arabic += article->arabic;
        if (check_form(x, article))
            check_order(x, i ? article - 1 : NULL, article);
        check_last(x, article);
    }
    if (arabic && arabic < list.n)
        report_text(x->basis->check, x->text->text, x->citation->articles, NULL,
                    DIAG_BASIS_ARTICLE_NUMERALS, STR_ARG(x->citation->articles));
}

void basis_check_articles(const struct basis *b)
{
    for (size_t i = 0; i < b->texts.n; i++) {
        const struct cited_text *t = &b->texts.at[i];
        for (size_t k = 0; k < t->list.n; k++)
            if (t->list.at[k].articles.n)
                check_list(&(struct context){b, t, &t->list.at[k]});
    }
}
