/* Builtins on scalars: `range` as the source of a loop, `len`, `abs`, `min`, `max`, `int`, `float`. */
#include <stdlib.h>
#include <string.h>

#include "rir/rir_lower.h"

static PtFact fact_of(PtGen *g, PtHirId id)
{
    return g->facts->nodes[id.v];
}

static bool is_int(PtGen *g, PtHirId id)
{
    return pt_fact_kind(g->facts, fact_of(g, id)) == PT_TYPE_INT;
}

static bool is_lit(PtGen *g, PtRirId id)
{
    return pt_rir_kind(g->r, id) == PT_RIR_Lit;
}

static PtRirId number(PtGen *g, int64_t n)
{
    return pt_rs_lit(g, pt_rs_text(g, "%lld", (long long)n));
}

/* `a..b` and its kin. */
static PtRirId span_of(PtGen *g, const char *op, PtRirId low, PtRirId high)
{
    if (is_lit(g, low) && is_lit(g, high))
        high = pt_typed_suffixed(g, high);
    return pt_rs_binary(g, op, low, high);
}

/* for … in range(…) with machine ints and a constant step. */
static bool lower_range(PtGen *g, PtHirId id, const PtHirId *args, uint32_t n)
{
    PtHirId user = g->user[id.v];
    if (!g->inlinable[id.v] || pt_hir_kind(g->h, user) != PT_HIR_ForLoop || n == 0 || n > 3)
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (!is_int(g, args[i]))
            return false;
    PtHirId start = n == 1 ? (PtHirId){0} : args[0], stop = n == 1 ? args[0] : args[1];
    PtFact step = n == 3 ? fact_of(g, args[2]) : (PtFact){.lo = 1, .hi = 1};
    bool small_stop = pt_fact_is_small(fact_of(g, stop));
    if (step.lo != step.hi || step.lo == 0 || labs(step.lo) > PT_RANGE_STEP)
        return false;
    if ((start.v && !pt_fact_is_small(fact_of(g, start))) || (step.lo < 0 && !small_stop))
        return false;
    if (n == 3 && !is_lit(g, g->vals[args[2].v].expr))
        return false;
    if (step.lo > 0)
        pt_val_take2(g, start, stop);
    else
        pt_val_take2(g, stop, start);
    PtRirId low = start.v ? pt_typed_as(g, start, PT_REP_I64, id) : pt_rs_lit(g, "0");
    PtRirId high = small_stop || g->vals[stop.v].form == PT_FORM_I64
                       ? pt_typed_as(g, stop, PT_REP_I64, id)
                       : pt_rs_method(g, g->vals[stop.v].form == PT_FORM_INT_PLACE ? g->vals[stop.v].expr
                                                                                   : pt_typed_as(g, stop, PT_REP_INT, id),
                                      "clamped", 0);
    PtRirId range;
    if (step.lo > 0) {
        range = span_of(g, "..", low, high);
    } else {
        PtFact end = fact_of(g, stop);
        PtRirId after = end.lo == end.hi && is_lit(g, high) ? number(g, end.lo + 1)
                                                            : pt_rs_binary(g, "+", high, pt_rs_lit(g, "1"));
        range = pt_rs_method(g, span_of(g, "..=", after, low), "rev", 0);
    }
    if (step.lo != 1 && step.lo != -1)
        range = pt_rs_method(g, range, "step_by", 1, number(g, labs(step.lo)));
    pt_val_define(g, id, range, PT_FORM_RANGE);
    return true;
}

/* min, max of two machine ints: of equal ones nobody can tell which. */
static bool lower_choice(PtGen *g, PtHirId id, const char *name, const PtHirId *args)
{
    if (!is_int(g, args[0]) || !is_int(g, args[1]) || !pt_fact_is_small(fact_of(g, args[0])) ||
        !pt_fact_is_small(fact_of(g, args[1])))
        return false;
    pt_val_take(g, args, 2);
    if (g->vals[args[0].v].form != PT_FORM_I64 && g->vals[args[1].v].form != PT_FORM_I64)
        return false;
    PtRirId x = pt_typed_as(g, args[0], PT_REP_I64, id), y = pt_typed_as(g, args[1], PT_REP_I64, id);
    pt_val_define(g, id, pt_rs_method(g, pt_typed_suffixed(g, x), name, 1, y), PT_FORM_I64);
    return true;
}

static bool lower_one(PtGen *g, PtHirId id, const char *rule, PtHirId arg)
{
    PtTypeKind kind = pt_fact_kind(g->facts, fact_of(g, arg));
    if (strcmp(rule, "len") == 0) {
        pt_val_take1(g, arg);
        pt_val_define(g, id, pt_rs_try(g, pt_rs_call(g, "py::count", 1, pt_val_as_ref(g, arg))), PT_FORM_I64);
        return true;
    }
    pt_val_take1(g, arg);
    PtRirVal v = g->vals[arg.v];
    if (is_lit(g, v.expr))
        return false;
    bool scalar = (v.form == PT_FORM_I64 && pt_fact_is_small(fact_of(g, arg))) || v.form == PT_FORM_F64;
    if (strcmp(rule, "abs") == 0 && scalar) {
        pt_val_define(g, id, pt_rs_method(g, v.expr, "abs", 0), (PtRirForm)v.form);
        return true;
    }
    if (strcmp(rule, "as_float") == 0 && (v.form == PT_FORM_I64 || v.form == PT_FORM_F64)) {
        PtRirId cast = pt_rir_add(g->r, PT_RIR_Cast, g->span, v.expr.v, pt_rir_text(g->r, "f64").v, 0, 0);
        pt_val_define(g, id, v.form == PT_FORM_F64 ? v.expr : cast, PT_FORM_F64);
        return true;
    }
    if (strcmp(rule, "as_int") == 0 && v.form == PT_FORM_I64 && kind == PT_TYPE_INT) {
        pt_val_define(g, id, v.expr, PT_FORM_I64);
        return true;
    }
    return false;
}

bool pt_typed_known(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    const PtStdRow *row = pt_stdlib_row(pt_hir_CallKnown_row(h, id));
    PtHirList list = pt_hir_CallKnown_args(h, id);
    uint32_t n = pt_hir_arg_count(h, list);
    PtHirId args[3];
    if (g->facts->demoted[g->unit.v] || !row->signature[0] || n == 0 || n > 3)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        PtHirArg arg = pt_hir_arg(h, list, i);
        if (arg.kind != PT_ARG_POSITIONAL)
            return false;
        args[i] = arg.value;
    }
    if (strcmp(row->signature, "range") == 0)
        return lower_range(g, id, args, n);
    if (n == 2 && strcmp(row->signature, "choice") == 0)
        return lower_choice(g, id, row->name, args);
    return n == 1 && lower_one(g, id, row->signature, args[0]);
}
