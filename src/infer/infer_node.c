/* The constraint of each node: what its value may be, from the facts of its operands, and what it stores where. A node
   that no rule speaks of gives a Value and opens its operands. */
#include "infer/infer_internal.h"

PtFact pt_infer_const(PtInfer *in, PtHirConstId id)
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

void pt_infer_open(PtInfer *in, PtHirId operand)
{
    if (operand.v)
        pt_fact_open(in->t, pt_infer_at(in, operand));
}

static void open_operand(void *context, PtHirId operand)
{
    pt_infer_open(context, operand);
}

void pt_infer_open_operands(PtInfer *in, PtHirId id)
{
    pt_hir_each_operand(in->h, id, open_operand, in);
}

static PtFact opened(PtInfer *in, PtHirId id)
{
    pt_infer_open_operands(in, id);
    return pt_fact_plain(PT_TYPE_TOP);
}

static PtFact result_of(PtInfer *in, PtHirList block)
{
    uint32_t len = pt_hir_len(in->h, block);
    PtHirId last = len ? pt_hir_at(in->h, block, len - 1) : (PtHirId){0};
    if (!last.v || pt_hir_kind(in->h, last) != PT_HIR_Result)
        return pt_fact_plain(PT_TYPE_BOT);
    return pt_infer_at(in, pt_hir_Result_value(in->h, last));
}

/* The symbol that owns the cell. */
static PtSymId cell_of(PtInfer *in, PtSymId sym)
{
    while (pt_hir_sym(in->h, sym)->storage == PT_STORAGE_FREE && pt_hir_sym(in->h, sym)->outer.v)
        sym = pt_hir_sym(in->h, sym)->outer;
    return sym;
}

static PtFact of_cell(PtInfer *in, PtHirId id)
{
    PtSymId owner = cell_of(in, pt_hir_LoadCell_sym(in->h, id));
    return pt_hir_sym(in->h, owner)->flags & PT_SYM_CLASS_CELL ? pt_fact_plain(PT_TYPE_TOP) : in->f->syms[owner.v];
}

static PtFact of_global(PtInfer *in, PtHirId id)
{
    PtGlobalId global = pt_hir_LoadGlobal_global(in->h, id);
    const PtHirGlobal *g = pt_hir_global(in->h, global);
    bool builtin = g->builtin.v && pt_hir_has(in->h, id, PT_HIR_F_CHECKED);
    return in->open_globals[global.v] || builtin ? pt_fact_plain(PT_TYPE_TOP) : in->f->globals[global.v];
}

/* `from module import name` of a function: no submodule can stand for it. */
static PtFact of_import(PtInfer *in, PtHirId id)
{
    PtGlobalId global = pt_hir_ImportFrom_global(in->h, id);
    if (global.v && !in->open_globals[global.v] &&
        (pt_hir_global(in->h, global)->flags & PT_GLOBAL_STABLE_FUNCTION))
        return in->f->globals[global.v];
    if (global.v)
        pt_fact_open(in->t, in->f->globals[global.v]);
    return pt_fact_plain(PT_TYPE_TOP);
}

static PtFact of_if(PtInfer *in, PtHirId id)
{
    PtHirHint hint = pt_hir_hint(in->h, id);
    if (hint == PT_HIR_HINT_COND_AND || hint == PT_HIR_HINT_COND_OR || hint == PT_HIR_HINT_COND_CHAIN)
        return pt_fact_plain(PT_TYPE_BOOL);
    return pt_fact_join(in->t, result_of(in, pt_hir_IfValue_then(in->h, id)), result_of(in, pt_hir_IfValue_orelse(in->h, id)));
}

static PtFact of_known_value(PtInfer *in, PtHirId id)
{
    PtStdId row = pt_hir_LoadKnown_row(in->h, id);
    const PtStdRow *info = pt_stdlib_row(row);
    if (info->kind == PT_STD_CONST)
        return pt_infer_row_result(row);
    /* Nobody knows what it will be called with. */
    if (info->effects & PT_STD_STORES)
        pt_fact_stray(in->t, pt_fact_plain(PT_TYPE_TOP));
    return (PtFact){pt_type_with(PT_TYPE_KNOWN, row.v), INT64_MIN, INT64_MAX};
}

static PtFact of_compare(PtInfer *in, PtHirId id)
{
    PtHirId left = pt_hir_Compare_left(in->h, id), right = pt_hir_Compare_right(in->h, id);
    PtHirOp op = pt_hir_Compare_op(in->h, id);
    bool asks = op != PT_HIR_OP_IS && op != PT_HIR_OP_IS_NOT;
    /* A method of an object may be given the other side. */
    if (asks && pt_infer_asks_objects(in, pt_infer_at(in, left)))
        pt_infer_open(in, right);
    if (asks && pt_infer_asks_objects(in, pt_infer_at(in, right)))
        pt_infer_open(in, left);
    return pt_infer_compare(op, pt_infer_at(in, left), pt_infer_at(in, right));
}

