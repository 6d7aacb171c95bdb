/* Addresses of the web: their shape only; nothing is fetched. */
#include "check/contacts.h"

#include "base/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { PORT_MOST = 65535 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_alnum(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

/* The characters of RFC 3986 and, since addresses have them, [ ] and |. */
static bool is_url(char c)
{
    return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\' &&
           c != '^' && c != '`' && c != '{' && c != '}';
}

/* ---- the scheme ---- */

/* What stands where :// should; the first is right. */
static const struct str colons[] = {
    STR_INIT("://"),   STR_INIT("：//"), STR_INIT("：／／"), STR_INIT(":／／"),
    STR_INIT(":\\\\"), STR_INIT("；//"), STR_INIT(";//"),    STR_INIT("//"),
    STR_INIT(":/"),    STR_INIT("：/"),  STR_INIT(": //"),   STR_INIT("： //"),
};

/* The length of http or https, 0 for another word. */
static size_t protocol(struct str s)
{
    if (!str_eq_nocase(str_slice(s, 0, 4), STR("http")))
        return 0;
    return s.n > 4 && (s.s[4] == 's' || s.s[4] == 'S') ? 5 : 4;
}

/* The length of the scheme with its colon and strokes, right or not; 0 when there is none. */
static size_t scheme(struct str s, size_t *right)
{
    size_t word = protocol(s);
    struct str rest = str_from(s, word);
    for (size_t i = 0; word && i < COUNT(colons); i++) {
        struct str behind = str_from(rest, colons[i].n);
        if (!str_starts(rest, colons[i]) || !behind.n || !is_alnum(behind.s[0]))
            continue;
        *right = i == 0;
        return word + colons[i].n;
    }
    return 0;
}

/* ---- the host ---- */

static bool is_port(struct str s)
{
    size_t value = 0;
    for (size_t i = 0; i < s.n && value <= PORT_MOST; i++)
        if (s.s[i] < '0' || s.s[i] > '9')
            return false;
        else
            value = value * 10 + (size_t)(s.s[i] - '0');
    return s.n && value && value <= PORT_MOST;
}

static bool is_label(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_alnum(s.s[i]) && s.s[i] != '-' && s.s[i] != '_')
            return false;
    return s.n && s.s[0] != '-' && s.s[s.n - 1] != '-';
}

/* Four numbers, or labels of which the last has letters. */
static bool is_host(struct str host)
{
    size_t colon = str_find(host, STR(":")), labels = 0, numbers = 0;
    if (colon != STR_NONE && !is_port(str_from(host, colon + 1)))
        return false;
    struct str rest = str_slice(host, 0, colon == STR_NONE ? host.n : colon), label;
    if (str_ends(rest, STR(".")))
        return false;
    bool letters = false;
    while (str_cut(&rest, '.', &label)) {
        if (!is_label(label))
            return false;
        letters = is_letter(label.s[0]) || is_letter(label.s[label.n - 1]);
        numbers += is_port(label) || str_eq(label, STR("0"));
        labels++;
    }
    return labels >= 2 && (letters || (labels == 4 && numbers == 4));
}

/* ---- what follows ---- */

/* True when the text goes on like the end of a domain; 。 may also end a sentence. */
static bool goes_on(struct str s)
{
    static const struct str ends[] = {STR_INIT("gov"), STR_INIT("com"), STR_INIT("cn"),
                                      STR_INIT("net"), STR_INIT("org"), STR_INIT("edu")};
    for (size_t i = 0; i < COUNT(ends); i++)
        if (str_eq_nocase(str_slice(s, 0, ends[i].n), ends[i]) &&
            (s.n == ends[i].n || !is_alnum(s.s[ends[i].n])))
            return true;
    return false;
}

