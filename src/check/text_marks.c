/* Marks that stand twice or against each other: 。。 ；。 、， （， */
#include "check/text_rules.h"

#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"

/* The Chinese mark for one of ASCII; 0: it is none. */
static uint32_t mark(uint32_t c)
{
    switch (c) {
    case ',': return 0xFF0C;
    case ';': return 0xFF1B;
    case ':': return 0xFF1A;
    case '.': return 0x3002;
    case '?': return 0xFF1F;
    case '!': return 0xFF01;
    default: return char_stop(c) ? c : 0;
    }
}

/* A point or comma behind a digit or letter belongs to that: 1.、 example.com. */
static bool begins(struct str text, size_t at)
{
    uint32_t c = char_at(text, at), before = char_before(text, at);
    return mark(c) && (c >= 0x80 || char_han(before));
}

/* All the marks are the same, but for their width: 。。 or ；; */
static bool alike(struct str run)
{
    uint32_t first = mark(char_at(run, 0));
    for (size_t i = 0; i < run.n; i += char_size(run, i))
        if (mark(char_at(run, i)) != first)
            return false;
    return true;
}

/* ？！ and ！！！ are allowed (GB/T 15834-2011, 4.3.3). */
static bool is_allowed(struct str run)
{
    for (size_t i = 0; i < run.n; i += char_size(run, i))
        if (!rune_in(mark(char_at(run, i)), "？！"))
            return false;
    return true;
}

/* Of several marks the one that ends most: a 。 outweighs a ；, that a ， */
static struct str heaviest(struct str run)
{
    static const struct str order[] = {STR_INIT("："), STR_INIT("？"), STR_INIT("！"),
                                       STR_INIT("。"), STR_INIT("；"), STR_INIT("，"),
                                       STR_INIT("、")};
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        for (size_t i = 0; i < run.n; i += char_size(run, i))
            if (mark(char_at(run, i)) == char_at(order[k], 0))
                return order[k];
    return run;
}

static void report_run(struct check *check, const struct text *t, struct str run)
{
    if (is_allowed(run))
        return;
    struct advice advice = {.proposal = heaviest(run), .safe = alike(run)};
    report_text(check, t, run, &advice,
                alike(run) ? DIAG_TEXT_MARKS : DIAG_TEXT_MARKS_AGAINST, STR_ARG(run));
}

/* A comma has no business behind an opening bracket or before a closing one. */
static void check_edge(struct check *check, const struct text *t, size_t at)
{
    uint32_t c = char_at(t->words, at), before = char_before(t->words, at);
    size_t end = at + char_size(t->words, at);
    uint32_t behind = char_at(t->words, end);
    bool inside = (rune_in(c, "，、；：。") && rune_in(before, "（《〔")) ||
                  (rune_in(c, "，、") && rune_in(behind, "）》〕"));
    if (!inside)
        return;
    size_t from = rune_in(before, "（《〔") ? at - 3 : at;
    struct str quoted = str_slice(t->words, from, from < at ? end : end + 3);
    struct advice advice = {.erase = true};
    report_text(check, t, str_slice(t->words, at, end), &advice, DIAG_TEXT_MARKS_EDGE,
                STR_ARG(quoted));
}

static void check_text(struct check *check, const struct text *t)
{
    struct str text = t->words;
    for (size_t i = 0; i < text.n;) {
        size_t from = i;
        if (begins(text, i))
            while (i < text.n && mark(char_at(text, i)))
                i += char_size(text, i);
        if (i == from) {
            i += char_size(text, i);
            continue;
        }
        struct str run = str_slice(text, from, i);
        if (run.n > char_size(text, from))
            report_run(check, t, run);
        else
            check_edge(check, t, from);
    }
}

void check_marks(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++)
        if ((check->texts[i].marks & TEXT_FULL) && (check->texts[i].marks & TEXT_PAIR))
            check_text(check, &check->texts[i]);
}
