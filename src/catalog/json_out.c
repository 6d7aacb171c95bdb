#include "catalog/json_out.h"

static void break_line(struct json_out *j)
{
    if (j->dense)
        return;
    buf_char(j->out, '\n');
    buf_pad(j->out, ' ', j->depth * 2);
}

static void put_key(struct json_out *j, struct str key)
{
    buf_json(j->out, key);
    buf_puts(j->out, j->dense ? ":" : ": ");
}

static void begin(struct json_out *j, const char *key)
{
    if (j->filled)
        buf_char(j->out, ',');
    if (j->depth)
        break_line(j);
    if (key)
        put_key(j, str_of(key));
    j->filled = true;
}

void json_out_open(struct json_out *j, const char *key, char bracket)
{
    begin(j, key);
    buf_char(j->out, bracket);
    j->depth++;
    j->filled = false;
}

void json_out_close(struct json_out *j, char bracket)
{
    j->depth--;
    if (j->filled)
        break_line(j);
    buf_char(j->out, bracket);
    j->filled = true;
}

void json_out_text(struct json_out *j, const char *key, struct str text)
{
    begin(j, key);
    buf_json(j->out, text);
}

void json_out_number(struct json_out *j, const char *key, size_t number)
{
    begin(j, key);
    buf_number(j->out, number);
}

void json_out_truth(struct json_out *j, const char *key, bool truth)
{
    begin(j, key);
    buf_puts(j->out, truth ? "true" : "false");
}

void json_out_pair(struct json_out *j, struct str key, struct str text)
{
    begin(j, NULL);
    put_key(j, key);
    buf_json(j->out, text);
}
