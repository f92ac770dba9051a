/* Variables of every storage class: locals, cells, globals, class namespaces, names of the library. */
#include <string.h>

#include "rir/rir_lower.h"

static PtRirId py_string(PtGen *g, PtNameId name)
{
    return pt_rs_str_lit(g, pt_intern_text(g->h->names, name), pt_intern_len(g->h->names, name));
}

static PtRirId unset(PtGen *g)
{
    return pt_rs_path(g, pt_rs_text(g, "%s::Unset", pt_name_py(g, "Value")));
}

/* The variable's name in Rust; one that nothing reads begins with `_`. */
PtNameId pt_rir_var_name(PtGen *g, const PtVar *var)
{
    const char *name = pt_intern_text(g->h->names, var->python);
    if (strcmp(name, "_") == 0 || !name[0])
        name = "ignored";
    if (name[0] == '.' || name[0] == '<')
        name = "item";
    if (var->loads == 0 && !var->cell && name[0] != '_')
        name = pt_rs_text(g, "_%s", name);
    return pt_name_take(g, &g->names, pt_name_snake(g, name));
}

static PtRirId var_path(PtGen *g, const PtVar *var)
{
    return pt_rs_path(g, pt_rir_str(g->r, var->name));
}

/* ---- plain variables ---- */

static void load_var(PtGen *g, PtHirId id, const PtVar *var, const char *check)
{
    PtRirForm form = var->ref ? PT_FORM_REF : pt_rep_place(g, var->rep);
    if (var->ref && var->rep != PT_REP_VALUE)
        form = PT_FORM_TYPED_REF;
    PtRirId path = var_path(g, var);
    if (pt_hir_has(g->h, id, PT_HIR_F_CHECKED)) {
        PtRirId bound = pt_rs_try(g, pt_rs_method(g, path, check, 1, py_string(g, var->python)));
        pt_val_define(g, id, bound, PT_FORM_REF);
    } else if (pt_rir_is_alias(g, var, id)) {
        pt_val_define_free(g, id, path, form);
        g->vals[id.v].rep = var->rep;
    } else {
        pt_val_define_var(g, id, path, form, var->rep);
    }
}

/* True when the value is `x op= …` for this very `x`: done in place, where the Inplace node stood. */
static bool stored_in_place(PtGen *g, PtHirId value)
{
    return pt_hir_kind(g->h, value) == PT_HIR_Inplace && g->vals[value.v].form == PT_FORM_NONE;
}

void pt_store_var(PtGen *g, PtVar *var, PtHirId id, PtRirId value)
{
    pt_val_flush(g);
    if (var->scoped) {
        if (!var->name.v)
            var->name = pt_rir_var_name(g, var);
        pt_rs_add_let(g, pt_rir_str(g->r, var->name), value);
        return;
    }
    if (var->declare.v == id.v && !var->hoist) {
        var->name = pt_rir_var_name(g, var);
        bool changes = var->stores + var->deletes > 1;
        g->allow_assign |= changes;
        const char *name = pt_rir_str(g->r, var->name);
        pt_typed_let(g, changes ? pt_rs_text(g, "mut %s", name) : name, var->rep, value);
        return;
    }
    pt_rs_add_expr(g, pt_typed_assign(g, var_path(g, var), var->rep, value));
}

static void store(PtGen *g, PtVar *var, PtHirId id, PtHirId value)
{
    if (stored_in_place(g, value))
        return;
    PtHirKind kind = pt_hir_kind(g->h, value);
    bool import = kind == PT_HIR_LoadStdModule || kind == PT_HIR_LoadKnown;
    if (import && var->loads == 0 && var->stores == 1 && var->deletes == 0 && !var->cell && !var->hoist)
        return; /* a library name that only resolved names used */
    pt_val_take1(g, value);
    pt_store_var(g, var, id, pt_typed_as(g, value, var->rep, id));
}

