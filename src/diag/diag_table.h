/* diag_table - every message the program can give, one row each.
 *
 * DIAG(severity, NAME, "id", "title", "text", "remedy", "basis")
 * The text is a printf format; strings are passed with %.*s and STR_ARG(). Ids are never
 * used again for another meaning. Rows stand by family; a new rule is a new row. */

/* clang-format off */

/* files and folders */
DIAG(ERROR, FILE_READ, "file-read", "文件读不了",
     "读不了“%s”：%s",
     "请核对路径和权限", "")
DIAG(ERROR, FILE_WRITE, "file-write", "文件写不了",
     "写不了“%s”：%s",
     "请核对磁盘空间和权限；原有文件没有改动", "")
DIAG(ERROR, XLSX_WRITE, "xlsx-write", "表格没有生成",
     "Excel 表格没有生成：%s",
     "请核对临时文件夹（环境变量 TMPDIR，默认 /tmp）的空间和权限", "")

/* fonts and drawing */
DIAG(ERROR, FONT_FILE, "font-file", "指定的字体文件不能用",
     "字体文件“%.*s”（用作%s）不能用：%s",
     "请核对 site.xml 里的字体路径和序号；去掉这一项就用系统自带的字体", "")
DIAG(WARNING, FONT_LATIN, "font-latin", "指定的字体没有汉字",
     "字体“%.*s”（用作%s）里没有汉字，汉字用后备字体印",
     "请核对 site.xml 里的字体文件", "")
DIAG(ERROR, FONT_PACKAGE, "font-package", "缺少系统字体",
     "打不开字体“%.*s”（用作%s）：%s",
     "请安装字体（apt install fonts-noto-cjk fonts-lxgw-wenkai），或在 site.xml 里指定字体文件", "")
DIAG(NOTE, FONT_SUBSTITUTE, "font-substitute", "用别的字体代替",
     "没有免费可用的%s字体，改用“%.*s”",
     "单位有正版字体的，在 site/site.xml 里用 <font> 指明字体文件", "")
DIAG(ERROR, FONT_GLYPH, "glyph-missing", "字体里没有的字",
     "《%.*s》里的“%.*s”（U+%04X）所有字体都没有，印成了空框",
     "请核对是不是打错的字；确实要用的，在 site.xml 里换一种含有这个字的字体", "")
DIAG(ERROR, FONT_GLYPH_AT, "glyph-missing", "字体里没有的字",
     "“%.*s”（U+%04X）所有字体都没有，PDF 里印成空框",
     "请核对是不是打错的字；确实要用的，在 site.xml 里换一种含有这个字的字体", "")
DIAG(WARNING, FONT_UNSHAPED, "font-unshaped", "需要连写的文字逐个字母排印",
     "“%.*s”（U+%04X）等%s字母在 PDF 里逐个排印，没有连写和叠加，也不改变方向",
     "请对照原文看印出来的样子；要排得正确的，另附一份用别的软件排好的文件", "")
DIAG(ERROR, PDF_WRITE, "pdf-write", "生成 PDF 失败",
     "《%.*s》的 PDF 没有生成：%s",
     "请核对内存是否够用、字体文件是否完好，再试一次", "")

/* layout */
DIAG(ERROR, LINE_RULES, "line-rules", "断行规则打不开",
     "断行规则打不开：ICU 报告 %.*s",
     "请重新安装 libicu（Debian：apt-get install --reinstall libicu72）", "")
DIAG(ERROR, PRINT_UNKNOWN, "print-unknown", "版式文件里有不认识的名称",
     "版式文件里没有“%.*s”这一项",
     "可用的元素和属性见 templates/print/ 里随程序带的版式文件", "")
DIAG(ERROR, PRINT_ATTRIBUTE, "print-attribute", "版式文件缺少属性",
     "<%.*s> 缺少属性“%s”",
     "请补上，可参照随程序带的版式文件", "")
DIAG(ERROR, PRINT_VALUE, "print-value", "版式文件的值不合要求",
     "属性“%.*s”的值“%.*s”不合要求，应为%s",
     "请改正该值", "")
DIAG(ERROR, PRINT_MARGINS, "print-margins", "页边距留下的版心太小",
     "页边距太大，版心的宽或高不足 1 英寸",
     "请核对纸张尺寸和页边距的单位（磅，或带 mm）", "")
DIAG(ERROR, PRINT_MISSING, "print-missing", "版式文件缺少一项",
     "版式文件缺少 <%s> 项“%s”",
     "请补上，可参照随程序带的版式文件", "")
DIAG(WARNING, BOOKLET_FORMS, "booklet-forms", "整本里的表单太多",
     "整本办事指南里的表单超过 %d 格，从这里起没有印进去，单张的照样有",
     "请少列几次同一张表单", "")
DIAG(ERROR, TABLE_PAGE, "table-page", "表格排不下",
     "表头高 %.0f 磅，版心高 %.0f 磅，剩下的地方排不下一行",
     "请在版式文件里加大纸张、减小页边距或加宽列", "")
DIAG(WARNING, TABLE_NARROW, "table-narrow", "表格的列太窄",
     "表格的 %zu 列里有 %zu 列太窄：%.*s里最长的一段文字要 %.0f 磅宽，纸上只有 %.0f 磅，印出来从中间断开了",
     "请换大一号的纸（清单写 <print paper=\"A3\"/>）、减少列数，或缩短这一段", "")
DIAG(ERROR, TABLE_COLUMNS, "table-columns", "表格的列太多",
     "表格有 %zu 列，纸上只有 %.0f 磅宽，一列放不下一个字",
     "请换大一号的纸（清单写 <print paper=\"A3\"/>）或减少列数", "")

/* command line */
DIAG(ERROR, USAGE, "usage", "用法不对",
     "%.*s",
     "用 mulu --help 或 mulu 命令 --help 看用法", "")
DIAG(ERROR, OUTPUT, "output", "结果写不出去",
     "结果写不到标准输出：%s",
     "请核对输出到哪里", "")
DIAG(ERROR, CHECK_PAGE, "check-page", "检查结果的网页太复杂",
     "检查结果的网页里套用的模板超过上限，没有生成",
     "请分几次检查，或简化 templates/html/check-catalog.html", "")
DIAG(ERROR, CHECK_CRASH, "check-crash", "检查一个目录时程序出错",
     "检查“%.*s”时程序意外中止（%s），结果里没有它，其他目录照常检查",
     "这是 mulu 的缺陷，请把这个目录和本信息报给维护者", "")
DIAG(ERROR, NO_CATALOG, "no-catalog", "找不到目录",
     "“%.*s”不是目录：没有这个文件夹，或者其中没有 catalog.xml",
     "请给出目录的文件夹、其中的 catalog.xml，或者 catalogs/ 下的名称", "")
DIAG(ERROR, NO_CATALOG_NEAR, "no-catalog", "找不到目录",
     "“%.*s”不是目录：没有这个文件夹，或者其中没有 catalog.xml；是不是“%.*s”？",
     "请给出目录的文件夹、其中的 catalog.xml，或者 catalogs/ 下的名称", "")
DIAG(ERROR, NO_CATALOGS, "no-catalog", "找不到目录",
     "文件夹“%.*s”下没有任何目录",
     "请在项目文件夹里运行，或者用 -C 指出项目文件夹；用 mulu new 新建目录", "")
DIAG(ERROR, NEW_EXISTS, "new-exists", "目录已经存在",
     "“%.*s”已经存在，没有改动",
     "请换一个名称，或者直接修改已有的目录", "")

/* publish */
DIAG(ERROR, PUBLISH_BUSY, "publish-busy", "另一次发布正在进行",
     "“%.*s”正由另一次运行更新",
     "请等那一次结束后再运行；已发布的网站没有改动", "")
DIAG(ERROR, PUBLISH_FOREIGN, "publish-foreign", "不是 mulu 的输出文件夹",
     "“%.*s”里有内容，但不是 mulu 生成的网站，没有覆盖它",
     "请用 -o 给出一个空文件夹或不存在的文件夹", "")
DIAG(ERROR, PUBLISH_BESIDE, "publish-beside", "发布要用的名称被占用",
     "发布时要在旁边用到“%.*s”，但那里已有别的内容，没有动它",
     "请把它移走或改名，或者用 -o 换一个文件夹", "")
DIAG(ERROR, PUBLISH_FILE, "publish-file", "输出的地方是一个文件",
     "“%.*s”是一个文件，不是文件夹，没有覆盖它",
     "请用 -o 给出一个空文件夹或不存在的文件夹", "")
DIAG(ERROR, PUBLISH_PATH, "publish-path", "文件名不安全",
     "不能发布名为“%.*s”的文件：只许用字母、数字、点、横线和下划线",
     "请改正目录中的 path、编号或表单文件名，或者 site/assets/ 里的文件名", "")
DIAG(ERROR, PUBLISH_SWAP, "publish-swap", "文件系统不能交换文件夹",
     "“%.*s”所在的文件系统不能一步交换新旧两个文件夹，没有发布",
     "请把输出放到本机磁盘（ext4、xfs、btrfs、tmpfs）上，再复制到目的地", "")
DIAG(NOTE, PUBLISH_KEPT, "publish-kept", "别人放的文件保留",
     "“%.*s”不是 mulu 生成的，予以保留",
     "", "")
DIAG(ERROR, PUBLISH_TAKEN, "publish-taken", "别人的文件占着要用的名称",
     "“%.*s”不是 mulu 生成的，而这次要在这个名称下发布别的内容，没有覆盖它",
     "请把它移走或改名后再生成；确实不要了，就删去它", "")
DIAG(WARNING, PUBLISH_RIGHTS, "publish-rights", "文件夹的权限没有照原样",
     "新的“%.*s”里有 %zu 个文件夹没有能沿用原来的属主、属组或权限：%s",
     "请核对网页服务器还能读到它，需要时请有权限的人改正", "")
DIAG(WARNING, PUBLISH_LEFT, "publish-left", "旧文件夹没有删净",
     "新网站已发布，但旧文件夹“%.*s”没有删净：%s",
     "请手工删除它", "")

/* XML: the file as such */
DIAG(ERROR, XML_SIZE, "xml-size", "文件太大",
     "文件超过 %d MB，没有读",
     "请拆成几个目录", "")
DIAG(ERROR, XML_BINARY, "xml-binary", "不是 XML 文件",
     "这不是 XML 文件，而是%s",
     "目录要写在 XML 文本文件里；用 mulu new 新建一个，再填写内容", "")
DIAG(ERROR, XML_UTF16, "xml-encoding", "文件不是 UTF-8 编码",
     "文件是 %s 编码，只能读 UTF-8",
     "请用记事本或 WPS 打开后“另存为”，编码选 UTF-8；或者运行 iconv -f UTF-16 -t UTF-8 旧文件 > 新文件", "")
DIAG(ERROR, XML_ENCODING, "xml-encoding", "文件不是 UTF-8 编码",
     "文件声明的编码是“%.*s”，只能读 UTF-8",
     "请用记事本或 WPS 打开后“另存为”，编码选 UTF-8，并把第一行改为 encoding=\"UTF-8\"；或者运行 iconv -f GB18030 -t UTF-8 旧文件 > 新文件", "")
DIAG(ERROR, XML_DECLARED, "xml-encoding", "文件声明了别的编码",
     "文件声明的编码是“%.*s”，但内容已是 UTF-8",
     "请把第一行改为 encoding=\"UTF-8\"", "")
DIAG(ERROR, XML_GBK, "xml-encoding", "文件不是 UTF-8 编码",
     "这里的字节 0x%02X 不是 UTF-8，文件像是 GBK（ANSI）编码",
     "请用记事本或 WPS 打开后“另存为”，编码选 UTF-8；或者运行 iconv -f GB18030 -t UTF-8 旧文件 > 新文件", "")
DIAG(ERROR, XML_UTF8, "xml-utf8", "有不是 UTF-8 的字节",
     "这里的字节 0x%02X 不是 UTF-8",
     "这个字可能在传送或截断时损坏了，请重新输入它，并以 UTF-8 编码保存", "")
DIAG(ERROR, XML_DOCTYPE, "xml-doctype", "不许有 DOCTYPE",
     "文件里有 DOCTYPE，出于安全不读这样的文件",
     "请删去 <!DOCTYPE …> 这一段", "")
DIAG(ERROR, XML_ENTITY, "xml-entity", "没有这个实体",
     "“&%.*s;”没有定义",
     "只有 &amp; &lt; &gt; &quot; &apos; 可用，其他字请直接输入，例如空格写 &#160;", "")
DIAG(ERROR, XML_DEPTH, "xml-depth", "层数太多",
     "元素套了 %d 层以上",
     "请检查是不是漏写了结束标签", "")
DIAG(ERROR, XML_NODES, "xml-nodes", "内容太多",
     "文件里的元素、文字和注释超过 %d 个",
     "请拆成几个目录", "")
DIAG(ERROR, XML_ATTRIBUTES, "xml-attributes", "属性太多",
     "一个元素有 %d 个以上的属性",
     "请检查是不是漏写了引号或“>”", "")
DIAG(ERROR, XML_EMPTY, "xml-empty", "文件是空的",
     "文件里没有内容",
     "请恢复备份；新的目录可以用 mulu new 生成", "")
DIAG(ERROR, XML_BEFORE_ROOT, "xml-before-root", "第一个元素前有文字",
     "这里应是第一个元素，却是别的文字",
     "请检查这是不是 XML 文件，并删去第一个“<”前的文字", "")
DIAG(ERROR, XML_AFTER_ROOT, "xml-after-root", "最后一个标签后有内容",
     "整个文件的结束标签之后还有内容",
     "请检查结束标签是不是写早了，或者删去多余的内容", "")
DIAG(ERROR, XML_CHAR, "xml-char", "不许用的字符",
     "这里有 XML 不允许的字符（0x%02X）",
     "这是看不见的控制字符，多半是复制时带来的，请删去", "")
DIAG(ERROR, XML_CHARREF, "xml-charref", "字符编号不对",
     "这里的“&#…;”不是可用的字符编号",
     "请直接输入这个字", "")
DIAG(ERROR, XML_AMPERSAND, "xml-ampersand", "“&”写法不对",
     "文字里的“&”不能直接写",
     "请把“&”写成“&amp;”", "")
DIAG(ERROR, XML_LESS, "xml-less", "“<”写法不对",
     "这里的“<”后面不是标签名",
     "如果是小于号，请写成“&lt;”；如果是标签，“<”后要紧跟标签名", "")
DIAG(ERROR, XML_LESS_IN_VALUE, "xml-quote", "属性值里有“<”",
     "属性值里有“<”：多半是前面漏了结束的引号",
     "请补上引号；如果真是小于号，请写成“&lt;”", "")
DIAG(ERROR, XML_QUOTE, "xml-quote", "属性值没有引号",
     "属性值要写在半角引号里",
     "请写成 名称=\"值\"，引号用半角的 \" ，不用 “ ”", "")
