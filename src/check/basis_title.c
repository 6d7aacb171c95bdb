/* Titles: their marks, and documents named by half. */
#include "check/basis.h"

#include "catalog/fields.h"

/* `title` with its own 《》 turned into 〈〉, in 《》. */
static struct str marked(struct arena *a, struct str title)
{
    struct buf b = {0};
    buf_puts(&b, "《");
    for (size_t i = 0; i < title.n; i++) {
        struct str rest = str_from(title, i);
        bool open = str_starts(rest, STR("《")), close = str_starts(rest, STR("》"));
        if (open || close) {
            buf_puts(&b, open ? "〈" : "〉");
            i += STR("《").n - 1;
        } else {
            buf_char(&b, title.s[i]);
        }
    }
    buf_puts(&b, "》");
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* After 以下简称 a law may be called by its name alone. */
static bool nicknamed(const struct cited_text *t)
{
    for (size_t i = 0; i < t->list.n; i++)
        if (t->list.at[i].nicknamed)
            return true;
    return false;
}

static void check_marks(const struct basis *b, const struct cited_text *t,
                        const struct citation *c)
{
    struct advice advice = {.proposal = marked(b->check->arena, c->title)};
    if (c->kind == CITED_BARE && !nicknamed(t))
        report_text(b->check, t->text, c->marked, &advice, DIAG_BASIS_QUOTES,
                    STR_ARG(c->title));
    else if (c->kind == CITED_OPEN)
        report_text(b->check, t->text, c->marked, &advice, DIAG_BASIS_QUOTES_OUTER,
                    STR_ARG(c->title));
}

static bool has_title(const struct cited_text *t)
{
    for (size_t i = 0; i < t->list.n; i++)
        if (t->list.at[i].kind != CITED_NUMBER)
            return true;
    return false;
}

/* A number alone in the field for the basis. Behind a title in the same text it is another
 * one of that document, or one that amends it. */
static void check_number_alone(const struct basis *b, const struct cited_text *t,
                               const struct citation *c)
{
    struct str words = t->text->words;
    if (c->kind != CITED_NUMBER || has_title(t))
        return;
    if (str_has(words, STR("《")) || str_has(words, STR("》")))
        return; /* the title lost one of its marks: told by the rule on brackets */
    report_text(b->check, t->text, c->whole, NULL, DIAG_BASIS_TITLE_NONE,
                STR_ARG(c->whole));
}

/* 《…清单的通知》: a notice is 关于 something, or hands something on. */
static void check_about(const struct basis *b, const struct cited_text *t,
                        const struct citation *c)
{
    static const char *const verbs[] = {"关于", "转发", "印发", "批转", "发布",
                                        "公布", "下达", "通报", "表彰", "授权"};
    if (c->kind != CITED_MARKED || !str_ends(c->title, STR("的通知")) || !c->numbers)
        return;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (str_has(c->title, str_of(verbs[i])))
            return;
    report_text(b->check, t->text, c->marked, NULL, DIAG_BASIS_TITLE_ABOUT,
                STR_ARG(c->title));
}

void basis_check_titles(const struct basis *b)
{
    for (size_t i = 0; i < b->texts.n; i++) {
        const struct cited_text *t = &b->texts.at[i];
        for (size_t k = 0; k < t->list.n; k++) {
            check_about(b, t, &t->list.at[k]);
            if (!t->basis)
                continue;
            check_marks(b, t, &t->list.at[k]);
            check_number_alone(b, t, &t->list.at[k]);
        }
    }
}
