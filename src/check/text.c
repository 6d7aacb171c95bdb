#include "check/text.h"

#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/place.h"
#include "check/materials.h"
#include "check/names.h"
#include "check/raw.h"
#include "check/text_rules.h"
#include "check/usage.h"
#include "check/words.h"

struct list {
    struct text *at;
    size_t n, cap;
    const struct word_pairs *pairs;
};

/* ---- marks ---- */

static unsigned ascii_mark(unsigned char c)
{
    if (c >= '0' && c <= '9')
        return TEXT_DIGIT;
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
        return TEXT_LATIN;
    switch (c) {
    case ' ':
    case '\t':
    case '\n': return TEXT_BLANK;
    case '(': return TEXT_HALF | TEXT_BRACKET | TEXT_OPENING;
    case ')': return TEXT_HALF | TEXT_BRACKET;
    case ',':
    case '.':
    case ';':
    case ':':
    case '?':
    case '!': return TEXT_HALF;
    case '[':
    case '{': return TEXT_BRACKET | TEXT_OPENING;
    case ']':
    case '}': return TEXT_BRACKET;
    case '"':
    case '\'': return TEXT_QUOTE;
    case '-':
    case '~': return TEXT_DASH;
    default: return c < 0x20 || c == 0x7F ? TEXT_ODD : 0;
    }
}

/* CJK symbols and punctuation, U+3000 to U+303F. */
static unsigned cjk_mark(uint32_t c)
{
    switch (c) {
    case 0x3000: return TEXT_BLANK;
    case 0x3001:
    case 0x3002: return TEXT_FULL;
    case 0x3008:
    case 0x300A: return TEXT_TITLE | TEXT_OPENING;
    case 0x3009:
    case 0x300B: return TEXT_TITLE;
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F: return TEXT_QUOTE;
    case 0x3010:
    case 0x3014: return TEXT_BRACKET | TEXT_OPENING;
    case 0x3011:
    case 0x3015: return TEXT_BRACKET;
    default: return 0;
    }
}

/* Full-width forms, U+FF01 to U+FF5E. */
static unsigned wide_mark(uint32_t c)
{
    unsigned mark = ascii_mark((unsigned char)(c - 0xFF00 + 0x20));
    return mark & TEXT_HALF ? (mark & ~(unsigned)TEXT_HALF) | TEXT_FULL : mark;
}

static unsigned other_mark(uint32_t c)
{
    if (c >= 0x2010 && c <= 0x2015)
        return TEXT_DASH;
    if (c >= 0x2018 && c <= 0x201F)
        return TEXT_QUOTE;
    if (c == 0x2500 || c == 0x2501)
        return TEXT_DASH;
    if (c == 0x25CB || c == 0x25EF)
        return TEXT_RING;
    if (c >= 0x2440 && c < 0x24C0)
        return TEXT_CIRCLE;
    if (c >= 0x380 && c < 0x480)
        return TEXT_GREEK;
    if (c == 0x00A0)
        return TEXT_BLANK;
    if (c < 0xA0 || c == 0xA8 || c == 0xAD || c == 0xFE || (c >= 0x2000 && c <= 0x200F) ||
        (c >= 0x2028 && c <= 0x202F) || (c >= 0x2060 && c <= 0x206F) ||
        (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF900 && c <= 0xFAFF) ||
        (c >= 0x2E80 && c <= 0x2FDF) || c >= 0xFF5F)
        return TEXT_ODD;
    return 0;
}

/* Of the character at the front of *rest, which moves behind it. */
static unsigned next_mark(struct str *rest)
{
    unsigned char first = (unsigned char)rest->s[0];
    if (first < 0x80) {
        *rest = str_from(*rest, 1);
        return ascii_mark(first);
    }
    uint32_t c = utf8_next(rest);
    return c >= 0x3000 && c < 0x3040   ? cjk_mark(c)
           : c >= 0xFF01 && c < 0xFF5F ? wide_mark(c)
                                       : other_mark(c);
}

