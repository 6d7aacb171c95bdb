/* Sets and writes the booklet of a catalog again and again in a process that has its fonts
 * open, and prints what that costs.
 *
 *     booklet_bench CATALOG-FOLDER TIMES [LINES-FILE]
 *
 * Prints: pages, bytes, lines of text, milliseconds of CPU for the first booklet, and for
 * each of the others on average, kilobytes of memory at most. With a third argument the
 * lines of text are written there, one a line: "page x y size text", for a program that does
 * nothing but write them. */
#include "base/file.h"
#include "catalog/load.h"
#include "layout/booklet.h"
#include "layout/form.h"
#include "layout/notice.h"
#include "scene/scene_pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

struct bench {
    struct arena *arena;
    struct diag *diag;
    struct fonts *fonts;
    struct typesetter *type;
    struct booklet_style style;
    struct catalog *catalog;
};

static double cpu_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static const struct print_style *style(struct bench *b, const char *path,
                                       const struct print_needs *needs)
{
    return print_style_load(b->arena, str_of(path), str_of(path), needs, b->diag);
}

static bool set_up(struct bench *b, const char *folder)
{
    static const struct font_file defaults[FONT_ROLE_COUNT];
    b->arena = arena_new();
    b->diag = diag_new();
    b->fonts = fonts_open(defaults, b->diag);
    b->type = b->fonts ? typesetter_new(b->fonts, b->diag) : NULL;
    b->style = (struct booklet_style){
        .guide = style(b, "templates/print/guide.xml", booklet_needs()),
        .notice = style(b, "templates/print/notice.xml", notice_needs()),
        .form = style(b, "templates/print/form.xml", form_needs()),
    };
    b->catalog = catalog_load(str_of(folder), str_of(folder), b->diag);
    return b->type && b->style.guide && b->style.notice && b->style.form && b->catalog;
}

/* Marks on one baseline of a page that follow each other are one line. */
static size_t write_lines(const struct scene *s, FILE *out)
{
    size_t lines = 0;
    for (size_t page = 0; page < s->pages.n; page++) {
        const struct page *p = &s->pages.at[page];
        double y = -1;
        for (size_t i = 0; i < p->marks.n; i++) {
            const struct mark *m = &p->marks.at[i];
            if (m->kind != MARK_TEXT || !m->text.text.n)
                continue;
            bool same = m->text.y == y;
            lines += !same;
            y = m->text.y;
            if (out && same)
                fprintf(out, "%.*s", STR_ARG(m->text.text));
            else if (out)
                fprintf(out, "\n%zu %.2f %.2f %.2f %.*s", page, m->text.x,
                        p->height - m->text.y, m->text.style.size, STR_ARG(m->text.text));
        }
    }
    return lines;
}

static bool booklet(const struct bench *b, size_t *pages, size_t *bytes, size_t *lines,
                    FILE *out)
{
    struct buf file = {0};
    struct scene *s = booklet_scene(b->catalog, b->type, &b->style, b->diag);
    bool ok = scene_pdf(s, b->fonts, b->diag, &file);
    *pages = s->pages.n;
    *bytes = file.n;
    if (lines)
        *lines = write_lines(s, out);
    scene_drop(s);
    buf_drop(&file);
    return ok;
}

static long peak_kb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

int main(int argc, char **argv)
{
    struct bench b = {0};
    size_t pages = 0, bytes = 0, lines = 0, times = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;
    if (argc < 3 || !set_up(&b, argv[1]))
        return 2;
    double start = cpu_ms();
    bool ok = booklet(&b, &pages, &bytes, NULL, NULL);
    double first = cpu_ms() - start;
    start = cpu_ms();
    for (size_t i = 1; ok && i < times; i++)
        ok = booklet(&b, &pages, &bytes, NULL, NULL);
    double each = times > 1 ? (cpu_ms() - start) / (double)(times - 1) : first;
    long peak = peak_kb();
    FILE *out = argc > 3 ? fopen(argv[3], "w") : NULL;
    ok = ok && booklet(&b, &pages, &bytes, &lines, out);
    if (out)
        fclose(out);
    printf("%zu %zu %zu %.2f %.2f %ld\n", pages, bytes, lines, first, each, peak);
    return ok ? 0 : 2;
}
