/* The file as such: ISO 19005-2, 6.1 to 6.5 and 6.8 to 6.11. */
#include "pdf_check_parts.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* --- header, trailer, streams --- */

static void check_ends(struct pdf_checking *c)
{
    struct str b = c->file->bytes;
    bool comment = b.n > 14 && b.s[8] == '\n' && b.s[9] == '%';
    for (size_t i = 10; comment && i < 14; i++)
        comment = (unsigned char)b.s[i] > 127;
    if (!str_starts(b, STR("%PDF-1.7\n")) || !comment)
        pdf_fault(c, "file-header", "no %%PDF-1.7 with four bytes over 127 below it");
    if (!str_ends(b, STR("%%EOF")) && !str_ends(b, STR("%%EOF\n")))
        pdf_fault(c, "file-end", "something stands behind %%%%EOF");
}

static void check_trailer(struct pdf_checking *c)
{
    const struct json *id = pdf_key(c->file, c->file->trailer, "/ID");
    if (id->n != 2 || json_at(id, 0)->text.n < 16)
        pdf_fault(c, "file-id", "no ID of two parts");
    if (pdf_key(c->file, c->file->trailer, "/Encrypt")->kind != JSON_NULL)
        pdf_fault(c, "file-encrypted", "encrypted");
}

static void check_stream(struct pdf_checking *c, size_t number)
{
    static const char *const never[] = {"/F", "/FFilter", "/FDecodeParms"};
    const struct json *dict = c->file->at[number].value;
    const struct json *filter = pdf_key(c->file, dict, "/Filter");
    struct str name = pdf_name(filter->kind == JSON_LIST ? json_at(filter, 0) : filter);
    if (filter->n > 1 || (filter->kind != JSON_NULL && !str_is(name, "FlateDecode")))
        pdf_fault(c, "file-filter", "object %zu: a filter that is not FlateDecode",
                  number);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (json_member(dict, never[i])->kind != JSON_NULL)
            pdf_fault(c, "file-filter", "object %zu has %s", number, never[i]);
    /* No clause forbids these: they are ours to leave out, but where rows are differences. */
    struct str type = pdf_name(pdf_key(c->file, dict, "/Type"));
    if (json_member(dict, "/DecodeParms")->kind != JSON_NULL && !str_is(type, "XRef"))
        pdf_fault(c, "file-filter", "object %zu has /DecodeParms", number);
}

/* Bytes that a text takes in the file: as UTF-16 with its mark, when not all is ASCII. */
static size_t string_bytes(struct str text)
{
    size_t units = 0, wide = 0;
    for (size_t i = 0; i < text.n; i++) {
        unsigned char b = (unsigned char)text.s[i];
        units += (b & 0xC0) != 0x80;
        units += b >= 0xF0;
        wide |= b & 0x80;
    }
    return wide ? units * 2 + 2 : units;
}

static void check_limits(struct pdf_checking *c, size_t number, const struct json *j)
{
    if (j->kind == JSON_TEXT && str_starts(j->text, STR("u:")) &&
        string_bytes(str_from(j->text, 2)) > 32767)
        pdf_fault(c, "file-limits", "object %zu: a string over 32767 bytes", number);
    if (j->kind == JSON_TEXT && str_starts(j->text, STR("/")) && j->text.n > 128)
        pdf_fault(c, "file-limits", "object %zu: a name over 127 bytes", number);
    for (size_t i = 0; i < j->n; i++)
        check_limits(c, number, &j->at[i]);
}

static void check_objects(struct pdf_checking *c)
{
    if (c->file->n > 8388607)
        pdf_fault(c, "file-limits", "more than 8388607 objects");
    for (size_t i = 1; i < c->file->n; i++) {
        if (!c->file->at[i].value)
            continue;
        check_limits(c, i, c->file->at[i].value);
        if (c->file->at[i].stream)
            check_stream(c, i);
    }
}

/* --- catalog --- */

