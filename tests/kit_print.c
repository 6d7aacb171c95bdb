#include "kit_print.h"

#include "base/file.h"
#include "layout/form.h"
#include "layout/notice.h"
#include "scene/scene_dump.h"
#include "scene/scene_pdf.h"

#include <stdio.h>
#include <stdlib.h>

static void show(const struct diag *d)
{
    struct buf b = {0};
    diag_print(d, false, &b);
    printf("%.*s", STR_ARG(buf_str(&b)));
    buf_drop(&b);
}

struct fonts *kit_fonts(struct diag *d)
{
    static const struct font_file files[FONT_ROLE_COUNT];
    return fonts_open(files, d);
}

struct print_style *kit_style(struct arena *a, const char *name,
                              const struct print_needs *needs)
{
    struct diag *d = diag_new();
    struct str path = str_print(a, "templates/print/%s.xml", name);
    struct print_style *style = print_style_load(a, path, path, needs, d);
    if (!style || diag_total(d)) {
        show(d);
        exit(1);
    }
    diag_drop(d);
    return style;
}

struct booklet_style kit_booklet_style(struct arena *a)
{
    return (struct booklet_style){.guide = kit_style(a, "guide", booklet_needs()),
                                  .notice = kit_style(a, "notice", notice_needs()),
                                  .form = kit_style(a, "form", form_needs())};
}

struct str kit_page_text(struct arena *a, const struct scene *s, size_t page,
                         const char *between)
{
    struct buf b = {0};
    for (size_t i = 0; i < s->pages.at[page].marks.n; i++) {
        const struct mark *m = &s->pages.at[page].marks.at[i];
        if (m->kind != MARK_TEXT)
            continue;
        buf_put(&b, m->text.text);
        buf_puts(&b, between);
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

bool kit_scene_golden(const char *path, const struct scene *s)
{
    struct buf got = {0};
    scene_dump(s, &got);
    bool same = kit_golden(path, buf_str(&got));
    buf_drop(&got);
    return same;
}

bool kit_pdf(const char *path, const struct scene *s, const struct fonts *fonts,
             struct diag *d)
{
    struct buf pdf = {0};
    const char *why = "the scene is not made";
    bool ok = s && kit_make_folder(path, &why);
    if (ok) {
        why = "the PDF is not made";
        ok = scene_pdf(s, fonts, d, &pdf) && file_write(path, buf_str(&pdf), &why);
    }
    if (!ok)
        printf("%s: %s\n", path, why);
    buf_drop(&pdf);
    return ok;
}

bool kit_problems(const struct diag *d)
{
    if (!diag_count(d, SEVERITY_ERROR))
        return false;
    show(d);
    return true;
}
