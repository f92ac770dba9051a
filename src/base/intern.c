/* Interned strings; see intern.h. Open addressing. A slot tells texts of up to eight bytes apart by itself: most
   names are that short, and finding one then touches a single cache line. */
#include "base/intern.h"

#include <stdbool.h>
#include <string.h>

#include "base/hash.h"
#include "base/vec.h"

typedef struct Entry {
    const char *text;
    uint32_t len;
} Entry;

typedef struct Slot {
    uint64_t key; /* the bytes of a short text, the hash of a longer one */
    uint32_t id, len;
} Slot;

enum { SHORT = 8 };

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
    in->mask = 511;
    in->slots = pt_arena_array(arena, Slot, in->mask + 1);
    pt_vec_push(arena, &in->entries, (Entry){"", 0});
    return in;
}

static inline uint64_t key_of(const char *text, size_t len)
{
    if (len > SHORT)
        return pt_hash_bytes(text, len);
    uint64_t key = 0;
    if (len >= 4) {
        uint32_t low, high;
        memcpy(&low, text, 4);
        memcpy(&high, text + len - 4, 4);
        return low | (uint64_t)high << (8 * (len - 4));
    }
    for (size_t i = 0; i < len; i++)
        key |= (uint64_t)(unsigned char)text[i] << (8 * i);
    return key;
}

static inline uint32_t home_of(uint64_t key)
{
    return (uint32_t)(key * 0x9e3779b97f4a7c15u >> 32);
}

static inline Slot *first_slot(const PtInterner *in, uint64_t key)
{
    return &in->slots[home_of(key) & in->mask];
}

/* Only the text of a short one is its key. */
static inline bool has_key(const Slot *slot, uint64_t key, size_t len)
{
    return slot->key == key && slot->len == len;
}

static inline bool same_middle(const char *a, const char *b, size_t len)
{
    return memcmp(a, b, SHORT) == 0 && memcmp(a + len - SHORT, b + len - SHORT, SHORT) == 0;
}

static inline bool holds(const PtInterner *in, const Slot *slot, uint64_t key, const char *text, size_t len)
{
    return has_key(slot, key, len) && (len <= SHORT || memcmp(in->entries.data[slot->id].text, text, len) == 0);
}

/* The slot of a text, or the free one where it belongs. */
static inline Slot *lookup(const PtInterner *in, uint64_t key, const char *text, size_t len)
{
    Slot *slot = first_slot(in, key);
    while (slot->id && !holds(in, slot, key, text, len))
        slot = slot == &in->slots[in->mask] ? in->slots : slot + 1;
    return slot;
}

static void rehash(PtInterner *in)
{
    uint32_t old = in->mask, mask = old * 4 + 3;
    Slot *slots = in->slots;
    in->slots = pt_arena_array(in->arena, Slot, (size_t)mask + 1);
    in->mask = mask;
    for (uint32_t i = 0; i <= old; i++) {
        if (!slots[i].id)
            continue;
        uint32_t at = home_of(slots[i].key) & mask;
        while (in->slots[at].id)
            at = (at + 1) & mask;
        in->slots[at] = slots[i];
    }
}

/* Takes a free slot for a text that lives as long as the interner. */
static PtNameId insert(PtInterner *in, Slot *slot, uint64_t key, const char *text, size_t len)
{
    uint32_t id = in->entries.len;
    *slot = (Slot){key, id, (uint32_t)len};
    pt_vec_push(in->arena, &in->entries, (Entry){text, (uint32_t)len});
    if (in->entries.len > in->mask / 4 * 3)
        rehash(in);
    return (PtNameId){id};
}

static PtNameId add_keyed(PtInterner *in, uint64_t key, const char *text, size_t len)
{
    Slot *slot = lookup(in, key, text, len);
    if (slot->id)
        return (PtNameId){slot->id};
    if (len > UINT32_MAX - 1)
        pt_arena_fail(in->arena);
    return insert(in, slot, key, pt_arena_copy(in->arena, text, len), len);
}

PtNameId pt_intern_add(PtInterner *in, const char *text, size_t len)
{
    return add_keyed(in, key_of(text, len), text, len);
}

static __attribute__((noinline)) PtNameId add_longer(PtInterner *in, const char *text, size_t len)
{
    return add_keyed(in, key_of(text, len), text, len);
}

static __attribute__((noinline)) PtNameId add_short(PtInterner *in, uint64_t key, size_t len)
{
    Slot *slot = first_slot(in, key);
    while (slot->id && !has_key(slot, key, len))
        slot = slot == &in->slots[in->mask] ? in->slots : slot + 1;
    if (slot->id)
        return (PtNameId){slot->id};
    char *text = pt_arena_alloc(in->arena, 2 * SHORT);
    memcpy(text, &key, SHORT);
    memset(text + SHORT, 0, SHORT);
    return insert(in, slot, key, text, len);
}

/* Most names have been seen, are not long, and stand in their first slot. That case calls nothing. */
PtNameId pt_intern_add_padded(PtInterner *in, const char *text, size_t len)
{
    if (len - 1 >= 2 * SHORT)
        return add_longer(in, text, len);
    if (len > SHORT) {
        uint64_t key = pt_hash_bytes(text, len);
        const Slot *slot = first_slot(in, key);
        if (has_key(slot, key, len) && same_middle(in->entries.data[slot->id].text, text, len))
            return (PtNameId){slot->id};
        return add_longer(in, text, len);
    }
    uint64_t key;
    memcpy(&key, text, SHORT);
    key &= ~(uint64_t)0 >> (64 - 8 * len);
    const Slot *slot = first_slot(in, key);
    if (has_key(slot, key, len))
        return (PtNameId){slot->id};
    return add_short(in, key, len);
}

PtNameId pt_intern_cstr(PtInterner *in, const char *text)
{
    return pt_intern_add(in, text, strlen(text));
}

PtNameId pt_intern_find(const PtInterner *in, const char *text, size_t len)
{
    return (PtNameId){lookup(in, key_of(text, len), text, len)->id};
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
