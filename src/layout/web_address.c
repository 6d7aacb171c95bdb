#include "layout/web_address.h"

#include "base/buf.h"
#include "catalog/derive.h"

struct str web_folder(struct arena *a, struct str site, struct str id)
{
    if (site.n == 0)
        return STR("");
    return str_print(a, "%.*s/%.*s", STR_ARG(site), STR_ARG(id));
}

/* What RFC 3986 calls unreserved, and may stand anywhere in an address. */
static bool unreserved(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           c == '-' || c == '.' || c == '_' || c == '~';
}

static void put_escaped(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (unreserved(text.s[i]))
            buf_char(out, text.s[i]);
        else
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)text.s[i]);
    }
}

struct str web_page(struct arena *a, struct str folder, const struct item *item,
                    const struct item *service)
{
    if (folder.n == 0)
        return STR("");
    struct buf b = {0};
    buf_put(&b, folder);
    buf_char(&b, '/');
    put_escaped(&b, item->stem);
    buf_puts(&b, ".html");
    if (service) {
        buf_char(&b, '#');
        put_escaped(&b, service_anchor(a, item, service));
    }
    struct str address = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return address;
}
