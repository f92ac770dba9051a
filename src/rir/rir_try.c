/* Exceptions: try, with, raise. The body of a try becomes a closure, so that `?` ends it; how it ended otherwise
   (return, break, continue) travels as a Flow, as the returned value itself, or not at all. */
#include <string.h>

#include "rir/rir_lower.h"

/* ---- how control leaves a block ---- */

typedef struct Exits {
    bool returns, jumps;
} Exits;

static bool is_inside(PtGen *g, PtHirId loop, PtHirId region)
{
    return g->pos[loop.v] >= g->pos[region.v] && g->pos[loop.v] <= g->end[region.v];
}

/* Jumps out of `region` in a block of it. */
static void find_exits(PtGen *g, PtHirList list, PtHirId region, Exits *exits)
{
    const PtHir *h = g->h;
    for (uint32_t i = 0; i < pt_hir_len(h, list); i++) {
        PtHirId id = pt_hir_at(h, list, i);
        PtHirKind kind = pt_hir_kind(h, id);
        if (kind == PT_HIR_Return)
            exits->returns = true;
        else if (kind == PT_HIR_Break)
            exits->jumps |= !is_inside(g, pt_hir_Break_loop(h, id), region);
        else if (kind == PT_HIR_Continue)
            exits->jumps |= !is_inside(g, pt_hir_Continue_loop(h, id), region);
        if (!(pt_hir_traits(h, id) & PT_HIR_T_REGION))
            continue;
        PtHirList blocks[4] = {{0}};
        int n = pt_hir_blocks(h, id, blocks);
        for (int b = 0; b < n; b++)
            find_exits(g, blocks[b], region, exits);
        if (kind == PT_HIR_Try || kind == PT_HIR_TryStar) {
            PtHirList handlers = pt_hir_Try_handlers(h, id);
            for (uint32_t k = 0; k < pt_hir_len(h, handlers); k++)
                find_exits(g, pt_hir_Handler_body(h, pt_hir_at(h, handlers, k)), region, exits);
        }
    }
}

static bool never_falls(const PtHir *h, PtHirList list)
{
    uint32_t len = pt_hir_len(h, list);
    if (len == 0)
        return false;
    PtHirId last = pt_hir_at(h, list, len - 1);
    if (pt_hir_traits(h, last) & PT_HIR_T_END)
        return true;
    return (pt_hir_traits(h, last) & PT_HIR_T_REGION) && pt_hir_has(h, last, PT_HIR_F_NO_FALL);
}

static PtFlowMode choose_mode(Exits exits, bool falls)
{
    if (!exits.returns && !exits.jumps)
        return PT_FLOW_UNIT;
    return exits.jumps || falls ? PT_FLOW_FULL : PT_FLOW_VALUE;
}

/* ---- closures ---- */

static PtRirId ok_end(PtGen *g, PtFlowMode mode)
{
    if (mode == PT_FLOW_UNIT)
        return pt_rs_path(g, "Ok(())");
    if (mode == PT_FLOW_FULL)
        return pt_rs_path(g, pt_rs_text(g, "Ok(%s::Next)", pt_name_py(g, "Flow")));
    return pt_rs_unreachable(g);
}

/* `py::attempt(|| { … })` of a filled frame. */
static PtRirId attempt(PtGen *g, PtFrame *frame, PtFlowMode mode)
{
    PtRirId body = frame->dead ? pt_rs_block_with_tail(g, frame) : pt_rs_block(g, frame, ok_end(g, mode));
    bool untyped = frame->dead && mode == PT_FLOW_UNIT;
    if (pt_rir_is_generator(g, g->unit))
        return pt_rir_attempt_async(g, body, untyped);
    return pt_rs_call(g, untyped ? "py::attempt::<()>" : "py::attempt", 1, pt_rs_closure(g, "||", body));
}

static PtScope *enter_closure(PtGen *g, PtScope *scope, PtFlowMode mode)
{
    *scope = (PtScope){.up = g->scope, .kind = PT_SCOPE_CLOSURE, .mode = mode};
    PtScope *outer = g->scope;
    g->scope = scope;
    return outer;
}

static PtRirId single(PtGen *g, PtFrame *frame)
{
    if (frame->stmts.len == 1 && pt_rir_kind(g->r, frame->stmts.data[0]) == PT_RIR_Expr) {
        PtRirId value = pt_rir_Expr_value(g->r, frame->stmts.data[0]);
        PtRirKind kind = pt_rir_kind(g->r, value);
        if (kind == PT_RIR_Return || kind == PT_RIR_Break || kind == PT_RIR_Continue)
            return value;
    }
    return pt_rs_block(g, frame, (PtRirId){0});
}

