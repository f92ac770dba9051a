/* Type inference over the whole program: which values surely have one builtin type, and in what range ints lie.

   A fact says what a node's value, a symbol, a global or a unit's result may be. There is one instance of each unit, so
   a node's id alone names its fact. A symbol's fact joins all its stores; a parameter's joins the arguments of all
   calls when the unit is closed (every caller is a direct call that inference sees), else it is Value.

   Ranges. A bound is exact up to PT_RANGE_LIMIT; a value whose range lies inside it is kept as i64. Two kinds of value
   are bounded by time instead of by arithmetic: what is changed by steps of at most PT_RANGE_STEP, and the variable of
   a `for` over a range. Their nominal bound is the limit; to leave i64 from there takes 2^52 further steps, for which
   CPython needs years. */
#ifndef PT_INFER_INFER_H
#define PT_INFER_INFER_H

#include "diag/pass.h"
#include "hir/hir.h"
#include "types/types.h"

#define PT_RANGE_LIMIT ((int64_t)1 << 61)
#define PT_RANGE_STEP 1024

typedef struct PtFact {
    PtTypeId type;
    int64_t lo, hi; /* of an int; INT64_MIN, INT64_MAX: no bound */
} PtFact;

typedef struct PtFacts {
    const PtHir *hir;
    PtTypes *types;
    PtFact *nodes, *syms, *globals, *returns; /* by id */
    bool *closed;                             /* by unit: all its calls are CallUnit nodes of the program */
    bool *reached;                            /* by unit: some code that runs leads there */
    bool *demoted;                            /* by unit: stays dynamic, whatever is known */
    bool *demoted_syms;                       /* by symbol */
} PtFacts;

/* How a value is kept in Rust. */
typedef enum PtRep { PT_REP_VALUE, PT_REP_BOOL, PT_REP_I64, PT_REP_INT, PT_REP_F64 } PtRep;

/* Reads:      hir (checked)
   Produces:   a fact for every node, symbol, global and result
   Guarantees: running every constraint again changes nothing; the same input gives the same facts */
PtFacts *pt_infer(PtPass *pass, const PtHir *hir);
PtTypeKind pt_fact_kind(const PtFacts *facts, PtFact fact);
bool pt_fact_is_small(PtFact fact); /* an int whose range fits an i64, with its sums of two */
PtRep pt_fact_rep(const PtFacts *facts, PtFact fact);
/* How good a unit's translation is: all scalars; some handles of builtin objects; some values of unknown type. */
typedef enum PtGrade { PT_GRADE_TYPED, PT_GRADE_HANDLED, PT_GRADE_DYNAMIC } PtGrade;
PtGrade pt_infer_grade(const PtFacts *facts, PtUnitId unit);
/* --dump=facts. */
void pt_infer_dump(const PtFacts *facts, PtBuf *out);
/* The first broken invariant as a text in `arena`, or NULL. */
const char *pt_infer_check(PtPass *pass, const PtFacts *facts);

#endif
