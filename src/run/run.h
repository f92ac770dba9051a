/* Running a built program: in the WebAssembly sandbox within limits, or natively. */
#ifndef PT_RUN_RUN_H
#define PT_RUN_RUN_H

#include "base/arena.h"
#include "diag/diag.h"
#include "run/sandbox.h"

typedef struct PtRunLimits {
    uint64_t timeout_ms; /* 0: none, for each */
    uint64_t fuel;
    uint64_t max_memory;
} PtRunLimits;

typedef struct PtRunRequest {
    const char *program;  /* .wasm file, or the native executable */
    const char *aot_path; /* sandbox only; see sandbox.h */
    bool native;
    const char *const *argv; /* argv[0] is what the program sees as its own name */
    size_t argc;
    const char *const *env_names, *const *env_values;
    size_t env_count;
    const PtSandboxDir *dirs;
    size_t dir_count;
    PtRunLimits limits;
} PtRunRequest;

/* Runs to the end with our stdin, stdout and stderr. true: *exit_code is the program's own. false: it was ended or could
   not start, and a PT08xx diagnostic says why. */
bool pt_run_program(PtArena *arena, PtDiags *diags, const char *home, const PtRunRequest *request, int *exit_code);

/* A part of an AOT file's name that changes with the limits that shape its code, and with the sandbox' version. */
const char *pt_run_aot_flavour(const PtRunLimits *limits);

/* The sandbox' version for `doctor`, NULL when it is not installed. */
const char *pt_run_sandbox_version(PtArena *arena, const char *home);

#endif
