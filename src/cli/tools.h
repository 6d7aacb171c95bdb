/* tools - what rendering needs, opened once for a command: the site's configuration, fonts,
 * templates, print styles, schemes. */
#ifndef MULU_CLI_TOOLS_H
#define MULU_CLI_TOOLS_H

#include "cli/cli.h"
#include "site/config.h"
#include "site/render.h"

struct tools {
    struct site_config *config;
    struct fonts *fonts;
    struct typesetter *type;
    struct template_set *templates;
    struct pages *pages; /* NULL when none are wanted and none stand */
    struct prints prints;
    struct data_styles data_styles;
    struct schemes schemes;
    struct pinyin_speller *speller; /* opened by who needs it first */
    struct synonyms synonyms;
    /* Set before opening: */
    struct kinds want;
    bool pages_stand, search_stands; /* published: they may have to be made, too */
};

/* Opens what is wanted. Returns false after telling cli->diag; close in either case. */
bool tools_open(struct cli *cli, struct tools *t);
void tools_close(struct tools *t);

/* Reads the styles of the tables of open data; for commands that need nothing else. Returns
 * false after telling cli->diag. */
bool tools_data_styles(struct cli *cli, struct data_styles *styles);

/* The part of a struct render that the tools give; the sink is the caller's. */
struct render tools_render(struct tools *t);

#endif
