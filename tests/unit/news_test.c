/* Editions of a catalog, what became of their items, and the news that are kept of them. */
#include "base/record.h"
#include "catalog/load.h"
#include "runner.h"
#include "site/news.h"

#include <string.h>

static struct arena *arena;

static struct edition_item *add(struct edition *e, const char *stem, const char *title)
{
    struct edition_item *item = vec_push(arena, &e->items);
    item->stem = str_of(stem);
    item->title = str_of(title);
    item->parts[FIELD_TITLE] = strlen(title) + 1;
    item->parts[PART_CODE] = strlen(stem) + 1;
    return item;
}

static struct edition edition(const char *date)
{
    struct edition e = {.date = str_of(date)};
    for (size_t i = 0; i < PART_COUNT; i++)
        e.known[i] = true;
    return e;
}

/* "+stem" for a new item, "-stem" for one gone, "stem:part:part" for one that changed. */
static struct str told(const struct edition *before, const struct edition *now)
{
    struct changes changes = edition_compare(arena, before, now);
    struct buf b = {0};
    for (size_t i = 0; i < changes.n; i++) {
        const struct change *c = &changes.at[i];
        buf_puts(&b, b.n ? " " : "");
        buf_puts(&b, c->kind == CHANGE_NEW ? "+" : c->kind == CHANGE_GONE ? "-" : "");
        buf_put(&b, c->item->stem);
        for (size_t part = 0; part < PART_COUNT; part++)
            if (c->parts[part]) {
                buf_char(&b, ':');
                buf_put(&b, edition_part_key(part));
            }
    }
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

TEST(items_are_known_again)
{
    struct edition a = edition("2021-01-01 00:00"), b = edition("2022-01-01 00:00");
    struct edition_item *changed;
    add(&a, "100", "甲"), add(&a, "101", "乙"), add(&a, "102", "丙");
    CHECK_STR("changes", told(&a, &a), STR(""));
    add(&b, "100", "甲"), changed = add(&b, "101", "乙"), add(&b, "103", "丁");
    changed->parts[FIELD_LIMIT] = 1;
    CHECK_STR("changes", told(&a, &b), STR("101:limit +103 -102"));
    CHECK_STR("changes", told(&b, &a), STR("101:limit +102 -103"));
    CHECK_STR("changes", told(&(struct edition){0}, &a), STR("+100 +101 +102"));
}

TEST(a_code_or_a_title_may_change)
{
    struct edition a = edition("2021-01-01 00:00"), b = edition("2022-01-01 00:00");
    add(&a, "100", "甲"), add(&a, "101", "乙"), add(&a, "x", "同"), add(&a, "y", "同");
    add(&b, "1000", "甲"), add(&b, "101", "乙乙"), add(&b, "z", "同");
    CHECK_STR("changes", told(&a, &b), STR("1000:code 101:title +z -x -y"));
}

TEST(places_are_no_names)
{
    struct edition a = edition("2021-01-01 00:00"), b = edition("2022-01-01 00:00");
    add(&a, "item-1", "甲"), add(&a, "item-2", "乙"), add(&a, "item-3", "丙");
    add(&b, "item-1", "新"), add(&b, "item-2", "甲"), add(&b, "item-3", "乙"),
        add(&b, "item-4", "丙丙丙");
    CHECK_STR("changes", told(&a, &b), STR("+item-1 +item-4 -item-3"));
    b.items.n--;
    CHECK_STR("changes", told(&b, &a), STR("+item-3 -item-1"));
    a.items.at[1].title = STR("乙乙");
    a.items.at[1].parts[FIELD_TITLE] = 99;
    struct edition c = edition("2022-01-01 00:00");
    add(&c, "item-1", "甲"), add(&c, "item-2", "乙"), add(&c, "item-3", "丙");
    CHECK_STR("changes", told(&a, &c), STR("item-2:title"));
}

/* What one program did not know of is no change when the next one does. */
TEST(a_new_part_is_no_change)
{
    struct edition a = edition("2021-01-01 00:00"), read;
    add(&a, "100", "甲");
    struct buf old = {0};
    record_put_text(&old, a.date);
    record_put_number(&old, 2);
    record_put_text(&old, STR("title"));
    record_put_text(&old, STR("of-tomorrow"));
    record_put_number(&old, 1);
    record_put_text(&old, STR("100"));
    record_put_text(&old, STR("甲"));
    record_put_text(&old, STR("4"));
    record_put_text(&old, STR("ffffffffffffffff"));
    struct str rest = str_copy(arena, buf_str(&old));
    CHECK(edition_read(arena, &rest, &read) && rest.n == 0);
    CHECK(read.known[FIELD_TITLE] && !read.known[PART_CODE] && !read.known[FIELD_LIMIT]);
    CHECK_STR("changes", told(&read, &a), STR(""));
    a.items.at[0].parts[FIELD_TITLE]++;
    CHECK_STR("changes", told(&read, &a), STR("100:title"));
    buf_drop(&old);
}

TEST(only_dates_are_dates)
{
    static const char *const bad[] = {"",
                                      "2021-01-01",
                                      "2021-01-01T00:00",
                                      "2021-01-01 00:0",
                                      "2021-01-01 00:00:00",
                                      "x021-01-01 00:00"};
    CHECK(edition_is_date(STR("2021-12-31 23:59")));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!edition_is_date(str_of(bad[i])));
}

static struct str packed(const struct news *n)
{
    struct buf b = {0};
    news_write(n, &b);
    struct str bytes = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return bytes;
}

/* The catalogs of the project: what is written is read again, the same makes no news, and
 * nothing that was cut or changed on the way is taken for news. */
TEST(news_come_back_whole)
{
    struct diag *d = diag_new();
    struct catalog *c =
        catalog_load(STR("catalogs/xinjiang"), STR("catalogs/xinjiang"), d);
    CHECK(c != NULL);
    if (c) {
        struct news none = {0}, read, bad;
        c->web_published = STR("2021-01-05 09:30");
        struct news first = news_advance(arena, c, &none);
        struct str bytes = packed(&first);
        CHECK(first.entries.n == 1 && first.entries.at[0].kind == NEWS_CATALOG);
        CHECK(news_read(arena, bytes, &read));
        CHECK(str_eq(packed(&read), bytes));
        struct news again = news_advance(arena, c, &read);
        CHECK(str_eq(packed(&again), bytes));
        c->web_published = STR("2022-01-05 09:30");
        struct news later = news_advance(arena, c, &read);
        CHECK(later.entries.n == 1 && later.before.items.n == later.now.items.n);
        for (size_t n = 0; n < bytes.n; n += n < 200 ? 1 : 97)
            CHECK(!news_read(arena, str_slice(bytes, 0, n), &bad));
        for (size_t i = 0; i < bytes.n; i += i < 200 ? 1 : 97) {
            struct str other = str_copy(arena, bytes);
            ((char *)other.s)[i] ^= 1;
            CHECK(!news_read(arena, other, &bad));
        }
    }
    catalog_drop(c);
    diag_drop(d);
}

int main(void)
{
    arena = arena_new();
    RUN(items_are_known_again);
    RUN(a_code_or_a_title_may_change);
    RUN(places_are_no_names);
    RUN(a_new_part_is_no_change);
    RUN(only_dates_are_dates);
    RUN(news_come_back_whole);
    arena_drop(arena);
    return runner_end();
}