/* The arms that pass a body's way of leaving on: `Ok(Flow::Return(v)) => return Ok(v)`, …; `ok` wraps the pattern. */
static void flow_arms(PtGen *g, PtScope *scope, bool ok, PtRirVec *arms)
{
    const char *open = ok ? "Ok(" : "", *close = ok ? ")" : "";
    PtFrame *up = g->frame;
    if (scope->returns) {
        const char *value = pt_rir_str(g->r, pt_name_take(g, &g->names, "value"));
        PtFrame frame = {0};
        g->frame = &frame;
        pt_rir_return(g, pt_rs_path(g, value));
        const char *inner = scope->mode == PT_FLOW_FULL ? pt_rs_text(g, "Flow::Return(%s)", value) : value;
        pt_vec_push(g->arena, arms, pt_rs_arm(g, pt_rs_text(g, "%s%s%s", open, inner, close), (PtRirId){0}, single(g, &frame)));
    }
    for (int i = 0; i < 2; i++) {
        if (!(i == 0 ? scope->breaks : scope->continues))
            continue;
        PtFrame frame = {0};
        g->frame = &frame;
        pt_rir_jump(g, scope->target, i == 0);
        const char *pattern = pt_rs_text(g, "%sFlow::%s%s", open, i == 0 ? "Break" : "Continue", close);
        pt_vec_push(g->arena, arms, pt_rs_arm(g, pattern, (PtRirId){0}, single(g, &frame)));
    }
    g->frame = up;
}

/* ---- handlers ---- */

static const char *error_name(PtGen *g)
{
    if (!g->error_name.v)
        g->error_name = pt_name_take(g, &g->names, "error");
    return pt_rir_str(g->r, g->error_name);
}

static PtRirId is_class(PtGen *g, const char *path)
{
    return pt_rs_method(g, pt_rs_path(g, error_name(g)), "is", 1, pt_rs_ref(g, pt_rs_path(g, path)));
}

/* `except ValueError`, `except (KeyError, IndexError)`: tests without making the tuple. 0: another shape. */
static PtRirId known_test(PtGen *g, PtHirList match)
{
    const PtHir *h = g->h;
    uint32_t len = pt_hir_len(h, match);
    if (len < 2)
        return (PtRirId){0};
    PtHirId last = pt_hir_at(h, match, len - 1);
    if (pt_hir_kind(h, last) != PT_HIR_Result)
        return (PtRirId){0};
    PtHirId value = pt_hir_Result_value(h, last);
    if (pt_hir_kind(h, value) == PT_HIR_LoadKnown) {
        const char *path = pt_known_exception(g, pt_hir_LoadKnown_row(h, value));
        return path ? is_class(g, path) : (PtRirId){0};
    }
    if (pt_hir_kind(h, value) != PT_HIR_BuildTuple)
        return (PtRirId){0};
    PtHirList items = pt_hir_BuildTuple_items(h, value);
    PtRirId test = {0};
    for (uint32_t i = 0; i < pt_hir_len(h, items); i++) {
        PtHirId item = pt_hir_at(h, items, i);
        const char *path = pt_hir_kind(h, item) == PT_HIR_LoadKnown ? pt_known_exception(g, pt_hir_LoadKnown_row(h, item)) : NULL;
        if (!path)
            return (PtRirId){0};
        PtRirId one = is_class(g, path);
        test = test.v ? pt_rs_binary(g, "||", test, one) : one;
    }
    return test;
}

typedef struct Test {
    PtFrame frame;  /* statements before the test */
    PtRirId expr;   /* 0: catches all */
} Test;

static void lower_test(PtGen *g, PtHirId handler, Test *test)
{
    PtHirList match = pt_hir_Handler_match(g->h, handler);
    *test = (Test){0};
    if (pt_hir_len(g->h, match) == 0)
        return;
    test->expr = known_test(g, match);
    if (test->expr.v)
        return;
    PtHirId result;
    pt_rir_value_frame(g, &test->frame, match, &result);
    test->expr = pt_rs_try(g, pt_rs_method(g, pt_rs_path(g, error_name(g)), "matches", 1, pt_val_as_ref(g, result)));
}

