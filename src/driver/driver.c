/* See driver.h. Each stage is one call into its room; what it needs has been made by the stages before. */
#include "driver/driver.h"

#include <errno.h>
#include <string.h>

#include "base/os.h"
#include "driver/driver_internal.h"

static const char *const names[PT_STAGE_COUNT] = {
#define PASS(id, name, what) #name,
#include "driver/passes.def"
#undef PASS
};

const char *pt_stage_name(PtStage stage)
{
    return stage < PT_STAGE_COUNT ? names[stage] : NULL;
}

PtStage pt_stage_find(const char *name)
{
    int i = 0;
    while (i < PT_STAGE_COUNT && strcmp(names[i], name) != 0)
        i++;
    return (PtStage)i;
}

PtCompilation *pt_driver_open(const PtDriverInput *input)
{
    PtArena arena;
    jmp_buf out;
    pt_arena_init(&arena, input->memory_budget ? input->memory_budget : (size_t)8 << 30);
    if (setjmp(out)) {
        pt_arena_free(&arena);
        return NULL;
    }
    arena.recover = &out;
    PtCompilation *c = pt_arena_new(&arena, PtCompilation);
    c->input = *input;
    pt_arena_init(&c->scratch, arena.budget);
    c->arena = arena; /* what hangs on it must know it where it stays */
    c->names = pt_intern_make(&c->arena);
    c->arena.recover = NULL;
    c->sources.arena = &c->arena;
    pt_diags_init(&c->diags, &c->arena);
    c->pass = (PtPass){.arena = &c->arena,
                       .scratch = &c->scratch,
                       .names = c->names,
                       .sources = &c->sources,
                       .diags = &c->diags,
                       .options = &c->input.options};
    return c;
}

void pt_driver_close(PtCompilation *c)
{
    if (!c)
        return;
    pt_arena_free(&c->scratch);
    PtArena arena = c->arena;
    pt_arena_free(&arena);
}

static void report_unreadable(PtCompilation *c, int error)
{
    const char *path = c->input.path;
    PtDiagCode code = error == EFBIG ? PT_DIAG_SOURCE_TOO_LARGE : PT_DIAG_UNREADABLE;
    pt_diag_emit(&c->diags, code, PT_SPAN_NONE, "can't open file '%s': [Errno %d] %s", path, error, pt_os_error_text(error));
    if (error == EISDIR)
        pt_diag_help(&c->diags, "a folder cannot be translated; name its main file");
}

bool pt_driver_main_bytes(PtCompilation *c, const char **bytes, size_t *len)
{
    if (!c->input.bytes) {
        PtOsBytes file;
        int e = pt_os_read_file(c->input.path, PT_SOURCE_LIMIT, &file);
        if (e) {
            report_unreadable(c, e);
            return false;
        }
        c->input.bytes = pt_arena_copy(&c->arena, file.data, file.len);
        c->input.len = file.len;
        pt_os_free_bytes(&file);
    }
    *bytes = c->input.bytes;
    *len = c->input.len;
    return true;
}

static bool run_stage(PtCompilation *c, PtStage stage, PtStage last)
{
    uint64_t start = pt_os_now_ns();
    bool ok = pt_driver_run_stage(c, stage, last);
    pt_arena_reset(&c->scratch);
    c->times[stage] = pt_os_now_ns() - start;
    return ok && c->diags.errors == 0;
}

bool pt_driver_compile(PtCompilation *c, PtStage last)
{
    jmp_buf out;
    if (setjmp(out)) {
        c->failed = true;
        c->arena.recover = c->scratch.recover = NULL;
        c->arena.budget = PT_ARENA_UNLIMITED; /* for the few bytes of the message */
        pt_arena_free(&c->scratch);
        pt_diag_emit(&c->diags, PT_DIAG_OUT_OF_MEMORY, PT_SPAN_NONE, "out of memory while compiling");
        return false;
    }
    c->arena.recover = c->scratch.recover = &out;
    while (!c->failed && c->next <= last) {
        c->failed = !run_stage(c, c->next, last);
        if (!c->failed)
            c->next++;
    }
    c->arena.recover = c->scratch.recover = NULL;
    return !c->failed;
}

bool pt_driver_demote(PtCompilation *c)
{
    PtDiag *last = c->diags.list.len ? &pt_vec_last(&c->diags.list) : NULL;
    const char *demote = c->input.options.demote;
    if (!last || last->code != PT_DIAG_RUSTC_REJECTED || (demote && strcmp(demote, "all") == 0))
        return false;
    last->code = PT_DIAG_DEMOTED;
    last->severity = PT_SEVERITY_NOTE;
    last->message = "the Rust compiler rejected the typed translation; the program was translated into dynamic code";
    c->diags.errors--;
    c->input.options.demote = "all";
    c->next = PT_STAGE_FACTS;
    return pt_driver_compile(c, PT_STAGE_RUST);
}

PtArena *pt_driver_arena(PtCompilation *c)
{
    return &c->arena;
}

PtDiags *pt_driver_diags(PtCompilation *c)
{
    return &c->diags;
}

const PtSources *pt_driver_sources(const PtCompilation *c)
{
    return &c->sources;
}

const char *pt_driver_main_path(const PtCompilation *c)
{
    return c->input.path;
}

const char *pt_driver_variant(const PtCompilation *c)
{
    return c->input.options.demote ? c->input.options.demote : "";
}

const PtCrate *pt_driver_crate(const PtCompilation *c)
{
    return c->next > PT_STAGE_RUST ? c->crate : NULL;
}

uint64_t pt_driver_time(const PtCompilation *c, PtStage stage)
{
    return c->times[stage];
}
