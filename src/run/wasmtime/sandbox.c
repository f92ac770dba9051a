/* The sandbox: runs a WASI command in Wasmtime within limits. Built as a library of its own. Everything is off unless
   the request grants it. AOT files are only ever those that this program wrote into its private cache. */
#include "run/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <wasi.h>
#include <wasm.h>
#include <wasmtime.h>

/* Recursion in the program uses the machine's stack; the thread that runs it gets more than Wasmtime may use. */
static const size_t wasm_stack = (size_t)512 << 20;
static const size_t thread_stack = (size_t)640 << 20;

enum { TAIL = 4096 };

typedef struct Job {
    const PtSandboxRequest *request;
    PtSandboxResult *result;
    wasm_engine_t *engine;
    char tail[TAIL]; /* the end of stderr, to tell why the program was aborted */
    size_t tail_len;
    pthread_mutex_t lock;
    pthread_cond_t over;
    bool done;
    bool exited; /* the module has called proc_exit */
} Job;

static void fail(Job *job, PtSandboxEnd end, const char *what, wasmtime_error_t *error)
{
    wasm_byte_vec_t text = {0};
    if (error) {
        wasmtime_error_message(error, &text);
        wasmtime_error_delete(error);
    }
    job->result->end = end;
    int len = (int)(text.size < 400 ? text.size : 400);
    snprintf(job->result->message, sizeof job->result->message, "%s%s%.*s", what, error ? ": " : "", len,
             error ? text.data : "");
    if (error)
        wasm_byte_vec_delete(&text);
}

static void write_all(int fd, const void *data, size_t len)
{
    const char *p = data;
    while (len > 0) {
        ssize_t n = write(fd, p, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return;
        p += n;
        len -= (size_t)n;
    }
}

static ptrdiff_t take_stderr(void *data, const unsigned char *text, size_t len)
{
    Job *job = data;
    write_all(2, text, len);
    size_t keep = len < TAIL / 2 ? len : TAIL / 2;
    if (job->tail_len + keep > TAIL) {
        size_t drop = job->tail_len + keep - TAIL;
        memmove(job->tail, job->tail + drop, job->tail_len - drop);
        job->tail_len -= drop;
    }
    memcpy(job->tail + job->tail_len, text + len - keep, keep);
    job->tail_len += keep;
    return (ptrdiff_t)len;
}

static void *tick(void *data)
{
    Job *job = data;
    struct timespec end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += (time_t)(job->request->timeout_ms / 1000);
    end.tv_nsec += (long)(job->request->timeout_ms % 1000) * 1000000;
    if (end.tv_nsec >= 1000000000) {
        end.tv_sec++;
        end.tv_nsec -= 1000000000;
    }
    pthread_mutex_lock(&job->lock);
    int waited = 0;
    while (!job->done && waited == 0)
        waited = pthread_cond_timedwait(&job->over, &job->lock, &end);
    if (!job->done)
        wasmtime_engine_increment_epoch(job->engine);
    pthread_mutex_unlock(&job->lock);
    return NULL;
}

static wasm_engine_t *make_engine(const PtSandboxRequest *request)
{
    wasm_config_t *config = wasm_config_new();
    /* These shape the generated code: whoever names aot_path gives each combination a name of its own. */
    wasmtime_config_epoch_interruption_set(config, request->timeout_ms > 0);
    wasmtime_config_consume_fuel_set(config, request->fuel > 0);
    wasmtime_config_async_stack_size_set(config, thread_stack); /* unused here, but has to be the larger one */
    wasmtime_config_max_wasm_stack_set(config, wasm_stack);
    wasmtime_config_cranelift_opt_level_set(config, WASMTIME_OPT_LEVEL_SPEED);
    wasmtime_config_wasm_multi_memory_set(config, false);
    return wasm_engine_new_with_config(config);
}

/* The file's bytes, mapped; NULL when it cannot be read or is empty. */
static void *map_file(const char *path, size_t *len)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    void *data = NULL;
    if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0) {
        *len = (size_t)st.st_size;
        data = mmap(NULL, *len, PROT_READ, MAP_PRIVATE, fd, 0);
    }
    if (fd >= 0)
        close(fd);
    return data == MAP_FAILED ? NULL : data;
}

/* Written beside and renamed; a failure only means that the next start compiles again. */
static void save_aot(const char *path, wasmtime_module_t *module)
{
    wasm_byte_vec_t bytes;
    wasmtime_error_t *error = wasmtime_module_serialize(module, &bytes);
    if (error) {
        wasmtime_error_delete(error);
        return;
    }
    char temp[4096];
    int n = snprintf(temp, sizeof temp, "%s.%d.tmp", path, (int)getpid());
    int fd = n > 0 && n < (int)sizeof temp ? open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
    if (fd >= 0) {
        size_t left = bytes.size;
        while (left > 0) {
            ssize_t w = write(fd, bytes.data + (bytes.size - left), left);
            if (w <= 0)
                break;
            left -= (size_t)w;
        }
        if (close(fd) != 0 || left > 0 || rename(temp, path) != 0)
            unlink(temp);
    }
    wasm_byte_vec_delete(&bytes);
}

