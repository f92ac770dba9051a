/* Modules and the crate: bodies (cut into functions when long), slots, module objects, imports; the pass itself. */
#include <string.h>

#include "rir/rir_lower.h"

/* ---- imports ---- */

static PtRirId module_info(PtGen *g, PtModId module)
{
    g->wants_module[module.v] = true;
    return pt_rs_ref(g, pt_rs_path(g, pt_rs_text(g, "%s::MODULE", pt_name_module(g, module))));
}

static void import_star(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirList pairs = pt_hir_ImportStar_pairs(h, id);
    for (uint32_t i = 0; i < pt_hir_len(h, pairs); i++) {
        const PtHirStar *pair = &h->stars.data[pt_hir_at(h, pairs, i).v];
        pt_val_stmt(g, pt_rs_call(g, "py::copy_global", 2, pt_rs_ref(g, pt_rir_slot(g, pair->from)),
                                  pt_rs_ref(g, pt_rir_slot(g, pair->to))));
    }
}

bool pt_rir_import(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_ImportModule: {
        PtModId module = pt_hir_ImportModule_module(h, id);
        const PtHirModule *m = pt_hir_module(h, module);
        const char *body = m->is_main ? "crate::__main__" : pt_rs_text(g, "%s::init", pt_name_module(g, module));
        pt_val_define(g, id, pt_rs_try(g, pt_rs_call(g, "py::import", 2, module_info(g, module), pt_rs_path(g, body))),
                      PT_FORM_OWNED);
        return true;
    }
    case PT_HIR_LoadModule:
        pt_val_define_free(g, id, pt_rs_call(g, "py::module", 1, module_info(g, pt_hir_LoadModule_module(h, id))), PT_FORM_OWNED);
        return true;
    case PT_HIR_LoadStdModule: {
        const char *ident = pt_name_std_module(g, pt_hir_LoadStdModule_module(h, id));
        pt_val_define_free(g, id, pt_rs_call(g, pt_rs_text(g, "py::modules::%s::module", ident), 0), PT_FORM_OWNED);
        return true;
    }
    case PT_HIR_ImportFrom: {
        PtRirId name = pt_name_symbol(g, pt_hir_ImportFrom_name(h, id));
        PtRirId info = module_info(g, pt_hir_ImportFrom_module(h, id));
        pt_val_define(g, id, pt_rs_try(g, pt_rs_call(g, "py::import_from", 2, info, name)), PT_FORM_OWNED);
        return true;
    }
    case PT_HIR_ImportStar: import_star(g, id); return true;
    case PT_HIR_ImportMissing: {
        const PtHirConst *name = pt_hir_const(h, pt_hir_ImportMissing_name(h, id));
        PtRirId call = pt_rs_call(g, "py::module_not_found", 1, pt_rs_str_lit(g, name->text, name->len));
        pt_val_define(g, id, pt_rs_try(g, call), PT_FORM_OWNED);
        return true;
    }
    default: return false;
    }
}

/* ---- which defs need no function object ---- */

static bool all_constant(PtGen *g, PtHirList list)
{
    for (uint32_t i = 0; i < pt_hir_len(g->h, list); i++) {
        PtHirId id = pt_hir_at(g->h, list, i);
        if (id.v && pt_hir_kind(g->h, id) != PT_HIR_Const && !g->dead[id.v])
            return false;
    }
    return true;
}

