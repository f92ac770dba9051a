/* Finding and parsing the modules of a program; see project.h. */
#include "project/project.h"

#include <string.h>

#include "stdlib/stdlib.h"
#include "syntax/syntax.h"

typedef struct Load {
    PtPass *pass;
    const PtProvider *provider;
    PtProject *project;
    const char *root; /* directory of the script with its slash, "" for the current one */
} Load;

/* Modules compiled into the interpreter win over a file of the same name beside the script. */
static bool is_built_in(const char *name, size_t len)
{
    static const char *const known[] = {
        "_abc",    "_ast",      "_codecs",     "_collections", "_functools", "_imp",     "_io",    "_locale",  "_operator",
        "_signal", "_sre",      "_stat",       "_string",      "_symtable",  "_thread",  "_tracemalloc", "_warnings",
        "_weakref", "atexit",   "builtins",    "errno",        "faulthandler", "gc",     "itertools", "marshal", "posix",
        "pwd",     "sys",       "time",        "xxsubtype",
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i]) == len && memcmp(known[i], name, len) == 0)
            return true;
    return false;
}

uint32_t pt_project_find(const PtProject *project, PtNameId name)
{
    return pt_map_get(&project->by_name, name.v);
}

PtNameId pt_project_absolute(const PtProject *project, PtInterner *names, uint32_t from, uint32_t level, PtNameId module)
{
    if (!level)
        return module;
    const PtProjectModule *m = &project->modules.data[from];
    uint32_t package = m->is_package ? from : m->parent;
    for (uint32_t i = 1; i < level && package; i++)
        package = project->modules.data[package].parent;
    if (!package)
        return PT_NAME_NONE;
    PtNameId base = project->modules.data[package].name;
    if (!module.v)
        return base;
    char text[1024];
    uint32_t a = pt_intern_len(names, base), b = pt_intern_len(names, module);
    if (a + b + 2 > sizeof text)
        return PT_NAME_NONE;
    memcpy(text, pt_intern_text(names, base), a);
    text[a] = '.';
    memcpy(text + a + 1, pt_intern_text(names, module), b);
    return pt_intern_add(names, text, a + 1 + b);
}

static PtStatus read_source(Load *l, const char *path, PtProjectModule *m)
{
    const char *bytes;
    size_t len;
    PtStatus status = l->provider->read(l->provider->context, l->pass->arena, path, &bytes, &len);
    if (status == PT_STATUS_IS_DIRECTORY && l->project->modules.len > 1)
        return PT_STATUS_NOT_FOUND; /* a folder called `name.py` is no module */
    if (status != PT_STATUS_OK)
        return status;
    m->path = path;
    const PtSource *source = pt_source_decode(l->pass, path, bytes, len);
    if (!source)
        return PT_STATUS_OK;
    m->file = source->file;
    m->ast = pt_syntax_parse(l->pass, source);
    return PT_STATUS_OK;
}

/* Path of a dotted name below the root, with this ending. */
static const char *path_of(Load *l, const char *name, const char *ending)
{
    PtBuf buf = pt_buf_make(l->pass->arena);
    pt_buf_puts(&buf, l->root);
    for (const char *c = name; *c; c++)
        pt_buf_putc(&buf, *c == '.' ? '/' : *c);
    pt_buf_puts(&buf, ending);
    return pt_buf_text(&buf);
}

static uint32_t add_module(Load *l, PtProjectModule m)
{
    uint32_t id = l->project->modules.len;
    pt_vec_push(l->pass->arena, &l->project->modules, m);
    pt_map_set(l->pass->arena, &l->project->by_name, m.name.v, id);
    return id;
}

/* The module of one dotted name whose parent is known already (0 for a top-level name); 0 when there is none. */
static uint32_t load_one(Load *l, PtNameId name, uint32_t parent)
{
    uint32_t known = pt_project_find(l->project, name);
    if (known)
        return known;
    const char *text = pt_intern_text(l->pass->names, name);
    if (!parent && is_built_in(text, strlen(text)))
        return 0;
    PtProjectModule m = {.name = name, .parent = parent, .is_package = true};
    PtStatus status = read_source(l, path_of(l, text, "/__init__.py"), &m);
    if (status == PT_STATUS_NOT_FOUND) {
        m.is_package = false;
        status = read_source(l, path_of(l, text, ".py"), &m);
    }
    if (status == PT_STATUS_NOT_FOUND)
        return 0;
    if (status != PT_STATUS_OK)
        pt_diag_emit(l->pass->diags, PT_DIAG_MODULE_UNREADABLE, PT_SPAN_NONE, "module '%s': %s", text, pt_status_text(status));
    return add_module(l, m);
}

static PtNameId prefix(Load *l, PtNameId name, size_t len)
{
    return pt_intern_add(l->pass->names, pt_intern_text(l->pass->names, name), len);
}

