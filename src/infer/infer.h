/* Type inference over the whole program: which values surely have one builtin type, and in what range ints lie.

   A fact says what a node's value, a symbol, a global or a unit's result may be. There is one instance of each unit, so
   a node's id alone names its fact. A symbol's fact joins all its stores; a parameter's joins the arguments of all
   calls while the unit is closed: functions are followed as values, and one that flows into a Value is open, its
   parameters are Values. Containers are followed by the places that make them (types.h).

   Ranges. A bound is exact up to PT_RANGE_LIMIT; a value whose range lies inside it is kept as i64. Two kinds of value
   are bounded by time instead of by arithmetic: what is changed by steps of at most PT_RANGE_STEP, and the variable of
   a `for` over a range. Their nominal bound is the limit; to leave i64 from there takes 2^52 further steps, for which
   CPython needs years. */
#ifndef PT_INFER_INFER_H
#define PT_INFER_INFER_H

#include "base/map.h"
#include "diag/pass.h"
#include "hir/hir.h"
#include "types/types.h"

#define PT_RANGE_LIMIT ((int64_t)1 << 61)
#define PT_RANGE_STEP 1024

/* How a value is kept in Rust: a number of a row of PtFacts.reps; the kinds without parts are their own numbers. */
typedef uint32_t PtRep;
enum {
    PT_REP_VALUE, PT_REP_BOOL, PT_REP_I64, PT_REP_INT, PT_REP_F64, PT_REP_STR,
    PT_REP_LIST, PT_REP_DICT, PT_REP_SET, /* handles: List<T>, Dict<K, V>, Set<T> */
    PT_REP_TUPLE, /* by value: (A, B) */
    PT_REP_KINDS
};
typedef struct PtRepRow {
    uint32_t kind;
    uint32_t len;
    PtRep parts[PT_TUPLE_MOST];
} PtRepRow;

/* A class that inference follows: made once, by a plain class statement of a module, of plain classes. */
typedef struct PtClassFacts {
    bool known;
    PtUnitId base, root; /* root: the topmost class, which stands for the family */
    bool open;           /* of a root: some instance is a Value somewhere */
    bool passed;         /* of a root: the class itself is */
    PtMap methods;       /* name → unit */
    PT_VEC(uint32_t) members; /* of a root: the classes of the family */
    PtMap names;         /* of a root: methods, and attributes of classes that act when they are looked up */
} PtClassFacts;

typedef struct PtAttrFact {
    PtFact fact;
    uint8_t moves;
} PtAttrFact;

typedef struct PtFacts {
    const PtHir *hir;
    PtTypes *types;
    PtFact *nodes, *syms, *globals, *returns; /* by id; a range's bounds are those of its items */
    PtClassFacts *classes;                    /* by unit */
    PtMap attrs;                              /* root << 32 | name → number of the attribute of a family */
    PT_VEC(PtAttrFact) attr_facts;            /* by number; [0] unused */
    PtMap stray_attrs;                        /* name → number: stored on objects of unknown types */
    PtUnitId *targets;                        /* by node: the method that a CallMethod surely calls */
    PtMap made;                               /* node * 4 + number → site of what the node makes */
    uint32_t *yields;                         /* by unit: site of the generators that it makes */
    bool *closed;                             /* by unit: inference has seen all its calls */
    bool *reached;                            /* by unit: some code that runs leads there */
    bool *demoted;                            /* by unit: stays dynamic, whatever is known */
    bool *demoted_syms;                       /* by symbol */
    PT_VEC(PtRepRow) reps;
    bool identity;                            /* some `is` or id() may look at a tuple: they stay objects */
    PtMap site_reps;                          /* root of a site → 1 + its representation */
} PtFacts;

/* Reads:      hir (checked)
   Produces:   a fact for every node, symbol, global and result
   Guarantees: running every constraint again changes nothing; the same input gives the same facts */
PtFacts *pt_infer(PtPass *pass, const PtHir *hir);
static inline PtTypeKind pt_fact_kind(PtFact fact) { return pt_type_kind(fact.type); }
bool pt_fact_is_small(PtFact fact); /* an int whose range fits an i64, with its sums of two */
/* infer_rep.c. */
PtRep pt_fact_rep(PtFacts *facts, PtFact fact);
/* (A, B), and List<T>. */
PtRep pt_rep_pair(PtFacts *facts, PtRep a, PtRep b);
PtRep pt_rep_list(PtFacts *facts, PtRep item);
static inline uint32_t pt_rep_kind(const PtFacts *facts, PtRep rep) { return facts->reps.data[rep].kind; }
static inline PtRep pt_rep_part(const PtFacts *facts, PtRep rep, uint32_t i) { return facts->reps.data[rep].parts[i]; }

/* What a method of a builtin type gives; see method.def. */
typedef enum PtMethodResult {
    PT_RESULT_NONE, PT_RESULT_BOOL, PT_RESULT_INT, PT_RESULT_STR, PT_RESULT_ITEM, PT_RESULT_VALUE, PT_RESULT_OR_LAST,
    PT_RESULT_OR_ARG1, PT_RESULT_SAME, PT_RESULT_SAME_FROM0, PT_RESULT_STRS, PT_RESULT_STR3, PT_RESULT_KEYS,
    PT_RESULT_VALUES, PT_RESULT_ITEMS, PT_RESULT_ENTRY_PAIR
} PtMethodResult;
/* A method of a typed handle of the runtime; columns as in method.def. */
typedef struct PtMethod {
    const char *args, *rust;
    PtMethodResult result;
    bool stores, raises;
} PtMethod;
/* The nth row of `receiver.name(…)` with that many positional arguments, or NULL. */
const PtMethod *pt_infer_direct(PtTypeKind receiver, const char *name, uint32_t args, uint32_t nth);
/* The row for any call of `receiver.name`, or NULL. */
const PtMethod *pt_infer_general(PtTypeKind receiver, const char *name);
/* How good a unit's translation is: all scalars; some handles of builtin objects; some values of unknown type. */
typedef enum PtGrade { PT_GRADE_TYPED, PT_GRADE_HANDLED, PT_GRADE_DYNAMIC } PtGrade;
PtGrade pt_infer_grade(PtFacts *facts, PtUnitId unit);
/* --dump=facts. */
void pt_infer_dump(PtFacts *facts, PtBuf *out);
/* The first broken invariant as a text in `arena`, or NULL. */
const char *pt_infer_check(PtPass *pass, const PtFacts *facts);

#endif
