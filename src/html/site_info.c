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
