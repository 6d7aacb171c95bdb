#include "html/site_info.h"

struct str site_address(struct arena *a, const struct site_info *site)
{
    struct str address = site->address;
    while (str_ends(address, STR("/")))
        address = str_slice(address, 0, address.n - 1);
    if (address.n || !site->domain.n)
        return address;
    return STR_JOIN(a, STR("https://"), site->domain);
}

struct str site_root(struct arena *a, const struct site_info *site)
{
    struct str address = site_address(a, site);
    size_t host = str_find(address, STR("://"));
    struct str rest = host == STR_NONE ? STR("") : str_from(address, host + 3);
    size_t path = str_find(rest, STR("/"));
    return path == STR_NONE ? STR("/") : STR_JOIN(a, str_from(rest, path), STR("/"));
}
