/* Conditions, loops and jumps. */
#include <string.h>

#include "rir/rir_lower.h"

static bool is_lit(PtGen *g, PtRirId id, const char *text)
{
    return pt_rir_kind(g->r, id) == PT_RIR_Lit && strcmp(pt_rir_str(g->r, pt_rir_Lit_text(g->r, id)), text) == 0;
}

/* ---- jumps ---- */

static PtRirId jump(PtGen *g, PtRirKind kind, PtNameId label)
{
    return pt_rir_add(g->r, kind, g->span, label.v, 0, 0, 0);
}

PtNameId pt_scope_label(PtGen *g, PtScope *scope)
{
    if (!scope->label.v) {
        const char *base = scope->kind == PT_SCOPE_LABEL ? "'search" : "'outer";
        const char *name = base;
        for (int i = 2; pt_strmap_get(&g->names.used, name, strlen(name)); i++)
            name = pt_rs_text(g, "%s_%d", base, i);
        pt_strmap_set(g->arena, &g->names.used, name, strlen(name), 1);
        scope->label = pt_rir_text(g->r, name);
    }
    return scope->label;
}

void pt_rir_jump(PtGen *g, PtHirId loop, bool is_break)
{
    pt_val_flush(g);
    bool inner = false; /* something between here and the loop takes unlabelled jumps */
    for (PtScope *s = g->scope; s; s = s->up) {
        if (s->kind == PT_SCOPE_CLOSURE) {
            s->target = loop;
            *(is_break ? &s->breaks : &s->continues) = true;
            PtRirId flow = pt_rs_path(g, pt_rs_text(g, "%s::%s", pt_name_py(g, "Flow"), is_break ? "Break" : "Continue"));
            pt_rs_add_expr(g, pt_rs_return(g, pt_rs_call(g, "Ok", 1, flow)));
            g->frame->dead = true;
            return;
        }
        if (s->loop.v == loop.v && s->kind == PT_SCOPE_LABEL && is_break) {
            pt_rs_add_expr(g, jump(g, PT_RIR_Break, pt_scope_label(g, s)));
            g->frame->dead = true;
            return;
        }
        if (s->loop.v == loop.v && s->kind == PT_SCOPE_LOOP) {
            if (is_break && s->up && s->up->kind == PT_SCOPE_LABEL && s->up->loop.v == loop.v) {
                inner = true;
                continue;
            }
            PtNameId label = inner ? pt_scope_label(g, s) : (PtNameId){0};
            s->breaks |= is_break;
            s->continues |= !is_break;
            pt_rs_add_expr(g, jump(g, is_break ? PT_RIR_Break : PT_RIR_Continue, label));
            g->frame->dead = true;
            return;
        }
        inner = true;
    }
}

PtRirId pt_rir_returned(PtGen *g, PtHirId value, PtHirId user)
{
    PtRirVal v = g->vals[value.v];
    for (PtScope *s = g->scope; s; s = s->up)
        if (s->kind == PT_SCOPE_CLOSURE)
            return pt_val_as_owned(g, value, user);
    return v.form == PT_FORM_PLACE ? v.expr : pt_val_as_owned(g, value, user);
}

/* What `return value` is here: out of the function, or out of the closure of a try body. */
void pt_rir_return(PtGen *g, PtRirId value)
{
    pt_val_flush(g);
    for (PtScope *s = g->scope; s; s = s->up) {
        if (s->kind != PT_SCOPE_CLOSURE)
            continue;
        s->returns = true;
        if (s->mode == PT_FLOW_FULL)
            value = pt_rs_call(g, pt_rs_text(g, "%s::Return", pt_name_py(g, "Flow")), 1, value);
        break;
    }
    pt_rs_add_expr(g, pt_rs_return(g, pt_rs_ok(g, value)));
    g->frame->dead = true;
}

/* ---- conditions ---- */

static bool is_main_guard(PtGen *g, PtHirId id)
{
    return pt_hir_hint(g->h, id) == PT_HIR_HINT_MAIN_GUARD;
}

static PtRirId block_of(PtGen *g, const PtFrame *frame)
{
    return pt_rs_block(g, frame, (PtRirId){0});
}

