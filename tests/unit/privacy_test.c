/* Which numbers are those of a person. */
#include "check/privacy.h"
#include "runner.h"

TEST(numbers_by_shape_and_check_digits)
{
    static const struct {
        const char *digits;
        enum private_number kind;
    } rows[] = {
        /* the example of GB 11643-1999 */
        {"11010519491231002X", PRIVATE_IDENTITY},
        {"11010519491231002x", PRIVATE_IDENTITY},
        {"440524198001010013", PRIVATE_IDENTITY},
        {"440524198001010014", PRIVATE_NONE}, /* check digit */
        {"11010519491331002X", PRIVATE_NONE}, /* no such month */
        {"11010519490230002X", PRIVATE_NONE}, /* no such day */
        {"99010519491231002X", PRIVATE_NONE}, /* no such province */
        {"114403006939513773", PRIVATE_NONE}, /* a 社会信用代码 of digits alone */
        {"130503670401001", PRIVATE_IDENTITY},
        {"130503671301001", PRIVATE_NONE},
        {"13912345678", PRIVATE_MOBILE},
        {"8613912345678", PRIVATE_MOBILE},
        {"19912345678", PRIVATE_MOBILE},
        {"12345678901", PRIVATE_NONE},
        {"13800000000", PRIVATE_NONE}, /* room to write */
        {"1391234567", PRIVATE_NONE},
        {"139123456789", PRIVATE_NONE},
        {"6222020200112233446", PRIVATE_BANK},
        {"6225881234567898", PRIVATE_BANK},
        {"6222020200112233447", PRIVATE_NONE},
        {"4225881234567898", PRIVATE_NONE},
        {"622588123456789", PRIVATE_NONE},
        {"", PRIVATE_NONE},
        {"X", PRIVATE_NONE},
        {"002036001001", PRIVATE_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        enum private_number kind = private_number(str_of(rows[i].digits));
        if (kind != rows[i].kind)
            printf("%s: %d, not %d\n", rows[i].digits, (int)kind, (int)rows[i].kind);
        CHECK(kind == rows[i].kind);
    }
}

int main(void)
{
    RUN(numbers_by_shape_and_check_digits);
    return runner_end();
}
