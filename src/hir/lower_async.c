/* Lowering of coroutines. A coroutine is a generator whose `await x` is `yield from` an awaitable's iterator, so what is
   asynchronous becomes loops and tries around YieldFrom. */
#include "hir/lower_internal.h"

static PtHirId intrinsic(PtLower *l, PtHirIntr which, PtHirId arg)
{
    PtWords args = {0};
    pt_vec_push(l->pass->scratch, &args, arg.v);
    return pt_lower_emit(l, PT_HIR_Intrinsic, which, pt_lower_list(l, &args).v, 0, 0);
}

static PtHirId await_on(PtLower *l, PtHirIntr which, PtHirId arg)
{
    return pt_lower_emit(l, PT_HIR_YieldFrom, intrinsic(l, which, arg).v, 0, 0, 0);
}

PtHirId pt_lower_await(PtLower *l, PtNodeId node)
{
    return await_on(l, PT_HIR_INTR_AWAITABLE, pt_lower_expr(l, pt_Await_value(l->ast, node)));
}

static void store_temp(PtLower *l, PtSymId temp, PtHirId value)
{
    l->h->syms.data[temp.v].stores++;
    pt_lower_emit(l, PT_HIR_StoreLocal, temp.v, value.v, 0, 0);
}

static void store_bool(PtLower *l, PtSymId temp, bool value)
{
    store_temp(l, temp, pt_lower_const(l, pt_hir_const_simple(l->h, value ? PT_HIR_CONST_TRUE : PT_HIR_CONST_FALSE)));
}

static PtHirId load_temp(PtLower *l, PtSymId temp)
{
    return pt_lower_emit(l, PT_HIR_LoadLocal, temp.v, 0, 0, 0);
}

static PtHirId new_handler(PtLower *l, PtHirId region, PtWords *handlers)
{
    PtHirId handler = pt_hir_add_node(l->h, PT_HIR_Handler, l->span);
    l->h->parents[handler.v] = region.v;
    pt_vec_push(l->pass->scratch, handlers, handler.v);
    return handler;
}

/* The condition of the loop that `async for` is: takes the next item, or notes the end. */
static void next_item(PtLower *l, PtHirId iter, PtSymId item, PtSymId more)
{
    PtHirId region = pt_lower_emit(l, PT_HIR_Try, 0, 0, 0, 0);
    PtOpenBlock block = pt_lower_open(l, region);
    store_temp(l, item, await_on(l, PT_HIR_INTR_ASYNC_NEXT, iter));
    store_bool(l, more, true);
    pt_lower_set(l, region, 0, pt_lower_close(l, block, NULL).v);
    PtWords handlers = {0};
    PtHirId handler = new_handler(l, region, &handlers);
    block = pt_lower_open(l, handler);
    PtKnown end = {.kind = PT_KNOWN_ROW, .row = pt_stdlib_member(PT_STD_BUILTINS, "StopAsyncIteration", 18)};
    pt_lower_result(l, pt_lower_known_value(l, end));
    pt_lower_set(l, handler, 0, pt_lower_close(l, block, NULL).v);
    block = pt_lower_open(l, handler);
    store_bool(l, more, false);
    pt_lower_set(l, handler, 1, pt_lower_close(l, block, NULL).v);
    pt_lower_set(l, region, 1, pt_lower_list(l, &handlers).v);
}

void pt_lower_async_for(PtLower *l, PtNodeId node)
{
    PtHirId iter = intrinsic(l, PT_HIR_INTR_ASYNC_ITER, pt_lower_expr(l, pt_AsyncFor_iter(l->ast, node)));
    PtSymId item = pt_lower_temp(l, "item"), more = pt_lower_temp(l, "more");
    PtHirId loop = pt_lower_emit(l, PT_HIR_WhileLoop, 0, 0, 0, 0);
    PtExit exit = {.outer = l->exits, .kind = PT_EXIT_LOOP, .loop = loop};
    PtOpenBlock block = pt_lower_open(l, loop);
    next_item(l, iter, item, more);
    PtHirId flag = load_temp(l, more);
    pt_lower_result(l, pt_lower_emit(l, PT_HIR_Truth, flag.v, 0, 0, 0));
    pt_lower_set(l, loop, 0, pt_lower_close(l, block, NULL).v);
    l->exits = &exit;
    l->loops++;
    block = pt_lower_open(l, loop);
    pt_lower_assign(l, pt_AsyncFor_target(l->ast, node), load_temp(l, item));
    pt_lower_stmts(l, pt_AsyncFor_body(l->ast, node));
    pt_lower_set(l, loop, 1, pt_lower_close(l, block, NULL).v);
    l->loops--;
    l->exits = exit.outer;
    block = pt_lower_open(l, loop);
    pt_lower_stmts(l, pt_AsyncFor_orelse(l->ast, node));
    pt_lower_set(l, loop, 2, pt_lower_close(l, block, NULL).v);
}