DIAG(ERROR, XML_QUOTE_OPEN, "xml-quote", "引号没有结束",
     "这个标签里有一个属性值的引号没有结束",
     "请补上结束的引号", "")
DIAG(ERROR, XML_NO_VALUE, "xml-value", "属性没有值",
     "属性“%.*s”没有值",
     "请写成 名称=\"值\"；如果前面的“<”是小于号，请把它写成“&lt;”", "")
DIAG(ERROR, XML_TWICE, "xml-twice", "属性写了两次",
     "属性“%.*s”在这个标签里写了两次",
     "请删去一个", "")
DIAG(ERROR, XML_ATTR_BLANK, "xml-tag", "属性之间没有空格",
     "两个属性之间要有空格，或者前面的引号写错了",
     "请补上空格，或者检查引号", "")
DIAG(ERROR, XML_START_TAG, "xml-tag", "标签写法不对",
     "标签里这个地方写错了",
     "标签应写成 <名称 属性=\"值\">，空格和引号用半角的", "")
DIAG(ERROR, XML_TAG_OPEN, "xml-tag", "标签没有写完",
     "这个标签没有结束的“>”",
     "请补上“>”；如果“<”是小于号，请写成“&lt;”", "")
DIAG(ERROR, XML_MISMATCH, "xml-mismatch", "结束标签不配对",
     "结束标签“</%.*s>”与第 %zu 行的“<%.*s>”不配对：这里应先有“</%.*s>”",
     "请补上漏写的结束标签，或者改正标签名", "")
DIAG(ERROR, XML_UNCLOSED, "xml-unclosed", "没有结束标签",
     "“<%.*s>”直到文件末尾都没有结束标签“</%.*s>”",
     "请补上结束标签；如果文件被截断了，请恢复备份", "")
DIAG(ERROR, XML_COMMENT_OPEN, "xml-comment", "注释没有结束",
     "这个注释没有结束的“-->”",
     "请在注释末尾补上“-->”", "")
DIAG(ERROR, XML_COMMENT_DASHES, "xml-comment", "注释里有“--”",
     "注释里不能有两个连着的“-”",
     "请改用“——”或一个“-”", "")
DIAG(ERROR, XML_INSTRUCTION, "xml-instruction", "“<?”写法不对",
     "“<?…?>”没有写完",
     "请补上“?>”，或者删去它", "")
DIAG(ERROR, XML_CDATA_END, "xml-cdata", "文字里有“]]>”",
     "文字里的“]]>”不能直接写",
     "请把“]]>”写成“]]&gt;”", "")
DIAG(ERROR, XML_CDATA_OPEN, "xml-cdata", "CDATA 没有结束",
     "“<![CDATA[”没有结束的“]]>”",
     "请补上“]]>”", "")
DIAG(ERROR, XML_LATE_DECLARATION, "xml-declaration", "XML 声明不在开头",
     "“<?xml …?>”只能在文件最开头",
     "请删去它前面的空行和文字，或者删去多出来的这一个", "")
DIAG(ERROR, XML_DECLARATION, "xml-declaration", "XML 声明写法不对",
     "文件第一行的 XML 声明写错了",
     "请写成 <?xml version=\"1.0\" encoding=\"UTF-8\"?>", "")
DIAG(ERROR, XML_OTHER, "xml-other", "XML 写法不对",
     "这里的 XML 写错了：%.*s",
     "请检查此处的标签、引号和“&”", "")

/* print: booklets and notices */
DIAG(WARNING, CHART_LARGE, "chart-large", "流程图太大",
     "“%.*s”的流程图缩小后也放不进一页，单独放在 %.0f × %.0f 毫米的加大页上，印刷时请折页",
     "可以合并环节、缩短环节名称，或者给出一幅较小的 <flow source=\"published\">",
     "")

DIAG(NOTE, HANDOUT_CUT, "handout-cut", "一次性告知单排不下",
     "“%.*s”的一次性告知单只有一页，“%s”共 %zu 项，只印全了 %zu 项",
     "告知单上写明了其余见哪里；要全部印上，请把这一栏写短些", "")
DIAG(NOTE, SITE_NO_QR, "site-no-qr", "没有网址，不印二维码",
     "site/site.xml 里没有写网站的域名，办事指南和一次性告知单上不印二维码",
     "请在 <domain> 里写上网站的域名，例如 <domain>www.yuanjiang.gov.cn</domain>", "")

/* the format of catalogs and forms */
DIAG(ERROR, FORMAT_ROOT, "format-root", "根元素不对",
     "文件的根元素应是“<%s>”，这里是“<%.*s>”",
     "请核对这是不是该放在这里的文件", "")
DIAG(ERROR, FORMAT_ELEMENT, "format-element", "没有这个元素",
     "“<%.*s>”里不能有元素“<%.*s>”",
     "请改正元素名，移到它该在的地方，或者删去它；各元素见 docs/format.md", "")
DIAG(ERROR, FORMAT_INLINE, "format-element", "文字里有元素",
     "“<%.*s>”里只能写文字，不能有元素“<%.*s>”",
     "请删去里面的标签，留下文字；字面上的“<”写成“&lt;”", "")
DIAG(ERROR, FORMAT_EMPTY, "format-element", "该空的元素里有文字",
     "“<%.*s>”里不能有文字",
     "请把文字移到它该在的元素里", "")
DIAG(ERROR, FORMAT_TEXT, "format-text", "元素之间有文字",
     "“<%.*s>”里只能有元素，不能直接写文字",
     "请把文字放进相应的元素，例如列表里的 <p>…</p>", "")
DIAG(ERROR, FORMAT_ATTRIBUTE, "format-attribute", "没有这个属性",
     "“<%.*s>”没有属性“%.*s”",
     "请改正属性名，或者删去它；各属性见 docs/format.md", "")
DIAG(ERROR, FORMAT_NEEDS_ATTRIBUTE, "format-needs-attribute", "缺少属性",
     "“<%.*s>”缺少属性“%s”",
     "请补上这个属性", "")
DIAG(ERROR, FORMAT_NEEDS_ELEMENT, "format-needs-element", "缺少元素",
     "“<%.*s>”里缺少“<%s>”",
     "请补上这个元素", "")
DIAG(ERROR, FORMAT_TWICE, "format-twice", "只能有一个的元素写了几个",
     "“<%.*s>”里只能有一个“<%.*s>”，第 %zu 行已有",
     "请合并，或者删去多余的", "")
DIAG(ERROR, FORMAT_MOST, "format-most", "元素太多",
     "“<%.*s>”里的“<%.*s>”超过 %zu 个",
     "请拆分；各种上限见 docs/format.md", "")
DIAG(ERROR, FORMAT_LONG, "format-long", "文字太长",
     "“<%.*s>”里的文字超过 %d MB",
     "请拆分；各种上限见 docs/format.md", "")
DIAG(ERROR, FORMAT_LONG_VALUE, "format-long", "属性值太长",
     "属性“%.*s”的值超过 %d KB",
     "请检查引号；长文字请写在元素里", "")
DIAG(ERROR, FORMAT_VALUE, "format-value", "属性值不对",
     "属性“%.*s”的值“%.*s”不对",
     "请改正这个值", "")
DIAG(ERROR, FORMAT_BLANK_VALUE, "format-value", "属性值空着",
     "属性“%.*s”不能空着",
     "请填写这个值", "")
DIAG(ERROR, FORMAT_BLANK, "format-value", "元素空着",
     "“<%.*s>”不能空着",
     "请填写它的内容", "")
DIAG(ERROR, FORMAT_DATE, "format-date", "日期不对",
     "属性“%.*s”的值“%.*s”不是日期",
     "请照原文改正；原文没有日期就空着，不要推测", "")
DIAG(ERROR, FORMAT_CONTENT, "format-value", "元素内容不对",
     "“<%.*s>”的内容“%.*s”不对",
     "请改正它的内容", "")
DIAG(ERROR, FORMAT_ALSO, "format-also", "种类重复",
     "种类“%.*s”已经写过",
     "请删去重复的 <also>", "")
DIAG(ERROR, FORMAT_PROBLEMS, "format-problems", "问题太多",
     "问题超过 %d 个，后面的不再列出",
     "请先改正以上问题，再运行一次", "")

/* ids, and what refers to them */
DIAG(ERROR, CATALOG_FOLDER, "catalog-folder", "目录的 id 与文件夹名不同",
     "目录的 id 是“%.*s”，文件夹名却是“%.*s”",
     "请改成一样的；id 是网址的一部分", "")
DIAG(ERROR, CATALOG_RESERVED, "catalog-reserved", "目录的 id 是保留的名称",
     "“%.*s”是网站保留的名称，不能作目录的 id",
     "请换一个 id，并把文件夹改成同名", "")
DIAG(ERROR, ID_TWICE, "id-twice", "id 重复",
     "id“%.*s”在第 %zu 行已用于另一个%s",
     "请换一个 id；引用它的地方也要改", "")
DIAG(ERROR, REF_MISSING, "ref-missing", "引用的文字不存在",
     "没有 id 是“%.*s”的文字",
     "请改正 ref，或者给被引用的文字加上 id", "")
DIAG(ERROR, REF_TEXT, "ref-text", "既引用又有内容",
     "这里已用 ref 引用“%.*s”，不能再有内容",
     "请删去 ref，或者删去内容", "")
DIAG(ERROR, REF_CHAIN, "ref-chain", "引用了引用",
     "这里的 id 是“%.*s”，就不能再用 ref 引用别处",
     "请让各处都直接引用有文字的那一处", "")
DIAG(ERROR, REF_KIND, "ref-kind", "引用的文字种类不同",
     "“%.*s”（第 %zu 行）与这里的字段种类不同，不能引用",
     "一段文字只能由单段字段引用，列表由列表引用，流程由流程引用", "")
DIAG(ERROR, LEVEL_UNKNOWN, "level-unknown", "没有声明的层级",
     "没有声明层级“%.*s”",
     "请改正，或者在目录开头加上 <level id=\"…\" name=\"…\"/>", "")
DIAG(ERROR, COLUMN_UNKNOWN, "column-unknown", "没有声明的列",
     "没有声明列“%.*s”",
     "请改正，或者在目录开头加上 <column id=\"…\" kind=\"…\" name=\"…\"/>", "")
DIAG(ERROR, CELL_TWICE, "cell-twice", "同一列有两格",
     "这一行在“%.*s”列已有一格",
     "请合并，或者删去多余的", "")
DIAG(ERROR, FLOW_NODE, "flow-node", "流程图没有这个节点",
     "流程图里没有节点“%.*s”",
     "请改正连线的 from 或 to，或者补上 <node id=\"…\">", "")
DIAG(ERROR, FORM_FILE, "form-file", "没有这个表单",
     "没有表单文件 forms/%.*s.xml",
     "请改正表单名，或者在目录的 forms 文件夹里放上这个文件", "")
DIAG(ERROR, FORM_NAME, "form-name", "表单文件名不对",
     "表单文件名“%.*s”不对",
     "文件名就是网址的一部分：请只用小写字母、数字和“-”，例如 canbao-dengji.xml", "")
DIAG(ERROR, FORM_BLANK, "form-blank", "表单文件名以 -blank 结尾",
     "表单文件名“%.*s”以 -blank 结尾，这样的名字留给空白表",
     "请换一个名字：表单 biao.xml 的空白表叫 forms/biao-blank.pdf", "")
DIAG(ERROR, FORM_MOST, "form-most", "表单太多",
     "表单文件太多，“%.*s”及以后的没有读",
     "请拆成几个目录；各种上限见 docs/format.md", "")
DIAG(ERROR, FORM_LARGE, "form-large", "表单太大",
     "表单印出来超过 %d 格",
     "请减少重复的行，或者拆成几个表单；各种上限见 docs/format.md", "")
DIAG(ERROR, FORM_WIDE, "form-wide", "表单的一行放不下",
     "印出来的第 %zu 行放不下这个单元格：表单有 %zu 列",
     "请核对这一行的单元格数、colspan 和上面各行的 rowspan；列数由 columns 决定，没有写就由第一行决定", "")
DIAG(ERROR, FORM_DEEP, "form-deep", "合并的单元格伸出表单",
     "rowspan 太大：从这一行起只有 %zu 行",
     "请改小 rowspan，或者补上缺的行", "")
DIAG(ERROR, CATALOG_LARGE, "catalog-large", "目录展开后太大",
     "默认值和引用填到各处以后，目录的文字超过 %d MB",
     "请拆成几个目录；各种上限见 docs/format.md", "")
DIAG(ERROR, NOTICE_UTF8, "notice-utf8", "通知正文不是 UTF-8 编码",
     "这里的字节 0x%02X 不是 UTF-8",
     "请用记事本打开后“另存为”，编码选 UTF-8", "")
DIAG(WARNING, NOTICE_WITHOUT, "notice-without", "有通知正文，没有通知",
     "有 notice.md，但 catalog.xml 里没有 <notice>，通知不会印出",
     "请在 catalog.xml 里补上 <notice>，或者删去 notice.md", "")
DIAG(WARNING, NOTICE_BODY, "notice-body", "通知没有正文",
     "有 <notice>，但没有正文文件 notice.md",
     "请把通知的正文写在同一文件夹的 notice.md 里", "")

/* site/site.xml */
DIAG(NOTE, SITE_NONE, "site-none", "没有网站信息",
     "没有“%.*s”，页面上没有网站名称和页脚各项",
     "请写一份，例如 <site><name>某县政务服务事项目录</name></site>", "")
DIAG(NOTE, SITE_EMPTY, "site-empty", "网站信息是空的",
     "“%.*s”里什么也没有，页面上没有网站名称和页脚各项",
     "请写上网站的信息，例如 <site><name>某县政务服务事项目录</name></site>", "")
DIAG(ERROR, SITE_ROOT, "site-root", "不是网站信息文件",
     "根元素是“%.*s”，应为“site”",
     "请核对这是不是网站信息文件", "")
DIAG(ERROR, SITE_ELEMENT, "site-element", "网站信息中有不认识的元素",
     "不认识元素“%.*s”",
     "可用 name、domain、address、id-code、sponsor、contact、icp、police、identity、report、"
     "column-type、font", "")
DIAG(ERROR, SITE_TWICE, "site-twice", "网站信息中有一项写了两次",
     "“%.*s”在第 %zu 行已经写过",
     "只能写一次，请删去不要的", "")
DIAG(ERROR, SITE_INSIDE, "site-inside", "网站信息的一项里有别的元素",
     "<%.*s> 里不能有元素“%.*s”，它的内容不会印出",
     "请去掉尖括号里的标记，只留文字", "")
DIAG(ERROR, SITE_TEXT, "site-text", "网站信息中有不知是什么的文字",
     "<%.*s> 里不能直接写文字“%.*s”",
     "请写在说明是什么的元素里，例如 <name>某县政务服务事项目录</name>，或者删去", "")
