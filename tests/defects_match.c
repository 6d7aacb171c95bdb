/* Which findings tell which rows. */
#include "defects.h"

#include "catalog/fields.h"

/* How much of a row a finding must show besides its rule and subject. */
enum shows {
    SHOWS_QUOTE, /* the quote, or its line */
    SHOWS_WORDS, /* the quote in its message, of the same item: a chart repeats its list */
    SHOWS_FIELD, /* the field: it is missing, or the finding is about all of it */
    SHOWS_NAMES, /* the field by its name in the message, of the item or of one named there */
    SHOWS_ITEM   /* nothing: the finding is about the item as a whole */
};

/* Rules that say the same as a kind, or are about more than the quote. */
static const struct same {
    const char *kind, *rule;
    enum shows shows;
} same[] = {
    {"basis-issuer", "basis-level", SHOWS_QUOTE},
    {"basis-level", "basis-issuer", SHOWS_QUOTE},
    {"basis-number", "basis-brackets", SHOWS_QUOTE},
    {"basis-two-titles", "basis-level", SHOWS_QUOTE},
    {"channel-inquiry", "phone-channel", SHOWS_QUOTE},
    {"code-childless", "code-parent", SHOWS_ITEM},
    {"code-children", "code-main-twice", SHOWS_ITEM},
    {"code-main-twice", "code-twice", SHOWS_QUOTE},
    {"code-missing", "group-heading", SHOWS_ITEM},
    {"code-parent", "code-main-twice", SHOWS_QUOTE},
    {"code-twice", "code-main-twice", SHOWS_QUOTE},
    {"content-outdated", "office-abolished", SHOWS_QUOTE},
    {"content-outdated", "text-outdated", SHOWS_QUOTE},
    {"entry-mixed", "entry-mixed", SHOWS_FIELD},
    {"field-missing", "basis-column", SHOWS_NAMES},
    {"field-missing", "field-usual", SHOWS_FIELD},
    {"field-number", "field-number", SHOWS_ITEM},
    {"field-truncated", "field-truncated", SHOWS_FIELD},
    {"field-usual", "field-missing", SHOWS_FIELD},
    {"flow-materials", "field-truncated", SHOWS_FIELD},
    {"flow-materials", "flow-materials", SHOWS_ITEM},
    {"form-fields", "form-box", SHOWS_QUOTE},
    {"grammar", "entry-near", SHOWS_WORDS},
    {"grammar", "limit-doubled", SHOWS_QUOTE},
    {"grammar", "limit-form", SHOWS_QUOTE},
    {"group-number", "group-heading", SHOWS_ITEM},
    {"limit-outlier", "limit-form", SHOWS_QUOTE},
    {"limit-sum", "limit-sum", SHOWS_ITEM},
    {"material-vague", "flow-materials", SHOWS_QUOTE},
    {"material-vague", "material-vague", SHOWS_WORDS},
    {"notice-missing", "notice-date", SHOWS_ITEM},
    {"notice-missing", "notice-signer", SHOWS_ITEM},
    {"phone-channel", "channel-inquiry", SHOWS_QUOTE},
    {"region-other", "form-title", SHOWS_QUOTE},
    {"term-variants", "entry-near", SHOWS_WORDS},
    {"term-variants", "limit-form", SHOWS_QUOTE},
    {"term-variants", "office-variants", SHOWS_QUOTE},
    {"term-variants", "title-variants", SHOWS_QUOTE},
    {"text-blank", "basis-number", SHOWS_QUOTE},
    {"text-blank", "national-title", SHOWS_QUOTE},
    {"text-blank", "text-break", SHOWS_QUOTE},
    {"text-end", "entry-end", SHOWS_QUOTE},
    {"text-end", "text-end", SHOWS_FIELD},
    {"text-remnant", "national-title", SHOWS_QUOTE},
    {"text-remnant", "phone-channel", SHOWS_QUOTE},
    {"text-remnant", "text-repeated", SHOWS_QUOTE},
    {"text-repeated", "text-remnant", SHOWS_QUOTE},
    {"wrong-word", "entry-near", SHOWS_WORDS},
    {"wrong-word", "national-title", SHOWS_QUOTE},
    {"wrong-word", "text-lookalike", SHOWS_QUOTE},
};

static bool rule_says(const struct defect *row, struct str rule, enum shows *shows)
{
    *shows = SHOWS_QUOTE;
    bool says = str_eq(row->kind, rule);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (str_eq(row->kind, str_of(same[i].kind)) &&
            str_eq(rule, str_of(same[i].rule))) {
            says = true;
            *shows = same[i].shows;
        }
    return says;
}

/* The field of a row as findings name it. */
static struct str finding_field(struct str field)
{
    if (str_eq(field, STR("forms")))
        return STR("form");
    return field;
}

static bool same_field(const struct defect *row, const struct problem *p)
{
    return !row->field.n || !p->field.n || str_eq(finding_field(row->field), p->field);
}

