/* Forms.
 *
 * Every name in 《》 that materials, steps, notes or charts use is looked up among the titles of
 * the forms. One that is no title may be a title said otherwise (form-title): when the
 * material points to a form, when it has the same characters as a title, or when the item
 * attaches a form that resembles it and that nothing else in the item names. What is left and
 * ends in 表 is a form that is not there (form-missing). Names are looked up once each: they
 * are sorted, and equal ones stand together. */
#include "check/forms.h"

#include "catalog/fields.h"
#include "catalog/form.h"
#include "check/mentions.h"

#include <stdlib.h>

/* A form that an item speaks of. */
struct spoken {
    const struct subject *subject;
    const struct form *form;
};

struct forms {
    struct check *check;
    const struct catalog *catalog;
    struct form_key *titles; /* of catalog->forms */
    struct mentions mentions;
    VEC(struct spoken) spoken; /* sorted */
};

static struct str title_of(const struct forms *f, const struct form *form)
{
    return f->titles[form - f->catalog->forms.at].shown;
}

/* ---- names ---- */

static int by_name(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    int order = str_cmp(x->key.shown, y->key.shown);
    if (order)
        return order;
    if (x->text != y->text)
        return x->text < y->text ? -1 : 1;
    return x->name.s < y->name.s ? -1 : x->name.s > y->name.s;
}

/* The end of the row of equal names that begins at `from`. */
static size_t row_end(const struct forms *f, size_t from)
{
    size_t to = from + 1;
    while (to < f->mentions.n &&
           str_eq(f->mentions.at[to].key.shown, f->mentions.at[from].key.shown))
        to++;
    return to;
}

/* The form with the likest title. *variant tells that it is only FORM_VARIANT. */
static const struct form *look_up(const struct forms *f, const struct form_key *key,
                                  bool *variant)
{
    const struct form *best = NULL;
    *variant = false;
    for (size_t i = 0; i < f->catalog->forms.n; i++) {
        enum form_likeness like = form_alike(key, &f->titles[i]);
        if (like == FORM_SAME) {
            *variant = false;
            return &f->catalog->forms.at[i];
        }
        if (like == FORM_VARIANT) {
            best = &f->catalog->forms.at[i];
            *variant = true;
        }
    }
    return best;
}

/* ---- form-title ---- */

static void tell_title(struct forms *f, struct mention *m, const struct form *form)
{
    struct str title = title_of(f, form);
    struct advice advice = {.proposal = title};
    report_text(f->check, m->text, m->name, &advice, DIAG_FORM_TITLE,
                STR_ARG(m->key.shown), STR_ARG(title));
    m->form = form;
    m->told = true;
}

/* A material that points to a form may name other papers too: one name of the form is enough,
 * and a material without any name says nothing. The longest of the names is the one that is
 * meant; it comes first in `list` only by luck, so all are looked at. */
static void check_pointing(struct forms *f, struct mention *list, size_t n)
{
    const struct form *form = form_find(f->catalog, list->text->entry->form);
    struct mention *meant = NULL;
    for (size_t i = 0; form && i < n; i++) {
        struct mention *m = &list[i];
        if (form_alike(&m->key, &f->titles[form - f->catalog->forms.at]) == FORM_SAME)
            return;
        if (!meant || m->key.shown.n > meant->key.shown.n)
            meant = m;
    }
    if (meant)
        tell_title(f, meant, form);
}

/* Runs over the mentions in the order of the texts, text by text. */
static void check_pointings(struct forms *f)
{
    for (size_t i = 0; i < f->mentions.n;) {
        const struct text *t = f->mentions.at[i].text;
        size_t n = 1;
        while (i + n < f->mentions.n && f->mentions.at[i + n].text == t)
            n++;
        if (t->entry && t->entry->form.n)
            check_pointing(f, &f->mentions.at[i], n);
        i += n;
    }
}

static void resolve(struct forms *f)
{
    for (size_t from = 0; from < f->mentions.n;) {
        size_t to = row_end(f, from);
        bool variant;
        const struct form *form = look_up(f, &f->mentions.at[from].key, &variant);
        for (size_t i = from; form && i < to; i++) {
            struct mention *m = &f->mentions.at[i];
            if (variant && !m->told)
                tell_title(f, m, form);
            else if (!m->told)
                m->form = form;
        }
        from = to;
    }
}

