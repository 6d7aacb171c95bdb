/* config_values - which shapes the values of site.xml must have. */
#ifndef MULU_SITE_CONFIG_VALUES_H
#define MULU_SITE_CONFIG_VALUES_H

#include "diag/diag.h"

/* True when the value of this element may stand; else *code is the message, whose argument is
 * the value. "" is only missing, and may. */
bool config_value_good(struct str element, struct str value, enum diag_code *code);

#endif