/* A stable function that is only ever called directly, by code that runs: its `def` leaves nothing to do. */
static void plan_elision(PtGen *g)
{
    const PtHir *h = g->h;
    g->unit_elided = pt_arena_zero(g->arena, h->units.len + 1);
    bool *wanted = pt_arena_zero(g->arena, h->globals.len + 1);
    bool *reached = pt_arena_zero(g->arena, h->units.len + 1);
    bool dynamic = (h->world.flags & (1u << PT_WORLD_GLOBALS | 1u << PT_WORLD_EVAL | 1u << PT_WORLD_SYS_MODULES)) != 0;
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        PtHirKind kind = pt_hir_kind(h, id);
        if (kind == PT_HIR_LoadGlobal)
            wanted[pt_hir_LoadGlobal_global(h, id).v] = true;
        else if (kind == PT_HIR_LoadName)
            wanted[pt_hir_LoadName_global(h, id).v] = true;
        else if (kind == PT_HIR_CallUnit && pt_hir_has(h, id, PT_HIR_F_CHECKED))
            wanted[pt_hir_CallUnit_global(h, id).v] = true;
        else if (kind == PT_HIR_DeleteGlobal)
            wanted[pt_hir_DeleteGlobal_global(h, id).v] = true;
    }
    for (uint32_t i = 1; i < h->stars.len; i++)
        wanted[h->stars.data[i].from.v] = true;
    for (uint32_t i = 1; i < h->count && !dynamic; i++) {
        PtHirId id = {i};
        if (pt_hir_kind(h, id) != PT_HIR_MakeFunction)
            continue;
        PtUnitId unit = pt_hir_MakeFunction_unit(h, id);
        PtHirId user = g->user[i];
        bool stored = g->uses[i] == 1 && pt_hir_kind(h, user) == PT_HIR_StoreGlobal;
        if (!stored || !(pt_hir_unit(h, unit)->flags & PT_UNIT_STABLE))
            continue;
        PtGlobalId global = pt_hir_StoreGlobal_global(h, user);
        g->unit_elided[unit.v] = !wanted[global.v] && !g->wants_module[pt_hir_global(h, global)->module.v] &&
                                 (pt_hir_global(h, global)->flags & PT_GLOBAL_STABLE_FUNCTION) &&
                                 all_constant(g, pt_hir_MakeFunction_defaults(h, id)) &&
                                 all_constant(g, pt_hir_MakeFunction_kwdefaults(h, id)) &&
                                 all_constant(g, pt_hir_MakeFunction_annotations(h, id));
    }
    /* What nothing calls keeps its object, so that rustc sees it used. */
    for (uint32_t u = 1; u < h->units.len; u++)
        reached[u] = !g->unit_elided[u];
    for (bool again = true; again;) {
        again = false;
        for (uint32_t u = 1; u < h->units.len; u++) {
            const PtHirUnit *unit = &h->units.data[u];
            if (!reached[u])
                continue;
            for (uint32_t i = unit->first; i && i <= unit->last; i++) {
                if (pt_hir_kind(h, (PtHirId){i}) != PT_HIR_CallUnit)
                    continue;
                uint32_t callee = pt_hir_CallUnit_unit(h, (PtHirId){i}).v;
                again |= !reached[callee];
                reached[callee] = true;
            }
        }
    }
    for (uint32_t u = 1; u < h->units.len; u++)
        g->unit_elided[u] &= reached[u];
}

/* ---- module bodies ---- */

/* Closes the function being filled and calls it from the body. */
static void cut_here(PtGen *g, PtFrame *frame, PtRirVec *calls)
{
    if (frame->stmts.len == 0)
        return;
    const char *name = pt_rir_str(g->r, pt_name_take(g, &g->items[g->module.v], "part"));
    PtRirId body = frame->dead ? pt_rs_block_with_tail(g, frame) : pt_rs_block(g, frame, pt_rs_path(g, "Ok(())"));
    pt_name_py(g, "R");
    pt_vec_push(g->arena, &g->out,
                pt_rir_add(g->r, PT_RIR_Fn, g->span, pt_rir_text(g->r, pt_rs_text(g, "fn %s", name)).v, 0,
                           pt_rir_text(g->r, "R<()>").v, body.v));
    PtRirId call = pt_rs_try(g, pt_rs_call(g, name, 0));
    pt_vec_push(g->arena, calls, pt_rir_add(g->r, PT_RIR_Expr, g->span, call.v, 0, 0, 0));
    frame->stmts = (PtRirVec){0};
}

static uint32_t count_statements(const PtRir *r, PtRirId id);

