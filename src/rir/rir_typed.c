/* Representations of variables and results, and the way from any form to them. A scalar that stands in a Value comes out
   through an assertion of the runtime: should a proof be wrong, the program stops with an error instead of going on. */
#include <stdlib.h>
#include <string.h>

#include "rir/rir_lower.h"

/* ---- the plan ---- */

/* Variables that may be unbound, or are deleted, need Value's Unset. */
static void mark_unbound(PtGen *g, bool *unbound)
{
    const PtHir *h = g->h;
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        bool checked = pt_hir_has(h, id, PT_HIR_F_CHECKED);
        switch (pt_hir_kind(h, id)) {
        case PT_HIR_LoadLocal: unbound[pt_hir_LoadLocal_sym(h, id).v] |= checked; break;
        case PT_HIR_DeleteLocal: unbound[pt_hir_DeleteLocal_sym(h, id).v] = true; break;
        case PT_HIR_LoadGlobal: unbound[h->syms.len + pt_hir_LoadGlobal_global(h, id).v] |= checked; break;
        case PT_HIR_DeleteGlobal: unbound[h->syms.len + pt_hir_DeleteGlobal_global(h, id).v] = true; break;
        default: break;
        }
    }
}

/* What leaves the body of a `try` as a return travels as a Value. */
static bool returns_from_try(const PtHir *h, PtHirId id)
{
    for (PtHirId region = pt_hir_parent(h, id); region.v; region = pt_hir_parent(h, region)) {
        PtHirKind kind = pt_hir_kind(h, region);
        if (kind == PT_HIR_Try || kind == PT_HIR_TryStar || kind == PT_HIR_With || kind == PT_HIR_Handler)
            return true;
    }
    return false;
}

void pt_typed_plan(PtGen *g)
{
    const PtHir *h = g->h;
    PtFacts *f = g->facts;
    bool *unbound = pt_arena_zero(g->arena, h->syms.len + h->globals.len + 1);
    mark_unbound(g, unbound);
    for (uint32_t s = 1; s < h->syms.len; s++) {
        const PtHirSym *sym = &h->syms.data[s];
        bool dynamic = unbound[s] || f->demoted[sym->unit.v] || f->demoted_syms[s] || sym->storage != PT_STORAGE_LOCAL ||
                       (sym->flags & (PT_SYM_MAYBE_UNBOUND | PT_SYM_DELETED));
        g->vars[s].rep = dynamic || pt_hir_unit(h, sym->unit)->kind == PT_UNIT_GENEXPR ? PT_REP_VALUE : pt_fact_rep(f, f->syms[s]);
    }
    for (uint32_t i = 1; i < h->globals.len; i++) {
        uint32_t v = h->syms.len + i;
        PtUnitId body = pt_hir_module(h, h->globals.data[i].module)->body;
        bool dynamic = unbound[v] || !g->global_local[i] || f->demoted[body.v];
        g->vars[v].rep = dynamic ? PT_REP_VALUE : pt_fact_rep(f, f->globals[i]);
    }
    g->returns = pt_arena_zero(g->arena, (h->units.len + 1) * sizeof *g->returns);
    for (uint32_t u = 1; u < h->units.len; u++) {
        const PtHirUnit *unit = &h->units.data[u];
        bool dynamic = !f->reached[u] || f->demoted[u] || unit->kind == PT_UNIT_GENEXPR;
        for (uint32_t i = unit->first; i && i <= unit->last && !dynamic; i++)
            dynamic = pt_hir_kind(h, (PtHirId){i}) == PT_HIR_Return && returns_from_try(h, (PtHirId){i});
        g->returns[u] = dynamic ? PT_REP_VALUE : pt_fact_rep(f, f->returns[u]);
    }
}

/* ---- representations ---- */

PtRep pt_typed_rep(PtGen *g, PtHirId id)
{
    return g->facts->demoted[g->unit.v] ? PT_REP_VALUE : pt_fact_rep(g->facts, g->facts->nodes[id.v]);
}

/* A type of more parts than this is what Clippy calls very complex. */
enum { SIMPLE_PARTS = 4 };

static uint32_t part_count(PtGen *g, PtRep rep)
{
    const PtRepRow *row = &g->facts->reps.data[rep];
    uint32_t count = 1;
    for (uint32_t i = 0; i < row->len; i++)
        count += part_count(g, row->parts[i]);
    return count;
}

