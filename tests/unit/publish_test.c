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

/* An office's own file at a name that we come to need: nothing is published over it. */
TEST(a_file_of_others_is_not_written_over)
{
    static const char *const names[] = {"b/index.html", "search.html", "b",
                                        "search.html/x"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct diag *d = diag_new();
        fresh_root();
        CHECK(publish_two(d, "one", "two"));
        put(str_print(arena, "public/%s", names[i]).s, "MINE");
        struct publish *p = publish_begin(at("public"), d);
        CHECK(publish_file(p, STR("b/index.html"), STR("ours"), d));
        CHECK(publish_file(p, STR("search.html"), STR("ours"), d));
        CHECK(!publish_commit(p, d));
        CHECK_STR(names[i], content(str_print(arena, "public/%s", names[i]).s),
                  STR("MINE"));
        CHECK_STR("stands", content("public/index.html"), STR("one"));
        CHECK(str_has(messages(d), STR("[publish-taken]")));
        CHECK(!dir_exists(at("public.new").s));
        diag_drop(d);
    }
}

TEST(the_same_file_of_others_is_ours)
{
    struct diag *d = diag_new();
    fresh_root();
    CHECK(publish_two(d, "one", "two"));
    put("public/search.html", "same");
    struct publish *p = publish_begin(at("public"), d);
    CHECK(publish_file(p, STR("search.html"), STR("same"), d));
    CHECK(publish_commit(p, d));
    CHECK_STR("no messages", messages(d), STR(""));
    CHECK(publish_two(d, "one", "two"));
    CHECK(!file_exists(at("public/search.html").s));
    diag_drop(d);
}

/* Links to folders, in the published folder or out of it, to nothing: links they stay. */
TEST(a_link_of_others_is_not_followed)
{
    static const char *const leads[] = {"..", "/proc", "nowhere", "../../elsewhere"};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        struct diag *d = diag_new();
        char text[64] = "";
        fresh_root();
        put("elsewhere/thesis.doc", "years of work");
        CHECK(publish_two(d, "one", "two"));
        CHECK(symlink(leads[i], at("public/up").s) == 0);
        CHECK(symlink(leads[i], at("public/a/up").s) == 0);
        CHECK(publish_two(d, "three", "four"));
        CHECK_STR("published", content("public/index.html"), STR("three"));
        CHECK(readlink(at("public/up").s, text, sizeof text - 1) > 0);
        CHECK_STR("above", str_of(text), str_of(leads[i]));
        CHECK(readlink(at("public/a/up").s, text, sizeof text - 1) > 0);
        CHECK_STR("below", str_of(text), str_of(leads[i]));
        CHECK_STR("not touched", content("elsewhere/thesis.doc"), STR("years of work"));
        diag_drop(d);
    }
}

/* Somebody who may write where the others may not even link. */
TEST(files_of_another_user_are_copied)
{
    enum { NOBODY = 65534 };
    struct stat before, after;
    struct diag *d = diag_new();
    fresh_root();
    CHECK(publish_two(d, "one", "two"));
    put("public/verify.html", "mine");
    CHECK(symlink("verify.html", at("public/link").s) == 0);
    CHECK(stat(at("public/verify.html").s, &before) == 0);
    if (getuid() != 0)
        return diag_drop(d); /* none can be made */
    CHECK(chown(root.s, NOBODY, NOBODY) == 0 &&
          chown(at("public").s, NOBODY, NOBODY) == 0 &&
          chown(at("public/.mulu").s, NOBODY, NOBODY) == 0 &&
          chown(at("public/a").s, NOBODY, NOBODY) == 0 &&
          chown(at("public/a/b").s, NOBODY, NOBODY) == 0);
    pid_t child = fork();
    if (child == 0) {
        if (setgid(NOBODY) || setuid(NOBODY))
            _exit(2);
        _exit(publish_two(d, "three", "four") ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    CHECK_STR("published", content("public/index.html"), STR("three"));
    CHECK_STR("theirs", content("public/verify.html"), STR("mine"));
    CHECK_STR("their link", content("public/link"), STR("mine"));
    CHECK(stat(at("public/verify.html").s, &after) == 0);
    CHECK(before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
          before.st_mode == after.st_mode);
    CHECK(!dir_exists(at("public.new").s));
    diag_drop(d);
}

static mode_t mode(const char *path)
{
    struct stat st;
    return lstat(at(path).s, &st) == 0 ? st.st_mode & 07777 : 0;
}

TEST(folders_keep_their_rights)
{
    enum { GROUP = 33 };
    struct diag *d = diag_new();
    struct stat st;
    const char *why;
    fresh_root();
    CHECK(publish_two(d, "one", "two"));
    CHECK(dir_make(at("public/theirs/empty").s, &why));
    put("public/theirs/x", "mine");
    put("public/locked/x", "mine");
    bool root_user = getuid() == 0;
    CHECK(!root_user || chown(at("public").s, (uid_t)-1, GROUP) == 0);
    CHECK(chmod(at("public").s, 02770) == 0 && chmod(at("public/a").s, 0711) == 0 &&
          chmod(at("public/theirs").s, 0700) == 0 &&
          chmod(at("public/locked").s, 0500) == 0);
    for (int i = 0; i < 2; i++) {
        CHECK(publish_two(d, "three", "four"));
        CHECK(mode("public") == 02770);
        CHECK(mode("public/a") == 0711);
        CHECK(mode("public/theirs") == 0700);
        CHECK(mode("public/locked") == 0500);
        CHECK(dir_exists(at("public/theirs/empty").s));
        CHECK_STR("theirs", content("public/theirs/x"), STR("mine"));
        CHECK(lstat(at("public").s, &st) == 0);
        CHECK(!root_user || st.st_gid == GROUP);
        CHECK(!dir_exists(at("public.new").s));
    }
    CHECK(!str_has(messages(d), STR("[publish-")) ||
          diag_count(d, SEVERITY_NOTE) == 4); /* their files are told, nothing else */
    chmod(at("public/locked").s, 0700);
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
    RUN(a_file_of_others_is_not_written_over);
    RUN(the_same_file_of_others_is_ours);
    RUN(a_link_of_others_is_not_followed);
    RUN(files_of_another_user_are_copied);
    RUN(folders_keep_their_rights);
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
