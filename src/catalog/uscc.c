/* The check characters of GB 32100-2015 (whole code, 5.5) and of GB 11714 (characters 9 to
 * 17 of it). */
#include "catalog/code.h"

/* No I, O, S, V, Z: they look like digits or like each other. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
enum { BASE = 31, USCC_BODY = 17, ORGAN_BODY = 8 };

static int uscc_value(char c)
{
    for (int i = 0; i < BASE; i++)
        if (alphabet[i] == c)
            return i;
    return -1;
}

/* Weights are 3^(i-1) mod 31. A remainder of 0 gives the check value 0, not 31. */
char uscc_check(struct str s)
{
    unsigned sum = 0, weight = 1;
    if (s.n < USCC_BODY)
        return 0;
    for (size_t i = 0; i < USCC_BODY; i++) {
        int value = uscc_value(s.s[i]);
        if (value < 0)
            return 0;
        sum += (unsigned)value * weight;
        weight = weight * 3 % BASE;
    }
    return alphabet[(BASE - sum % BASE) % BASE];
}

/* In GB 11714 letters count on from the digits: A is 10, Z is 35. */
static int organ_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
}

char organ_check(struct str s)
{
    static const unsigned weights[ORGAN_BODY] = {3, 7, 9, 10, 5, 8, 4, 2};
    unsigned sum = 0;
    if (s.n < ORGAN_BODY)
        return 0;
    for (size_t i = 0; i < ORGAN_BODY; i++) {
        int value = organ_value(s.s[i]);
        if (value < 0)
            return 0;
        sum += (unsigned)value * weights[i];
    }
    unsigned check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : (char)('0' + check);
}
