/* What the lowering must know in advance: positions, uses, which values are consumed where they are made, where
   truth alone is wanted, and where each variable is declared. One walk over all units, one backward pass. */
#include <string.h>

#include "rir/rir_lower.h"

typedef struct Walk {
    PtGen *g;
    PtHirId user;
    uint32_t at; /* position */
} Walk;

static uint32_t common_block(const PtGen *g, uint32_t a, uint32_t b)
{
    while (a != b) {
        if (g->blocks.data[a].depth < g->blocks.data[b].depth)
            b = g->blocks.data[b].parent;
        else
            a = g->blocks.data[a].parent;
    }
    return a;
}

static void note_use(void *context, PtHirId id)
{
    Walk *w = context;
    PtGen *g = w->g;
    uint32_t last = g->pos[w->user.v];
    bool far = false; /* the last use counts: only that one may move the value */
    for (uint32_t b = g->blk[w->user.v]; b != g->blk[id.v] && b; b = g->blocks.data[b].parent) {
        if (g->blocks.data[b].loop || g->blocks.data[b].closure) {
            far = true;
            if (g->blocks.data[b].loop)
                last = UINT32_MAX - 1; /* corrected once the loop's end is known */
        }
    }
    g->far[id.v] = far || g->user[id.v].v == w->user.v; /* twice in one node: neither may move it */
    g->uses[id.v]++;
    g->user[id.v] = w->user;
    g->last[id.v] = last;
    g->inlinable[id.v] = g->uses[id.v] == 1 && g->blk[id.v] == g->blk[w->user.v];
}

enum Mention { LOAD, STORE, DELETE };

static void mention(PtGen *g, PtVar *var, PtHirId id, enum Mention what)
{
    uint32_t block = g->blk[id.v];
    if (!var->seen) {
        var->seen = true;
        var->scoped = true;
        var->first = id;
        var->lca = block;
    } else {
        var->lca = common_block(g, var->lca, block);
    }
    if (what == LOAD) {
        var->loads++;
        var->scoped &= !pt_hir_has(g->h, id, PT_HIR_F_CHECKED);
        return;
    }
    var->scoped &= pt_hir_hint(g->h, id) == PT_HIR_HINT_EXCEPT_NAME;
    if (what == STORE)
        var->stores++;
    else
        var->deletes++;
    pt_vec_push(g->arena, &var->store_pos, g->pos[id.v]);
}

static void mention_sym(PtGen *g, PtSymId sym, PtHirId id, enum Mention what)
{
    if (sym.v)
        mention(g, &g->vars[sym.v], id, what);
}

/* An inner unit takes the cells it captures where it is made. */
static void mention_captures(PtGen *g, PtUnitId unit, PtHirId id)
{
    const PtHirUnit *u = pt_hir_unit(g->h, unit);
    for (uint32_t i = 0; i < u->captures.len; i++)
        mention_sym(g, pt_hir_sym(g->h, u->captures.data[i])->outer, id, LOAD);
}

static void mention_global(PtGen *g, PtGlobalId global, PtHirId id, enum Mention what)
{
    if (global.v && g->global_local[global.v])
        mention(g, &g->vars[g->h->syms.len + global.v], id, what);
}

