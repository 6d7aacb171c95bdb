/* about - what a problem is about, in words for people.
 *
 * A problem knows the code of its item and the key of its page. Neither may be enough: a code
 * may stand at two items, and an item may have several services (业务办理项). Which service it
 * is about is told by the place of the problem in catalog.xml. */
#ifndef MULU_CATALOG_ABOUT_H
#define MULU_CATALOG_ABOUT_H

#include "base/lookup.h"
#include "catalog/model.h"
#include "catalog/names.h"
#include "diag/diag.h"

/* What is looked up of one catalog. */
struct about {
    struct arena *arena;           /* of the words below */
    const struct catalog *catalog; /* NULL: it could not be loaded */
    struct names items;            /* by key; what: struct item */
    struct lookup codes;           /* of items → how many have it */
};

/* In the arena, with the catalog borrowed. */
struct about about_of(struct arena *a, const struct catalog *c);

/* "15 单位参保登记", "一、单位参保登记"; what has no title is called so. Cut when very long. */
struct str about_name(struct arena *a, struct str no, struct str title);

/* Item or group, service: "事项002036001002，业务办理项“3 医疗保险职工暂停参保”". An item is named by
 * its title, too, where others have its code. Of a problem in another file "表单《…》",
 * "印发通知正文"; "" for the catalog as a whole. */
struct str about_subject(const struct about *about, const struct problem *p);

/* The service alone: "业务办理项“3 …”"; "" for none. */
struct str about_service(const struct about *about, const struct problem *p);

/* What a file of the catalog is to people: "表单《…》", "印发通知正文"; "" for catalog.xml, the
 * name of another file. */
struct str about_file(const struct about *about, struct str path);

/* As field_title(), with titles told apart: 主项名称, 事项名称, 业务办理项名称. */
struct str about_field(const struct about *about, const struct problem *p);

#endif
