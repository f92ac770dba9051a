/* Lowering of calls: known functions with bound arguments, known builtins, methods, and everything else. */
#include <string.h>

#include "hir/lower_internal.h"

void pt_lower_args(PtLower *l, PtNodeList args, PtNodeList keywords, PtWords *out)
{
    pt_lower_star_args(l, args, out);
    for (uint32_t i = 0; i < keywords.len; i++) {
        PtNodeId keyword = pt_ast_at(l->ast, keywords, i);
        PtNameId name = pt_keyword_arg(l->ast, keyword);
        PtHirId value = pt_lower_expr(l, pt_keyword_value(l->ast, keyword));
        pt_lower_add_arg(l, out, name.v ? PT_ARG_KEYWORD : PT_ARG_DOUBLE_STAR, name, value);
    }
}

PtHirId pt_lower_call_value(PtLower *l, PtKnown known, PtHirId function, const PtWords *args)
{
    PtHirList list = pt_lower_list(l, args);
    if (known.kind == PT_KNOWN_ROW)
        return pt_lower_emit(l, PT_HIR_CallKnown, known.row.v, list.v, 0, 0);
    return pt_lower_emit(l, PT_HIR_Call, function.v, list.v, 0, 0);
}

/* ---- direct calls ---- */

enum { MAX_BOUND = 64 };

typedef struct Binding {
    PtNodeId args[MAX_BOUND];          /* argument of each parameter slot */
    PtNodeId extra[MAX_BOUND];         /* positional arguments for *args */
    PtNodeId keyword_extra[MAX_BOUND]; /* keywords for **kw */
    uint32_t extra_positional, extra_keywords;
} Binding;

static int find_param(const PtHir *h, const PtHirUnit *u, PtNameId name)
{
    for (uint32_t i = 0; i < u->params.len; i++) {
        PtParamKind kind = u->params.data[i].kind;
        if ((kind == PT_PARAM_NORMAL || kind == PT_PARAM_KEYWORD_ONLY) && pt_hir_sym(h, u->params.data[i].sym)->name.v == name.v)
            return (int)i;
    }
    return -1;
}

static bool has_param(const PtHirUnit *u, PtParamKind kind)
{
    for (uint32_t i = 0; i < u->params.len; i++)
        if (u->params.data[i].kind == kind)
            return true;
    return false;
}

/* Binds the arguments as CPython would; false when that would fail or needs the function object. */
static bool bind(PtLower *l, const PtHirUnit *u, PtNodeList args, PtNodeList keywords, Binding *b)
{
    uint32_t positional = 0;
    if (u->params.len > MAX_BOUND || args.len > MAX_BOUND || keywords.len > MAX_BOUND || pt_lower_any_star(l, args))
        return false;
    memset(b, 0, sizeof *b);
    while (positional < u->params.len && u->params.data[positional].kind <= PT_PARAM_NORMAL)
        positional++;
    for (uint32_t i = 0; i < args.len; i++) {
        if (i < positional)
            b->args[i] = pt_ast_at(l->ast, args, i);
        else if (has_param(u, PT_PARAM_VAR))
            b->extra[b->extra_positional++] = pt_ast_at(l->ast, args, i);
        else
            return false;
    }
    for (uint32_t i = 0; i < keywords.len; i++) {
        PtNodeId keyword = pt_ast_at(l->ast, keywords, i);
        PtNameId name = pt_keyword_arg(l->ast, keyword);
        if (!name.v)
            return false;
        int at = find_param(l->h, u, name);
        if (at >= 0 && !b->args[at].v)
            b->args[at] = pt_keyword_value(l->ast, keyword);
        else if (at < 0 && has_param(u, PT_PARAM_VAR_KEYWORD))
            b->keyword_extra[b->extra_keywords++] = keyword;
        else
            return false;
    }
    for (uint32_t i = 0; i < u->params.len; i++) {
        const PtHirParam *p = &u->params.data[i];
        if (p->kind != PT_PARAM_VAR && p->kind != PT_PARAM_VAR_KEYWORD && !b->args[i].v && !p->default_const.v)
            return false;
    }
    return true;
}