DIAG(ERROR, SITE_DOMAIN, "site-domain", "域名写得不对",
     "域名“%.*s”不是 www.yuanjiang.gov.cn 的样子，或者两点之间超过 63 个、一共超过 253 个字符",
     "只写域名，不写 http:// 和斜线；网站不在根目录时，另用 <address> 写完整网址",
     "国办发〔2017〕47号附件：SiteDomain")
DIAG(ERROR, SITE_ADDRESS, "site-address", "网址写得不对",
     "网址“%.*s”不是以 http:// 或 https:// 开头的完整网址，或者有空白、引号、?、#、用户名，或者超过 500 个字符",
     "网页的名称接在它后面，例如 https://www.yuanjiang.gov.cn/ylbz", "")
DIAG(ERROR, SITE_LINK, "site-link", "链接的网址写得不对",
     "网址“%.*s”不是以 http:// 或 https:// 开头的完整网址，或者有空白、引号、用户名，或者超过 500 个字符",
     "请从浏览器的地址栏复制完整的网址", "")
DIAG(ERROR, SITE_ID_CODE, "site-id-code", "网站标识码写得不对",
     "网站标识码“%.*s”不是 10 位",
     "六位行政区划代码加四位顺序号，例如 4309810001；部委为 bm 加八位数字；请照标识证书填写",
     "国办发〔2017〕47号附件：SiteIDCode")
DIAG(ERROR, SITE_ATTRIBUTE, "site-attribute", "网站信息中有不认识的属性",
     "%.*s 没有属性“%.*s”",
     "font 可用 role、file、index，fallback 可用 file、index，其他元素没有属性", "")
DIAG(ERROR, SITE_FONT, "site-font", "字体写得不全",
     "%.*s 没有写明用途（role）或文件（file）",
     "写作 <font role=\"fangsong\" file=\"fonts/simfang.ttf\"/> 或 <fallback file=\"fonts/simsunb.ttf\"/>", "")
DIAG(ERROR, SITE_FALLBACKS, "site-fallbacks", "后备字体太多",
     "后备字体最多 %d 个",
     "去掉不需要的 fallback", "")
DIAG(ERROR, SITE_ROLE, "site-role", "没有这种字体用途",
     "没有字体用途“%.*s”",
     "可用 song、song-bold、hei、hei-bold、kai、fangsong、xiaobiaosong", "")
DIAG(ERROR, SITE_INDEX, "site-index", "字体序号不是数",
     "字体序号“%.*s”不是 0 到 99 的整数",
     "一个文件里有几种字体时（.ttc）用它指明第几种，从 0 数起；否则不写", "")

DIAG(ERROR, RELEASE_VALUE, "release-value", "网站信息不全，不能正式发布",
     "%.*s 里没有填写%s（<%s>）",
     "请照实填写；只是预览的话，不要加 --release", "国办发〔2017〕47号附件；国办秘函〔2019〕19号")
DIAG(ERROR, RELEASE_PUBLISHED, "release-published", "目录没有写发布时间，不能正式发布",
     "目录没有写网页的发布时间",
     "请在 <title> 后面写 <web published=\"2020-12-28 09:30\"/>；程序不会用生成的时间代替",
     "国办发〔2017〕47号附件：PubDate")
DIAG(ERROR, RELEASE_FUTURE, "release-future", "发布时间在今天以后，不能正式发布",
     "发布时间“%.*s”还没有到，今天是 %.*s",
     "请改正 <web> 的 published；今天的日期不对的，请核对本机的时钟",
     "国办发〔2017〕47号附件：PubDate")
DIAG(ERROR, RELEASE_SOURCE, "release-source", "目录没有写来源，不能正式发布",
     "目录没有写网页的来源，也没有写印发单位（<issuer>）",
     "请写上 <issuer>，或者在 <web> 里写 source=\"发布单位\"",
     "国办发〔2017〕47号附件：ContentSource")
DIAG(ERROR, RELEASE_PAGES, "release-pages", "原有的网页不是正式发布的",
     "这次不做网页，而发布文件夹里原有的网页是预览，或者网站信息后来改过",
     "请去掉 --only，或在其中加上 html", "")

/* building a site */
DIAG(ERROR, BUILD_INSIDE, "build-inside", "发布文件夹在原料里",
     "不能发布到“%.*s”：它在“%.*s”里，那里的文件是网站的原料",
     "请另选文件夹，例如 site/public", "")
DIAG(ERROR, BUILD_TWICE, "build-twice", "两个目录同名",
     "“%.*s”和“%.*s”都叫“%.*s”，只能发布其中一个",
     "请给其中一个改名（文件夹名和 id 一起改）", "")
DIAG(ERROR, BUILD_CRASH, "build-crash", "处理一个目录时程序出错",
     "处理“%.*s”时程序意外中止（%s），其他目录照常处理，没有发布",
     "这是 mulu 的缺陷，请把这个目录和本信息报给维护者", "")
DIAG(ERROR, BUILD_SYSTEM, "build-system", "操作系统拒绝",
     "不能启动处理目录的进程：%s",
     "请关闭一些程序后重试，或用 -j 1", "")
DIAG(ERROR, BUILD_PAGE, "build-page", "网页太大",
     "网页“%.*s”太大，做不完整",
     "请把目录分成几份", "")
DIAG(ERROR, BUILD_ASSET, "build-asset", "网页要用的文件不在",
     "没有“%.*s”，而每个网页都要用它",
     "请从 mulu 的源码或安装文件夹中把 site/assets/ 里的这个文件复制过来", "")
DIAG(NOTE, BUILD_HEAVY, "build-heavy", "事项的网页太重",
     "事项“%.*s”的网页 %.*s.html 有 %zu KB，超过 30 KB，旧手机打开慢；最占地方的是%.*s",
     "网页照常生成；能精简的，请精简这些内容，或者把一个事项分成几个", "")
DIAG(NOTE, BUILD_HEAVY_REST, "build-heavy-rest", "还有太重的网页",
     "目录 %.*s 另有 %zu 个事项的网页超过 30 KB，没有列出",
     "先精简已列出的，再生成一次", "")
DIAG(WARNING, BUILD_GONE, "build-gone", "发布过的目录不在了",
     "目录“%.*s”上次发布过，这次没有找到，网站上不再有它",
     "不是有意删去的，请核对它在 catalogs/ 下的文件夹和其中的 catalog.xml", "")
DIAG(ERROR, BUILD_NOTHING, "build-nothing", "没有发布",
     "有 %zu 个目录处理失败，网站没有更新，原来的网站没有改动",
     "请先改正上面的错误", "")
DIAG(NOTE, BUILD_NOTES, "build-notes", "还有提示",
     "目录 %.*s 检查另有 %zu 条提示没有列出",
     "用 mulu check 查看", "")

DIAG(WARNING, NEWS_STATE, "news-state", "变更记录读不懂",
     "上次发布留下的变更记录“%.*s”读不懂，按没有处理：feed.xml 里没有这个目录以前的变更",
     "不必处理，这次发布已另写一份；请勿改动发布文件夹里的 .mulu", "")
DIAG(NOTE, NEWS_DATE, "news-date", "内容变了，发布时间没有变",
     "有 %zu 个事项与已经发布的不同，发布时间仍是 %.*s",
     "是新的一次发布的话，请改写 <web> 的 published，变更才会以新的时间列入 feed.xml", "")

DIAG(ERROR, SEARCH_PINYIN, "search-pinyin", "拼音资料打不开",
     "打不开 ICU 的拼音资料，不能生成搜索",
     "请安装完整的 ICU（apt install libicu-dev），或用 --only html,pdf,data", "")

/* site/synonyms.tsv */
DIAG(WARNING, SYNONYM_LINE, "synonym-line", "日常说法表中有一行不认识",
     "这一行“%.*s”不是“日常说法、制表符、目录里的词”，略过了",
     "词与词之间用一个制表符（Tab）分开，后面几个词之间空一格；可有可无的词后面写“-”", "")
DIAG(WARNING, SYNONYM_TWICE, "synonym-twice", "日常说法写了两次",
     "“%.*s”前面已经写过，两行合在一起用",
     "请合成一行", "")
DIAG(ERROR, SYNONYM_ENCODING, "synonym-encoding", "日常说法表不是 UTF-8",
     "这个字节不是 UTF-8 编码，整张表用不了",
     "请在记事本或 WPS 里另存为 UTF-8", "")
DIAG(WARNING, SYNONYM_MARK, "synonym-mark", "日常说法表里的标点不分开词",
     "“%.*s”里的标点不把词分开，整个当作一个词",
     "几个词之间请空一格；目录里确实连着标点的，不必改", "")
DIAG(ERROR, SYNONYM_READ, "synonym-read", "日常说法表读不了",
     "读不了“%s”：%s",
     "应为不超过 1 MB 的文件，并且有权限读；不要日常说法的，留一个空文件", "")

/* templates */
DIAG(ERROR, TEMPLATE_READ, "template-read", "模板读不了",
     "读不了模板“%.*s”：%s",
     "请核对 templates/ 文件夹中的这个文件及其权限", "")
DIAG(WARNING, TEMPLATE_IDLE, "template-idle", "自己的模板没有用上",
     "“%.*s”没有用上",
     "本单位的文件只有与随程序带的同名（大小写也相同）才代替它：网页模板放在 templates/local/html/，版式放在 templates/local/print/", "")
DIAG(ERROR, TEMPLATE_ENCODING, "template-encoding", "模板不是 UTF-8",
     "模板的这个字节不是 UTF-8 编码",
     "请用 UTF-8 编码另存这个文件", "")
DIAG(ERROR, TEMPLATE_MISSING, "template-missing", "没有这个模板",
     "没有名为“%.*s”的模板",
     "请核对名称；模板是 templates/ 下的“名称.html”，名称只许用字母、数字、点、横线、下划线和斜线", "")
DIAG(ERROR, TEMPLATE_TAG_OPEN, "template-tag-open", "标记没有写完",
     "这个标记没有写完，缺“%.*s”",
     "请补上结束的括号", "")
DIAG(ERROR, TEMPLATE_TAG_EMPTY, "template-tag-empty", "标记里没有名称",
     "标记“%.*s”里没有名称",
     "请写上名称，或者删去这个标记", "")
DIAG(ERROR, TEMPLATE_TAG_NAME, "template-tag-name", "标记里的名称写法不对",
     "“%.*s”不能作名称",
     "名称里不能有空白；各级之间用一个点隔开，如 item.title；不支持 * 开头的动态名称", "")
DIAG(ERROR, TEMPLATE_DELIMITERS, "template-delimiters", "改换括号的写法不对",
     "“%.*s”不能作新的括号",
     "请写成 {{=<% %>=}} 这样：一对括号，中间空一格，不含等号", "")
DIAG(ERROR, TEMPLATE_UNCLOSED, "template-unclosed", "段落没有结束",
     "“%.*s”没有结束，缺“{{/%.*s}}”",
     "请在段落末尾补上结束标记", "")
DIAG(ERROR, TEMPLATE_CLOSE_OTHER, "template-close", "结束标记不配对",
     "“%.*s”与第 %zu 行的“%.*s”不配对",
     "请核对两处的名称和先后", "")
DIAG(ERROR, TEMPLATE_CLOSE_EXTRA, "template-close", "结束标记不配对",
     "“%.*s”没有对应的开始标记",
     "请删去它，或者补上开始标记", "")
DIAG(ERROR, TEMPLATE_NESTING, "template-nesting", "段落套得太深",
     "段落套了 %d 层以上",
     "请把里面的几层移到另一个模板，用 {{>名称}} 引入", "")
DIAG(ERROR, TEMPLATE_TWICE, "template-block-twice", "同一块给了两次",
     "块“%.*s”在第 %zu 行已经给过",
     "请只留一处", "")
DIAG(ERROR, TEMPLATE_STRAY, "template-stray", "块外的内容不会印出",
     "“{{<%.*s}}”里只有 {{$块}} 起作用，这里的内容不会印出",
     "请把它移进一个块里，或者删去", "")
DIAG(ERROR, TEMPLATE_UNUSED, "template-block-unknown", "父模板没有这个块",
     "模板“%.*s”里没有名为“%.*s”的块，这里的内容不会印出",
     "请核对块的名称", "")
DIAG(ERROR, TEMPLATE_NAME, "template-name", "没有这个名称",
     "这里（%.*s）没有名为“%.*s”的数据",
     "可用的名称见 docs/templates.md", "")
DIAG(ERROR, TEMPLATE_RAW, "template-raw", "文字必须转义",
     "“%.*s”是文字，不能不转义就写进网页",
     "请改用两个花括号：{{名称}}", "")
DIAG(ERROR, TEMPLATE_MARKUP, "template-markup", "网页片段不能转义",
     "“%.*s”是网页片段，转义后会显示出标签",
     "请改用三个花括号：{{{名称}}}", "")
DIAG(ERROR, TEMPLATE_NO_TEXT, "template-no-text", "不能当作文字写出",
     "“%.*s”是%s，不能当作文字写出",
     "请改用 {{#名称}}…{{/名称}}", "")
DIAG(ERROR, TEMPLATE_ENDLESS, "template-endless", "模板互相引入没有尽头",
     "模板互相引入没有尽头：%.*s",
     "请去掉其中一处引入，或者把它放进一个列表的段落里", "")
DIAG(ERROR, TEMPLATE_TOO_MANY, "template-too-many", "引入的模板太多",
     "从“%.*s”出发，模板引入超过 %d 次",
     "请减少层层重复的引入", "")

/* names of places: catalogs/schemes/regions.tsv */
DIAG(WARNING, REGIONS_READ, "regions-read", "地名表读不了",
     "地名表读不了：%s；没有核对地名",
     "请在catalogs所在的文件夹里运行mulu，或者用 -C 指明那个文件夹；那里没有的，请从随程序带的 catalogs/schemes/regions.tsv 复制一份，或者重新安装程序", "")
DIAG(WARNING, REGIONS_LINE, "regions-line", "地名表里有不合格式的一行",
     "地名表的这一行不合格式；没有核对地名",
     "每行是六位代码、一个制表符和名称，代码从小到大，不重复；说明以“#”开头", "")
DIAG(WARNING, REGIONS_EMPTY, "regions-empty", "地名表里没有地名",
     "地名表里一个地名也没有；没有核对地名",
     "请从随程序带的 catalogs/schemes/regions.tsv 复制一份，或者重新安装程序", "")

/* national lists: catalogs/schemes */
DIAG(ERROR, SCHEME_NOWHERE, "scheme-nowhere", "找不到清单",
     "找不到对照的清单“%.*s”：没有“%.*s”，也没有“%.*s”",
     "请在catalogs所在的文件夹里运行mulu，或者用 -C 指明那个文件夹；清单的名字写错了的，请改正", "")
