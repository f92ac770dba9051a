/* Front door of the syntax room: bytes → source → tokens → tree.

       const PtSource *source = pt_source_decode(pass, path, bytes, len);
       PtAst *ast = source ? pt_syntax_parse(pass, source) : NULL;

   Faults in the program become diagnostics with CPython's text; the functions then answer NULL. */
#ifndef PT_SYNTAX_SYNTAX_H
#define PT_SYNTAX_SYNTAX_H

#include "base/buf.h"
#include "diag/pass.h"
#include "syntax/ast.h"

/* Decodes a file (byte order mark, PEP 263 declaration: utf-8, latin-1, ascii), translates line ends and pads.
   The result is registered in the pass's sources and lives in their arena; `bytes` is not kept. NULL after an error. */
const PtSource *pt_source_decode(const PtPass *pass, const char *path, const char *bytes, size_t len);

/* Parses a source; the tree lives in the pass's arena and refers to `source` and to the pass's names. NULL when the
   source has errors, several of which may have been reported. */
PtAst *pt_syntax_parse(const PtPass *pass, const PtSource *source);

/* The tree as `ast.dump(ast.parse(source), include_attributes=True)` writes it in CPython 3.11 (newer syntax as the
   CPython that introduced it), without a line end. */
void pt_syntax_dump_ast(PtBuf *out, const PtAst *ast);
/* One token a line: position, kind, text. */
void pt_syntax_dump_tokens(PtBuf *out, const PtPass *pass, const PtSource *source);

/* repr() of values as CPython writes them. */
void pt_repr_str(PtBuf *out, const char *text, size_t len);
void pt_repr_bytes(PtBuf *out, const char *text, size_t len);
void pt_repr_float(PtBuf *out, double value);
/* Decimal digits of a PT_CONST_INT or PT_CONST_BIGINT; hexadecimal ones past 4,000 of them. */
void pt_const_decimal(PtBuf *out, const PtConst *value);

#endif
