#include "defects.h"

#include "base/file.h"
#include "check/rules.h"

#include <stdio.h>

/* ---- the table ---- */

/* What a reader sees and no rule is named after. */
static const char *const words[] = {
    "abbreviation",     "basis-mismatch", "code-local",       "code-sequence",
    "column-name",      "content-copied", "content-merged",   "content-missing",
    "content-outdated", "content-wrong",  "contradiction",    "entry-single",
    "flow-steps",       "flow-title",     "form-fields",      "form-untitled",
    "grammar",          "levels-mixed",   "material-form",    "material-missing",
    "materials-many",   "notice-missing", "notice-style",     "number-style",
    "place-vague",      "steps-outlier",  "template-wording", "term-variants",
    "wrong-word",
};

bool defect_kind_known(struct str kind)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(kind, str_of(words[i])))
            return true;
    return rule_find(kind, NULL) != NULL;
}

static bool one_of(struct str word, const char *yes, const char *no, bool *is)
{
    *is = str_eq(word, str_of(yes));
    return *is || str_eq(word, str_of(no));
}

enum { COLUMNS = 9 };

static bool read_row(struct str line, struct defect *row)
{
    struct str cell[COLUMNS] = {{0}};
    size_t n = 0;
    for (size_t start = 0, i = 0; i <= line.n; i++)
        if (i == line.n || line.s[i] == '\t') {
            if (n == COLUMNS)
                return false;
            cell[n++] = str_slice(line, start, i);
            start = i + 1;
        }
    row->catalog = cell[0];
    row->item = cell[1];
    row->field = cell[2];
    row->quote = cell[3];
    row->kind = cell[4];
    row->note = cell[7];
    row->miss = cell[8];
    return n == COLUMNS && one_of(cell[5], "certain", "doubtful", &row->certain) &&
           one_of(cell[6], "yes", "no", &row->program);
}

static bool alike(const struct defect *a, const struct defect *b)
{
    return str_eq(a->catalog, b->catalog) && str_eq(a->item, b->item) &&
           str_eq(a->field, b->field) && str_eq(a->quote, b->quote) &&
           str_eq(a->kind, b->kind);
}

static void count_twins(struct defects *list)
{
    for (size_t i = 0; i < list->n; i++)
        for (size_t k = 0; k < list->n; k++)
            if (alike(&list->at[i], &list->at[k])) {
                list->at[i].twins++;
                list->at[i].twin += k < i;
            }
}

bool defects_read(struct arena *a, struct defects *list)
{
    struct str text, line;
    const char *why;
    if (!file_read(a, DEFECTS_FILE, 1 << 22, &text, &why)) {
        printf("%s: %s\n", DEFECTS_FILE, why);
        return false;
    }
    bool good = true;
    for (size_t n = 1; str_cut(&text, '\n', &line); n++) {
        if (n == 1)
            continue;
        struct defect row = {.line = n};
        if (!read_row(line, &row)) {
            printf("%s:%zu: not a row\n", DEFECTS_FILE, n);
            good = false;
            continue;
        }
        *vec_push(a, list) = row;
    }
    count_twins(list);
    return good;
}

/* ---- where a row points ---- */

/* A stretch of a file of the catalog. */
struct stretch {
    const struct source *source;
    size_t from, to;
};
struct stretches {
    struct stretch *at;
    size_t n, cap;
};

static void add_stretch(struct arena *a, struct stretches *list,
                        const struct source *source, size_t from, size_t to)
{
    *vec_push(a, list) = (struct stretch){source, from, to};
}

static size_t find_from(struct str text, size_t from, const char *word)
{
    size_t found = str_find(str_from(text, from), str_of(word));
    return found == STR_NONE ? text.n : from + found;
}

static bool read_number(struct str word, const char *prefix, size_t *n)
{
    if (!str_starts(word, str_of(prefix)))
        return false;
    *n = 0;
    for (size_t i = str_of(prefix).n; i < word.n; i++)
        *n = *n * 10 + (size_t)(word.s[i] - '0');
    return true;
}

/* Is this the item, number `n` of its catalog, that the row is about? */
bool defect_names_item(const struct defect *row, const struct item *item, size_t n)
{
    size_t wanted;
    if (read_number(row->item, "item-", &wanted))
        return n == wanted;
    return str_eq(row->item, item->code);
}

