/* Lowering of statements and their control flow. */
#include <string.h>

#include "hir/lower_internal.h"

void pt_lower_stmts(PtLower *l, PtNodeList list)
{
    for (uint32_t i = 0; i < list.len && !l->dead; i++)
        pt_lower_stmt(l, pt_ast_at(l->ast, list, i));
}

/* A block of statements of a region; says whether control reaches its end. */
static PtHirList lower_block(PtLower *l, PtHirId region, PtNodeList list, bool *falls)
{
    PtOpenBlock block = pt_lower_open(l, region);
    pt_lower_stmts(l, list);
    return pt_lower_close(l, block, falls);
}

static void no_fall(PtLower *l, PtHirId region)
{
    l->h->flags[region.v] |= PT_HIR_F_NO_FALL;
    l->dead = true;
}

/* ---- leaving blocks ---- */

/* What must be undone on the way out to `loop` (0: out of the function): names of `except … as`. */
static void unbind_until(PtLower *l, PtHirId loop)
{
    for (PtExit *e = l->exits; e; e = e->outer) {
        if (e->kind == PT_EXIT_LOOP && loop.v && e->loop.v == loop.v)
            return;
        if (e->kind == PT_EXIT_UNBIND) {
            l->hint = PT_HIR_HINT_EXCEPT_NAME;
            pt_lower_delete(l, e->name, true);
            l->hint = PT_HIR_HINT_NONE;
        }
    }
}

static PtHirId innermost_loop(const PtLower *l)
{
    for (PtExit *e = l->exits; e; e = e->outer)
        if (e->kind == PT_EXIT_LOOP)
            return e->loop;
    return (PtHirId){0};
}

static void lower_jump(PtLower *l, PtHirKind kind)
{
    PtHirId loop = innermost_loop(l);
    unbind_until(l, loop);
    pt_lower_emit(l, kind, loop.v, 0, 0, 0);
}

static void lower_return(PtLower *l, PtNodeId node)
{
    PtNodeId value = pt_Return_value(l->ast, node);
    PtHirId v = value.v ? pt_lower_expr(l, value) : pt_lower_none(l);
    unbind_until(l, (PtHirId){0});
    pt_lower_emit(l, PT_HIR_Return, v.v, 0, 0, 0);
}

/* ---- if, loops ---- */

/* `if __name__ == "__main__"` is decided here: 1 taken, 0 not taken, -1 something else. */
static int main_guard(PtLower *l, PtNodeId test)
{
    const PtAst *ast = l->ast;
    if (pt_ast_kind(ast, test) != PT_NODE_Compare || pt_Compare_ops(ast, test).len != 1 ||
        pt_ast_op_at(ast, pt_Compare_ops(ast, test), 0) != PT_CMPOP_Eq)
        return -1;
    PtNodeId left = pt_Compare_left(ast, test), right = pt_ast_at(ast, pt_Compare_comparators(ast, test), 0);
    if (pt_ast_kind(ast, left) != PT_NODE_Name || pt_ast_kind(ast, right) != PT_NODE_Constant)
        return -1;
    PtNameId name = pt_Name_id(ast, left);
    PtConst value = pt_ast_const(ast, right);
    if (strcmp(pt_lower_text(l, name), "__name__") != 0 || value.kind != PT_CONST_STR ||
        pt_scope_resolve(l->scopes, l->scope, name).kind != PT_REF_GLOBAL)
        return -1;
    PtGlobalId id = pt_hir_find_global(l->h, l->module, name);
    if (id.v && pt_hir_global(l->h, id)->stores)
        return -1;
    return value.len == 8 && memcmp(value.text, "__main__", 8) == 0 ? pt_hir_module(l->h, l->module)->is_main : -1;
}

