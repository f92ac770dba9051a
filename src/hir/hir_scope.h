/* Scopes of one module: which names each scope binds and uses, and what each use means (LEGB with Python's exceptions:
   class scopes are skipped from inside, comprehensions bind in their own scope, walrus binds outside of them).
   Also the semantic syntax errors that CPython's symbol table and compiler report.

   A *unit scope* has a HIR unit of its own. Comprehensions over lists, sets and dicts and the scopes of type
   parameters are no unit scopes: their names become renamed locals of the unit around them (the host).
   A generator expression is one unit scope per `for` clause, each nested in the one before. */
#ifndef PT_HIR_HIR_SCOPE_H
#define PT_HIR_HIR_SCOPE_H

#include "diag/pass.h"
#include "hir/hir.h"
#include "syntax/ast.h"

typedef enum PtScopeKind {
    PT_SCOPE_MODULE, PT_SCOPE_DEF, PT_SCOPE_LAMBDA, PT_SCOPE_CLASS, PT_SCOPE_COMP, PT_SCOPE_GENEXPR, PT_SCOPE_TYPES
} PtScopeKind;

enum { /* PtScopeName.flags */
    PT_NAME_PARAM = 1, PT_NAME_STORED = 2, PT_NAME_USED = 4, PT_NAME_GLOBAL = 8, PT_NAME_NONLOCAL = 16,
    PT_NAME_ANNOTATED = 32, PT_NAME_DELETED = 64, PT_NAME_CAPTURED = 128, /* used by another unit */
    PT_NAME_LOOPED = 256, /* some store stands in a loop */
    PT_NAME_TARGET = 512, /* target of a comprehension's for */
    PT_NAME_WALRUS = 1024, PT_NAME_PLAIN = 2048, /* the first store is unconditional at the scope's top level */
    PT_NAME_SET_INSIDE = 4096, /* module scope: stored by a function through `global` */
    PT_NAME_READ_OUTSIDE = 8192, /* read in its scope outside of every `except … as` that binds it */
};
enum { PT_TOP_NEVER = UINT32_MAX };

typedef struct PtScopeName {
    PtNameId name;
    uint16_t flags;
    uint32_t stores;
    PtNodeId binder;     /* syntax that made the first store: def, class, alias, assignment … */
    uint32_t bound_top;  /* module scope: top-level statement of the first unconditional store */
    uint32_t used_top;   /* first top-level statement that uses the name in this very scope */
    PtSpan first;        /* first store, else first use */
    PtSymId sym;         /* LOCAL or CELL symbol when this scope owns the name (set by the lowering) */
} PtScopeName;

typedef struct PtScope {
    PtScopeKind kind;
    PtNodeId node;          /* syntax node; for GENEXPR: the GeneratorExp */
    uint32_t clause;        /* GENEXPR: number of its for clause */
    uint32_t parent;        /* index; 0 = none ([0] is unused, [1] is the module) */
    uint32_t host;          /* index of the unit scope whose unit runs this scope's code */
    PtNameId mangle;        /* name of the innermost class around, for private names */
    PtUnitId unit;          /* of a unit scope (set by the lowering) */
    uint32_t top;           /* top-level statement that holds it */
    uint32_t group;         /* 0: runs with `top`; else index of the top-level def or class whose call runs it */
    bool in_loop, is_generator, is_async, uses_class, uses_locals, decorated, top_level, reserved;
    PtNodeId first_yield;
    PtMap index;            /* name → 1 + position in names */
    PT_VEC(PtScopeName) names;
    PtSpan span;
} PtScope;

/* A top-level def or class whose body runs only once its name is used. */
typedef struct PtScopeGroup {
    PtNameId name;
    uint32_t reached; /* first top-level statement that may run it */
} PtScopeGroup;

typedef struct PtAttrStore {
    PtNameId attr, receiver; /* receiver: a plain name, or none */
    uint32_t scope;
    PtSpan span;
} PtAttrStore;

typedef struct PtScopes {
    PtPass *pass;
    const PtAst *ast;
    PT_VEC(PtScope) list;
    PtMap by_node;            /* syntax node of a scope (GENEXPR: node + clause << 32) → index */
    PT_VEC(PtScopeGroup) groups;
    PtMap reached;            /* global name → 1 + first top-level statement at which code outside the module body itself
                                 may use it; absent: never */
    PT_VEC(PtAttrStore) attr_stores;
    uint32_t world;           /* PtHirWorldFlag bits, and where */
    PtSpan world_where[PT_WORLD_COUNT];
    bool is_main;             /* the script itself */
    bool future_annotations;
    bool failed;              /* errors were reported */
} PtScopes;

/* Builds and resolves the scopes of a module, reporting semantic errors. Lives in pass->arena. */
PtScopes *pt_scope_build(PtPass *pass, const PtAst *ast, bool is_main);

/* What a name means in a scope. */
typedef enum PtRefKind { PT_REF_LOCAL, PT_REF_NAME, PT_REF_GLOBAL } PtRefKind;
typedef struct PtRef {
    PtRefKind kind;
    uint32_t owner; /* LOCAL: scope that owns the name; its PtScopeName is pt_scope_name(owner, name) */
} PtRef;
/* `name` is mangled already. */
PtRef pt_scope_resolve(const PtScopes *s, uint32_t scope, PtNameId name);
PtScopeName *pt_scope_name(const PtScopes *s, uint32_t scope, PtNameId name);
uint32_t pt_scope_of(const PtScopes *s, PtNodeId node, uint32_t clause);
/* Private-name mangling. */
PtNameId pt_scope_mangle(const PtScopes *s, uint32_t scope, PtNameId name);

/* Steps of pt_scope_build in files of their own. */
PtScopeName *pt_scope_touch(PtScopes *s, uint32_t scope, PtNameId name, PtSpan span); /* the entry, made when new */
void pt_scope_link(PtScopes *s);     /* hir_resolve.c: resolves all scopes */
void pt_semantic_check(PtScopes *s); /* hir_semantic.c: errors that CPython's compiler proper reports */

#endif
