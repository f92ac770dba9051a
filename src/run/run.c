/* Loads the sandbox library on first use, hands over, and says in the user's words how a program ended. */
#include "run/run.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/os.h"
#include "base/utf8.h"

static const char *library_path(PtArena *arena, const char *home)
{
    PtBuf path = pt_buf_make(arena);
    pt_buf_printf(&path, "%s/build/libportalis-sandbox.so", home);
    return pt_buf_text(&path);
}

static PtSandboxRun load_sandbox(PtArena *arena, const char *home)
{
    /* Never closed: Wasmtime's signal handlers point into it. */
    void *library = dlopen(library_path(arena, home), RTLD_NOW | RTLD_LOCAL);
    void *symbol = library ? dlsym(library, PT_SANDBOX_ENTRY) : NULL;
    PtSandboxRun run = NULL;
    memcpy(&run, &symbol, sizeof run);
    return run;
}

const char *pt_run_aot_flavour(const PtRunLimits *limits)
{
    if (limits->fuel)
        return limits->timeout_ms ? "ef.cwasm" : "f.cwasm";
    return limits->timeout_ms ? "e.cwasm" : "cwasm";
}

const char *pt_run_sandbox_version(PtArena *arena, const char *home)
{
    PtSandboxRun run = load_sandbox(arena, home);
    if (!run)
        return NULL;
    PtSandboxResult result;
    run(&(PtSandboxRequest){.probe = true}, &result);
    return pt_arena_copy(arena, result.message, strlen(result.message));
}

static void report_end(PtDiags *diags, const PtRunRequest *request, const PtSandboxResult *result)
{
    switch (result->end) {
    case PT_SANDBOX_EXITED:
        return;
    case PT_SANDBOX_TIMED_OUT:
        pt_diag_emit(diags, PT_DIAG_TIME_LIMIT, PT_SPAN_NONE, "the program was stopped after %llu ms",
                     (unsigned long long)request->limits.timeout_ms);
        pt_diag_help(diags, "--timeout=SECONDS sets the limit");
        return;
    case PT_SANDBOX_NO_FUEL:
        pt_diag_emit(diags, PT_DIAG_FUEL_LIMIT, PT_SPAN_NONE, "the program was stopped after %llu units of fuel",
                     (unsigned long long)request->limits.fuel);
        pt_diag_help(diags, "--fuel=N sets the limit; one unit is about one WebAssembly instruction");
        return;
    case PT_SANDBOX_NO_MEMORY:
        pt_diag_emit(diags, PT_DIAG_MEMORY_LIMIT, PT_SPAN_NONE, "the program ran out of memory");
        pt_diag_help(diags, "--max-memory=SIZE sets the limit; WebAssembly itself ends at 4G");
        return;
    case PT_SANDBOX_NO_STACK:
        pt_diag_emit(diags, PT_DIAG_STACK_LIMIT, PT_SPAN_NONE, "the program ran out of stack: its calls are nested too deeply");
        return;
    case PT_SANDBOX_TRAPPED:
        pt_diag_emit(diags, PT_DIAG_TRAPPED, PT_SPAN_NONE, "the program was aborted: %s", result->message);
        pt_diag_help(diags, "a translated Python program never does this by itself; please report it");
        return;
    case PT_SANDBOX_BAD_MODULE:
        pt_diag_emit(diags, PT_DIAG_BAD_MODULE, PT_SPAN_NONE, "cannot load the module: %s", result->message);
        return;
    case PT_SANDBOX_BAD_DIR:
        pt_diag_emit(diags, PT_DIAG_BAD_GRANT, PT_SPAN_NONE, "cannot open the granted folder %s", result->message);
        pt_diag_help(diags, "--dir=PATH must name an existing folder");
        return;
    case PT_SANDBOX_BAD_ARGUMENT:
    case PT_SANDBOX_FAILED:
        pt_diag_emit(diags, PT_DIAG_SANDBOX_FAILED, PT_SPAN_NONE, "%s", result->message);
        return;
    }
}

/* WASI's arguments are UTF-8. A byte b that is not becomes U+10FF00 + b, which the runtime turns back; *escaped says that
   there was one. */
