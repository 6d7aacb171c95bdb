/* The schemes a run needs, each loaded once. */
#include "cli/cli.h"

#include "base/file.h"
#include "catalog/scheme.h"

struct str cli_scheme_path(const struct cli *cli, struct str id, struct str *shown)
{
    struct str name = str_print(cli->arena, "schemes/%.*s.xml", STR_ARG(id));
    *shown = path_join(cli->arena, STR("catalogs"), name);
    struct str own = path_join(cli->arena, cli->root, *shown);
    if (file_exists(own.s))
        return own;
    struct str installed = path_join(cli->arena, STR(DATADIR "/catalogs"), name);
    return file_exists(installed.s) ? installed : own;
}

const struct scheme *cli_scheme(struct cli *cli, struct schemes *kept, struct str id)
{
    if (id.n == 0)
        return NULL;
    for (size_t i = 0; i < kept->tried.n; i++)
        if (str_eq(kept->tried.at[i], id))
            return kept->loaded.at[i];
    struct str shown, path = cli_scheme_path(cli, id, &shown);
    *vec_push(cli->arena, &kept->tried) = str_copy(cli->arena, id);
    struct scheme **slot = vec_push(cli->arena, &kept->loaded);
    *slot = scheme_load(path, shown, cli->diag);
    return *slot;
}

void cli_schemes_drop(struct schemes *kept)
{
    for (size_t i = 0; i < kept->loaded.n; i++)
        scheme_drop(kept->loaded.at[i]);
}
