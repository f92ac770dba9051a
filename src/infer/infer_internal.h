/* Shared by the files of inference. */
#ifndef PT_INFER_INFER_INTERNAL_H
#define PT_INFER_INFER_INTERNAL_H

#include "base/map.h"
#include "infer/infer.h"

enum { PT_LEN_MOST = 48 }; /* no object of memory has 2^48 items */

typedef struct PtInfer {
    PtPass *pass;
    const PtHir *h;
    PtFacts *f;
    PtTypes *t;
    uint8_t *sym_moves, *global_moves, *return_moves; /* how often a range grew there */
    PT_VEC(uint32_t) queue;                           /* units to visit */
    bool *queued;                                     /* by unit */
    bool *open_globals;                               /* by global: stored where inference does not look */
    bool *seen_globals;                               /* by global: read where inference does not look */
    PtNameId init_name, op_names[PT_HIR_OP_COUNT];    /* `__init__`; the methods of operators */
    bool classes_seen;                                /* something asks objects for their classes */
    PtUnitId unit;                                    /* being visited */
    bool changed;
    bool stale;                                       /* what anybody may read has grown: a global, a cell, a result, a site */
} PtInfer;

static inline PtFact pt_infer_at(const PtInfer *in, PtHirId id) { return in->f->nodes[id.v]; }
static inline PtTypeKind pt_infer_kind(const PtInfer *in, PtHirId id) { return pt_type_kind(in->f->nodes[id.v].type); }
static inline PtFact pt_infer_length(void) { return pt_fact_int(0, (int64_t)1 << PT_LEN_MOST); }

/* infer_rep.c: the rows of the plain kinds. */
void pt_rep_start(PtFacts *facts);

/* ---- infer.c: joins `fact` into a place ---- */
void pt_infer_to_sym(PtInfer *in, PtSymId sym, PtFact fact);
void pt_infer_to_global(PtInfer *in, PtGlobalId global, PtFact fact);
void pt_infer_to_return(PtInfer *in, PtUnitId unit, PtFact fact);
/* Some code that runs leads to the unit. */
void pt_infer_reach(PtInfer *in, PtUnitId unit);

/* ---- infer_node.c: what a node's value may be, from its operands, and what it stores where ---- */
void pt_infer_visit(PtInfer *in, PtHirId id);
/* The operand flows into code that knows no types; the same for all operands of a node. */
void pt_infer_open(PtInfer *in, PtHirId operand);
void pt_infer_open_operands(PtInfer *in, PtHirId id);
PtFact pt_infer_const(PtInfer *in, PtHirConstId id);

/* ---- infer_op.c: operators on numbers ---- */
PtFact pt_infer_numbers(PtHirOp op, PtFact left, PtFact right);
PtFact pt_infer_unary(PtFact operand, PtHirOp op);
PtFact pt_infer_compare(PtHirOp op, PtFact left, PtFact right);

/* ---- infer_container.c: containers and their items ---- */
/* The type of what node `id` makes, with a site of its own; a node has up to 4 (`which`). */
PtFact pt_infer_made(PtInfer *in, PtHirId id, uint32_t which, PtTypeKind kind, uint32_t slots, bool any);
/* A container of one slot that holds `item`. */
PtFact pt_infer_made_of(PtInfer *in, PtHirId id, PtTypeKind kind, PtFact item);
/* What iterating over a value gives. */
PtFact pt_infer_items(PtInfer *in, PtFact iterable);
/* Stores what iterating over `iterable` gives in a slot. */
void pt_infer_extend(PtInfer *in, PtFact container, uint32_t slot, PtFact iterable);
/* True when a value is, or holds, something of a type that nobody knows. */
bool pt_infer_holds_objects(PtInfer *in, PtFact fact);
/* The same of objects that compare themselves with others. */
bool pt_infer_asks_objects(PtInfer *in, PtFact fact);
PtFact pt_infer_load_item(PtInfer *in, PtHirId id);
void pt_infer_store_item(PtInfer *in, PtHirId id);
PtFact pt_infer_binary(PtInfer *in, PtHirId id);
PtFact pt_infer_inplace(PtInfer *in, PtHirId id);
PtFact pt_infer_build(PtInfer *in, PtHirId id);
PtFact pt_infer_unpacked(PtInfer *in, PtHirId id);

/* ---- infer_call.c: calls of functions of the program ---- */
PtFact pt_infer_call_unit(PtInfer *in, PtHirId id);
PtFact pt_infer_call(PtInfer *in, PtHirId id);
/* A library function calls `function` with these arguments; its result. */
PtFact pt_infer_callback(PtInfer *in, PtFact function, const PtFact *args, uint32_t n);
PtFact pt_infer_make_function(PtInfer *in, PtHirId id);
void pt_infer_open_unit(PtInfer *in, PtUnitId unit);
void pt_infer_open_param(PtInfer *in, const PtHirParam *param);
PtFact pt_infer_generator(PtInfer *in, PtUnitId unit);

/* Binds a call's arguments to the parameters, after `self` where there is one; false: only the run-time binder can, and
   the unit is open. */
bool pt_infer_bind(PtInfer *in, PtUnitId unit, const PtFact *self, PtHirList args);
PtFact pt_infer_result_of(PtInfer *in, PtUnitId unit);

/* ---- infer_class.c: classes of the program ---- */
void pt_infer_find_classes(PtInfer *in);
void pt_infer_find_names(PtInfer *in);
PtFact pt_infer_make_class(PtInfer *in, PtHirId id);
/* In a class body. */
void pt_infer_store_name(PtInfer *in, PtHirId id);
PtFact pt_infer_construct(PtInfer *in, PtHirId id, PtUnitId class);
/* Attributes and methods of CLASS, INSTANCE and SUPER. */
PtFact pt_infer_class_attr(PtInfer *in, PtHirId id, PtFact object);
void pt_infer_store_attr(PtInfer *in, PtHirId id);
PtFact pt_infer_class_method(PtInfer *in, PtHirId id, PtFact object);
/* `left op right` with an instance on the left; false: no rule. */
bool pt_infer_class_operator(PtInfer *in, PtHirOp op, PtFact left, PtFact right, PtFact *result);
/* True when objects of the class's family compare themselves by methods of their own. */
bool pt_infer_compares(PtInfer *in, PtUnitId class);
/* What has flowed into Values since the last time. */
void pt_infer_open_classes(PtInfer *in);
void pt_infer_find_targets(PtInfer *in);

/* ---- infer_known.c: calls of the library; infer_method.c: methods of builtin types ---- */
PtFact pt_infer_known(PtInfer *in, PtHirId id);
/* What every call of a library function gives. */
PtFact pt_infer_row_result(PtStdId row);
PtFact pt_infer_method(PtInfer *in, PtHirId id);
PtFact pt_infer_attr(PtInfer *in, PtHirId id);
/* True for names under which some builtin container stores an argument. */
bool pt_infer_is_mutator(const char *name);

#endif
