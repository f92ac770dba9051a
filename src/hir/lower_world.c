/* World assumptions: facts about the globals of all modules, decided from the scopes before any body is lowered.
   Each fact is only set when nothing in the whole program can break it (trap: a name is stable only with one
   unconditional top-level binding that nobody sets from elsewhere). */
#include <string.h>

#include "hir/lower_internal.h"

static const PtScopes *scopes_of(const PtLowerProgram *p, uint32_t module)
{
    return p->scopes[module];
}

static PtStdModId std_module(const PtLowerProgram *p, PtNameId name)
{
    return pt_stdlib_module(pt_intern_text(p->h->names, name), pt_intern_len(p->h->names, name));
}

static PtStdId std_member(const PtLowerProgram *p, PtStdModId module, PtNameId name)
{
    return pt_stdlib_member(module, pt_intern_text(p->h->names, name), pt_intern_len(p->h->names, name));
}

static PtNameId join(const PtLowerProgram *p, const char *base, const char *name)
{
    PtBuf buf = pt_buf_make(p->pass->scratch);
    pt_buf_printf(&buf, "%s.%s", base, name);
    return pt_intern_add(p->h->names, buf.data, buf.len);
}

static PtKnown known_module(const PtLowerProgram *p, PtNameId dotted)
{
    uint32_t user = pt_project_find(p->project, dotted);
    if (user && user != 1)
        return (PtKnown){.kind = PT_KNOWN_MODULE, .module = {user}};
    PtStdModId std = std_module(p, dotted);
    if (std.v)
        return (PtKnown){.kind = PT_KNOWN_STD_MODULE, .std_module = std};
    return (PtKnown){0};
}

static PtKnown imported_from(const PtLowerProgram *p, uint32_t module, const PtAst *ast, PtNodeId stmt, PtNameId name)
{
    PtNameId base = pt_project_absolute(p->project, p->h->names, module, pt_ImportFrom_level(ast, stmt), pt_ImportFrom_module(ast, stmt));
    if (!base.v)
        return (PtKnown){0};
    uint32_t user = pt_project_find(p->project, base);
    if (user) {
        PtGlobalId g = pt_hir_find_global(p->h, (PtModId){user}, name);
        const PtHirGlobal *global = g.v ? pt_hir_global(p->h, g) : NULL;
        if (global && global->flags & PT_GLOBAL_STABLE_FUNCTION && !p->project->modules.data[user].in_cycle)
            return (PtKnown){.kind = PT_KNOWN_FUNCTION, .unit = global->unit, .global = g};
        if (global && global->stores)
            return (PtKnown){0};
        PtKnown sub = known_module(p, join(p, pt_intern_text(p->h->names, base), pt_intern_text(p->h->names, name)));
        return sub.kind == PT_KNOWN_MODULE ? sub : (PtKnown){0};
    }
    PtStdModId std = std_module(p, base);
    if (!std.v)
        return (PtKnown){0};
    PtStdId row = std_member(p, std, name);
    if (row.v)
        return (PtKnown){.kind = PT_KNOWN_ROW, .row = row};
    return known_module(p, join(p, pt_intern_text(p->h->names, base), pt_intern_text(p->h->names, name)));
}

PtKnown pt_world_imported(const PtLowerProgram *p, uint32_t module, PtNodeId stmt, PtNameId name)
{
    const PtAst *ast = p->project->modules.data[module].ast;
    bool from = pt_ast_kind(ast, stmt) == PT_NODE_ImportFrom;
    PtNodeList names = from ? pt_ImportFrom_names(ast, stmt) : pt_Import_names(ast, stmt);
    for (uint32_t i = 0; i < names.len; i++) {
        PtNodeId alias = pt_ast_at(ast, names, i);
        PtNameId target = pt_alias_name(ast, alias), as = pt_alias_asname(ast, alias);
        const char *t = pt_intern_text(p->h->names, target), *dot = strchr(t, '.');
        if (from && strcmp(t, "*") == 0) {
            PtKnown k = imported_from(p, module, ast, stmt, name);
            return k.kind == PT_KNOWN_ROW ? k : (PtKnown){0};
        }
        if (!from && !as.v && dot)
            target = pt_intern_add(p->h->names, t, (size_t)(dot - t));
        if ((as.v ? as.v : target.v) == name.v)
            return from ? imported_from(p, module, ast, stmt, target) : known_module(p, target);
    }
    return (PtKnown){0};
}

