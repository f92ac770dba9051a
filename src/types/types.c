/* The type store; see types.h. */
#include "types/types.h"

#include <string.h>

enum { NONE, SITE, UNIT, CLASS, ROW };
enum { PATIENCE = 3 /* changes of a range before it is widened */, SHOWN_DEPTH = 4 };
#define FAR ((int64_t)1 << 61)

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
    types->stray = pt_fact_plain(PT_TYPE_BOT);
    pt_vec_push(arena, &types->sites, (PtSite){0});
    return types;
}

bool pt_type_is_container(PtTypeKind kind)
{
    return kinds[kind].parameter == SITE;
}

PtTypeKind pt_type_find(const char *text)
{
    for (int kind = PT_TYPE_ABSENT + 1; kind < PT_TYPE_KINDS; kind++)
        if (strcmp(kinds[kind].text, text) == 0)
            return (PtTypeKind)kind;
    return PT_TYPE_ABSENT;
}

/* ---- sites ---- */

uint32_t pt_site_make(PtTypes *types, PtTypeKind kind, uint32_t slots, bool any)
{
    uint32_t id = types->sites.len;
    PtFact *facts = pt_arena_alloc(types->arena, slots * sizeof *facts);
    for (uint32_t i = 0; i < slots; i++)
        facts[i] = pt_fact_plain(PT_TYPE_BOT);
    PtSite site = {.up = id, .kind = (uint8_t)kind, .slots = (uint8_t)slots, .any = any, .facts = facts};
    pt_vec_push(types->arena, &types->sites, site);
    return id;
}

uint32_t pt_site_root(PtTypes *types, uint32_t site)
{
    PtSite *all = types->sites.data;
    while (all[site].up != site) {
        all[site].up = all[all[site].up].up;
        site = all[site].up;
    }
    return site;
}

PtSite *pt_site_of(PtTypes *types, PtTypeId type)
{
    return &types->sites.data[pt_site_root(types, pt_type_param(type))];
}

PtFact pt_site_slot(PtTypes *types, PtTypeId type, uint32_t slot)
{
    const PtSite *site = pt_site_of(types, type);
    return slot < site->slots ? site->facts[slot] : site->any ? site->facts[0] : pt_fact_plain(PT_TYPE_BOT);
}

static bool is_mutable(uint8_t kind)
{
    return kind == PT_TYPE_LIST || kind == PT_TYPE_DICT || kind == PT_TYPE_SET;
}

/* Slots are read anew through the root: a join may have made it part of another. */
static void store(PtTypes *types, uint32_t site, uint32_t slot, PtFact fact)
{
    PtSite *root = &types->sites.data[pt_site_root(types, site)];
    if (root->any)
        slot = 0;
    if (slot >= root->slots)
        return;
    if (root->open)
        pt_fact_open(types, fact);
    PtFact now = root->facts[slot];
    uint8_t moves = root->moves;
    if (!pt_fact_grow(types, &now, &moves, fact))
        return;
    root = &types->sites.data[pt_site_root(types, site)];
    root->moves = moves;
    if (root->any)
        slot = 0;
    root->facts[slot] = pt_fact_join(types, root->facts[slot], now);
    types->grown = true;
}

void pt_site_store(PtTypes *types, PtTypeId type, uint32_t slot, PtFact fact)
{
    store(types, pt_type_param(type), slot, fact);
}

static void open_site(PtTypes *types, uint32_t id)
{
    PtSite *site = &types->sites.data[pt_site_root(types, id)];
    if (site->open)
        return;
    site->open = true;
    types->grown = true;
    for (uint32_t i = 0; i < site->slots; i++)
        pt_fact_open(types, site->facts[i]);
    for (uint32_t i = 0; is_mutable(site->kind) && i < site->slots; i++) {
        store(types, id, i, types->stray);
        site = &types->sites.data[pt_site_root(types, id)];
    }
}

void pt_fact_open(PtTypes *types, PtFact fact)
{
    switch (kinds[pt_type_kind(fact.type)].parameter) {
    case SITE: open_site(types, pt_type_param(fact.type)); break;
    case UNIT: pt_vec_push(types->arena, &types->opened, pt_type_param(fact.type)); break;
    case CLASS: pt_vec_push(types->arena, &types->opened_classes, fact.type); break;
    default: break;
    }
}

void pt_fact_stray(PtTypes *types, PtFact fact)
{
    pt_fact_open(types, fact);
    if (!pt_fact_grow(types, &types->stray, &types->stray_moves, fact))
        return;
    types->grown = true;
    for (uint32_t i = 1; i < types->sites.len; i++) {
        const PtSite *site = &types->sites.data[i];
        for (uint32_t k = 0; site->up == i && site->open && is_mutable(site->kind) && k < site->slots; k++) {
            store(types, i, k, types->stray);
            site = &types->sites.data[i];
        }
    }
}

/* Tuples of lengths that differ become one of any length. */
static void forget_length(PtTypes *types, uint32_t id)
{
    PtSite *site = &types->sites.data[id];
    if (site->any)
        return;
    site->any = true;
    uint32_t count = site->slots;
    PtFact *old = site->facts, *all = pt_arena_alloc(types->arena, sizeof *all);
    *all = pt_fact_plain(PT_TYPE_BOT);
    site->facts = all;
    site->slots = 1;
    for (uint32_t i = 0; i < count; i++)
        store(types, id, 0, old[i]);
}

