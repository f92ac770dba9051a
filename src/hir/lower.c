/* Lowering: the drive over all modules, units, and the emission of nodes. */
#include "hir/lower_internal.h"

#include <stdio.h>
#include <string.h>

enum { MAX_DEPTH = 3000 };

/* ---- emission ---- */

PtHirId pt_lower_emit(PtLower *l, PtHirKind kind, uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
    PtHirId id = pt_hir_add_node(l->h, kind, l->span);
    uint32_t *slots = l->h->slots[id.v];
    slots[0] = a, slots[1] = b, slots[2] = c, slots[3] = d;
    l->h->parents[id.v] = l->region.v;
    l->h->hints[id.v] = (uint8_t)l->hint;
    pt_vec_push(l->pass->arena, &l->open, id.v);
    if (pt_hir_kind_info(kind)->traits & PT_HIR_T_END)
        l->dead = true;
    return id;
}

PtOpenBlock pt_lower_open(PtLower *l, PtHirId region)
{
    PtOpenBlock block = {l->open.len, l->region, l->dead};
    l->region = region;
    l->dead = false;
    return block;
}

PtHirList pt_lower_close(PtLower *l, PtOpenBlock block, bool *falls)
{
    PtHirList list = pt_hir_add_list(l->h, l->open.data + block.mark, l->open.len - block.mark);
    l->open.len = block.mark;
    if (falls)
        *falls = !l->dead;
    l->region = block.region;
    l->dead = block.dead;
    return list;
}

void pt_lower_set(PtLower *l, PtHirId id, int slot, uint32_t word)
{
    l->h->slots[id.v][slot] = word;
}

PtHirId pt_lower_const(PtLower *l, PtHirConstId value)
{
    return pt_lower_emit(l, PT_HIR_Const, value.v, 0, 0, 0);
}

PtHirId pt_lower_none(PtLower *l)
{
    return pt_lower_const(l, pt_hir_const_simple(l->h, PT_HIR_CONST_NONE));
}

PtHirId pt_lower_str(PtLower *l, const char *text, uint32_t len)
{
    return pt_lower_const(l, pt_hir_const_text(l->h, PT_HIR_CONST_STR, text, len));
}

PtHirId pt_lower_name_str(PtLower *l, PtNameId name)
{
    return pt_lower_str(l, pt_lower_text(l, name), pt_intern_len(l->h->names, name));
}

PtHirList pt_lower_list(PtLower *l, const PtWords *words)
{
    return pt_hir_add_list(l->h, words->data, words->len);
}

void pt_lower_add_arg(PtLower *l, PtWords *args, PtHirArgKind kind, PtNameId name, PtHirId value)
{
    pt_vec_push(l->pass->scratch, args, (uint32_t)kind | name.v << 2);
    pt_vec_push(l->pass->scratch, args, value.v);
}

const char *pt_lower_text(const PtLower *l, PtNameId name)
{
    return pt_intern_text(l->h->names, name);
}

void pt_lower_refuse(PtLower *l, PtDiagCode code, PtSpan span, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    pt_diag_vemit(l->pass->diags, code, span, fmt, args);
    va_end(args);
}

bool pt_lower_deeper(PtLower *l, PtNodeId node)
{
    if (l->depth == MAX_DEPTH)
        pt_lower_refuse(l, PT_DIAG_TOO_DEEP, pt_ast_span(l->ast, node), "this is nested more than %d levels deep", MAX_DEPTH);
    return l->depth++ < MAX_DEPTH;
}

/* ---- units and symbols of a module, before its bodies ---- */

static PtNameId qualname(PtLower *l, const PtScope *sc, PtNameId name)
{
    uint32_t parent = l->scopes->list.data[sc->parent].host;
    const PtScope *outer = &l->scopes->list.data[parent];
    if (outer->kind == PT_SCOPE_MODULE)
        return name;
    const PtScopeName *n = pt_scope_name(l->scopes, parent, name);
    if (n && n->flags & PT_NAME_GLOBAL)
        return name;
    PtBuf buf = pt_buf_make(l->pass->scratch);
    pt_buf_puts(&buf, pt_lower_text(l, pt_hir_unit(l->h, outer->unit)->qualname));
    pt_buf_puts(&buf, outer->kind == PT_SCOPE_CLASS ? "." : ".<locals>.");
    pt_buf_puts(&buf, pt_lower_text(l, name));
    return pt_intern_add(l->h->names, buf.data, buf.len);
}

