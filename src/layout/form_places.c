#include "layout/form_places.h"

#include "base/utf8.h"
#include "layout/form_words.h"

#include <math.h>

/* Measures in parts of the letters' size. */
static const double ABOVE = 1.0, BELOW = 0.32; /* a field around its baseline */
static const double OVER = 0.15;               /* higher up on a drawn line */
static const double APART = 0.15;              /* from the words beside it */
static const double WIDE_YEAR = 2.9, WIDE_PART = 2.1, WIDE_UNIT = 8;
static const double SMALLEST = 5;     /* text, in points */
static const double LEAST = 0.9;      /* narrower ones are no place to write */
static const double FREE_LINES = 2.9; /* from baseline to baseline with two free lines */

struct search {
    const struct form_ink *ink;
    const struct form_area *area;
    const struct ink_lines *lines;
    const struct ink_line *line;
    struct form_places places;
    struct str topic;  /* the words that a date belongs to */
    struct str drawn;  /* the words in front of the last drawn line */
    struct str ahead;  /* the word that the line before ends with, or "" */
    struct str signer; /* the words of a signature on the line before */
    bool office;       /* the rest of the line is the office's */
};

static const struct ink_piece *piece_at(const struct search *f, size_t i)
{
    return i < f->line->pieces.n ? &f->line->pieces.at[i] : NULL;
}

static bool is_word(const struct ink_piece *p)
{
    return p && p->kind == INK_WORD;
}

static struct str word_of(const struct ink_piece *p)
{
    return is_word(p) ? p->text : STR("");
}

static struct form_place *add_place(struct search *f, const struct ink_piece *gap,
                                    double x, double end)
{
    double em = f->line->size;
    if (end - x < LEAST * em)
        return NULL;
    struct form_place *place = vec_push(f->ink->arena, &f->places);
    *place =
        (struct form_place){.words = {STR(""), STR("")}, .mark = gap->mark, .size = em};
    place->box = (struct box){x, f->line->y - ABOVE * em, end - x, (ABOVE + BELOW) * em};
    return place;
}

/* --- words --- */

static bool ends_any(struct str s, const char *const *list)
{
    for (; *list; list++)
        if (str_ends(s, str_of(*list)))
            return true;
    return false;
}

static bool starts_any(struct str s, const char *const *list)
{
    for (; *list; list++)
        if (str_starts(s, str_of(*list)))
            return true;
    return false;
}

/* 申报单位：（盖章）: the brackets behind the colon say more of it. */
static struct str without_note(struct str s)
{
    static const struct str open = STR_INIT("（");
    size_t at = STR_NONE;
    if (!str_ends(s, STR("）")))
        return s;
    for (size_t i = 0; i + open.n <= s.n; i++)
        if (str_starts(str_from(s, i), open))
            at = i;
    return at == STR_NONE ? s : str_slice(s, 0, at);
}

/* Words that ask for something: 姓名： （大写） ￥ 其他（请说明） */
static bool asks(struct str before, bool boxed)
{
    static const char *const askers[] = {
        "：", ":", "￥", "¥", "大写）", "小写）", "（大写", "请说明）", "请注明）", NULL};
    static const char *const brackets[] = {"（", "(", NULL};
    return ends_any(before, askers) || ends_any(without_note(before), askers) ||
           (boxed && ends_any(before, brackets));
}

static bool is_date_unit(struct str s)
{
    return str_is(s, "年") || str_is(s, "月") || str_is(s, "日");
}

/* A unit behind the place: the word begins with it and is short. */
static bool is_unit(struct str s)
{
    static const char *const units[] = {"省", "市",   "区", "县",   "街道",
                                        "乡", "镇",   "村", "元",   "人",
                                        "天", "个月", "岁", "万元", NULL};
    enum { MOST_CHARACTERS = 8 };
    return is_date_unit(s) || (starts_any(s, units) && utf8_count(s) <= MOST_CHARACTERS);
}

static bool only_digits(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] < '0' || s.s[i] > '9')
            return false;
    return s.n > 0;
}

/* --- gaps --- */

static void set_words(struct form_place *place, struct str first, struct str second)
{
    if (!place)
        return;
    place->words[0] = first;
    place->words[1] = second;
}

static struct str date_topic(struct search *f)
{
    struct arena *a = f->ink->arena;
    struct str topic = f->topic.n ? f->topic : f->signer;
    if (!topic.n)
        return f->area->labelled ? STR("") : STR("日期");
    struct str name = words_name(a, topic);
    if (words_by_hand(topic) && !str_ends(name, STR("日期")))
        return str_print(a, "%.*s日期", STR_ARG(name));
    return topic;
}