static void delete_var(PtGen *g, PtHirId id, PtVar *var, const char *unbind)
{
    if (var->scoped)
        return;
    pt_val_flush(g);
    if (pt_hir_has(g->h, id, PT_HIR_F_CHECKED) && !pt_hir_has(g->h, id, PT_HIR_F_QUIET))
        pt_rs_add_expr(g, pt_rs_try(g, pt_rs_method(g, var_path(g, var), unbind, 1, py_string(g, var->python))));
    else
        pt_rs_add_expr(g, pt_rir_add(g->r, PT_RIR_Assign, g->span, var_path(g, var).v, unset(g).v, 0, 0));
}

/* `x += y` for a local x, as one statement. */
bool pt_rir_inplace_local(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId left = pt_hir_Inplace_left(h, id), right = pt_hir_Inplace_right(h, id), user = g->user[id.v];
    PtVar *var = NULL;
    if (!g->inlinable[id.v] || g->uses[left.v] != 1)
        return false;
    if (pt_hir_kind(h, user) == PT_HIR_StoreLocal && pt_hir_kind(h, left) == PT_HIR_LoadLocal &&
        pt_hir_StoreLocal_sym(h, user).v == pt_hir_LoadLocal_sym(h, left).v)
        var = pt_rir_var(g, pt_hir_StoreLocal_sym(h, user));
    else if (pt_hir_kind(h, user) == PT_HIR_StoreGlobal && pt_hir_kind(h, left) == PT_HIR_LoadGlobal &&
             pt_hir_StoreGlobal_global(h, user).v == pt_hir_LoadGlobal_global(h, left).v)
        var = pt_rir_global_var(g, pt_hir_StoreGlobal_global(h, user));
    if (!var || pt_hir_has(h, left, PT_HIR_F_CHECKED) || !pt_rir_is_alias(g, var, left))
        return false;
    if (var->rep != PT_REP_VALUE)
        return pt_handle_inplace(g, id, var, right);
    if (var->ref)
        return false;
    pt_val_take1(g, right);
    pt_val_flush(g);
    PtRirId operand = pt_val_as_ref(g, right);
    /* The variable cannot be borrowed twice. */
    if (pt_rir_kind(g->r, operand) == PT_RIR_Ref) {
        PtRirId inner = pt_rir_Ref_inner(g->r, operand);
        if (pt_rir_kind(g->r, inner) == PT_RIR_Path && pt_rir_Path_text(g->r, inner).v == var->name.v)
            operand = pt_rs_ref(g, pt_rs_method(g, inner, "clone", 0));
    }
    const char *name = pt_rir_inplace_method(pt_hir_Inplace_op(h, id));
    pt_rs_add_expr(g, pt_rs_try(g, pt_rs_method(g, var_path(g, var), name, 1, operand)));
    g->vals[id.v] = (PtRirVal){0};
    return true;
}

/* ---- cells ---- */

PtRirId pt_cell_expr(PtGen *g, PtSymId sym)
{
    return var_path(g, pt_rir_var(g, sym));
}

static bool lower_cell(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_LoadCell: {
        PtSymId sym = pt_hir_LoadCell_sym(h, id);
        const char *get = pt_hir_sym(h, sym)->storage == PT_STORAGE_FREE ? "get_free" : "get";
        PtRirId load = pt_rs_method(g, pt_cell_expr(g, sym), get, 1, py_string(g, pt_hir_sym(h, sym)->name));
        pt_val_define(g, id, pt_rs_try(g, load), PT_FORM_OWNED);
        return true;
    }
    case PT_HIR_StoreCell: {
        PtHirId value = pt_hir_StoreCell_value(h, id);
        pt_val_take1(g, value);
        PtRirId cell = pt_cell_expr(g, pt_hir_StoreCell_sym(h, id));
        pt_val_stmt(g, pt_rs_method(g, cell, "set", 1, pt_val_as_owned(g, value, id)));
        return true;
    }
    case PT_HIR_DeleteCell: {
        PtSymId sym = pt_hir_DeleteCell_sym(h, id);
        PtRirId cell = pt_cell_expr(g, sym);
        if (pt_hir_has(h, id, PT_HIR_F_QUIET))
            pt_val_stmt(g, pt_rs_method(g, cell, "set", 1, unset(g)));
        else
            pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, cell, "delete", 1, py_string(g, pt_hir_sym(h, sym)->name))));
        return true;
    }
    case PT_HIR_NewCell: {
        PtVar *var = pt_rir_var(g, pt_hir_NewCell_sym(h, id));
        pt_store_var(g, var, id, pt_rs_call(g, pt_rs_text(g, "%s::default", pt_name_py(g, "Cell")), 0));
        return true;
    }
    default: return false;
    }
}

