/* The checker of HIR: what every consumer relies on. Run after lowering in checked builds.

   - every slot holds an id of its type, in range; required operands are there
   - every operand yields a value and dominates its use: it stands earlier in the same block or in a block around it; a
     region's value is used only where its row in hir.def says
   - every node stands in exactly one block, whose region is its parent; nothing follows a terminator
   - blocks that yield end in Result or a terminator; jumps go to an enclosing loop
   - symbols belong to the unit of the node, with the storage that the node's kind says */
#include <stdio.h>
#include <string.h>

#include "hir/hir.h"

typedef struct Check {
    const PtHir *h;
    PtArena *arena;
    uint8_t *visible; /* 1: the node's value may be used now */
    uint8_t *seen;
    PtUnitId unit;
    const char *error;
} Check;

static void fail(Check *c, PtHirId id, const char *what)
{
    if (c->error)
        return;
    PtBuf text = pt_buf_make(c->arena);
    pt_buf_printf(&text, "unit %s, node %u (%s): %s", pt_intern_text(c->h->names, pt_hir_unit(c->h, c->unit)->qualname), id.v,
                  pt_hir_kind_info(pt_hir_kind(c->h, id))->name, what);
    c->error = pt_buf_text(&text);
}

static void check_operand(Check *c, PtHirId user, PtHirId id)
{
    if (!id.v || id.v >= c->h->count)
        fail(c, user, "an operand is missing or out of range");
    else if (!(pt_hir_traits(c->h, id) & PT_HIR_T_VALUE))
        fail(c, user, "an operand yields no value");
    else if (!c->visible[id.v])
        fail(c, user, "an operand does not dominate its use");
}

static void check_sym(Check *c, PtHirId id, PtSymId sym)
{
    if (!sym.v || sym.v >= c->h->syms.len) {
        fail(c, id, "a symbol is missing");
        return;
    }
    const PtHirSym *s = pt_hir_sym(c->h, sym);
    if (s->unit.v != c->unit.v)
        fail(c, id, "a symbol of another unit");
    PtHirKind kind = pt_hir_kind(c->h, id);
    bool local = kind == PT_HIR_LoadLocal || kind == PT_HIR_StoreLocal || kind == PT_HIR_DeleteLocal;
    if (local != (s->storage == PT_STORAGE_LOCAL))
        fail(c, id, "a symbol of another storage");
    if (s->storage == PT_STORAGE_FREE && !s->outer.v)
        fail(c, id, "a free variable captures nothing");
}

static void check_slot(Check *c, PtHirId id, PtHirSlot type, uint32_t word)
{
    const PtHir *h = c->h;
    switch (type) {
    case PT_SLOT_VALUE:
        check_operand(c, id, (PtHirId){word});
        break;
    case PT_SLOT_OPTVALUE:
        if (word)
            check_operand(c, id, (PtHirId){word});
        break;
    case PT_SLOT_VALUES:
    case PT_SLOT_OPTVALUES:
        for (uint32_t i = 0; i < pt_hir_len(h, (PtHirList){word}); i++)
            if (type == PT_SLOT_VALUES || pt_hir_at(h, (PtHirList){word}, i).v)
                check_operand(c, id, pt_hir_at(h, (PtHirList){word}, i));
        break;
    case PT_SLOT_ARGS:
        for (uint32_t i = 0; i < pt_hir_arg_count(h, (PtHirList){word}); i++)
            check_operand(c, id, pt_hir_arg(h, (PtHirList){word}, i).value);
        break;
    case PT_SLOT_SYM:
        check_sym(c, id, (PtSymId){word});
        break;
    case PT_SLOT_GLOBAL:
        if (!word || word >= h->globals.len)
            fail(c, id, "a global is missing");
        break;
    case PT_SLOT_NAME:
        if (!word)
            fail(c, id, "a name is missing");
        break;
    case PT_SLOT_CONST:
        if (!word || word >= h->consts.len)
            fail(c, id, "a constant is missing");
        break;
    case PT_SLOT_UNIT:
        if (!word || word >= h->units.len || !pt_hir_unit(h, (PtUnitId){word})->body.v)
            fail(c, id, "a unit is missing or has no body");
        break;
    case PT_SLOT_MODULE:
        if (!word || word >= h->modules.len)
            fail(c, id, "a module is missing");
        break;
    case PT_SLOT_STD:
        if (!word || word > pt_stdlib_row_count())
            fail(c, id, "a library row is missing");
        break;
    case PT_SLOT_TARGET: {
        PtHirId at = pt_hir_parent(h, id);
        while (at.v && at.v != word)
            at = pt_hir_parent(h, at);
        if (!at.v || (pt_hir_kind(h, at) != PT_HIR_ForLoop && pt_hir_kind(h, at) != PT_HIR_WhileLoop))
            fail(c, id, "a jump that leads to no enclosing loop");
        break;
    }
    default:
        break;
    }
}