static void mentions(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_LoadLocal: mention_sym(g, pt_hir_LoadLocal_sym(h, id), id, LOAD); break;
    case PT_HIR_StoreLocal: mention_sym(g, pt_hir_StoreLocal_sym(h, id), id, STORE); break;
    case PT_HIR_DeleteLocal: mention_sym(g, pt_hir_DeleteLocal_sym(h, id), id, DELETE); break;
    case PT_HIR_LoadCell: mention_sym(g, pt_hir_LoadCell_sym(h, id), id, LOAD); break;
    case PT_HIR_StoreCell: mention_sym(g, pt_hir_StoreCell_sym(h, id), id, LOAD); break;
    case PT_HIR_DeleteCell: mention_sym(g, pt_hir_DeleteCell_sym(h, id), id, LOAD); break;
    case PT_HIR_NewCell: mention_sym(g, pt_hir_NewCell_sym(h, id), id, STORE); break;
    case PT_HIR_LoadName: mention_sym(g, pt_hir_LoadName_cell(h, id), id, LOAD); break;
    case PT_HIR_LoadGlobal: mention_global(g, pt_hir_LoadGlobal_global(h, id), id, LOAD); break;
    case PT_HIR_StoreGlobal: mention_global(g, pt_hir_StoreGlobal_global(h, id), id, STORE); break;
    case PT_HIR_DeleteGlobal: mention_global(g, pt_hir_DeleteGlobal_global(h, id), id, DELETE); break;
    case PT_HIR_MakeFunction: mention_captures(g, pt_hir_MakeFunction_unit(h, id), id); break;
    case PT_HIR_MakeClass: mention_captures(g, pt_hir_MakeClass_unit(h, id), id); break;
    case PT_HIR_MakeGenExpr: mention_captures(g, pt_hir_MakeGenExpr_unit(h, id), id); break;
    default: break;
    }
}

static void walk_block(Walk *w, PtHirList list, uint32_t parent, PtHirId region, bool loop, bool closure);

int pt_rir_const_truth(const PtHir *h, PtHirId id)
{
    if (pt_hir_kind(h, id) != PT_HIR_Const)
        return -1;
    const PtHirConst *c = pt_hir_const(h, pt_hir_Const_value(h, id));
    switch (c->kind) {
    case PT_HIR_CONST_NONE: case PT_HIR_CONST_FALSE: return 0;
    case PT_HIR_CONST_TRUE: case PT_HIR_CONST_ELLIPSIS: return 1;
    case PT_HIR_CONST_INT: return c->i != 0;
    case PT_HIR_CONST_STR: case PT_HIR_CONST_BYTES: return c->len != 0;
    default: return -1;
    }
}

static void walk_parts(Walk *w, PtHirId id, uint32_t block)
{
    const PtHir *h = w->g->h;
    PtHirKind kind = pt_hir_kind(h, id);
    if (kind == PT_HIR_Try || kind == PT_HIR_TryStar) {
        bool final = pt_hir_has(h, id, PT_HIR_F_HAS_FINAL);
        walk_block(w, pt_hir_Try_body(h, id), block, id, false, true);
        PtHirList handlers = pt_hir_Try_handlers(h, id);
        for (uint32_t i = 0; i < pt_hir_len(h, handlers); i++) {
            PtHirId handler = pt_hir_at(h, handlers, i);
            w->g->blk[handler.v] = block;
            w->g->try_of[handler.v] = id.v;
            w->g->pos[handler.v] = ++w->at;
            walk_block(w, pt_hir_Handler_match(h, handler), block, handler, false, final);
            walk_block(w, pt_hir_Handler_body(h, handler), block, handler, false, final || kind == PT_HIR_TryStar);
            w->g->end[handler.v] = w->at;
        }
        walk_block(w, pt_hir_Try_orelse(h, id), block, id, false, final || kind == PT_HIR_TryStar);
        walk_block(w, pt_hir_Try_final(h, id), block, id, false, false);
        return;
    }
    PtHirList blocks[4] = {{0}};
    int n = pt_hir_blocks(h, id, blocks);
    int known = kind == PT_HIR_If ? pt_rir_const_truth(h, pt_hir_If_cond(h, id)) : -1;
    for (int i = 0; i < n; i++) {
        if (known >= 0 && i == known)
            continue; /* the branch never taken */
        bool loop = (kind == PT_HIR_ForLoop && i == 0) || (kind == PT_HIR_WhileLoop && i < 2);
        walk_block(w, blocks[i], block, id, loop, kind == PT_HIR_With);
    }
}

static void walk_node(Walk *w, PtHirId id, uint32_t block)
{
    PtGen *g = w->g;
    g->blk[id.v] = block;
    g->pos[id.v] = ++w->at;
    pt_vec_push(g->arena, &g->order, id);
    w->user = id;
    pt_hir_each_operand(g->h, id, note_use, w);
    mentions(g, id);
    if (pt_hir_kind(g->h, id) == PT_HIR_UnpackItem) {
        PtHirId unpack = pt_hir_UnpackItem_unpack(g->h, id);
        g->chain[id.v] = g->chain[unpack.v];
        g->chain[unpack.v] = id.v;
    }
    if (pt_hir_traits(g->h, id) & PT_HIR_T_REGION)
        walk_parts(w, id, block);
    g->end[id.v] = w->at;
}