static void unite(PtTypes *types, uint32_t a, uint32_t b)
{
    a = pt_site_root(types, a);
    b = pt_site_root(types, b);
    if (a == b)
        return;
    PtSite *all = types->sites.data;
    if (all[a].any != all[b].any || all[a].slots != all[b].slots) {
        forget_length(types, a);
        forget_length(types, pt_site_root(types, b));
        a = pt_site_root(types, a);
        b = pt_site_root(types, b);
        if (a == b)
            return;
    }
    uint32_t root = a < b ? a : b, other = a < b ? b : a;
    all[other].up = root;
    types->grown = true;
    bool open = all[root].open || all[other].open;
    PtFact *facts = all[other].facts;
    uint32_t slots = all[other].slots;
    for (uint32_t i = 0; i < slots; i++)
        store(types, root, i, facts[i]);
    if (open) {
        /* What the other side held is not open yet. */
        types->sites.data[pt_site_root(types, root)].open = false;
        open_site(types, root);
    }
}

/* ---- facts ---- */

bool pt_fact_equal(PtTypes *types, PtFact a, PtFact b)
{
    if (a.lo != b.lo || a.hi != b.hi)
        return false;
    if (a.type.v == b.type.v)
        return true;
    PtTypeKind kind = pt_type_kind(a.type);
    return kind == pt_type_kind(b.type) && kinds[kind].parameter == SITE &&
           pt_site_root(types, pt_type_param(a.type)) == pt_site_root(types, pt_type_param(b.type));
}

/* The nearest class above both, 0 when there is none. */
static uint32_t common_base(const PtTypes *types, uint32_t a, uint32_t b)
{
    for (; a; a = types->bases[a])
        for (uint32_t c = b; c; c = types->bases[c])
            if (a == c)
                return a;
    return 0;
}

PtFact pt_fact_join(PtTypes *types, PtFact a, PtFact b)
{
    PtTypeKind kind = pt_type_kind(a.type);
    if (kind == PT_TYPE_BOT)
        return b;
    if (b.type.v == PT_TYPE_BOT)
        return a;
    if (kind == pt_type_kind(b.type) && kinds[kind].parameter == SITE) {
        unite(types, pt_type_param(a.type), pt_type_param(b.type));
        a.type = pt_type_with(kind, pt_site_root(types, pt_type_param(a.type)));
        return a;
    }
    uint32_t above = kind == PT_TYPE_INSTANCE && pt_type_kind(b.type) == kind
                         ? common_base(types, pt_type_param(a.type), pt_type_param(b.type)) : 0;
    if (above) {
        a.type = pt_type_with(kind, above);
        return a;
    }
    if (a.type.v != b.type.v) {
        pt_fact_open(types, a);
        pt_fact_open(types, b);
        return pt_fact_plain(PT_TYPE_TOP);
    }
    a.lo = a.lo < b.lo ? a.lo : b.lo;
    a.hi = a.hi > b.hi ? a.hi : b.hi;
    return a;
}

/* The next named bound outwards. */
static int64_t widen(int64_t bound, bool up)
{
    static const int64_t thresholds[] = {0, 0xFF, 0xFFFF, 0x7FFFFFFF, (int64_t)1 << 48, FAR};
    enum { COUNT = sizeof thresholds / sizeof *thresholds };
    if (up) {
        for (int i = COUNT - 1; i >= 0; i--)
            if (bound <= -thresholds[i] && thresholds[i])
                return -thresholds[i];
        for (int i = 0; i < COUNT; i++)
            if (bound <= thresholds[i])
                return thresholds[i];
        return INT64_MAX;
    }
    int64_t mirrored = bound == INT64_MIN ? INT64_MAX : widen(-bound, true);
    return mirrored == INT64_MAX ? INT64_MIN : -mirrored;
}

bool pt_fact_grow(PtTypes *types, PtFact *place, uint8_t *moves, PtFact fact)
{
    PtFact old = *place, now = pt_fact_join(types, old, fact);
    if (pt_fact_equal(types, now, old))
        return false;
    if (now.type.v == old.type.v && (now.type.v == PT_TYPE_INT || now.type.v == PT_TYPE_RANGE)) {
        if (*moves < PATIENCE) {
            ++*moves;
        } else {
            now.lo = now.lo < old.lo ? widen(now.lo, false) : now.lo;
            now.hi = now.hi > old.hi ? widen(now.hi, true) : now.hi;
        }
    }
    *place = now;
    return true;
}

/* ---- dump ---- */

static void print_type(PtTypes *types, PtTypeId id, PtBuf *out, int depth)
{
    PtTypeKind kind = pt_type_kind(id);
    pt_buf_puts(out, kinds[kind].text);
    if (kinds[kind].parameter != SITE || depth == 0)
        return;
    const PtSite *site = pt_site_of(types, id);
    pt_buf_putc(out, '[');
    for (uint32_t i = 0; i < site->slots; i++) {
        pt_buf_puts(out, i ? ", " : "");
        print_type(types, site->facts[i].type, out, depth - 1);
    }
    pt_buf_puts(out, kind == PT_TYPE_TUPLE && site->any ? ", ...]" : "]");
}

void pt_type_print(PtTypes *types, PtTypeId id, PtBuf *out)
{
    print_type(types, id, out, SHOWN_DEPTH);
}
