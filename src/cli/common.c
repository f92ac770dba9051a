/* What the sub-commands share: sessions with progress, messages, exit statuses. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/os.h"
#include "cli/cli.h"

/* Says what takes so long, on a terminal, when it takes more than a second; and wipes it away afterwards. */
typedef struct Progress {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    pthread_t thread;
    const char *what; /* NULL: nothing is going on */
    bool running;
} Progress;

static void *show_progress(void *context)
{
    Progress *p = context;
    struct timespec next;
    clock_gettime(CLOCK_REALTIME, &next);
    pthread_mutex_lock(&p->lock);
    for (int seconds = 1; p->what; seconds++) {
        next.tv_sec++;
        while (p->what && pthread_cond_timedwait(&p->changed, &p->lock, &next) == 0) {
        }
        if (p->what)
            fprintf(stderr, "\r\033[Kportalis: %s (%d s)", p->what, seconds);
        else if (seconds > 1)
            fputs("\r\033[K", stderr);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

static void on_progress(void *context, const char *what)
{
    Progress *p = context;
    pthread_mutex_lock(&p->lock);
    p->what = what;
    pthread_cond_signal(&p->changed);
    pthread_mutex_unlock(&p->lock);
    if (what && !p->running)
        p->running = pthread_create(&p->thread, NULL, show_progress, p) == 0;
    if (!what && p->running) {
        pthread_join(p->thread, NULL);
        p->running = false;
    }
}

PortalisSession *pt_cli_open_session(PtArena *arena, const PtCliOptions *options)
{
    PortalisSessionOptions inner = {.cache_dir = options && options->no_cache ? "" : NULL};
    if (pt_os_is_terminal(2) && !(options && options->format && strcmp(options->format, "json") == 0)) {
        Progress *progress = pt_arena_new(arena, Progress);
        pthread_mutex_init(&progress->lock, NULL);
        pthread_cond_init(&progress->changed, NULL);
        inner.progress = on_progress;
        inner.progress_context = progress;
    }
    return portalis_session_open(&inner);
}

PortalisProgram *pt_cli_open_program(PortalisSession *session, const PtCliOptions *options)
{
    PortalisInput input = {.path = options->file, .demote = options->demote, .check = options->check_stages != NULL};
    return portalis_program_open(session, &input);
}

bool pt_cli_wants_colour(void)
{
    const char *term = pt_os_env("TERM");
    return !pt_os_env("NO_COLOR") && pt_os_is_terminal(2) && !(term && strcmp(term, "dumb") == 0);
}

void pt_cli_print_messages(PortalisProgram *program, const PtCliOptions *options, bool as_python)
{
    bool json = options->format && strcmp(options->format, "json") == 0;
    if (options->timings)
        fputs(portalis_program_timings(program), stderr);
    fputs(portalis_program_messages(program, json ? PORTALIS_JSON : PORTALIS_TEXT, pt_cli_wants_colour()), stderr);
    if (as_python)
        fputs(portalis_program_python_error(program), stderr);
}

int pt_cli_exit_status(PortalisStatus status)
{
    switch (status) {
    case PORTALIS_OK: return PT_EXIT_OK;
    case PORTALIS_REFUSED: return PT_EXIT_REFUSED;
    case PORTALIS_UNREADABLE: return PT_EXIT_USAGE;
    case PORTALIS_NO_TOOL: return PT_EXIT_NO_TOOL;
    case PORTALIS_FAILED: return PT_EXIT_FAILED;
    case PORTALIS_STOPPED: return PT_EXIT_STOPPED;
    case PORTALIS_TRAPPED: return PT_EXIT_TRAPPED;
    case PORTALIS_INTERNAL: return PT_EXIT_INTERNAL;
    }
    return PT_EXIT_INTERNAL;
}

bool pt_cli_build_options(const PtCliOptions *options, PortalisBuildOptions *out)
{
    *out = (PortalisBuildOptions){.target = options->native ? PORTALIS_NATIVE : PORTALIS_WASM, .opt_level = 2};
    if (!options->opt)
        return true;
    if (strlen(options->opt) != 1 || options->opt[0] < '0' || options->opt[0] > '3') {
        pt_cli_usage_error("-O is 0, 1, 2 or 3, not '%s'", options->opt);
        return false;
    }
    out->opt_level = options->opt[0] - '0';
    return true;
}

const char *pt_cli_derive_name(PtArena *arena, const char *file, const char *suffix)
{
    const char *slash = strrchr(file, '/');
    const char *base = slash ? slash + 1 : file;
    size_t len = strlen(base);
    if (len > 3 && strcmp(base + len - 3, ".py") == 0)
        len -= 3;
    PtBuf name = pt_buf_make(arena);
    pt_buf_printf(&name, "%.*s%s", (int)len, base, suffix);
    return pt_buf_text(&name);
}
