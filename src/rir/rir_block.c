/* Blocks: nodes in order, comments between statements, hoisted declarations, dispatch to the families. */
#include <string.h>

#include "rir/rir_lower.h"

/* Comments that stand before offset `before` of the module's source, into `items`. */
static void comments(PtGen *g, uint32_t before, PtRirVec *items)
{
    const PtHirModule *m = pt_hir_module(g->h, g->module);
    const PtAst *ast = g->project ? g->project->modules.data[g->module.v].ast : NULL;
    if (!ast || !m->file)
        return;
    for (; g->comment < ast->comment_count && ast->comments[2 * g->comment] < before; g->comment++) {
        uint32_t start = ast->comments[2 * g->comment], end = ast->comments[2 * g->comment + 1];
        const char *text = ast->source->text + start;
        uint32_t len = end - start;
        while (len > 0 && *text == '#')
            text++, len--;
        while (len > 0 && (*text == ' ' || *text == '\t' || *text == '!'))
            text++, len--;
        while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\r' || text[len - 1] == '\t'))
            len--;
        if (len == 0)
            continue;
        const char *line = pt_rs_text(g, "// %.*s", (int)len, text);
        pt_vec_push(g->arena, items,
                    pt_rir_add(g->r, PT_RIR_Line, g->span, pt_rir_text(g->r, line).v, 0, 0, 0));
    }
}

void pt_rir_comments(PtGen *g, uint32_t before)
{
    comments(g, before, &g->frame->stmts);
}

/* Comments on the last line of a statement that ends at `end`. */
static uint32_t line_end(PtGen *g, uint32_t end)
{
    const PtAst *ast = g->project ? g->project->modules.data[g->module.v].ast : NULL;
    if (!ast)
        return end;
    const char *text = ast->source->text;
    while (end < ast->source->len && text[end] != '\n')
        end++;
    return end;
}

void pt_declare_hoisted(PtGen *g, PtHirId id)
{
    for (uint32_t next = g->hoist_at[id.v]; next;) {
        PtVar *var = &g->vars[next - 1];
        next = var->next;
        if (var->name.v)
            continue;
        var->name = pt_rir_var_name(g, var);
        const char *name = pt_rir_str(g->r, var->name);
        if (var->cell) {
            pt_rs_add_let(g, pt_rs_text(g, "mut %s", name),
                          pt_rs_call(g, pt_rs_text(g, "%s::default", pt_name_py(g, "Cell")), 0));
            continue;
        }
        g->allow_assign = true;
        const char *pattern = var->stores + var->deletes > 0 ? pt_rs_text(g, "mut %s", name) : name;
        pt_typed_let(g, pattern, var->rep, pt_typed_default(g, var->rep));
    }
}

static bool is_compound(const PtHir *h, PtHirId id)
{
    return (pt_hir_traits(h, id) & PT_HIR_T_REGION) && pt_hir_kind(h, id) != PT_HIR_IfValue;
}

/* A statement's mark: its comments, and the position for what follows. */
static void lower_mark(PtGen *g, PtHirList list, uint32_t at)
{
    PtHirId id = pt_hir_at(g->h, list, at);
    PtSpan span = pt_hir_span(g->h, id);
    g->span = span;
    bool compound = false, def = false;
    for (uint32_t i = at + 1; i < pt_hir_len(g->h, list); i++) {
        PtHirId next = pt_hir_at(g->h, list, i);
        if (pt_hir_kind(g->h, next) == PT_HIR_Stmt)
            break;
        PtHirKind kind = pt_hir_kind(g->h, next);
        def |= kind == PT_HIR_MakeClass ||
               (kind == PT_HIR_MakeFunction && pt_hir_unit(g->h, pt_hir_MakeFunction_unit(g->h, next))->kind == PT_UNIT_DEF);
        compound |= is_compound(g->h, next);
    }
    if (span.file != pt_hir_module(g->h, g->module)->file)
        return;
    /* A comment before a definition goes with the item. */
    PtUnitKind kind = pt_hir_unit(g->h, g->unit)->kind;
    PtRirVec *items = def && kind == PT_UNIT_MODULE ? &g->out : def && kind == PT_UNIT_CLASS && g->impl ? g->impl : &g->frame->stmts;
    comments(g, compound || def ? span.start : line_end(g, span.end), items);
}

void pt_rir_node(PtGen *g, PtHirId id)
{
    if (g->dead[id.v])
        return;
    pt_declare_hoisted(g, id);
    if (g->table[id.v]) {
        pt_rir_table(g, id);
        return;
    }
    (void)(pt_rir_name(g, id) || pt_rir_expr(g, id) || pt_rir_call(g, id) || pt_rir_build(g, id) ||
           pt_rir_flow(g, id) || pt_rir_try(g, id) || pt_rir_def(g, id) || pt_rir_import(g, id) || pt_rir_gen(g, id));
}

void pt_rir_block_part(PtGen *g, PtHirList list, uint32_t at)
{
    PtHirId id = pt_hir_at(g->h, list, at);
    if (pt_hir_kind(g->h, id) == PT_HIR_Stmt)
        lower_mark(g, list, at);
    else
        pt_rir_node(g, id);
}

void pt_rir_block(PtGen *g, PtHirList list)
{
    PtSpan outer = g->span;
    for (uint32_t i = 0; i < pt_hir_len(g->h, list) && !g->frame->dead; i++)
        pt_rir_block_part(g, list, i);
    pt_val_flush(g);
    g->span = outer;
}

void pt_rir_frame(PtGen *g, PtFrame *frame, PtHirList list)
{
    PtFrame *outer = g->frame;
    g->frame = frame;
    pt_rir_block(g, list);
    g->frame = outer;
}

/* Leaves the result pending in the frame, for the caller to take. */
void pt_rir_value_frame(PtGen *g, PtFrame *frame, PtHirList list, PtHirId *result)
{
    PtFrame *outer = g->frame;
    g->frame = frame;
    *result = (PtHirId){0};
    for (uint32_t i = 0; i < pt_hir_len(g->h, list) && !frame->dead; i++) {
        PtHirId id = pt_hir_at(g->h, list, i);
        if (pt_hir_kind(g->h, id) == PT_HIR_Result) {
            *result = pt_hir_Result_value(g->h, id);
            pt_val_take1(g, *result);
            pt_val_flush(g);
            break;
        }
        if (pt_hir_kind(g->h, id) != PT_HIR_Stmt)
            pt_rir_node(g, id);
    }
    g->frame = outer;
}
