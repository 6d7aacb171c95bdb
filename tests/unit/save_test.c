/* Saving: load, save, load is the identity; the canonical layout is stable. Shown on
 * catalogs made up at random, with texts that a careless writer would spoil. */
#include "runner.h"

#include "kit.h"
#include "catalog/chart.h"
#include "catalog/fields.h"
#include "catalog/fmt.h"
#include "catalog/json.h"
#include "catalog/load.h"
#include "catalog/save.h"
#include "catalog/xml.h"

enum { CATALOGS = 300 };

/* xorshift: the same catalogs on every machine. */
static unsigned long long seed;

static size_t below(size_t n)
{
    return kit_random(&seed, n);
}

static bool chance(size_t one_in)
{
    return below(one_in) == 0;
}

static const char *const pieces[] = {
    "申请",
    "受理",
    "&",
    "<",
    ">",
    "]]>",
    "]]",
    "\"",
    "'",
    "\n",
    "\t",
    "\r",
    " ",
    "  ",
    "　",
    "𠀀",
    "😀",
    "é",
    "<!-- 不是注释 -->",
    "&amp;",
    "。",
    "—",
    "5个工作日",
    "a",
    "\xC2\xA0",
    "\xE2\x80\x8B",
    "<![CDATA[",
    "即时办结",
    "&#10;",
};

static struct str hostile(struct arena *a)
{
    struct buf b = {0};
    for (size_t n = below(7); n > 0; n--)
        buf_puts(&b, pieces[below(sizeof pieces / sizeof *pieces)]);
    struct str s = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return s;
}

/* What stands between two elements: nothing, blanks, lines, comments. */
static void put_gap(struct buf *b)
{
    static const char *const gaps[] = {
        "",         "", "\n", "\n\n\n", "  \n\t", "<!-- 注释 -->", " <!--\n 两行\n-->\n",
        "<?pi x?>",
    };
    buf_puts(b, gaps[below(sizeof gaps / sizeof *gaps)]);
}

static void put_attr(struct buf *b, struct arena *a, const char *name)
{
    if (chance(2))
        return;
    buf_printf(b, " %s=\"", name);
    xml_put_attr(b, hostile(a));
    buf_char(b, '"');
}

static void put_text(struct buf *b, struct arena *a, const char *name, const char *attr)
{
    buf_printf(b, "<%s", name);
    if (attr)
        put_attr(b, a, attr);
    buf_char(b, '>');
    xml_put_text(b, hostile(a));
    if (chance(5)) {
        buf_puts(b, "<!-- 在文字中 -->");
        xml_put_text(b, hostile(a));
    }
    buf_printf(b, "</%s>", name);
}

/* A random catalog under way. Shared texts by kind of field: 0 none yet. */
struct maker {
    struct arena *a;
    struct buf *b;
    size_t ids, shared[FIELD_KIND_COUNT];
};

static void put_entry(struct maker *m, const struct field_row *row)
{
    if (chance(4)) {
        put_text(m->b, m->a, "p", NULL);
    } else if (row->kind == FIELD_KIND_PROCESS) {
        buf_puts(m->b, "<step");
        put_attr(m->b, m->a, "sep");
        put_attr(m->b, m->a, "no");
        put_attr(m->b, m->a, "name");
        buf_char(m->b, '>');
        xml_put_text(m->b, hostile(m->a));
        buf_puts(m->b, "</step>");
    } else {
        put_text(m->b, m->a, row->entry, "no");
    }
}

static void put_field(struct maker *m, const struct field_row *row, bool names)
{
    buf_printf(m->b, "<%s", row->name);
    put_attr(m->b, m->a, "no");
    if (chance(4))
        buf_printf(m->b, " span=\"%zu\"", 1 + below(3));
    if (chance(4))
        buf_puts(m->b, " format=\"markdown\"");
    size_t *shared = &m->shared[row->kind];
    if (names && *shared && chance(3)) {
        buf_printf(m->b, " ref=\"文%zu\"/>", *shared);
        return;
    }
    if (names && chance(4)) {
        *shared = ++m->ids;
        buf_printf(m->b, " id=\"文%zu\"", *shared);
    }
    buf_char(m->b, '>');
    if (!row->entry)
        xml_put_text(m->b, hostile(m->a));
    for (size_t n = row->entry ? below(4) : 0; n > 0; n--) {
        put_gap(m->b);
        put_entry(m, row);
    }
    buf_printf(m->b, "</%s>", row->name);
}

