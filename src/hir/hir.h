/* HIR, "core Python": what the program means. Names are resolved to symbols, every evaluation order is explicit,
   sugar is gone. Produced from all modules' syntax trees by pt_hir_lower (lower.h), read by every later stage and
   never changed after lowering; what a pass learns goes into side tables keyed by id.

   Shape.
     program → modules → units. A unit is a body of code: module body, def, lambda, class body, generator expression.
     A unit is a tree of regions over blocks; a block is a list of nodes in the order they run (ANF). All nodes of the
     program lie in one set of parallel arrays; ids of a unit are consecutive: [unit.first, unit.last].
     Operands are ids of nodes that dominate the use. Local variables are not operands: LoadLocal takes a snapshot.
     An operand is consumed mostly once, by a node soon after it; PtHirInfo.uses counts.

   Exceptions. The exceptional edge of a node is to the innermost Try whose body (or handler part, for `final`) holds
     it; handlers of a Try do not protect its orelse. pt_hir_parent() walks outwards.

   Suspension. Yield and YieldFrom stay in the region tree: rustc makes the state machine of such a unit
     (PT_UNIT_GENERATOR). `await x` is YieldFrom of what the intrinsic `awaitable` gives; lower_async.c. */
#ifndef PT_HIR_HIR_H
#define PT_HIR_HIR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"
#include "diag/span.h"
#include "stdlib/stdlib.h"

/* Ids; 0 = none everywhere. */
typedef struct PtHirId { uint32_t v; } PtHirId;           /* node (instruction or region) */
typedef struct PtUnitId { uint32_t v; } PtUnitId;         /* unit, program-wide */
typedef struct PtSymId { uint32_t v; } PtSymId;           /* local symbol, program-wide; belongs to one unit */
typedef struct PtGlobalId { uint32_t v; } PtGlobalId;     /* name of one module's global namespace */
typedef struct PtModId { uint32_t v; } PtModId;           /* module of the program */
typedef struct PtHirConstId { uint32_t v; } PtHirConstId; /* constant, unique per value and type */
typedef struct PtHirList { uint32_t v; } PtHirList;       /* list in the extra array: length, then its words */

typedef enum PtHirKind {
    PT_HIR_NONE,
#define PT_HIR(kind, traits, t0, f0, t1, f1, t2, f2, t3, f3) PT_HIR_##kind,
#include "hir/hir.def"
    PT_HIR_COUNT
} PtHirKind;

typedef enum PtHirOp {
    PT_HIR_OP_NONE,
#define PT_HIR_OP(name, text, family, dunder) PT_HIR_OP_##name,
#include "hir/hir_op.def"
    PT_HIR_OP_COUNT
} PtHirOp;

typedef enum PtHirIntr {
    PT_HIR_INTR_NONE,
#define PT_HIR_INTR(name, text, legend) PT_HIR_INTR_##name,
#include "hir/hir_intr.def"
    PT_HIR_INTR_COUNT
} PtHirIntr;

typedef enum PtHirHint {
    PT_HIR_HINT_NONE,
#define PT_HIR_HINT(name, text) PT_HIR_HINT_##name,
#include "hir/hir_hint.def"
    PT_HIR_HINT_COUNT
} PtHirHint;

/* Traits of a kind (column 2 of hir.def). */
enum { PT_HIR_T_VALUE = 1, PT_HIR_T_RAISES = 2, PT_HIR_T_REGION = 4, PT_HIR_T_END = 8 };

/* Flags of a node. */
enum {
    PT_HIR_F_CHECKED = 1,     /* the name read or deleted may be unbound here */
    PT_HIR_F_QUIET = 2,       /* Delete…: no error when unbound */
    PT_HIR_F_ARGS_EFFECT = 4, /* CallMethod: evaluating the arguments may raise or have effects */
    PT_HIR_F_HAS_FINAL = 8,   /* Try: has a finally block (may be empty of effect) */
    PT_HIR_F_FOREVER = 16,    /* WhileLoop: the condition is a true constant */
    PT_HIR_F_NO_FALL = 32,    /* region: control never leaves it at its end (every path returns, raises, jumps) */
};

