/* A made-up nation to measure on: N regions of forty items each, of the words of the bundled
 * catalogs (kit/region.h).
 *
 *     nation [--hugo] [--own-titles] [--seed S] [--from PROJECT] N OUT
 *
 * Writes a project for `mulu -C OUT build`: OUT/catalogs/rNNNN/catalog.xml, the schemes, a
 * whole site/site.xml, and links to the templates and the rest of the site. With --hugo:
 * OUT/content for the Hugo site in tests/bench/hugo. With --own-titles no two regions have
 * an item of the same title. A region depends on the seed and its number only. */
#include "base/buf.h"
#include "base/file.h"
#include "bench/kit/hugo.h"
#include "bench/kit/region.h"
#include "catalog/load.h"
#include "catalog/save.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct nation {
    struct arena *arena;
    const struct pools *pools;
    struct str from, out;
    struct nature nature;
    size_t regions;
    bool hugo;
};

/* A site that is ready to be published; nothing of it is real. */
static const char site[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<site>\n"
                           "  <name>全国政务服务事项</name>\n"
                           "  <domain>example.org</domain>\n"
                           "  <id-code>1100000001</id-code>\n"
                           "  <sponsor>某某医疗保障局</sponsor>\n"
                           "  <contact>010-12345678</contact>\n"
                           "  <icp>京ICP备00000000号</icp>\n"
                           "  <police>京公网安备00000000000000号</police>\n"
                           "  <identity>https://example.org/identity</identity>\n"
                           "  <report>https://example.org/report</report>\n"
                           "  <column-type>办事服务</column-type>\n"
                           "</site>\n";

static bool put(const struct nation *n, const char *name, struct str bytes,
                const char **why)
{
    struct str path = path_join(n->arena, n->out, str_of(name));
    struct str folder = str_copy(n->arena, path_dir(path));
    return dir_make(folder.s, why) && file_write(path.s, bytes, why);
}

static bool copy(const struct nation *n, const char *name, const char **why)
{
    struct str bytes;
    return file_read(n->arena, path_join(n->arena, n->from, str_of(name)).s, 1 << 24,
                     &bytes, why) &&
           put(n, name, bytes, why);
}

/* What a project takes from the program's own: the same files, not copies. */
static bool link_to(const struct nation *n, const char *name, const char **why)
{
    struct str from = path_real(n->arena, path_join(n->arena, n->from, str_of(name)));
    struct str to = path_join(n->arena, n->out, str_of(name));
    if (symlink(from.s, to.s) == 0 || errno == EEXIST)
        return true;
    *why = file_why(errno);
    return false;
}

static bool write_region(const struct nation *n, const struct catalog *c,
                         const char **why)
{
    if (n->hugo)
        return hugo_write(c, path_join(c->arena, n->out, STR("content")), why);
    struct buf xml = {0};
    catalog_save(c, &xml);
    struct str name = str_print(c->arena, "catalogs/%.*s/catalog.xml", STR_ARG(c->id));
    bool ok = put(n, name.s, buf_str(&xml), why);
    buf_drop(&xml);
    return ok;
}

static bool write_all(const struct nation *n, const char **why)
{
    bool ok =
        n->hugo ||
        (copy(n, "catalogs/schemes/ylbz-2020.xml", why) &&
         copy(n, "catalogs/schemes/regions.tsv", why) &&
         put(n, "site/site.xml", str_of(site), why) && link_to(n, "templates", why) &&
         link_to(n, "site/assets", why) && link_to(n, "site/synonyms.tsv", why));
    for (size_t r = 0; ok && r < n->regions; r++) {
        struct catalog *c = region_new(n->pools, &n->nature, r);
        ok = write_region(n, c, why);
        catalog_drop(c);
    }
    return ok;
}

static int usage(void)
{
    fputs("nation [--hugo] [--own-titles] [--seed S] [--from PROJECT] N OUT\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    struct nation n = {.arena = arena_new(), .from = STR("."), .nature.seed = 1};
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++) {
        if (str_is(str_of(argv[i]), "--hugo"))
            n.hugo = true;
        else if (str_is(str_of(argv[i]), "--own-titles"))
            n.nature.own_titles = true;
        else if (str_is(str_of(argv[i]), "--seed") && i + 1 < argc)
            n.nature.seed = strtoul(argv[++i], NULL, 10);
        else if (str_is(str_of(argv[i]), "--from") && i + 1 < argc)
            n.from = str_of(argv[++i]);
        else
            return usage();
    }
    if (argc - i != 2 || (n.regions = strtoul(argv[i], NULL, 10)) > REGION_MOST)
        return usage();
    n.out = str_of(argv[i + 1]);
    struct diag *d = diag_new();
    struct pools *pools = pools_load(n.from, d);
    const char *why = "the bundled catalogs cannot be read";
    n.pools = pools;
    bool ok = pools && write_all(&n, &why);
    if (!ok)
        fprintf(stderr, "nation: %s\n", why);
    pools_drop(pools);
    diag_drop(d);
    arena_drop(n.arena);
    return ok ? 0 : 2;
}
