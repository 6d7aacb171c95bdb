/* numbering - the printed numbers of groups, items, services and of the fields of an item. */
#include "check/completeness.h"

#include "check/report.h"
#include "check/sequence.h"
#include "catalog/fields.h"

/* ---- groups, items, services ---- */

/* Where the number stands and how its messages are called. */
struct numbering {
    const char *attribute;
    enum diag_code missing, gap, repeated, wrong;
};
static const struct numbering of_items = {"seq", DIAG_ITEM_NUMBER_MISSING,
                                          DIAG_ITEM_NUMBER_GAP, DIAG_ITEM_NUMBER_REPEATED,
                                          DIAG_ITEM_NUMBER};
static const struct numbering of_groups = {"no", DIAG_GROUP_NUMBER_MISSING,
                                           DIAG_GROUP_NUMBER_GAP,
                                           DIAG_GROUP_NUMBER_REPEATED, DIAG_GROUP_NUMBER};

static void tell(struct check *check, const struct numbered *odd, struct str before,
                 enum sequence_fault fault, struct str expected,
                 const struct numbering *how)
{
    struct advice advice = {.proposal = expected};
    const char *attribute = how->attribute;
    if (fault == SEQUENCE_MISSING)
        report_attribute(check, odd->subject, odd->at, attribute, &advice, how->missing);
    else if (fault == SEQUENCE_REPEATED)
        report_attribute(check, odd->subject, odd->at, attribute, &advice, how->repeated,
                         STR_ARG(odd->no));
    else if (fault == SEQUENCE_GAP && before.n && !expected.n)
        report_attribute(check, odd->subject, odd->at, attribute, &advice, how->gap,
                         STR_ARG(before), STR_ARG(odd->no));
    else
        report_attribute(check, odd->subject, odd->at, attribute, &advice, how->wrong,
                         STR_ARG(odd->no));
}

static void tell_item(struct check *check, const struct numbered *odd,
                      enum sequence_fault fault, struct str before, struct str expected)
{
    tell(check, odd, before, fault, expected, &of_items);
}

/* A group without a title too is told by group-heading. */
static void tell_group(struct check *check, const struct numbered *odd,
                       enum sequence_fault fault, struct str before, struct str expected)
{
    if (fault != SEQUENCE_MISSING || odd->subject->title.n)
        tell(check, odd, before, fault, expected, &of_groups);
}

void check_numbers(struct check *check)
{
    struct numbered_list groups = {0}, items = {0}, services = {0};
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct subject *s = &check->groups.at[i];
        *vec_push(check->arena, &groups) =
            (struct numbered){.no = s->group->no, .at = s->at, .subject = s};
    }
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        *vec_push(check->arena, &items) =
            (struct numbered){.no = s->item->seq,
                              .at = s->at,
                              .subject = s,
                              .first = !i || s->group != check->items.at[i - 1].group};
        for (size_t k = 0; k < s->item->services.n; k++) {
            const struct item *service = &s->item->services.at[k];
            *vec_push(check->arena, &services) = (struct numbered){
                .no = service->seq, .at = service->at, .subject = s, .first = !k};
        }
    }
    sequence_check(check, &groups, tell_group);
    sequence_check(check, &items, tell_item);
    sequence_check(check, &services, tell_item);
}

/* ---- fields ---- */

/* The numbers that fields of the item bring of their own, joined; "" for none. */
static struct str own_numbers(struct check *check, const struct item *item,
                              const struct field **first)
{
    struct buf b = {0};
    *first = NULL;
    for (int id = 0; id < FIELD_COUNT; id++) {
        const struct field *f = item->own[id];
        if (!f || !f->no.n)
            continue;
        if (!*first)
            *first = f;
        buf_put(&b, f->no);
    }
    struct str text = b.n ? str_copy(check->arena, buf_str(&b)) : STR("");
    buf_drop(&b);
    return text;
}

/* The fields of one item follow each other; the first break is told. */
static void check_breaks(struct check *check, const struct subject *s)
{
    unsigned last = 0;
    struct str before = STR("");
    for (int id = 0; id < FIELD_COUNT; id++) {
        const struct field *f = s->item->own[id];
        unsigned value = f ? sequence_read(f->no) : 0;
        if (!value)
            continue;
        if (last && value != last + 1) {
            report_attribute(check, s, f->at, "no", NULL, DIAG_FIELD_NUMBER_GAP,
                             STR_ARG(before), STR_ARG(f->no));
            return;
        }
        last = value;
        before = f->no;
    }
}

/* Where most items print the usual numbers, own ones are a slip of the layout; where most
 * bring their own, these are the rule and must follow each other. */
void check_field_numbers(struct check *check)
{
    size_t with = 0;
    const struct field *first;
    for (size_t i = 0; i < check->items.n; i++)
        with += own_numbers(check, check->items.at[i].item, &first).n > 0;
    bool usual = with * 2 > check->items.n;
    for (size_t i = 0; with && i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        struct str numbers = own_numbers(check, s->item, &first);
        if (usual)
            check_breaks(check, s);
        else if (first)
            report_attribute(check, s, first->at, "no", NULL, DIAG_FIELD_NUMBER,
                             STR_ARG(numbers));
    }
}
