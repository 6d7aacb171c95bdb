/* sarif_parts - what the two files that write SARIF share. Internal to check. */
#ifndef MULU_CHECK_SARIF_PARTS_H
#define MULU_CHECK_SARIF_PARTS_H

#include "catalog/json_out.h"
#include "check/sarif.h"

struct sarif {
    struct arena *arena;
    struct json_out json;
    /* In the order of their ruleIndex: the rules of all families, then others as they
     * occur. */
    struct str_list ids;
};

/* The results stand so deep in the log. */
enum { SARIF_RESULT_DEPTH = 4 };

/* {"text": …} under the key. Braces are doubled: single ones are places for arguments
 * (SARIF 2.1.0, 3.11.5). */
void sarif_message(struct json_out *j, const char *key, struct str text);

#endif
