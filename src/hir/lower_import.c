/* Lowering of imports. A module of the program runs at the place of its first import; a known library module is a value;
   an unknown one raises at run time, where the program may catch it; a known but unsupported one is refused. */
#include <string.h>

#include "hir/lower_internal.h"

static PtStdModId std_module(const PtLower *l, PtNameId name)
{
    return pt_stdlib_module(pt_lower_text(l, name), pt_intern_len(l->h->names, name));
}

static PtNameId prefix(PtLower *l, PtNameId name, const char *dot)
{
    const char *text = pt_lower_text(l, name);
    return dot ? pt_intern_add(l->h->names, text, (size_t)(dot - text)) : name;
}

static PtHirId import_missing(PtLower *l, PtNameId name)
{
    const char *t = pt_lower_text(l, name);
    PtHirConstId text = pt_hir_const_text(l->h, PT_HIR_CONST_STR, t, pt_intern_len(l->h->names, name));
    return pt_lower_emit(l, PT_HIR_ImportMissing, text.v, 0, 0, 0);
}

static PtHirId import_std(PtLower *l, PtStdModId std)
{
    PtStdModule info = pt_stdlib_module_info(std);
    if (info.state == PT_STDMOD_REFUSED)
        pt_lower_refuse(l, PT_DIAG_MODULE_REFUSED, l->span, "module '%s' is not supported", info.name);
    return pt_lower_emit(l, PT_HIR_LoadStdModule, std.v, 0, 0, 0);
}

/* Imports every prefix of a dotted name in order. *first gets the value of the first, the result is the last's. The
   message for a missing part names the first part that is missing; a part below something that is no package has a
   longer one. */
static PtHirId import_dotted(PtLower *l, PtNameId name, PtHirId *first)
{
    const char *dot = pt_lower_text(l, name);
    PtHirId last = {0};
    bool user_package = true;
    size_t start = 0;
    for (bool more = true; more;) {
        dot = strchr(pt_lower_text(l, name) + start, '.');
        more = dot != NULL;
        size_t end = dot ? (size_t)(dot - pt_lower_text(l, name)) : 0;
        PtNameId part = prefix(l, name, dot);
        uint32_t user = pt_project_find(l->program->project, part);
        if (user == 1 && !last.v) {
            pt_lower_refuse(l, PT_DIAG_SYNTAX_REFUSED, l->span, "importing the running script is not supported");
            last = pt_lower_none(l);
        } else if (user) {
            last = pt_lower_emit(l, PT_HIR_ImportModule, user, 0, 0, 0);
            user_package = l->program->project->modules.data[user].is_package;
        } else if (std_module(l, part).v) {
            last = import_std(l, std_module(l, part));
            user_package = true;
        } else if (user_package) {
            last = import_missing(l, part);
            more = false;
        } else {
            PtBuf text = pt_buf_make(l->pass->scratch);
            const char *t = pt_lower_text(l, part);
            pt_buf_printf(&text, "%s'; '%.*s' is not a package", t, (int)(strrchr(t, '.') - t), t);
            last = import_missing(l, pt_intern_add(l->h->names, text.data, text.len));
            more = false;
        }
        if (!first->v)
            *first = last;
        start = end + 1;
    }
    return last;
}

void pt_lower_import(PtLower *l, PtNodeId node)
{
    PtNodeList names = pt_Import_names(l->ast, node);
    for (uint32_t i = 0; i < names.len; i++) {
        PtNodeId alias = pt_ast_at(l->ast, names, i);
        PtNameId name = pt_alias_name(l->ast, alias), as = pt_alias_asname(l->ast, alias);
        PtHirId first = {0}, last = import_dotted(l, name, &first);
        if (as.v)
            pt_lower_store(l, as, last);
        else
            pt_lower_store(l, prefix(l, name, strchr(pt_lower_text(l, name), '.')), first);
    }
}

/* ---- from … import ---- */

static PtNameId join(PtLower *l, PtNameId base, PtNameId name)
{
    PtBuf buf = pt_buf_make(l->pass->scratch);
    pt_buf_printf(&buf, "%s.%s", pt_lower_text(l, base), pt_lower_text(l, name));
    return pt_intern_add(l->h->names, buf.data, buf.len);
}

static PtHirId from_user(PtLower *l, uint32_t module, PtNameId base, PtNameId name)
{
    PtGlobalId id = pt_hir_find_global(l->h, (PtModId){module}, name);
    bool stored = id.v && pt_hir_global(l->h, id)->stores;
    uint32_t sub = pt_project_find(l->program->project, join(l, base, name));
    /* A package that imports its own submodule stores it under that name itself. */
    if (sub && (!stored || module == l->module.v))
        return pt_lower_emit(l, PT_HIR_ImportModule, sub, 0, 0, 0);
    if (stored)
        l->h->globals.data[id.v].flags |= PT_GLOBAL_IMPORTED;
    return pt_lower_emit(l, PT_HIR_ImportFrom, module, name.v, stored ? id.v : 0, 0);
}

static PtHirId from_std(PtLower *l, PtStdModId std, PtNameId base, PtNameId name)
{
    PtStdModule info = pt_stdlib_module_info(std);
    PtStdId row = pt_stdlib_member(std, pt_lower_text(l, name), pt_intern_len(l->h->names, name));
    if (row.v)
        return pt_lower_emit(l, PT_HIR_LoadKnown, row.v, 0, 0, 0);
    PtStdModId sub = std_module(l, join(l, base, name));
    if (sub.v)
        return import_std(l, sub);
    if (info.state == PT_STDMOD_SUPPORTED)
        pt_lower_refuse(l, PT_DIAG_MEMBER_REFUSED, l->span, "'%s.%s' is not supported", info.name, pt_lower_text(l, name));
    return pt_lower_none(l);
}

