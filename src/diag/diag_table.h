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
