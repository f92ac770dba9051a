/* The constraint of each node: what its value may be, from the facts of its operands, and what it stores where. */
#include "infer/infer_internal.h"

static PtFact of_const(PtInfer *in, PtHirConstId id)
{
    const PtHirConst *c = pt_hir_const(in->h, id);
    switch (c->kind) {
    case PT_HIR_CONST_NONE: return pt_fact_plain(PT_TYPE_NONE);
    case PT_HIR_CONST_TRUE: case PT_HIR_CONST_FALSE: return pt_fact_plain(PT_TYPE_BOOL);
    case PT_HIR_CONST_INT:
        if (c->i < -PT_RANGE_LIMIT || c->i > PT_RANGE_LIMIT)
            return pt_fact_int(c->i > 0 ? 0 : INT64_MIN, c->i > 0 ? INT64_MAX : 0);
        return pt_fact_int(c->i, c->i);
    case PT_HIR_CONST_BIGINT: return pt_fact_plain(PT_TYPE_INT);
    case PT_HIR_CONST_FLOAT: return pt_fact_plain(PT_TYPE_FLOAT);
    case PT_HIR_CONST_STR: return pt_fact_plain(PT_TYPE_STR);
    default: return pt_fact_plain(PT_TYPE_TOP);
    }
}

static PtFact container(PtInfer *in, PtTypeKind kind)
{
    return (PtFact){pt_type_of(in->f->types, kind, pt_type_plain(PT_TYPE_TOP)), INT64_MIN, INT64_MAX};
}

static PtFact result_of(PtInfer *in, PtHirList block)
{
    uint32_t len = pt_hir_len(in->h, block);
    PtHirId last = len ? pt_hir_at(in->h, block, len - 1) : (PtHirId){0};
    if (!last.v || pt_hir_kind(in->h, last) != PT_HIR_Result)
        return pt_fact_plain(PT_TYPE_BOT);
    return pt_infer_at(in, pt_hir_Result_value(in->h, last));
}

static PtFact of_item(PtInfer *in, PtHirId id)
{
    PtHirId object = pt_hir_LoadItem_object(in->h, id), index = pt_hir_LoadItem_index(in->h, id);
    PtTypeKind kind = pt_infer_kind(in, object);
    if (kind == PT_TYPE_BOT || kind == PT_TYPE_STR)
        return pt_fact_plain(kind);
    if ((kind == PT_TYPE_LIST || kind == PT_TYPE_TUPLE) && pt_hir_kind(in->h, index) == PT_HIR_Slice)
        return container(in, kind);
    return pt_fact_plain(PT_TYPE_TOP);
}

static PtFact of_global(PtInfer *in, PtHirId id)
{
    PtGlobalId global = pt_hir_LoadGlobal_global(in->h, id);
    const PtHirGlobal *g = pt_hir_global(in->h, global);
    bool builtin = g->builtin.v && pt_hir_has(in->h, id, PT_HIR_F_CHECKED);
    return in->open_globals[global.v] || builtin ? pt_fact_plain(PT_TYPE_TOP) : in->f->globals[global.v];
}

static void reach(PtInfer *in, PtUnitId unit)
{
    if (in->f->reached[unit.v])
        return;
    in->f->reached[unit.v] = true;
    if (!in->queued[unit.v])
        pt_vec_push(in->pass->scratch, &in->queue, unit.v);
    in->queued[unit.v] = true;
    in->changed = true;
}

static PtFact of_call(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    PtUnitId unit = pt_hir_CallUnit_unit(h, id);
    const PtHirUnit *u = pt_hir_unit(h, unit);
    PtHirList slots = pt_hir_CallUnit_slots(h, id);
    for (uint32_t i = 0; i < pt_hir_len(h, slots) && in->f->closed[unit.v]; i++) {
        PtHirId arg = pt_hir_at(h, slots, i);
        PtFact fact = arg.v ? pt_infer_at(in, arg) : of_const(in, u->params.data[i].default_const);
        pt_infer_to_sym(in, u->params.data[i].sym, fact);
    }
    reach(in, unit);
    /* A generator function gives a generator. */
    return u->flags & (PT_UNIT_GENERATOR | PT_UNIT_ASYNC) ? pt_fact_plain(PT_TYPE_TOP) : in->f->returns[unit.v];
}