/* An else that holds just another `if` joins it: `else if`. */
static PtRirId else_of(PtGen *g, const PtFrame *frame)
{
    if (frame->stmts.len == 0)
        return (PtRirId){0};
    PtRirId only = frame->stmts.data[0];
    if (frame->stmts.len == 1 && pt_rir_kind(g->r, only) == PT_RIR_Expr &&
        pt_rir_kind(g->r, pt_rir_Expr_value(g->r, only)) == PT_RIR_If)
        return pt_rir_Expr_value(g->r, only);
    return block_of(g, frame);
}

static void lower_if(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId cond_id = pt_hir_If_cond(h, id);
    PtHirList then_list = pt_hir_If_then(h, id), else_list = pt_hir_If_orelse(h, id);
    pt_val_take1(g, cond_id);
    PtRirId cond = pt_val_as_bool(g, cond_id);
    pt_val_flush(g);
    if (is_main_guard(g, id) && pt_hir_module(h, g->module)->is_main) {
        pt_rir_block(g, then_list);
        return;
    }
    bool always = is_lit(g, cond, "true"), never = is_lit(g, cond, "false");
    if (always || never) {
        /* In a block of its own: its variables are its own. */
        PtFrame frame = {0};
        pt_rir_frame(g, &frame, always ? then_list : else_list);
        if (frame.stmts.len > 0)
            pt_rs_add_expr(g, block_of(g, &frame));
        g->frame->dead = frame.dead;
        return;
    }
    PtFrame then = {0}, orelse = {0};
    pt_rir_frame(g, &then, then_list);
    pt_rir_frame(g, &orelse, else_list);
    g->frame->dead = then.dead && orelse.dead;
    if (then.stmts.len == 0 && orelse.stmts.len == 0) {
        pt_rs_add_let(g, "_", cond);
        return;
    }
    /* `if a: if b:` is one condition. */
    PtRirId only = orelse.stmts.len == 0 && then.stmts.len == 1 ? then.stmts.data[0] : (PtRirId){0};
    if (only.v && pt_rir_kind(g->r, only) == PT_RIR_Expr && pt_rir_kind(g->r, pt_rir_Expr_value(g->r, only)) == PT_RIR_If) {
        PtRirId inner = pt_rir_Expr_value(g->r, only);
        bool plain = pt_rir_kind(g->r, pt_rir_If_cond(g->r, inner)) != PT_RIR_Assign;
        if (plain && !pt_rir_If_orelse(g->r, inner).v) {
            PtRirId both = pt_rs_binary(g, "&&", cond, pt_rir_If_cond(g->r, inner));
            pt_rs_add_expr(g, pt_rs_if(g, both, pt_rir_If_then(g->r, inner), (PtRirId){0}));
            return;
        }
    }
    if (then.stmts.len == 0)
        pt_rs_add_expr(g, pt_rs_if(g, pt_rs_not(g, cond), block_of(g, &orelse), (PtRirId){0}));
    else
        pt_rs_add_expr(g, pt_rs_if(g, cond, block_of(g, &then), else_of(g, &orelse)));
}

/* The value of a branch, in the form that the whole has. */
static PtRirId branch_value(PtGen *g, PtHirId result, PtHirId user, bool wants_bool, PtRep rep)
{
    if (!result.v)
        return (PtRirId){0};
    if (wants_bool)
        return pt_val_as_bool(g, result);
    PtRirId value = pt_typed_as(g, result, rep, user);
    return rep == PT_REP_VALUE ? value : pt_typed_suffixed(g, value);
}

static PtHirId result_node(PtGen *g, PtHirList list)
{
    uint32_t len = pt_hir_len(g->h, list);
    PtHirId last = len ? pt_hir_at(g->h, list, len - 1) : (PtHirId){0};
    return last.v && pt_hir_kind(g->h, last) == PT_HIR_Result ? last : (PtHirId){0};
}

