/* Which catalogs a command line means, and where the project's and the program's data are. */
#include "cli/cli.h"

#include "base/file.h"
#include "catalog/load.h"

static struct str below(const struct cli *cli, const char *folder, struct str name)
{
    struct str dir = path_join(cli->arena, cli->root, str_of(folder));
    return path_join(cli->arena, dir, name);
}

static bool is_catalog(struct arena *a, struct str folder)
{
    return file_exists(path_join(a, folder, STR("catalog.xml")).s);
}

static void add_place(struct cli *cli, struct catalog_places *places, struct str folder,
                      struct str shown)
{
    struct str real = path_real(cli->arena, folder);
    for (size_t i = 0; i < places->n; i++)
        if (str_eq(places->at[i].real, real))
            return; /* named twice: once is enough */
    struct str name = path_name(folder);
    *vec_push(cli->arena, places) = (struct catalog_place){name, folder, shown, real};
}

static struct str_list known_ids(struct cli *cli)
{
    struct str_list ids = {0};
    struct str_list names = dir_list(cli->arena, below(cli, "catalogs", STR("")).s);
    for (size_t i = 0; i < names.n; i++)
        if (is_catalog(cli->arena, below(cli, "catalogs", names.at[i])))
            *vec_push(cli->arena, &ids) = names.at[i];
    return ids;
}

/* A trailing "/" and a "/catalog.xml" name the folder before them. */
static struct str folder_of(struct cli *cli, struct str argument)
{
    if (str_eq(path_name(argument), STR("catalog.xml")))
        argument = path_dir(argument);
    while (argument.n > 1 && argument.s[argument.n - 1] == '/')
        argument.n--;
    return str_copy(cli->arena, argument);
}

static bool add_argument(struct cli *cli, struct catalog_places *places,
                         struct str argument)
{
    struct str folder = folder_of(cli, argument);
    struct str inside = path_join(cli->arena, cli->root, folder);
    if (is_catalog(cli->arena, inside)) {
        add_place(cli, places, inside, folder);
        return true;
    }
    struct str by_id = below(cli, "catalogs", folder);
    if (!str_has(folder, STR("/")) && is_catalog(cli->arena, by_id)) {
        add_place(cli, places, by_id, path_join(cli->arena, STR("catalogs"), folder));
        return true;
    }
    struct str_list ids = known_ids(cli);
    struct str near = str_nearest(path_name(folder), ids.at, ids.n);
    if (near.n)
        return diag_at(cli->diag, (struct pos){0}, DIAG_NO_CATALOG_NEAR,
                       STR_ARG(argument), STR_ARG(near));
    return diag_at(cli->diag, (struct pos){0}, DIAG_NO_CATALOG, STR_ARG(argument));
}

struct catalog_places cli_catalogs(struct cli *cli, bool *ok)
{
    struct catalog_places places = {0};
    *ok = true;
    for (size_t i = 0; i < cli->arguments.n; i++)
        *ok &= add_argument(cli, &places, cli->arguments.at[i]);
    if (cli->arguments.n)
        return places;
    struct str_list ids = known_ids(cli);
    for (size_t i = 0; i < ids.n; i++)
        add_place(cli, &places, below(cli, "catalogs", ids.at[i]),
                  path_join(cli->arena, STR("catalogs"), ids.at[i]));
    if (!ids.n)
        *ok = diag_at(cli->diag, (struct pos){0}, DIAG_NO_CATALOGS,
                      STR_ARG(below(cli, "catalogs", STR(""))));
    return places;
}

struct str cli_data_folder(const struct cli *cli, const char *name)
{
    struct str own = path_join(cli->arena, cli->root, str_of(name));
    if (dir_exists(own.s))
        return own;
    return path_join(cli->arena, STR(DATADIR), str_of(name));
}

struct catalog *cli_load_one(struct cli *cli, struct catalog_place *place)
{
    bool ok;
    struct catalog_places places = cli_catalogs(cli, &ok);
    if (!ok)
        return NULL;
    *place = places.at[0];
    return catalog_load(place->folder, place->shown, cli->diag);
}