/* ---- globals ---- */

/* The slot of a global, `NAME` or `crate::m::NAME`. */
PtRirId pt_rir_slot(PtGen *g, PtGlobalId global)
{
    g->global_slot[global.v] = true;
    pt_name_py(g, "Global");
    return pt_name_in_module(g, pt_hir_global(g->h, global)->module, g->global_name[global.v]);
}

/* Bound before the read, and nobody can unbind it. */
static bool stays_bound(const PtHir *h, PtHirId load, const PtHirGlobal *global)
{
    static const uint32_t open = 1u << PT_WORLD_GLOBALS | 1u << PT_WORLD_LOCALS | 1u << PT_WORLD_DICT_WRITTEN |
                                 1u << PT_WORLD_EVAL | 1u << PT_WORLD_SYS_MODULES | 1u << PT_WORLD_DYNAMIC_SETATTR;
    return !pt_hir_has(h, load, PT_HIR_F_CHECKED) && !(global->flags & (PT_GLOBAL_DELETED | PT_GLOBAL_SET_OUTSIDE)) &&
           !(h->world.flags & open);
}

static void load_global(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtGlobalId global = pt_hir_LoadGlobal_global(h, id);
    const PtHirGlobal *info = pt_hir_global(h, global);
    PtVar *var = pt_rir_global_var(g, global);
    if (var) {
        load_var(g, id, var, "defined");
        return;
    }
    if ((info->flags & PT_GLOBAL_NEVER_STORED) && !(info->flags & PT_GLOBAL_PRESET) &&
        !(h->world.flags & (1u << PT_WORLD_GLOBALS | 1u << PT_WORLD_EVAL))) {
        if (info->builtin.v)
            pt_val_define_free(g, id, pt_known_value(g, info->builtin), PT_FORM_OWNED);
        else
            pt_val_define(g, id, pt_rs_try(g, pt_rs_call(g, "py::undefined", 1, py_string(g, info->name))), PT_FORM_OWNED);
        return;
    }
    const char *name = pt_intern_text(h->names, info->name);
    if ((info->flags & PT_GLOBAL_PRESET) && info->stores == 0 && strcmp(name, "__name__") == 0) {
        PtRirId text = py_string(g, pt_hir_module(h, info->module)->name);
        pt_val_define_free(g, id, pt_rir_add(g->r, PT_RIR_Macro, g->span, pt_rir_text(g->r, pt_name_py(g, "lit")).v,
                                             pt_rir_list(g->r, &text, 1).v, 0, 0), PT_FORM_OWNED);
        return;
    }
    PtRirId slot = pt_rir_slot(g, global);
    if (info->builtin.v && pt_hir_has(h, id, PT_HIR_F_CHECKED)) {
        PtRirId known = pt_rs_closure(g, "||", pt_known_value(g, info->builtin));
        pt_val_define(g, id, pt_rs_method(g, slot, "get_or", 1, known), PT_FORM_OWNED);
        return;
    }
    if (stays_bound(h, id, info))
        pt_val_define(g, id, pt_rs_method(g, slot, "value", 0), PT_FORM_OWNED);
    else
        pt_val_define(g, id, pt_rs_try(g, pt_rs_method(g, slot, "get", 0)), PT_FORM_OWNED);
}

static void store_global(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtGlobalId global = pt_hir_StoreGlobal_global(h, id);
    PtHirId value = pt_hir_StoreGlobal_value(h, id);
    PtVar *var = pt_rir_global_var(g, global);
    if (var) {
        store(g, var, id, value);
        return;
    }
    const PtHirGlobal *info = pt_hir_global(h, global);
    if (info->unit.v && g->unit_elided[info->unit.v] && pt_hir_kind(h, value) == PT_HIR_MakeFunction)
        return;
    pt_val_take1(g, value);
    PtRirId owned = pt_val_as_owned(g, value, id);
    pt_val_stmt(g, pt_rs_method(g, pt_rir_slot(g, global), "set", 1, owned));
}

