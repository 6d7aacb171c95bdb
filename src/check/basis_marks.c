/* Title marks inside title marks: 《关于印发〈…〉的通知》 (GB/T 15834-2011, 4.15). */
#include "check/basis.h"

#include "base/utf8.h"
#include "check/text_known.h"

enum {
    OPEN = 0x300A,
    CLOSE = 0x300B,
    INNER_OPEN = 0x3008,
    INNER_CLOSE = 0x3009,
    DEPTH_MOST = 16
};

/* An open mark: what it is and where its character begins. */
struct mark {
    uint32_t c;
    size_t at, behind; /* bytes */
};

struct marks {
    const struct text *text;
    struct mark stack[DEPTH_MOST];
    size_t depth;
};

static uint32_t closing(uint32_t c)
{
    return c == OPEN ? CLOSE : c == INNER_OPEN ? INNER_CLOSE : c == '<' ? '>' : 0xFF1E;
}

static bool is_opening(uint32_t c)
{
    return c == OPEN || c == INNER_OPEN || c == '<' || c == 0xFF1C;
}

static bool is_closing(uint32_t c)
{
    return c == CLOSE || c == INNER_CLOSE || c == '>' || c == 0xFF1E;
}

static void propose(struct check *check, const struct marks *m, struct str piece,
                    struct str proposal, enum diag_code code)
{
    struct advice advice = {.safe = code != DIAG_BASIS_QUOTES_SINGLE,
                            .proposal = proposal};
    report_text(check, m->text, piece, &advice, code, STR_ARG(piece));
}

/* The pair that is closed at `at`; it stands inside the `depth` marks that remain. */
static void check_pair(struct check *check, const struct marks *m, size_t at, size_t end)
{
    const struct mark *mark = &m->stack[m->depth];
    struct str words = m->text->words;
    if (mark->c == OPEN && !m->depth)
        return; /* as nearly all are */
    struct str piece = str_slice(words, mark->at, end);
    struct str inner = str_slice(words, mark->behind, at);
    const struct mark *outer = m->depth ? &m->stack[m->depth - 1] : NULL;
    bool tight = outer && outer->behind == mark->at && outer->c == mark->c &&
                 str_starts(str_from(words, end), STR("》"));
    struct str single = str_print(check->arena, "〈%.*s〉", STR_ARG(inner));
    struct str doubled = str_print(check->arena, "《%.*s》", STR_ARG(inner));
    if (mark->c == OPEN && outer && outer->c == OPEN && !tight)
        propose(check, m, piece, single, DIAG_BASIS_QUOTES_NESTED);
    else if (mark->c == OPEN && outer && outer->c == OPEN)
        propose(check, m, str_slice(words, outer->at, end + STR("》").n), doubled,
                DIAG_BASIS_QUOTES_DOUBLED);
    else if ((mark->c == '<' || mark->c == 0xFF1C) && outer && outer->c == OPEN)
        propose(check, m, piece, single, DIAG_BASIS_QUOTES_HALF);
    else if (mark->c == INNER_OPEN && !outer && !str_has(words, STR("《")) &&
             !str_has(words, STR("》")))
        propose(check, m, piece, doubled, DIAG_BASIS_QUOTES_SINGLE);
}

/* Unclosed and crossing marks are those of the rule on brackets: there the scan ends. */
static void check_text(struct check *check, const struct text *t)
{
    struct marks m = {.text = t};
    for (struct str rest = t->words; rest.n;) {
        size_t at = t->words.n - rest.n;
        uint32_t c = utf8_next(&rest);
        size_t behind = t->words.n - rest.n;
        bool half = c == '<' || c == '>' || c == 0xFF1C || c == 0xFF1E;
        if (half && !m.depth)
            continue; /* less than, greater than, HTML */
        if (is_opening(c)) {
            if (m.depth == DEPTH_MOST)
                return;
            m.stack[m.depth++] = (struct mark){c, at, behind};
        } else if (is_closing(c)) {
            if (half && closing(m.stack[m.depth - 1].c) != c)
                continue;
            while (m.depth && closing(m.stack[m.depth - 1].c) != c &&
                   m.stack[m.depth - 1].c < 0x3000)
                m.depth--; /* 《费用<100元》 */
            if (!m.depth || closing(m.stack[m.depth - 1].c) != c)
                return;
            m.depth--;
            check_pair(check, &m, at, behind);
        }
    }
}

void basis_check_title_marks(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        size_t told = check->told;
        if (!(t->marks & TEXT_TITLE) || text_lacks(t, TEXT_LACKS_TITLES))
            continue;
        check_text(check, t);
        text_note(t, TEXT_LACKS_TITLES, check->told == told);
    }
}
