/* The rules on the notice: which of them a notice breaks. */
#include "catalog/load.h"
#include "check/check.h"
#include "runner.h"

#include <string.h>

#define NUMBER "<number>沅医保〔2020〕3号</number>"
#define TITLE "<title>沅江市医疗保障局关于印发《沅江市医疗保障事项清单》的通知</title>"
#define TO "<to>各局：</to>"
#define END "<signer>沅江市医疗保障局</signer><date>2020-01-02</date>"

/* The ids of the rules that speak of the notice, each behind a blank. */
static struct str broken(struct arena *a, const char *notice)
{
    struct diag *d = diag_new();
    struct str text = str_print(
        a,
        "<catalog id=\"t\" kind=\"list\" scheme=\"\"><region code=\"430981\" "
        "name=\"沅江市\"/><title>沅江市医疗保障事项清单</title><issuer>沅江市医疗保障局"
        "</issuer><notice>%s</notice><group><title>甲</title></group></catalog>",
        notice);
    struct catalog *c = catalog_load_text(text, STR("t/catalog.xml"), d);
    CHECK(c);
    if (c)
        check_catalog(NULL, c, NULL, d);
    diag_sort(d);
    struct buf b = {0};
    for (size_t i = 0; i < diag_total(d); i++) {
        struct str id = diag_problem(d, i)->id;
        if (str_starts(id, STR("notice-")) && !str_eq(id, STR("notice-body")))
            buf_printf(&b, " %.*s", STR_ARG(id));
    }
    struct str ids = str_copy(a, buf_str(&b));
    buf_drop(&b);
    catalog_drop(c);
    diag_drop(d);
    return ids;
}

TEST(notices_and_the_rules_they_break)
{
    static const struct {
        const char *notice, *ids;
    } rows[] = {
        {NUMBER TITLE TO END, ""},
        {"", " notice-number notice-title notice-signer notice-date"},
        /* a notice of another year's number, without its kind; two annexes */
        {"<number>沅医保〔2019〕3号</number><title>沅江市医疗保障局关于印发清单</"
         "title>" TO "<annex>甲表</annex><annex>乙表</annex>" END,
         " notice-number notice-title notice-annex"},
        {"<number>沅江市医疗保障局令第3号</number><title>沅江市医疗保障局通知</title>" TO
         "<annex>《沅江市医疗保障事项清单》</annex>" END,
         " notice-title"},
        {"<number>〔2020〕3号</number>" TITLE TO END, " notice-number"},
        {"<number>3号</number>" TITLE TO END, " notice-number"},
        /* brackets and serials are those of any citation */
        {"<number>沅医保[2020]03号</number>" TITLE TO END, ""},
        {NUMBER TITLE END, " notice-to"},
        {NUMBER TITLE "<to>各局。</to>" END, " notice-to"},
        {NUMBER TITLE "<to>各局:</to>" END, ""}, /* text-width */
        {"<title>沅江市医疗保障局关于公布清单的公告</title>" END, ""},
        /* another's notice passed on; two organs; short for the organ */
        {NUMBER
         "<title>沅江市政府办转发沅江市医疗保障局关于印发《沅江市医疗保障事项清单》的"
         "通知</title>" TO END,
         ""},
        {NUMBER
         "<title>沅江市医疗保障局 沅江市财政局关于印发《沅江市医疗保障事项清单》的通知"
         "</title>" TO
         "<signer>沅江市医疗保障局 沅江市财政局</signer><date>2020-01-02</date>",
         ""},
        {NUMBER TITLE TO "<signer>沅江市医保局</signer><date>2020-01-02</date>", ""},
        {NUMBER TITLE TO "<signer>沅江市财政局</signer><date>2020-01-02</date>",
         " notice-title notice-signer"},
        /* names of the catalog, one of several documents */
        {NUMBER "<title>关于印发《沅江市医疗事项清单》的通知</title>" TO END,
         " notice-title"},
        {NUMBER "<title>关于印发《沅江市医疗保障事项清单》《办事指南》的通知</title>" TO
                "<annex no=\"1.\">沅江市医疗保障事项清单</annex>"
                "<annex no=\"2.\">办事指南</annex>" END,
         ""},
        {NUMBER TITLE TO "<annex no=\"1.\">沅江市医疗保障事项清单；</annex>" END,
         " notice-annex notice-annex"},
        {NUMBER TITLE TO "<remark>此件公开发布</remark>" END, " notice-order"},
        {NUMBER TITLE TO END "<printed date=\"2020-01-01\">办公室</printed>",
         " notice-form"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(rows[i].notice, broken(a, rows[i].notice), str_of(rows[i].ids));
    arena_drop(a);
}

int main(void)
{
    RUN(notices_and_the_rules_they_break);
    return runner_end();
}