static void walk_block(Walk *w, PtHirList list, uint32_t parent, PtHirId region, bool loop, bool closure)
{
    PtGen *g = w->g;
    uint32_t block = g->blocks.len;
    pt_vec_push(g->arena, &g->blocks,
                (PtBlockInfo){parent, g->blocks.data[parent].depth + 1, region, loop, closure});
    for (uint32_t i = 0; i < pt_hir_len(g->h, list); i++) {
        PtHirId id = pt_hir_at(g->h, list, i);
        walk_node(w, id, block);
        if (pt_hir_traits(g->h, id) & PT_HIR_T_END)
            break; /* what follows is never lowered */
    }
}

/* Where truth alone is wanted of a value used once, so that comparisons give a bool. */
static void want_bools(PtGen *g)
{
    const PtHir *h = g->h;
    for (uint32_t i = g->order.len; i-- > 0;) {
        PtHirId id = g->order.data[i], of = {0};
        switch (pt_hir_kind(h, id)) {
        case PT_HIR_If: of = pt_hir_If_cond(h, id); break;
        case PT_HIR_IfValue: {
            PtHirHint hint = pt_hir_hint(h, id);
            if (hint == PT_HIR_HINT_COND_AND || hint == PT_HIR_HINT_COND_OR || hint == PT_HIR_HINT_COND_CHAIN)
                g->want_bool[id.v] = true;
            of = pt_hir_IfValue_cond(h, id);
            break;
        }
        case PT_HIR_Truth: of = pt_hir_Truth_operand(h, id); break;
        case PT_HIR_Not: of = pt_hir_Not_operand(h, id); break;
        case PT_HIR_Result: {
            PtHirId region = g->blocks.data[g->blk[id.v]].region;
            bool wanted = pt_hir_kind(h, region) == PT_HIR_WhileLoop ||
                          (pt_hir_kind(h, region) == PT_HIR_IfValue && g->want_bool[region.v]);
            if (wanted)
                of = pt_hir_Result_value(h, id);
            break;
        }
        default: break;
        }
        if (of.v && g->uses[of.v] == 1)
            g->want_bool[of.v] = true;
    }
}

/* Decides where a variable is declared: at its first store if that dominates every mention, else before. */
static void place_variable(PtGen *g, uint32_t index)
{
    PtVar *var = &g->vars[index];
    const PtHir *h = g->h;
    /* `except … as e` alone: every handler has an `e` of its own. */
    var->scoped &= var->deletes > 0 && !var->cell;
    if (!var->seen || var->scoped)
        return;
    PtHirId first = var->first;
    PtHirKind kind = pt_hir_kind(h, first);
    bool store = kind == PT_HIR_StoreLocal || kind == PT_HIR_StoreGlobal || kind == PT_HIR_NewCell;
    if (store && g->blk[first.v] == var->lca) {
        var->declare = first;
        return;
    }
    uint32_t block = g->blk[first.v];
    while (block != var->lca) {
        first = g->blocks.data[block].region;
        block = g->blk[first.v];
    }
    /* A handler is part of its try, which is the node that is lowered. */
    if (pt_hir_kind(h, first) == PT_HIR_Handler)
        first.v = g->try_of[first.v];
    var->declare = first;
    var->hoist = true;
    var->next = g->hoist_at[first.v];
    g->hoist_at[first.v] = index + 1;
}

static bool is_entry_variable(const PtHir *h, uint32_t sym)
{
    const PtHirSym *s = &h->syms.data[sym];
    return (s->flags & PT_SYM_PARAM) || s->storage == PT_STORAGE_FREE ||
           (s->storage == PT_STORAGE_CELL && !(s->flags & PT_SYM_FRESH_CELL));
}

static void *zeros(PtGen *g, uint32_t count, size_t size)
{
    return pt_arena_zero(g->arena, (size_t)(count + 1) * size);
}

