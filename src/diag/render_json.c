/* Diagnostics for tools: JSON lines. */
#include "base/utf8.h"
#include "diag/render.h"

static void add_string(PtBuf *out, const char *text)
{
    pt_buf_putc(out, '"');
    for (const char *p = text; *p; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '"' || c == '\\')
            pt_buf_printf(out, "\\%c", c);
        else if (c < 0x20)
            pt_buf_printf(out, "\\u%04x", c);
        else
            pt_buf_putc(out, (char)c);
    }
    pt_buf_putc(out, '"');
}

static void add_place(PtBuf *out, const char *prefix, const PtSource *source, uint32_t offset)
{
    PtSourcePlace place = pt_source_place(source, offset);
    uint32_t column = (uint32_t)pt_utf8_count(source->text + place.line_start, place.column) + 1;
    pt_buf_printf(out, ",\"%sline\":%u,\"%scolumn\":%u", prefix, place.line, prefix, column);
}

void pt_render_json(PtBuf *out, const PtDiags *diags, const PtSources *sources)
{
    static const char *const severities[] = {"error", "warning", "note"};
    for (uint32_t i = 0; i < diags->list.len; i++) {
        const PtDiag *diag = &diags->list.data[i];
        pt_buf_printf(out, "{\"code\":\"%s\",\"severity\":\"%s\",\"message\":", pt_diag_code_text(diag->code),
                      severities[diag->severity]);
        add_string(out, diag->message);
        const PtSource *source = pt_source_get(sources, diag->span.file);
        if (source) {
            pt_buf_puts(out, ",\"path\":");
            add_string(out, source->path);
            add_place(out, "", source, diag->span.start);
            add_place(out, "end_", source, diag->span.end);
        }
        if (diag->help) {
            pt_buf_puts(out, ",\"help\":");
            add_string(out, diag->help);
        }
        pt_buf_puts(out, "}\n");
    }
}
