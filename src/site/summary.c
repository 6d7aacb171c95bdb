#include "site/summary.h"

#include "base/record.h"

#define SUMMARY_TEXTS(s) \
    { \
        &(s)->id, &(s)->title, &(s)->issuer, &(s)->region, &(s)->date, &(s)->number, \
            &(s)->published \
    }
enum { SUMMARY_TEXT_COUNT = 7 };

static void put_downloads(struct buf *out, const struct downloads *list)
{
    record_put_number(out, list->n);
    for (size_t i = 0; i < list->n; i++) {
        const struct download *file = &list->at[i];
        record_put_text(out, file->name);
        record_put_text(out, file->title);
        record_put_text(out, file->item);
        record_put_number(out, file->pages);
        record_put_number(out, file->bytes);
    }
}

void summary_write(const struct catalog_summary *s, struct buf *out)
{
    const struct str *texts[SUMMARY_TEXT_COUNT] = SUMMARY_TEXTS(s);
    for (size_t i = 0; i < SUMMARY_TEXT_COUNT; i++)
        record_put_text(out, *texts[i]);
    record_put_number(out, s->groups);
    record_put_number(out, s->items);
    record_put_number(out, s->services);
    put_downloads(out, &s->downloads);
    put_downloads(out, &s->data);
    put_downloads(out, &s->forms);
    put_downloads(out, &s->documents);
}

static bool take_download(struct str *rest, struct download *file)
{
    return record_take_text(rest, &file->name) && record_take_text(rest, &file->title) &&
           record_take_text(rest, &file->item) &&
           record_take_number(rest, &file->pages) &&
           record_take_number(rest, &file->bytes);
}

static bool take_downloads(struct arena *a, struct str *rest, struct downloads *list)
{
    size_t files;
    if (!record_take_number(rest, &files))
        return false;
    for (size_t i = 0; i < files; i++)
        if (!take_download(rest, vec_push(a, list)))
            return false;
    return true;
}

bool summary_read(struct arena *a, struct str *rest, struct catalog_summary *s)
{
    *s = (struct catalog_summary){0};
    struct str *texts[SUMMARY_TEXT_COUNT] = SUMMARY_TEXTS(s);
    for (size_t i = 0; i < SUMMARY_TEXT_COUNT; i++)
        if (!record_take_text(rest, texts[i]))
            return false;
    return record_take_number(rest, &s->groups) && record_take_number(rest, &s->items) &&
           record_take_number(rest, &s->services) &&
           take_downloads(a, rest, &s->downloads) && take_downloads(a, rest, &s->data) &&
           take_downloads(a, rest, &s->forms) && take_downloads(a, rest, &s->documents);
}

static struct downloads copy_downloads(struct arena *a, const struct downloads *from)
{
    struct downloads to = {0};
    for (size_t i = 0; i < from->n; i++) {
        const struct download *file = &from->at[i];
        struct download *copy = vec_push(a, &to);
        *copy = *file;
        copy->name = str_copy(a, file->name);
        copy->title = str_copy(a, file->title);
        copy->item = str_copy(a, file->item);
    }
    return to;
}

void summary_copy(struct arena *a, const struct catalog_summary *from,
                  struct catalog_summary *to)
{
    const struct str *texts[SUMMARY_TEXT_COUNT] = SUMMARY_TEXTS(from);
    struct str *copies[SUMMARY_TEXT_COUNT] = SUMMARY_TEXTS(to);
    *to = *from;
    for (size_t i = 0; i < SUMMARY_TEXT_COUNT; i++)
        *copies[i] = str_copy(a, *texts[i]);
    to->downloads = copy_downloads(a, &from->downloads);
    to->data = copy_downloads(a, &from->data);
    to->forms = to->documents = (struct downloads){0};
}
