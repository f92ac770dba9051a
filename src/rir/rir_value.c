/* Values on their way from HIR to Rust: their forms and conversions, and the stack of expressions that have not been
   written down yet. This is the one place that decides how a value of one form becomes another. */
#include <string.h>

#include "rir/rir_lower.h"

/* A name for a temporary, from what computes it. */
PtNameId pt_val_temp_name(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    const char *base = "value";
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_LoadAttr: base = pt_intern_text(h->names, pt_hir_LoadAttr_name(h, id)); break;
    case PT_HIR_CallMethod: base = pt_intern_text(h->names, pt_hir_CallMethod_name(h, id)); break;
    case PT_HIR_CallUnit: base = pt_intern_text(h->names, pt_hir_unit(h, pt_hir_CallUnit_unit(h, id))->name); break;
    case PT_HIR_CallKnown: base = pt_stdlib_row(pt_hir_CallKnown_row(h, id))->name; break;
    case PT_HIR_LoadGlobal:
        base = pt_intern_text(h->names, pt_hir_global(h, pt_hir_LoadGlobal_global(h, id))->name);
        break;
    case PT_HIR_LoadLocal: base = pt_intern_text(h->names, pt_hir_sym(h, pt_hir_LoadLocal_sym(h, id))->name); break;
    case PT_HIR_LoadCell: base = pt_intern_text(h->names, pt_hir_sym(h, pt_hir_LoadCell_sym(h, id))->name); break;
    case PT_HIR_LoadItem: case PT_HIR_UnpackItem: case PT_HIR_ForLoop: base = "item"; break;
    case PT_HIR_BuildList: case PT_HIR_BuildListStar: base = "list"; break;
    case PT_HIR_BuildTuple: case PT_HIR_BuildTupleStar: base = "tuple"; break;
    case PT_HIR_BuildSet: case PT_HIR_BuildSetStar: base = "set"; break;
    case PT_HIR_BuildDict: base = "dict"; break;
    case PT_HIR_MakeClass: base = "class"; break;
    case PT_HIR_MakeFunction: base = "function"; break;
    case PT_HIR_IterNew: base = "iter"; break;
    case PT_HIR_Compare: case PT_HIR_Truth: case PT_HIR_Not: base = "test"; break;
    default: break;
    }
    while (base[0] == '_')
        base++;
    if (!base[0] || (unsigned char)base[0] >= 0x80)
        base = "value";
    char *lower = pt_arena_copy(g->arena, base, strlen(base));
    for (char *s = lower; *s; s++)
        *s = (char)(*s >= 'A' && *s <= 'Z' ? *s + 32 : *s);
    for (size_t len = strlen(lower); len > 1 && lower[len - 1] == '_'; len--)
        lower[len - 1] = '\0';
    return pt_name_take(g, &g->names, lower);
}

static void bind(PtGen *g, PtHirId id)
{
    PtRirVal *v = &g->vals[id.v];
    PtNameId name = pt_val_temp_name(g, id);
    const char *text = pt_rir_str(g->r, name);
    if (v->form == PT_FORM_ITER)
        pt_rs_add_let(g, text, v->expr);
    else if (v->form == PT_FORM_REF || v->form == PT_FORM_PLACE || v->form == PT_FORM_INT_PLACE ||
             ((v->form == PT_FORM_TYPED_PLACE || v->form == PT_FORM_TYPED_REF) && !pt_rep_is_copy(g, v->rep)))
        pt_rs_add_let(g, text, pt_rs_method(g, v->expr, "clone", 0));
    else
        pt_rs_add_let(g, text, v->expr);
    v->expr = pt_rs_path(g, text);
    if (v->form == PT_FORM_OWNED || v->form == PT_FORM_REF || v->form == PT_FORM_PLACE)
        v->form = PT_FORM_PLACE;
    if (v->form == PT_FORM_INT)
        v->form = PT_FORM_INT_PLACE;
    if (v->form == PT_FORM_TYPED_REF && pt_rep_is_copy(g, v->rep))
        v->pending = false;
    else if (pt_form_is_typed(v->form))
        v->form = PT_FORM_TYPED_PLACE;
    v->temp = v->form == PT_FORM_INT_PLACE || !pt_form_is_scalar(v->form);
    v->pending = false;
}