static uint32_t count_list(const PtRir *r, PtRirList list)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < pt_rir_len(r, list); i++)
        n += count_statements(r, pt_rir_at(r, list, i));
    return n;
}

/* Statements in a tree, nested ones counted. */
static uint32_t count_statements(const PtRir *r, PtRirId id)
{
    if (!id.v)
        return 0;
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Let: return 1 + count_statements(r, pt_rir_Let_init(r, id));
    case PT_RIR_Expr: return 1 + count_statements(r, pt_rir_Expr_value(r, id));
    case PT_RIR_Block: return count_list(r, pt_rir_Block_stmts(r, id));
    case PT_RIR_If: return count_statements(r, pt_rir_If_then(r, id)) + count_statements(r, pt_rir_If_orelse(r, id));
    case PT_RIR_Loop: return count_statements(r, pt_rir_Loop_body(r, id));
    case PT_RIR_While: return count_statements(r, pt_rir_While_body(r, id));
    case PT_RIR_For: return count_statements(r, pt_rir_For_body(r, id));
    default: return 0;
    }
}

static void lower_cut_body(PtGen *g, PtHirList list, PtFrame *frame, PtRirVec *calls)
{
    const PtHir *h = g->h;
    uint32_t count = 0, counted = 0;
    for (uint32_t i = 0; i < pt_hir_len(h, list) && !frame->dead; i++) {
        if (pt_hir_kind(h, pt_hir_at(h, list, i)) == PT_HIR_Stmt) {
            for (; counted < frame->stmts.len; counted++)
                count += count_statements(g->r, frame->stmts.data[counted]);
            if (count >= PT_RIR_CUT) {
                cut_here(g, frame, calls);
                count = counted = 0;
            }
        }
        pt_rir_block_part(g, list, i);
    }
    pt_val_flush(g);
    cut_here(g, frame, calls);
}

static void preset_globals(PtGen *g, const PtHirModule *m, PtRirVec *stmts)
{
    const PtHir *h = g->h;
    PtFrame frame = {0}, *up = g->frame;
    g->frame = &frame;
    for (uint32_t i = 0; i < m->globals.len; i++) {
        PtGlobalId id = m->globals.data[i];
        const PtHirGlobal *global = pt_hir_global(h, id);
        if (!(global->flags & PT_GLOBAL_PRESET) || !g->global_slot[id.v])
            continue;
        const char *name = pt_intern_text(h->names, global->name);
        const char *text = strcmp(name, "__name__") == 0 ? pt_intern_text(h->names, m->name)
                           : strcmp(name, "__file__") == 0 ? m->path : NULL;
        PtRirForm form;
        PtHirConstId doc = pt_hir_unit(h, m->body)->docstring;
        PtRirId value = pt_rs_path(g, pt_rs_text(g, "%s::None", pt_name_py(g, "Value")));
        if (text) {
            PtRirId lit = pt_rs_str_lit(g, text, strlen(text));
            value = pt_rir_add(g->r, PT_RIR_Macro, g->span, pt_rir_text(g->r, pt_name_py(g, "lit")).v,
                               pt_rir_list(g->r, &lit, 1).v, 0, 0);
        } else if (strcmp(name, "__doc__") == 0 && doc.v) {
            value = pt_const_expr(g, doc, &form);
        }
        pt_rs_add_expr(g, pt_rs_method(g, pt_rir_slot(g, id), "set", 1, value));
    }
    g->frame = up;
    for (uint32_t i = 0; i < frame.stmts.len; i++)
        pt_vec_push(g->arena, stmts, frame.stmts.data[i]);
}

/* ---- files ---- */

typedef struct Done {
    PtRirVec out, body; /* items; statements of the body function */
    PtStrMap imports;
    bool dead;
} Done;