static void lower_handler_body(PtGen *g, PtHirId handler, PtFrame *frame)
{
    PtFrame *up = g->frame;
    g->frame = frame;
    PtHirList body = pt_hir_Handler_body(g->h, handler);
    PtRirId error = pt_rs_path(g, error_name(g));
    pt_rs_add_let(g, "_handling", pt_rs_method(g, error, "handling", 0));
    uint32_t empty = frame->stmts.len;
    g->vals[handler.v] = (PtRirVal){.expr = pt_rs_method(g, error, "value", 0), .form = PT_FORM_OWNED};
    pt_rir_block(g, body);
    if (frame->stmts.len == empty)
        frame->stmts.len = 0;
    g->frame = up;
}

/* Handlers from number `i` on, as nested ifs. */
static bool handler_chain(PtGen *g, PtHirList handlers, uint32_t i, PtFrame *frame)
{
    PtFrame *up = g->frame;
    if (i == pt_hir_len(g->h, handlers)) {
        g->frame = frame;
        pt_rs_add_expr(g, pt_rs_return(g, pt_rs_call(g, "Err", 1, pt_rs_path(g, error_name(g)))));
        frame->dead = true;
        g->frame = up;
        return true;
    }
    PtHirId handler = pt_hir_at(g->h, handlers, i);
    Test test;
    lower_test(g, handler, &test);
    if (!test.expr.v) {
        lower_handler_body(g, handler, frame);
        return frame->dead;
    }
    for (uint32_t k = 0; k < test.frame.stmts.len; k++)
        pt_vec_push(g->arena, &frame->stmts, test.frame.stmts.data[k]);
    PtFrame body = {0}, rest = {0};
    lower_handler_body(g, handler, &body);
    bool dead = handler_chain(g, handlers, i + 1, &rest);
    g->frame = frame;
    pt_rs_add_expr(g, pt_rs_if(g, test.expr, pt_rs_block(g, &body, (PtRirId){0}), pt_rs_block(g, &rest, (PtRirId){0})));
    g->frame = up;
    frame->dead = dead && body.dead;
    return frame->dead;
}

/* One arm a handler while the tests are plain expressions. */
static bool handler_arms(PtGen *g, PtHirList handlers, PtRirVec *arms)
{
    const char *error = error_name(g);
    bool dead = true;
    for (uint32_t i = 0; i < pt_hir_len(g->h, handlers); i++) {
        PtHirId handler = pt_hir_at(g->h, handlers, i);
        PtHirList match = pt_hir_Handler_match(g->h, handler);
        PtFrame body = {0};
        if (pt_hir_len(g->h, match) > 0 && !known_test(g, match).v) {
            PtHirId first = pt_hir_at(g->h, match, 0);
            bool plain = pt_hir_len(g->h, match) == 2 && pt_hir_kind(g->h, first) != PT_HIR_Unpack;
            if (!plain) {
                dead &= handler_chain(g, handlers, i, &body);
                pt_vec_push(g->arena, arms, pt_rs_arm(g, pt_rs_text(g, "Err(%s)", error), (PtRirId){0}, single(g, &body)));
                return dead;
            }
        }
        Test test;
        lower_test(g, handler, &test);
        lower_handler_body(g, handler, &body);
        dead &= body.dead;
        bool unused = body.stmts.len == 0 && !test.expr.v;
        const char *pattern = unused ? "Err(_)" : pt_rs_text(g, "Err(%s)", error);
        pt_vec_push(g->arena, arms, pt_rs_arm(g, pattern, test.expr, single(g, &body)));
        if (!test.expr.v)
            return dead;
    }
    pt_vec_push(g->arena, arms, pt_rs_arm(g, pt_rs_text(g, "Err(%s)", error), (PtRirId){0},
                                          pt_rs_return(g, pt_rs_call(g, "Err", 1, pt_rs_path(g, error)))));
    return dead;
}

