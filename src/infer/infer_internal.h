/* Shared by the files of inference. */
#ifndef PT_INFER_INFER_INTERNAL_H
#define PT_INFER_INFER_INTERNAL_H

#include "infer/infer.h"

typedef struct PtInfer {
    PtPass *pass;
    const PtHir *h;
    PtFacts *f;
    uint8_t *sym_moves, *global_moves, *return_moves; /* how often a range grew there */
    PT_VEC(uint32_t) queue;                           /* units to visit */
    bool *queued;                                     /* by unit */
    bool *open_globals;                               /* by global: stored where inference does not look */
    PtUnitId unit;                                    /* being visited */
    bool changed;
} PtInfer;

static inline PtFact pt_fact_plain(PtTypeKind kind)
{
    return (PtFact){pt_type_plain(kind), INT64_MIN, INT64_MAX};
}

static inline PtFact pt_fact_int(int64_t lo, int64_t hi)
{
    return (PtFact){pt_type_plain(PT_TYPE_INT), lo, hi};
}

static inline PtFact pt_infer_at(const PtInfer *in, PtHirId id) { return in->f->nodes[id.v]; }
static inline PtTypeKind pt_infer_kind(const PtInfer *in, PtHirId id)
{
    return pt_type_kind(in->f->types, in->f->nodes[id.v].type);
}

PtFact pt_fact_join(PtTypes *types, PtFact a, PtFact b);
/* infer_op.c: operators. */
PtFact pt_infer_binary(PtInfer *in, PtHirOp op, PtFact left, PtFact right, bool inplace);
PtFact pt_infer_unary(PtInfer *in, PtHirOp op, PtFact operand);
PtFact pt_infer_compare(PtInfer *in, PtHirOp op, PtFact left, PtFact right);
/* infer_call.c: calls of the library and of methods. */
PtFact pt_infer_known(PtInfer *in, PtHirId id);
PtFact pt_infer_method(PtInfer *in, PtHirId id);
/* The item of a loop over `iter`. */
PtFact pt_infer_item(PtInfer *in, PtHirId iter);
/* infer_node.c: what a node's value may be, from its operands; joins into symbols, globals, parameters. */
void pt_infer_visit(PtInfer *in, PtHirId id);
/* infer.c: joins `fact` into a place. */
void pt_infer_to_sym(PtInfer *in, PtSymId sym, PtFact fact);
void pt_infer_to_global(PtInfer *in, PtGlobalId global, PtFact fact);
void pt_infer_to_return(PtInfer *in, PtUnitId unit, PtFact fact);

#endif
