/* The type store; see types.h. */
#include "types/types.h"

#include <string.h>

enum { NONE, ELEM };

static const struct {
    const char *text;
    int parameter;
} kinds[PT_TYPE_KINDS] = {
#define PT_TYPE(kind, text, parameter) [PT_TYPE_##kind] = {text, parameter},
#include "types/type.def"
};

PtTypes *pt_types_make(PtArena *arena)
{
    PtTypes *types = pt_arena_zero(arena, sizeof *types);
    types->arena = arena;
    for (int kind = 0; kind < PT_TYPE_KINDS; kind++)
        pt_vec_push(arena, &types->rows, (PtTypeRow){(PtTypeKind)kind, {0}});
    return types;
}

PtTypeId pt_type_of(PtTypes *types, PtTypeKind kind, PtTypeId elem)
{
    if (kinds[kind].parameter == NONE)
        return pt_type_plain(kind);
    uint64_t key = (uint64_t)kind << 32 | elem.v;
    uint32_t known = pt_map_get(&types->index, key);
    if (known)
        return (PtTypeId){known};
    PtTypeId id = {types->rows.len};
    pt_vec_push(types->arena, &types->rows, (PtTypeRow){kind, elem});
    pt_map_set(types->arena, &types->index, key, id.v);
    return id;
}

PtTypeId pt_type_join(PtTypes *types, PtTypeId a, PtTypeId b)
{
    if (a.v == b.v || b.v == PT_TYPE_BOT)
        return a;
    if (a.v == PT_TYPE_BOT)
        return b;
    PtTypeKind kind = pt_type_kind(types, a);
    if (kind != pt_type_kind(types, b) || kinds[kind].parameter == NONE)
        return pt_type_plain(PT_TYPE_TOP);
    return pt_type_of(types, kind, pt_type_join(types, pt_type_elem(types, a), pt_type_elem(types, b)));
}

PtTypeKind pt_type_find(const char *text)
{
    for (int kind = PT_TYPE_ABSENT + 1; kind < PT_TYPE_KINDS; kind++)
        if (strcmp(kinds[kind].text, text) == 0)
            return (PtTypeKind)kind;
    return PT_TYPE_ABSENT;
}

void pt_type_print(const PtTypes *types, PtTypeId id, PtBuf *out)
{
    /* Types nest no deeper than the program's displays do. */
    uint32_t depth = 0;
    for (;; depth++) {
        PtTypeKind kind = pt_type_kind(types, id);
        pt_buf_puts(out, kinds[kind].text);
        id = pt_type_elem(types, id);
        if (!id.v || kinds[kind].parameter == NONE)
            break;
        pt_buf_putc(out, '[');
    }
    pt_buf_fill(out, ']', depth);
}
