/* Tables and plain readers of HIR: what every consumer needs and no pass owns. */
#include "hir/hir.h"

#include <stdio.h>
#include <string.h>

static const PtHirKindInfo kinds[PT_HIR_COUNT] = {
    {"None", 0, {PT_SLOT_NONE, PT_SLOT_NONE, PT_SLOT_NONE, PT_SLOT_NONE}, {"_", "_", "_", "_"}},
#define PT_HIR(kind, traits, t0, f0, t1, f1, t2, f2, t3, f3) \
    {#kind, traits, {PT_SLOT_##t0, PT_SLOT_##t1, PT_SLOT_##t2, PT_SLOT_##t3}, {#f0, #f1, #f2, #f3}},
#include "hir/hir.def"
};

const PtHirKindInfo *pt_hir_kind_info(PtHirKind kind)
{
    return &kinds[kind];
}

const char *pt_hir_op_text(PtHirOp op)
{
    static const char *const texts[PT_HIR_OP_COUNT] = {
        "",
#define PT_HIR_OP(name, text, family, dunder) text,
#include "hir/hir_op.def"
    };
    return texts[op];
}

const char *pt_hir_op_dunder(PtHirOp op)
{
    static const char *const texts[PT_HIR_OP_COUNT] = {
        "",
#define PT_HIR_OP(name, text, family, dunder) dunder,
#include "hir/hir_op.def"
    };
    return texts[op];
}

const char *pt_hir_intr_text(PtHirIntr which)
{
    static const char *const texts[PT_HIR_INTR_COUNT] = {
        "",
#define PT_HIR_INTR(name, text, legend) text,
#include "hir/hir_intr.def"
    };
    return texts[which];
}

const char *pt_hir_hint_text(PtHirHint hint)
{
    static const char *const texts[PT_HIR_HINT_COUNT] = {
        "",
#define PT_HIR_HINT(name, text) text,
#include "hir/hir_hint.def"
    };
    return texts[hint];
}

PtHirArg pt_hir_arg(const PtHir *h, PtHirList list, uint32_t i)
{
    /* tag word: low 2 bits the kind, the rest the name of a keyword */
    uint32_t tag = h->extra.data[list.v + 1 + 2 * i];
    PtHirId value = {h->extra.data[list.v + 2 + 2 * i]};
    return (PtHirArg){(PtHirArgKind)(tag & 3), {tag >> 2}, value};
}

void pt_hir_each_operand(const PtHir *h, PtHirId id, PtHirVisit *visit, void *context)
{
    const PtHirKindInfo *info = pt_hir_kind_info(pt_hir_kind(h, id));
    for (int s = 0; s < 4; s++) {
        uint32_t word = h->slots[id.v][s];
        if (!word)
            continue;
        switch (info->types[s]) {
        case PT_SLOT_VALUE:
        case PT_SLOT_OPTVALUE:
            visit(context, (PtHirId){word});
            break;
        case PT_SLOT_VALUES:
        case PT_SLOT_OPTVALUES:
            for (uint32_t i = 0; i < pt_hir_len(h, (PtHirList){word}); i++)
                if (pt_hir_at(h, (PtHirList){word}, i).v)
                    visit(context, pt_hir_at(h, (PtHirList){word}, i));
            break;
        case PT_SLOT_ARGS:
            for (uint32_t i = 0; i < pt_hir_arg_count(h, (PtHirList){word}); i++)
                visit(context, pt_hir_arg(h, (PtHirList){word}, i).value);
            break;
        default:
            break;
        }
    }
}

int pt_hir_blocks(const PtHir *h, PtHirId id, PtHirList blocks[4])
{
    const PtHirKindInfo *info = pt_hir_kind_info(pt_hir_kind(h, id));
    int n = 0;
    for (int s = 0; s < 4; s++)
        if (info->types[s] == PT_SLOT_BLOCK)
            blocks[n++] = (PtHirList){h->slots[id.v][s]};
    for (int i = n; i < 4; i++)
        blocks[i] = (PtHirList){0};
    return n;
}

static void count_use(void *context, PtHirId operand)
{
    ((uint32_t *)context)[operand.v]++;
}

uint32_t *pt_hir_count_uses(const PtHir *h, PtArena *arena)
{
    uint32_t *uses = pt_arena_array(arena, uint32_t, h->count ? h->count : 1);
    for (uint32_t i = 1; i < h->count; i++)
        pt_hir_each_operand(h, (PtHirId){i}, count_use, uses);
    return uses;
}

PtGlobalId pt_hir_find_global(const PtHir *h, PtModId module, PtNameId name)
{
    return (PtGlobalId){pt_map_get(&h->global_index, (uint64_t)module.v << 32 | name.v)};
}

PtModId pt_hir_find_module(const PtHir *h, PtNameId name)
{
    for (uint32_t i = 1; i < h->modules.len; i++)
        if (h->modules.data[i].name.v == name.v)
            return (PtModId){i};
    return (PtModId){0};
}
