/* pdf_check - what PDF/A-2a and PDF/UA-1 ask for, as far as a program can see it, asked of
 * one file. docs/pdf.md says which clause each rule stands for.
 *
 * It knows the PDF that this project writes and nothing more: what a rule does not expect
 * (an image, a form XObject, a second kind of font) is a finding, so that new features bring
 * their rules along. */
#ifndef MULU_TESTS_PDF_CHECK_H
#define MULU_TESTS_PDF_CHECK_H

#include "pdf_file.h"

#include "base/vec.h"

struct pdf_finding {
    const char *rule;
    struct str what;
};
struct pdf_findings {
    VEC(struct pdf_finding) list;
};

/* All findings of a file; texts live in the file's arena. */
struct pdf_findings pdf_check(const struct pdf_file *f);

/* The rules, in the order of docs/pdf.md; ends with NULL. */
extern const char *const pdf_rules[];

#endif
