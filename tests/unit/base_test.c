/* Bytes, strings, UTF-8, numbers, files. */
#include "base/draft.h"
#include "base/file.h"
#include "base/lookup.h"
#include "base/record.h"
#include "base/utf8.h"
#include "kit.h"
#include "runner.h"

#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

TEST(arena_gives_zeroed_aligned_memory)
{
    struct arena *a = arena_new();
    size_t sizes[] = {0, 1, 7, 16, 100, 4000, 5000, 300000, 3};
    for (size_t round = 0; round < 50; round++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            unsigned char *p = arena_alloc(a, sizes[i]);
            CHECK((uintptr_t)p % sizeof(void *) == 0);
            for (size_t j = 0; j < sizes[i]; j += 97)
                CHECK(p[j] == 0);
            memset(p, 0xAA, sizes[i]);
        }
    arena_drop(a);
    arena_drop(NULL);
}

TEST(vec_grows_and_keeps_its_elements)
{
    struct arena *a = arena_new();
    VEC(int) v = {0};
    for (int i = 0; i < 10000; i++)
        *vec_push(a, &v) = i;
    CHECK(v.n == 10000);
    for (int i = 0; i < 10000; i++)
        CHECK(v.at[i] == i);
    arena_drop(a);
}

TEST(texts_are_looked_up)
{
    struct arena *a = arena_new();
    struct lookup t = {0};
    CHECK(lookup_find(&t, STR("x")) == STR_NONE);
    for (size_t i = 0; i < 5000; i++) {
        size_t *value = lookup_value(a, &t, str_print(a, "%zu", i));
        CHECK(*value == STR_NONE);
        *value = i;
    }
    CHECK(*lookup_value(a, &t, STR("")) == STR_NONE && t.n == 5001);
    *lookup_value(a, &t, STR("")) = 7;
    CHECK(lookup_find(&t, (struct str){0}) == 7 && t.n == 5001);
    for (size_t i = 0; i < 5000; i++)
        CHECK(lookup_find(&t, str_print(a, "%zu", i)) == i);
    CHECK(lookup_find(&t, STR("5000")) == STR_NONE);
    arena_drop(a);
}

TEST(texts_compare_and_search)
{
    CHECK(str_eq(STR(""), (struct str){NULL, 0}));
    CHECK(str_cmp(STR("a"), STR("ab")) < 0 && str_cmp(STR("b"), STR("ab")) > 0);
    CHECK(str_eq_nocase(STR("Item.HTML"), STR("item.html")));
    CHECK(!str_eq_nocase(STR("k"), STR("K ")));
    CHECK(str_find(STR("办理时限：30"), STR("时限")) == 6);
    CHECK(str_find(STR("abc"), STR("d")) == STR_NONE);
    CHECK(str_find(STR("abc"), STR("")) == 0);
    CHECK_STR("slice", str_slice(STR("abcdef"), 4, 99), STR("ef"));
    CHECK_STR("slice past", str_slice(STR("ab"), 9, 3), STR(""));
    CHECK_STR("trim", str_trim(STR(" \t\r\n x y \n")), STR("x y"));
    CHECK_STR("trim keeps full-width blanks", str_trim(STR("　x ")), STR("　x"));
}

