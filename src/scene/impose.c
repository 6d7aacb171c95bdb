#include "scene/impose.h"

#include <math.h>

struct halves impose_halves(size_t pages, size_t side)
{
    /* Outer sheet: last and first page, behind them the second and the last but one. */
    struct halves front = {pages - 1 - side, side};
    return side % 2 ? (struct halves){front.right, front.left} : front;
}

/* Sets a page into the half of a sheet that begins at x. */
static void put(struct scene *s, struct page *sheet, const struct page *page, double x,
                double width)
{
    bool turned = page->width > page->height;
    double across = turned ? page->height : page->width;
    double along = turned ? page->width : page->height;
    double scale = fmin(width / across, sheet->height / along);
    *vec_push(s->arena, &sheet->insets) =
        (struct inset){.first = sheet->marks.n,
                       .width = page->width,
                       .height = page->height,
                       .x = x + (width - across * scale) / 2,
                       .y = (sheet->height - along * scale) / 2,
                       .scale = scale,
                       .turned = turned};
    for (size_t i = 0; i < page->marks.n; i++)
        if (page->marks.at[i].kind != MARK_LINK)
            *vec_push(s->arena, &sheet->marks) = page->marks.at[i];
}

void impose_fold(struct scene *s, double width, double height)
{
    size_t n = s->pages.n, pages = (n + 3) / 4 * 4;
    const struct page *from = s->pages.at;
    s->pages.at = NULL;
    s->pages.n = s->pages.cap = 0;
    for (size_t side = 0; side < pages / 2; side++) {
        struct halves h = impose_halves(pages, side);
        size_t index = scene_page(s, width, height);
        struct page *sheet = &s->pages.at[index];
        /* The page that is read first is painted first: on a sheet the order of painting
         * is that of the elements. */
        for (unsigned i = 0; i < 2; i++) {
            bool left = (h.left < h.right) == (i == 0);
            size_t page = left ? h.left : h.right;
            if (page < n)
                put(s, sheet, &from[page], left ? 0 : width / 2, width / 2);
        }
    }
    s->destinations.n = 0;
    for (size_t i = 0; i < s->bookmarks.n; i++) {
        struct bookmark *b = &s->bookmarks.at[i];
        b->page = b->page < pages / 2 ? b->page : pages - 1 - b->page;
        b->y = 0;
    }
    s->front = 0;
}
