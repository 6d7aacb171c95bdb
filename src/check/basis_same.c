#include "check/basis_same.h"

#include "base/lookup.h"
#include "base/utf8.h"
#include "check/organ.h"

#include <string.h>

/* Long names of offices, as they are written and in brief. Dropped from the core only:
 * 暂行, 试行. */
static const struct {
    struct str words, brief;
    bool core;
} shorter[] = {
    {STR_INIT("中华人民共和国"), STR_INIT(""), false},
    {STR_INIT("国家医疗保障局"), STR_INIT("国家医保局"), false},
    {STR_INIT("医疗保障局"), STR_INIT("医保局"), false},
    {STR_INIT("人力资源和社会保障"), STR_INIT("人社"), false},
    {STR_INIT("人力资源社会保障"), STR_INIT("人社"), false},
    {STR_INIT("卫生健康委员会"), STR_INIT("卫健委"), false},
    {STR_INIT("卫生健康委"), STR_INIT("卫健委"), false},
    {STR_INIT("国家发展和改革委员会"), STR_INIT("国家发改委"), false},
    {STR_INIT("国家发展改革委"), STR_INIT("国家发改委"), false},
    {STR_INIT("暂行"), STR_INIT(""), true},
    {STR_INIT("试行"), STR_INIT(""), true},
};

enum { SHORTER = sizeof shorter / sizeof *shorter };

static bool is_mark(uint32_t c)
{
    if (c >= 0x3400 && c <= 0x9FFF)
        return false;
    return c <= ' ' || c == 0xA0 || c == 0x3000 ||
           rune_in(c, "《》〈〉<>＜＞（）()[]〔〕【】“”‘’\"、，,；;。·");
}

struct str ref_plain(struct arena *a, struct str words)
{
    char *out = arena_alloc(a, words.n);
    size_t n = 0;
    for (struct str rest = words; rest.n;) {
        const char *from = rest.s;
        bool mark = is_mark(utf8_next(&rest));
        for (; from < rest.s && !mark; from++)
            out[n++] = *from;
    }
    return (struct str){out, n};
}

/* The row whose words the text begins with, or SHORTER. */
static size_t row_at(struct str text, bool core)
{
    size_t k = text.n < 3 ? SHORTER : 0; /* the third byte says most */
    while (k < SHORTER &&
           (text.s[2] != shorter[k].words.s[2] || (shorter[k].core && !core) ||
            !str_starts(text, shorter[k].words)))
        k++;
    return k;
}

/* With the names in brief; never longer than before. */
static struct str replaced(struct arena *a, struct str words, bool core)
{
    char *out = arena_alloc(a, words.n);
    size_t n = 0;
    for (struct str rest = words; rest.n;) {
        size_t k = row_at(rest, core);
        const char *from = rest.s;
        if (k < SHORTER) {
            memcpy(out + n, shorter[k].brief.s, shorter[k].brief.n);
            n += shorter[k].brief.n;
            rest = str_from(rest, shorter[k].words.n);
        } else {
            utf8_next(&rest);
            memcpy(out + n, from, (size_t)(rest.s - from));
            n += (size_t)(rest.s - from);
        }
    }
    return (struct str){out, n};
}

static struct str core_of(struct arena *a, struct str name)
{
    struct str core = replaced(a, name, true);
    size_t about = str_find(core, STR("关于"));
    if (about == STR_NONE)
        return core;
    core = str_from(core, about + STR("关于").n);
    if (str_starts(core, STR("印发"))) {
        core = str_from(core, STR("印发").n);
        if (str_ends(core, STR("的通知")))
            core.n -= STR("的通知").n;
    }
    return core;
}

/* 湘医保发/2020/41, 人社部国家医保局/0/41. */
static struct str key_of(struct arena *a, const struct number *n)
{
    if (!n)
        return STR("");
    struct str sign = replaced(a, ref_plain(a, n->sign), true);
    return str_print(a, "%.*s/%u/%u", STR_ARG(sign), n->year, n->value);
}

/* The words that decide all names of a citation, as one text. */
static struct str words_of_ref(struct arena *a, const struct citation *c,
                               const struct number *n)
{
    struct str sign = n ? n->sign : STR("");
    unsigned numbers[] = {n ? n->year : 0, n ? n->value : 0, n != NULL};
    char *words = arena_raw(a, c->title.n + sign.n + sizeof numbers);
    memcpy(words, numbers, sizeof numbers);
    memcpy(words + sizeof numbers, sign.s, sign.n);
    memcpy(words + sizeof numbers + sign.n, c->title.s, c->title.n);
    return (struct str){words, sizeof numbers + sign.n + c->title.n};
}

/* Most documents are cited many times in the same words: `seen` knows the first of each. */
static void add(struct arena *a, struct refs *refs, struct lookup *seen,
                const struct cited_text *t, const struct citation *c)
{
    struct ref ref = {
        .text = t, .citation = c, .number = basis_number(t, c), .order = refs->n};
    size_t *first = lookup_value(a, seen, words_of_ref(a, c, ref.number));
    if (*first != STR_NONE) {
        struct ref again = refs->at[*first];
        again.text = t;
        again.citation = c;
        again.number = ref.number;
        again.order = ref.order;
        *vec_push(a, refs) = again;
        return;
    }
    *first = refs->n;
    ref.title = ref_plain(a, c->title);
    struct str number = STR("");
    if (ref.number)
        number = str_print(a, "%.*s/%u/%u", STR_ARG(ref_plain(a, ref.number->sign)),
                           ref.number->year, ref.number->value);
    ref.form = str_print(a, "%.*s|%.*s", STR_ARG(ref.title), STR_ARG(number));
    ref.name = replaced(a, ref.title, false);
    ref.core = core_of(a, ref.name);
    ref.issuers = organ_prefix(ref.name);
    ref.key = key_of(a, ref.number);
    *vec_push(a, refs) = ref;
}

static struct refs refs_of(const struct basis *b)
{
    struct refs refs = {0};
    struct lookup seen = {0};
    for (size_t i = 0; i < b->texts.n; i++) {
        const struct cited_text *t = &b->texts.at[i];
        for (size_t k = 0; k < t->list.n; k++) {
            const struct citation *c = &t->list.at[k];
            if (c->kind != CITED_NUMBER && c->title.n && (c->numbers || t->basis))
                add(b->check->arena, &refs, &seen, t, c);
        }
    }
    return refs;
}

int ref_order(const struct ref *a, const struct ref *b)
{
    return a->order < b->order ? -1 : a->order > b->order;
}

bool ref_issuers_differ(const struct ref *a, const struct ref *b)
{
    return a->issuers.n && b->issuers.n && !str_has(a->issuers, b->issuers) &&
           !str_has(b->issuers, a->issuers);
}

size_t ref_line(const struct check *check, const struct ref *ref)
{
    if (ref->text->text->source != &check->catalog->source)
        return 0;
    struct pos pos = text_place(ref->text->text, ref->citation->whole);
    return source_place(pos.src, pos.offset).line;
}

void basis_check_same_documents(const struct basis *b)
{
    struct refs refs = refs_of(b);
    if (!refs.n)
        return;
    basis_check_variants(b->check, &refs);
    basis_check_two_titles(b->check, &refs);
}
