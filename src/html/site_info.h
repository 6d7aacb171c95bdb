/* site_info - what every page says about the web site it belongs to.
 *
 * Filled from site/site.xml by site/config.c; a value that is missing there is "" and is
 * never invented. */
#ifndef MULU_HTML_SITE_INFO_H
#define MULU_HTML_SITE_INFO_H

#include "base/str.h"

struct site_info {
    struct str name;    /* 网站名称 */
    struct str domain;  /* without scheme: www.yuanjiang.gov.cn */
    struct str id_code; /* 网站标识码 */
    struct str sponsor; /* 主办单位 */
    struct str contact; /* 联系方式 */
    struct str icp;     /* ICP 备案编号 */
    struct str police;  /* 公安机关备案号 */
};

#endif
