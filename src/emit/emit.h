/* Emission: the RIR tree as text, laid out as rustfmt lays it out (width 110), and the map from its lines to the
   Python they stand for. The last stage of the compiler proper; building and running are src/build and src/run. */
#ifndef PT_EMIT_EMIT_H
#define PT_EMIT_EMIT_H

#include "emit/crate.h"
#include "rir/rir.h"

/* Line `line` (from 1) of the crate's file number `file` and those up to the next entry come from the Python `span`. */
typedef struct PtLineMap {
    uint32_t file, line;
    PtSpan span;
} PtLineMap;

typedef PT_VEC(PtLineMap) PtLineMaps;

/* Reads:      rir (checked)
   Produces:   the crate's files, root first, in pass->arena; `map` (may be NULL) in order of file and line
   Guarantees: the text parses to the tree; the same tree gives the same bytes */
PtCrate *pt_emit(PtPass *pass, const PtRir *rir, PtLineMaps *map);

#endif
