/* Structure elements of the writer's own below one of the scene's: a Link or a Form, which
 * hold the annotation beside the content it stands on (ISO 32000-1, 14.7.4.3). */
#include "scene/pdf.h"

void pdf_node_open(struct pdf *p, struct pdf_node *node, const char *tag, size_t element,
                   size_t page)
{
    struct pdf_element *e = pdf_structure_need(p, element);
    if (!e) /* on an artifact: the annotation is real all the same */
        e = pdf_structure_need(p, SCENE_ROOT);
    *node = (struct pdf_node){.tag = tag, .page = page};
    node->dict = pdf_object(p);
    node->parent = e->body;
    pdf_put_ref(&e->kids, node->dict);
    buf_char(&e->kids, ' ');
}

void pdf_node_mark(struct pdf_node *node, struct pdf_marks *marks)
{
    buf_printf(marks->content, "/%s <</MCID %zu>> BDC\n", node->tag, marks->n);
    buf_printf(&node->kids, "%zu ", marks->n++);
    pdf_put_ref(&marks->owners, node->dict);
    buf_char(&marks->owners, ' ');
}

size_t pdf_node_annotation(struct pdf *p, struct pdf_node *node, HPDF_Dict annotation)
{
    size_t key = p->scene->pages.n + p->annotations++;
    buf_puts(&node->kids, "<</Type /OBJR /Obj ");
    pdf_put_ref(&node->kids, annotation);
    buf_puts(&node->kids, ">> ");
    buf_printf(&p->annotation_parents, "%zu ", key);
    pdf_put_ref(&p->annotation_parents, node->dict);
    buf_char(&p->annotation_parents, '\n');
    return key;
}

void pdf_node_close(struct pdf *p, struct pdf_node *node)
{
    struct buf b = {0};
    buf_printf(&b, "/S /%s\n/P ", node->tag);
    pdf_put_ref(&b, node->parent);
    buf_puts(&b, "\n/Pg ");
    pdf_put_ref(&b, p->pages[node->page]);
    buf_puts(&b, "\n/K [");
    buf_put(&b, str_slice(buf_str(&node->kids), 0, node->kids.n - 1));
    buf_puts(&b, "]\n");
    pdf_fill(p, node->dict, buf_str(&b));
    buf_drop(&b);
    buf_drop(&node->kids);
}
