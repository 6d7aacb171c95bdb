/* format - vsnprintf() for what our messages are made of.
 *
 * %s, %.*s, %c, %d, %u, %zu and %% are written here, without the locale, the stream and
 * the many cases of the library's; a format with anything else goes to vsnprintf(). */
#ifndef MULU_BASE_FORMAT_H
#define MULU_BASE_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/* Writes at most `room` bytes, the NUL at the end among them. Returns the length of the whole
 * text without it, as vsnprintf() does: when that is not less than `room`, it was cut. */
size_t format_text(char *to, size_t room, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

#endif