/* U+4000 to U+9FFF: Chinese characters, which have no mark. */
static bool is_plain(struct str rest)
{
    unsigned char first = (unsigned char)rest.s[0];
    return first >= 0xE4 && first <= 0xE9 && rest.n >= 3;
}

static bool is_stop(unsigned mark)
{
    return mark & (TEXT_HALF | TEXT_FULL) && !(mark & TEXT_BRACKET);
}

/* True for two marks side by side that may not stand so: 。， （， 、） */
static bool is_pair(unsigned before, unsigned mark)
{
    const unsigned bracket = TEXT_BRACKET | TEXT_TITLE;
    return (is_stop(mark) && (is_stop(before) || before & TEXT_OPENING)) ||
           (is_stop(before) && mark & bracket && !(mark & TEXT_OPENING));
}

/* Goes over the words once, for marks and for tables. `pairs` may be NULL. */
static void look(struct str words, const struct word_pairs *pairs, unsigned *marks,
                 unsigned *tables)
{
    unsigned before = 0, key = 0;
    while (words.n) {
        const char *s = words.s;
        bool plain = is_plain(words);
        unsigned mark = 0;
        if (plain)
            words = (struct str){s + 3, words.n - 3};
        else
            mark = next_mark(&words);
        if (mark && before && is_pair(before, mark))
            *marks |= TEXT_PAIR;
        *marks |= mark;
        before = mark;
        if (pairs) {
            unsigned own = words.s == s + 3 ? word_key(s) : 0;
            *tables |= pairs->sets[word_pair(key, own)];
            key = own;
        }
    }
}

unsigned text_marks(struct str words)
{
    unsigned marks = 0, tables = 0;
    look(words, NULL, &marks, &tables);
    return marks;
}

_Static_assert((int)TEXT_WORDS_COUNT <= (int)WORD_TABLES,
               "struct word_pairs has no bits for more");

static void fill_pairs(struct word_pairs *pairs)
{
    static const struct word_table *const tables[TEXT_WORDS_COUNT] = {
        [TEXT_WORDS_LOOKALIKE] = &lookalike_words,
        [TEXT_WORDS_HOLE] = &remnant_words,
        [TEXT_WORDS_ABOLISHED] = &abolished_words,
        [TEXT_WORDS_LEVEL] = &level_words,
        [TEXT_WORDS_VAGUE] = &vague_words,
        [TEXT_WORDS_OUTDATED] = &outdated_words,
        [TEXT_WORDS_BOUND] = &bound_words,
    };
    for (unsigned i = 0; i < TEXT_WORDS_COUNT; i++)
        word_pairs_add(pairs, tables[i], i);
}

/* ---- all texts ---- */

static void add(struct check *check, struct list *list, const struct text *t)
{
    if (!t->words.n)
        return;
    struct text *added = vec_push(check->arena, list);
    *added = *t;
    added->marks = added->tables = 0;
    look(t->words, list->pairs, &added->marks, &added->tables);
    if (!added->source)
        added->source = &check->catalog->source;
}

/* The name of a step stands in an attribute of its own. */
static void add_entries(struct check *check, struct list *list, const struct text *like,
                        const struct entry *entries, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct text t = *like;
        t.entry = &entries[i];
        t.at = entries[i].at;
        t.words = entries[i].name;
        t.attribute = "name";
        add(check, list, &t);
        t.words = entries[i].text;
        t.attribute = NULL;
        add(check, list, &t);
    }
}

/* The words of a reference stand elsewhere. */
static void add_field(struct check *check, struct list *list, const struct text *like,
                      const struct field *field)
{
    if (!field || field->ref.n)
        return;
    struct text t = *like;
    t.of = field;
    add_entries(check, list, &t, field->entries.at, field->entries.n);
}

