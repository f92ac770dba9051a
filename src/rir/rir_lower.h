/* The lowering HIR → RIR: state shared by the files of this room.

   A unit is lowered block by block into frames (one open Rust block each). HIR's values become Rust expressions as soon
   as they are met, but are written down as late as possible: an expression that has an effect waits on its frame's
   stack, and may be nested into its only consumer when the consumer takes the top of that stack in order; otherwise it
   is bound by a `let` first. So Rust evaluates everything in Python's order, and temporaries appear only where needed.

   What a value is in Rust is its form (PtRirForm): a Value, a scalar where inference has proved one, or one of the
   runtime's helpers. Conversions to Values stand in rir_value.c, those to scalars in rir_typed.c; code that has no
   typed form for its operands converts them to Values and is right all the same. */
#ifndef PT_RIR_RIR_LOWER_H
#define PT_RIR_RIR_LOWER_H

#include "infer/infer.h"
#include "project/project.h"
#include "rir/rir.h"

/* rustc's time grows faster than the statements of a function: a module body with more than PT_RIR_STATEMENTS is cut
   into functions of PT_RIR_CUT (measured at -O2: 13.6 ms a statement in functions of 150, 6.6 ms in functions of 25). */
enum { PT_RIR_STATEMENTS = 180, PT_RIR_CUT = 30 };

typedef enum PtRirForm {
    PT_FORM_NONE,
    PT_FORM_PLACE, /* a variable of type Value */
    PT_FORM_REF,   /* a variable of type &Value */
    PT_FORM_OWNED, /* an expression of type Value */
    PT_FORM_BOOL,  /* an expression of type bool */
    PT_FORM_I64,   /* an expression of type i64 */
    PT_FORM_F64,   /* an expression of type f64 */
    PT_FORM_INT,   /* an expression of type Int */
    PT_FORM_INT_PLACE, /* a variable of type Int */
    PT_FORM_LOOP,  /* the iterator of a loop whose items have the representation `rep` */
    PT_FORM_TYPED, /* an expression of the representation `rep`: Str, List<T>, (A, B), … */
    PT_FORM_TYPED_PLACE, /* a variable of it */
    PT_FORM_TYPED_REF, /* a variable that is a reference to it */
    PT_FORM_ITER,  /* an expression of type Iter */
    PT_FORM_FOR,   /* the item of a loop, an R<Value> */
    PT_FORM_ERROR, /* an expression of type PyErr, for the raise that takes it */
} PtRirForm;

typedef struct PtRirVal {
    PtRirId expr;
    uint8_t form;
    bool pending; /* waits on the frame's stack */
    bool temp;    /* a `let` of ours: moved at its last use */
    bool raises;  /* LOOP: each item is an R */
    PtRep rep;    /* LOOP, TYPED and its places */
} PtRirVal;

/* One Rust block being filled. */
typedef struct PtFrame {
    PtRirVec stmts;
    PT_VEC(PtHirId) pending;
    bool dead; /* control does not reach the end of stmts */
} PtFrame;

typedef enum PtScopeKind { PT_SCOPE_LOOP, PT_SCOPE_LABEL, PT_SCOPE_CLOSURE } PtScopeKind;
typedef enum PtFlowMode { PT_FLOW_UNIT, PT_FLOW_VALUE, PT_FLOW_FULL } PtFlowMode;

/* Where jumps may lead: enclosing loops, labelled blocks and closures, innermost first. */
typedef struct PtScope {
    struct PtScope *up;
    PtScopeKind kind;
    PtHirId loop;        /* LOOP: itself; LABEL: the loop whose `break` leaves it */
    PtNameId label;      /* LOOP, LABEL: made when first needed */
    PtFlowMode mode;     /* CLOSURE */
    bool returns, breaks, continues; /* CLOSURE: what left it */
    PtHirId target;      /* CLOSURE: the loop that breaks and continues mean */
} PtScope;

