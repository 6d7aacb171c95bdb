/* code - item codes of C0109.1-2018 and the 统一社会信用代码 of GB 32100-2015.
 *
 *     002036001001                          basic: 00 20 36001 001
 *     002036001002-1                        basic with a local suffix
 *     11440300MB2D072246 4 442036001001     implementing: issuer, level, basic
 *     … 02                                  business item: + serial
 *     … 20220623 0068                       case: implementing + date + serial
 *
 * Real codes are stranger than the standard, so a code is classified, never rejected:
 * what has another shape is local unless it is nearly a national one. */
#ifndef MULU_CATALOG_CODE_H
#define MULU_CATALOG_CODE_H

#include "base/str.h"

enum code_form {
    CODE_EMPTY,
    CODE_BASIC,        /* 12 characters */
    CODE_IMPLEMENTING, /* 31 */
    CODE_BUSINESS,     /* 33 */
    CODE_CASE,         /* 43 */
    CODE_LOCAL,        /* another shape: 511A0138000000, 0731-Y */
    CODE_MALFORMED     /* a basic code with something wrong in it: 0020360040Y */
};

/* What is wrong in a CODE_MALFORMED code, or remarkable in another. */
enum code_fault {
    CODE_FINE,
    /* of malformed codes */
    CODE_CASE_OF_LETTERS, /* 00203600100y */
    CODE_BLANKS,          /* 00203 60090 0Y; only in the national directory, other places
                           * print their codes in blocks: 1307 36010 001 */
    CODE_LENGTH,          /* 0020360040Y */
    CODE_DIRECTORY,       /* first two digits are no province and not 00: 902036001002 */
    CODE_LOOKALIKE,       /* O for 0, I or l for 1, full-width digits */
    CODE_SUB,             /* a Y that is not 00Y: 00203600101Y */
    /* of implementing, business and case codes, whose form stays what it is */
    CODE_USCC,           /* the check character of the 社会信用代码 does not fit */
    CODE_LEVEL,          /* 行使层级 is not 1 to 6 */
    CODE_LEAF,           /* ends in 00Y, a main item: what is carried out is a sub-item */
    CODE_DATE,           /* of a case: no such day */
    CODE_BUSINESS_SERIAL /* 00: business items count from 01 */
};

enum sub_kind {
    SUB_MAIN,  /* 00Y: a main item that has sub-items */
    SUB_ALONE, /* 000: a main item without sub-items */
    SUB_ITEM   /* 001 to 999 */
};

/* The parts of a code; texts borrow from the code and are "" where it has no such part. */
struct code {
    enum code_form form;
    enum code_fault fault;
    struct str text;      /* the whole, as given */
    struct str base;      /* the 12 characters of the basic code */
    struct str suffix;    /* the local suffix with its dash: "-1" */
    struct str directory; /* 2: 00 national, else the province's first two digits */
    struct str type;      /* 2: 事项类型 */
    struct str main;      /* 5: 主项 */
    struct str sub;       /* 3: 子项 */
    enum sub_kind sub_kind;
    struct str uscc;     /* 18: 统一社会信用代码 of the 实施主体 */
    struct str level;    /* 1: 行使层级 */
    struct str business; /* 2 */
    struct str date;     /* 8: yyyymmdd */
    struct str serial;   /* 4 */
};

/* Takes a code apart. Never fails. The parts of a code with blanks, small letters or
 * full-width digits in it are "": they stand in code_parse(code_mended()). */
struct code code_parse(struct str text);

/* True for a basic code of the national directory (first two digits 00), with or without a
 * local suffix. */
bool code_national(const struct code *c);

/* The code without blanks, with capital letters, ASCII digits and digits for the letters
 * that look like them, when that gives a code of the standard: what was most likely meant.
 * In the arena; equal to `text` when there is nothing to mend. */
struct str code_mended(struct arena *a, struct str text);

/* What the last three characters of a basic code say. */
enum sub_kind code_sub_kind(struct str base);

/* True when both basic codes have the same first 9 characters (directory, type, 主项). */
bool code_same_main(struct str a, struct str b);

/* The check character of the first 17 characters of a 统一社会信用代码 (GB 32100-2015), or
 * 0 when one of them is not in its alphabet or there are fewer than 17. */
char uscc_check(struct str s);

/* The check character of the first 8 characters of a 主体标识码 (GB 11714, characters 9 to
 * 16 of a 统一社会信用代码), or 0 when they are no digits and capital letters. */
char organ_check(struct str s);

/* Chinese names of the parts' values: "公共服务" for type 20, "区县" for level 4, "河南省" for
 * directory 41; "" when unknown. Static text. Unknown types occur in real lists (21, 99) and
 * are no mistake. */
const char *code_type_name(struct str type);
const char *code_level_name(struct str level);
const char *code_directory_name(struct str directory);

#endif