static void add_fields(struct check *check, struct list *list, const struct text *like,
                       struct field *const *fields)
{
    for (int id = 0; id < FIELD_COUNT; id++) {
        if (!fields[id] || fields[id]->ref.n)
            continue;
        struct text t = *like;
        t.part = TEXT_FIELD;
        t.field = (enum field_id)id;
        t.name = field_key(t.field);
        add_field(check, list, &t, fields[id]);
    }
}

static void add_cells(struct check *check, struct list *list, const struct text *like,
                      const struct cells *cells, enum text_part part, struct str name)
{
    for (size_t i = 0; i < cells->n; i++) {
        struct text t = *like;
        t.part = part;
        t.name = name;
        add_field(check, list, &t, &cells->at[i].field);
    }
}

static void add_flow(struct check *check, struct list *list, const struct text *like,
                     const struct flow *flow)
{
    struct text t = *like;
    t.part = TEXT_FLOW;
    t.name = STR("flow");
    if (flow->source != FLOW_PUBLISHED)
        return;
    struct pos title = place_inside(&check->catalog->source, flow->at, "title");
    t.at = title.offset;
    t.words = flow->title;
    add(check, list, &t);
    add_entries(check, list, &t, flow->materials.at, flow->materials.n);
    for (size_t i = 0; i < flow->nodes.n; i++) {
        t.at = flow->nodes.at[i].at;
        t.words = flow->nodes.at[i].text;
        add(check, list, &t);
    }
    for (size_t i = 0; i < flow->edges.n; i++) {
        t.at = flow->edges.at[i].at;
        t.words = flow->edges.at[i].label;
        t.attribute = "label";
        add(check, list, &t);
    }
}

static void add_item(struct check *check, struct list *list, const struct subject *s,
                     const struct item *item)
{
    struct text like = {.subject = s, .item = item, .field = FIELD_COUNT};
    add_fields(check, list, &like, item->own);
    add_cells(check, list, &like, &item->levels, TEXT_LEVEL, STR("levels"));
    add_cells(check, list, &like, &item->ticks, TEXT_TICK, STR("disclosure"));
    add_flow(check, list, &like, &item->flow);
    for (size_t i = 0; i < item->services.n; i++)
        add_item(check, list, s, &item->services.at[i]);
}

static void add_groups(struct check *check, struct list *list)
{
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct group *g = check->groups.at[i].group;
        struct text like = {.subject = &check->groups.at[i], .field = FIELD_COUNT};
        add_fields(check, list, &like, g->own);
        add_fields(check, list, &like, g->defaults);
    }
    for (size_t i = 0; i < check->items.n; i++)
        add_item(check, list, &check->items.at[i], check->items.at[i].item);
}

static void add_form(struct check *check, struct list *list, const struct form *form)
{
    struct text t = {.part = TEXT_FORM,
                     .field = FIELD_COUNT,
                     .name = STR("form"),
                     .form = form,
                     .source = &form->source,
                     .at = form->title_at,
                     .words = form->title};
    add(check, list, &t);
    const struct form_lines *const lines[] = {&form->top, &form->above, &form->below};
    for (size_t k = 0; k < sizeof lines / sizeof *lines; k++)
        for (size_t i = 0; i < lines[k]->n; i++) {
            t.words = lines[k]->at[i].text;
            t.at = lines[k]->at[i].at;
            add(check, list, &t);
        }
    for (size_t r = 0; r < form->rows.n; r++)
        for (size_t i = 0; i < form->rows.at[r].cells.n; i++) {
            t.words = form->rows.at[r].cells.at[i].text;
            t.at = form->rows.at[r].cells.at[i].at;
            add(check, list, &t);
        }
}

static void add_element(struct check *check, struct list *list, enum text_part part,
                        size_t parent, const char *element, struct str words)
{
    struct text t = {.part = part,
                     .field = FIELD_COUNT,
                     .name = part == TEXT_NOTICE ? STR("notice") : str_of(element),
                     .words = words};
    if (words.n)
        t.at = place_inside(&check->catalog->source, parent, element).offset;
    add(check, list, &t);
}

