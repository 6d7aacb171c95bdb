/* Where the links and images of Markdown lead: the page shows only those that may be published,
 * and of its neighbours a site has those that the program makes. */
#include "check/contacts.h"

#include "catalog/link.h"
#include "check/text_rules.h"

enum { BRACKETS = 50 }; /* deeper ones are looked at no more */

/* The pages beside that of a text: of items, forms, the notice, the catalog itself. */
static struct lookup pages_of(const struct check *check)
{
    struct arena *a = check->arena;
    const struct catalog *c = check->catalog;
    struct lookup pages = {0};
    *lookup_value(a, &pages, STR("index.html")) = 1;
    if (c->notice.body.n)
        *lookup_value(a, &pages, STR("notice.html")) = 1;
    for (size_t i = 0; i < c->forms.n; i++)
        *lookup_value(a, &pages,
                      STR_JOIN(a, STR("forms/"), c->forms.at[i].id, STR(".html"))) = 1;
    for (size_t i = 0; i < check->items.n; i++)
        *lookup_value(a, &pages, STR_JOIN(a, check->items.at[i].key, STR(".html"))) = 1;
    return pages;
}

static bool has_scheme(struct str target)
{
    return str_find(target, STR(":")) < str_find(target, STR("/"));
}

static void check_target(struct check *check, const struct lookup *pages,
                         const struct text *t, struct str target, bool image)
{
    struct str page = target;
    size_t end = str_find(page, STR("#"));
    page.n = end == STR_NONE ? page.n : end;
    if (image && !link_image_allowed(target))
        report_text(check, t, target, NULL, DIAG_LINK_IMAGE, STR_ARG(target));
    else if (!link_allowed(target))
        report_text(check, t, target, NULL, DIAG_LINK_REFUSED, STR_ARG(target));
    else if (!has_scheme(target) && (image || lookup_find(pages, page) == STR_NONE))
        report_text(check, t, target, NULL, DIAG_LINK_RELATIVE, STR_ARG(target));
}

/* What stands between "](" and the blank or bracket behind it, <…> without its brackets. */
static struct str target_at(struct str words, size_t at)
{
    bool pointed = at < words.n && words.s[at] == '<';
    size_t from = at + pointed, open = 0, end = from;
    for (; end < words.n && words.s[end] != '\n'; end++) {
        char c = words.s[end];
        if (pointed ? c == '>' : str_blank(c) || (c == ')' && open-- == 0))
            break;
        open += c == '(';
    }
    return str_slice(words, from, end);
}

static void check_text(struct check *check, const struct lookup *pages,
                       const struct text *t)
{
    bool image[BRACKETS], code = false;
    size_t depth = 0;
    for (size_t i = 0; i < t->words.n; i++) {
        char c = t->words.s[i];
        if (c == '\\') {
            i++;
        } else if (c == '`') {
            code = !code;
        } else if (c == '[' && !code && depth < BRACKETS) {
            image[depth++] = i > 0 && t->words.s[i - 1] == '!';
        } else if (c == ']' && !code && depth > 0) {
            depth--;
            struct str target = str_starts(str_from(t->words, i + 1), STR("("))
                                    ? target_at(t->words, i + 2)
                                    : STR("");
            if (target.n)
                check_target(check, pages, t, target, image[depth]);
        }
    }
}

void check_targets(struct check *check)
{
    struct lookup pages = {0};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (!text_markdown(t) || !str_has(t->words, STR("](")))
            continue;
        if (!pages.n)
            pages = pages_of(check);
        check_text(check, &pages, t);
    }
}
