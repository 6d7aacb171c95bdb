#include "html/view.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "catalog/fields.h"
#include "html/markdown_html.h"
#include "html/meta.h"

static const struct shape_row link_rows[] = {
    SHAPE_TEXT(struct link_view, href, "地址"),
    SHAPE_TEXT(struct link_view, text, "文字"),
    SHAPE_TEXT(struct link_view, note, "说明：种类、页数、大小"),
};
const struct shape link_shape = {"link", link_rows, sizeof link_rows / sizeof *link_rows};

static const struct shape_row form_link_rows[] = {
    SHAPE_OBJECT(struct form_link, page, &link_shape, "表格的网页"),
    SHAPE_OBJECT(struct form_link, pdf, &link_shape, "可填写的 PDF，没有时地址空着"),
    SHAPE_OBJECT(struct form_link, blank, &link_shape, "空白表 PDF，没有时地址空着"),
};
const struct shape form_link_shape = SHAPE("form-link", form_link_rows);

static const struct shape_row entry_rows[] = {
    SHAPE_TEXT(struct entry_view, no, "编号，照印"),
    SHAPE_TEXT(struct entry_view, name, "环节名称"),
    SHAPE_TEXT(struct entry_view, sep, "名称与正文之间的标点"),
    SHAPE_TEXT(struct entry_view, text, "正文"),
    SHAPE_TRUTH(struct entry_view, entry, "是一条，不是段落"),
    SHAPE_TRUTH(struct entry_view, has_form, "提到一张表格"),
    SHAPE_OBJECT(struct entry_view, form, &form_link_shape, "提到的表格"),
};
const struct shape entry_shape = {"entry", entry_rows,
                                  sizeof entry_rows / sizeof *entry_rows};

static const struct shape_row field_rows[] = {
    SHAPE_TRUTH(struct field_view, any, "有内容"),
    SHAPE_TRUTH(struct field_view, markdown, "用 Markdown 写成"),
    SHAPE_MARKUP(struct field_view, markup, "Markdown 写成的内容"),
    SHAPE_TEXT(struct field_view, text, "全文，各行以换行相连"),
    SHAPE_LIST(struct field_view, lines, &entry_shape, "各行"),
};
const struct shape field_shape = {"field", field_rows,
                                  sizeof field_rows / sizeof *field_rows};

static const struct shape_row chip_rows[] = {
    SHAPE_TEXT(struct chip_view, level, "层级名称，照印"),
    SHAPE_TEXT(struct chip_view, mark, "单元格内容，照印"),
    SHAPE_TEXT(struct chip_view, word, "通俗说法：市里能办、镇里受理"),
    SHAPE_TRUTH(struct chip_view, sentence, "单元格是一句话"),
};
const struct shape chip_shape = {"chip", chip_rows, sizeof chip_rows / sizeof *chip_rows};

static const struct shape_row meta_rows[] = {
    SHAPE_TEXT(struct meta_view, name, "名称：SiteName 等"),
    SHAPE_TEXT(struct meta_view, content, "内容"),
};
static const struct shape meta_shape = SHAPE("meta", meta_rows);

static const struct shape_row footer_rows[] = {
    SHAPE_TEXT(struct footer_view, href, "地址，没有就空着"),
    SHAPE_TEXT(struct footer_view, text, "文字"),
    SHAPE_TRUTH(struct footer_view, gap, "网站信息里没有填写"),
};
static const struct shape footer_shape = SHAPE("footer", footer_rows);

static const struct shape_row frame_rows[] = {
    SHAPE_TEXT(struct frame_view, title, "页面标题"),
    SHAPE_TEXT(struct frame_view, description, "页面描述"),
    SHAPE_TEXT(struct frame_view, root, "回到网站根的路：空、../ 或 ../../"),
    SHAPE_TEXT(struct frame_view, site_name, "网站名称"),
    SHAPE_TRUTH(struct frame_view, wide, "页面里是宽表"),
    SHAPE_LIST(struct frame_view, trail, &link_shape, "所在位置"),
    SHAPE_LIST(struct frame_view, nav, &link_shape, "导航"),
    SHAPE_LIST(struct frame_view, footer, &footer_shape, "页脚各项"),
    SHAPE_LIST(struct frame_view, metas, &meta_shape, "政府网站的 meta 标签"),
    SHAPE_TRUTH(struct frame_view, article, "是内容页，要写明发布时间和来源"),
    SHAPE_TEXT(struct frame_view, published, "发布时间"),
    SHAPE_TEXT(struct frame_view, source, "来源"),
    SHAPE_TRUTH(struct frame_view, feed, "网站有 feed.xml（变更）"),
    SHAPE_MARKUP(struct frame_view, linked, "关联数据（JSON-LD）"),
};
const struct shape frame_shape = {"frame", frame_rows,
                                  sizeof frame_rows / sizeof *frame_rows};

