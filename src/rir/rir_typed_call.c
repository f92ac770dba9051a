/* Builtins on typed arguments: `range`, `enumerate`, `zip` as the source of a loop, numbers, and the rows of
   typed_call.def. */
#include <stdlib.h>
#include <string.h>

#include "rir/rir_lower.h"

static PtFact fact_of(PtGen *g, PtHirId id)
{
    return g->facts->nodes[id.v];
}

static bool is_int(PtGen *g, PtHirId id)
{
    return pt_fact_kind(fact_of(g, id)) == PT_TYPE_INT;
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
    pt_val_define_loop(g, id, range, PT_REP_I64, false);
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

/* Builtins with one scalar argument that Rust has, too. */
static bool lower_scalar(PtGen *g, PtHirId id, const char *rule, PtHirId arg)
{
    pt_val_take1(g, arg);
    PtRirVal v = g->vals[arg.v];
    if (v.form != PT_FORM_I64 && v.form != PT_FORM_F64)
        return false;
    bool scalar = v.form == PT_FORM_F64 || pt_fact_is_small(fact_of(g, arg));
    if (is_lit(g, v.expr))
        return false;
    if (strcmp(rule, "abs") == 0 && scalar) {
        pt_val_define(g, id, pt_rs_method(g, v.expr, "abs", 0), (PtRirForm)v.form);
        return true;
    }
    if (strcmp(rule, "as_float") == 0) {
        PtRirId cast = pt_rir_add(g->r, PT_RIR_Cast, g->span, v.expr.v, pt_rir_text(g->r, "f64").v, 0, 0);
        pt_val_define(g, id, v.form == PT_FORM_F64 ? v.expr : cast, PT_FORM_F64);
        return true;
    }
    if (strcmp(rule, "as_int") == 0 && v.form == PT_FORM_I64 && is_int(g, arg)) {
        pt_val_define(g, id, v.expr, PT_FORM_I64);
        return true;
    }
    return false;
}

/* ---- the table ---- */

enum Result { I64, INT, F64, STR, ITEM, SAME, OWN };

static const struct Row {
    const char *name, *args, *rust;
    enum Result result;
    bool raises;
} rows[] = {
#define PT_TYPED_CALL(name, args, rust, result, raises) {#name, args, rust, result, raises},
#include "rir/typed_call.def"
};

static bool fits(PtGen *g, char letter, PtHirId arg)
{
    PtRep rep = pt_typed_rep(g, arg);
    uint32_t kind = pt_rep_kind(g->facts, rep);
    switch (letter) {
    case 'c': return kind == PT_REP_STR || kind == PT_REP_LIST || kind == PT_REP_DICT || kind == PT_REP_SET;
    case 'x': return kind == PT_REP_LIST;
    case 'n': return kind == PT_REP_LIST && pt_rep_part(g->facts, rep, 0) == PT_REP_I64;
    case 's': return kind == PT_REP_STR;
    default: return kind == PT_REP_I64;
    }
}

static PtRep result_of(PtGen *g, PtHirId id, const struct Row *row, PtHirId first)
{
    switch (row->result) {
    case I64: return PT_REP_I64;
    case INT: return PT_REP_INT;
    case F64: return PT_REP_F64;
    case STR: return PT_REP_STR;
    case ITEM: return pt_rep_part(g->facts, pt_typed_rep(g, first), 0);
    case SAME: return pt_typed_rep(g, first);
    default: return pt_typed_rep(g, id);
    }
}

static PtRirId call_of(PtGen *g, PtHirId id, const struct Row *row, PtHirId first, PtRep rep)
{
    if (row->rust[0] == ':') {
        PtRirVec args = {0};
        if (pt_rep_kind(g->facts, rep) == PT_REP_LIST)
            pt_vec_push(g->arena, &args, pt_rs_vec_macro(g, &(PtRirVec){0}));
        return pt_rs_call_list(g, pt_rs_path(g, pt_typed_constructor(g, rep, row->rust + 2, true)), &args);
    }
    PtRep own = pt_typed_rep(g, first);
    if (!strstr(row->rust, "::"))
        return pt_rs_method(g, pt_typed_receiver(g, first, own), row->rust, 0);
    (void)pt_name_py(g, "Str");
    return pt_rs_call(g, row->rust, 1, pt_typed_as(g, first, own, id));
}

static bool lower_row(PtGen *g, PtHirId id, const char *name, const PtHirId *args, uint32_t n)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct Row *row = &rows[i];
        if (strcmp(row->name, name) != 0 || strlen(row->args) != n || (n == 1 && !fits(g, row->args[0], args[0])))
            continue;
        PtRep rep = result_of(g, id, row, args[0]);
        if (row->result == OWN && rep == PT_REP_VALUE)
            return false;
        if (n == 1)
            pt_val_take1(g, args[0]);
        PtRirId call = call_of(g, id, row, args[0], rep);
        pt_val_define_rep(g, id, row->raises ? pt_rs_try(g, call) : call, rep);
        return true;
    }
    return false;
}

