/* Definite assignment: after lowering, marks the reads and deletes that may find their name unbound (flag CHECKED) and
   the symbols concerned (MAYBE_UNBOUND).

   A forward walk over a unit's region tree with one bit per variable. What is known at the start of a handler or a
   finally block is what held at the start of the try body minus what the body may delete; at the start of a loop
   likewise. A variable of an outer unit is bound when it was bound at every place that made the inner function. */
#include <string.h>

#include "hir/lower_internal.h"

typedef struct Bits {
    uint64_t *w;
} Bits;

typedef struct Flow {
    PtHir *h;
    PtArena *scratch;
    PtUnitId unit;
    PtMap index;         /* symbol → 1 + bit; a module body's globals 1 << 32 | id; a class body's names 2 << 32 | id */
    uint32_t words;
    Bits now;
    bool dead;           /* control does not come here: everything counts as bound */
    struct Target *targets;
    PtMap when_true;     /* IfValue that is a conjunction → 1 + index in `states` */
    PT_VEC(Bits) states; /* what holds when it was true */
    PtMap *unbound_free; /* FREE symbols that some maker had not bound */
} Flow;

/* What holds where a loop is left by break, and where it starts again. */
typedef struct Target {
    struct Target *outer;
    PtHirId loop;
    Bits at_break;
    bool broken;
} Target;

static Bits new_bits(Flow *f)
{
    return (Bits){pt_arena_array(f->scratch, uint64_t, f->words)};
}

static Bits copy_bits(Flow *f, Bits b)
{
    Bits c = new_bits(f);
    memcpy(c.w, b.w, f->words * sizeof *c.w);
    return c;
}

static void and_bits(const Flow *f, Bits a, Bits b)
{
    for (uint32_t i = 0; i < f->words; i++)
        a.w[i] &= b.w[i];
}

static uint32_t bit_of(const Flow *f, uint64_t key)
{
    return pt_map_get(&f->index, key);
}

static bool get(const Flow *f, uint32_t bit)
{
    return f->now.w[(bit - 1) / 64] >> (bit - 1) % 64 & 1;
}

static void put(Bits b, uint32_t bit, bool value)
{
    uint64_t mask = 1ull << (bit - 1) % 64;
    if (value)
        b.w[(bit - 1) / 64] |= mask;
    else
        b.w[(bit - 1) / 64] &= ~mask;
}

/* The variable a node reads, stores or deletes, as a key of `index`; 0 for none. */
static uint64_t var_of(const PtHir *h, PtHirId id)
{
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_LoadLocal:
    case PT_HIR_StoreLocal:
    case PT_HIR_DeleteLocal:
    case PT_HIR_LoadCell:
    case PT_HIR_StoreCell:
    case PT_HIR_DeleteCell:
    case PT_HIR_NewCell:
        return h->slots[id.v][0];
    case PT_HIR_LoadGlobal:
    case PT_HIR_StoreGlobal:
    case PT_HIR_DeleteGlobal:
        return 1ull << 32 | h->slots[id.v][0];
    case PT_HIR_LoadName:
    case PT_HIR_StoreName:
    case PT_HIR_DeleteName:
        return 2ull << 32 | h->slots[id.v][0];
    default:
        return 0;
    }
}

static bool is_free(const Flow *f, uint64_t key)
{
    return key >> 32 == 0 && pt_hir_sym(f->h, (PtSymId){(uint32_t)key})->storage == PT_STORAGE_FREE;
}

static void walk_block(Flow *f, PtHirList block);

/* A captured variable: bound when its maker had bound it, or by this unit itself. */
static bool free_is_bound(const Flow *f, uint64_t key)
{
    if (!pt_map_get(f->unbound_free, key))
        return true;
    return !(pt_hir_sym(f->h, (PtSymId){(uint32_t)key})->flags & PT_SYM_DELETED) && get(f, bit_of(f, key));
}