static const char *escape_bytes(PtArena *arena, const char *text, bool *escaped)
{
    size_t len = strlen(text), good;
    if (pt_utf8_valid_prefix(text, len) == len)
        return text;
    *escaped = true;
    PtBuf out = pt_buf_make(arena);
    while ((good = pt_utf8_valid_prefix(text, len)) < len) {
        char bytes[4];
        pt_buf_add(&out, text, good);
        pt_buf_add(&out, bytes, pt_utf8_encode(0x10ff00 + (unsigned char)text[good], bytes));
        text += good + 1;
        len -= good + 1;
    }
    pt_buf_add(&out, text, len);
    return pt_buf_text(&out);
}

static void escape_arguments(PtArena *arena, PtSandboxRequest *request)
{
    const char **argv = pt_arena_array(arena, const char *, request->argc + 1);
    bool escaped = false;
    for (size_t i = 0; i < request->argc; i++)
        argv[i] = escape_bytes(arena, request->argv[i], &escaped);
    request->argv = argv;
    if (!escaped)
        return;
    const char **names = pt_arena_array(arena, const char *, request->env_count + 1);
    const char **values = pt_arena_array(arena, const char *, request->env_count + 1);
    for (size_t i = 0; i < request->env_count; i++) {
        names[i] = request->env_names[i];
        values[i] = request->env_values[i];
    }
    names[request->env_count] = "PORTALIS_ESCAPED";
    values[request->env_count++] = "1";
    request->env_names = names;
    request->env_values = values;
}

static bool run_sandboxed(PtArena *arena, PtDiags *diags, const char *home, const PtRunRequest *request, int *exit_code)
{
    PtSandboxRun run = load_sandbox(arena, home);
    if (!run) {
        pt_diag_emit(diags, PT_DIAG_NO_SANDBOX, PT_SPAN_NONE, "the sandbox is not installed (%s)", library_path(arena, home));
        pt_diag_help(diags, "run `make setup` and `make`, or run without it: --native");
        return false;
    }
    PtSandboxRequest inner = {.wasm_path = request->program,
                              .aot_path = request->aot_path,
                              .argv = request->argv,
                              .argc = request->argc,
                              .env_names = request->env_names,
                              .env_values = request->env_values,
                              .env_count = request->env_count,
                              .dirs = request->dirs,
                              .dir_count = request->dir_count,
                              .timeout_ms = request->limits.timeout_ms,
                              .fuel = request->limits.fuel,
                              .max_memory = request->limits.max_memory};
    escape_arguments(arena, &inner);
    PtSandboxResult result;
    run(&inner, &result);
    report_end(diags, request, &result);
    *exit_code = result.exit_code;
    return result.end == PT_SANDBOX_EXITED;
}

static bool run_native(PtArena *arena, PtDiags *diags, const PtRunRequest *request, int *exit_code)
{
    const char **argv = pt_arena_array(arena, const char *, request->argc + 1);
    memcpy(argv, request->argv, request->argc * sizeof *argv);
    const char **env = pt_arena_array(arena, const char *, request->env_count + 1);
    for (size_t i = 0; i < request->env_count; i++) {
        PtBuf entry = pt_buf_make(arena);
        pt_buf_printf(&entry, "%s=%s", request->env_names[i], request->env_values[i]);
        env[i] = pt_buf_text(&entry);
    }
    PtOsSpawn spawn = {.program = request->program,
                       .argv = argv,
                       .env = env,
                       .inherit_stdin = true,
                       .inherit_output = true,
                       .timeout_ms = request->limits.timeout_ms};
    PtOsSpawnResult result;
    int e = pt_os_spawn(&spawn, &result);
    if (e) {
        pt_diag_emit(diags, PT_DIAG_BAD_MODULE, PT_SPAN_NONE, "cannot run %s: %s", request->program, pt_os_error_text(e));
        return false;
    }
    if (result.timed_out) {
        report_end(diags, request, &(PtSandboxResult){.end = PT_SANDBOX_TIMED_OUT});
        return false;
    }
    if (result.signal) {
        bool stack = result.signal == SIGSEGV || result.signal == SIGBUS;
        PtSandboxResult end = {.end = stack ? PT_SANDBOX_NO_STACK : PT_SANDBOX_TRAPPED};
        snprintf(end.message, sizeof end.message, "signal %d", result.signal);
        report_end(diags, request, &end);
        return false;
    }
    *exit_code = result.exit_code;
    return true;
}

bool pt_run_program(PtArena *arena, PtDiags *diags, const char *home, const PtRunRequest *request, int *exit_code)
{
    return request->native ? run_native(arena, diags, request, exit_code)
                           : run_sandboxed(arena, diags, home, request, exit_code);
}
