/* Every name of the crate comes from here. Python's names are kept; one that Rust or the crate needs for itself gets
   a trailing `_`, a second meaning of a name in one scope a number. Items (functions, statics, classes) are named
   before any body is lowered, and no local takes the name of an item, because a pattern would then mean the item. */
#include <ctype.h>
#include <string.h>

#include "rir/rir_lower.h"

/* Rust's keywords up to "try", then what the crate means by a name. */
static const char *const reserved[] = {
    "_", "as", "break", "const", "continue", "crate", "else", "enum", "extern", "false", "fn", "for", "if", "impl", "in",
    "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self", "static", "struct", "super",
    "trait", "true", "type", "unsafe", "use", "where", "while", "async", "await", "dyn", "abstract", "become", "box",
    "do", "final", "macro", "override", "priv", "typeof", "unsized", "virtual", "yield", "try", "union", "gen",
    "py", "sym", "member", "exc", "main", "std", "core", "alloc", "Ok", "Err", "Some", "None", "Value", "R", "Cell", "Flow",
    "Step", "Param", "FnInfo", "Function", "Namespace", "ModuleInfo", "Module", "Args", "ArgList", "Const", "PyErr",
    "GenExpr", "List", "Dict", "Set", "text", "Slot", "Global", "Iter", "Str", "Sym", "Class", "Ref", "Vec", "String", "Option", "Result", "Box", "i64",
    "f64", "bool", "str", "u8", "char", "usize", "lit", "def", "vec", "__main__", "ExitCode", "Copy", "Send", "Sized",
    "Sync", "Drop", "Fn", "FnMut", "FnOnce", "drop", "ToOwned", "Clone", "PartialEq", "PartialOrd", "Eq", "Ord", "AsRef",
    "AsMut", "Into", "From", "Default", "Iterator", "Extend", "IntoIterator", "DoubleEndedIterator", "ExactSizeIterator",
    "ToString", "TryFrom", "TryInto", "FromIterator",
};

static bool is_reserved(const char *name)
{
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(reserved[i], name) == 0)
            return true;
    return false;
}

bool pt_name_is_keyword(const char *name)
{
    for (size_t i = 0; strcmp(reserved[i], "union") != 0; i++)
        if (strcmp(reserved[i], name) == 0)
            return true;
    return false;
}

static bool is_taken(const PtNames *names, const char *name)
{
    size_t len = strlen(name);
    for (; names; names = names->items)
        if (pt_strmap_get(&names->used, name, len))
            return true;
    return false;
}

PtNameId pt_name_take(PtGen *g, PtNames *names, const char *base)
{
    const char *name = base;
    if (is_reserved(name))
        name = pt_rs_text(g, "%s_", base);
    if (is_taken(names, name) && !is_reserved(base))
        name = pt_rs_text(g, "%s_", base);
    for (int i = 2; is_taken(names, name); i++)
        name = pt_rs_text(g, "%s_%d", base, i);
    pt_strmap_set(g->arena, &names->used, name, strlen(name), 1);
    return pt_rir_text(g->r, name);
}

/* Notes that rustc's naming rule for functions and variables is broken by a name that Python gave. */
static void note_case(PtGen *g, const char *name)
{
    bool upper = false;
    for (const char *s = name; *s; s++)
        upper |= isupper((unsigned char)*s) || ((unsigned char)*s >= 0x80);
    size_t len = strlen(name), start = 0;
    while (start < len && name[start] == '_')
        start++;
    while (len > start && name[len - 1] == '_')
        len--;
    for (size_t i = start; i + 1 < len; i++)
        upper |= name[i] == '_' && name[i + 1] == '_';
    g->allow_case |= upper;
}

const char *pt_name_snake(PtGen *g, const char *name)
{
    note_case(g, name);
    return name;
}

const char *pt_name_upper(PtGen *g, const char *name)
{
    char *upper = pt_arena_copy(g->arena, name, strlen(name));
    for (char *s = upper; *s; s++)
        *s = (char)toupper((unsigned char)*s);
    return upper;
}

const char *pt_name_py(PtGen *g, const char *name)
{
    pt_strmap_set(g->arena, &g->imports, name, strlen(name), 1);
    return name;
}