/* ---- iterators that a loop goes over ---- */

/* The argument as an iterator whose items come without an R. */
static bool plain_items(PtGen *g, PtHirId arg, PtRirId *source, PtRep *item)
{
    bool raises;
    return pt_handle_loop(g, arg, source, item, &raises) && !raises && *item != PT_REP_VALUE;
}

static bool is_plain_items(PtGen *g, PtHirId arg)
{
    PtRep rep = pt_typed_rep(g, arg);
    return rep == PT_REP_STR || (pt_rep_kind(g->facts, rep) == PT_REP_LIST && pt_rep_part(g->facts, rep, 0) != PT_REP_VALUE);
}

/* `(0_i64..).zip(xs.iter())` for enumerate(xs), `xs.iter().zip(ys.iter())` for zip(xs, ys). */
static bool lower_pairs(PtGen *g, PtHirId id, const PtHirId *args, uint32_t n, bool counts)
{
    PtHirId user = g->user[id.v], start = counts && n == 2 ? args[1] : (PtHirId){0}, last = args[counts ? 0 : 1];
    if (!g->inlinable[id.v] || pt_hir_kind(g->h, user) != PT_HIR_ForLoop || g->facts->identity || (!counts && n != 2) ||
        !is_plain_items(g, last) || (!counts && !is_plain_items(g, args[0])) || (start.v && pt_typed_rep(g, start) != PT_REP_I64))
        return false;
    PtHirId order[2] = {counts ? start : args[0], last};
    if (start.v && !is_lit(g, g->vals[start.v].expr))
        return false; /* it is evaluated after the iterable */
    pt_val_take(g, order, 2);
    PtRirId first, second;
    PtRep a = PT_REP_I64, b;
    if (counts) {
        PtRirId from = start.v ? pt_typed_suffixed(g, g->vals[start.v].expr) : pt_rs_lit(g, "0_i64");
        first = pt_rs_binary(g, "..", from, pt_rs_lit(g, ""));
    } else if (!plain_items(g, args[0], &first, &a)) {
        return false;
    }
    if (!plain_items(g, last, &second, &b))
        return false;
    pt_val_define_loop(g, id, pt_rs_method(g, first, "zip", 1, second), pt_rep_pair(g->facts, a, b), false);
    return true;
}

bool pt_typed_known(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    const PtStdRow *row = pt_stdlib_row(pt_hir_CallKnown_row(h, id));
    PtHirList list = pt_hir_CallKnown_args(h, id);
    uint32_t n = pt_hir_arg_count(h, list);
    PtHirId args[3] = {{0}};
    if (g->facts->demoted[g->unit.v] || !row->signature[0] || n > 3)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        PtHirArg arg = pt_hir_arg(h, list, i);
        if (arg.kind != PT_ARG_POSITIONAL)
            return false;
        args[i] = arg.value;
    }
    const char *rule = row->signature;
    if (n <= 1 && row->module.v == PT_STD_BUILTINS.v && lower_row(g, id, row->name, args, n))
        return true;
    if (strcmp(rule, "range") == 0)
        return lower_range(g, id, args, n);
    if (n > 0 && (strcmp(rule, "enumerate") == 0 || strcmp(rule, "zip") == 0) && row->module.v == PT_STD_BUILTINS.v)
        return lower_pairs(g, id, args, n, rule[0] == 'e');
    if (n == 2 && strcmp(rule, "choice") == 0)
        return lower_choice(g, id, row->name, args);
    return n == 1 && lower_scalar(g, id, rule, args[0]);
}