/* Modules whose object somebody holds: their globals are all visible. */
static void plan_exposed(PtGen *g)
{
    const PtHir *h = g->h;
    g->wants_module = zeros(g, h->modules.len, 1);
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        PtModId module = {0};
        switch (pt_hir_kind(h, id)) {
        case PT_HIR_ImportModule: module = pt_hir_ImportModule_module(h, id); break;
        case PT_HIR_ImportFrom: module = pt_hir_ImportFrom_module(h, id); break;
        case PT_HIR_LoadModule: module = pt_hir_LoadModule_module(h, id); break;
        case PT_HIR_ImportStar: module = pt_hir_ImportStar_module(h, id); break;
        case PT_HIR_Intrinsic:
            if (pt_hir_Intrinsic_which(h, id) == PT_HIR_INTR_GLOBALS_DICT)
                module.v = pt_hir_Intrinsic_number(h, id);
            break;
        default: break;
        }
        g->wants_module[module.v] = module.v != 0;
    }
    g->cut = zeros(g, h->modules.len, 1);
    for (uint32_t m = 1; m < h->modules.len; m++) {
        const PtHirUnit *body = pt_hir_unit(h, h->modules.data[m].body);
        uint32_t statements = 0;
        for (uint32_t i = body->first; i && i <= body->last; i++)
            statements += pt_hir_kind(h, (PtHirId){i}) == PT_HIR_Stmt;
        g->cut[m] = statements > PT_RIR_STATEMENTS;
    }
}

static void plan_globals(PtGen *g)
{
    const PtHir *h = g->h;
    g->global_local = zeros(g, h->globals.len, 1);
    plan_exposed(g);
    bool dynamic = (h->world.flags & (1u << PT_WORLD_GLOBALS | 1u << PT_WORLD_EVAL | 1u << PT_WORLD_LOCALS |
                                      1u << PT_WORLD_SYS_MODULES)) != 0;
    for (uint32_t i = 1; i < h->globals.len && !dynamic; i++) {
        const PtHirGlobal *global = &h->globals.data[i];
        g->global_local[i] = (global->flags & PT_GLOBAL_BODY_ONLY) && !global->builtin.v && global->stores > 0 &&
                              !(global->flags & (PT_GLOBAL_PRESET | PT_GLOBAL_STABLE_FUNCTION | PT_GLOBAL_STABLE_CLASS)) &&
                             !g->wants_module[global->module.v] && !g->cut[global->module.v];
    }
    for (uint32_t i = 1; i < h->stars.len; i++) {
        g->global_local[h->stars.data[i].from.v] = false;
        g->global_local[h->stars.data[i].to.v] = false;
    }
}

static void scan_program(PtGen *g)
{
    const PtHir *h = g->h;
    g->uses_doc = (h->world.flags & (1u << PT_WORLD_DYNAMIC_GETATTR)) != 0;
    g->uses_annotations = g->uses_doc;
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        PtHirKind kind = pt_hir_kind(h, id);
        PtStdId row = kind == PT_HIR_LoadKnown ? pt_hir_LoadKnown_row(h, id)
                      : kind == PT_HIR_CallKnown ? pt_hir_CallKnown_row(h, id) : (PtStdId){0};
        g->uses_annotations |= row.v && (pt_stdlib_row(row)->effects & PT_STD_ANNOTATIONS);
        if (kind != PT_HIR_LoadAttr)
            continue;
        const char *name = pt_intern_text(h->names, pt_hir_LoadAttr_name(h, id));
        g->uses_doc |= strcmp(name, "__doc__") == 0;
        g->uses_annotations |= strcmp(name, "__annotations__") == 0;
    }
}

/* Annotations of a function that nothing reads are dropped when evaluating them has no effect. */
static void mark_dead(void *context, PtHirId id)
{
    PtGen *g = context;
    if (g->dead[id.v] || !pt_rir_is_pure(g, id) || g->uses[id.v] > 1)
        return;
    g->dead[id.v] = true;
    PtVar *var = NULL;
    if (pt_hir_kind(g->h, id) == PT_HIR_LoadLocal)
        var = pt_rir_var(g, pt_hir_LoadLocal_sym(g->h, id));
    else if (pt_hir_kind(g->h, id) == PT_HIR_LoadGlobal)
        var = pt_rir_global_var(g, pt_hir_LoadGlobal_global(g->h, id));
    if (var)
        var->loads--;
    pt_hir_each_operand(g->h, id, mark_dead, g);
}

