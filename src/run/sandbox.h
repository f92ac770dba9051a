/* What passes between the compiler and the sandbox library, which is loaded at the first run: the compiler itself
   does not depend on Wasmtime. Plain C structs, one function, one number that must agree. */
#ifndef PT_RUN_SANDBOX_H
#define PT_RUN_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PT_SANDBOX_ABI 1
#define PT_SANDBOX_ENTRY "pt_sandbox_run_1"

typedef struct PtSandboxDir {
    const char *host, *guest;
    bool writable;
} PtSandboxDir;

typedef struct PtSandboxRequest {
    const char *wasm_path; /* the module, or NULL when aot_path is there */
    const char *aot_path;  /* the compiled module: loaded when it is there, else written; NULL: neither */
    const char *const *argv;
    size_t argc;
    const char *const *env_names, *const *env_values;
    size_t env_count;
    const PtSandboxDir *dirs;
    size_t dir_count;
    uint64_t timeout_ms; /* 0: none */
    uint64_t fuel;       /* 0: unlimited */
    uint64_t max_memory; /* bytes of linear memory, 0: what WebAssembly allows */
    bool probe;          /* only say which version this is */
} PtSandboxRequest;

typedef enum PtSandboxEnd {
    PT_SANDBOX_EXITED, /* exit_code is the program's own */
    PT_SANDBOX_TIMED_OUT,
    PT_SANDBOX_NO_FUEL,
    PT_SANDBOX_NO_MEMORY,
    PT_SANDBOX_NO_STACK,
    PT_SANDBOX_TRAPPED,
    PT_SANDBOX_BAD_MODULE,
    PT_SANDBOX_BAD_DIR,
    PT_SANDBOX_BAD_ARGUMENT,
    PT_SANDBOX_FAILED
} PtSandboxEnd;

typedef struct PtSandboxResult {
    PtSandboxEnd end;
    int exit_code;
    bool aot_rejected; /* aot_path is there and cannot be used */
    char message[512]; /* detail for every other end */
} PtSandboxResult;

typedef void (*PtSandboxRun)(const PtSandboxRequest *request, PtSandboxResult *result);

#endif
