/* Which catalogs a command line means, and where the project's and the program's data are. */
#include "cli/cli.h"

#include "base/file.h"
#include "catalog/load.h"

#include <errno.h>
#include <sys/stat.h>

static struct str below(const struct cli *cli, const char *folder, struct str name)
{
    struct str dir = path_join(cli->arena, cli->root, str_of(folder));
    return path_join(cli->arena, dir, name);
}

static bool is_dangling(struct str folder)
{
    struct stat st;
    return lstat(folder.s, &st) == 0 && S_ISLNK(st.st_mode) && stat(folder.s, &st) < 0;
}

/* A folder in which something is called catalog.xml. Where that cannot be seen (no permission,
 * a link to nothing) it counts as one: who loads it tells why it cannot be read. Taken for none
 * it would vanish from the site without a word. */
static bool is_catalog(struct arena *a, struct str folder)
{
    struct stat st;
    if (lstat(path_join(a, folder, STR("catalog.xml")).s, &st) == 0)
        return true;
    bool nothing = errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG;
    return !nothing || (is_dangling(folder) && !str_starts(path_name(folder), STR(".")));
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

/* False when the folder cannot be read; one that is not there has none. */
static bool known_ids(struct cli *cli, struct str_list *ids, const char **why)
{
    struct str_list names;
    *ids = (struct str_list){0};
    if (!dir_read(cli->arena, below(cli, "catalogs", STR("")).s, &names, why))
        return errno == ENOENT;
    for (size_t i = 0; i < names.n; i++)
        if (is_catalog(cli->arena, below(cli, "catalogs", names.at[i])))
            *vec_push(cli->arena, ids) = names.at[i];
    return true;
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
    struct str_list ids;
    const char *why;
    known_ids(cli, &ids, &why);
    struct str near = str_nearest(path_name(folder), ids.at, ids.n);
    if (near.n)
        return diag_at(cli->diag, (struct pos){0}, DIAG_NO_CATALOG_NEAR,
                       STR_ARG(argument), STR_ARG(near));
    return diag_at(cli->diag, (struct pos){0}, DIAG_NO_CATALOG, STR_ARG(argument));
}

bool cli_all_catalogs(struct cli *cli, struct catalog_places *places)
{
    struct str_list ids;
    const char *why;
    *places = (struct catalog_places){0};
    if (!known_ids(cli, &ids, &why))
        return diag_at(cli->diag, (struct pos){0}, DIAG_FILE_READ,
                       below(cli, "catalogs", STR("")).s, why);
    for (size_t i = 0; i < ids.n; i++)
        add_place(cli, places, below(cli, "catalogs", ids.at[i]),
                  path_join(cli->arena, STR("catalogs"), ids.at[i]));
    return true;
}

struct catalog_places cli_catalogs(struct cli *cli, bool *ok)
{
    struct catalog_places places = {0};
    *ok = true;
    for (size_t i = 0; i < cli->arguments.n; i++)
        *ok &= add_argument(cli, &places, cli->arguments.at[i]);
    if (cli->arguments.n)
        return places;
    *ok = cli_all_catalogs(cli, &places);
    if (*ok && !places.n)
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
