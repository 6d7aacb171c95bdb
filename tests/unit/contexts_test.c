/* docs/templates.md lists the contexts of all pages as the shapes have them.
 * MULU_ACCEPT=1 rewrites the section. */
#include "base/file.h"
#include "html/findings.h"
#include "html/overview_page.h"
#include "html/pages_private.h"
#include "runner.h"

#include <stdlib.h>

static const struct str heading = STR_INIT("rewrites it.\n\n");

static const char *kind_word(const struct shape_row *row)
{
    switch (row->kind) {
    case VALUE_TEXT: return "text";
    case VALUE_MARKUP: return "markup";
    case VALUE_TRUTH: return "truth";
    case VALUE_LIST: return "list";
    case VALUE_OBJECT: return "object";
    case VALUE_NONE: break;
    }
    return "";
}

/* Shapes in the order in which they are met, each once. */
struct shapes {
    const struct shape **at;
    size_t n, cap;
};

static void meet(struct arena *a, struct shapes *met, const struct shape *shape)
{
    for (size_t i = 0; i < met->n; i++)
        if (met->at[i] == shape)
            return;
    *vec_push(a, met) = shape;
}

static void put_rows(struct arena *a, struct buf *out, const struct shape *shape,
                     struct shapes *met)
{
    buf_puts(out, "| name | kind | what it is |\n|---|---|---|\n");
    for (size_t i = 0; i < shape->n; i++) {
        const struct shape_row *row = &shape->rows[i];
        buf_printf(out, "| `%.*s` | %s", STR_ARG(row->name), kind_word(row));
        if (row->of)
            buf_printf(out, " of `%s`", row->of->name);
        buf_printf(out, " | %s |\n", row->about);
        if (row->of)
            meet(a, met, row->of);
    }
}

static void put_contexts(struct arena *a, struct buf *out)
{
    struct shapes met = {0};
    for (int kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        buf_printf(out, "### %s.html\n\n", pages_template((enum page_kind)kind));
        put_rows(a, out, pages_shape((enum page_kind)kind), &met);
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < findings_template_count; i++) {
        buf_printf(out, "### %s.html\n\n", findings_templates[i].name);
        put_rows(a, out, findings_templates[i].shape, &met);
        buf_char(out, '\n');
    }
    buf_puts(out, "### overview.html\n\n");
    put_rows(a, out, &overview_shape, &met);
    buf_char(out, '\n');
    for (size_t i = 0; i < met.n; i++) {
        buf_printf(out, "### `%s`\n\n", met.at[i]->name);
        put_rows(a, out, met.at[i], &met);
        if (i + 1 < met.n)
            buf_char(out, '\n');
    }
}

TEST(docs_list_the_contexts)
{
    static const char path[] = "docs/templates.md";
    struct arena *a = arena_new();
    struct buf wanted = {0};
    struct str text;
    const char *why;
    CHECK(file_read(a, path, 1 << 20, &text, &why));
    size_t at = str_find(text, heading);
    CHECK(at != STR_NONE);
    buf_put(&wanted, str_slice(text, 0, at + heading.n));
    put_contexts(a, &wanted);
    if (getenv("MULU_ACCEPT"))
        CHECK(file_replace(path, buf_str(&wanted), &why));
    else
        CHECK_STR(path, text, buf_str(&wanted));
    buf_drop(&wanted);
    arena_drop(a);
}

static void check_shape(const struct shape *shape)
{
    for (size_t i = 0; i < shape->n; i++)
        CHECK(shape->rows[i].about && shape->rows[i].about[0]);
}

/* Every member says what it is: people read this, not the code. */
TEST(every_member_is_explained)
{
    for (int kind = 0; kind < PAGE_KIND_COUNT; kind++)
        check_shape(pages_shape((enum page_kind)kind));
    for (size_t i = 0; i < findings_template_count; i++)
        check_shape(findings_templates[i].shape);
    check_shape(&overview_shape);
}

int main(void)
{
    RUN(docs_list_the_contexts);
    RUN(every_member_is_explained);
    return runner_end();
}
