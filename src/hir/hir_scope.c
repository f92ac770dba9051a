/* Scopes, first pass over a module's tree; see hir_scope.h. Error texts are those of CPython's symbol table. */
#include "hir/hir_scope.h"

#include <string.h>

/* Names of the handlers around the walk's place, in the current scope. */
typedef struct Caught {
    const struct Caught *outer;
    PtNameId name;
} Caught;

typedef struct Walk {
    PtScopes *s;
    uint32_t scope;   /* current */
    uint32_t depth;   /* > 0 inside an if, loop, try, with of the current scope */
    uint32_t loops;   /* > 0 inside a loop of the current scope */
    uint32_t top;     /* current top-level statement */
    uint32_t group;
    PtNodeId binder;  /* what stores made now belong to */
    bool in_iterable; /* inside the iterable of a comprehension */
    const Caught *caught;
} Walk;

static void walk(Walk *w, PtNodeId node);

static PtScope *scope_at(const PtScopes *s, uint32_t i)
{
    return &s->list.data[i];
}

static const char *text_of(const Walk *w, PtNameId name)
{
    return pt_intern_text(w->s->pass->names, name);
}

#define FAIL(w, code, span, ...) \
    ((w)->s->failed = true, pt_diag_emit((w)->s->pass->diags, PT_DIAG_##code, span, __VA_ARGS__))

PtNameId pt_scope_mangle(const PtScopes *s, uint32_t scope, PtNameId name)
{
    PtNameId class_name = scope_at(s, scope)->mangle;
    const PtInterner *names = s->pass->names;
    const char *t = pt_intern_text(names, name);
    uint32_t len = pt_intern_len(names, name);
    if (!class_name.v || len < 3 || t[0] != '_' || t[1] != '_' || (t[len - 1] == '_' && t[len - 2] == '_') ||
        memchr(t, '.', len))
        return name;
    const char *c = pt_intern_text(names, class_name);
    while (*c == '_')
        c++;
    if (!*c)
        return name;
    PtBuf buf = pt_buf_make(s->pass->arena);
    pt_buf_printf(&buf, "_%s%s", c, t);
    return pt_intern_add(s->pass->names, buf.data, buf.len);
}

PtScopeName *pt_scope_name(const PtScopes *s, uint32_t scope, PtNameId name)
{
    const PtScope *sc = scope_at(s, scope);
    uint32_t at = pt_map_get(&sc->index, name.v);
    return at ? &sc->names.data[at - 1] : NULL;
}

uint32_t pt_scope_of(const PtScopes *s, PtNodeId node, uint32_t clause)
{
    return pt_map_get(&s->by_node, (uint64_t)clause << 32 | node.v);
}

PtScopeName *pt_scope_touch(PtScopes *s, uint32_t scope, PtNameId name, PtSpan span)
{
    PtScopeName *n = pt_scope_name(s, scope, name);
    if (n)
        return n;
    PtScope *sc = scope_at(s, scope);
    PtArena *arena = s->pass->arena;
    pt_vec_push(arena, &sc->names,
                (PtScopeName){.name = name, .first = span, .bound_top = PT_TOP_NEVER, .used_top = PT_TOP_NEVER});
    pt_map_set(arena, &sc->index, name.v, sc->names.len);
    return &pt_vec_last(&sc->names);
}

static PtScopeName *touch(Walk *w, uint32_t scope, PtNameId name, PtSpan span)
{
    return pt_scope_touch(w->s, scope, name, span);
}

static void use(Walk *w, PtNameId raw, PtSpan span)
{
    PtNameId name = pt_scope_mangle(w->s, w->scope, raw);
    PtScopeName *n = touch(w, w->scope, name, span);
    n->flags |= PT_NAME_USED;
    if (n->used_top == PT_TOP_NEVER)
        n->used_top = w->top;
    const Caught *c = w->caught;
    while (c && c->name.v != name.v)
        c = c->outer;
    if (!c)
        n->flags |= PT_NAME_READ_OUTSIDE;
}

/* A store in `scope`, seen from the walk's place. */
static PtScopeName *store_in(Walk *w, uint32_t scope, PtNameId name, PtSpan span, unsigned flags)
{
    PtScopeName *n = touch(w, scope, name, span);
    bool first = !(n->flags & PT_NAME_STORED);
    bool plain = w->depth == 0 && scope == w->scope;
    n->stores++;
    n->flags |= (uint16_t)(PT_NAME_STORED | flags);
    if (first) {
        if (!(n->flags & PT_NAME_NONLOCAL)) /* that stays where it is declared */
            n->first = span;
        n->binder = w->binder;
        if (plain)
            n->flags |= PT_NAME_PLAIN;
    }
    if (plain && n->bound_top == PT_TOP_NEVER)
        n->bound_top = w->top;
    if (w->loops || scope != w->scope)
        n->flags |= PT_NAME_LOOPED;
    if (n->flags & PT_NAME_GLOBAL && scope != 1) {
        PtScopeName *g = touch(w, 1, name, span);
        g->flags |= (uint16_t)(PT_NAME_SET_INSIDE | PT_NAME_STORED | (flags & PT_NAME_DELETED));
        g->stores++;
    }
    return n;
}

static PtScopeName *store(Walk *w, PtNameId raw, PtSpan span, unsigned flags)
{
    return store_in(w, w->scope, pt_scope_mangle(w->s, w->scope, raw), span, flags);
}

static uint32_t open_scope(Walk *w, PtScopeKind kind, PtNodeId node, uint32_t clause, PtSpan span)
{
    PtScopes *s = w->s;
    uint32_t id = s->list.len;
    PtScope sc = {.kind = kind, .node = node, .clause = clause, .parent = w->scope, .host = id, .top = w->top,
                  .group = w->group, .in_loop = w->loops > 0, .span = span,
                  .top_level = w->scope == 1 && w->depth == 0};
    if (w->scope) {
        sc.mangle = scope_at(s, w->scope)->mangle;
        if (kind == PT_SCOPE_COMP || kind == PT_SCOPE_TYPES)
            sc.host = scope_at(s, w->scope)->host;
    }
    pt_vec_push(s->pass->arena, &s->list, sc);
    pt_map_set(s->pass->arena, &s->by_node, (uint64_t)clause << 32 | node.v, id);
    return id;
}

static void walk_list(Walk *w, PtNodeList list)
{
    for (uint32_t i = 0; i < list.len; i++)
        walk(w, pt_ast_at(w->s->ast, list, i));
}

/* A block under a condition: stores in it are no longer unconditional. */
static void walk_nested(Walk *w, PtNodeList list)
{
    w->depth++;
    walk_list(w, list);
    w->depth--;
}

static void walk_loop(Walk *w, PtNodeList body)
{
    w->loops++;
    walk_nested(w, body);
    w->loops--;
}

/* Runs `w` inside another scope and comes back. */
static Walk enter(Walk *w, uint32_t scope)
{
    Walk inner = *w;
    inner.scope = scope;
    inner.depth = inner.loops = 0;
    inner.in_iterable = false;
    inner.caught = NULL;
    return inner;
}

/* ---- definitions ---- */

static void add_param(Walk *w, PtNodeId arg)
{
    if (!arg.v)
        return;
    PtNameId raw = pt_arg_arg(w->s->ast, arg), name = pt_scope_mangle(w->s, w->scope, raw);
    PtScopeName *old = pt_scope_name(w->s, w->scope, name);
    PtSpan span = pt_ast_span(w->s->ast, arg);
    if (old && old->flags & PT_NAME_PARAM)
        FAIL(w, DUPLICATE_PARAMETER, span, "duplicate argument '%s' in function definition", text_of(w, raw));
    if (strcmp(text_of(w, raw), "__debug__") == 0)
        FAIL(w, BAD_SCOPED_NAME, span, "cannot assign to __debug__");
    w->binder = arg;
    store_in(w, w->scope, name, span, PT_NAME_PARAM);
}

static void add_params(Walk *w, PtNodeId args)
{
    const PtAst *ast = w->s->ast;
    PtNodeList lists[3] = {pt_arguments_posonlyargs(ast, args), pt_arguments_args(ast, args),
                           pt_arguments_kwonlyargs(ast, args)};
    for (int l = 0; l < 3; l++)
        for (uint32_t i = 0; i < lists[l].len; i++)
            add_param(w, pt_ast_at(ast, lists[l], i));
    add_param(w, pt_arguments_vararg(ast, args));
    add_param(w, pt_arguments_kwarg(ast, args));
}

static void walk_defaults(Walk *w, PtNodeId args)
{
    walk_list(w, pt_arguments_defaults(w->s->ast, args));
    walk_list(w, pt_arguments_kw_defaults(w->s->ast, args));
}

static void walk_annotation(Walk *w, PtNodeId annotation)
{
    if (annotation.v && !w->s->future_annotations)
        walk(w, annotation);
}

static void walk_annotations(Walk *w, PtNodeId args, PtNodeId returns)
{
    const PtAst *ast = w->s->ast;
    PtNodeList lists[3] = {pt_arguments_posonlyargs(ast, args), pt_arguments_args(ast, args),
                           pt_arguments_kwonlyargs(ast, args)};
    for (int l = 0; l < 2; l++)
        for (uint32_t i = 0; i < lists[l].len; i++)
            walk_annotation(w, pt_arg_annotation(ast, pt_ast_at(ast, lists[l], i)));
    PtNodeId star = pt_arguments_vararg(ast, args), kw = pt_arguments_kwarg(ast, args);
    if (star.v)
        walk_annotation(w, pt_arg_annotation(ast, star));
    for (uint32_t i = 0; i < lists[2].len; i++)
        walk_annotation(w, pt_arg_annotation(ast, pt_ast_at(ast, lists[2], i)));
    if (kw.v)
        walk_annotation(w, pt_arg_annotation(ast, kw));
    walk_annotation(w, returns);
}

/* The scope of PEP 695 parameters, entered; w itself when there are none. */
static Walk enter_types(Walk *w, PtNodeId node, PtNodeList params)
{
    const PtAst *ast = w->s->ast;
    if (!params.len)
        return *w;
    uint32_t id = open_scope(w, PT_SCOPE_TYPES, node, 1, pt_ast_span(ast, node));
    Walk inner = enter(w, id);
    for (uint32_t i = 0; i < params.len; i++) {
        PtNodeId p = pt_ast_at(ast, params, i), bound = PT_NODE_NONE;
        PtNameId name;
        if (pt_ast_kind(ast, p) == PT_NODE_TypeVar)
            name = pt_TypeVar_name(ast, p), bound = pt_TypeVar_bound(ast, p);
        else if (pt_ast_kind(ast, p) == PT_NODE_ParamSpec)
            name = pt_ParamSpec_name(ast, p);
        else
            name = pt_TypeVarTuple_name(ast, p);
        inner.binder = p;
        store(&inner, name, pt_ast_span(ast, p), 0);
        if (bound.v)
            walk(&inner, bound);
    }
    return inner;
}

typedef struct Def {
    PtNameId name;
    PtNodeId args, returns;
    PtNodeList body, decorators, types;
    bool is_async;
} Def;

static Def def_of(const PtAst *ast, PtNodeId node)
{
    if (pt_ast_kind(ast, node) == PT_NODE_FunctionDef)
        return (Def){pt_FunctionDef_name(ast, node), pt_FunctionDef_args(ast, node), pt_FunctionDef_returns(ast, node),
                     pt_FunctionDef_body(ast, node), pt_FunctionDef_decorator_list(ast, node),
                     pt_FunctionDef_type_params(ast, node), false};
    return (Def){pt_AsyncFunctionDef_name(ast, node), pt_AsyncFunctionDef_args(ast, node),
                 pt_AsyncFunctionDef_returns(ast, node), pt_AsyncFunctionDef_body(ast, node),
                 pt_AsyncFunctionDef_decorator_list(ast, node), pt_AsyncFunctionDef_type_params(ast, node), true};
}

/* The group that the body of a top-level definition belongs to; 0 when it may run at once. */
static uint32_t new_group(Walk *w, PtNameId name, bool quiet)
{
    if (w->scope != 1)
        return w->group;
    if (!quiet || w->depth)
        return 0;
    pt_vec_push(w->s->pass->arena, &w->s->groups, (PtScopeGroup){name, PT_TOP_NEVER});
    return w->s->groups.len - 1;
}

static void walk_def(Walk *w, PtNodeId node)
{
    PtScopes *s = w->s;
    Def d = def_of(s->ast, node);
    PtSpan span = pt_ast_span(s->ast, node);
    walk_list(w, d.decorators);
    Walk outer = enter_types(w, node, d.types);
    walk_defaults(&outer, d.args);
    walk_annotations(&outer, d.args, d.returns);
    uint32_t id = open_scope(&outer, PT_SCOPE_DEF, node, 0, span);
    Walk inner = enter(&outer, id);
    PtScope *sc = scope_at(s, id);
    sc->is_async = d.is_async;
    sc->decorated = d.decorators.len > 0;
    sc->top_level = w->scope == 1 && w->depth == 0;
    sc->in_loop = w->loops > 0;
    inner.group = new_group(w, d.name, d.decorators.len == 0);
    sc->group = inner.group;
    add_params(&inner, d.args);
    walk_list(&inner, d.body);
    w->binder = node;
    store(w, d.name, span, 0);
}

/* A class body without calls, bases or decorators cannot run its own methods. */
static bool body_is_quiet(const PtAst *ast, PtNodeList body)
{
    for (uint32_t i = 0; i < body.len; i++) {
        PtNodeId stmt = pt_ast_at(ast, body, i);
        switch (pt_ast_kind(ast, stmt)) {
        case PT_NODE_FunctionDef: {
            PtNodeList decorators = pt_FunctionDef_decorator_list(ast, stmt);
            for (uint32_t d = 0; d < decorators.len; d++)
                if (pt_ast_kind(ast, pt_ast_at(ast, decorators, d)) == PT_NODE_Call)
                    return false;
            break;
        }
        case PT_NODE_Pass:
            break;
        case PT_NODE_Expr:
            if (pt_ast_kind(ast, pt_Expr_value(ast, stmt)) != PT_NODE_Constant)
                return false;
            break;
        case PT_NODE_Assign:
            if (pt_ast_kind(ast, pt_Assign_value(ast, stmt)) != PT_NODE_Constant)
                return false;
            break;
        case PT_NODE_AnnAssign: {
            PtNodeId value = pt_AnnAssign_value(ast, stmt);
            if (value.v && pt_ast_kind(ast, value) != PT_NODE_Constant)
                return false;
            break;
        }
        default:
            return false;
        }
    }
    return true;
}

static void walk_class(Walk *w, PtNodeId node)
{
    PtScopes *s = w->s;
    const PtAst *ast = s->ast;
    PtNameId name = pt_ClassDef_name(ast, node);
    PtNodeList decorators = pt_ClassDef_decorator_list(ast, node), bases = pt_ClassDef_bases(ast, node);
    PtNodeList keywords = pt_ClassDef_keywords(ast, node), body = pt_ClassDef_body(ast, node);
    PtSpan span = pt_ast_span(ast, node);
    walk_list(w, decorators);
    Walk outer = enter_types(w, node, pt_ClassDef_type_params(ast, node));
    walk_list(&outer, bases);
    walk_list(&outer, keywords);
    uint32_t id = open_scope(&outer, PT_SCOPE_CLASS, node, 0, span);
    PtScope *sc = scope_at(s, id);
    sc->mangle = name;
    sc->decorated = decorators.len > 0;
    sc->top_level = w->scope == 1 && w->depth == 0;
    sc->in_loop = w->loops > 0;
    Walk inner = enter(&outer, id);
    bool quiet = !decorators.len && !bases.len && !keywords.len && body_is_quiet(ast, body);
    inner.group = new_group(w, name, quiet);
    touch(&inner, id, pt_intern_cstr(s->pass->names, "__module__"), span)->flags |= PT_NAME_STORED;
    touch(&inner, id, pt_intern_cstr(s->pass->names, "__qualname__"), span)->flags |= PT_NAME_STORED;
    walk_list(&inner, body);
    w->binder = node;
    store(w, name, span, 0);
}

static void walk_lambda(Walk *w, PtNodeId node)
{
    PtNodeId args = pt_Lambda_args(w->s->ast, node);
    walk_defaults(w, args);
    uint32_t id = open_scope(w, PT_SCOPE_LAMBDA, node, 0, pt_ast_span(w->s->ast, node));
    Walk inner = enter(w, id);
    add_params(&inner, args);
    walk(&inner, pt_Lambda_body(w->s->ast, node));
}

/* ---- comprehensions ---- */

static void walk_target(Walk *w, PtNodeId target)
{
    /* targets are ordinary stores, marked so that a walrus cannot rebind them */
    uint32_t before = w->s->list.data[w->scope].names.len;
    walk(w, target);
    PtScope *sc = scope_at(w->s, w->scope);
    if (pt_ast_kind(w->s->ast, target) == PT_NODE_Name) {
        PtScopeName *n = pt_scope_name(w->s, w->scope, pt_scope_mangle(w->s, w->scope, pt_Name_id(w->s->ast, target)));
        n->flags |= PT_NAME_TARGET;
        return;
    }
    for (uint32_t i = before; i < sc->names.len; i++)
        if (sc->names.data[i].flags & PT_NAME_STORED)
            sc->names.data[i].flags |= PT_NAME_TARGET;
}

static void walk_clause(Walk *w, PtNodeId clause, bool first)
{
    const PtAst *ast = w->s->ast;
    if (!first) {
        bool saved = w->in_iterable;
        w->in_iterable = true;
        walk(w, pt_comprehension_iter(ast, clause));
        w->in_iterable = saved;
    }
    w->binder = clause;
    w->loops++;
    w->depth++;
    walk_target(w, pt_comprehension_target(ast, clause));
    walk_list(w, pt_comprehension_ifs(ast, clause));
}

static void walk_comp(Walk *w, PtNodeId node, PtNodeList clauses, PtNodeId elt, PtNodeId value, bool generator)
{
    const PtAst *ast = w->s->ast;
    PtSpan span = pt_ast_span(ast, node);
    bool saved = w->in_iterable;
    w->in_iterable = true;
    walk(w, pt_comprehension_iter(ast, pt_ast_at(ast, clauses, 0)));
    w->in_iterable = saved;
    uint32_t id = open_scope(w, generator ? PT_SCOPE_GENEXPR : PT_SCOPE_COMP, node, 0, span);
    Walk inner = enter(w, id);
    for (uint32_t i = 0; i < clauses.len; i++) {
        PtNodeId clause = pt_ast_at(ast, clauses, i);
        if (pt_comprehension_is_async(ast, clause))
            scope_at(w->s, inner.scope)->is_async = true;
        if (generator && i) {
            bool was = inner.in_iterable;
            inner.in_iterable = true;
            walk(&inner, pt_comprehension_iter(ast, clause));
            inner.in_iterable = was;
            uint32_t next = open_scope(&inner, PT_SCOPE_GENEXPR, node, i, span);
            inner = enter(&inner, next);
        }
        walk_clause(&inner, clause, generator || i == 0);
    }
    walk(&inner, elt);
    if (value.v)
        walk(&inner, value);
}

static bool is_comp(const PtScope *sc)
{
    return sc->kind == PT_SCOPE_COMP || sc->kind == PT_SCOPE_GENEXPR;
}

static void walk_walrus(Walk *w, PtNodeId node)
{
    PtScopes *s = w->s;
    const PtAst *ast = s->ast;
    PtNodeId target = pt_NamedExpr_target(ast, node);
    PtSpan span = pt_ast_span(ast, target);
    uint32_t at = w->scope;
    w->binder = node;
    if (w->in_iterable) {
        FAIL(w, BAD_WALRUS, pt_ast_span(ast, node), "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    PtNameId name = pt_scope_mangle(s, w->scope, pt_Name_id(ast, target));
    for (; is_comp(scope_at(s, at)); at = scope_at(s, at)->parent) {
        PtScopeName *n = pt_scope_name(s, at, name);
        if (n && n->flags & PT_NAME_TARGET)
            FAIL(w, BAD_WALRUS, span, "assignment expression cannot rebind comprehension iteration variable '%s'",
                 text_of(w, name));
    }
    if (at != w->scope && scope_at(s, at)->kind == PT_SCOPE_CLASS)
        FAIL(w, BAD_WALRUS, span, "assignment expression within a comprehension cannot be used in a class body");
    walk(w, pt_NamedExpr_value(ast, node));
    store_in(w, at, name, span, PT_NAME_WALRUS);
    if (at != w->scope) {
        if (at == 1)
            pt_scope_name(s, 1, name)->flags |= PT_NAME_SET_INSIDE;
        touch(w, w->scope, name, span)->flags |= PT_NAME_USED;
    }
}

/* ---- declarations ---- */

static void declare(Walk *w, PtNodeId node, PtNodeList names, bool global)
{
    PtScopes *s = w->s;
    const char *word = global ? "global" : "nonlocal";
    PtSpan span = pt_ast_span(s->ast, node);
    if (!global && w->scope == 1) {
        FAIL(w, BAD_DECLARATION, span, "nonlocal declaration not allowed at module level");
        return;
    }
    for (uint32_t i = 0; i < names.len; i++) {
        PtNameId raw = pt_ast_name_at(s->ast, names, i), name = pt_scope_mangle(s, w->scope, raw);
        PtScopeName *n = touch(w, w->scope, name, span);
        const char *t = text_of(w, raw);
        unsigned f = n->flags;
        if (f & PT_NAME_PARAM)
            FAIL(w, BAD_DECLARATION, span, "name '%s' is parameter and %s", t, word);
        else if (f & (global ? PT_NAME_NONLOCAL : PT_NAME_GLOBAL))
            FAIL(w, BAD_DECLARATION, span, "name '%s' is nonlocal and global", t);
        else if (w->scope != 1 && f & PT_NAME_ANNOTATED)
            FAIL(w, BAD_DECLARATION, span, "annotated name '%s' can't be %s", t, word);
        else if (f & PT_NAME_STORED && !(f & (PT_NAME_GLOBAL | PT_NAME_NONLOCAL)))
            FAIL(w, BAD_DECLARATION, span, "name '%s' is assigned to before %s declaration", t, word);
        else if (f & PT_NAME_USED && !(f & (PT_NAME_GLOBAL | PT_NAME_NONLOCAL)))
            FAIL(w, BAD_DECLARATION, span, "name '%s' is used prior to %s declaration", t, word);
        n->flags |= global ? PT_NAME_GLOBAL : PT_NAME_NONLOCAL;
        if (global && w->scope != 1)
            touch(w, 1, name, span);
    }
}

static void walk_import(Walk *w, PtNodeId node, PtNodeList names, bool from)
{
    const PtAst *ast = w->s->ast;
    for (uint32_t i = 0; i < names.len; i++) {
        PtNodeId alias = pt_ast_at(ast, names, i);
        PtNameId name = pt_alias_asname(ast, alias);
        if (!name.v) {
            name = pt_alias_name(ast, alias);
            const char *t = text_of(w, name), *dot = strchr(t, '.');
            if (from && strcmp(t, "*") == 0) {
                if (w->scope != 1)
                    FAIL(w, BAD_DECLARATION, pt_ast_span(ast, alias), "import * only allowed at module level");
                continue;
            }
            if (dot && !from)
                name = pt_intern_add(w->s->pass->names, t, (size_t)(dot - t));
        }
        w->binder = node;
        store(w, name, pt_ast_span(ast, alias), 0);
    }
}

/* ---- world facts ---- */

static void note_world(Walk *w, PtHirWorldFlag flag, PtSpan span)
{
    if (!(w->s->world >> flag & 1))
        w->s->world_where[flag] = span;
    w->s->world |= 1u << flag;
}

static void note_name(Walk *w, const char *t, PtSpan span)
{
    static const struct {
        const char *name;
        PtHirWorldFlag flag;
    } known[] = {
        {"globals", PT_WORLD_GLOBALS}, {"locals", PT_WORLD_LOCALS}, {"vars", PT_WORLD_LOCALS}, {"eval", PT_WORLD_EVAL},
        {"exec", PT_WORLD_EVAL},       {"compile", PT_WORLD_EVAL},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, t) == 0) {
            note_world(w, known[i].flag, span);
            scope_at(w->s, w->scope)->uses_locals |= known[i].flag == PT_WORLD_LOCALS || known[i].flag == PT_WORLD_EVAL;
        }
}

static void note_attr(Walk *w, PtNodeId node)
{
    const PtAst *ast = w->s->ast;
    PtNameId attr = pt_Attribute_attr(ast, node);
    const char *t = text_of(w, attr);
    PtSpan span = pt_ast_span(ast, node);
    PtNodeId object = pt_Attribute_value(ast, node);
    bool name = pt_ast_kind(ast, object) == PT_NODE_Name;
    PtCtx ctx = pt_Attribute_ctx(ast, node);
    if (ctx != PT_CTX_Load) {
        PtAttrStore st = {pt_scope_mangle(w->s, w->scope, attr), name ? pt_Name_id(ast, object) : PT_NAME_NONE, w->scope, span};
        pt_vec_push(w->s->pass->arena, &w->s->attr_stores, st);
        if (strcmp(t, "__class__") == 0)
            note_world(w, PT_WORLD_CLASS_WRITTEN, span);
        if (strcmp(t, "stdout") == 0 || strcmp(t, "stderr") == 0)
            note_world(w, PT_WORLD_STDOUT_REBOUND, span);
    }
    if (strcmp(t, "__dict__") == 0)
        note_world(w, PT_WORLD_DICT_WRITTEN, span);
    else if (strcmp(t, "__traceback__") == 0 || strcmp(t, "exc_info") == 0 || strcmp(t, "_getframe") == 0)
        note_world(w, PT_WORLD_TRACEBACK, span);
    else if (strcmp(t, "modules") == 0 && name && strcmp(text_of(w, pt_Name_id(ast, object)), "sys") == 0)
        note_world(w, PT_WORLD_SYS_MODULES, span);
    else if (strncmp(t, "redirect_std", 12) == 0)
        note_world(w, PT_WORLD_STDOUT_REBOUND, span);
}

/* setattr(o, "x", v) with a constant name is an attribute store; with any other it may be all of them. */
static void note_call(Walk *w, PtNodeId node)
{
    const PtAst *ast = w->s->ast;
    PtNodeId function = pt_Call_func(ast, node);
    if (pt_ast_kind(ast, function) != PT_NODE_Name)
        return;
    const char *t = text_of(w, pt_Name_id(ast, function));
    bool set = strcmp(t, "setattr") == 0 || strcmp(t, "delattr") == 0;
    bool own = strcmp(t, "locals") == 0 || strcmp(t, "vars") == 0 || strcmp(t, "dir") == 0;
    if (own && !pt_Call_args(ast, node).len && scope_at(w->s, w->scope)->kind == PT_SCOPE_MODULE)
        note_world(w, PT_WORLD_GLOBALS, pt_ast_span(ast, node));
    if (!set && strcmp(t, "getattr") != 0)
        return;
    PtNodeList args = pt_Call_args(ast, node);
    PtNodeId name = args.len > 1 ? pt_ast_at(ast, args, 1) : PT_NODE_NONE;
    if (name.v && pt_ast_kind(ast, name) == PT_NODE_Constant) {
        PtConst value = pt_ast_const(ast, name);
        if (value.kind == PT_CONST_STR) {
            if (set) {
                PtNameId attr = pt_intern_add(w->s->pass->names, value.text, value.len);
                PtAttrStore st = {attr, PT_NAME_NONE, w->scope, pt_ast_span(ast, node)};
                pt_vec_push(w->s->pass->arena, &w->s->attr_stores, st);
            }
            return;
        }
    }
    note_world(w, set ? PT_WORLD_DYNAMIC_SETATTR : PT_WORLD_DYNAMIC_GETATTR, pt_ast_span(ast, node));
}

/* ---- names, yields, everything else ---- */

static void walk_name(Walk *w, PtNodeId node)
{
    PtScopes *s = w->s;
    PtNameId name = pt_Name_id(s->ast, node);
    PtSpan span = pt_ast_span(s->ast, node);
    PtCtx ctx = pt_Name_ctx(s->ast, node);
    const char *t = text_of(w, name);
    if (ctx == PT_CTX_Load) {
        use(w, name, span);
        note_name(w, t, span);
        PtScope *sc = scope_at(s, w->scope);
        if (sc->kind != PT_SCOPE_CLASS && sc->kind != PT_SCOPE_MODULE && strcmp(t, "super") == 0)
            use(w, pt_intern_cstr(s->pass->names, "__class__"), span);
        return;
    }
    if (strcmp(t, "__debug__") == 0)
        FAIL(w, BAD_SCOPED_NAME, span, ctx == PT_CTX_Store ? "cannot assign to __debug__" : "cannot delete __debug__");
    store(w, name, span, ctx == PT_CTX_Del ? PT_NAME_DELETED : 0);
}

static void walk_yield(Walk *w, PtNodeId node)
{
    PtScope *sc = scope_at(w->s, w->scope);
    if (is_comp(sc)) {
        PtNodeKind kind = pt_ast_kind(w->s->ast, sc->node);
        const char *what = kind == PT_NODE_ListComp  ? "list comprehension"
                           : kind == PT_NODE_SetComp ? "set comprehension"
                           : kind == PT_NODE_DictComp ? "dict comprehension"
                                                      : "generator expression";
        FAIL(w, BAD_SCOPED_NAME, pt_ast_span(w->s->ast, node), "'yield' inside %s", what);
    }
    if (!sc->is_generator)
        sc->first_yield = node;
    sc->is_generator = true;
}

static void walk_fields(Walk *w, PtNodeId node)
{
    const PtAst *ast = w->s->ast;
    uint32_t count;
    const PtFieldInfo *fields = pt_node_fields(pt_ast_kind(ast, node), &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t word;
        switch (fields[i].type) {
        case PT_FIELD_NODE:
        case PT_FIELD_OPT:
            walk(w, (PtNodeId){pt_ast_field(ast, node, fields[i])});
            break;
        case PT_FIELD_LIST:
        case PT_FIELD_OPTLIST:
        case PT_FIELD_EXTRALIST:
            word = pt_ast_field(ast, node, fields[i]);
            walk_list(w, pt_ast_list_of(ast, word));
            break;
        default:
            break;
        }
    }
}

static void walk_ann_assign(Walk *w, PtNodeId node)
{
    const PtAst *ast = w->s->ast;
    PtNodeId target = pt_AnnAssign_target(ast, node), value = pt_AnnAssign_value(ast, node);
    PtScopeKind kind = scope_at(w->s, w->scope)->kind;
    bool body = kind == PT_SCOPE_MODULE || kind == PT_SCOPE_CLASS;
    if (value.v)
        walk(w, value);
    if (pt_ast_kind(ast, target) == PT_NODE_Name) {
        PtNameId name = pt_scope_mangle(w->s, w->scope, pt_Name_id(ast, target));
        PtSpan span = pt_ast_span(ast, target);
        bool simple = pt_AnnAssign_simple(ast, node);
        PtScopeName *n = touch(w, w->scope, name, span);
        if (simple && n->flags & (PT_NAME_GLOBAL | PT_NAME_NONLOCAL) && w->scope != 1)
            FAIL(w, BAD_DECLARATION, span, "annotated name '%s' can't be %s", text_of(w, name),
                 n->flags & PT_NAME_GLOBAL ? "global" : "nonlocal");
        if (simple)
            n->flags |= PT_NAME_ANNOTATED;
        w->binder = node;
        if (value.v)
            store_in(w, w->scope, name, span, 0);
        else if (simple)
            n->flags |= PT_NAME_STORED; /* makes the name local without binding it */
        if (body && simple)
            store(w, pt_intern_cstr(w->s->pass->names, "__annotations__"), span, 0);
    } else {
        walk(w, target);
    }
    if (body)
        walk_annotation(w, pt_AnnAssign_annotation(ast, node));
}

static void walk_try(Walk *w, PtNodeList body, PtNodeList handlers, PtNodeList orelse, PtNodeList final)
{
    walk_nested(w, body);
    walk_nested(w, handlers);
    walk_nested(w, orelse);
    if (handlers.len)
        walk_nested(w, final);
    else
        walk_list(w, final);
}

static void walk_handler(Walk *w, PtNodeId node)
{
    const PtAst *ast = w->s->ast;
    if (pt_ExceptHandler_type(ast, node).v)
        walk(w, pt_ExceptHandler_type(ast, node));
    PtNameId name = pt_ExceptHandler_name(ast, node);
    Caught caught = {w->caught, name.v ? pt_scope_mangle(w->s, w->scope, name) : name};
    if (name.v) {
        w->binder = node;
        PtScopeName *n = store(w, name, pt_ast_span(ast, node), PT_NAME_DELETED);
        /* inside a handler of the same name the unbinding shows to the rest of the outer one */
        for (const Caught *c = w->caught; c; c = c->outer)
            n->flags |= c->name.v == caught.name.v ? PT_NAME_READ_OUTSIDE : 0;
        w->caught = &caught;
    }
    walk_list(w, pt_ExceptHandler_body(ast, node));
    w->caught = caught.outer;
}

static void walk_pattern_name(Walk *w, PtNodeId node, PtNameId name)
{
    w->binder = node;
    if (name.v)
        store(w, name, pt_ast_span(w->s->ast, node), 0);
}

static void walk_type_alias(Walk *w, PtNodeId node)
{
    const PtAst *ast = w->s->ast;
    Walk inner = enter_types(w, node, pt_TypeAlias_type_params(ast, node));
    walk(&inner, pt_TypeAlias_value(ast, node));
    w->binder = node;
    walk(w, pt_TypeAlias_name(ast, node));
}

/* `if __name__ == "__main__"`: the script's own body counts as unconditional. */
static bool is_main_guard(const Walk *w, PtNodeId test)
{
    const PtAst *ast = w->s->ast;
    if (pt_ast_kind(ast, test) != PT_NODE_Compare)
        return false;
    PtNodeId left = pt_Compare_left(ast, test);
    PtNodeList ops = pt_Compare_ops(ast, test), right = pt_Compare_comparators(ast, test);
    if (!w->s->is_main || ops.len != 1 || pt_ast_op_at(ast, ops, 0) != PT_CMPOP_Eq || pt_ast_kind(ast, left) != PT_NODE_Name ||
        pt_ast_kind(ast, pt_ast_at(ast, right, 0)) != PT_NODE_Constant)
        return false;
    PtConst value = pt_ast_const(ast, pt_ast_at(ast, right, 0));
    return strcmp(text_of(w, pt_Name_id(ast, left)), "__name__") == 0 && value.kind == PT_CONST_STR && value.len == 8 &&
           memcmp(value.text, "__main__", 8) == 0;
}

static void walk_expr_node(Walk *w, PtNodeId node)
{
    const PtAst *ast = w->s->ast;
    switch (pt_ast_kind(ast, node)) {
    case PT_NODE_Name:
        walk_name(w, node);
        break;
    case PT_NODE_Lambda:
        walk_lambda(w, node);
        break;
    case PT_NODE_ListComp:
        walk_comp(w, node, pt_ListComp_generators(ast, node), pt_ListComp_elt(ast, node), PT_NODE_NONE, false);
        break;
    case PT_NODE_SetComp:
        walk_comp(w, node, pt_SetComp_generators(ast, node), pt_SetComp_elt(ast, node), PT_NODE_NONE, false);
        break;
    case PT_NODE_DictComp:
        walk_comp(w, node, pt_DictComp_generators(ast, node), pt_DictComp_key(ast, node), pt_DictComp_value(ast, node), false);
        break;
    case PT_NODE_GeneratorExp:
        walk_comp(w, node, pt_GeneratorExp_generators(ast, node), pt_GeneratorExp_elt(ast, node), PT_NODE_NONE, true);
        break;
    case PT_NODE_NamedExpr:
        walk_walrus(w, node);
        break;
    case PT_NODE_Yield:
    case PT_NODE_YieldFrom:
        walk_yield(w, node);
        walk_fields(w, node);
        break;
    case PT_NODE_Attribute:
        note_attr(w, node);
        walk_fields(w, node);
        break;
    case PT_NODE_Call:
        note_call(w, node);
        walk_fields(w, node);
        break;
    case PT_NODE_MatchStar:
        walk_pattern_name(w, node, pt_MatchStar_name(ast, node));
        break;
    case PT_NODE_MatchAs:
        walk_fields(w, node);
        walk_pattern_name(w, node, pt_MatchAs_name(ast, node));
        break;
    case PT_NODE_MatchMapping:
        walk_fields(w, node);
        walk_pattern_name(w, node, pt_MatchMapping_rest(ast, node));
        break;
    default:
        walk_fields(w, node);
    }
}

static void walk_loop_stmt(Walk *w, PtNodeId node)
{
    const PtAst *ast = w->s->ast;
    PtNodeKind kind = pt_ast_kind(ast, node);
    if (kind == PT_NODE_While) {
        w->loops++;
        walk(w, pt_While_test(ast, node));
        w->loops--;
        walk_loop(w, pt_While_body(ast, node));
        walk_nested(w, pt_While_orelse(ast, node));
        return;
    }
    bool async = kind == PT_NODE_AsyncFor;
    walk(w, async ? pt_AsyncFor_iter(ast, node) : pt_For_iter(ast, node));
    w->binder = node;
    w->loops++;
    w->depth++;
    walk(w, async ? pt_AsyncFor_target(ast, node) : pt_For_target(ast, node));
    w->depth--;
    w->loops--;
    walk_loop(w, async ? pt_AsyncFor_body(ast, node) : pt_For_body(ast, node));
    walk_nested(w, async ? pt_AsyncFor_orelse(ast, node) : pt_For_orelse(ast, node));
}

static void walk(Walk *w, PtNodeId node)
{
    const PtAst *ast = w->s->ast;
    if (!node.v)
        return;
    switch (pt_ast_kind(ast, node)) {
    case PT_NODE_FunctionDef:
    case PT_NODE_AsyncFunctionDef:
        walk_def(w, node);
        break;
    case PT_NODE_ClassDef:
        walk_class(w, node);
        break;
    case PT_NODE_Assign:
        walk(w, pt_Assign_value(ast, node));
        w->binder = node;
        walk_list(w, pt_Assign_targets(ast, node));
        break;
    case PT_NODE_AugAssign: {
        PtNodeId target = pt_AugAssign_target(ast, node);
        if (pt_ast_kind(ast, target) == PT_NODE_Name)
            use(w, pt_Name_id(ast, target), pt_ast_span(ast, target));
        walk(w, pt_AugAssign_value(ast, node));
        w->binder = node;
        walk(w, target);
        break;
    }
    case PT_NODE_AnnAssign:
        walk_ann_assign(w, node);
        break;
    case PT_NODE_TypeAlias:
        walk_type_alias(w, node);
        break;
    case PT_NODE_For:
    case PT_NODE_AsyncFor:
    case PT_NODE_While:
        walk_loop_stmt(w, node);
        break;
    case PT_NODE_If: {
        PtNodeId test = pt_If_test(ast, node);
        walk(w, test);
        if (w->scope == 1 && is_main_guard(w, test))
            walk_list(w, pt_If_body(ast, node));
        else
            walk_nested(w, pt_If_body(ast, node));
        walk_nested(w, pt_If_orelse(ast, node));
        break;
    }
    case PT_NODE_With:
        walk_list(w, pt_With_items(ast, node));
        walk_nested(w, pt_With_body(ast, node));
        break;
    case PT_NODE_Match:
        walk(w, pt_Match_subject(ast, node));
        walk_nested(w, pt_Match_cases(ast, node));
        break;
    case PT_NODE_Try:
        walk_try(w, pt_Try_body(ast, node), pt_Try_handlers(ast, node), pt_Try_orelse(ast, node), pt_Try_finalbody(ast, node));
        break;
    case PT_NODE_TryStar:
        walk_try(w, pt_TryStar_body(ast, node), pt_TryStar_handlers(ast, node), pt_TryStar_orelse(ast, node),
                 pt_TryStar_finalbody(ast, node));
        break;
    case PT_NODE_ExceptHandler:
        walk_handler(w, node);
        break;
    case PT_NODE_Import:
        walk_import(w, node, pt_Import_names(ast, node), false);
        break;
    case PT_NODE_ImportFrom:
        walk_import(w, node, pt_ImportFrom_names(ast, node), true);
        break;
    case PT_NODE_Global:
        declare(w, node, pt_Global_names(ast, node), true);
        break;
    case PT_NODE_Nonlocal:
        declare(w, node, pt_Nonlocal_names(ast, node), false);
        break;
    default:
        walk_expr_node(w, node);
    }
}

/* `from __future__ import annotations` must be known before annotations are looked at. */
static void find_future(PtScopes *s, PtNodeList body)
{
    for (uint32_t i = 0; i < body.len; i++) {
        PtNodeId stmt = pt_ast_at(s->ast, body, i);
        if (pt_ast_kind(s->ast, stmt) != PT_NODE_ImportFrom)
            continue;
        PtNameId module = pt_ImportFrom_module(s->ast, stmt);
        if (!module.v || strcmp(pt_intern_text(s->pass->names, module), "__future__") != 0)
            continue;
        PtNodeList names = pt_ImportFrom_names(s->ast, stmt);
        for (uint32_t k = 0; k < names.len; k++)
            if (strcmp(pt_intern_text(s->pass->names, pt_alias_name(s->ast, pt_ast_at(s->ast, names, k))), "annotations") == 0)
                s->future_annotations = true;
    }
}

PtScopes *pt_scope_build(PtPass *pass, const PtAst *ast, bool is_main)
{
    PtScopes *s = pt_arena_new(pass->arena, PtScopes);
    s->pass = pass;
    s->ast = ast;
    s->is_main = is_main;
    pt_vec_push(pass->arena, &s->list, (PtScope){0});
    pt_vec_push(pass->arena, &s->groups, (PtScopeGroup){0});
    Walk w = {.s = s};
    PtNodeList body = pt_Module_body(ast, ast->root);
    find_future(s, body);
    w.scope = open_scope(&w, PT_SCOPE_MODULE, ast->root, 0, pt_ast_span(ast, ast->root));
    for (uint32_t i = 0; i < body.len; i++) {
        w.top = i;
        walk(&w, pt_ast_at(ast, body, i));
    }
    pt_scope_link(s);
    if (!s->failed)
        pt_semantic_check(s);
    return s;
}