/* A directory without __init__ is a package when the module wanted from it exists. */
static uint32_t load_namespace(Load *l, PtNameId package, PtNameId wanted, uint32_t parent)
{
    PtStdModId std = pt_stdlib_module(pt_intern_text(l->pass->names, package), pt_intern_len(l->pass->names, package));
    if (std.v)
        return 0;
    const char *text = pt_intern_text(l->pass->names, wanted);
    const char *bytes;
    size_t len;
    if (l->provider->read(l->provider->context, l->pass->scratch, path_of(l, text, ".py"), &bytes, &len) != PT_STATUS_OK &&
        l->provider->read(l->provider->context, l->pass->scratch, path_of(l, text, "/__init__.py"), &bytes, &len) != PT_STATUS_OK)
        return 0;
    return add_module(l, (PtProjectModule){.name = package, .path = path_of(l, pt_intern_text(l->pass->names, package), ""),
                                           .parent = parent, .is_package = true});
}

/* Loads every prefix of a dotted name and notes them as imports of `from`; 0 when one is missing. */
static uint32_t load_dotted(Load *l, uint32_t from, PtNameId name)
{
    const char *text = pt_intern_text(l->pass->names, name);
    uint32_t parent = 0;
    for (const char *dot = text;; dot++) {
        dot = strchr(dot, '.');
        size_t len = dot ? (size_t)(dot - text) : strlen(text);
        PtNameId part = prefix(l, name, len);
        text = pt_intern_text(l->pass->names, name);
        uint32_t id = load_one(l, part, parent);
        if (!id && dot) {
            const char *next = strchr(text + len + 1, '.');
            PtNameId wanted = prefix(l, name, next ? (size_t)(next - text) : strlen(text));
            text = pt_intern_text(l->pass->names, name);
            id = load_namespace(l, part, wanted, parent);
        }
        if (!id)
            return 0;
        pt_vec_push(l->pass->arena, &l->project->modules.data[from].imports, id);
        parent = id;
        if (!dot)
            return id;
        dot = text + len;
    }
}

static void load_from(Load *l, uint32_t from, const PtAst *ast, PtNodeId stmt)
{
    PtNameId base = pt_project_absolute(l->project, l->pass->names, from, pt_ImportFrom_level(ast, stmt), pt_ImportFrom_module(ast, stmt));
    if (!base.v)
        return;
    uint32_t module = load_dotted(l, from, base);
    PtNodeList names = pt_ImportFrom_names(ast, stmt);
    for (uint32_t i = 0; i < names.len; i++) {
        PtNameId name = pt_alias_name(ast, pt_ast_at(ast, names, i));
        if (module && !l->project->modules.data[module].is_package)
            continue;
        PtBuf full = pt_buf_make(l->pass->arena);
        pt_buf_printf(&full, "%s.%s", pt_intern_text(l->pass->names, base), pt_intern_text(l->pass->names, name));
        PtNameId dotted = pt_intern_add(l->pass->names, full.data, full.len);
        if (strcmp(pt_intern_text(l->pass->names, name), "*") != 0)
            load_dotted(l, from, dotted);
    }
}

/* Every import statement of a tree, wherever it stands. */
static void load_imports(Load *l, uint32_t from)
{
    const PtAst *ast = l->project->modules.data[from].ast;
    for (uint32_t i = 1; ast && i < ast->node_count; i++) {
        PtNodeId node = {i};
        if (pt_ast_kind(ast, node) == PT_NODE_ImportFrom)
            load_from(l, from, ast, node);
        if (pt_ast_kind(ast, node) != PT_NODE_Import)
            continue;
        PtNodeList names = pt_Import_names(ast, node);
        for (uint32_t k = 0; k < names.len; k++)
            load_dotted(l, from, pt_alias_name(ast, pt_ast_at(ast, names, k)));
    }
}

/* Can `at` come back to `target` through imports? `seen` bounds the walk; an explicit stack bounds the depth. */
static bool reaches(Load *l, uint32_t target, bool *seen)
{
    PT_VEC(uint32_t) work = {0};
    pt_vec_push(l->pass->scratch, &work, target);
    while (work.len) {
        const PtProjectModule *m = &l->project->modules.data[pt_vec_pop(&work)];
        for (uint32_t i = 0; i < m->imports.len; i++) {
            uint32_t next = m->imports.data[i];
            if (next == target)
                return true;
            if (!seen[next]) {
                seen[next] = true;
                pt_vec_push(l->pass->scratch, &work, next);
            }
        }
    }
    return false;
}

PtProject *pt_project_load(PtPass *pass, const PtProvider *provider, const char *path, PtStatus *status)
{
    Load l = {pass, provider, pt_arena_new(pass->arena, PtProject), ""};
    const char *slash = strrchr(path, '/');
    if (slash)
        l.root = pt_arena_copy(pass->arena, path, (size_t)(slash - path) + 1);
    pt_vec_push(pass->arena, &l.project->modules, (PtProjectModule){0});
    PtProjectModule script = {.name = pt_intern_cstr(pass->names, "__main__")};
    *status = read_source(&l, path, &script);
    if (*status != PT_STATUS_OK)
        return NULL;
    add_module(&l, script);
    for (uint32_t i = 1; i < l.project->modules.len; i++)
        load_imports(&l, i);
    for (uint32_t i = 1; i < l.project->modules.len; i++) {
        bool *seen = pt_arena_array(pass->scratch, bool, l.project->modules.len);
        l.project->modules.data[i].in_cycle = reaches(&l, i, seen);
    }
    return l.project;
}
