#include "cli/today.h"

#include <stdlib.h>
#include <time.h>

/* The seconds of the variable; false when it is not set, or to something else. */
static bool epoch(time_t *t)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = text ? strtoll(text, &end, 10) : -1;
    bool good = seconds >= 0 && end != text && !*end;
    if (good)
        *t = (time_t)seconds;
    return good;
}

struct str cli_today(struct arena *a)
{
    enum { BEIJING = 8 * 3600 }; /* without summer time since 1991 */
    time_t t;
    struct tm tm;
    if (!epoch(&t))
        t = time(NULL);
    t += BEIJING;
    if (!gmtime_r(&t, &tm))
        return STR("");
    return str_print(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}
