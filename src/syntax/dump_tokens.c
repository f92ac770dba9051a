/* `--dump=tokens`: one token a line. */
#include "syntax/syntax.h"
#include "syntax/token.h"

void pt_syntax_dump_tokens(PtBuf *out, const PtPass *pass, const PtSource *source)
{
    const PtTokens *t = pt_lex(pass, source);
    for (uint32_t i = 0; i < t->count; i++) {
        PtSourcePlace start = pt_source_place(source, t->starts[i]), end = pt_source_place(source, t->ends[i]);
        pt_buf_printf(out, "%u:%u-%u:%u %s", start.line, start.column, end.line, end.column,
                      pt_token_name((PtTokenKind)t->kinds[i]));
        if (t->ends[i] > t->starts[i]) {
            pt_buf_putc(out, ' ');
            pt_repr_str(out, source->text + t->starts[i], t->ends[i] - t->starts[i]);
        }
        pt_buf_putc(out, '\n');
    }
    if (t->error.code)
        pt_diag_emit(pass->diags, t->error.code, (PtSpan){source->file, t->error.start, t->error.end}, "%s", t->error.message);
}
