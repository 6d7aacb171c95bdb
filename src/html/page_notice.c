/* The notice with which the catalog was issued. */
#include "html/pages_private.h"

#include "html/markdown_html.h"
#include "html/meta.h"

struct notice_view {
    struct frame_view frame;
    struct str head, number, title, to, remark, signer, date, cc, printed, printed_date;
    struct str body; /* HTML */
    bool closing;    /* signer or date stand at the end */
    bool imprint;    /* cc or printed stand below */
    VEC(struct entry_view) annexes;
    struct links downloads;
};

static const struct shape_row notice_rows[] = {
    SHAPE_OBJECT(struct notice_view, frame, &frame_shape, "页面框架"),
    SHAPE_TEXT(struct notice_view, head, "发文机关标志"),
    SHAPE_TEXT(struct notice_view, number, "发文字号"),
    SHAPE_TEXT(struct notice_view, title, "标题"),
    SHAPE_TEXT(struct notice_view, to, "主送机关"),
    SHAPE_MARKUP(struct notice_view, body, "正文"),
    SHAPE_LIST(struct notice_view, annexes, &entry_shape, "附件说明"),
    SHAPE_TRUTH(struct notice_view, closing, "有署名或日期"),
    SHAPE_TEXT(struct notice_view, signer, "署名"),
    SHAPE_TEXT(struct notice_view, date, "成文日期"),
    SHAPE_TEXT(struct notice_view, remark, "附注"),
    SHAPE_TRUTH(struct notice_view, imprint, "有版记"),
    SHAPE_TEXT(struct notice_view, cc, "抄送"),
    SHAPE_TEXT(struct notice_view, printed, "印发机关"),
    SHAPE_TEXT(struct notice_view, printed_date, "印发日期"),
    SHAPE_LIST(struct notice_view, downloads, &link_shape, "下载"),
};
const struct shape notice_shape = {"notice", notice_rows,
                                   sizeof notice_rows / sizeof *notice_rows};

bool page_notice(const struct pages *p, const struct catalog *c,
                 const struct downloads *downloads, struct buf *out)
{
    struct arena *a = arena_new();
    const struct notice *n = &c->notice;
    struct buf body = {0};
    markdown_html(n->body, 2, &body);
    struct notice_view view = {
        .frame = pages_frame(a, p, c),
        .head = n->head,
        .number = n->number,
        .title = n->title.n ? n->title : c->title,
        .to = n->to,
        .remark = n->remark,
        .signer = n->signer,
        .date = view_date(a, n->date),
        .cc = n->cc,
        .printed = n->printed,
        .printed_date = view_date(a, n->printed_date),
        .body = buf_str(&body),
        .closing = n->signer.n || n->date.n,
        .imprint = n->cc.n || n->printed.n,
        .downloads = pages_downloads(a, downloads, STR("")),
    };
    view.frame.title = str_print(a, "印发通知 - %.*s", STR_ARG(c->title));
    *vec_push(a, &view.frame.trail) = view_link(STR("index.html"), c->title);
    meta_article(a, &view.frame, c, view_title(a, view.title));
    for (size_t i = 0; i < n->annexes.n; i++)
        *vec_push(a, &view.annexes) =
            (struct entry_view){.no = n->annexes.at[i].no, .text = n->annexes.at[i].text};
    bool ok = pages_render(p, PAGE_NOTICE, &view, out);
    buf_drop(&body);
    arena_drop(a);
    return ok;
}