/* A variable of the Rust function: a local symbol, or a global that only its module's body names. */
typedef struct PtVar {
    PtNameId name;    /* in Rust */
    PtNameId python;
    uint32_t lca;     /* innermost block that holds every mention */
    uint32_t stores, loads, deletes;
    PtHirId first;    /* first mention */
    PtHirId declare;  /* node at which it is declared; 0 = at entry, or nowhere */
    bool hoist;       /* declared Unset before `declare`; else `declare` is its first store */
    bool seen, cell, ref; /* cell: a Cell; ref: a parameter, &Value */
    PtRep rep; /* its type */
    bool scoped; /* the name of `except … as`: a `let` in each handler */
    uint32_t next;    /* next variable hoisted at the same node */
    PT_VEC(uint32_t) store_pos; /* positions of stores and deletes, ascending */
} PtVar;

typedef struct PtBlockInfo {
    uint32_t parent;
    uint32_t depth;
    PtHirId region;
    bool loop, closure;
} PtBlockInfo;

/* Names in use in one Rust scope. */
typedef struct PtNames {
    PtStrMap used;
    struct PtNames *items; /* item names, which locals must not take */
} PtNames;

typedef struct PtGen {
    PtPass *pass;
    PtArena *arena;
    const PtHir *h;
    const PtProject *project;
    PtFacts *facts;
    PtRir *r;

    /* by node */
    PtRirVal *vals;
    PtHirId *user; /* the last node that uses it */
    uint32_t *try_of; /* Handler: its Try */
    uint32_t *chain; /* Unpack: its last item; UnpackItem: the one before */
    uint32_t *uses, *pos, *end, *last, *blk;
    PtUnitId *direct; /* Call: the inner function that it calls without its object */
    bool *want_bool, *dead, *inlinable, *far, *table;
    PT_VEC(PtBlockInfo) blocks;
    /* variables: by symbol, then by global */
    PtVar *vars;
    uint32_t *hoist_at; /* by node: first variable hoisted there (index + 1) */
    bool *global_local; /* by global: a local of its module's body */
    bool *global_slot;  /* by global: has a slot */
    bool *wants_module; /* by module: its object is used */
    bool *cut;          /* by module: its body is cut into functions */
    PtRep *returns;     /* by unit: of its result */
    bool *recursive;    /* by unit: on a cycle of direct calls */
    bool *unit_elided;  /* by unit: its def statement is dropped */
    PtNameId *unit_fn;  /* by unit: Rust name of the function (or of the class's struct) */
    PtNameId *global_name; /* by global: Rust name of the slot */
    PT_VEC(PtHirId) order; /* nodes in order of position */

    /* the module being lowered */
    PtModId module;
    PtNames *items;     /* by module: names of items */
    PtNames *class_items; /* by unit: names inside a class's impl */
    PtRirVec out;       /* items of the module */
    PtRirVec *impl;     /* items of the innermost class being filled, or NULL */
    PtStrMap imports;   /* names taken from `py` */
    bool allow_assign, allow_case, allow_camel, allow_approx, allow_never_loop, allow_acronyms, allow_complex;

    /* the unit being lowered */
    PtUnitId unit;
    PtNames names;
    PtFrame *frame;
    PtScope *scope;
    uint32_t comment;   /* next comment of the module's source */
    PtSpan span;
    PtNameId error_name; /* of the caught exception in handlers */
    PtNameId co;         /* generator: the body's end of the line to its object */

    /* whole crate */
    PtStrMap symbols;       /* Python text → Rust name */
    PtRirVec symbol_rows;
    PtStrMap members;       /* names that the runtime's own types have members by */
    PtRirVec member_rows;   /* those that the program mentions */
    bool uses_doc, uses_annotations;
} PtGen;

