/* Lowering of comprehensions. List, set and dict comprehensions become loops in place, their variables renamed locals of
   the unit. A generator expression becomes one unit per `for` clause: a function from one element to "yield this value",
   "nothing", or "all items of this inner generator"; the runtime drives it lazily. */
#include "hir/lower_internal.h"

typedef struct Comp {
    PtNodeList clauses;
    PtNodeId elt, value; /* value: of a dict comprehension */
    PtHirKind build, add;
    PtHirHint hint;
} Comp;

static Comp comp_of(const PtAst *ast, PtNodeId node)
{
    switch (pt_ast_kind(ast, node)) {
    case PT_NODE_ListComp:
        return (Comp){pt_ListComp_generators(ast, node), pt_ListComp_elt(ast, node), PT_NODE_NONE, PT_HIR_BuildList,
                      PT_HIR_ListAppend, PT_HIR_HINT_LIST_COMP};
    case PT_NODE_SetComp:
        return (Comp){pt_SetComp_generators(ast, node), pt_SetComp_elt(ast, node), PT_NODE_NONE, PT_HIR_BuildSet,
                      PT_HIR_SetAdd, PT_HIR_HINT_SET_COMP};
    default:
        return (Comp){pt_DictComp_generators(ast, node), pt_DictComp_key(ast, node), pt_DictComp_value(ast, node),
                      PT_HIR_BuildDict, PT_HIR_DictSet, PT_HIR_HINT_DICT_COMP};
    }
}

static void hinted(PtLower *l, PtHirId id, PtHirHint hint)
{
    l->h->hints[id.v] = (uint8_t)hint;
}

static void lower_element(PtLower *l, const Comp *c, PtHirId result)
{
    PtHirId elt = pt_lower_expr(l, c->elt);
    PtHirId value = c->value.v ? pt_lower_expr(l, c->value) : (PtHirId){0};
    hinted(l, pt_lower_emit(l, c->add, result.v, elt.v, value.v, 0), c->hint);
}

static void lower_clause(PtLower *l, const Comp *c, uint32_t at, PtHirId iter, PtHirId result);

/* ifs[at:] of a clause around what follows. */
static void lower_ifs(PtLower *l, const Comp *c, uint32_t clause, PtNodeList ifs, uint32_t at, PtHirId result)
{
    if (at < ifs.len) {
        PtHirId cond = pt_lower_cond(l, pt_ast_at(l->ast, ifs, at));
        PtHirId region = pt_lower_emit(l, PT_HIR_If, cond.v, 0, 0, 0);
        hinted(l, region, c->hint);
        PtOpenBlock block = pt_lower_open(l, region);
        lower_ifs(l, c, clause, ifs, at + 1, result);
        pt_lower_set(l, region, 1, pt_lower_close(l, block, NULL).v);
    } else if (clause + 1 < c->clauses.len) {
        PtNodeId next = pt_ast_at(l->ast, c->clauses, clause + 1);
        lower_clause(l, c, clause + 1, pt_lower_iterable(l, pt_comprehension_iter(l->ast, next)), result);
    } else {
        lower_element(l, c, result);
    }
}

static void lower_clause(PtLower *l, const Comp *c, uint32_t at, PtHirId iter, PtHirId result)
{
    PtNodeId clause = pt_ast_at(l->ast, c->clauses, at);
    PtHirId loop = pt_lower_emit(l, PT_HIR_ForLoop, iter.v, 0, 0, 0);
    hinted(l, loop, c->hint);
    PtOpenBlock block = pt_lower_open(l, loop);
    l->loops++;
    pt_lower_assign(l, pt_comprehension_target(l->ast, clause), loop);
    lower_ifs(l, c, at, pt_comprehension_ifs(l->ast, clause), 0, result);
    l->loops--;
    pt_lower_set(l, loop, 1, pt_lower_close(l, block, NULL).v);
}

static bool refuse_async(PtLower *l, PtNodeList clauses)
{
    for (uint32_t i = 0; i < clauses.len; i++)
        if (pt_comprehension_is_async(l->ast, pt_ast_at(l->ast, clauses, i))) {
            pt_lower_refuse(l, PT_DIAG_ASYNC_REFUSED, l->span, "asynchronous comprehensions are not supported");
            return true;
        }
    return false;
}