static void lower_if_value(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    bool wants_bool = g->want_bool[id.v];
    PtRep rep = pt_typed_rep(g, id);
    PtHirId cond_id = pt_hir_IfValue_cond(h, id), results[2];
    PtHirList lists[2] = {pt_hir_IfValue_then(h, id), pt_hir_IfValue_orelse(h, id)};
    PtFrame frames[2];
    memset(frames, 0, sizeof frames);
    pt_val_take1(g, cond_id);
    PtRirId cond = pt_val_as_bool(g, cond_id), values[2];
    for (int i = 0; i < 2; i++) {
        pt_rir_value_frame(g, &frames[i], lists[i], &results[i]);
        values[i] = branch_value(g, results[i], result_node(g, lists[i]), wants_bool, rep);
    }
    bool simple = frames[0].stmts.len == 0 && frames[1].stmts.len == 0 && values[0].v && values[1].v;
    if (wants_bool)
        rep = PT_REP_BOOL;
    if (simple && wants_bool) {
        PtRirId expr;
        if (is_lit(g, values[1], "false"))
            expr = pt_rs_binary(g, "&&", cond, values[0]);
        else if (is_lit(g, values[0], "true"))
            expr = pt_rs_binary(g, "||", cond, values[1]);
        else
            expr = pt_rs_if(g, cond, pt_rs_block(g, &frames[0], values[0]), pt_rs_block(g, &frames[1], values[1]));
        pt_val_define_rep(g, id, expr, rep);
        return;
    }
    PtRirId expr = pt_rs_if(g, cond, pt_rs_block(g, &frames[0], values[0]), pt_rs_block(g, &frames[1], values[1]));
    if (!simple)
        pt_val_flush(g);
    pt_val_define_rep(g, id, expr, rep);
    /* What ends a branch stays its value. */
    if (!simple && g->vals[id.v].pending && pt_hir_kind(h, g->user[id.v]) != PT_HIR_Result)
        pt_val_flush(g);
}

/* ---- loops ---- */

static PtScope *push_loop(PtGen *g, PtHirId id, PtScope *loop, PtScope *label, PtHirList orelse)
{
    *label = (PtScope){.up = g->scope, .kind = PT_SCOPE_LABEL, .loop = id};
    bool labelled = pt_hir_len(g->h, orelse) > 0;
    *loop = (PtScope){.up = labelled ? label : g->scope, .kind = PT_SCOPE_LOOP, .loop = id};
    PtScope *outer = g->scope;
    g->scope = loop;
    return outer;
}

/* The loop, then its else: in a labelled block when some `break` must skip the else. */
static void finish_loop(PtGen *g, PtRirId loop, PtScope *label, PtHirList orelse, PtScope *outer, bool endless)
{
    if (pt_hir_len(g->h, orelse) == 0) {
        g->scope = outer;
        pt_rs_add_expr(g, loop);
        g->frame->dead = endless;
        return;
    }
    if (!label->label.v) {
        g->scope = outer;
        pt_rs_add_expr(g, loop);
        g->frame->dead = endless;
        if (!endless)
            pt_rir_block(g, orelse);
        return;
    }
    PtFrame frame = {0};
    PtFrame *up = g->frame;
    g->frame = &frame;
    pt_rs_add_expr(g, loop);
    g->frame = up;
    g->scope = label;
    if (!endless)
        pt_rir_frame(g, &frame, orelse);
    g->scope = outer;
    PtRirList stmts = pt_rir_list(g->r, frame.stmts.data, frame.stmts.len);
    PtRirId block = pt_rir_add(g->r, PT_RIR_Block, g->span, stmts.v, 0, label->label.v, 0);
    pt_rs_add_expr(g, block);
}

static void lower_while(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtScope loop, label;
    PtHirList orelse = pt_hir_WhileLoop_orelse(h, id);
    pt_val_flush(g);
    PtScope *outer = push_loop(g, id, &loop, &label, orelse);
    PtFrame test = {0}, body = {0};
    PtHirId result;
    pt_rir_value_frame(g, &test, pt_hir_WhileLoop_cond(h, id), &result);
    PtRirId cond = result.v ? pt_val_as_bool(g, result) : pt_rs_lit(g, "true");
    bool forever = (is_lit(g, cond, "true") || pt_hir_has(h, id, PT_HIR_F_FOREVER)) && test.stmts.len == 0;
    PtRirId node;
    if (test.stmts.len > 0) {
        /* The condition needs statements: tested inside. */
        body = test;
        PtFrame leave = {0}, *up = g->frame;
        g->frame = &leave;
        pt_rs_add_expr(g, jump(g, PT_RIR_Break, (PtNameId){0}));
        g->frame = &body;
        pt_rs_add_expr(g, pt_rs_if(g, pt_rs_not(g, cond), block_of(g, &leave), (PtRirId){0}));
        g->frame = up;
    }
    pt_rir_frame(g, &body, pt_hir_WhileLoop_body(h, id));
    g->allow_never_loop |= body.dead && !loop.continues;
    PtRirId block = block_of(g, &body);
    if (test.stmts.len > 0 || forever)
        node = pt_rir_add(g->r, PT_RIR_Loop, g->span, block.v, loop.label.v, 0, 0);
    else
        node = pt_rir_add(g->r, PT_RIR_While, g->span, cond.v, block.v, loop.label.v, 0);
    finish_loop(g, node, &label, orelse, outer, forever && !loop.breaks);
}

