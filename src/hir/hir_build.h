/* Construction of a PtHir: ids, constants, lists, open blocks. Only for the lowering inside this room. */
#ifndef PT_HIR_HIR_BUILD_H
#define PT_HIR_HIR_BUILD_H

#include "hir/hir.h"

PtHir *pt_hir_make(PtArena *arena, PtInterner *names);

/* New rows of the tables. */
PtHirId pt_hir_add_node(PtHir *h, PtHirKind kind, PtSpan span);
PtSymId pt_hir_add_sym(PtHir *h, PtUnitId unit, PtNameId name, PtStorage storage, unsigned flags, PtSpan span);
PtUnitId pt_hir_add_unit(PtHir *h, PtUnitKind kind, PtModId module, PtUnitId parent, PtNameId name, PtSpan span);
PtModId pt_hir_add_module(PtHir *h, PtNameId name, const char *path, uint32_t file);
/* The global of that name, made when new. */
PtGlobalId pt_hir_add_global(PtHir *h, PtModId module, PtNameId name);

/* Lists; the empty list is 0. */
PtHirList pt_hir_add_list(PtHir *h, const uint32_t *words, uint32_t len);

/* Constants, one id per value and type. */
PtHirConstId pt_hir_const_simple(PtHir *h, PtHirConstKind kind);
PtHirConstId pt_hir_const_int(PtHir *h, int64_t value);
PtHirConstId pt_hir_const_bigint(PtHir *h, const char *digits, uint32_t len);
PtHirConstId pt_hir_const_float(PtHir *h, double value, bool imaginary);
PtHirConstId pt_hir_const_text(PtHir *h, PtHirConstKind kind, const char *text, uint32_t len);

#endif
