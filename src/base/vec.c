/* Growth of arena arrays; see vec.h. */
#include "base/vec.h"

void *pt_vec_grow(PtArena *arena, void *data, uint32_t *cap, uint32_t len, uint32_t more, size_t size)
{
    uint64_t want = (uint64_t)len + more;
    uint64_t next = (uint64_t)*cap + *cap / 2 + 8;
    if (next < want)
        next = want;
    if (next > UINT32_MAX)
        pt_arena_fail(arena);
    data = pt_arena_grow(arena, data, (size_t)*cap * size, (size_t)next * size);
    *cap = (uint32_t)next;
    return data;
}
