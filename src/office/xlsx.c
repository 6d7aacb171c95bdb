#include "office/xlsx.h"

#include "base/file.h"
#include "office/xlsx_check.h"
#include "office/xlsx_style.h"
#include "office/xlsx_text.h"

#include <xlsxwriter.h>

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum {
    WORKBOOK_BYTES = 512 << 20, /* read back from the temporary file */
    WIDEST = 60
};

struct column {
    double least, most; /* most 0: no bounds were given */
    size_t seen;
    bool hidden;
};

struct xlsx_sheet {
    struct xlsx *x;
    lxw_worksheet *sheet;
    VEC(struct column) columns;
};

struct xlsx {
    struct arena *arena;
    lxw_workbook *book;
    lxw_format *formats[XLSX_STYLES];
    VEC(struct xlsx_sheet *) sheets;
    struct str_list names;
    struct str folder, file, title;
    lxw_error error; /* the first one */
};

/* ---- workbook ---- */

/* The time the file is to pretend (https://reproducible-builds.org/specs/), else the first
 * day of 2000; 0 would make the library ask the clock. */
static time_t pretended_time(void)
{
    static const time_t fixed = 946684800;
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end;
    long long seconds = text ? strtoll(text, &end, 10) : 0;
    bool good = text && end != text && !*end && seconds > 0 && seconds < 253402300800;
    return good ? (time_t)seconds : fixed;
}

static bool make_folder(struct xlsx *x)
{
    const char *base = getenv("TMPDIR");
    x->folder = str_print(x->arena, "%s/mulu-XXXXXX", base && *base ? base : "/tmp");
    if (!mkdtemp((char *)x->folder.s)) {
        x->folder = STR("");
        return false;
    }
    x->file = str_print(x->arena, "%.*s/book.xlsx", STR_ARG(x->folder));
    return true;
}

static void set_properties(struct xlsx *x, time_t created)
{
    lxw_doc_properties properties = {.title = (char *)x->title.s, .created = created};
    workbook_set_properties(x->book, &properties);
}

struct xlsx *xlsx_new(struct str title, const char **why)
{
    struct xlsx *x = heap_alloc(sizeof *x);
    *x = (struct xlsx){.arena = arena_new()};
    if (!make_folder(x)) {
        *why = file_why(errno);
        xlsx_drop(x);
        return NULL;
    }
    lxw_workbook_options options = {.tmpdir = (char *)x->folder.s};
    x->book = workbook_new_opt(x->file.s, &options);
    if (!x->book) {
        *why = file_why(ENOMEM);
        xlsx_drop(x);
        return NULL;
    }
    enum { TITLE_UNITS = 255 };
    x->title = xlsx_fit(x->arena, title, TITLE_UNITS);
    set_properties(x, pretended_time());
    for (int i = 0; i < XLSX_STYLES; i++)
        x->formats[i] = xlsx_format(x->book, (enum xlsx_style)i);
    return x;
}

void xlsx_drop(struct xlsx *x)
{
    if (!x)
        return;
    const char *why;
    if (x->book)
        lxw_workbook_free(x->book);
    if (x->folder.n)
        dir_remove(x->folder.s, &why); /* what is left is in the folder for such things */
    arena_drop(x->arena);
    free(x);
}

void xlsx_date(struct xlsx *x, struct str iso)
{
    struct tm day = {0};
    struct arena *scratch = arena_new();
    const char *text = str_copy(scratch, iso).s; /* for its NUL */
    if (sscanf(text, "%4d-%2d-%2d", &day.tm_year, &day.tm_mon, &day.tm_mday) == 3) {
        day.tm_year -= 1900;
        day.tm_mon -= 1;
        time_t seconds = timegm(&day);
        if (seconds > 0)
            set_properties(x, seconds);
    }
    arena_drop(scratch);
}

static void set_widths(struct xlsx_sheet *s)
{
    for (size_t i = 0; i < s->columns.n; i++) {
        const struct column *c = &s->columns.at[i];
        double most = c->most > 0 ? c->most : WIDEST, width = (double)c->seen + 1.5;
        width = width < c->least ? c->least : width > most ? most : width;
        lxw_row_col_options options = {.hidden = c->hidden};
        worksheet_set_column_opt(s->sheet, (lxw_col_t)i, (lxw_col_t)i, width, NULL,
                                 &options);
    }
}

static const char *reason(lxw_error error)
{
    switch (error) {
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
    case LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED:
        return "表格超过了 Excel 的行数、列数或链接数上限";
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_CREATING_TMPFILE: return "临时文件夹（TMPDIR）里建不了文件";
    default: return "临时文件没有写完整，多半是临时文件夹（TMPDIR）所在的磁盘已满";
    }
}