/* Arguments in source order, then the slots in parameter order. */
static PtHirId call_unit(PtLower *l, PtKnown known, PtNodeList args, PtNodeList keywords, const Binding *b)
{
    PtHir *h = l->h;
    PtMap values = {0}; /* syntax node → its value */
    for (uint32_t i = 0; i < args.len; i++) {
        PtNodeId arg = pt_ast_at(l->ast, args, i);
        pt_map_set(l->pass->scratch, &values, arg.v, pt_lower_expr(l, arg).v);
    }
    for (uint32_t i = 0; i < keywords.len; i++) {
        PtNodeId value = pt_keyword_value(l->ast, pt_ast_at(l->ast, keywords, i));
        pt_map_set(l->pass->scratch, &values, value.v, pt_lower_expr(l, value).v);
    }
    PtWords slots = {0};
    uint32_t count = pt_hir_unit(h, known.unit)->params.len;
    for (uint32_t i = 0; i < count; i++) {
        PtParamKind kind = pt_hir_unit(h, known.unit)->params.data[i].kind;
        PtWords items = {0};
        uint32_t slot = b->args[i].v ? pt_map_get(&values, b->args[i].v) : 0;
        if (kind == PT_PARAM_VAR) {
            for (uint32_t k = 0; k < b->extra_positional; k++)
                pt_vec_push(l->pass->scratch, &items, pt_map_get(&values, b->extra[k].v));
            slot = pt_lower_emit(l, PT_HIR_BuildTuple, pt_lower_list(l, &items).v, 0, 0, 0).v;
        } else if (kind == PT_PARAM_VAR_KEYWORD) {
            for (uint32_t k = 0; k < b->extra_keywords; k++) {
                pt_vec_push(l->pass->scratch, &items, pt_lower_name_str(l, pt_keyword_arg(l->ast, b->keyword_extra[k])).v);
                pt_vec_push(l->pass->scratch, &items, pt_map_get(&values, pt_keyword_value(l->ast, b->keyword_extra[k]).v));
            }
            slot = pt_lower_emit(l, PT_HIR_BuildDict, pt_lower_list(l, &items).v, 0, 0, 0).v;
        }
        pt_vec_push(l->pass->scratch, &slots, slot);
    }
    return pt_lower_emit(l, PT_HIR_CallUnit, known.unit.v, pt_lower_list(l, &slots).v, known.global.v, 0);
}

/* ---- builtins that look at their caller ---- */

/* super() inside a method: the class cell and the first parameter. */
static PtHirId lower_super(PtLower *l)
{
    uint32_t scope = l->scopes->list.data[l->scope].host;
    while (scope && l->scopes->list.data[scope].kind != PT_SCOPE_DEF)
        scope = l->scopes->list.data[scope].parent;
    PtNameId cell = pt_intern_cstr(l->h->names, "__class__");
    PtRef ref = pt_scope_resolve(l->scopes, l->scope, cell);
    const PtHirUnit *u = pt_hir_unit(l->h, l->unit);
    if (!u->params.len)
        return (PtHirId){0}; /* the runtime says so */
    if (!scope || ref.kind != PT_REF_LOCAL || !u->params.len || l->scopes->list.data[scope].unit.v != l->unit.v) {
        pt_lower_refuse(l, PT_DIAG_BUILTIN_REFUSED, l->span, "super() without arguments is only supported directly in a method");
        return pt_lower_none(l);
    }
    PtNameId self = pt_hir_sym(l->h, u->params.data[0].sym)->name;
    l->h->units.data[l->unit.v].flags |= PT_UNIT_USES_CLASS;
    PtWords args = {0};
    pt_vec_push(l->pass->scratch, &args, pt_lower_load(l, cell, l->span).v);
    pt_vec_push(l->pass->scratch, &args, pt_lower_load(l, self, l->span).v);
    return pt_lower_emit(l, PT_HIR_Intrinsic, PT_HIR_INTR_SUPER, pt_lower_list(l, &args).v, 0, 0);
}

