/* Calls: of values, methods, functions of the program, functions of the library. */
#include <string.h>

#include "rir/rir_lower.h"

/* ---- the library's paths ---- */

/* The general form of a row without a path of its own: `py::builtins::len`, `py::modules::os_path::join`. */
static const char *native_path(PtGen *g, const PtStdRow *row)
{
    if (row->native[0])
        return row->native;
    const char *ident = pt_name_std_module(g, row->module);
    const char *root = row->module.v == PT_STD_BUILTINS.v ? "" : "modules::";
    const char *kind = row->kind == PT_STD_FUNC ? "" : "value::";
    return pt_rs_text(g, "py::%s%s::%s%s%s", root, ident, kind, row->name,
                      pt_name_is_keyword(row->name) ? "_" : "");
}

PtRirId pt_known_value(PtGen *g, PtStdId id)
{
    const PtStdRow *row = pt_stdlib_row(id);
    const char *path = native_path(g, row);
    if (row->kind != PT_STD_FUNC)
        return pt_rs_call(g, path, 0);
    return pt_rs_call(g, "py::native", 2, pt_rs_str_lit(g, row->name, strlen(row->name)), pt_rs_path(g, path));
}

const char *pt_known_exception(PtGen *g, PtStdId id)
{
    static const char *const special[] = {"OSError", "IOError", "EnvironmentError", "ImportError", "ModuleNotFoundError",
                                          "BaseExceptionGroup", "ExceptionGroup", "UnicodeError", NULL};
    const PtStdRow *row = pt_stdlib_row(id);
    if (row->kind != PT_STD_EXC || row->module.v != PT_STD_BUILTINS.v || strncmp(row->name, "Unicode", 7) == 0)
        return NULL;
    for (int i = 0; special[i]; i++)
        if (strcmp(special[i], row->name) == 0)
            return NULL;
    return pt_rs_text(g, "%s::%s", pt_name_py(g, "exc"), row->name);
}

/* ---- arguments ---- */

typedef struct Shape {
    uint32_t positional, keywords;
    bool stars;
} Shape;

static Shape shape_of(const PtHir *h, PtHirList args)
{
    Shape s = {0};
    for (uint32_t i = 0; i < pt_hir_arg_count(h, args); i++) {
        PtHirArg arg = pt_hir_arg(h, args, i);
        s.positional += arg.kind == PT_ARG_POSITIONAL;
        s.keywords += arg.kind == PT_ARG_KEYWORD;
        s.stars |= arg.kind == PT_ARG_STAR || arg.kind == PT_ARG_DOUBLE_STAR;
        /* A positional argument after a keyword only happens with stars. */
        s.stars |= arg.kind == PT_ARG_POSITIONAL && s.keywords > 0;
    }
    return s;
}

/* Operands of a call in Rust's order: what is called, then the arguments. */
static void take_call(PtGen *g, PtHirId callee, PtHirList args)
{
    PT_VEC(PtHirId) ids = {0};
    if (callee.v)
        pt_vec_push(g->arena, &ids, callee);
    for (uint32_t i = 0; i < pt_hir_arg_count(g->h, args); i++)
        pt_vec_push(g->arena, &ids, pt_hir_arg(g->h, args, i).value);
    pt_val_take(g, ids.data, ids.len);
}

/* `&[a, b]`, and `&[sym::key]` for keywords. */
static PtRirId values_slice(PtGen *g, PtHirList args, PtHirId user)
{
    PtRirVec items = {0};
    if (pt_hir_arg_count(g->h, args) == 1) {
        /* A lone variable is lent, not cloned. */
        PtHirId only = pt_hir_arg(g->h, args, 0).value;
        PtRirVal v = g->vals[only.v];
        PtRirId owned = pt_val_as_owned(g, only, user);
        if ((v.form == PT_FORM_PLACE || v.form == PT_FORM_REF) && pt_rir_kind(g->r, owned) == PT_RIR_Method)
            return pt_rs_call(g, "std::slice::from_ref", 1, pt_val_as_ref(g, only));
    }
    for (uint32_t i = 0; i < pt_hir_arg_count(g->h, args); i++)
        pt_vec_push(g->arena, &items, pt_val_as_owned(g, pt_hir_arg(g->h, args, i).value, user));
    return pt_rs_ref(g, pt_rs_array(g, &items));
}

static PtRirId names_slice(PtGen *g, PtHirList args)
{
    PtRirVec items = {0};
    for (uint32_t i = 0; i < pt_hir_arg_count(g->h, args); i++) {
        PtHirArg arg = pt_hir_arg(g->h, args, i);
        if (arg.kind == PT_ARG_KEYWORD)
            pt_vec_push(g->arena, &items, pt_name_symbol(g, arg.name));
    }
    return pt_rs_ref(g, pt_rs_array(g, &items));
}

