/* Functions, classes, generator expressions: the Rust items of units, and the values made of them at run time. */
#include <string.h>

#include "rir/rir_lower.h"

/* ---- the body of a unit as a Rust function ---- */

/* What a unit's lowering must not disturb in the one around it. */
typedef struct Saved {
    PtUnitId unit;
    PtNames names;
    PtFrame *frame;
    PtScope *scope;
    PtSpan span;
    PtNameId error_name, co;
    PtRirVec *impl;
} Saved;

static Saved enter_unit(PtGen *g, PtUnitId unit, PtFrame *frame)
{
    Saved saved = {g->unit, g->names, g->frame, g->scope, g->span, g->error_name, g->co, g->impl};
    g->unit = unit;
    g->names = (PtNames){.items = &g->items[g->module.v]};
    g->frame = frame;
    g->scope = NULL;
    g->error_name = (PtNameId){0};
    g->span = pt_hir_unit(g->h, unit)->span;
    return saved;
}

static void leave_unit(PtGen *g, const Saved *saved)
{
    g->unit = saved->unit;
    g->names = saved->names;
    g->frame = saved->frame;
    g->scope = saved->scope;
    g->span = saved->span;
    g->error_name = saved->error_name;
    g->co = saved->co;
    g->impl = saved->impl;
}

static void add_param(PtGen *g, PtRirVec *params, PtNameId name, const char *type)
{
    pt_vec_push(g->arena, params, pt_rs_lit(g, pt_rs_text(g, "%s: %s", pt_rir_str(g->r, name), type)));
}

/* A parameter by its storage: read in place, copied because it is assigned, or put into a cell. */
static void bind_param(PtGen *g, PtSymId sym, PtRirVec *params)
{
    PtVar *var = pt_rir_var(g, sym);
    const PtHirSym *s = pt_hir_sym(g->h, sym);
    bool cell = s->storage == PT_STORAGE_CELL;
    if (cell)
        var->loads++;
    if (var->loads == 0 && var->stores + var->deletes > 0)
        var->loads++; /* copied at entry, which reads it */
    var->name = pt_rir_var_name(g, var);
    const char *name = pt_rir_str(g->r, var->name);
    bool handle = !pt_rep_is_scalar(var->rep) && !pt_rep_is_copy(g, var->rep) && var->rep != PT_REP_VALUE;
    if (handle) {
        add_param(g, params, var->name, pt_typed_param(g, var->rep));
        if (var->stores + var->deletes > 0) {
            g->allow_assign = true;
            pt_rs_add_let(g, pt_rs_text(g, "mut %s", name), pt_rs_method(g, pt_rs_path(g, name), "clone", 0));
        } else {
            var->ref = true;
        }
        return;
    }
    if (var->rep != PT_REP_VALUE) {
        bool changes = var->stores + var->deletes > 0;
        PtNameId binding = changes ? pt_rir_text(g->r, pt_rs_text(g, "mut %s", name)) : var->name;
        add_param(g, params, binding, pt_typed_name(g, var->rep));
        return;
    }
    add_param(g, params, var->name, pt_rs_text(g, "&%s", pt_name_py(g, "Value")));
    if (cell) {
        PtRirId copy = pt_rs_method(g, pt_rs_path(g, name), "clone", 0);
        pt_rs_add_let(g, name, pt_rs_call(g, pt_rs_text(g, "%s::new", pt_name_py(g, "Cell")), 1, copy));
    } else if (var->stores + var->deletes > 0) {
        g->allow_assign = true;
        pt_rs_add_let(g, pt_rs_text(g, "mut %s", name), pt_rs_method(g, pt_rs_path(g, name), "clone", 0));
    } else {
        var->ref = true;
        pt_rir_generator_bind(g, var);
    }
}

