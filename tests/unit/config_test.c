/* site.xml: how long and of what shape its values may be. */
#include "runner.h"

#include "kit.h"
#include "base/file.h"
#include "scene/qr.h"
#include "site/config.h"

#define FILE_NAME "build/tests/config/site.xml"

static struct arena *arena;

/* The configuration of a file with this one value, or NULL; *rule is what is told. */
static const struct site_config *config_of(const char *name, struct str value,
                                           struct str *rule)
{
    struct diag *d = diag_new();
    const char *why = "";
    struct str text = str_print(arena, "<site><name>样本网</name><%s>%.*s</%s></site>",
                                name, STR_ARG(value), name);
    CHECK(kit_make_folder(FILE_NAME, &why) && file_write(FILE_NAME, text, &why));
    const struct site_config *c =
        site_config_load(arena, STR(FILE_NAME), STR(FILE_NAME), d);
    *rule =
        diag_count(d, SEVERITY_ERROR) ? str_copy(arena, diag_problem(d, 0)->id) : STR("");
    diag_drop(d);
    return c;
}

static void check_value(const char *name, struct str value, const char *wanted)
{
    struct str rule;
    config_of(name, value, &rule);
    CHECK_STR(value.s, rule, str_of(wanted));
}

/* RFC 1035, 2.3.4, has 255 octets on the wire, which are 253 characters. */
TEST(domains_are_as_long_as_domains_may_be)
{
    struct str label = kit_repeated(arena, "a", 246);
    check_value("domain", str_print(arena, "%.*s.gov.cn", STR_ARG(label)), "");
    check_value("domain", str_print(arena, "a%.*s.gov.cn", STR_ARG(label)),
                "site-domain");
    check_value("domain", STR("www.yuanjiang.gov.cn"), "");
    check_value("domain", STR("https://www.yuanjiang.gov.cn"), "site-domain");
    check_value("domain", STR("www..cn"), "site-domain");
}

/* Of 500 characters, and the QR code of a page below it is still made. */
TEST(addresses_leave_room_for_a_page)
{
    struct str rest = kit_repeated(arena, "a", 500 - STR("https://b.cn/").n);
    struct str most = str_print(arena, "https://b.cn/%.*s", STR_ARG(rest));
    struct str rule;
    const struct site_config *c = config_of("address", most, &rule);
    CHECK_STR("at most 500", rule, STR(""));
    CHECK(c && str_eq(c->info.address, most));
    struct qr qr;
    CHECK(qr_code(arena,
                  str_print(arena, "%.*s/yuanjiang/002036001001.html#s12", STR_ARG(most)),
                  &qr));
    check_value("address", str_print(arena, "%.*sa", STR_ARG(most)), "site-address");
    check_value("address", STR("https://b.cn/c"), "");
    check_value("address", STR("ftp://b.cn/c"), "site-address");
    check_value("address", STR("https://"), "site-address");
    check_value("address", STR("https://b.cn/c d"), "site-address");
}

int main(void)
{
    arena = arena_new();
    RUN(domains_are_as_long_as_domains_may_be);
    RUN(addresses_leave_room_for_a_page);
    arena_drop(arena);
    return runner_end();
}