static void lower_module(PtGen *g, PtModId module, Done *done)
{
    const PtHirModule *m = pt_hir_module(g->h, module);
    const PtHirUnit *u = pt_hir_unit(g->h, m->body);
    PtFrame frame = {0};
    g->module = module;
    g->unit = m->body;
    g->names = (PtNames){.items = &g->items[module.v]};
    g->out = (PtRirVec){0};
    g->imports = (PtStrMap){0};
    g->frame = &frame;
    g->scope = NULL;
    g->impl = NULL;
    g->comment = 0;
    g->error_name = (PtNameId){0};
    g->span = u->span;
    PtRirVec calls = {0};
    if (g->cut[module.v]) {
        lower_cut_body(g, u->body, &frame, &calls);
        frame.stmts = calls;
    } else {
        pt_rir_block(g, u->body);
        if (!frame.dead)
            pt_rir_comments(g, UINT32_MAX);
    }
    if (!frame.dead || g->cut[module.v])
        done->body = frame.stmts;
    else
        done->body = frame.stmts;
    done->dead = frame.dead && !g->cut[module.v];
    done->out = g->out;
    done->imports = g->imports;
}

/* Marks the imported names that a text mentions: identifiers that no path leads to. */
static void mark_text(PtGen *g, const char *s)
{
    if (*s == '"' || strncmp(s, "b\"", 2) == 0 || *s == '\'')
        return;
    for (char before = 0; *s;) {
        size_t len = 0;
        while (s[len] == '_' || (s[len] >= '0' && s[len] <= '9') || (s[len] >= 'A' && s[len] <= 'Z') ||
               (s[len] >= 'a' && s[len] <= 'z') || (unsigned char)s[len] >= 0x80)
            len++;
        if (len == 0) {
            before = *s++;
            continue;
        }
        if (before != ':' || s[-2] != ':')
            if (pt_strmap_get(&g->imports, s, len))
                pt_strmap_set(g->arena, &g->imports, s, len, 2);
        s += len;
        before = 0;
    }
}

/* A method's own name is none of the crate's; the types that it is given are. */
static const char *generics_of(const char *method)
{
    const char *open = strchr(method, '<');
    return open ? open : "";
}

static void mark_used(PtGen *g, PtRirId id)
{
    PtRirKind kind = pt_rir_kind(g->r, id);
    const PtRirKindInfo *info = pt_rir_kind_info(kind);
    for (int i = 0; i < 4; i++) {
        uint32_t v = g->r->slots[id.v][i];
        if (!v || info->types[i] == PT_RIR_SLOT_NONE || info->types[i] == PT_RIR_SLOT_INT || kind == PT_RIR_Line)
            continue;
        if (info->types[i] == PT_RIR_SLOT_NODE || info->types[i] == PT_RIR_SLOT_OPTNODE)
            mark_used(g, (PtRirId){v});
        else if (info->types[i] == PT_RIR_SLOT_NODES)
            for (uint32_t k = 0; k < pt_rir_len(g->r, (PtRirList){v}); k++)
                mark_used(g, pt_rir_at(g->r, (PtRirList){v}, k));
        else
            mark_text(g, kind == PT_RIR_Method ? generics_of(pt_rir_str(g->r, (PtNameId){v})) : pt_rir_str(g->r, (PtNameId){v}));
    }
}

static int import_rank(const char *s)
{
    bool lower = false;
    for (const char *c = s; *c; c++)
        lower |= *c >= 'a' && *c <= 'z';
    if (!lower)
        return 2;
    return *s >= 'A' && *s <= 'Z';
}

static bool import_less(const char *a, const char *b)
{
    int ra = import_rank(a), rb = import_rank(b);
    return ra != rb ? ra < rb : strcmp(a, b) < 0;
}

