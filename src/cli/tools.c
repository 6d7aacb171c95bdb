#include "cli/tools.h"
#include "cli/templates.h"

#include "base/file.h"
#include "layout/booklet.h"
#include "layout/form.h"
#include "layout/handout.h"
#include "layout/levels.h"
#include "layout/listing.h"
#include "layout/notice.h"
#include "layout/poster.h"

#include <string.h>

static bool open_templates(struct cli *cli, struct tools *t)
{
    t->templates = cli_templates(cli);
    t->pages = pages_new(t->templates, &t->config->info, t->type, cli->diag);
    return t->pages;
}

static const struct print_style *open_style(struct cli *cli, const char *name,
                                            const struct print_needs *needs)
{
    struct str shown, path = cli_print_file(cli, name, &shown);
    return print_style_load(cli->arena, path, shown, needs, cli->diag);
}

bool tools_data_styles(struct cli *cli, struct data_styles *styles)
{
    const struct {
        const char *name;
        const struct print_needs *needs;
    } files[DATA_TABLES] = {
        [DATA_LIST] = {"list", listing_needs(KIND_LIST)},
        [DATA_LEVELS] = {"levels-data", data_levels_needs()},
        [DATA_DISCLOSURE] = {"disclosure", listing_needs(KIND_DISCLOSURE)},
    };
    bool ok = true;
    for (size_t i = 0; i < DATA_TABLES; i++) {
        styles->at[i] = open_style(cli, files[i].name, files[i].needs);
        ok &= styles->at[i] != NULL;
    }
    return ok;
}

static bool open_styles(struct cli *cli, struct tools *t)
{
    const struct {
        const char *name;
        const struct print_needs *needs;
        const struct print_style **style;
    } styles[] = {
        {"guide", booklet_needs(), &t->prints.guide},
        {"guide-large", booklet_needs(), &t->prints.guide_large},
        {"guide-fold", booklet_needs(), &t->prints.guide_fold},
        {"notice", notice_needs(), &t->prints.notice},
        {"levels", levels_needs(), &t->prints.levels},
        {"list", listing_needs(KIND_LIST), &t->prints.list},
        {"disclosure", listing_needs(KIND_DISCLOSURE), &t->prints.disclosure},
        {"form", form_needs(), &t->prints.form},
        {"handout", handout_needs(), &t->prints.handout},
        {"poster", poster_needs(), &t->prints.poster},
    };
    bool ok = true;
    t->prints.fonts = t->fonts;
    t->prints.type = t->type;
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        *styles[i].style = open_style(cli, styles[i].name, styles[i].needs);
        ok &= *styles[i].style != NULL;
    }
    if (t->want.pdf)
        fonts_note_substitutes(t->fonts, cli->diag);
    t->prints.site = site_address(cli->arena, &t->config->info);
    if (t->want.pdf && !t->prints.site.n)
        diag_at(cli->diag, (struct pos){0}, DIAG_SITE_NO_QR);
    return ok;
}

/* Every scheme of the project: catalogs that name another are told so when checked. */
static void open_schemes(struct cli *cli, struct tools *t)
{
    static const struct str suffix = STR_INIT(".xml");
    struct str own = path_join(cli->arena, cli->root, STR("catalogs/schemes"));
    struct str installed = STR(DATADIR "/catalogs/schemes");
    struct str_list names = dir_list(cli->arena, dir_exists(own.s) ? own.s : installed.s);
    for (size_t i = 0; i < names.n; i++)
        if (str_ends(names.at[i], suffix))
            cli_scheme(cli, &t->schemes,
                       str_slice(names.at[i], 0, names.at[i].n - suffix.n));
}

static bool open_synonyms(struct cli *cli, struct tools *t)
{
    struct str shown = STR("site/synonyms.tsv");
    struct str path = path_join(cli->arena, cli->root, shown);
    if (!name_taken(path.s))
        path = STR(DATADIR "/site/synonyms.tsv");
    return synonyms_load(cli->arena, path, shown, &t->synonyms, cli->diag);
}

bool tools_open(struct cli *cli, struct tools *t)
{
    struct str path = path_join(cli->arena, cli->root, STR("site/site.xml"));
    bool pages = t->want.pages || t->want.search || t->pages_stand;
    t->config = site_config_load(cli->arena, path, STR("site/site.xml"), cli->diag);
    t->fonts = t->config ? fonts_open_choice(&t->config->fonts, cli->diag) : NULL;
    t->type = t->fonts ? typesetter_new(t->fonts, cli->diag) : NULL;
    if (!t->type || (pages && !open_templates(cli, t)) || !open_styles(cli, t) ||
        !tools_data_styles(cli, &t->data_styles))
        return false;
    if ((t->want.search || t->search_stands) && !open_synonyms(cli, t))
        return false;
    cli_check_local(cli);
    open_schemes(cli, t);
    cli_checker(cli, &t->schemes);
    return true;
}

void tools_close(struct tools *t)
{
    cli_schemes_drop(&t->schemes);
    pinyin_speller_drop(t->speller);
    pages_drop(t->pages);
    template_set_drop(t->templates);
    typesetter_drop(t->type);
    fonts_drop(t->fonts);
}

struct render tools_render(struct tools *t)
{
    return (struct render){
        .want = t->want,
        .pages = t->pages,
        .speller = &t->speller,
        .synonyms = &t->synonyms,
        .prints = &t->prints,
        .site = &t->config->info,
        .data = &t->data_styles,
        .schemes = (const struct scheme *const *)t->schemes.loaded.at,
        .scheme_count = t->schemes.loaded.n,
        .checker = t->schemes.checker,
    };
}