static void drop_annotations(PtGen *g)
{
    const PtHir *h = g->h;
    if (g->uses_annotations)
        return;
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        if (pt_hir_kind(h, id) != PT_HIR_MakeFunction)
            continue;
        PtHirList list = pt_hir_MakeFunction_annotations(h, id);
        for (uint32_t k = 0; k < pt_hir_len(h, list); k++)
            mark_dead(g, pt_hir_at(h, list, k));
    }
}

static void all_pure(void *context, PtHirId id)
{
    Walk *w = context;
    if (!pt_rir_is_pure(w->g, id))
        w->at = 0;
}

bool pt_rir_is_pure(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    Walk w = {.g = g, .at = 1};
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_Const: case PT_HIR_LoadKnown: case PT_HIR_LoadStdModule: return true;
    case PT_HIR_LoadLocal: case PT_HIR_LoadGlobal: case PT_HIR_LoadCell: return !pt_hir_has(h, id, PT_HIR_F_CHECKED);
    case PT_HIR_BuildTuple: case PT_HIR_BuildList:
        pt_hir_each_operand(h, id, all_pure, &w);
        return w.at == 1;
    case PT_HIR_LoadItem: {
        PtHirId object = pt_hir_LoadItem_object(h, id);
        if (pt_hir_kind(h, object) != PT_HIR_LoadKnown)
            return false;
        const PtStdRow *row = pt_stdlib_row(pt_hir_LoadKnown_row(h, object));
        bool generic = row->kind == PT_STD_CLASS || strcmp(pt_stdlib_module_info(row->module).name, "typing") == 0;
        return generic && pt_rir_is_pure(g, pt_hir_LoadItem_index(h, id));
    }
    default: return false;
    }
}

/* ---- calls of inner functions ---- */

/* The variable that holds an inner function, bound once, by the def itself: whoever reads it is in the activation, or in
   functions made by the activation, that the function's cells belong to. */
static PtUnitId bound_function(PtGen *g, PtHirId function)
{
    const PtHir *h = g->h;
    PtHirKind kind = pt_hir_kind(h, function);
    PtFact fact = g->facts->nodes[function.v];
    if ((kind != PT_HIR_LoadLocal && kind != PT_HIR_LoadCell) || pt_fact_kind(fact) != PT_TYPE_FUNCTION || g->uses[function.v] != 1)
        return (PtUnitId){0};
    PtUnitId unit = {pt_type_param(fact.type)}, caller = {0};
    PtSymId sym = kind == PT_HIR_LoadLocal ? pt_hir_LoadLocal_sym(h, function) : pt_hir_LoadCell_sym(h, function);
    caller = pt_hir_sym(h, sym)->unit;
    while (pt_hir_sym(h, sym)->storage == PT_STORAGE_FREE)
        sym = pt_hir_sym(h, sym)->outer;
    const PtHirSym *s = pt_hir_sym(h, sym);
    const PtHirUnit *u = pt_hir_unit(h, unit);
    bool bound_here = s->unit.v == u->parent.v && s->stores == 1 && s->name.v == u->name.v && !(s->flags & (PT_SYM_PARAM | PT_SYM_DELETED));
    /* In the function itself the variable is bound; elsewhere a check would have to stay. */
    if (!bound_here || (pt_hir_has(h, function, PT_HIR_F_CHECKED) && caller.v != unit.v))
        return (PtUnitId){0};
    return unit;
}