/* `use py::{…};`, in rustfmt's order, broken at the width. */
static void add_imports(PtGen *g, const PtStrMap *imports, bool with_sym, PtRirVec *items)
{
    PT_VEC(const char *) names = {0};
    for (uint32_t i = 0; i < imports->entries.len; i++) {
        const char *name = pt_arena_copy(g->arena, imports->entries.data[i].key, imports->entries.data[i].len);
        if (imports->entries.data[i].value != 2 && strcmp(name, "Global") != 0)
            continue;
        if (strcmp(name, "sym") == 0 && !with_sym)
            continue;
        pt_vec_push(g->arena, &names, name);
        for (uint32_t k = names.len - 1; k > 0 && import_less(names.data[k], names.data[k - 1]); k--) {
            const char *swap = names.data[k];
            names.data[k] = names.data[k - 1];
            names.data[k - 1] = swap;
        }
    }
    if (names.len == 0)
        return;
    PtBuf buf = pt_buf_make(g->arena);
    pt_buf_puts(&buf, names.len == 1 ? "use py::" : "use py::{");
    for (uint32_t i = 0; i < names.len; i++)
        pt_buf_printf(&buf, "%s%s", i ? ", " : "", names.data[i]);
    pt_buf_puts(&buf, names.len == 1 ? ";" : "};");
    if (buf.len > 110) {
        buf = pt_buf_make(g->arena);
        pt_buf_puts(&buf, "use py::{\n   ");
        size_t column = 3;
        for (uint32_t i = 0; i < names.len; i++) {
            size_t len = strlen(names.data[i]) + 2;
            if (column + len > 110) {
                pt_buf_puts(&buf, "\n   ");
                column = 3;
            }
            pt_buf_printf(&buf, " %s,", names.data[i]);
            column += len;
        }
        pt_buf_puts(&buf, "\n};");
    }
    pt_rs_add_raw(g, items, pt_buf_text(&buf));
}

static void add_line(PtGen *g, PtRirVec *items)
{
    pt_vec_push(g->arena, items, pt_rir_add(g->r, PT_RIR_Line, (PtSpan){0}, 0, 0, 0, 0));
}

static void add_braced(PtGen *g, PtRirVec *items, const char *head, const PtRirVec *rows)
{
    PtRirList list = pt_rir_list(g->r, rows->data, rows->len);
    pt_vec_push(g->arena, items, pt_rir_add(g->r, PT_RIR_Braced, (PtSpan){0}, pt_rir_text(g->r, head).v, list.v, 0, 0));
}

/* `py::globals! { … }`, and `MODULE` where the module object is used. */
static void add_globals(PtGen *g, PtModId module, PtRirVec *items)
{
    const PtHir *h = g->h;
    const PtHirModule *m = pt_hir_module(h, module);
    PtRirVec rows = {0}, members = {0};
    for (uint32_t i = 0; i < m->globals.len; i++) {
        PtGlobalId id = m->globals.data[i];
        if (g->global_local[id.v] || (!g->global_slot[id.v] && !g->wants_module[module.v]))
            continue;
        const char *name = pt_rir_str(g->r, g->global_name[id.v]);
        const char *python = pt_intern_text(h->names, pt_hir_global(h, id)->name);
        const char *row = pt_rs_text(g, "%s = \"%s\",", name, python);
        pt_vec_push(g->arena, &rows, pt_rir_add(g->r, PT_RIR_Row, (PtSpan){0}, pt_rir_text(g->r, row).v, 0, 0, 0));
        if (!g->wants_module[module.v])
            continue;
        PtRirId pair[2] = {pt_name_symbol(g, pt_hir_global(h, id)->name), pt_rs_ref(g, pt_rs_path(g, name))};
        pt_vec_push(g->arena, &members,
                    pt_rir_add(g->r, PT_RIR_Tuple, (PtSpan){0}, pt_rir_list(g->r, pair, 2).v, 0, 0, 0));
    }
    if (rows.len > 0)
        add_braced(g, items, "py::globals!", &rows);
    if (!g->wants_module[module.v])
        return;
    const char *name = pt_intern_text(h->names, m->name);
    PtRirId info = pt_rs_call(g, pt_rs_text(g, "%s::new", pt_name_py(g, "ModuleInfo")), 3, pt_rs_str_lit(g, name, strlen(name)),
                              pt_rs_str_lit(g, m->path ? m->path : "", strlen(m->path ? m->path : "")),
                              pt_rs_ref(g, pt_rs_array(g, &members)));
    PtHirConstId doc = pt_hir_unit(h, m->body)->docstring;
    if (doc.v && pt_hir_const(h, doc)->kind == PT_HIR_CONST_STR)
        info = pt_rs_method(g, info, "doc", 1, pt_rs_str_lit(g, pt_hir_const(h, doc)->text, pt_hir_const(h, doc)->len));
    if (m->is_package)
        info = pt_rs_method(g, info, "package", 0);
    add_line(g, items);
    pt_vec_push(g->arena, items,
                pt_rir_add(g->r, PT_RIR_Static, (PtSpan){0}, pt_rir_text(g->r, "pub static MODULE").v,
                           pt_rir_text(g->r, "ModuleInfo").v, info.v, 0));
}

