/* Syntax errors: wording them as CPython does, and going on to find more. */
#include "syntax/parse_internal.h"

#include <string.h>

_Noreturn void pt_parse_fail_at(PtParser *p, PtDiagCode code, uint32_t start, uint32_t end, const char *fmt, ...)
{
    if (p->explain) {
        va_list args;
        va_start(args, fmt);
        pt_diag_vemit(p->pass->diags, code, (PtSpan){p->source->file, start, end}, fmt, args);
        va_end(args);
    }
    longjmp(*p->out, 1);
}

_Noreturn void pt_parse_fail(PtParser *p)
{
    PtTokenKind kind = peek(p);
    uint32_t start = start_of(p), end = p->ends[p->pos];
    if (kind == PT_TOKEN_INDENT)
        pt_parse_fail_at(p, PT_DIAG_BAD_INDENT, start, end, "unexpected indent");
    if (kind == PT_TOKEN_DEDENT)
        pt_parse_fail_at(p, PT_DIAG_BAD_INDENT, start, end, "unexpected unindent");
    pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start, end, "invalid syntax");
}

_Noreturn void pt_parse_fail_deep(PtParser *p)
{
    pt_parse_fail_at(p, PT_DIAG_TOO_DEEP_NESTING, start_of(p), p->ends[p->pos], "too many nested expressions or statements");
}

/* Reports the fault that ended lexing. */
static bool report_lexing(PtParser *p)
{
    const PtLexError *e = &p->tokens->error;
    if (e->code)
        pt_diag_emit(p->pass->diags, e->code, (PtSpan){p->source->file, e->start, e->end}, "%s", e->message);
    else if (p->tokens->open_bracket)
        pt_diag_emit(p->pass->diags, PT_DIAG_BAD_BRACKET,
                     (PtSpan){p->source->file, p->tokens->open_start, p->tokens->open_start + 1}, "'%c' was never closed",
                     p->tokens->open_bracket);
    else
        return false;
    return true;
}

/* After a fault: to the start of the next statement. */
static void synchronize(PtParser *p)
{
    while (!at(p, PT_TOKEN_END) && !at(p, PT_TOKEN_ERROR) && !at(p, PT_TOKEN_NEWLINE))
        p->pos++;
    while (at(p, PT_TOKEN_NEWLINE) || at(p, PT_TOKEN_DEDENT) || at(p, PT_TOKEN_INDENT))
        p->pos++;
    p->stack.len = 0;
    p->depth = 0;
}

void pt_parse_explain(PtParser *p)
{
    jmp_buf out;
    p->out = &out;
    p->explain = true;
    if (report_lexing(p))
        return;
    pt_parse_restart(p);
    while (!at(p, PT_TOKEN_END) && !at(p, PT_TOKEN_ERROR)) {
        if (setjmp(out))
            synchronize(p);
        else
            pt_parse_statements(p, PT_TOKEN_END);
    }
    if (!p->pass->diags->errors)
        pt_diag_emit(p->pass->diags, PT_DIAG_INVALID_SYNTAX, (PtSpan){p->source->file, start_of(p), start_of(p)},
                     "invalid syntax");
}
