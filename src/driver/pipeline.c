/* The stages in order, as plain calls, and their dumps. */
#include "driver/driver_internal.h"

/* Tokens and tree of one file are of use without the modules that it imports. */
static bool read_main(PtCompilation *c)
{
    const char *bytes;
    size_t len;
    if (!pt_driver_main_bytes(c, &bytes, &len))
        return false;
    c->main_source = pt_source_decode(&c->pass, c->input.path, bytes, len);
    return c->main_source != NULL;
}

static bool parse_main(PtCompilation *c)
{
    c->main_ast = pt_syntax_parse(&c->pass, c->main_source);
    return c->main_ast != NULL;
}

bool pt_driver_run_stage(PtCompilation *c, PtStage stage, PtStage last)
{
    switch (stage) {
    case PT_STAGE_TOKENS:
        (void)last;
        return read_main(c);
    case PT_STAGE_AST:
        return parse_main(c);
    case PT_STAGE_HIR:
    case PT_STAGE_FACTS:
    case PT_STAGE_MODES:
    case PT_STAGE_RIR:
    case PT_STAGE_RUST:
    case PT_STAGE_COUNT:
        break;
    }
    return false;
}

static void dump_crate(const PtCrate *crate, PtBuf *out)
{
    for (uint32_t i = 0; i < crate->files.len; i++) {
        const PtCrateFile *file = &crate->files.data[i];
        if (crate->files.len > 1)
            pt_buf_printf(out, "%s// ---- %s\n", i ? "\n" : "", file->path);
        pt_buf_add(out, file->text, file->len);
    }
}

void pt_driver_dump(PtCompilation *c, PtStage stage, PtBuf *out)
{
    switch (stage) {
    case PT_STAGE_TOKENS: pt_syntax_dump_tokens(out, &c->pass, c->main_source); break;
    case PT_STAGE_AST: pt_syntax_dump_ast(out, c->main_ast); break;
    case PT_STAGE_HIR:
    case PT_STAGE_RUST: dump_crate(c->crate, out); break;
    case PT_STAGE_FACTS:
    case PT_STAGE_MODES:
    case PT_STAGE_RIR:
    case PT_STAGE_COUNT: break;
    }
}

bool pt_driver_function(const PtCompilation *c, size_t index, PtDriverFunction *out)
{
    (void)c, (void)index, (void)out;
    return false;
}

void pt_driver_each_dependency(PtCompilation *c, void (*each)(void *ctx, const char *path, const char *digest), void *ctx)
{
    (void)c, (void)each, (void)ctx;
}
