#include "check/phone.h"

#include "base/utf8.h"

enum {
    GROUPS_MOST = 4,
    DIGITS_MOST = 16,
    NUMBER_LEAST = 5, /* digits: 12345 */
    NUMBER_MOST = 12, /* more are no telephone number: an identity number, an account */
    AREA_SHORT = 3,   /* 010 */
    AREA_LONG = 4     /* 0737 */
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Digits with what joins them. */
struct groups {
    struct {
        char digits[DIGITS_MOST + 1];
        size_t n;
        size_t end; /* behind the group */
    } at[GROUPS_MOST];
    size_t n, digits;
    bool wide, dash, bracket; /* full-width digits, other dashes, (0737) in brackets */
};

static int digit_of(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    return c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10) : -1;
}

static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 || c == 0xFF0D ||
           c == 0x2212;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == 0x3000 || c == 0xA0;
}

static uint32_t char_at(struct str s, size_t at, size_t *end)
{
    struct str rest = str_from(s, at);
    uint32_t c = rest.n ? utf8_next(&rest) : 0;
    *end = s.n - rest.n;
    return c;
}

/* Reads one group of digits at *at. */
static bool read_group(struct str s, size_t *at, struct groups *g)
{
    size_t end, n = 0;
    if (g->n == GROUPS_MOST)
        return false;
    for (;;) {
        uint32_t c = char_at(s, *at, &end);
        int digit = digit_of(c);
        if (digit < 0)
            break;
        if (n < DIGITS_MOST)
            g->at[g->n].digits[n] = (char)('0' + digit);
        n++;
        g->wide = g->wide || c > '9';
        *at = end;
    }
    if (!n)
        return false;
    g->at[g->n].n = n < DIGITS_MOST ? n : DIGITS_MOST;
    g->at[g->n].end = *at;
    g->digits += n;
    g->n++;
    return true;
}

/* The place behind what joins two groups: dashes with blanks around them, or a blank, or the
 * bracket behind a 区号. `at` itself when nothing does. */
static size_t skip_joint(struct str s, size_t at, struct groups *g)
{
    size_t end, dashes = 0, from = at;
    bool other = false, blank = false;
    for (;;) {
        uint32_t c = char_at(s, at, &end);
        if (is_dash(c)) {
            dashes++;
            other = other || c != '-';
        } else if (is_blank(c)) {
            blank = true;
        } else if ((c == ')' || c == 0xFF09) && g->bracket && g->n == 1) {
            dashes += dashes == 0;
        } else {
            break;
        }
        at = end;
    }
    size_t next;
    if (digit_of(char_at(s, at, &next)) < 0 || (!dashes && !blank))
        return from;
    g->dash = g->dash || other || dashes > 1 || (dashes && blank && !g->bracket);
    return at;
}

static bool is_area(const char *digits, size_t n)
{
    if (n == AREA_SHORT)
        return digits[0] == '0' &&
               ((digits[1] == '1' && digits[2] == '0') || digits[1] == '2');
    return n == AREA_LONG && digits[0] == '0' && digits[1] >= '3';
}

static bool looks_like_area(const char *digits, size_t n)
{
    return digits[0] == '0' && (n == AREA_SHORT || n == AREA_LONG);
}

/* Reads digits and joints from `at`, where a digit or a bracket stands. */
static bool read_groups(struct str s, size_t at, struct groups *g)
{
    size_t end;
    uint32_t c = char_at(s, at, &end);
    *g = (struct groups){0};
    if (c == '(' || c == 0xFF08) {
        g->bracket = true;
        at = end;
    }
    if (!read_group(s, &at, g))
        return false;
    bool area = looks_like_area(g->at[0].digits, g->at[0].n);
    while (g->n < GROUPS_MOST) {
        struct groups before = *g;
        size_t next = skip_joint(s, at, g);
        bool blank = next > at && is_blank(char_at(s, at, &end)) && !g->dash;
        /* blanks join only what is known to be one number */
        if (next == at || (blank && !(area && g->n == 1) && g->at[0].n != AREA_SHORT)) {
            *g = before;
            break;
        }
        at = next;
        read_group(s, &at, g);
    }
    return true;
}

/* ---- what the digits are ---- */

static struct str digits(const struct groups *g, size_t i)
{
    return (struct str){g->at[i].digits, g->at[i].n};
}

