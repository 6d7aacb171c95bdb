/* site.xml: how long and of what shape its values may be. */
#include "runner.h"

#include "kit.h"
#include "base/file.h"
#include "scene/qr.h"
#include "site/config.h"

#define FILE_NAME "build/tests/config/site.xml"

static struct arena *arena;

/* The configuration of a file with this text, or NULL; *rule is what is told, *line where. */
static const struct site_config *config_read(struct str text, struct str *rule,
                                             size_t *line)
{
    struct diag *d = diag_new();
    const char *why = "";
    CHECK(kit_make_folder(FILE_NAME, &why) && file_write(FILE_NAME, text, &why));
    const struct site_config *c =
        site_config_load(arena, STR(FILE_NAME), STR(FILE_NAME), d);
    bool told = diag_count(d, SEVERITY_ERROR) > 0;
    *rule = told ? str_copy(arena, diag_problem(d, 0)->id) : STR("");
    *line = told ? diag_problem(d, 0)->line : 0;
    diag_drop(d);
    return c;
}

/* The same of a file with this one value. */
static const struct site_config *config_of(const char *name, struct str value,
                                           struct str *rule)
{
    size_t line;
    return config_read(
        str_print(arena, "<site>\n<%s>%.*s</%s></site>", name, STR_ARG(value), name),
        rule, &line);
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
    struct str most = kit_repeated(arena, "a.", 123); /* of 246 characters */
    check_value("domain", str_print(arena, "%.*sgov.cnn", STR_ARG(most)), "");
    check_value("domain", str_print(arena, "%.*sgov.cnnn", STR_ARG(most)), "site-domain");
    check_value("domain", STR("www.yuanjiang.gov.cn"), "");
    check_value("domain", STR("https://www.yuanjiang.gov.cn"), "site-domain");
    check_value("domain", STR("www..cn"), "site-domain");
}

/* RFC 1035, 2.3.1. */
TEST(labels_of_domains_have_their_shape)
{
    struct str label = kit_repeated(arena, "a", 63);
    check_value("domain", str_print(arena, "%.*s.gov.cn", STR_ARG(label)), "");
    check_value("domain", str_print(arena, "a%.*s.gov.cn", STR_ARG(label)),
                "site-domain");
    check_value("domain", STR("a-b.xn--fiqs8s"), "");
    check_value("domain", STR("12366.cn"), "");
    static const char *const wrong[] = {"-.-",       "-a.cn",   "a-.cn",  "1.2",
                                        "10.0.0.1",  "a.gov.1", ".cn",    "a.cn.",
                                        "localhost", "a_b.cn",  "沅江.cn"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        check_value("domain", str_of(wrong[i]), "site-domain");
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

/* They stand in attributes and in robots.txt, and names of pages are put behind one of them. */
TEST(addresses_hold_nothing_that_ends_them)
{
    static const struct {
        const char *value, *address, *link;
    } cases[] = {
        {"https://a.gov.cn/a&quot;b", "site-address", "site-link"},
        {"https://a.gov.cn/a&#9;b", "site-address", "site-link"},
        {"https://a.gov.cn/a&#13;b", "site-address", "site-link"},
        {"https://a.gov.cn/a&#x3000;b", "site-address", "site-link"},
        {"https://a.gov.cn/a&lt;b", "site-address", "site-link"},
        {"https://u:p@a.gov.cn", "site-address", "site-link"},
        {"https:///a", "site-address", "site-link"},
        {"https://?a", "site-address", "site-link"},
        {"https://a.gov.cn/?a=1", "site-address", ""},
        {"https://a.gov.cn/#b", "site-address", ""},
        {"https://a.gov.cn:8080/a-b/@c", "", ""},
        {"https://a.gov.cn/沅江", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_value("address", str_of(cases[i].value), cases[i].address);
        check_value("identity", str_of(cases[i].value), cases[i].link);
        check_value("report", str_of(cases[i].value), cases[i].link);
    }
}

TEST(a_value_nobody_sees_is_none)
{
    static const char *const blanks[] = {"　", "&#xA0;", "&#x200B;", " \n\t",
                                         "&#xFEFF;　"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        struct str rule;
        const struct site_config *c = config_of("name", str_of(blanks[i]), &rule);
        CHECK_STR(blanks[i], rule, STR(""));
        CHECK(c && c->info.name.n == 0);
        c = config_of("name", str_print(arena, "%s样 本网%s", blanks[i], blanks[i]),
                      &rule);
        CHECK(c && str_eq(c->info.name, STR("样 本网")));
    }
}

/* What an editor wrote is taken or told, with its line. */
TEST(nothing_in_the_file_is_lost)
{
    static const struct {
        const char *text, *rule;
        size_t line;
    } cases[] = {
        {"<site>\n<name>甲</name>\n<icp>1</icp></site>", "", 0},
        {"<site>\n<name>甲<!-- c --></name><!-- c --></site>", "", 0},
        {"<site>\n<name>甲</name>\n<name>乙</name></site>", "site-twice", 3},
        {"<site>\n<name/>\n\n<name>乙</name></site>", "site-twice", 4},
        {"<site>\n<name>甲\n<b>x</b>乙</name></site>", "site-inside", 3},
        {"<site>\n<name><b>x</b></name></site>", "site-inside", 2},
        {"<site>\n<name>甲</name>\n乙</site>", "site-text", 3},
        {"<site>\n<name>甲</name><![CDATA[乙]]></site>", "site-text", 2},
        {"<site\nname='甲'/>", "site-attribute", 2},
        {"<site>\n<address a='b'>https://b.cn</address></site>", "site-attribute", 2},
        {"<site>\n<font role='kai' file='a'>甲</font></site>", "site-text", 2},
        {"<site>\n<fallback file='a'><b/></fallback></site>", "site-inside", 2},
        {"<site><font role='kai' file='a'/>\n<font role='kai' file='b'/></site>",
         "site-twice", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str rule;
        size_t line;
        const struct site_config *c = config_read(str_of(cases[i].text), &rule, &line);
        CHECK_STR(cases[i].text, rule, str_of(cases[i].rule));
        CHECK(line == cases[i].line);
        CHECK(!c == (rule.n > 0));
    }
}

int main(void)
{
    arena = arena_new();
    RUN(domains_are_as_long_as_domains_may_be);
    RUN(labels_of_domains_have_their_shape);
    RUN(addresses_leave_room_for_a_page);
    RUN(addresses_hold_nothing_that_ends_them);
    RUN(a_value_nobody_sees_is_none);
    RUN(nothing_in_the_file_is_lost);
    arena_drop(arena);
    return runner_end();
}
