#include "fidelity.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "catalog/load.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct fidelity_document fidelity_documents[FIDELITY_DOCUMENTS] = {
    {"yuanjiang", "tests/sources/yuanjiang-guide-2020.txt", NULL},
    {"ningxiang", "tests/sources/ningxiang-levels-2022.txt", "levels"},
    {"pingdingshan", "tests/sources/pingdingshan-list.txt", "list"},
    {"xinjiang", "tests/sources/xinjiang-disclosure.txt", "disclosure"},
    {"ningxia", "tests/sources/ningxia-list-2023.txt", "list"},
};

struct str ink_print(struct arena *a, const char *format, ...)
{
    struct buf b = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&b, format, args);
    va_end(args);
    struct str text = kit_ink(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

struct str ink_joined(struct arena *a, const struct str_list *texts)
{
    struct buf b = {0};
    for (size_t i = 0; i < texts->n; i++)
        buf_put(&b, texts->at[i]);
    struct str text = kit_ink(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

struct str without_lines(struct arena *a, struct str text)
{
    struct buf b = {0};
    struct str piece;
    while (str_cut(&text, '_', &piece))
        buf_put(&b, piece);
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return copy;
}

/* ---- running programs ---- */

/* The build under test: of MULU_BUILD (set by run.sh), else the usual one. */
static const char *build_folder(void)
{
    const char *folder = getenv("MULU_BUILD");
    return folder ? folder : "build/release";
}

const struct json *exported_catalog(struct arena *a, const char *id)
{
    struct str command =
        str_print(a, "%s/mulu export catalogs/%s --format json", build_folder(), id);
    const struct json *catalog = json_read(a, kit_output(a, command.s), NULL);
    if (!catalog) {
        printf("%s: export is not JSON\n", id);
        exit(1);
    }
    return catalog;
}

struct str published_site(struct arena *a, const char *only)
{
    struct str folder = str_print(a, "%s/tests/fidelity-%s", build_folder(), only);
    const char *why = "";
    if (!dir_remove(folder.s, &why) || !dir_make(build_folder(), &why)) {
        printf("%s: %s\n", folder.s, why);
        exit(1);
    }
    struct buf b = {0};
    buf_printf(&b, "%s/mulu build --only %s -o %s", build_folder(), only, folder.s);
    for (size_t i = 0; i < FIDELITY_DOCUMENTS; i++)
        buf_printf(&b, " catalogs/%s", fidelity_documents[i].id);
    buf_puts(&b, " 2>&1");
    kit_output(a, str_copy(a, buf_str(&b)).s);
    buf_drop(&b);
    return folder;
}

struct str pdf_text(struct arena *a, const char *path)
{
    return kit_output(a, str_print(a, "pdftotext -raw -enc UTF-8 %s -", path).s);
}

/* ---- pools ---- */

struct pool *pool_new(struct arena *a, struct str text)
{
    struct pool *p = arena_alloc(a, sizeof *p);
    struct buf b = {0};
    struct str page;
    while (str_cut(&text, '\f', &page)) {
        buf_put(&b, kit_ink(a, page));
        *vec_push(a, &p->ends) = b.n;
    }
    p->text = str_copy(a, buf_str(&b));
    p->used = arena_array(a, b.n + 1, sizeof *p->used);
    buf_drop(&b);
    return p;
}

static bool is_free(const struct pool *p, size_t at, size_t n)
{
    for (size_t i = at; i < at + n; i++)
        if (p->used[i])
            return false;
    return true;
}

/* The first free occurrence in [from, to), or STR_NONE. */
static size_t find_free(const struct pool *p, size_t from, size_t to, struct str text)
{
    while (from + text.n <= to) {
        size_t found = str_find(str_slice(p->text, from, to), text);
        if (found == STR_NONE)
            return STR_NONE;
        if (is_free(p, from + found, text.n))
            return from + found;
        from += found + 1;
    }
    return STR_NONE;
}

static void mark(struct pool *p, size_t at, size_t n)
{
    for (size_t i = at; i < at + n; i++)
        p->used[i] = true;
}

static bool starts_rune(struct str text, size_t at)
{
    return at >= text.n || ((unsigned char)text.s[at] & 0xC0) != 0x80;
}

/* Whether the text begins on the page that ends at ends.at[page] and goes on behind it. The
 * longest piece counts: a page is filled before the next one is begun. */
static bool take_broken(struct pool *p, size_t page, size_t *from, size_t to,
                        struct str text)
{
    enum { LEAST = 6 }; /* two characters: less would be found anywhere */
    size_t end = p->ends.at[page];
    for (size_t n = text.n - 1; n >= LEAST; n--) {
        struct str head = str_slice(text, 0, n), tail = str_from(text, n);
        if (!starts_rune(text, n) || tail.n < LEAST)
            continue;
        size_t at = find_free(p, *from, end, head), behind = end;
        if (at == STR_NONE)
            continue;
        mark(p, at, n);
        if (pool_take(p, &behind, to, tail)) {
            *from = at + n;
            return true;
        }
        memset(p->used + at, 0, n);
    }
    return false;
}

bool pool_take(struct pool *p, size_t *from, size_t to, struct str text)
{
    if (to > p->text.n)
        to = p->text.n;
    size_t start = *from, page = 0;
    for (; start < to; page++) {
        while (page < p->ends.n && p->ends.at[page] <= start)
            page++;
        size_t end = page < p->ends.n ? p->ends.at[page] : to;
        size_t at = find_free(p, start, end < to ? end : to, text);
        if (at != STR_NONE) {
            mark(p, at, text.n);
            *from = at + text.n;
            return true;
        }
        size_t begin = start;
        if (end < to && take_broken(p, page, &begin, to, text)) {
            *from = begin;
            return true;
        }
        start = end;
    }
    return text.n == 0;
}

struct str pool_rest(struct arena *a, const struct pool *p, size_t from, size_t to)
{
    struct buf b = {0};
    for (size_t i = from; i < to && i < p->text.n; i++) {
        if (!p->used[i])
            buf_char(&b, p->text.s[i]);
        else if (b.n && b.s[b.n - 1] != ' ')
            buf_char(&b, ' ');
    }
    struct str rest = str_trim(str_copy(a, buf_str(&b)));
    buf_drop(&b);
    return rest;
}

/* ---- counting ---- */

void tally_found(struct tally *t, struct str text)
{
    t->texts += text.n > 0;
    t->characters += utf8_count(text);
}

void tally_lost(struct tally *t, const char *where, struct str text)
{
    t->lost += utf8_count(text);
    printf("%s, %s: lost at %s: «%.*s»\n", t->document, t->direction, where,
           STR_ARG(text));
}

void tally_print(const struct tally *t)
{
    printf("%-12s %s: %zu texts of %zu characters found, %zu characters lost\n",
           t->document, t->direction, t->texts, t->characters, t->lost);
}

/* ---- parts of catalogs ---- */

struct str chinese_date(struct arena *a, struct str iso)
{
    if (iso.n != 10)
        return iso;
    return str_print(a, "%.4s年%d月%d日", iso.s, atoi(iso.s + 5), atoi(iso.s + 8));
}

struct str_list notice_texts(struct arena *a, const struct json *catalog)
{
    const struct json *n = json_member(catalog, "notice");
    static const char *const names[] = {"head", "number", "title", "to", "body"};
    struct str_list list = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        *vec_push(a, &list) = kit_ink(a, json_member(n, names[i])->text);
    const struct json *annexes = json_member(n, "annexes");
    for (size_t i = 0; i < annexes->n; i++)
        *vec_push(a, &list) =
            ink_print(a, "%s%.*s", i ? "" : "附件：", STR_ARG(annexes->at[i].text));
    *vec_push(a, &list) = kit_ink(a, json_member(n, "remark")->text);
    *vec_push(a, &list) = kit_ink(a, json_member(n, "signer")->text);
    *vec_push(a, &list) = kit_ink(a, chinese_date(a, json_member(n, "date")->text));
    return list;
}

static void push_lines(struct arena *a, struct str_list *list, const struct json *lines)
{
    for (size_t i = 0; i < lines->n; i++)
        *vec_push(a, list) = kit_ink(a, lines->at[i].text);
}

struct str_list form_texts(struct arena *a, const struct json *form)
{
    struct str_list list = {0};
    *vec_push(a, &list) = kit_ink(a, json_member(form, "title")->text);
    push_lines(a, &list, json_member(form, "above"));
    const struct json *rows = json_member(form, "rows");
    for (size_t r = 0; r < rows->n; r++)
        for (size_t c = 0; c < rows->at[r].n; c++)
            *vec_push(a, &list) =
                kit_ink(a, json_member(&rows->at[r].at[c], "text")->text);
    push_lines(a, &list, json_member(form, "below"));
    return list;
}

struct catalog *stored_yuanjiang(void)
{
    struct diag *diag = diag_new();
    const struct str folder = STR("catalogs/yuanjiang");
    struct catalog *catalog = catalog_load(folder, folder, diag);
    diag_drop(diag);
    if (!catalog) {
        printf("catalogs/yuanjiang: not loaded\n");
        exit(1);
    }
    return catalog;
}

const struct flow *stored_flow(const struct catalog *catalog, struct str code)
{
    for (size_t g = 0; g < catalog->groups.n; g++)
        for (size_t i = 0; i < catalog->groups.at[g].items.n; i++)
            if (str_eq(catalog->groups.at[g].items.at[i].code, code))
                return &catalog->groups.at[g].items.at[i].flow;
    return NULL;
}

const struct json *find_form(const struct json *catalog, struct str id)
{
    const struct json *forms = json_member(catalog, "forms");
    for (size_t i = 0; i < forms->n; i++)
        if (str_eq(json_member(&forms->at[i], "id")->text, id))
            return &forms->at[i];
    return NULL;
}

static int compare_lengths(const void *a, const void *b)
{
    const struct str *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n ? 1 : -1) : str_cmp(*x, *y);
}

void longest_first(struct str_list *texts)
{
    if (texts->n)
        qsort(texts->at, texts->n, sizeof *texts->at, compare_lengths);
}