static void check_read(Flow *f, PtHirId id, uint64_t key)
{
    uint32_t bit = bit_of(f, key);
    bool global = key >> 32; /* or a name of a class body */
    if (f->dead)
        return;
    bool bound;
    if (is_free(f, key))
        bound = free_is_bound(f, key);
    else if (!global && pt_hir_sym(f->h, (PtSymId){(uint32_t)key})->storage == PT_STORAGE_CELL &&
             pt_hir_sym(f->h, (PtSymId){(uint32_t)key})->flags & PT_SYM_DELETED)
        bound = false; /* an inner function may have deleted it */
    else
        bound = bit && get(f, bit);
    if (global) {
        /* the lowering has marked what may be unbound; here the module body's own order takes marks away */
        if (bound)
            f->h->flags[id.v] &= (uint16_t)~PT_HIR_F_CHECKED;
        return;
    }
    /* what the lowering makes for itself is always stored before it is read */
    if (!bound && !(pt_hir_sym(f->h, (PtSymId){(uint32_t)key})->flags & PT_SYM_SYNTHETIC)) {
        f->h->flags[id.v] |= PT_HIR_F_CHECKED;
        f->h->syms.data[key].flags |= PT_SYM_MAYBE_UNBOUND;
    }
}

/* A function, class or generator is made: its captured variables must be bound now, or are read with a check inside.
   `next_store` is the variable that the very next node binds to it (a def that refers to itself). */
static void check_captures(Flow *f, PtUnitId unit, uint64_t next_store)
{
    const PtHirUnit *u = pt_hir_unit(f->h, unit);
    for (uint32_t i = 0; i < u->captures.len; i++) {
        PtSymId sym = u->captures.data[i];
        PtSymId outer = pt_hir_sym(f->h, sym)->outer;
        unsigned flags = pt_hir_sym(f->h, outer)->flags;
        bool bound = outer.v == next_store;
        if (is_free(f, outer.v))
            bound |= free_is_bound(f, outer.v);
        else
            bound |= bit_of(f, outer.v) && get(f, bit_of(f, outer.v));
        if (flags & PT_SYM_CLASS_CELL)
            bound = true;
        if (!bound || flags & PT_SYM_DELETED)
            pt_map_set(f->scratch, f->unbound_free, sym.v, 1);
    }
}

/* Everything that may be deleted inside the nodes [from, to] is unknown from here on. */
static void forget_deleted(Flow *f, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i <= to; i++) {
        PtHirKind kind = (PtHirKind)f->h->kinds[i];
        if (kind != PT_HIR_DeleteLocal && kind != PT_HIR_DeleteCell && kind != PT_HIR_DeleteGlobal &&
            kind != PT_HIR_DeleteName && kind != PT_HIR_NewCell)
            continue;
        uint32_t bit = bit_of(f, var_of(f->h, (PtHirId){i}));
        if (bit)
            put(f->now, bit, false);
    }
}

/* The last node inside a region: nodes of a unit are numbered in source order. */
static uint32_t last_inside(const PtHir *h, PtHirId region)
{
    uint32_t end = region.v;
    PtHirList blocks[4];
    int n = pt_hir_blocks(h, region, blocks);
    for (int i = 0; i < n; i++) {
        uint32_t len = pt_hir_len(h, blocks[i]);
        if (!len)
            continue;
        PtHirId last = pt_hir_at(h, blocks[i], len - 1);
        uint32_t inner = pt_hir_traits(h, last) & PT_HIR_T_REGION ? last_inside(h, last) : last.v;
        end = inner > end ? inner : end;
    }
    PtHirKind kind = pt_hir_kind(h, region);
    if (kind == PT_HIR_Try || kind == PT_HIR_TryStar) {
        PtHirList handlers = pt_hir_Try_handlers(h, region);
        if (pt_hir_kind(h, region) == PT_HIR_TryStar)
            handlers.v = h->slots[region.v][1];
        for (uint32_t i = 0; i < pt_hir_len(h, handlers); i++) {
            uint32_t inner = last_inside(h, pt_hir_at(h, handlers, i));
            end = inner > end ? inner : end;
        }
    }
    return end;
}

