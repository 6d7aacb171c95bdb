#include "check/notice.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_NOTICE_SIGNER,
     "通知末尾要有发文机关署名。署名与发布机关一个包含另一个的（联合发文、简称）不报。",
     "<signer/>", "<signer>沅江市医疗保障事务中心</signer>"},
    {DIAG_NOTICE_DATE,
     "没有成文日期，读者不知道文件从什么时候起执行。",
     "<date/>", "<date>2020-12-28</date>"},
    {DIAG_NOTICE_DATE_OTHER,
     "成文日期与目录开头的文件日期应当是一天；印发日期（送印的那天）不会早于成文日期。",
     "成文日期2020-12-28，印发日期2020-12-18", "成文日期2020-12-28，印发日期2020-12-30"},
    {DIAG_NOTICE_NUMBER_NONE,
     "发文字号由发文机关代字、年份、发文顺序号组成，与目录开头的文号应当相同。令和公告可以没有年份。括号、“第”字、虚位的错误见basis-brackets、basis-number。",
     "沅医保2020年3号", "沅医保〔2020〕3号"},
    {DIAG_NOTICE_TITLE_NONE,
     "标题由发文机关名称、事由、文种组成；里面的书名号和正文里“现将《……》印发”的，应当就是所附的目录。"
     "印发几个文件的，只报与目录名称相近而不同的。",
     "关于印发《沅江市办事指南》的通知（目录叫“沅江市医疗保障办事指南”）", "关于印发《沅江市医疗保障办事指南》的通知"},
    {DIAG_NOTICE_TO,
     "主送机关后面用全角冒号。通告、公告没有主送机关，不报。",
     "中心各股室", "中心各股室："},
    {DIAG_NOTICE_ANNEX_MARK,
     "附件名称后面不加标点，名称与所附的目录一致，有几个附件的用阿拉伯数字编号，只有一个的不编。",
     "附件：1.办事指南。", "附件：沅江市医疗保障经办政务服务事项办事指南"},
    {DIAG_NOTICE_ORDER,
     "附注（此件主动公开）印在成文日期的下一行，要用圆括号。写在正文文件notice.md里，就会印到署名的上面。",
     "notice.md的最后一行：（此件主动公开）", "<remark>（此件主动公开）</remark>"},
    {DIAG_WEB_FUTURE,
     "发布时间是网页已经公开的时间（PubDate），不会在今天以后；只比日期，当天稍后的不报。年份多半打错了。正式发布（build --release）时是错误。",
     "published=\"2099-01-05 09:30\"", "published=\"2021-01-05 09:30\""},
    {DIAG_WEB_EARLY,
     "网页不会比它公布的文件早。与目录开头的文件日期、通知的成文日期比；都没有的，与文号里的年份比。",
     "文件日期2020-12-28，published=\"2019-01-05 09:30\"", "文件日期2020-12-28，published=\"2021-01-05 09:30\""},
};
/* clang-format on */

static void run(struct check *check)
{
    check_web_dates(check);
    if (!check->catalog->notice.present)
        return;
    check_notice_number(check);
    check_notice_title(check);
    check_notice_to(check);
    check_notice_annexes(check);
    check_notice_remark(check);
    check_notice_signer(check);
    check_notice_dates(check);
}

const struct family family_notice = {"notice", "印发通知", run, rows, COUNT(rows)};
