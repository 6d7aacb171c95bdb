#include "scene/scene_pdf.h"

#include "scene/pdf.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void *allocate(HPDF_UINT size)
{
    return heap_alloc(size);
}

/* libharu goes on after an error and refuses to save: the first one is the cause. */
static void remember(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    struct pdf *p = user;
    (void)detail;
    if (!p->error)
        p->error = error;
}

/* The numbers viewers show for pages, so that "page 5" is the one with a printed 5. */
static void put_page_labels(struct pdf *p)
{
    const struct scene *s = p->scene;
    if (s->front == 0 || s->front >= s->pages.n)
        return;
    struct buf nums = {0};
    buf_puts(&nums, "/Nums [0 <</P ");
    pdf_put_text(&nums, s->front_label);
    buf_printf(&nums, ">> %zu <</S /D>>]\n", s->front);
    HPDF_Dict labels = pdf_object(p);
    pdf_fill(p, labels, buf_str(&nums));
    HPDF_Dict_Add(p->doc->catalog, "PageLabels", labels);
    buf_drop(&nums);
}

static void put_catalog(struct pdf *p)
{
    put_page_labels(p);
    struct str language = p->scene->language;
    if (language.n)
        HPDF_Dict_Add(
            p->doc->catalog, "Lang",
            HPDF_String_New(p->doc->mmgr, str_copy(p->arena, language).s, NULL));
    HPDF_Dict preferences = pdf_object(p);
    pdf_fill(p, preferences, STR("/DisplayDocTitle true\n"));
    HPDF_Dict_Add(p->doc->catalog, "ViewerPreferences", preferences);
}

/* Page nodes hold 32,767 kids at most; long documents get a level of nodes more. */
enum { PAGES_FLAT = 4096, PAGES_A_NODE = 256 };

static void open_pages(struct pdf *p)
{
    size_t n = p->scene->pages.n;
    if (n > PAGES_FLAT)
        HPDF_SetPagesConfiguration(p->doc, PAGES_A_NODE);
    p->pages = arena_array(p->arena, n, sizeof *p->pages);
    for (size_t i = 0; i < n && !p->error; i++) {
        const struct page *page = &p->scene->pages.at[i];
        p->pages[i] = HPDF_AddPage(p->doc);
        if (p->error)
            return;
        /* libharu's number formatting cannot take what is not finite. */
        bool sound = isfinite(page->width) && isfinite(page->height);
        HPDF_Array box = HPDF_Array_New(p->doc->mmgr);
        HPDF_Array_AddNumber(box, 0);
        HPDF_Array_AddNumber(box, 0);
        HPDF_Array_AddReal(box, sound ? (HPDF_REAL)page->width : 3);
        HPDF_Array_AddReal(box, sound ? (HPDF_REAL)page->height : 3);
        HPDF_Dict_Add(p->pages[i], "MediaBox", box);
    }
}

static void paint(struct pdf *p)
{
    p->doc->pdf_version = HPDF_VER_17;
    HPDF_SetCompressionMode(p->doc, HPDF_COMP_ALL);
    p->font_names = pdf_object(p);
    open_pages(p);
    if (p->error)
        return;
    pdf_structure_open(p);
    pdf_links_open(p);
    for (size_t i = 0; i < p->scene->pages.n; i++)
        pdf_paint_page(p, i);
    pdf_fonts_close(p);
    pdf_fields_close(p);
    pdf_structure_close(p);
    pdf_bookmarks(p);
    put_catalog(p);
    pdf_archive(p);
}

/* Into memory: libharu's own saving to a file does not notice a full disk. */
static void save(struct pdf *p, struct buf *out)
{
    if (HPDF_SaveToStream(p->doc) != HPDF_OK)
        return;
    struct buf file = {0};
    buf_reserve(&file, p->doc->stream->size);
    pdf_put_stream(&file, p->doc->stream);
    HPDF_MemStream_FreeData(p->doc->stream);
    pdf_pack(p, buf_str(&file), out);
    buf_drop(&file);
}

bool scene_pdf(const struct scene *s, const struct fonts *fonts, struct diag *d,
               struct buf *out)
{
    struct pdf p = {.scene = s,
                    .fonts = fonts,
                    .diag = d,
                    .arena = arena_new(),
                    .archival = true,
                    .accessible = true};
    p.doc = HPDF_NewEx(remember, allocate, free, 0, &p);
    if (p.doc && !p.error)
        paint(&p);
    if (p.doc && !p.error && !p.failure)
        save(&p, out);
    bool ok = p.doc && !p.error && !p.failure;
    if (!ok) {
        char why[64];
        snprintf(why, sizeof why, "libharu 报错 0x%04lX", (unsigned long)p.error);
        diag_at(d, (struct pos){0}, DIAG_PDF_WRITE, STR_ARG(s->title),
                p.failure ? p.failure : why);
    }
    HPDF_Free(p.doc);
    arena_drop(p.arena);
    return ok;
}