/* Binds the pending expressions up to number `count` from below. */
static void flush_upto(PtGen *g, uint32_t count)
{
    PtFrame *frame = g->frame;
    if (count == 0)
        return;
    for (uint32_t i = 0; i < count; i++)
        bind(g, frame->pending.data[i]);
    memmove(frame->pending.data, frame->pending.data + count, (frame->pending.len - count) * sizeof(PtHirId));
    frame->pending.len -= count;
}

void pt_val_flush(PtGen *g)
{
    flush_upto(g, g->frame->pending.len);
}

void pt_val_stmt(PtGen *g, PtRirId expr)
{
    pt_val_flush(g);
    pt_rs_add_expr(g, expr);
}

void pt_val_define_free(PtGen *g, PtHirId id, PtRirId expr, PtRirForm form)
{
    g->vals[id.v] = (PtRirVal){.expr = expr, .form = (uint8_t)form};
}

/* An unused result: only what may have an effect is kept. */
static void discard(PtGen *g, PtRirId expr)
{
    PtRirKind kind = pt_rir_kind(g->r, expr);
    if (kind == PT_RIR_Path || kind == PT_RIR_Lit)
        return;
    if (pt_rir_is_block_like(g->r, expr) || kind == PT_RIR_Binary || kind == PT_RIR_Not || kind == PT_RIR_Neg ||
        kind == PT_RIR_Cast) {
        pt_val_flush(g);
        pt_rs_add_let(g, "_", expr);
        return;
    }
    pt_val_stmt(g, expr);
}

static void define(PtGen *g, PtHirId id, PtRirVal value)
{
    PtRirId expr = value.expr;
    g->vals[id.v] = value;
    if (g->uses[id.v] == 0) {
        discard(g, expr);
        return;
    }
    g->vals[id.v].pending = true;
    pt_vec_push(g->arena, &g->frame->pending, id);
    if (!g->inlinable[id.v])
        pt_val_flush(g);
}

void pt_val_define(PtGen *g, PtHirId id, PtRirId expr, PtRirForm form)
{
    define(g, id, (PtRirVal){.expr = expr, .form = (uint8_t)form});
}

void pt_val_define_var(PtGen *g, PtHirId id, PtRirId expr, PtRirForm form, PtRep rep)
{
    define(g, id, (PtRirVal){.expr = expr, .form = (uint8_t)form, .rep = rep});
}

PtRirForm pt_rep_form(PtGen *g, PtRep rep)
{
    static const PtRirForm forms[] = {[PT_REP_VALUE] = PT_FORM_OWNED, [PT_REP_BOOL] = PT_FORM_BOOL, [PT_REP_I64] = PT_FORM_I64,
                                      [PT_REP_INT] = PT_FORM_INT, [PT_REP_F64] = PT_FORM_F64};
    (void)g;
    return rep <= PT_REP_F64 ? forms[rep] : PT_FORM_TYPED;
}

PtRirForm pt_rep_place(PtGen *g, PtRep rep)
{
    if (rep == PT_REP_VALUE)
        return PT_FORM_PLACE;
    PtRirForm form = pt_rep_form(g, rep);
    return form == PT_FORM_INT ? PT_FORM_INT_PLACE : form == PT_FORM_TYPED ? PT_FORM_TYPED_PLACE : form;
}

void pt_val_define_rep(PtGen *g, PtHirId id, PtRirId expr, PtRep rep)
{
    define(g, id, (PtRirVal){.expr = expr, .form = (uint8_t)pt_rep_form(g, rep), .rep = rep});
}

void pt_val_define_loop(PtGen *g, PtHirId id, PtRirId expr, PtRep rep, bool raises)
{
    define(g, id, (PtRirVal){.expr = expr, .form = PT_FORM_LOOP, .rep = rep, .raises = raises});
}

