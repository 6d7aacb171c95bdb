#include "html/meta.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "catalog/fields.h"

static void put_meta(struct arena *a, struct frame_view *f, const char *name,
                     struct str content)
{
    if (content.n)
        *vec_push(a, &f->metas) = (struct meta_view){str_of(name), content};
}

/* Where a value is missing the label stays, marked, with what to fill in. */
static void put_footer(struct arena *a, struct frame_view *f, const char *label,
                       struct str value, struct str href)
{
    bool link = href.n > 0;
    struct footer_view *entry = vec_push(a, &f->footer);
    entry->gap = !value.n && !link;
    entry->href = href;
    if (link && !value.n)
        entry->text = str_of(label);
    else
        entry->text = STR_JOIN(a, str_of(label), STR("："),
                               value.n ? value : STR("网站信息里还没有填写"));
}

/* The filing system of the ministry, to which the number must lead: 《非经营性互联网信息服务备案管理
 * 办法》第十三条. */
static struct str icp_link(struct str number)
{
    return number.n ? STR("https://beian.miit.gov.cn/") : STR("");
}

/* To call the one number there is; which of several is meant is for the reader to say. */
static struct str call_link(struct arena *a, struct str contact)
{
    struct str_list phones = {0};
    if (!str_has(contact, STR("@")))
        view_phones(a, contact, &phones);
    return phones.n == 1 ? STR_JOIN(a, STR("tel:"), phones.at[0]) : STR("");
}

void meta_site(struct arena *a, struct frame_view *f, const struct site_info *site)
{
    put_meta(a, f, "SiteName", site->name);
    put_meta(a, f, "SiteDomain", site->domain);
    put_meta(a, f, "SiteIDCode", site->id_code);
    put_footer(a, f, "党政机关网站标识", STR(""), site->identity);
    put_footer(a, f, "我为政府网站找错", STR(""), site->report);
    put_footer(a, f, "网站标识码", site->id_code, STR(""));
    put_footer(a, f, "主办单位", site->sponsor, STR(""));
    put_footer(a, f, "联系方式", site->contact, call_link(a, site->contact));
    put_footer(a, f, "ICP备案编号", site->icp, icp_link(site->icp));
    put_footer(a, f, "公安机关备案号", site->police, STR(""));
}

static size_t put_keyword(struct buf *b, struct arena *a, const struct field *field)
{
    struct str title = view_title(a, field_text(field));
    if (title.n && b->n)
        buf_char(b, ',');
    buf_put(b, title);
    return title.n > 0;
}

/* The main items; of a catalog whose main items have no names, its items. */
static struct str column_keywords(struct arena *a, const struct catalog *c)
{
    enum { MOST = 12 };
    struct buf b = {0};
    for (size_t i = 0; i < c->groups.n && i < MOST; i++)
        put_keyword(&b, a, c->groups.at[i].title);
    size_t words = b.n ? MOST : 0;
    for (size_t i = 0; i < c->groups.n && words < MOST; i++) {
        const struct items *items = &c->groups.at[i].items;
        for (size_t k = 0; k < items->n && words < MOST; k++)
            words += put_keyword(&b, a, item_field(&items->at[k], FIELD_TITLE));
    }
    struct str text = b.n ? str_copy(a, buf_str(&b)) : view_title(a, c->title);
    buf_drop(&b);
    return text;
}

static struct str column_description(struct arena *a, const struct catalog *c)
{
    size_t items = 0;
    for (size_t i = 0; i < c->groups.n; i++)
        items += c->groups.at[i].items.n;
    struct str title = view_title(a, c->title), issuer = view_title(a, c->issuer);
    return str_print(a, "%.*s%s%.*s，%zu 个主项，%zu 个事项", STR_ARG(title),
                     issuer.n ? "，" : "", STR_ARG(issuer), c->groups.n, items);
}

void meta_column(struct arena *a, struct frame_view *f, const struct site_info *site,
                 const struct catalog *c)
{
    put_meta(a, f, "ColumnName", view_title(a, c->title));
    put_meta(a, f, "ColumnDescription", column_description(a, c));
    put_meta(a, f, "ColumnKeywords", column_keywords(a, c));
    put_meta(a, f, "ColumnType", site->column_type);
}

struct str meta_source(const struct catalog *c)
{
    struct str source = utf8_trim(c->web_source);
    return source.n ? source : utf8_trim(c->issuer);
}

void meta_article(struct arena *a, struct frame_view *f, const struct catalog *c,
                  struct str title)
{
    struct str source = meta_source(c);
    put_meta(a, f, "ArticleTitle", title);
    put_meta(a, f, "PubDate", c->web_published);
    put_meta(a, f, "ContentSource", source);
    f->article = true;
    f->published = c->web_published;
    f->source = source;
}