/* A generator expression: its unit is called with each item. */
static PtFact of_generator(PtInfer *in, PtHirId id)
{
    PtUnitId unit = pt_hir_MakeGenExpr_unit(in->h, id);
    const PtHirUnit *u = pt_hir_unit(in->h, unit);
    pt_infer_reach(in, unit);
    for (uint32_t i = 0; i < u->params.len; i++)
        pt_infer_to_sym(in, u->params.data[i].sym, pt_infer_items(in, pt_infer_at(in, pt_hir_MakeGenExpr_iter(in->h, id))));
    PtFact made = pt_infer_generator(in, unit);
    pt_site_store(in->t, made.type, 0, in->f->returns[unit.v]);
    return made;
}

/* super() in a method of a class that inference follows. */
static PtFact of_intrinsic(PtInfer *in, PtHirId id)
{
    PtUnitId parent = pt_hir_unit(in->h, in->unit)->parent;
    if (pt_hir_Intrinsic_which(in->h, id) != PT_HIR_INTR_SUPER || !in->f->classes[parent.v].known)
        return opened(in, id);
    return (PtFact){pt_type_with(PT_TYPE_SUPER, parent.v), INT64_MIN, INT64_MAX};
}

static PtFact of_value(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_Const: return pt_infer_const(in, pt_hir_Const_value(h, id));
    case PT_HIR_LoadLocal: return in->f->syms[pt_hir_LoadLocal_sym(h, id).v];
    case PT_HIR_LoadCell: return of_cell(in, id);
    case PT_HIR_LoadGlobal: return of_global(in, id);
    case PT_HIR_LoadKnown: return of_known_value(in, id);
    case PT_HIR_LoadItem: return pt_infer_load_item(in, id);
    case PT_HIR_LoadAttr: return pt_infer_attr(in, id);
    case PT_HIR_Slice: return pt_fact_plain(PT_TYPE_TOP);
    case PT_HIR_Binary: return pt_infer_binary(in, id);
    case PT_HIR_Inplace: return pt_infer_inplace(in, id);
    case PT_HIR_Unary:
        if (pt_infer_kind(in, pt_hir_Unary_operand(h, id)) == PT_TYPE_INSTANCE)
            pt_infer_open_operands(in, id);
        return pt_infer_unary(pt_infer_at(in, pt_hir_Unary_operand(h, id)), pt_hir_Unary_op(h, id));
    case PT_HIR_Compare: return of_compare(in, id);
    case PT_HIR_Truth: case PT_HIR_Not: return pt_fact_plain(PT_TYPE_BOOL);
    case PT_HIR_Call: return pt_infer_call(in, id);
    case PT_HIR_CallUnit: return pt_infer_call_unit(in, id);
    case PT_HIR_CallKnown: return pt_infer_known(in, id);
    case PT_HIR_CallMethod: return pt_infer_method(in, id);
    case PT_HIR_BuildList: case PT_HIR_BuildListStar: case PT_HIR_BuildTuple: case PT_HIR_BuildTupleStar:
    case PT_HIR_BuildSet: case PT_HIR_BuildSetStar: case PT_HIR_BuildDict:
        return pt_infer_build(in, id);
    case PT_HIR_BuildString: case PT_HIR_FormatValue: return pt_fact_plain(PT_TYPE_STR);
    case PT_HIR_IfValue: return of_if(in, id);
    case PT_HIR_ForLoop: return pt_infer_items(in, pt_infer_at(in, pt_hir_ForLoop_iter(h, id)));
    case PT_HIR_IterNew:
        return pt_infer_made_of(in, id, PT_TYPE_ITER, pt_infer_items(in, pt_infer_at(in, pt_hir_IterNew_operand(h, id))));
    case PT_HIR_Unpack: return pt_fact_plain(PT_TYPE_TOP);
    case PT_HIR_UnpackItem: return pt_infer_unpacked(in, id);
    case PT_HIR_MakeFunction: return pt_infer_make_function(in, id);
    case PT_HIR_MakeClass: return pt_infer_make_class(in, id);
    case PT_HIR_Intrinsic: return of_intrinsic(in, id);
    case PT_HIR_MakeGenExpr: return of_generator(in, id);
    case PT_HIR_ImportFrom: return of_import(in, id);
    default: return opened(in, id);
    }
}

