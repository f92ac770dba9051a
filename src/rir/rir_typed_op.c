/* Operators on scalars: Rust's own where they mean the same, else the runtime's. Both operands stand in Python's order
   in the text; an operand whose conversion may raise is left to the dynamic form, which raises at the operator. */
#include <string.h>

#include "rir/rir_lower.h"

static PtTypeKind kind_of(PtGen *g, PtHirId id)
{
    return pt_fact_kind(g->facts->nodes[id.v]);
}

static PtFact fact_of(PtGen *g, PtHirId id)
{
    PtFact fact = g->facts->nodes[id.v];
    if (pt_fact_kind(fact) == PT_TYPE_BOOL) {
        fact.lo = 0;
        fact.hi = 1;
    }
    return fact;
}

static bool is_number(PtTypeKind kind)
{
    return kind == PT_TYPE_BOOL || kind == PT_TYPE_INT || kind == PT_TYPE_FLOAT;
}

static bool is_lit(PtGen *g, PtRirId id)
{
    return pt_rir_kind(g->r, id) == PT_RIR_Lit;
}

/* Worth it only where something is unboxed already. */
static bool any_scalar(PtGen *g, PtHirId left, PtHirId right)
{
    PtRirVal a = g->vals[left.v], b = g->vals[right.v];
    bool scalar_a = pt_form_is_scalar(a.form), scalar_b = pt_form_is_scalar(b.form);
    return (scalar_a && (!is_lit(g, a.expr) || scalar_b)) || (scalar_b && !is_lit(g, b.expr));
}

static PtRirId as_i64(PtGen *g, PtHirId id)
{
    if (kind_of(g, id) == PT_TYPE_BOOL)
        return pt_rs_call(g, "i64::from", 1, pt_typed_as(g, id, PT_REP_BOOL, (PtHirId){0}));
    return pt_typed_as(g, id, PT_REP_I64, (PtHirId){0});
}

/* An operand of an operator of Int: i64, &Int or Int. */
static PtRirId as_whole(PtGen *g, PtHirId id, bool *machine)
{
    PtRirVal v = g->vals[id.v];
    *machine = kind_of(g, id) == PT_TYPE_BOOL || v.form == PT_FORM_I64;
    if (*machine)
        return as_i64(g, id);
    return v.form == PT_FORM_INT_PLACE ? pt_rs_ref(g, v.expr) : pt_typed_as(g, id, PT_REP_INT, (PtHirId){0});
}

/* The same as a receiver: without `&`. */
static PtRirId as_int_receiver(PtGen *g, PtHirId id)
{
    PtRirVal v = g->vals[id.v];
    return v.form == PT_FORM_INT_PLACE ? v.expr : kind_of(g, id) == PT_TYPE_BOOL
        ? pt_rs_call(g, pt_rs_text(g, "%s::from", pt_name_py(g, "Int")), 1, as_i64(g, id))
        : pt_typed_as(g, id, PT_REP_INT, (PtHirId){0});
}

static bool fits_float(PtFact fact)
{
    return fact.lo >= -((int64_t)1 << 53) && fact.hi <= (int64_t)1 << 53;
}

/* An operand of a float operator; 0: the conversion may raise. */
static PtRirId as_f64(PtGen *g, PtHirId id)
{
    PtRirVal v = g->vals[id.v];
    PtTypeKind kind = kind_of(g, id);
    if (kind == PT_TYPE_FLOAT)
        return pt_typed_as(g, id, PT_REP_F64, (PtHirId){0});
    if (kind == PT_TYPE_BOOL)
        return pt_rs_call(g, "f64::from", 1, pt_typed_as(g, id, PT_REP_BOOL, (PtHirId){0}));
    if (v.form != PT_FORM_I64)
        return (PtRirId){0};
    if (is_lit(g, v.expr) && fits_float(fact_of(g, id)))
        return pt_rs_lit(g, pt_rs_text(g, "%lld.0", (long long)fact_of(g, id).lo));
    return pt_rir_add(g->r, PT_RIR_Cast, g->span, v.expr.v, pt_rir_text(g->r, "f64").v, 0, 0);
}

static void define(PtGen *g, PtHirId id, PtRirId expr, PtRep rep)
{
    pt_val_define_rep(g, id, expr, rep);
}

