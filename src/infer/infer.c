/* The solver: one worklist of units, from the module bodies outwards; facts only ever grow. */
#include "infer/infer.h"

#include <stdlib.h>
#include <string.h>

#include "infer/infer_internal.h"

enum { PT_INFER_PATIENCE = 3 }; /* changes of a range before it is widened */

PtTypeKind pt_fact_kind(const PtFacts *facts, PtFact fact)
{
    return pt_type_kind(facts->types, fact.type);
}

bool pt_fact_is_small(PtFact fact)
{
    return fact.lo >= -PT_RANGE_LIMIT && fact.hi <= PT_RANGE_LIMIT;
}

PtRep pt_fact_rep(const PtFacts *facts, PtFact fact)
{
    switch (pt_fact_kind(facts, fact)) {
    case PT_TYPE_BOOL: return PT_REP_BOOL;
    case PT_TYPE_INT: return pt_fact_is_small(fact) ? PT_REP_I64 : PT_REP_INT;
    case PT_TYPE_FLOAT: return PT_REP_F64;
    default: return PT_REP_VALUE;
    }
}

PtFact pt_fact_join(PtTypes *types, PtFact a, PtFact b)
{
    if (a.type.v == PT_TYPE_BOT)
        return b;
    if (b.type.v == PT_TYPE_BOT)
        return a;
    PtFact r = {pt_type_join(types, a.type, b.type), INT64_MIN, INT64_MAX};
    if (r.type.v == PT_TYPE_INT) {
        r.lo = a.lo < b.lo ? a.lo : b.lo;
        r.hi = a.hi > b.hi ? a.hi : b.hi;
    }
    return r;
}

/* The next named bound outwards. */
static int64_t widen(int64_t bound, bool up)
{
    static const int64_t thresholds[] = {0, 0xFF, 0xFFFF, 0x7FFFFFFF, (int64_t)1 << 48, PT_RANGE_LIMIT};
    enum { COUNT = sizeof thresholds / sizeof *thresholds };
    if (up) {
        for (int i = COUNT - 1; i >= 0; i--)
            if (bound <= -thresholds[i] && thresholds[i])
                return -thresholds[i];
        for (int i = 0; i < COUNT; i++)
            if (bound <= thresholds[i])
                return thresholds[i];
        return INT64_MAX;
    }
    int64_t mirrored = bound == INT64_MIN ? INT64_MAX : widen(-bound, true);
    return mirrored == INT64_MAX ? INT64_MIN : -mirrored;
}

/* Joins into a place where values of many nodes meet; ranges that keep growing there are widened. */
static bool join_into(PtInfer *in, PtFact *place, uint8_t *moves, PtFact fact)
{
    PtFact now = pt_fact_join(in->f->types, *place, fact);
    if (now.type.v == place->type.v && now.lo == place->lo && now.hi == place->hi)
        return false;
    if (now.type.v == PT_TYPE_INT && place->type.v == PT_TYPE_INT) {
        if (*moves < PT_INFER_PATIENCE) {
            ++*moves;
        } else {
            now.lo = now.lo < place->lo ? widen(now.lo, false) : now.lo;
            now.hi = now.hi > place->hi ? widen(now.hi, true) : now.hi;
        }
    }
    *place = now;
    in->changed = true;
    return true;
}

static void enqueue(PtInfer *in, uint32_t unit)
{
    if (!in->f->reached[unit] || in->queued[unit])
        return;
    in->queued[unit] = true;
    pt_vec_push(in->pass->scratch, &in->queue, unit);
}

void pt_infer_to_sym(PtInfer *in, PtSymId sym, PtFact fact)
{
    PtUnitId unit = pt_hir_sym(in->h, sym)->unit;
    if (join_into(in, &in->f->syms[sym.v], &in->sym_moves[sym.v], fact) && unit.v != in->unit.v)
        enqueue(in, unit.v);
}

/* Whoever reads a global or a result may be anywhere. */
static void enqueue_all(PtInfer *in)
{
    for (uint32_t u = 1; u < in->h->units.len; u++)
        if (u != in->unit.v)
            enqueue(in, u);
}

void pt_infer_to_global(PtInfer *in, PtGlobalId global, PtFact fact)
{
    if (!in->open_globals[global.v] && join_into(in, &in->f->globals[global.v], &in->global_moves[global.v], fact) &&
        !(pt_hir_global(in->h, global)->flags & PT_GLOBAL_BODY_ONLY))
        enqueue_all(in);
}

void pt_infer_to_return(PtInfer *in, PtUnitId unit, PtFact fact)
{
    if (join_into(in, &in->f->returns[unit.v], &in->return_moves[unit.v], fact))
        enqueue_all(in);
}