/* ---- star imports: they bind names that the syntax does not show ---- */

static bool is_public(const PtLowerProgram *p, PtNameId name)
{
    return pt_intern_text(p->h->names, name)[0] != '_';
}

static void bind_star(PtScopes *s, PtNameId name, PtNodeId stmt, uint32_t top, bool plain)
{
    PtScopeName *n = pt_scope_touch(s, 1, name, pt_ast_span(s->ast, stmt));
    if (!(n->flags & PT_NAME_STORED)) {
        n->binder = stmt;
        n->flags |= plain ? PT_NAME_PLAIN : 0;
    }
    if (plain && n->bound_top == PT_TOP_NEVER)
        n->bound_top = top;
    n->flags |= PT_NAME_STORED;
    n->stores++;
}

static void expand_stars(PtLowerProgram *p, uint32_t module, bool *done)
{
    PtScopes *s = p->scopes[module];
    if (!s || done[module])
        return;
    done[module] = true;
    const PtAst *ast = s->ast;
    PtNodeList body = pt_Module_body(ast, ast->root);
    for (uint32_t i = 1; i < ast->node_count; i++) {
        PtNodeId stmt = {i};
        if (pt_ast_kind(ast, stmt) != PT_NODE_ImportFrom)
            continue;
        PtNodeList names = pt_ImportFrom_names(ast, stmt);
        if (!names.len || strcmp(pt_intern_text(p->h->names, pt_alias_name(ast, pt_ast_at(ast, names, 0))), "*") != 0)
            continue;
        uint32_t top = 0;
        bool plain = false;
        for (uint32_t k = 0; k < body.len && !plain; k++)
            if (pt_ast_at(ast, body, k).v == i)
                plain = true, top = k;
        PtNameId base = pt_project_absolute(p->project, p->h->names, module, pt_ImportFrom_level(ast, stmt), pt_ImportFrom_module(ast, stmt));
        uint32_t user = base.v ? pt_project_find(p->project, base) : 0;
        PtStdModId std = base.v && !user ? std_module(p, base) : (PtStdModId){0};
        if (user && p->scopes[user]) {
            expand_stars(p, user, done);
            const PtScope *theirs = &p->scopes[user]->list.data[1];
            for (uint32_t k = 0; k < theirs->names.len; k++)
                if (theirs->names.data[k].flags & PT_NAME_STORED)
                    bind_star(s, theirs->names.data[k].name, stmt, top, false);
        } else if (std.v) {
            PtStdModule info = pt_stdlib_module_info(std);
            for (uint32_t k = 0; k < info.count; k++) {
                const char *t = pt_stdlib_row((PtStdId){info.first + k})->name;
                PtNameId name = pt_intern_cstr(p->h->names, t);
                if (is_public(p, name))
                    bind_star(s, name, stmt, top, plain);
            }
        }
    }
}

/* ---- facts ---- */

static void add_globals(PtLowerProgram *p, uint32_t module)
{
    const PtScopes *s = scopes_of(p, module);
    for (uint32_t i = 0; i < s->list.data[1].names.len; i++) {
        const PtScopeName *n = &s->list.data[1].names.data[i];
        if (!(n->flags & PT_NAME_STORED))
            continue;
        PtGlobalId id = pt_hir_add_global(p->h, (PtModId){module}, n->name);
        PtHirGlobal *g = &p->h->globals.data[id.v];
        g->stores = n->stores;
        g->span = n->first;
        g->flags |= n->stores > 1 || n->flags & PT_NAME_LOOPED ? PT_GLOBAL_REBOUND : 0;
        g->flags |= n->flags & PT_NAME_DELETED ? PT_GLOBAL_DELETED : 0;
        g->flags |= n->flags & PT_NAME_SET_INSIDE ? PT_GLOBAL_SET_INSIDE : 0;
        g->flags |= PT_GLOBAL_BODY_ONLY;
    }
}

