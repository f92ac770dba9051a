/* Interned strings; see intern.h. Open addressing; each slot holds the id and 32 bits of the hash. */
#include "base/intern.h"

#include <string.h>

#include "base/hash.h"
#include "base/vec.h"

typedef struct Entry {
    const char *text;
    uint32_t len;
} Entry;

typedef struct Slot {
    uint32_t id, hash;
} Slot;

struct PtInterner {
    PtArena *arena;
    Slot *slots;
    uint32_t mask;
    PT_VEC(Entry) entries;
};

PtInterner *pt_intern_make(PtArena *arena)
{
    PtInterner *in = pt_arena_new(arena, PtInterner);
    in->arena = arena;
    in->mask = 1023;
    in->slots = pt_arena_array(arena, Slot, in->mask + 1);
    pt_vec_push(arena, &in->entries, (Entry){"", 0});
    return in;
}

static void rehash(PtInterner *in)
{
    uint32_t mask = in->mask * 2 + 1;
    Slot *slots = pt_arena_array(in->arena, Slot, (size_t)mask + 1);
    for (uint32_t i = 0; i <= in->mask; i++) {
        if (!in->slots[i].id)
            continue;
        uint32_t at = in->slots[i].hash & mask;
        while (slots[at].id)
            at = (at + 1) & mask;
        slots[at] = in->slots[i];
    }
    in->slots = slots;
    in->mask = mask;
}

static Slot *lookup(const PtInterner *in, const char *text, size_t len, uint32_t hash)
{
    uint32_t at = hash & in->mask;
    for (;;) {
        Slot *slot = &in->slots[at];
        if (!slot->id)
            return slot;
        if (slot->hash == hash) {
            const Entry *e = &in->entries.data[slot->id];
            if (e->len == len && memcmp(e->text, text, len) == 0)
                return slot;
        }
        at = (at + 1) & in->mask;
    }
}

PtNameId pt_intern_add(PtInterner *in, const char *text, size_t len)
{
    uint32_t hash = (uint32_t)pt_hash_bytes(text, len);
    Slot *slot = lookup(in, text, len, hash);
    if (slot->id)
        return (PtNameId){slot->id};
    if (len > UINT32_MAX - 1)
        pt_arena_fail(in->arena);
    uint32_t id = in->entries.len;
    *slot = (Slot){id, hash};
    pt_vec_push(in->arena, &in->entries, (Entry){pt_arena_copy(in->arena, text, len), (uint32_t)len});
    if (in->entries.len > in->mask / 2)
        rehash(in);
    return (PtNameId){id};
}

PtNameId pt_intern_cstr(PtInterner *in, const char *text)
{
    return pt_intern_add(in, text, strlen(text));
}

PtNameId pt_intern_find(const PtInterner *in, const char *text, size_t len)
{
    return (PtNameId){lookup(in, text, len, (uint32_t)pt_hash_bytes(text, len))->id};
}

const char *pt_intern_text(const PtInterner *in, PtNameId id)
{
    return in->entries.data[id.v].text;
}

uint32_t pt_intern_len(const PtInterner *in, PtNameId id)
{
    return in->entries.data[id.v].len;
}

uint32_t pt_intern_count(const PtInterner *in)
{
    return in->entries.len - 1;
}
