/* The source texts, as the office's files were extracted. */
#include "fidelity.h"

#include "base/file.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1024 * 1024 };

/* The line without the bookmark marks that the extraction from Word left in it: they were
 * never printed, so they are no text of the document and no exceptions either. */
static struct str without_marks(struct arena *a, struct paper *p, struct str line)
{
    size_t at;
    while ((at = str_find(line, STR("[bookmark: _"))) != STR_NONE) {
        struct str rest = str_from(line, at);
        size_t close = str_find(rest, STR("]"));
        if (close == STR_NONE)
            break;
        p->marks += utf8_count(kit_ink(a, str_slice(rest, 0, close + 1)));
        line =
            str_print(a, "%.*s%.*s", (int)at, line.s, STR_ARG(str_from(rest, close + 1)));
    }
    return line;
}

/* The line with the texts of its exceptions replaced. */
static struct str without_exceptions(struct arena *a, struct paper *p, struct str line,
                                     size_t number)
{
    for (size_t i = 0; i < fidelity_exception_count; i++) {
        const struct fidelity_exception *e = &fidelity_exceptions[i];
        if (e->line != number || strcmp(e->document, p->document) != 0)
            continue;
        size_t at = str_find(line, str_of(e->text));
        if (at == STR_NONE) {
            p->stale++;
            printf("%s:%zu: an exception that does not apply: «%s»\n", p->document,
                   number, e->text);
            continue;
        }
        line = str_print(a, "%.*s%s%.*s", (int)at, line.s, e->instead,
                         STR_ARG(str_from(line, at + strlen(e->text))));
    }
    return line;
}

struct paper read_paper(struct arena *a, const struct fidelity_document *document)
{
    struct paper p = {.document = document->id};
    struct str text = {0}, line;
    const char *why = "";
    if (!file_read(a, document->source, MOST_BYTES, &text, &why)) {
        printf("%s: %s\n", document->source, why);
        exit(1);
    }
    for (size_t number = 1; str_cut(&text, '\n', &line); number++) {
        line = without_marks(a, &p, line);
        p.characters += utf8_count(kit_ink(a, line));
        *vec_push(a, &p.lines) = without_exceptions(a, &p, line, number);
    }
    return p;
}
