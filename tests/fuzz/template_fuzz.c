/* The text as a template, rendered with data of a shape and with JSON, once checked and
 * once not. A line "%%" ends the main template; what follows is the partial "p". */
#include "html/template.h"
#include "json.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct leaf {
    struct str a, b; /* b is markup */
};
struct root {
    struct str x;
    bool t;
    struct str_list l;
    struct leaf o;
    VEC(struct leaf) n;
};

static const struct shape_row leaf_rows[] = {
    SHAPE_TEXT(struct leaf, a, ""),
    SHAPE_MARKUP(struct leaf, b, ""),
};
static const struct shape leaf_shape = SHAPE("leaf", leaf_rows);
static const struct shape_row root_rows[] = {
    SHAPE_TEXT(struct root, x, ""),
    SHAPE_TRUTH(struct root, t, ""),
    SHAPE_TEXTS(struct root, l, ""),
    SHAPE_OBJECT(struct root, o, &leaf_shape, ""),
    SHAPE_LIST(struct root, n, &leaf_shape, ""),
};
static const struct shape root_shape = SHAPE("root", root_rows);

static void render(struct str main, struct str partial, const struct shape *shape,
                   struct value context)
{
    struct template_set *set = template_set_new(STR(""), STR(""));
    template_set_add(set, STR("p"), partial);
    template_set_add(set, STR("main"), main);
    struct diag *d = diag_new();
    struct buf out = {0};
    const struct template *t = template_compile(set, STR("main"), shape, d);
    if (t)
        template_render(t, context, &out);
    else if (diag_total(d) == 0)
        __builtin_trap(); /* refused without a word */
    diag_print(d, false, &out);
    buf_drop(&out);
    diag_drop(d);
    template_set_drop(set);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct str texts[] = {STR_INIT("1<"), STR_INIT("")};
    static struct leaf leaves[] = {{STR_INIT("&"), STR_INIT("<i>")},
                                   {STR_INIT("2"), {0}}};
    static const struct root root = {.x = STR_INIT("x\n"),
                                     .l = {texts, 2, 2},
                                     .o = {STR_INIT("o"), {0}},
                                     .n = {leaves, 2, 2}};
    struct arena *a = arena_new();
    const struct json *json = json_read(
        a,
        STR("{\"x\":\"<\\n\",\"t\":true,\"l\":[1,[2,3]],\"o\":{\"a\":null,\"n\":[{}]}}"),
        NULL);
    struct str text = {(const char *)data, size < 4096 ? size : 4096}, partial = STR("");
    size_t cut = str_find(text, STR("%%\n"));
    if (cut != STR_NONE) {
        partial = str_from(text, cut + 3);
        text = str_slice(text, 0, cut);
    }
    render(text, partial, NULL, json_value(json));
    render(text, partial, &root_shape, shape_value(&root_shape, &root));
    arena_drop(a);
    return 0;
}