/* Starred arguments are collected one by one: `ArgList::new().item(a).items(&xs)`. */
static PtRirId arg_list(PtGen *g, PtHirList args, PtHirId user)
{
    PtRirId list = pt_rs_call(g, pt_rs_text(g, "%s::new", pt_name_py(g, "ArgList")), 0);
    for (uint32_t i = 0; i < pt_hir_arg_count(g->h, args); i++) {
        PtHirArg arg = pt_hir_arg(g->h, args, i);
        switch (arg.kind) {
        case PT_ARG_POSITIONAL: list = pt_rs_method(g, list, "item", 1, pt_val_as_owned(g, arg.value, user)); break;
        case PT_ARG_STAR: list = pt_rs_method(g, list, "items", 1, pt_val_as_ref(g, arg.value)); break;
        case PT_ARG_KEYWORD:
            list = pt_rs_method(g, list, "named", 2, pt_name_symbol(g, arg.name), pt_val_as_owned(g, arg.value, user));
            break;
        case PT_ARG_DOUBLE_STAR: list = pt_rs_method(g, list, "merge", 1, pt_val_as_ref(g, arg.value)); break;
        }
    }
    return list;
}

/* Args for natives and class statements; without stars. */
static PtRirId plain_args(PtGen *g, PtHirList args, PtHirId user)
{
    const char *type = pt_name_py(g, "Args");
    PtRirId values = values_slice(g, args, user);
    if (shape_of(g->h, args).keywords == 0)
        return pt_rs_call(g, pt_rs_text(g, "%s::positional", type), 1, values);
    return pt_rs_call(g, pt_rs_text(g, "%s::named", type), 2, values, names_slice(g, args));
}

PtRirId pt_rir_args(PtGen *g, PtHirList args, PtHirId user)
{
    if (!shape_of(g->h, args).stars)
        return plain_args(g, args, user);
    return pt_rs_try(g, pt_rs_method(g, arg_list(g, args, user), "args", 0));
}

/* receiver.call(…) or, with a name, receiver.method(name, …): `verb` and its two other forms. */
static PtRirId dynamic_call(PtGen *g, const char *verb, PtRirId receiver, PtRirId name, PtHirList args, PtHirId user)
{
    Shape s = shape_of(g->h, args);
    if (s.stars || s.keywords)
        verb = pt_rs_text(g, "%s_%s", verb, s.stars ? "list" : "named");
    PtRirVec list = {0};
    if (name.v)
        pt_vec_push(g->arena, &list, name);
    if (s.stars) {
        pt_vec_push(g->arena, &list, arg_list(g, args, user));
    } else {
        pt_vec_push(g->arena, &list, values_slice(g, args, user));
        if (s.keywords)
            pt_vec_push(g->arena, &list, names_slice(g, args));
    }
    return pt_rs_try(g, pt_rs_method_list(g, receiver, verb, &list));
}

/* A method that surely is what the call means: a Rust function of the class. */
static bool lower_method_direct(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtUnitId unit = g->facts->targets[id.v];
    const PtHirUnit *u = pt_hir_unit(h, unit);
    if (!unit.v || u->module.v != g->module.v)
        return false;
    PtHirId object = pt_hir_CallMethod_object(h, id);
    PtHirList list = pt_hir_CallMethod_args(h, id);
    take_call(g, object, list);
    PtRirVec args = {0};
    for (uint32_t i = 0; i < u->params.len; i++) {
        PtHirId arg = i == 0 ? object : pt_hir_arg(h, list, i - 1).value;
        pt_vec_push(g->arena, &args, pt_typed_lent(g, arg, pt_rir_var(g, u->params.data[i].sym)->rep, id));
    }
    PtRirId call = pt_rs_call_list(g, pt_rs_path(g, pt_rir_unit_path(g, unit)), &args);
    pt_val_define_rep(g, id, pt_rs_try(g, call), g->returns[unit.v]);
    return true;
}

static void lower_method(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId object = pt_hir_CallMethod_object(h, id);
    PtHirList args = pt_hir_CallMethod_args(h, id);
    if (lower_method_direct(g, id) || pt_handle_method(g, id))
        return;
    take_call(g, object, args);
    PtRirId receiver = pt_val_as_receiver(g, object);
    PtNameId name = pt_hir_CallMethod_name(h, id);
    /* Names such as __add__ are methods of every object, which `method` need not know. */
    const char *verb = strncmp(pt_intern_text(h->names, name), "__", 2) == 0 ? "call_method" : "method";
    pt_val_define(g, id, dynamic_call(g, verb, receiver, pt_name_member(g, name), args, id), PT_FORM_OWNED);
}

