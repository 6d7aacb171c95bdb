/* record - numbers and texts one behind another in bytes, for pipes and small state files.
 *
 * A number is its decimal digits and ":", a text its length as a number and then its bytes
 * (as in netstrings), so no character needs escaping. */
#ifndef MULU_BASE_RECORD_H
#define MULU_BASE_RECORD_H

#include "base/buf.h"

void record_put_number(struct buf *out, size_t number);
void record_put_text(struct buf *out, struct str s);

/* Take one off the front of `*rest`. Return false, with nothing promised about `*rest`, when
 * it does not begin with one. A text borrows from `*rest`. */
bool record_take_number(struct str *rest, size_t *number);
bool record_take_text(struct str *rest, struct str *text);

#endif
