/* Which units may call themselves through direct calls (PT_UNIT_RECURSIVE): the cycles of the graph of CallUnit nodes.
   Calls through values are counted by the runtime's binder and need no mark. */
#include "hir/lower_internal.h"

/* Tarjan's algorithm with an explicit stack, so that a long chain of functions costs no C stack. */
typedef struct Tarjan {
    PtHir *h;
    PtArena *scratch;
    uint32_t *order, *low, *at; /* by unit: number of discovery (0 = not seen), lowest reachable, next node to look at */
    bool *open;                 /* on `component` */
    uint32_t counter;
    PtWords path, component;
} Tarjan;

static void discover(Tarjan *t, uint32_t unit)
{
    t->order[unit] = t->low[unit] = ++t->counter;
    t->at[unit] = pt_hir_unit(t->h, (PtUnitId){unit})->first;
    t->open[unit] = true;
    pt_vec_push(t->scratch, &t->path, unit);
    pt_vec_push(t->scratch, &t->component, unit);
}

static void mark(Tarjan *t, uint32_t unit)
{
    t->h->units.data[unit].flags |= PT_UNIT_RECURSIVE;
}

/* All calls of the unit are done: if it is the root of its component, closes that. */
static void finish(Tarjan *t, uint32_t unit)
{
    (void)pt_vec_pop(&t->path);
    if (t->path.len) {
        uint32_t caller = pt_vec_last(&t->path);
        t->low[caller] = t->low[unit] < t->low[caller] ? t->low[unit] : t->low[caller];
    }
    if (t->low[unit] != t->order[unit])
        return;
    bool alone = pt_vec_last(&t->component) == unit;
    for (bool more = true; more;) {
        uint32_t member = pt_vec_pop(&t->component);
        t->open[member] = false;
        if (!alone)
            mark(t, member);
        more = member != unit;
    }
}

static void step(Tarjan *t, uint32_t unit)
{
    uint32_t last = pt_hir_unit(t->h, (PtUnitId){unit})->last;
    for (uint32_t i = t->at[unit]; i <= last && i; i++) {
        if (t->h->kinds[i] != PT_HIR_CallUnit)
            continue;
        uint32_t callee = pt_hir_CallUnit_unit(t->h, (PtHirId){i}).v;
        if (callee == unit)
            mark(t, unit);
        if (!t->order[callee]) {
            t->at[unit] = i + 1;
            discover(t, callee);
            return;
        }
        if (t->open[callee] && t->order[callee] < t->low[unit])
            t->low[unit] = t->order[callee];
    }
    finish(t, unit);
}

void pt_hir_mark_recursive(PtHir *h, PtArena *scratch)
{
    uint32_t n = h->units.len;
    Tarjan t = {.h = h, .scratch = scratch};
    t.order = pt_arena_array(scratch, uint32_t, n);
    t.low = pt_arena_array(scratch, uint32_t, n);
    t.at = pt_arena_array(scratch, uint32_t, n);
    t.open = pt_arena_array(scratch, bool, n);
    for (uint32_t i = 1; i < n; i++) {
        if (t.order[i] || !h->units.data[i].body.v)
            continue;
        discover(&t, i);
        while (t.path.len)
            step(&t, pt_vec_last(&t.path));
    }
}