/* Names that functions, classes and other units use are no longer the body's own. */
static void mark_shared(PtLowerProgram *p, uint32_t module)
{
    const PtScopes *s = scopes_of(p, module);
    for (uint32_t i = 2; i < s->list.len; i++) {
        const PtScope *sc = &s->list.data[i];
        for (uint32_t k = 0; sc->host != 1 && k < sc->names.len; k++) {
            PtGlobalId id = pt_hir_find_global(p->h, (PtModId){module}, sc->names.data[k].name);
            if (id.v && pt_scope_resolve(s, i, sc->names.data[k].name).kind != PT_REF_LOCAL)
                p->h->globals.data[id.v].flags &= (uint16_t)~PT_GLOBAL_BODY_ONLY;
        }
    }
}

static const uint32_t opens_all = 1u << PT_WORLD_GLOBALS | 1u << PT_WORLD_EVAL | 1u << PT_WORLD_SYS_MODULES;

static void mark_set_outside(PtLowerProgram *p, PtNameId attr)
{
    for (uint32_t m = 1; m < p->h->modules.len; m++) {
        PtGlobalId id = pt_hir_find_global(p->h, (PtModId){m}, attr);
        if (id.v && (m != 1 || p->h->world.flags & opens_all))
            p->h->globals.data[id.v].flags |= PT_GLOBAL_SET_OUTSIDE;
    }
}

static void merge_world(PtLowerProgram *p, uint32_t module)
{
    const PtScopes *s = scopes_of(p, module);
    PtHirWorld *w = &p->h->world;
    for (int f = 0; f < PT_WORLD_COUNT; f++)
        if (s->world >> f & 1 && !(w->flags >> f & 1)) {
            w->flags |= 1u << f;
            w->where[f] = s->world_where[f];
        }
    for (uint32_t i = 0; i < s->attr_stores.len; i++) {
        const PtAttrStore *a = &s->attr_stores.data[i];
        const char *receiver = pt_intern_text(p->h->names, a->receiver);
        if (strcmp(receiver, "self") == 0 || strcmp(receiver, "cls") == 0)
            continue;
        if (!pt_map_get(&w->attr_stored, a->attr.v)) {
            pt_vec_push(p->pass->arena, &w->attr_where, a->span);
            pt_map_set(p->pass->arena, &w->attr_stored, a->attr.v, w->attr_where.len);
        }
    }
}

static bool attr_is_stored(const PtLowerProgram *p, const char *attr)
{
    PtNameId name = pt_intern_find(p->h->names, attr, strlen(attr));
    return name.v && pt_map_get(&p->h->world.attr_stored, name.v);
}

/* May the single binding of this global be relied on at all? */
static bool is_stable(const PtLowerProgram *p, uint32_t module, const PtScopeName *n, const PtHirGlobal *g)
{
    unsigned broken = PT_GLOBAL_REBOUND | PT_GLOBAL_DELETED | PT_GLOBAL_SET_INSIDE | PT_GLOBAL_SET_OUTSIDE;
    return n->flags & PT_NAME_PLAIN && n->stores == 1 && !(g->flags & broken) && !(p->h->world.flags & opens_all) &&
           !(module != 1 && p->h->world.flags >> PT_WORLD_DYNAMIC_SETATTR & 1);
}

static PtHirConstId constant_of(PtLowerProgram *p, uint32_t module, PtNodeId assign)
{
    PtLower l = {.program = p, .pass = p->pass, .h = p->h, .ast = p->project->modules.data[module].ast};
    PtNodeList targets = pt_Assign_targets(l.ast, assign);
    if (targets.len != 1 || pt_ast_kind(l.ast, pt_ast_at(l.ast, targets, 0)) != PT_NODE_Name)
        return (PtHirConstId){0};
    return pt_lower_const_of(&l, pt_Assign_value(l.ast, assign));
}

