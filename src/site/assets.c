#include "site/assets.h"

#include "base/file.h"
#include "site/script.h"

#include <errno.h>

enum { LARGEST = 64 * 1024 * 1024, DEEPEST = 8 };

static const struct str schema_name = STR_INIT("catalog.schema.json");

/* The file of this name, the project's before the program's, or "". */
static struct str find(const struct assets *s, struct arena *a, struct str name)
{
    const struct str folders[] = {s->own, s->common};
    for (size_t i = 0; i < 2; i++) {
        struct str path = path_join(a, folders[i], name);
        if (file_exists(path.s))
            return path;
    }
    return STR("");
}

bool assets_ready(const struct assets *s, struct arena *a, struct diag *d)
{
    static const struct str needed[] = {STR_INIT("style.css"), STR_INIT("site.js"),
                                        STR_INIT("icon.svg")};
    bool ok = true;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (!find(s, a, needed[i]).n)
            ok = diag_at(d, (struct pos){0}, DIAG_BUILD_ASSET,
                         STR_ARG(path_join(a, s->own, needed[i])));
    return ok;
}

size_t assets_schema_bytes(const struct assets *s, struct arena *a)
{
    struct str own = find(s, a, schema_name), path = own.n ? own : s->schema, bytes;
    const char *why;
    return path.n && file_read(a, path.s, LARGEST, &bytes, &why) ? bytes.n : 0;
}

struct copy {
    const struct publish *publish;
    struct arena *arena;
    struct diag *diag;
};

static bool put_file(const struct copy *c, struct str out, struct str bytes)
{
    if (!str_ends(out, STR(".js")))
        return publish_file(c->publish, out, bytes, c->diag);
    struct buf lean = {0};
    script_lean(bytes, &lean);
    bool ok = publish_file(c->publish, out, buf_str(&lean), c->diag);
    buf_drop(&lean);
    return ok;
}

/* Files of one folder and those below it; `over` is a folder whose files of the same names
 * were written already, or "". */
static bool copy_folder(const struct copy *c, struct str from, struct str over,
                        struct str to, size_t depth)
{
    struct arena *a = c->arena;
    struct str_list names;
    const char *why;
    bool ok = true;
    if (!dir_read(a, from.s, &names, &why) && errno != ENOENT)
        return diag_at(c->diag, (struct pos){0}, DIAG_FILE_READ, from.s, why);
    for (size_t i = 0; i < names.n; i++) {
        struct str name = names.at[i], path = path_join(a, from, name), bytes;
        struct str mine = over.n ? path_join(a, over, name) : over;
        struct str out = path_join(a, to, name);
        if (dir_exists(path.s) && depth < DEEPEST)
            ok &= copy_folder(c, path, mine, out, depth + 1);
        else if (mine.n && file_exists(mine.s))
            continue;
        else if (file_read(a, path.s, LARGEST, &bytes, &why))
            ok &= put_file(c, out, bytes);
        else
            ok = diag_at(c->diag, (struct pos){0}, DIAG_FILE_READ, path.s, why);
    }
    return ok;
}

/* What describes catalog.json, unless the project has a file of its own of that name. */
static bool put_schema(const struct copy *c, const struct assets *s, bool data,
                       struct str to)
{
    struct str bytes;
    const char *why;
    if (!s->schema.n || find(s, c->arena, schema_name).n)
        return true;
    if (!data && !file_exists(s->schema.s))
        return true; /* nothing is made now that it would describe */
    if (!file_read(c->arena, s->schema.s, LARGEST, &bytes, &why))
        return diag_at(c->diag, (struct pos){0}, DIAG_FILE_READ, s->schema.s, why);
    return publish_file(c->publish, path_join(c->arena, to, schema_name), bytes, c->diag);
}

bool assets_publish(const struct assets *s, const struct publish *p, bool data,
                    struct arena *a, struct diag *d)
{
    const struct copy c = {p, a, d};
    struct str to = STR("assets");
    return copy_folder(&c, s->own, STR(""), to, 0) &&
           copy_folder(&c, s->common, s->own, to, 0) && put_schema(&c, s, data, to);
}
