/* The compilation's state, for the files of this room. */
#ifndef PT_DRIVER_DRIVER_INTERNAL_H
#define PT_DRIVER_DRIVER_INTERNAL_H

#include "driver/driver.h"
#include "syntax/syntax.h"

struct PtCompilation {
    PtArena arena, scratch;
    PtDriverInput input;
    PtInterner *names;
    PtSources sources;
    PtDiags diags;
    PtPass pass;
    PtStage next; /* the first stage that has not run */
    bool failed;  /* no later stage can run */
    uint64_t times[PT_STAGE_COUNT];
    const PtSource *main_source; /* TOKENS */
    PtAst *main_ast;             /* AST */
    const PtCrate *crate;        /* RUST */
};

/* pipeline.c: one stage; false when it cannot give a result. */
bool pt_driver_run_stage(PtCompilation *c, PtStage stage);

#endif
