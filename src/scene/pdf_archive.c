/* What PDF/A-2 (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) ask for beside the pages. Which
 * clause is met where, and how that is tested: docs/pdf.md.
 *
 * A file says that it conforms only when nothing in it speaks against it: what cannot be
 * promised is left out of the metadata, the document is written all the same. */
#include "scene/pdf.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <time.h>

/* --- facts that stand both in Info and in the metadata --- */

/* The text on one line, without what XML 1.0 cannot hold: controls become blanks, but a line
 * end between two wide characters is none. At most what a string of Info takes. */
static struct str fact(struct arena *a, struct str text)
{
    enum { MOST_UNITS = 16000 };
    struct buf b = {0};
    text = str_trim(text);
    bool wide = false;
    for (unsigned n = 0; text.n && n < MOST_UNITS; n += 2) {
        uint32_t c = utf8_next(&text);
        struct str rest = text;
        if (c == '\n' && wide && rest.n && utf8_columns(utf8_next(&rest)) == 2)
            continue;
        wide = utf8_columns(c) == 2;
        bool good = c >= ' ' && c != 0x7F && c != 0xFFFE && c != 0xFFFF;
        buf_rune(&b, good ? c : ' ');
    }
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return copy;
}

/* True for an ISO date, whole or cut after year or month. */
static bool is_date(struct str iso)
{
    static const char shape[] = "0000-00-00";
    if (iso.n != 4 && iso.n != 7 && iso.n != 10)
        return false;
    for (size_t i = 0; i < iso.n; i++) {
        bool digit = iso.s[i] >= '0' && iso.s[i] <= '9';
        if (shape[i] == '0' ? !digit : iso.s[i] != '-')
            return false;
    }
    return true;
}

/* The time the build is to pretend: https://reproducible-builds.org/specs/. "" when it is
 * not told. */
