/* What every pass is given. A pass reads const inputs, allocates its result in `arena`, reports the user's faults
   to `diags` and goes on; what it needs only while it runs comes from `scratch`, which the driver resets after it. */
#ifndef PT_DIAG_PASS_H
#define PT_DIAG_PASS_H

#include "base/intern.h"
#include "diag/diag.h"
#include "diag/source.h"

/* What the user chose; the driver fills it, passes only read it. */
typedef struct PtOptions {
    const char *demote;     /* --demote=FUNCTION|SEED: force this down a step; NULL: nothing */
    const char *crate_name; /* of the emitted crate, a Rust identifier */
    bool check;             /* run the checker after each pass */
} PtOptions;

typedef struct PtPass {
    PtArena *arena;   /* lives as long as the compilation */
    PtArena *scratch; /* emptied after the pass */
    PtInterner *names;
    PtSources *sources;
    PtDiags *diags;
    const PtOptions *options;
} PtPass;

#endif
