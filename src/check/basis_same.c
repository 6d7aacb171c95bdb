#include "check/basis_same.h"

#include "base/utf8.h"
#include "check/organ.h"

static const struct {
    const char *words, *brief;
} shorter[] = {
    {"中华人民共和国", ""},
    {"国家医疗保障局", "国家医保局"},
    {"医疗保障局", "医保局"},
    {"人力资源和社会保障", "人社"},
    {"人力资源社会保障", "人社"},
    {"卫生健康委员会", "卫健委"},
    {"卫生健康委", "卫健委"},
    {"国家发展和改革委员会", "国家发改委"},
    {"国家发展改革委", "国家发改委"},
    {"暂行", "\1"}, /* dropped from the core only */
    {"试行", "\1"},
};

static bool is_mark(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x3000 ||
           rune_in(c, "《》〈〉<>＜＞（）()[]〔〕【】“”‘’\"、，,；;。·");
}

struct str ref_plain(struct arena *a, struct str words)
{
    struct buf b = {0};
    for (struct str rest = words; rest.n;) {
        uint32_t c = utf8_next(&rest);
        if (!is_mark(c))
            buf_rune(&b, c);
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct str replaced(struct arena *a, struct str words, bool core)
{
    struct buf b = {0};
    for (size_t i = 0; i < words.n;) {
        struct str rest = str_from(words, i);
        size_t k = 0, count = sizeof shorter / sizeof *shorter;
        while (k < count && (!str_starts(rest, str_of(shorter[k].words)) ||
                             (shorter[k].brief[0] == '\1' && !core)))
            k++;
        if (k == count) {
            buf_char(&b, words.s[i++]);
        } else {
            if (shorter[k].brief[0] != '\1')
                buf_puts(&b, shorter[k].brief);
            i += str_of(shorter[k].words).n;
        }
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
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

/* 湘医保发/2020/41, 人社部国家医保局/令/41. Numbers of 主席令 begin anew with each congress, so
 * the law belongs to them. */
static struct str key_of(struct arena *a, const struct number *n, struct str core)
{
    if (!n)
        return STR("");
    struct str sign = replaced(a, ref_plain(a, n->sign), true);
    bool president = n->order && str_ends(sign, STR("主席"));
    return str_print(a, "%.*s/%u/%u/%.*s", STR_ARG(sign), n->year, n->value,
                     president ? (int)core.n : 0, core.s);
}

static void add(struct arena *a, struct refs *refs, const struct cited_text *t,
                const struct citation *c)
{
    struct ref ref = {
        .text = t, .citation = c, .number = basis_number(t, c), .order = refs->n};
    struct str title = ref_plain(a, c->title);
    struct str number = STR("");
    if (ref.number)
        number = str_print(a, "%.*s/%u/%u", STR_ARG(ref_plain(a, ref.number->sign)),
                           ref.number->year, ref.number->value);
    ref.form = str_print(a, "%.*s|%.*s", STR_ARG(title), STR_ARG(number));
    ref.name = replaced(a, title, false);
    ref.core = core_of(a, ref.name);
    ref.issuers = organ_prefix(ref.name);
    ref.key = key_of(a, ref.number, ref.core);
    *vec_push(a, refs) = ref;
}

struct refs refs_of(const struct basis *b)
{
    struct refs refs = {0};
    for (size_t i = 0; i < b->texts.n; i++) {
        const struct cited_text *t = &b->texts.at[i];
        for (size_t k = 0; k < t->list.n; k++) {
            const struct citation *c = &t->list.at[k];
            if (c->kind != CITED_NUMBER && c->title.n && (c->numbers || t->basis))
                add(b->check->arena, &refs, t, c);
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
