/* The door: which bytes are read as XML at all. Only UTF-8 is, because every place in a
 * message is an offset in the user's own file and nothing may be converted on the way. */
#include "catalog/xml_reader.h"

#include "base/utf8.h"

#include <string.h>

static bool tell_utf16(const struct source *src, struct diag *d, const char *name)
{
    diag_at(d, (struct pos){src, STR_NONE}, DIAG_XML_UTF16, name);
    return true;
}

/* UTF-16 and UTF-32, with a byte order mark or seen by the zero bytes around "<". */
static bool other_width(const struct source *src, struct diag *d)
{
    static const struct {
        struct str start;
        const char *name;
    } marks[] = {
        {STR_INIT("\xFF\xFE\0\0"), "UTF-32"}, {STR_INIT("\0\0\xFE\xFF"), "UTF-32"},
        {STR_INIT("\xFF\xFE"), "UTF-16"},     {STR_INIT("\xFE\xFF"), "UTF-16"},
        {STR_INIT("<\0\0\0"), "UTF-32"},      {STR_INIT("\0\0\0<"), "UTF-32"},
        {STR_INIT("<\0"), "UTF-16"},          {STR_INIT("\0<"), "UTF-16"},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(src->text, marks[i].start))
            return tell_utf16(src, d, marks[i].name);
    return false;
}

/* What editors take for a catalog although it is another kind of file. */
static bool other_format(const struct source *src, struct diag *d)
{
    static const struct {
        struct str start;
        const char *name;
    } marks[] = {
        {STR_INIT("PK\x03\x04"), "Word、Excel、WPS 文档或压缩文件"},
        {STR_INIT("\xD0\xCF\x11\xE0"), "旧版 Word、Excel 文档"},
        {STR_INIT("%PDF"), "PDF 文件"},
        {STR_INIT("{\\rtf"), "RTF 文档"},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(src->text, marks[i].start)) {
            diag_at(d, (struct pos){src, STR_NONE}, DIAG_XML_BINARY, marks[i].name);
            return true;
        }
    return false;
}

/* The value of encoding="…" in the XML declaration at `at`, s NULL when there is none. */
static struct str declared_encoding(struct str text, size_t at)
{
    struct str none = {NULL, 0};
    struct str rest = str_from(text, at);
    if (!str_starts(rest, STR("<?xml")))
        return none;
    size_t end = str_find(rest, STR("?>"));
    rest = str_slice(rest, 0, end == STR_NONE ? rest.n : end);
    size_t key = str_find(rest, STR("encoding"));
    if (key == STR_NONE)
        return none;
    rest = str_trim(str_from(rest, key + strlen("encoding")));
    if (!str_starts(rest, STR("=")))
        return none;
    rest = str_trim(str_from(rest, 1));
    if (rest.n < 2 || (rest.s[0] != '"' && rest.s[0] != '\''))
        return none;
    const char *close = memchr(rest.s + 1, rest.s[0], rest.n - 1);
    return close ? str_slice(rest, 1, (size_t)(close - rest.s)) : none;
}

/* True when every byte above 127 stands in a pair that GBK uses: files of Windows. */
static bool looks_gbk(struct str s)
{
    size_t pairs = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char first = (unsigned char)s.s[i];
        if (first < 0x80)
            continue;
        if (++i == s.n)
            return false;
        unsigned char second = (unsigned char)s.s[i];
        if (first == 0x80 || first == 0xFF || second < 0x40 || second == 0x7F ||
            second == 0xFF)
            return false;
        pairs++;
    }
    return pairs > 0;
}

size_t xml_check_encoding(const struct source *src, struct diag *d)
{
    static const struct str bom = STR_INIT("\xEF\xBB\xBF");
    if (other_format(src, d) || other_width(src, d))
        return STR_NONE;
    size_t start = str_starts(src->text, bom) ? bom.n : 0;
    size_t bad = utf8_check(src->text);
    struct str name = declared_encoding(src->text, start);
    if (name.s && !str_eq_nocase(name, STR("UTF-8"))) {
        struct pos at = {src, (size_t)(name.s - src->text.s)};
        enum diag_code code = bad == STR_NONE ? DIAG_XML_DECLARED : DIAG_XML_ENCODING;
        diag_at(d, at, code, STR_ARG(name));
        return STR_NONE;
    }
    if (bad == STR_NONE)
        return start;
    struct pos at = {src, bad};
    if (looks_gbk(src->text))
        diag_at(d, at, DIAG_XML_GBK, (unsigned char)src->text.s[bad]);
    else
        diag_at(d, at, DIAG_XML_UTF8, (unsigned char)src->text.s[bad]);
    return STR_NONE;
}