static void bind_captures(PtGen *g, const PtHirUnit *u, PtRirVec *params)
{
    for (uint32_t i = 0; i < u->captures.len; i++) {
        PtVar *var = pt_rir_var(g, u->captures.data[i]);
        var->cell = true;
        var->name = pt_rir_var_name(g, var);
        if (var->loads == 0)
            var->name = pt_rir_text(g->r, pt_rs_text(g, "_%s", pt_rir_str(g->r, var->name)));
        add_param(g, params, var->name, pt_rs_text(g, "&%s", pt_name_py(g, "Cell")));
        pt_rir_generator_bind(g, var);
    }
}

static void make_cells(PtGen *g, const PtHirUnit *u)
{
    for (uint32_t i = 0; i < u->syms.len; i++) {
        const PtHirSym *s = pt_hir_sym(g->h, u->syms.data[i]);
        PtVar *var = pt_rir_var(g, u->syms.data[i]);
        bool entry = s->storage == PT_STORAGE_CELL && !(s->flags & (PT_SYM_PARAM | PT_SYM_FRESH_CELL));
        if (!entry || !var->seen)
            continue;
        var->name = pt_rir_var_name(g, var);
        PtRirId cell = (s->flags & PT_SYM_CLASS_CELL)
                           ? pt_rs_method(g, pt_rs_path(g, "ns"), "class_cell", 0)
                           : pt_rs_call(g, pt_rs_text(g, "%s::default", pt_name_py(g, "Cell")), 0);
        pt_rs_add_let(g, pt_rir_str(g->r, var->name), cell);
    }
}

static const char *result_type(PtGen *g, PtUnitId unit)
{
    PtUnitKind kind = pt_hir_unit(g->h, unit)->kind;
    pt_name_py(g, "R");
    if (kind == PT_UNIT_CLASS)
        return "R<()>";
    if (kind == PT_UNIT_GENEXPR)
        return pt_rs_text(g, "R<%s>", pt_name_py(g, "Step"));
    return pt_rs_text(g, "R<%s>", pt_typed_name(g, g->returns[unit.v]));
}

static bool mentions(PtGen *g, PtRirId id, const char *name)
{
    if (pt_rir_kind(g->r, id) == PT_RIR_Path)
        return strcmp(pt_rir_str(g->r, pt_rir_Path_text(g->r, id)), name) == 0;
    const PtRirKindInfo *info = pt_rir_kind_info(pt_rir_kind(g->r, id));
    for (int i = 0; i < 4; i++) {
        uint32_t v = g->r->slots[id.v][i];
        if ((info->types[i] == PT_RIR_SLOT_NODE || info->types[i] == PT_RIR_SLOT_OPTNODE) && v && mentions(g, (PtRirId){v}, name))
            return true;
        if (info->types[i] == PT_RIR_SLOT_NODES)
            for (uint32_t k = 0; k < pt_rir_len(g->r, (PtRirList){v}); k++)
                if (mentions(g, pt_rir_at(g->r, (PtRirList){v}, k), name))
                    return true;
    }
    return false;
}