void pt_val_take(PtGen *g, const PtHirId *ids, uint32_t n)
{
    PtFrame *frame = g->frame;
    for (;;) {
        /* The operands that wait must be the top of the stack, in this order. */
        uint32_t waiting = 0;
        for (uint32_t i = 0; i < n; i++)
            waiting += ids[i].v && g->vals[ids[i].v].pending;
        if (waiting == 0)
            return;
        uint32_t base = frame->pending.len - waiting, at = base;
        bool in_order = true;
        for (uint32_t i = 0; i < n && in_order; i++)
            if (ids[i].v && g->vals[ids[i].v].pending)
                in_order = frame->pending.data[at++].v == ids[i].v;
        if (in_order) {
            for (uint32_t i = base; i < frame->pending.len; i++)
                g->vals[frame->pending.data[i].v].pending = false;
            frame->pending.len = base;
            return;
        }
        /* Bind the lowest of them, and all below it. */
        uint32_t lowest = 0;
        for (bool found = false; !found; lowest++)
            for (uint32_t i = 0; i < n; i++)
                found |= ids[i].v && frame->pending.data[lowest].v == ids[i].v;
        flush_upto(g, lowest);
    }
}

void pt_val_take1(PtGen *g, PtHirId id)
{
    pt_val_take(g, &id, 1);
}

void pt_val_take2(PtGen *g, PtHirId a, PtHirId b)
{
    pt_val_take(g, (PtHirId[]){a, b}, 2);
}

/* The Value of what is no Value. */
static PtRirId boxed(PtGen *g, PtRirVal v)
{
    const char *value = pt_name_py(g, "Value");
    switch (v.form) {
    case PT_FORM_BOOL: return pt_rs_call(g, pt_rs_text(g, "%s::Bool", value), 1, v.expr);
    case PT_FORM_I64: return pt_rs_call(g, pt_rs_text(g, "%s::Int", value), 1, v.expr);
    case PT_FORM_F64: return pt_rs_call(g, pt_rs_text(g, "%s::Float", value), 1, v.expr);
    case PT_FORM_INT_PLACE: return pt_rs_call(g, pt_rs_text(g, "%s::from", value), 1, pt_rs_ref(g, v.expr));
    case PT_FORM_TYPED_PLACE: case PT_FORM_TYPED_REF: {
        PtRirId copy = pt_rs_method(g, v.expr, "clone", 0);
        if (pt_rep_is_copy(g, v.rep))
            copy = v.form == PT_FORM_TYPED_REF ? pt_rs_deref(g, v.expr) : v.expr;
        return pt_rs_call(g, pt_rs_text(g, "%s::from", value), 1, copy);
    }
    default: return pt_rs_call(g, pt_rs_text(g, "%s::from", value), 1, v.expr);
    }
}

/* The item of a loop, taken where it is first needed. */
static PtRirId loop_item(PtGen *g, PtRirId expr)
{
    return pt_rs_try(g, expr);
}

PtRirId pt_val_as_ref(PtGen *g, PtHirId id)
{
    PtRirVal v = g->vals[id.v];
    switch (v.form) {
    case PT_FORM_REF: return v.expr;
    case PT_FORM_BOOL: case PT_FORM_I64: case PT_FORM_F64: case PT_FORM_INT: case PT_FORM_INT_PLACE:
        return pt_rs_ref(g, boxed(g, v));
    case PT_FORM_TYPED: case PT_FORM_TYPED_PLACE: case PT_FORM_TYPED_REF:
        /* A handle is a Value wherever one is lent. */
        if (pt_rep_kind(g->facts, v.rep) == PT_REP_TUPLE)
            return pt_rs_ref(g, boxed(g, v));
        /* rustc does not look through `?` or `if` for that. */
        if (pt_rir_kind(g->r, v.expr) == PT_RIR_Try || pt_rir_is_block_like(g->r, v.expr))
            return pt_rs_method(g, v.expr, "as_value", 0);
        return v.form == PT_FORM_TYPED_REF ? v.expr : pt_rs_ref(g, v.expr);
    case PT_FORM_ITER: return pt_rs_ref(g, pt_rs_method(g, v.expr, "into_value", 0));
    case PT_FORM_FOR: return pt_rs_ref(g, loop_item(g, v.expr));
    default:
        /* `&*x` of `e.bound()?`, which is a reference already. */
        return pt_rs_ref(g, v.expr);
    }
}

