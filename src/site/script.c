#include "site/script.h"

/* Takes the comment off the front of `*rest` with the lines it has to itself. */
static bool cut_comment(struct str *rest)
{
    struct str line = str_trim(*rest);
    if (!str_starts(line, STR("/*")) || str_starts(line, STR("/*!")))
        return false;
    line = str_from(line, 2);
    size_t end = str_find(line, STR("*/"));
    if (end == STR_NONE)
        return false;
    struct str after = str_from(line, end + 2), same;
    if (!str_cut(&after, '\n', &same) || str_trim(same).n)
        return false;
    *rest = after;
    return true;
}

/* A comment that is still open at the end of the line. */
static bool is_open(struct str line)
{
    size_t begin;
    while ((begin = str_find(line, STR("/*"))) != STR_NONE) {
        line = str_from(line, begin + 2);
        size_t end = str_find(line, STR("*/"));
        if (end == STR_NONE)
            return true;
        line = str_from(line, end + 2);
    }
    return false;
}

void script_lean(struct str script, struct buf *out)
{
    struct buf lean = {0};
    struct str rest = script, line;
    bool safe = true;
    while (safe && rest.n) {
        if (cut_comment(&rest))
            continue;
        str_cut(&rest, '\n', &line);
        safe = !is_open(line) && !str_has(line, STR("`"));
        buf_put(&lean, line);
        buf_char(&lean, '\n');
    }
    buf_put(out, safe ? buf_str(&lean) : script);
    buf_drop(&lean);
}