/* What nodes without a value store. */
static void effect(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_StoreLocal:
        pt_infer_to_sym(in, pt_hir_StoreLocal_sym(h, id), pt_infer_at(in, pt_hir_StoreLocal_value(h, id)));
        return;
    case PT_HIR_StoreCell:
        pt_infer_to_sym(in, cell_of(in, pt_hir_StoreCell_sym(h, id)), pt_infer_at(in, pt_hir_StoreCell_value(h, id)));
        return;
    case PT_HIR_StoreGlobal:
        pt_infer_to_global(in, pt_hir_StoreGlobal_global(h, id), pt_infer_at(in, pt_hir_StoreGlobal_value(h, id)));
        return;
    case PT_HIR_Return:
        pt_infer_to_return(in, in->unit, pt_infer_at(in, pt_hir_Return_value(h, id)));
        return;
    case PT_HIR_StoreItem: pt_infer_store_item(in, id); return;
    case PT_HIR_StoreAttr: pt_infer_store_attr(in, id); return;
    case PT_HIR_StoreName: pt_infer_store_name(in, id); return;
    case PT_HIR_ListAppend:
        pt_site_store(in->t, pt_infer_at(in, pt_hir_ListAppend_list(h, id)).type, 0, pt_infer_at(in, pt_hir_ListAppend_value(h, id)));
        return;
    case PT_HIR_SetAdd:
        pt_site_store(in->t, pt_infer_at(in, pt_hir_SetAdd_set(h, id)).type, 0, pt_infer_at(in, pt_hir_SetAdd_value(h, id)));
        return;
    case PT_HIR_ListExtend:
        pt_infer_extend(in, pt_infer_at(in, pt_hir_ListExtend_list(h, id)), 0, pt_infer_at(in, pt_hir_ListExtend_value(h, id)));
        return;
    case PT_HIR_SetUpdate:
        pt_infer_extend(in, pt_infer_at(in, pt_hir_SetUpdate_set(h, id)), 0, pt_infer_at(in, pt_hir_SetUpdate_value(h, id)));
        return;
    case PT_HIR_DictSet: {
        PtTypeId dict = pt_infer_at(in, pt_hir_DictSet_dict(h, id)).type;
        pt_site_store(in->t, dict, 0, pt_infer_at(in, pt_hir_DictSet_key(h, id)));
        pt_site_store(in->t, dict, 1, pt_infer_at(in, pt_hir_DictSet_value(h, id)));
        return;
    }
    case PT_HIR_DictMerge: {
        PtFact more = pt_infer_at(in, pt_hir_DictMerge_value(h, id));
        PtTypeId dict = pt_infer_at(in, pt_hir_DictMerge_dict(h, id)).type;
        bool known = pt_type_kind(more.type) == PT_TYPE_DICT || more.type.v == PT_TYPE_BOT;
        for (uint32_t slot = 0; slot < 2; slot++)
            pt_site_store(in->t, dict, slot, !known ? pt_fact_plain(PT_TYPE_TOP) : more.type.v == PT_TYPE_BOT ? more : pt_site_slot(in->t, more.type, slot));
        return;
    }
    case PT_HIR_GenDelegate:
        pt_infer_to_return(in, in->unit, pt_infer_items(in, pt_infer_at(in, pt_hir_GenDelegate_inner(h, id))));
        return;
    case PT_HIR_DeleteItem:
        if (pt_infer_kind(in, pt_hir_DeleteItem_object(h, id)) == PT_TYPE_TOP)
            pt_infer_open(in, pt_hir_DeleteItem_index(h, id));
        return;
    case PT_HIR_If: case PT_HIR_Result: return;
    default: pt_infer_open_operands(in, id); return;
    }
}

/* Generators hand their values to whoever iterates over them. */
static void yielded(PtInfer *in, PtHirId id)
{
    PtFact value = pt_hir_kind(in->h, id) == PT_HIR_Yield
                       ? pt_infer_at(in, pt_hir_Yield_value(in->h, id))
                       : pt_infer_items(in, pt_infer_at(in, pt_hir_YieldFrom_iter(in->h, id)));
    pt_site_store(in->t, pt_infer_generator(in, in->unit).type, 0, value);
}

void pt_infer_visit(PtInfer *in, PtHirId id)
{
    PtHirKind kind = pt_hir_kind(in->h, id);
    if (!(pt_hir_traits(in->h, id) & PT_HIR_T_VALUE)) {
        effect(in, id);
        return;
    }
    PtFact now;
    if (kind == PT_HIR_Yield || kind == PT_HIR_YieldFrom) {
        yielded(in, id);
        now = pt_fact_plain(PT_TYPE_TOP);
    } else {
        now = of_value(in, id);
    }
    PtFact *fact = &in->f->nodes[id.v];
    now = pt_fact_join(in->t, *fact, now);
    if (!pt_fact_equal(in->t, now, *fact)) {
        *fact = now;
        in->changed = true;
    }
}