/* One entry of ARGS. */
typedef enum PtHirArgKind { PT_ARG_POSITIONAL, PT_ARG_STAR, PT_ARG_KEYWORD, PT_ARG_DOUBLE_STAR } PtHirArgKind;
typedef struct PtHirArg {
    PtHirArgKind kind;
    PtNameId name; /* of a keyword */
    PtHirId value;
} PtHirArg;

/* ---- constants ---- */
typedef enum PtHirConstKind {
    PT_HIR_CONST_NONE, PT_HIR_CONST_TRUE, PT_HIR_CONST_FALSE, PT_HIR_CONST_ELLIPSIS,
    PT_HIR_CONST_INT,     /* fits int64: .i */
    PT_HIR_CONST_BIGINT,  /* .text: decimal digits with sign */
    PT_HIR_CONST_FLOAT,   /* .f */
    PT_HIR_CONST_COMPLEX, /* imaginary part .f */
    PT_HIR_CONST_STR,     /* .text, .len: UTF-8, lone surrogates as 3 bytes (WTF-8) */
    PT_HIR_CONST_BYTES,   /* .text, .len */
} PtHirConstKind;
typedef struct PtHirConst {
    PtHirConstKind kind;
    uint32_t len;
    union { int64_t i; double f; };
    const char *text; /* arena of the program */
} PtHirConst;

/* ---- symbols ---- */
typedef enum PtStorage {
    PT_STORAGE_LOCAL, /* only its unit uses it */
    PT_STORAGE_CELL,  /* shared with inner units; made at entry of its unit, or by NewCell */
    PT_STORAGE_FREE,  /* a cell of an enclosing unit, received at creation */
} PtStorage;
enum {
    PT_SYM_PARAM = 1,         /* is a parameter (bound at entry) */
    PT_SYM_MAYBE_UNBOUND = 2, /* some read or delete of it is CHECKED */
    PT_SYM_REASSIGNED = 4,    /* stored more than once (a parameter: stored at all), or stored in a loop */
    PT_SYM_SYNTHETIC = 8,     /* made by the compiler; its name is only a proposal */
    PT_SYM_COMPREHENSION = 16,/* target of an inlined comprehension: same spelling as, but not, the unit's name */
    PT_SYM_DELETED = 32,      /* some `del` or except-unbinding names it */
    PT_SYM_CLASS_CELL = 64,   /* the __class__ of a class body */
    PT_SYM_FRESH_CELL = 128,  /* CELL made by NewCell, not at entry */
};
typedef struct PtHirSym {
    PtNameId name;   /* mangled where Python mangles */
    PtUnitId unit;
    PtStorage storage;
    uint16_t flags;
    uint32_t stores; /* number of Store nodes */
    PtSymId outer;   /* FREE: the enclosing unit's symbol it captures */
    PtSpan span;     /* of the first binding */
} PtHirSym;

/* ---- globals of modules ---- */
enum {
    PT_GLOBAL_STABLE_FUNCTION = 1, /* one unconditional top-level def, undecorated, never rebound, deleted or set from outside */
    PT_GLOBAL_STABLE_CLASS = 2,    /* the same for a class statement (decorators allowed only when they return the class) */
    PT_GLOBAL_BODY_ONLY = 4,       /* no unit but the module body names it, no import takes it: may be a local of the body */
    PT_GLOBAL_REBOUND = 8,         /* more than one store, or a store in a loop */
    PT_GLOBAL_DELETED = 16,
    PT_GLOBAL_SET_INSIDE = 32,     /* stored by a function of the module (`global`) */
    PT_GLOBAL_SET_OUTSIDE = 64,    /* stored through the module object by somebody (`mod.name = …`) */
    PT_GLOBAL_IMPORTED = 128,      /* read by another module */
    PT_GLOBAL_PRESET = 256,        /* bound before the body runs: __name__, __file__, __doc__ */
    PT_GLOBAL_CONST = 512,         /* stored once, unconditionally, from a constant: see .constant */
    PT_GLOBAL_NEVER_STORED = 1024, /* no store anywhere: a load is its builtin or NameError */
    PT_GLOBAL_ALIAS = 2048,        /* stable name of a known module or member (`import math`): .std_module or .std */
};
typedef struct PtHirGlobal {
    PtModId module;
    PtNameId name;
    uint16_t flags;
    uint32_t stores;
    PtUnitId unit;            /* STABLE_FUNCTION, STABLE_CLASS */
    PtStdId builtin;          /* the builtin of that name, used while unbound */
    PtStdId std;              /* ALIAS of a library member */
    PtStdModId std_module;    /* ALIAS of a library module */
    PtModId alias;            /* the only binding is `import m`: that module of the program */
    PtHirConstId constant;    /* CONST */
    PtSpan span;              /* first binding */
} PtHirGlobal;

