/* What an index says of the entries themselves. A region of 2,000 items has to be read by a
 * phone whatever it asks, so nothing is said twice: pinyin is written by the character, a code
 * by what differs from the one before. */
#include "site/search_parts.h"

#include "base/utf8.h"
#include "catalog/fields.h"
#include "html/view.h"

/* How each character of the titles is spelled; "" where it has no letters. */
struct spelling {
    struct lookup known; /* character → number in `spelled` */
    VEC(struct str) spelled;
    struct lookup syllables; /* spelling → number in `groups` */
    VEC(struct spelled_alike {
        struct str spelling;
        struct buf characters;
    })
    alike;
};

static struct str next_character(struct str *rest)
{
    struct str c = *rest;
    utf8_next(rest);
    c.n -= rest->n;
    return c;
}

static void add_character(struct spelling *s, struct arena *a, struct str c,
                          struct str spelling)
{
    size_t *at = lookup_value(a, &s->syllables, spelling);
    if (*at == STR_NONE) {
        *at = s->alike.n;
        vec_push(a, &s->alike)->spelling = spelling;
    }
    buf_put(&s->alike.at[*at].characters, c);
}

static struct str spell_character(struct spelling *s, struct arena *a,
                                  struct pinyin_speller *speller, struct str c)
{
    size_t *at = lookup_value(a, &s->known, c);
    if (*at == STR_NONE) {
        *at = s->spelled.n;
        struct str spelling = pinyin_spell(speller, a, c);
        *vec_push(a, &s->spelled) = spelling;
        if (spelling.n)
            add_character(s, a, c, spelling);
        return spelling;
    }
    return s->spelled.at[*at];
}

static bool is_latin(struct str c)
{
    return c.n == 1 &&
           ((c.s[0] >= 'a' && c.s[0] <= 'z') || (c.s[0] >= '0' && c.s[0] <= '9'));
}

/* As spell() of site.js does it. */
static struct str spell_by_character(struct spelling *s, struct arena *a,
                                     struct pinyin_speller *speller, struct str title)
{
    struct buf b = {0};
    for (struct str rest = text_fold(a, title); rest.n;) {
        struct str c = next_character(&rest);
        if (is_latin(c)) {
            buf_put(&b, c);
            continue;
        }
        struct str spelling =
            c.n == 1 ? STR("") : spell_character(s, a, speller, str_copy(a, c));
        struct str pieces[] = {STR(" "), spelling, STR(" ")};
        for (size_t i = 0; i < 3; i++)
            if (pieces[i].n &&
                (!str_eq(pieces[i], STR(" ")) || (b.n && b.s[b.n - 1] != ' ')))
                buf_put(&b, pieces[i]);
    }
    struct str spelled = str_copy(a, str_trim(buf_str(&b)));
    buf_drop(&b);
    return spelled;
}

/* The number of characters shared with the code before, and the others. */
static void put_code(struct buf *out, struct arena *a, struct str before, struct str code)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    size_t n = 0;
    while (n < before.n && n < code.n && n + 2 < sizeof digits &&
           before.s[n] == code.s[n] && (unsigned char)code.s[n] < 0x80)
        n++;
    buf_json(out, str_print(a, "%c%.*s", digits[n], STR_ARG(str_from(code, n))));
}

static void put_entries(const struct search_entries *entries,
                        struct pinyin_speller *speller, struct spelling *s,
                        struct arena *a, struct buf *out)
{
    struct str before = {0};
    for (size_t i = 0; i < entries->n; i++) {
        const struct search_entry *e = &entries->at[i];
        struct str spelled = pinyin_spell(speller, a, e->title);
        bool regular = str_eq(spelled, spell_by_character(s, a, speller, e->title));
        buf_puts(out, i ? ",[" : "[");
        buf_json(out, e->title);
        buf_char(out, ',');
        put_code(out, a, before, e->code);
        if (e->address.n || !regular) {
            buf_char(out, ',');
            buf_json(out, e->address);
        }
        if (!regular) {
            buf_char(out, ',');
            buf_json(out, spelled);
        }
        buf_char(out, ']');
        before = e->code;
    }
}

static void put_groups(const struct catalog *c, const struct search_entries *entries,
                       struct arena *a, struct buf *out)
{
    size_t next = 0;
    for (size_t i = 0; i < c->groups.n; i++) {
        size_t first = next;
        while (next < entries->n && entries->at[next].group == i)
            next++;
        buf_puts(out, i ? ",[" : "[");
        buf_json(out, view_title(a, field_text(c->groups.at[i].title)));
        buf_printf(out, ",%zu]", next - first);
    }
}

void search_put_head(const struct catalog *c, const struct search_entries *entries,
                     struct pinyin_speller *speller, struct arena *scratch,
                     struct buf *out)
{
    struct spelling s = {0};
    struct buf items = {0};
    put_entries(entries, speller, &s, scratch, &items);
    buf_puts(out, "{\"v\":2,\"id\":");
    buf_json(out, c->id);
    buf_puts(out, ",\"title\":");
    buf_json(out, view_title(scratch, c->title));
    buf_puts(out, ",\"region\":");
    buf_json(out, c->region_name);
    buf_puts(out, ",\"groups\":[");
    put_groups(c, entries, scratch, out);
    buf_puts(out, "],\"spell\":{");
    for (size_t i = 0; i < s.alike.n; i++) {
        buf_puts(out, i ? "," : "");
        buf_json(out, s.alike.at[i].spelling);
        buf_char(out, ':');
        buf_json(out, buf_str(&s.alike.at[i].characters));
        buf_drop(&s.alike.at[i].characters);
    }
    buf_puts(out, "},\"items\":[");
    buf_put(out, buf_str(&items));
    buf_puts(out, "]\n");
    buf_drop(&items);
}
