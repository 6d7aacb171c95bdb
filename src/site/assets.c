#include "site/assets.h"

#include "base/file.h"

#include <errno.h>

enum { LARGEST_ASSET = 64 * 1024 * 1024, DEEPEST_ASSET = 8 };

struct writing {
    const struct publish *publish;
    struct arena *arena;
    struct diag *d;
};

/* Files of one folder and those below it; `over` is a folder whose files of the same names
 * were written already, or "". */
static bool write_assets(const struct writing *w, struct str from, struct str over,
                         struct str to, size_t depth)
{
    struct arena *a = w->arena;
    struct str_list names;
    const char *why;
    bool ok = true;
    if (!dir_read(a, from.s, &names, &why) && errno != ENOENT)
        return diag_at(w->d, (struct pos){0}, DIAG_FILE_READ, from.s, why);
    for (size_t i = 0; i < names.n; i++) {
        struct str name = names.at[i], path = path_join(a, from, name), bytes;
        struct str mine = over.n ? path_join(a, over, name) : over;
        struct str out = path_join(a, to, name);
        if (dir_exists(path.s) && depth < DEEPEST_ASSET)
            ok &= write_assets(w, path, mine, out, depth + 1);
        else if (mine.n && file_exists(mine.s))
            continue;
        else if (file_read(a, path.s, LARGEST_ASSET, &bytes, &why))
            ok &= publish_file(w->publish, out, bytes, w->d);
        else
            ok = diag_at(w->d, (struct pos){0}, DIAG_FILE_READ, path.s, why);
    }
    return ok;
}

static const struct str schema_name = STR_INIT("catalog.schema.json");

/* The file of this name, the project's before the program's, or "". */
static struct str find_asset(const struct build *b, struct arena *a, struct str name)
{
    const struct str folders[] = {b->assets, b->common_assets};
    for (size_t i = 0; i < 2; i++) {
        struct str path = path_join(a, folders[i], name);
        if (file_exists(path.s))
            return path;
    }
    return STR("");
}

bool assets_ready(const struct build *b, struct arena *a, struct diag *d)
{
    static const struct str needed[] = {STR_INIT("style.css"), STR_INIT("site.js"),
                                        STR_INIT("icon.svg")};
    bool ok = true;
    for (size_t i = 0; b->render.pages && i < sizeof needed / sizeof *needed; i++)
        if (!find_asset(b, a, needed[i]).n)
            ok = diag_at(d, (struct pos){0}, DIAG_BUILD_ASSET,
                         STR_ARG(path_join(a, b->assets, needed[i])));
    return ok;
}

size_t assets_schema_bytes(const struct build *b, struct arena *a)
{
    struct str own = find_asset(b, a, schema_name), path = own.n ? own : b->schema, bytes;
    const char *why;
    return path.n && file_read(a, path.s, LARGEST_ASSET, &bytes, &why) ? bytes.n : 0;
}

/* What describes catalog.json, unless the project has a file of its own of that name. */
static bool write_schema(const struct writing *w, const struct build *b)
{
    struct str bytes;
    const char *why;
    if (!b->schema.n || find_asset(b, w->arena, schema_name).n)
        return true;
    if (!b->render.want.data && !file_exists(b->schema.s))
        return true; /* nothing is made now that it would describe */
    if (!file_read(w->arena, b->schema.s, LARGEST_ASSET, &bytes, &why))
        return diag_at(w->d, (struct pos){0}, DIAG_FILE_READ, b->schema.s, why);
    return publish_file(w->publish, path_join(w->arena, STR("assets"), schema_name),
                        bytes, w->d);
}

bool assets_write(const struct build *b, const struct publish *p, struct arena *a,
                  struct diag *d)
{
    struct writing w = {p, a, d};
    struct str to = STR("assets");
    return write_assets(&w, b->assets, STR(""), to, 0) &&
           write_assets(&w, b->common_assets, b->assets, to, 0) && write_schema(&w, b);
}
