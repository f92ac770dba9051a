/* Lowering, inside: the state of the walk over one module and what its files share.
   lower.c drives; lower_name, lower_expr, lower_call, lower_comp, lower_stmt, lower_assign, lower_def, lower_import,
   lower_match each own a family of syntax; lower_world decides facts about globals beforehand. */
#ifndef PT_HIR_LOWER_INTERNAL_H
#define PT_HIR_LOWER_INTERNAL_H

#include "hir/hir_build.h"
#include "hir/hir_scope.h"
#include "hir/lower.h"

typedef PT_VEC(uint32_t) PtWords;

/* A way out of the block being lowered: what a break, continue or return passes on its way. Lives on the C stack. */
typedef struct PtExit {
    struct PtExit *outer;
    enum { PT_EXIT_LOOP, PT_EXIT_UNBIND, PT_EXIT_TRY } kind;
    PtHirId loop;       /* LOOP */
    PtNameId name;      /* UNBIND: name of `except … as name` */
} PtExit;

typedef struct PtLowerProgram {
    PtPass *pass;
    const PtProject *project;
    PtHir *h;
    PtScopes **scopes; /* by module index; NULL for a module without a tree */
} PtLowerProgram;

typedef struct PtLower {
    PtLowerProgram *program;
    PtPass *pass;
    PtHir *h;
    const PtAst *ast;
    PtScopes *scopes;
    PtModId module;
    uint32_t scope;    /* current scope; a comprehension's while inside it */
    PtUnitId unit;
    uint32_t top;      /* top-level statement being lowered (of the unit's module) */
    uint32_t depth;    /* nesting of expressions and blocks */
    uint32_t loops;    /* > 0 inside a loop of the unit */
    PtHirId region;
    PtWords open;      /* nodes of the blocks being built, innermost last */
    bool dead;         /* control cannot come here */
    PtSpan span;       /* of the syntax being lowered */
    PtHirHint hint;    /* put on every node emitted */
    PtExit *exits;
    PtWords pending;   /* unit scopes still to be lowered */
    PtMap free_index;  /* unit << 32 | symbol → FREE symbol of the unit */
} PtLower;