/* ---- units ---- */
typedef enum PtUnitKind { PT_UNIT_MODULE, PT_UNIT_DEF, PT_UNIT_LAMBDA, PT_UNIT_CLASS, PT_UNIT_GENEXPR } PtUnitKind;
typedef enum PtParamKind {
    PT_PARAM_POSITIONAL_ONLY, PT_PARAM_NORMAL, PT_PARAM_VAR, PT_PARAM_KEYWORD_ONLY, PT_PARAM_VAR_KEYWORD
} PtParamKind;
typedef struct PtHirParam {
    PtSymId sym;
    PtParamKind kind;
    bool has_default;
    PtHirConstId default_const; /* the default when it is an immutable constant */
    PtNameId annotation;        /* its spelling when it is a plain name, for later stages */
} PtHirParam;
enum {
    PT_UNIT_GENERATOR = 1,    /* has yield, or is a coroutine */
    PT_UNIT_ASYNC = 2,        /* async def */
    PT_UNIT_METHOD = 4,       /* def directly in a class body */
    PT_UNIT_ONCE = 8,         /* its def or class statement runs at most once (top level, outside loops) */
    PT_UNIT_STABLE = 16,      /* its global is PT_GLOBAL_STABLE_… */
    PT_UNIT_USES_CLASS = 32,  /* reads __class__ (super()) */
    PT_UNIT_DECORATED = 64,
    PT_UNIT_IN_LOOP = 128,    /* created inside a loop */
    PT_UNIT_RECURSIVE = 256,  /* may call itself through direct calls (CallUnit) */
    PT_UNIT_STATIC = 512,     /* method under @staticmethod */
    PT_UNIT_CLASSMETHOD = 1024,
    PT_UNIT_LOCALS = 2048,    /* calls locals(), vars() or eval(): every local may be observed */
};
typedef struct PtHirUnit {
    PtUnitKind kind;
    uint16_t flags;
    PtNameId name;           /* "<lambda>", "<genexpr>", "<module>" as CPython */
    PtNameId qualname;
    PtModId module;
    PtUnitId parent;         /* lexically enclosing unit */
    PtHirConstId docstring;
    PtSpan span;             /* whole definition */
    PT_VEC(PtHirParam) params; /* CPython's slot order: positional-only, normal, keyword-only, *args, **kw */
    PT_VEC(PtSymId) syms;      /* all symbols, parameters first */
    PT_VEC(PtSymId) captures;  /* FREE symbols, in the order in which cells are passed */
    PT_VEC(PtUnitId) children;
    PtHirList body;          /* block */
    uint32_t first, last;    /* node ids */
    PtNameId returns;        /* return annotation when it is a plain name */
} PtHirUnit;

/* ---- modules ---- */
typedef struct PtHirModule {
    PtNameId name;           /* dotted; "__main__" for the script */
    PtNameId package;        /* dotted name of the enclosing package, or none */
    const char *path;        /* as given to the provider */
    uint32_t file;           /* number of the source, as in spans */
    bool is_package, is_main;
    PtModId parent;          /* package module */
    PtUnitId body;
    PT_VEC(PtGlobalId) globals; /* in order of first mention */
    PT_VEC(PtModId) imports;    /* modules of the program it may import */
} PtHirModule;

