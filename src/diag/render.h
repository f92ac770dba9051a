/* Diagnostics as text for people, as JSON lines for tools, and in CPython's own form. */
#ifndef PT_DIAG_RENDER_H
#define PT_DIAG_RENDER_H

#include "base/buf.h"
#include "diag/diag.h"
#include "diag/source.h"

/* Code, message, place, source line with carets, help; ANSI colours when `colour`. */
void pt_render_text(PtBuf *out, const PtDiags *diags, const PtSources *sources, bool colour);
/* One JSON object a line; lines and columns count from 1, columns in code points, ends are exclusive. */
void pt_render_json(PtBuf *out, const PtDiags *diags, const PtSources *sources);
/* The line with which CPython would end, "SyntaxError: invalid syntax", for the first error that CPython has too;
   nothing when there is none. */
void pt_render_python(PtBuf *out, const PtDiags *diags);

#endif
