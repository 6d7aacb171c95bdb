/* kit_print - what tests of print share: fonts, styles, the text of a page, files made.
 *
 * What is wrong with fonts or a scene is told to the diag given; kit_problems() shows it. */
#ifndef MULU_TESTS_KIT_PRINT_H
#define MULU_TESTS_KIT_PRINT_H

#include "kit.h"
#include "layout/booklet.h"
#include "layout/print_style.h"
#include "scene/font.h"
#include "scene/scene.h"

/* The fonts that are installed, chosen by the program; NULL when there are none. */
struct fonts *kit_fonts(struct diag *d);

/* templates/print/<name>.xml. Anything wrong with it ends the program, which is a failure of
 * the test. */
struct print_style *kit_style(struct arena *a, const char *name,
                              const struct print_needs *needs);
/* The three styles of a booklet, in the same way. */
struct booklet_style kit_booklet_style(struct arena *a);

/* The texts of a page in the order of its marks, `between` behind each. */
struct str kit_page_text(struct arena *a, const struct scene *s, size_t page,
                         const char *between);

/* Whether the scene's dump is that file (kit_golden). */
bool kit_scene_golden(const char *path, const struct scene *s);

/* Writes the scene as a PDF and makes the folder for it; prints why when it cannot. */
bool kit_pdf(const char *path, const struct scene *s, const struct fonts *fonts,
             struct diag *d);

/* Prints the problems when there are errors, and returns whether there are. */
bool kit_problems(const struct diag *d);

#endif
