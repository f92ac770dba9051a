/* Lowering of names: loads, stores, deletes by what the scopes say a name means; and what is known without looking. */
#include <string.h>

#include "hir/lower_internal.h"

/* ---- symbols across units ---- */

static PtSymId sym_in_unit(PtLower *l, PtUnitId unit, PtSymId owner)
{
    PtHir *h = l->h;
    if (pt_hir_sym(h, owner)->unit.v == unit.v)
        return owner;
    uint64_t key = (uint64_t)unit.v << 32 | owner.v;
    uint32_t known = pt_map_get(&l->free_index, key);
    if (known)
        return (PtSymId){known};
    PtSymId outer = sym_in_unit(l, pt_hir_unit(h, unit)->parent, owner);
    PtHirSym o = *pt_hir_sym(h, owner);
    unsigned flags = o.flags & (PT_SYM_DELETED | PT_SYM_COMPREHENSION | PT_SYM_CLASS_CELL);
    PtSymId sym = pt_hir_add_sym(h, unit, o.name, PT_STORAGE_FREE, flags, o.span);
    h->syms.data[sym.v].outer = outer;
    pt_vec_push(h->arena, &h->units.data[unit.v].captures, sym);
    pt_map_set(l->pass->arena, &l->free_index, key, sym.v);
    return sym;
}

PtSymId pt_lower_sym(PtLower *l, PtSymId owner)
{
    return sym_in_unit(l, l->unit, owner);
}

PtSymId pt_lower_temp(PtLower *l, const char *name)
{
    return pt_hir_add_sym(l->h, l->unit, pt_intern_cstr(l->h->names, name), PT_STORAGE_LOCAL, PT_SYM_SYNTHETIC, l->span);
}

void pt_lower_new_cells(PtLower *l, uint32_t scope)
{
    PtScope *sc = &l->scopes->list.data[scope];
    for (uint32_t i = 0; i < sc->names.len; i++) {
        PtSymId sym = sc->names.data[i].sym;
        if (sym.v && pt_hir_sym(l->h, sym)->flags & PT_SYM_FRESH_CELL)
            pt_lower_emit(l, PT_HIR_NewCell, pt_lower_sym(l, sym).v, 0, 0, 0);
    }
}

/* ---- what is known ---- */

static PtKnown known_global(PtLower *l, PtNameId name)
{
    PtGlobalId id = pt_hir_find_global(l->h, l->module, name);
    const PtHirGlobal *g = id.v ? pt_hir_global(l->h, id) : NULL;
    if (!g || !g->stores) {
        if (g && g->flags & PT_GLOBAL_SET_OUTSIDE)
            return (PtKnown){0};
        PtStdId row = pt_stdlib_member(PT_STD_BUILTINS, pt_lower_text(l, name), pt_intern_len(l->h->names, name));
        return row.v ? (PtKnown){.kind = PT_KNOWN_ROW, .row = row} : (PtKnown){0};
    }
    if (!pt_world_is_bound(l, id))
        return (PtKnown){0};
    if (g->std.v)
        return (PtKnown){.kind = PT_KNOWN_ROW, .row = g->std};
    if (g->std_module.v)
        return (PtKnown){.kind = PT_KNOWN_STD_MODULE, .std_module = g->std_module};
    if (g->alias.v)
        return (PtKnown){.kind = PT_KNOWN_MODULE, .module = g->alias};
    if (g->flags & PT_GLOBAL_STABLE_FUNCTION)
        return (PtKnown){.kind = PT_KNOWN_FUNCTION, .unit = g->unit, .global = id};
    return (PtKnown){0};
}

/* A local whose only binding is an import at the top of its function, used after it. */
static PtKnown known_local(PtLower *l, uint32_t owner, PtNameId name, PtSpan use)
{
    const PtScopeName *n = pt_scope_name(l->scopes, owner, name);
    if (!n || n->stores != 1 || !(n->flags & PT_NAME_PLAIN) || !n->binder.v || l->scopes->list.data[owner].kind != PT_SCOPE_DEF)
        return (PtKnown){0};
    PtNodeKind kind = pt_ast_kind(l->ast, n->binder);
    if ((kind != PT_NODE_Import && kind != PT_NODE_ImportFrom) || use.start < pt_ast_span(l->ast, n->binder).end)
        return (PtKnown){0};
    PtKnown known = pt_world_imported(l->program, l->module.v, n->binder, name);
    return known.kind == PT_KNOWN_FUNCTION ? (PtKnown){0} : known;
}

static PtKnown known_name(PtLower *l, PtNodeId expr)
{
    PtNameId name = pt_scope_mangle(l->scopes, l->scope, pt_Name_id(l->ast, expr));
    PtRef ref = pt_scope_resolve(l->scopes, l->scope, name);
    if (ref.kind == PT_REF_GLOBAL)
        return known_global(l, name);
    if (ref.kind == PT_REF_LOCAL)
        return known_local(l, ref.owner, name, pt_ast_span(l->ast, expr));
    return (PtKnown){0};
}

