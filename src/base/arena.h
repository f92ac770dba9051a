/* Arenas: all memory of the library comes from here. An arena grows in blocks, is freed whole, and has a byte
   budget. Running out (budget or system) jumps to the arena's recovery point, so that callers never test for
   NULL; the owner of the arena sets the point once:

       PtArena arena; jmp_buf out;
       pt_arena_init(&arena, budget);
       if (setjmp(out)) { pt_arena_free(&arena); return PT_STATUS_NO_MEMORY; }
       arena.recover = &out;

   Without a recovery point exhaustion aborts the process. */
#ifndef PT_BASE_ARENA_H
#define PT_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

typedef struct PtArenaBlock PtArenaBlock;

typedef struct PtArena {
    char *next;          /* first free byte of the current block */
    char *end;           /* one past its last byte */
    PtArenaBlock *block; /* current block; older ones hang behind it */
    PtArenaBlock *spare; /* blocks kept by reset for reuse */
    size_t used;         /* bytes obtained from the system */
    size_t budget;       /* most bytes it may obtain */
    jmp_buf *recover;    /* where exhaustion jumps to; NULL aborts */
} PtArena;

#define PT_ARENA_UNLIMITED SIZE_MAX

/* Starts an empty arena; nothing is allocated before the first use. */
void pt_arena_init(PtArena *arena, size_t budget);
/* Returns all memory to the system; the arena is empty and usable again. */
void pt_arena_free(PtArena *arena);
/* Forgets everything allocated but keeps the blocks for reuse. */
void pt_arena_reset(PtArena *arena);

/* Uninitialised memory, aligned to 16, living until reset or free. Never NULL. */
void *pt_arena_alloc(PtArena *arena, size_t size);
/* The same, filled with zero bytes. */
void *pt_arena_zero(PtArena *arena, size_t size);
/* Grows the block `old` of `old_size` bytes, in place when it was the last allocation. */
void *pt_arena_grow(PtArena *arena, void *old, size_t old_size, size_t new_size);
/* Gives back the tail of the last allocation: `ptr` keeps `new_size` bytes. No effect on an older allocation. */
void pt_arena_trim(PtArena *arena, void *ptr, size_t old_size, size_t new_size);
/* A zero-terminated copy of `len` bytes. */
char *pt_arena_copy(PtArena *arena, const char *text, size_t len);
/* Reports exhaustion: jumps to the recovery point. */
_Noreturn void pt_arena_fail(PtArena *arena);

#define pt_arena_new(arena, T) ((T *)pt_arena_zero((arena), sizeof(T)))
#define pt_arena_array(arena, T, n) ((T *)pt_arena_zero((arena), sizeof(T) * (size_t)(n)))

#endif