static void set_number(struct arena *a, struct phone *p, struct str area,
                       struct str local, const struct groups *g, size_t extension)
{
    p->area = str_copy(a, area);
    p->local = str_copy(a, local);
    p->number =
        area.n ? str_print(a, "%.*s-%.*s", STR_ARG(area), STR_ARG(local)) : p->local;
    for (size_t i = extension; i < g->n; i++)
        p->number = str_print(a, "%.*s-%.*s", STR_ARG(p->number), STR_ARG(digits(g, i)));
}

static size_t local_length(struct str area)
{
    return area.n == AREA_SHORT ? 8 : 7;
}

static bool is_service(struct str d)
{
    return d.n <= 8 && (d.s[0] == '1' || d.s[0] == '9');
}

/* 区号 and number in groups of their own. Returns false when it is neither. */
static bool with_area(struct arena *a, const struct groups *g, struct phone *p)
{
    struct str area = digits(g, 0), local = digits(g, 1);
    if (local.n < NUMBER_LEAST || local.n > 10)
        return false;
    p->fault = g->wide ? PHONE_WIDE : g->dash ? PHONE_DASH : PHONE_FINE;
    set_number(a, p, area, local, g, 2);
    if (!is_area(area.s, area.n))
        p->fault = PHONE_AREA;
    else if (local.n != 8 && local.n != local_length(area) &&
             !(local.n == NUMBER_LEAST && is_service(local)))
        p->fault = PHONE_COUNT; /* 0737-12345 is dialled from elsewhere */
    if (p->fault == PHONE_AREA || p->fault == PHONE_COUNT)
        p->number = STR("");
    return true;
}

/* 07372817103: the 区号 and the number run together. */
static bool run_together(struct arena *a, const struct groups *g, struct phone *p)
{
    struct str all = digits(g, 0);
    size_t n = all.s[1] == '1' || all.s[1] == '2' ? AREA_SHORT : AREA_LONG;
    struct str area = str_slice(all, 0, n), local = str_from(all, n);
    p->fault = PHONE_COUNT;
    if (is_area(area.s, area.n) && (local.n == 8 || local.n == local_length(area))) {
        p->fault = PHONE_JOINT;
        set_number(a, p, area, local, g, 1);
    }
    return true;
}

static bool is_mobile(struct str d)
{
    return d.n == 11 && d.s[0] == '1' && d.s[1] >= '3';
}

static bool is_toll_free(struct str d)
{
    return d.n == 10 && (str_starts(d, STR("400")) || str_starts(d, STR("800")));
}

/* A number without 区号 in front, in a text that speaks of telephones. */
static bool alone(struct arena *a, const struct groups *g, struct phone *p)
{
    char all[GROUPS_MOST * DIGITS_MOST];
    size_t n = 0;
    for (size_t i = 0; i < g->n; i++)
        for (size_t k = 0; k < g->at[i].n; k++)
            all[n++] = g->at[i].digits[k];
    struct str whole = {all, n}, first = digits(g, 0);
    if (n < NUMBER_LEAST || (g->n == 1 && n > NUMBER_MOST))
        return false;
    p->fault = g->wide ? PHONE_WIDE : g->dash ? PHONE_DASH : PHONE_FINE;
    if (is_mobile(whole) || is_toll_free(whole)) {
        p->number = str_copy(a, whole);
        if (g->n > 1 && p->fault == PHONE_DASH)
            p->fault = PHONE_FINE; /* grouped as one likes */
        return true;
    }
    if (first.n == 7 || first.n == 8 || (is_service(first) && g->n == 1)) {
        set_number(a, p, STR(""), first, g, 1);
        if (first.s[0] == '0')
            p->fault = PHONE_COUNT;
        return true;
    }
    if (g->n > 1 && n < NUMBER_MOST && first.n < 3)
        return false; /* 8-12: hours, floors */
    if (g->n == 1 && first.s[0] == '0' && first.n >= 9)
        return run_together(a, g, p);
    p->fault = PHONE_COUNT;
    return g->n == 1 || str_eq(first, STR("400")) || str_eq(first, STR("800"));
}

/* ---- where they stand ---- */

/* What a number counts: then it is none. */
static bool is_amount(struct str behind)
{
    static const struct str units[] = {
        STR_INIT("年"), STR_INIT("月"),   STR_INIT("日"),   STR_INIT("元"),
        STR_INIT("人"), STR_INIT("个"),   STR_INIT("万"),   STR_INIT("%"),
        STR_INIT("室"), STR_INIT("号窗"), STR_INIT("号楼"), STR_INIT("邮编")};
    for (size_t i = 0; i < COUNT(units); i++)
        if (str_starts(behind, units[i]))
            return true;
    return false;
}

