/* The first pass over a file's tree: everything that can be said by the tables alone. */
#include "catalog/loader.h"

/* Room to count children by rank: fields, then the children of a rule. */
enum { RANKS = FIELD_COUNT + 32 };

static struct str joined(struct loader *l, struct str_list list)
{
    struct buf b = {0};
    buf_puts(&b, list.n > 1 ? "以下之一：" : "");
    for (size_t i = 0; i < list.n; i++) {
        buf_puts(&b, i ? "、" : "");
        buf_put(&b, list.at[i]);
    }
    struct str words = str_copy(l->arena, buf_str(&b));
    buf_drop(&b);
    return words;
}

/* The nearest of the names that are allowed; all of them when none is near. */
static struct finding choice_of(struct loader *l, struct str name, struct str_list list)
{
    struct finding facts = loader_nearest(l, name, list);
    if (!facts.proposal.n && list.n)
        facts.expected = joined(l, list);
    return facts;
}

static void check_value(struct loader *l, const struct xml_node *n,
                        const struct xml_attr *attr, const struct attr_rule *rule)
{
    if (attr->value.n > MOST_VALUE) {
        loader_tell(l, n, attr->at, DIAG_FORMAT_LONG_VALUE, NULL, STR_ARG(attr->name),
                    MOST_VALUE >> 10);
        return;
    }
    if (datum_fits(rule->value, attr->value))
        return;
    if (!str_trim(attr->value).n) {
        struct finding empty = {.expected = datum_words(l->arena, rule->value)};
        loader_tell(l, n, attr->value_at, DIAG_FORMAT_BLANK_VALUE, &empty,
                    STR_ARG(attr->name));
        return;
    }
    struct str_list choices = datum_choices(l->arena, rule->value);
    struct finding facts = loader_nearest(l, attr->value, choices);
    facts.expected = datum_words(l->arena, rule->value);
    enum diag_code code =
        rule->value == DATUM_DATE || rule->value == DATUM_TIME ? DIAG_FORMAT_DATE
                                                               : DIAG_FORMAT_VALUE;
    loader_tell(l, n, attr->value_at, code, &facts, STR_ARG(attr->name),
                STR_ARG(loader_brief(l, attr->value)));
}

static void check_attrs(struct loader *l, const struct xml_node *n, enum element type)
{
    size_t rank;
    for (size_t i = 0; i < n->attr_count; i++) {
        const struct xml_attr *attr = &n->attrs[i];
        const struct attr_rule *rule = grammar_attr(type, attr->name, &rank);
        if (rule) {
            check_value(l, n, attr, rule);
            continue;
        }
        struct finding facts = choice_of(l, attr->name, grammar_attrs(l->arena, type));
        loader_tell(l, n, attr->at, DIAG_FORMAT_ATTRIBUTE, &facts, STR_ARG(n->name),
                    STR_ARG(loader_brief(l, attr->name)));
    }
    for (const struct attr_rule *rule = grammar_rule(type)->attrs; rule->name; rule++) {
        if (!rule->required || xml_attr(n, str_of(rule->name)))
            continue;
        struct finding facts = {.expected = datum_words(l->arena, rule->value)};
        loader_tell(l, n, n->at, DIAG_FORMAT_NEEDS_ATTRIBUTE, &facts, STR_ARG(n->name),
                    rule->name);
    }
}

/* The offset of the first character of a text that is no blank. */
static size_t first_mark(const struct loader *l, const struct xml_node *text)
{
    struct str rest = str_from(l->source->text, text->at);
    return text->at +
           (rest.n - str_trim(rest).n < rest.n ? (size_t)(str_trim(rest).s - rest.s) : 0);
}

static void refuse_text(struct loader *l, const struct xml_node *n, enum content content)
{
    for (const struct xml_node *c = n->first; c; c = c->next) {
        if (c->kind != XML_TEXT || !str_trim(c->text).n)
            continue;
        enum diag_code code =
            content == CONTENT_NONE ? DIAG_FORMAT_EMPTY : DIAG_FORMAT_TEXT;
        loader_tell(l, n, first_mark(l, c), code, NULL, STR_ARG(n->name));
        return;
    }
}

