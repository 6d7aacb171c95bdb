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

/* fonts and drawing */
DIAG(ERROR, FONT_FILE, "font-file", "指定的字体文件不能用",
     "字体文件“%.*s”（用作%s）不能用：%s",
     "请核对 site.xml 里的字体路径和序号；去掉这一项就用系统自带的字体", "")
DIAG(ERROR, FONT_PACKAGE, "font-package", "缺少系统字体",
     "打不开字体“%.*s”（用作%s）：%s",
     "请安装字体（apt install fonts-noto-cjk fonts-lxgw-wenkai），或在 site.xml 里指定字体文件", "")
DIAG(NOTE, FONT_SUBSTITUTE, "font-substitute", "用别的字体代替",
     "没有免费可用的%s字体，改用“%.*s”",
     "单位有正版字体的，把字体文件写进 site.xml 的 fonts", "")
DIAG(ERROR, FONT_GLYPH, "glyph-missing", "字体里没有的字",
     "《%.*s》里的“%.*s”（U+%04X）所有字体都没有，印成了空框",
     "请核对是不是打错的字；确实要用的，在 site.xml 里换一种含有这个字的字体", "")
DIAG(ERROR, PDF_WRITE, "pdf-write", "生成 PDF 失败",
     "《%.*s》的 PDF 没有生成：%s",
     "请核对内存是否够用、字体文件是否完好，再试一次", "")
