/* form_kit - what tests of forms share: the text of a form in the order in which it is
 * printed, without blanks. */
#ifndef MULU_TESTS_FORM_KIT_H
#define MULU_TESTS_FORM_KIT_H

#include "base/buf.h"
#include "base/utf8.h"
#include "catalog/model.h"

/* Appends the characters that are no blanks; with `drawn` false not the underscores either,
 * which stand for a line to write on and not for a text. */
static inline void kit_put_inked(struct buf *b, struct str text, bool drawn)
{
    while (text.n) {
        uint32_t c = utf8_next(&text);
        if (c > ' ' && c != 0xA0 && c != 0x3000 && (drawn || c != '_'))
            buf_rune(b, c);
    }
}

static inline void kit_put_lines(struct buf *b, const struct form_lines *lines,
                                 bool drawn)
{
    for (size_t i = 0; i < lines->n; i++)
        kit_put_inked(b, lines->at[i].text, drawn);
}

static inline void kit_put_form(struct buf *b, const struct form *f, bool drawn)
{
    kit_put_lines(b, &f->top, drawn);
    kit_put_inked(b, f->title, drawn);
    kit_put_lines(b, &f->above, drawn);
    for (size_t r = 0; r < f->rows.n; r++)
        for (size_t time = 0; time < f->rows.at[r].repeat; time++)
            for (size_t i = 0; i < f->rows.at[r].cells.n; i++)
                kit_put_inked(b, f->rows.at[r].cells.at[i].text, drawn);
    kit_put_lines(b, &f->below, drawn);
}

#endif
