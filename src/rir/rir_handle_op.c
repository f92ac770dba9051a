/* Operators and methods of typed handles and of text. */
#include <string.h>

#include "rir/rir_lower.h"

static uint32_t kind_of(PtGen *g, PtRep rep)
{
    return pt_rep_kind(g->facts, rep);
}

static PtRep part(PtGen *g, PtRep rep, uint32_t i)
{
    return pt_rep_part(g->facts, rep, i);
}

/* ---- operators ---- */

bool pt_handle_binary(PtGen *g, PtHirId id, PtHirOp op, PtHirId left, PtHirId right)
{
    PtRep a = pt_typed_rep(g, left), b = pt_typed_rep(g, right), made = pt_typed_rep(g, id);
    bool sequence = a == PT_REP_STR || kind_of(g, a) == PT_REP_LIST;
    if (!sequence || made != a)
        return false;
    if (op == PT_HIR_OP_ADD && b == a) {
        pt_val_take2(g, left, right);
        PtRirId x = pt_typed_receiver(g, left, a);
        pt_val_define_rep(g, id, pt_rs_method(g, x, "concat", 1, pt_typed_lent(g, right, a, id)), a);
        return true;
    }
    if (op == PT_HIR_OP_MUL && b == PT_REP_I64) {
        pt_val_take2(g, left, right);
        PtRirId x = pt_typed_receiver(g, left, a);
        pt_val_define_rep(g, id, pt_rs_try(g, pt_rs_method(g, x, "repeat", 1, pt_typed_as(g, right, b, id))), a);
        return true;
    }
    return false;
}

static bool names_variable(PtGen *g, PtRirId expr, const PtVar *var)
{
    if (pt_rir_kind(g->r, expr) == PT_RIR_Ref)
        expr = pt_rir_Ref_inner(g->r, expr);
    return pt_rir_kind(g->r, expr) == PT_RIR_Path && pt_rir_Path_text(g->r, expr).v == var->name.v;
}

bool pt_handle_inplace(PtGen *g, PtHirId id, const PtVar *var, PtHirId right)
{
    bool text = var->rep == PT_REP_STR;
    if (pt_hir_Inplace_op(g->h, id) != PT_HIR_OP_ADD || (!text && kind_of(g, var->rep) != PT_REP_LIST) ||
        (text && var->ref) || pt_typed_rep(g, right) != var->rep)
        return false;
    pt_val_take1(g, right);
    pt_val_flush(g);
    PtRirId operand = pt_typed_lent(g, right, var->rep, id);
    if (text && names_variable(g, operand, var))
        operand = pt_rs_ref(g, pt_rs_method(g, pt_rs_path(g, pt_rir_str(g->r, var->name)), "clone", 0));
    PtRirId place = pt_rs_path(g, pt_rir_str(g->r, var->name));
    pt_rs_add_expr(g, pt_rs_method(g, place, text ? "push" : "extend", 1, operand));
    g->vals[id.v] = (PtRirVal){0};
    return true;
}

/* ---- comparisons ---- */

/* A side of a comparison of texts: never a reference. */
static PtRirId compared(PtGen *g, PtHirId id)
{
    PtRirVal v = g->vals[id.v];
    return v.form == PT_FORM_TYPED_REF ? pt_rs_deref(g, v.expr) : pt_typed_receiver(g, id, PT_REP_STR);
}

/* A constant that Rust can write as a `str`; NULL for others. */
static const PtHirConst *plain_text(PtGen *g, PtHirId id)
{
    if (pt_hir_kind(g->h, id) != PT_HIR_Const)
        return NULL;
    const PtHirConst *c = pt_hir_const(g->h, pt_hir_Const_value(g->h, id));
    if (c->kind != PT_HIR_CONST_STR)
        return NULL;
    for (uint32_t i = 0; i < c->len; i++)
        if ((unsigned char)c->text[i] >= 0x80)
            return NULL;
    return c;
}

