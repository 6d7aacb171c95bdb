#include "check/text_known.h"

#include "check/checker.h"
#include "check/text_look.h"
#include "check/text_rules.h"

#include <string.h>

enum { LONGEST = 500 /* bytes */, HEAD = 3 };

/* The words, behind what else rules go by that note something. */
static struct str question(const struct text *t, char *at)
{
    at[0] = (char)t->part;
    at[1] = (char)t->field;
    at[2] =
        (char)(text_markdown(t) | (t->attribute != NULL) << 1 | (t->entry != NULL) << 2);
    memcpy(at + HEAD, t->words.s, t->words.n);
    return (struct str){at, HEAD + t->words.n};
}

static struct text_known *look(struct arena *a, const struct checker *k, struct str words)
{
    struct text_known *known = arena_alloc(a, sizeof *known);
    text_look(words, &k->pairs, &known->marks, &known->tables);
    return known;
}

struct text_known *text_known(const struct check *check, const struct text *t)
{
    struct checker *k = check->checker;
    if (t->words.n > LONGEST)
        return look(check->arena, k, t->words);
    char at[HEAD + LONGEST];
    struct str asked = question(t, at);
    const struct text_known *kept = memo_find(k->texts, asked);
    if (kept)
        return (struct text_known *)kept;
    struct text_known *known = look(k->room, k, t->words);
    memo_keep(k->texts, asked, known);
    return known;
}
