/* disclosure - the rules about catalogs of what is made public (基层政务公开标准目录). Internal
 * to check. */
#ifndef MULU_CHECK_DISCLOSURE_H
#define MULU_CHECK_DISCLOSURE_H

#include "check/text.h"

/* What the column 公开时限 says where nothing else is laid down. */
#define DISCLOSURE_DEADLINE "公开事项信息形成或变更之日起20个工作日内公开"
#define DISCLOSURE_DEADLINE_BASIS \
    "《政府信息公开条例》（国务院令第711号）第二十六条；国办发〔2019〕54号"

/* disclosure-audience, disclosure-mode, disclosure-level. */
void check_ticks(struct check *check);
/* disclosure-deadline. */
void check_deadlines(struct check *check);
/* disclosure-elements. */
void check_element_lists(struct check *check);
/* disclosure-channel. */
void check_publication(struct check *check);

#endif
