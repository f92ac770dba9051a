/* Lowering of definitions: functions, lambdas, classes, decorators, type parameters. Bodies are lowered later, each as a
   unit of its own; here the object is made at the place of the statement. */
#include <string.h>

#include "hir/lower_internal.h"

/* ---- parameters: filled for all units before any body, so that calls can be bound ---- */

static PtNameId plain_name(const PtLower *l, PtNodeId annotation)
{
    if (annotation.v && pt_ast_kind(l->ast, annotation) == PT_NODE_Name)
        return pt_Name_id(l->ast, annotation);
    return PT_NAME_NONE;
}

static void add_param(PtLower *l, uint32_t scope, PtNodeId arg, PtParamKind kind, PtNodeId fallback)
{
    PtNameId name = pt_scope_mangle(l->scopes, scope, pt_arg_arg(l->ast, arg));
    PtHirParam p = {.sym = pt_scope_name(l->scopes, scope, name)->sym, .kind = kind, .has_default = fallback.v != 0,
                    .annotation = plain_name(l, pt_arg_annotation(l->ast, arg))};
    if (fallback.v)
        p.default_const = pt_lower_const_of(l, fallback);
    pt_vec_push(l->h->arena, &l->h->units.data[l->scopes->list.data[scope].unit.v].params, p);
}

void pt_lower_params(PtLower *l, uint32_t scope, PtNodeId args)
{
    const PtAst *ast = l->ast;
    PtNodeList pos = pt_arguments_posonlyargs(ast, args), normal = pt_arguments_args(ast, args);
    PtNodeList kwonly = pt_arguments_kwonlyargs(ast, args), kwdefaults = pt_arguments_kw_defaults(ast, args);
    PtNodeList defaults = pt_arguments_defaults(ast, args);
    uint32_t total = pos.len + normal.len, plain = total - defaults.len;
    for (uint32_t i = 0; i < total; i++) {
        PtNodeId arg = i < pos.len ? pt_ast_at(ast, pos, i) : pt_ast_at(ast, normal, i - pos.len);
        PtNodeId fallback = i >= plain ? pt_ast_at(ast, defaults, i - plain) : PT_NODE_NONE;
        add_param(l, scope, arg, i < pos.len ? PT_PARAM_POSITIONAL_ONLY : PT_PARAM_NORMAL, fallback);
    }
    for (uint32_t i = 0; i < kwonly.len; i++)
        add_param(l, scope, pt_ast_at(ast, kwonly, i), PT_PARAM_KEYWORD_ONLY, pt_ast_at(ast, kwdefaults, i));
    if (pt_arguments_vararg(ast, args).v)
        add_param(l, scope, pt_arguments_vararg(ast, args), PT_PARAM_VAR, PT_NODE_NONE);
    if (pt_arguments_kwarg(ast, args).v)
        add_param(l, scope, pt_arguments_kwarg(ast, args), PT_PARAM_VAR_KEYWORD, PT_NODE_NONE);
}

/* ---- functions ---- */

static void add_annotation(PtLower *l, PtWords *out, PtNodeId arg)
{
    if (!arg.v || !pt_arg_annotation(l->ast, arg).v)
        return;
    pt_vec_push(l->pass->scratch, out, pt_lower_name_str(l, pt_scope_mangle(l->scopes, l->scope, pt_arg_arg(l->ast, arg))).v);
    pt_vec_push(l->pass->scratch, out, pt_lower_annotation(l, pt_arg_annotation(l->ast, arg)).v);
}

/* In CPython's order: positional-only, normal, *args, keyword-only, **kw, return. */
static PtHirList lower_annotations(PtLower *l, PtNodeId args, PtNodeId returns)
{
    const PtAst *ast = l->ast;
    PtWords words = {0};
    PtNodeList pos = pt_arguments_posonlyargs(ast, args), normal = pt_arguments_args(ast, args);
    PtNodeList kwonly = pt_arguments_kwonlyargs(ast, args);
    l->hint = PT_HIR_HINT_ANNOTATION;
    for (uint32_t i = 0; i < pos.len; i++)
        add_annotation(l, &words, pt_ast_at(ast, pos, i));
    for (uint32_t i = 0; i < normal.len; i++)
        add_annotation(l, &words, pt_ast_at(ast, normal, i));
    add_annotation(l, &words, pt_arguments_vararg(ast, args));
    for (uint32_t i = 0; i < kwonly.len; i++)
        add_annotation(l, &words, pt_ast_at(ast, kwonly, i));
    add_annotation(l, &words, pt_arguments_kwarg(ast, args));
    if (returns.v) {
        pt_vec_push(l->pass->scratch, &words, pt_lower_str(l, "return", 6).v);
        pt_vec_push(l->pass->scratch, &words, pt_lower_annotation(l, returns).v);
    }
    l->hint = PT_HIR_HINT_NONE;
    return pt_lower_list(l, &words);
}

