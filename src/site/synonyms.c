#include "site/synonyms.h"

#include "base/file.h"
#include "base/lookup.h"
#include "base/utf8.h"
#include "catalog/runes.h"
#include "site/text_fold.h"

enum { MOST_BYTES = 1 << 20 };

struct reading {
    struct arena *arena;
    const struct source *source;
    struct synonyms list;
    struct lookup known;
    struct diag *d;
};

static size_t offset(const struct reading *r, struct str part)
{
    return (size_t)(part.s - r->source->text.s);
}

static struct synonym *entry(struct reading *r, struct str word)
{
    size_t at = lookup_find(&r->known, word);
    if (at != STR_NONE)
        return &r->list.at[at];
    *lookup_value(r->arena, &r->known, word) = r->list.n;
    struct synonym *new = vec_push(r->arena, &r->list);
    new->word = word;
    return new;
}

/* The next word, or "" for two blanks in a row; false at the end. */
static bool next_word(struct str *rest, struct str *word)
{
    if (!rest->n)
        return false;
    *word = *rest;
    while (rest->n) {
        word->n = (size_t)(rest->s - word->s);
        if (utf8_blank(utf8_next(rest)))
            return true;
    }
    word->n = (size_t)(rest->s - word->s);
    return true;
}

/* Marks people put between words; the words of the catalogs may have them, too. */
static void tell_marks(struct reading *r, struct str word)
{
    for (struct str rest = word; rest.n;) {
        size_t place = offset(r, rest);
        if (!rune_in(utf8_next(&rest), "、，,；;"))
            continue;
        diag_at(r->d, (struct pos){r->source, place}, DIAG_SYNONYM_MARK, STR_ARG(word));
        return;
    }
}

static void add_words(struct reading *r, struct synonym *s, struct str words)
{
    struct str word;
    while (next_word(&words, &word)) {
        tell_marks(r, word);
        word = text_fold(r->arena, word);
        if (word.n)
            *vec_push(r->arena, &s->words) = word;
    }
}

/* A dash of any kind, alone. */
static bool is_dash(struct str s)
{
    return s.n && rune_in(utf8_next(&s), "-‐‑‒–—―−－") && !s.n;
}

static bool add_line(struct reading *r, struct str line)
{
    struct str whole = line, word;
    if (!utf8_trim(line).n || str_starts(line, STR("#")))
        return true;
    bool parted = str_has(line, STR("\t")) && str_cut(&line, '\t', &word);
    bool common = parted && str_starts(word, STR("*"));
    struct str plain = parted ? str_from(word, common) : STR("");
    word = text_fold(r->arena, plain);
    line = utf8_trim(line);
    if (!word.n || !line.n || str_has(line, STR("\t")))
        return diag_at(r->d, (struct pos){r->source, offset(r, whole)}, DIAG_SYNONYM_LINE,
                       STR_ARG(str_trim(whole)));
    tell_marks(r, plain);
    if (lookup_find(&r->known, word) != STR_NONE)
        diag_at(r->d, (struct pos){r->source, offset(r, whole)}, DIAG_SYNONYM_TWICE,
                STR_ARG(word));
    struct synonym *s = entry(r, word);
    s->common |= common;
    if (!is_dash(line))
        add_words(r, s, line);
    return true;
}

bool synonyms_load(struct arena *a, struct str path, struct str shown,
                   struct synonyms *list, struct diag *d)
{
    static const struct str mark = STR_INIT("\xEF\xBB\xBF");
    struct source *source = arena_alloc(a, sizeof *source);
    struct reading r = {.arena = a, .source = source, .d = d};
    const char *why;
    *list = r.list;
    if (!name_taken(path.s))
        return true;
    source->path = str_copy(a, shown);
    if (!file_read(a, path.s, MOST_BYTES, &source->text, &why))
        return diag_at(d, (struct pos){0}, DIAG_SYNONYM_READ, source->path.s, why);
    size_t bad = utf8_check(source->text);
    if (bad != STR_NONE)
        return diag_at(d, (struct pos){source, bad}, DIAG_SYNONYM_ENCODING);
    struct str rest = source->text, line;
    if (str_starts(rest, mark))
        rest = str_from(rest, mark.n);
    while (str_cut(&rest, '\n', &line)) {
        if (str_ends(line, STR("\r")))
            line.n--;
        add_line(&r, line);
    }
    *list = r.list;
    return true;
}