static bool is_hidden(const PtLower *l, PtNameId name)
{
    return pt_lower_text(l, name)[0] == '_';
}

/* The names in a module's `__all__` when that is one list or tuple of constants; false when there is no such thing. */
static bool all_names(PtLower *l, uint32_t module, PtMap *out)
{
    const PtScopes *s = l->program->scopes[module];
    const PtScopeName *n = pt_scope_name(s, 1, pt_intern_cstr(l->h->names, "__all__"));
    if (!n || n->stores != 1 || !n->binder.v || pt_ast_kind(s->ast, n->binder) != PT_NODE_Assign)
        return false;
    PtNodeId value = pt_Assign_value(s->ast, n->binder);
    PtNodeKind kind = pt_ast_kind(s->ast, value);
    if (kind != PT_NODE_List && kind != PT_NODE_Tuple)
        return false;
    PtNodeList items = kind == PT_NODE_List ? pt_List_elts(s->ast, value) : pt_Tuple_elts(s->ast, value);
    for (uint32_t i = 0; i < items.len; i++) {
        PtNodeId item = pt_ast_at(s->ast, items, i);
        if (pt_ast_kind(s->ast, item) != PT_NODE_Constant)
            return false;
        PtConst c = pt_ast_const(s->ast, item);
        pt_map_set(l->pass->scratch, out, pt_intern_add(l->h->names, c.text, c.len).v, 1);
    }
    return true;
}

static void star_user(PtLower *l, uint32_t module)
{
    if (!l->program->scopes[module])
        return;
    PtMap listed = {0};
    bool all = all_names(l, module, &listed);
    PtWords pairs = {0};
    uint32_t count = pt_hir_module(l->h, (PtModId){module})->globals.len;
    for (uint32_t i = 0; i < count; i++) {
        PtGlobalId from = pt_hir_module(l->h, (PtModId){module})->globals.data[i];
        PtHirGlobal *g = &l->h->globals.data[from.v];
        if (!g->stores || (all ? !pt_map_has(&listed, g->name.v) : is_hidden(l, g->name)))
            continue;
        g->flags |= PT_GLOBAL_IMPORTED;
        PtHirStar star = {from, pt_hir_add_global(l->h, l->module, g->name)};
        pt_vec_push(l->h->arena, &l->h->stars, star);
        pt_vec_push(l->pass->scratch, &pairs, l->h->stars.len - 1);
    }
    pt_lower_emit(l, PT_HIR_ImportStar, module, pt_lower_list(l, &pairs).v, 0, 0);
}

static void star_std(PtLower *l, PtStdModId std)
{
    PtStdModule info = pt_stdlib_module_info(std);
    for (uint32_t i = 0; i < info.count; i++) {
        PtStdId row = {info.first + i};
        PtNameId name = pt_intern_cstr(l->h->names, pt_stdlib_row(row)->name);
        if (is_hidden(l, name))
            continue;
        pt_lower_store(l, name, pt_lower_emit(l, PT_HIR_LoadKnown, row.v, 0, 0, 0));
    }
}

void pt_lower_import_from(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    uint32_t level = pt_ImportFrom_level(ast, node);
    PtNameId module = pt_ImportFrom_module(ast, node);
    PtNodeList names = pt_ImportFrom_names(ast, node);
    if (!level && strcmp(pt_lower_text(l, module), "__future__") == 0)
        return;
    PtNameId base = pt_project_absolute(l->program->project, l->h->names, l->module.v, level, module);
    if (!base.v) {
        PtWords args = {0};
        static const char text[] = "attempted relative import with no known parent package";
        pt_lower_add_arg(l, &args, PT_ARG_POSITIONAL, PT_NAME_NONE, pt_lower_str(l, text, sizeof text - 1));
        PtKnown error = {.kind = PT_KNOWN_ROW, .row = pt_stdlib_member(PT_STD_BUILTINS, "ImportError", 11)};
        pt_lower_emit(l, PT_HIR_Raise, pt_lower_call_value(l, error, (PtHirId){0}, &args).v, 0, 0, 0);
        return;
    }
    PtHirId first = {0};
    uint32_t user = pt_project_find(l->program->project, base);
    PtStdModId std = user ? (PtStdModId){0} : std_module(l, base);
    if (std.v && pt_stdlib_module_info(std).state == PT_STDMOD_REFUSED) {
        import_std(l, std);
        return;
    }
    if (!std.v)
        import_dotted(l, base, &first);
    for (uint32_t i = 0; i < names.len; i++) {
        PtNodeId alias = pt_ast_at(ast, names, i);
        PtNameId name = pt_alias_name(ast, alias), as = pt_alias_asname(ast, alias);
        if (strcmp(pt_lower_text(l, name), "*") == 0) {
            if (user)
                star_user(l, user);
            else if (std.v)
                star_std(l, std);
            return;
        }
        l->span = pt_ast_span(ast, alias);
        PtHirId value = user ? from_user(l, user, base, name) : std.v ? from_std(l, std, base, name) : pt_lower_none(l);
        pt_lower_store(l, as.v ? as : name, value);
    }
}
