#include "catalog/fmt.h"

#include "catalog/loader.h"
#include "catalog/xml_print.h"

bool fmt_text(struct str text, struct str shown, struct diag *d, struct buf *out)
{
    struct arena *a = arena_new();
    struct xml *xml = xml_parse(a, text, shown, d);
    bool fine = false;
    if (xml) {
        bool form = str_eq(xml->root->name, STR("form"));
        enum element type = form ? ELEMENT_FORM : ELEMENT_CATALOG;
        struct loader l = {.arena = a, .diag = d, .source = &xml->source};
        grammar_check(&l, xml->root, type);
        fine = l.told == 0;
        if (fine)
            xml_print(xml, type, out);
    }
    arena_drop(a);
    return fine;
}