static void add_line(struct arena *a, struct field_view *view, const struct entry *e)
{
    struct entry_view *line = vec_push(a, &view->lines);
    *line = (struct entry_view){.no = e->no,
                                .name = e->name,
                                .sep = e->sep,
                                .text = e->text,
                                .entry = !e->plain,
                                .form_id = e->form};
    view->count += line->entry;
}

struct field_view view_field(struct arena *a, const struct field *f)
{
    struct field_view view = {.any = !field_empty(f), .markdown = f->markdown};
    if (!view.any)
        return view;
    view.text = field_printed(a, f);
    if (f->markdown) {
        struct buf html = {0};
        markdown_html(view.text, 2, &html);
        view.markup = str_copy(a, buf_str(&html));
        buf_drop(&html);
        return view;
    }
    for (size_t i = 0; i < f->entries.n; i++)
        add_line(a, &view, &f->entries.at[i]);
    return view;
}

struct link_view view_link(struct str href, struct str text)
{
    return (struct link_view){.href = href, .text = text, .note = STR("")};
}

struct frame_view view_frame(struct arena *a, const struct site_info *site,
                             struct str root)
{
    struct frame_view f = {.root = root,
                           .site_name = site->name.n ? site->name : STR("全部目录")};
    meta_site(a, &f, site);
    return f;
}

/* How a citizen calls a level: by its usual id, nearest first, and by what its published name
 * says of the kind of place (a row without such a word stands for the others of its id);
 * else its published name. */
static const struct {
    struct str id, in_name, word;
} level_words[] = {
    {STR_INIT("village"), STR_INIT("村"), STR_INIT("村里")},
    {STR_INIT("village"), STR_INIT("社区"), STR_INIT("社区")},
    {STR_INIT("village"), STR_INIT(""), STR_INIT("村里")},
    {STR_INIT("town"), STR_INIT("镇"), STR_INIT("镇里")},
    {STR_INIT("town"), STR_INIT("乡"), STR_INIT("乡里")},
    {STR_INIT("town"), STR_INIT("街道"), STR_INIT("街道")},
    {STR_INIT("town"), STR_INIT(""), STR_INIT("镇里")},
    {STR_INIT("county"), STR_INIT("市"), STR_INIT("市里")},
    {STR_INIT("county"), STR_INIT("区"), STR_INIT("区里")},
    {STR_INIT("county"), STR_INIT("旗"), STR_INIT("旗里")},
    {STR_INIT("county"), STR_INIT(""), STR_INIT("县里")},
    {STR_INIT("city"), STR_INIT("州"), STR_INIT("州里")},
    {STR_INIT("city"), STR_INIT("盟"), STR_INIT("盟里")},
    {STR_INIT("city"), STR_INIT(""), STR_INIT("市里")},
    {STR_INIT("province"), STR_INIT("自治区"), STR_INIT("自治区里")},
    {STR_INIT("province"), STR_INIT("市"), STR_INIT("市里")},
    {STR_INIT("province"), STR_INIT(""), STR_INIT("省里")},
};
enum { LEVEL_WORDS = sizeof level_words / sizeof *level_words };

/* The row of a level, or LEVEL_WORDS. Above the town its kind is the end of the name: 沅江市,
 * not 市中区; below it a name may list several: 乡镇（街道）. */
static size_t level_row(const struct level *level)
{
    for (size_t i = 0; i < LEVEL_WORDS; i++) {
        struct str kind = level_words[i].in_name;
        bool below = str_eq(level->id, STR("village")) || str_eq(level->id, STR("town"));
        if (str_eq(level->id, level_words[i].id) &&
            (below ? str_has(level->name, kind) : str_ends(level->name, kind)))
            return i;
    }
    return LEVEL_WORDS;
}

