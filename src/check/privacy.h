/* privacy - the rules about what of a person must not be published. Internal to check. */
#ifndef MULU_CHECK_PRIVACY_H
#define MULU_CHECK_PRIVACY_H

#include "check/text.h"

void check_privacy(struct check *check);

/* What a number of a text is. Numbers with blanks inside are passed without them. */
enum private_number { PRIVATE_NONE, PRIVATE_IDENTITY, PRIVATE_MOBILE, PRIVATE_BANK };

/* Tells by shape and check digits: an identity number of GB 11643-1999 (18 digits, the last
 * by ISO 7064 MOD 11-2) or of 15 digits with a good date, a mobile number (11 digits from
 * 13 to 19), a bank card (16 to 19 digits of UnionPay, Luhn's check digit). */
enum private_number private_number(struct str digits);

#endif
