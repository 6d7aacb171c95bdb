#include "site/config_values.h"

#include "base/utf8.h"

/* RFC 1035, 2.3.1 and 2.3.4: at most 63 letters, digits and hyphens, none of these at an end. */
static bool is_label(struct str s)
{
    enum { LABEL_MOST = 63 };
    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    (c >= '0' && c <= '9') || (c == '-' && i > 0 && i + 1 < s.n);
        if (!word)
            return false;
    }
    return s.n > 0 && s.n <= LABEL_MOST;
}

/* Names of the top are never numbers (RFC 3696, 2): 1.2 is a mistake, 10.0.0.1 no domain. */
static bool is_number(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] < '0' || s.s[i] > '9')
            return false;
    return true;
}

static bool is_domain(struct str s)
{
    enum { DOMAIN_MOST = 253 };
    struct str rest = s, label = STR("");
    size_t labels = 0;
    if (s.n > DOMAIN_MOST || str_ends(s, STR(".")))
        return false;
    while (str_cut(&rest, '.', &label)) {
        if (!is_label(label))
            return false;
        labels++;
    }
    return labels > 1 && !is_number(label);
}

/* Characters that no address has, since they would have to be written as %20 and the like
 * (RFC 3986, appendix A); Chinese ones are as browsers show them. */
static bool has_odd(struct str s)
{
    while (s.n) {
        uint32_t c = utf8_next(&s);
        if (utf8_blank(c) || (c < 0x80 && strchr("\"<>\\^`{|}", (int)c)))
            return true;
    }
    return false;
}

/* The part between scheme and path: a host, without who asks (u:p@). */
static bool is_host(struct str s)
{
    size_t n = 0;
    while (n < s.n && !strchr("/?#", s.s[n]))
        n++;
    return n > 0 && !str_has(str_slice(s, 0, n), STR("@"));
}

/* Short enough for the QR code of a page below it, which a phone must be able to read. */
static bool is_link(struct str s)
{
    enum { ADDRESS_MOST = 500 };
    static const struct str schemes[] = {STR_INIT("https://"), STR_INIT("http://")};
    for (size_t i = 0; i < 2; i++)
        if (str_starts(s, schemes[i]))
            return s.n <= ADDRESS_MOST && !has_odd(s) &&
                   is_host(str_from(s, schemes[i].n));
    return false;
}

/* The names of pages are put behind it. */
static bool is_address(struct str s)
{
    return is_link(s) && !str_has(s, STR("?")) && !str_has(s, STR("#"));
}

/* The shapes of 网站标识码: 4309810001, bm10000001, N000000672. */
static bool is_id_code(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        bool digit = s.s[i] >= '0' && s.s[i] <= '9';
        bool lead = (i < 2 && str_starts(s, STR("bm"))) || (i == 0 && s.s[0] == 'N');
        if (!digit && !lead)
            return false;
    }
    return s.n == 10;
}

bool config_value_good(struct str element, struct str value, enum diag_code *code)
{
    static const struct {
        struct str name;
        bool (*good)(struct str);
        enum diag_code code;
    } rules[] = {
        {STR_INIT("domain"), is_domain, DIAG_SITE_DOMAIN},
        {STR_INIT("address"), is_address, DIAG_SITE_ADDRESS},
        {STR_INIT("identity"), is_link, DIAG_SITE_LINK},
        {STR_INIT("report"), is_link, DIAG_SITE_LINK},
        {STR_INIT("id-code"), is_id_code, DIAG_SITE_ID_CODE},
    };
    for (size_t i = 0; value.n && i < sizeof rules / sizeof *rules; i++) {
        *code = rules[i].code;
        if (str_eq(element, rules[i].name) && !rules[i].good(value))
            return false;
    }
    return true;
}
