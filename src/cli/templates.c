#include "cli/templates.h"

#include "base/file.h"

#define LOCAL_PAGES "templates/local/html"
#define LOCAL_PRINT "templates/local/print"

struct template_set *cli_templates(const struct cli *cli)
{
    struct str base = cli_data_folder(cli, "templates/html");
    struct template_set *set = template_set_new(base, STR("templates/html"));
    struct str local = path_join(cli->arena, cli->root, STR(LOCAL_PAGES));
    if (dir_exists(local.s))
        template_set_override(set, local, STR(LOCAL_PAGES));
    return set;
}

struct str cli_print_file(const struct cli *cli, const char *name, struct str *shown)
{
    struct str file = str_print(cli->arena, "%s.xml", name);
    *shown = path_join(cli->arena, STR(LOCAL_PRINT), file);
    struct str local = path_join(cli->arena, cli->root, *shown);
    if (file_exists(local.s))
        return local;
    *shown = path_join(cli->arena, STR("templates/print"), file);
    return path_join(cli->arena, cli_data_folder(cli, "templates/print"), file);
}
