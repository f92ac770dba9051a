/* Ownership modes; see own.h. */
#include "own/own.h"

struct PtModes {
    const PtHir *hir;
};

PtModes *pt_own(PtPass *pass, const PtHir *hir)
{
    PtModes *modes = pt_arena_zero(pass->arena, sizeof *modes);
    modes->hir = hir;
    return modes;
}

PtMode pt_own_mode(const PtModes *modes, PtHirId id)
{
    (void)modes, (void)id;
    return PT_MODE_HANDLE;
}

static bool allocates(PtHirKind kind)
{
    switch (kind) {
    case PT_HIR_BuildTuple: case PT_HIR_BuildList: case PT_HIR_BuildSet: case PT_HIR_BuildTupleStar:
    case PT_HIR_BuildListStar: case PT_HIR_BuildSetStar: case PT_HIR_BuildDict: case PT_HIR_BuildString:
    case PT_HIR_MakeFunction: case PT_HIR_MakeClass: case PT_HIR_MakeGenExpr:
        return true;
    default: return false;
    }
}

void pt_own_dump(const PtModes *modes, PtBuf *out)
{
    for (uint32_t i = 1; i < modes->hir->count; i++) {
        PtHirKind kind = pt_hir_kind(modes->hir, (PtHirId){i});
        if (allocates(kind))
            pt_buf_printf(out, "%%%u %s: handle\n", i, pt_hir_kind_info(kind)->name);
    }
}