static void check_catalog(struct pdf_checking *c)
{
    static const char *const never[] = {"/OCProperties", "/Requirements",
                                        "/AA",           "/OpenAction",
                                        "/Collection",   "/NeedsRendering"};
    static const char *const names[] = {"/EmbeddedFiles", "/JavaScript",
                                        "/AlternatePresentations"};
    const struct json *catalog = c->file->catalog;
    const struct json *by_name = pdf_key(c->file, catalog, "/Names");
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (json_member(catalog, never[i])->kind != JSON_NULL)
            pdf_fault(c, "catalog-extras", "the catalog has %s", never[i]);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (json_member(by_name, names[i])->kind != JSON_NULL)
            pdf_fault(c, "catalog-extras", "the catalog names %s", names[i]);
    const struct json *form = pdf_key(c->file, catalog, "/AcroForm");
    if (json_member(form, "/XFA")->kind != JSON_NULL ||
        json_member(form, "/NeedAppearances")->truth)
        pdf_fault(c, "catalog-extras", "a form that needs a viewer to draw it");
    const struct json *info = pdf_key(c->file, catalog, "/MarkInfo");
    if (!json_member(info, "/Marked")->truth || json_member(info, "/Suspects")->truth)
        pdf_fault(c, "marked", "not marked, or with suspects");
    const struct json *viewer = pdf_key(c->file, catalog, "/ViewerPreferences");
    if (!json_member(viewer, "/DisplayDocTitle")->truth)
        pdf_fault(c, "title-shown", "viewers show the file's name");
    struct str language = pdf_text_of(pdf_key(c->file, catalog, "/Lang"));
    if (!language.n || !str_starts(language, STR("zh")))
        pdf_fault(c, "language", "«%.*s» is not Chinese", STR_ARG(language));
}

/* Reading more than this many pages needs a way in. */
enum { PAGES_WITHOUT_BOOKMARKS = 20 };

static void check_bookmarks(struct pdf_checking *c)
{
    const struct json *outlines = pdf_key(c->file, c->file->catalog, "/Outlines");
    bool any = pdf_ref(json_member(outlines, "/First")) != 0;
    if (!any && c->file->n_pages > PAGES_WITHOUT_BOOKMARKS)
        pdf_fault(c, "bookmarks", "%zu pages and no bookmarks", c->file->n_pages);
}

/* --- colour --- */

static uint32_t word(struct str b, size_t at)
{
    uint32_t x = 0;
    for (size_t i = at; i < at + 4 && i < b.n; i++)
        x = x << 8 | (unsigned char)b.s[i];
    return x;
}

static bool has_sign(struct str b, size_t at, const char *sign)
{
    return str_is(str_slice(b, at, at + 4), sign);
}

/* An RGB profile for a display, version 2 to 4, whose tags lie inside it, whole and in
 * steps of 4 bytes; the colorants add up to the white of D50: ICC.1. */
static bool sound_profile(struct str b)
{
    static const char *const needed[] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ",
                                         "bXYZ", "rTRC", "gTRC", "bTRC"};
    unsigned found = 0;
    double white[3] = {0};
    if (b.n < 132 || word(b, 0) != b.n || b.s[8] < 2 || b.s[8] > 4 ||
        !has_sign(b, 12, "mntr") || !has_sign(b, 16, "RGB ") ||
        !has_sign(b, 20, "XYZ ") || !has_sign(b, 36, "acsp"))
        return false;
    for (size_t i = 0; i < word(b, 128); i++) {
        size_t row = 132 + 12 * i, at = word(b, row + 4);
        if (at % 4 || at < row + 12 || at + word(b, row + 8) > b.n)
            return false;
        for (unsigned k = 0; k < sizeof needed / sizeof *needed; k++)
            found |= (unsigned)has_sign(b, row, needed[k]) << k;
        for (unsigned k = 0; k < 3 && str_is(str_slice(b, row + 1, row + 4), "XYZ"); k++)
            white[k] += word(b, at + 8 + 4 * k) / 65536.0;
    }
    return found == 0x1FF && fabs(white[0] - 0.9642) < 5e-4 &&
           fabs(white[1] - 1) < 5e-4 && fabs(white[2] - 0.8249) < 5e-4;
}

static void check_intent(struct pdf_checking *c)
{
    const struct json *intents = pdf_key(c->file, c->file->catalog, "/OutputIntents");
    const struct json *intent = pdf_at(c->file, intents, 0);
    const struct pdf_object *profile =
        pdf_stream_of(c->file, json_member(intent, "/DestOutputProfile"));
    if (intents->n != 1 || !str_is(pdf_name(json_member(intent, "/S")), "GTS_PDFA1") ||
        !pdf_text_of(json_member(intent, "/OutputConditionIdentifier")).n)
        pdf_fault(c, "color-intent", "no output intent of PDF/A");
    else if (!profile || pdf_number(json_member(profile->value, "/N"), 0) != 3.0 ||
             !sound_profile(profile->data))
        pdf_fault(c, "color-intent", "no sound RGB profile");
}