static void add_notice(struct check *check, struct list *list)
{
    const struct notice *n = &check->catalog->notice;
    if (!n->present)
        return;
    add_element(check, list, TEXT_NOTICE, n->at, "head", n->head);
    add_element(check, list, TEXT_NOTICE, n->at, "number", n->number);
    add_element(check, list, TEXT_NOTICE, n->at, "title", n->title);
    add_element(check, list, TEXT_NOTICE, n->at, "to", n->to);
    struct text t = {.part = TEXT_NOTICE, .field = FIELD_COUNT, .name = STR("notice")};
    add_entries(check, list, &t, n->annexes.at, n->annexes.n);
    add_element(check, list, TEXT_NOTICE, n->at, "remark", n->remark);
    add_element(check, list, TEXT_NOTICE, n->at, "signer", n->signer);
    add_element(check, list, TEXT_NOTICE, n->at, "cc", n->cc);
    add_element(check, list, TEXT_NOTICE, n->at, "printed", n->printed);
    struct text body = {.part = TEXT_NOTICE,
                        .field = FIELD_COUNT,
                        .name = STR("notice"),
                        .words = n->body,
                        .source = &n->body_source,
                        .raw = true};
    add(check, list, &body);
}

static void add_head(struct check *check, struct list *list)
{
    const struct catalog *c = check->catalog;
    add_element(check, list, TEXT_HEAD, c->at, "title", c->title);
    add_element(check, list, TEXT_HEAD, c->at, "edition", c->edition);
    add_element(check, list, TEXT_HEAD, c->at, "issuer", c->issuer);
    struct text number = {.part = TEXT_HEAD,
                          .field = FIELD_COUNT,
                          .name = STR("document"),
                          .words = c->document_number,
                          .at = c->document_at,
                          .attribute = "number"};
    add(check, list, &number);
}

void texts_fill(struct check *check)
{
    const struct catalog *c = check->catalog;
    struct word_pairs *pairs = arena_alloc(check->arena, sizeof *pairs);
    fill_pairs(pairs);
    struct list list = {.pairs = pairs};
    add_head(check, &list);
    add_notice(check, &list);
    struct text like = {.field = FIELD_COUNT};
    add_fields(check, &list, &like, c->defaults);
    add_groups(check, &list);
    struct text remark = {
        .part = TEXT_REMARK, .field = FIELD_COUNT, .name = STR("remark")};
    add_entries(check, &list, &remark, c->remarks.at, c->remarks.n);
    for (size_t i = 0; i < c->forms.n; i++)
        add_form(check, &list, &c->forms.at[i]);
    check->texts = list.at;
    check->text_count = list.n;
}

/* ---- places ---- */

/* The offset in the file of a text that was borrowed from it, because it stands there as it
 * is read: nearly all do. STR_NONE for others. */
static size_t borrowed_at(const struct text *t)
{
    uintptr_t words = (uintptr_t)t->words.s, file = (uintptr_t)t->source->text.s;
    return words >= file && words - file < t->source->text.n ? words - file : STR_NONE;
}

bool text_source(const struct text *t, struct str piece, size_t *from, size_t *to)
{
    size_t first = (size_t)(piece.s - t->words.s), last = first + piece.n;
    if (t->at == STR_NONE && !t->raw)
        return false;
    size_t start = borrowed_at(t);
    if (start != STR_NONE && (t->raw || last > first)) {
        *from = start + first;
        *to = start + last;
        return true;
    }
    struct raw raw;
    bool found = t->attribute ? raw_value(&raw, t->source, t->at, str_of(t->attribute))
                              : raw_content(&raw, t->source, t->at);
    return found && raw_range(&raw, t->words, first, last, from, to);
}

struct pos text_place(const struct text *t, struct str piece)
{
    size_t from, to;
    if (text_source(t, piece, &from, &to))
        return (struct pos){t->source, from};
    return (struct pos){t->source, t->at};
}