/* √ is the whole of it; a role of at most four characters is said with the level (镇里受理);
 * anything longer is a sentence of its own. */
static struct chip_view make_chip(struct arena *a, const struct level *level,
                                  struct str mark)
{
    enum { ROLE_CHARACTERS = 4 };
    size_t row = level_row(level);
    struct chip_view chip = {.level = level->name, .mark = mark, .nearness = row};
    struct str word = row < LEVEL_WORDS ? level_words[row].word : level->name;
    if (str_eq(mark, STR("√")) || str_eq(mark, STR("■")) || str_eq(mark, STR("þ")))
        chip.word = STR_JOIN(a, word, STR("能办"));
    else if (utf8_count(mark) <= ROLE_CHARACTERS)
        chip.word = STR_JOIN(a, word, mark);
    else {
        chip.sentence = true;
        chip.word = STR_JOIN(a, level->name, STR("："), mark);
    }
    return chip;
}

/* Moves the last chip before those of levels farther from the citizen. */
static void settle(struct chips *chips)
{
    for (size_t i = chips->n - 1; i && chips->at[i].nearness < chips->at[i - 1].nearness;
         i--) {
        struct chip_view nearer = chips->at[i];
        chips->at[i] = chips->at[i - 1];
        chips->at[i - 1] = nearer;
    }
}

struct chips view_chips(struct arena *a, const struct catalog *c, const struct item *item)
{
    struct chips chips = {0};
    for (size_t i = 0; i < item->levels.n; i++) {
        const struct cell *cell = &item->levels.at[i];
        struct str mark = field_text(field_shown(&cell->field));
        if (!mark.n)
            continue;
        *vec_push(a, &chips) = make_chip(a, &c->levels.at[cell->column], mark);
        settle(&chips);
    }
    return chips;
}

static bool joins(struct str before, struct str after)
{
    return before.n && after.n && utf8_columns(utf8_last(before, NULL)) == 2 &&
           utf8_columns(utf8_next(&after)) == 2;
}

struct str view_title(struct arena *a, struct str title)
{
    if (!str_has(title, STR("\n")))
        return title;
    struct buf line = {0};
    struct str rest = title, piece;
    while (str_cut(&rest, '\n', &piece)) {
        piece = str_trim(piece);
        if (line.n && piece.n && !joins(buf_str(&line), piece))
            buf_char(&line, ' ');
        buf_put(&line, piece);
    }
    struct str joined = str_copy(a, buf_str(&line));
    buf_drop(&line);
    return joined;
}

static unsigned number_of(struct str digits)
{
    unsigned n = 0;
    for (size_t i = 0; i < digits.n; i++)
        n = n * 10 + (unsigned)(digits.s[i] - '0');
    return n;
}

struct str view_date(struct arena *a, struct str iso)
{
    if (iso.n != 10)
        return iso;
    return str_print(a, "%u年%u月%u日", number_of(str_slice(iso, 0, 4)),
                     number_of(str_slice(iso, 5, 7)), number_of(str_slice(iso, 8, 10)));
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_phone(struct str run)
{
    size_t digits = 0;
    for (size_t i = 0; i < run.n; i++)
        digits += is_digit(run.s[i]);
    if (digits == 5 && run.n == 5)
        return run.s[0] == '1' || run.s[0] == '9';
    return digits >= 7 && digits <= 12;
}

static void add_phone(struct arena *a, struct str run, struct str_list *phones)
{
    for (size_t i = 0; i < phones->n; i++)
        if (str_eq(phones->at[i], run))
            return;
    *vec_push(a, phones) = run;
}

void view_phones(struct arena *a, struct str text, struct str_list *phones)
{
    for (size_t i = 0; i < text.n;) {
        if (!is_digit(text.s[i])) {
            i++;
            continue;
        }
        size_t from = i;
        while (i < text.n &&
               (is_digit(text.s[i]) ||
                (text.s[i] == '-' && i + 1 < text.n && is_digit(text.s[i + 1]))))
            i++;
        struct str run = str_slice(text, from, i);
        if (is_phone(run))
            add_phone(a, run, phones);
    }
}