static PtKnown known_member(PtLower *l, PtKnown object, PtNameId attr)
{
    const char *t = pt_lower_text(l, attr);
    if (object.kind == PT_KNOWN_STD_MODULE) {
        PtStdId row = pt_stdlib_member(object.std_module, t, strlen(t));
        if (row.v)
            return (PtKnown){.kind = PT_KNOWN_ROW, .row = row};
        PtBuf full = pt_buf_make(l->pass->scratch);
        pt_buf_printf(&full, "%s.%s", pt_stdlib_module_info(object.std_module).name, t);
        PtStdModId sub = pt_stdlib_module(full.data, full.len);
        return sub.v ? (PtKnown){.kind = PT_KNOWN_STD_MODULE, .std_module = sub} : (PtKnown){0};
    }
    if (object.kind != PT_KNOWN_MODULE || l->program->project->modules.data[object.module.v].in_cycle)
        return (PtKnown){0};
    PtGlobalId id = pt_hir_find_global(l->h, object.module, attr);
    const PtHirGlobal *g = id.v ? pt_hir_global(l->h, id) : NULL;
    if (g && g->flags & PT_GLOBAL_STABLE_FUNCTION)
        return (PtKnown){.kind = PT_KNOWN_FUNCTION, .unit = g->unit, .global = id};
    return (PtKnown){0};
}

PtKnown pt_lower_known(PtLower *l, PtNodeId expr)
{
    if (pt_ast_kind(l->ast, expr) == PT_NODE_Name)
        return known_name(l, expr);
    if (pt_ast_kind(l->ast, expr) != PT_NODE_Attribute)
        return (PtKnown){0};
    PtNodeId object = pt_Attribute_value(l->ast, expr);
    PtNodeKind kind = pt_ast_kind(l->ast, object);
    if (kind != PT_NODE_Name && kind != PT_NODE_Attribute)
        return (PtKnown){0};
    if (!pt_lower_deeper(l, expr)) {
        l->depth--;
        return (PtKnown){0};
    }
    PtKnown outer = pt_lower_known(l, object);
    l->depth--;
    return outer.kind == PT_KNOWN_NOT ? outer : known_member(l, outer, pt_Attribute_attr(l->ast, expr));
}

PtHirId pt_lower_known_value(PtLower *l, PtKnown known)
{
    switch (known.kind) {
    case PT_KNOWN_ROW:
        return pt_lower_emit(l, PT_HIR_LoadKnown, known.row.v, 0, 0, 0);
    case PT_KNOWN_STD_MODULE:
        if (pt_stdlib_module_info(known.std_module).state == PT_STDMOD_REFUSED)
            pt_lower_refuse(l, PT_DIAG_MODULE_REFUSED, l->span, "module '%s' is not supported",
                            pt_stdlib_module_info(known.std_module).name);
        return pt_lower_emit(l, PT_HIR_LoadStdModule, known.std_module.v, 0, 0, 0);
    case PT_KNOWN_MODULE:
        return pt_lower_emit(l, PT_HIR_LoadModule, known.module.v, 0, 0, 0);
    default:
        return pt_lower_emit(l, PT_HIR_LoadGlobal, known.global.v, 0, 0, 0);
    }
}

/* ---- loads ---- */

/* Names that every module has without binding them. */
static PtHirId load_preset(PtLower *l, const char *t)
{
    const PtHirModule *m = pt_hir_module(l->h, l->module);
    if (strcmp(t, "__name__") == 0)
        return pt_lower_name_str(l, m->name);
    if (strcmp(t, "__file__") == 0)
        return pt_lower_str(l, m->path, (uint32_t)strlen(m->path));
    if (strcmp(t, "__doc__") == 0) {
        PtHirConstId doc = pt_hir_unit(l->h, m->body)->docstring;
        return doc.v ? pt_lower_const(l, doc) : pt_lower_none(l);
    }
    if (strcmp(t, "__package__") == 0)
        return m->is_main ? pt_lower_none(l) : pt_lower_name_str(l, m->package);
    if (strcmp(t, "__debug__") == 0)
        return pt_lower_const(l, pt_hir_const_simple(l->h, PT_HIR_CONST_TRUE));
    return (PtHirId){0};
}

/* Builtins of CPython that have no row: using one is refused instead of failing at run time as an unknown name. */
static bool is_refused_builtin(const char *t)
{
    static const char *const names[] = {
        "breakpoint", "help", "quit", "exit", "copyright", "credits", "license", "__import__",
        "__build_class__", "__loader__", "__spec__", "__builtins__", "open", "input",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], t) == 0)
            return true;
    return false;
}