/* ---- what an item speaks of ---- */

static int by_subject(const void *a, const void *b)
{
    const struct spoken *x = a, *y = b;
    if (x->subject != y->subject)
        return x->subject < y->subject ? -1 : 1;
    return x->form < y->form ? -1 : x->form > y->form;
}

static void add_spoken(struct forms *f, const struct subject *s, const struct form *form)
{
    if (s && form)
        *vec_push(f->check->arena, &f->spoken) = (struct spoken){s, form};
}

static void find_spoken(struct forms *f)
{
    f->spoken.n = 0;
    for (size_t i = 0; i < f->mentions.n; i++)
        add_spoken(f, f->mentions.at[i].text->subject, f->mentions.at[i].form);
    for (size_t i = 0; i < f->check->text_count; i++) {
        const struct text *t = &f->check->texts[i];
        if (t->entry && t->entry->form.n)
            add_spoken(f, t->subject, form_find(f->catalog, t->entry->form));
    }
    if (f->spoken.n)
        qsort(f->spoken.at, f->spoken.n, sizeof *f->spoken.at, by_subject);
}

static bool is_spoken(const struct forms *f, const struct subject *s,
                      const struct form *form)
{
    struct spoken wanted = {s, form};
    return f->spoken.n &&
           bsearch(&wanted, f->spoken.at, f->spoken.n, sizeof wanted, by_subject);
}

/* The form the mention's item attaches under a name like this one, and no text of the item
 * names rightly. */
static const struct form *attached_akin(const struct forms *f, const struct mention *m)
{
    const struct item *item = m->text->item;
    for (size_t i = 0; item && i < item->forms.n; i++) {
        const struct form *form = form_find(f->catalog, item->forms.at[i].id);
        if (form && !is_spoken(f, m->text->subject, form) &&
            form_alike(&m->key, &f->titles[form - f->catalog->forms.at]) >= FORM_AKIN)
            return form;
    }
    return NULL;
}

/* ---- form-missing ---- */

/* True when the text says that someone else issues the paper: 医院出具的《…表》. */
static bool from_elsewhere(const struct mention *m)
{
    static const struct str words[] = {STR_INIT("出具的《"), STR_INIT("开具的《"),
                                       STR_INIT("核发的《"), STR_INIT("发放的《"),
                                       STR_INIT("审批的《"), STR_INIT("颁发的《"),
                                       STR_INIT("打印的《")};
    struct str before =
        str_slice(m->text->words, 0, (size_t)(m->name.s - m->text->words.s));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_ends(before, words[i]))
            return true;
    return false;
}

static bool asks_for_form(const struct mention *m)
{
    return m->text->part == TEXT_FIELD && m->text->field != FIELD_NOTES &&
           form_name_blank(m->key.shown) && !from_elsewhere(m);
}

/* One message a name, however many items use it. */
static void check_missing(struct forms *f)
{
    for (size_t from = 0; from < f->mentions.n;) {
        size_t to = row_end(f, from), items = 0;
        const struct mention *first = NULL;
        const struct subject *last = NULL;
        for (size_t i = from; i < to; i++) {
            struct mention *m = &f->mentions.at[i];
            const struct form *akin = m->form ? NULL : attached_akin(f, m);
            if (akin)
                tell_title(f, m, akin);
            if (m->form || !asks_for_form(m))
                continue;
            items += !first || m->text->subject != last;
            last = m->text->subject;
            first = first ? first : m;
        }
        if (first)
            report_text(f->check, first->text, first->name, NULL,
                        first->key.local ? DIAG_FORM_MISSING : DIAG_FORM_MISSING_OTHER,
                        STR_ARG(first->key.shown), items);
        from = to;
    }
}

/* ---- form-unnamed, form-unused ---- */

/* True when the resolved field has the title in a text, with or without 《》. */
static bool field_names(struct forms *f, const struct field *field,
                        const struct form *form)
{
    const struct form_key *title = &f->titles[form - f->catalog->forms.at];
    field = field_shown(field);
    for (size_t i = 0; i < field->entries.n; i++) {
        struct str rest = field->entries.at[i].text, name;
        if (str_eq(field->entries.at[i].form, form->id) || str_has(rest, title->bare))
            return true;
        while (form_name_take(&rest, &name)) {
            struct form_key key =
                form_key(f->check->arena, name, f->catalog->region_name);
            if (form_alike(&key, title) >= FORM_VARIANT)
                return true;
        }
    }
    return false;
}