static void put_fields(struct maker *m, bool disclosure, bool title)
{
    size_t turn = below(FIELD_COUNT);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        enum field_id id = (enum field_id)((i + turn) % FIELD_COUNT);
        const struct field_row *row = field_row(id);
        if (row->disclosure != disclosure || (id == FIELD_TITLE && !title) || chance(2))
            continue;
        put_gap(m->b);
        put_field(m, row, true);
    }
}

static void put_cells(struct maker *m, const char *key, size_t count)
{
    static const struct field_row cell = {.name = "cell"};
    for (size_t i = 0; i < count; i++) {
        if (chance(3))
            continue;
        struct buf b = {0};
        struct maker inner = {m->a, &b, 0, {0}};
        put_field(&inner, &cell, false);
        buf_printf(m->b, "<cell %s=\"c%zu\"%.*s", key, i,
                   STR_ARG(str_from(buf_str(&b), 5)));
        buf_drop(&b);
    }
}

static void put_flow(struct maker *m)
{
    size_t nodes = below(5);
    buf_puts(m->b, chance(2) ? "<flow>" : "<flow source=\"published\">");
    for (size_t i = 0; i < nodes; i++)
        buf_printf(m->b, "<edge to=\"n%zu\" from=\"n%zu\" label=\"%s\"/>", below(nodes),
                   below(nodes), chance(2) ? "是&amp;否" : "");
    for (size_t i = 0; i < nodes; i++) {
        buf_printf(m->b, "<node id=\"n%zu\" kind=\"%s\">", i,
                   node_kind_name((enum node_kind)below(NODE_KIND_COUNT)));
        xml_put_text(m->b, hostile(m->a));
        buf_puts(m->b, "</node>");
    }
    if (chance(2))
        put_text(m->b, m->a, "title", NULL);
    if (chance(2)) {
        buf_puts(m->b, "<materials>");
        put_text(m->b, m->a, "material", "no");
        put_text(m->b, m->a, "p", NULL);
        buf_puts(m->b, "</materials>");
    }
    buf_puts(m->b, "</flow>");
}

static void put_item(struct maker *m, const char *name)
{
    buf_printf(m->b, "<%s", name);
    put_attr(m->b, m->a, "code");
    put_attr(m->b, m->a, "seq");
    buf_char(m->b, '>');
    if (chance(3))
        put_flow(m);
    if (chance(2)) {
        buf_puts(m->b, "<disclosure>");
        put_cells(m, "column", 3);
        put_fields(m, true, false);
        buf_puts(m->b, "</disclosure>");
    }
    put_fields(m, false, true);
    put_gap(m->b);
    if (chance(2)) {
        buf_puts(m->b, "<levels>");
        put_cells(m, "level", 2);
        buf_puts(m->b, "</levels>");
    }
    if (chance(4))
        buf_puts(m->b, "<form ref=\"shenqing\"/>");
    for (size_t n = str_eq(str_of(name), STR("item")) ? below(3) : 0; n > 0; n--)
        put_item(m, "service");
    buf_printf(m->b, "</%s>", name);
}

static void put_defaults(struct maker *m)
{
    buf_puts(m->b, "<defaults>");
    put_fields(m, false, false);
    if (chance(2)) {
        buf_puts(m->b, "<disclosure>");
        put_fields(m, true, false);
        buf_puts(m->b, "</disclosure>");
    }
    buf_puts(m->b, "</defaults>");
}

static void put_group(struct maker *m)
{
    buf_puts(m->b, "<group");
    put_attr(m->b, m->a, "code");
    put_attr(m->b, m->a, "no");
    buf_char(m->b, '>');
    if (chance(2))
        put_field(m, field_row(FIELD_TITLE), true);
    for (size_t n = below(4); n > 0; n--) {
        put_gap(m->b);
        put_item(m, "item");
    }
    if (chance(2))
        put_defaults(m);
    buf_puts(m->b, "</group>");
}

static void put_notice(struct maker *m)
{
    static const char *const parts[] = {"head",   "number", "title", "to",
                                        "remark", "signer", "cc"};
    buf_puts(m->b, "<notice>");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (chance(2))
            put_text(m->b, m->a, parts[i], NULL);
    for (size_t n = below(3); n > 0; n--)
        put_text(m->b, m->a, "annex", "no");
    buf_puts(m->b, chance(2) ? "<date>2024-02-29</date>" : "<date/>");
    buf_puts(m->b, "<printed date=\"2020-12-28\">");
    xml_put_text(m->b, hostile(m->a));
    buf_puts(m->b, "</printed></notice>");
}

