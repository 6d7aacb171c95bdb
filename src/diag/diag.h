/* diag - problems found in what the user gave us, with their places.
 *
 * A struct diag collects; nothing is printed before diag_print(). Ids, severities, texts
 * and remedies stand in diag_table.h and nowhere else. A problem is a copy: what it was
 * made from may go away, except the struct source its place points into, which must live
 * until the collector has been printed or sent. */
#ifndef MULU_DIAG_DIAG_H
#define MULU_DIAG_DIAG_H

#include "base/buf.h"
#include "diag/source.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE };
enum { SEVERITY_COUNT = SEVERITY_NOTE + 1 };

/* "error", "warning", "note" in data; 错误, 警告, 提示 for people. Static. */
const char *severity_id(enum severity severity);
const char *severity_word(enum severity severity);

enum diag_code {
#define DIAG(severity, name, id, title, text, remedy, basis) DIAG_##name,
#include "diag/diag_table.h"
#undef DIAG
    DIAG_COUNT
};

/* What the table says of a code. All texts are static. */
struct diag_row {
    enum severity severity;
    const char *id;     /* "code-parent": in messages, JSON and docs; never used again */
    const char *title;  /* the rule in a few words */
    const char *text;   /* printf format of the message */
    const char *remedy; /* what to do about it */
    const char *basis;  /* standard or document behind it, or "" */
};
const struct diag_row *diag_row(enum diag_code code);

/* A change to the source of the place that would settle a problem: the bytes from..to become
 * `text`, which is written as the file needs it (escaped). */
enum fix_kind {
    FIX_NONE,
    FIX_PROPOSED, /* likely; a person has to decide */
    FIX_SAFE      /* cannot be wrong: `mulu check --fix` applies it */
};
struct fix {
    enum fix_kind kind;
    size_t from, to; /* bytes from the start of the source */
    struct str text;
};

/* The facts of one problem besides its text. Everything but code may be left empty. */
struct finding {
    enum diag_code code;
    struct pos at;
    struct str item;     /* code of the item it is about */
    struct str key;      /* name of the item's page, "group-2" or "": <accept at="…"> */
    struct str field;    /* name of the field, as in the JSON export */
    struct str expected; /* what should stand there, in words or as a value */
    struct str proposal; /* a value to put there */
    struct str basis;    /* more exact than the table's, else that one is used */
    struct fix fix;
};

struct problem {
    enum severity severity;
    struct str id;
    struct str path; /* "" without a place */
    size_t line, column;
    struct str source_line; /* the line, or a piece of it with … where it is cut */
    size_t indent;          /* terminal columns in it before the place */
    struct str item, key, field, message, expected, proposal, remedy, basis;
    struct fix fix;
    struct str accepted; /* the reason why the catalog accepts it; "": it counts */
};

struct diag; /* opaque */

/* Returns a collector to be freed with diag_drop(). Never NULL. */
struct diag *diag_new(void);
void diag_drop(struct diag *d);

/* Records a problem at a place. The rest are the arguments of the table's text. Returns
 * false always, so callers can write `return diag_at(...)`. */
bool diag_at(struct diag *d, struct pos at, enum diag_code code, ...);

/* Records a problem with its facts; the rest are the arguments of the table's text. */
bool diag_find(struct diag *d, const struct finding *f, ...);
bool diag_find_args(struct diag *d, const struct finding *f, va_list args);

/* Number of problems of one severity that are not accepted, and of all. */
size_t diag_count(const struct diag *d, enum severity severity);
size_t diag_total(const struct diag *d);
/* The problems in the order they were recorded; lent until the next one is recorded. */
const struct problem *diag_problem(const struct diag *d, size_t i);

/* Marks the i-th problem as accepted for a reason (not empty): it is counted no longer as
 * one of its severity, and not printed. */
void diag_accept(struct diag *d, size_t i, struct str reason);
/* Number of accepted problems. */
size_t diag_accepted(const struct diag *d);

/* Puts all problems of `from` behind those of `to` and drops `from`. */
void diag_move(struct diag *to, struct diag *from);
/* The same for copies; `from` stays. */
void diag_append(struct diag *to, const struct diag *from);
/* The same for those that `keep` says to keep. */
void diag_append_if(struct diag *to, const struct diag *from,
                    bool (*keep)(void *context, const struct problem *p), void *context);
/* The same for those of a severity and of the graver ones. */
void diag_append_graver(struct diag *to, const struct diag *from, enum severity least);

/* Sorts by file, then line and column, then order of recording. */
void diag_sort(struct diag *d);

/* Writes the problems for people: place, severity, text and [id]; the source line; a caret
 * under the place; what to do. `color` adds terminal colours. */
void diag_print(const struct diag *d, bool color, struct buf *out);
/* Writes one of them; `more` is a line behind the caret, or "". */
void diag_print_one(const struct problem *p, struct str more, bool color,
                    struct buf *out);

/* Writes the problems as the JSON array of DESIGN section 4 [contract]. */
void diag_print_json(const struct diag *d, struct buf *out);
/* Writes one element of that array. */
void diag_put_json(const struct problem *p, struct buf *out);

/* All problems as bytes for a pipe between processes, and back. diag_receive() takes all of
 * what diag_send() wrote; returns false, keeping those before, when it is something else. */
void diag_send(const struct diag *d, struct buf *out);
bool diag_receive(struct diag *d, struct str records);

#endif