const char *pt_typed_name(PtGen *g, PtRep rep)
{
    static const char *const names[PT_REP_KINDS] = {"Value", "bool", "i64", "Int", "f64", "Str", "List", "Dict", "Set", ""};
    uint32_t kind = pt_rep_kind(g->facts, rep), len = g->facts->reps.data[rep].len;
    bool rust = kind == PT_REP_BOOL || kind == PT_REP_I64 || kind == PT_REP_F64 || kind == PT_REP_TUPLE;
    const char *name = rust ? names[kind] : pt_name_py(g, names[kind]);
    if (len == 0)
        return name;
    bool tuple = kind == PT_REP_TUPLE;
    PtBuf buf = pt_buf_make(g->arena);
    pt_buf_printf(&buf, "%s%c", name, tuple ? '(' : '<');
    for (uint32_t i = 0; i < len; i++)
        pt_buf_printf(&buf, "%s%s", i ? ", " : "", pt_typed_name(g, pt_rep_part(g->facts, rep, i)));
    pt_buf_puts(&buf, tuple ? len == 1 ? ",)" : ")" : ">");
    g->allow_complex |= part_count(g, rep) > SIMPLE_PARTS;
    return pt_buf_text(&buf);
}

const char *pt_typed_constructor(PtGen *g, PtRep rep, const char *function, bool spelled)
{
    const char *name = pt_typed_name(g, rep), *open = strchr(name, '<');
    int len = (int)(open - name);
    return spelled ? pt_rs_text(g, "%.*s::%s::%s", len, name, open, function) : pt_rs_text(g, "%.*s::%s", len, name, function);
}

const char *pt_typed_param(PtGen *g, PtRep rep)
{
    bool lent = !pt_rep_is_scalar(rep) && !pt_rep_is_copy(g, rep);
    return lent ? pt_rs_text(g, "&%s", pt_typed_name(g, rep)) : pt_typed_name(g, rep);
}

bool pt_rep_is_copy(PtGen *g, PtRep rep)
{
    const PtRepRow *row = &g->facts->reps.data[rep];
    if (row->kind != PT_REP_TUPLE)
        return rep == PT_REP_BOOL || rep == PT_REP_I64 || rep == PT_REP_F64;
    for (uint32_t i = 0; i < row->len; i++)
        if (!pt_rep_is_copy(g, row->parts[i]))
            return false;
    return true;
}

PtRirId pt_typed_default(PtGen *g, PtRep rep)
{
    switch (pt_rep_kind(g->facts, rep)) {
    case PT_REP_BOOL: return pt_rs_lit(g, "false");
    case PT_REP_I64: return pt_rs_lit(g, "0");
    case PT_REP_INT: return pt_rs_path(g, pt_rs_text(g, "%s::ZERO", pt_name_py(g, "Int")));
    case PT_REP_F64: return pt_rs_lit(g, "0.0");
    case PT_REP_VALUE: return pt_rs_path(g, pt_rs_text(g, "%s::Unset", pt_name_py(g, "Value")));
    case PT_REP_TUPLE: {
        PtRirVec items = {0};
        for (uint32_t i = 0; i < g->facts->reps.data[rep].len; i++)
            pt_vec_push(g->arena, &items, pt_typed_suffixed(g, pt_typed_default(g, pt_rep_part(g->facts, rep, i))));
        return pt_rs_tuple(g, &items);
    }
    case PT_REP_STR: return pt_rir_text_literal(g, "", 0);
    case PT_REP_LIST: return pt_rs_call(g, pt_typed_constructor(g, rep, "new", true), 1, pt_rs_vec_macro(g, &(PtRirVec){0}));
    default: return pt_rs_call(g, pt_typed_constructor(g, rep, "new", true), 0);
    }
}

PtRirId pt_typed_suffixed(PtGen *g, PtRirId expr)
{
    if (pt_rir_kind(g->r, expr) != PT_RIR_Lit)
        return expr;
    const char *text = pt_rir_str(g->r, pt_rir_Lit_text(g->r, expr));
    if (strchr(text, '_') || !strpbrk(text, "0123456789"))
        return expr;
    return pt_rs_lit(g, pt_rs_text(g, "%s%s", text, strpbrk(text, ".e") ? "_f64" : "_i64"));
}

/* ---- conversions ---- */

static PtRirId int_from(PtGen *g, PtRirId expr)
{
    return pt_rs_call(g, pt_rs_text(g, "%s::from", pt_name_py(g, "Int")), 1, expr);
}

PtRirId pt_typed_from_value(PtGen *g, PtRirId ref, PtRep rep)
{
    static const char *const exact[] = {NULL, "py::exact_bool", "py::exact_i64", "py::exact_int", "py::exact_f64"};
    if (rep == PT_REP_VALUE)
        return ref;
    if (rep <= PT_REP_F64)
        return pt_rs_try(g, pt_rs_call(g, exact[rep], 1, ref));
    return pt_rs_call(g, pt_rs_text(g, "py::exact::<%s>", pt_typed_name(g, rep)), 1, ref);
}

static bool is_text(PtGen *g, PtHirId id)
{
    return pt_hir_kind(g->h, id) == PT_HIR_Const &&
           pt_hir_const(g->h, pt_hir_Const_value(g->h, id))->kind == PT_HIR_CONST_STR;
}