/* The Rust function of a unit, with docs, into `items`. */
static void unit_fn(PtGen *g, PtUnitId unit, const char *name, PtRirVec *items)
{
    const PtHirUnit *u = pt_hir_unit(g->h, unit);
    PtFrame frame = {0};
    PtRirVec params = {0};
    Saved saved = enter_unit(g, unit, &frame);
    if (u->kind == PT_UNIT_CLASS) {
        pt_name_take(g, &g->names, "ns");
        pt_vec_push(g->arena, &params, pt_rs_lit(g, pt_rs_text(g, "ns: &%s", pt_name_py(g, "Namespace"))));
    }
    bind_captures(g, u, &params);
    bool generator = pt_rir_is_generator(g, unit);
    if (generator)
        g->co = pt_name_take(g, &g->names, "co");
    if (g->recursive[unit.v] && !generator)
        pt_rs_add_let(g, "_frame", pt_rs_try(g, pt_rs_call(g, "py::enter", 0)));
    for (uint32_t i = 0; i < u->params.len; i++)
        bind_param(g, u->params.data[i].sym, &params);
    make_cells(g, u);
    pt_rir_block(g, u->body);
    if (u->kind == PT_UNIT_DEF && !frame.dead)
        pt_rir_comments(g, u->span.end);
    bool uses_ns = false;
    for (uint32_t i = 0; i < frame.stmts.len && !uses_ns; i++)
        uses_ns = mentions(g, frame.stmts.data[i], "ns");
    if (u->kind == PT_UNIT_CLASS && !uses_ns)
        params.data[0] = pt_rs_lit(g, "_: &Namespace");
    PtRirId body;
    if (generator)
        body = pt_rir_generator_body(g, unit, &frame);
    else if (frame.dead)
        body = pt_rs_block_with_tail(g, &frame);
    else if (u->kind == PT_UNIT_CLASS)
        body = pt_rs_block(g, &frame, pt_rs_path(g, "Ok(())"));
    else
        body = pt_rs_block(g, &frame, pt_rs_unreachable(g));
    if (u->kind == PT_UNIT_DEF)
        pt_rs_add_docs(g, items, "///", u->docstring);
    if (params.len > 7)
        pt_rs_add_raw(g, items, "#[allow(clippy::too_many_arguments)]");
    PtRirList list = pt_rir_list(g->r, params.data, params.len);
    PtRirId fn = pt_rir_add(g->r, PT_RIR_Fn, u->span, pt_rir_text(g->r, pt_rs_text(g, "%sfn %s", u->flags & PT_UNIT_STABLE && u->kind == PT_UNIT_DEF && !pt_hir_module(g->h, g->module)->is_main ? "pub " : "", name)).v, list.v,
                            pt_rir_text(g->r, result_type(g, unit)).v, body.v);
    pt_vec_push(g->arena, items, fn);
    leave_unit(g, &saved);
}

static bool is_method(PtGen *g, PtUnitId unit)
{
    const PtHirUnit *u = pt_hir_unit(g->h, unit);
    return u->kind == PT_UNIT_DEF && pt_hir_unit(g->h, u->parent)->kind == PT_UNIT_CLASS;
}

void pt_rir_unit_fn(PtGen *g, PtUnitId unit)
{
    PtRirVec *items = is_method(g, unit) && g->impl ? g->impl : &g->out;
    unit_fn(g, unit, pt_rir_str(g->r, g->unit_fn[unit.v]), items);
}

const char *pt_rir_unit_path(PtGen *g, PtUnitId unit)
{
    const char *name = pt_rir_str(g->r, g->unit_fn[unit.v]);
    if (!is_method(g, unit))
        return name;
    PtUnitId class = pt_hir_unit(g->h, unit)->parent;
    return pt_rs_text(g, "%s::%s", pt_rir_str(g->r, g->unit_fn[class.v]), name);
}

/* ---- function objects ---- */

static PtRirId param_row(PtGen *g, const PtHirParam *p)
{
    static const char *const names[] = {
        [PT_PARAM_POSITIONAL_ONLY] = "positional", [PT_PARAM_NORMAL] = "plain", [PT_PARAM_VAR] = "rest",
        [PT_PARAM_KEYWORD_ONLY] = "keyword", [PT_PARAM_VAR_KEYWORD] = "keywords"};
    const char *type = pt_name_py(g, "Param");
    PtRirId name = pt_name_symbol(g, pt_hir_sym(g->h, p->sym)->name);
    PtRirId row = pt_rs_call(g, pt_rs_text(g, "%s::%s", type, names[p->kind]), 1, name);
    return p->has_default ? pt_rs_method(g, row, "optional", 0) : row;
}