static void lower_if(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    PtNodeList body = pt_If_body(ast, node), orelse = pt_If_orelse(ast, node);
    int guard = main_guard(l, pt_If_test(ast, node));
    if (guard >= 0) {
        pt_lower_stmts(l, guard ? body : orelse);
        return;
    }
    PtHirId cond = pt_lower_cond(l, pt_If_test(ast, node));
    PtHirId region = pt_lower_emit(l, PT_HIR_If, cond.v, 0, 0, 0);
    bool then_falls, else_falls;
    pt_lower_set(l, region, 1, lower_block(l, region, body, &then_falls).v);
    bool elif = orelse.len == 1 && pt_ast_kind(ast, pt_ast_at(ast, orelse, 0)) == PT_NODE_If;
    uint32_t before = l->h->count;
    pt_lower_set(l, region, 2, lower_block(l, region, orelse, &else_falls).v);
    if (elif)
        for (uint32_t i = before; i < l->h->count; i++)
            if (l->h->kinds[i] == PT_HIR_If && l->h->parents[i] == region.v) {
                l->h->hints[i] = PT_HIR_HINT_ELIF;
                break;
            }
    if (!then_falls && !else_falls)
        no_fall(l, region);
}

static bool has_break(const PtHir *h, PtHirId loop)
{
    for (uint32_t i = loop.v + 1; i < h->count; i++)
        if (h->kinds[i] == PT_HIR_Break && h->slots[i][0] == loop.v)
            return true;
    return false;
}

static void lower_for(PtLower *l, PtNodeId node)
{
    PtHirId iter = pt_lower_iterable(l, pt_For_iter(l->ast, node));
    PtHirId loop = pt_lower_emit(l, PT_HIR_ForLoop, iter.v, 0, 0, 0);
    PtExit exit = {.outer = l->exits, .kind = PT_EXIT_LOOP, .loop = loop};
    l->exits = &exit;
    l->loops++;
    PtOpenBlock block = pt_lower_open(l, loop);
    pt_lower_assign(l, pt_For_target(l->ast, node), loop);
    pt_lower_stmts(l, pt_For_body(l->ast, node));
    pt_lower_set(l, loop, 1, pt_lower_close(l, block, NULL).v);
    l->loops--;
    l->exits = exit.outer;
    bool falls;
    pt_lower_set(l, loop, 2, lower_block(l, loop, pt_For_orelse(l->ast, node), &falls).v);
    if (!falls && !has_break(l->h, loop))
        no_fall(l, loop);
}

static bool is_true_const(const PtLower *l, PtNodeId node)
{
    if (pt_ast_kind(l->ast, node) != PT_NODE_Constant)
        return false;
    PtConst c = pt_ast_const(l->ast, node);
    return c.kind == PT_CONST_TRUE || (c.kind == PT_CONST_INT && c.i != 0);
}

static void lower_while(PtLower *l, PtNodeId node)
{
    PtNodeId test = pt_While_test(l->ast, node);
    bool forever = is_true_const(l, test);
    PtHirId loop = pt_lower_emit(l, PT_HIR_WhileLoop, 0, 0, 0, 0);
    PtExit exit = {.outer = l->exits, .kind = PT_EXIT_LOOP, .loop = loop};
    l->exits = &exit;
    l->loops++;
    PtOpenBlock block = pt_lower_open(l, loop);
    pt_lower_result(l, pt_lower_cond(l, test));
    pt_lower_set(l, loop, 0, pt_lower_close(l, block, NULL).v);
    pt_lower_set(l, loop, 1, lower_block(l, loop, pt_While_body(l->ast, node), NULL).v);
    l->loops--;
    l->exits = exit.outer;
    bool falls = !forever;
    if (forever)
        l->h->flags[loop.v] |= PT_HIR_F_FOREVER;
    else
        pt_lower_set(l, loop, 2, lower_block(l, loop, pt_While_orelse(l->ast, node), &falls).v);
    if (!falls && !has_break(l->h, loop))
        no_fall(l, loop);
}

/* ---- exceptions ---- */