static void add_mods(PtGen *g, PtModId module, PtRirVec *items)
{
    const PtHir *h = g->h;
    bool main = pt_hir_module(h, module)->is_main;
    bool any = false;
    for (uint32_t m = 1; m < h->modules.len; m++) {
        const PtHirModule *other = &h->modules.data[m];
        if (other->is_main || other->parent.v != (main ? 0 : module.v))
            continue;
        const char *name = strrchr(pt_name_module(g, (PtModId){m}), ':') + 1;
        pt_rs_add_raw(g, items, pt_rs_text(g, "%smod %s;", main ? "" : "pub ", name));
        any = true;
    }
    if (any)
        add_line(g, items);
}

static void add_allows(PtGen *g, PtRirVec *items)
{
    if (g->allow_case)
        pt_rs_add_raw(g, items, "#![allow(non_snake_case)]");
    if (g->allow_camel)
        pt_rs_add_raw(g, items, "#![allow(non_camel_case_types)]");
    if (g->allow_assign)
        pt_rs_add_raw(g, items, "#![allow(unused_assignments)]");
    if (g->allow_approx)
        pt_rs_add_raw(g, items, "#![allow(clippy::approx_constant)]");
    if (g->allow_acronyms)
        pt_rs_add_raw(g, items, "#![allow(clippy::upper_case_acronyms)]");
    if (g->allow_complex)
        pt_rs_add_raw(g, items, "#![allow(clippy::type_complexity)]");
    if (g->allow_never_loop)
        pt_rs_add_raw(g, items, "#![allow(clippy::never_loop)]");
}

static const char *module_path(PtGen *g, PtModId module)
{
    const PtHirModule *m = pt_hir_module(g->h, module);
    if (m->is_main)
        return "src/main.rs";
    PtBuf buf = pt_buf_make(g->arena);
    pt_buf_puts(&buf, "src");
    for (const char *s = pt_name_module(g, module) + 5; *s; s++) {
        if (*s == ':') {
            pt_buf_putc(&buf, '/');
            s++;
        } else {
            pt_buf_putc(&buf, *s);
        }
    }
    pt_buf_puts(&buf, m->is_package ? "/mod.rs" : ".rs");
    return pt_buf_text(&buf);
}

