/* Diagnostics: what is wrong with the user's program, collected while the passes run and rendered at the end.
   Emitting never stops a pass; past the limit errors are only counted. */
#ifndef PT_DIAG_DIAG_H
#define PT_DIAG_DIAG_H

#include <stdarg.h>
#include <stdbool.h>

#include "base/vec.h"
#include "diag/span.h"

typedef enum PtSeverity { PT_SEVERITY_ERROR, PT_SEVERITY_WARNING, PT_SEVERITY_NOTE } PtSeverity;

typedef enum PtDiagCode {
    PT_DIAG_NONE,
#define D(code, name, severity, python, title) PT_DIAG_##name,
#include "diag/diag.def"
#undef D
    PT_DIAG_COUNT
} PtDiagCode;

typedef struct PtDiag {
    PtDiagCode code;
    PtSeverity severity;
    PtSpan span;
    const char *message; /* CPython's text where it has one */
    const char *help;    /* what to do about it, or NULL */
} PtDiag;

typedef struct PtDiags {
    PtArena *arena;
    PT_VEC(PtDiag) list;
    uint32_t errors;   /* all errors, those past the limit included */
    uint32_t warnings;
    uint32_t limit;    /* most diagnostics kept */
} PtDiags;

enum { PT_DIAG_LIMIT = 100 };

/* Facts of a code, from diag.def. */
const char *pt_diag_code_text(PtDiagCode code);  /* "PT0101" */
const char *pt_diag_code_title(PtDiagCode code);
PtSeverity pt_diag_code_severity(PtDiagCode code);
const char *pt_diag_code_python(PtDiagCode code); /* "SyntaxError", or "" */
/* The code written "PT0101", or PT_DIAG_NONE. */
PtDiagCode pt_diag_code_find(const char *text);

/* Starts an empty collection; texts are kept in `arena`. */
void pt_diags_init(PtDiags *diags, PtArena *arena);

void pt_diag_emit(PtDiags *diags, PtDiagCode code, PtSpan span, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
void pt_diag_vemit(PtDiags *diags, PtDiagCode code, PtSpan span, const char *fmt, va_list args)
    __attribute__((format(printf, 4, 0)));
/* Adds a help line to the last diagnostic emitted. */
void pt_diag_help(PtDiags *diags, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
