#include "pdf_check.h"

#include "pdf_check_parts.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

const char *const pdf_rules[] = {
    "file-header",
    "file-end",
    "file-id",
    "file-encrypted",
    "file-filter",
    "file-limits",
    "page-box",
    "page-resources",
    "content-syntax",
    "content-font",
    "color-space",
    "color-intent",
    "font-embedded",
    "font-map",
    "font-widths",
    "font-glyphs",
    "font-unicode",
    "annotation",
    "annotation-flags",
    "action",
    "metadata",
    "metadata-info",
    "metadata-claims",
    "metadata-extension",
    "catalog-extras",
    "marked",
    "title-shown",
    "language",
    "unmarked",
    "artifact",
    "mcid",
    "parent-tree",
    "struct-parent",
    "struct-type",
    "struct-nesting",
    "struct-empty",
    "reading-order",
    "heading-order",
    "list-numbering",
    "table-regular",
    "table-scope",
    "figure-alt",
    "figure-box",
    "link-text",
    "tab-order",
    "bookmarks",
    NULL,
};

void pdf_fault(struct pdf_checking *c, const char *rule, const char *format, ...)
{
    struct buf b = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&b, format, args);
    va_end(args);
    *vec_push(c->arena, &c->findings.list) =
        (struct pdf_finding){rule, str_copy(c->arena, buf_str(&b))};
    buf_drop(&b);
}

struct pdf_findings pdf_check(const struct pdf_file *f)
{
    struct pdf_checking c = {.file = f, .arena = f->arena};
    c.pages = arena_array(c.arena, f->n_pages + 1, sizeof *c.pages);
    pdf_check_file(&c);
    pdf_check_metadata(&c);
    pdf_check_content(&c);
    pdf_check_fonts(&c);
    pdf_check_tree(&c);
    pdf_check_meaning(&c);
    return c.findings;
}