static void make_unit(PtLower *l, PtScope *sc)
{
    const PtAst *ast = l->ast;
    PtUnitKind kind = PT_UNIT_MODULE;
    PtNameId name;
    switch (sc->kind) {
    case PT_SCOPE_DEF:
        kind = PT_UNIT_DEF;
        name = pt_ast_kind(ast, sc->node) == PT_NODE_FunctionDef ? pt_FunctionDef_name(ast, sc->node)
                                                               : pt_AsyncFunctionDef_name(ast, sc->node);
        break;
    case PT_SCOPE_CLASS:
        kind = PT_UNIT_CLASS;
        name = pt_ClassDef_name(ast, sc->node);
        break;
    case PT_SCOPE_LAMBDA:
        kind = PT_UNIT_LAMBDA;
        name = pt_intern_cstr(l->h->names, "<lambda>");
        break;
    case PT_SCOPE_GENEXPR:
        kind = PT_UNIT_GENEXPR;
        name = pt_intern_cstr(l->h->names, "<genexpr>");
        break;
    default:
        name = pt_intern_cstr(l->h->names, "<module>");
    }
    const PtScope *outer = sc->parent ? &l->scopes->list.data[l->scopes->list.data[sc->parent].host] : NULL;
    sc->unit = pt_hir_add_unit(l->h, kind, l->module, outer ? outer->unit : (PtUnitId){0}, name, sc->span);
    PtHirUnit *u = &l->h->units.data[sc->unit.v];
    if (!outer)
        return;
    u->qualname = qualname(l, sc, name);
    u->flags |= sc->is_generator || sc->is_async ? PT_UNIT_GENERATOR : 0;
    u->flags |= sc->is_async ? PT_UNIT_ASYNC : 0;
    u->flags |= sc->decorated ? PT_UNIT_DECORATED : 0;
    u->flags |= sc->in_loop ? PT_UNIT_IN_LOOP : 0;
    u->flags |= sc->uses_locals ? PT_UNIT_LOCALS : 0;
    u->flags |= sc->top_level && !sc->in_loop ? PT_UNIT_ONCE : 0;
    u->flags |= sc->kind == PT_SCOPE_DEF && outer->kind == PT_SCOPE_CLASS ? PT_UNIT_METHOD : 0;
}

/* The unit that owns the variables of a scope. A generator expression's shared variables are one per generator object,
   not one per element: the unit that makes the object owns their cells. */
static PtUnitId owner_unit(PtLower *l, const PtScope *sc, bool captured)
{
    const PtScope *list = l->scopes->list.data;
    if (sc->kind == PT_SCOPE_GENEXPR && captured) {
        while (list[sc->parent].kind == PT_SCOPE_GENEXPR && list[sc->parent].node.v == sc->node.v)
            sc = &list[sc->parent];
        return list[list[sc->parent].host].unit;
    }
    return list[sc->host].unit;
}

static void make_syms(PtLower *l, uint32_t id)
{
    PtScope *sc = &l->scopes->list.data[id];
    for (uint32_t i = 0; i < sc->names.len; i++) {
        PtScopeName *n = &sc->names.data[i];
        bool class_cell = sc->kind == PT_SCOPE_CLASS && n->flags & PT_NAME_CAPTURED && !(n->flags & PT_NAME_STORED);
        if (!class_cell && (sc->kind == PT_SCOPE_CLASS || !(n->flags & (PT_NAME_STORED | PT_NAME_PARAM)) ||
                            n->flags & (PT_NAME_GLOBAL | PT_NAME_NONLOCAL)))
            continue;
        bool captured = n->flags & PT_NAME_CAPTURED;
        bool renamed = sc->kind == PT_SCOPE_COMP || sc->kind == PT_SCOPE_TYPES || sc->kind == PT_SCOPE_GENEXPR;
        unsigned flags = (n->flags & PT_NAME_PARAM ? PT_SYM_PARAM : 0) | (n->flags & PT_NAME_DELETED ? PT_SYM_DELETED : 0) |
                         (renamed ? PT_SYM_COMPREHENSION : 0) | (renamed && captured ? PT_SYM_FRESH_CELL : 0) |
                         (class_cell ? PT_SYM_CLASS_CELL : 0);
        if (n->stores > 1 || n->flags & PT_NAME_LOOPED)
            flags |= PT_SYM_REASSIGNED;
        n->sym = pt_hir_add_sym(l->h, owner_unit(l, sc, captured), n->name, captured ? PT_STORAGE_CELL : PT_STORAGE_LOCAL,
                                flags, n->first);
    }
}