/* dict[name] = name. A variable that may be unbound here is left out when it is. */
static void add_local(PtLower *l, PtHirId dict, PtNameId name, bool certain)
{
    PtHirId region = {0};
    PtOpenBlock block = {0};
    if (!certain) {
        region = pt_lower_emit(l, PT_HIR_Try, 0, 0, 0, 0);
        block = pt_lower_open(l, region);
    }
    PtHirId value = pt_lower_load(l, name, l->span);
    pt_lower_emit(l, PT_HIR_DictSet, dict.v, pt_lower_name_str(l, name).v, value.v, 0);
    if (certain)
        return;
    pt_lower_set(l, region, 0, pt_lower_close(l, block, NULL).v);
    PtHirId handler = pt_hir_add_node(l->h, PT_HIR_Handler, l->span);
    l->h->parents[handler.v] = region.v;
    PtWords handlers = {0};
    pt_vec_push(l->pass->scratch, &handlers, handler.v);
    pt_lower_set(l, region, 1, pt_lower_list(l, &handlers).v);
}

/* The variables of the function around, in a dict of their own. */
static PtHirId lower_locals(PtLower *l)
{
    PtHirId dict = pt_lower_emit(l, PT_HIR_BuildDict, 0, 0, 0, 0);
    for (uint32_t i = 0; i < l->scopes->list.data[l->scope].names.len; i++) {
        PtScopeName n = l->scopes->list.data[l->scope].names.data[i];
        if (pt_scope_resolve(l->scopes, l->scope, n.name).kind == PT_REF_LOCAL)
            add_local(l, dict, n.name, n.flags & PT_NAME_PARAM && !(n.flags & PT_NAME_DELETED));
    }
    return dict;
}

/* globals(), and locals(), vars() and dir() of the code around. */
static PtHirId lower_namespace(PtLower *l, const char *t)
{
    const PtScope *scope = &l->scopes->list.data[l->scope];
    bool module = l->scopes->list.data[scope->host].kind == PT_SCOPE_MODULE, is_dir = strcmp(t, "dir") == 0;
    bool function = scope->kind == PT_SCOPE_DEF || scope->kind == PT_SCOPE_LAMBDA;
    PtHirId dict = {0};
    if (strcmp(t, "globals") == 0 || module)
        dict = pt_lower_emit(l, PT_HIR_Intrinsic, PT_HIR_INTR_GLOBALS_DICT, 0, 0, l->module.v);
    else if (function)
        dict = lower_locals(l);
    if (dict.v && is_dir) {
        PtWords args = {0};
        pt_lower_add_arg(l, &args, PT_ARG_POSITIONAL, PT_NAME_NONE, dict);
        PtKnown sorted = {.kind = PT_KNOWN_ROW, .row = pt_stdlib_member(PT_STD_BUILTINS, "sorted", 6)};
        return pt_lower_call_value(l, sorted, (PtHirId){0}, &args);
    }
    if (dict.v)
        return dict;
    pt_lower_refuse(l, PT_DIAG_BUILTIN_REFUSED, l->span, "%s() without arguments is not supported here", t);
    return pt_lower_none(l);
}

/* A builtin that needs more than its arguments; 0 when `row` is none. */
static PtHirId lower_special(PtLower *l, PtStdId row, uint32_t arg_count)
{
    const PtStdRow *r = pt_stdlib_row(row);
    if (r->module.v != PT_STD_BUILTINS.v || arg_count)
        return (PtHirId){0};
    if (strcmp(r->name, "super") == 0)
        return lower_super(l);
    if (strcmp(r->name, "globals") == 0 || strcmp(r->name, "locals") == 0 || strcmp(r->name, "vars") == 0 ||
        strcmp(r->name, "dir") == 0)
        return lower_namespace(l, r->name);
    return (PtHirId){0};
}