/* The library tells of failures on standard error, in English and without the file that
 * matters; the caller tells of them instead. */
static lxw_error close_quietly(lxw_workbook *book)
{
    int kept = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept >= 0 && nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
    lxw_error error = workbook_close(book); /* frees it in either case */
    if (kept >= 0)
        dup2(kept, STDERR_FILENO);
    if (kept >= 0)
        close(kept);
    if (nowhere >= 0)
        close(nowhere);
    return error;
}

/* Ends the workbook's file and reads it back. */
static bool finish(struct xlsx *x, struct buf *out, const char **why)
{
    for (size_t i = 0; i < x->sheets.n; i++)
        set_widths(x->sheets.at[i]);
    lxw_error error = close_quietly(x->book);
    x->book = NULL;
    error = x->error ? x->error : error;
    if (error) {
        *why = reason(error);
        return false;
    }
    struct str bytes;
    if (!file_read(x->arena, x->file.s, WORKBOOK_BYTES, &bytes, why))
        return false;
    if (!xlsx_whole(bytes)) {
        *why = reason(LXW_ERROR_READING_TMPFILE);
        return false;
    }
    buf_put(out, bytes);
    return true;
}

bool xlsx_close(struct xlsx *x, struct buf *out, const char **why)
{
    assert(x->sheets.n);
    bool done = finish(x, out, why);
    xlsx_drop(x);
    return done;
}

static void note(struct xlsx *x, lxw_error error)
{
    if (!x->error)
        x->error = error;
}

/* ---- sheets ---- */

