/* The promises of publish.h, on a real file system. */
#include "base/file.h"
#include "kit.h"
#include "runner.h"
#include "site/publish.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct arena *arena;
static struct str root; /* a folder of its own below build/ */

static struct str at(const char *path)
{
    return path_join(arena, root, str_of(path));
}

static struct str content(const char *path)
{
    struct str text;
    const char *why;
    return file_read(arena, at(path).s, 1 << 20, &text, &why) ? text : STR("(none)");
}

static ino_t inode(const char *path)
{
    struct stat st;
    return stat(at(path).s, &st) == 0 ? st.st_ino : 0;
}

static void put(const char *path, const char *text)
{
    const char *why;
    dir_make(str_copy(arena, path_dir(at(path))).s, &why);
    CHECK(file_write(at(path).s, str_of(text), &why));
}

static void fresh_root(void)
{
    const char *why;
    CHECK(dir_remove(root.s, &why));
    CHECK(dir_make(root.s, &why));
}

/* Publishes two files; returns whether that worked. */
static bool publish_two(struct diag *d, const char *one, const char *two)
{
    struct publish *p = publish_begin(at("public"), d);
    if (!p)
        return false;
    if (publish_file(p, STR("index.html"), str_of(one), d) &&
        publish_file(p, STR("a/b/c.html"), str_of(two), d))
        return publish_commit(p, d);
    publish_abort(p);
    return false;
}

static struct str messages(const struct diag *d)
{
    struct buf b = {0};
    diag_print(d, false, &b);
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

TEST(first_and_second_version)
{
    struct diag *d = diag_new();
    fresh_root();
    CHECK(publish_two(d, "one", "same"));
    CHECK_STR("first", content("public/index.html"), STR("one"));
    ino_t same = inode("public/a/b/c.html"), changed = inode("public/index.html");
    CHECK(publish_two(d, "two", "same"));
    CHECK_STR("second", content("public/index.html"), STR("two"));
    CHECK(inode("public/a/b/c.html") == same);
    CHECK(inode("public/index.html") != changed);
    CHECK(!dir_exists(at("public.new").s));
    CHECK(!file_exists(at("public.lock").s));
    CHECK_STR("no messages", messages(d), STR(""));
    diag_drop(d);
}

TEST(files_no_longer_made_are_gone)
{
    struct diag *d = diag_new();
    fresh_root();
    CHECK(publish_two(d, "one", "two"));
    struct publish *p = publish_begin(at("public"), d);
    CHECK(publish_file(p, STR("index.html"), STR("only"), d));
    CHECK(publish_commit(p, d));
    CHECK(!file_exists(at("public/a/b/c.html").s));
    CHECK_STR("kept", content("public/index.html"), STR("only"));
    diag_drop(d);
}

TEST(foreign_files_are_carried_over)
{
    struct diag *d = diag_new();
    fresh_root();
    CHECK(publish_two(d, "one", "two"));
    put("public/a.txt", "mine");
    put("public/a/own.txt", "mine too");
    CHECK(publish_two(d, "three", "four"));
    CHECK_STR("beside", content("public/a.txt"), STR("mine"));
    CHECK_STR("below", content("public/a/own.txt"), STR("mine too"));
    CHECK(publish_two(d, "five", "six"));
    CHECK_STR("still", content("public/a.txt"), STR("mine"));
    CHECK(diag_count(d, SEVERITY_NOTE) == 4);
    diag_drop(d);
}

TEST(folder_of_others_is_refused)
{
    struct diag *d = diag_new();
    fresh_root();
    put("public/thesis.doc", "years of work");
    CHECK(!publish_two(d, "one", "two"));
    CHECK_STR("stands", content("public/thesis.doc"), STR("years of work"));
    CHECK(str_has(messages(d), STR("[publish-foreign]")));
    diag_drop(d);
}

TEST(empty_folder_is_taken)
{
    struct diag *d = diag_new();
    const char *why;
    fresh_root();
    CHECK(dir_make(at("public").s, &why));
    CHECK(publish_two(d, "one", "two"));
    CHECK_STR("published", content("public/index.html"), STR("one"));
    diag_drop(d);
}

TEST(abort_leaves_the_old_site)
{
    struct diag *d = diag_new();
    fresh_root();
    CHECK(publish_two(d, "one", "two"));
    struct publish *p = publish_begin(at("public"), d);
    CHECK(publish_file(p, STR("index.html"), STR("half"), d));
    publish_abort(p);
    CHECK_STR("old", content("public/index.html"), STR("one"));
    CHECK(!dir_exists(at("public.new").s));
    diag_drop(d);
}

TEST(unsafe_names_are_refused)
{
    static const char *const bad[] = {
        "../x", "/etc/x", "a/../b", "a//b", "",     ".",
        "..",   "a/",     "a b",    "中文", "a\\b", "a:b",
    };
    struct diag *d = diag_new();
    fresh_root();
    struct publish *p = publish_begin(at("public"), d);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!publish_file(p, str_of(bad[i]), STR("x"), d));
    CHECK(diag_count(d, SEVERITY_ERROR) == sizeof bad / sizeof *bad);
    publish_abort(p);
    diag_drop(d);
}