static bool compare_texts(PtGen *g, PtHirId id, PtHirOp op, PtHirId left, PtHirId right)
{
    const PtHirConst *c = op == PT_HIR_OP_EQ || op == PT_HIR_OP_NE ? plain_text(g, right) : NULL;
    pt_val_take2(g, left, right);
    if (pt_hir_kind(g->h, left) == PT_HIR_Const && c)
        return false;
    PtRirId x = compared(g, left), y = c ? pt_rs_str_lit(g, c->text, c->len) : compared(g, right);
    pt_val_define(g, id, pt_rs_binary(g, pt_typed_op(op), x, y), PT_FORM_BOOL);
    return true;
}

/* `x in xs`. */
static bool contains(PtGen *g, PtHirId id, PtHirOp op, PtHirId item, PtHirId container)
{
    PtRep rep = pt_typed_rep(g, container), inner = pt_typed_rep(g, item);
    uint32_t kind = kind_of(g, rep);
    bool text = rep == PT_REP_STR;
    if (!text && kind != PT_REP_LIST && kind != PT_REP_DICT && kind != PT_REP_SET)
        return false;
    if (inner == PT_REP_VALUE || inner != (text ? rep : part(g, rep, 0)))
        return false;
    pt_val_take2(g, container, item);
    PtRirId receiver = pt_typed_receiver(g, container, rep);
    PtRirId test = pt_rs_method(g, receiver, "has", 1, pt_typed_key(g, item, inner));
    test = text ? test : pt_rs_try(g, test);
    pt_val_define(g, id, op == PT_HIR_OP_IN ? test : pt_rs_not(g, test), PT_FORM_BOOL);
    return true;
}

bool pt_handle_compare(PtGen *g, PtHirId id)
{
    PtHirOp op = pt_hir_Compare_op(g->h, id);
    PtHirId left = pt_hir_Compare_left(g->h, id), right = pt_hir_Compare_right(g->h, id);
    if (op == PT_HIR_OP_IN || op == PT_HIR_OP_NOT_IN)
        return contains(g, id, op, left, right);
    if (op > PT_HIR_OP_GE || pt_typed_rep(g, left) != PT_REP_STR || pt_typed_rep(g, right) != PT_REP_STR)
        return false;
    return compare_texts(g, id, op, left, right);
}

/* ---- methods ---- */

/* What a letter of method.def asks of an argument, and how it is handed over. */
static bool wanted(PtGen *g, PtRep receiver, char letter, PtRep *rep)
{
    bool dict = kind_of(g, receiver) == PT_REP_DICT;
    switch (letter) {
    case 'i': *rep = PT_REP_I64; return true;
    case 's': *rep = PT_REP_STR; return true;
    case 'l': *rep = receiver; return true;
    case 'e': case 'k': *rep = part(g, receiver, 0); return true;
    case 'v': *rep = part(g, receiver, dict ? 1 : 0); return true;
    default: return false;
    }
}

static bool is_strings(PtGen *g, PtRep rep)
{
    return kind_of(g, rep) == PT_REP_LIST && part(g, rep, 0) == PT_REP_STR;
}

/* An argument fits when its own representation is the one asked for, or goes there without a check. */
static bool fits(PtGen *g, PtHirId arg, PtRep rep)
{
    PtRep own = pt_typed_rep(g, arg);
    return own == rep || rep == PT_REP_VALUE || (own == PT_REP_I64 && rep == PT_REP_INT);
}

static PtRep result_rep(PtGen *g, const PtMethod *m, PtRep receiver)
{
    switch (m->result) {
    case PT_RESULT_BOOL: return PT_REP_BOOL;
    case PT_RESULT_INT: return PT_REP_I64;
    case PT_RESULT_STR: return PT_REP_STR;
    case PT_RESULT_ITEM: return part(g, receiver, 0);
    case PT_RESULT_VALUE: case PT_RESULT_OR_LAST: case PT_RESULT_OR_ARG1: return part(g, receiver, 1);
    case PT_RESULT_SAME: case PT_RESULT_SAME_FROM0: return receiver;
    case PT_RESULT_STRS: return pt_rep_list(g->facts, PT_REP_STR);
    default: return PT_REP_VALUE;
    }
}

