/* libharu writing lines of text and nothing else, with its own fonts: what the booklet is
 * measured beside.
 *
 *     bare_haru LINES-FILE FONT.ttf TIMES
 *
 * Lines are those of booklet_bench: "page x y size text". Prints milliseconds of CPU for each
 * document on average, font opened and subset by libharu each time, as its API has it. */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct line {
    unsigned page;
    float x, y, size;
    char *text;
};

static double cpu_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static struct line *read_lines(const char *path, size_t *n)
{
    FILE *f = fopen(path, "r");
    struct line *lines = NULL;
    char *row = NULL;
    size_t room = 0, cap = 0;
    while (f && getline(&row, &room, f) > 0) {
        struct line line;
        int at;
        row[strcspn(row, "\n")] = 0;
        if (sscanf(row, "%u %f %f %f %n", &line.page, &line.x, &line.y, &line.size, &at) < 4)
            continue;
        line.text = strdup(row + at);
        if (*n == cap)
            lines = realloc(lines, (cap = cap ? 2 * cap : 1024) * sizeof *lines);
        lines[(*n)++] = line;
    }
    free(row);
    if (f)
        fclose(f);
    return lines;
}

static HPDF_UINT32 document(const struct line *lines, size_t n, const char *ttf)
{
    HPDF_Doc doc = HPDF_New(NULL, NULL);
    HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(doc);
    const char *name = HPDF_LoadTTFontFromFile(doc, ttf, HPDF_TRUE);
    HPDF_Font font = HPDF_GetFont(doc, name, "UTF-8");
    HPDF_Page page = NULL;
    unsigned at = (unsigned)-1;
    for (size_t i = 0; i < n; i++) {
        if (lines[i].page != at) {
            at = lines[i].page;
            page = HPDF_AddPage(doc);
            HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
        }
        HPDF_Page_BeginText(page);
        HPDF_Page_SetFontAndSize(page, font, lines[i].size);
        HPDF_Page_TextOut(page, lines[i].x, lines[i].y, lines[i].text);
        HPDF_Page_EndText(page);
    }
    HPDF_SaveToStream(doc);
    HPDF_UINT32 bytes = HPDF_GetStreamSize(doc);
    HPDF_Free(doc);
    return bytes;
}

int main(int argc, char **argv)
{
    size_t n = 0, times = argc > 3 ? strtoul(argv[3], NULL, 10) : 0;
    struct line *lines = times ? read_lines(argv[1], &n) : NULL;
    if (!n)
        return 2;
    double start = cpu_ms();
    HPDF_UINT32 bytes = 0;
    for (size_t i = 0; i < times; i++)
        bytes = document(lines, n, argv[2]);
    printf("%zu %u %.2f\n", n, (unsigned)bytes, (cpu_ms() - start) / (double)times);
    return bytes ? 0 : 2;
}
