/* memo - answers kept for questions that come again, in bounded memory.
 *
 * A question is bytes, an answer whatever its asker made of them. When the memo is full it is
 * emptied and begins anew, so an answer found is good until the next call of memo_room(). */
#ifndef MULU_BASE_MEMO_H
#define MULU_BASE_MEMO_H

#include "base/str.h"

struct memo;

/* Returns an empty memo of about so many bytes, to be freed with memo_drop(). */
struct memo *memo_new(size_t most);
void memo_drop(struct memo *m); /* NULL is fine */

/* The answer kept for the question, or NULL. */
const void *memo_find(const struct memo *m, struct str question);

/* Where to put an answer before it is kept. Empties a memo that is full. */
struct arena *memo_room(struct memo *m);

/* Keeps an answer that lies in memo_room(); the question is copied. */
void memo_keep(struct memo *m, struct str question, const void *answer);

#endif
