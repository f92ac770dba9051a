/* Arenas; see arena.h. The only file that calls malloc. */
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct PtArenaBlock {
    PtArenaBlock *older;
    size_t size; /* payload bytes */
};

enum { HEADER = 32, ALIGN = 16, FIRST_BLOCK = 64 * 1024, LARGEST_STEP = 8 * 1024 * 1024 };

static size_t round_up(size_t n)
{
    return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

void pt_arena_init(PtArena *arena, size_t budget)
{
    *arena = (PtArena){.budget = budget};
}

static void free_chain(PtArenaBlock *block)
{
    while (block) {
        PtArenaBlock *older = block->older;
        free(block);
        block = older;
    }
}

void pt_arena_free(PtArena *arena)
{
    free_chain(arena->block);
    free_chain(arena->spare);
    *arena = (PtArena){.budget = arena->budget, .recover = arena->recover};
}

void pt_arena_reset(PtArena *arena)
{
    while (arena->block) {
        PtArenaBlock *block = arena->block;
        arena->block = block->older;
        block->older = arena->spare;
        arena->spare = block;
    }
    arena->next = arena->end = NULL;
}

_Noreturn void pt_arena_fail(PtArena *arena)
{
    if (arena->recover)
        longjmp(*arena->recover, 1);
    fputs("portalis: out of memory\n", stderr);
    abort();
}

static PtArenaBlock *take_spare(PtArena *arena, size_t size)
{
    for (PtArenaBlock **link = &arena->spare; *link; link = &(*link)->older)
        if ((*link)->size >= size) {
            PtArenaBlock *block = *link;
            *link = block->older;
            return block;
        }
    return NULL;
}

static void add_block(PtArena *arena, size_t size)
{
    PtArenaBlock *block = take_spare(arena, size);
    if (!block) {
        size_t step = arena->used ? arena->used : FIRST_BLOCK;
        if (step > LARGEST_STEP)
            step = LARGEST_STEP;
        if (step < size)
            step = size;
        if (step > arena->budget - arena->used)
            step = size;
        if (step > arena->budget - arena->used || step > SIZE_MAX - HEADER)
            pt_arena_fail(arena);
        block = malloc(HEADER + step);
        if (!block)
            pt_arena_fail(arena);
        block->size = step;
        arena->used += step;
    }
    block->older = arena->block;
    arena->block = block;
    arena->next = (char *)block + HEADER;
    arena->end = arena->next + block->size;
}

void *pt_arena_alloc(PtArena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        pt_arena_fail(arena);
    size = round_up(size ? size : 1);
    if ((size_t)(arena->end - arena->next) < size)
        add_block(arena, size);
    void *out = arena->next;
    arena->next += size;
    return out;
}

void *pt_arena_zero(PtArena *arena, size_t size)
{
    return memset(pt_arena_alloc(arena, size), 0, size);
}

void *pt_arena_grow(PtArena *arena, void *old, size_t old_size, size_t new_size)
{
    size_t old_room = round_up(old_size ? old_size : 1);
    if (old && (char *)old + old_room == arena->next && new_size <= SIZE_MAX / 2 &&
        round_up(new_size) - old_room <= (size_t)(arena->end - arena->next)) {
        arena->next = (char *)old + round_up(new_size);
        return old;
    }
    void *out = pt_arena_alloc(arena, new_size);
    if (old)
        memcpy(out, old, old_size);
    return out;
}

void pt_arena_trim(PtArena *arena, void *ptr, size_t old_size, size_t new_size)
{
    if ((char *)ptr + round_up(old_size ? old_size : 1) == arena->next)
        arena->next = (char *)ptr + round_up(new_size ? new_size : 1);
}

char *pt_arena_copy(PtArena *arena, const char *text, size_t len)
{
    char *out = pt_arena_alloc(arena, len + 1);
    if (len)
        memcpy(out, text, len);
    out[len] = 0;
    return out;
}