const char *pt_typed_op(PtHirOp op)
{
    switch (op) {
    case PT_HIR_OP_ADD: return "+";
    case PT_HIR_OP_SUB: return "-";
    case PT_HIR_OP_MUL: return "*";
    case PT_HIR_OP_AND: return "&";
    case PT_HIR_OP_OR: return "|";
    case PT_HIR_OP_XOR: return "^";
    case PT_HIR_OP_EQ: return "==";
    case PT_HIR_OP_NE: return "!=";
    case PT_HIR_OP_LT: return "<";
    case PT_HIR_OP_LE: return "<=";
    case PT_HIR_OP_GT: return ">";
    case PT_HIR_OP_GE: return ">=";
    default: return NULL;
    }
}

/* ---- float results ---- */

static bool float_binary(PtGen *g, PtHirId id, PtHirOp op, PtHirId left, PtHirId right)
{
    PtTypeKind a = kind_of(g, left), b = kind_of(g, right);
    if (op == PT_HIR_OP_DIV && a != PT_TYPE_FLOAT && b != PT_TYPE_FLOAT) {
        bool small = pt_fact_is_small(fact_of(g, left)) && pt_fact_is_small(fact_of(g, right));
        PtRirId call = small ? pt_rs_call(g, "py::true_div", 2, as_i64(g, left), as_i64(g, right))
                             : pt_rs_method(g, as_int_receiver(g, left), "true_div", 1,
                                            pt_rs_ref(g, as_int_receiver(g, right)));
        define(g, id, pt_rs_try(g, call), PT_REP_F64);
        return true;
    }
    PtRirId x = as_f64(g, left), y = as_f64(g, right);
    const char *call = NULL;
    if (!x.v || !y.v)
        return false;
    if (is_lit(g, y))
        x = pt_typed_suffixed(g, x);
    switch (op) {
    case PT_HIR_OP_ADD: case PT_HIR_OP_SUB: case PT_HIR_OP_MUL:
        define(g, id, pt_rs_binary(g, pt_typed_op(op), x, y), PT_REP_F64);
        return true;
    case PT_HIR_OP_DIV: {
        const char *text = is_lit(g, y) ? pt_rir_str(g->r, pt_rir_Lit_text(g->r, y)) : "0";
        if (strspn(text, "-0.") < strlen(text)) {
            define(g, id, pt_rs_binary(g, "/", x, y), PT_REP_F64);
            return true;
        }
        call = "py::float_div";
        break;
    }
    case PT_HIR_OP_FLOORDIV: call = "py::float_floordiv"; break;
    case PT_HIR_OP_MOD: call = "py::float_modulo"; break;
    case PT_HIR_OP_POW: call = "py::float_pow"; break;
    default: return false;
    }
    define(g, id, pt_rs_try(g, pt_rs_call(g, call, 2, x, y)), PT_REP_F64);
    return true;
}

/* ---- int results ---- */

/* Operands and result lie in a machine int. */
static bool small_binary(PtGen *g, PtHirId id, PtHirOp op, PtHirId left, PtHirId right)
{
    PtFact fa = fact_of(g, left), fb = fact_of(g, right);
    if ((op == PT_HIR_OP_LSHIFT || op == PT_HIR_OP_RSHIFT) && (fb.lo < 0 || fb.hi > 60))
        return false;
    if (op == PT_HIR_OP_POW && (fb.lo != 2 || fb.hi != 2))
        return false;
    PtRirId x = as_i64(g, left), y = as_i64(g, right);
    bool literals = is_lit(g, x) && is_lit(g, y);
    if (literals)
        x = pt_typed_suffixed(g, x);
    const char *text = pt_typed_op(op);
    if (op == PT_HIR_OP_POW && !is_lit(g, y))
        return false;
    PtRirId expr;
    switch (op) {
    case PT_HIR_OP_LSHIFT: expr = pt_rs_binary(g, "<<", x, y); break;
    case PT_HIR_OP_RSHIFT: expr = pt_rs_binary(g, ">>", x, y); break;
    case PT_HIR_OP_POW: expr = pt_rs_method(g, pt_typed_suffixed(g, x), "pow", 1, y); break;
    case PT_HIR_OP_FLOORDIV: case PT_HIR_OP_MOD: {
        bool floor = op == PT_HIR_OP_FLOORDIV;
        if (fb.lo > 0 && fa.lo >= 0)
            expr = pt_rs_binary(g, floor ? "/" : "%", x, y);
        else if (fb.lo > 0 && !is_lit(g, x))
            expr = pt_rs_method(g, x, floor ? "div_euclid" : "rem_euclid", 1, y);
        else
            expr = pt_rs_try(g, pt_rs_call(g, floor ? "py::floordiv" : "py::modulo", 2, x, y));
        break;
    }
    default:
        if (!text)
            return false;
        expr = pt_rs_binary(g, text, x, y);
    }
    define(g, id, expr, PT_REP_I64);
    return true;
}

