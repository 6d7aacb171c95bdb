/* Telephone numbers in texts: which digits are one, and what is wrong with it. */
#include "check/phone.h"
#include "runner.h"

static const struct {
    const char *text;
    const char *number; /* of the first one; NULL: none there */
    enum phone_fault fault;
    const char *label;
} cases[] = {
    {"电话查询：0737-2817103；", "0737-2817103", PHONE_FINE, "电话查询"},
    {"线上查询：查询电话：0737-2817103。", "0737-2817103", PHONE_FINE, "查询电话"},
    {"电话查询（0737-2817103）", "0737-2817103", PHONE_FINE, "电话查询"},
    {"城职0737-2817103", "0737-2817103", PHONE_FINE, "城职"},
    {"（0737）2817103", "0737-2817103", PHONE_FINE, ""},
    {"电话0737 2817103", "0737-2817103", PHONE_FINE, "电话"},
    {"电话0737-2817103-8001", "0737-2817103-8001", PHONE_FINE, "电话"},
    {"010-12345678", "010-12345678", PHONE_FINE, ""},
    {"0731-12345", "0731-12345", PHONE_FINE, ""},
    {"拨打12345热线", "12345", PHONE_FINE, "拨打"},
    {"电话：2817103", "2817103", PHONE_FINE, "电话"},
    {"热线400-123-4567", "4001234567", PHONE_FINE, "热线"},
    {"手机13812345678", "13812345678", PHONE_FINE, "手机"},
    {"0737—2817103", "0737-2817103", PHONE_DASH, ""},
    {"0737--2817103", "0737-2817103", PHONE_DASH, ""},
    {"电话：０７３７-2817103", "0737-2817103", PHONE_WIDE, "电话"},
    {"电话：07372817103", "0737-2817103", PHONE_JOINT, "电话"},
    {"电话：01012345678", "010-12345678", PHONE_JOINT, "电话"},
    {"0737-281710", "", PHONE_COUNT, ""},
    {"电话：281710", "", PHONE_COUNT, "电话"},
    {"0107-2817103", "", PHONE_AREA, ""},
    {"2817103", NULL, PHONE_FINE, ""},
    {"002036001001", NULL, PHONE_FINE, ""},
    {"0731-1", NULL, PHONE_FINE, ""},
    {"G-000007-001", NULL, PHONE_FINE, ""},
    {"2020-12-28", NULL, PHONE_FINE, ""},
    {"电话预约，周一至周五8:30-12:00", NULL, PHONE_FINE, ""},
    {"电话登记，补贴100000元", NULL, PHONE_FINE, ""},
    {"医保发〔2020〕18号", NULL, PHONE_FINE, ""},
    {"http://a.gov.cn:8081/0737-2817103x", NULL, PHONE_FINE, ""},
    {"电话本人身份证430981199001011234", NULL, PHONE_FINE, ""},
};

TEST(numbers_are_found)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct phone phone;
        size_t at = 0;
        bool found = phone_next(a, str_of(cases[i].text), &at, false, &phone);
        if (found != (cases[i].number != NULL) ||
            (found && phone.fault != cases[i].fault))
            printf("«%s»\n", cases[i].text);
        CHECK(found == (cases[i].number != NULL));
        if (!found)
            continue;
        CHECK(phone.fault == cases[i].fault);
        CHECK_STR(cases[i].text, phone.number, str_of(cases[i].number));
        CHECK_STR(cases[i].text, phone.label, str_of(cases[i].label));
    }
    arena_drop(a);
}

TEST(a_text_may_have_several)
{
    struct arena *a = arena_new();
    struct str text = STR("电话办理：城乡0737-7225179、城职0737-2817103、2817102");
    struct phone phone;
    size_t at = 0, n = 0;
    static const char *const wanted[] = {"0737-7225179", "0737-2817103", "2817102"};
    for (; phone_next(a, text, &at, false, &phone) && n < 3; n++)
        CHECK_STR("several", phone.number, str_of(wanted[n]));
    CHECK(n == 3);
    arena_drop(a);
}

TEST(in_some_fields_any_number_is_one)
{
    struct arena *a = arena_new();
    struct phone phone;
    size_t at = 0;
    CHECK(phone_next(a, STR("2726749。"), &at, true, &phone));
    CHECK_STR("alone", phone.number, STR("2726749"));
    arena_drop(a);
}

int main(void)
{
    RUN(numbers_are_found);
    RUN(a_text_may_have_several);
    RUN(in_some_fields_any_number_is_one);
    return runner_end();
}
