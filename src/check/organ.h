/* organ - who issued a document, and whether office, place and document number fit. Internal
 * to check.
 *
 * Reads the names before 关于 in a title or before 令: 平顶山市人力资源和社会保障局 is an office of
 * a city, 国家医保局 one of the nation. The signs that document numbers begin with are those
 * of the provinces (豫 for 河南); cities and counties choose theirs freely. */
#ifndef MULU_CHECK_ORGAN_H
#define MULU_CHECK_ORGAN_H

#include "base/str.h"

enum organ_level { ORGAN_UNKNOWN, ORGAN_NATION, ORGAN_PROVINCE, ORGAN_LOCAL };

struct organ {
    struct str text; /* the whole name */
    struct str
        place; /* 平顶山市, 河南省, 自治区; "" for the nation and where none is named */
    enum organ_level level;
    bool hall;   /* a 厅: only provinces and ministries have them */
    bool county; /* the place is a county (县, 旗) */
};
struct organs {
    struct organ *at;
    size_t n, cap;
};

/* The offices that a text names one after the other, in the arena. Texts borrow. */
struct organs organs_of(struct arena *a, struct str words);

/* The part of a document's title that names who issued it: what stands before the first
 * 关于, 转发, 印发, 批转. "" when the title begins with them or has none. */
struct str organ_prefix(struct str title);

/* A province (also 自治区, 直辖市). */
struct province {
    struct str name; /* 河南 */
    struct str full; /* 河南省 */
    struct str code; /* 41 */
    struct str sign; /* 豫 */
    bool shared; /* a city in another province begins its numbers alike: 宁 (南京) */
};

/* The province whose sign a document number begins with, or NULL. */
const struct province *province_of_sign(struct str sign);
/* The province that a place begins with (河南省, 内蒙古自治区), or NULL. */
const struct province *province_of_place(struct str place);
/* The province of a region code (430981), or NULL. */
const struct province *province_of_code(struct str code);

/* True when the number's sign is that of an office of the nation: 国发, 人社部发. Signs that a
 * bureau may use too (医保发) are not. */
bool sign_national(struct str sign);

#endif
