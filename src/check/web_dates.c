/* When the pages went public: not in the future, and not before what they publish was issued. */
#include "check/notice.h"

#include "catalog/place.h"
#include "check/checker.h"
#include "check/report.h"

/* The later of the days the catalog says it was issued on, or "". */
static struct str issued(const struct catalog *c)
{
    struct str a = c->document_date, b = c->notice.date;
    return str_cmp(a, b) < 0 ? b : a;
}

static struct str number_of(const struct catalog *c)
{
    return c->document_number.n ? c->document_number : c->notice.number;
}

void check_web_dates(struct check *check)
{
    const struct catalog *c = check->catalog;
    struct str published = c->web_published, today = check->checker->today;
    struct str day = str_slice(published, 0, STR("2020-12-28").n);
    struct str number = number_of(c), year = notice_year(number);
    if (!published.n)
        return;
    size_t at = place_inside(&c->source, c->at, "web").offset;
    if (today.n && str_cmp(day, today) > 0)
        report_attribute(check, NULL, at, "published", NULL, DIAG_WEB_FUTURE,
                         STR_ARG(published), STR_ARG(today));
    else if (str_cmp(day, issued(c)) < 0)
        report_attribute(check, NULL, at, "published", NULL, DIAG_WEB_EARLY,
                         STR_ARG(published), STR_ARG(issued(c)));
    else if (year.n && str_cmp(str_slice(day, 0, year.n), year) < 0)
        report_attribute(check, NULL, at, "published", NULL, DIAG_WEB_EARLY_NUMBER,
                         STR_ARG(published), STR_ARG(number));
}
