/* Diagnostics for people: one block each, in the order they were found. */
#include <string.h>

#include "base/utf8.h"
#include "diag/render.h"

enum { WINDOW = 110, LEAD = 40, TAB = 4 };

typedef struct Palette {
    const char *error, *warning, *note, *strong, *frame, *off;
} Palette;

static const Palette colours = {"\033[1;31m", "\033[1;33m", "\033[1;36m", "\033[1m", "\033[1;34m", "\033[0m"};
static const Palette plain = {"", "", "", "", "", ""};

static const char *severity_name(PtSeverity severity)
{
    return severity == PT_SEVERITY_ERROR ? "error" : severity == PT_SEVERITY_WARNING ? "warning" : "note";
}

/* Copies text[from, to) with tabs widened and control characters shown as '?'; returns the columns it takes. */
static uint32_t add_visible(PtBuf *out, const char *text, uint32_t from, uint32_t to)
{
    uint32_t columns = 0;
    while (from < to) {
        uint32_t size;
        uint32_t cp = pt_utf8_decode(text + from, to - from, &size);
        if (cp == '\t') {
            pt_buf_fill(out, ' ', TAB);
            columns += TAB;
        } else {
            if (cp < 0x20 || cp == 0x7f || cp == PT_UTF8_BAD)
                pt_buf_putc(out, '?');
            else
                pt_buf_add(out, text + from, size);
            columns++;
        }
        from += size;
    }
    return columns;
}

static uint32_t align_to_character(const char *text, uint32_t at, uint32_t limit)
{
    while (at < limit && ((unsigned char)text[at] & 0xc0) == 0x80)
        at++;
    return at;
}

/* The line with carets under the span; a very long line is cut to a window around it. */
static void add_snippet(PtBuf *out, const PtSource *source, PtSpan span, PtSourcePlace place, int digits,
                        const Palette *ink)
{
    uint32_t end = span.end > span.start ? span.end : span.start + 1;
    if (end > place.line_end)
        end = place.line_end > span.start ? place.line_end : span.start + 1;
    uint32_t from = place.line_start, to = place.line_end;
    if (to - from > WINDOW) {
        if (span.start - from > LEAD)
            from = align_to_character(source->text, span.start - LEAD, span.start);
        if (to - from > WINDOW)
            to = align_to_character(source->text, from + WINDOW, to);
        if (end > to)
            end = to > span.start ? to : span.start + 1;
    }
    pt_buf_printf(out, "%s%*s |%s\n", ink->frame, digits, "", ink->off);
    pt_buf_printf(out, "%s%*u |%s %s", ink->frame, digits, place.line, ink->off, from > place.line_start ? "..." : "");
    add_visible(out, source->text, from, to);
    pt_buf_puts(out, to < place.line_end ? "...\n" : "\n");
    PtBuf measure = pt_buf_make(out->arena);
    uint32_t lead = add_visible(&measure, source->text, from, span.start < to ? span.start : to);
    uint32_t width = end > to ? 1 : add_visible(&measure, source->text, span.start, end);
    pt_buf_printf(out, "%s%*s |%s ", ink->frame, digits, "", ink->off);
    pt_buf_fill(out, ' ', lead + (from > place.line_start ? 3 : 0));
    pt_buf_puts(out, ink->error);
    pt_buf_fill(out, '^', width ? width : 1);
    pt_buf_printf(out, "%s\n", ink->off);
}

static int count_digits(uint32_t n)
{
    int digits = 1;
    while (n >= 10) {
        n /= 10;
        digits++;
    }
    return digits;
}

static void render_one(PtBuf *out, const PtDiag *diag, const PtSources *sources, const Palette *ink)
{
    const char *tint = diag->severity == PT_SEVERITY_ERROR     ? ink->error
                       : diag->severity == PT_SEVERITY_WARNING ? ink->warning
                                                               : ink->note;
    pt_buf_printf(out, "%s%s[%s]%s%s: %s%s\n", tint, severity_name(diag->severity), pt_diag_code_text(diag->code),
                  ink->off, ink->strong, diag->message, ink->off);
    const PtSource *source = pt_source_get(sources, diag->span.file);
    int digits = 1;
    if (source) {
        PtSourcePlace place = pt_source_place(source, diag->span.start);
        digits = count_digits(place.line);
        uint32_t column = (uint32_t)pt_utf8_count(source->text + place.line_start, place.column) + 1;
        pt_buf_printf(out, "%s%*s-->%s %s:%u:%u\n", ink->frame, digits, "", ink->off, source->path, place.line, column);
        add_snippet(out, source, diag->span, place, digits, ink);
    }
    if (diag->help)
        pt_buf_printf(out, "%s%*s =%s help: %s\n", ink->frame, digits, "", ink->off, diag->help);
}

void pt_render_text(PtBuf *out, const PtDiags *diags, const PtSources *sources, bool colour)
{
    for (uint32_t i = 0; i < diags->list.len; i++)
        render_one(out, &diags->list.data[i], sources, colour ? &colours : &plain);
}

void pt_render_python(PtBuf *out, const PtDiags *diags)
{
    for (uint32_t i = 0; i < diags->list.len; i++) {
        const PtDiag *diag = &diags->list.data[i];
        const char *class = pt_diag_code_python(diag->code);
        if (*class) {
            pt_buf_printf(out, "%s: %s\n", class, diag->message);
            return;
        }
    }
}
