/* The pipeline as plain calls. A PtCompilation is one job: it owns the arenas in which every stage's result lives.
   Two compilations share nothing, so any number may run at the same time. */
#ifndef PT_DRIVER_DRIVER_H
#define PT_DRIVER_DRIVER_H

#include "base/buf.h"
#include "base/status.h"
#include "diag/pass.h"
#include "emit/crate.h"

typedef enum PtStage {
#define PASS(id, name, what) PT_STAGE_##id,
#include "driver/passes.def"
#undef PASS
    PT_STAGE_COUNT
} PtStage;

const char *pt_stage_name(PtStage stage);
/* PT_STAGE_COUNT when there is no such stage. */
PtStage pt_stage_find(const char *name);

typedef struct PtDriverInput {
    const char *path;
    const char *bytes; /* NULL: read from `path` */
    size_t len;
    PtOptions options;
    size_t memory_budget; /* 0: 8 GiB */
} PtDriverInput;

typedef struct PtCompilation PtCompilation;

/* NULL only when memory is out. Texts of `input` must outlive the compilation. */
PtCompilation *pt_driver_open(const PtDriverInput *input);
void pt_driver_close(PtCompilation *c);

/* Runs the stages up to `last` that have not run yet. false: there are errors, and no later stage can run. */
bool pt_driver_compile(PtCompilation *c, PtStage last);
/* Appends a stage's result as text; the stage must have been reached. */
void pt_driver_dump(PtCompilation *c, PtStage stage, PtBuf *out);

/* After the Rust compiler has rejected the crate: forgets what inference found and emits dynamic code only; the error
   becomes a note. false: the code was dynamic already, or the failure was another. */
bool pt_driver_demote(PtCompilation *c);

PtArena *pt_driver_arena(PtCompilation *c);
PtDiags *pt_driver_diags(PtCompilation *c);
const PtSources *pt_driver_sources(const PtCompilation *c);
/* The main module's bytes as they are on disk; false with a diagnostic when they cannot be read. */
bool pt_driver_main_bytes(PtCompilation *c, const char **bytes, size_t *len);
const char *pt_driver_main_path(const PtCompilation *c);
/* The options that change what is emitted, as text for a key. */
const char *pt_driver_variant(const PtCompilation *c);
/* Calls `each` for every file besides the main module that the translation read (with the SHA-256 of its bytes, in
   hex), and for every one that it looked for in vain (digest NULL). */
void pt_driver_each_dependency(PtCompilation *c, void (*each)(void *ctx, const char *path, const char *digest), void *ctx);
/* NULL before PT_STAGE_RUST. */
const PtCrate *pt_driver_crate(const PtCompilation *c);
/* A function of the program and how it was translated. */
typedef enum PtForm { PT_FORM_TYPED, PT_FORM_HANDLED, PT_FORM_DYNAMIC, PT_FORM_REFUSED } PtForm;
typedef struct PtDriverFunction {
    const char *name; /* qualified */
    unsigned line;
    PtForm form;
} PtDriverFunction;
/* The functions in source order; false past the last. */
bool pt_driver_function(const PtCompilation *c, size_t index, PtDriverFunction *out);
/* Nanoseconds a stage took, 0 when it did not run. */
uint64_t pt_driver_time(const PtCompilation *c, PtStage stage);

#endif
