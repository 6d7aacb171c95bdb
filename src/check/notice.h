/* notice - rules on the 印发通知 (GB/T 9704-2012). Internal to check. */
#ifndef MULU_CHECK_NOTICE_H
#define MULU_CHECK_NOTICE_H

#include "check/text.h"

/* What is signed: the organ, the dates, the number and whom it is for. */
void check_notice_signer(struct check *check);
void check_notice_dates(struct check *check);
void check_notice_number(struct check *check);
void check_notice_to(struct check *check);
/* The remark （此件主动公开） among the text, or without brackets. */
void check_notice_remark(struct check *check);

/* What is issued: the title, what it and the text name in 《》, the annexes. */
void check_notice_title(struct check *check);
void check_notice_annexes(struct check *check);

/* When the pages went public, beside these dates; also of a catalog without a notice. */
void check_web_dates(struct check *check);

/* The year in the brackets of a number: 2020 of 沅医保〔2020〕3号; "" where there is none. */
struct str notice_year(struct str number);

/* The text of the notice whose words are this member of it; NULL when it is empty. */
const struct text *notice_text(const struct check *check, struct str words);

/* A name without blanks, line ends and 《》〈〉: for comparing. In the arena. */
struct str notice_bare(struct arena *a, struct str name);

/* True when the names may be those of one organ: one is part of the other (of several, or
 * without its place) or short for it. */
bool notice_akin(struct arena *a, struct str one, struct str two);

#endif