static void assemble(PtGen *g, PtModId module, const Done *done)
{
    const PtHirModule *m = pt_hir_module(g->h, module);
    PtRirVec items = {0}, body = {0}, globals = {0};
    g->module = module;
    g->imports = done->imports;
    g->span = (PtSpan){0};
    preset_globals(g, m, &body);
    for (uint32_t i = 0; i < done->body.len; i++)
        pt_vec_push(g->arena, &body, done->body.data[i]);
    add_globals(g, module, &globals);
    pt_name_py(g, "R");
    mark_text(g, "R");
    for (uint32_t i = 1; m->is_main && i < g->h->consts.len; i++) {
        const PtHirConst *c = &g->h->consts.data[i];
        if (c->kind == PT_HIR_CONST_STR)
            pt_name_format_members(g, c->text, c->len);
    }
    if (m->is_main && g->member_rows.len > 0) {
        pt_name_py(g, "member");
        mark_text(g, "member");
    }
    for (uint32_t i = 0; i < done->out.len; i++)
        mark_used(g, done->out.data[i]);
    for (uint32_t i = 0; i < body.len; i++)
        mark_used(g, body.data[i]);
    for (uint32_t i = 0; i < globals.len; i++)
        mark_used(g, globals.data[i]);
    PtFrame frame = {.stmts = body, .dead = done->dead};
    PtRirId block = frame.dead ? pt_rs_block_with_tail(g, &frame) : pt_rs_block(g, &frame, pt_rs_path(g, "Ok(())"));
    pt_rs_add_docs(g, &items, "//!", pt_hir_unit(g->h, m->body)->docstring);
    if (items.len > 0)
        add_line(g, &items);
    uint32_t before = items.len;
    if (m->is_main)
        add_allows(g, &items);
    if (items.len > before)
        add_line(g, &items);
    bool own_symbols = g->symbol_rows.len > 0;
    add_mods(g, module, &items);
    add_imports(g, &g->imports, !own_symbols, &items);
    if (own_symbols && !m->is_main && pt_strmap_get(&g->imports, "sym", 3) == 2)
        pt_rs_add_raw(g, &items, "use crate::sym;");
    if (m->is_main)
        pt_rs_add_raw(g, &items, "use std::process::ExitCode;");
    if (own_symbols && m->is_main)
        add_braced(g, &items, "py::program_symbols!", &g->symbol_rows);
    for (uint32_t i = 0; i < globals.len; i++)
        pt_vec_push(g->arena, &items, globals.data[i]);
    if (items.len > 0)
        add_line(g, &items);
    for (uint32_t i = 0; i < done->out.len; i++)
        pt_vec_push(g->arena, &items, done->out.data[i]);
    const char *head = m->is_main ? "fn __main__" : "pub fn init";
    pt_vec_push(g->arena, &items, pt_rir_add(g->r, PT_RIR_Fn, (PtSpan){0}, pt_rir_text(g->r, head).v, 0,
                                             pt_rir_text(g->r, "R<()>").v, block.v));
    if (m->is_main) {
        PtFrame none = {0};
        PtRirId names = own_symbols ? pt_rs_path(g, "sym::PROGRAM") : pt_rs_path(g, "&[]");
        PtRirId members = pt_rs_ref(g, pt_rs_array(g, &g->member_rows));
        PtRirId call = pt_rs_call(g, "py::main", 3, names, members, pt_rs_path(g, "__main__"));
        pt_vec_push(g->arena, &items, pt_rir_add(g->r, PT_RIR_Fn, (PtSpan){0}, pt_rir_text(g->r, "fn main").v, 0,
                                                 pt_rir_text(g->r, "ExitCode").v, pt_rs_block(g, &none, call).v));
    }
    PtRirModule file = {module_path(g, module), pt_rir_list(g->r, items.data, items.len), m->file};
    pt_vec_push(g->arena, &g->r->modules, file);
}

PtRir *pt_rir_lower(PtPass *pass, const PtHir *hir, PtFacts *facts, const PtProject *project)
{
    PtGen *g = pt_arena_zero(pass->scratch, sizeof *g);
    g->pass = pass;
    g->arena = pass->scratch;
    g->h = hir;
    g->project = project;
    g->facts = facts;
    g->r = pt_rir_make(pass->arena, pass->names);
    pt_rir_plan(g);
    pt_typed_plan(g);
    g->global_slot = pt_arena_zero(g->arena, hir->globals.len + 1);
    plan_elision(g);
    pt_name_items(g);
    Done *done = pt_arena_zero(g->arena, (hir->modules.len + 1) * sizeof *done);
    for (uint32_t m = 1; m < hir->modules.len; m++)
        lower_module(g, (PtModId){m}, &done[m]);
    /* The other files first: their members may add symbols to the root. */
    for (uint32_t m = 2; m < hir->modules.len; m++)
        assemble(g, (PtModId){m}, &done[m]);
    assemble(g, (PtModId){1}, &done[1]);
    PtRirModule root = pt_vec_last(&g->r->modules);
    memmove(g->r->modules.data + 1, g->r->modules.data, (g->r->modules.len - 1) * sizeof root);
    g->r->modules.data[0] = root;
    return g->r;
}