TEST(cut_gives_every_piece)
{
    static const struct {
        const char *text, *pieces; /* joined by | */
    } rows[] = {{"a,b", "a|b|"}, {"a,,b", "a||b|"}, {"a,", "a|"},
                {"", ""},        {",", "|"},        {"x", "x|"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str rest = str_of(rows[i].text), piece;
        struct buf b = {0};
        while (str_cut(&rest, ',', &piece)) {
            buf_put(&b, piece);
            buf_char(&b, '|');
        }
        CHECK_STR(rows[i].text, buf_str(&b), str_of(rows[i].pieces));
        buf_drop(&b);
    }
}

TEST(nearest_word_is_near)
{
    static const struct str words[] = {STR_INIT("materials"), STR_INIT("channels"),
                                       STR_INIT("limit"), STR_INIT("process"),
                                       STR_INIT("notes")};
    static const struct {
        const char *word, *nearest;
    } rows[] = {{"material", "materials"},
                {"matreials", "materials"},
                {"chanels", "channels"},
                {"limt", "limit"},
                {"zzz", ""},
                {"banana", ""},
                {"note", "notes"},
                {"", ""},
                {"limit", "limit"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(rows[i].word, str_nearest(str_of(rows[i].word), words, 5),
                  str_of(rows[i].nearest));
    CHECK(str_distance(STR("办理材料"), STR("办理才料"), 3) == 1);
    CHECK(str_distance(STR("ab"), STR("ba"), 3) == 1);
    CHECK(str_distance(STR("abcdef"), STR("uvwxyz"), 3) == 4);
}

TEST(utf8_is_checked_by_the_book)
{
    static const struct {
        const char *bytes;
        size_t bad; /* STR_NONE: well-formed */
    } rows[] = {
        {"abc", STR_NONE},   {"中文\xF0\xA0\xAE\xB7", STR_NONE},
        {"\xC0\x80", 0},     {"a\xE0\x80\x80", 1},
        {"\xED\xA0\x80", 0}, {"\xF4\x90\x80\x80", 0},
        {"ab\xFF", 2},       {"\xE4\xB8", 0},
        {"\x80", 0},         {"\xF0\x9F\x98", 0},
        {"\xC2", 0},         {"\xD6\xD0\xB9\xFA", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK(utf8_check(str_of(rows[i].bytes)) == rows[i].bad);
}

TEST(code_points_there_and_back)
{
    for (uint32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char bytes[4];
        struct str s = {bytes, utf8_write(bytes, c)}, rest = s;
        size_t size;
        CHECK(utf8_check(s) == STR_NONE);
        CHECK(utf8_last(s, &size) == c && size == s.n);
        CHECK(utf8_next(&rest) == c && rest.n == 0);
    }
    struct str broken = STR("\xE4\xB8"
                            "a");
    CHECK(utf8_next(&broken) == UTF8_REPLACEMENT && broken.n == 2);
    CHECK(utf8_count(STR("办a𠮷")) == 3);
    CHECK(utf8_columns(0x529E) == 2 && utf8_columns('a') == 1 &&
          utf8_columns(0x300) == 0);
    CHECK(utf8_columns(0xFF08) == 2 && utf8_columns(0x20BB7) == 2 &&
          utf8_columns(0x3000) == 2);
}

TEST(numbers_are_short_and_never_local)
{
    static const struct {
        double number;
        unsigned decimals;
        const char *text;
    } rows[] = {
        {0, 2, "0"},
        {1.5, 2, "1.5"},
        {-0.001, 2, "0"},
        {2.005, 1, "2"},
        {1e9, 2, "1000000000"},
        {-12.345, 2, "-12.35"},
        {0.1, 6, "0.1"},
        {99.999, 2, "100"},
        {1.0 / 3, 3, "0.333"},
        {NAN, 2, "0"},
        {INFINITY, 2, "0"},
        {-7, 0, "-7"},
        {0.05, 1, "0.1"},
        {120, 1, "120"},
        {-0.5, 0, "-1"},
        {2.5, 0, "3"},
        {10.09, 2, "10.09"},
        {0.49999999999999994, 0, "0"},
        {1e12, 6, "900000000000"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf b = {0};
        buf_fixed(&b, rows[i].number, rows[i].decimals);
        CHECK_STR(rows[i].text, buf_str(&b), str_of(rows[i].text));
        buf_drop(&b);
    }
}

TEST(whole_numbers)
{
    struct arena *a = arena_new();
    struct buf b = {0};
    buf_number(&b, UINT64_MAX);
    CHECK_STR("most", buf_str(&b), STR("18446744073709551615"));
    CHECK_STR("most", str_number(a, SIZE_MAX), str_print(a, "%zu", SIZE_MAX));
    CHECK_STR("none", str_number(a, 0), STR("0"));
    CHECK_STR("zeros", str_number(a, 100), STR("100"));
    buf_drop(&b);
    arena_drop(a);
}

TEST(json_strings_are_escaped)
{
    struct buf b = {0};
    buf_json(&b, (struct str){"a\"b\\c\n\t\x01\0中", 12});
    CHECK_STR("json", buf_str(&b), STR("\"a\\\"b\\\\c\\n\\t\\u0001\\u0000中\""));
    buf_drop(&b);
}

TEST(records_there_and_back)
{
    struct buf b = {0};
    record_put_number(&b, 0);
    record_put_text(&b, STR("12:中\n"));
    record_put_number(&b, 987654321);
    record_put_text(&b, STR(""));
    struct str rest = buf_str(&b), text;
    size_t n;
    CHECK(record_take_number(&rest, &n) && n == 0);
    CHECK(record_take_text(&rest, &text));
    CHECK_STR("text", text, STR("12:中\n"));
    CHECK(record_take_number(&rest, &n) && n == 987654321);
    CHECK(record_take_text(&rest, &text) && text.n == 0 && rest.n == 0);
    static const char *const broken[] = {
        "", "5", "5:abc", ":", "x:", "-1:", "99999999999999999999:"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        rest = str_of(broken[i]);
        CHECK(!record_take_text(&rest, &text));
    }
    buf_drop(&b);
}

TEST(paths_are_joined_and_split)
{
    struct arena *a = arena_new();
    CHECK_STR("join", path_join(a, STR("a"), STR("b")), STR("a/b"));
    CHECK_STR("slash", path_join(a, STR("a/"), STR("b")), STR("a/b"));
    CHECK_STR("here", path_join(a, STR("."), STR("b")), STR("b"));
    CHECK_STR("absolute", path_join(a, STR("a"), STR("/b")), STR("/b"));
    CHECK_STR("dir", path_dir(STR("a/b/c")), STR("a/b"));
    CHECK_STR("dir of name", path_dir(STR("a")), STR("."));
    CHECK_STR("dir of root", path_dir(STR("/a")), STR("/"));
    CHECK_STR("name", path_name(STR("a/b")), STR("b"));
    arena_drop(a);
}

TEST(files_are_replaced_whole)
{
    struct arena *a = arena_new();
    struct str dir = kit_work(a, "base");
    struct str path = path_join(a, dir, STR("x/y.txt")), text;
    const char *why;
    CHECK(dir_make(path_dir(path).n ? str_copy(a, path_dir(path)).s : "", &why));
    CHECK(file_write(path.s, STR("old"), &why));
    CHECK(chmod(path.s, 0640) == 0);
    CHECK(file_replace(path.s, STR("new text"), &why));
    CHECK(file_read(a, path.s, 100, &text, &why));
    CHECK_STR("content", text, STR("new text"));
    struct stat st;
    CHECK(stat(path.s, &st) == 0 && (st.st_mode & 0777) == 0640);
    CHECK(dir_list(a, str_copy(a, path_dir(path)).s).n == 1);
    CHECK(!file_read(a, path.s, 3, &text, &why));
    CHECK(!file_read(a, dir.s, 100, &text, &why));
    CHECK_STR("folder", str_of(why), STR("这是一个文件夹，不是文件"));
    CHECK(!file_read(a, "/dev/zero", 100, &text, &why));
    struct str link = path_join(a, dir, STR("link"));
    CHECK(symlink("x/y.txt", link.s) == 0);
    CHECK(file_replace(link.s, STR("through the link"), &why));
    CHECK(lstat(link.s, &st) == 0 && S_ISLNK(st.st_mode));
    CHECK(file_read(a, path.s, 100, &text, &why));
    CHECK_STR("target", text, STR("through the link"));
    CHECK(!file_replace(dir.s, STR("x"), &why));
    CHECK_STR("folder again", str_of(why), STR("这是一个文件夹，不是文件"));
    CHECK(!file_replace("build/no-such-folder/x", STR(""), &why));
    CHECK_STR("missing", str_of(why), STR("没有这个文件或文件夹"));
    CHECK(dir_remove(dir.s, &why));
    CHECK(!dir_exists(dir.s) && dir_remove(dir.s, &why));
    arena_drop(a);
}

/* The bytes of a mapped file come back after its pages were given up. */
TEST(mapped_files_can_be_forgotten)
{
    struct arena *a = arena_new();
    struct str work = kit_work(a, "mapped");
    const char *path = path_join(a, work, STR("x")).s, *why;
    struct file_map map;
    struct buf bytes = {0};
    for (unsigned i = 0; i < 5000; i++)
        buf_printf(&bytes, "%u,", i);
    CHECK(file_write(path, buf_str(&bytes), &why) && file_map(path, &map, &why));
    CHECK(str_eq(map.bytes, buf_str(&bytes)));
    file_map_forget(&map);
    CHECK(str_eq(map.bytes, buf_str(&bytes)));
    file_unmap(&map);
    file_unmap(&map);
    CHECK(map.bytes.n == 0);
    CHECK(file_write(path, STR(""), &why) && !file_map(path, &map, &why));
    CHECK_STR("empty", str_of(why), STR("文件是空的"));
    CHECK(unlink(path) == 0 && !file_map(path, &map, &why));
    CHECK_STR("missing", str_of(why), STR("没有这个文件或文件夹"));
    CHECK(!file_map("build", &map, &why) && map.bytes.n == 0);
    CHECK_STR("folder", str_of(why), STR("不是文件"));
    file_map_forget(&map);
    CHECK(dir_remove(work.s, &why));
    buf_drop(&bytes);
    arena_drop(a);
}

/* A device must be written to: as root a rename would put a file in its place. A pipe of
 * our own stands for it, as the test must not put the real one at risk. */
TEST(pipes_are_written_to_not_replaced)
{
    struct arena *a = arena_new();
    struct str work = kit_work(a, "pipe"), path = path_join(a, work, STR("pipe"));
    char got[16] = "";
    const char *why;
    struct stat st;
    CHECK(mkfifo(path.s, 0600) == 0);
    int fd = open(path.s, O_RDWR | O_NONBLOCK);
    CHECK(file_replace(path.s, STR("x"), &why));
    CHECK(read(fd, got, sizeof got) == 1 && got[0] == 'x');
    CHECK(lstat(path.s, &st) == 0 && S_ISFIFO(st.st_mode));
    close(fd);
    CHECK(dir_remove(work.s, &why));
    arena_drop(a);
}

static const int deadly[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
enum { DEADLY = sizeof deadly / sizeof *deadly };

/* A shell that starts the test behind itself, or nohup, has some signals ignored; what is
 * ignored stays so in the child, which is to die of them. Those already caught stay caught. */
static void heed_deadly(void)
{
    for (size_t s = 0; s < DEADLY; s++) {
        struct sigaction old;
        if (sigaction(deadly[s], NULL, &old) == 0 && old.sa_handler == SIG_IGN)
            signal(deadly[s], SIG_DFL);
    }
}

/* Ends itself with the signal while drafts are open, one of them settled before. */
static void die_writing(const struct str paths[3], int signal)
{
    const char *why;
    if (file_replace(paths[0].s, STR("neu"), &why) && draft_open(paths[1].s, &why) &&
        draft_put(draft_open(paths[2].s, &why), STR("halb")))
        raise(signal);
    _exit(1);
}

TEST(a_signal_leaves_no_drafts)
{
    for (size_t s = 0; s < DEADLY; s++) {
        struct arena *a = arena_new();
        struct str dir = kit_work(a, "signal"), paths[3];
        const char *why;
        for (size_t i = 0; i < 3; i++) {
            paths[i] = str_print(a, "%.*s/%zu", STR_ARG(dir), i);
            CHECK(file_write(paths[i].s, STR("alt"), &why));
        }
        struct draft *own = draft_open(str_print(a, "%.*s/own", STR_ARG(dir)).s, &why);
        pid_t child = fork();
        if (child == 0) {
            heed_deadly();
            die_writing(paths, deadly[s]);
        }
        int status;
        CHECK(waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status) && WTERMSIG(status) == deadly[s]);
        CHECK(dir_list(a, dir.s).n == 4); /* the three, and the draft of this process */
        struct str text;
        CHECK(file_read(a, paths[0].s, 9, &text, &why) && str_eq(text, STR("neu")));
        CHECK(file_read(a, paths[2].s, 9, &text, &why) && str_eq(text, STR("alt")));
        CHECK(draft_commit(own, &why));
        CHECK(dir_remove(dir.s, &why));
        arena_drop(a);
    }
}

/* As under nohup: the signal comes, and the file is written all the same. */
TEST(an_ignored_signal_stays_ignored)
{
    struct arena *a = arena_new();
    struct str work = kit_work(a, "ignored"), path = path_join(a, work, STR("x")), text;
    const char *why;
    pid_t child = fork();
    if (child == 0) {
        signal(SIGHUP, SIG_IGN);
        struct draft *draft = draft_open(path.s, &why);
        raise(SIGHUP);
        draft_put(draft, STR("ganz"));
        _exit(draft_commit(draft, &why) ? 0 : 1);
    }
    int status;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    CHECK(file_read(a, path.s, 9, &text, &why) && str_eq(text, STR("ganz")));
    CHECK(dir_remove(work.s, &why));
    arena_drop(a);
}

int main(void)
{
    RUN(arena_gives_zeroed_aligned_memory);
    RUN(vec_grows_and_keeps_its_elements);
    RUN(texts_are_looked_up);
    RUN(texts_compare_and_search);
    RUN(cut_gives_every_piece);
    RUN(nearest_word_is_near);
    RUN(utf8_is_checked_by_the_book);
    RUN(code_points_there_and_back);
    RUN(numbers_are_short_and_never_local);
    RUN(whole_numbers);
    RUN(json_strings_are_escaped);
    RUN(records_there_and_back);
    RUN(paths_are_joined_and_split);
    RUN(files_are_replaced_whole);
    RUN(mapped_files_can_be_forgotten);
    RUN(pipes_are_written_to_not_replaced);
    RUN(a_signal_leaves_no_drafts);
    RUN(an_ignored_signal_stays_ignored);
    return runner_end();
}