/* Pair of a star import. */
typedef struct PtHirStar { PtGlobalId from, to; } PtHirStar;

/* ---- world assumptions (one table for the whole program) ---- */
/* PT_HIR_WORLD rows: a flag that is set takes away the named freedom from later stages; the first place is kept. */
#define PT_HIR_WORLD_TABLE(W)                                                          \
    W(DYNAMIC_SETATTR, "setattr or delattr with a name that is not a constant")       \
    W(DYNAMIC_GETATTR, "getattr with a name that is not a constant")                  \
    W(GLOBALS, "globals() is used")                                                   \
    W(LOCALS, "locals() or vars() is used")                                           \
    W(DICT_WRITTEN, "an object's __dict__ is used")                                   \
    W(CLASS_WRITTEN, "an object's __class__ is assigned")                             \
    W(STDOUT_REBOUND, "sys.stdout or sys.stderr is rebound")                          \
    W(BUILTIN_REBOUND, "a builtin is set through the builtins module")                \
    W(EVAL, "eval, exec or compile is used")                                          \
    W(SYS_MODULES, "sys.modules is used")                                             \
    W(TRACEBACK, "tracebacks or frames are looked at")
typedef enum PtHirWorldFlag {
#define W(name, text) PT_WORLD_##name,
    PT_HIR_WORLD_TABLE(W)
#undef W
        PT_WORLD_COUNT
} PtHirWorldFlag;
typedef struct PtHirWorld {
    uint32_t flags;               /* bit per PtHirWorldFlag */
    PtSpan where[PT_WORLD_COUNT]; /* first place that sets it */
    PtMap attr_stored;            /* PtNameId → 1 + index in attr_where: attribute spelling stored on anything but self */
    PT_VEC(PtSpan) attr_where;
} PtHirWorld;

/* ---- the program ---- */
typedef struct PtHir {
    PtArena *arena;
    PtInterner *names;
    /* nodes: parallel arrays indexed by PtHirId.v; index 0 is unused */
    uint32_t count, cap;
    uint8_t *kinds;     /* PtHirKind */
    uint8_t *hints;     /* PtHirHint */
    uint16_t *flags;    /* PT_HIR_F_… */
    PtSpan *spans;
    uint32_t (*slots)[4];
    uint32_t *parents;  /* region (PtHirId.v) whose block holds the node; 0 = the unit's body block */
    PT_VEC(uint32_t) extra;
    PT_VEC(PtHirConst) consts;     /* index = id; [0] unused, the same below */
    PT_VEC(PtHirSym) syms;
    PT_VEC(PtHirGlobal) globals;
    PT_VEC(PtHirUnit) units;
    PT_VEC(PtHirModule) modules;   /* [1] is the main module */
    PT_VEC(PtHirStar) stars;       /* ImportStar.pairs hold ids here */
    PtStrMap const_index;
    PtMap global_index;            /* module << 32 | name → PtGlobalId */
    PtHirWorld world;
} PtHir;

/* ---- reading ---- */
static inline PtHirKind pt_hir_kind(const PtHir *h, PtHirId id) { return (PtHirKind)h->kinds[id.v]; }
static inline PtHirHint pt_hir_hint(const PtHir *h, PtHirId id) { return (PtHirHint)h->hints[id.v]; }
static inline bool pt_hir_has(const PtHir *h, PtHirId id, unsigned flag) { return (h->flags[id.v] & flag) != 0; }
static inline PtSpan pt_hir_span(const PtHir *h, PtHirId id) { return h->spans[id.v]; }
static inline PtHirId pt_hir_parent(const PtHir *h, PtHirId id) { return (PtHirId){h->parents[id.v]}; }
static inline const PtHirUnit *pt_hir_unit(const PtHir *h, PtUnitId id) { return &h->units.data[id.v]; }
static inline const PtHirSym *pt_hir_sym(const PtHir *h, PtSymId id) { return &h->syms.data[id.v]; }
static inline const PtHirGlobal *pt_hir_global(const PtHir *h, PtGlobalId id) { return &h->globals.data[id.v]; }
static inline const PtHirModule *pt_hir_module(const PtHir *h, PtModId id) { return &h->modules.data[id.v]; }
static inline const PtHirConst *pt_hir_const(const PtHir *h, PtHirConstId id) { return &h->consts.data[id.v]; }

