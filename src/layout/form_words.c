#include "layout/form_words.h"

#include "base/buf.h"
#include "base/utf8.h"

static bool opens(uint32_t c)
{
    return c == '(' || c == 0xFF08;
}

static bool closes(uint32_t c)
{
    return c == ')' || c == 0xFF09;
}

static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x3000;
}

static bool has_any(struct str words, const char *const *list)
{
    for (; *list; list++)
        if (str_has(words, str_of(*list)))
            return true;
    return false;
}

static bool ends_any(struct str words, const char *const *list)
{
    for (; *list; list++)
        if (str_ends(words, str_of(*list)))
            return true;
    return false;
}

/* Marks that have no place in a name. */
static bool is_mark(uint32_t c)
{
    static const uint32_t marks[] = {'.',    ',',    ':',    ';',    '"',    0xA5,
                                     0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF0E,
                                     0x201C, 0x201D, 0x25A1, 0xFFE5};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (c == marks[i])
            return true;
    return false;
}

/* Behind the last mark that parts sentences, unless it ends the words or stands in
 * brackets; behind numbering. */
static struct str last_clause(struct str words)
{
    struct str clause = words, start = words;
    bool number = false;
    size_t depth = 0;
    for (struct str rest = words; rest.n;) {
        struct str from = rest;
        uint32_t c = utf8_next(&rest);
        bool ends = c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == ';' || c == ',';
        bool numbered = number && (c == 0x3001 || c == '.' || c == 0xFF0E);
        number = c >= '0' && c <= '9' && (number || from.s == start.s);
        depth = opens(c) ? depth + 1 : depth - (closes(c) && depth);
        if ((ends || numbered) && rest.n && depth == 0)
            clause = start = rest;
    }
    return clause;
}

/* The words without blanks and marks; what stands in brackets only with `brackets`. */
static struct str strip(struct arena *a, struct str words, bool brackets, size_t most)
{
    struct buf b = {0};
    size_t depth = 0, n = 0;
    while (words.n && n < most) {
        uint32_t c = utf8_next(&words);
        if (opens(c))
            depth++;
        else if (closes(c))
            depth -= depth > 0;
        else if (!is_blank(c) && !is_mark(c) && (brackets || depth == 0)) {
            buf_rune(&b, c);
            n++;
        }
    }
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return copy;
}

struct str words_name(struct arena *a, struct str words)
{
    enum { MOST_CHARACTERS = 20 };
    struct str clause = last_clause(words);
    struct str name = strip(a, clause, false, MOST_CHARACTERS);
    return name.n ? name : strip(a, clause, true, MOST_CHARACTERS);
}

struct str words_told(struct arena *a, struct str words)
{
    struct buf b = {0};
    for (struct str rest = last_clause(words); rest.n;) {
        uint32_t c = utf8_next(&rest);
        bool last = !rest.n && (c == ':' || c == 0xFF1A || opens(c));
        if (!is_blank(c) && c != 0x25A1 && !last)
            buf_rune(&b, c);
    }
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return copy;
}

bool words_by_hand(struct str words)
{
    static const char *const pens[] = {"签字", "签名", "签章", "签署", "指印",
                                       "手印", "照片", "相片", NULL};
    static const char *const people[] = {"经办人", "承诺人", NULL};
    static const char *const named[] = {"名称", "编码", "单位", "机构", NULL};
    struct arena *a = arena_new();
    struct str all = strip(a, words, true, STR_NONE);
    struct str bare = strip(a, words, false, STR_NONE);
    bool stamp = str_has(all, STR("章"));
    bool hand = has_any(all, pens) || str_is(bare, people[0]) ||
                str_is(bare, people[1]) ||
                (stamp && (str_has(bare, STR("章")) || !ends_any(bare, named)));
    arena_drop(a);
    return hand;
}

/* （由医保部门填写） but not （新参保由医保部门填写）, which names a case. */
static bool for_office(struct arena *a, struct str words)
{
    static const char *const offices[] = {"部门填写", "机构填写", NULL};
    struct str all = strip(a, words, true, STR_NONE);
    struct str bare = strip(a, words, false, STR_NONE);
    struct str note = str_starts(all, bare) ? str_from(all, bare.n) : STR("");
    if (str_starts(note, STR("由")))
        note = str_from(note, STR("由").n);
    return ends_any(note, offices) && !str_has(note, STR("由"));
}

bool words_of_office(struct str words)
{
    static const char *const acts[] = {"审核", "审批", "复核", NULL};
    struct arena *a = arena_new();
    struct str bare = strip(a, words, false, STR_NONE);
    bool office = str_starts(bare, STR("经办机构")) || str_ends(bare, STR("编号")) ||
                  has_any(bare, acts) || for_office(a, words);
    arena_drop(a);
    return office;
}

bool words_are_number(struct str words)
{
    bool any = false;
    while (words.n) {
        uint32_t c = utf8_next(&words);
        bool digit = (c >= '0' && c <= '9') || c == '.' || c == 0x2026;
        if (!digit && !opens(c) && !closes(c) && !is_blank(c))
            return false;
        any |= digit;
    }
    return any;
}