/* `except*`: each handler gets its part of the exception, then what is left is raised. */
static void star_arm(PtGen *g, PtHirList handlers, PtRirVec *arms)
{
    const char *error = error_name(g);
    const char *star = pt_rir_str(g->r, pt_name_take(g, &g->names, "handlers"));
    PtFrame frame = {0}, *up = g->frame;
    g->frame = &frame;
    pt_rs_add_let(g, pt_rs_text(g, "mut %s", star), pt_rs_call(g, "py::StarHandlers::new", 1, pt_rs_path(g, error)));
    for (uint32_t i = 0; i < pt_hir_len(g->h, handlers); i++) {
        PtHirId handler = pt_hir_at(g->h, handlers, i), result;
        const char *group = pt_rir_str(g->r, pt_name_take(g, &g->names, "group"));
        PtFrame test = {0}, body = {0}, then = {0};
        pt_rir_value_frame(g, &test, pt_hir_Handler_match(g->h, handler), &result);
        for (uint32_t k = 0; k < test.stmts.len; k++)
            pt_vec_push(g->arena, &frame.stmts, test.stmts.data[k]);
        PtRirId part = pt_rs_try(g, pt_rs_method(g, pt_rs_path(g, star), "take", 1, pt_val_as_ref(g, result)));
        PtScope scope;
        PtScope *outer = enter_closure(g, &scope, PT_FLOW_UNIT);
        g->frame = &body;
        pt_rs_add_let(g, "_handling", pt_rs_method(g, pt_rs_path(g, group), "handling", 0));
        g->vals[handler.v] = (PtRirVal){.expr = pt_rs_method(g, pt_rs_path(g, group), "value", 0), .form = PT_FORM_OWNED};
        pt_rir_block(g, pt_hir_Handler_body(g->h, handler));
        g->scope = outer;
        g->frame = &then;
        const char *outcome = pt_rir_str(g->r, pt_name_take(g, &g->names, "outcome"));
        pt_rs_add_let(g, outcome, attempt(g, &body, PT_FLOW_UNIT));
        pt_rs_add_expr(g, pt_rs_method(g, pt_rs_path(g, star), "done", 1, pt_rs_path(g, outcome)));
        g->frame = &frame;
        PtRirId pattern = pt_rs_lit(g, pt_rs_text(g, "let Some(%s)", group));
        PtRirId cond = pt_rir_add(g->r, PT_RIR_Assign, g->span, pattern.v, part.v, 0, 0);
        pt_rs_add_expr(g, pt_rs_if(g, cond, pt_rs_block(g, &then, (PtRirId){0}), (PtRirId){0}));
    }
    pt_rs_add_expr(g, pt_rs_try(g, pt_rs_method(g, pt_rs_path(g, star), "finish", 0)));
    g->frame = up;
    pt_vec_push(g->arena, arms, pt_rs_arm(g, pt_rs_text(g, "Err(%s)", error), (PtRirId){0}, pt_rs_block(g, &frame, (PtRirId){0})));
}

/* ---- try ---- */

/* body, handlers and else; a finally, if there is one, is around this. */
static void lower_protected(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirList body = pt_hir_Try_body(h, id), handlers = pt_hir_Try_handlers(h, id), orelse = pt_hir_Try_orelse(h, id);
    if (pt_hir_len(h, handlers) == 0) {
        pt_rir_block(g, body);
        if (!g->frame->dead)
            pt_rir_block(g, orelse);
        return;
    }
    Exits exits = {0};
    find_exits(g, body, id, &exits);
    PtScope scope;
    PtFlowMode mode = choose_mode(exits, !never_falls(h, body));
    PtScope *outer = enter_closure(g, &scope, mode);
    PtFrame frame = {0};
    pt_rir_frame(g, &frame, body);
    g->scope = outer;
    PtRirId subject = attempt(g, &frame, mode);
    PtRirVec arms = {0};
    if (mode != PT_FLOW_UNIT)
        flow_arms(g, &scope, true, &arms);
    bool dead = frame.dead;
    if (mode != PT_FLOW_VALUE || !scope.returns) {
        PtFrame rest = {0};
        if (!frame.dead)
            pt_rir_frame(g, &rest, orelse);
        const char *pattern = mode == PT_FLOW_UNIT ? "Ok(())" : "Ok(_)";
        PtRirId arm = frame.dead ? pt_rs_unreachable(g) : single(g, &rest);
        pt_vec_push(g->arena, &arms, pt_rs_arm(g, pattern, (PtRirId){0}, arm));
        dead |= rest.dead;
    }
    if (pt_hir_kind(h, id) == PT_HIR_TryStar) {
        star_arm(g, handlers, &arms);
        dead = false;
    } else {
        dead &= handler_arms(g, handlers, &arms);
    }
    PtRirList list = pt_rir_list(g->r, arms.data, arms.len);
    pt_rs_add_expr(g, pt_rir_add(g->r, PT_RIR_Match, g->span, subject.v, list.v, 0, 0));
    g->frame->dead = dead;
}