/* A full-width mark or letter inside the address: its ASCII form, or 0. */
static char narrow(struct str rest)
{
    struct str behind = rest;
    uint32_t c = rest.n ? utf8_next(&behind) : 0;
    if (!behind.n || !is_alnum(behind.s[0]))
        return 0;
    if (c == 0x3002)
        return goes_on(behind) ? '.' : 0;
    bool mark = c == 0xFF0E || c == 0xFF0F || c == 0xFF1A || c == 0xFF0D || c == 0xFF1F ||
                c == 0xFF1D || c == 0xFF06 || c == 0xFF3F;
    bool word = (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
                (c >= 0xFF41 && c <= 0xFF5A);
    return mark || word ? (char)(c - 0xFEE0) : 0;
}

/* The blanks inside an address that goes on behind them: www.ylbz. gov.cn. */
static size_t blanks_inside(struct str words, size_t end)
{
    size_t at = end;
    while (at < words.n && (words.s[at] == ' ' || words.s[at] == '\n'))
        at++;
    struct str rest = str_from(words, at);
    if (at == end || !rest.n || protocol(rest) || str_starts(rest, STR("www.")))
        return 0;
    bool open = end && (words.s[end - 1] == '.' || words.s[end - 1] == '-' ||
                        words.s[end - 1] == '=' || words.s[end - 1] == '&');
    bool joins =
        (rest.s[0] == '.' || rest.s[0] == '/') && rest.n > 1 && is_alnum(rest.s[1]);
    return joins || (open && is_alnum(rest.s[0])) ? at - end : 0;
}

/* The end of the address that begins at `at`: brackets around it do not belong to it. */
static size_t url_end(struct str words, size_t at)
{
    size_t end = at, open = 0;
    for (; end < words.n && is_url(words.s[end]); end++) {
        if (words.s[end] == '(')
            open++;
        if (words.s[end] == ')' && open-- == 0)
            break;
    }
    while (end > at && (words.s[end - 1] == '\'' || words.s[end - 1] == '*'))
        end--;
    return end;
}

static void tell(struct check *check, const struct text *t, size_t from, size_t to,
                 const struct advice *advice, enum diag_code code, struct str quote)
{
    report_text(check, t, str_slice(t->words, from, to), advice, code, STR_ARG(quote));
}

/* Checks the address of which [start, body) is the scheme; returns its end. */
static size_t check_url(struct check *check, const struct text *t, size_t start,
                        size_t body, bool right)
{
    struct str words = t->words;
    size_t end = url_end(words, body);
    struct str url = str_slice(words, start, end);
    struct advice erase = {.erase = true}, advice = {.safe = true};
    if (!right) {
        advice.proposal = protocol(url) == 5 ? STR("https://") : STR("http://");
        tell(check, t, start, body, &advice, DIAG_URL_SCHEME,
             str_slice(url, 0, body - start));
        return end;
    }
    char ascii = narrow(str_from(words, end));
    size_t blanks = blanks_inside(words, end);
    if (ascii) {
        struct str rest = str_from(words, end);
        utf8_next(&rest);
        advice.proposal = str_print(check->arena, "%c", ascii);
        tell(check, t, end, words.n - rest.n, &advice, DIAG_URL_WIDE,
             str_slice(words, end, words.n - rest.n));
        return words.n - rest.n;
    }
    if (blanks) {
        tell(check, t, end, end + blanks, &erase, DIAG_URL_BLANK, url);
        return end + blanks;
    }
    char last = end > body ? words.s[end - 1] : 0;
    if (last == '.' || last == ',' || last == ';' || last == ':') {
        tell(check, t, end - 1, end, NULL, DIAG_URL_END, str_slice(words, end - 1, end));
        end--;
    }
    size_t host = body;
    while (host < end && words.s[host] != '/' && words.s[host] != '?' &&
           words.s[host] != '#')
        host++;
    if (!is_host(str_slice(words, body, host)))
        tell(check, t, body, host, NULL, DIAG_URL_HOST, str_slice(words, body, host));
    return end;
}

/* The next http or www. from `at` on; the length when there is none. */
static size_t next_url(struct str words, size_t at)
{
    for (; at < words.n; at++) {
        bool inside = at && (is_alnum(words.s[at - 1]) || words.s[at - 1] == '.');
        struct str rest = str_from(words, at);
        if (!inside &&
            (protocol(rest) || str_eq_nocase(str_slice(rest, 0, 4), STR("www."))))
            break;
    }
    return at;
}

static void check_text(struct check *check, const struct text *t)
{
    struct str words = t->words;
    for (size_t at = next_url(words, 0); at < words.n; at = next_url(words, at)) {
        struct str rest = str_from(words, at);
        size_t right = 1, size = protocol(rest) ? scheme(rest, &right) : 0;
        if (!size && protocol(rest))
            at += protocol(rest); /* the word HTTP */
        else
            at = check_url(check, t, at, at + size, right);
    }
}

void check_urls(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++)
        if (check->texts[i].marks & TEXT_LATIN)
            check_text(check, &check->texts[i]);
}