/* The cell of `inner`'s captured symbol as `caller` has it; 0 when it has none. */
PtSymId pt_rir_same_cell(PtGen *g, PtUnitId caller, PtSymId captured)
{
    const PtHir *h = g->h;
    PtSymId owner = captured;
    while (pt_hir_sym(h, owner)->storage == PT_STORAGE_FREE)
        owner = pt_hir_sym(h, owner)->outer;
    const PtHirUnit *u = pt_hir_unit(h, caller);
    for (uint32_t i = 0; i < u->syms.len; i++) {
        PtSymId sym = u->syms.data[i];
        while (pt_hir_sym(h, sym)->storage == PT_STORAGE_FREE)
            sym = pt_hir_sym(h, sym)->outer;
        if (sym.v == owner.v && pt_hir_sym(h, sym)->storage == PT_STORAGE_CELL)
            return u->syms.data[i];
    }
    return (PtSymId){0};
}

static bool can_call(PtGen *g, PtHirId call, PtUnitId caller, PtUnitId unit)
{
    const PtHir *h = g->h;
    const PtHirUnit *u = pt_hir_unit(h, unit), *from = pt_hir_unit(h, caller);
    PtHirList args = pt_hir_Call_args(h, call);
    bool plain = u->kind == PT_UNIT_DEF && u->params.len == pt_hir_arg_count(h, args) && from->kind == PT_UNIT_DEF &&
                 !((u->flags | from->flags) & (PT_UNIT_GENERATOR | PT_UNIT_ASYNC | PT_UNIT_DECORATED)) &&
                 pt_hir_unit(h, u->parent)->kind == PT_UNIT_DEF;
    for (uint32_t i = 0; plain && i < u->params.len; i++)
        plain = u->params.data[i].kind <= PT_PARAM_NORMAL && pt_hir_arg(h, args, i).kind == PT_ARG_POSITIONAL;
    for (uint32_t i = 0; plain && i < u->captures.len; i++)
        plain = pt_rir_same_cell(g, caller, u->captures.data[i]).v != 0;
    return plain;
}

/* Calls that need no function object: `direct` names the unit, and the load of the variable goes. */
static void plan_direct(PtGen *g)
{
    const PtHir *h = g->h;
    for (uint32_t c = 1; c < h->units.len; c++) {
        for (uint32_t i = h->units.data[c].first; i && i <= h->units.data[c].last; i++) {
            PtHirId id = {i};
            if (pt_hir_kind(h, id) != PT_HIR_Call)
                continue;
            PtHirId function = pt_hir_Call_function(h, id);
            PtUnitId unit = bound_function(g, function);
            if (!unit.v || !can_call(g, id, (PtUnitId){c}, unit))
                continue;
            g->direct[i] = unit;
            g->dead[function.v] = true;
            PtSymId sym = pt_hir_kind(h, function) == PT_HIR_LoadLocal ? pt_hir_LoadLocal_sym(h, function)
                                                                        : pt_hir_LoadCell_sym(h, function);
            g->vars[sym.v].loads--;
            /* Its cells are handed on; what goes only from a function to itself counts as unused. */
            const PtHirUnit *u = pt_hir_unit(h, unit);
            for (uint32_t k = 0; k < u->captures.len && unit.v != c; k++)
                g->vars[pt_rir_same_cell(g, (PtUnitId){c}, u->captures.data[k]).v].loads++;
        }
    }
}

/* Functions on a cycle of direct calls count their depth; calls through values are counted by the binder. Peels off
   what calls no cycle, then what no cycle calls; a function between two cycles stays, at the price of one count. */
static void peel(PtGen *g, const uint32_t *from, const uint32_t *to, uint32_t edges)
{
    for (bool again = true; again;) {
        again = false;
        bool *calls = pt_arena_zero(g->arena, g->h->units.len + 1);
        for (uint32_t e = 0; e < edges; e++)
            calls[from[e]] |= g->recursive[to[e]];
        for (uint32_t u = 1; u < g->h->units.len; u++) {
            again |= g->recursive[u] && !calls[u];
            g->recursive[u] &= calls[u];
        }
    }
}