/* Can anybody see whether `except … as name` unbinds its name? Not when nothing reads it outside of such handlers. */
static bool unbinding_shows(const PtLower *l, PtNameId raw)
{
    PtNameId name = pt_scope_mangle(l->scopes, l->scope, raw);
    PtRef ref = pt_scope_resolve(l->scopes, l->scope, name);
    const PtScope *sc = &l->scopes->list.data[l->scope];
    const PtScopeName *n = pt_scope_name(l->scopes, l->scope, name);
    if (!n || n->flags & PT_NAME_READ_OUTSIDE || sc->uses_locals || ref.kind == PT_REF_NAME)
        return true;
    if (ref.kind == PT_REF_LOCAL)
        return ref.owner != l->scope || n->flags & PT_NAME_CAPTURED;
    PtGlobalId id = pt_hir_find_global(l->h, l->module, name);
    return sc->kind != PT_SCOPE_MODULE || !id.v || !(pt_hir_global(l->h, id)->flags & PT_GLOBAL_BODY_ONLY);
}

/* And when an exception leaves the handler: somebody must still be there to look. */
static bool unbinding_shows_after_raise(const PtLower *l, PtNameId raw)
{
    for (const PtExit *e = l->exits; e; e = e->outer)
        if (e->kind == PT_EXIT_TRY)
            return true;
    if (l->scopes->list.data[l->scope].kind == PT_SCOPE_MODULE)
        return !pt_hir_module(l->h, l->module)->is_main;
    PtNameId name = pt_scope_mangle(l->scopes, l->scope, raw);
    PtRef ref = pt_scope_resolve(l->scopes, l->scope, name);
    return ref.kind != PT_REF_LOCAL || ref.owner != l->scope ||
           pt_scope_name(l->scopes, ref.owner, name)->flags & PT_NAME_CAPTURED;
}

static void unbind(PtLower *l, PtNameId name)
{
    l->hint = PT_HIR_HINT_EXCEPT_NAME;
    pt_lower_delete(l, name, true);
    l->hint = PT_HIR_HINT_NONE;
}

/* Body of `except … as name`: stored first, unbound on every way out. */
static void lower_named_handler(PtLower *l, PtHirId handler, PtNameId name, PtNodeList body)
{
    l->hint = PT_HIR_HINT_EXCEPT_NAME;
    pt_lower_store(l, name, handler);
    l->hint = PT_HIR_HINT_NONE;
    if (!unbinding_shows(l, name)) {
        pt_lower_stmts(l, body);
        return;
    }
    if (unbinding_shows_after_raise(l, name)) {
        PtHirId region = pt_lower_emit(l, PT_HIR_Try, 0, 0, 0, 0);
        l->h->hints[region.v] = PT_HIR_HINT_EXCEPT_NAME;
        l->h->flags[region.v] |= PT_HIR_F_HAS_FINAL;
        PtExit exit = {.outer = l->exits, .kind = PT_EXIT_TRY};
        l->exits = &exit;
        bool falls;
        pt_lower_set(l, region, 0, lower_block(l, region, body, &falls).v);
        l->exits = exit.outer;
        PtOpenBlock block = pt_lower_open(l, region);
        unbind(l, name);
        pt_lower_set(l, region, 3, pt_lower_close(l, block, NULL).v);
        if (!falls)
            no_fall(l, region);
        return;
    }
    PtExit exit = {.outer = l->exits, .kind = PT_EXIT_UNBIND, .name = name};
    l->exits = &exit;
    pt_lower_stmts(l, body);
    l->exits = exit.outer;
    if (!l->dead)
        unbind(l, name);
}

/* True when the handler's end is reached. */
static bool lower_handler(PtLower *l, PtHirId region, PtNodeId node, PtWords *handlers)
{
    const PtAst *ast = l->ast;
    PtSpan outer = l->span;
    l->span = pt_ast_span(ast, node);
    /* a handler is part of its try, not of a block */
    PtHirId handler = pt_hir_add_node(l->h, PT_HIR_Handler, l->span);
    l->h->parents[handler.v] = region.v;
    pt_vec_push(l->pass->scratch, handlers, handler.v);
    if (pt_ExceptHandler_type(ast, node).v) {
        PtOpenBlock block = pt_lower_open(l, handler);
        pt_lower_result(l, pt_lower_expr(l, pt_ExceptHandler_type(ast, node)));
        pt_lower_set(l, handler, 0, pt_lower_close(l, block, NULL).v);
    }
    PtOpenBlock block = pt_lower_open(l, handler);
    PtNameId name = pt_ExceptHandler_name(ast, node);
    if (name.v)
        lower_named_handler(l, handler, name, pt_ExceptHandler_body(ast, node));
    else
        pt_lower_stmts(l, pt_ExceptHandler_body(ast, node));
    bool falls;
    pt_lower_set(l, handler, 1, pt_lower_close(l, block, &falls).v);
    l->span = outer;
    return falls;
}

