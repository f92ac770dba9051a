/* Ownership: who owns each allocation, and how a parameter is handed over. The lowering to RIR asks here. Until aliasing
   is analysed every answer is the safe one: a counted handle. */
#ifndef PT_OWN_OWN_H
#define PT_OWN_OWN_H

#include "base/buf.h"
#include "diag/pass.h"
#include "hir/hir.h"

typedef enum PtMode {
    PT_MODE_HANDLE, /* a counted handle, shared with whoever asks */
} PtMode;

typedef struct PtModes PtModes;

/* Reads:      hir
   Produces:   a mode for every node that allocates
   Guarantees: the same input gives the same output */
PtModes *pt_own(PtPass *pass, const PtHir *hir);
/* The mode of what node `id` makes. */
PtMode pt_own_mode(const PtModes *modes, PtHirId id);
/* --dump=modes: one line per allocating node. */
void pt_own_dump(const PtModes *modes, PtBuf *out);

#endif
