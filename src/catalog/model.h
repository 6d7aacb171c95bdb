/* model - one catalog in memory: structs only, no behaviour.
 *
 * A catalog owns one arena; everything below it lives there and is dropped with it
 * (catalog_drop() of load.h). What the office published stands here to the letter: texts
 * without their printed numbers, numbers beside them. What the program derives from them
 * (resolved fields, limits in days, names of pages) stands in members marked "derived";
 * the loader fills those last and the saver never writes them.
 *
 * Every member `at` is the byte offset of the element in catalog->source, for messages. */
#ifndef MULU_CATALOG_MODEL_H
#define MULU_CATALOG_MODEL_H

#include "base/str.h"
#include "diag/source.h"

/* The fields that groups, items and services have, in the order in which everything lists
 * them. Names, labels and kinds stand in fields.h. */
enum field_id {
    FIELD_TITLE,
    FIELD_AGENCY,
    FIELD_AUDIENCE,
    FIELD_CHANNELS,
    FIELD_PROCESS,
    FIELD_MATERIALS,
    FIELD_LIMIT,
    FIELD_STEPS,
    FIELD_NOTES,
    FIELD_BASIS,
    FIELD_INQUIRY,
    FIELD_SUPERVISION,
    FIELD_EVALUATION,
    FIELD_FEE, /* what it costs: last, as no published table has the column */
    FIELD_ELEMENTS,    /* 公开内容（要素） */
    FIELD_DEADLINE,    /* 公开时限 */
    FIELD_BODY,        /* 公开主体 */
    FIELD_PUBLICATION, /* 公开渠道和载体 */
    FIELD_COUNT
};

/* One line of a field: a paragraph, or an entry with its printed number.
 * Printed it reads no + name + sep + text. */
struct entry {
    bool plain;      /* a <p>: a paragraph, not an entry of the list */
    struct str no;   /* the number as printed: "1.", "2. 2.", "①"; "" where none is */
    struct str name; /* of a step: 受理; else "" */
    struct str sep;  /* what is printed between name and text: "。", "：" */
    struct str text;
    struct str form; /* id of the form it points to, or "" */
    bool above;      /* a remark of the catalog that is printed above the title */
    size_t at;
};

/* One field as published. A text field has one plain entry (or none: cleared). */
struct field {
    struct str no;  /* the field's own number where it is printed otherwise: "（1）" */
    struct str id;  /* names this text so that other places can refer to it */
    struct str ref; /* the id of the text printed here; entries are empty then */
    size_t span;    /* columns it is merged over sideways; 1 is the usual */
    bool markdown;  /* format="markdown": the editor's own prose */
    VEC(struct entry) entries;
    size_t at;

    const struct field *target; /* derived: the field that ref names; NULL without ref */
};

/* One cell of a declared column: a level (√, 审批, a sentence) or a disclosure tick. */
struct cell {
    size_t column; /* index in catalog->levels or catalog->columns */
    struct field field;
};
struct cells {
    struct cell *at;
    size_t n, cap;
};

enum limit_kind { LIMIT_IMMEDIATE, LIMIT_WITHIN, LIMIT_OTHER };
enum limit_unit { LIMIT_NONE, LIMIT_WORKDAY, LIMIT_DAY, LIMIT_MONTH, LIMIT_YEAR };

/* One part of a time limit: 灵活就业人员 + 即时办结. */
struct limit_part {
    struct str when; /* the words before the limit: a person, a channel; often "" */
    enum limit_kind kind;
    unsigned value; /* 0 unless kind is LIMIT_WITHIN */
    enum limit_unit unit;
};
struct limit {
    struct limit_part *at;
    size_t n, cap;
};

enum flow_source { FLOW_NONE, FLOW_DERIVED, FLOW_PUBLISHED };
enum node_kind {
    NODE_START,
    NODE_END,
    NODE_STEP,
    NODE_DECISION,
    NODE_MATERIALS, /* its text is drawn as the flow's list of materials */
    NODE_RETURN,    /* 材料不全: back to an earlier node */
    NODE_REFUSAL,   /* 不予受理: an end of its own */
    NODE_NOTE
};
enum { NODE_KIND_COUNT = NODE_NOTE + 1 };

struct flow_node {
    struct str id; /* unique in the flow */
    enum node_kind kind;
    struct str text;
    size_t lane; /* derived: index in the flow's lanes */
    size_t at;
};
struct flow_edge {
    struct str from, to; /* node ids */
    struct str label;    /* 是, 否 or "" */
    size_t at;
};
struct flow {
    enum flow_source source;
    bool completed; /* derived: published, but what the office's boxes said is derived */
    struct str title;
    VEC(struct entry) materials; /* the list in the chart's box */
    VEC(struct flow_node) nodes;
    VEC(struct flow_edge) edges;
    struct str_list lanes; /* derived: who does it, from left to right; none: not told */
    size_t at;
};

struct form_ref {
    struct str id;
    size_t at;
};
struct form_refs {
    struct form_ref *at;
    size_t n, cap;
};

struct items {
    struct item *at;
    size_t n, cap;
};

/* An item (子项) or, below one, a service (业务办理项), which has no services itself. */
struct item {
    struct str seq; /* its number as printed: "15", "一、" */
    struct str
        code; /* as published, blanks and mistakes kept; "" where none is printed */
    struct str path;                /* stem of its page as the editor gave it, or "" */
    struct field *own[FIELD_COUNT]; /* what stands on it in the file; NULL: nothing */
    struct cells levels;
    struct cells ticks; /* cells of the disclosure columns */
    struct flow flow;   /* FLOW_NONE: nothing in the file */
    struct form_refs forms;
    struct items services;
    size_t at;

