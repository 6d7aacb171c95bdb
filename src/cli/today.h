/* today - the day, for what compares with it: messages only. Nothing that is published or exported
 * depends on it. */
#ifndef MULU_CLI_TODAY_H
#define MULU_CLI_TODAY_H

#include "base/str.h"

/* The day in Beijing, "2026-01-05": of SOURCE_DATE_EPOCH where that is set to seconds since 1970,
 * else of the clock. In the arena. */
struct str cli_today(struct arena *a);

#endif