static bool is_group(const struct defect *row, size_t n)
{
    size_t wanted;
    return read_number(row->item, "group-", &wanted) && n == wanted;
}

/* The forms that this stretch of the catalog names. */
static void add_forms(struct arena *a, struct stretches *list, const struct catalog *c,
                      struct str part)
{
    for (size_t i = 0; i < c->forms.n; i++) {
        const struct form *form = &c->forms.at[i];
        if (str_has(part, str_print(a, "\"%.*s\"", STR_ARG(form->id))))
            add_stretch(a, list, &form->source, 0, form->source.text.n);
    }
}

/* The item or group of a row in catalog.xml, or all of it; in front the forms and the body of
 * the notice when the row is about them. */
static struct stretches stretches_of(struct arena *a, const struct catalog *c,
                                     const struct defect *row)
{
    struct stretches list = {0};
    const struct source *s = &c->source;
    size_t number = 0;
    if (str_eq(row->field, STR("notice")) && c->notice.body.n)
        add_stretch(a, &list, &c->notice.body_source, 0, c->notice.body_source.text.n);
    if (!row->item.n)
        add_stretch(a, &list, s, 0, s->text.n);
    for (size_t g = 0; g < c->groups.n; g++) {
        const struct group *group = &c->groups.at[g];
        if (is_group(row, g + 1))
            add_stretch(a, &list, s, group->at, find_from(s->text, group->at, "<item"));
        for (size_t i = 0; i < group->items.n; i++)
            if (defect_names_item(row, &group->items.at[i], ++number))
                add_stretch(a, &list, s, group->items.at[i].at,
                            find_from(s->text, group->items.at[i].at, "</item>"));
    }
    if (str_eq(row->field, STR("forms")))
        for (size_t i = 0, n = list.n; i < n; i++)
            add_forms(a, &list, c, str_slice(s->text, list.at[i].from, list.at[i].to));
    return list;
}

/* The elements of that name inside the stretches. */
static struct stretches elements_in(struct arena *a, const struct stretches *parts,
                                    struct str name)
{
    struct stretches list = {0};
    struct str open = str_print(a, "<%.*s", STR_ARG(name));
    struct str close = str_print(a, "</%.*s>", STR_ARG(name));
    for (size_t i = 0; i < parts->n; i++) {
        const struct stretch *part = &parts->at[i];
        struct str text = str_slice(part->source->text, 0, part->to);
        for (size_t at = find_from(text, part->from, open.s); at < text.n;) {
            size_t end = find_from(text, at, close.s);
            char behind = text.s[at + open.n];
            if (behind == '>' || behind == ' ')
                add_stretch(a, &list, part->source, at, end);
            at = find_from(text, behind == '>' || behind == ' ' ? end : at + 1, open.s);
        }
    }
    return list;
}

static struct places quotes_in(struct arena *a, const struct stretches *parts,
                               struct str quote)
{
    struct places list = {0};
    for (size_t i = 0; i < parts->n; i++) {
        const struct stretch *part = &parts->at[i];
        struct str text = str_slice(part->source->text, 0, part->to);
        size_t at = part->from, found;
        for (; (found = str_find(str_from(text, at), quote)) != STR_NONE; at++) {
            at += found;
            *vec_push(a, &list) = (struct pos){part->source, at};
        }
    }
    return list;
}

/* Where the quote stands: inside the field of the item if there, else anywhere in the item. Of
 * twins each has its own place. */
struct places defect_places(struct arena *a, const struct catalog *c,
                            const struct defect *row)
{
    struct places list = {0};
    if (!row->quote.n)
        return list;
    struct stretches parts = stretches_of(a, c, row);
    struct stretches inside = elements_in(a, &parts, row->field);
    list = quotes_in(a, &inside, row->quote);
    if (!list.n)
        list = quotes_in(a, &parts, row->quote);
    if (row->twins > 1 && row->twin < list.n) {
        list.at += row->twin;
        list.n = 1;
    }
    return list;
}

bool defect_quoted(struct arena *a, const struct catalog *c, const struct defect *row)
{
    struct defect single = *row;
    single.twins = 1;
    return !row->quote.n || defect_places(a, c, &single).n >= row->twins;
}
