#include "cli/templates.h"

#include "base/file.h"

#define LOCAL "templates/local"
#define LOCAL_PAGES LOCAL "/html"
#define LOCAL_PRINT LOCAL "/print"

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
    if (name_taken(local.s))
        return local;
    *shown = path_join(cli->arena, STR("templates/print"), file);
    return path_join(cli->arena, cli_data_folder(cli, "templates/print"), file);
}

/* ---- what nobody uses ---- */

/* A folder of templates/local and what may stand there. */
struct kind {
    struct str local, base, end;
    const char *const *uses; /* what stands before a name in a template that uses it */
};

static void tell_unused(struct cli *cli, struct str path, struct str_list known)
{
    struct str near = str_nearest(path_name(path), known.at, known.n);
    diag_find(cli->diag,
              &(struct finding){.code = DIAG_TEMPLATE_IDLE, .proposal = near},
              STR_ARG(path));
}

/* Notes, copies of editors, what systems hide. */
static bool is_aside(struct str name)
{
    return str_starts(name, STR(".")) || str_ends(name, STR("~")) ||
           str_starts(name, STR("README"));
}

/* True when another file of the folder names this one as its part or its base. */
static bool is_part(struct cli *cli, const struct kind *kind, struct str_list names,
                    struct str name)
{
    struct arena *a = arena_new();
    bool found = false;
    if (str_ends(name, kind->end))
        name.n -= kind->end.n;
    for (size_t i = 0; i < names.n && !found; i++) {
        struct str path = path_join(a, cli->root, kind->local), text;
        const char *why;
        if (!file_read(a, path_join(a, path, names.at[i]).s, TEMPLATE_BYTES, &text, &why))
            continue;
        for (size_t k = 0; kind->uses[k] && !found; k++)
            found = str_has(text, STR_JOIN(a, str_of(kind->uses[k]), name));
    }
    arena_drop(a);
    return found;
}

static void check_folder(struct cli *cli, const struct kind *kind)
{
    struct arena *a = cli->arena;
    struct str_list known = dir_list(a, cli_data_folder(cli, kind->base.s).s);
    struct str_list names = dir_list(a, path_join(a, cli->root, kind->local).s);
    for (size_t i = 0; i < names.n; i++) {
        struct str name = names.at[i], path = path_join(a, kind->local, name);
        bool used = is_aside(name);
        for (size_t k = 0; k < known.n && !used; k++)
            used = str_eq(known.at[k], name);
        if (!used && !is_part(cli, kind, names, name))
            tell_unused(cli, path, known);
    }
}

void cli_check_local(struct cli *cli)
{
    static const char *const parts[] = {"{{>", "{{> ", "{{<", "{{< ", NULL};
    static const char *const bases[] = {"base=\"", "base='", NULL};
    static const struct kind kinds[] = {
        {STR_INIT(LOCAL_PAGES), STR_INIT("templates/html"), STR_INIT(".html"), parts},
        {STR_INIT(LOCAL_PRINT), STR_INIT("templates/print"), STR_INIT(".xml"), bases}};
    struct arena *a = cli->arena;
    struct str local = path_join(a, cli->root, STR(LOCAL));
    struct str_list names = dir_list(a, local.s), known = {0};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        *vec_push(a, &known) = path_name(kinds[i].local);
    if (name_taken(local.s) && !dir_exists(local.s))
        tell_unused(cli, STR(LOCAL), known);
    for (size_t i = 0; i < names.n; i++) {
        size_t k = 0;
        while (k < known.n && !str_eq(known.at[k], names.at[i]))
            k++;
        if (k < known.n && dir_exists(path_join(a, local, names.at[i]).s))
            check_folder(cli, &kinds[k]);
        else if (!is_aside(names.at[i]))
            tell_unused(cli, path_join(a, STR(LOCAL), names.at[i]), known);
    }
}