static PtHirId make_function(PtLower *l, uint32_t scope, PtNodeId args, PtNodeId returns)
{
    const PtAst *ast = l->ast;
    PtNodeList defaults = pt_arguments_defaults(ast, args), kwdefaults = pt_arguments_kw_defaults(ast, args);
    PtWords words = {0}, kwords = {0};
    for (uint32_t i = 0; i < defaults.len; i++)
        pt_vec_push(l->pass->scratch, &words, pt_lower_expr(l, pt_ast_at(ast, defaults, i)).v);
    for (uint32_t i = 0; i < kwdefaults.len; i++) {
        PtNodeId value = pt_ast_at(ast, kwdefaults, i);
        pt_vec_push(l->pass->scratch, &kwords, value.v ? pt_lower_expr(l, value).v : 0);
    }
    PtHirList annotations = lower_annotations(l, args, returns);
    pt_vec_push(l->pass->arena, &l->pending, scope);
    PtHirList a = pt_lower_list(l, &words), b = pt_lower_list(l, &kwords);
    return pt_lower_emit(l, PT_HIR_MakeFunction, l->scopes->list.data[scope].unit.v, a.v, b.v, annotations.v);
}

PtHirId pt_lower_lambda(PtLower *l, PtNodeId node)
{
    uint32_t scope = pt_scope_of(l->scopes, node, 0);
    return make_function(l, scope, pt_Lambda_args(l->ast, node), PT_NODE_NONE);
}

/* ---- decorators: evaluated first, applied last to first ---- */

typedef struct Decorator {
    PtKnown known;
    PtHirId value;
} Decorator;
typedef PT_VEC(Decorator) Decorators;

static Decorators lower_decorators(PtLower *l, PtNodeList list)
{
    Decorators all = {0};
    for (uint32_t i = 0; i < list.len; i++) {
        PtNodeId node = pt_ast_at(l->ast, list, i);
        Decorator d = {.known = pt_lower_known(l, node)};
        if (d.known.kind != PT_KNOWN_ROW)
            d = (Decorator){.value = pt_lower_expr(l, node)};
        pt_vec_push(l->pass->scratch, &all, d);
    }
    return all;
}

static PtHirId apply_decorators(PtLower *l, const Decorators *all, PtHirId value)
{
    for (uint32_t i = all->len; i-- > 0;) {
        PtWords args = {0};
        pt_lower_add_arg(l, &args, PT_ARG_POSITIONAL, PT_NAME_NONE, value);
        value = pt_lower_call_value(l, all->data[i].known, all->data[i].value, &args);
        l->h->hints[value.v] = PT_HIR_HINT_DECORATOR;
    }
    return value;
}

static void note_method_kind(PtLower *l, PtUnitId unit, const Decorators *all)
{
    for (uint32_t i = 0; i < all->len; i++) {
        if (all->data[i].known.kind != PT_KNOWN_ROW)
            continue;
        const PtStdRow *row = pt_stdlib_row(all->data[i].known.row);
        if (row->module.v != PT_STD_BUILTINS.v)
            continue;
        if (strcmp(row->name, "staticmethod") == 0)
            l->h->units.data[unit.v].flags |= PT_UNIT_STATIC;
        if (strcmp(row->name, "classmethod") == 0)
            l->h->units.data[unit.v].flags |= PT_UNIT_CLASSMETHOD;
    }
}

/* ---- PEP 695: type parameters are variables around the definition ---- */

static PtHirId lower_type_param(PtLower *l, PtNodeId p, PtNameId *name)
{
    const PtAst *ast = l->ast;
    uint32_t which = 0;
    PtNodeId bound = PT_NODE_NONE;
    if (pt_ast_kind(ast, p) == PT_NODE_TypeVar) {
        *name = pt_TypeVar_name(ast, p);
        bound = pt_TypeVar_bound(ast, p);
    } else if (pt_ast_kind(ast, p) == PT_NODE_TypeVarTuple) {
        *name = pt_TypeVarTuple_name(ast, p);
        which = 1;
    } else {
        *name = pt_ParamSpec_name(ast, p);
        which = 2;
    }
    PtWords args = {0};
    pt_vec_push(l->pass->scratch, &args, pt_lower_name_str(l, *name).v);
    pt_vec_push(l->pass->scratch, &args, bound.v ? pt_lower_expr(l, bound).v : pt_lower_none(l).v);
    return pt_lower_emit(l, PT_HIR_Intrinsic, PT_HIR_INTR_TYPE_VAR, pt_lower_list(l, &args).v, 0, which);
}