static void load_fixed_symbols(PtGen *g)
{
    static const char *const rows[][2] = {
#define PT_SYMBOL(rust, python) {#rust, python},
#define PT_MEMBER(name)
#if __has_include("symbols.inc")
#include "symbols.inc"
#endif
#undef PT_SYMBOL
#undef PT_MEMBER
        {NULL, NULL}};
    for (size_t i = 0; rows[i][0]; i++)
        pt_strmap_set(g->arena, &g->symbols, rows[i][1], strlen(rows[i][1]), pt_rir_text(g->r, rows[i][0]).v);
}

PtRirId pt_name_symbol(PtGen *g, PtNameId python)
{
    const char *text = pt_intern_text(g->h->names, python);
    size_t len = strlen(text);
    if (g->symbols.entries.len == 0)
        load_fixed_symbols(g);
    uint32_t known = pt_strmap_get(&g->symbols, text, len);
    if (!known) {
        bool keyword = is_reserved(text);
        const char *rust = pt_rs_text(g, keyword || strcmp(text, "PROGRAM") == 0 || strcmp(text, "_") == 0 ? "%s_" : "%s", text);
        if (strcmp(rust, "__") == 0)
            rust = "underscore_";
        known = pt_rir_text(g->r, rust).v;
        pt_strmap_set(g->arena, &g->symbols, text, len, known);
        const char *row = pt_rs_text(g, "%s = \"%s\",", rust, text);
        pt_vec_push(g->arena, &g->symbol_rows,
                    pt_rir_add(g->r, PT_RIR_Row, (PtSpan){0}, pt_rir_text(g->r, row).v, 0, 0, 0));
    }
    pt_strmap_set(g->arena, &g->imports, "sym", 3, 1);
    return pt_rs_path(g, pt_rs_text(g, "sym::%s", pt_rir_str(g->r, (PtNameId){known})));
}

/* What the map of members holds of a name: a member of the runtime, told to `py::main` already or not yet. */
enum { UNTOLD = 1, TOLD };

static void load_members(PtGen *g)
{
    static const char *const rows[] = {
#define PT_SYMBOL(rust, python)
#define PT_MEMBER(name) #name,
#if __has_include("symbols.inc")
#include "symbols.inc"
#endif
#undef PT_SYMBOL
#undef PT_MEMBER
        NULL};
    for (size_t i = 0; rows[i]; i++)
        pt_strmap_set(g->arena, &g->members, rows[i], strlen(rows[i]), UNTOLD);
}

static void tell_member(PtGen *g, const char *text, size_t len)
{
    if (g->members.entries.len == 0)
        load_members(g);
    if (pt_strmap_get(&g->members, text, len) != UNTOLD)
        return;
    pt_strmap_set(g->arena, &g->members, text, len, TOLD);
    pt_vec_push(g->arena, &g->member_rows, pt_rs_path(g, pt_rs_text(g, "member::%.*s", (int)len, text)));
}

PtRirId pt_name_member(PtGen *g, PtNameId python)
{
    const char *text = pt_intern_text(g->h->names, python);
    tell_member(g, text, strlen(text));
    return pt_name_symbol(g, python);
}

void pt_name_format_members(PtGen *g, const char *text, size_t len)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_0123456789";
    if (!memchr(text, '{', len))
        return;
    for (size_t i = 0; i < len; i++) {
        size_t end = i + 1;
        while (text[i] == '.' && end < len && strchr(letters, text[end]) && text[end])
            end++;
        if (end > i + 1)
            tell_member(g, text + i + 1, end - i - 1);
    }
}

const char *pt_name_module(PtGen *g, PtModId module)
{
    const PtHirModule *m = pt_hir_module(g->h, module);
    if (m->is_main)
        return "crate";
    PtBuf buf = pt_buf_make(g->arena);
    pt_buf_puts(&buf, "crate::");
    for (const char *s = pt_intern_text(g->h->names, m->name); *s;) {
        size_t len = strcspn(s, ".");
        char *part = pt_arena_copy(g->arena, s, len);
        pt_buf_puts(&buf, part);
        if (is_reserved(part))
            pt_buf_puts(&buf, "_");
        s += len;
        if (*s == '.') {
            pt_buf_puts(&buf, "::");
            s++;
        }
    }
    return pt_buf_text(&buf);
}

PtRirId pt_name_in_module(PtGen *g, PtModId module, PtNameId name)
{
    const char *text = pt_rir_str(g->r, name);
    if (module.v == g->module.v)
        return pt_rs_path(g, text);
    return pt_rs_path(g, pt_rs_text(g, "%s::%s", pt_name_module(g, module), text));
}