/* ---- what inference cannot see ---- */

static bool is_dynamic(const PtHir *h)
{
    return (h->world.flags & (1u << PT_WORLD_GLOBALS | 1u << PT_WORLD_EVAL | 1u << PT_WORLD_SYS_MODULES |
                              1u << PT_WORLD_LOCALS | 1u << PT_WORLD_DICT_WRITTEN)) != 0;
}

static void find_open_globals(PtInfer *in)
{
    const PtHir *h = in->h;
    bool all = is_dynamic(h) || (h->world.flags & 1u << PT_WORLD_DYNAMIC_SETATTR);
    for (uint32_t i = 1; i < h->globals.len; i++) {
        const PtHirGlobal *g = &h->globals.data[i];
        in->open_globals[i] = all || (g->flags & (PT_GLOBAL_SET_OUTSIDE | PT_GLOBAL_PRESET)) ||
                              pt_map_has(&h->world.attr_stored, g->name.v);
    }
    for (uint32_t i = 1; i < h->stars.len; i++)
        in->open_globals[h->stars.data[i].to.v] = true;
}

/* A unit is closed when nothing but direct calls can name it. */
static void find_closed(PtInfer *in)
{
    const PtHir *h = in->h;
    bool *named = pt_arena_zero(in->pass->scratch, h->globals.len + 1);
    bool *exposed = pt_arena_zero(in->pass->scratch, h->modules.len + 1);
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        switch (pt_hir_kind(h, id)) {
        case PT_HIR_LoadGlobal: named[pt_hir_LoadGlobal_global(h, id).v] = true; break;
        case PT_HIR_DeleteGlobal: named[pt_hir_DeleteGlobal_global(h, id).v] = true; break;
        case PT_HIR_LoadName: named[pt_hir_LoadName_global(h, id).v] = true; break;
        case PT_HIR_ImportFrom:
            named[pt_hir_ImportFrom_global(h, id).v] = true;
            exposed[pt_hir_ImportFrom_module(h, id).v] = true;
            break;
        case PT_HIR_ImportModule: exposed[pt_hir_ImportModule_module(h, id).v] = true; break;
        case PT_HIR_LoadModule: exposed[pt_hir_LoadModule_module(h, id).v] = true; break;
        case PT_HIR_ImportStar: exposed[pt_hir_ImportStar_module(h, id).v] = true; break;
        default: break;
        }
    }
    for (uint32_t i = 1; i < h->stars.len; i++)
        named[h->stars.data[i].from.v] = named[h->stars.data[i].to.v] = true;
    for (uint32_t i = 1; i < h->globals.len && !is_dynamic(h); i++) {
        const PtHirGlobal *g = &h->globals.data[i];
        const PtHirUnit *u = pt_hir_unit(h, g->unit);
        if ((g->flags & PT_GLOBAL_STABLE_FUNCTION) && u->kind == PT_UNIT_DEF && !named[i] && !exposed[g->module.v] &&
            !in->open_globals[i])
            in->f->closed[g->unit.v] = (u->flags & PT_UNIT_STABLE) && !(u->flags & (PT_UNIT_DECORATED | PT_UNIT_LOCALS));
    }
}

static void open_params(PtInfer *in, uint32_t unit)
{
    const PtHirUnit *u = &in->h->units.data[unit];
    for (uint32_t i = 0; i < u->params.len; i++) {
        PtParamKind kind = u->params.data[i].kind;
        PtTypeKind type = kind == PT_PARAM_VAR ? PT_TYPE_TUPLE : kind == PT_PARAM_VAR_KEYWORD ? PT_TYPE_DICT : PT_TYPE_TOP;
        PtFact fact = pt_fact_plain(type);
        fact.type = pt_type_of(in->f->types, type, pt_type_plain(PT_TYPE_TOP));
        if (!in->f->closed[unit] || type != PT_TYPE_TOP)
            in->f->syms[u->params.data[i].sym.v] = fact;
    }
    if (!(u->flags & PT_UNIT_LOCALS))
        return;
    for (uint32_t i = 0; i < u->syms.len; i++)
        in->f->syms[u->syms.data[i].v] = pt_fact_plain(PT_TYPE_TOP);
}

/* ---- demotion ---- */

static bool chosen(uint64_t seed, uint64_t what)
{
    uint64_t x = (seed + 1) * 0x9E3779B97F4A7C15u ^ (what + 1) * 0xC2B2AE3D27D4EB4Fu;
    x ^= x >> 29;
    x *= 0xBF58476D1CE4E5B9u;
    return (x >> 40) % 3 == 0;
}