/* 年 月 日: digits stand right before the unit, and no more room than they need. */
static void date_gap(struct search *f, const struct ink_piece *gap, struct str unit)
{
    double em = f->line->size;
    double wide = (str_is(unit, "年") ? WIDE_YEAR : WIDE_PART) * em;
    struct form_place *place = add_place(f, gap, fmax(gap->x, gap->end - wide), gap->end);
    set_words(place, date_topic(f), unit);
    if (!place)
        return;
    place->right = true;
    double digits = str_is(unit, "年") ? 4 : 2;
    place->size = fmin(em, fmax(SMALLEST, place->box.width / (digits / 2 + 0.2)));
}

static void unit_gap(struct search *f, const struct ink_piece *gap, struct str unit)
{
    double em = f->line->size;
    double x = fmax(gap->x + APART * em, gap->end - WIDE_UNIT * em);
    struct form_place *place = add_place(f, gap, x, gap->end - APART * em);
    set_words(place, STR(""), unit);
    if (place)
        place->right = true;
}

/* All of the cell in front of its unit. */
static void alone_gap(struct search *f, const struct ink_piece *gap)
{
    double apart = APART * f->line->size;
    if (gap == piece_at(f, 0))
        add_place(f, gap, gap->x, gap->end - apart);
}

/* The whole gap, for what the words before it ask. */
static void asked_gap(struct search *f, const struct ink_piece *gap, struct str words)
{
    double apart = APART * f->line->size;
    set_words(add_place(f, gap, gap->x + apart, gap->end - apart), words, STR(""));
}

/* □其他：____ is two places: the box, and what is said to it. */
static struct str more_of(const struct search *f, struct str word)
{
    struct arena *a = f->ink->arena;
    return str_print(a, "%.*s说明", STR_ARG(words_name(a, word)));
}

static void drawn_gap(struct search *f, const struct ink_piece *gap, struct str before)
{
    if (!before.n && gap == piece_at(f, 0))
        before = f->ahead; /* the line was broken before it */
    else if (gap == piece_at(f, 1) && utf8_count(before) == 1)
        before = str_print(f->ink->arena, "%.*s%.*s", STR_ARG(f->ahead),
                           STR_ARG(before)); /* and here inside the word */
    if (before.n)
        f->drawn = before;
    if (words_by_hand(f->drawn))
        return;
    struct form_place *place = add_place(f, gap, gap->x, gap->end);
    set_words(place, f->drawn, STR(""));
    if (place)
        place->box.y -= OVER * f->line->size;
}

/* A cell that holds but a unit or a note at its right edge: 元/月, （盖章）. */
static bool stands_alone(const struct search *f)
{
    const struct ink_piece *at = f->line->pieces.at;
    size_t n = f->line->pieces.n;
    bool near =
        n == 3 && at[2].kind == INK_GAP && at[2].end - at[2].x < 3 * f->line->size;
    return f->area->cell && f->lines->n == 1 && (n == 2 || near) &&
           at[0].kind == INK_GAP && is_word(&at[1]);
}

static bool starts_with_digit(const struct ink_piece *p)
{
    return is_word(p) && p->text.s[0] >= '0' && p->text.s[0] <= '9';
}

/* True when the line is a heading of what follows: 注意事项：, then 1. or □. */
static bool heads_list(const struct search *f)
{
    size_t next = (size_t)(f->line - f->lines->at) + 1;
    if (f->line->pieces.n > 2 || starts_with_digit(piece_at(f, 0)))
        return false;
    if (next >= f->lines->n)
        return f->area->heads;
    const struct ink_piece *p = &f->lines->at[next].pieces.at[0];
    if (p->kind == INK_GAP && f->lines->at[next].pieces.n > 1)
        p++;
    return p->kind == INK_BOX || starts_with_digit(p);
}

static void find_in_gap(struct search *f, size_t i)
{
    const struct ink_piece *gap = piece_at(f, i);
    const struct ink_piece *before = i ? piece_at(f, i - 1) : NULL;
    bool boxed = i > 1 && piece_at(f, i - 2)->kind == INK_BOX;
    struct str word = word_of(before), next = word_of(piece_at(f, i + 1));
    if (i == 0 && !gap->drawn && gap->end <= f->area->hang + APART * f->line->size)
        return;
    if (gap->drawn)
        drawn_gap(f, gap, word);
    else if (stands_alone(f))
        alone_gap(f, gap);
    else if (is_date_unit(next))
        date_gap(f, gap, next);
    else if (is_unit(next) && !asks(word, boxed))
        unit_gap(f, gap, next);
    else if (asks(word, boxed) && !words_by_hand(word) &&
             !(i + 1 == f->line->pieces.n && heads_list(f)))
        asked_gap(f, gap, boxed ? more_of(f, word) : word);
}

