/* Growable arrays in an arena:

       PT_VEC(uint32_t) ids = {0};
       pt_vec_push(arena, &ids, 7);
       for (uint32_t i = 0; i < ids.len; i++) use(ids.data[i]);

   Elements move when the array grows: keep indexes, not pointers. */
#ifndef PT_BASE_VEC_H
#define PT_BASE_VEC_H

#include "base/arena.h"

#define PT_VEC(T)           \
    struct {                \
        T *data;            \
        uint32_t len, cap;  \
    }

/* Makes room for at least `more` further elements. */
#define pt_vec_reserve(arena, v, more)                                                                    \
    ((v)->cap - (v)->len >= (uint32_t)(more)                                                              \
         ? (void)0                                                                                        \
         : (void)((v)->data = pt_vec_grow((arena), (v)->data, &(v)->cap, (v)->len, (more), sizeof *(v)->data)))

/* Appends one element. */
#define pt_vec_push(arena, v, ...) (pt_vec_reserve((arena), (v), 1), (void)((v)->data[(v)->len++] = (__VA_ARGS__)))

/* Removes and returns the last element; the array must not be empty. */
#define pt_vec_pop(v) ((v)->data[--(v)->len])

/* The last element, as an lvalue; the array must not be empty. */
#define pt_vec_last(v) ((v)->data[(v)->len - 1])

void *pt_vec_grow(PtArena *arena, void *data, uint32_t *cap, uint32_t len, uint32_t more, size_t size);

#endif
