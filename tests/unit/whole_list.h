/* whole_list - a catalog made of a whole national list, for tests that spoil it. */
#ifndef MULU_TESTS_WHOLE_LIST_H
#define MULU_TESTS_WHOLE_LIST_H

#include "catalog/load.h"
#include "catalog/scheme.h"
#include "base/buf.h"
#include "base/file.h"
#include "runner.h"

#include <stdlib.h>

/* The catalog of all national items. */
static struct str whole_list(struct arena *a, const struct scheme *s)
{
    struct buf b = {0};
    /* Where the list has nothing, the defaults stand. */
    buf_puts(&b, "<catalog id=\"all\" kind=\"list\" scheme=\"ylbz-2020\"><region "
                 "code=\"430182\" name=\"宁乡市\"/><title>全</title><defaults>"
                 "<materials><p>无</p></materials><limit>即时办结</limit>"
                 "<audience>参保人</audience><steps>申请—办结</steps>"
                 "<basis><p>《中华人民共和国社会保险法》第八条</p></basis>"
                 "<channels><p>办理地点：人民路1号；办理时间：周一至周五；联系电话：12393"
                 "</p></channels></defaults>");
    for (size_t g = 0; g < s->groups.n; g++) {
        const struct scheme_group *group = &s->groups.at[g];
        buf_printf(&b, "<group code=\"%.*s\"><title>%.*s</title>", STR_ARG(group->code),
                   STR_ARG(group->title));
        for (size_t i = group->first; i < group->first + group->n; i++) {
            const struct scheme_item *item = &s->items.at[i];
            buf_printf(&b, "<item code=\"%.*s\"><title>%.*s</title>", STR_ARG(item->code),
                       STR_ARG(item->title));
            if (item->limit_text.n)
                buf_printf(&b, "<limit>%.*s</limit>", STR_ARG(item->limit_text));
            if (item->steps.n)
                buf_printf(&b, "<steps>%.*s</steps>", STR_ARG(item->steps));
            buf_puts(&b, "</item>");
        }
        buf_puts(&b, "</group>");
    }
    buf_puts(&b, "</catalog>");
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* That catalog loaded from a folder of its own. */
static struct catalog *load_whole(struct arena *a, const struct scheme *s, struct diag *d)
{
    char base[] = "/tmp/mulu-check-XXXXXX";
    const char *why = "";
    CHECK(mkdtemp(base));
    struct str folder = str_print(a, "%s/all", base);
    CHECK(dir_make(folder.s, &why));
    CHECK(file_write(str_print(a, "%.*s/catalog.xml", STR_ARG(folder)).s,
                     whole_list(a, s), &why));
    struct catalog *c = catalog_load(folder, STR("all"), d);
    CHECK(dir_remove(base, &why));
    return c;
}

#endif
