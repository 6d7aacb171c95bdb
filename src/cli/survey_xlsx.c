/* mulu check --format xlsx: a return sheet for each catalog, all in one workbook. */
#include "cli/survey.h"

#include "office/returns.h"

static bool begin(struct survey *r)
{
    const char *why;
    if (r->places->n > XLSX_MOST_SHEETS) {
        cli_usage(r->cli,
                  "一个文件最多放 %d 张退改单，这里有 %zu 个目录；请加 --overview -o "
                  "文件夹，一个目录写一个文件",
                  XLSX_MOST_SHEETS, r->places->n);
        return false;
    }
    r->state = xlsx_new(STR("目录检查退改单"), &why);
    return r->state || diag_at(r->cli->diag, (struct pos){0}, DIAG_XLSX_WRITE, why);
}

static void put_catalog(struct survey *r, const struct survey_part *part)
{
    returns_put(r->state, &(struct returns_part){.id = part->place->id,
                                                 .shown = part->place->shown,
                                                 .catalog = part->catalog,
                                                 .scheme = part->scheme,
                                                 .found = part->found});
}

static bool end(struct survey *r)
{
    const char *why;
    if (!r->counts.catalogs) {
        xlsx_drop(r->state);
        return false; /* the arguments name no catalog: that was told */
    }
    return xlsx_close(r->state, r->out, &why) ||
           diag_at(r->cli->diag, (struct pos){0}, DIAG_XLSX_WRITE, why);
}

const struct survey_format survey_xlsx = {
    .name = "xlsx",
    .binary = true,
    .begin = begin,
    .catalog = put_catalog,
    .end = end,
};
