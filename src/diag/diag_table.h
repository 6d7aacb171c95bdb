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
