/* Any bytes as catalog.xml: reading, deriving, saving, formatting and exporting must end,
 * stay in bounds, and agree with each other. */
#include "catalog/fmt.h"
#include "catalog/json.h"
#include "catalog/load.h"
#include "catalog/save.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* What was loaded is saved, loaded again and saved again: both must be equal. */
static void round_trip(const struct catalog *c, struct diag *d)
{
    struct buf once = {0}, twice = {0}, json = {0}, laid_out = {0};
    catalog_json(c, &json);
    catalog_save(c, &once);
    struct catalog *again = catalog_load_text(buf_str(&once), STR("again"), d);
    assert(again);
    catalog_save(again, &twice);
    assert(str_eq(buf_str(&once), buf_str(&twice)));
    assert(fmt_text(buf_str(&once), STR("again"), d, &laid_out));
    assert(str_eq(buf_str(&once), buf_str(&laid_out)));
    catalog_drop(again);
    buf_drop(&once);
    buf_drop(&twice);
    buf_drop(&json);
    buf_drop(&laid_out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct str text = {(const char *)bytes, size};
    struct diag *d = diag_new();
    struct buf out = {0}, messages = {0};
    struct catalog *c = catalog_load_text(text, STR("fuzz"), d);
    if (c)
        round_trip(c, d);
    fmt_text(text, STR("fuzz"), d, &out);
    diag_print(d, true, &messages);
    diag_print_json(d, &messages);
    catalog_drop(c);
    diag_drop(d);
    buf_drop(&out);
    buf_drop(&messages);
    return 0;
}
