/* search_index: any piece of two characters or more of any text of the five catalogs is found
 * by its sequences of two characters, against a naive scan of the exported catalog. */
#include "base/utf8.h"
#include "catalog/json.h"
#include "catalog/load.h"
#include "json.h"
#include "runner.h"
#include "site/search_index.h"

#include "kit.h"
#include <stdlib.h>

enum { QUERIES = 400, LONGEST = 12 };

static struct arena *arena;
static struct pinyin_speller *speller;

/* xorshift: the same questions on every machine. */
static unsigned long long seed = 20201228;

static size_t below(size_t n)
{
    return kit_random(&seed, n);
}

/* ---- the naive way: the folded texts of each item and service ---- */

struct entry_texts {
    struct str title;
    struct str_list lines; /* folded */
};
struct naive {
    struct entry_texts *at;
    size_t n, cap;
};

static void add_lines(struct entry_texts *e, struct str text)
{
    struct str line;
    while (str_cut(&text, '\n', &line)) {
        line = text_fold(arena, line);
        if (line.n)
            *vec_push(arena, &e->lines) = line;
    }
}

static void add_item(struct naive *all, const struct json *item, struct str group)
{
    const struct json *printed = json_member(item, "printed"),
                      *levels = json_member(item, "levels"),
                      *flow = json_member(item, "flow");
    struct entry_texts *e = vec_push(arena, all);
    e->title = text_fold(arena, json_member(item, "title")->text);
    add_lines(e, group);
    for (size_t i = 0; i < printed->n; i++)
        if (!str_eq(printed->keys[i], STR("title")))
            add_lines(e, printed->at[i].text);
    for (size_t i = 0; i < levels->n; i++)
        add_lines(e, levels->at[i].text);
    const struct json *nodes = json_member(flow, "nodes");
    for (size_t i = 0; i < nodes->n; i++)
        add_lines(e, json_member(&nodes->at[i], "text")->text);
    const struct json *services = json_member(item, "services");
    for (size_t i = 0; i < services->n; i++)
        add_item(all, &services->at[i], group);
}

static struct naive naive_read(const struct catalog *c)
{
    struct naive all = {0};
    struct buf text = {0};
    catalog_json(c, &text);
    const struct json *j = json_read(arena, str_copy(arena, buf_str(&text)), NULL);
    const struct json *groups = json_member(j, "groups");
    buf_drop(&text);
    for (size_t g = 0; g < groups->n; g++) {
        const struct json *items = json_member(&groups->at[g], "items");
        for (size_t i = 0; i < items->n; i++)
            add_item(&all, &items->at[i], json_member(&groups->at[g], "title")->text);
    }
    return all;
}

static bool naive_has(const struct entry_texts *e, struct str q)
{
    for (size_t i = 0; i < e->lines.n; i++)
        if (str_has(e->lines.at[i], q))
            return true;
    return false;
}

/* ---- by the index ---- */

static long number(const struct json *j)
{
    return strtol(str_copy(arena, j->text).s, NULL, 10);
}

/* Counts for each number of a list of differences (-n: n numbers larger by one each); true when
 * they rise below `n`. */
static bool count(const struct json *list, size_t *counts, size_t n)
{
    size_t sum = 0;
    for (size_t i = 0; i < list->n; i++) {
        long step = number(&list->at[i]);
        for (long left = step < 0 ? -step : 1; left; left--) {
            sum += step < 0 ? 1 : (size_t)step;
            if ((i && !step) || sum >= n)
                return false;
            counts[sum]++;
        }
    }
    return true;
}

static const struct json *find_gram(const struct json *grams, struct str gram)
{
    for (size_t i = 0; i < grams->n; i++)
        if (str_eq(grams->keys[i], gram))
            return &grams->at[i];
    return NULL;
}

/* Lines that have every sequence of the question, and it. */
static bool *lines_found(const struct json *index, struct str q)
{
    const struct json *lines = json_member(index, "lines"),
                      *grams = json_member(index, "grams");
    size_t *counts = arena_array(arena, lines->n + 1, sizeof *counts), wanted = 0;
    bool *found = arena_array(arena, lines->n + 1, sizeof *found);
    struct str rest = q, first = q;
    utf8_next(&rest);
    while (rest.n) {
        struct str second = rest;
        utf8_next(&rest);
        struct str gram = {first.s, (size_t)(rest.s - first.s)};
        const struct json *list = find_gram(grams, gram);
        wanted++;
        CHECK(!list || count(list, counts, lines->n));
        first = second;
    }
    for (size_t i = 0; i < lines->n; i++)
        found[i] = counts[i] >= wanted && /* a sequence may stand twice in it */
                   str_has(text_fold(arena, lines->at[i].text), q);
    return found;
}

/* The entries that print one of the lines: a row of "of" is a list, an entry counted from the
 * first of the line before, or -n for n lines of that one. */