/* Lists: VALUES, OPTVALUES, BLOCK, NODES, NAMES. */
static inline uint32_t pt_hir_len(const PtHir *h, PtHirList list) { return list.v ? h->extra.data[list.v] : 0; }
static inline PtHirId pt_hir_at(const PtHir *h, PtHirList list, uint32_t i)
{
    return (PtHirId){h->extra.data[list.v + 1 + i]};
}
static inline PtNameId pt_hir_name_at(const PtHir *h, PtHirList list, uint32_t i)
{
    return (PtNameId){h->extra.data[list.v + 1 + i]};
}
/* ARGS: number of entries, and one of them. */
static inline uint32_t pt_hir_arg_count(const PtHir *h, PtHirList list) { return pt_hir_len(h, list) / 2; }
PtHirArg pt_hir_arg(const PtHir *h, PtHirList list, uint32_t i);

/* Field accessors, generated: pt_hir_<Kind>_<field>(h, id). */
#define PT_HIR_GET_NONE(kind, f, n)
#define PT_HIR_GET(type, kind, f, n)                                            \
    static inline type pt_hir_##kind##_##f(const PtHir *h, PtHirId id)          \
    {                                                                           \
        return (type){h->slots[id.v][n]};                                       \
    }
#define PT_HIR_GET_VALUE(kind, f, n) PT_HIR_GET(PtHirId, kind, f, n)
#define PT_HIR_GET_OPTVALUE(kind, f, n) PT_HIR_GET(PtHirId, kind, f, n)
#define PT_HIR_GET_TARGET(kind, f, n) PT_HIR_GET(PtHirId, kind, f, n)
#define PT_HIR_GET_VALUES(kind, f, n) PT_HIR_GET(PtHirList, kind, f, n)
#define PT_HIR_GET_OPTVALUES(kind, f, n) PT_HIR_GET(PtHirList, kind, f, n)
#define PT_HIR_GET_ARGS(kind, f, n) PT_HIR_GET(PtHirList, kind, f, n)
#define PT_HIR_GET_BLOCK(kind, f, n) PT_HIR_GET(PtHirList, kind, f, n)
#define PT_HIR_GET_NODES(kind, f, n) PT_HIR_GET(PtHirList, kind, f, n)
#define PT_HIR_GET_NAMES(kind, f, n) PT_HIR_GET(PtHirList, kind, f, n)
#define PT_HIR_GET_SYM(kind, f, n) PT_HIR_GET(PtSymId, kind, f, n)
#define PT_HIR_GET_OPTSYM(kind, f, n) PT_HIR_GET(PtSymId, kind, f, n)
#define PT_HIR_GET_GLOBAL(kind, f, n) PT_HIR_GET(PtGlobalId, kind, f, n)
#define PT_HIR_GET_OPTGLOBAL(kind, f, n) PT_HIR_GET(PtGlobalId, kind, f, n)
#define PT_HIR_GET_NAME(kind, f, n) PT_HIR_GET(PtNameId, kind, f, n)
#define PT_HIR_GET_CONST(kind, f, n) PT_HIR_GET(PtHirConstId, kind, f, n)
#define PT_HIR_GET_UNIT(kind, f, n) PT_HIR_GET(PtUnitId, kind, f, n)
#define PT_HIR_GET_MODULE(kind, f, n) PT_HIR_GET(PtModId, kind, f, n)
#define PT_HIR_GET_STD(kind, f, n) PT_HIR_GET(PtStdId, kind, f, n)
#define PT_HIR_GET_OPTSTD(kind, f, n) PT_HIR_GET(PtStdId, kind, f, n)
#define PT_HIR_GET_STDMOD(kind, f, n) PT_HIR_GET(PtStdModId, kind, f, n)
#define PT_HIR_GET_OP(kind, f, n) PT_HIR_GET(PtHirOp, kind, f, n)
#define PT_HIR_GET_INTR(kind, f, n) PT_HIR_GET(PtHirIntr, kind, f, n)
#define PT_HIR_GET_INT(kind, f, n) PT_HIR_GET(uint32_t, kind, f, n)
#define PT_HIR(kind, traits, t0, f0, t1, f1, t2, f2, t3, f3) \
    PT_HIR_GET_##t0(kind, f0, 0) PT_HIR_GET_##t1(kind, f1, 1) PT_HIR_GET_##t2(kind, f2, 2) PT_HIR_GET_##t3(kind, f3, 3)
