/* The mistakes, one row each: what is done to the clean catalog and which rules tell it. */
#include "inject.h"

/* clang-format off */
const struct injector injectors[] = {
    /* codes */
    {"编码错一位", "code-near code-directory code-twice code-title code-parent", change_digit, IN_ITEM, "item", "", "", false},
    {"编码字母小写", "code-letters", change_words, IN_REST, "group", "00Y\"", "00y\"", false},
    {"编码里有空格", "code-blanks", change_sign, IN_ITEM, "item", "", " ", false},
    {"编码漏一位", "code-length code-near", change_sign, IN_ITEM, "item", "", "", false},
    {"编码里有全角数字", "code-lookalike", change_zero, IN_ITEM, "item", "", "０", false},
    {"编码里有字母O", "code-lookalike", change_zero, IN_ITEM, "item", "", "O", false},
    {"主项编码错一位", "code-near code-parent code-directory code-main-twice code-twice", change_digit, IN_REST, "group", "", "", false},
    {"有子项的主项写000", "code-children", change_words, IN_REST, "group", "00Y\"", "000\"", false},
    {"没有子项的主项写00Y", "code-childless code-near", change_words, IN_REST, "group", "code=\"002036005000\"", "code=\"00203600500Y\"", false},
    {"编码重复", "code-twice code-title", copy_code, IN_ITEM, "item", "", "", true},
    {"主项编码重复", "code-main-twice code-twice code-parent", copy_code, IN_REST, "group", "", "", true},
    {"编码没有了", "code-missing", clear_code, IN_ITEM, "item", "", "", false},
    {"编码多了后缀", "code-suffix", lengthen_code, IN_ITEM, "item", "", "-2", false},
    {"省级编码不是本省的", "code-region", change_words, IN_ITEM, "item", "code=\"00", "code=\"44", false},

    /* titles and headings */
    {"名称是另一项的", "code-title", copy_content, IN_ITEM, "title", "", "", true},
    {"名称错字", "national-title", change_words, IN_ITEM, "title", "登记", "登计", false},
    {"名称没有了", "title-missing", drop_element, IN_ITEM, "title", "", "", false},
    {"主项名称没有了", "group-heading", change_content, IN_GROUP, "title", "", "", false},
    {"事项移到别的主项下", "code-parent national-moved item-number", move_item, IN_ITEM, "item", "", "", true},
    {"事项序号重复", "item-number", change_words, IN_ITEM, "item", "seq=\"15\"", "seq=\"14\"", true},
    {"主项序号重复", "group-number", change_words, IN_REST, "group", "no=\"六、\"", "no=\"五、\"", true},
    {"主项下没有事项", "group-empty", change_words, IN_REST, "catalog", "</catalog>", "<group no=\"十一、\" code=\"0737-11\"><title>其他事项</title></group></catalog>", true},

    /* limits and steps */
    {"没有时限", "field-missing", drop_element, IN_ITEM, "limit", "", "", false},
    {"时限写自然日", "limit-calendar", change_words, IN_ITEM, "limit", "个工作日", "日", false},
    {"时限漏个字", "limit-measure", change_words, IN_ITEM, "limit", "个工作日", "工作日", false},
    {"时限比全国的长", "national-limit", change_words, IN_ITEM, "limit", "不超过20个", "不超过40个", false},
    {"要拨付却即时办结", "limit-payment", change_words_with, IN_ITEM, "limit", "不超过20个工作日", "拨付|即时办结", false},
    {"时限没有说定", "limit-vague", change_content, IN_ITEM, "limit", "", "尽快办理。", false},
    {"环节少一个", "national-steps", change_words_with, IN_ITEM, "steps", "—审核", "有效身份证件|", false},

    /* columns */
    {"依据栏是公开要素", "basis-column", change_content, IN_ITEM, "citation", "", "事项名称、事项简述、办理材料、办理方式、办理时限、结果送达", false},
    {"公开时限栏是办理时限", "disclosure-deadline", add_inside, IN_ITEM, "disclosure", "", "<deadline>即时办结</deadline>", false},
    {"公开时限栏是天数", "disclosure-deadline", add_inside, IN_ITEM, "disclosure", "", "<deadline>不超过20个工作日</deadline>", false},
    {"公开要素不全", "disclosure-elements", change_words, IN_REST, "elements", "、收费依据及标准", "", false},
    {"公开渠道不在13种内", "disclosure-channel", change_words, IN_REST, "channels", "■政府网站", "■电话告知", false},
    {"公开对象没有勾", "disclosure-audience", change_words, IN_ITEM, "disclosure", "<cell column=\"all\">√</cell>", "", false},
    {"公开对象勾了两个", "disclosure-audience", change_words, IN_ITEM, "disclosure", "<cell column=\"all\">√</cell>", "<cell column=\"all\">√</cell><cell column=\"certain\">√</cell>", false},
    {"公开方式没有勾", "disclosure-mode", change_words, IN_ITEM, "disclosure", "<cell column=\"proactive\">√</cell>", "", false},
    {"公开方式勾了两个", "disclosure-mode", change_words, IN_ITEM, "disclosure", "<cell column=\"proactive\">√</cell>", "<cell column=\"proactive\">√</cell><cell column=\"request\">√</cell>", false},
    {"公开层级没有勾", "disclosure-level", change_words_with, IN_ITEM, "disclosure", "<cell column=\"open-county\">√</cell>", "002036007|", false},
    {"经办层级没有勾", "levels-empty", drop_element, IN_ITEM, "levels", "", "", false},

    /* names */
    {"外地的地名", "region-other", change_words, IN_ITEM, "channels", "安化县东坪镇", "桃江县东坪镇", false},
    {"外地的机构", "region-other office-other", add_inside, IN_ITEM, "item", "", "<agency>桃江县医疗保障事务中心。</agency>", false},
    {"撤销的机构", "office-abolished", change_words, IN_ITEM, "audience", "民政部门", "扶贫办", false},
    {"县里写区的机构", "level-impossible office-other", add_inside, IN_ITEM, "item", "", "<agency>区医疗保障局。</agency>", false},

    /* materials and forms */
    {"表名不同", "form-title", change_words, IN_ITEM, "materials", "异地就医备案登记表", "异地就医登记备案表", false},
    {"点名的表没有附", "form-missing", change_words, IN_ITEM, "materials", "居住证。", "《安化县异地居住情况登记表》。", false},
    {"编号重复", "entry-doubled", change_words, IN_ITEM, "materials", "no=\"2.\"", "no=\"2. 2.\"", false},
    {"编号多一点", "entry-doubled", change_words, IN_ITEM, "basis", "no=\"1.\"", "no=\"1..\"", false},
    {"编号写法不同", "entry-mixed", change_words, IN_ITEM, "materials", "no=\"2.\"", "no=\"2、\"", false},
    {"编号没有了", "entry-order", change_words, IN_ITEM, "process", " no=\"2.\"", "", false},
    {"编号跳了一个", "entry-order", change_words, IN_ITEM, "process", "no=\"3.\"", "no=\"4.\"", false},
    {"材料要了两次", "material-twice", repeat_entry, IN_ITEM, "materials", "material", "", false},
    {"材料不明确", "material-vague", change_last_entry, IN_ITEM, "materials", "material", "其他材料。", false},
    {"流程图的材料不同", "flow-materials", change_before_mark, IN_FLOW, "material", "", "单位介绍信", false},

    /* legal basis */
    {"文号用方括号", "basis-brackets", change_words, IN_ITEM, "citation", "〔2020〕", "[2020]", false},
    {"文号用圆括号", "basis-brackets", change_words, IN_ITEM, "citation", "〔2022〕", "（2022）", false},
    {"文号没有号字", "basis-number", change_words, IN_ITEM, "citation", "〕41号", "〕41", false},
    {"文号多了第字", "basis-number", change_words, IN_ITEM, "citation", "〕41号", "〕第41号", false},
    {"文号前有零", "basis-number", change_words, IN_ITEM, "citation", "〕22号", "〕022号", false},
    {"条款没有第字", "basis-article", change_words, IN_ITEM, "citation", "）第", "）", false},
    {"书名号少后一半", "basis-quotes brackets", change_words, IN_ITEM, "citation", "》", "", false},
    {"书名号少前一半", "basis-quotes brackets", change_words, IN_ITEM, "citation", "《", "", false},
    {"书名号里又用书名号", "basis-quotes brackets", change_words, IN_ITEM, "citation", "〈基本医疗保险关系转移接续暂行办法〉", "《基本医疗保险关系转移接续暂行办法》", false},
    {"一个文号两个名称", "basis-two-titles basis-variants", change_words, IN_ITEM, "citation", "关于落实全省", "关于贯彻全省", true},
    {"一个文件两种写法", "basis-variants", change_words, IN_ITEM, "citation", "（主席令第35号）", "（中华人民共和国主席令第35号）", true},
    {"市里没有厅", "basis-level basis-issuer basis-two-titles", change_words, IN_ITEM, "citation", "湖南省医疗保障局", "益阳市财政厅", true},
    {"省的文号县里发", "basis-issuer basis-two-titles", change_words, IN_ITEM, "citation", "湖南省医疗保障局", "安化县医疗保障局", true},

    /* contacts */
    {"电话少一位", "phone-shape phone-two", change_words, IN_REST, "inquiry", "0737-7222001", "0737-722200", false},
    {"电话当线上渠道", "phone-channel", change_words, IN_ITEM, "channels", "“湘医保”手机应用", "0737-7222001", false},
    {"办理渠道写查询", "channel-inquiry", change_words_with, IN_ITEM, "channels", "现场办理：", "审核|现场查询：", false},
    {"一个机构两个电话", "phone-two", add_inside, IN_ITEM, "item", "", "<inquiry><way no=\"1.\">现场查询：安化县东坪镇迎春路18号政务服务大厅二楼医保窗口；</way><way no=\"2.\">电话查询：0737-7222009。</way></inquiry>", true},
    {"网址少斜线", "url-shape", change_words, IN_REST, "inquiry", "https://", "https:/", false},
    {"网址用全角冒号", "url-shape", change_words, IN_REST, "inquiry", "https://", "https：//", false},

    /* fields */
    {"服务对象没有了", "field-missing", drop_element, IN_ITEM, "audience", "", "", false},
    {"办理流程没有了", "field-missing", drop_element, IN_ITEM, "process", "", "", false},
    {"设定依据没有了", "field-missing field-usual", drop_element, IN_ITEM, "basis", "", "", false},
    {"办理渠道截断", "field-truncated text-remnant", cut_text, IN_ITEM, "channel", "", "", false},
    {"办理步骤截断", "field-truncated text-remnant text-end", cut_text, IN_ITEM, "step", "", "", false},

    /* texts */
    {"括号少一半", "brackets", change_words, IN_ITEM, "materials", "（加盖单位公章）", "（加盖单位公章", false},
    {"引号少一半", "brackets", change_words, IN_ITEM, "channels", "“湘医保”", "“湘医保", false},
    {"半角逗号", "text-width", change_words, IN_ITEM, "process", "，", ",", false},
    {"半角括号", "text-width", change_words, IN_ITEM, "materials", "（加盖单位公章）", "(加盖单位公章)", false},
    {"半角冒号", "text-width", change_words, IN_ITEM, "audience", "：", ":", false},
    {"汉字间空格", "text-blank", insert_inside, IN_ITEM, "audience", "", " ", false},
    {"汉字间全角空格", "text-blank", insert_inside, IN_ITEM, "step", "", "　", false},
    {"标点重复", "text-marks", change_words, IN_ITEM, "audience", "。", "。。", false},
    {"标点矛盾", "text-marks", change_words, IN_ITEM, "process", "。", "；。", false},
    {"词语重复", "text-repeated", change_words, IN_ITEM, "process", "一次性告知", "一次性告知一次性告知", false},
    {"流程图名漏字", "flow-title", change_words, IN_FLOW, "title", "登记办理流程图", "登办理流程图", false},
    {"横线不同", "text-dash", change_words, IN_ITEM, "steps", "—", "-", true},
    {"横线两个", "text-dash", change_words, IN_ITEM, "steps", "—", "--", true},
    {"私用区字符", "text-private", insert_inside, IN_ITEM, "audience", "", "\xEE\x80\x81", false},
    {"形近字", "text-lookalike", change_words, IN_ITEM, "audience", "由用人单位", "山用人单位", false},

    {"清单一项没有标点", "text-end", change_words_with, IN_ITEM, "materials", "；", "收费票据|", false},
    {"清单末项是分号", "text-end", change_words_with, IN_ITEM, "materials", "。", "收费票据|；", false},
    {"句子没有句号", "text-end", change_words, IN_ITEM, "audience", "。</", "</", false},

    /* privacy */
    {"身份证号码", "privacy-identity", insert_inside, IN_ITEM, "audience", "", "（11010519491231002X）", false},
    {"手机号码", "privacy-mobile", insert_inside, IN_ITEM, "audience", "", "（13812345678）", false},
    {"银行卡号", "privacy-bank", insert_inside, IN_ITEM, "audience", "", "（6222021234567890128）", false},
};
const size_t injector_count = sizeof injectors / sizeof *injectors;
/* clang-format on */
