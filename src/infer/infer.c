/* The solver: one worklist of units, from the module bodies outwards; facts only ever grow. */
#include "infer/infer.h"

#include <stdlib.h>
#include <string.h>

#include "infer/infer_internal.h"

bool pt_fact_is_small(PtFact fact)
{
    return fact.lo >= -PT_RANGE_LIMIT && fact.hi <= PT_RANGE_LIMIT;
}

static bool join_into(PtInfer *in, PtFact *place, uint8_t *moves, PtFact fact)
{
    if (!pt_fact_grow(in->t, place, moves, fact))
        return false;
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
    const PtHirSym *s = pt_hir_sym(in->h, sym);
    if (!join_into(in, &in->f->syms[sym.v], &in->sym_moves[sym.v], fact))
        return;
    if (s->storage != PT_STORAGE_LOCAL)
        in->stale = true;
    else if (s->unit.v != in->unit.v)
        enqueue(in, s->unit.v);
}

void pt_infer_to_global(PtInfer *in, PtGlobalId global, PtFact fact)
{
    if (in->open_globals[global.v] || in->seen_globals[global.v])
        pt_fact_open(in->t, fact);
    if (!in->open_globals[global.v] && join_into(in, &in->f->globals[global.v], &in->global_moves[global.v], fact) &&
        !(pt_hir_global(in->h, global)->flags & PT_GLOBAL_BODY_ONLY))
        in->stale = true;
}

void pt_infer_to_return(PtInfer *in, PtUnitId unit, PtFact fact)
{
    if (!in->f->closed[unit.v])
        pt_fact_open(in->t, fact);
    if (join_into(in, &in->f->returns[unit.v], &in->return_moves[unit.v], fact))
        in->stale = true;
}

void pt_infer_reach(PtInfer *in, PtUnitId unit)
{
    if (in->f->reached[unit.v])
        return;
    in->f->reached[unit.v] = true;
    if (!in->queued[unit.v])
        pt_vec_push(in->pass->scratch, &in->queue, unit.v);
    in->queued[unit.v] = true;
    in->changed = true;
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

/* Modules whose globals are attributes somewhere. */
static void find_seen_globals(PtInfer *in)
{
    const PtHir *h = in->h;
    bool *exposed = pt_arena_zero(in->pass->scratch, h->modules.len + 1);
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        switch (pt_hir_kind(h, id)) {
        case PT_HIR_ImportModule: exposed[pt_hir_ImportModule_module(h, id).v] = true; break;
        case PT_HIR_LoadModule: exposed[pt_hir_LoadModule_module(h, id).v] = true; break;
        case PT_HIR_ImportStar: exposed[pt_hir_ImportStar_module(h, id).v] = true; break;
        case PT_HIR_LoadName: in->seen_globals[pt_hir_LoadName_global(h, id).v] = true; break;
        default: break;
        }
    }
    for (uint32_t i = 1; i < h->globals.len; i++)
        in->seen_globals[i] |= exposed[h->globals.data[i].module.v];
}

/* What may be called in ways that inference does not see. */
static void find_open_units(PtInfer *in)
{
    const PtHir *h = in->h;
    if (is_dynamic(h))
        pt_fact_stray(in->t, pt_fact_plain(PT_TYPE_TOP));
    for (uint32_t u = 1; u < h->units.len; u++) {
        const PtHirUnit *unit = &h->units.data[u];
        bool function = unit->kind == PT_UNIT_DEF || unit->kind == PT_UNIT_LAMBDA || unit->kind == PT_UNIT_GENEXPR;
        in->f->closed[u] = function;
        if (function && (is_dynamic(h) || (unit->flags & (PT_UNIT_LOCALS | PT_UNIT_ASYNC))))
            pt_infer_open_unit(in, (PtUnitId){u});
        for (uint32_t i = 0; (unit->flags & PT_UNIT_LOCALS) && i < unit->syms.len; i++)
            in->f->syms[unit->syms.data[i].v] = pt_fact_plain(PT_TYPE_TOP);
    }
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

/* Functions that have flowed into Values since the last time. */
static void open_functions(PtInfer *in)
{
    for (uint32_t i = 0; i < in->t->opened.len; i++)
        pt_infer_open_unit(in, (PtUnitId){in->t->opened.data[i]});
    in->t->opened.len = 0;
    pt_infer_open_classes(in);
}

static void visit_unit(PtInfer *in, uint32_t unit)
{
    const PtHirUnit *u = &in->h->units.data[unit];
    in->unit = (PtUnitId){unit};
    do {
        in->changed = false;
        for (uint32_t i = u->first; i && i <= u->last; i++)
            pt_infer_visit(in, (PtHirId){i});
        open_functions(in);
        in->stale |= in->t->grown;
        in->changed |= in->t->grown;
        in->t->grown = false;
    } while (in->changed);
}

static PtInfer start(PtPass *pass, const PtHir *hir, PtFacts *facts)
{
    PtArena *scratch = pass->scratch;
    PtInfer in = {.pass = pass, .h = hir, .f = facts, .t = facts->types};
    in.sym_moves = zeros(scratch, hir->syms.len, 1);
    in.global_moves = zeros(scratch, hir->globals.len, 1);
    in.return_moves = zeros(scratch, hir->units.len, 1);
    in.queued = zeros(scratch, hir->units.len, 1);
    in.open_globals = zeros(scratch, hir->globals.len, 1);
    in.seen_globals = zeros(scratch, hir->globals.len, 1);
    find_open_globals(&in);
    find_seen_globals(&in);
    pt_infer_find_names(&in);
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
    f->classes = zeros(arena, hir->units.len, sizeof *f->classes);
    f->targets = zeros(arena, hir->count, sizeof *f->targets);
    pt_vec_push(arena, &f->attr_facts, (PtAttrFact){0});
    f->yields = zeros(arena, hir->units.len, sizeof *f->yields);
    f->closed = zeros(arena, hir->units.len, 1);
    f->reached = zeros(arena, hir->units.len, 1);
    f->demoted = zeros(arena, hir->units.len, 1);
    f->demoted_syms = zeros(arena, hir->syms.len, 1);
    PtInfer in = start(pass, hir, f);
    demote(&in);
    pt_infer_find_classes(&in);
    find_open_units(&in);
    for (uint32_t m = 1; m < hir->modules.len; m++) {
        f->reached[hir->modules.data[m].body.v] = true;
        enqueue(&in, hir->modules.data[m].body.v);
    }
    do {
        in.stale = false;
        for (uint32_t next = 0; next < in.queue.len; next++) {
            uint32_t unit = in.queue.data[next];
            in.queued[unit] = false;
            visit_unit(&in, unit);
        }
        in.queue.len = 0;
        for (uint32_t u = 1; in.stale && u < hir->units.len; u++)
            enqueue(&in, u);
    } while (in.queue.len > 0);
    pt_infer_find_targets(&in);
    pt_rep_start(f);
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
            if (in.changed || in.t->grown) {
                PtBuf buf = pt_buf_make(pass->arena);
                pt_buf_printf(&buf, "node %%%u: its constraint does not hold", i);
                return pt_buf_text(&buf);
            }
        }
    }
    return NULL;
}