/* `text!("…")`: a Str that costs nothing. */
static PtRirId text_literal(PtGen *g, PtHirConstId constant)
{
    PtRirForm form;
    PtRirId lit = pt_const_expr(g, constant, &form);
    if (pt_rir_kind(g->r, lit) != PT_RIR_Macro)
        return pt_typed_from_value(g, pt_rs_ref(g, lit), PT_REP_STR);
    PtRirList args = pt_rir_Macro_args(g->r, lit);
    return pt_rir_add(g->r, PT_RIR_Macro, g->span, pt_rir_text(g->r, pt_name_py(g, "text")).v, args.v, 0, 0);
}

PtRirId pt_rir_text_literal(PtGen *g, const char *text, size_t len)
{
    PtRirId lit = pt_rs_str_lit(g, text, len);
    PtRirList args = pt_rir_list(g->r, &lit, 1);
    return pt_rir_add(g->r, PT_RIR_Macro, g->span, pt_rir_text(g->r, pt_name_py(g, "text")).v, args.v, 0, 0);
}

/* A handle or tuple in its own representation. */
static PtRirId as_own(PtGen *g, PtHirId id, PtHirId user)
{
    PtRirVal v = g->vals[id.v];
    if (v.form == PT_FORM_TYPED)
        return v.expr;
    if (pt_rep_is_copy(g, v.rep))
        return v.form == PT_FORM_TYPED_REF ? pt_rs_deref(g, v.expr) : v.expr;
    bool moves = v.form == PT_FORM_TYPED_PLACE && v.temp && !g->far[id.v] && user.v && g->pos[user.v] == g->last[id.v];
    return moves ? v.expr : pt_rs_method(g, v.expr, "clone", 0);
}

/* The same for a number in a global that is read here: the runtime has a call for that. 0: it is none. */
static PtRirId from_global(PtGen *g, PtHirId id, PtRep rep)
{
    static const char *const names[] = {NULL, "get_bool", "get_i64", "get_int", "get_f64"};
    PtRirVal v = g->vals[id.v];
    if (rep > PT_REP_F64 || pt_hir_kind(g->h, id) != PT_HIR_LoadGlobal || v.form != PT_FORM_OWNED)
        return (PtRirId){0};
    PtRirId read = pt_rir_kind(g->r, v.expr) == PT_RIR_Try ? pt_rir_Try_inner(g->r, v.expr) : v.expr;
    if (pt_rir_kind(g->r, read) != PT_RIR_Method || pt_rir_len(g->r, pt_rir_Method_args(g->r, read)))
        return (PtRirId){0};
    return pt_rs_try(g, pt_rs_method(g, pt_rir_Method_receiver(g->r, read), names[rep], 0));
}

PtRirId pt_typed_as(PtGen *g, PtHirId id, PtRep rep, PtHirId user)
{
    PtRirVal v = g->vals[id.v];
    if (rep == PT_REP_VALUE)
        return pt_val_as_owned(g, id, user);
    if (rep > PT_REP_F64) {
        if (pt_form_is_typed(v.form) && v.rep == rep)
            return as_own(g, id, user);
        if (rep == PT_REP_STR && is_text(g, id))
            return text_literal(g, pt_hir_Const_value(g->h, id));
        return pt_typed_from_value(g, pt_val_as_ref(g, id), rep);
    }
    if (v.form == PT_FORM_INT_PLACE && rep == PT_REP_INT) {
        bool moves = v.temp && !g->far[id.v] && user.v && g->pos[user.v] == g->last[id.v];
        return moves ? v.expr : pt_rs_method(g, v.expr, "clone", 0);
    }
    if (v.form == PT_FORM_I64 && rep == PT_REP_INT)
        return int_from(g, v.expr);
    if ((v.form == PT_FORM_INT || v.form == PT_FORM_INT_PLACE) && rep == PT_REP_I64)
        return pt_rs_try(g, pt_rs_method(g, v.expr, "machine", 0));
    bool same = (v.form == PT_FORM_BOOL && rep == PT_REP_BOOL) || (v.form == PT_FORM_I64 && rep == PT_REP_I64) ||
                (v.form == PT_FORM_F64 && rep == PT_REP_F64) || (v.form == PT_FORM_INT && rep == PT_REP_INT);
    if (same)
        return v.expr;
    PtRirId global = from_global(g, id, rep);
    return global.v ? global : pt_typed_from_value(g, pt_val_as_ref(g, id), rep);
}

PtRirId pt_typed_receiver(PtGen *g, PtHirId id, PtRep rep)
{
    PtRirVal v = g->vals[id.v];
    return pt_form_is_typed(v.form) && v.rep == rep ? v.expr : pt_typed_as(g, id, rep, (PtHirId){0});
}