static struct str random_catalog(struct arena *a)
{
    struct buf b = {0};
    struct maker m = {a, &b, 0, {0}};
    if (chance(5))
        buf_puts(&b, "\xEF\xBB\xBF");
    buf_puts(&b, "<?xml version='1.0' encoding='utf-8'?><!-- 头 -->\n"
                 "<catalog kind='levels' id='random' scheme=''>");
    if (chance(2))
        buf_puts(&b, chance(2) ? "<remark no='说明：'>备注</remark>"
                               : "<remark place='above'>附件</remark>");
    if (chance(2))
        buf_puts(&b, chance(2) ? "<print paper='A3'/>" : "<print paper='A4'/>");
    buf_puts(
        &b,
        "<also kind='disclosure'/><title>目录&amp;清单</title>"
        "<region name='某市' code='430981'/><level id='c0' name='市'/>"
        "<level id='c1' name='&quot;镇&quot;'/><column id='c0' kind='level' name='县'/>"
        "<column id='c1' kind='mode' name='主动'/><column id='c2' kind='mode' "
        "name='依'/>");
    for (size_t n = below(4); n > 0; n--) {
        put_gap(&b);
        put_group(&m);
    }
    if (chance(2))
        put_defaults(&m);
    if (chance(2))
        put_notice(&m);
    put_text(&b, a, "issuer", NULL);
    buf_puts(
        &b, "<document date='2020-12-28'/><form ref='chengnuo'/></catalog>\n<!-- 尾 -->");
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct catalog *load(struct str text)
{
    struct diag *d = diag_new();
    struct catalog *c = catalog_load_text(text, STR("random"), d);
    struct buf messages = {0};
    diag_print(d, false, &messages);
    CHECK_STR("messages", buf_str(&messages), STR(""));
    buf_drop(&messages);
    diag_drop(d);
    return c;
}

static bool same_entries(const struct entry *a, size_t na, const struct entry *b,
                         size_t nb)
{
    bool same = na == nb;
    for (size_t i = 0; same && i < na; i++)
        same = a[i].plain == b[i].plain && str_eq(a[i].no, b[i].no) &&
               str_eq(a[i].name, b[i].name) && str_eq(a[i].sep, b[i].sep) &&
               str_eq(a[i].text, b[i].text) && str_eq(a[i].form, b[i].form) &&
               a[i].above == b[i].above;
    return same;
}

static bool same_field(const struct field *a, const struct field *b)
{
    if (!a || !b)
        return a == b;
    return str_eq(a->no, b->no) && str_eq(a->id, b->id) && str_eq(a->ref, b->ref) &&
           a->span == b->span && a->markdown == b->markdown &&
           same_entries(a->entries.at, a->entries.n, b->entries.at, b->entries.n);
}

static bool same_fields(struct field *const *a, struct field *const *b)
{
    bool same = true;
    for (int f = 0; f < FIELD_COUNT; f++)
        same = same && same_field(a[f], b[f]);
    return same;
}

static bool same_cells(const struct cells *a, const struct cells *b)
{
    bool same = a->n == b->n;
    for (size_t i = 0; same && i < a->n; i++)
        same = a->at[i].column == b->at[i].column &&
               same_field(&a->at[i].field, &b->at[i].field);
    return same;
}

static bool same_flow(const struct flow *a, const struct flow *b)
{
    bool same =
        a->source == b->source && str_eq(a->title, b->title) &&
        a->nodes.n == b->nodes.n && a->edges.n == b->edges.n &&
        same_entries(a->materials.at, a->materials.n, b->materials.at, b->materials.n);
    for (size_t i = 0; same && i < a->nodes.n; i++)
        same = str_eq(a->nodes.at[i].id, b->nodes.at[i].id) &&
               a->nodes.at[i].kind == b->nodes.at[i].kind &&
               str_eq(a->nodes.at[i].text, b->nodes.at[i].text);
    for (size_t i = 0; same && i < a->edges.n; i++)
        same = str_eq(a->edges.at[i].from, b->edges.at[i].from) &&
               str_eq(a->edges.at[i].to, b->edges.at[i].to) &&
               str_eq(a->edges.at[i].label, b->edges.at[i].label);
    return same;
}

static bool same_items(const struct items *a, const struct items *b)
{
    bool same = a->n == b->n;
    for (size_t i = 0; same && i < a->n; i++) {
        const struct item *x = &a->at[i], *y = &b->at[i];
        same = str_eq(x->seq, y->seq) && str_eq(x->code, y->code) &&
               str_eq(x->path, y->path) && str_eq(x->stem, y->stem) &&
               same_fields(x->own, y->own) && same_cells(&x->levels, &y->levels) &&
               same_cells(&x->ticks, &y->ticks) && same_flow(&x->flow, &y->flow) &&
               x->forms.n == y->forms.n && same_items(&x->services, &y->services);
    }
    return same;
}

static bool same_notice(const struct notice *a, const struct notice *b)
{
    return a->present == b->present && str_eq(a->head, b->head) &&
           str_eq(a->number, b->number) && str_eq(a->title, b->title) &&
           str_eq(a->to, b->to) && str_eq(a->remark, b->remark) &&
           str_eq(a->signer, b->signer) && str_eq(a->date, b->date) &&
           str_eq(a->cc, b->cc) && str_eq(a->printed, b->printed) &&
           str_eq(a->printed_date, b->printed_date) &&
           same_entries(a->annexes.at, a->annexes.n, b->annexes.at, b->annexes.n);
}

static bool same_catalog(const struct catalog *a, const struct catalog *b)
{
    bool same = str_eq(a->id, b->id) && a->kind == b->kind &&
                str_eq(a->title, b->title) && str_eq(a->issuer, b->issuer) &&
                str_eq(a->region_name, b->region_name) &&
                str_eq(a->document_date, b->document_date) &&
                a->levels.n == b->levels.n && a->columns.n == b->columns.n &&
                a->form_refs.n == b->form_refs.n && same_notice(&a->notice, &b->notice) &&
                same_fields(a->defaults, b->defaults) && a->groups.n == b->groups.n &&
                same_entries(a->remarks.at, a->remarks.n, b->remarks.at, b->remarks.n);
    for (int k = 0; k < KIND_COUNT; k++)
        same = same && a->kinds[k] == b->kinds[k];
    for (size_t i = 0; same && i < a->groups.n; i++) {
        const struct group *x = &a->groups.at[i], *y = &b->groups.at[i];
        same = str_eq(x->no, y->no) && str_eq(x->code, y->code) &&
               same_fields(x->own, y->own) && same_fields(x->defaults, y->defaults) &&
               same_items(&x->items, &y->items);
    }
    return same;
}

static struct str saved(struct arena *a, const struct catalog *c)
{
    struct buf b = {0};
    catalog_save(c, &b);
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct str exported(struct arena *a, const struct catalog *c)
{
    struct buf b = {0};
    catalog_json(c, &b);
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct str formatted(struct arena *a, struct str text)
{
    struct diag *d = diag_new();
    struct buf b = {0};
    CHECK(fmt_text(text, STR("random"), d, &b));
    struct str out = str_copy(a, buf_str(&b));
    buf_drop(&b);
    diag_drop(d);
    return out;
}

static void each_random_catalog(void (*check)(struct arena *, struct str,
                                              struct catalog *))
{
    for (size_t i = 0; i < CATALOGS && !runner_failures; i++) {
        struct arena *a = arena_new();
        seed = 88172645463325252ULL + i * 7919;
        struct str text = random_catalog(a);
        struct catalog *c = load(text);
        CHECK(c != NULL);
        if (c)
            check(a, text, c);
        if (runner_failures)
            printf("catalog %zu:\n%.*s\n", i, STR_ARG(text));
        catalog_drop(c);
        arena_drop(a);
    }
}

static void round_trip(struct arena *a, struct str text, struct catalog *c)
{
    (void)text;
    struct str once = saved(a, c);
    struct catalog *again = load(once);
    CHECK(again && same_catalog(c, again));
    if (again) {
        CHECK_STR("saved twice", saved(a, again), once);
        CHECK_STR("exported", exported(a, again), exported(a, c));
    }
    catalog_drop(again);
}

TEST(load_save_load_is_the_identity)
{
    each_random_catalog(round_trip);
}

static void canonical(struct arena *a, struct str text, struct catalog *c)
{
    struct str once = formatted(a, text);
    CHECK_STR("fmt twice", formatted(a, once), once);
    struct catalog *again = load(once);
    CHECK(again && same_catalog(c, again));
    catalog_drop(again);
    struct str from_model = saved(a, c);
    CHECK_STR("fmt of saved", formatted(a, from_model), from_model);
}

TEST(fmt_changes_nothing_but_the_layout_and_once_is_enough)
{
    each_random_catalog(canonical);
}

TEST(fmt_orders_indents_and_keeps_comments)
{
    static const char before[] =
        "\xEF\xBB\xBF<?xml version='1.0'?><?xml-model href='x'?>\r\n<!-- 头\r\n二 -->"
        "<catalog scheme='' kind=\"list\"   id='a'> <!-- 内 -->\r\n"
        "<group><title> 甲\n   乙 </title><!-- 事项 -->\n\n\n"
        "<item code='1' seq=''  ><limit><![CDATA[<5>]]>日<!-- 核 --></limit> <!-- 时限 "
        "-->\n"
        "<agency></agency><materials>\n\n <p>一</p>\n\n<material no='1.'>二</material>"
        "</materials></item></group>\n\n<!-- 地区 -->\n<region name='市' code='430981'/>"
        "<title>目录</title><!-- 完 -->\n</catalog><!-- 尾 -->";
    static const char after[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<?xml-model href='x'?>\n"
                                "<!-- 头\n二 -->\n"
                                "<catalog id=\"a\" kind=\"list\" scheme=\"\">\n"
                                "  <!-- 地区 -->\n"
                                "  <region code=\"430981\" name=\"市\"/>\n"
                                "  <title>目录</title> <!-- 完 -->\n"
                                "  <!-- 内 -->\n"
                                "  <group>\n"
                                "    <title>甲\n   乙</title> <!-- 事项 -->\n"
                                "\n"
                                "    <item seq=\"\" code=\"1\">\n"
                                "      <agency/>\n"
                                "      <materials>\n"
                                "        <p>一</p>\n"
                                "\n"
                                "        <material no=\"1.\">二</material>\n"
                                "      </materials>\n"
                                "      <limit>&lt;5>日<!-- 核 --></limit> <!-- 时限 -->\n"
                                "    </item>\n"
                                "  </group>\n"
                                "</catalog>\n"
                                "<!-- 尾 -->\n";
    struct arena *a = arena_new();
    CHECK_STR("layout", formatted(a, STR(before)), STR(after));
    CHECK_STR("again", formatted(a, STR(after)), STR(after));
    arena_drop(a);
}

TEST(fmt_leaves_alone_what_it_does_not_understand)
{
    static const char *const files[] = {
        "",
        "<catalog",
        "<catalog id='a' kind='list' scheme=''/>",
        "<html/>",
        "<form><title>表</title><row/></form>",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct diag *d = diag_new();
        struct buf b = {0};
        CHECK(!fmt_text(str_of(files[i]), STR("x.xml"), d, &b));
        CHECK(b.n == 0);
        CHECK(diag_count(d, SEVERITY_ERROR) > 0);
        buf_drop(&b);
        diag_drop(d);
    }
}

TEST(forms_are_saved_as_they_were)
{
    static const char text[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<form landscape=\"yes\">\n"
                               "  <title>登记表</title>\n"
                               "  <above>\n"
                               "    <p>单位（盖章）：&lt;&amp;</p>\n"
                               "    <p/>\n"
                               "  </above>\n"
                               "  <row>\n"
                               "    <cell rowspan=\"2\" label=\"yes\">名称</cell>\n"
                               "    <cell colspan=\"3\"/>\n"
                               "  </row>\n"
                               "  <row repeat=\"5\">\n"
                               "    <cell>□是 □否</cell>\n"
                               "  </row>\n"
                               "  <below>\n"
                               "    <p>注</p>\n"
                               "  </below>\n"
                               "</form>\n";
    struct arena *a = arena_new();
    CHECK_STR("fmt", formatted(a, STR(text)), STR(text));
    struct diag *d = diag_new();
    struct catalog *c =
        catalog_load(STR("tests/golden/valid/forms-and-flow"), STR("forms-and-flow"), d);
    CHECK(c && c->forms.n == 2);
    for (size_t i = 0; c && i < c->forms.n; i++) {
        struct buf b = {0};
        form_save(&c->forms.at[i], &b);
        CHECK_STR("form", buf_str(&b), formatted(a, c->forms.at[i].source.text));
        buf_drop(&b);
    }
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
}

int main(void)
{
    RUN(load_save_load_is_the_identity);
    RUN(fmt_changes_nothing_but_the_layout_and_once_is_enough);
    RUN(fmt_orders_indents_and_keeps_comments);
    RUN(fmt_leaves_alone_what_it_does_not_understand);
    RUN(forms_are_saved_as_they_were);
    return runner_end();
}
