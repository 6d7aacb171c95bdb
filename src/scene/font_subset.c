#include "scene/font_face.h"

#include <hb-subset.h>

#include <stdlib.h>

/* Layout and naming tables: a PDF reader needs outlines and advances only. The glyph
 * substitution table must go before the glyphs are collected, else it pulls in more. */
static const hb_tag_t dropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'), HB_TAG('n', 'a', 'm', 'e'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'e', 't', 'a'),
    HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'v', 'a', 'r'), HB_TAG('a', 'v', 'a', 'r'),
    HB_TAG('S', 'T', 'A', 'T'), HB_TAG('M', 'V', 'A', 'R'), HB_TAG('H', 'V', 'A', 'R'),
    HB_TAG('V', 'V', 'A', 'R'), HB_TAG('c', 'v', 'a', 'r'), HB_TAG('h', 'd', 'm', 'x'),
    HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'), HB_TAG('g', 'a', 's', 'p'),
};

/* Glyphs of the whole font, or of a part that has other ids for them (`to`, else NULL). */
static hb_subset_input_t *input_new(const struct face *f, const hb_map_t *to,
                                    const unsigned *ids, size_t n)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    /* Text is written with the ids of the whole font. A TrueType reader takes a code for an
     * id, so the ids stay; a CFF font's charset carries them through renumbering. */
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING;
    /* Finding out which subroutines of a CFF font of 65,535 glyphs are still needed takes
     * most of the time, and what is called once or twice is smaller in place: measured
     * with 600 glyphs, 2.5 times as fast and a tenth smaller. */
    flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
    if (!face_facts(f)->cff || !face_facts(f)->cid_keyed)
        flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_subset_input_set_flags(input, flags);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < n; i++)
        hb_set_add(glyphs, to ? hb_map_get(to, ids[i]) : ids[i]);
    hb_set_t *tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(tables, dropped[i]);
    return input;
}

static bool put_subset(const struct face *f, hb_face_t *of, const hb_map_t *to,
                       const unsigned *ids, size_t n, struct buf *out)
{
    hb_subset_input_t *input = input_new(f, to, ids, n);
    if (!input)
        return false;
    hb_face_t *subset = hb_subset_or_fail(of, input);
    hb_subset_input_destroy(input);
    if (!subset)
        return false;
    hb_blob_t *blob = face_facts(f)->cff
                          ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
                          : hb_face_reference_blob(subset);
    unsigned size;
    const char *bytes = hb_blob_get_data(blob, &size);
    buf_put(out, (struct str){bytes, size});
    hb_blob_destroy(blob);
    hb_face_destroy(subset);
    return size > 0;
}

bool face_subset(const struct face *f, const unsigned *ids, size_t n, struct buf *out)
{
    return put_subset(f, face_engine(f), NULL, ids, n, out);
}

struct face_part {
    const struct face *whole;
    hb_face_t *face;
    hb_map_t *ids; /* of the part, by those of the whole face */
};

struct face_part *part_new(const struct face *f, const unsigned *ids, size_t n)
{
    hb_subset_input_t *input = n ? input_new(f, NULL, ids, n) : NULL;
    hb_subset_plan_t *plan =
        input ? hb_subset_plan_create_or_fail(face_engine(f), input) : NULL;
    hb_subset_input_destroy(input);
    hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    struct face_part *p = NULL;
    if (face) {
        p = heap_alloc(sizeof *p);
        *p = (struct face_part){
            f, face, hb_map_copy(hb_subset_plan_old_to_new_glyph_mapping(plan))};
    }
    hb_subset_plan_destroy(plan);
    return p;
}

void part_drop(struct face_part *p)
{
    if (!p)
        return;
    hb_map_destroy(p->ids);
    hb_face_destroy(p->face);
    free(p);
}

bool part_holds(const struct face_part *p, const unsigned *ids, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!hb_map_has(p->ids, ids[i]))
            return false;
    return true;
}

bool part_subset(const struct face_part *p, const unsigned *ids, size_t n,
                 struct buf *out)
{
    return put_subset(p->whole, p->face, p->ids, ids, n, out);
}