PtRirId pt_typed_lent(PtGen *g, PtHirId id, PtRep rep, PtHirId user)
{
    PtRirVal v = g->vals[id.v];
    if (rep == PT_REP_VALUE)
        return pt_val_as_ref(g, id);
    if (pt_rep_is_scalar(rep) || pt_rep_is_copy(g, rep))
        return pt_typed_as(g, id, rep, user);
    PtRirId receiver = pt_typed_receiver(g, id, rep);
    return v.form == PT_FORM_TYPED_REF && v.rep == rep ? receiver : pt_rs_ref(g, receiver);
}

PtRirId pt_typed_key(PtGen *g, PtHirId id, PtRep rep)
{
    PtRirVal v = g->vals[id.v];
    if (rep == PT_REP_VALUE)
        return pt_val_as_ref(g, id);
    if (v.form == PT_FORM_TYPED_REF && v.rep == rep)
        return v.expr;
    if (v.form == PT_FORM_INT_PLACE && rep == PT_REP_INT)
        return pt_rs_ref(g, v.expr);
    return pt_rs_ref(g, pt_typed_receiver(g, id, rep));
}

PtRirId pt_typed_returned(PtGen *g, PtHirId value, PtHirId user)
{
    PtRirVal v = g->vals[value.v];
    PtRep rep = g->returns[g->unit.v];
    bool whole = (v.form == PT_FORM_INT_PLACE && rep == PT_REP_INT) || (v.form == PT_FORM_TYPED_PLACE && v.rep == rep);
    return whole ? v.expr : pt_typed_as(g, value, rep, user);
}

PtRirId pt_typed_const(PtGen *g, PtHirConstId constant, PtRep rep)
{
    PtRirForm form;
    if (rep == PT_REP_STR && pt_hir_const(g->h, constant)->kind == PT_HIR_CONST_STR)
        return pt_rs_ref(g, text_literal(g, constant));
    PtRirId scalar = pt_const_scalar(g, constant, false, &form);
    if (scalar.v && form == PT_FORM_I64)
        return rep == PT_REP_INT ? int_from(g, scalar) : scalar;
    if (scalar.v)
        return scalar;
    PtRirId value = pt_const_expr(g, constant, &form);
    return form == PT_FORM_BOOL ? value : pt_typed_from_value(g, pt_rs_ref(g, value), rep);
}

/* ---- statements ---- */

void pt_typed_let(PtGen *g, const char *pattern, PtRep rep, PtRirId value)
{
    if ((rep != PT_REP_I64 && rep != PT_REP_F64) || pt_rir_kind(g->r, value) != PT_RIR_Lit) {
        pt_rs_add_let(g, pattern, value);
        return;
    }
    PtRirId let = pt_rir_add(g->r, PT_RIR_Let, g->span, pt_rir_text(g->r, pattern).v, pt_rir_text(g->r, pt_typed_name(g, rep)).v, value.v, 0);
    pt_vec_push(g->arena, &g->frame->stmts, let);
}

/* `x + y` as a value for x itself becomes `x += y`. */
PtRirId pt_typed_assign(PtGen *g, PtRirId place, PtRep rep, PtRirId value)
{
    PtRirId operand = value;
    uint32_t op = 0;
    if (pt_rir_kind(g->r, value) == PT_RIR_Binary && rep >= PT_REP_I64 && rep <= PT_REP_F64) {
        const char *text = pt_rir_str(g->r, pt_rir_Binary_op(g->r, value));
        PtRirId left = pt_rir_Binary_left(g->r, value);
        if (pt_rir_kind(g->r, left) == PT_RIR_Ref)
            left = pt_rir_Ref_inner(g->r, left);
        bool same = pt_rir_kind(g->r, left) == PT_RIR_Path &&
                    pt_rir_Path_text(g->r, left).v == pt_rir_Path_text(g->r, place).v;
        /* An Int cannot be changed while it is lent to its own operand. */
        PtRirId right = pt_rir_Binary_right(g->r, value);
        if (same && pt_rir_kind(g->r, right) == PT_RIR_Ref) {
            PtRirId lent = pt_rir_Ref_inner(g->r, right);
            same = pt_rir_kind(g->r, lent) != PT_RIR_Path || pt_rir_Path_text(g->r, lent).v != pt_rir_Path_text(g->r, place).v;
        }
        if (same && strlen(text) == 1 && strchr(rep == PT_REP_INT ? "+-*" : rep == PT_REP_F64 ? "+-*/" : "+-*/%&|^", *text)) {
            op = pt_rir_Binary_op(g->r, value).v;
            operand = right;
        }
    }
    return pt_rir_add(g->r, PT_RIR_Assign, g->span, place.v, operand.v, op, 0);
}