TEST(two_runs_do_not_meet)
{
    struct diag *d = diag_new();
    fresh_root();
    struct publish *first = publish_begin(at("public"), d);
    CHECK(first);
    CHECK(!publish_begin(at("public"), d));
    CHECK(str_has(messages(d), STR("[publish-busy]")));
    CHECK(publish_file(first, STR("index.html"), STR("one"), d));
    CHECK(publish_commit(first, d));
    CHECK_STR("first wins", content("public/index.html"), STR("one"));
    diag_drop(d);
}

/* A run that was refused must not take the lock of the other with it. */
TEST(a_third_run_does_not_meet_the_first)
{
    struct diag *d = diag_new();
    fresh_root();
    struct publish *first = publish_begin(at("public"), d);
    CHECK(publish_file(first, STR("index.html"), STR("one"), d));
    CHECK(!publish_begin(at("public"), d));
    CHECK(file_exists(at("public.lock").s));
    CHECK(!publish_begin(at("public"), d));
    CHECK_STR("untouched", content("public.new/index.html"), STR("one"));
    CHECK(publish_commit(first, d));
    CHECK(!file_exists(at("public.lock").s));
    diag_drop(d);
}

TEST(what_others_have_beside_is_not_touched)
{
    static const char *const theirs[] = {"public.new/thesis.doc", "public.lock"};
    for (size_t i = 0; i < 2; i++) {
        struct diag *d = diag_new();
        fresh_root();
        put(theirs[i], "years of work");
        CHECK(!publish_two(d, "one", "two"));
        CHECK_STR(theirs[i], content(theirs[i]), STR("years of work"));
        CHECK(str_has(messages(d), STR("[publish-beside]")));
        diag_drop(d);
    }
}

TEST(left_overs_of_a_killed_removal_are_ours)
{
    struct diag *d = diag_new();
    fresh_root();
    put("public.new/.mulu/files", "");
    put("public.new/a/b.html", "old");
    CHECK(publish_two(d, "one", "two"));
    CHECK(!dir_exists(at("public.new").s));
    CHECK(!file_exists(at("public/a/b.html").s));
    diag_drop(d);
}

TEST(a_link_to_the_folder_stays)
{
    struct diag *d = diag_new();
    const char *why;
    fresh_root();
    CHECK(dir_make(at("docroot").s, &why));
    CHECK(symlink("docroot", at("public").s) == 0);
    CHECK(publish_two(d, "one", "two"));
    CHECK(publish_two(d, "three", "four"));
    CHECK_STR("behind the link", content("docroot/index.html"), STR("three"));
    struct stat st;
    CHECK(lstat(at("public").s, &st) == 0 && S_ISLNK(st.st_mode));
    CHECK_STR("no messages", messages(d), STR(""));
    diag_drop(d);
}

TEST(a_file_in_the_way_is_named_as_one)
{
    struct diag *d = diag_new();
    fresh_root();
    put("public", "");
    CHECK(!publish_two(d, "one", "two"));
    CHECK(str_has(messages(d), STR("[publish-file]")));
    diag_drop(d);
}

