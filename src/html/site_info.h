/* site_info - what every page says about the web site it belongs to.
 *
 * Filled from site/site.xml by site/config.c; a value that is missing there is "" and is
 * never invented. */
#ifndef MULU_HTML_SITE_INFO_H
#define MULU_HTML_SITE_INFO_H

#include "base/arena.h"
#include "base/str.h"

struct site_info {
    struct str name;   /* 网站名称 */
    struct str domain; /* without scheme: www.yuanjiang.gov.cn */
    struct str
        address; /* where the site's root is to be found, when not https://<domain> */
    struct str id_code;  /* 网站标识码 */
    struct str sponsor;  /* 主办单位 */
    struct str contact;  /* 联系方式 */
    struct str icp;      /* ICP 备案编号 */
    struct str police;   /* 公安机关备案号 */
    struct str identity; /* 党政机关网站标识: address of the certificate */
    struct str report;   /* 我为政府网站找错: address of the site's entry there */
    struct str column_type; /* ColumnType of its columns: 办事服务 */
};

/* The address of the site's root without a slash at its end: https://www.yuanjiang.gov.cn.
 * "" when the site has no domain. In the arena, or lent. */
struct str site_address(struct arena *a, const struct site_info *site);
/* The path of that root on its host, with slashes at both ends: /ylbz/, or / for none. */
struct str site_root(struct arena *a, const struct site_info *site);

#endif