static PtHirId load_global(PtLower *l, PtNameId name, PtSpan span)
{
    PtKnown known = known_global(l, name);
    const char *t = pt_lower_text(l, name);
    if (known.kind != PT_KNOWN_NOT && known.kind != PT_KNOWN_FUNCTION)
        return pt_lower_known_value(l, known);
    PtGlobalId id = pt_hir_add_global(l->h, l->module, name);
    PtHirGlobal *g = &l->h->globals.data[id.v];
    if (!g->stores) {
        PtHirId preset = load_preset(l, t);
        if (preset.v)
            return preset;
        if (is_refused_builtin(t))
            pt_lower_refuse(l, PT_DIAG_BUILTIN_REFUSED, span, "'%s' is not supported", t);
        g = &l->h->globals.data[id.v];
        g->flags |= PT_GLOBAL_NEVER_STORED;
    }
    PtHirId load = pt_lower_emit(l, PT_HIR_LoadGlobal, id.v, 0, 0, 0);
    if (!pt_world_is_bound(l, id))
        l->h->flags[load.v] |= PT_HIR_F_CHECKED;
    return load;
}

PtHirId pt_lower_load(PtLower *l, PtNameId raw, PtSpan span)
{
    PtNameId name = pt_scope_mangle(l->scopes, l->scope, raw);
    PtRef ref = pt_scope_resolve(l->scopes, l->scope, name);
    if (ref.kind == PT_REF_GLOBAL)
        return load_global(l, name, span);
    if (ref.kind == PT_REF_LOCAL) {
        PtKnown known = known_local(l, ref.owner, name, span);
        if (known.kind != PT_KNOWN_NOT)
            return pt_lower_known_value(l, known);
        PtSymId sym = pt_lower_sym(l, pt_scope_name(l->scopes, ref.owner, name)->sym);
        bool local = pt_hir_sym(l->h, sym)->storage == PT_STORAGE_LOCAL;
        return pt_lower_emit(l, local ? PT_HIR_LoadLocal : PT_HIR_LoadCell, sym.v, 0, 0, 0);
    }
    PtGlobalId global = pt_hir_find_global(l->h, l->module, name);
    PtStdId builtin = pt_stdlib_member(PT_STD_BUILTINS, pt_lower_text(l, name), pt_intern_len(l->h->names, name));
    bool stored = global.v && pt_hir_global(l->h, global)->stores;
    PtHirId load = pt_lower_emit(l, PT_HIR_LoadName, name.v, 0, stored ? global.v : 0, builtin.v);
    l->h->flags[load.v] |= PT_HIR_F_CHECKED;
    return load;
}

/* ---- stores and deletes ---- */

void pt_lower_store(PtLower *l, PtNameId raw, PtHirId value)
{
    PtNameId name = pt_scope_mangle(l->scopes, l->scope, raw);
    PtRef ref = pt_scope_resolve(l->scopes, l->scope, name);
    if (ref.kind == PT_REF_NAME) {
        pt_lower_emit(l, PT_HIR_StoreName, name.v, value.v, 0, 0);
    } else if (ref.kind == PT_REF_GLOBAL) {
        PtGlobalId id = pt_hir_add_global(l->h, l->module, name);
        pt_lower_emit(l, PT_HIR_StoreGlobal, id.v, value.v, 0, 0);
    } else {
        PtSymId sym = pt_lower_sym(l, pt_scope_name(l->scopes, ref.owner, name)->sym);
        l->h->syms.data[sym.v].stores++;
        bool local = pt_hir_sym(l->h, sym)->storage == PT_STORAGE_LOCAL;
        pt_lower_emit(l, local ? PT_HIR_StoreLocal : PT_HIR_StoreCell, sym.v, value.v, 0, 0);
    }
}

void pt_lower_delete(PtLower *l, PtNameId raw, bool quiet)
{
    PtNameId name = pt_scope_mangle(l->scopes, l->scope, raw);
    PtRef ref = pt_scope_resolve(l->scopes, l->scope, name);
    PtHirId id;
    if (ref.kind == PT_REF_NAME) {
        id = pt_lower_emit(l, PT_HIR_DeleteName, name.v, 0, 0, 0);
    } else if (ref.kind == PT_REF_GLOBAL) {
        id = pt_lower_emit(l, PT_HIR_DeleteGlobal, pt_hir_add_global(l->h, l->module, name).v, 0, 0, 0);
    } else {
        PtSymId sym = pt_lower_sym(l, pt_scope_name(l->scopes, ref.owner, name)->sym);
        bool local = pt_hir_sym(l->h, sym)->storage == PT_STORAGE_LOCAL;
        id = pt_lower_emit(l, local ? PT_HIR_DeleteLocal : PT_HIR_DeleteCell, sym.v, 0, 0, 0);
    }
    l->h->flags[id.v] |= quiet ? PT_HIR_F_QUIET : PT_HIR_F_CHECKED;
}
