/* Collecting diagnostics; see diag.h. */
#include "diag/diag.h"

#include <string.h>

#include "base/buf.h"

typedef struct Row {
    const char *code, *title, *python;
    PtSeverity severity;
} Row;

static const Row rows[PT_DIAG_COUNT] = {
    {"PT0000", "", "", PT_SEVERITY_ERROR},
#define D(code, name, severity, python, title) {#code, title, #python, PT_SEVERITY_##severity},
#include "diag/diag.def"
#undef D
};

const char *pt_diag_code_text(PtDiagCode code)
{
    return rows[code].code;
}

const char *pt_diag_code_title(PtDiagCode code)
{
    return rows[code].title;
}

PtSeverity pt_diag_code_severity(PtDiagCode code)
{
    return rows[code].severity;
}

const char *pt_diag_code_python(PtDiagCode code)
{
    return strcmp(rows[code].python, "NONE") == 0 ? "" : rows[code].python;
}

PtDiagCode pt_diag_code_find(const char *text)
{
    for (int i = 1; i < PT_DIAG_COUNT; i++)
        if (strcmp(rows[i].code, text) == 0)
            return (PtDiagCode)i;
    return PT_DIAG_NONE;
}

void pt_diags_init(PtDiags *diags, PtArena *arena)
{
    *diags = (PtDiags){.arena = arena, .limit = PT_DIAG_LIMIT};
}

static bool keeps(PtDiags *diags)
{
    return diags->list.len < diags->limit;
}

void pt_diag_vemit(PtDiags *diags, PtDiagCode code, PtSpan span, const char *fmt, va_list args)
{
    PtSeverity severity = rows[code].severity;
    if (severity == PT_SEVERITY_ERROR)
        diags->errors++;
    else if (severity == PT_SEVERITY_WARNING)
        diags->warnings++;
    if (!keeps(diags))
        return;
    PtBuf buf = pt_buf_make(diags->arena);
    pt_buf_vprintf(&buf, fmt, args);
    pt_vec_push(diags->arena, &diags->list, (PtDiag){code, severity, span, pt_buf_text(&buf), NULL});
    if (!keeps(diags))
        pt_vec_push(diags->arena, &diags->list,
                    (PtDiag){PT_DIAG_TOO_MANY_ERRORS, PT_SEVERITY_NOTE, span, "too many errors; the rest is not shown", NULL});
}

void pt_diag_emit(PtDiags *diags, PtDiagCode code, PtSpan span, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    pt_diag_vemit(diags, code, span, fmt, args);
    va_end(args);
}

void pt_diag_help(PtDiags *diags, const char *fmt, ...)
{
    if (!keeps(diags) || !diags->list.len)
        return;
    va_list args;
    va_start(args, fmt);
    PtBuf buf = pt_buf_make(diags->arena);
    pt_buf_vprintf(&buf, fmt, args);
    va_end(args);
    pt_vec_last(&diags->list).help = pt_buf_text(&buf);
}
