/* Fidelity of the forms of 沅江: every character of the source's lines of a form stands in
 * its file, in order, and the other way round. Blanks are left out: the source makes room to
 * write with them. */
#include "runner.h"

#include "base/file.h"
#include "catalog/form.h"
#include "catalog/load.h"
#include "form_kit.h"

enum { MOST_BYTES = 4 * 1024 * 1024 };

/* clang-format off */
static const struct {
    const char *form;
    size_t first, last; /* lines of the source, from 1 */
    const char *lacks;  /* what this printing of the form lacks, at its place */
} printings[] = {
    {"danwei-canbao-dengji",     64,  168, NULL},
    {"zhigong-canbao-dengji",   227,  358, NULL},
    {"jumin-canbao-dengji",     404,  449, NULL},
    {"jumin-canbao-huizong",    450,  622, NULL},
    {"danwei-xinxi-biangeng",   669,  752, NULL},
    {"zhigong-xinxi-biangeng",  799,  878, NULL},
    {"jumin-xinxi-biangeng",    923,  999, NULL},
    {"duandang-bujiao",        1048, 1186, NULL},
    {"tuixiu-guanli",          1227, 1375, NULL},
    {"gerenzhanghu-zhiqu",     1553, 1623, NULL},
    {"canbao-pingzheng",       1673, 1745, NULL},
    {"zhuanyi-jiexu-shenqing", 1794, 1866, NULL},
    {"zhuanyi-jiexu-lianxihan",1867, 1927, NULL},
    {"canbao-xinxi",           1928, 2012, NULL},
    {"yidi-jiuyi-beian",       2079, 2143, NULL},
    {"yidi-jiuyi-beian",       2226, 2290, NULL},
    {"menzhen-mantebing",      2466, 2533, NULL},
    {"teshu-yaopin",           2598, 2674, NULL},
    {"shengyu-jintie",         3068, 3169, "申报单位：（盖章）"},
    {"shengyu-jintie",         3233, 3339, NULL},
    {"chengnuo",               3681, 3693, NULL},
};
/* clang-format on */
enum { PRINTINGS = sizeof printings / sizeof *printings };

static struct arena *arena;
static struct str_list lines;
static struct catalog *catalog;

static struct str without_marks(struct str line)
{
    const struct str mark = STR("[bookmark: _Toc");
    size_t at = str_find(line, mark);
    size_t close = str_find(line, STR("]"));
    if (at == STR_NONE || close == STR_NONE)
        return line;
    return str_print(arena, "%.*s%.*s", (int)at, line.s,
                     STR_ARG(str_from(line, close + 1)));
}

/* The source's text of a printing; what it lacks is put behind the title. */
static struct str source_text(size_t i, struct str title)
{
    struct buf b = {0};
    for (size_t n = printings[i].first; n <= printings[i].last && n <= lines.n; n++) {
        struct str line = without_marks(lines.at[n - 1]);
        kit_put_inked(&b, line, true);
        if (printings[i].lacks && str_has(line, title))
            buf_puts(&b, printings[i].lacks);
    }
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

TEST(every_printing_of_a_form_is_its_file)
{
    for (size_t i = 0; i < PRINTINGS; i++) {
        const struct form *f = form_find(catalog, str_of(printings[i].form));
        CHECK(f != NULL);
        if (!f)
            continue;
        struct buf b = {0};
        kit_put_form(&b, f, true);
        CHECK_STR(printings[i].form, buf_str(&b), source_text(i, f->title));
        buf_drop(&b);
    }
}

TEST(every_form_is_compared)
{
    CHECK(catalog->forms.n == 19);
    for (size_t k = 0; k < catalog->forms.n; k++) {
        bool compared = false;
        for (size_t i = 0; i < PRINTINGS; i++)
            compared |= str_eq(catalog->forms.at[k].id, str_of(printings[i].form));
        CHECK(compared);
    }
}

int main(void)
{
    arena = arena_new();
    struct diag *d = diag_new();
    struct str text = {0}, line;
    const char *why = "";
    bool read = file_read(arena, "tests/sources/yuanjiang-guide-2020.txt", MOST_BYTES,
                          &text, &why);
    while (str_cut(&text, '\n', &line))
        *vec_push(arena, &lines) = line;
    catalog = catalog_load(STR("catalogs/yuanjiang"), STR("catalogs/yuanjiang"), d);
    if (read && catalog) {
        RUN(every_printing_of_a_form_is_its_file);
        RUN(every_form_is_compared);
    } else {
        printf("nothing to compare: %s\n", why);
        runner_failed++;
    }
    catalog_drop(catalog);
    diag_drop(d);
    arena_drop(arena);
    return runner_end();
}