/* eval() and exec() are told the names of their caller by two keywords of their own. */
static void add_caller(PtLower *l, PtStdId row, PtWords *args)
{
    const PtStdRow *r = pt_stdlib_row(row);
    if (r->module.v != PT_STD_BUILTINS.v || (strcmp(r->name, "eval") != 0 && strcmp(r->name, "exec") != 0))
        return;
    PtScopeKind kind = l->scopes->list.data[l->scope].kind;
    if (kind == PT_SCOPE_CLASS || kind == PT_SCOPE_TYPES) {
        pt_lower_refuse(l, PT_DIAG_BUILTIN_REFUSED, l->span, "%s() is not supported here", r->name);
        return;
    }
    PtHirId globals = pt_lower_emit(l, PT_HIR_Intrinsic, PT_HIR_INTR_GLOBALS_DICT, 0, 0, l->module.v);
    PtHirId locals = kind == PT_SCOPE_MODULE ? globals : lower_locals(l);
    pt_lower_add_arg(l, args, PT_ARG_KEYWORD, pt_intern_cstr(l->h->names, "__caller_globals__"), globals);
    pt_lower_add_arg(l, args, PT_ARG_KEYWORD, pt_intern_cstr(l->h->names, "__caller_locals__"), locals);
}

/* ---- calls ---- */

static bool any_effects(const PtLower *l, PtNodeList args, PtNodeList keywords)
{
    for (uint32_t i = 0; i < args.len; i++)
        if (pt_lower_has_effects(l, pt_ast_at(l->ast, args, i)))
            return true;
    for (uint32_t i = 0; i < keywords.len; i++)
        if (pt_lower_has_effects(l, pt_keyword_value(l->ast, pt_ast_at(l->ast, keywords, i))))
            return true;
    return false;
}

static PtHirId call_method(PtLower *l, PtNodeId function, PtNodeList args, PtNodeList keywords)
{
    PtHirId object = pt_lower_expr(l, pt_Attribute_value(l->ast, function));
    PtNameId name = pt_scope_mangle(l->scopes, l->scope, pt_Attribute_attr(l->ast, function));
    PtWords words = {0};
    pt_lower_args(l, args, keywords, &words);
    PtHirId call = pt_lower_emit(l, PT_HIR_CallMethod, object.v, name.v, pt_lower_list(l, &words).v, 0);
    if (any_effects(l, args, keywords))
        l->h->flags[call.v] |= PT_HIR_F_ARGS_EFFECT;
    return call;
}

PtHirId pt_lower_call(PtLower *l, PtNodeId node)
{
    PtNodeId function = pt_Call_func(l->ast, node);
    PtNodeList args = pt_Call_args(l->ast, node), keywords = pt_Call_keywords(l->ast, node);
    PtKnown known = pt_lower_known(l, function);
    PtWords words = {0};
    if (known.kind == PT_KNOWN_ROW) {
        PtHirId special = lower_special(l, known.row, args.len + keywords.len);
        if (special.v)
            return special;
        pt_lower_args(l, args, keywords, &words);
        add_caller(l, known.row, &words);
        return pt_lower_call_value(l, known, (PtHirId){0}, &words);
    }
    Binding binding;
    if (known.kind == PT_KNOWN_FUNCTION && bind(l, pt_hir_unit(l->h, known.unit), args, keywords, &binding))
        return call_unit(l, known, args, keywords, &binding);
    if (known.kind == PT_KNOWN_NOT && pt_ast_kind(l->ast, function) == PT_NODE_Attribute) {
        PtKnown object = pt_lower_known(l, pt_Attribute_value(l->ast, function));
        if (object.kind != PT_KNOWN_STD_MODULE && object.kind != PT_KNOWN_MODULE)
            return call_method(l, function, args, keywords);
    }
    PtHirId value = pt_lower_expr(l, function);
    pt_lower_args(l, args, keywords, &words);
    return pt_lower_call_value(l, (PtKnown){0}, value, &words);
}
