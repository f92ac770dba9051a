/* Construction of a PtHir; see hir_build.h. */
#include "hir/hir_build.h"

#include <string.h>

PtHir *pt_hir_make(PtArena *arena, PtInterner *names)
{
    PtHir *h = pt_arena_new(arena, PtHir);
    h->arena = arena;
    h->names = names;
    h->count = 1;
    pt_vec_push(arena, &h->extra, 0);
    pt_vec_push(arena, &h->consts, (PtHirConst){0});
    pt_vec_push(arena, &h->syms, (PtHirSym){0});
    pt_vec_push(arena, &h->globals, (PtHirGlobal){0});
    pt_vec_push(arena, &h->units, (PtHirUnit){0});
    pt_vec_push(arena, &h->modules, (PtHirModule){0});
    pt_vec_push(arena, &h->stars, (PtHirStar){0});
    return h;
}

/* The arrays double together, so that growth is one test. */
static void grow_nodes(PtHir *h)
{
    uint32_t old = h->cap, cap = old ? old * 2 : 256;
    PtArena *a = h->arena;
    h->kinds = pt_arena_grow(a, h->kinds, old, cap);
    h->hints = pt_arena_grow(a, h->hints, old, cap);
    h->flags = pt_arena_grow(a, h->flags, old * sizeof *h->flags, cap * sizeof *h->flags);
    h->spans = pt_arena_grow(a, h->spans, old * sizeof *h->spans, cap * sizeof *h->spans);
    h->slots = pt_arena_grow(a, h->slots, old * sizeof *h->slots, cap * sizeof *h->slots);
    h->parents = pt_arena_grow(a, h->parents, old * sizeof *h->parents, cap * sizeof *h->parents);
    h->cap = cap;
    if (!old)
        h->kinds[0] = PT_HIR_NONE, h->hints[0] = 0, h->flags[0] = 0, h->spans[0] = PT_SPAN_NONE, h->parents[0] = 0,
        memset(h->slots[0], 0, sizeof h->slots[0]);
}

PtHirId pt_hir_add_node(PtHir *h, PtHirKind kind, PtSpan span)
{
    if (h->count >= h->cap)
        grow_nodes(h);
    uint32_t id = h->count++;
    h->kinds[id] = (uint8_t)kind;
    h->hints[id] = PT_HIR_HINT_NONE;
    h->flags[id] = 0;
    h->spans[id] = span;
    h->parents[id] = 0;
    memset(h->slots[id], 0, sizeof h->slots[id]);
    return (PtHirId){id};
}

PtSymId pt_hir_add_sym(PtHir *h, PtUnitId unit, PtNameId name, PtStorage storage, unsigned flags, PtSpan span)
{
    PtSymId id = {h->syms.len};
    pt_vec_push(h->arena, &h->syms,
                (PtHirSym){.name = name, .unit = unit, .storage = storage, .flags = (uint16_t)flags, .span = span});
    pt_vec_push(h->arena, &h->units.data[unit.v].syms, id);
    return id;
}

PtUnitId pt_hir_add_unit(PtHir *h, PtUnitKind kind, PtModId module, PtUnitId parent, PtNameId name, PtSpan span)
{
    PtUnitId id = {h->units.len};
    pt_vec_push(h->arena, &h->units,
                (PtHirUnit){.kind = kind, .module = module, .parent = parent, .name = name, .qualname = name, .span = span});
    if (parent.v)
        pt_vec_push(h->arena, &h->units.data[parent.v].children, id);
    return id;
}

PtModId pt_hir_add_module(PtHir *h, PtNameId name, const char *path, uint32_t file)
{
    PtModId id = {h->modules.len};
    pt_vec_push(h->arena, &h->modules, (PtHirModule){.name = name, .path = path, .file = file});
    return id;
}

PtGlobalId pt_hir_add_global(PtHir *h, PtModId module, PtNameId name)
{
    PtGlobalId id = pt_hir_find_global(h, module, name);
    if (id.v)
        return id;
    id.v = h->globals.len;
    const char *text = pt_intern_text(h->names, name);
    PtStdId builtin = pt_stdlib_member(PT_STD_BUILTINS, text, pt_intern_len(h->names, name));
    pt_vec_push(h->arena, &h->globals, (PtHirGlobal){.module = module, .name = name, .builtin = builtin});
    pt_map_set(h->arena, &h->global_index, (uint64_t)module.v << 32 | name.v, id.v);
    pt_vec_push(h->arena, &h->modules.data[module.v].globals, id);
    return id;
}

PtHirList pt_hir_add_list(PtHir *h, const uint32_t *words, uint32_t len)
{
    if (!len)
        return (PtHirList){0};
    PtHirList list = {h->extra.len};
    pt_vec_reserve(h->arena, &h->extra, len + 1);
    h->extra.data[h->extra.len++] = len;
    memcpy(h->extra.data + h->extra.len, words, len * sizeof *words);
    h->extra.len += len;
    return list;
}

static PtHirConstId add_const(PtHir *h, PtHirConst value, const char *payload, size_t len)
{
    PtBuf key = pt_buf_make(h->arena);
    pt_buf_putc(&key, (char)value.kind);
    pt_buf_add(&key, payload, len);
    uint32_t known = pt_strmap_get(&h->const_index, key.data, key.len);
    if (known)
        return (PtHirConstId){known};
    PtHirConstId id = {h->consts.len};
    pt_vec_push(h->arena, &h->consts, value);
    pt_strmap_set(h->arena, &h->const_index, key.data, key.len, id.v);
    return id;
}

PtHirConstId pt_hir_const_simple(PtHir *h, PtHirConstKind kind)
{
    return add_const(h, (PtHirConst){.kind = kind}, "", 0);
}

PtHirConstId pt_hir_const_int(PtHir *h, int64_t value)
{
    return add_const(h, (PtHirConst){.kind = PT_HIR_CONST_INT, .i = value}, (const char *)&value, sizeof value);
}

PtHirConstId pt_hir_const_float(PtHir *h, double value, bool imaginary)
{
    /* keyed by bits: 0.0 and -0.0 are two constants */
    PtHirConstKind kind = imaginary ? PT_HIR_CONST_COMPLEX : PT_HIR_CONST_FLOAT;
    return add_const(h, (PtHirConst){.kind = kind, .f = value}, (const char *)&value, sizeof value);
}

PtHirConstId pt_hir_const_text(PtHir *h, PtHirConstKind kind, const char *text, uint32_t len)
{
    const char *copy = pt_arena_copy(h->arena, text, len);
    return add_const(h, (PtHirConst){.kind = kind, .text = copy, .len = len}, copy, len);
}

PtHirConstId pt_hir_const_bigint(PtHir *h, const char *digits, uint32_t len)
{
    return pt_hir_const_text(h, PT_HIR_CONST_BIGINT, digits, len);
}