/* Joins what holds now into `into`; a dead end adds nothing. */
static void join(Flow *f, Bits *into, bool *alive)
{
    if (f->dead)
        return;
    if (*alive)
        and_bits(f, *into, f->now);
    else
        *into = copy_bits(f, f->now);
    *alive = true;
}

static void restore(Flow *f, Bits b, bool alive)
{
    f->dead = !alive;
    if (alive)
        f->now = b;
}

/* Adds what is known because `cond` was true. */
static void assume(Flow *f, PtHirId cond)
{
    uint32_t at = pt_map_get(&f->when_true, cond.v);
    for (uint32_t i = 0; at && i < f->words; i++)
        f->now.w[i] |= f->states.data[at - 1].w[i];
}

/* The value that a block yields, 0 when it does not. */
static PtHirId result_of(const PtHir *h, PtHirList block)
{
    uint32_t len = pt_hir_len(h, block);
    PtHirId last = len ? pt_hir_at(h, block, len - 1) : (PtHirId){0};
    return last.v && pt_hir_kind(h, last) == PT_HIR_Result ? pt_hir_Result_value(h, last) : (PtHirId){0};
}

/* `a and b` as a condition: when it is true, all of `b` has run. */
static void remember_true(Flow *f, PtHirId id)
{
    PtHirHint hint = pt_hir_hint(f->h, id);
    if (f->dead || (hint != PT_HIR_HINT_COND_AND && hint != PT_HIR_HINT_COND_CHAIN))
        return;
    Bits after = f->now;
    f->now = copy_bits(f, after);
    assume(f, result_of(f->h, (PtHirList){f->h->slots[id.v][1]}));
    pt_vec_push(f->scratch, &f->states, f->now);
    pt_map_set(f->scratch, &f->when_true, id.v, f->states.len);
    f->now = after;
}

static void walk_if(Flow *f, PtHirId id)
{
    Bits start = copy_bits(f, f->now), end = {0};
    bool alive = false, was_dead = f->dead;
    assume(f, (PtHirId){f->h->slots[id.v][0]});
    walk_block(f, (PtHirList){f->h->slots[id.v][1]});
    remember_true(f, id);
    join(f, &end, &alive);
    f->now = start;
    f->dead = was_dead;
    walk_block(f, (PtHirList){f->h->slots[id.v][2]});
    join(f, &end, &alive);
    restore(f, alive ? end : start, alive);
}

static void walk_loop(Flow *f, PtHirId id)
{
    bool is_for = pt_hir_kind(f->h, id) == PT_HIR_ForLoop, was_dead = f->dead;
    forget_deleted(f, id.v, last_inside(f->h, id));
    Target target = {f->targets, id, {0}, false};
    f->targets = &target;
    if (!is_for)
        walk_block(f, pt_hir_WhileLoop_cond(f->h, id));
    Bits start = copy_bits(f, f->now);
    f->dead = was_dead;
    if (!is_for)
        assume(f, result_of(f->h, pt_hir_WhileLoop_cond(f->h, id)));
    walk_block(f, (PtHirList){f->h->slots[id.v][1]});
    f->targets = target.outer;
    bool forever = pt_hir_has(f->h, id, PT_HIR_F_FOREVER);
    restore(f, start, !was_dead && !forever);
    if (!f->dead)
        walk_block(f, (PtHirList){f->h->slots[id.v][2]});
    Bits end = {0};
    bool alive = false;
    join(f, &end, &alive);
    if (target.broken) {
        if (alive)
            and_bits(f, end, target.at_break);
        else
            end = target.at_break;
        alive = true;
    }
    restore(f, alive ? end : start, alive);
}