static void plan_recursion(PtGen *g)
{
    const PtHir *h = g->h;
    g->recursive = zeros(g, h->units.len, 1);
    PT_VEC(uint32_t) from = {0}, to = {0};
    for (uint32_t u = 1; u < h->units.len; u++) {
        const PtHirUnit *unit = &h->units.data[u];
        g->recursive[u] = true;
        for (uint32_t i = unit->first; i && i <= unit->last; i++) {
            uint32_t callee = pt_hir_kind(h, (PtHirId){i}) == PT_HIR_CallUnit ? pt_hir_CallUnit_unit(h, (PtHirId){i}).v
                              : g->direct[i].v ? g->direct[i].v : g->facts->targets[i].v;
            if (!callee)
                continue;
            pt_vec_push(g->arena, &from, u);
            pt_vec_push(g->arena, &to, callee);
        }
    }
    peel(g, from.data, to.data, from.len);
    peel(g, to.data, from.data, from.len);
}

/* Loops end after the uses inside them were met: give those values the loop's end as last use. */
static void extend_loops(PtGen *g)
{
    for (uint32_t i = 0; i < g->order.len; i++) {
        PtHirId id = g->order.data[i];
        if (g->last[id.v] == UINT32_MAX - 1)
            g->last[id.v] = UINT32_MAX;
    }
}

void pt_rir_plan(PtGen *g)
{
    const PtHir *h = g->h;
    g->vals = zeros(g, h->count, sizeof *g->vals);
    g->user = zeros(g, h->count, sizeof *g->user);
    g->uses = zeros(g, h->count, sizeof(uint32_t));
    g->pos = zeros(g, h->count, sizeof(uint32_t));
    g->end = zeros(g, h->count, sizeof(uint32_t));
    g->last = zeros(g, h->count, sizeof(uint32_t));
    g->blk = zeros(g, h->count, sizeof(uint32_t));
    g->want_bool = zeros(g, h->count, 1);
    g->dead = zeros(g, h->count, 1);
    g->inlinable = zeros(g, h->count, 1);
    g->far = zeros(g, h->count, 1);
    g->table = zeros(g, h->count, 1);
    g->direct = zeros(g, h->count, sizeof *g->direct);
    g->try_of = zeros(g, h->count, sizeof(uint32_t));
    g->chain = zeros(g, h->count, sizeof(uint32_t));
    g->hoist_at = zeros(g, h->count, sizeof(uint32_t));
    g->vars = zeros(g, h->syms.len + h->globals.len, sizeof *g->vars);
    pt_vec_push(g->arena, &g->blocks, (PtBlockInfo){0});
    plan_globals(g);
    scan_program(g);
    Walk w = {.g = g};
    for (uint32_t u = 1; u < h->units.len; u++)
        walk_block(&w, h->units.data[u].body, 0, (PtHirId){0}, false, false);
    extend_loops(g);
    want_bools(g);
    plan_direct(g);
    plan_recursion(g);
    drop_annotations(g);
    pt_rir_mark_tables(g);
    for (uint32_t s = 1; s < h->syms.len; s++) {
        g->vars[s].python = h->syms.data[s].name;
        g->vars[s].cell = h->syms.data[s].storage != PT_STORAGE_LOCAL;
    }
    for (uint32_t i = 1; i < h->globals.len; i++)
        g->vars[h->syms.len + i].python = h->globals.data[i].name;
    for (uint32_t s = 1; s < h->syms.len; s++)
        if (!is_entry_variable(h, s))
            place_variable(g, s);
    for (uint32_t i = 1; i < h->globals.len; i++)
        if (g->global_local[i])
            place_variable(g, h->syms.len + i);
}

PtVar *pt_rir_var(PtGen *g, PtSymId sym)
{
    return &g->vars[sym.v];
}

PtVar *pt_rir_global_var(PtGen *g, PtGlobalId global)
{
    return g->global_local[global.v] ? &g->vars[g->h->syms.len + global.v] : NULL;
}

bool pt_rir_is_alias(PtGen *g, const PtVar *var, PtHirId id)
{
    uint32_t from = g->pos[id.v], to = g->last[id.v];
    uint32_t low = 0, high = var->store_pos.len;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (var->store_pos.data[middle] <= from)
            low = middle + 1;
        else
            high = middle;
    }
    if (to == UINT32_MAX && var->stores + var->deletes > 1)
        return false;
    return low == var->store_pos.len || var->store_pos.data[low] > to;
}