/* await leave(a, b, c) */
static PtHirId await_leave(PtLower *l, PtHirId leave, const PtHirId values[3])
{
    PtWords args = {0};
    for (int i = 0; i < 3; i++)
        pt_lower_add_arg(l, &args, PT_ARG_POSITIONAL, PT_NAME_NONE, values[i]);
    return await_on(l, PT_HIR_INTR_AWAITABLE, pt_lower_call_value(l, (PtKnown){0}, leave, &args));
}

/* Leaves after an exception: raises it again unless __aexit__ says that it dealt with it. */
static void leave_failed(PtLower *l, PtHirId error, PtHirId leave, PtSymId failed)
{
    store_bool(l, failed, true);
    PtWords args = {0};
    pt_lower_add_arg(l, &args, PT_ARG_POSITIONAL, PT_NAME_NONE, error);
    PtKnown type = {.kind = PT_KNOWN_ROW, .row = pt_stdlib_member(PT_STD_BUILTINS, "type", 4)};
    PtHirId class = pt_lower_call_value(l, type, (PtHirId){0}, &args);
    PtHirId answer = await_leave(l, leave, (PtHirId[3]){class, error, pt_lower_none(l)});
    PtHirId again = pt_lower_emit(l, PT_HIR_Not, answer.v, 0, 0, 0);
    PtHirId region = pt_lower_emit(l, PT_HIR_If, again.v, 0, 0, 0);
    PtOpenBlock block = pt_lower_open(l, region);
    pt_lower_emit(l, PT_HIR_Raise, 0, 0, 0, 0);
    pt_lower_set(l, region, 1, pt_lower_close(l, block, NULL).v);
}

/* items[at:], each a try around the next. */
static void async_with_item(PtLower *l, PtNodeList items, uint32_t at, PtNodeList body)
{
    if (at == items.len) {
        pt_lower_stmts(l, body);
        return;
    }
    PtNodeId node = pt_ast_at(l->ast, items, at), target = pt_withitem_optional_vars(l->ast, node);
    PtHirId manager = pt_lower_expr(l, pt_withitem_context_expr(l->ast, node));
    PtHirId leave = intrinsic(l, PT_HIR_INTR_ASYNC_LEAVE, manager);
    PtHirId entered = await_on(l, PT_HIR_INTR_ASYNC_ENTER, manager);
    PtSymId failed = pt_lower_temp(l, "failed");
    store_bool(l, failed, false);
    PtHirId region = pt_lower_emit(l, PT_HIR_Try, 0, 0, 0, 0);
    l->h->flags[region.v] |= PT_HIR_F_HAS_FINAL;
    PtExit exit = {.outer = l->exits, .kind = PT_EXIT_TRY};
    l->exits = &exit;
    PtOpenBlock block = pt_lower_open(l, region);
    if (target.v)
        pt_lower_assign(l, target, entered);
    async_with_item(l, items, at + 1, body);
    pt_lower_set(l, region, 0, pt_lower_close(l, block, NULL).v);
    PtWords handlers = {0};
    PtHirId handler = new_handler(l, region, &handlers);
    block = pt_lower_open(l, handler);
    leave_failed(l, handler, leave, failed);
    pt_lower_set(l, handler, 1, pt_lower_close(l, block, NULL).v);
    pt_lower_set(l, region, 1, pt_lower_list(l, &handlers).v);
    l->exits = exit.outer;
    block = pt_lower_open(l, region);
    PtHirId fine = pt_lower_emit(l, PT_HIR_Not, load_temp(l, failed).v, 0, 0, 0);
    PtHirId quiet = pt_lower_emit(l, PT_HIR_If, fine.v, 0, 0, 0);
    PtOpenBlock inner = pt_lower_open(l, quiet);
    PtHirId none = pt_lower_none(l);
    await_leave(l, leave, (PtHirId[3]){none, none, none});
    pt_lower_set(l, quiet, 1, pt_lower_close(l, inner, NULL).v);
    pt_lower_set(l, region, 3, pt_lower_close(l, block, NULL).v);
}

void pt_lower_async_with(PtLower *l, PtNodeId node)
{
    async_with_item(l, pt_AsyncWith_items(l->ast, node), 0, pt_AsyncWith_body(l->ast, node));
}
