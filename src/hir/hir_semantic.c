/* Syntax errors that CPython's compiler reports after the symbol table: statements where they cannot stand. */
#include "hir/hir_scope.h"

void pt_semantic_check(PtScopes *s)
{
    (void)s;
}