/* A stable function, called as a Rust function. */
static void lower_unit_call(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtUnitId unit = pt_hir_CallUnit_unit(h, id);
    const PtHirUnit *u = pt_hir_unit(h, unit);
    PtHirList slots = pt_hir_CallUnit_slots(h, id);
    PtRirVec args = {0};
    PT_VEC(PtHirId) ids = {0};
    for (uint32_t i = 0; i < pt_hir_len(h, slots); i++)
        pt_vec_push(g->arena, &ids, pt_hir_at(h, slots, i));
    if (pt_hir_has(h, id, PT_HIR_F_CHECKED)) {
        PtRirId ready = pt_rs_method(g, pt_rir_slot(g, pt_hir_CallUnit_global(h, id)), "ready", 0);
        pt_val_take(g, ids.data, ids.len);
        pt_val_stmt(g, pt_rs_try(g, ready));
    } else {
        pt_val_take(g, ids.data, ids.len);
    }
    for (uint32_t i = 0; i < ids.len; i++) {
        PtRep rep = pt_rir_var(g, u->params.data[i].sym)->rep;
        if (ids.data[i].v) {
            pt_vec_push(g->arena, &args, pt_typed_lent(g, ids.data[i], rep, id));
            continue;
        }
        if (rep != PT_REP_VALUE) {
            pt_vec_push(g->arena, &args, pt_typed_const(g, u->params.data[i].default_const, rep));
            continue;
        }
        PtRirForm form;
        PtRirId value = pt_const_expr(g, u->params.data[i].default_const, &form);
        if (form == PT_FORM_BOOL)
            value = pt_rs_call(g, pt_rs_text(g, "%s::Bool", pt_name_py(g, "Value")), 1, value);
        pt_vec_push(g->arena, &args, pt_rs_ref(g, value));
    }
    PtRirId function = pt_name_in_module(g, u->module, g->unit_fn[unit.v]);
    pt_val_define_rep(g, id, pt_rs_try(g, pt_rs_call_list(g, function, &args)), g->returns[unit.v]);
}

/* A call of an inner function without its object: the cells that it captured come first. */
static void lower_direct(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtUnitId unit = g->direct[id.v];
    const PtHirUnit *u = pt_hir_unit(h, unit);
    PtHirList list = pt_hir_Call_args(h, id);
    take_call(g, (PtHirId){0}, list);
    PtRirVec args = {0};
    for (uint32_t i = 0; i < u->captures.len; i++) {
        PtSymId sym = pt_rir_same_cell(g, g->unit, u->captures.data[i]);
        PtRirId cell = pt_cell_expr(g, sym);
        bool free = pt_hir_sym(h, sym)->storage == PT_STORAGE_FREE;
        pt_vec_push(g->arena, &args, free ? cell : pt_rs_ref(g, cell));
    }
    for (uint32_t i = 0; i < u->params.len; i++)
        pt_vec_push(g->arena, &args, pt_typed_lent(g, pt_hir_arg(h, list, i).value, pt_rir_var(g, u->params.data[i].sym)->rep, id));
    PtRirId function = pt_name_in_module(g, u->module, g->unit_fn[unit.v]);
    pt_val_define_rep(g, id, pt_rs_try(g, pt_rs_call_list(g, function, &args)), g->returns[unit.v]);
}

/* `raise ValueError("text")`: made without a call. */
static void raise_known(PtGen *g, PtHirId id, const char *exception, PtHirList args)
{
    const PtHir *h = g->h;
    uint32_t n = pt_hir_arg_count(h, args);
    PtHirId first = n == 1 ? pt_hir_arg(h, args, 0).value : (PtHirId){0};
    PtRirId error;
    /* A KeyError shows its argument's repr, so it needs all that repr does. */
    bool shows_text = !strstr(exception, "::KeyError");
    if (n == 0) {
        error = pt_rs_method(g, pt_rs_path(g, exception), "bare_err", 0);
    } else if (shows_text && first.v && pt_hir_kind(h, first) == PT_HIR_Const &&
        pt_hir_const(h, pt_hir_Const_value(h, first))->kind == PT_HIR_CONST_STR) {
        const PtHirConst *c = pt_hir_const(h, pt_hir_Const_value(h, first));
        error = pt_rs_method(g, pt_rs_path(g, exception), "err", 1, pt_rs_str_lit(g, c->text, c->len));
    } else {
        PtRirVec items = {0};
        for (uint32_t i = 0; i < n; i++)
            pt_vec_push(g->arena, &items, pt_val_as_owned(g, pt_hir_arg(h, args, i).value, id));
        error = pt_rs_method(g, pt_rs_path(g, exception), "err_with", 1, pt_rs_vec_macro(g, &items));
    }
    pt_val_define(g, id, error, PT_FORM_ERROR);
}