/* ---- class namespaces ---- */

static void load_name(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtRirId symbol = pt_name_symbol(g, pt_hir_LoadName_name(h, id));
    PtSymId cell = pt_hir_LoadName_cell(h, id);
    PtGlobalId global = pt_hir_LoadName_global(h, id);
    PtStdId builtin = pt_hir_LoadName_builtin(h, id);
    PtRirId outer;
    if (cell.v) {
        outer = pt_rs_method(g, pt_cell_expr(g, cell), "get_free", 1, py_string(g, pt_hir_LoadName_name(h, id)));
    } else if (global.v && !(pt_hir_global(h, global)->flags & PT_GLOBAL_NEVER_STORED)) {
        PtRirId slot = pt_rir_slot(g, global);
        if (!builtin.v)
            builtin = pt_hir_global(h, global)->builtin;
        outer = builtin.v ? pt_rs_ok(g, pt_rs_method(g, slot, "get_or", 1, pt_rs_closure(g, "||", pt_known_value(g, builtin))))
                          : pt_rs_method(g, slot, "get", 0);
    } else if (builtin.v || (global.v && pt_hir_global(h, global)->builtin.v)) {
        outer = pt_rs_ok(g, pt_known_value(g, builtin.v ? builtin : pt_hir_global(h, global)->builtin));
    } else {
        outer = pt_rs_call(g, "py::undefined", 1, py_string(g, pt_hir_LoadName_name(h, id)));
    }
    PtRirId load = pt_rs_method(g, pt_rs_path(g, "ns"), "lookup", 2, symbol, pt_rs_closure(g, "||", outer));
    pt_val_define(g, id, pt_rs_try(g, load), PT_FORM_OWNED);
}

bool pt_rir_name(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_LoadLocal: load_var(g, id, pt_rir_var(g, pt_hir_LoadLocal_sym(h, id)), "bound"); return true;
    case PT_HIR_StoreLocal:
        store(g, pt_rir_var(g, pt_hir_StoreLocal_sym(h, id)), id, pt_hir_StoreLocal_value(h, id));
        return true;
    case PT_HIR_DeleteLocal: delete_var(g, id, pt_rir_var(g, pt_hir_DeleteLocal_sym(h, id)), "unbind"); return true;
    case PT_HIR_LoadGlobal: load_global(g, id); return true;
    case PT_HIR_StoreGlobal: store_global(g, id); return true;
    case PT_HIR_DeleteGlobal: {
        PtGlobalId global = pt_hir_DeleteGlobal_global(h, id);
        PtVar *var = pt_rir_global_var(g, global);
        if (var)
            delete_var(g, id, var, "undefine");
        else if (pt_hir_has(h, id, PT_HIR_F_QUIET))
            pt_val_stmt(g, pt_rs_method(g, pt_rir_slot(g, global), "set", 1, unset(g)));
        else
            pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, pt_rir_slot(g, global), "delete", 0)));
        return true;
    }
    case PT_HIR_LoadName: load_name(g, id); return true;
    case PT_HIR_StoreName: {
        PtHirId value = pt_hir_StoreName_value(h, id);
        pt_val_take1(g, value);
        PtRirId symbol = pt_name_symbol(g, pt_hir_StoreName_name(h, id));
        pt_val_stmt(g, pt_rs_method(g, pt_rs_path(g, "ns"), "set", 2, symbol, pt_val_as_owned(g, value, id)));
        return true;
    }
    case PT_HIR_DeleteName: {
        PtRirId symbol = pt_name_symbol(g, pt_hir_DeleteName_name(h, id));
        pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, pt_rs_path(g, "ns"), "delete", 1, symbol)));
        return true;
    }
    case PT_HIR_LoadKnown:
        pt_val_define_free(g, id, pt_known_value(g, pt_hir_LoadKnown_row(h, id)), PT_FORM_OWNED);
        return true;
    default: return lower_cell(g, id);
    }
}
