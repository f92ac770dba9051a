/* Representations: how values of a fact are kept in Rust. Equal facts have equal representations; a type that contains
   itself, or nests deeper than anybody wants to read, stays a Value at that place. */
#include "infer/infer.h"

enum { DEPTH = 4 };
/* Marks of sites whose representation is being found; the second: met again meanwhile. */
enum { BUSY = INT32_MAX, CYCLE = INT32_MAX - 1 };

static PtRep intern(PtFacts *f, const PtRepRow *row)
{
    for (uint32_t i = PT_REP_KINDS; i < f->reps.len; i++) {
        const PtRepRow *old = &f->reps.data[i];
        bool same = old->kind == row->kind && old->len == row->len;
        for (uint32_t k = 0; same && k < row->len; k++)
            same = old->parts[k] == row->parts[k];
        if (same)
            return i;
    }
    pt_vec_push(f->types->arena, &f->reps, *row);
    return f->reps.len - 1;
}

PtRep pt_rep_pair(PtFacts *f, PtRep a, PtRep b)
{
    return intern(f, &(PtRepRow){.kind = PT_REP_TUPLE, .len = 2, .parts = {a, b}});
}

PtRep pt_rep_list(PtFacts *f, PtRep item)
{
    return intern(f, &(PtRepRow){.kind = PT_REP_LIST, .len = 1, .parts = {item}});
}

static bool may_be_tuple(const PtFacts *f, PtHirId id)
{
    PtTypeKind kind = pt_fact_kind(f->nodes[id.v]);
    return kind == PT_TYPE_TUPLE || kind == PT_TYPE_TOP;
}

/* Some `is` may compare two tuples, or something hands out their addresses. */
static bool observes_identity(const PtFacts *f)
{
    const PtHir *h = f->hir;
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        if (pt_hir_kind(h, id) == PT_HIR_Compare) {
            PtHirOp op = pt_hir_Compare_op(h, id);
            if ((op == PT_HIR_OP_IS || op == PT_HIR_OP_IS_NOT) && may_be_tuple(f, pt_hir_Compare_left(h, id)) &&
                may_be_tuple(f, pt_hir_Compare_right(h, id)))
                return true;
        }
        PtStdId row = {0};
        if (pt_hir_kind(h, id) == PT_HIR_CallKnown)
            row = pt_hir_CallKnown_row(h, id);
        else if (pt_hir_kind(h, id) == PT_HIR_LoadKnown)
            row = pt_hir_LoadKnown_row(h, id);
        if (row.v && (pt_stdlib_row(row)->effects & PT_STD_IDENTITY))
            return true;
    }
    return false;
}

void pt_rep_start(PtFacts *f)
{
    f->identity = observes_identity(f);
    for (uint32_t kind = 0; kind < PT_REP_KINDS; kind++)
        pt_vec_push(f->types->arena, &f->reps, (PtRepRow){.kind = kind});
}

static PtRep rep_of(PtFacts *f, PtFact fact, int depth);

static PtRep of_site(PtFacts *f, PtTypeId type, uint32_t kind, int depth)
{
    uint32_t root = pt_site_root(f->types, pt_type_param(type));
    uint32_t known = pt_map_get(&f->site_reps, root);
    if (known == BUSY || known == CYCLE) {
        pt_map_set(f->types->arena, &f->site_reps, root, CYCLE);
        return PT_REP_VALUE;
    }
    if (known)
        return known - 1;
    const PtSite *site = &f->types->sites.data[root];
    PtRepRow row = {.kind = kind, .len = site->slots};
    if ((kind == PT_REP_TUPLE && (site->any || f->identity)) || depth == DEPTH)
        return PT_REP_VALUE;
    pt_map_set(f->types->arena, &f->site_reps, root, BUSY);
    for (uint32_t i = 0; i < row.len; i++)
        row.parts[i] = rep_of(f, site->facts[i], depth + 1);
    /* A tuple that holds itself is an object: its repr knows it by identity. */
    bool cycle = pt_map_get(&f->site_reps, root) == CYCLE;
    PtRep rep = cycle && kind == PT_REP_TUPLE ? PT_REP_VALUE : intern(f, &row);
    pt_map_set(f->types->arena, &f->site_reps, root, 1 + rep);
    return rep;
}

static PtRep rep_of(PtFacts *f, PtFact fact, int depth)
{
    switch (pt_fact_kind(fact)) {
    case PT_TYPE_BOOL: return PT_REP_BOOL;
    case PT_TYPE_INT: return pt_fact_is_small(fact) ? PT_REP_I64 : PT_REP_INT;
    case PT_TYPE_FLOAT: return PT_REP_F64;
    case PT_TYPE_STR: return PT_REP_STR;
    case PT_TYPE_LIST: return of_site(f, fact.type, PT_REP_LIST, depth);
    case PT_TYPE_DICT: return of_site(f, fact.type, PT_REP_DICT, depth);
    case PT_TYPE_SET: return of_site(f, fact.type, PT_REP_SET, depth);
    case PT_TYPE_TUPLE: return of_site(f, fact.type, PT_REP_TUPLE, depth);
    default: return PT_REP_VALUE;
    }
}

PtRep pt_fact_rep(PtFacts *f, PtFact fact)
{
    return rep_of(f, fact, 0);
}