static bool same_subject(const struct catalog *c, const struct defect *row,
                         const struct problem *p)
{
    size_t number = 0;
    if (!row->item.n)
        return !p->item.n && !p->key.n;
    if (p->item.n && str_eq(p->item, row->item))
        return true;
    if (str_eq(p->key, row->item)) /* group-N */
        return true;
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = &c->groups.at[g].items.at[i];
            if (defect_names_item(row, item, ++number) && str_eq(p->key, item->stem))
                return true;
        }
    return false;
}

/* Findings about a line of a form know only its file. */
static bool at_place(const struct places *places, const struct problem *p)
{
    for (size_t i = 0; i < places->n; i++)
        if (str_eq(places->at[i].src->path, p->path) &&
            (p->line == 0 ||
             source_place(places->at[i].src, places->at[i].offset).line == p->line))
            return true;
    return false;
}

static bool shows_words(const struct problem *p, struct str quote)
{
    return str_has(p->message, quote) || str_has(p->proposal, quote) ||
           str_has(p->expected, quote) || str_has(p->source_line, quote);
}

static bool tells(const struct catalog *c, const struct defect *row,
                  const struct places *places, const struct problem *p)
{
    enum shows shows;
    if (!rule_says(row, p->id, &shows))
        return false;
    if (at_place(places, p))
        return true;
    bool shown = row->quote.n && row->twins == 1 && shows_words(p, row->quote);
    if (shown && str_eq(row->field, STR("code")))
        return true; /* a code is told wherever it is shown */
    if (shows == SHOWS_NAMES)
        return row->field.n && str_has(p->message, field_title(c, row->field)) &&
               (same_subject(c, row, p) ||
                (row->item.n && str_has(p->message, row->item)));
    if (!same_subject(c, row, p))
        return false;
    if (shows == SHOWS_ITEM || (shows == SHOWS_WORDS && str_has(p->message, row->quote)))
        return true;
    return same_field(row, p) && (shown || shows == SHOWS_FIELD || !row->quote.n);
}

/* The number that ends, or begins, at a place of a text; 0: none. */
static size_t number_before(struct str text)
{
    size_t n = 0, times = 1;
    for (size_t i = text.n; i-- > 0 && times < 1000000; times *= 10) {
        if (text.s[i] < '0' || text.s[i] > '9')
            break;
        n += (size_t)(text.s[i] - '0') * times;
    }
    return n;
}

static size_t number_at(struct str text)
{
    size_t end = 0;
    while (end < text.n && text.s[end] >= '0' && text.s[end] <= '9')
        end++;
    return number_before(str_slice(text, 0, end));
}

/* 其他5, 另有5: places that have it right. */
static bool is_others(struct str till)
{
    while (till.n && till.s[till.n - 1] >= '0' && till.s[till.n - 1] <= '9')
        till.n--;
    return str_ends(till, STR("其他")) || str_ends(till, STR("另有"));
}

/* How many places a finding about several speaks of: “全部7个”, “有5个”, 12处; else 0. */
static size_t told_places(struct str message)
{
    static const struct str before[] = {STR_INIT("全部"), STR_INIT("等"), STR_INIT("有")};
    static const struct str behind = STR_INIT("处");
    size_t most = 0, at;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        for (struct str rest = message; (at = str_find(rest, before[i])) != STR_NONE;) {
            bool others = str_ends(str_slice(rest, 0, at), STR("另"));
            rest = str_from(rest, at + before[i].n);
            size_t n = others ? 0 : number_at(rest);
            most = n > most ? n : most;
        }
    for (struct str rest = message; (at = str_find(rest, behind)) != STR_NONE;) {
        struct str till = str_slice(rest, 0, at);
        size_t n = is_others(till) ? 0 : number_before(till);
        most = n > most ? n : most;
        rest = str_from(rest, at + behind.n);
    }
    return most;
}

/* A finding that speaks for several places tells as many rows of its kind and field. */
static void match_folded(struct defects *list, const struct catalog *c,
                         const struct problem *p)
{
    size_t left = told_places(p->message);
    enum shows shows;
    for (size_t i = 0; i < list->n && left; i++) {
        struct defect *row = &list->at[i];
        if (str_eq(row->catalog, c->id) && !row->found && rule_says(row, p->id, &shows) &&
            same_field(row, p)) {
            row->found = true;
            left--;
        }
    }
}

void defects_match(struct arena *a, struct defects *list, const struct catalog *c,
                   const struct diag *found)
{
    for (size_t i = 0; i < list->n; i++) {
        struct defect *row = &list->at[i];
        if (!str_eq(row->catalog, c->id))
            continue;
        struct places places = defect_places(a, c, row);
        for (size_t k = 0; k < diag_total(found) && !row->found; k++)
            row->found = tells(c, row, &places, diag_problem(found, k));
    }
    for (size_t k = 0; k < diag_total(found); k++)
        match_folded(list, c, diag_problem(found, k));
}
