#include "site/synonyms.h"

#include "base/file.h"
#include "base/lookup.h"
#include "base/utf8.h"
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

static void add_words(struct reading *r, struct synonym *s, struct str words)
{
    struct str word;
    while (str_cut(&words, ' ', &word)) {
        word = text_fold(r->arena, word);
        if (word.n)
            *vec_push(r->arena, &s->words) = word;
    }
}

static bool add_line(struct reading *r, struct str line)
{
    struct str whole = line, word;
    if (!str_trim(line).n || str_starts(line, STR("#")))
        return true;
    bool parted = str_has(line, STR("\t")) && str_cut(&line, '\t', &word);
    bool common = parted && str_starts(word, STR("*"));
    word = parted ? text_fold(r->arena, str_from(word, common)) : STR("");
    line = str_trim(line);
    if (!word.n || !line.n || str_has(line, STR("\t")))
        return diag_at(r->d, (struct pos){r->source, offset(r, whole)}, DIAG_SYNONYM_LINE,
                       STR_ARG(str_trim(whole)));
    if (lookup_find(&r->known, word) != STR_NONE)
        diag_at(r->d, (struct pos){r->source, offset(r, whole)}, DIAG_SYNONYM_TWICE,
                STR_ARG(word));
    struct synonym *s = entry(r, word);
    s->common |= common;
    if (!str_eq(line, STR("-")))
        add_words(r, s, line);
    return true;
}

struct synonyms synonyms_load(struct arena *a, struct str path, struct str shown,
                              struct diag *d)
{
    static const struct str mark = STR_INIT("\xEF\xBB\xBF");
    struct source *source = arena_alloc(a, sizeof *source);
    struct reading r = {.arena = a, .source = source, .d = d};
    const char *why;
    if (!file_exists(path.s))
        return r.list;
    source->path = str_copy(a, shown);
    if (!file_read(a, path.s, MOST_BYTES, &source->text, &why)) {
        diag_at(d, (struct pos){0}, DIAG_FILE_READ, path.s, why);
        return r.list;
    }
    size_t bad = utf8_check(source->text);
    if (bad != STR_NONE) {
        diag_at(d, (struct pos){source, bad}, DIAG_SYNONYM_ENCODING);
        return r.list;
    }
    struct str rest = source->text, line;
    if (str_starts(rest, mark))
        rest = str_from(rest, mark.n);
    while (str_cut(&rest, '\n', &line)) {
        if (str_ends(line, STR("\r")))
            line.n--;
        add_line(&r, line);
    }
    return r.list;
}
