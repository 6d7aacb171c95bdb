/* mulu check --format text: for people at a terminal. */
#include "cli/survey.h"

#include "catalog/about.h"
#include "diag/fold.h"

/* A finding in a form or in the notice's text is about that file; the name of its field would
 * say so once more. */
static void put_about(const void *context, const struct problem *p, struct buf *out)
{
    const struct about *about = context;
    struct str subject = about_subject(about, p), field = about_field(about, p);
    bool file = subject.n && !p->item.n && !p->key.n;
    buf_put(out, subject);
    if (field.n && !(file && about_file(about, p->path).n))
        buf_printf(out, "%s%.*s", out->n ? "，" : "", STR_ARG(field));
}

static void make(struct survey *r, const struct survey_part *part, struct buf *record)
{
    struct arena *a = arena_new();
    struct about about = about_of(a, part->catalog);
    fold_print(part->found, r->color, put_about, &about, record);
    arena_drop(a);
}

static bool take(struct survey *r, const struct scheme *scheme, struct str record)
{
    (void)scheme;
    buf_put(r->out, record);
    return true;
}

const struct survey_format survey_text = {
    .name = "text",
    .make = make,
    .take = take,
};
