/* contacts - the rules about telephone numbers, channels and addresses of the web. Internal to
 * check. */
#ifndef MULU_CHECK_CONTACTS_H
#define MULU_CHECK_CONTACTS_H

#include "check/phone.h"
#include "check/report.h"

/* A number where a text gives it. */
struct call {
    const struct text *text;
    struct phone phone;
};
struct calls {
    struct call *at;
    size_t n, cap;
};

/* All numbers of the catalog, in the order of check->texts. In the arena. */
struct calls calls_of(struct check *check);

/* Each number by itself: its shape, and a number given as an online channel. */
void check_phone_shapes(struct check *check, const struct calls *calls);

/* Numbers beside each other: two for one office, another 区号. */
void check_phone_two(struct check *check, const struct calls *calls);
void check_phone_areas(struct check *check, const struct calls *calls);

/* 现场查询 under 办理渠道. */
void check_channels(struct check *check, const struct calls *calls);
/* channel-steps. */
void check_channel_steps(struct check *check);

void check_urls(struct check *check);
/* link-target: links and images in Markdown. */
void check_targets(struct check *check);

#endif