static void settle(PtLowerProgram *p, uint32_t module, const PtScopeName *n)
{
    PtGlobalId id = pt_hir_find_global(p->h, (PtModId){module}, n->name);
    PtHirGlobal *g = &p->h->globals.data[id.v];
    const PtScopes *s = scopes_of(p, module);
    if (!n->binder.v || !is_stable(p, module, n, g))
        return;
    switch (pt_ast_kind(s->ast, n->binder)) {
    case PT_NODE_FunctionDef:
        if (pt_FunctionDef_decorator_list(s->ast, n->binder).len || attr_is_stored(p, "__defaults__") ||
            attr_is_stored(p, "__kwdefaults__") || attr_is_stored(p, "__code__"))
            break;
        g->flags |= PT_GLOBAL_STABLE_FUNCTION;
        g->unit = s->list.data[pt_scope_of(s, n->binder, 0)].unit;
        p->h->units.data[g->unit.v].flags |= PT_UNIT_STABLE;
        break;
    case PT_NODE_ClassDef:
        if (pt_ClassDef_decorator_list(s->ast, n->binder).len)
            break;
        g->flags |= PT_GLOBAL_STABLE_CLASS;
        g->unit = s->list.data[pt_scope_of(s, n->binder, 0)].unit;
        p->h->units.data[g->unit.v].flags |= PT_UNIT_STABLE;
        break;
    case PT_NODE_Assign:
        g->constant = constant_of(p, module, n->binder);
        g = &p->h->globals.data[id.v];
        g->flags |= g->constant.v ? PT_GLOBAL_CONST : 0;
        break;
    default:
        break;
    }
}

/* Names bound by one import: after all modules' own facts, so that an imported function is known to be stable. */
static bool settle_import(PtLowerProgram *p, uint32_t module, const PtScopeName *n)
{
    const PtScopes *s = scopes_of(p, module);
    PtGlobalId id = pt_hir_find_global(p->h, (PtModId){module}, n->name);
    PtHirGlobal *g = &p->h->globals.data[id.v];
    if (!n->binder.v || !is_stable(p, module, n, g) || g->unit.v || g->flags & PT_GLOBAL_ALIAS || g->alias.v)
        return false;
    PtNodeKind kind = pt_ast_kind(s->ast, n->binder);
    if (kind != PT_NODE_Import && kind != PT_NODE_ImportFrom)
        return false;
    PtKnown known = pt_world_imported(p, module, n->binder, n->name);
    switch (known.kind) {
    case PT_KNOWN_ROW:
        g->flags |= PT_GLOBAL_ALIAS;
        g->std = known.row;
        return true;
    case PT_KNOWN_STD_MODULE:
        g->flags |= PT_GLOBAL_ALIAS;
        g->std_module = known.std_module;
        return true;
    case PT_KNOWN_MODULE:
        g->alias = known.module;
        return true;
    case PT_KNOWN_FUNCTION:
        g->flags |= PT_GLOBAL_STABLE_FUNCTION;
        g->unit = known.unit;
        return true;
    default:
        return false;
    }
}

/* Decorators that hand the class back: the decorated class is as stable as a plain one. */
static void settle_decorated(PtLowerProgram *p, uint32_t module, const PtScopeName *n)
{
    static const char *const same[] = {"dataclass", "total_ordering", "unique", "final", "runtime_checkable"};
    const PtScopes *s = scopes_of(p, module);
    PtGlobalId id = pt_hir_find_global(p->h, (PtModId){module}, n->name);
    PtHirGlobal *g = &p->h->globals.data[id.v];
    if (!n->binder.v || pt_ast_kind(s->ast, n->binder) != PT_NODE_ClassDef || !is_stable(p, module, n, g) || g->unit.v)
        return;
    PtNodeList decorators = pt_ClassDef_decorator_list(s->ast, n->binder);
    for (uint32_t i = 0; i < decorators.len; i++) {
        PtNodeId d = pt_ast_at(s->ast, decorators, i);
        if (pt_ast_kind(s->ast, d) == PT_NODE_Call)
            d = pt_Call_func(s->ast, d);
        PtNodeId base = pt_ast_kind(s->ast, d) == PT_NODE_Attribute ? pt_Attribute_value(s->ast, d) : d;
        if (pt_ast_kind(s->ast, base) != PT_NODE_Name)
            return;
        PtGlobalId by = pt_hir_find_global(p->h, (PtModId){module}, pt_Name_id(s->ast, base));
        PtStdId row = by.v ? pt_hir_global(p->h, by)->std : (PtStdId){0};
        if (by.v && base.v != d.v && pt_hir_global(p->h, by)->std_module.v)
            row = std_member(p, pt_hir_global(p->h, by)->std_module, pt_Attribute_attr(s->ast, d));
        bool known = false;
        for (size_t k = 0; row.v && k < sizeof same / sizeof *same; k++)
            known |= strcmp(pt_stdlib_row(row)->name, same[k]) == 0;
        if (!known)
            return;
    }
    g->flags |= PT_GLOBAL_STABLE_CLASS;
    g->unit = s->list.data[pt_scope_of(s, n->binder, 0)].unit;
    p->h->units.data[g->unit.v].flags |= PT_UNIT_STABLE;
}