/* Rust's name for a function that has no name of its own, or lies inside another: outer_inner. */
static const char *nested_name(PtGen *g, PtUnitId unit)
{
    const PtHirUnit *u = pt_hir_unit(g->h, unit);
    const char *own = pt_intern_text(g->h->names, u->name);
    if (own[0] == '<')
        own = strcmp(own, "<lambda>") == 0 ? "lambda" : "generator";
    for (PtUnitId up = u->parent; up.v; up = pt_hir_unit(g->h, up)->parent) {
        const PtHirUnit *parent = pt_hir_unit(g->h, up);
        const char *name = pt_intern_text(g->h->names, parent->name);
        if (parent->kind == PT_UNIT_MODULE)
            break;
        if (name[0] != '<')
            own = pt_rs_text(g, "%s_%s", name, own);
    }
    return own;
}

static void name_unit(PtGen *g, PtUnitId unit)
{
    const PtHirUnit *u = pt_hir_unit(g->h, unit);
    const char *name = pt_intern_text(g->h->names, u->name);
    PtNames *scope = &g->items[u->module.v];
    if (u->kind == PT_UNIT_MODULE)
        return;
    if (u->kind == PT_UNIT_CLASS) {
        g->unit_fn[unit.v] = pt_name_take(g, scope, name);
        const char *own = pt_rir_str(g->r, g->unit_fn[unit.v]);
        bool lower = false;
        for (const char *c = own; *c; c++)
            lower |= islower((unsigned char)*c) != 0;
        g->allow_acronyms |= !lower && strlen(own) > 2;
        g->allow_camel |= !isupper((unsigned char)own[0]) || strchr(own + 1, '_') != NULL;
        pt_name_take(g, &g->class_items[unit.v], "class_body");
        return;
    }
    bool method = u->kind == PT_UNIT_DEF && pt_hir_unit(g->h, u->parent)->kind == PT_UNIT_CLASS;
    if (method)
        scope = &g->class_items[u->parent.v];
    else
        name = nested_name(g, unit);
    g->unit_fn[unit.v] = pt_name_take(g, scope, pt_name_snake(g, name));
}

static void name_globals(PtGen *g)
{
    const PtHir *h = g->h;
    for (uint32_t i = 1; i < h->globals.len; i++) {
        const PtHirGlobal *global = &h->globals.data[i];
        if (g->global_local[i])
            continue;
        const char *name = pt_name_upper(g, pt_intern_text(h->names, global->name));
        PtNames *scope = &g->items[global->module.v];
        if (is_taken(scope, name) && (global->flags & PT_GLOBAL_STABLE_CLASS))
            name = pt_rs_text(g, "%s_CLASS", name);
        g->global_name[i] = pt_name_take(g, scope, name);
    }
}

void pt_name_items(PtGen *g)
{
    const PtHir *h = g->h;
    g->items = pt_arena_zero(g->arena, (h->modules.len + 1) * sizeof *g->items);
    g->class_items = pt_arena_zero(g->arena, (h->units.len + 1) * sizeof *g->class_items);
    g->unit_fn = pt_arena_zero(g->arena, (h->units.len + 1) * sizeof *g->unit_fn);
    g->global_name = pt_arena_zero(g->arena, (h->globals.len + 1) * sizeof *g->global_name);
    for (uint32_t m = 1; m < h->modules.len; m++) {
        pt_name_take(g, &g->items[m], "init");
        pt_name_take(g, &g->items[m], "module");
    }
    /* Plain functions and classes first: they keep their names, lambdas and inner functions move. */
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t u = 1; u < h->units.len; u++) {
            const PtHirUnit *unit = &h->units.data[u];
            bool top = unit->kind == PT_UNIT_CLASS ||
                       (unit->kind == PT_UNIT_DEF && pt_hir_unit(h, unit->parent)->kind == PT_UNIT_MODULE);
            if (top == (pass == 0))
                name_unit(g, (PtUnitId){u});
        }
    name_globals(g);
}

const char *pt_name_std_module(PtGen *g, PtStdModId module)
{
    const char *name = pt_stdlib_module_info(module).name;
    char *ident = pt_arena_copy(g->arena, name, strlen(name));
    for (char *s = ident; *s; s++)
        *s = *s == '.' ? '_' : *s;
    return pt_name_is_keyword(ident) ? pt_rs_text(g, "%s_", ident) : ident;
}