static wasmtime_module_t *load_module(Job *job)
{
    const PtSandboxRequest *request = job->request;
    wasmtime_module_t *module = NULL;
    wasmtime_error_t *error;
    if (request->aot_path && access(request->aot_path, R_OK) == 0) {
        error = wasmtime_module_deserialize_file(job->engine, request->aot_path, &module);
        if (!error)
            return module;
        job->result->aot_rejected = true;
        if (!request->wasm_path) {
            fail(job, PT_SANDBOX_BAD_MODULE, request->aot_path, error);
            return NULL;
        }
        wasmtime_error_delete(error);
    }
    size_t len = 0;
    void *bytes = request->wasm_path ? map_file(request->wasm_path, &len) : NULL;
    if (!bytes) {
        fail(job, PT_SANDBOX_BAD_MODULE, "the module cannot be read", NULL);
        return NULL;
    }
    error = wasmtime_module_new(job->engine, bytes, len, &module);
    munmap(bytes, len);
    if (error) {
        fail(job, PT_SANDBOX_BAD_MODULE, request->wasm_path, error);
        return NULL;
    }
    if (request->aot_path)
        save_aot(request->aot_path, module);
    return module;
}

static wasi_config_t *make_wasi(Job *job)
{
    const PtSandboxRequest *request = job->request;
    wasi_config_t *wasi = wasi_config_new();
    bool ok = wasi_config_set_argv(wasi, request->argc, (const char **)request->argv) &&
              wasi_config_set_env(wasi, request->env_count, (const char **)request->env_names,
                                  (const char **)request->env_values);
    if (!ok) {
        fail(job, PT_SANDBOX_BAD_ARGUMENT, "arguments and environment must be UTF-8", NULL);
        wasi_config_delete(wasi);
        return NULL;
    }
    for (size_t i = 0; i < request->dir_count; i++) {
        const PtSandboxDir *dir = &request->dirs[i];
        if (!wasi_config_preopen_dir(wasi, dir->host, dir->guest, dir->writable)) {
            fail(job, PT_SANDBOX_BAD_DIR, dir->host, NULL);
            wasi_config_delete(wasi);
            return NULL;
        }
    }
    wasi_config_inherit_stdin(wasi);
    wasi_config_inherit_stdout(wasi);
    wasi_config_set_stderr_custom(wasi, take_stderr, job, NULL);
    return wasi;
}

static bool tail_says(const Job *job, const char *what)
{
    return memmem(job->tail, job->tail_len, what, strlen(what)) != NULL;
}

static void explain_trap(Job *job, wasm_trap_t *trap)
{
    wasmtime_trap_code_t code = 255;
    bool known = wasmtime_trap_code(trap, &code);
    PtSandboxEnd end = PT_SANDBOX_TRAPPED;
    if (known && code == WASMTIME_TRAP_CODE_INTERRUPT)
        end = PT_SANDBOX_TIMED_OUT;
    else if (known && code == WASMTIME_TRAP_CODE_OUT_OF_FUEL)
        end = PT_SANDBOX_NO_FUEL;
    else if (known && (code == WASMTIME_TRAP_CODE_STACK_OVERFLOW || code == WASMTIME_TRAP_CODE_MEMORY_OUT_OF_BOUNDS))
        end = PT_SANDBOX_NO_STACK; /* the stack in linear memory lies lowest and overflows out of bounds */
    else if (tail_says(job, "memory allocation of"))
        end = PT_SANDBOX_NO_MEMORY;
    wasm_message_t text;
    wasm_trap_message(trap, &text);
    const char *stop = memchr(text.data, '\n', text.size);
    job->result->end = end;
    snprintf(job->result->message, sizeof job->result->message, "%.*s",
             (int)(stop ? stop - text.data : (ptrdiff_t)text.size), text.data);
    wasm_byte_vec_delete(&text);
    wasm_trap_delete(trap);
}

/* Takes the place of WASI's proc_exit, which refuses statuses from 126 on. */
static wasm_trap_t *take_exit(void *env, wasmtime_caller_t *caller, const wasmtime_val_t *args, size_t arg_count,
                              wasmtime_val_t *results, size_t result_count)
{
    (void)caller, (void)arg_count, (void)results, (void)result_count;
    Job *job = env;
    job->exited = true;
    job->result->exit_code = args[0].of.i32 & 255;
    return wasmtime_trap_new("exit", 4);
}

static wasmtime_error_t *define_exit(Job *job, wasmtime_linker_t *linker)
{
    wasm_functype_t *type = wasm_functype_new_1_0(wasm_valtype_new_i32());
    wasmtime_linker_allow_shadowing(linker, true);
    wasmtime_error_t *error = wasmtime_linker_define_func(linker, "wasi_snapshot_preview1", 22, "proc_exit", 9, type,
                                                          take_exit, job, NULL);
    wasm_functype_delete(type);
    return error;
}

