/* The schemes and the table of places a run needs, each loaded once. */
#include "cli/cli.h"

#include "base/file.h"
#include "catalog/regions.h"
#include "catalog/scheme.h"
#include "check/check.h"
#include "cli/today.h"

/* A file of catalogs/schemes: the project's own, else the installed one. */
static struct str list_path(const struct cli *cli, struct str file, struct str *shown)
{
    struct str name = path_join(cli->arena, STR("schemes"), file);
    *shown = path_join(cli->arena, STR("catalogs"), name);
    struct str own = path_join(cli->arena, cli->root, *shown);
    if (file_exists(own.s))
        return own;
    struct str installed = path_join(cli->arena, STR(DATADIR "/catalogs"), name);
    return file_exists(installed.s) ? installed : own;
}

struct str cli_scheme_path(const struct cli *cli, struct str id, struct str *shown)
{
    return list_path(cli, str_print(cli->arena, "%.*s.xml", STR_ARG(id)), shown);
}

/* Says where the scheme was looked for; how the folder was named is no help to somebody who
 * runs the program from another one. */
static void tell_nowhere(struct cli *cli, struct str id, struct str path)
{
    struct str installed =
        str_print(cli->arena, DATADIR "/catalogs/schemes/%.*s.xml", STR_ARG(id));
    struct str root = path_real(cli->arena, cli->root);
    struct str own = path_join(cli->arena, root.n ? root : cli->root, path);
    diag_at(cli->diag, (struct pos){0}, DIAG_SCHEME_NOWHERE, STR_ARG(id),
                   STR_ARG(own), STR_ARG(installed));
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
    *slot = NULL;
    if (file_exists(path.s))
        *slot = scheme_load(path, shown, cli->diag);
    else
        tell_nowhere(cli, id, shown);
    return *slot;
}

struct checker *cli_checker(struct cli *cli, struct schemes *kept)
{
    if (!kept->checker) {
        struct str shown, path = list_path(cli, STR("regions.tsv"), &shown);
        kept->places = regions_load(path, shown, cli->diag);
        kept->checker = checker_new(kept->places);
        checker_set_today(kept->checker, cli_today(cli->arena));
    }
    return kept->checker;
}

void cli_schemes_drop(struct schemes *kept)
{
    checker_drop(kept->checker);
    regions_drop(kept->places);
    for (size_t i = 0; i < kept->loaded.n; i++)
        scheme_drop(kept->loaded.at[i]);
}
