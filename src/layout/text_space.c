#include "layout/text_breaks.h"

/* Space is the affair of two neighbours, so everything here looks at a letter and the one
 * before it that leaves a mark. Most pairs are two ideographs and told at once. */

static bool is_kana(uint32_t c)
{
    return c >= 0x3041 && c <= 0x30FF && c != 0x30FB;
}

/* Letters and digits of half width; marks of Latin text get no hair. */
static bool is_latin(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

static bool is_chinese(uint32_t c)
{
    return mark_is_ideograph(c) || is_kana(c);
}

enum cut mark_cut(const struct fonts *f, enum font_role role, uint32_t c)
{
    enum font_side side = font_side(f, role, c);
    if (side == FONT_SIDE_LEFT && mark_squeezes(c))
        return CUT_RIGHT;
    if (side == FONT_SIDE_RIGHT && mark_bars_end(c))
        return CUT_LEFT;
    return CUT_NONE;
}

/* Marks beside which an empty half is too much, although they may have none themselves in
 * this face. */
static bool is_closing(uint32_t c)
{
    return mark_squeezes(c) || c == ')' || c == ']';
}

static bool is_opening(uint32_t c)
{
    return c == '(' || c == '[' || c == 0x201C || c == 0x2018;
}

struct joint mark_joint(const struct fonts *f, enum font_role a_role, uint32_t a,
                        enum font_role b_role, uint32_t b)
{
    struct joint joint = {0};
    if (mark_is_ideograph(a) && mark_is_ideograph(b))
        return joint;
    joint.hair = (is_chinese(a) && is_latin(b)) || (is_latin(a) && is_chinese(b));
    if (joint.hair || mark_is_ideograph(a) || mark_is_ideograph(b))
        return joint;
    enum cut before = mark_cut(f, a_role, a), after = mark_cut(f, b_role, b);
    joint.cut_before =
        before == CUT_RIGHT && (after == CUT_LEFT || is_closing(b) || is_opening(b));
    joint.cut_after = after == CUT_LEFT && (before == CUT_LEFT || is_opening(a));
    return joint;
}

double letter_hair(const struct style *a, const struct style *b)
{
    return HAIR * (a->size < b->size ? a->size : b->size);
}

void letters_space(const struct fonts *f, const struct span *spans, struct letters *l)
{
    struct letter *before = NULL;
    for (size_t i = 0; i < l->n; i++) {
        struct letter *b = &l->at[i];
        if (mark_is_newline(b->c)) {
            before = NULL;
            continue;
        }
        if (mark_is_hidden(b->c) && b->c != '\t')
            continue;
        if (before && !(mark_is_ideograph(before->c) && mark_is_ideograph(b->c))) {
            const struct style *style = &spans[b->span].style,
                               *other = &spans[before->span].style;
            struct joint joint = mark_joint(f, other->font, before->c, style->font, b->c);
            b->hair = joint.hair && !b->tight;
            if (joint.cut_before) {
                before->cut = CUT_RIGHT;
                before->width -= CUT * other->size;
            }
            if (joint.cut_after) {
                b->cut = CUT_LEFT;
                b->width -= CUT * style->size;
            }
        }
        before = b;
    }
}