/* True for the characters of codes and addresses, of which digits may be a part. */
static bool is_code(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '.' ||
           c == ':' || c == '_' || c == '=' || c == '@' || c == 0x3014 || c == 0x3015 ||
           c == '[' || c == ']' || is_dash(c);
}

/* A word farther away, in bytes, speaks of another number. */
enum { CLAUSE_MOST = 600 };

/* The beginning of the sentence or line, as far as it is near. */
static size_t clause_start(struct str words, size_t at)
{
    size_t least = at > CLAUSE_MOST ? at - CLAUSE_MOST : 0;
    while (at > least) {
        size_t size;
        uint32_t c = utf8_last(str_slice(words, 0, at), &size);
        if (c == 0xFF1B || c == ';' || c == 0x3002 || c == '\n')
            break;
        at -= size;
    }
    return at;
}

static bool speaks_of_phones(struct str before)
{
    static const struct str words[] = {STR_INIT("电话"), STR_INIT("热线"),
                                       STR_INIT("拨打"), STR_INIT("手机"),
                                       STR_INIT("传真"), STR_INIT("致电")};
    for (size_t i = 0; i < COUNT(words); i++)
        if (str_has(before, words[i]))
            return true;
    return false;
}

/* What the number is called: the words before it, back to a mark. */
static struct str label_before(struct str words, size_t at)
{
    size_t end = at, from;
    for (from = at; from > 0;) {
        size_t size;
        uint32_t c = utf8_last(str_slice(words, 0, from), &size);
        bool colon = c == 0xFF1A || c == ':' || c == 0xFF08 || c == '(' || is_blank(c);
        if (colon && end == from)
            end = from - size; /* the marks right before the number */
        else if (colon || c == 0xFF1B || c == ';' || c == 0x3002 || c == 0x3001 ||
                 c == 0xFF0C || c == ',' || c == '\n' || c == 0xFF09 || c == ')' ||
                 digit_of(c) >= 0)
            break;
        from -= size;
    }
    return str_slice(words, from, end);
}

static bool read_phone(struct arena *a, struct str words, size_t at, bool spoken,
                       struct phone *p, size_t *end)
{
    struct groups g;
    size_t size;
    uint32_t before = at ? utf8_last(str_slice(words, 0, at), &size) : 0;
    *p = (struct phone){.number = STR(""), .area = STR(""), .local = STR("")};
    if (!read_groups(words, at, &g))
        return false;
    *end = g.at[g.n - 1].end;
    struct str behind = str_from(words, *end);
    bool in_code = (before && is_code(before) && before != ':' && before != '/') ||
                   (behind.n && (is_code((unsigned char)behind.s[0])) &&
                    behind.s[0] != '/' && behind.s[0] != '.');
    if (in_code || is_amount(behind))
        return false;
    struct str first = digits(&g, 0);
    bool area = g.n > 1 && looks_like_area(first.s, first.n);
    uint32_t close = char_at(words, g.at[0].end, &size);
    if (g.bracket && (!area || (close != ')' && close != 0xFF09)))
        return false; /* the bracket is another's: the digits are met again behind it */
    if (!(area && with_area(a, &g, p)) &&
        !(alone(a, &g, p) &&
          (spoken || speaks_of_phones(str_slice(words, clause_start(words, at), at)))))
        return false;
    p->text = str_slice(words, at, *end);
    p->label = label_before(words, at);
    return true;
}

bool phone_next(struct arena *a, struct str words, size_t *at, bool spoken,
                struct phone *phone)
{
    while (*at < words.n) {
        unsigned char first = (unsigned char)words.s[*at];
        if (first != '(' && first != 0xEF && (first < '0' || first > '9')) {
            ++*at; /* begins no number, and no byte inside a character looks as if */
            continue;
        }
        size_t next, end;
        uint32_t c = char_at(words, *at, &next);
        bool bracket =
            (c == '(' || c == 0xFF08) && digit_of(char_at(words, next, &end)) == 0;
        if (digit_of(c) < 0 && !bracket) {
            *at = next;
            continue;
        }
        size_t from = *at;
        if (read_phone(a, words, from, spoken, phone, &end)) {
            *at = end;
            return true;
        }
        struct groups g; /* not a number: pass over its first group */
        *at = !bracket && read_groups(words, from, &g) ? g.at[0].end : next;
    }
    return false;
}