/* After a closure has run: pass on how it left. `outcome` is its R<…>. */
static void pass_on(PtGen *g, PtScope *scope, PtRirId outcome, bool falls)
{
    if (scope->mode == PT_FLOW_UNIT) {
        pt_rs_add_expr(g, pt_rs_try(g, outcome));
        if (!falls) {
            pt_rs_add_expr(g, pt_rs_unreachable(g));
            g->frame->dead = true;
        }
        return;
    }
    PtRirVec arms = {0};
    flow_arms(g, scope, false, &arms);
    if (scope->mode == PT_FLOW_FULL) {
        PtFrame nothing = {0};
        pt_vec_push(g->arena, &arms,
                    pt_rs_arm(g, "_", (PtRirId){0}, falls ? pt_rs_block(g, &nothing, (PtRirId){0}) : pt_rs_unreachable(g)));
    }
    PtRirList list = pt_rir_list(g->r, arms.data, arms.len);
    PtRirId subject = pt_rs_try(g, outcome);
    if (scope->mode == PT_FLOW_VALUE) {
        pt_rir_return(g, subject);
        return;
    }
    if (arms.len == 2 && falls) {
        PtRirId arm = arms.data[0], body = pt_rir_Arm_body(g->r, arm);
        PtFrame then = {0}, *up = g->frame;
        g->frame = &then;
        if (pt_rir_kind(g->r, body) != PT_RIR_Block)
            pt_rs_add_expr(g, body);
        g->frame = up;
        PtRirId pattern = pt_rs_lit(g, pt_rs_text(g, "let %s", pt_rir_str(g->r, pt_rir_Arm_pattern(g->r, arm))));
        PtRirId cond = pt_rir_add(g->r, PT_RIR_Assign, g->span, pattern.v, subject.v, 0, 0);
        PtRirId block = pt_rir_kind(g->r, body) == PT_RIR_Block ? body : pt_rs_block(g, &then, (PtRirId){0});
        pt_rs_add_expr(g, pt_rs_if(g, cond, block, (PtRirId){0}));
        return;
    }
    pt_rs_add_expr(g, pt_rir_add(g->r, PT_RIR_Match, g->span, subject.v, list.v, 0, 0));
    g->frame->dead = !falls;
}

static void lower_finally(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirList handlers = pt_hir_Try_handlers(h, id);
    Exits exits = {0};
    bool falls = !never_falls(h, pt_hir_Try_body(h, id));
    if (falls && pt_hir_len(h, pt_hir_Try_orelse(h, id)) > 0)
        falls = !never_falls(h, pt_hir_Try_orelse(h, id));
    find_exits(g, pt_hir_Try_body(h, id), id, &exits);
    find_exits(g, pt_hir_Try_orelse(h, id), id, &exits);
    for (uint32_t i = 0; i < pt_hir_len(h, handlers); i++) {
        PtHirList body = pt_hir_Handler_body(h, pt_hir_at(h, handlers, i));
        find_exits(g, body, id, &exits);
        falls |= !never_falls(h, body);
    }
    PtScope scope;
    PtFlowMode mode = choose_mode(exits, falls);
    PtScope *outer = enter_closure(g, &scope, mode);
    PtFrame frame = {0}, *up = g->frame;
    g->frame = &frame;
    lower_protected(g, id);
    g->frame = up;
    g->scope = outer;
    const char *outcome = pt_rir_str(g->r, pt_name_take(g, &g->names, "outcome"));
    pt_rs_add_let(g, outcome, attempt(g, &frame, mode));
    PtFrame final = {0};
    g->frame = &final;
    pt_rs_add_let(g, "_handling", pt_rs_call(g, "py::handling", 1, pt_rs_ref(g, pt_rs_path(g, outcome))));
    pt_rir_block(g, pt_hir_Try_final(h, id));
    g->frame = up;
    if (final.stmts.len > 1)
        pt_rs_add_expr(g, pt_rs_block(g, &final, (PtRirId){0}));
    if (final.dead)
        g->frame->dead = true;
    else
        pass_on(g, &scope, pt_rs_path(g, outcome), !frame.dead);
}

