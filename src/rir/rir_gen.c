/* Generator functions. The body becomes an async block that waits at each yield: rustc makes the state machine, and the
   runtime's generator object polls it. What the block uses is moved into it: parameters and cells are cloned first. */
#include <string.h>

#include "rir/rir_lower.h"

bool pt_rir_is_generator(PtGen *g, PtUnitId unit)
{
    return (pt_hir_unit(g->h, unit)->flags & PT_UNIT_GENERATOR) != 0;
}

PtRirId pt_rir_attempt_async(PtGen *g, PtRirId body, bool untyped)
{
    const char *path = untyped ? "py::attempt_async::<()>" : "py::attempt_async";
    return pt_rs_await(g, pt_rs_call(g, path, 1, pt_rs_closure(g, "async", body)));
}

void pt_rir_generator_bind(PtGen *g, const PtVar *var)
{
    if (!pt_rir_is_generator(g, g->unit) || var->loads == 0)
        return;
    const char *name = pt_rir_str(g->r, var->name);
    pt_rs_add_let(g, name, pt_rs_ref(g, pt_rs_path(g, name)));
}

static void clone_in(PtGen *g, PtSymId sym)
{
    const PtVar *var = pt_rir_var(g, sym);
    if (var->loads == 0)
        return;
    const char *name = pt_rir_str(g->r, var->name);
    pt_rs_add_let(g, name, pt_rs_method(g, pt_rs_path(g, name), "clone", 0));
}

/* True when some statement of the block, at any depth, is a yield. */
static bool yields(const PtHir *h, PtHirList list)
{
    for (uint32_t i = 0; i < pt_hir_len(h, list); i++) {
        PtHirId id = pt_hir_at(h, list, i);
        PtHirKind kind = pt_hir_kind(h, id);
        if (kind == PT_HIR_Yield || kind == PT_HIR_YieldFrom)
            return true;
        PtHirList blocks[4] = {{0}};
        int n = pt_hir_traits(h, id) & PT_HIR_T_REGION ? pt_hir_blocks(h, id, blocks) : 0;
        for (int b = 0; b < n; b++)
            if (yields(h, blocks[b]))
                return true;
        if (kind != PT_HIR_Try && kind != PT_HIR_TryStar)
            continue;
        PtHirList handlers = pt_hir_Try_handlers(h, id);
        for (uint32_t k = 0; k < pt_hir_len(h, handlers); k++)
            if (yields(h, pt_hir_Handler_body(h, pt_hir_at(h, handlers, k))))
                return true;
    }
    return false;
}

/* A coroutine that yields items is an asynchronous generator. */
static bool is_async_generator(PtGen *g, PtUnitId unit)
{
    const PtHirUnit *u = pt_hir_unit(g->h, unit);
    for (uint32_t i = u->first; i && i <= u->last && (u->flags & PT_UNIT_ASYNC); i++)
        if (pt_hir_kind(g->h, (PtHirId){i}) == PT_HIR_Yield)
            return true;
    return false;
}

static const char *maker(PtGen *g, PtUnitId unit)
{
    if (is_async_generator(g, unit))
        return "py::async_generator";
    return pt_hir_unit(g->h, unit)->flags & PT_UNIT_ASYNC ? "py::coroutine" : "py::generator";
}

PtRirId pt_rir_generator_body(PtGen *g, PtUnitId unit, PtFrame *inner)
{
    const PtHirUnit *u = pt_hir_unit(g->h, unit);
    PtRirId body = inner->dead ? pt_rs_block_with_tail(g, inner) : pt_rs_block(g, inner, pt_rs_unreachable(g));
    PtFrame outer = {0}, *up = g->frame;
    g->frame = &outer;
    for (uint32_t i = 0; i < u->captures.len; i++)
        clone_in(g, u->captures.data[i]);
    for (uint32_t i = 0; i < u->params.len; i++)
        clone_in(g, u->params.data[i].sym);
    const char *name = pt_intern_text(g->h->names, u->name), *qualname = pt_intern_text(g->h->names, u->qualname);
    const char *params = yields(g->h, u->body) ? pt_rs_text(g, "|%s| async move", pt_rir_str(g->r, g->co)) : "|_| async move";
    PtRirId object = pt_rs_call(g, maker(g, unit), 3, pt_rs_str_lit(g, name, strlen(name)),
                                pt_rs_str_lit(g, qualname, strlen(qualname)), pt_rs_closure(g, params, body));
    PtRirId whole = pt_rs_block(g, &outer, pt_rs_ok(g, object));
    g->frame = up;
    return whole;
}

bool pt_rir_gen(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirKind kind = pt_hir_kind(h, id);
    if (kind != PT_HIR_Yield && kind != PT_HIR_YieldFrom)
        return false;
    PtRirId co = pt_rs_path(g, pt_rir_str(g->r, g->co)), wait;
    if (kind == PT_HIR_Yield) {
        PtHirId value = pt_hir_Yield_value(h, id);
        pt_val_take1(g, value);
        const char *method = pt_hir_unit(h, g->unit)->flags & PT_UNIT_ASYNC ? "yield_item" : "yield_";
        wait = pt_rs_method(g, co, method, 1, pt_val_as_owned(g, value, id));
    } else {
        PtHirId iter = pt_hir_YieldFrom_iter(h, id);
        pt_val_take1(g, iter);
        wait = pt_rs_method(g, co, "yield_from", 1, pt_val_as_ref(g, iter));
    }
    pt_val_define(g, id, pt_rs_try(g, pt_rs_await(g, wait)), PT_FORM_OWNED);
    return true;
}