static void check_text(struct loader *l, const struct xml_node *n, enum datum value)
{
    const struct xml_node *inside = xml_first(n);
    if (inside)
        loader_tell(l, n, inside->at, DIAG_FORMAT_INLINE, NULL, STR_ARG(n->name),
                    STR_ARG(loader_brief(l, inside->name)));
    struct str text = xml_text(l->arena, n);
    if (text.n > MOST_TEXT)
        loader_tell(l, n, n->at, DIAG_FORMAT_LONG, NULL, STR_ARG(n->name),
                    MOST_TEXT >> 20);
    if (datum_fits(value, text))
        return;
    if (!text.n) {
        loader_tell(l, n, n->at, DIAG_FORMAT_BLANK, NULL, STR_ARG(n->name));
        return;
    }
    size_t at = first_mark(l, n->first);
    struct finding facts = {.expected = datum_words(l->arena, value)};
    loader_tell(l, n, at, DIAG_FORMAT_CONTENT, &facts, STR_ARG(n->name),
                STR_ARG(loader_brief(l, text)));
}

static void check_node(struct loader *l, const struct xml_node *n, struct spot spot);

static void unknown_child(struct loader *l, const struct xml_node *n,
                          const struct xml_node *child, struct spot spot)
{
    struct finding facts = choice_of(l, child->name, grammar_children(l->arena, spot));
    loader_tell(l, child, child->at, DIAG_FORMAT_ELEMENT, &facts, STR_ARG(n->name),
                STR_ARG(loader_brief(l, child->name)));
}

static void too_many(struct loader *l, const struct xml_node *n,
                     const struct xml_node *child, size_t most)
{
    if (most > 1) {
        loader_tell(l, child, child->at, DIAG_FORMAT_MOST, NULL, STR_ARG(n->name),
                    STR_ARG(child->name), most);
        return;
    }
    size_t first = xml_child(n, child->name)->at;
    loader_tell(l, child, child->at, DIAG_FORMAT_TWICE, NULL, STR_ARG(n->name),
                STR_ARG(child->name), source_place(l->source, first).line);
}

static void check_children(struct loader *l, const struct xml_node *n, struct spot spot)
{
    size_t counts[RANKS] = {0};
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c)) {
        struct child child;
        if (!grammar_child(spot, c->name, &child)) {
            unknown_child(l, n, c, spot);
            continue;
        }
        size_t count = ++counts[child.rank];
        if (count == child.most + 1)
            too_many(l, n, c, child.most);
        if (count <= child.most)
            check_node(l, c, child.spot);
    }
    const struct child_rule *rule = grammar_rule(spot.type)->children;
    for (; rule->name; rule++)
        if (rule->least && !xml_child(n, str_of(rule->name)))
            loader_tell(l, n, n->at, DIAG_FORMAT_NEEDS_ELEMENT, NULL, STR_ARG(n->name),
                        rule->name);
}

/* Goes no deeper than XML_MOST_DEPTH, which xml_parse() has seen to. */
static void check_node(struct loader *l, const struct xml_node *n, struct spot spot)
{
    if (loader_full(l))
        return;
    const struct element_rule *rule = grammar_rule(spot.type);
    check_attrs(l, n, spot.type);
    if (rule->content == CONTENT_TEXT) {
        check_text(l, n, rule->text);
        return;
    }
    refuse_text(l, n, rule->content);
    check_children(l, n, spot);
}

void grammar_check(struct loader *l, const struct xml_node *root, enum element type)
{
    const char *name = type == ELEMENT_FORM ? "form" : "catalog";
    if (!str_eq(root->name, str_of(name))) {
        loader_tell(l, root, root->at, DIAG_FORMAT_ROOT, NULL, name,
                    STR_ARG(loader_brief(l, root->name)));
        return;
    }
    check_node(l, root, (struct spot){type, FIELD_COUNT});
}