/* ---- emission (lower.c) ---- */
PtHirId pt_lower_emit(PtLower *l, PtHirKind kind, uint32_t a, uint32_t b, uint32_t c, uint32_t d);
typedef struct PtOpenBlock { uint32_t mark; PtHirId region; bool dead; } PtOpenBlock;
/* A block of `region`: everything emitted until its end belongs to it. */
PtOpenBlock pt_lower_open(PtLower *l, PtHirId region);
/* Ends it; *falls says whether control reaches its end. */
PtHirList pt_lower_close(PtLower *l, PtOpenBlock block, bool *falls);
void pt_lower_set(PtLower *l, PtHirId id, int slot, uint32_t word);
PtHirId pt_lower_const(PtLower *l, PtHirConstId value);
PtHirId pt_lower_none(PtLower *l);
PtHirId pt_lower_str(PtLower *l, const char *text, uint32_t len);
PtHirId pt_lower_name_str(PtLower *l, PtNameId name);
PtHirList pt_lower_list(PtLower *l, const PtWords *words);
void pt_lower_add_arg(PtLower *l, PtWords *args, PtHirArgKind kind, PtNameId name, PtHirId value);
/* Reports a construct that is not supported. */
void pt_lower_refuse(PtLower *l, PtDiagCode code, PtSpan span, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* Tests the nesting depth; false (reported once) when too deep. Pair with l->depth--. */
bool pt_lower_deeper(PtLower *l, PtNodeId node);
const char *pt_lower_text(const PtLower *l, PtNameId name);

/* ---- names (lower_name.c) ---- */
PtHirId pt_lower_load(PtLower *l, PtNameId name, PtSpan span);
void pt_lower_store(PtLower *l, PtNameId name, PtHirId value);
void pt_lower_delete(PtLower *l, PtNameId name, bool quiet);
/* The symbol as the current unit sees it (made FREE through every unit between). */
PtSymId pt_lower_sym(PtLower *l, PtSymId owner);
PtSymId pt_lower_temp(PtLower *l, const char *name);
void pt_lower_new_cells(PtLower *l, uint32_t scope);
/* What an expression is known to be without evaluating it. */
typedef struct PtKnown {
    enum { PT_KNOWN_NOT, PT_KNOWN_ROW, PT_KNOWN_STD_MODULE, PT_KNOWN_MODULE, PT_KNOWN_FUNCTION } kind;
    PtStdId row;
    PtStdModId std_module;
    PtModId module;
    PtUnitId unit;       /* FUNCTION */
    PtGlobalId global;   /* FUNCTION: the name it was reached by */
} PtKnown;
PtKnown pt_lower_known(PtLower *l, PtNodeId expr);
/* Emits the value of something known. */
PtHirId pt_lower_known_value(PtLower *l, PtKnown known);

/* ---- expressions ---- */
PtHirId pt_lower_expr(PtLower *l, PtNodeId node);
/* The expression where it is only iterated over. */
PtHirId pt_lower_iterable(PtLower *l, PtNodeId node);
/* The expression where only its truth matters: yields a value whose truth is the expression's, without testing any
   operand twice. */
PtHirId pt_lower_cond(PtLower *l, PtNodeId node);
PtHirId pt_lower_call(PtLower *l, PtNodeId node);
PtHirId pt_lower_call_value(PtLower *l, PtKnown known, PtHirId function, const PtWords *args);
void pt_lower_args(PtLower *l, PtNodeList args, PtNodeList keywords, PtWords *out);
/* Items of a display or positional arguments, stars included, as ARGS. */
void pt_lower_star_args(PtLower *l, PtNodeList items, PtWords *out);
PtHirOp pt_lower_operator(PtOperator op);
bool pt_lower_has_effects(const PtLower *l, PtNodeId node);
bool pt_lower_any_star(const PtLower *l, PtNodeList list);
PtHirId pt_lower_comp(PtLower *l, PtNodeId node);
PtHirId pt_lower_genexpr(PtLower *l, PtNodeId node);
void pt_lower_genexpr_body(PtLower *l, uint32_t scope);
PtHirConstId pt_lower_const_of(PtLower *l, PtNodeId node);
/* Value-yielding if: `then` and `orelse` open with pt_lower_branch and end with pt_lower_yield. */
PtHirId pt_lower_if_value(PtLower *l, PtHirId cond, PtHirHint hint);
void pt_lower_result(PtLower *l, PtHirId value);

/* ---- statements ---- */
void pt_lower_stmts(PtLower *l, PtNodeList list);
void pt_lower_stmt(PtLower *l, PtNodeId node);
void pt_lower_assign(PtLower *l, PtNodeId target, PtHirId value);
void pt_lower_assign_stmt(PtLower *l, PtNodeId node);
void pt_lower_aug_assign(PtLower *l, PtNodeId node);
void pt_lower_ann_assign(PtLower *l, PtNodeId node);
void pt_lower_delete_target(PtLower *l, PtNodeId target);
void pt_lower_match(PtLower *l, PtNodeId node);
void pt_lower_import(PtLower *l, PtNodeId node);
void pt_lower_import_from(PtLower *l, PtNodeId node);
PtHirId pt_lower_annotation(PtLower *l, PtNodeId annotation);
void pt_lower_try(PtLower *l, PtNodeId node);
void pt_lower_with(PtLower *l, PtNodeId node);

/* ---- coroutines (lower_async.c) ---- */
PtHirId pt_lower_await(PtLower *l, PtNodeId node);
void pt_lower_async_for(PtLower *l, PtNodeId node);
void pt_lower_async_with(PtLower *l, PtNodeId node);

/* ---- definitions ---- */
void pt_lower_def(PtLower *l, PtNodeId node);
void pt_lower_class(PtLower *l, PtNodeId node);
PtHirId pt_lower_lambda(PtLower *l, PtNodeId node);
void pt_lower_type_alias(PtLower *l, PtNodeId node);
/* Parameters of a def or lambda scope, before any body is lowered. */
void pt_lower_params(PtLower *l, uint32_t scope, PtNodeId args);
/* The body of a unit scope, as a unit of its own. */
void pt_lower_unit(PtLower *l, uint32_t scope);

/* ---- facts about globals, before any body is lowered (lower_world.c) ---- */
void pt_world_prepare(PtLowerProgram *p);
/* The module or member of the library, or module of the program, that an import statement binds `name` to. */
PtKnown pt_world_imported(const PtLowerProgram *p, uint32_t module, PtNodeId stmt, PtNameId name);
/* May code of the current place rely on the global's first binding having run? */
bool pt_world_is_bound(const PtLower *l, PtGlobalId global);

/* ---- after lowering ---- */
/* Definite assignment (hir_assign.c): sets CHECKED on reads and deletes that may find the name unbound. */
void pt_hir_mark_unbound(PtHir *h, PtArena *scratch);
/* Cycles of direct calls (hir_calls.c). */
void pt_hir_mark_recursive(PtHir *h, PtArena *scratch);

#endif
