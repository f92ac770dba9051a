/* Sessions, programs, their stages and messages; building and running are in api_build.c. */
#include <string.h>

#include "api/api_internal.h"
#include "diag/render.h"

static void no_progress(void *context, const char *what)
{
    (void)context, (void)what;
}

PortalisSession *portalis_session_open(const PortalisSessionOptions *options)
{
    PtArena arena;
    pt_arena_init(&arena, PT_ARENA_UNLIMITED);
    PortalisSession *session = pt_arena_new(&arena, PortalisSession);
    const char *home = options && options->home ? options->home : pt_build_find_home(&arena);
    session->home = pt_arena_copy(&arena, home, strlen(home));
    if (options && options->cache_dir)
        session->cache_dir = pt_arena_copy(&arena, options->cache_dir, strlen(options->cache_dir));
    session->progress = options && options->progress ? options->progress : no_progress;
    session->progress_context = options ? options->progress_context : NULL;
    session->arena = arena;
    return session;
}

void portalis_session_close(PortalisSession *session)
{
    if (!session)
        return;
    PtArena arena = session->arena;
    pt_arena_free(&arena);
}

const char *portalis_session_home(const PortalisSession *session)
{
    return session->home;
}

PortalisProgram *portalis_program_open(PortalisSession *session, const PortalisInput *input)
{
    PtDriverInput inner = {.path = input->path,
                           .bytes = input->source,
                           .len = input->source_len,
                           .options = {.demote = input->demote, .crate_name = "program", .check = input->check},
                           .memory_budget = input->memory_budget};
    PtCompilation *compilation = pt_driver_open(&inner);
    if (!compilation)
        return NULL;
    PortalisProgram *program = pt_arena_new(pt_driver_arena(compilation), PortalisProgram);
    program->session = session;
    program->compilation = compilation;
    return program;
}

void portalis_program_close(PortalisProgram *program)
{
    if (program)
        pt_driver_close(program->compilation);
}

static PortalisStatus status_of_code(PtDiagCode code)
{
    switch (code) {
    case PT_DIAG_UNREADABLE:
    case PT_DIAG_SOURCE_TOO_LARGE:
        return PORTALIS_UNREADABLE;
    case PT_DIAG_NO_TOOLCHAIN:
    case PT_DIAG_NO_RUNTIME:
    case PT_DIAG_RUSTC_FAILED:
    case PT_DIAG_NO_SANDBOX:
        return PORTALIS_NO_TOOL;
    case PT_DIAG_OUT_OF_MEMORY:
    case PT_DIAG_RUSTC_KILLED:
    case PT_DIAG_CANNOT_WRITE:
    case PT_DIAG_BAD_GRANT:
    case PT_DIAG_BAD_MODULE:
        return PORTALIS_FAILED;
    case PT_DIAG_TIME_LIMIT:
    case PT_DIAG_FUEL_LIMIT:
    case PT_DIAG_MEMORY_LIMIT:
    case PT_DIAG_STACK_LIMIT:
        return PORTALIS_STOPPED;
    case PT_DIAG_TRAPPED:
        return PORTALIS_TRAPPED;
    case PT_DIAG_INTERNAL_ERROR:
    case PT_DIAG_RUSTC_REJECTED:
    case PT_DIAG_SANDBOX_FAILED:
        return PORTALIS_INTERNAL;
    default:
        return PORTALIS_REFUSED;
    }
}

PortalisStatus pt_api_failure(const PortalisProgram *program)
{
    PtDiags *diags = pt_driver_diags(program->compilation);
    for (uint32_t i = 0; i < diags->list.len; i++) {
        if (diags->list.data[i].severity == PT_SEVERITY_ERROR)
            return status_of_code(diags->list.data[i].code);
    }
    pt_diag_emit(diags, PT_DIAG_INTERNAL_ERROR, PT_SPAN_NONE, "internal error: translation failed without a reason");
    return PORTALIS_INTERNAL;
}

const char *portalis_stage_name(size_t index)
{
    return index < PT_STAGE_COUNT ? pt_stage_name((PtStage)index) : NULL;
}

PortalisStatus portalis_program_translate(PortalisProgram *program, const char *stage)
{
    PtStage last = stage ? pt_stage_find(stage) : PT_STAGE_RUST;
    if (last == PT_STAGE_COUNT)
        return PORTALIS_INTERNAL;
    return pt_driver_compile(program->compilation, last) ? PORTALIS_OK : pt_api_failure(program);
}

const char *portalis_program_dump(PortalisProgram *program, const char *stage, size_t *len)
{
    PtStage which = pt_stage_find(stage);
    if (which == PT_STAGE_COUNT || !pt_driver_compile(program->compilation, which))
        return NULL;
    PtBuf out = pt_buf_make(pt_driver_arena(program->compilation));
    pt_driver_dump(program->compilation, which, &out);
    *len = out.len;
    return pt_buf_text(&out);
}

bool portalis_program_file(const PortalisProgram *program, size_t index, const char **path, const char **text, size_t *len)
{
    const PtCrate *crate = pt_driver_crate(program->compilation);
    if (!crate || index >= crate->files.len)
        return false;
    *path = crate->files.data[index].path;
    *text = crate->files.data[index].text;
    *len = crate->files.data[index].len;
    return true;
}

bool portalis_program_function(const PortalisProgram *program, size_t index, const char **name, unsigned *line,
                               PortalisForm *form)
{
    PtDriverFunction function;
    if (!pt_driver_function(program->compilation, index, &function))
        return false;
    *name = function.name;
    *line = function.line;
    *form = (PortalisForm)function.form;
    return true;
}

const char *portalis_program_messages(PortalisProgram *program, PortalisFormat format, bool colour)
{
    PtBuf out = pt_buf_make(pt_driver_arena(program->compilation));
    const PtDiags *diags = pt_driver_diags(program->compilation);
    const PtSources *sources = pt_driver_sources(program->compilation);
    if (format == PORTALIS_JSON)
        pt_render_json(&out, diags, sources);
    else
        pt_render_text(&out, diags, sources, colour);
    return pt_buf_text(&out);
}

const char *portalis_program_python_error(PortalisProgram *program)
{
    PtBuf out = pt_buf_make(pt_driver_arena(program->compilation));
    pt_render_python(&out, pt_driver_diags(program->compilation));
    return pt_buf_text(&out);
}

const char *portalis_program_timings(PortalisProgram *program)
{
    PtBuf out = pt_buf_make(pt_driver_arena(program->compilation));
    for (int i = 0; i < PT_STAGE_COUNT; i++) {
        uint64_t ns = pt_driver_time(program->compilation, (PtStage)i);
        if (ns)
            pt_buf_printf(&out, "%-8s %9.3f ms\n", pt_stage_name((PtStage)i), (double)ns / 1e6);
    }
    return pt_buf_text(&out);
}

const char *portalis_code(size_t index)
{
    return index + 1 < PT_DIAG_COUNT ? pt_diag_code_text((PtDiagCode)(index + 1)) : NULL;
}

const char *portalis_code_title(const char *code)
{
    PtDiagCode found = pt_diag_code_find(code);
    return found == PT_DIAG_NONE ? NULL : pt_diag_code_title(found);
}
