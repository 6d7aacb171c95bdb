/* mustache - runs one case of a file in the form of the public Mustache spec:
 * {"name", "data", "template", "partials": {name: text}, "expected"}. */
#ifndef MULU_TESTS_MUSTACHE_H
#define MULU_TESTS_MUSTACHE_H

#include "html/template.h"
#include "json.h"
#include "runner.h"

/* A set of the case's templates, the main one named "main". */
static inline struct template_set *mustache_set(const struct json *c)
{
    struct template_set *set = template_set_new(STR(""), STR(""));
    const struct json *partials = json_member(c, "partials");
    for (size_t i = 0; i < partials->n; i++)
        template_set_add(set, partials->keys[i], partials->at[i].text);
    template_set_add(set, STR("main"), json_member(c, "template")->text);
    return set;
}

static inline void mustache_run(const struct json *c)
{
    struct template_set *set = mustache_set(c);
    struct diag *d = diag_new();
    struct buf out = {0};
    const struct template *t = template_compile(set, STR("main"), NULL, d);
    if (t)
        CHECK(template_render(t, json_value(json_member(c, "data")), &out));
    else
        diag_print(d, false, &out);
    CHECK_STR(json_member(c, "name")->text.s, buf_str(&out),
              json_member(c, "expected")->text);
    buf_drop(&out);
    diag_drop(d);
    template_set_drop(set);
}

#endif