PtRirId pt_val_as_owned(PtGen *g, PtHirId id, PtHirId user)
{
    PtRirVal v = g->vals[id.v];
    switch (v.form) {
    case PT_FORM_PLACE:
        if (v.temp && !g->far[id.v] && user.v && g->pos[user.v] == g->last[id.v])
            return v.expr;
        return pt_rs_method(g, v.expr, "clone", 0);
    case PT_FORM_REF: return pt_rs_method(g, v.expr, "clone", 0);
    case PT_FORM_BOOL: case PT_FORM_I64: case PT_FORM_F64: case PT_FORM_INT: case PT_FORM_INT_PLACE:
        return boxed(g, v);
    case PT_FORM_TYPED: return boxed(g, v);
    case PT_FORM_TYPED_PLACE: case PT_FORM_TYPED_REF:
        if (v.temp && !g->far[id.v] && user.v && g->pos[user.v] == g->last[id.v])
            v.form = PT_FORM_TYPED;
        return boxed(g, v);
    case PT_FORM_ITER: return pt_rs_method(g, v.expr, "into_value", 0);
    case PT_FORM_FOR: return loop_item(g, v.expr);
    default: return v.expr;
    }
}

PtRirId pt_val_as_receiver(PtGen *g, PtHirId id)
{
    PtRirVal v = g->vals[id.v];
    switch (v.form) {
    case PT_FORM_BOOL: case PT_FORM_I64: case PT_FORM_F64: case PT_FORM_INT: case PT_FORM_INT_PLACE:
        return boxed(g, v);
    case PT_FORM_TYPED: case PT_FORM_TYPED_PLACE: case PT_FORM_TYPED_REF:
        return pt_rep_kind(g->facts, v.rep) == PT_REP_TUPLE ? boxed(g, v) : v.expr;
    case PT_FORM_ITER: return pt_rs_method(g, v.expr, "into_value", 0);
    case PT_FORM_FOR: return loop_item(g, v.expr);
    default: return v.expr;
    }
}

PtRirId pt_val_as_dynamic(PtGen *g, PtHirId id)
{
    PtRirId receiver = pt_val_as_receiver(g, id);
    PtRirVal v = g->vals[id.v];
    bool handle = pt_form_is_typed(v.form) && pt_rep_kind(g->facts, v.rep) != PT_REP_TUPLE;
    return handle ? pt_rs_method(g, receiver, "as_value", 0) : receiver;
}

PtRirId pt_val_as_iter(PtGen *g, PtHirId id)
{
    return pt_rs_try(g, pt_rs_method(g, pt_val_as_dynamic(g, id), "iter", 0));
}

PtRirId pt_val_as_bool(PtGen *g, PtHirId id)
{
    PtRirVal v = g->vals[id.v];
    if (v.form == PT_FORM_BOOL)
        return v.expr;
    int known = pt_rir_const_truth(g->h, id);
    if (known >= 0)
        return pt_rs_lit(g, known ? "true" : "false");
    if (pt_form_is_typed(v.form) && pt_rep_kind(g->facts, v.rep) != PT_REP_TUPLE)
        return pt_rs_not(g, pt_rs_method(g, v.expr, "is_empty", 0));
    if (pt_form_is_scalar(v.form))
        return pt_rs_binary(g, "!=", v.expr, pt_rs_lit(g, v.form == PT_FORM_F64 ? "0.0" : "0"));
    return pt_rs_try(g, pt_rs_method(g, pt_val_as_receiver(g, id), "truth", 0));
}
