/* The stages in order, as plain calls, and their dumps. */
#include "driver/driver_internal.h"
#include "hir/lower.h"

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

static bool load_project(PtCompilation *c)
{
    const char *bytes;
    size_t len;
    if (!pt_driver_main_bytes(c, &bytes, &len))
        return false;
    PtProvider provider = pt_driver_provider(c);
    PtStatus status = PT_STATUS_OK;
    c->project = pt_project_load(&c->pass, &provider, c->input.path, &status);
    if (!c->project)
        return false;
    const PtProjectModule *main = &c->project->modules.data[1];
    c->main_ast = main->ast;
    c->main_source = pt_source_get(&c->sources, main->file);
    return c->main_ast != NULL;
}

static bool check_hir(PtCompilation *c)
{
    const char *fault = c->input.options.check ? pt_hir_check(c->hir, &c->arena) : NULL;
    if (fault)
        pt_diag_emit(&c->diags, PT_DIAG_INTERNAL_ERROR, PT_SPAN_NONE, "internal error: hir: %s", fault);
    return !fault;
}

static bool check_facts(PtCompilation *c)
{
    const char *fault = c->input.options.check ? pt_infer_check(&c->pass, c->facts) : NULL;
    if (fault)
        pt_diag_emit(&c->diags, PT_DIAG_INTERNAL_ERROR, PT_SPAN_NONE, "internal error: facts: %s", fault);
    return !fault;
}

static bool check_rir(PtCompilation *c)
{
    const char *fault = c->input.options.check ? pt_rir_check(c->rir, &c->arena) : NULL;
    if (fault)
        pt_diag_emit(&c->diags, PT_DIAG_INTERNAL_ERROR, PT_SPAN_NONE, "internal error: rir: %s", fault);
    return !fault;
}

static void list_functions(PtCompilation *c)
{
    for (uint32_t i = 1; c->hir && i < c->hir->units.len; i++) {
        PtUnitKind kind = (PtUnitKind)c->hir->units.data[i].kind;
        if (kind == PT_UNIT_DEF || kind == PT_UNIT_LAMBDA)
            pt_vec_push(&c->arena, &c->functions, (PtUnitId){i});
    }
}

bool pt_driver_run_stage(PtCompilation *c, PtStage stage, PtStage last)
{
    switch (stage) {
    case PT_STAGE_TOKENS:
        return last > PT_STAGE_AST || read_main(c);
    case PT_STAGE_AST:
        return last > PT_STAGE_AST ? load_project(c) : parse_main(c);
    case PT_STAGE_HIR:
        if (!c->project && !load_project(c))
            return false;
        c->hir = pt_hir_lower(&c->pass, c->project);
        list_functions(c);
        return c->hir && check_hir(c);
    case PT_STAGE_FACTS:
        c->facts = pt_infer(&c->pass, c->hir);
        return check_facts(c);
    case PT_STAGE_MODES:
        c->modes = pt_own(&c->pass, c->hir);
        return true;
    case PT_STAGE_RIR:
        c->rir = pt_rir_lower(&c->pass, c->hir, c->facts, c->project);
        return check_rir(c);
    case PT_STAGE_RUST:
        c->crate = pt_emit(&c->pass, c->rir, &c->line_map);
        return true;
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
    case PT_STAGE_HIR: pt_hir_dump(c->hir, out); break;
    case PT_STAGE_RUST: dump_crate(c->crate, out); break;
    case PT_STAGE_MODES: pt_own_dump(c->modes, out); break;
    case PT_STAGE_RIR: pt_rir_dump(c->rir, out); break;
    case PT_STAGE_FACTS: pt_infer_dump(c->facts, out); break;
    case PT_STAGE_COUNT: break;
    }
}

/* A function is as good as its worst part; what inference has not reached is dynamic. */
bool pt_driver_function(const PtCompilation *c, size_t index, PtDriverFunction *out)
{
    if (index >= c->functions.len)
        return false;
    const PtHirUnit *unit = pt_hir_unit(c->hir, c->functions.data[index]);
    const PtSource *source = pt_source_get(&c->sources, unit->span.file);
    out->name = pt_intern_text(c->names, unit->qualname);
    out->line = source ? pt_source_place(source, unit->span.start).line : 0;
    static const PtForm forms[] = {PT_FORM_TYPED, PT_FORM_HANDLED, PT_FORM_DYNAMIC};
    out->form = unit->flags & (PT_UNIT_GENERATOR | PT_UNIT_ASYNC) ? PT_FORM_REFUSED
                : c->facts ? forms[pt_infer_grade(c->facts, c->functions.data[index])] : PT_FORM_DYNAMIC;
    return true;
}