/* `|f, a| name(f.cell(0), &a[0])`. */
static PtRirId thunk(PtGen *g, PtUnitId unit)
{
    const PtHirUnit *u = pt_hir_unit(g->h, unit);
    PtRirVec args = {0};
    for (uint32_t i = 0; i < u->captures.len; i++)
        pt_vec_push(g->arena, &args, pt_rs_method(g, pt_rs_path(g, "f"), "cell", 1, pt_rs_lit(g, pt_rs_text(g, "%u", i))));
    for (uint32_t i = 0; i < u->params.len; i++) {
        PtRep rep = pt_rir_var(g, u->params.data[i].sym)->rep;
        PtRirId arg = pt_typed_from_value(g, pt_rs_lit(g, pt_rs_text(g, "&a[%u]", i)), rep);
        bool lent = rep > PT_REP_F64 && !pt_rep_is_copy(g, rep);
        pt_vec_push(g->arena, &args, lent ? pt_rs_ref(g, arg) : arg);
    }
    const char *params = pt_rs_text(g, "|%s, %s|", u->captures.len ? "f" : "_", u->params.len ? "a" : "_");
    PtRirId call = pt_rs_call_list(g, pt_rs_path(g, pt_rir_unit_path(g, unit)), &args);
    if (g->returns[unit.v] != PT_REP_VALUE)
        call = pt_rs_ok(g, pt_rs_call(g, pt_rs_text(g, "%s::from", pt_name_py(g, "Value")), 1, pt_rs_try(g, call)));
    return pt_rs_closure(g, params, call);
}

static PtRirId option(PtGen *g, const char *key, PtRirId value)
{
    return pt_rir_add(g->r, PT_RIR_Assign, g->span, pt_rs_path(g, key).v, value.v, 0, 0);
}

/* `py::def!("name", [params], thunk, qualname = "…", doc = "…")`. */
static PtRirId fn_info(PtGen *g, PtUnitId unit)
{
    const PtHir *h = g->h;
    const PtHirUnit *u = pt_hir_unit(h, unit);
    PtRirVec args = {0}, params = {0};
    const char *name = pt_intern_text(h->names, u->name), *qualname = pt_intern_text(h->names, u->qualname);
    for (uint32_t i = 0; i < u->params.len; i++)
        pt_vec_push(g->arena, &params, param_row(g, &u->params.data[i]));
    pt_vec_push(g->arena, &args, pt_rs_str_lit(g, name, strlen(name)));
    pt_vec_push(g->arena, &args, pt_rs_array(g, &params));
    pt_vec_push(g->arena, &args, thunk(g, unit));
    if (strcmp(name, qualname) != 0)
        pt_vec_push(g->arena, &args, option(g, "qualname", pt_rs_str_lit(g, qualname, strlen(qualname))));
    const PtHirModule *m = pt_hir_module(h, u->module);
    if (!m->is_main) {
        const char *module = pt_intern_text(h->names, m->name);
        pt_vec_push(g->arena, &args, option(g, "module", pt_rs_str_lit(g, module, strlen(module))));
    }
    if (g->uses_doc && u->docstring.v && pt_hir_const(h, u->docstring)->kind == PT_HIR_CONST_STR) {
        const PtHirConst *doc = pt_hir_const(h, u->docstring);
        pt_vec_push(g->arena, &args, option(g, "doc", pt_rs_str_lit(g, doc->text, doc->len)));
    }
    PtRirList list = pt_rir_list(g->r, args.data, args.len);
    return pt_rir_add(g->r, PT_RIR_Macro, g->span, pt_rir_text(g->r, "py::def").v, list.v, 0, 0);
}

static PtRirId captured_cells(PtGen *g, const PtHirUnit *u)
{
    PtRirVec cells = {0};
    for (uint32_t i = 0; i < u->captures.len; i++) {
        PtSymId outer = pt_hir_sym(g->h, u->captures.data[i])->outer;
        pt_vec_push(g->arena, &cells, pt_rs_method(g, pt_cell_expr(g, outer), "clone", 0));
    }
    return pt_rs_vec_macro(g, &cells);
}