#include "hir/hir.def"

/* ---- facts of the tables ---- */
typedef enum PtHirSlot {
    PT_SLOT_NONE, PT_SLOT_VALUE, PT_SLOT_OPTVALUE, PT_SLOT_VALUES, PT_SLOT_OPTVALUES, PT_SLOT_ARGS, PT_SLOT_BLOCK,
    PT_SLOT_NODES, PT_SLOT_TARGET, PT_SLOT_SYM, PT_SLOT_OPTSYM, PT_SLOT_GLOBAL, PT_SLOT_OPTGLOBAL, PT_SLOT_NAME,
    PT_SLOT_NAMES, PT_SLOT_CONST, PT_SLOT_UNIT, PT_SLOT_MODULE, PT_SLOT_STD, PT_SLOT_OPTSTD, PT_SLOT_STDMOD,
    PT_SLOT_OP, PT_SLOT_INTR, PT_SLOT_INT
} PtHirSlot;
typedef struct PtHirKindInfo {
    const char *name;      /* "LoadLocal" */
    unsigned traits;
    PtHirSlot types[4];
    const char *fields[4];
} PtHirKindInfo;
const PtHirKindInfo *pt_hir_kind_info(PtHirKind kind);
static inline unsigned pt_hir_traits(const PtHir *h, PtHirId id) { return pt_hir_kind_info(pt_hir_kind(h, id))->traits; }
const char *pt_hir_op_text(PtHirOp op);
const char *pt_hir_op_dunder(PtHirOp op);
const char *pt_hir_intr_text(PtHirIntr which);
const char *pt_hir_hint_text(PtHirHint hint);

/* ---- walking ---- */
/* Calls `visit` for every operand (VALUE slots and lists, arguments) of one node, in evaluation order. */
typedef void PtHirVisit(void *context, PtHirId operand);
void pt_hir_each_operand(const PtHir *h, PtHirId id, PtHirVisit *visit, void *context);
/* The blocks of a region in the order they may run; at most 4, the rest are 0. Handlers of a Try are nodes, not blocks:
   walk pt_hir_Try_handlers. Returns how many slots are blocks. */
int pt_hir_blocks(const PtHir *h, PtHirId id, PtHirList blocks[4]);
/* uses[id] = how many operand slots name the node; array of h->count entries in `arena`. */
uint32_t *pt_hir_count_uses(const PtHir *h, PtArena *arena);

/* The builtin, or PT_GLOBAL_…: find a module's global by name (0 when nothing mentions it). */
PtGlobalId pt_hir_find_global(const PtHir *h, PtModId module, PtNameId name);
PtModId pt_hir_find_module(const PtHir *h, PtNameId name);
/* The constant's value as Python source text, for dumps and messages. */
void pt_hir_print_const(const PtHir *h, PtHirConstId id, PtBuf *out);

/* ---- dump and checker ---- */
/* The whole program as text (--dump=hir). */
void pt_hir_dump(const PtHir *h, PtBuf *out);
/* The first broken invariant as a text in `arena`, or NULL. See hir_check.c for the list. */
const char *pt_hir_check(const PtHir *h, PtArena *arena);

#endif