static PtFact of_value(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_Const: return of_const(in, pt_hir_Const_value(h, id));
    case PT_HIR_LoadLocal: return in->f->syms[pt_hir_LoadLocal_sym(h, id).v];
    case PT_HIR_LoadGlobal: return of_global(in, id);
    case PT_HIR_LoadItem: return of_item(in, id);
    case PT_HIR_Binary:
        return pt_infer_binary(in, pt_hir_Binary_op(h, id), pt_infer_at(in, pt_hir_Binary_left(h, id)),
                               pt_infer_at(in, pt_hir_Binary_right(h, id)), false);
    case PT_HIR_Inplace:
        return pt_infer_binary(in, pt_hir_Inplace_op(h, id), pt_infer_at(in, pt_hir_Inplace_left(h, id)),
                               pt_infer_at(in, pt_hir_Inplace_right(h, id)), true);
    case PT_HIR_Unary: return pt_infer_unary(in, pt_hir_Unary_op(h, id), pt_infer_at(in, pt_hir_Unary_operand(h, id)));
    case PT_HIR_Compare:
        return pt_infer_compare(in, pt_hir_Compare_op(h, id), pt_infer_at(in, pt_hir_Compare_left(h, id)),
                                pt_infer_at(in, pt_hir_Compare_right(h, id)));
    case PT_HIR_Truth: case PT_HIR_Not: return pt_fact_plain(PT_TYPE_BOOL);
    case PT_HIR_CallUnit: return of_call(in, id);
    case PT_HIR_CallKnown: return pt_infer_known(in, id);
    case PT_HIR_CallMethod: return pt_infer_method(in, id);
    case PT_HIR_BuildList: case PT_HIR_BuildListStar: return container(in, PT_TYPE_LIST);
    case PT_HIR_BuildTuple: case PT_HIR_BuildTupleStar: return container(in, PT_TYPE_TUPLE);
    case PT_HIR_BuildSet: case PT_HIR_BuildSetStar: return container(in, PT_TYPE_SET);
    case PT_HIR_BuildDict: return container(in, PT_TYPE_DICT);
    case PT_HIR_BuildString: case PT_HIR_FormatValue: return pt_fact_plain(PT_TYPE_STR);
    case PT_HIR_IfValue: {
        PtHirHint hint = pt_hir_hint(h, id);
        if (hint == PT_HIR_HINT_COND_AND || hint == PT_HIR_HINT_COND_OR || hint == PT_HIR_HINT_COND_CHAIN)
            return pt_fact_plain(PT_TYPE_BOOL);
        return pt_fact_join(in->f->types, result_of(in, pt_hir_IfValue_then(h, id)),
                            result_of(in, pt_hir_IfValue_orelse(h, id)));
    }
    case PT_HIR_ForLoop: return pt_infer_item(in, pt_hir_ForLoop_iter(h, id));
    case PT_HIR_MakeFunction:
        if (!in->f->closed[pt_hir_MakeFunction_unit(h, id).v])
            reach(in, pt_hir_MakeFunction_unit(h, id));
        return pt_fact_plain(PT_TYPE_FUNCTION);
    case PT_HIR_MakeClass: reach(in, pt_hir_MakeClass_unit(h, id)); return pt_fact_plain(PT_TYPE_TOP);
    case PT_HIR_MakeGenExpr: reach(in, pt_hir_MakeGenExpr_unit(h, id)); return container(in, PT_TYPE_ITER);
    default: return pt_fact_plain(PT_TYPE_TOP);
    }
}

void pt_infer_visit(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_StoreLocal:
        pt_infer_to_sym(in, pt_hir_StoreLocal_sym(h, id), pt_infer_at(in, pt_hir_StoreLocal_value(h, id)));
        return;
    case PT_HIR_StoreGlobal:
        pt_infer_to_global(in, pt_hir_StoreGlobal_global(h, id), pt_infer_at(in, pt_hir_StoreGlobal_value(h, id)));
        return;
    case PT_HIR_Return:
        pt_infer_to_return(in, in->unit, pt_infer_at(in, pt_hir_Return_value(h, id)));
        return;
    default: break;
    }
    if (!(pt_hir_traits(h, id) & PT_HIR_T_VALUE))
        return;
    PtFact *fact = &in->f->nodes[id.v], now = pt_fact_join(in->f->types, *fact, of_value(in, id));
    if (now.type.v != fact->type.v || now.lo != fact->lo || now.hi != fact->hi) {
        *fact = now;
        in->changed = true;
    }
}