static void walk_try(Flow *f, PtHirId id)
{
    PtHir *h = f->h;
    PtHirList body = {h->slots[id.v][0]}, handlers = {h->slots[id.v][1]}, orelse = {h->slots[id.v][2]}, final = {h->slots[id.v][3]};
    bool was_dead = f->dead;
    uint32_t len = pt_hir_len(h, handlers);
    Bits before = copy_bits(f, f->now);
    uint32_t last = last_inside(h, id);
    Bits end = {0};
    bool alive = false;
    walk_block(f, body);
    if (!f->dead)
        walk_block(f, orelse);
    join(f, &end, &alive);
    for (uint32_t i = 0; i < len; i++) {
        PtHirId handler = pt_hir_at(h, handlers, i);
        f->now = copy_bits(f, before);
        f->dead = was_dead;
        forget_deleted(f, id.v, handler.v);
        walk_block(f, pt_hir_Handler_match(h, handler));
        f->dead = was_dead;
        walk_block(f, pt_hir_Handler_body(h, handler));
        join(f, &end, &alive);
    }
    if (final.v) {
        /* entered from anywhere inside; what it adds holds behind it as well */
        f->now = copy_bits(f, before);
        f->dead = was_dead;
        forget_deleted(f, id.v, pt_hir_len(h, final) ? pt_hir_at(h, final, 0).v - 1 : last);
        Bits entry = copy_bits(f, f->now);
        walk_block(f, final);
        bool final_falls = !f->dead;
        if (alive) {
            for (uint32_t i = 0; i < f->words; i++)
                end.w[i] = (end.w[i] & ~(entry.w[i] & ~f->now.w[i])) | (f->now.w[i] & ~entry.w[i]);
        }
        alive = alive && final_falls;
    }
    restore(f, alive ? end : before, alive);
}

static void walk_with(Flow *f, PtHirId id)
{
    /* an exception swallowed by __exit__ leaves what held at the start */
    Bits before = copy_bits(f, f->now);
    bool was_dead = f->dead;
    walk_block(f, pt_hir_With_body(f->h, id));
    f->now = before;
    f->dead = was_dead;
    forget_deleted(f, id.v, last_inside(f->h, id));
}

static void leave(Flow *f, PtHirId id)
{
    if (pt_hir_kind(f->h, id) == PT_HIR_Break)
        for (Target *t = f->targets; t; t = t->outer)
            if (t->loop.v == pt_hir_Break_loop(f->h, id).v)
                join(f, &t->at_break, &t->broken);
    if (pt_hir_kind(f->h, id) != PT_HIR_Result)
        f->dead = true;
}

static void walk_node(Flow *f, PtHirId id, PtHirId next)
{
    PtHir *h = f->h;
    uint64_t key = var_of(h, id);
    uint32_t bit = key ? bit_of(f, key) : 0;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_LoadLocal:
    case PT_HIR_LoadCell:
    case PT_HIR_LoadGlobal:
    case PT_HIR_LoadName:
        check_read(f, id, key);
        break;
    case PT_HIR_StoreLocal:
    case PT_HIR_StoreCell:
    case PT_HIR_StoreGlobal:
    case PT_HIR_StoreName:
        if (bit)
            put(f->now, bit, true);
        break;
    case PT_HIR_DeleteLocal:
    case PT_HIR_DeleteCell:
    case PT_HIR_DeleteGlobal:
    case PT_HIR_DeleteName:
        if (!pt_hir_has(h, id, PT_HIR_F_QUIET) && !f->dead && (is_free(f, key) || (bit && get(f, bit))))
            h->flags[id.v] &= (uint16_t)~PT_HIR_F_CHECKED;
        if (key >> 32 == 0 && is_free(f, key))
            h->flags[id.v] |= PT_HIR_F_CHECKED;
        if (bit)
            put(f->now, bit, false);
        break;
    case PT_HIR_NewCell:
        if (bit)
            put(f->now, bit, false);
        break;
    case PT_HIR_MakeFunction:
    case PT_HIR_MakeClass: {
        PtHirKind after = next.v ? pt_hir_kind(h, next) : PT_HIR_NONE;
        check_captures(f, (PtUnitId){h->slots[id.v][0]}, after == PT_HIR_StoreCell ? var_of(h, next) : 0);
        break;
    }
    case PT_HIR_MakeGenExpr:
        check_captures(f, pt_hir_MakeGenExpr_unit(h, id), 0);
        break;
    case PT_HIR_If:
    case PT_HIR_IfValue:
        walk_if(f, id);
        break;
    case PT_HIR_ForLoop:
    case PT_HIR_WhileLoop:
        walk_loop(f, id);
        break;
    case PT_HIR_Try:
    case PT_HIR_TryStar:
        walk_try(f, id);
        break;
    case PT_HIR_With:
        walk_with(f, id);
        break;
    default:
        break;
    }
    if (pt_hir_traits(h, id) & PT_HIR_T_END)
        leave(f, id);
}

