/* The compilation's state, for the files of this room. */
#ifndef PT_DRIVER_DRIVER_INTERNAL_H
#define PT_DRIVER_DRIVER_INTERNAL_H

#include "base/digest.h"
#include "base/map.h"
#include "driver/driver.h"
#include "emit/emit.h"
#include "hir/hir.h"
#include "infer/infer.h"
#include "own/own.h"
#include "project/project.h"
#include "syntax/syntax.h"

enum { PT_SOURCE_LIMIT = 512 << 20 }; /* bytes of one source file */

/* A file besides the main module that the translation depends on. */
typedef struct PtDependency {
    const char *path;
    bool present;                /* false: it was looked for and not there */
    char hex[PT_DIGEST_HEX_SIZE]; /* digest of its bytes */
} PtDependency;

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
    PT_VEC(PtDependency) dependencies;
    PtStrMap dependency_index; /* path → 1 + index */
    /* what the stages made */
    const PtSource *main_source;
    const PtAst *main_ast;
    const PtProject *project;
    const PtHir *hir;
    PT_VEC(PtUnitId) functions; /* of the program, in order */
    PtFacts *facts;
    PtModes *modes;
    PtRir *rir;
    PtLineMaps line_map; /* of the crate's text */
    const PtCrate *crate;
};

/* pipeline.c: one stage, which may be the last one asked for; false when it cannot give a result. */
bool pt_driver_run_stage(PtCompilation *c, PtStage stage, PtStage last);
PtProvider pt_driver_provider(PtCompilation *c);

#endif