/* `print` of constants: their texts, made here. */
static bool lower_print_of_texts(PtGen *g, PtHirId id, PtHirList args)
{
    const PtHir *h = g->h;
    PtRirVec texts = {0};
    for (uint32_t i = 0; i < pt_hir_arg_count(h, args); i++) {
        PtHirId arg = pt_hir_arg(h, args, i).value;
        PtRirId text = {0};
        if (pt_hir_kind(h, arg) == PT_HIR_Const)
            text = pt_const_printed(g, pt_hir_Const_value(h, arg));
        if (!text.v)
            return false;
        pt_vec_push(g->arena, &texts, text);
    }
    PtRirId call = pt_rs_call(g, "py::print_texts", 1, pt_rs_ref(g, pt_rs_array(g, &texts)));
    pt_val_define(g, id, pt_rs_try(g, call), PT_FORM_OWNED);
    return true;
}

static void lower_known(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    const PtStdRow *row = pt_stdlib_row(pt_hir_CallKnown_row(h, id));
    PtHirList args = pt_hir_CallKnown_args(h, id);
    Shape s = shape_of(h, args);
    take_call(g, (PtHirId){0}, args);
    bool plain = !s.stars && s.keywords == 0;
    const char *exception = pt_known_exception(g, pt_hir_CallKnown_row(h, id));
    PtHirId user = g->user[id.v];
    if (exception && plain && g->inlinable[id.v] && pt_hir_kind(h, user) == PT_HIR_Raise &&
        !pt_hir_Raise_cause(h, user).v) {
        raise_known(g, id, exception, args);
        return;
    }
    if (plain && row->module.v == PT_STD_BUILTINS.v && strcmp(row->name, "print") == 0 &&
        lower_print_of_texts(g, id, args))
        return;
    if (row->direct[0] && plain && row->direct_arity == -1) {
        pt_val_define(g, id, pt_rs_try(g, pt_rs_call(g, row->direct, 1, values_slice(g, args, id))), PT_FORM_OWNED);
        return;
    }
    if (row->direct[0] && plain && (uint32_t)row->direct_arity == s.positional) {
        PtRirVec list = {0};
        for (uint32_t i = 0; i < pt_hir_arg_count(h, args); i++)
            pt_vec_push(g->arena, &list, pt_val_as_ref(g, pt_hir_arg(h, args, i).value));
        pt_val_define(g, id, pt_rs_try(g, pt_rs_call_list(g, pt_rs_path(g, row->direct), &list)), PT_FORM_OWNED);
        return;
    }
    if (row->kind == PT_STD_FUNC && s.stars) {
        const char *module = row->module.v == PT_STD_BUILTINS.v ? "" : pt_stdlib_module_info(row->module).name;
        const char *callee = pt_rs_text(g, "%s%s%s()", module, module[0] ? "." : "", row->name);
        PtRirId call = pt_rs_method(g, arg_list(g, args, id), "call", 2, pt_rs_str_lit(g, callee, strlen(callee)),
                                    pt_rs_path(g, native_path(g, row)));
        pt_val_define(g, id, pt_rs_try(g, call), PT_FORM_OWNED);
        return;
    }
    if (row->kind == PT_STD_FUNC) {
        PtRirId call = pt_rs_call(g, native_path(g, row), 1, plain_args(g, args, id));
        pt_val_define(g, id, pt_rs_try(g, call), PT_FORM_OWNED);
        return;
    }
    PtRirId value = pt_known_value(g, pt_hir_CallKnown_row(h, id));
    pt_val_define(g, id, dynamic_call(g, "call", value, (PtRirId){0}, args, id), PT_FORM_OWNED);
}

bool pt_rir_call(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_Call: {
        if (g->direct[id.v].v) {
            lower_direct(g, id);
            return true;
        }
        PtHirId function = pt_hir_Call_function(h, id);
        PtHirList args = pt_hir_Call_args(h, id);
        take_call(g, function, args);
        PtRirId receiver = pt_val_as_receiver(g, function);
        pt_val_define(g, id, dynamic_call(g, "call", receiver, (PtRirId){0}, args, id), PT_FORM_OWNED);
        return true;
    }
    case PT_HIR_CallMethod: lower_method(g, id); return true;
    case PT_HIR_CallUnit: lower_unit_call(g, id); return true;
    case PT_HIR_CallKnown:
        if (!pt_typed_known(g, id))
            lower_known(g, id);
        return true;
    default: return false;
    }
}