static void walk_block(Flow *f, PtHirList block)
{
    uint32_t len = pt_hir_len(f->h, block);
    for (uint32_t i = 0; i < len; i++)
        walk_node(f, pt_hir_at(f->h, block, i), i + 1 < len ? pt_hir_at(f->h, block, i + 1) : (PtHirId){0});
}

/* Names that a class body stores, and the two that it starts with. */
static void index_class(Flow *f, const PtHirUnit *u, uint32_t bits)
{
    uint64_t preset[2] = {2ull << 32 | pt_intern_cstr(f->h->names, "__module__").v,
                          2ull << 32 | pt_intern_cstr(f->h->names, "__qualname__").v};
    pt_map_set(f->scratch, &f->index, preset[0], ++bits);
    pt_map_set(f->scratch, &f->index, preset[1], ++bits);
    for (uint32_t i = u->first; i <= u->last; i++) {
        uint64_t key = f->h->kinds[i] == PT_HIR_StoreName ? var_of(f->h, (PtHirId){i}) : 0;
        if (key && !bit_of(f, key))
            pt_map_set(f->scratch, &f->index, key, ++bits);
    }
    f->words = bits / 64 + 1;
    f->now = new_bits(f);
    put(f->now, bit_of(f, preset[0]), true);
    put(f->now, bit_of(f, preset[1]), true);
}

static void walk_unit(PtHir *h, PtArena *scratch, PtUnitId unit, PtMap *unbound_free)
{
    const PtHirUnit *u = pt_hir_unit(h, unit);
    Flow f = {.h = h, .scratch = scratch, .unit = unit, .unbound_free = unbound_free};
    uint32_t bits = 0;
    for (uint32_t i = 0; i < u->syms.len; i++)
        pt_map_set(scratch, &f.index, u->syms.data[i].v, ++bits);
    if (u->kind == PT_UNIT_MODULE && !(h->world.flags & (1u << PT_WORLD_GLOBALS | 1u << PT_WORLD_EVAL | 1u << PT_WORLD_SYS_MODULES))) {
        const PtHirModule *m = pt_hir_module(h, u->module);
        for (uint32_t i = 0; i < m->globals.len; i++) {
            const PtHirGlobal *g = pt_hir_global(h, m->globals.data[i]);
            if (!(g->flags & PT_GLOBAL_DELETED && g->flags & PT_GLOBAL_SET_INSIDE))
                pt_map_set(scratch, &f.index, 1ull << 32 | m->globals.data[i].v, ++bits);
        }
    }
    if (u->kind == PT_UNIT_CLASS) {
        index_class(&f, u, bits);
    } else {
        f.words = bits / 64 + 1;
        f.now = new_bits(&f);
    }
    for (uint32_t i = 0; i < u->params.len; i++)
        put(f.now, bit_of(&f, u->params.data[i].sym.v), true);
    for (uint32_t i = 0; i < u->syms.len; i++)
        if (pt_hir_sym(h, u->syms.data[i])->flags & PT_SYM_CLASS_CELL && pt_hir_sym(h, u->syms.data[i])->storage == PT_STORAGE_CELL)
            put(f.now, bit_of(&f, u->syms.data[i].v), true);
    walk_block(&f, u->body);
}

void pt_hir_mark_unbound(PtHir *h, PtArena *scratch)
{
    /* units are numbered parents first, so what a unit captures is settled before its own walk */
    PtMap unbound_free = {0};
    for (uint32_t i = 1; i < h->units.len; i++)
        if (h->units.data[i].body.v)
            walk_unit(h, scratch, (PtUnitId){i}, &unbound_free);
}
