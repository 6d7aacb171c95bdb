#include "site/search_parts.h"

#include "base/utf8.h"

/* An index up to WHOLE bytes is one file. A part is about as large as said here, so that the
 * largest region's head (2,000 items: some 110 KB) and what a question takes of the parts stay
 * under the 200 KB that a phone may load; tests/search.js counts them. */
enum { WHOLE = 150 * 1000, GRAM_PART = 2048, LINE_PART = 3072, OF_PART = 3072 };

/* As numbers() of site.js reads it. */
static void put_numbers(struct buf *out, const struct search_numbers *list, size_t before)
{
    buf_char(out, '[');
    for (size_t i = 0; i < list->n;) {
        size_t step = list->at[i] - (i ? list->at[i - 1] : before), run = 0;
        while (i && i + run < list->n && list->at[i + run] == list->at[i - 1] + run + 1)
            run++;
        buf_puts(out, i ? "," : "");
        if (run > 1)
            buf_printf(out, "-%zu", run);
        else
            buf_printf(out, "%zu", step);
        i += run > 1 ? run : 1;
    }
    buf_char(out, ']');
}

static void put_line(struct buf *out, const struct search_posting *p)
{
    buf_json(out, p->text);
}

static void put_gram(struct buf *out, const struct search_posting *p)
{
    buf_json(out, p->text);
    buf_char(out, ':');
    put_numbers(out, &p->of, 0);
}

static size_t first_entry(const struct search_postings *lines, size_t i)
{
    return lines->at[i].of.at[0];
}

/* Who prints the line, as openOf() of site.js reads it: lines mostly stand in the order of
 * the entries, and most are printed by one of them. Lines of a part tell it from the part's
 * first on. Returns the next line. */
static size_t put_of(struct buf *out, const struct search_postings *lines, size_t i,
                     size_t first_of_part)
{
    const struct search_numbers *of = &lines->at[i].of;
    size_t before = i == first_of_part ? 0 : first_entry(lines, i - 1), run = 0;
    buf_puts(out, i == first_of_part ? "" : ",");
    while (i > first_of_part && i + run < lines->n && lines->at[i + run].of.n == 1 &&
           first_entry(lines, i + run) == before)
        run++;
    if (run)
        buf_printf(out, "-%zu", run);
    else if (of->n == 1 && of->at[0] >= before)
        buf_printf(out, "%zu", of->at[0] - before);
    else
        put_numbers(out, of, 0);
    return i + (run ? run : 1);
}

typedef void put_one(struct buf *, const struct search_posting *);

static void put_all(struct buf *out, const struct search_postings *all, put_one *one)
{
    for (size_t i = 0; i < all->n; i++) {
        buf_puts(out, i ? "," : "");
        one(out, &all->at[i]);
    }
}

/* Takes the bytes. */
static void add_file(struct search_files *files, struct arena *a, struct str name,
                     struct buf *bytes)
{
    *vec_push(a, files) = (struct search_file){name, str_copy(a, buf_str(bytes))};
    buf_drop(bytes);
}

static void put_whole(struct buf *out, const struct search_postings *lines,
                      const struct search_postings *grams)
{
    buf_puts(out, ",\"lines\":[");
    put_all(out, lines, put_line);
    buf_puts(out, "],\"of\":[");
    for (size_t i = 0; i < lines->n;)
        i = put_of(out, lines, i, 0);
    buf_puts(out, "]\n,\"grams\":{");
    put_all(out, grams, put_gram);
    buf_puts(out, "}}\n");
}

/* Lines into files of a size; the number of the first of each goes to `firsts`. */
static void put_line_parts(const struct search_postings *lines, struct arena *a,
                           struct search_files *files, struct buf *firsts)
{
    struct buf part = {0};
    for (size_t i = 0, n = 0; i < lines->n; n++) {
        buf_printf(firsts, n ? ",%zu" : "%zu", i);
        for (; i < lines->n && part.n < LINE_PART; i++) {
            buf_char(&part, part.n ? ',' : '[');
            put_line(&part, &lines->at[i]);
        }
        buf_puts(&part, "]\n");
        add_file(files, a, str_print(a, "search/lines-%zu.json", n), &part);
    }
}