/* Enters the scope of the parameters and binds them; returns the scope to come back to. */
static uint32_t enter_types(PtLower *l, PtNodeId node, PtNodeList params)
{
    uint32_t outer = l->scope;
    if (!params.len)
        return outer;
    l->scope = pt_scope_of(l->scopes, node, 1);
    pt_lower_new_cells(l, l->scope);
    for (uint32_t i = 0; i < params.len; i++) {
        PtNameId name;
        PtHirId value = lower_type_param(l, pt_ast_at(l->ast, params, i), &name);
        pt_lower_store(l, name, value);
    }
    return outer;
}

void pt_lower_type_alias(PtLower *l, PtNodeId node)
{
    uint32_t outer = enter_types(l, node, pt_TypeAlias_type_params(l->ast, node));
    PtNodeId name = pt_TypeAlias_name(l->ast, node);
    PtWords args = {0};
    pt_vec_push(l->pass->scratch, &args, pt_lower_name_str(l, pt_Name_id(l->ast, name)).v);
    pt_vec_push(l->pass->scratch, &args, pt_lower_expr(l, pt_TypeAlias_value(l->ast, node)).v);
    PtHirId value = pt_lower_emit(l, PT_HIR_Intrinsic, PT_HIR_INTR_TYPE_ALIAS, pt_lower_list(l, &args).v, 0, 0);
    l->scope = outer;
    pt_lower_assign(l, name, value);
}

/* ---- statements ---- */

void pt_lower_def(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    uint32_t scope = pt_scope_of(l->scopes, node, 0);
    const PtScope *sc = &l->scopes->list.data[scope];
    bool async = pt_ast_kind(ast, node) == PT_NODE_AsyncFunctionDef;
    PtNameId name = async ? pt_AsyncFunctionDef_name(ast, node) : pt_FunctionDef_name(ast, node);
    PtNodeList wrappers = async ? pt_AsyncFunctionDef_decorator_list(ast, node) : pt_FunctionDef_decorator_list(ast, node);
    PtNodeList types = async ? pt_AsyncFunctionDef_type_params(ast, node) : pt_FunctionDef_type_params(ast, node);
    PtNodeId params = async ? pt_AsyncFunctionDef_args(ast, node) : pt_FunctionDef_args(ast, node);
    Decorators decorators = lower_decorators(l, wrappers);
    note_method_kind(l, sc->unit, &decorators);
    uint32_t outer = enter_types(l, node, types);
    PtNodeId returns = async ? pt_AsyncFunctionDef_returns(ast, node) : pt_FunctionDef_returns(ast, node);
    l->h->units.data[sc->unit.v].returns = plain_name(l, returns);
    PtHirId value = make_function(l, scope, params, returns);
    l->scope = outer;
    pt_lower_store(l, name, apply_decorators(l, &decorators, value));
}

void pt_lower_class(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    uint32_t scope = pt_scope_of(l->scopes, node, 0);
    PtNodeList bases = pt_ClassDef_bases(ast, node), keywords = pt_ClassDef_keywords(ast, node);
    Decorators decorators = lower_decorators(l, pt_ClassDef_decorator_list(ast, node));
    uint32_t outer = enter_types(l, node, pt_ClassDef_type_params(ast, node));
    const PtScopeName *prepare = pt_scope_name(l->scopes, scope, pt_intern_cstr(l->h->names, "__prepare__"));
    if (prepare && prepare->flags & PT_NAME_STORED)
        pt_lower_refuse(l, PT_DIAG_METACLASS_REFUSED, l->span, "a metaclass with __prepare__ is not supported");
    PtWords args = {0};
    pt_lower_args(l, bases, keywords, &args);
    pt_vec_push(l->pass->arena, &l->pending, scope);
    PtHirId value = pt_lower_emit(l, PT_HIR_MakeClass, l->scopes->list.data[scope].unit.v, pt_lower_list(l, &args).v, 0, 0);
    l->scope = outer;
    pt_lower_store(l, pt_ClassDef_name(ast, node), apply_decorators(l, &decorators, value));
}