    /* derived */
    const struct field *field[FIELD_COUNT]; /* own, default or referred to; never NULL */
    struct limit limit;
    struct str_list steps; /* names of the steps: of the chain, else of the process */
    struct flow chart;     /* published completed, or derived, or FLOW_NONE */
    struct str stem;       /* name of its page: DESIGN section 5 */
};

struct group {
    struct str no;                       /* 一、, 第二部分： or "" */
    struct str code;                     /* as published */
    struct field *own[FIELD_COUNT];      /* only the title is allowed */
    struct field *defaults[FIELD_COUNT]; /* of its <defaults>; NULL: none */
    struct items items;
    size_t at;

    /* derived */
    const struct field *title; /* never NULL */
};

struct level {
    struct str id, name;
    size_t at;
};

enum column_kind { COLUMN_AUDIENCE, COLUMN_MODE, COLUMN_LEVEL };
enum { COLUMN_KIND_COUNT = COLUMN_LEVEL + 1 };

/* A declared √ column of a disclosure catalog. */
struct column {
    struct str id, name;
    enum column_kind kind;
    size_t at;
};

/* 印发通知. Dates are ISO (2020-12-28) or "". */
struct notice {
    bool present;
    struct str head;   /* 发文机关标志: 沅江市医疗保障事务中心文件 */
    struct str number; /* 发文字号 */
    struct str title;
    struct str to; /* 主送机关, with its colon */
    VEC(struct entry) annexes;
    struct str remark; /* 附注: （此件主动公开） */
    struct str signer;
    struct str date;
    struct str cc;      /* 抄送 */
    struct str printed; /* 印发机关 */
    struct str printed_date;
    struct str body; /* notice.md, Markdown */
    struct source body_source;
    size_t at;
};

enum form_align { FORM_AUTO, FORM_LEFT, FORM_CENTER, FORM_RIGHT };
enum { FORM_ALIGN_COUNT = FORM_RIGHT + 1 };
enum form_valign { FORM_MIDDLE, FORM_TOP, FORM_BOTTOM };
enum { FORM_VALIGN_COUNT = FORM_BOTTOM + 1 };

/* Texts of a form hold places to write: form_text.h says how they are marked. */
struct form_cell {
    struct str text;
    size_t colspan, rowspan; /* at least 1 */
    bool label;              /* a heading of the form, not a place to write */
    bool vertical;           /* its characters one below another */
    enum form_align align;   /* FORM_AUTO: a label in the middle, anything else left */
    enum form_valign valign;
    size_t at;
};
struct form_row {
    VEC(struct form_cell) cells;
    size_t repeat; /* printed this many times (empty rows to fill in); at least 1 */
    size_t height; /* at least so many mm; 0: the usual height */
    size_t at;
};
/* A line over or under the table. */
struct form_line {
    struct str text;
    enum form_align align; /* FORM_AUTO: spread over the width, or running text */
    size_t at;             /* of its element */
};
struct form_lines {
    struct form_line *at;
    size_t n, cap;
};
struct form {
    struct str id;    /* its file name without .xml */
    struct str title; /* "" where none is printed */
    size_t title_at;  /* of its element */
    struct str name;  /* what a form without a title is called; not printed on it */
    bool landscape;
    VEC(size_t) columns;     /* shares of the width, or empty: all columns alike */
    struct form_lines top;   /* over the title */
    struct form_lines above; /* between title and table */
    struct form_lines below; /* under the table */
    VEC(struct form_row) rows;
    struct source source; /* its own file */
};

/* A finding of `mulu check` that the office knows and lets stand. */
struct accept {
    struct str rule; /* id of the rule */
    struct str at; /* item, item/field or /field; "": wherever the rule finds something */
    struct str reason; /* never empty */
    size_t offset;     /* of its element */
};

enum catalog_kind { KIND_GUIDE, KIND_LIST, KIND_LEVELS, KIND_DISCLOSURE };
enum { KIND_COUNT = KIND_DISCLOSURE + 1 };

struct catalog {
    struct arena *arena;  /* owns everything here, the source's text too */
    struct source source; /* catalog.xml */
    struct str folder;    /* path of its folder */

    struct str id;
    enum catalog_kind kind;
    bool kinds[KIND_COUNT]; /* its kind and those of <also> */
    struct str scheme;      /* id of the scheme, "" for none */
    struct str region_code, region_name;
    struct str title, edition, issuer;
    struct str document_number, document_date;
    struct str paper; /* of the printed tables: "A3", "A4"; "": as their style says */
    /* When its pages went public, "2020-12-28 09:30", and whose text they say it is; "" where
     * the catalog does not say. */
    struct str web_published, web_source;
    size_t region_at, title_at, document_at;
    struct notice notice;
    VEC(struct level) levels;
    VEC(struct column) columns;
    struct field *defaults[FIELD_COUNT];
    VEC(struct group) groups;
    struct form_refs form_refs; /* forms of the catalog itself */
    VEC(struct form) forms;     /* every forms/<id>.xml, sorted by id */
    VEC(struct entry) remarks;  /* 说明 printed with the table */
    VEC(struct accept) accepts;
    size_t at;
};

#endif