/* --- check boxes --- */

static void find_box(struct search *f, size_t i)
{
    const struct ink_piece *box = piece_at(f, i);
    struct str words = word_of(piece_at(f, i + 1));
    if (!words.n && i)
        words = word_of(piece_at(f, i - 1)); /* 职工医保□ */
    double em = f->line->size, side = box->end - box->x;
    struct form_place *place = vec_push(f->ink->arena, &f->places);
    *place = (struct form_place){.check = true, .mark = box->mark, .size = em};
    place->box = (struct box){box->x, f->line->y - 0.88 * side, side, side};
    set_words(place, STR(""), words);
}

/* --- lines --- */

/* The part of a cell that is left free below a line with a question. */
static void find_free_lines(struct search *f, double leading)
{
    const struct ink_line *line = f->line, *next = line + 1;
    const struct ink_piece *first = piece_at(f, 0);
    bool last = line + 1 == f->lines->at + f->lines->n;
    if (!f->area->cell || last || !is_word(first) || f->office ||
        words_by_hand(first->text))
        return;
    bool drawn = f->line->pieces.n > 1 && piece_at(f, f->line->pieces.n - 1)->drawn;
    bool open = line->pieces.n <= 2 && (drawn || asks(first->text, false));
    if (!open || next->y - line->y < FREE_LINES * leading)
        return;
    double em = line->size, top = line->y + BELOW * em;
    if (!drawn && f->places.n &&
        f->places.at[f->places.n - 1].words[0].s == first->text.s)
        f->places.n--; /* all goes into the larger place */
    struct form_place *place = vec_push(f->ink->arena, &f->places);
    *place = (struct form_place){
        .mark = piece_at(f, line->pieces.n - 1)->mark, .size = em, .multiline = true};
    place->box = (struct box){f->area->box.x, top, f->area->box.width,
                              next->y - (ABOVE + OVER) * em - top};
    set_words(place, first->text, STR(""));
}

/* Keeps in mind what a date further on belongs to. */
static void note_word(struct search *f, size_t i)
{
    struct str word = word_of(piece_at(f, i));
    bool boxed = i && piece_at(f, i - 1)->kind == INK_BOX;
    f->office |= words_of_office(without_note(word));
    if (boxed)
        f->topic = STR("");
    else if (!is_unit(word) && !only_digits(word))
        f->topic = word;
}

static void find_in_line(struct search *f, double leading)
{
    f->signer = words_by_hand(f->topic) && asks(f->topic, false) ? f->topic : STR("");
    f->topic = STR("");
    f->office = false;
    for (size_t i = 0; i < f->line->pieces.n; i++) {
        enum ink_kind kind = piece_at(f, i)->kind;
        if (kind == INK_WORD)
            note_word(f, i);
        if (f->office)
            return;
        if (kind == INK_BOX)
            find_box(f, i);
        if (kind == INK_GAP && !f->area->boxes_only)
            find_in_gap(f, i);
    }
    if (!f->area->boxes_only)
        find_free_lines(f, leading);
    const struct ink_piece *end = piece_at(f, f->line->pieces.n - 1);
    if (end->kind == INK_GAP && !end->drawn && f->line->pieces.n > 1)
        end--; /* the rest of the measure */
    f->ahead = word_of(end);
}

/* The least distance of two lines: that of lines without a free one between them. */
static double leading_of(const struct ink_lines *lines)
{
    double least = 1.45 * lines->at[0].size;
    for (size_t i = 1; i < lines->n; i++)
        least = fmin(least, lines->at[i].y - lines->at[i - 1].y);
    return least;
}

struct form_places form_places(const struct form_ink *ink, const struct form_area *area,
                               size_t *last)
{
    struct ink_lines lines = form_ink_lines(ink, area->element, area->page, area->box.x,
                                            area->box.x + area->box.width);
    struct search f = {.ink = ink,
                       .area = area,
                       .lines = &lines,
                       .topic = STR(""),
                       .drawn = STR(""),
                       .ahead = STR(""),
                       .signer = STR("")};
    for (size_t i = 0; i < lines.n; i++) {
        f.line = &lines.at[i];
        if (!area->closed)
            find_in_line(&f, leading_of(&lines));
        *last = f.line->pieces.at[f.line->pieces.n - 1].mark;
    }
    return f.places;
}