typedef struct TryParts {
    PtNodeList body, handlers, orelse, final;
} TryParts;

static TryParts try_parts(const PtAst *ast, PtNodeId node)
{
    if (pt_ast_kind(ast, node) == PT_NODE_Try)
        return (TryParts){pt_Try_body(ast, node), pt_Try_handlers(ast, node), pt_Try_orelse(ast, node), pt_Try_finalbody(ast, node)};
    return (TryParts){pt_TryStar_body(ast, node), pt_TryStar_handlers(ast, node), pt_TryStar_orelse(ast, node),
                      pt_TryStar_finalbody(ast, node)};
}

void pt_lower_try(PtLower *l, PtNodeId node)
{
    TryParts t = try_parts(l->ast, node);
    bool star = pt_ast_kind(l->ast, node) == PT_NODE_TryStar;
    PtHirId region = pt_lower_emit(l, star ? PT_HIR_TryStar : PT_HIR_Try, 0, 0, 0, 0);
    if (t.final.len)
        l->h->flags[region.v] |= PT_HIR_F_HAS_FINAL;
    PtExit exit = {.outer = l->exits, .kind = PT_EXIT_TRY};
    l->exits = &exit;
    bool falls, final_falls = true;
    pt_lower_set(l, region, 0, lower_block(l, region, t.body, &falls).v);
    if (!t.final.len)
        l->exits = exit.outer;
    PtWords handlers = {0};
    bool handler_falls = false;
    for (uint32_t i = 0; i < t.handlers.len; i++)
        handler_falls |= lower_handler(l, region, pt_ast_at(l->ast, t.handlers, i), &handlers);
    pt_lower_set(l, region, 1, pt_lower_list(l, &handlers).v);
    if (falls)
        pt_lower_set(l, region, 2, lower_block(l, region, t.orelse, &falls).v);
    l->exits = exit.outer;
    if (t.final.len)
        pt_lower_set(l, region, 3, lower_block(l, region, t.final, &final_falls).v);
    if ((!falls && !handler_falls && !star) || !final_falls)
        no_fall(l, region);
}

static void lower_raise(PtLower *l, PtNodeId node)
{
    PtNodeId exc = pt_Raise_exc(l->ast, node), cause = pt_Raise_cause(l->ast, node);
    PtHirId e = exc.v ? pt_lower_expr(l, exc) : (PtHirId){0};
    PtHirId c = cause.v ? pt_lower_expr(l, cause) : (PtHirId){0};
    pt_lower_emit(l, PT_HIR_Raise, e.v, c.v, 0, 0);
}

static void lower_assert(PtLower *l, PtNodeId node)
{
    PtHirId ok = pt_lower_cond(l, pt_Assert_test(l->ast, node));
    PtHirId region = pt_lower_emit(l, PT_HIR_If, ok.v, 0, 0, 0);
    l->h->hints[region.v] = PT_HIR_HINT_ASSERT;
    PtOpenBlock block = pt_lower_open(l, region);
    PtNodeId message = pt_Assert_msg(l->ast, node);
    PtWords args = {0};
    if (message.v)
        pt_lower_add_arg(l, &args, PT_ARG_POSITIONAL, PT_NAME_NONE, pt_lower_expr(l, message));
    PtKnown error = {.kind = PT_KNOWN_ROW, .row = pt_stdlib_member(PT_STD_BUILTINS, "AssertionError", 14)};
    PtHirId value = pt_lower_call_value(l, error, (PtHirId){0}, &args);
    pt_lower_emit(l, PT_HIR_Raise, value.v, 0, 0, 0);
    pt_lower_set(l, region, 2, pt_lower_close(l, block, NULL).v);
}