PtHirId pt_lower_comp(PtLower *l, PtNodeId node)
{
    Comp c = comp_of(l->ast, node);
    if (refuse_async(l, c.clauses))
        return pt_lower_none(l);
    PtHirId iter = pt_lower_iterable(l, pt_comprehension_iter(l->ast, pt_ast_at(l->ast, c.clauses, 0)));
    uint32_t outer = l->scope;
    l->scope = pt_scope_of(l->scopes, node, 0);
    pt_lower_new_cells(l, l->scope);
    PtHirId result = pt_lower_emit(l, c.build, 0, 0, 0, 0);
    hinted(l, result, c.hint);
    lower_clause(l, &c, 0, iter, result);
    l->scope = outer;
    return result;
}

/* ---- generator expressions ---- */

static PtHirId make_genexpr(PtLower *l, uint32_t scope, PtHirId iterable)
{
    PtHirId iter = pt_lower_emit(l, PT_HIR_IterNew, iterable.v, 0, 0, 0);
    pt_vec_push(l->pass->arena, &l->pending, scope);
    return pt_lower_emit(l, PT_HIR_MakeGenExpr, l->scopes->list.data[scope].unit.v, iter.v, 0, 0);
}

PtHirId pt_lower_genexpr(PtLower *l, PtNodeId node)
{
    PtNodeList clauses = pt_GeneratorExp_generators(l->ast, node);
    if (refuse_async(l, clauses))
        return pt_lower_none(l);
    PtHirId iterable = pt_lower_iterable(l, pt_comprehension_iter(l->ast, pt_ast_at(l->ast, clauses, 0)));
    /* variables shared with inner units: one cell for the whole generator object, made here */
    for (uint32_t i = 0; i < clauses.len; i++)
        pt_lower_new_cells(l, pt_scope_of(l->scopes, node, i));
    return make_genexpr(l, pt_scope_of(l->scopes, node, 0), iterable);
}

/* The parameter that receives the element: the target itself when that is a plain local. */
static void lower_item(PtLower *l, PtNodeId target)
{
    PtHirUnit *u = &l->h->units.data[l->unit.v];
    if (pt_ast_kind(l->ast, target) == PT_NODE_Name) {
        PtNameId name = pt_scope_mangle(l->scopes, l->scope, pt_Name_id(l->ast, target));
        PtSymId sym = pt_scope_name(l->scopes, l->scope, name)->sym;
        if (sym.v && pt_hir_sym(l->h, sym)->unit.v == l->unit.v) {
            l->h->syms.data[sym.v].flags |= PT_SYM_PARAM;
            pt_vec_push(l->h->arena, &u->params, (PtHirParam){.sym = sym, .kind = PT_PARAM_POSITIONAL_ONLY});
            return;
        }
    }
    PtSymId item = pt_lower_temp(l, "item");
    l->h->syms.data[item.v].flags |= PT_SYM_PARAM;
    u = &l->h->units.data[l->unit.v];
    pt_vec_push(l->h->arena, &u->params, (PtHirParam){.sym = item, .kind = PT_PARAM_POSITIONAL_ONLY});
    pt_lower_assign(l, target, pt_lower_emit(l, PT_HIR_LoadLocal, item.v, 0, 0, 0));
}

void pt_lower_genexpr_body(PtLower *l, uint32_t scope)
{
    const PtScope *sc = &l->scopes->list.data[scope];
    PtNodeId node = sc->node;
    uint32_t at = sc->clause;
    PtNodeList clauses = pt_GeneratorExp_generators(l->ast, node);
    PtNodeId clause = pt_ast_at(l->ast, clauses, at);
    lower_item(l, pt_comprehension_target(l->ast, clause));
    PtNodeList ifs = pt_comprehension_ifs(l->ast, clause);
    for (uint32_t i = 0; i < ifs.len; i++) {
        PtHirId cond = pt_lower_cond(l, pt_ast_at(l->ast, ifs, i));
        PtHirId region = pt_lower_emit(l, PT_HIR_If, cond.v, 0, 0, 0);
        PtOpenBlock block = pt_lower_open(l, region);
        pt_lower_emit(l, PT_HIR_GenSkip, 0, 0, 0, 0);
        pt_lower_set(l, region, 2, pt_lower_close(l, block, NULL).v);
    }
    if (at + 1 == clauses.len) {
        PtHirId value = pt_lower_expr(l, pt_GeneratorExp_elt(l->ast, node));
        pt_lower_emit(l, PT_HIR_Return, value.v, 0, 0, 0);
        return;
    }
    PtHirId iterable = pt_lower_iterable(l, pt_comprehension_iter(l->ast, pt_ast_at(l->ast, clauses, at + 1)));
    PtHirId inner = make_genexpr(l, pt_scope_of(l->scopes, node, at + 1), iterable);
    pt_lower_emit(l, PT_HIR_GenDelegate, inner.v, 0, 0, 0);
}