/* The same of who prints them. */
static void put_of_parts(const struct search_postings *lines, struct arena *a,
                         struct search_files *files, struct buf *firsts)
{
    struct buf part = {0};
    for (size_t i = 0, n = 0; i < lines->n; n++) {
        size_t first = i;
        buf_printf(firsts, n ? ",%zu" : "%zu", first);
        buf_char(&part, '[');
        while (i < lines->n && part.n < OF_PART)
            i = put_of(&part, lines, i, first);
        buf_puts(&part, "]\n");
        add_file(files, a, str_print(a, "search/of-%zu.json", n), &part);
    }
}

/* The part that has a sequence, of `n`: by its two characters, so that no list has to say it. */
static size_t gram_part(struct str gram, size_t n)
{
    struct str rest = gram;
    size_t first = utf8_next(&rest), second = utf8_next(&rest);
    return (first * 31 + second) % n;
}

static size_t put_grams(const struct search_postings *grams, size_t bytes,
                        struct arena *a, struct search_files *files)
{
    size_t n = bytes / GRAM_PART + 1;
    struct buf *parts = arena_array(a, n, sizeof *parts);
    for (size_t i = 0; i < grams->n; i++) {
        struct buf *part = &parts[gram_part(grams->at[i].text, n)];
        buf_char(part, part->n ? ',' : '{');
        put_gram(part, &grams->at[i]);
    }
    for (size_t i = 0; i < n; i++) {
        buf_puts(&parts[i], parts[i].n ? "}\n" : "{}\n");
        add_file(files, a, str_print(a, "search/grams-%zu.json", i), &parts[i]);
    }
    return n;
}

static void put_parts(struct buf *head, const struct search_postings *lines,
                      const struct search_postings *grams, size_t gram_bytes,
                      struct arena *a, struct search_files *files)
{
    struct buf line_firsts = {0}, of_firsts = {0};
    vec_push(a, files);
    put_line_parts(lines, a, files, &line_firsts);
    put_of_parts(lines, a, files, &of_firsts);
    size_t n = put_grams(grams, gram_bytes, a, files);
    buf_printf(head,
               ",\"parts\":{\"grams\":%zu,\"lines\":[%.*s],\"of\":[%.*s],\"n\":%zu}}\n",
               n, STR_ARG(buf_str(&line_firsts)), STR_ARG(buf_str(&of_firsts)), lines->n);
    files->at[0] = (struct search_file){STR("search.json"), str_copy(a, buf_str(head))};
    buf_drop(&line_firsts);
    buf_drop(&of_firsts);
}

/* The lines that are nothing but a legal basis: a title says more of an item than they do. */
static void put_basis(struct buf *head, const struct search_postings *lines,
                      struct arena *a)
{
    struct search_numbers basis = {0};
    for (size_t i = 0; i < lines->n; i++)
        if (!lines->at[i].elsewhere)
            *vec_push(a, &basis) = i;
    buf_puts(head, ",\"basis\":");
    put_numbers(head, &basis, 0);
    buf_char(head, '\n');
}

void search_put_texts(struct buf *head, const struct search_postings *lines,
                      const struct search_postings *grams, struct arena *a,
                      struct search_files *files)
{
    struct buf whole = {0}, of_grams = {0};
    put_basis(head, lines, a);
    put_whole(&whole, lines, grams);
    put_all(&of_grams, grams, put_gram);
    if (head->n + whole.n > WHOLE) {
        put_parts(head, lines, grams, of_grams.n, a, files);
    } else {
        struct str pieces[] = {buf_str(head), buf_str(&whole)};
        struct str bytes =
            str_print(a, "%.*s%.*s", STR_ARG(pieces[0]), STR_ARG(pieces[1]));
        *vec_push(a, files) = (struct search_file){STR("search.json"), bytes};
    }
    buf_drop(&whole);
    buf_drop(&of_grams);
}