static bool exact_binary(PtGen *g, PtHirId id, PtHirOp op, PtHirId left, PtHirId right)
{
    const char *text = pt_typed_op(op);
    bool machine_x, machine_y;
    if (text) {
        PtRirId x = as_whole(g, left, &machine_x), y = as_whole(g, right, &machine_y);
        if (machine_x && machine_y)
            x = pt_rs_call(g, pt_rs_text(g, "%s::from", pt_name_py(g, "Int")), 1, x);
        else if (machine_x && is_lit(g, x))
            x = pt_typed_suffixed(g, x);
        define(g, id, pt_rs_binary(g, text, x, y), PT_REP_INT);
        return true;
    }
    bool by_machine = g->vals[right.v].form == PT_FORM_I64 || kind_of(g, right) == PT_TYPE_BOOL;
    PtRirId y = by_machine ? as_i64(g, right) : (PtRirId){0};
    switch (op) {
    case PT_HIR_OP_FLOORDIV:
        if (by_machine)
            define(g, id, pt_rs_try(g, pt_rs_method(g, as_int_receiver(g, left), "floordiv_by", 1, y)), PT_REP_INT);
        else
            define(g, id, pt_rs_try(g, pt_rs_method(g, as_int_receiver(g, left), "floordiv", 1,
                                                    pt_rs_ref(g, as_int_receiver(g, right)))), PT_REP_INT);
        return true;
    case PT_HIR_OP_MOD:
        if (by_machine)
            define(g, id, pt_rs_try(g, pt_rs_method(g, as_int_receiver(g, left), "modulo_by", 1, y)), PT_REP_I64);
        else
            define(g, id, pt_rs_try(g, pt_rs_method(g, as_int_receiver(g, left), "modulo", 1,
                                                    pt_rs_ref(g, as_int_receiver(g, right)))), PT_REP_INT);
        return true;
    case PT_HIR_OP_LSHIFT: case PT_HIR_OP_RSHIFT:
        define(g, id, pt_rs_try(g, pt_rs_method(g, as_int_receiver(g, left), op == PT_HIR_OP_LSHIFT ? "shl" : "shr", 1,
                                                pt_rs_ref(g, as_int_receiver(g, right)))), PT_REP_INT);
        return true;
    default: return false;
    }
}

bool pt_typed_binary(PtGen *g, PtHirId id, PtHirOp op, PtHirId left, PtHirId right)
{
    PtTypeKind a = kind_of(g, left), b = kind_of(g, right), result = kind_of(g, id);
    if (g->facts->demoted[g->unit.v] || !is_number(a) || !is_number(b) || !is_number(result))
        return false;
    pt_val_take2(g, left, right);
    if (!any_scalar(g, left, right))
        return false;
    if (result == PT_TYPE_FLOAT)
        return float_binary(g, id, op, left, right);
    if (result == PT_TYPE_BOOL) {
        PtRirId x = pt_typed_as(g, left, PT_REP_BOOL, id);
        define(g, id, pt_rs_binary(g, pt_typed_op(op), x, pt_typed_as(g, right, PT_REP_BOOL, id)), PT_REP_BOOL);
        return true;
    }
    bool small = pt_fact_is_small(fact_of(g, left)) && pt_fact_is_small(fact_of(g, right)) &&
                 pt_fact_is_small(fact_of(g, id));
    return (small && small_binary(g, id, op, left, right)) || exact_binary(g, id, op, left, right);
}

/* ---- comparisons ---- */

static PtHirOp mirrored(PtHirOp op)
{
    switch (op) {
    case PT_HIR_OP_LT: return PT_HIR_OP_GT;
    case PT_HIR_OP_LE: return PT_HIR_OP_GE;
    case PT_HIR_OP_GT: return PT_HIR_OP_LT;
    case PT_HIR_OP_GE: return PT_HIR_OP_LE;
    default: return op;
    }
}