/* The variable that the item goes to at once, declared there. */
static PtVar *loop_variable(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId user = g->user[id.v];
    PtVar *var = NULL;
    if (g->uses[id.v] != 1)
        return NULL;
    if (pt_hir_kind(h, user) == PT_HIR_StoreLocal)
        var = pt_rir_var(g, pt_hir_StoreLocal_sym(h, user));
    else if (pt_hir_kind(h, user) == PT_HIR_StoreGlobal)
        var = pt_rir_global_var(g, pt_hir_StoreGlobal_global(h, user));
    bool here = var && var->declare.v == user.v && !var->hoist &&
                pt_hir_parent(h, user).v == id.v;
    return here ? var : NULL;
}

/* What the head of a loop binds. */
typedef struct LoopItem {
    const char *pattern;
    PtRep rep;
    bool raises; /* the item is an R, which the body's first statement opens */
} LoopItem;

/* The unpacking of the item that is all that happens to it, at the start of the body. */
static PtHirId unpacked_at_once(PtGen *g, PtHirId id, PtRep rep)
{
    const PtHir *h = g->h;
    PtHirId user = g->user[id.v];
    bool whole = g->uses[id.v] == 1 && pt_rep_kind(g->facts, rep) == PT_REP_TUPLE && pt_hir_kind(h, user) == PT_HIR_Unpack &&
                 pt_hir_parent(h, user).v == id.v && !pt_hir_Unpack_starred(h, user) &&
                 pt_hir_Unpack_before(h, user) == g->facts->reps.data[rep].len;
    return whole ? user : (PtHirId){0};
}

static const char *tuple_pattern(PtGen *g, PtHirId unpack, PtRep rep)
{
    PtBuf pattern = pt_buf_make(g->arena);
    uint32_t len = g->facts->reps.data[rep].len;
    for (uint32_t i = 0; i < len; i++)
        pt_buf_printf(&pattern, "%s%s", i ? ", " : "(", pt_rir_item_pattern(g, unpack, i, pt_rep_part(g->facts, rep, i)));
    pt_buf_puts(&pattern, len == 1 ? ",)" : ")");
    return pt_buf_text(&pattern);
}

/* Items that are Values come as R<Value> and are opened where first needed. */
static const char *bind_value(PtGen *g, PtHirId id, PtVar *var)
{
    const PtHir *h = g->h;
    const char *pattern = pt_rir_str(g->r, var ? pt_rir_var_name(g, var) : pt_val_temp_name(g, id));
    PtRirId item = pt_rs_path(g, pattern);
    if (var) {
        var->name = pt_rir_text(g->r, pattern);
        bool changes = var->stores + var->deletes > 1;
        g->allow_assign |= changes;
        pt_rs_add_let(g, changes ? pt_rs_text(g, "mut %s", pattern) : pattern, pt_rs_try(g, item));
        g->dead[g->user[id.v].v] = true;
    } else if (g->uses[id.v] == 1 && pt_hir_parent(h, g->user[id.v]).v == id.v) {
        g->vals[id.v] = (PtRirVal){.expr = item, .form = PT_FORM_FOR};
    } else {
        if (g->uses[id.v] == 0)
            pt_rs_add_expr(g, pt_rs_try(g, item));
        else
            pt_rs_add_let(g, pattern, pt_rs_try(g, item));
        g->vals[id.v] = (PtRirVal){.expr = item, .form = PT_FORM_PLACE};
    }
    return pattern;
}