/* items[at:] of a with statement, each a region around the next. */
static void lower_with_item(PtLower *l, PtNodeList items, uint32_t at, PtNodeList body)
{
    if (at == items.len) {
        pt_lower_stmts(l, body);
        return;
    }
    PtNodeId item = pt_ast_at(l->ast, items, at);
    PtHirId manager = pt_lower_expr(l, pt_withitem_context_expr(l->ast, item));
    PtHirId region = pt_lower_emit(l, PT_HIR_With, manager.v, 0, 0, 0);
    PtExit exit = {.outer = l->exits, .kind = PT_EXIT_TRY};
    l->exits = &exit;
    PtOpenBlock block = pt_lower_open(l, region);
    PtNodeId target = pt_withitem_optional_vars(l->ast, item);
    if (target.v)
        pt_lower_assign(l, target, region);
    lower_with_item(l, items, at + 1, body);
    /* __exit__ may swallow an exception, so control can always come behind a with */
    pt_lower_set(l, region, 1, pt_lower_close(l, block, NULL).v);
    l->exits = exit.outer;
}

void pt_lower_with(PtLower *l, PtNodeId node)
{
    lower_with_item(l, pt_With_items(l->ast, node), 0, pt_With_body(l->ast, node));
}

/* ---- dispatch ---- */

static void lower_expr_stmt(PtLower *l, PtNodeId node)
{
    PtNodeId value = pt_Expr_value(l->ast, node);
    if (pt_ast_kind(l->ast, value) != PT_NODE_Constant)
        pt_lower_expr(l, value);
}

static void lower_kind(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    switch (pt_ast_kind(ast, node)) {
    case PT_NODE_Expr:
        lower_expr_stmt(l, node);
        break;
    case PT_NODE_FunctionDef:
    case PT_NODE_AsyncFunctionDef:
        pt_lower_def(l, node);
        break;
    case PT_NODE_ClassDef:
        pt_lower_class(l, node);
        break;
    case PT_NODE_Return:
        lower_return(l, node);
        break;
    case PT_NODE_Delete: {
        PtNodeList targets = pt_Delete_targets(ast, node);
        for (uint32_t i = 0; i < targets.len; i++)
            pt_lower_delete_target(l, pt_ast_at(ast, targets, i));
        break;
    }
    case PT_NODE_Assign:
        pt_lower_assign_stmt(l, node);
        break;
    case PT_NODE_AugAssign:
        pt_lower_aug_assign(l, node);
        break;
    case PT_NODE_AnnAssign:
        pt_lower_ann_assign(l, node);
        break;
    case PT_NODE_TypeAlias:
        pt_lower_type_alias(l, node);
        break;
    case PT_NODE_For:
        lower_for(l, node);
        break;
    case PT_NODE_While:
        lower_while(l, node);
        break;
    case PT_NODE_If:
        lower_if(l, node);
        break;
    case PT_NODE_With:
        pt_lower_with(l, node);
        break;
    case PT_NODE_Match:
        pt_lower_match(l, node);
        break;
    case PT_NODE_Raise:
        lower_raise(l, node);
        break;
    case PT_NODE_Try:
    case PT_NODE_TryStar:
        pt_lower_try(l, node);
        break;
    case PT_NODE_Assert:
        lower_assert(l, node);
        break;
    case PT_NODE_Import:
        pt_lower_import(l, node);
        break;
    case PT_NODE_ImportFrom:
        pt_lower_import_from(l, node);
        break;
    case PT_NODE_Break:
        lower_jump(l, PT_HIR_Break);
        break;
    case PT_NODE_Continue:
        lower_jump(l, PT_HIR_Continue);
        break;
    case PT_NODE_AsyncFor:
        pt_lower_async_for(l, node);
        break;
    case PT_NODE_AsyncWith:
        pt_lower_async_with(l, node);
        break;
    default: /* Pass, Global, Nonlocal: nothing to do */
        break;
    }
}

void pt_lower_stmt(PtLower *l, PtNodeId node)
{
    PtSpan outer = l->span;
    l->span = pt_ast_span(l->ast, node);
    if (pt_lower_deeper(l, node)) {
        pt_lower_emit(l, PT_HIR_Stmt, 0, 0, 0, 0);
        lower_kind(l, node);
    }
    l->depth--;
    l->span = outer;
}
