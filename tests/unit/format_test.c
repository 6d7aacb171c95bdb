/* What is formatted here must come out as the library writes it, at every room. */
#include "runner.h"

#include "base/format.h"

#include <limits.h>
#include <stdarg.h>
#include <stdint.h>

static void __attribute__((format(printf, 1, 2))) compare(const char *format, ...)
{
    for (size_t room = 0; room <= 80; room++) {
        char got[80], wanted[80];
        memset(got, 'x', sizeof got);
        memset(wanted, 'x', sizeof wanted);
        va_list args, again;
        va_start(args, format);
        va_copy(again, args);
        size_t n = format_text(got, room, format, args);
        int length = vsnprintf(wanted, room, format, again);
        va_end(again);
        va_end(args);
        CHECK(n == (size_t)length);
        CHECK_STR(format, ((struct str){got, sizeof got}),
                  ((struct str){wanted, sizeof wanted}));
    }
}

TEST(formats_come_out_as_the_library_writes_them)
{
    compare("%s", "");
    compare("plain");
    compare("“%s”没有单位", "时限");
    compare("%.*s|%.*s", 6, "社会保障", 0, "none");
    compare("%.*s", 100, "short");
    compare("%.*s", -1, "all of it");
    compare("%c%c%%", 'a', 'b');
    compare("%d %d %d %d", 0, -1, INT_MAX, INT_MIN);
    compare("%u %u", 0u, UINT_MAX);
    compare("%zu:%zu", (size_t)0, SIZE_MAX);
    compare("%d%%", 100);
    compare("%s 第 %zu 行，%u 个，%.*s", "文件", (size_t)12, 3u, 3, "时");
}

TEST(other_formats_go_to_the_library)
{
    compare("%04x", 10);
    compare("%5.2f", 3.14159);
    compare("%-8s|", "ab");
    compare("%.3s", "abcdef");
    compare("%llu", 18446744073709551615ull);
    compare("%s %02d", "a", 7);
}

int main(void)
{
    RUN(formats_come_out_as_the_library_writes_them);
    RUN(other_formats_go_to_the_library);
    return runner_end();
}
