/* Calls of the program's own functions: arguments flow into parameters. A function that flows into a Value may be called
   by anybody: its parameters are Values. */
#include "infer/infer_internal.h"

/* What a generator function gives, or a generator expression: an iterator over what the unit yields. */
PtFact pt_infer_generator(PtInfer *in, PtUnitId unit)
{
    if (!in->f->yields[unit.v])
        in->f->yields[unit.v] = pt_site_make(in->t, PT_TYPE_ITER, 1, false);
    return (PtFact){pt_type_with(PT_TYPE_ITER, pt_site_root(in->t, in->f->yields[unit.v])), INT64_MIN, INT64_MAX};
}

PtFact pt_infer_result_of(PtInfer *in, PtUnitId unit)
{
    unsigned flags = pt_hir_unit(in->h, unit)->flags;
    if (flags & PT_UNIT_ASYNC)
        return pt_fact_plain(PT_TYPE_TOP);
    return flags & PT_UNIT_GENERATOR ? pt_infer_generator(in, unit) : in->f->returns[unit.v];
}

static PtFact default_of(PtInfer *in, const PtHirParam *param)
{
    return param->default_const.v ? pt_infer_const(in, param->default_const) : pt_fact_plain(PT_TYPE_BOT);
}

/* Anything may arrive in the parameter. */
void pt_infer_open_param(PtInfer *in, const PtHirParam *p)
{
    PtFact fact = pt_fact_plain(PT_TYPE_TOP);
    if (p->kind == PT_PARAM_VAR) {
        fact.type = pt_type_with(PT_TYPE_TUPLE, pt_site_make(in->t, PT_TYPE_TUPLE, 1, true));
        pt_site_store(in->t, fact.type, 0, pt_fact_plain(PT_TYPE_TOP));
    } else if (p->kind == PT_PARAM_VAR_KEYWORD) {
        fact.type = pt_type_with(PT_TYPE_DICT, pt_site_make(in->t, PT_TYPE_DICT, 2, false));
        pt_site_store(in->t, fact.type, 0, pt_fact_plain(PT_TYPE_TOP));
        pt_site_store(in->t, fact.type, 1, pt_fact_plain(PT_TYPE_TOP));
    }
    pt_infer_to_sym(in, p->sym, fact);
}

void pt_infer_open_unit(PtInfer *in, PtUnitId unit)
{
    const PtHirUnit *u = pt_hir_unit(in->h, unit);
    if (!in->f->closed[unit.v])
        return;
    in->f->closed[unit.v] = false;
    pt_infer_reach(in, unit);
    pt_fact_open(in->t, pt_infer_result_of(in, unit));
    for (uint32_t i = 0; i < u->params.len; i++)
        pt_infer_open_param(in, &u->params.data[i]);
}

PtFact pt_infer_call_unit(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    PtUnitId unit = pt_hir_CallUnit_unit(h, id);
    const PtHirUnit *u = pt_hir_unit(h, unit);
    PtHirList slots = pt_hir_CallUnit_slots(h, id);
    for (uint32_t i = 0; i < pt_hir_len(h, slots); i++) {
        PtHirId arg = pt_hir_at(h, slots, i);
        const PtHirParam *p = &u->params.data[i];
        pt_infer_to_sym(in, p->sym, arg.v ? pt_infer_at(in, arg) : default_of(in, p));
    }
    pt_infer_reach(in, unit);
    return pt_infer_result_of(in, unit);
}

static uint32_t find_param(PtInfer *in, const PtHirUnit *u, PtNameId name)
{
    for (uint32_t i = 0; i < u->params.len; i++)
        if (pt_hir_sym(in->h, u->params.data[i].sym)->name.v == name.v && u->params.data[i].kind != PT_PARAM_POSITIONAL_ONLY)
            return i;
    return UINT32_MAX;
}

static bool is_plain(const PtHirUnit *u)
{
    for (uint32_t i = 0; i < u->params.len; i++)
        if (u->params.data[i].kind == PT_PARAM_VAR || u->params.data[i].kind == PT_PARAM_VAR_KEYWORD)
            return false;
    return true;
}