static PtRirId compare_ints(PtGen *g, PtHirOp op, PtHirId left, PtHirId right)
{
    bool machine_x = true, machine_y = true;
    PtRirId x = as_whole(g, left, &machine_x), y = as_whole(g, right, &machine_y);
    if (machine_x && machine_y)
        return pt_rs_binary(g, pt_typed_op(op), is_lit(g, y) ? pt_typed_suffixed(g, x) : x, y);
    /* Comparison borrows by itself. */
    if (pt_rir_kind(g->r, x) == PT_RIR_Ref)
        x = pt_rir_Ref_inner(g->r, x);
    if (pt_rir_kind(g->r, y) == PT_RIR_Ref)
        y = pt_rir_Ref_inner(g->r, y);
    if (!machine_x)
        return pt_rs_binary(g, pt_typed_op(op), x, y);
    PtRirKind kx = pt_rir_kind(g->r, x), ky = pt_rir_kind(g->r, y);
    if (kx == PT_RIR_Lit || kx == PT_RIR_Path || ky == PT_RIR_Path)
        return pt_rs_binary(g, pt_typed_op(mirrored(op)), y, x);
    return pt_rs_binary(g, pt_typed_op(op), pt_rs_call(g, pt_rs_text(g, "%s::from", pt_name_py(g, "Int")), 1, x), y);
}

bool pt_typed_compare(PtGen *g, PtHirId id)
{
    PtHirOp op = pt_hir_Compare_op(g->h, id);
    PtHirId left = pt_hir_Compare_left(g->h, id), right = pt_hir_Compare_right(g->h, id);
    PtTypeKind a = kind_of(g, left), b = kind_of(g, right);
    if (g->facts->demoted[g->unit.v] || !pt_typed_op(op) || !is_number(a) || !is_number(b))
        return false;
    pt_val_take2(g, left, right);
    if (!any_scalar(g, left, right))
        return false;
    PtRirId test;
    if (a == PT_TYPE_FLOAT || b == PT_TYPE_FLOAT) {
        bool exact = (a == PT_TYPE_FLOAT || fits_float(fact_of(g, left))) &&
                     (b == PT_TYPE_FLOAT || fits_float(fact_of(g, right)));
        PtRirId x = exact ? as_f64(g, left) : (PtRirId){0}, y = exact ? as_f64(g, right) : (PtRirId){0};
        if (!x.v || !y.v)
            return false;
        if (is_lit(g, y))
            x = pt_typed_suffixed(g, x);
        test = pt_rs_binary(g, pt_typed_op(op), x, y);
    } else if (a == PT_TYPE_BOOL && b == PT_TYPE_BOOL) {
        PtRirId x = pt_typed_as(g, left, PT_REP_BOOL, id);
        test = pt_rs_binary(g, pt_typed_op(op), x, pt_typed_as(g, right, PT_REP_BOOL, id));
    } else {
        test = compare_ints(g, op, left, right);
    }
    pt_val_define(g, id, test, PT_FORM_BOOL);
    return true;
}

bool pt_typed_unary(PtGen *g, PtHirId id)
{
    PtHirOp op = pt_hir_Unary_op(g->h, id);
    PtHirId operand = pt_hir_Unary_operand(g->h, id);
    PtTypeKind kind = kind_of(g, operand);
    if (g->facts->demoted[g->unit.v] || (kind != PT_TYPE_INT && kind != PT_TYPE_FLOAT) || op == PT_HIR_OP_POS ||
        (kind == PT_TYPE_FLOAT && op != PT_HIR_OP_NEG))
        return false;
    pt_val_take1(g, operand);
    PtRirVal v = g->vals[operand.v];
    if (!pt_form_is_scalar(v.form) || is_lit(g, v.expr))
        return false;
    bool small = pt_fact_is_small(fact_of(g, operand)) && pt_fact_is_small(fact_of(g, id)), machine;
    PtRirId x = kind == PT_TYPE_FLOAT ? v.expr : small ? as_i64(g, operand) : as_whole(g, operand, &machine);
    if (kind == PT_TYPE_INT && !small && machine)
        return false;
    PtRirId expr = op == PT_HIR_OP_NEG ? pt_rir_add(g->r, PT_RIR_Neg, g->span, x.v, 0, 0, 0)
                                       : pt_rir_add(g->r, PT_RIR_Not, g->span, x.v, 0, 0, 0);
    define(g, id, expr, kind == PT_TYPE_FLOAT ? PT_REP_F64 : small ? PT_REP_I64 : PT_REP_INT);
    return true;
}