static void finish(Job *job, wasmtime_error_t *error, wasm_trap_t *trap)
{
    if (job->exited && (trap || error)) {
        job->result->end = PT_SANDBOX_EXITED;
        if (trap)
            wasm_trap_delete(trap);
        if (error)
            wasmtime_error_delete(error);
    } else if (trap) {
        explain_trap(job, trap);
    } else if (error) {
        int status = 0;
        if (wasmtime_error_exit_status(error, &status)) {
            job->result->end = PT_SANDBOX_EXITED;
            job->result->exit_code = status;
            wasmtime_error_delete(error);
        } else {
            fail(job, PT_SANDBOX_FAILED, "the sandbox failed", error);
        }
    }
}

static void call_start(Job *job, wasmtime_context_t *context, wasmtime_instance_t *instance)
{
    wasmtime_extern_t start;
    if (!wasmtime_instance_export_get(context, instance, "_start", 6, &start) || start.kind != WASMTIME_EXTERN_FUNC) {
        fail(job, PT_SANDBOX_BAD_MODULE, "the module exports no function _start", NULL);
        return;
    }
    pthread_t ticker;
    bool ticking = job->request->timeout_ms && pthread_create(&ticker, NULL, tick, job) == 0;
    wasm_trap_t *trap = NULL;
    wasmtime_error_t *error = wasmtime_func_call(context, &start.of.func, NULL, 0, NULL, 0, &trap);
    if (ticking) {
        pthread_mutex_lock(&job->lock);
        job->done = true;
        pthread_cond_signal(&job->over);
        pthread_mutex_unlock(&job->lock);
        pthread_join(ticker, NULL);
    }
    finish(job, error, trap);
}

static void run_module(Job *job, wasmtime_module_t *module)
{
    const PtSandboxRequest *request = job->request;
    wasi_config_t *wasi = make_wasi(job);
    if (!wasi)
        return;
    wasmtime_store_t *store = wasmtime_store_new(job->engine, NULL, NULL);
    wasmtime_context_t *context = wasmtime_store_context(store);
    wasmtime_linker_t *linker = wasmtime_linker_new(job->engine);
    if (request->max_memory)
        wasmtime_store_limiter(store, (int64_t)request->max_memory, -1, -1, -1, -1);
    wasmtime_error_t *error = wasmtime_context_set_wasi(context, wasi);
    if (!error && request->fuel)
        error = wasmtime_context_set_fuel(context, request->fuel);
    if (!error && request->timeout_ms)
        wasmtime_context_set_epoch_deadline(context, 1);
    if (!error)
        error = wasmtime_linker_define_wasi(linker);
    if (!error)
        error = define_exit(job, linker);
    wasmtime_instance_t instance;
    wasm_trap_t *trap = NULL;
    if (!error)
        error = wasmtime_linker_instantiate(linker, context, module, &instance, &trap);
    if (trap)
        explain_trap(job, trap);
    else if (error)
        fail(job, request->max_memory ? PT_SANDBOX_NO_MEMORY : PT_SANDBOX_FAILED, "the module cannot be started", error);
    else
        call_start(job, context, &instance);
    wasmtime_linker_delete(linker);
    wasmtime_store_delete(store);
}

static void *run_job(void *data)
{
    Job *job = data;
    job->engine = make_engine(job->request);
    if (!job->engine) {
        fail(job, PT_SANDBOX_FAILED, "Wasmtime refused its settings", NULL);
        return NULL;
    }
    wasmtime_module_t *module = load_module(job);
    if (module) {
        run_module(job, module);
        wasmtime_module_delete(module);
    }
    wasm_engine_delete(job->engine);
    return NULL;
}

__attribute__((visibility("default"))) void pt_sandbox_run_1(const PtSandboxRequest *request, PtSandboxResult *result);

void pt_sandbox_run_1(const PtSandboxRequest *request, PtSandboxResult *result)
{
    memset(result, 0, sizeof *result);
    if (request->probe) {
        snprintf(result->message, sizeof result->message, "Wasmtime %s", WASMTIME_VERSION);
        return;
    }
    Job job = {.request = request, .result = result};
    pthread_mutex_init(&job.lock, NULL);
    pthread_condattr_t clock;
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_cond_init(&job.over, &clock);
    pthread_condattr_destroy(&clock);
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, thread_stack);
    pthread_t thread;
    if (pthread_create(&thread, &attr, run_job, &job) == 0)
        pthread_join(thread, NULL);
    else
        fail(&job, PT_SANDBOX_FAILED, "no memory for the program's stack", NULL);
    pthread_attr_destroy(&attr);
    pthread_cond_destroy(&job.over);
    pthread_mutex_destroy(&job.lock);
}
