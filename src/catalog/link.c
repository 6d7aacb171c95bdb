#include "catalog/link.h"

static struct str scheme_of(struct str target)
{
    for (size_t i = 0; i < target.n; i++) {
        char c = target.s[i];
        if (c == ':')
            return str_slice(target, 0, i);
        if (c == '/' || c == '?' || c == '#')
            break;
    }
    return STR("");
}

/* Browsers drop tabs and line ends inside of an address, and blanks and controls before
 * it, and read "\" as "/" (WHATWG URL, 4.4): none of these is let through. */
static bool is_plain_address(struct str s)
{
    if (s.n == 0 || s.s[0] == ' ' || s.s[s.n - 1] == ' ' || str_starts(s, STR("//")))
        return false;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.s[i];
        if (c < 0x20 || c == 0x7F || c == '\\')
            return false;
    }
    return true;
}

static bool is_relative(struct str s)
{
    return scheme_of(s).n == 0 && s.s[0] != ':';
}

static bool has_host(struct str target, struct str scheme)
{
    struct str rest = str_from(target, scheme.n + 1);
    return str_starts(rest, STR("//")) && rest.n > 2 && rest.s[2] != '/';
}

bool link_allowed(struct str target)
{
    if (!is_plain_address(target))
        return false;
    struct str scheme = scheme_of(target);
    if (str_eq_nocase(scheme, STR("http")) || str_eq_nocase(scheme, STR("https")))
        return has_host(target, scheme);
    if (str_eq_nocase(scheme, STR("mailto")) || str_eq_nocase(scheme, STR("tel")))
        return target.n > scheme.n + 1;
    return is_relative(target);
}

bool link_image_allowed(struct str address)
{
    return is_plain_address(address) && is_relative(address);
}