/* A call that the binder will refuse at run time binds nothing that anybody sees. */
bool pt_infer_bind(PtInfer *in, PtUnitId unit, const PtFact *self, PtHirList args)
{
    const PtHir *h = in->h;
    const PtHirUnit *u = pt_hir_unit(h, unit);
    uint32_t next = self ? 1 : 0, n = pt_hir_arg_count(h, args);
    bool simple = is_plain(u);
    for (uint32_t i = 0; i < n; i++) {
        PtHirArgKind kind = pt_hir_arg(h, args, i).kind;
        simple &= kind == PT_ARG_POSITIONAL || kind == PT_ARG_KEYWORD;
    }
    if (!simple) {
        pt_infer_open_unit(in, unit);
        for (uint32_t i = 0; i < n; i++)
            pt_infer_open(in, pt_hir_arg(h, args, i).value);
        return false;
    }
    if (self && u->params.len > 0)
        pt_infer_to_sym(in, u->params.data[0].sym, *self);
    for (uint32_t i = 0; i < n; i++) {
        PtHirArg arg = pt_hir_arg(h, args, i);
        uint32_t at = arg.kind == PT_ARG_POSITIONAL ? next++ : find_param(in, u, arg.name);
        if (at < u->params.len)
            pt_infer_to_sym(in, u->params.data[at].sym, pt_infer_at(in, arg.value));
    }
    pt_infer_reach(in, unit);
    return true;
}

PtFact pt_infer_callback(PtInfer *in, PtFact function, const PtFact *args, uint32_t n)
{
    PtTypeKind kind = pt_type_kind(function.type);
    if (kind == PT_TYPE_BOT)
        return function;
    for (uint32_t i = 0; i < n; i++)
        if (args[i].type.v == PT_TYPE_BOT)
            return args[i];
    if (kind == PT_TYPE_FUNCTION) {
        PtUnitId unit = {pt_type_param(function.type)};
        const PtHirUnit *u = pt_hir_unit(in->h, unit);
        if (!is_plain(u))
            pt_infer_open_unit(in, unit);
        for (uint32_t i = 0; i < n && i < u->params.len; i++)
            pt_infer_to_sym(in, u->params.data[i].sym, args[i]);
        pt_infer_reach(in, unit);
        return pt_infer_result_of(in, unit);
    }
    for (uint32_t i = 0; i < n; i++)
        pt_fact_open(in->t, args[i]);
    pt_fact_open(in->t, function);
    if (kind != PT_TYPE_KNOWN)
        return pt_fact_plain(PT_TYPE_TOP);
    return pt_infer_row_result((PtStdId){pt_type_param(function.type)});
}

PtFact pt_infer_call(PtInfer *in, PtHirId id)
{
    PtFact function = pt_infer_at(in, pt_hir_Call_function(in->h, id));
    switch (pt_type_kind(function.type)) {
    case PT_TYPE_BOT: return function;
    case PT_TYPE_FUNCTION: {
        PtUnitId unit = {pt_type_param(function.type)};
        pt_infer_bind(in, unit, NULL, pt_hir_Call_args(in->h, id));
        return pt_infer_result_of(in, unit);
    }
    case PT_TYPE_CLASS: return pt_infer_construct(in, id, (PtUnitId){pt_type_param(function.type)});
    default: pt_infer_open_operands(in, id); return pt_fact_plain(PT_TYPE_TOP);
    }
}

/* Defaults are values of their parameters. */
PtFact pt_infer_make_function(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    PtUnitId unit = pt_hir_MakeFunction_unit(h, id);
    const PtHirUnit *u = pt_hir_unit(h, unit);
    PtHirList positional = pt_hir_MakeFunction_defaults(h, id), keyword = pt_hir_MakeFunction_kwdefaults(h, id);
    uint32_t ordinary = 0, k = 0;
    for (uint32_t i = 0; i < u->params.len; i++)
        ordinary += u->params.data[i].kind <= PT_PARAM_NORMAL;
    uint32_t first = ordinary - pt_hir_len(h, positional);
    for (uint32_t i = 0; i < pt_hir_len(h, positional); i++)
        pt_infer_to_sym(in, u->params.data[first + i].sym, pt_infer_at(in, pt_hir_at(h, positional, i)));
    for (uint32_t i = 0; i < u->params.len; i++) {
        if (u->params.data[i].kind != PT_PARAM_KEYWORD_ONLY)
            continue;
        PtHirId value = k < pt_hir_len(h, keyword) ? pt_hir_at(h, keyword, k++) : (PtHirId){0};
        if (value.v)
            pt_infer_to_sym(in, u->params.data[i].sym, pt_infer_at(in, value));
    }
    PtHirList annotations = pt_hir_MakeFunction_annotations(h, id);
    for (uint32_t i = 0; i < pt_hir_len(h, annotations); i++)
        pt_infer_open(in, pt_hir_at(h, annotations, i));
    if (!in->f->closed[unit.v])
        pt_infer_reach(in, unit);
    return (PtFact){pt_type_with(PT_TYPE_FUNCTION, unit.v), INT64_MIN, INT64_MAX};
}
