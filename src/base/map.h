/* Hash maps from u64 to u32 and from text to u32, in an arena. Absent keys read as 0, so store ids (never 0).
   Iteration order is insertion order: walk keys.data[0 .. keys.len). */
#ifndef PT_BASE_MAP_H
#define PT_BASE_MAP_H

#include <stdbool.h>

#include "base/vec.h"

typedef struct PtMapEntry {
    uint64_t key;
    uint32_t value;
} PtMapEntry;

typedef struct PtMap {
    uint32_t *slots; /* 1 + index into entries; 0 = free */
    uint32_t mask;
    PT_VEC(PtMapEntry) entries;
} PtMap;

/* The value of a key, 0 when absent. A zeroed PtMap is an empty map. */
uint32_t pt_map_get(const PtMap *map, uint64_t key);
bool pt_map_has(const PtMap *map, uint64_t key);
void pt_map_set(PtArena *arena, PtMap *map, uint64_t key, uint32_t value);

typedef struct PtStrMapEntry {
    const char *key;
    uint32_t len, value;
} PtStrMapEntry;

typedef struct PtStrMap {
    uint32_t *slots;
    uint32_t mask;
    PT_VEC(PtStrMapEntry) entries;
} PtStrMap;

/* The same with text keys; a new key is copied into the arena. */
uint32_t pt_strmap_get(const PtStrMap *map, const char *key, size_t len);
void pt_strmap_set(PtArena *arena, PtStrMap *map, const char *key, size_t len, uint32_t value);

#endif