static PtLower start_module(PtLowerProgram *p, uint32_t module)
{
    const PtProjectModule *m = &p->project->modules.data[module];
    return (PtLower){.program = p, .pass = p->pass, .h = p->h, .ast = m->ast, .scopes = p->scopes[module], .module = {module}};
}

static void make_units(PtLowerProgram *p, uint32_t module)
{
    PtLower l = start_module(p, module);
    if (!l.ast) {
        PtNameId name = pt_intern_cstr(p->h->names, "<module>");
        p->h->modules.data[module].body = pt_hir_add_unit(p->h, PT_UNIT_MODULE, l.module, (PtUnitId){0}, name, PT_SPAN_NONE);
        return;
    }
    for (uint32_t i = 1; i < l.scopes->list.len; i++)
        if (l.scopes->list.data[i].host == i)
            make_unit(&l, &l.scopes->list.data[i]);
    for (uint32_t i = 2; i < l.scopes->list.len; i++)
        make_syms(&l, i);
    for (uint32_t i = 2; i < l.scopes->list.len; i++) {
        const PtScope *sc = &l.scopes->list.data[i];
        if (sc->kind == PT_SCOPE_LAMBDA)
            pt_lower_params(&l, i, pt_Lambda_args(l.ast, sc->node));
        else if (sc->kind == PT_SCOPE_DEF && pt_ast_kind(l.ast, sc->node) == PT_NODE_FunctionDef)
            pt_lower_params(&l, i, pt_FunctionDef_args(l.ast, sc->node));
        else if (sc->kind == PT_SCOPE_DEF)
            pt_lower_params(&l, i, pt_AsyncFunctionDef_args(l.ast, sc->node));
    }
    p->h->modules.data[module].body = l.scopes->list.data[1].unit;
}

/* ---- units ---- */

static PtNodeList body_of(const PtAst *ast, const PtScope *sc)
{
    switch (pt_ast_kind(ast, sc->node)) {
    case PT_NODE_Module:
        return pt_Module_body(ast, sc->node);
    case PT_NODE_FunctionDef:
        return pt_FunctionDef_body(ast, sc->node);
    case PT_NODE_AsyncFunctionDef:
        return pt_AsyncFunctionDef_body(ast, sc->node);
    default:
        return pt_ClassDef_body(ast, sc->node);
    }
}

/* Splits the docstring off a body. */
static PtHirConstId take_docstring(PtLower *l, PtNodeList *body)
{
    const PtAst *ast = l->ast;
    if (!body->len || pt_ast_kind(ast, pt_ast_at(ast, *body, 0)) != PT_NODE_Expr)
        return (PtHirConstId){0};
    PtNodeId value = pt_Expr_value(ast, pt_ast_at(ast, *body, 0));
    if (pt_ast_kind(ast, value) != PT_NODE_Constant)
        return (PtHirConstId){0};
    PtConst c = pt_ast_const(ast, value);
    if (c.kind != PT_CONST_STR)
        return (PtHirConstId){0};
    body->start++;
    body->len--;
    return pt_hir_const_text(l->h, PT_HIR_CONST_STR, c.text, c.len);
}

static void lower_body(PtLower *l, PtScope *sc)
{
    PtNodeList body = body_of(l->ast, sc);
    PtNameId annotations = pt_intern_cstr(l->h->names, "__annotations__");
    PtHirConstId doc = take_docstring(l, &body);
    uint32_t skipped = doc.v != 0;
    l->h->units.data[l->unit.v].docstring = doc;
    if (sc->kind == PT_SCOPE_CLASS && doc.v) {
        l->hint = PT_HIR_HINT_DOCSTRING;
        PtHirId value = pt_lower_const(l, doc);
        pt_lower_emit(l, PT_HIR_StoreName, pt_intern_cstr(l->h->names, "__doc__").v, value.v, 0, 0);
        l->hint = PT_HIR_HINT_NONE;
    }
    const PtScopeName *n = pt_scope_name(l->scopes, l->scope, annotations);
    if (sc->kind != PT_SCOPE_DEF && n && n->flags & PT_NAME_STORED) {
        l->hint = PT_HIR_HINT_ANNOTATION;
        pt_lower_store(l, annotations, pt_lower_emit(l, PT_HIR_BuildDict, 0, 0, 0, 0));
        l->hint = PT_HIR_HINT_NONE;
    }
    if (sc->kind != PT_SCOPE_MODULE) {
        pt_lower_stmts(l, body);
        return;
    }
    for (uint32_t i = 0; i < body.len && !l->dead; i++) {
        l->top = i + skipped;
        pt_lower_stmt(l, pt_ast_at(l->ast, body, i));
    }
}

