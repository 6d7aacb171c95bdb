#include "catalog/form_text.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { IDEOGRAPHIC_BLANK = 0x3000, CHECK_BOX = 0x25A1 };

/* How many half characters wide a blank is; 0 for what is no blank. */
static size_t blank_width(uint32_t c)
{
    if (c == IDEOGRAPHIC_BLANK || c == '\t')
        return 2;
    return c == ' ' || c == '\r' || c == 0xA0;
}

static void put_gap(struct buf *out, size_t width)
{
    for (size_t i = 0; i < (width + 1) / 2; i++)
        buf_puts(out, "　");
}

/* A line being set anew. */
struct setting {
    struct form_text_line *line;
    struct buf out;
    bool sentence;
    bool placed;
    uint32_t before; /* the last character that is no blank; 0: none yet */
};

static void put_first_gap(struct setting *s, size_t width)
{
    if (s->placed || s->sentence)
        put_gap(&s->out, width);
    else
        s->line->right = width > 1;
}

/* The blanks before a character. */
static void put_blanks(struct setting *s, size_t width, uint32_t next)
{
    if (width == 0)
        return;
    if (!s->before) {
        put_first_gap(s, width);
    } else if (width == 1 && next != CHECK_BOX) {
        buf_char(&s->out, ' ');
    } else if (width > 1 && (s->sentence || (s->before == '_' && next == '_'))) {
        buf_pad(&s->out, '_', width); /* blanks would vanish where the line breaks */
    } else {
        s->line->gaps = true;
        put_gap(&s->out, width);
    }
}

static struct form_text_line set_line(struct arena *a, struct str text, bool placed)
{
    struct form_text_line line = {.text = STR("")};
    struct setting s = {
        .line = &line, .sentence = str_has(text, STR("。")), .placed = placed};
    size_t blanks = 0;
    for (struct str rest = text; rest.n;) {
        struct str from = rest;
        uint32_t c = utf8_next(&rest);
        if (blank_width(c)) {
            blanks += blank_width(c);
            continue;
        }
        put_blanks(&s, blanks, c);
        blanks = 0;
        s.before = c;
        buf_put(&s.out, str_slice(from, 0, from.n - rest.n));
    }
    line.behind = line.right ? blanks : 0;
    line.text = str_copy(a, buf_str(&s.out));
    buf_drop(&s.out);
    return line;
}

struct form_text form_text(struct arena *a, struct str text, bool placed)
{
    struct form_text lines = {0};
    struct str rest = text, line;
    while (str_cut(&rest, '\n', &line))
        *vec_push(a, &lines) = set_line(a, line, placed);
    return lines;
}

struct form_lead form_text_lead(struct str line)
{
    static const char *const words[] = {"注：",  "注:",    "备注：",
                                        "备注:", "说明：", "说明:"};
    static const char *const marks[] = {"、", "．", "."};
    enum { MOST_DIGITS = 2 };
    struct form_lead lead = {0};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(line, str_of(words[i])))
            lead.word = str_of(words[i]).n;
    struct str rest = str_from(line, lead.word);
    size_t digits = 0;
    while (digits < rest.n && rest.s[digits] >= '0' && rest.s[digits] <= '9')
        digits++;
    rest = str_from(rest, digits);
    for (size_t i = 0; i < sizeof marks / sizeof *marks && digits <= MOST_DIGITS; i++) {
        struct str mark = str_of(marks[i]);
        bool more = rest.n > mark.n && rest.s[mark.n] >= '0' && rest.s[mark.n] <= '9';
        if (digits && str_starts(rest, mark) && !more) /* not 1.5 */
            lead.number = digits + mark.n;
    }
    return lead.number ? lead : (struct form_lead){0};
}

static bool ends_open(struct str line)
{
    return str_ends(line, STR("：")) || str_ends(line, STR(":"));
}

struct form_parts form_text_parts(struct arena *a, struct str line)
{
    static const struct str blank = STR_INIT("　");
    struct form_parts parts = {0};
    double all = 0;
    for (struct str rest = line; rest.n;) {
        size_t at = str_find(rest, blank);
        struct form_part *part = vec_push(a, &parts);
        *part =
            (struct form_part){.text = str_slice(rest, 0, at == STR_NONE ? rest.n : at)};
        rest = str_from(rest, part->text.n);
        for (; str_starts(rest, blank); rest = str_from(rest, blank.n))
            part->gap += 1;
        all += part->gap;
    }
    if (parts.n && ends_open(line))
        parts.at[parts.n - 1].gap = parts.n > 1 ? all / (double)(parts.n - 1) : 8;
    return parts;
}
