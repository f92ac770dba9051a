/* Hash maps; see map.h. */
#include "base/map.h"

#include <string.h>

#include "base/hash.h"

static uint32_t u64_slot(const PtMap *map, uint64_t key)
{
    uint32_t at = (uint32_t)pt_hash_u64(key) & map->mask;
    while (map->slots[at] && map->entries.data[map->slots[at] - 1].key != key)
        at = (at + 1) & map->mask;
    return at;
}

uint32_t pt_map_get(const PtMap *map, uint64_t key)
{
    if (!map->slots)
        return 0;
    uint32_t e = map->slots[u64_slot(map, key)];
    return e ? map->entries.data[e - 1].value : 0;
}

bool pt_map_has(const PtMap *map, uint64_t key)
{
    return map->slots && map->slots[u64_slot(map, key)];
}

void pt_map_set(PtArena *arena, PtMap *map, uint64_t key, uint32_t value)
{
    if (!map->slots || map->entries.len >= map->mask / 2) {
        map->mask = map->slots ? map->mask * 2 + 1 : 15;
        map->slots = pt_arena_array(arena, uint32_t, (size_t)map->mask + 1);
        for (uint32_t i = 0; i < map->entries.len; i++)
            map->slots[u64_slot(map, map->entries.data[i].key)] = i + 1;
    }
    uint32_t at = u64_slot(map, key);
    if (!map->slots[at]) {
        pt_vec_push(arena, &map->entries, (PtMapEntry){key, value});
        map->slots[at] = map->entries.len;
    } else {
        map->entries.data[map->slots[at] - 1].value = value;
    }
}

static uint32_t str_slot(const PtStrMap *map, const char *key, size_t len)
{
    uint32_t at = (uint32_t)pt_hash_bytes(key, len) & map->mask;
    for (; map->slots[at]; at = (at + 1) & map->mask) {
        const PtStrMapEntry *e = &map->entries.data[map->slots[at] - 1];
        if (e->len == len && memcmp(e->key, key, len) == 0)
            break;
    }
    return at;
}

uint32_t pt_strmap_get(const PtStrMap *map, const char *key, size_t len)
{
    if (!map->slots)
        return 0;
    uint32_t e = map->slots[str_slot(map, key, len)];
    return e ? map->entries.data[e - 1].value : 0;
}

void pt_strmap_set(PtArena *arena, PtStrMap *map, const char *key, size_t len, uint32_t value)
{
    if (!map->slots || map->entries.len >= map->mask / 2) {
        map->mask = map->slots ? map->mask * 2 + 1 : 15;
        map->slots = pt_arena_array(arena, uint32_t, (size_t)map->mask + 1);
        for (uint32_t i = 0; i < map->entries.len; i++)
            map->slots[str_slot(map, map->entries.data[i].key, map->entries.data[i].len)] = i + 1;
    }
    uint32_t at = str_slot(map, key, len);
    if (!map->slots[at]) {
        if (len > UINT32_MAX - 1)
            pt_arena_fail(arena);
        pt_vec_push(arena, &map->entries, (PtStrMapEntry){pt_arena_copy(arena, key, len), (uint32_t)len, value});
        map->slots[at] = map->entries.len;
    } else {
        map->entries.data[map->slots[at] - 1].value = value;
    }
}
