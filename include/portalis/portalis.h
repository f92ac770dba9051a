/* Portalis as a library: Python in, readable Rust, WebAssembly and native programs out.

       PortalisSession *session = portalis_session_open(NULL);
       PortalisProgram *program = portalis_program_open(session, &(PortalisInput){.path = "hello.py"});
       int exit_code;
       if (portalis_program_run(program, NULL, &exit_code) != PORTALIS_OK)
           fputs(portalis_program_messages(program, PORTALIS_TEXT, false), stderr);
       portalis_program_close(program);
       portalis_session_close(session);

   A session may be shared by threads; a program belongs to one thread at a time. All texts handed out belong to the
   object they were asked of and live until it is closed. Nothing here prints or exits. */
#ifndef PORTALIS_PORTALIS_H
#define PORTALIS_PORTALIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PORTALIS_VERSION "0.1.0"

typedef struct PortalisSession PortalisSession;
typedef struct PortalisProgram PortalisProgram;

/* What went wrong, coarsely; the program's messages say it in words, with codes. */
typedef enum PortalisStatus {
    PORTALIS_OK,
    PORTALIS_REFUSED,    /* the Python program has errors or uses what is not supported */
    PORTALIS_UNREADABLE, /* a source file cannot be read */
    PORTALIS_NO_TOOL,    /* the Rust toolchain, the runtime or the sandbox is missing */
    PORTALIS_FAILED,     /* the build failed for outside reasons: disk, memory, a killed compiler */
    PORTALIS_STOPPED,    /* the running program hit one of its limits */
    PORTALIS_TRAPPED,    /* the running program was aborted */
    PORTALIS_INTERNAL,   /* a fault of Portalis */
} PortalisStatus;

typedef struct PortalisSessionOptions {
    const char *home;      /* the installation; NULL: PORTALIS_HOME, else found from the executable */
    const char *cache_dir; /* NULL: ${XDG_CACHE_HOME:-~/.cache}/portalis; "": no cache */
    /* Told what begins ("translating", "compiling"), and NULL when the waiting is over; may be NULL. */
    void (*progress)(void *context, const char *what);
    void *progress_context;
} PortalisSessionOptions;

/* `options` may be NULL. */
PortalisSession *portalis_session_open(const PortalisSessionOptions *options);
void portalis_session_close(PortalisSession *session);
/* The installation that the session uses. */
const char *portalis_session_home(const PortalisSession *session);
/* What is installed and what is missing, as text; *complete says whether programs can be built and run. */
const char *portalis_session_doctor(PortalisSession *session, bool *complete);

typedef struct PortalisInput {
    const char *path;     /* of the main module; also its name in messages */
    const char *source;   /* its bytes; NULL: read `path` */
    size_t source_len;
    const char *demote;   /* force this function, or a share chosen by this seed, down to dynamic code; NULL: none */
    bool check;           /* check every stage's result (slow) */
    size_t memory_budget; /* bytes the compiler may use; 0: 8 GiB */
} PortalisInput;

PortalisProgram *portalis_program_open(PortalisSession *session, const PortalisInput *input);
void portalis_program_close(PortalisProgram *program);

/* Names of the stages in order ("tokens" … "rust"), NULL after the last. */
const char *portalis_stage_name(size_t index);
/* Translates up to and including a stage; NULL: all the way to Rust. Done stages are not repeated. */
PortalisStatus portalis_program_translate(PortalisProgram *program, const char *stage);
/* A stage's result as text; NULL when there is no such stage or it was not reached. */
const char *portalis_program_dump(PortalisProgram *program, const char *stage, size_t *len);

/* The translated crate, file by file ("src/main.rs"); false past the last. */
bool portalis_program_file(const PortalisProgram *program, size_t index, const char **path, const char **text,
                           size_t *len);

/* How a function was translated. */
typedef enum PortalisForm { PORTALIS_TYPED, PORTALIS_HANDLED, PORTALIS_DYNAMIC, PORTALIS_REFUSED_FORM } PortalisForm;
bool portalis_program_function(const PortalisProgram *program, size_t index, const char **name, unsigned *line,
                               PortalisForm *form);

typedef enum PortalisFormat { PORTALIS_TEXT, PORTALIS_JSON } PortalisFormat;
/* Everything there is to say about the program so far; "" when nothing. */
const char *portalis_program_messages(PortalisProgram *program, PortalisFormat format, bool colour);
/* The line CPython would end with ("SyntaxError: invalid syntax"), or "". */
const char *portalis_program_python_error(PortalisProgram *program);
/* Milliseconds by stage, one line each. */
const char *portalis_program_timings(PortalisProgram *program);

typedef enum PortalisTarget { PORTALIS_WASM, PORTALIS_NATIVE } PortalisTarget;

typedef struct PortalisBuildOptions {
    PortalisTarget target;
    int opt_level; /* 0 … 3 */
} PortalisBuildOptions;

/* Builds and copies the result to `output`, complete or not at all. `options` NULL: WebAssembly, level 2. */
PortalisStatus portalis_program_build(PortalisProgram *program, const PortalisBuildOptions *options, const char *output);

/* Writes the translation as a cargo crate that builds by itself, offline. An earlier translation in `dir` is replaced,
   anything else there is left alone. */
PortalisStatus portalis_program_write_crate(PortalisProgram *program, const char *dir);

typedef struct PortalisGrant {
    const char *host, *guest;
    bool writable;
} PortalisGrant;

typedef struct PortalisRunOptions {
    PortalisBuildOptions build;
    const char *const *args; /* after the program's name */
    size_t arg_count;
    const char *const *env_names, *const *env_values;
    size_t env_count;
    const PortalisGrant *dirs; /* folders the program may use; none otherwise. Not with PORTALIS_NATIVE */
    size_t dir_count;
    uint64_t timeout_ms; /* 0: no limit, for each */
    uint64_t fuel;
    uint64_t max_memory;
} PortalisRunOptions;

/* Builds unless an earlier build of the same sources is cached, and runs with this process' stdin, stdout and stderr.
   PORTALIS_OK: the program ended by itself with *exit_code. */
PortalisStatus portalis_program_run(PortalisProgram *program, const PortalisRunOptions *options, int *exit_code);

/* The one-line title of a diagnostic code ("PT0201"); NULL when there is no such code. */
const char *portalis_code_title(const char *code);
/* Codes in order, NULL after the last. */
const char *portalis_code(size_t index);

#ifdef __cplusplus
}
#endif

#endif
