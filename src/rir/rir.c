/* The RIR tree: storage, table of kinds, dump. */
#include "rir/rir.h"

#include <string.h>

static const PtRirKindInfo kinds[PT_RIR_COUNT] = {
#define PT_RIR(kind, family, prec, t0, f0, t1, f1, t2, f2, t3, f3)                                                  \
    [PT_RIR_##kind] = {#kind, PT_RIR_##family, prec,                                                                \
                       {PT_RIR_SLOT_##t0, PT_RIR_SLOT_##t1, PT_RIR_SLOT_##t2, PT_RIR_SLOT_##t3},                    \
                       {#f0, #f1, #f2, #f3}},
#include "rir/rir.def"
};

const PtRirKindInfo *pt_rir_kind_info(PtRirKind kind)
{
    return &kinds[kind];
}

PtRir *pt_rir_make(PtArena *arena, PtInterner *names)
{
    PtRir *r = pt_arena_alloc(arena, sizeof *r);
    memset(r, 0, sizeof *r);
    r->arena = arena;
    r->names = names;
    r->count = 1;
    pt_vec_push(arena, &r->extra, 0);
    return r;
}

static void grow(PtRir *r)
{
    uint32_t kinds_cap = r->cap, slots_cap = r->cap, spans_cap = r->cap;
    r->kinds = pt_vec_grow(r->arena, r->kinds, &kinds_cap, r->count, 1, sizeof *r->kinds);
    r->slots = pt_vec_grow(r->arena, r->slots, &slots_cap, r->count, 1, sizeof *r->slots);
    r->spans = pt_vec_grow(r->arena, r->spans, &spans_cap, r->count, 1, sizeof *r->spans);
    r->cap = kinds_cap < slots_cap ? kinds_cap : slots_cap;
    r->cap = r->cap < spans_cap ? r->cap : spans_cap;
}

PtRirId pt_rir_add(PtRir *r, PtRirKind kind, PtSpan span, uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
    if (r->count >= r->cap)
        grow(r);
    uint32_t id = r->count++;
    r->kinds[id] = (uint8_t)kind;
    r->spans[id] = span;
    uint32_t slots[4] = {a, b, c, d};
    memcpy(r->slots[id], slots, sizeof slots);
    return (PtRirId){id};
}

PtRirList pt_rir_list(PtRir *r, const PtRirId *ids, uint32_t len)
{
    if (len == 0)
        return (PtRirList){0};
    PtRirList list = {r->extra.len};
    pt_vec_push(r->arena, &r->extra, len);
    for (uint32_t i = 0; i < len; i++)
        pt_vec_push(r->arena, &r->extra, ids[i].v);
    return list;
}

/* Columns of Rust's binary operators that RIR uses. */
int pt_rir_prec(const PtRir *r, PtRirId id)
{
    static const struct {
        const char *op;
        int prec;
    } operators[] = {{"||", 6}, {"&&", 7}, {"==", 8}, {"!=", 8}, {"<", 8}, {"<=", 8}, {">", 8}, {">=", 8},
                     {"|", 9}, {"^", 10}, {"&", 11}, {"<<", 12}, {">>", 12}, {"+", 13}, {"-", 13},
                     {"*", 14}, {"/", 14}, {"%", 14}};
    /* A negative literal is a sign and a number: `-3.pow(2)` is not what it seems. */
    if (pt_rir_kind(r, id) == PT_RIR_Lit && pt_rir_str(r, pt_rir_Lit_text(r, id))[0] == '-')
        return 17;
    int prec = kinds[pt_rir_kind(r, id)].prec;
    if (prec != PT_RIR_PREC_OP)
        return prec;
    const char *op = pt_rir_str(r, pt_rir_Binary_op(r, id));
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (strcmp(operators[i].op, op) == 0)
            return operators[i].prec;
    return 0;
}

bool pt_rir_is_block_like(const PtRir *r, PtRirId id)
{
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_If: case PT_RIR_Match: case PT_RIR_Block: case PT_RIR_Loop: case PT_RIR_While: case PT_RIR_For:
        return true;
    default:
        return false;
    }
}

static void dump_node(const PtRir *r, PtRirId id, int depth, PtBuf *out)
{
    const PtRirKindInfo *info = &kinds[pt_rir_kind(r, id)];
    pt_buf_fill(out, ' ', (size_t)depth * 2);
    pt_buf_puts(out, info->name);
    for (int i = 0; i < 4; i++) {
        uint32_t v = r->slots[id.v][i];
        if ((info->types[i] == PT_RIR_SLOT_TEXT || info->types[i] == PT_RIR_SLOT_OPTTEXT) && v)
            pt_buf_printf(out, " %s=`%s`", info->fields[i], pt_rir_str(r, (PtNameId){v}));
        else if (info->types[i] == PT_RIR_SLOT_INT && v)
            pt_buf_printf(out, " %s=%u", info->fields[i], v);
    }
    pt_buf_putc(out, '\n');
    for (int i = 0; i < 4; i++) {
        uint32_t v = r->slots[id.v][i];
        if ((info->types[i] == PT_RIR_SLOT_NODE || info->types[i] == PT_RIR_SLOT_OPTNODE) && v)
            dump_node(r, (PtRirId){v}, depth + 1, out);
        if (info->types[i] == PT_RIR_SLOT_NODES)
            for (uint32_t k = 0; k < pt_rir_len(r, (PtRirList){v}); k++)
                dump_node(r, pt_rir_at(r, (PtRirList){v}, k), depth + 1, out);
    }
}

void pt_rir_dump(const PtRir *r, PtBuf *out)
{
    for (uint32_t m = 0; m < r->modules.len; m++) {
        pt_buf_printf(out, "module %s\n", r->modules.data[m].path);
        PtRirList items = r->modules.data[m].items;
        for (uint32_t i = 0; i < pt_rir_len(r, items); i++)
            dump_node(r, pt_rir_at(r, items, i), 1, out);
    }
}