static size_t *entries_found(const struct json *index, const bool *lines, size_t entries)
{
    const struct json *of = json_member(index, "of");
    size_t *counts = arena_array(arena, entries + 1, sizeof *counts), first = 0, line = 0;
    for (size_t i = 0; i < of->n; i++) {
        const struct json *row = &of->at[i];
        long step = row->kind == JSON_LIST ? 0 : number(row);
        if (row->kind == JSON_LIST) {
            CHECK(!lines[line] || count(row, counts, entries));
            first = (size_t)number(&row->at[0]);
            line++;
            continue;
        }
        first += step > 0 ? (size_t)step : 0;
        CHECK(first < entries);
        for (long left = step < 0 ? -step : 1; left; left--)
            counts[first] += lines[line++];
    }
    CHECK(line == json_member(index, "lines")->n);
    return counts;
}

/* A piece of a text, of at least two characters where it has them. */
static struct str piece(struct str text)
{
    size_t chars = utf8_count(text), from = below(chars < 2 ? 1 : chars - 1),
           n = 2 + below(LONGEST - 1);
    struct str rest = text;
    while (from--)
        utf8_next(&rest);
    struct str q = rest;
    while (n-- && rest.n)
        utf8_next(&rest);
    q.n -= rest.n;
    return q;
}

static size_t compare(const struct json *index, const struct naive *all, struct str q,
                      const char *name)
{
    size_t *found = entries_found(index, lines_found(index, q), all->n), hits = 0;
    for (size_t i = 0; i < all->n; i++) {
        bool wanted = naive_has(&all->at[i], q);
        hits += wanted;
        if (wanted && !found[i])
            printf("%s: «%.*s» not found in entry %zu\n", name, STR_ARG(q), i);
        CHECK(!wanted || found[i]);
    }
    return hits;
}

static void check_catalog_of(const char *name)
{
    struct diag *d = diag_new();
    struct str folder = str_print(arena, "catalogs/%s", name);
    struct catalog *c = catalog_load(folder, folder, d);
    diag_drop(d);
    CHECK(c);
    if (!c)
        return;
    struct search_files files = search_index(c, speller, arena);
    CHECK(files.n == 1 && files.at[0].bytes.n < 200 * 1000);
    const struct json *index = json_read(arena, files.at[0].bytes, NULL);
    struct naive all = naive_read(c);
    const struct json *items = json_member(index, "items");
    CHECK(items->n == all.n && all.n > 0);
    for (size_t i = 0; i < items->n; i++)
        CHECK_STR(name, text_fold(arena, json_at(&items->at[i], 0)->text),
                  all.at[i].title);
    size_t hits = 0;
    for (size_t i = 0; i < QUERIES; i++) {
        const struct str_list *lines = &all.at[below(all.n)].lines;
        struct str q = lines->n ? piece(lines->at[below(lines->n)]) : STR("");
        if (utf8_count(q) >= 2)
            hits += compare(index, &all, q, name);
    }
    CHECK(hits > QUERIES / 2);
    catalog_drop(c);
}

TEST(every_piece_is_found)
{
    static const char *const names[] = {"ningxia", "ningxiang", "pingdingshan",
                                        "xinjiang", "yuanjiang"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_catalog_of(names[i]);
}

TEST(texts_are_folded)
{
    static const struct {
        const char *text, *folded;
    } rows[] = {
        {"", ""},
        {" \n\t", ""},
        {"门诊 慢特病\n病种　待遇", "门诊慢特病病种待遇"},
        {"ＤＲＧ付费（零星）", "drg付费(零星)"},
        {"㎡Ⅷ①", "m2viii1"},
        {"ΟΔΟΣ ß", "οδοσß"},
        {"ﾊﾟ", "パ"},
        {"\u200B零\u00AD宽", "零宽"},
        {"\U00020BB7野家", "\U00020BB7野家"},
        {"\uFDFA", "صلىاللهعليهوسلم"}, /* one that becomes eighteen */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(rows[i].text, text_fold(arena, str_of(rows[i].text)),
                  str_of(rows[i].folded));
}

TEST(titles_are_spelled)
{
    static const struct {
        const char *title, *spelled;
    } rows[] = {
        {"", ""},
        {"异地就医", "yi di jiu yi"},
        {"异地长期居住人员备案", "yi di chang qi ju zhu ren yuan bei an"},
        {"ＤＲＧ付费（2021版）", "drg fu fei 2021 ban"},
        {"银行卡、行政", "yin hang ka xing zheng"},
        {"调整 女性", "tiao zheng nu xing"},
        {"——", ""},
    };
    for (int time = 0; time < 2; time++) /* the second time it is remembered */
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            CHECK_STR(rows[i].title, pinyin_spell(speller, arena, str_of(rows[i].title)),
                      str_of(rows[i].spelled));
}

TEST(the_head_is_an_object_but_for_its_end)
{
    CHECK_STR("head", search_index_head(STR("{\"v\":1\n,\"lines\":[]}\n")),
              STR("{\"v\":1"));
    CHECK_STR("nothing", search_index_head(STR("")), STR(""));
}

int main(void)
{
    arena = arena_new();
    speller = pinyin_speller_new();
    RUN(texts_are_folded);
    RUN(titles_are_spelled);
    RUN(the_head_is_an_object_but_for_its_end);
    RUN(every_piece_is_found);
    pinyin_speller_drop(speller);
    arena_drop(arena);
    return runner_end();
}