static void make_function(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtUnitId unit = pt_hir_MakeFunction_unit(h, id);
    const PtHirUnit *u = pt_hir_unit(h, unit);
    PtHirList positional = pt_hir_MakeFunction_defaults(h, id), keyword = pt_hir_MakeFunction_kwdefaults(h, id);
    PtHirList annotations = pt_hir_MakeFunction_annotations(h, id);
    pt_rir_unit_fn(g, unit);
    if (g->unit_elided[unit.v]) {
        g->vals[id.v] = (PtRirVal){0};
        return;
    }
    PT_VEC(PtHirId) ids = {0};
    for (uint32_t i = 0; i < pt_hir_len(h, positional); i++)
        pt_vec_push(g->arena, &ids, pt_hir_at(h, positional, i));
    for (uint32_t i = 0; i < pt_hir_len(h, keyword); i++)
        if (pt_hir_at(h, keyword, i).v)
            pt_vec_push(g->arena, &ids, pt_hir_at(h, keyword, i));
    uint32_t defaults = ids.len;
    for (uint32_t i = 0; i < pt_hir_len(h, annotations); i++)
        if (!g->dead[pt_hir_at(h, annotations, i).v])
            pt_vec_push(g->arena, &ids, pt_hir_at(h, annotations, i));
    pt_val_take(g, ids.data, ids.len);
    PtRirVec values = {0}, pairs = {0};
    for (uint32_t i = 0; i < defaults; i++)
        pt_vec_push(g->arena, &values, pt_val_as_owned(g, ids.data[i], id));
    PtRirId function;
    const char *type = pt_name_py(g, "Function");
    if (defaults == 0 && u->captures.len == 0)
        function = pt_rs_call(g, pt_rs_text(g, "%s::plain", type), 1, fn_info(g, unit));
    else
        function = pt_rs_method(g, pt_rs_call(g, pt_rs_text(g, "%s::new", type), 3, fn_info(g, unit), captured_cells(g, u),
                                              pt_rs_vec_macro(g, &values)), "value", 0);
    for (uint32_t i = defaults; i < ids.len; i++)
        pt_vec_push(g->arena, &pairs, pt_val_as_owned(g, ids.data[i], id));
    if (pairs.len > 0 && pairs.len == pt_hir_len(h, annotations))
        function = pt_rs_call(g, "py::annotated", 2, function, pt_rs_vec_macro(g, &pairs));
    else
        for (uint32_t i = 0; i < pairs.len; i++)
            if (pt_rir_kind(g->r, pairs.data[i]) == PT_RIR_Try)
                pt_val_stmt(g, pairs.data[i]);
    pt_val_define(g, id, function, PT_FORM_OWNED);
}

/* ---- classes ---- */

static void class_items(PtGen *g, PtUnitId unit)
{
    const PtHirUnit *u = pt_hir_unit(g->h, unit);
    const char *name = pt_rir_str(g->r, g->unit_fn[unit.v]);
    PtRirVec impl = {0}, *outer = g->impl;
    PtRirVec body = {0};
    g->impl = &impl;
    unit_fn(g, unit, "class_body", &body);
    g->impl = outer;
    pt_rs_add_docs(g, &g->out, "///", u->docstring);
    pt_rs_add_raw(g, &g->out, pt_rs_text(g, "struct %s;", name));
    PtRirId empty = pt_rir_add(g->r, PT_RIR_Line, u->span, 0, 0, 0, 0);
    pt_vec_push(g->arena, &g->out, empty);
    for (uint32_t i = 0; i < body.len; i++)
        pt_vec_push(g->arena, &impl, body.data[i]);
    PtRirList items = pt_rir_list(g->r, impl.data, impl.len);
    pt_vec_push(g->arena, &g->out,
                pt_rir_add(g->r, PT_RIR_Braced, u->span, pt_rir_text(g->r, pt_rs_text(g, "impl %s", name)).v, items.v, 0, 0));
}