static void each_name(PtLowerProgram *p, void (*visit)(PtLowerProgram *, uint32_t, const PtScopeName *))
{
    for (uint32_t m = 1; m < p->h->modules.len; m++)
        for (uint32_t i = 0; p->scopes[m] && i < p->scopes[m]->list.data[1].names.len; i++)
            if (p->scopes[m]->list.data[1].names.data[i].flags & PT_NAME_STORED)
                visit(p, m, &p->scopes[m]->list.data[1].names.data[i]);
}

void pt_world_prepare(PtLowerProgram *p)
{
    uint32_t n = p->h->modules.len;
    bool *done = pt_arena_array(p->pass->scratch, bool, n);
    for (uint32_t m = 1; m < n; m++)
        expand_stars(p, m, done);
    for (uint32_t m = 1; m < n; m++)
        if (p->scopes[m]) {
            add_globals(p, m);
            merge_world(p, m);
        }
    for (uint32_t m = 1; m < n; m++)
        if (p->scopes[m])
            mark_shared(p, m);
    PtHirWorld *w = &p->h->world;
    for (uint32_t i = 0; i < w->attr_stored.entries.len; i++)
        mark_set_outside(p, (PtNameId){(uint32_t)w->attr_stored.entries.data[i].key});
    for (uint32_t g = 1; g < p->h->globals.len; g++)
        if (p->h->globals.data[g].module.v != 1 || w->flags & opens_all)
            p->h->globals.data[g].flags &= (uint16_t)~PT_GLOBAL_BODY_ONLY;
    each_name(p, settle);
    /* a chain of re-exports settles one link a round */
    for (bool again = true; again;) {
        again = false;
        for (uint32_t m = 1; m < n; m++)
            for (uint32_t i = 0; p->scopes[m] && i < p->scopes[m]->list.data[1].names.len; i++)
                if (p->scopes[m]->list.data[1].names.data[i].flags & PT_NAME_STORED)
                    again |= settle_import(p, m, &p->scopes[m]->list.data[1].names.data[i]);
    }
    each_name(p, settle_decorated);
}

bool pt_world_is_bound(const PtLower *l, PtGlobalId global)
{
    const PtHirGlobal *g = pt_hir_global(l->h, global);
    const PtScopeName *n = pt_scope_name(l->scopes, 1, g->name);
    bool in_cycle = l->program->project->modules.data[l->module.v].in_cycle;
    if (!n || g->flags & PT_GLOBAL_DELETED || in_cycle || l->h->world.flags & opens_all || n->bound_top == PT_TOP_NEVER)
        return false;
    const PtScope *host = &l->scopes->list.data[l->scopes->list.data[l->scope].host];
    if (host->kind == PT_SCOPE_MODULE)
        return n->bound_top < l->top;
    if (host->kind == PT_SCOPE_CLASS && !host->group)
        return n->bound_top < host->top;
    uint32_t reached = pt_map_get(&l->scopes->reached, g->name.v);
    return !reached || n->bound_top < reached - 1;
}