/* --demote: all units, those of a name, or a share of units and symbols that a number chooses. */
static void demote(PtInfer *in)
{
    const char *what = in->pass->options->demote;
    const PtHir *h = in->h;
    /* What is suspended keeps its variables in an object of the runtime. */
    for (uint32_t u = 1; u < h->units.len; u++)
        in->f->demoted[u] = (h->units.data[u].flags & (PT_UNIT_GENERATOR | PT_UNIT_ASYNC)) != 0;
    if (!what)
        return;
    char *end;
    uint64_t seed = strtoull(what, &end, 10);
    bool number = *what && !*end, all = strcmp(what, "all") == 0;
    for (uint32_t u = 1; u < h->units.len; u++) {
        const PtHirUnit *unit = &h->units.data[u];
        in->f->demoted[u] |= all || (number && chosen(seed, u)) || strcmp(pt_intern_text(h->names, unit->name), what) == 0 ||
                            strcmp(pt_intern_text(h->names, unit->qualname), what) == 0;
    }
    for (uint32_t s = 1; s < h->syms.len; s++)
        in->f->demoted_syms[s] = number && chosen(~seed, s);
}

/* ---- the pass ---- */

static void *zeros(PtArena *arena, uint32_t count, size_t size)
{
    return pt_arena_zero(arena, (size_t)(count + 1) * size);
}

static PtFact *bottoms(PtArena *arena, uint32_t count)
{
    PtFact *facts = pt_arena_alloc(arena, (size_t)(count + 1) * sizeof *facts);
    for (uint32_t i = 0; i <= count; i++)
        facts[i] = pt_fact_plain(PT_TYPE_BOT);
    return facts;
}

static void visit_unit(PtInfer *in, uint32_t unit)
{
    const PtHirUnit *u = &in->h->units.data[unit];
    in->unit = (PtUnitId){unit};
    do {
        in->changed = false;
        for (uint32_t i = u->first; i && i <= u->last; i++)
            pt_infer_visit(in, (PtHirId){i});
    } while (in->changed);
}

static PtInfer start(PtPass *pass, const PtHir *hir, PtFacts *facts)
{
    PtArena *scratch = pass->scratch;
    PtInfer in = {.pass = pass, .h = hir, .f = facts};
    in.sym_moves = zeros(scratch, hir->syms.len, 1);
    in.global_moves = zeros(scratch, hir->globals.len, 1);
    in.return_moves = zeros(scratch, hir->units.len, 1);
    in.queued = zeros(scratch, hir->units.len, 1);
    in.open_globals = zeros(scratch, hir->globals.len, 1);
    find_open_globals(&in);
    return in;
}

PtFacts *pt_infer(PtPass *pass, const PtHir *hir)
{
    PtArena *arena = pass->arena;
    PtFacts *f = pt_arena_zero(arena, sizeof *f);
    f->hir = hir;
    f->types = pt_types_make(arena);
    f->nodes = bottoms(arena, hir->count);
    f->syms = bottoms(arena, hir->syms.len);
    f->globals = bottoms(arena, hir->globals.len);
    f->returns = bottoms(arena, hir->units.len);
    f->closed = zeros(arena, hir->units.len, 1);
    f->reached = zeros(arena, hir->units.len, 1);
    f->demoted = zeros(arena, hir->units.len, 1);
    f->demoted_syms = zeros(arena, hir->syms.len, 1);
    PtInfer in = start(pass, hir, f);
    find_closed(&in);
    demote(&in);
    for (uint32_t u = 1; u < hir->units.len; u++)
        open_params(&in, u);
    for (uint32_t m = 1; m < hir->modules.len; m++) {
        f->reached[hir->modules.data[m].body.v] = true;
        enqueue(&in, hir->modules.data[m].body.v);
    }
    for (uint32_t next = 0; next < in.queue.len; next++) {
        uint32_t unit = in.queue.data[next];
        in.queued[unit] = false;
        visit_unit(&in, unit);
    }
    return f;
}

const char *pt_infer_check(PtPass *pass, const PtFacts *facts)
{
    PtFacts copy = *facts;
    const PtHir *h = facts->hir;
    PtInfer in = start(pass, h, &copy);
    for (uint32_t u = 1; u < h->units.len; u++) {
        if (!facts->reached[u])
            continue;
        in.unit = (PtUnitId){u};
        for (uint32_t i = h->units.data[u].first; i && i <= h->units.data[u].last; i++) {
            pt_infer_visit(&in, (PtHirId){i});
            if (in.changed) {
                PtBuf buf = pt_buf_make(pass->arena);
                pt_buf_printf(&buf, "node %%%u: its constraint does not hold", i);
                return pt_buf_text(&buf);
            }
        }
    }
    return NULL;
}