/* Keeps "a" of the last version and writes nothing else. */
static void publish_kept(struct diag *d, const char *ending)
{
    struct publish *p = publish_begin(at("public"), d);
    CHECK(publish_keep(p, STR("a"), str_of(ending), d));
    CHECK(publish_commit(p, d));
}

TEST(keeping_a_folder_does_not_adopt_files_of_others)
{
    struct diag *d = diag_new();
    fresh_root();
    CHECK(publish_two(d, "one", "two"));
    put("public/a/photo.jpg", "mine");
    publish_kept(d, "");
    CHECK_STR("ours", content("public/a/b/c.html"), STR("two"));
    CHECK(publish_two(d, "three", "four"));
    CHECK_STR("theirs", content("public/a/photo.jpg"), STR("mine"));
    publish_kept(d, ".pdf");
    CHECK(!file_exists(at("public/a/b/c.html").s));
    CHECK_STR("theirs still", content("public/a/photo.jpg"), STR("mine"));
    diag_drop(d);
}

/* The child writes as fast as it can and is killed somewhere; the old site stands whole, and
 * the next run cleans up. */
TEST(killed_at_any_moment)
{
    struct diag *d = diag_new();
    fresh_root();
    CHECK(publish_two(d, "v0", "v0"));
    for (int i = 0; i < 60; i++) {
        pid_t child = fork();
        if (child == 0) {
            for (;;) {
                publish_two(d, "v1", "v1");
                publish_two(d, "v0", "v0");
            }
        }
        usleep((useconds_t)(i * 137));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        struct str index = content("public/index.html");
        CHECK(str_eq(index, content("public/a/b/c.html")));
        CHECK(str_eq(index, STR("v0")) || str_eq(index, STR("v1")));
    }
    CHECK(publish_two(d, "v2", "v2"));
    CHECK_STR("next", content("public/index.html"), STR("v2"));
    CHECK(!dir_exists(at("public.new").s));
    diag_drop(d);
}

/* A limit on the size of files stands for a full disk: write() fails in the same place. */
TEST(failed_write_leaves_the_old_site)
{
    struct diag *d = diag_new();
    fresh_root();
    CHECK(publish_two(d, "one", "two"));
    pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){4, 4});
        bool published = publish_two(d, "longer than the limit", "x");
        bool told = str_has(messages(d), STR("public.new/index.html")) &&
                    str_has(messages(d), STR("[file-write]"));
        _exit(!published && told ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    CHECK_STR("old", content("public/index.html"), STR("one"));
    CHECK(!dir_exists(at("public.new").s));
    diag_drop(d);
}

/* The real thing, as far as a test can have it:
 * a device without a free block. */
TEST(full_disk_is_named)
{
    const char *why = "";
    CHECK(!file_write("/dev/full", STR("x"), &why));
    CHECK_STR("why", str_of(why), STR("磁盘已满"));
}

int main(void)
{
    arena = arena_new();
    root = kit_work(arena, "publish");
    RUN(first_and_second_version);
    RUN(files_no_longer_made_are_gone);
    RUN(foreign_files_are_carried_over);
    RUN(folder_of_others_is_refused);
    RUN(empty_folder_is_taken);
    RUN(abort_leaves_the_old_site);
    RUN(unsafe_names_are_refused);
    RUN(two_runs_do_not_meet);
    RUN(a_third_run_does_not_meet_the_first);
    RUN(what_others_have_beside_is_not_touched);
    RUN(left_overs_of_a_killed_removal_are_ours);
    RUN(a_link_to_the_folder_stays);
    RUN(a_file_in_the_way_is_named_as_one);
    RUN(keeping_a_folder_does_not_adopt_files_of_others);
    RUN(killed_at_any_moment);
    RUN(failed_write_leaves_the_old_site);
    RUN(full_disk_is_named);
    const char *why;
    dir_remove(root.s, &why);
    arena_drop(arena);
    return runner_end();
}