/* In the title of the item too: 出具《参保凭证》. */
static bool item_names(struct forms *f, const struct item *item, const struct form *form)
{
    static const enum field_id fields[] = {FIELD_TITLE, FIELD_MATERIALS, FIELD_PROCESS,
                                           FIELD_NOTES};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (field_names(f, item_field(item, fields[i]), form))
            return true;
    return false;
}

static bool has_materials(const struct item *item)
{
    return !field_empty(item_field(item, FIELD_MATERIALS));
}

/* A form of an item may be what one of its services needs, and the other way round. */
static bool is_named(struct forms *f, const struct subject *s, const struct item *item,
                     const struct form *form)
{
    if (is_spoken(f, s, form) || item_names(f, item, form))
        return true;
    if (item != s->item && item_names(f, s->item, form))
        return true;
    for (size_t i = 0; i < item->services.n; i++)
        if (item_names(f, &item->services.at[i], form))
            return true;
    return !has_materials(item);
}

static void check_unnamed(struct forms *f, const struct subject *s,
                          const struct item *item, bool *used)
{
    for (size_t i = 0; i < item->forms.n; i++) {
        const struct form *form = form_find(f->catalog, item->forms.at[i].id);
        if (!form)
            continue;
        used[form - f->catalog->forms.at] = true;
        if (!is_named(f, s, item, form))
            report_subject(f->check, s, item->forms.at[i].at, STR("forms"), NULL,
                           DIAG_FORM_UNNAMED, STR_ARG(title_of(f, form)));
    }
    for (size_t i = 0; i < item->services.n; i++)
        check_unnamed(f, s, &item->services.at[i], used);
}

static void tell_unused(struct forms *f, const struct form *form)
{
    for (size_t i = f->check->text_count; i-- > 0;) {
        const struct text *t = &f->check->texts[i];
        if (t->form == form && (i == 0 || t[-1].form != form)) {
            report_text(f->check, t, str_slice(t->words, 0, 0), NULL, DIAG_FORM_UNUSED,
                        STR_ARG(title_of(f, form)), STR_ARG(form->id));
            return;
        }
    }
}

static void check_use(struct forms *f)
{
    bool *used = arena_array(f->check->arena, f->catalog->forms.n, sizeof *used);
    for (size_t i = 0; i < f->check->items.n; i++)
        check_unnamed(f, &f->check->items.at[i], f->check->items.at[i].item, used);
    for (size_t i = 0; i < f->catalog->form_refs.n; i++) {
        const struct form *form = form_find(f->catalog, f->catalog->form_refs.at[i].id);
        if (form)
            used[form - f->catalog->forms.at] = true;
    }
    for (size_t i = 0; i < f->spoken.n; i++)
        used[f->spoken.at[i].form - f->catalog->forms.at] = true;
    for (size_t i = 0; i < f->catalog->forms.n; i++)
        if (!used[i])
            tell_unused(f, &f->catalog->forms.at[i]);
}

static void check_attached(struct forms *f)
{
    struct arena *a = f->check->arena;
    size_t n = f->catalog->forms.n;
    f->titles = arena_array(a, n, sizeof *f->titles);
    for (size_t i = 0; i < n; i++)
        f->titles[i] =
            form_key(a, form_name(a, &f->catalog->forms.at[i]), f->catalog->region_name);
    check_pointings(f);
    if (f->mentions.n)
        qsort(f->mentions.at, f->mentions.n, sizeof *f->mentions.at, by_name);
    resolve(f);
    find_spoken(f);
    check_missing(f);
    find_spoken(f); /* with what check_missing() has recognised */
    check_use(f);
}

void check_forms(struct check *check)
{
    struct forms f = {.check = check, .catalog = check->catalog};
    f.mentions = mentions_of(check);
    if (f.catalog->forms.n) /* a catalog without any forms promises none */
        check_attached(&f);
    check_form_variants(check, &f.mentions);
    check_form_quotes(check, &f.mentions);
}