struct xlsx_sheet *xlsx_sheet(struct xlsx *x, struct str name)
{
    struct str valid = xlsx_sheet_name(x->arena, name, &x->names);
    *vec_push(x->arena, &x->names) = valid;
    struct xlsx_sheet *s = arena_alloc(x->arena, sizeof *s);
    s->x = x;
    s->sheet = workbook_add_worksheet(x->book, valid.s);
    assert(s->sheet);
    /* Codes are texts; no green corner beside each. */
    worksheet_ignore_errors(s->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    *vec_push(x->arena, &x->sheets) = s;
    return s;
}

static struct column *column_at(struct xlsx_sheet *s, size_t column)
{
    while (s->columns.n <= column)
        vec_push(s->x->arena, &s->columns);
    return &s->columns.at[column];
}

void xlsx_width(struct xlsx_sheet *s, size_t column, double least, double most)
{
    struct column *c = column_at(s, column);
    c->least = least;
    c->most = most;
}

void xlsx_hide(struct xlsx_sheet *s, size_t column)
{
    column_at(s, column)->hidden = true;
}

/* Lines over the table do not widen its columns, nor do turned heads. */
static void widen(struct xlsx_sheet *s, size_t column, enum xlsx_style style,
                  struct str text)
{
    if (style == XLSX_TITLE || style == XLSX_LINE || style == XLSX_UPRIGHT)
        return;
    struct column *c = column_at(s, column);
    size_t columns = xlsx_columns(text);
    c->seen = columns > c->seen ? columns : c->seen;
}

void xlsx_text(struct xlsx_sheet *s, size_t row, size_t column, enum xlsx_style style,
               struct str text)
{
    struct arena *scratch = arena_new();
    struct str fit = xlsx_fit(scratch, text, XLSX_MOST_TEXT);
    lxw_format *f = s->x->formats[style];
    widen(s, column, style, fit);
    note(s->x,
         fit.n ? worksheet_write_string(s->sheet, (lxw_row_t)row, (lxw_col_t)column,
                                        fit.s, f)
               : worksheet_write_blank(s->sheet, (lxw_row_t)row, (lxw_col_t)column, f));
    arena_drop(scratch);
}

void xlsx_number(struct xlsx_sheet *s, size_t row, size_t column, enum xlsx_style style,
                 size_t number)
{
    struct arena *scratch = arena_new();
    widen(s, column, style, str_number(scratch, number));
    arena_drop(scratch);
    note(s->x, worksheet_write_number(s->sheet, (lxw_row_t)row, (lxw_col_t)column,
                                      (double)number, s->x->formats[style]));
}

void xlsx_rate(struct xlsx_sheet *s, size_t row, size_t column, double number)
{
    enum { COLUMNS = 6 };
    struct column *c = column_at(s, column);
    c->seen = c->seen < COLUMNS ? COLUMNS : c->seen;
    note(s->x, worksheet_write_number(s->sheet, (lxw_row_t)row, (lxw_col_t)column, number,
                                      s->x->formats[XLSX_RATE]));
}

void xlsx_merge(struct xlsx_sheet *s, size_t row, size_t column, size_t rows,
                size_t columns, enum xlsx_style style, struct str text)
{
    if (rows * columns == 1) {
        xlsx_text(s, row, column, style, text);
        return;
    }
    struct arena *scratch = arena_new();
    struct str fit = xlsx_fit(scratch, text, XLSX_MOST_TEXT);
    note(s->x, worksheet_merge_range(s->sheet, (lxw_row_t)row, (lxw_col_t)column,
                                     (lxw_row_t)(row + rows - 1),
                                     (lxw_col_t)(column + columns - 1), fit.s,
                                     s->x->formats[style]));
    arena_drop(scratch);
}

void xlsx_link(struct xlsx_sheet *s, size_t row, size_t column, struct str file,
               struct str text)
{
    struct arena *scratch = arena_new();
    struct str url = str_print(scratch, "external:%.*s", STR_ARG(file));
    widen(s, column, XLSX_LINK, text);
    note(s->x, worksheet_write_url_opt(s->sheet, (lxw_row_t)row, (lxw_col_t)column, url.s,
                                       s->x->formats[XLSX_LINK],
                                       xlsx_fit(scratch, text, XLSX_MOST_TEXT).s, NULL));
    arena_drop(scratch);
}

void xlsx_choices(struct xlsx_sheet *s, size_t column, size_t first, size_t last,
                  const char *const *words, size_t n, const char *about)
{
    char *list[16] = {NULL}; /* the library reads them only */
    assert(n < sizeof list / sizeof *list);
    for (size_t i = 0; i < n; i++)
        list[i] = (char *)words[i];
    lxw_data_validation choice = {
        .validate = LXW_VALIDATION_TYPE_LIST,
        .value_list = list,
        .dropdown = LXW_VALIDATION_ON,
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_ON,
        .show_error = LXW_VALIDATION_OFF, /* another answer may be written too */
        .input_title = (char *)"答复",
        .input_message = (char *)about,
    };
    note(s->x,
         worksheet_data_validation_range(s->sheet, (lxw_row_t)first, (lxw_col_t)column,
                                         (lxw_row_t)last, (lxw_col_t)column, &choice));
}

void xlsx_height(struct xlsx_sheet *s, size_t row, double points)
{
    note(s->x, worksheet_set_row(s->sheet, (lxw_row_t)row, points, NULL));
}

size_t xlsx_lines(struct str text, double width)
{
    size_t lines = 0;
    struct str line;
    while (str_cut(&text, '\n', &line))
        lines += 1 + (size_t)((double)xlsx_columns(line) / width);
    return lines ? lines : 1;
}

void xlsx_freeze(struct xlsx_sheet *s, size_t row, size_t column)
{
    worksheet_freeze_panes(s->sheet, (lxw_row_t)row, (lxw_col_t)column);
}

/* "&" begins a code in heads of pages; a digit behind that of the size would be one of it, so
 * Excel itself parts them by a blank. At most 255 characters with the codes around it. */
static struct str page_head(struct arena *a, struct str text)
{
    struct buf b = {0};
    buf_puts(&b, "&L&\"" XLSX_SONG ",Regular\"&9");
    if (text.n && text.s[0] >= '0' && text.s[0] <= '9')
        buf_char(&b, ' ');
    for (size_t i = 0; i < text.n; i++) {
        buf_char(&b, text.s[i]);
        if (text.s[i] == '&')
            buf_char(&b, '&');
    }
    struct str head = xlsx_fit(a, buf_str(&b), 200);
    buf_drop(&b);
    return head;
}

void xlsx_print(struct xlsx_sheet *s, enum xlsx_paper paper, size_t first, size_t last,
                size_t columns, struct str head)
{
    enum { A3 = 8, A4 = 9 };
    lxw_worksheet *sheet = s->sheet;
    struct arena *scratch = arena_new();
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, paper == XLSX_A3 ? A3 : A4);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6,
                          0.6); /* inches: left, right, top, bottom */
    worksheet_fit_to_pages(sheet, 1, 0);
    note(s->x, worksheet_repeat_rows(sheet, (lxw_row_t)first, (lxw_row_t)last));
    if (columns)
        note(s->x, worksheet_repeat_columns(sheet, 0, (lxw_col_t)(columns - 1)));
    note(s->x, worksheet_set_header(sheet, page_head(scratch, head).s));
    note(s->x,
         worksheet_set_footer(sheet, "&C&\"" XLSX_SONG ",Regular\"&9第 &P 页，共 &N 页"));
    arena_drop(scratch);
}
