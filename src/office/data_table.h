/* data_table - the tables of a catalog as open data: CSV for programs, Excel for people.
 *
 * Both hold the grid that is printed and shown on the web (layout/grid.h), the level matrix
 * with names and codes in columns of their own. In Excel cells are merged as in print. In CSV
 * each row stands for itself: a text merged over several rows is in each of them, one merged
 * sideways in the first of its columns. Words that print puts where the source has none
 * (原文缺标题) are in neither. */
#ifndef MULU_OFFICE_DATA_TABLE_H
#define MULU_OFFICE_DATA_TABLE_H

#include "base/buf.h"
#include "catalog/model.h"
#include "layout/print_style.h"

enum data_table { DATA_LIST, DATA_LEVELS, DATA_DISCLOSURE };
enum { DATA_TABLES = DATA_DISCLOSURE + 1 };

/* Which columns there are: templates/print/list.xml, levels-data.xml, disclosure.xml. */
struct data_styles {
    const struct print_style *at[DATA_TABLES];
};

/* What --table and the files call it: "list"; what people do: 事项清单. Static. */
const char *data_table_name(enum data_table table);
const char *data_table_title(enum data_table table);
/* DATA_TABLES for another word. */
enum data_table data_table_find(struct str name);

/* The names that the style of levels-data.xml must have. Static. */
const struct print_needs *data_levels_needs(void);

/* True when the catalog has something for the table. Guides have a list, and so do level
 * matrices; a disclosure catalog has its own table only. */
bool data_table_has(const struct catalog *c, enum data_table table);
/* The table that is most the catalog's own: the one its kind names. */
enum data_table data_table_own(const struct catalog *c);

void data_table_csv(const struct catalog *c, enum data_table table,
                    const struct data_styles *styles, struct buf *out);

/* Returns false with the reason in `*why`, as xlsx_close(). */
bool data_table_xlsx(const struct catalog *c, enum data_table table,
                     const struct data_styles *styles, struct buf *out, const char **why);

#endif