static const PtMethod *choose(PtGen *g, PtHirId id, PtRep receiver, PtTypeKind type, PtHirId *args, uint32_t n)
{
    const char *name = pt_intern_text(g->h->names, pt_hir_CallMethod_name(g->h, id));
    for (uint32_t nth = 0;; nth++) {
        const PtMethod *m = pt_infer_direct(type, name, n, nth);
        if (!m)
            return NULL;
        bool match = true;
        for (uint32_t i = 0; i < n && match; i++) {
            PtRep rep;
            match = m->args[i] == 't' ? is_strings(g, pt_typed_rep(g, args[i]))
                                      : wanted(g, receiver, m->args[i], &rep) && fits(g, args[i], rep);
        }
        if (match)
            return m;
    }
}

/* d.items(), d.keys(), d.values() as what a loop goes over. */
static bool lower_view(PtGen *g, PtHirId id, PtHirId object, PtRep rep)
{
    const char *name = pt_intern_text(g->h->names, pt_hir_CallMethod_name(g->h, id));
    PtHirId user = g->user[id.v];
    if (kind_of(g, rep) != PT_REP_DICT || !g->inlinable[id.v] || pt_hir_kind(g->h, user) != PT_HIR_ForLoop)
        return false;
    const PtMethod *m = pt_infer_general(PT_TYPE_DICT, name);
    PtMethodResult view = m ? m->result : PT_RESULT_NONE;
    bool pairs = view == PT_RESULT_ITEMS && !g->facts->identity;
    if (view != PT_RESULT_KEYS && view != PT_RESULT_VALUES && !pairs)
        return false;
    PtRep item = pairs ? pt_rep_pair(g->facts, part(g, rep, 0), part(g, rep, 1)) : part(g, rep, view == PT_RESULT_VALUES);
    pt_val_take1(g, object);
    pt_val_define_loop(g, id, pt_rs_method(g, pt_typed_receiver(g, object, rep), name, 0), item, true);
    return true;
}

bool pt_handle_method(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId object = pt_hir_CallMethod_object(h, id), all[4] = {object};
    PtHirList list = pt_hir_CallMethod_args(h, id);
    PtRep receiver = pt_typed_rep(g, object);
    uint32_t n = pt_hir_arg_count(h, list);
    if (receiver <= PT_REP_F64 || n > 3)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        PtHirArg arg = pt_hir_arg(h, list, i);
        if (arg.kind != PT_ARG_POSITIONAL)
            return false;
        all[1 + i] = arg.value;
    }
    if (n == 0 && lower_view(g, id, object, receiver))
        return true;
    const PtMethod *m = choose(g, id, receiver, pt_fact_kind(g->facts->nodes[object.v]), all + 1, n);
    if (!m)
        return false;
    pt_val_take(g, all, 1 + n);
    PtRirVec args = {0};
    for (uint32_t i = 0; i < n; i++) {
        char letter = m->args[i];
        PtRep rep = pt_typed_rep(g, all[1 + i]);
        if (letter != 't')
            wanted(g, receiver, letter, &rep);
        bool stored = m->stores || letter == 'v';
        bool lent = letter == 's' || letter == 'l' || letter == 't' || !stored;
        if (letter == 'i')
            lent = false;
        PtRirId value = lent ? pt_typed_key(g, all[1 + i], rep) : pt_typed_as(g, all[1 + i], rep, id);
        pt_vec_push(g->arena, &args, value);
    }
    PtRirId call = pt_rs_method_list(g, pt_typed_receiver(g, object, receiver), m->rust, &args);
    call = m->raises ? pt_rs_try(g, call) : call;
    PtRep rep = result_rep(g, m, receiver);
    if (m->result != PT_RESULT_NONE) {
        pt_val_define_rep(g, id, call, rep);
        return true;
    }
    /* None: a statement. */
    pt_val_stmt(g, call);
    pt_val_define_free(g, id, pt_rs_path(g, pt_rs_text(g, "%s::None", pt_name_py(g, "Value"))), PT_FORM_OWNED);
    return true;
}