DIAG(ERROR, SCHEME_ROOT, "scheme-root", "不是清单文件",
     "最外层的元素是“%.*s”，不是“scheme”",
     "请核对是不是选错了文件；全国清单的文件以<scheme>开头", "")
DIAG(ERROR, SCHEME_ID, "scheme-id", "清单的id与文件名不同",
     "清单的id是“%.*s”，文件名却是“%.*s”",
     "请让id与文件名（不含.xml）一致", "")
DIAG(ERROR, SCHEME_ELEMENT, "scheme-element", "清单里有不认识的元素",
     "“%.*s”里不能有元素“%.*s”",
     "请改正元素名，或删去它", "")
DIAG(ERROR, SCHEME_ATTRIBUTE, "scheme-attribute", "清单里有不认识的属性",
     "“%.*s”没有属性“%.*s”",
     "请改正属性名，或删去它", "")
DIAG(ERROR, SCHEME_TEXT, "scheme-text", "清单里有多余的文字",
     "“%.*s”里只能有元素，不能直接写文字",
     "请把文字放进<title>等元素里，或删去", "")
DIAG(ERROR, SCHEME_MISSING, "scheme-missing", "清单的条目不全",
     "“%.*s”没有“%s”",
     "请补上；每个主项和子项都要有编码和名称", "")
DIAG(ERROR, SCHEME_TWICE, "scheme-twice", "元素写了两次",
     "“%s”写了不止一次",
     "请只留一个", "")
DIAG(ERROR, SCHEME_CODE, "scheme-code", "清单的编码不对",
     "“%.*s”不是12位的基本编码",
     "请改为12位：前9位是数字，后3位是数字或00Y", "C0109.1-2018")
DIAG(ERROR, SCHEME_CODE_TWICE, "scheme-code-twice", "清单的编码重复",
     "编码“%.*s”在清单里出现了不止一次",
     "请改正其中一个", "")
DIAG(ERROR, SCHEME_LIMIT, "scheme-limit", "清单的时限看不懂",
     "时限“%.*s”无法换算成天数",
     "请写成“即时办结”“不超过20个工作日”这样的形式", "")
DIAG(ERROR, SCHEME_EMPTY, "scheme-empty", "清单是空的",
     "清单里没有一个子项",
     "请补上<group>和<item>", "")
DIAG(ERROR, SCHEME_SIZE, "scheme-size", "清单太大",
     "清单的子项超过%d个",
     "请核对文件是不是选错了", "")
DIAG(ERROR, TEMPLATE_MORE, "template-more", "模板错误太多",
     "模板里的错误超过 %d 处，从这里起不再列出",
     "请先改正已列出的，再运行一次", "")

