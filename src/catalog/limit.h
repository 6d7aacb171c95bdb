/* limit - time limits: from the published text to numbers.
 *
 * The text is never changed; parts are derived beside it. Understood are
 *   即时办结, 当场办结, 即办         immediate
 *   不超过5个工作日, 5个工作日内     within, working days (个 may be missing)
 *   60日, 60天                       within, calendar days
 *   3个月, 半年, 1年                 within; 半个月 is 15 days, 1周 is 7 days
 * with Arabic, full-width or Chinese numerals, blanks anywhere, and compounds by person or
 * by channel: 在职职工不超过5个工作日；灵活就业人员即时办结, 线下即时办结/线上不超过2个工作日内.
 * Everything else is a part of kind LIMIT_OTHER: said, not guessed; so are numbers above
 * 9999. A text of which nothing was understood is one such part without words; beside
 * understood parts its words stand in `when` (医院办结；线上2个工作日). 0个工作日 is immediate. */
#ifndef MULU_CATALOG_LIMIT_H
#define MULU_CATALOG_LIMIT_H

#include "catalog/model.h"

/* A longer text is not a limit but a page pasted into the wrong field. */
enum { LIMIT_MOST_BYTES = 4096 };

/* The parts of a limit, in the order of the text; none for an empty text. Texts in the
 * result borrow from `text`, the array lives in the arena. */
struct limit limit_parse(struct arena *a, struct str text);

/* True when every part was understood. */
bool limit_known(const struct limit *l);

/* Compares the longest parts of two limits: less than, equal to or greater than 0. A month
 * counts as 30 days, a year as 365, and five working days as seven days. Both must be
 * known and not empty. */
int limit_compare(const struct limit *a, const struct limit *b);

#endif