static struct str epoch(struct arena *a)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end;
    long long seconds = text ? strtoll(text, &end, 10) : 0;
    time_t t = (time_t)seconds;
    struct tm tm;
    if (!text || end == text || *end || seconds < 0 || !gmtime_r(&t, &tm))
        return STR("");
    return str_print(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900,
                     tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* The same as PDF writes it: D:20201231, D:19700102000000Z. */
static struct str info_date(struct arena *a, struct str iso)
{
    struct buf b = {0};
    buf_puts(&b, iso.n ? "D:" : "");
    for (size_t i = 0; i < iso.n; i++)
        if (iso.s[i] != '-' && iso.s[i] != 'T' && iso.s[i] != ':')
            buf_char(&b, iso.s[i]);
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return copy;
}

static void set_facts(struct pdf *p)
{
    const struct scene *s = p->scene;
    p->title = fact(p->arena, s->title);
    p->author = fact(p->arena, s->author);
    p->xmp_date = is_date(s->date) ? s->date : epoch(p->arena);
    p->date = info_date(p->arena, p->xmp_date);
}

#define PRODUCER "mulu " VERSION " (libharu " HPDF_VERSION_TEXT ")"

static void put_info(struct pdf *p)
{
    HPDF_Dict info = p->doc->info;
    if (p->title.n)
        pdf_set_text(p, info, "Title", p->title);
    if (p->author.n)
        pdf_set_text(p, info, "Author", p->author);
    pdf_set_text(p, info, "Creator", STR("mulu"));
    pdf_set_text(p, info, "Producer", STR(PRODUCER));
    if (p->date.n) {
        const char *keys[] = {"CreationDate", "ModDate"};
        for (unsigned i = 0; i < 2; i++)
            HPDF_Dict_Add(info, keys[i], HPDF_String_New(p->doc->mmgr, p->date.s, NULL));
    }
    pdf_hash(p, p->title);
    pdf_hash(p, p->author);
    pdf_hash(p, p->date);
}

/* --- metadata: ISO 16684-1 (XMP) --- */

static void put_xml(struct buf *b, struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        switch (text.s[i]) {
        case '&': buf_puts(b, "&amp;"); break;
        case '<': buf_puts(b, "&lt;"); break;
        case '>': buf_puts(b, "&gt;"); break;
        default: buf_char(b, text.s[i]);
        }
}

/* A property, its value between `before` and `behind`; none when the value is empty. */
static void put_property(struct buf *b, const char *name, const char *before,
                         struct str value, const char *behind)
{
    if (!value.n)
        return;
    buf_printf(b, "<%s>%s", name, before);
    put_xml(b, value);
    buf_printf(b, "%s</%s>\n", behind, name);
}

/* PDF/A knows no pdfuaid, so its one property must be described: ISO 19005-2, 6.6.2.3.3. */
static const char pdfuaid[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 this file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static void put_claims(const struct pdf *p, struct buf *b)
{
    if (p->archival)
        buf_puts(b, "<pdfaid:part>2</pdfaid:part>\n"
                    "<pdfaid:conformance>A</pdfaid:conformance>\n");
    if (p->accessible)
        buf_puts(b, "<pdfuaid:part>1</pdfuaid:part>\n");
    if (p->accessible && p->archival)
        buf_puts(b, pdfuaid);
}

static void put_metadata(struct pdf *p)
{
    struct buf b = {0};
    buf_puts(&b, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                 "<rdf:Description rdf:about=\"\"\n"
                 " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                 " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                 " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                 " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
                 " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
                 " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
                 " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
                 " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                 "<dc:format>application/pdf</dc:format>\n");
    put_property(&b, "dc:title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">", p->title,
                 "</rdf:li></rdf:Alt>");
    put_property(&b, "dc:creator", "<rdf:Seq><rdf:li>", p->author, "</rdf:li></rdf:Seq>");
    put_property(&b, "dc:language", "<rdf:Bag><rdf:li>", p->scene->language,
                 "</rdf:li></rdf:Bag>");
    put_property(&b, "xmp:CreatorTool", "", STR("mulu"), "");
    put_property(&b, "xmp:CreateDate", "", p->xmp_date, "");
    put_property(&b, "xmp:ModifyDate", "", p->xmp_date, "");
    put_property(&b, "pdf:Producer", "", STR(PRODUCER), "");
    put_claims(p, &b);
    buf_puts(&b, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
    HPDF_Dict_Add(
        p->doc->catalog, "Metadata",
        pdf_plain_stream(p, buf_str(&b), STR("/Type /Metadata\n/Subtype /XML\n")));
    buf_drop(&b);
}

/* --- colour: ISO 19005-2, 6.2.3 and 6.2.4.3 --- */

static void put_output_intent(struct pdf *p)
{
    struct buf b = {0};
    pdf_put_profile(&b);
    HPDF_Dict profile = pdf_stream(p, buf_str(&b), STR("/N 3\n"));
    buf_clear(&b);
    buf_puts(&b, "/Type /OutputIntent\n/S /GTS_PDFA1\n"
                 "/OutputConditionIdentifier (sRGB)\n/Info (sRGB IEC61966-2.1)\n"
                 "/DestOutputProfile ");
    pdf_put_ref(&b, profile);
    buf_char(&b, '\n');
    HPDF_Dict intent = pdf_object(p);
    pdf_fill(p, intent, buf_str(&b));
    buf_drop(&b);
    HPDF_Array intents = HPDF_Array_New(p->doc->mmgr);
    HPDF_Array_Add(intents, intent);
    HPDF_Dict_Add(p->doc->catalog, "OutputIntents", intents);
}

/* --- what is claimed --- */

static void decide(struct pdf *p)
{
    const struct scene *s = p->scene;
    if (!p->title.n || !s->language.n)
        p->accessible = false; /* ISO 14289-1, 7.1 and 7.2 */
    if (!s->language.n)
        p->archival = false; /* ISO 19005-2, 6.7.4 */
    for (size_t i = 0; i < s->elements.n; i++)
        if (p->elements[i].dict && s->elements.at[i].role == ROLE_FIGURE &&
            !s->elements.at[i].alt.n)
            p->accessible = false; /* ISO 14289-1, 7.3 */
    for (size_t i = 0; i < s->pages.n; i++) {
        const struct page *page = &s->pages.at[i];
        bool within = page->width >= 3 && page->width <= 14400 && page->height >= 3 &&
                      page->height <= 14400;
        p->archival = p->archival && within; /* ISO 19005-2, 6.1.13 */
    }
}

void pdf_archive(struct pdf *p)
{
    set_facts(p);
    decide(p);
    put_info(p);
    put_metadata(p);
    put_output_intent(p);
}