/* ---- rir_plan.c: what must be known before a unit is lowered ---- */
void pt_rir_plan(PtGen *g);
PtVar *pt_rir_var(PtGen *g, PtSymId sym);
PtVar *pt_rir_global_var(PtGen *g, PtGlobalId global); /* NULL unless it is a local */
/* True when no store to `var` lies between the load `id` and its last use. */
bool pt_rir_is_alias(PtGen *g, const PtVar *var, PtHirId id);
/* 0 or 1 for a constant's truth, -1 for what is not known. */
int pt_rir_const_truth(const PtHir *h, PtHirId id);
/* True when nobody can see whether the node was evaluated. */
bool pt_rir_is_pure(PtGen *g, PtHirId id);

/* The symbol by which `caller` has the cell that an inner function captures; 0 when it has none. */
PtSymId pt_rir_same_cell(PtGen *g, PtUnitId caller, PtSymId captured);

/* ---- rir_name.c: every name of the crate ---- */
/* A name near `base` that is free in `names` and in its items; taken from then on. */
bool pt_name_is_keyword(const char *name);
PtNameId pt_name_take(PtGen *g, PtNames *names, const char *base);
/* `sym::name` for a Python attribute or parameter name. */
PtRirId pt_name_symbol(PtGen *g, PtNameId python);
/* The same where objects are asked for an attribute of that name: the runtime links what its types have by it. */
PtRirId pt_name_member(PtGen *g, PtNameId python);
/* The same for the attributes that a text would ask for as a format: "{0.real}". */
void pt_name_format_members(PtGen *g, const char *text, size_t len);
/* A name of the runtime crate, imported: "Value". */
const char *pt_name_py(PtGen *g, const char *name);
void pt_name_items(PtGen *g);
/* The Rust module of a library module: `os_path`, `enum_`. */
const char *pt_name_std_module(PtGen *g, PtStdModId module);
const char *pt_name_upper(PtGen *g, const char *name);
const char *pt_name_snake(PtGen *g, const char *name);
/* Path of a module of the program, "crate::a::b", and of something in it as seen from the current module. */
const char *pt_name_module(PtGen *g, PtModId module);
PtRirId pt_name_in_module(PtGen *g, PtModId module, PtNameId name);