/* --- pages and annotations --- */

static bool within(double x)
{
    return x >= 3 && x <= 14400;
}

static void check_page(struct pdf_checking *c, size_t i)
{
    const struct json *page = c->file->at[c->file->pages[i]].value;
    const struct json *box = pdf_key(c->file, page, "/MediaBox");
    const struct json *resources = pdf_key(c->file, page, "/Resources");
    double width = pdf_number(json_at(box, 2), 0) - pdf_number(json_at(box, 0), 1e9);
    double height = pdf_number(json_at(box, 3), 0) - pdf_number(json_at(box, 1), 1e9);
    if (box->n != 4 || !within(width) || !within(height))
        pdf_fault(c, "page-box", "page %zu is no page", i + 1);
    if (resources->kind != JSON_OBJECT)
        pdf_fault(c, "page-resources", "page %zu has none of its own", i + 1);
    for (size_t k = 0; k < resources->n; k++)
        if (!str_is(resources->keys[k], "/Font") &&
            !str_is(resources->keys[k], "/ProcSet"))
            pdf_fault(c, "page-resources", "page %zu has %.*s", i + 1,
                      STR_ARG(resources->keys[k]));
    if (json_member(page, "/AA")->kind != JSON_NULL)
        pdf_fault(c, "action", "page %zu acts when it is opened", i + 1);
    if (!str_is(pdf_name(json_member(page, "/Tabs")), "S"))
        pdf_fault(c, "tab-order", "page %zu", i + 1);
}

static void check_action(struct pdf_checking *c, size_t page, const struct json *action)
{
    struct str kind = pdf_name(json_member(action, "/S"));
    if (!str_is(kind, "URI") && !str_is(kind, "GoTo"))
        pdf_fault(c, "action", "page %zu: action %.*s", page + 1, STR_ARG(kind));
    if (json_member(action, "/Next")->kind != JSON_NULL)
        pdf_fault(c, "action", "page %zu: a chain of actions", page + 1);
}

/* Widgets need an appearance, links do not: ISO 19005-2, 6.3.3. */
static void check_annotation(struct pdf_checking *c, size_t page, const struct json *a)
{
    struct str kind = pdf_name(json_member(a, "/Subtype"));
    bool widget = str_is(kind, "Widget");
    if (!widget && !str_is(kind, "Link"))
        pdf_fault(c, "annotation", "page %zu: a %.*s", page + 1, STR_ARG(kind));
    if (widget && pdf_key(c->file, pdf_key(c->file, a, "/AP"), "/N")->kind != JSON_OBJECT)
        pdf_fault(c, "annotation", "page %zu: a field without appearance", page + 1);
    /* Print set; Invisible, Hidden, NoView and ToggleNoView clear. */
    unsigned flags = (unsigned)pdf_number(json_member(a, "/F"), 0);
    if ((flags & 4) == 0 || (flags & (1 | 2 | 32 | 256)))
        pdf_fault(c, "annotation-flags", "page %zu: flags %u", page + 1, flags);
    const struct json *action = pdf_key(c->file, a, "/A");
    if (action->kind == JSON_OBJECT)
        check_action(c, page, action);
    if (json_member(a, "/AA")->kind != JSON_NULL)
        pdf_fault(c, "action", "page %zu: an annotation acts by itself", page + 1);
    const char *said = widget ? "/TU" : "/Contents";
    if (!pdf_text_of(pdf_key(c->file, a, said)).n)
        pdf_fault(c, "link-text", "page %zu: an annotation without words", page + 1);
}

void pdf_check_file(struct pdf_checking *c)
{
    check_ends(c);
    check_trailer(c);
    check_objects(c);
    check_catalog(c);
    check_bookmarks(c);
    check_intent(c);
    for (size_t i = 0; i < c->file->n_pages; i++) {
        const struct json *page = c->file->at[c->file->pages[i]].value;
        const struct json *annotations = pdf_key(c->file, page, "/Annots");
        check_page(c, i);
        for (size_t k = 0; k < annotations->n; k++)
            check_annotation(c, i, pdf_at(c->file, annotations, k));
    }
}