/* check: codes by themselves */
DIAG(ERROR, CODE_LETTERS, "code-letters", "编码里有小写字母",
     "编码“%.*s”里有小写字母",
     "编码中的字母一律大写", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(ERROR, CODE_BLANKS, "code-blanks", "编码里有空格",
     "编码“%.*s”里有空格",
     "请删去空格；全国编码中间不留空格", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(ERROR, CODE_LENGTH, "code-length", "编码的位数不对",
     "编码“%.*s”的位数不对：全国的基本编码是12位",
     "请核对是漏了还是多了一位；本地的后缀用“-1”的形式写在12位后面", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(ERROR, CODE_DIRECTORY, "code-directory", "编码的开头不对",
     "编码“%.*s”开头的“%.*s”既不是00（全国），也不是省级行政区代码",
     "请核对前两位；全国清单的编码以00开头", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(ERROR, CODE_LOOKALIKE, "code-lookalike", "编码里有形似的字符",
     "编码“%.*s”里有形似数字的字母、全角数字或全角横线",
     "请改为半角数字和半角“-”；编码里没有字母O和I", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(ERROR, CODE_SUB, "code-sub", "编码的末三位不对",
     "编码“%.*s”的末三位不对",
     "有子项的主项写00Y，没有子项的写000，子项写三位数字", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_USCC, "code-uscc", "统一社会信用代码的校验码不符",
     "统一社会信用代码“%.*s”与它的末位校验码不符",
     "请核对实施主体的统一社会信用代码；少数早期发放的代码确实不符，可以保留",
     "GB 32100-2015")
DIAG(WARNING, CODE_USCC_ORGAN, "code-uscc", "统一社会信用代码的校验码不符",
     "统一社会信用代码“%.*s”的第9至17位（主体标识码）与它的校验码不符",
     "请核对实施主体的统一社会信用代码；少数早期发放的代码确实不符，可以保留",
     "GB 32100-2015、GB 11714-1997")
DIAG(WARNING, CODE_LEVEL, "code-level", "编码的行使层级不对",
     "编码“%.*s”第19位的行使层级不对",
     "行使层级是1至6：国家、省、地市、区县、乡镇、村", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_LEAF, "code-leaf", "实施编码落在主项上",
     "编码“%.*s”用了主项的编码（00Y），实施的应是它的子项",
     "请改用子项的编码", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_DATE, "code-date", "办件编码的日期不对",
     "办件编码“%.*s”里的日期不存在",
     "请核对第32至39位，写成年月日共8位", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_SERIAL, "code-serial", "业务办理项的序号不对",
     "编码“%.*s”末两位的业务办理项序号是00",
     "业务办理项从01起编号", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")

/* check: codes beside each other and beside the national list */
DIAG(ERROR, CODE_NEAR, "code-near", "编码与全国清单差一个字符",
     "编码“%.*s”在全国清单里没有，而“%.*s”在全国清单里的编码与它只差一个字符",
     "请核对是不是笔误", "")
DIAG(WARNING, CODE_TITLE, "code-title", "编码和名称对不上",
     "编码“%.*s”在全国清单里是“%.*s”，这里的名称却是全国清单里另一项的",
     "请核对编码和名称哪一个错了", "")
DIAG(NOTE, CODE_EXTRA, "code-extra", "全国清单里没有的编码",
     "编码“%.*s”（%.*s）在全国清单里没有",
     "本地增加的事项可以保留；同一个编码在别处可能是另一个事项", "")
DIAG(NOTE, CODE_EXTRA_MANY, "code-extra", "全国清单里没有的编码",
     "编码“%.*s”（%.*s等%zu项）在全国清单里没有",
     "本地增加的事项可以保留；同一个编码在别处可能是另一个事项", "")
DIAG(NOTE, CODE_EXTRA_ALONE, "code-extra", "全国清单里没有的编码",
     "编码“%.*s”（%.*s）在全国清单里没有；这个主项在全国清单里只有一项“%.*s”（%.*s）",
     "请与全国清单的这一项对照；都不是的，是本地增加的事项，可以保留", "")
DIAG(NOTE, CODE_EXTRA_ALONE_MANY, "code-extra", "全国清单里没有的编码",
     "编码“%.*s”（%.*s等%zu项）在全国清单里没有；这个主项在全国清单里只有一项“%.*s”（%.*s）",
     "请与全国清单的这一项对照；都不是的，是本地增加的事项，可以保留", "")
DIAG(NOTE, CODE_EXTRA_SPLIT, "code-extra", "全国清单里没有的编码",
     "编码“%.*s”（%.*s）在全国清单里没有，全国清单里的编码是“%.*s”，下面不分子项",
     "本地分了子项的可以保留；没有分的，请用全国的编码", "")
DIAG(NOTE, CODE_EXTRA_TITLE, "code-extra", "全国清单里没有的事项",
     "全国清单里没有“%.*s”（没有编码，按名称对照）",
     "本地增加的事项可以保留；只是写法不同的，请写全国清单的名称", "")
DIAG(ERROR, CODE_PARENT, "code-parent", "子项不在它的主项下面",
     "子项的编码“%.*s”不属于它上面的主项“%.*s”",
     "子项与主项的编码前9位应当相同；请核对编码，或把子项移到它的主项下面", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(ERROR, CODE_GROUP, "code-parent", "子项不在它的主项下面",
     "主项的编码“%.*s”与它下面的全部%zu个子项（“%.*s”等）都对不上",
     "主项和子项的编码有一方写错，前9位应当相同；请对照下发的编码核对", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_TWICE, "code-twice", "编码重复",
     "编码“%.*s”已经用在第%zu行的“%.*s”",
     "请核对编码；不同的事项各用各的编码，同一事项分几项写的在编码后加“-1”“-2”", "")
DIAG(ERROR, CODE_MAIN_TWICE, "code-main-twice", "几个主项用了同一个编码",
     "主项编码“%.*s”已经用在第%zu行的主项“%.*s”",
     "每个主项各有自己的编码；请对照下发的编码核对是哪一个写错了", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(ERROR, CODE_MAIN_TWICE_ITEMS, "code-main-twice", "几个主项用了同一个编码",
     "主项编码“%.*s”已经用在第%zu行的主项“%.*s”，与它下面的%s（%.*s）也对不上",
     "主项和子项的编码有一方写错；请对照下发的编码核对", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_TWO_TITLES, "code-two-titles", "一个编码两个名称",
     "编码“%.*s”在第%zu行是“%.*s”，这里是“%.*s”",
     "不同的事项各用各的编码；确是同一事项分开写的，在编码后加“-1”“-2”", "")
DIAG(WARNING, CODE_TWO_TITLES_MAIN, "code-two-titles", "一个编码两个名称",
     "编码“%.*s”的主项是“%.*s”，编码相同的事项却是“%.*s”",
     "请核对事项的编码；只有没有子项的主项才与它的事项编码相同", "")
DIAG(NOTE, CODE_TITLE_OF_MAIN, "code-two-titles", "一个编码两个名称",
     "编码“%.*s”的主项写作“%.*s”，事项写作“%.*s”",
     "主项没有子项的，主项与事项是同一个，名称应当一致", "")
DIAG(ERROR, CODE_CHILDREN, "code-children", "没有子项的编码下有子项",
     "编码“%.*s”末三位是000，表示没有子项，目录里却有它的子项“%.*s”",
     "有子项的主项末三位写00Y；本地把一个事项分开写的，在编码后加“-1”“-2”", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_CHILDLESS, "code-childless", "有子项的编码下没有子项",
     "编码“%.*s”末三位是00Y，表示有子项，目录里却没有它的子项",
     "没有子项的主项末三位写000；漏了子项的请补上", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_SUFFIX, "code-suffix", "本地后缀不从-1起",
     "有编码“%.*s”，却没有“%.*s”",
     "一个事项分几项写的，后缀从-1起；请核对是漏了事项还是写错了后缀", "")
DIAG(NOTE, CODE_SUFFIX_GAP, "code-suffix", "本地后缀不连续",
     "有编码“%.*s”，却没有“%.*s”",
     "请核对是漏了事项还是写错了后缀；已经取消的可以不管", "")
DIAG(WARNING, CODE_REGION, "code-region", "编码不是本地区的",
     "编码“%.*s”开头的“%.*s”是%s，目录的地区是%.*s",
     "全国统一的编码以00开头，本省自定的以本省的代码开头；从外省抄来的请改正", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_REGION_ALL, "code-region", "编码不是本地区的",
     "目录的%zu个编码都以“%.*s”（%s）开头，地区却是%.*s",
     "请核对地区的代码和编码的前两位", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(NOTE, CODE_REGION_LEVEL, "code-region", "编码的层级高于目录的地区",
     "编码第19位的行使层级是%.*s（%s），比目录的地区%.*s高",
     "由上级行使的事项可以保留；本级行使的请改正第19位", "GB/T 39554.1-2020、C0109.1-2018（编码结构按公开的实例推得）")
DIAG(WARNING, CODE_REGION_ISSUER, "code-region", "实施主体在外省登记",
     "统一社会信用代码“%.*s”的第3至4位是%s，目录的地区是%.*s",
     "请核对是不是从外省的目录抄来的；实施主体应是本地的机关", "GB 32100-2015")
DIAG(WARNING, CODE_MISSING, "code-missing", "没有编码",
     "“%.*s”没有编码",
     "请补上编码；没有全国编码的，可以用本地的编码", "")
DIAG(WARNING, CODE_MISSING_ALL, "code-missing", "没有编码",
     "全部%zu个事项都没有编码",
     "请补上编码；没有全国编码的，可以用本地的编码", "")

/* check: the national list */
DIAG(NOTE, SCHEME_OFF, "scheme-off", "没有对照的清单",
     "目录没有写明对照哪一份清单，编码、名称和时限没有与全国清单对照",
     "编码照全国清单的，请在这里写上清单的名称，如 scheme=\"ylbz-2020\"；用本地编码的可以不写", "")
DIAG(WARNING, SCHEME_UNREAD, "scheme-unread", "对照的清单读不到",
     "目录写明对照清单“%.*s”，但这份清单读不到，编码、名称和时限没有对照",
     "清单在运行mulu的文件夹（或 -C 指明的文件夹）的 catalogs/schemes/ 里找：从别处运行的，请加 -C；名字（文件名，不带 .xml）写错的，请改正；不对照就写 scheme=\"\"", "")
DIAG(NOTE, NATIONAL_NEAR, "national-title", "名称与全国清单不同",
     "全国清单里的名称是“%.*s”（%.*s），这里是“%.*s”",
     "意思相同的可以保留；写错的请改正", "")
DIAG(NOTE, NATIONAL_NEAR_WIDER, "national-title", "名称与全国清单不同",
     "全国清单里的名称是“%.*s”（%.*s），这里是“%.*s”；这里还有全国清单没有的事项",
     "请核对；本地增加了事项、名称因此写得宽一些的，可以保留", "")
DIAG(NOTE, NATIONAL_CODE, "national-code", "可以补上全国编码",
     "目录没有编码；按名称对照，%zu个事项中有%zu个、主项中有%zu个是全国清单里的",
     "补上全国的编码，便于对照和查询；没有编码栏的目录可以不补", "")
DIAG(WARNING, NATIONAL_MOVED, "national-moved", "不在全国清单的主项下面",
     "“%.*s”在全国清单里属于“%.*s”，这里放在“%.*s”下面",
     "请核对是不是合并单元格移了位；本地有意这样归类的可以保留", "")
DIAG(NOTE, NATIONAL_STEPS, "national-steps", "办理环节与全国清单不同",
     "办理环节“%.*s”与全国清单的“%.*s”不同：%.*s",
     "请核对；本地确实多一个或少一个环节的可以保留", "")
DIAG(NOTE, NATIONAL_TITLE, "national-title", "名称与全国清单不同",
     "编码“%.*s”在全国清单里的名称不是“%.*s”",
     "意思相同的可以保留；写错的请改正", "")
DIAG(WARNING, NATIONAL_TITLE_JUMBLED, "national-title", "名称与全国清单不同",
     "名称“%.*s”的字像是排乱了，用的字与编码%.*s在全国清单里的名称大致相同",
     "请核对原件后改正", "")
DIAG(NOTE, NATIONAL_TITLE_WIDER, "national-title", "名称与全国清单不同",
     "编码“%.*s”在全国清单里是“%.*s”，这里是“%.*s”；这里还有全国清单没有的事项",
     "请核对；本地增加了事项、名称因此写得宽一些的，可以保留", "")
DIAG(NOTE, NATIONAL_TITLE_NARROWER, "national-title", "名称与全国清单不同",
     "编码“%.*s”在全国清单里的名称是“%.*s”，这里是“%.*s”，多了几个字",
     "意思相同的可以保留，本地范围较窄的可以保留；写错的请改正", "")
DIAG(WARNING, NATIONAL_MISSING, "national-missing", "缺少全国清单的事项",
     "全国清单“%.*s”（%.*s）里的%zu个事项，这里没有：%.*s",
     "请补上；本地确实不办理的，请在备注或说明里写明", "")
DIAG(WARNING, NATIONAL_LIMIT, "national-limit", "时限比全国清单长",
     "“%.*s”的办理时限“%.*s”比全国清单的“%.*s”长",
     "请核对能否缩短到全国清单的时限", "")

/* check: fields */
DIAG(ERROR, TITLE_MISSING, "title-missing", "没有事项名称",
     "这个事项没有名称",
     "请补上事项名称；没有名称，读者和查找都找不到它", "")
DIAG(WARNING, GROUP_HEADING, "group-heading", "主项没有名称或编码",
     "这个主项没有%s",
     "请补上", "")
DIAG(WARNING, FIELD_MISSING, "field-missing", "缺少必填的内容",
     "“%.*s”没有“%s”",
     "请补上；确实不需要的，可以不补", "")
DIAG(WARNING, FIELD_MISSING_LIMIT, "field-missing", "缺少必填的内容",
     "“%.*s”没有“%s”",
     "请补上", "")
DIAG(WARNING, FIELD_MISSING_MATERIALS, "field-missing", "缺少必填的内容",
     "“%.*s”没有“%s”",
     "请补上；确实不需要的（如机构之间的环节没有材料），可以不补", "")
DIAG(NOTE, FIELD_MISSING_OFFICES, "field-missing", "缺少必填的内容",
     "“%.*s”没有“%s”，也没有写明不需要",
     "经办机构之间办理、不需要材料的，写明“无需提交材料”；需要的请补上", "")
DIAG(WARNING, FIELD_MISSING_MANY, "field-missing", "缺少必填的内容",
     "有%zu个事项没有“%s”：%.*s",
     "请补上，几项相同的可以写在<defaults>里；确实不需要的，可以不补", "")
DIAG(WARNING, FIELD_MISSING_ALL, "field-missing", "缺少必填的内容",
     "全部%zu个事项都没有“%s”",
     "请补上，各项相同的可以写在<defaults>里；确实不需要的，可以不补", "")
DIAG(WARNING, LEVELS_EMPTY, "levels-empty", "没有经办层级",
     "“%.*s”在各级都没有标注",
     "请至少标注一级", "")
DIAG(NOTE, LIMIT_UNKNOWN, "limit-unknown", "时限无法换算",
     "办理时限“%.*s”无法换算成天数，页面上照原文显示",
     "能写成“即时办结”“不超过5个工作日”的，请这样写；确实不能的可以保留", "")
DIAG(NOTE, LIMIT_UNKNOWN_PART, "limit-unknown", "时限无法换算",
     "办理时限“%.*s”无法全部换算成天数，页面上照原文显示",
     "能写成“即时办结”“不超过5个工作日”的，请这样写；确实不能的可以保留", "")
DIAG(WARNING, FORM_TITLE, "form-title", "材料与表单的名称不同",
     "这里写的是《%.*s》，表单上印的是《%.*s》",
     "是同一张表的，请改成一样的名称；链接照常可用", "")

/* check: names of places and offices */
DIAG(WARNING, REGION_OTHER, "region-other", "出现了别处的地名",
     "“%.*s”是别处（%.*s，%.*s），这里是%.*s的目录",
     "请核对是不是套用别处的文件时没有改；确实要写别处的可以保留", "GB/T 2260")
DIAG(WARNING, REGION_CODE, "region-other", "地区的代码和名称对不上",
     "行政区划代码“%.*s”是%.*s，目录的地区却写着“%.*s”",
     "请核对代码和名称哪一个错了", "GB/T 2260")
DIAG(WARNING, REGION_NO_CODE, "region-other", "地区的代码和名称对不上",
     "行政区划代码“%.*s”不在代码表里，“%.*s”的代码是%.*s",
     "请核对代码；区划新近变更的可以保留，并请更新 catalogs/schemes/regions.tsv", "GB/T 2260")
DIAG(WARNING, OFFICE_OTHER, "office-other", "出现了别处的机构",
     "“%.*s”是别处（%.*s，%.*s）的机构，这里是%.*s的目录",
     "请改成本地的机构；确实要写别处的可以保留", "GB/T 2260")
DIAG(NOTE, OFFICE_RANK, "office-other", "写成了省里的机构",
     "“%.*s”是省级的机构，这里是%.*s的目录",
     "请核对是不是应当写本级的机构；确实由省里办理的可以保留", "")
DIAG(WARNING, LEVEL_IMPOSSIBLE, "level-impossible", "级别与本地不符",
     "“%s”与本地的级别不符，这里是%.*s的目录",
     "请核对是不是套用别处的文件时没有改", "")
DIAG(WARNING, OFFICE_ABOLISHED, "office-abolished", "机构或制度已经撤并改名",
     "“%s”在%u年的改革以后已经不用，现在是“%s”",
     "请改用现在的名称；职能归了别的部门的，写接手的部门", "")
DIAG(NOTE, OFFICE_SINCE, "office-abolished", "机构或制度在印发以后撤并改名",
     "“%s”在%u年的改革以后已经不用，现在是“%s”；目录印发时可能还没有改",
     "修订目录时请改用现在的名称", "")

/* check: the wording of texts */
DIAG(WARNING, TEXT_REMNANT_START, "text-remnant", "文字缺了一截",
     "“%.*s”开头像是缺了一截",
     "请补上缺的文字，或者删去多余的标点", "")
DIAG(WARNING, TEXT_REMNANT_END, "text-remnant", "文字缺了一截",
     "“%.*s”后面像是缺了一截",
     "请补上缺的文字，或者删去多余的标点", "")
DIAG(WARNING, TEXT_REMNANT_HOLE, "text-remnant", "文字缺了一截",
     "“%.*s”中间像是缺了内容",
     "请补上缺的文字或数字，或者删去空的括号", "")
DIAG(WARNING, TEXT_REMNANT_TAIL, "text-remnant", "文字缺了一截",
     "末尾的“%.*s”像是删剩下的文字，别处是“%.*s%.*s”",
     "请删去剩下的文字，或者补全", "")
DIAG(WARNING, TEXT_REPEATED, "text-repeated", "文字重复",
     "“%.*s”重复了一遍",
     "请删去重复的文字", "")
DIAG(NOTE, TEXT_WIDTH, "text-width", "全角和半角混用",
     "中文里用了半角的“%.*s”，应当用“%.*s”",
     "中文里的标点用全角的", "GB/T 15834-2011第5.1条")
DIAG(NOTE, TEXT_WIDE, "text-width", "全角和半角混用",
     "“%.*s”是全角的字母或数字",
     "字母和阿拉伯数字用半角的，查找和换算才认得出来", "GB/T 15835-2011")
DIAG(WARNING, TEXT_BLANK, "text-blank", "汉字中间有空格",
     "“%.*s”中间多了空格",
     "请删去空格", "")
DIAG(NOTE, TEXT_BLANK_MAYBE, "text-blank", "汉字中间有空格",
     "“%.*s”中间多了空格",
     "请删去空格", "")
DIAG(NOTE, TEXT_BLANK_PARTS, "text-blank", "汉字中间有空格",
     "“%.*s”中间多了空格",
     "请删去空格；用来分开两项的，改用顿号或分号", "")
DIAG(NOTE, TEXT_BLANK_TORN, "text-blank", "汉字中间有空格",
     "“%.*s”中间多了空格",
     "请核对原件后改正", "")
DIAG(NOTE, TEXT_BLANK_TITLES, "text-blank", "汉字中间有空格",
     "“%.*s”像是两个名称拼在一起",
     "请核对原件；是一个名称的，删去中间的空格", "")
DIAG(WARNING, TEXT_LOOKALIKE, "text-lookalike", "形近或音近的错字",
     "“%s”应当是“%s”",
     "请核对后改正", "")
DIAG(WARNING, TEXT_LOOKALIKE_NUMBER, "text-lookalike", "形近或音近的错字",
     "数字“%.*s”里有字母",
     "请把字母O、l、I改成数字0、1", "")
DIAG(NOTE, TEXT_LOOKALIKE_ZERO, "text-lookalike", "形近或音近的错字",
     "汉字数字里的“%.*s”应当是“〇”",
     "请改用汉字“〇”（U+3007）", "GB/T 15835-2011第5.2.2条")
DIAG(WARNING, TEXT_LOOKALIKE_LETTER, "text-lookalike", "形近或音近的错字",
     "“%.*s”里的“%.*s”是希腊或俄文字母，不是“%c”",
     "请改用英文字母，查找才认得出来", "")
DIAG(WARNING, TEXT_LOOKALIKE_BOX, "text-lookalike", "形近或音近的错字",
     "汉字“口”当作方框用了%zu处",
     "请改用方框“□”", "")
DIAG(ERROR, TEXT_PRIVATE, "text-private", "不能用的字符",
     "字符U+%04X在别人的电脑上显示不出来，原来的字已经丢失",
     "请对照原文重新输入这个字", "")
DIAG(WARNING, TEXT_INVISIBLE, "text-private", "不能用的字符",
     "有看不见的字符U+%04X",
     "请删去；它会让查找落空", "")
DIAG(WARNING, TEXT_RADICAL, "text-private", "不能用的字符",
     "“%.*s”（U+%04X）是部首或兼容用的字符，不是平常的汉字",
     "请重新输入这个字；它会让查找落空", "")
DIAG(WARNING, TEXT_DINGBAT, "text-private", "不能用的字符",
     "“%.*s”是字体Wingdings里的方框丢了字体以后的样子",
     "请改用“☑”“■”或“□”", "")
DIAG(NOTE, TEXT_DASH, "text-dash", "横线不统一",
     "“%s”一栏里连接文字的横线不统一：%.*s",
     "请统一用“—”，如“申请—受理—审核—办结”", "")
DIAG(WARNING, TEXT_MARKS, "text-marks", "标点叠用",
     "标点“%.*s”叠在一起",
     "请只留一个", "GB/T 15834-2011")
DIAG(WARNING, TEXT_MARKS_AGAINST, "text-marks", "标点叠用",
     "标点“%.*s”接在一起，意思相反",
     "请只留合适的一个", "GB/T 15834-2011")
DIAG(WARNING, TEXT_MARKS_EDGE, "text-marks", "标点叠用",
     "“%.*s”里的标点多余，或者缺了文字",
     "请删去标点，或者补上缺的文字", "GB/T 15834-2011")
DIAG(NOTE, TEXT_END, "text-end", "末尾的标点不统一",
     "列表里的这一条末尾没有标点，其余多数有",
     "请统一：各项末尾用分号，最后一项用句号；或者都不用", "")
DIAG(NOTE, TEXT_END_ALONE, "text-end", "末尾的标点不统一",
     "列表里的这一条末尾是“%.*s”，其余多数没有标点",
     "请统一：各项末尾用分号，最后一项用句号；或者都不用", "")
DIAG(NOTE, TEXT_END_OTHER, "text-end", "末尾的标点不统一",
     "列表里的这一条末尾是“%.*s”，与其余多数不同",
     "请统一：各项末尾用分号，最后一项用句号", "")
DIAG(NOTE, TEXT_END_LAST, "text-end", "末尾的标点不统一",
     "列表的最后一条末尾是“%.*s”，后面却没有了",
     "请改为句号；后面漏了的请补上", "")
DIAG(NOTE, TEXT_END_SENTENCE, "text-end", "末尾的标点不统一",
     "末尾没有标点，目录里受理单位、服务对象、时限、流程等栏另有%zu处以句号结尾",
     "请补上句号", "")
DIAG(NOTE, TEXT_END_SENTENCE_MARK, "text-end", "末尾的标点不统一",
     "末尾是“%.*s”，目录里受理单位、服务对象、时限、流程等栏另有%zu处以句号结尾",
     "请改为句号", "")
DIAG(NOTE, TEXT_END_SENTENCES, "text-end", "末尾的标点不统一",
     "这一栏有%zu处的末尾不是句号，这是第一处；目录里受理单位、服务对象、时限、流程等栏另有%zu处以句号结尾",
     "请逐处补上句号；末尾是别的标点的，改为句号", "")
DIAG(NOTE, TEXT_END_STOP, "text-end", "末尾的标点不统一",
     "列表里的这一条不是最后一条，末尾却是“%.*s”",
     "请统一：各项末尾用分号，最后一项用句号；或者都不用", "")
DIAG(NOTE, TEXT_END_FIELD, "text-end", "末尾的标点不统一",
     "列表里的这一条末尾没有标点，目录里这一栏的其他列表几乎都有",
     "请统一：各项末尾用分号，最后一项用句号；或者都不用", "")

/* check: what of a person must not be published */
DIAG(ERROR, PRIVACY_IDENTITY, "privacy-identity", "公开了身份证号码",
     "这里有个人的身份证号码（%.*s）",
     "请删去，或者中间几位用“*”代替", "《中华人民共和国政府信息公开条例》第十五条、《中华人民共和国个人信息保护法》第二十八条、GB 11643-1999")
DIAG(WARNING, PRIVACY_MOBILE, "privacy-mobile", "公开了手机号码",
     "这里有手机号码（%.*s）",
     "个人的请换成办公电话；单位专用的可以保留", "《中华人民共和国政府信息公开条例》第十五条")
DIAG(WARNING, PRIVACY_BANK_MAYBE, "privacy-bank", "公开了银行卡号",
     "这里的数字（%.*s）合于银行卡号的校验",
     "是个人的卡号请删去；不是的可以保留", "《中华人民共和国政府信息公开条例》第十五条、《中华人民共和国个人信息保护法》第二十八条")
DIAG(ERROR, PRIVACY_BANK, "privacy-bank", "公开了银行卡号",
     "这里有银行卡号（%.*s）",
     "请删去，或者中间几位用“*”代替", "《中华人民共和国政府信息公开条例》第十五条、《中华人民共和国个人信息保护法》第二十八条")

/* check: numbers of entries */
DIAG(WARNING, ENTRY_DOUBLED, "entry-doubled", "序号写了两遍",
     "序号写了两遍",
     "请只留一个，如“2. 2.”改为“2.”", "")
DIAG(WARNING, ENTRY_DOUBLED_MARKS, "entry-doubled", "序号写了两遍",
     "序号“%.*s”后面多了标点",
     "请只留一个标点", "")
DIAG(WARNING, ENTRY_DOUBLED_TWO, "entry-doubled", "序号写了两遍",
     "序号“%.*s”里有两个不同的数",
     "请核对是哪一个，只留一个", "")
DIAG(WARNING, ENTRY_DOUBLED_TEXT, "entry-doubled", "序号写了两遍",
     "已经有序号“%.*s”，正文开头又写了“%.*s”",
     "请删去正文里的序号", "")
DIAG(WARNING, ENTRY_DOUBLED_OTHER, "entry-doubled", "序号写了两遍",
     "序号是“%.*s”，正文开头又写着“%.*s”，两个数不同",
     "请核对是哪一个，只留一个", "")
DIAG(WARNING, ENTRY_MIXED, "entry-mixed", "序号的写法不一致",
     "序号“%.*s”与同一列表的其他序号（“%.*s”）写法不同",
     "请改成与其他序号一样的写法", "")
DIAG(NOTE, ENTRY_STYLE, "entry-mixed", "序号的写法不一致",
     "这个列表的序号写作“%.*s”，目录里同一栏的其他列表几乎都写作“%.*s”",
     "请统一写法；不影响办事，可以保留", "")
DIAG(WARNING, ENTRY_ORDER_GAP, "entry-order", "序号不连续",
     "序号“%.*s”前面是“%.*s”，中间缺号",
     "请核对是漏了一条，还是序号写错", "")
DIAG(WARNING, ENTRY_ORDER_REPEAT, "entry-order", "序号不连续",
     "序号“%.*s”重复，前面已经有“%.*s”",
     "请改正后一个及其后面的序号", "")
DIAG(WARNING, ENTRY_ORDER_BACK, "entry-order", "序号不连续",
     "序号“%.*s”排在“%.*s”后面，次序颠倒",
     "请核对是排错了位置，还是序号写错", "")
DIAG(WARNING, ENTRY_ORDER_AGAIN, "entry-order", "序号不连续",
     "序号“%.*s”又从头数起，前面已经数到“%.*s”",
     "请接着编号；确实是另一组的，前面加上小标题", "")
DIAG(WARNING, ENTRY_ORDER_LATE, "entry-order", "序号不连续",
     "列表从“%.*s”数起，前面没有别的条目",
     "请核对前面的条目是不是漏了，或者落在别的事项里", "")
DIAG(WARNING, ENTRY_ORDER_TORN, "entry-order", "序号不连续",
     "列表从“%.*s”数起，前一处同一栏的列表正好数到“%.*s”",
     "这几条是不是与前一处同属一个列表，请核对：合并单元格拆错了，前几条就会丢在别的事项里", "")
DIAG(WARNING, ENTRY_ORDER_JOINED, "entry-order", "序号不连续",
     "“%.*s”与前一份文件写在同一条里，没有自己的序号",
     "请另起一条，后面的序号顺延", "")
DIAG(WARNING, ENTRY_ORDER_NONE, "entry-order", "序号不连续",
     "这一条没有序号，后面一条是“%.*s”",
     "请补上序号", "")

/* check: forms */
DIAG(WARNING, FORM_TITLE_OTHER, "form-title", "材料与表单的名称不同",
     "这里写的是《%.*s》，%.*s写的是《%.*s》",
     "是同一张表的，请改成一样的名称", "")
DIAG(WARNING, FORM_MISSING, "form-missing", "提到的表单没有附上",
     "要填的《%.*s》没有附在目录里（%zu个事项提到）",
     "请把空白表放进forms/并附在事项后面；办事的人拿不到表，只能多跑一趟", "")
DIAG(NOTE, FORM_MISSING_OTHER, "form-missing", "提到的表单没有附上",
     "提到的《%.*s》没有附在目录里（%zu个事项提到）",
     "本单位的表请放进forms/并附上；别的部门出具的可以不附", "")
DIAG(NOTE, FORM_QUOTES, "form-quotes", "表名没有书名号",
     "表名“%.*s”没有书名号，目录里别的表名大多有",
     "请统一加上书名号，才看得出哪里是表名", "")
DIAG(NOTE, FORM_UNNAMED, "form-unnamed", "附了表单而没有提到",
     "附了表单《%.*s》，这个事项的材料、流程里都没有提到它",
     "请在办理材料里写上，或者去掉这张表", "")
DIAG(NOTE, FORM_UNUSED, "form-unused", "没有用到的表单",
     "表单《%.*s》（forms/%.*s.xml）没有一个事项附上或提到",
     "请附到用它的事项后面；不再使用的请删去文件", "")

/* check: materials */
DIAG(WARNING, MATERIAL_OPEN, "material-vague", "材料写得笼统",
     "“%.*s”是兜底的写法，看的人不知道还要带什么",
     "请逐项写明；没有别的材料就删去", "国办函〔2017〕115号（通报办事指南材料表述笼统）")
DIAG(NOTE, MATERIAL_VAGUE, "material-vague", "材料写得笼统",
     "“%.*s”没有写明是哪些",
     "请写明材料的名称，或者在后面用括号列出", "国办函〔2017〕115号（通报办事指南材料表述笼统）")
DIAG(NOTE, MATERIAL_CHART, "material-vague", "材料写得笼统",
     "流程图里的“%.*s”没有写明是哪些",
     "流程图请照办理材料写；办理材料也没有写明的，请一并写明", "国办函〔2017〕115号（通报办事指南材料表述笼统）")
DIAG(NOTE, MATERIAL_ETC, "material-vague", "材料写得笼统",
     "“%.*s”没有写明“等”里还有哪些",
     "请写明材料的名称，或者在后面用括号列出", "国办函〔2017〕115号（通报办事指南材料表述笼统）")
DIAG(NOTE, MATERIAL_CHART_ETC, "material-vague", "材料写得笼统",
     "流程图里的“%.*s”没有写明“等”里还有哪些",
     "流程图请照办理材料写；办理材料也没有写明的，请一并写明", "国办函〔2017〕115号（通报办事指南材料表述笼统）")
DIAG(NOTE, MATERIAL_ELSEWHERE, "material-vague", "材料写得笼统",
     "没有列出材料，只说“%.*s”",
     "请列出要带的材料，或者写明在哪里能看到", "国办函〔2017〕115号（通报办事指南材料表述笼统）")
DIAG(WARNING, MATERIAL_TWICE, "material-twice", "同一材料要了两次",
     "“%.*s”前面已经要过",
     "请删去一条；份数不同的写在一条里", "")
DIAG(WARNING, FLOW_MATERIALS, "flow-materials", "流程图与办理材料不一致",
     "流程图列的材料与办理材料不一致：%.*s",
     "请以办理材料为准改正流程图，或者补全办理材料", "")
DIAG(WARNING, FLOW_MATERIALS_VAGUE, "flow-materials", "流程图与办理材料不一致",
     "流程图列的材料与办理材料不一致：%.*s",
     "写得笼统的请先写明或删去，再统一；其余的以办理材料为准改正流程图，或者补全办理材料", "")
DIAG(NOTE, FLOW_TITLE, "flow-title", "流程图的图名与事项名称不同",
     "流程图的图名是“%.*s”，事项名称是“%.*s”；其他%zu幅图的图名都是事项名称",
     "请核对图名是不是漏了字，图是不是放错了事项", "")

/* check: contacts */
DIAG(WARNING, PHONE_COUNT, "phone-shape", "电话号码写法不对",
     "电话“%.*s”的位数不对",
     "请核对号码：区号后面是7位或8位，手机11位，400电话10位", "电信网编号计划")
DIAG(WARNING, PHONE_AREA_SHAPE, "phone-shape", "电话号码写法不对",
     "电话“%.*s”的区号不对",
     "请核对区号：010、02x，或以03至09开头的4位", "电信网编号计划")
DIAG(WARNING, PHONE_WIDE, "phone-shape", "电话号码写法不对",
     "电话“%.*s”里有全角数字",
     "请改为半角数字，手机上才能点开拨号", "")
DIAG(WARNING, PHONE_DASH, "phone-shape", "电话号码写法不对",
     "电话“%.*s”的连接号不是半角“-”",
     "请改为一个半角“-”，前后不留空格", "")
DIAG(WARNING, PHONE_JOINT, "phone-shape", "电话号码写法不对",
     "电话“%.*s”的区号后面没有“-”",
     "请在区号后面加上半角“-”", "")
DIAG(WARNING, PHONE_TWO, "phone-two", "同一单位两个号码",
     "同一受理单位的“%.*s”在各事项里有%zu个号码：%.*s",
     "请核对；确实分工不同的，请在号码前写明（如“参保”“报销”）", "")
DIAG(NOTE, PHONE_TWO_ITEM, "phone-two", "同一单位两个号码",
     "“%.*s”的电话在这里是%.*s，在本项的%s里是%.*s",
     "请核对号码，前面的名称是不是多写了；办理和查询本来就用两个号码的，可以保留", "")
DIAG(NOTE, PHONE_TWO_GROUPS, "phone-two", "同一单位两个号码",
     "同一受理单位的“%.*s”在不同主项里有%zu个号码：%.*s",
     "是分工不同的可以保留，最好在号码前写明；不是的请改成一样", "")
DIAG(WARNING, PHONE_AREA_TWIN, "phone-area", "区号与别处不同",
     "这里的区号是%.*s，同一个号码在别处是%.*s",
     "请核对区号", "")
DIAG(NOTE, PHONE_AREA, "phone-area", "区号与别处不同",
     "这里的区号是%.*s，目录里其他电话都是%.*s",
     "请核对；确实是外地电话的可以保留", "")
DIAG(WARNING, PHONE_CHANNEL, "phone-channel", "电话写成了线上渠道",
     "“%.*s”后面只有电话（%.*s），没有网址、公众号或APP",
     "请改为“电话查询”，或者写明网上办理的入口", "")
DIAG(WARNING, CHANNEL_INQUIRY, "channel-inquiry", "办理渠道里写了查询方式",
     "办理渠道里写的是“%.*s”",
     "请核对是不是“办理”之误，或者移到“查询方式”一栏", "")
DIAG(WARNING, PHONE_CHANNEL_HANDLING, "phone-channel", "电话写成了线上渠道",
     "“%.*s”后面只有电话（%.*s），没有网址、公众号或APP",
     "请改为“电话办理”，或者写明网上办理的入口", "")
DIAG(WARNING, CHANNEL_INQUIRY_PHONE, "channel-inquiry", "办理渠道里写了查询方式",
     "办理渠道里的“%.*s”后面只有电话（%.*s）",
     "请移到“查询方式”一栏，或者写明网上办理的入口", "")
DIAG(WARNING, CHANNEL_STEPS, "channel-steps", "流程里说的渠道，办理渠道里没有",
     "办理流程说可以“%.*s”办理，办理渠道里没有线上的渠道",
     "请在办理渠道里写明线上办理的入口；不能线上办理的，改正办理流程", "")
DIAG(ERROR, URL_SCHEME, "url-shape", "网址写法不对",
     "网址的开头“%.*s”不对",
     "网址以“http://”或“https://”开头，冒号和斜线都是半角", "RFC 3986")
DIAG(ERROR, URL_WIDE, "url-shape", "网址写法不对",
     "网址里有全角的“%.*s”",
     "请改为半角，否则打不开", "RFC 3986")
DIAG(WARNING, URL_BLANK, "url-shape", "网址写法不对",
     "网址“%.*s”后面断开了",
     "请删去网址中间的空格或换行", "RFC 3986")
DIAG(WARNING, URL_END, "url-shape", "网址写法不对",
     "网址末尾带着标点“%.*s”",
     "请改用全角标点，或与网址隔开，复制时才不会带上它", "")
DIAG(WARNING, URL_HOST, "url-shape", "网址写法不对",
     "网址里的“%.*s”不是完整的域名",
     "请核对域名，例如 www.gov.cn；端口写在冒号后面", "RFC 3986")
DIAG(WARNING, LINK_RELATIVE, "link-target", "链接或图片打不开",
     "网页旁边没有“%.*s”，在网站上打不开",
     "请写完整网址（https://…），或者指向本目录的网页，例如 forms/表单名.html；文件由您另外放进发布文件夹的，不必改", "")
DIAG(WARNING, LINK_IMAGE, "link-target", "链接或图片打不开",
     "图片“%.*s”不在本网站上，网页里只印它的说明文字",
     "请把图片放进发布文件夹，用相对的网址", "")
DIAG(WARNING, LINK_REFUSED, "link-target", "链接或图片打不开",
     "链接“%.*s”不能公布，网页里只印它的文字",
     "链接只能以 https://、http://、mailto:、tel: 开头，或者是相对的网址", "")

/* check: the basis, documents that are cited */
DIAG(ERROR, BASIS_COLUMN_ELEMENTS, "basis-column", "依据栏里不是依据",
     "%.*s栏里写的是“%.*s”，这是“%s”栏的内容，不是依据",
     "请改成法律、法规或文件的名称、文号和条款", "")
DIAG(WARNING, BASIS_COLUMN, "basis-column", "依据栏里不是依据",
     "%.*s栏里写的是“%.*s”，这是“%s”栏的内容，不是依据",
     "请改成法律、法规或文件的名称、文号和条款", "")
DIAG(NOTE, BASIS_COLUMN_UNKNOWN, "basis-column", "依据栏里不是依据",
     "%.*s栏里的“%.*s”里没有法律、法规或文件",
     "请写明文件的名称、文号和条款；内容属于别的栏的，请移过去", "")
DIAG(WARNING, BASIS_COLUMN_NOTES, "basis-column", "依据栏里不是依据",
     "备注里的这一条只是一个文件，而这一项的设定依据空着",
     "是设定依据的，请移到依据栏", "")
DIAG(WARNING, BASIS_COLUMN_SHARED, "basis-column", "依据栏里不是依据",
     "备注里的这一条只是一个文件，而用这段备注的%zu项（%.*s）设定依据都空着",
     "是设定依据的，请移到依据栏", "")
DIAG(WARNING, BASIS_BRACKETS, "basis-brackets", "文号的括号不对",
     "文号“%.*s”的年份没有用六角括号〔〕括起来",
     "年份写四位数，用六角括号〔〕，如〔2020〕", "GB/T 9704-2012第7.2.5条")
DIAG(NOTE, BASIS_BRACKETS_NONE, "basis-brackets", "文号的括号不对",
     "标题后面的文号“%.*s”没有放在圆括号里，目录里其他%zu处都放在圆括号里",
     "引用文件先写标题，再在圆括号里写文号", "")
DIAG(WARNING, BASIS_NUMBER_FIRST, "basis-number", "文号不规范",
     "文号“%.*s”的顺序号前多了“第”",
     "发文顺序号不加“第”字", "GB/T 9704-2012第7.2.5条")
DIAG(WARNING, BASIS_NUMBER_ZERO, "basis-number", "文号不规范",
     "文号“%.*s”的顺序号前多了0",
     "发文顺序号不编虚位，1不写成01", "GB/T 9704-2012第7.2.5条")
DIAG(WARNING, BASIS_NUMBER_END, "basis-number", "文号不规范",
     "文号“%.*s”的末尾没有“号”",
     "顺序号后面加“号”字", "GB/T 9704-2012第7.2.5条")
DIAG(WARNING, BASIS_NUMBER_BLANK, "basis-number", "文号不规范",
     "文号“%.*s”中间有空格",
     "请删去空格", "")
DIAG(ERROR, BASIS_NUMBER_YEAR, "basis-number", "文号不规范",
     "文号“%.*s”的年份“%.*s”不对",
     "年份写四位数，用六角括号〔〕，如〔2020〕；请核对原文件", "GB/T 9704-2012第7.2.5条")
DIAG(NOTE, BASIS_NUMBER_ORDER, "basis-number", "文号不规范",
     "令的编号写成了“%.*s”",
     "引用令时写“某某令第几号”，如“国务院令第259号”", "")
DIAG(NOTE, BASIS_NUMBER_FILE, "basis-number", "文号不规范",
     "文号“%.*s”后面的“文件”是多余的",
     "圆括号里的文号到“号”为止", "")
DIAG(WARNING, BASIS_QUOTES, "basis-quotes", "书名号不对",
     "“%.*s”没有加书名号",
     "引用法律、法规和文件，标题用书名号《》", "GB/T 15834-2011第4.15条")
DIAG(NOTE, BASIS_QUOTES_OUTER, "basis-quotes", "书名号不对",
     "文件的标题“%.*s”外面没有书名号",
     "整个标题用《》，里面的书名号改成〈〉", "GB/T 15834-2011第4.15条")
DIAG(WARNING, BASIS_QUOTES_NESTED, "basis-quotes", "书名号不对",
     "书名号里面的“%.*s”也用了双书名号",
     "书名号里面再用书名号，里面的用单书名号〈〉", "GB/T 15834-2011第4.15条")
DIAG(WARNING, BASIS_QUOTES_DOUBLED, "basis-quotes", "书名号不对",
     "“%.*s”的书名号重复了",
     "请删去一层书名号", "")
DIAG(WARNING, BASIS_QUOTES_HALF, "basis-quotes", "书名号不对",
     "“%.*s”用小于号、大于号代替单书名号",
     "请改用单书名号〈〉", "GB/T 15834-2011第4.15条")
DIAG(NOTE, BASIS_QUOTES_SINGLE, "basis-quotes", "书名号不对",
     "“%.*s”外面没有书名号，自己却用了单书名号",
     "单书名号〈〉只用在书名号《》里面", "GB/T 15834-2011第4.15条")
DIAG(NOTE, BASIS_VARIANTS, "basis-variants", "同一文件有几种写法",
     "《%.*s》在目录里有%zu种写法：%.*s",
     "同一文件请用一种写法", "")
DIAG(WARNING, BASIS_ARTICLE, "basis-article", "条款的写法不对",
     "条款“%.*s”没有写成“第几条”",
     "条款写成“第五十八条”的样子", "")
DIAG(WARNING, BASIS_ARTICLE_BROKEN, "basis-article", "条款的写法不对",
     "条款“%.*s”的数字不成数",
     "请核对，像是少了“十”字", "")
DIAG(WARNING, BASIS_ARTICLE_TWICE, "basis-article", "条款的写法不对",
     "“%.*s”与前面的“%.*s”重复",
     "请删去一个；是另一条写错了的，请改正", "")
DIAG(NOTE, BASIS_ARTICLE_ORDER, "basis-article", "条款的写法不对",
     "“%.*s”排在“%.*s”后面，次序颠倒",
     "条款从小到大排列；写错了的请改正", "")
DIAG(ERROR, BASIS_ARTICLE_LAST, "basis-article", "条款的写法不对",
     "《%.*s》只有%u条，没有“%.*s”",
     "请核对条款和文件", "")
DIAG(NOTE, BASIS_ARTICLE_NUMERALS, "basis-article", "条款的写法不对",
     "“%.*s”里有的用阿拉伯数字，有的用汉字",
     "请用一种数字；法律、法规的条文用汉字编号", "")
DIAG(WARNING, BASIS_LEVEL, "basis-level", "发文机关的级别不对",
     "发文机关“%.*s”的级别不对：“%.*s”没有%s",
     "厅是省级的部门，市、县的叫局；省政府的叫办公厅，县政府的叫办公室。请核对原文件的发文机关", "")
DIAG(WARNING, BASIS_LEVEL_BESIDE, "basis-level", "发文机关的级别不对",
     "发文机关“%.*s”的级别不对：文号“%.*s”是%.*s的",
     "联合发文的机关级别相同，请核对原文件的发文机关", "")
DIAG(WARNING, BASIS_ISSUER, "basis-issuer", "文号与发文机关对不上",
     "发文机关写的是“%.*s”，文号“%.*s”却是%.*s的",
     "请核对原文件，改正发文机关或文号", "")
DIAG(WARNING, BASIS_ISSUER_PLACE, "basis-issuer", "文号与发文机关对不上",
     "文号“%.*s”是%.*s的，印发的却是“%.*s”的办法",
     "请核对原文件，改正标题或文号", "")
DIAG(NOTE, BASIS_ISSUER_FAR, "basis-issuer", "文号与发文机关对不上",
     "文号“%.*s”是%.*s的，这份目录是%.*s的",
     "请核对文号；确实引用外省文件的可以保留", "")
DIAG(WARNING, BASIS_TWO_TITLES, "basis-two-titles", "同一文号有两个标题",
     "同一个文号“%.*s”，%.*s的标题是“%.*s”，这里是“%.*s”",
     "一个文号只有一个文件，请核对原文件，改正标题或文号", "")
DIAG(NOTE, BASIS_TITLE_NONE, "basis-title", "文件的标题不全",
     "“%.*s”只有文号，没有文件的标题",
     "请补上标题，如《……的通知》（……〔2020〕1号）；只有文号，读者找不到文件", "")
DIAG(NOTE, BASIS_TITLE_ABOUT, "basis-title", "文件的标题不全",
     "标题《%.*s》里没有“关于”“印发”这样的字，像是漏了字",
     "通知的标题是“关于……的通知”；请核对原文件", "")

/* check: brackets and quotation marks */
DIAG(WARNING, BRACKETS_UNCLOSED, "brackets", "括号、引号、书名号不成对",
     "只有 %s 没有 %s ：%.*s",
     "请补上另一半，或删去多余的一半", "")
DIAG(WARNING, BRACKETS_MISMATCH, "brackets", "括号、引号、书名号不成对",
     "前面是 %s ，后面却是 %s ：%.*s",
     "前后用同一种符号", "")
DIAG(WARNING, BRACKETS_CROSSING, "brackets", "括号、引号、书名号不成对",
     "%s %s 与 %s %s 交叉了：%.*s",
     "两对符号一对在外、一对在内，请调整位置", "")
DIAG(WARNING, BRACKETS_MIXED, "brackets", "括号、引号、书名号不成对",
     "一对括号前一半是 %s ，后一半是 %s",
     "中文里的括号用全角（）", "GB/T 15834-2011第4.9条")
DIAG(WARNING, BRACKETS_TURNED, "brackets", "括号、引号、书名号不成对",
     "引号的方向反了，这里应当是 %s ：%.*s",
     "前引号是“，后引号是”", "GB/T 15834-2011第4.8条")

/* check: time limits */
DIAG(WARNING, LIMIT_VAGUE, "limit-vague", "时限没有说定",
     "办理时限“%.*s”没有说定：“%.*s”不是期限",
     "请写明天数，如“不超过20个工作日”；当场能办完的写“即时办结”", "")
DIAG(WARNING, LIMIT_MEASURE, "limit-measure", "天数后面缺“个”",
     "“%.*s”缺一个“个”",
     "请在数字后面加上“个”", "")
DIAG(NOTE, LIMIT_CALENDAR, "limit-calendar", "没有写明是不是工作日",
     "办理时限“%.*s”没有写明是工作日还是自然日，而本目录的其他时限多数按工作日计",
     "请核对；按工作日的写“个工作日”，按自然日的写明“自然日”", "")
DIAG(WARNING, LIMIT_PAYMENT, "limit-payment", "要付款却写即时办结",
     "办理时限写“%.*s”，办理环节里却有“%.*s”",
     "请核对时限；付款要经过审核和转账，一般不能当场办结", "")
DIAG(WARNING, LIMIT_PAYMENT_CHART, "limit-payment", "要付款却写即时办结",
     "办理时限写“%.*s”，流程图里却有“%.*s”",
     "请核对时限；付款要经过审核和转账，一般不能当场办结", "")
DIAG(WARNING, LIMIT_CONFLICT, "limit-conflict", "同一事项有两个时限",
     "这里写“%.*s”，而这个事项的办理时限是“%.*s”",
     "请核对，改成一致；分情形的请写明各适用什么情形", "")
DIAG(WARNING, LIMIT_TWOFOLD, "limit-conflict", "同一事项有两个时限",
     "办理时限“%.*s”里有不同的时限，没有说明各适用什么情形",
     "请只留一个；分情形的请写明，如“线下即时办结，线上不超过2个工作日”", "")
DIAG(WARNING, LIMIT_SUM, "limit-sum", "分段的天数与总时限不符",
     "分%zu段写的天数合计是%u个工作日，而办理时限是“%.*s”",
     "请核对总时限和各段的天数，改成一致", "")
DIAG(NOTE, LIMIT_OUTLIER, "limit-outlier", "时限与同类事项不同",
     "办理时限“%.*s”与同一主项下环节相同的其他%zu项（%.*s）不同",
     "请核对是不是漏改；确有原因的可以保留", "")

/* check: what there should be besides, and numbers */
DIAG(WARNING, GROUP_EMPTY, "group-empty", "主项下面没有事项",
     "这个主项下面一个事项也没有",
     "请补上它的事项，或者删去这个主项", "")
DIAG(ERROR, CATALOG_EMPTY, "catalog-empty", "目录里没有事项",
     "目录里一个事项也没有，不能发布",
     "请写上主项（<group>）和它的事项（<item>）；还没有写好的，先不要放进 catalogs 文件夹", "")
DIAG(NOTE, FIELD_USUAL, "field-usual", "别的事项都有的内容",
     "“%.*s”没有“%s”，本目录另有%zu项有",
     "请核对是不是漏了；本来就没有的可以保留", "")
DIAG(WARNING, FIELD_USUAL_BASIS, "field-usual", "别的事项都有的内容",
     "“%.*s”没有“%s”，本目录另有%zu项有",
     "请补上法律、法规或文件的名称、文号和条款", "")
DIAG(WARNING, ELEMENT_MISSING, "element-missing", "办事指南缺一类要素",
     "全部事项都没有“%s”，检查指标把它列为办事指南的重点要素",
     "请补上，各项相同的可以写在<defaults>里；地点、时间、电话可以写在办理渠道、查询方式或备注里",
     "《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）")
DIAG(NOTE, ELEMENTS_OF_LIST, "element-missing", "办事指南缺一类要素",
     "这份清单没有%.*s%s；当作办事指南公布时，检查指标把这%s列为重点要素",
     "另有办事指南的，可以不补；没有的，请补上",
     "《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）")
DIAG(WARNING, FIELD_NUMBER, "field-number", "各项内容的编号不合常规",
     "编号“%.*s”与其他事项的写法不同",
     "请改成与其他事项一样；删去编号（各处的no=\"…\"），就印统一的编号", "")
DIAG(WARNING, FIELD_NUMBER_GAP, "field-number", "各项内容的编号不合常规",
     "编号从“%.*s”跳到“%.*s”",
     "请核对是漏了一项内容，还是编号写错", "")
DIAG(WARNING, FIELD_CUT, "field-truncated", "文字没有写完",
     "这段文字在句子中间断了，别处同样开头的一段是完整的",
     "请补全", "")
DIAG(WARNING, FIELD_ENTRIES, "field-truncated", "文字没有写完",
     "“%s”只有开头的%zu条，末尾是“%.*s”；别处同样开头的有%zu条",
     "请核对后面的是不是漏了", "")
DIAG(WARNING, FIELD_STEPS, "field-truncated", "文字没有写完",
     "办理环节到“%.*s”就断了，别处同样开头的到“办结”为止",
     "请补上后面的环节", "")
DIAG(WARNING, FIELD_CHART, "field-truncated", "文字没有写完",
     "流程图%s",
     "请照原图补全各个框和连线", "")
DIAG(WARNING, ITEM_NUMBER, "item-number", "序号不连续",
     "序号“%.*s”的次序不对",
     "请核对序号和事项的先后", "")
DIAG(WARNING, ITEM_NUMBER_REPEATED, "item-number", "序号不连续",
     "序号“%.*s”与前一项重复",
     "请改正其中一个", "")
DIAG(WARNING, ITEM_NUMBER_GAP, "item-number", "序号不连续",
     "序号从“%.*s”跳到“%.*s”",
     "请核对是漏了事项，还是序号写错", "")
DIAG(WARNING, ITEM_NUMBER_MISSING, "item-number", "序号不连续",
     "没有序号，而别的事项都有",
     "请补上序号", "")
DIAG(WARNING, GROUP_NUMBER, "group-number", "主项的编号不连续",
     "主项的编号“%.*s”次序不对",
     "请核对编号和主项的先后", "")
DIAG(WARNING, GROUP_NUMBER_REPEATED, "group-number", "主项的编号不连续",
     "主项的编号“%.*s”与前一个重复",
     "请改正其中一个", "")
DIAG(WARNING, GROUP_NUMBER_GAP, "group-number", "主项的编号不连续",
     "主项的编号从“%.*s”跳到“%.*s”",
     "请核对是漏了主项，还是编号写错", "")
DIAG(WARNING, GROUP_NUMBER_MISSING, "group-number", "主项的编号不连续",
     "这个主项没有编号，而别的主项都有",
     "请补上编号", "")

/* check: disclosure catalogs */
DIAG(WARNING, DEADLINE_HANDLING, "disclosure-deadline", "公开时限写成了办理时限",
     "“%.*s”是办理时限，不是公开时限",
     "公开时限是信息多久内公开；办理时限写进办事指南",
     "《政府信息公开条例》（国务院令第711号）第二十六条；国办发〔2019〕54号")
DIAG(NOTE, DEADLINE_BARE, "disclosure-deadline", "公开时限写成了办理时限",
     "公开时限“%.*s”没有写从哪一天起算",
     "请写完整；是办理时限的，请改为公开时限",
     "《政府信息公开条例》（国务院令第711号）第二十六条；国办发〔2019〕54号")
DIAG(WARNING, DEADLINE_BARE_AMONG, "disclosure-deadline", "公开时限写成了办理时限",
     "“%.*s”没有写从何时起算；同栏另有“%.*s”，看来填的是办理时限",
     "公开时限是信息多久内公开；办理时限写进办事指南",
     "《政府信息公开条例》（国务院令第711号）第二十六条；国办发〔2019〕54号")
DIAG(NOTE, DISCLOSURE_ELEMENTS, "disclosure-elements", "公开要素不全",
     "公开内容（要素）没有：%.*s",
     "请核对；本地的标准目录没有规定的可以不补", "基层政务公开标准目录的样式（社会保险领域）")
DIAG(WARNING, AUDIENCE_NONE, "disclosure-audience", "公开对象要选一个",
     "没有选公开对象",
     "请在全社会和特定群体中选一个", "基层政务公开标准目录的样式（社会保险领域）")
DIAG(WARNING, AUDIENCE_MORE, "disclosure-audience", "公开对象要选一个",
     "公开对象同时选了%.*s",
     "请只选一个；向全社会公开的，不必再选特定群体", "基层政务公开标准目录的样式（社会保险领域）")
DIAG(WARNING, MODE_NONE, "disclosure-mode", "公开方式要选一个",
     "没有选公开方式",
     "请在主动和依申请公开中选一个", "基层政务公开标准目录的样式（社会保险领域）")
DIAG(WARNING, MODE_MORE, "disclosure-mode", "公开方式要选一个",
     "公开方式同时选了%.*s",
     "请只选一个", "基层政务公开标准目录的样式（社会保险领域）")
DIAG(WARNING, LEVEL_NONE, "disclosure-level", "公开层级没有选",
     "没有选公开层级",
     "请至少选一级", "基层政务公开标准目录的样式（社会保险领域）")
DIAG(NOTE, DISCLOSURE_CHANNEL, "disclosure-channel", "公开渠道不在规定的13种里",
     "“%.*s”不在标准目录的13种公开渠道和载体里",
     "请改用规定的名称，或写在“其他”后面", "基层政务公开标准目录的样式（社会保险领域）")
DIAG(NOTE, CHANNEL_PLAIN, "disclosure-channel", "公开渠道不在规定的13种里",
     "公开渠道和载体只写了选中的，没有列出全部13种",
     "请按标准目录列出，■表示选中，□表示没有选", "基层政务公开标准目录的样式（社会保险领域）")
DIAG(WARNING, CHANNEL_NONE, "disclosure-channel", "公开渠道不在规定的13种里",
     "公开渠道和载体一种也没有选中",
     "请把用到的改为■", "基层政务公开标准目录的样式（社会保险领域）")

/* acceptances */
DIAG(WARNING, ACCEPT_RULE, "accept-rule", "接受的规则不存在",
     "没有“%.*s”这条规则，这一条接受不起作用",
     "规则的名称见 mulu check --rules", "")
DIAG(WARNING, ACCEPT_UNUSED, "accept-unused", "接受的问题已经没有了",
     "%.*s已没有规则“%.*s”的问题，这一条接受不起作用",
     "问题已经改好的，请删去这一条；位置写错的，请核对 at", "")
DIAG(WARNING, ACCEPT_TWICE, "accept-twice", "同一接受写了两次",
     "规则“%.*s”在%.*s的问题前面已经接受过，这一条是重复的",
     "请删去其中一条；本来要写别处的，请改 at", "")

/* check: the notice */
DIAG(WARNING, WEB_FUTURE, "web-future", "发布时间在今天以后",
     "网页的发布时间“%.*s”还没有到，今天是 %.*s",
     "请核对年份；今天的日期不对的，请核对本机的时钟", "国办发〔2017〕47号附件：PubDate")
DIAG(WARNING, WEB_EARLY, "web-early", "发布时间早于文件",
     "网页的发布时间“%.*s”早于文件的日期 %.*s",
     "请核对哪一个写错了", "")
DIAG(WARNING, WEB_EARLY_NUMBER, "web-early", "发布时间早于文件",
     "网页的发布时间“%.*s”早于文号“%.*s”的年份",
     "请核对哪一个写错了", "")
DIAG(WARNING, NOTICE_SIGNER, "notice-signer", "通知没有署名",
     "通知没有发文机关署名",
     "请在 <notice> 里的 <signer> 写上发文机关的全称或规范化简称", "GB/T 9704-2012第7.3.5条")
DIAG(NOTE, NOTICE_SIGNER_OTHER, "notice-signer", "署名与发布机关不同",
     "署名是“%.*s”，目录的发布机关是“%.*s”",
     "请核对哪一个写错了；确实由另一个机关发布的可以保留", "")
DIAG(WARNING, NOTICE_DATE, "notice-date", "通知没有成文日期",
     "通知没有成文日期",
     "请在 <notice> 里的 <date> 写上签发的日期，如 2020-12-28", "GB/T 9704-2012第7.3.5条")
DIAG(WARNING, NOTICE_DATE_OTHER, "notice-form", "日期对不上",
     "通知的成文日期是%.*s，目录开头的文件日期是%.*s",
     "请核对，两处应当相同", "")
DIAG(WARNING, NOTICE_PRINTED, "notice-form", "日期对不上",
     "印发日期%.*s早于成文日期%.*s",
     "请核对；印发日期是送印的日期，不会早于成文日期", "GB/T 9704-2012第7.4.3条")
DIAG(WARNING, NOTICE_NUMBER_NONE, "notice-number", "通知没有发文字号",
     "通知没有发文字号",
     "请在 <notice> 里的 <number> 写上发文字号", "GB/T 9704-2012第7.2.5条")
DIAG(WARNING, NOTICE_NUMBER, "notice-number", "发文字号不完整",
     "发文字号“%.*s”不是“机关代字〔年份〕顺序号”的样子",
     "请写成“沅医保发〔2020〕3号”的样子，年份四位，用六角括号", "GB/T 9704-2012第7.2.5条")
DIAG(WARNING, NOTICE_NUMBER_OTHER, "notice-number", "两处文号不同",
     "通知的发文字号是“%.*s”，目录开头的文号是“%.*s”",
     "请核对，两处应当相同", "")
DIAG(NOTE, NOTICE_NUMBER_YEAR, "notice-number", "文号的年份与日期不同",
     "发文字号是%.*s年的，成文日期是%.*s",
     "请核对年份", "GB/T 9704-2012第7.2.5条")
DIAG(WARNING, NOTICE_TITLE_NONE, "notice-title", "通知没有标题",
     "通知没有标题",
     "请在 <notice> 里的 <title> 写上标题，如“某某局关于印发《……》的通知”", "GB/T 9704-2012第7.3.1条")
DIAG(WARNING, NOTICE_TITLE_KIND, "notice-title", "标题没有文种",
     "通知的标题末尾没有“通知”“通告”等文种",
     "标题由发文机关名称、事由、文种组成，如“某某局关于印发《……》的通知”", "GB/T 9704-2012第7.3.1条")
DIAG(NOTE, NOTICE_TITLE_ABOUT, "notice-title", "标题里没有“关于”",
     "通知的标题里没有“关于”",
     "标题由发文机关名称、事由、文种组成，如“某某局关于印发《……》的通知”", "GB/T 9704-2012第7.3.1条")
DIAG(WARNING, NOTICE_TITLE_OTHER, "notice-title", "通知与目录的名称不同",
     "通知印发的是《%.*s》，目录的标题是《%.*s》",
     "请核对，名称应当一字不差", "GB/T 9704-2012第7.3.7条")
DIAG(WARNING, NOTICE_TITLE_BODY, "notice-title", "正文与标题的名称不同",
     "正文里印发的是《%.*s》，标题里是《%.*s》",
     "请核对，名称应当一字不差", "")
DIAG(WARNING, NOTICE_TITLE_ORGAN, "notice-title", "标题与署名的机关不同",
     "标题里的发文机关是“%.*s”，署名是“%.*s”",
     "请核对，标题和署名应当是同一个机关", "GB/T 9704-2012第7.3.1条、第7.3.5条")
DIAG(WARNING, NOTICE_TO, "notice-to", "主送机关后面没有冒号",
     "主送机关“%.*s”后面没有冒号",
     "主送机关的最后用全角冒号", "GB/T 9704-2012第7.3.2条")
DIAG(NOTE, NOTICE_TO_NONE, "notice-to", "没有主送机关",
     "通知没有主送机关",
     "请在 <notice> 里的 <to> 写上主要受理的机关；面向社会的通告、公告没有主送机关", "GB/T 9704-2012第7.3.2条")
DIAG(WARNING, NOTICE_ANNEX_MARK, "notice-annex", "附件说明不规范",
     "附件名称后面有标点“%.*s”",
     "附件名称后面不加标点", "GB/T 9704-2012第7.3.4条")
DIAG(WARNING, NOTICE_ANNEX_OTHER, "notice-annex", "附件与目录的名称不同",
     "附件说明写的是“%.*s”，目录的标题是“%.*s”",
     "附件说明与附件的标题应当一致", "GB/T 9704-2012第7.3.7条")
DIAG(WARNING, NOTICE_ANNEX_NUMBERS, "notice-annex", "附件没有编号",
     "有%zu个附件，都没有编号",
     "有几个附件的，用阿拉伯数字编号，如“1.”", "GB/T 9704-2012第7.3.4条")
DIAG(NOTE, NOTICE_ANNEX_NUMBER, "notice-annex", "一个附件不用编号",
     "只有一个附件，却编了“%.*s”",
     "只有一个附件的不编号", "GB/T 9704-2012第7.3.4条")
DIAG(WARNING, NOTICE_ORDER, "notice-order", "附注的位置不对",
     "附注“%.*s”写在通知的正文里，会印在署名的上面",
     "请移到 <notice> 里的 <remark>，它印在成文日期的下一行", "GB/T 9704-2012第7.3.6条")
DIAG(WARNING, NOTICE_REMARK, "notice-order", "附注没有加圆括号",
     "附注“%.*s”没有加圆括号",
     "附注要加圆括号，如“（此件主动公开）”", "GB/T 9704-2012第7.3.6条")

/* check: one thing written in several ways, and small slips */
DIAG(WARNING, LIMIT_DOUBLED, "limit-doubled", "“不超过”和“内”重复",
     "“%.*s”里的“%.*s”和“%.*s”说的是一回事",
     "请删去一个，如“不超过2个工作日”或“2个工作日内”", "")
DIAG(NOTE, LIMIT_FORM, "limit-form", "时限的写法不一致",
     "“%.*s”前面没有“不超过”，另有%zu处写作“不超过……”",
     "请统一写法", "")
DIAG(NOTE, ENTRY_END_EXTRA, "entry-end", "列表末尾的标点不一致",
     "末尾多了“%.*s”，同一列表的另外%zu条没有标点",
     "请统一：各条末尾用分号，最后一条用句号；或者都不用", "")
DIAG(NOTE, ENTRY_END_TWO, "entry-end", "列表末尾的标点不一致",
     "两条的末尾不一致：这一条有“%.*s”，另一条没有标点",
     "请统一：两条都不用，或者前一条用分号、后一条用句号", "")
DIAG(NOTE, ENTRY_END_MISSING, "entry-end", "列表末尾的标点不一致",
     "最后一条的末尾没有句号，前面的%s有标点",
     "请补上句号；各条都不用标点的，都删去", "")
DIAG(NOTE, ENTRY_SINGLE, "entry-single", "只有一条也编了号",
     "只有一条，却编了“%.*s”，另有%zu处只有一条的不编号",
     "请删去序号；漏了后面的条目请补上", "")
DIAG(NOTE, TERM_VARIANTS, "term-variants", "同一事物有两种写法",
     "“%s”写了%zu处%.*s，另有%zu处写作“%s”",
     "请统一用后一种", "")
DIAG(WARNING, TEXT_OUTDATED, "text-outdated", "已经不用的名称",
     "“%s”自%u年起已经不用，现在是“%s”",
     "请改用现在的名称；办事的人会去找一个已经没有的证件", "")
DIAG(WARNING, TEXT_OUTDATED_BIRTH, "text-outdated", "已经不用的名称",
     "“%s”是以前的叫法；%u年起生育两个以内孩子的只%s、不审批",
     "请改用本地现在发的凭证的名称，如生育服务证、生育登记凭证", "")
DIAG(NOTE, TEXT_OUTDATED_NAME, "text-outdated", "已经不用的名称",
     "“%s”自%u年起已经不用，现在是“%s”",
     "请改用现在的名称；确实指以前认定的人，可以保留", "")
DIAG(NOTE, TEXT_OUTDATED_SINCE, "text-outdated", "印发以后改了的名称",
     "“%s”自%u年起不用，现在是“%s”；目录印发时还没有改",
     "修订目录时请改用现在的名称", "")
DIAG(WARNING, OFFICE_ABBREVIATION, "office-variants", "受理单位的写法与别处不同",
     "简称%.*s在这里指“%.*s”，另有%zu项指“%.*s”",
     "一个简称只能指一个单位；是同一单位的，请写它的全称", "")
DIAG(WARNING, OFFICE_KIND, "office-variants", "受理单位的写法与别处不同",
     "“%.*s”没有写明是哪个机构，另有%zu项写的是“%.*s”",
     "请写明受理单位的名称", "")
DIAG(NOTE, OFFICE_NEAR, "office-variants", "受理单位的写法与别处不同",
     "这里写的是“%.*s”，其他%zu项写的是“%.*s”",
     "是同一单位的，请改成一样；确实是两个单位的可以保留", "")
DIAG(WARNING, PLACE_VAGUE, "place-vague", "办理地点没有写明",
     "“%.*s”没有地址，另有%zu处写明了",
     "请写明路名、门牌和楼层", "")
DIAG(NOTE, TITLE_VARIANTS, "title-variants", "名称与同组的写法不同",
     "名称里没有“%.*s”，同组其他%zu项都有",
     "请核对是不是漏了；确实不同的可以保留", "")
DIAG(WARNING, TEXT_COPIED, "text-copied", "两栏的内容一样",
     "这一段与本项“%s”栏里的一字不差",
     "请核对是不是复制以后没有改", "")
DIAG(NOTE, ENTRY_NEAR, "entry-near", "比别处少了几个字",
     "“%.*s”在其他%zu处都写作“%.*s”",
     "请核对是不是漏了字；确实不同的可以保留", "")
DIAG(NOTE, ENTRY_TURNED, "entry-near", "词序与别处不同",
     "“%.*s”在其他%zu处都写作“%.*s”",
     "请核对词序", "")
DIAG(WARNING, FORM_BOX, "form-box", "选项前面没有方框",
     "“%.*s”前面没有“□”，与它并列的一行有",
     "请补上方框，填表的人才知道在哪里打勾", "")
DIAG(WARNING, TEXT_BREAK, "text-break", "文件的标题中间断行",
     "文件的标题在“%.*s”和“%.*s”之间断开了",
     "请删去标题中间的换行", "")