/* ---- rir_node.c: short ways to write trees ---- */
const char *pt_rs_text(PtGen *g, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
PtRirId pt_rs_path(PtGen *g, const char *text);
PtRirId pt_rs_lit(PtGen *g, const char *text);
PtRirId pt_rs_ref(PtGen *g, PtRirId inner);
/* `*x` and `x.0` of a variable x. */
PtRirId pt_rs_deref(PtGen *g, PtRirId variable);
PtRirId pt_rs_field(PtGen *g, PtRirId variable, uint32_t index);
PtRirId pt_rs_tuple(PtGen *g, const PtRirVec *items);
PtRirId pt_rs_not(PtGen *g, PtRirId inner);
PtRirId pt_rs_try(PtGen *g, PtRirId inner);
PtRirId pt_rs_await(PtGen *g, PtRirId inner);
PtRirId pt_rs_call(PtGen *g, const char *path, int n, ...);
PtRirId pt_rs_call_list(PtGen *g, PtRirId function, const PtRirVec *args);
PtRirId pt_rs_method(PtGen *g, PtRirId receiver, const char *name, int n, ...);
PtRirId pt_rs_method_list(PtGen *g, PtRirId receiver, const char *name, const PtRirVec *args);
PtRirId pt_rs_binary(PtGen *g, const char *op, PtRirId left, PtRirId right);
PtRirId pt_rs_array(PtGen *g, const PtRirVec *items);
PtRirId pt_rs_vec_macro(PtGen *g, const PtRirVec *items);
PtRirId pt_rs_str_lit(PtGen *g, const char *text, size_t len);
PtRirId pt_rs_block(PtGen *g, const PtFrame *frame, PtRirId tail);
PtRirId pt_rs_if(PtGen *g, PtRirId cond, PtRirId then, PtRirId orelse);
PtRirId pt_rs_arm(PtGen *g, const char *pattern, PtRirId guard, PtRirId body);
PtRirId pt_rs_closure(PtGen *g, const char *params, PtRirId body);
PtRirId pt_rs_return(PtGen *g, PtRirId value);
PtRirId pt_rs_ok(PtGen *g, PtRirId value);
PtRirId pt_rs_unreachable(PtGen *g);
void pt_rs_add_let(PtGen *g, const char *pattern, PtRirId init);
void pt_rs_add_expr(PtGen *g, PtRirId expr);
void pt_rs_add_raw(PtGen *g, PtRirVec *items, const char *text);
void pt_rs_add_docs(PtGen *g, PtRirVec *items, const char *prefix, PtHirConstId docstring);
/* Turns a `return` at the end of the statements into the block's value. */
PtRirId pt_rs_block_with_tail(PtGen *g, PtFrame *frame);

/* ---- rir_value.c: values, forms, the stack of pending expressions ---- */
void pt_val_define(PtGen *g, PtHirId id, PtRirId expr, PtRirForm form);
/* For what reads nothing and changes nothing: it may be written anywhere, any number of times. */
void pt_val_define_free(PtGen *g, PtHirId id, PtRirId expr, PtRirForm form);
/* Takes operands, in the order in which Rust will evaluate them, off the stack. */
void pt_val_take(PtGen *g, const PtHirId *ids, uint32_t n);
void pt_val_take1(PtGen *g, PtHirId id);
void pt_val_take2(PtGen *g, PtHirId a, PtHirId b);
/* The operand in the wanted form; it must have been taken. */
PtRirId pt_val_as_ref(PtGen *g, PtHirId id);      /* &Value */
PtRirId pt_val_as_owned(PtGen *g, PtHirId id, PtHirId user);    /* Value */
PtRirId pt_val_as_receiver(PtGen *g, PtHirId id); /* something of type Value or &Value */
PtRirId pt_val_as_dynamic(PtGen *g, PtHirId id);  /* the same, for methods of Value that handles have, too */
PtRirId pt_val_as_bool(PtGen *g, PtHirId id);     /* bool */
PtRirId pt_val_as_iter(PtGen *g, PtHirId id);     /* Iter: iter(x) */
/* Binds every pending expression by a `let`. */
void pt_val_flush(PtGen *g);
/* A statement: everything pending comes before it. */
void pt_val_stmt(PtGen *g, PtRirId expr);
PtNameId pt_val_temp_name(PtGen *g, PtHirId id);

/* For a value of a representation: forms, as an expression of its own and as a variable. */
PtRirForm pt_rep_form(PtGen *g, PtRep rep);
PtRirForm pt_rep_place(PtGen *g, PtRep rep);
void pt_val_define_var(PtGen *g, PtHirId id, PtRirId expr, PtRirForm form, PtRep rep);
void pt_val_define_rep(PtGen *g, PtHirId id, PtRirId expr, PtRep rep);
/* As the iterator of the loop that is its only user. */
void pt_val_define_loop(PtGen *g, PtHirId id, PtRirId expr, PtRep rep, bool raises);

/* ---- rir_typed.c: representations, and the way from any form to them ---- */
/* The representation of every variable and result. */
void pt_typed_plan(PtGen *g);
/* The representation of a node's fact; a Value in a demoted unit. */
PtRep pt_typed_rep(PtGen *g, PtHirId id);
/* The operand, which must have been taken, in a representation. */
PtRirId pt_typed_as(PtGen *g, PtHirId id, PtRep rep, PtHirId user);
/* The same as an argument: handles and tuples are lent. */
PtRirId pt_typed_lent(PtGen *g, PtHirId id, PtRep rep, PtHirId user);
/* The same as a key, or another operand that is only looked at: `&value` whatever it is. */
PtRirId pt_typed_key(PtGen *g, PtHirId id, PtRep rep);
/* The same as a receiver: something that is a T or a &T. */
PtRirId pt_typed_receiver(PtGen *g, PtHirId id, PtRep rep);
/* The same for an expression of a Value: through an assertion. */
PtRirId pt_typed_from_value(PtGen *g, PtRirId ref, PtRep rep);
/* `text!("…")`. */
PtRirId pt_rir_text_literal(PtGen *g, const char *text, size_t len);
PtRirId pt_typed_const(PtGen *g, PtHirConstId constant, PtRep rep);
const char *pt_typed_name(PtGen *g, PtRep rep);
/* `List::new`; spelled: `List::<i64>::new`, where nothing else tells the type. */
const char *pt_typed_constructor(PtGen *g, PtRep rep, const char *function, bool spelled);
/* The type of a parameter: `&List<i64>`, `i64`. */
const char *pt_typed_param(PtGen *g, PtRep rep);
static inline bool pt_rep_is_scalar(PtRep rep) { return rep >= PT_REP_BOOL && rep <= PT_REP_F64; }
/* A tuple of scalars that are copied. */
bool pt_rep_is_copy(PtGen *g, PtRep rep);
/* A literal that has a type of its own; other expressions have one already. */
PtRirId pt_typed_suffixed(PtGen *g, PtRirId expr);
/* What an unassigned variable holds until its first store. */
PtRirId pt_typed_default(PtGen *g, PtRep rep);
/* `let pattern = value`, with the type where the value does not tell; `place = value`, or `place += …`. */
void pt_typed_let(PtGen *g, const char *pattern, PtRep rep, PtRirId value);
PtRirId pt_typed_assign(PtGen *g, PtRirId place, PtRep rep, PtRirId value);
/* The operand of a `return`, in the unit's representation. */
PtRirId pt_typed_returned(PtGen *g, PtHirId value, PtHirId user);
static inline bool pt_form_is_scalar(uint8_t form) { return form >= PT_FORM_BOOL && form <= PT_FORM_INT_PLACE; }
static inline bool pt_form_is_typed(uint8_t form) { return form >= PT_FORM_TYPED && form <= PT_FORM_TYPED_REF; }

/* ---- rir_typed_op.c: operators; false when there is no typed form ---- */
/* Rust's own operator of the same meaning on numbers and texts, or NULL. */
const char *pt_typed_op(PtHirOp op);
bool pt_typed_binary(PtGen *g, PtHirId id, PtHirOp op, PtHirId left, PtHirId right);
bool pt_typed_compare(PtGen *g, PtHirId id);
bool pt_typed_unary(PtGen *g, PtHirId id);
/* ---- rir_typed_call.c ---- */
bool pt_typed_known(PtGen *g, PtHirId id);
/* ---- rir_handle.c, rir_handle_op.c: containers, text, tuples; false when there is no typed form ---- */
bool pt_handle_build(PtGen *g, PtHirId id);
bool pt_handle_fill(PtGen *g, PtHirId id);
/* True for a Slice node that its only user, a typed load, takes apart itself. */
bool pt_handle_is_slice(PtGen *g, PtHirId slice);
bool pt_handle_item(PtGen *g, PtHirId id);
bool pt_handle_unpack(PtGen *g, PtHirId id);
bool pt_handle_method(PtGen *g, PtHirId id);
bool pt_handle_binary(PtGen *g, PtHirId id, PtHirOp op, PtHirId left, PtHirId right);
bool pt_handle_compare(PtGen *g, PtHirId id);
/* `x += y` for a local handle x. */
bool pt_handle_inplace(PtGen *g, PtHirId id, const PtVar *var, PtHirId right);
/* The operand as the iterator of a loop: sets the representation of the items and whether each is an R. */
bool pt_handle_loop(PtGen *g, PtHirId iter, PtRirId *source, PtRep *item, bool *raises);
/* rir_build.c: the pattern of an item of an unpacking whose representation is `rep`. */
const char *pt_rir_item_pattern(PtGen *g, PtHirId unpack, uint32_t index, PtRep rep);

/* ---- rir_block.c ---- */
void pt_rir_block(PtGen *g, PtHirList list);
/* Entry number `at` of a block. */
void pt_rir_block_part(PtGen *g, PtHirList list, uint32_t at);
void pt_rir_node(PtGen *g, PtHirId id);
/* Lowers a block into a frame of its own. */
void pt_rir_frame(PtGen *g, PtFrame *frame, PtHirList list);
/* Lowers a value-yielding block; `result` is the node whose value it yields (0: never ends). */
void pt_rir_value_frame(PtGen *g, PtFrame *frame, PtHirList list, PtHirId *result);
void pt_rir_comments(PtGen *g, uint32_t before);

/* ---- families: each lowers the nodes of its kinds, false for others ---- */
bool pt_rir_expr(PtGen *g, PtHirId id);
bool pt_rir_name(PtGen *g, PtHirId id);
bool pt_rir_call(PtGen *g, PtHirId id);
bool pt_rir_build(PtGen *g, PtHirId id);
bool pt_rir_flow(PtGen *g, PtHirId id);
bool pt_rir_try(PtGen *g, PtHirId id);
bool pt_rir_def(PtGen *g, PtHirId id);
bool pt_rir_import(PtGen *g, PtHirId id);
bool pt_rir_gen(PtGen *g, PtHirId id);

/* ---- rir_gen.c: generator functions ---- */
/* True in a unit that yields: its body is an async block. */
bool pt_rir_is_generator(PtGen *g, PtUnitId unit);
/* `async { … }.await` where other units have a closure and a call of it. */
PtRirId pt_rir_attempt_async(PtGen *g, PtRirId body, bool untyped);
/* The body of a generator function: what its arguments are, then the object that runs `inner`. */
PtRirId pt_rir_generator_body(PtGen *g, PtUnitId unit, PtFrame *inner);
/* A parameter or captured cell, read in the async block through a reference as elsewhere. */
void pt_rir_generator_bind(PtGen *g, const PtVar *var);

/* ---- shared pieces of the families ---- */
void pt_rir_const(PtGen *g, PtHirId id);
/* Large displays of constants become static tables: marks their roots, drops what is inside; lowers a root. */
void pt_rir_mark_tables(PtGen *g);
void pt_rir_table(PtGen *g, PtHirId id);
/* What `str(constant)` is, as a Rust string literal; 0 for kinds whose text the runtime makes. */
PtRirId pt_const_printed(PtGen *g, PtHirConstId constant);
PtRirId pt_const_expr(PtGen *g, PtHirConstId constant, PtRirForm *form);
/* An int or float constant, or its negative, as a Rust literal; 0 for others. */
PtRirId pt_const_scalar(PtGen *g, PtHirConstId constant, bool negative, PtRirForm *form);
/* `exc::ValueError` for a builtin exception that `is` may test and `err_with` may make; NULL for others. */
const char *pt_known_exception(PtGen *g, PtStdId row);
PtRirId pt_known_value(PtGen *g, PtStdId row);
void pt_declare_hoisted(PtGen *g, PtHirId id);
void pt_store_var(PtGen *g, PtVar *var, PtHirId id, PtRirId value);
PtRirId pt_rir_args(PtGen *g, PtHirList args, PtHirId user);
PtRirId pt_rir_slot(PtGen *g, PtGlobalId global);
/* `x op= y` for a local x as one statement; false: not that shape. */
bool pt_rir_inplace_local(PtGen *g, PtHirId id);
void pt_rir_return(PtGen *g, PtRirId value);
/* The operand of a return: a local is moved out where nothing needs it any more. */
PtRirId pt_rir_returned(PtGen *g, PtHirId value, PtHirId user);
void pt_rir_jump(PtGen *g, PtHirId loop, bool is_break);
PtNameId pt_rir_var_name(PtGen *g, const PtVar *var);
const char *pt_rir_inplace_method(PtHirOp op);
PtNameId pt_scope_label(PtGen *g, PtScope *scope);
/* Lowers a function-like unit and adds its items. */
void pt_rir_unit_fn(PtGen *g, PtUnitId unit);
/* `f`, or `C::f` of a method, in the unit's own module. */
const char *pt_rir_unit_path(PtGen *g, PtUnitId unit);
PtRirId pt_cell_expr(PtGen *g, PtSymId sym);

#endif