/* The try around `except … as e` that unbinds e: needless where e is a variable of its own in the handler. */
static bool is_unbinding(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirList final = pt_hir_Try_final(h, id);
    if (pt_hir_hint(h, id) != PT_HIR_HINT_EXCEPT_NAME)
        return false;
    for (uint32_t i = 0; i < pt_hir_len(h, final); i++) {
        PtHirId node = pt_hir_at(h, final, i);
        const PtVar *var = NULL;
        if (pt_hir_kind(h, node) == PT_HIR_DeleteLocal)
            var = pt_rir_var(g, pt_hir_DeleteLocal_sym(h, node));
        else if (pt_hir_kind(h, node) == PT_HIR_DeleteGlobal)
            var = pt_rir_global_var(g, pt_hir_DeleteGlobal_global(h, node));
        else if (pt_hir_kind(h, node) == PT_HIR_Stmt)
            continue;
        if (!var || !var->scoped)
            return false;
    }
    return true;
}

/* ---- with ---- */

static void lower_with(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId manager = pt_hir_With_manager(h, id);
    PtHirList body = pt_hir_With_body(h, id);
    pt_val_take1(g, manager);
    PtRirId object = pt_val_as_ref(g, manager);
    pt_val_flush(g);
    bool named = g->uses[id.v] > 0;
    const char *entered = named ? pt_rir_str(g->r, pt_name_take(g, &g->names, "entered")) : "_";
    const char *exit = pt_rir_str(g->r, pt_name_take(g, &g->names, "leave"));
    pt_rs_add_let(g, pt_rs_text(g, "(%s, %s)", entered, exit), pt_rs_try(g, pt_rs_call(g, "py::enter_with", 1, object)));
    if (named)
        g->vals[id.v] = (PtRirVal){.expr = pt_rs_path(g, entered), .form = PT_FORM_PLACE};
    Exits exits = {0};
    find_exits(g, body, id, &exits);
    PtScope scope;
    PtFlowMode mode = exits.returns || exits.jumps ? PT_FLOW_FULL : PT_FLOW_UNIT;
    PtScope *outer = enter_closure(g, &scope, mode);
    PtFrame frame = {0};
    pt_rir_frame(g, &frame, body);
    g->scope = outer;
    const char *outcome = pt_rir_str(g->r, pt_name_take(g, &g->names, "outcome"));
    pt_rs_add_let(g, outcome, attempt(g, &frame, mode));
    PtRirId left = pt_rs_call(g, "py::leave_with", 2, pt_rs_ref(g, pt_rs_path(g, exit)), pt_rs_path(g, outcome));
    pass_on(g, &scope, left, true);
}

/* ---- raise ---- */

static void lower_raise(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId exc = pt_hir_Raise_exc(h, id), cause = pt_hir_Raise_cause(h, id);
    PtRirId error;
    pt_val_take2(g, exc, cause);
    const char *known = exc.v && !cause.v && pt_hir_kind(h, exc) == PT_HIR_LoadKnown
                            ? pt_known_exception(g, pt_hir_LoadKnown_row(h, exc)) : NULL;
    PtRirVec none = {0};
    if (exc.v && g->vals[exc.v].form == PT_FORM_ERROR)
        error = g->vals[exc.v].expr;
    else if (known)
        error = pt_rs_method(g, pt_rs_path(g, known), "err_with", 1, pt_rs_vec_macro(g, &none));
    else if (cause.v)
        error = pt_rs_call(g, pt_rs_text(g, "%s::raise_from", pt_name_py(g, "PyErr")), 2, pt_val_as_ref(g, exc), pt_val_as_ref(g, cause));
    else if (exc.v)
        error = pt_rs_call(g, pt_rs_text(g, "%s::raise", pt_name_py(g, "PyErr")), 1, pt_val_as_ref(g, exc));
    else
        error = pt_rs_call(g, pt_rs_text(g, "%s::reraise", pt_name_py(g, "PyErr")), 0);
    pt_val_flush(g);
    pt_rs_add_expr(g, pt_rs_return(g, pt_rs_call(g, "Err", 1, error)));
    g->frame->dead = true;
}

bool pt_rir_try(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_Try:
    case PT_HIR_TryStar:
        pt_val_flush(g);
        if (is_unbinding(g, id))
            pt_rir_block(g, pt_hir_Try_body(h, id));
        else if (pt_hir_has(h, id, PT_HIR_F_HAS_FINAL))
            lower_finally(g, id);
        else
            lower_protected(g, id);
        return true;
    case PT_HIR_With: lower_with(g, id); return true;
    case PT_HIR_Raise: lower_raise(g, id); return true;
    default: return false;
    }
}
