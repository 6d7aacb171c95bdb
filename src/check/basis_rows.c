#include "check/basis.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_BASIS_COLUMN,
     "依据栏里写了别栏的内容（要素、时限、材料），或一个文件落在备注里而这一项的依据空着。写“无”的、说明依据来历的（按服务协议办理）不报。",
     "事项名称、事项简述、办理材料、办理方式", "《中华人民共和国社会保险法》（主席令第35号）第五十七条"},
    {DIAG_BASIS_BRACKETS,
     "发文字号的年份用六角括号〔〕，不用[]、（）、【】，也不能没有括号；标题后面的文号放在圆括号里。公告按“2020年第3号”编号，不报。",
     "湘医保发[2020]41号", "湘医保发〔2020〕41号"},
    {DIAG_BASIS_NUMBER_FIRST,
     "发文顺序号不加“第”，不编虚位，后面有“号”，中间没有空格；令写成“某某令第几号”。“国务院第259号令”也通行，不报；几个文号连写的（〔2020〕41、42号）不报。",
     "国家医疗保障局2号令；湘医保发〔2020〕第041号", "国家医疗保障局令第2号；湘医保发〔2020〕41号"},
    {DIAG_BASIS_QUOTES,
     "法律、法规和文件的标题用双书名号，里面再有书名号的用单书名号。以下简称之后用简称的不报；通知自己的标题不用书名号。",
     "《关于印发《某某办法》的通知》", "《关于印发〈某某办法〉的通知》"},
    {DIAG_BASIS_VARIANTS,
     "同一个文件（文号相同，或标题相同）在目录里写得不一样：机关有时用全称有时用简称，有时有“暂行”有时没有，有时有文号有时没有。空格、括号全角半角不算；同一事项里先写全称再写简称的不报。",
     "国家医保局令第41号、国家医疗保障局令第41号", "国家医疗保障局令第41号"},
    {DIAG_BASIS_ARTICLE,
     "条款写成“第五十八条”；一串条款从小到大，不重复；不能超出法律的条数（只核对条数确定的几部法律、法规）。“第五、八条”“第五条至第八条”不报。",
     "社会保险法58条", "《社会保险法》第五十八条"},
    {DIAG_BASIS_LEVEL,
     "厅是省、自治区的部门，市、州、县没有厅；省政府的是办公厅，县政府的是办公室。市政府可以有办公厅，不报。",
     "平顶山市财政厅", "平顶山市财政局"},
    {DIAG_BASIS_ISSUER,
     "文号开头的字是发文机关的代字：豫是河南省，湘是湖南省，国发是国务院。市、县的代字是自己定的，只有与省的代字不会混的才报；转发、联合发文的不报。",
     "《某某市人民政府关于……的通知》（豫政〔2016〕194号）", "《河南省人民政府关于……的通知》（豫政〔2016〕194号）"},
    {DIAG_BASIS_TWO_TITLES,
     "一个文号只属于一个文件。标题带不带发文机关、引全文还是引所印发的办法，都不算两个标题；只是发文机关不同、已经报了它的级别或文号不对的，不再报；令可以一次修改几部法规，不查。",
     "《甲通知》（豫人社〔2017〕62号）和《乙通知》（豫人社〔2017〕62号）", "《甲通知》（豫人社〔2017〕62号）和《乙通知》（豫人社〔2017〕63号）"},
    {DIAG_BASIS_TITLE_NONE,
     "依据里只有文号，或通知的标题里没有“关于”“印发”这样的字。正文里只提文号的不报。",
     "宁政规发〔2019〕4号文件", "《……的通知》（宁政规发〔2019〕4号）"},
    {DIAG_BRACKETS_UNCLOSED,
     "括号、引号、书名号都成对，不交叉；一对括号同是全角或同是半角。编号“1)”“①）”、表情符号和英文的撇号不报。",
     "（加盖单位公章", "（加盖单位公章）"},
};
/* clang-format on */

static void run(struct check *check)
{
    struct basis basis;
    basis_read(check, &basis);
    basis_check_column(&basis);
    basis_check_numbers(&basis);
    basis_check_numbers_aside(&basis);
    basis_check_title_marks(check);
    basis_check_titles(&basis);
    basis_check_issuers(&basis);
    basis_check_same_documents(&basis);
    basis_check_articles(&basis);
    brackets_check(check);
}

const struct family family_basis = {"basis", "依据和引用", run, rows, COUNT(rows)};