void pt_lower_unit(PtLower *l, uint32_t scope)
{
    PtScope *sc = &l->scopes->list.data[scope];
    l->scope = scope;
    l->unit = sc->unit;
    l->top = sc->top;
    l->span = sc->span;
    l->hint = PT_HIR_HINT_NONE;
    l->exits = NULL;
    l->loops = 0;
    uint32_t first = l->h->count;
    PtOpenBlock block = pt_lower_open(l, (PtHirId){0});
    if (sc->kind == PT_SCOPE_LAMBDA) {
        PtHirId value = pt_lower_expr(l, pt_Lambda_body(l->ast, sc->node));
        pt_lower_emit(l, PT_HIR_Return, value.v, 0, 0, 0);
    } else if (sc->kind == PT_SCOPE_GENEXPR) {
        pt_lower_genexpr_body(l, scope);
    } else {
        lower_body(l, sc);
    }
    if (!l->dead) {
        l->span = (PtSpan){sc->span.file, sc->span.end, sc->span.end};
        l->hint = PT_HIR_HINT_IMPLICIT_RETURN;
        pt_lower_emit(l, PT_HIR_Return, pt_lower_none(l).v, 0, 0, 0);
    }
    PtHirList body = pt_lower_close(l, block, NULL);
    PtHirUnit *u = &l->h->units.data[sc->unit.v];
    u->body = body;
    u->first = first;
    u->last = l->h->count - 1;
}

static void lower_module(PtLowerProgram *p, uint32_t module)
{
    PtLower l = start_module(p, module);
    if (!l.ast) {
        l.unit = p->h->modules.data[module].body;
        PtHirUnit *u = &p->h->units.data[l.unit.v];
        uint32_t first = p->h->count;
        PtOpenBlock block = pt_lower_open(&l, (PtHirId){0});
        pt_lower_emit(&l, PT_HIR_Return, pt_lower_none(&l).v, 0, 0, 0);
        u->body = pt_lower_close(&l, block, NULL);
        u->first = first;
        u->last = p->h->count - 1;
        return;
    }
    pt_vec_push(p->pass->arena, &l.pending, 1);
    for (uint32_t i = 0; i < l.pending.len; i++)
        pt_lower_unit(&l, l.pending.data[i]);
}

PtHir *pt_hir_lower(PtPass *pass, const PtProject *project)
{
    PtLowerProgram p = {pass, project, pt_hir_make(pass->arena, pass->names), NULL};
    uint32_t n = project->modules.len;
    p.scopes = pt_arena_array(pass->arena, PtScopes *, n);
    uint32_t errors = pass->diags->errors;
    for (uint32_t i = 1; i < n; i++)
        if (project->modules.data[i].ast)
            p.scopes[i] = pt_scope_build(pass, project->modules.data[i].ast, i == 1);
    if (pass->diags->errors > errors)
        return NULL;
    for (uint32_t i = 1; i < n; i++) {
        const PtProjectModule *m = &project->modules.data[i];
        PtModId id = pt_hir_add_module(p.h, m->name, m->path, m->file);
        PtHirModule *hm = &p.h->modules.data[id.v];
        hm->is_main = i == 1;
        hm->is_package = m->is_package;
        hm->parent.v = m->parent;
        hm->package = m->is_package ? m->name : project->modules.data[m->parent].name;
        for (uint32_t k = 0; k < m->imports.len; k++)
            pt_vec_push(pass->arena, &hm->imports, (PtModId){m->imports.data[k]});
    }
    for (uint32_t i = 1; i < n; i++)
        make_units(&p, i);
    pt_world_prepare(&p);
    for (uint32_t i = 1; i < n; i++)
        lower_module(&p, i);
    if (pass->diags->errors > errors)
        return NULL;
    pt_hir_mark_unbound(p.h, pass->scratch);
    pt_hir_mark_recursive(p.h, pass->scratch);
    return p.h;
}