/* Items of a known representation. */
static const char *bind_typed(PtGen *g, PtHirId id, PtVar *var, PtRep rep, bool raises)
{
    PtHirId unpack = unpacked_at_once(g, id, rep);
    const char *name;
    bool changes = false;
    if (unpack.v) {
        name = tuple_pattern(g, unpack, rep);
        g->dead[unpack.v] = true;
    } else if (var) {
        var->name = pt_rir_var_name(g, var);
        name = pt_rir_str(g->r, var->name);
        changes = var->stores + var->deletes > 1;
        g->allow_assign |= changes;
        g->dead[g->user[id.v].v] = true;
    } else {
        name = pt_rir_str(g->r, pt_val_temp_name(g, id));
        g->vals[id.v] = (PtRirVal){.expr = pt_rs_path(g, name), .form = (uint8_t)pt_rep_place(g, rep), .rep = rep};
    }
    const char *bound = changes ? pt_rs_text(g, "mut %s", name) : name;
    if (!raises)
        return bound;
    const char *item = unpack.v ? pt_rir_str(g->r, pt_name_take(g, &g->names, "item")) : name;
    pt_rs_add_let(g, bound, pt_rs_try(g, pt_rs_path(g, item)));
    return item;
}

static void lower_for(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId iter = pt_hir_ForLoop_iter(h, id);
    PtHirList orelse = pt_hir_ForLoop_orelse(h, id);
    pt_val_take1(g, iter);
    PtRep rep = PT_REP_VALUE;
    bool raises = true;
    PtRirId source;
    if (!pt_handle_loop(g, iter, &source, &rep, &raises))
        source = g->vals[iter.v].form == PT_FORM_ITER
                     ? g->vals[iter.v].expr
                     : pt_val_as_iter(g, iter);
    bool plain = rep == PT_REP_VALUE && raises;
    pt_val_flush(g);
    PtScope loop, label;
    PtScope *outer = push_loop(g, id, &loop, &label, orelse);
    PtFrame body = {0}, *up = g->frame;
    PtVar *var = loop_variable(g, id);
    const char *pattern;
    g->frame = &body;
    if (var && var->rep != rep)
        var = NULL;
    bool unused = var && var->loads == 0 && var->stores == 1 && var->deletes == 0 && !var->cell;
    if (g->uses[id.v] == 0 || unused) {
        pattern = raises ? pt_rir_str(g->r, pt_val_temp_name(g, id)) : "_";
        if (raises)
            pt_rs_add_expr(g, pt_rs_try(g, pt_rs_path(g, pattern)));
        if (unused)
            g->dead[g->user[id.v].v] = true;
    } else {
        pattern = plain ? bind_value(g, id, var) : bind_typed(g, id, var, rep, raises);
    }
    g->frame = up;
    pt_rir_frame(g, &body, pt_hir_ForLoop_body(h, id));
    g->allow_never_loop |= body.dead && !loop.continues;
    PtRirId block = block_of(g, &body);
    PtRirId node = pt_rir_add(g->r, PT_RIR_For, g->span, pt_rir_text(g->r, pattern).v, source.v, block.v, loop.label.v);
    finish_loop(g, node, &label, orelse, outer, false);
}

bool pt_rir_flow(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_If: lower_if(g, id); return true;
    case PT_HIR_IfValue: lower_if_value(g, id); return true;
    case PT_HIR_ForLoop: lower_for(g, id); return true;
    case PT_HIR_WhileLoop: lower_while(g, id); return true;
    case PT_HIR_Break: pt_rir_jump(g, pt_hir_Break_loop(h, id), true); return true;
    case PT_HIR_Continue: pt_rir_jump(g, pt_hir_Continue_loop(h, id), false); return true;
    case PT_HIR_Return: {
        PtHirId value = pt_hir_Return_value(h, id);
        const PtHirUnit *unit = pt_hir_unit(h, g->unit);
        pt_val_take1(g, value);
        /* Bodies of modules and classes end without a value. */
        if (unit->kind == PT_UNIT_MODULE || unit->kind == PT_UNIT_CLASS)
            return true;
        PtRirId owned = g->returns[g->unit.v] == PT_REP_VALUE ? pt_rir_returned(g, value, id)
                                                              : pt_typed_returned(g, value, id);
        if (unit->kind == PT_UNIT_GENEXPR)
            owned = pt_rs_call(g, pt_rs_text(g, "%s::Item", pt_name_py(g, "Step")), 1, owned);
        pt_rir_return(g, owned);
        return true;
    }
    default: return false;
    }
}
