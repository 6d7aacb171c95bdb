/* script - a script as browsers get it. */
#ifndef MULU_SITE_SCRIPT_H
#define MULU_SITE_SCRIPT_H

#include "base/buf.h"

/* Appends the script without the comments that have lines to themselves: a fifth of what phones
 * would load. Comments that begin with a ! stay (licences). A script in which a line that looks
 * like a comment might be something else is taken as it is: one with template strings, or with a
 * comment that begins behind other words and goes on in the next line. */
void script_lean(struct str script, struct buf *out);

#endif
