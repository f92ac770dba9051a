/* The door of lowering: all parsed modules of a program → HIR.

   Reads:      the project's syntax trees
   Produces:   PtHir: names resolved, evaluation order explicit, sugar gone
   Guarantees: NULL when an error was reported (semantic syntax errors, refused constructs); else a PtHir that passes
               pt_hir_check. The same input gives the same output. */
#ifndef PT_HIR_LOWER_H
#define PT_HIR_LOWER_H

#include "hir/hir.h"
#include "project/project.h"

PtHir *pt_hir_lower(PtPass *pass, const PtProject *project);

#endif
