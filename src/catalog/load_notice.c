/* The notice: its elements in catalog.xml, its body in notice.md. */
#include "catalog/loader.h"

#include "base/file.h"
#include "base/utf8.h"
#include "catalog/line_ends.h"

void load_notice(struct loader *l, const struct xml_node *n)
{
    struct notice *notice = &l->catalog->notice;
    notice->present = true;
    notice->at = n->at;
    notice->head = child_text(l, n, "head");
    notice->number = child_text(l, n, "number");
    notice->title = child_text(l, n, "title");
    notice->to = child_text(l, n, "to");
    notice->remark = child_text(l, n, "remark");
    notice->signer = child_text(l, n, "signer");
    notice->date = child_text(l, n, "date");
    notice->cc = child_text(l, n, "cc");
    notice->printed = child_text(l, n, "printed");
    const struct xml_node *printed = xml_child(n, STR("printed"));
    if (printed)
        notice->printed_date = attr_text(printed, "date");
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c))
        if (str_eq(c->name, STR("annex"))) {
            struct entry e = load_entry(l, c);
            *vec_push(l->arena, &notice->annexes) = e;
        }
}

static void check_body(struct loader *l, const struct source *source)
{
    struct catalog *c = l->catalog;
    size_t bad = utf8_check(source->text);
    if (bad != STR_NONE) {
        diag_at(l->diag, (struct pos){source, bad}, DIAG_NOTICE_UTF8,
                (unsigned char)source->text.s[bad]);
        return;
    }
    c->notice.body_source = *source;
    c->notice.body_source.text = line_ends_unix(l->arena, source->text);
    source_index(l->arena, &c->notice.body_source);
    c->notice.body = str_trim(c->notice.body_source.text);
    if (!c->notice.present)
        diag_at(l->diag, (struct pos){source, STR_NONE}, DIAG_NOTICE_WITHOUT);
}

void load_notice_body(struct loader *l, struct str shown)
{
    struct catalog *c = l->catalog;
    struct str path = path_join(l->arena, c->folder, STR("notice.md"));
    struct source *source = arena_alloc(l->arena, sizeof *source);
    source->path = path_join(l->arena, shown, STR("notice.md"));
    if (!file_exists(path.s)) {
        if (c->notice.present)
            diag_at(l->diag, (struct pos){&c->source, c->notice.at}, DIAG_NOTICE_BODY);
        return;
    }
    const char *why;
    if (file_read(l->arena, path.s, MOST_NOTICE, &source->text, &why))
        check_body(l, source);
    else
        diag_at(l->diag, (struct pos){NULL, STR_NONE}, DIAG_FILE_READ, source->path.s,
                why);
}