static void check_block(Check *c, PtHirId region, PtHirList block, bool yields);

static bool yields(PtHirKind kind, int slot)
{
    return (kind == PT_HIR_IfValue && slot > 0) || (kind == PT_HIR_WhileLoop && slot == 0) || (kind == PT_HIR_Handler && slot == 0);
}

/* Regions whose own id is a value inside their body, not behind them. */
static bool value_inside(PtHirKind kind)
{
    return kind == PT_HIR_ForLoop || kind == PT_HIR_With || kind == PT_HIR_Handler;
}

static void check_node(Check *c, PtHirId id, PtHirId region)
{
    const PtHirKindInfo *info = pt_hir_kind_info(pt_hir_kind(c->h, id));
    PtHirKind kind = pt_hir_kind(c->h, id);
    if (c->seen[id.v]++)
        fail(c, id, "a node in two places");
    if (pt_hir_parent(c->h, id).v != region.v)
        fail(c, id, "a wrong parent");
    for (int s = 0; s < 4; s++)
        if (kind != PT_HIR_ImportStar)
            check_slot(c, id, info->types[s], c->h->slots[id.v][s]);
    for (int s = 0; s < 4; s++) {
        PtHirList list = {c->h->slots[id.v][s]};
        if (info->types[s] == PT_SLOT_BLOCK) {
            c->visible[id.v] = value_inside(kind) && (kind != PT_HIR_ForLoop || s == 1) && (kind != PT_HIR_Handler || s == 1);
            check_block(c, id, list, yields(kind, s) && (list.v || kind != PT_HIR_Handler));
        }
        if (info->types[s] == PT_SLOT_NODES && (info->traits & PT_HIR_T_REGION))
            for (uint32_t i = 0; i < pt_hir_len(c->h, list); i++)
                check_node(c, pt_hir_at(c->h, list, i), id);
    }
    c->visible[id.v] = info->traits & PT_HIR_T_VALUE && !value_inside(kind);
}

static void check_block(Check *c, PtHirId region, PtHirList block, bool must_yield)
{
    uint32_t len = pt_hir_len(c->h, block);
    for (uint32_t i = 0; i < len && !c->error; i++) {
        PtHirId id = pt_hir_at(c->h, block, i);
        check_node(c, id, region);
        bool ends = pt_hir_traits(c->h, id) & PT_HIR_T_END || pt_hir_has(c->h, id, PT_HIR_F_NO_FALL);
        if (ends && i + 1 < len)
            fail(c, id, "nodes behind a terminator");
        if (must_yield && i + 1 == len && !ends)
            fail(c, id, "a block without its result");
    }
    if (must_yield && !len)
        fail(c, region, "an empty block that should yield");
    for (uint32_t i = 0; i < len; i++)
        c->visible[pt_hir_at(c->h, block, i).v] = 0;
}

const char *pt_hir_check(const PtHir *h, PtArena *arena)
{
    Check c = {.h = h, .arena = arena};
    c.visible = pt_arena_array(arena, uint8_t, h->count);
    c.seen = pt_arena_array(arena, uint8_t, h->count);
    for (uint32_t u = 1; u < h->units.len && !c.error; u++) {
        c.unit.v = u;
        const PtHirUnit *unit = pt_hir_unit(h, c.unit);
        if (!unit->body.v)
            continue;
        check_block(&c, (PtHirId){0}, unit->body, false);
        uint32_t len = pt_hir_len(h, unit->body);
        PtHirId last = len ? pt_hir_at(h, unit->body, len - 1) : (PtHirId){0};
        if (!last.v || !(pt_hir_traits(h, last) & PT_HIR_T_END || pt_hir_has(h, last, PT_HIR_F_NO_FALL)))
            fail(&c, last, "a unit whose end is reached");
        for (uint32_t i = unit->first; i <= unit->last && !c.error; i++)
            if (!c.seen[i])
                fail(&c, (PtHirId){i}, "a node that stands nowhere");
    }
    return c.error;
}