static void make_class(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtUnitId unit = pt_hir_MakeClass_unit(h, id);
    const PtHirUnit *u = pt_hir_unit(h, unit);
    PtHirList bases = pt_hir_MakeClass_bases(h, id);
    class_items(g, unit);
    PT_VEC(PtHirId) ids = {0};
    for (uint32_t i = 0; i < pt_hir_arg_count(h, bases); i++)
        pt_vec_push(g->arena, &ids, pt_hir_arg(h, bases, i).value);
    pt_val_take(g, ids.data, ids.len);
    PtRirId args = pt_rir_args(g, bases, id);
    const char *path = pt_rs_text(g, "%s::class_body", pt_rir_str(g->r, g->unit_fn[unit.v]));
    PtRirId body = pt_rs_path(g, path);
    if (u->captures.len > 0) {
        PtRirVec cells = {0};
        pt_vec_push(g->arena, &cells, pt_rs_path(g, "ns"));
        for (uint32_t i = 0; i < u->captures.len; i++) {
            PtSymId outer = pt_hir_sym(h, u->captures.data[i])->outer;
            bool own = pt_hir_sym(h, outer)->storage == PT_STORAGE_CELL;
            PtRirId cell = pt_cell_expr(g, outer);
            pt_vec_push(g->arena, &cells, own ? pt_rs_ref(g, cell) : cell);
        }
        body = pt_rs_closure(g, "|ns|", pt_rs_call_list(g, body, &cells));
    }
    const char *name = pt_intern_text(h->names, u->name), *qualname = pt_intern_text(h->names, u->qualname);
    const char *module = pt_intern_text(h->names, pt_hir_module(h, u->module)->name);
    PtRirId call = pt_rs_call(g, "py::new_class", 5, pt_rs_str_lit(g, name, strlen(name)),
                              pt_rs_str_lit(g, qualname, strlen(qualname)), pt_rs_str_lit(g, module, strlen(module)), args, body);
    pt_val_define(g, id, pt_rs_try(g, call), PT_FORM_OWNED);
}

/* ---- generator expressions ---- */

static void make_genexpr(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtUnitId unit = pt_hir_MakeGenExpr_unit(h, id);
    const PtHirUnit *u = pt_hir_unit(h, unit);
    PtHirId iter = pt_hir_MakeGenExpr_iter(h, id);
    pt_rir_unit_fn(g, unit);
    pt_val_take1(g, iter);
    PtRirVec args = {0};
    for (uint32_t i = 0; i < u->captures.len; i++)
        pt_vec_push(g->arena, &args, pt_rs_lit(g, pt_rs_text(g, "&cells[%u]", i)));
    pt_vec_push(g->arena, &args, pt_rs_path(g, "x"));
    PtRirId body = pt_rs_call_list(g, pt_rs_path(g, pt_rir_str(g->r, g->unit_fn[unit.v])), &args);
    PtRirId closure = pt_rs_closure(g, u->captures.len ? "|cells, x|" : "|_, x|", body);
    PtRirId source = g->vals[iter.v].form == PT_FORM_ITER ? g->vals[iter.v].expr
                                                          : pt_val_as_iter(g, iter);
    PtRirId call = pt_rs_call(g, pt_rs_text(g, "%s::value", pt_name_py(g, "GenExpr")), 3, source, captured_cells(g, u), closure);
    pt_val_define(g, id, call, PT_FORM_OWNED);
}

bool pt_rir_def(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_MakeFunction: make_function(g, id); return true;
    case PT_HIR_MakeClass: make_class(g, id); return true;
    case PT_HIR_MakeGenExpr: make_genexpr(g, id); return true;
    case PT_HIR_GenSkip:
        pt_rir_return(g, pt_rs_path(g, pt_rs_text(g, "%s::Skip", pt_name_py(g, "Step"))));
        return true;
    case PT_HIR_GenDelegate: {
        PtHirId inner = pt_hir_GenDelegate_inner(h, id);
        pt_val_take1(g, inner);
        PtRirId value = pt_val_as_owned(g, inner, id);
        pt_rir_return(g, pt_rs_call(g, pt_rs_text(g, "%s::Inner", pt_name_py(g, "Step")), 1, value));
        return true;
    }
    default: return false;
    }
}
