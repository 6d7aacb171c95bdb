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

/* command line */
DIAG(ERROR, USAGE, "usage", "用法不对",
     "%.*s",
     "用 mulu --help 或 mulu 命令 --help 看用法", "")
DIAG(ERROR, OUTPUT, "output", "结果写不出去",
     "结果写不到标准输出：%s",
     "请核对输出到哪里", "")
DIAG(ERROR, NO_CATALOG, "no-catalog", "找不到目录",
     "“%.*s”不是目录：没有这个文件夹，或者其中没有 catalog.xml",
     "请给出目录的文件夹、其中的 catalog.xml，或者 catalogs/ 下的名称", "")
DIAG(ERROR, NO_CATALOG_NEAR, "no-catalog", "找不到目录",
     "“%.*s”不是目录：没有这个文件夹，或者其中没有 catalog.xml；是不是“%.*s”？",
     "请给出目录的文件夹、其中的 catalog.xml，或者 catalogs/ 下的名称", "")
DIAG(ERROR, NO_CATALOGS, "no-catalog", "找不到目录",
     "文件夹“%.*s”下没有任何目录",
     "请在项目文件夹里运行，或者用 -C 指出项目文件夹；用 mulu new 新建目录", "")

/* publish */
DIAG(ERROR, PUBLISH_BUSY, "publish-busy", "另一次发布正在进行",
     "“%.*s”正由另一次运行更新",
     "请等那一次结束后再运行；已发布的网站没有改动", "")
DIAG(ERROR, PUBLISH_FOREIGN, "publish-foreign", "不是 mulu 的输出文件夹",
     "“%.*s”里有内容，但不是 mulu 生成的网站，没有覆盖它",
     "请用 -o 给出一个空文件夹或不存在的文件夹", "")
DIAG(ERROR, PUBLISH_PATH, "publish-path", "文件名不安全",
     "不能发布名为“%.*s”的文件：只许用字母、数字、点、横线和下划线",
     "请改正目录中的 path、编号或表单文件名", "")
DIAG(ERROR, PUBLISH_SWAP, "publish-swap", "文件系统不能交换文件夹",
     "“%.*s”所在的文件系统不能一步交换新旧两个文件夹，没有发布",
     "请把输出放到本机磁盘（ext4、xfs、btrfs、tmpfs）上，再复制到目的地", "")
DIAG(NOTE, PUBLISH_KEPT, "publish-kept", "别人放的文件保留",
     "“%.*s”不是 mulu 生成的，予以保留",
     "", "")
DIAG(WARNING, PUBLISH_LEFT, "publish-left", "旧文件夹没有删净",
     "新网站已发布，但旧文件夹“%.*s”没有删净：%s",
     "请手工删除它", "")

/* templates */
DIAG(ERROR, TEMPLATE_READ, "template-read", "模板读不了",
     "读不了模板“%.*s”：%s",
     "请核对 templates/ 文件夹中的这个文件及其权限", "")
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
DIAG(ERROR, TEMPLATE_MORE, "template-more", "模板错误太多",
     "模板里的错误超过 %d 处，从这里起不再列出",
     "请先改正已列出的，再运行一次", "")
