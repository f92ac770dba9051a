/* Modules of a program: finds and parses the script and every module of the user that it can import, before anything is
   lowered. Sources come through a provider (disk, or memory in a service), so that this room touches no file itself.

   Search path: the directory of the script, as CPython has it first. A name that is found nowhere there is a library
   module (stdlib/module.def) or missing; the lowering decides what an import of it means. */
#ifndef PT_PROJECT_PROJECT_H
#define PT_PROJECT_PROJECT_H

#include "base/map.h"
#include "base/status.h"
#include "diag/pass.h"
#include "syntax/ast.h"

typedef struct PtProvider {
    void *context;
    /* The bytes of a file, in `arena`. PT_STATUS_NOT_FOUND when there is no such file (or it is a directory). */
    PtStatus (*read)(void *context, PtArena *arena, const char *path, const char **bytes, size_t *len);
} PtProvider;

typedef struct PtProjectModule {
    PtNameId name;     /* dotted; "__main__" for the script */
    const char *path;
    uint32_t file;     /* source number; 0 for a package without __init__ */
    const PtAst *ast;  /* NULL for a package without __init__, or after syntax errors (reported) */
    uint32_t parent;   /* index of the package module; 0 = none */
    bool is_package;
    bool in_cycle;     /* can import itself through others */
    PT_VEC(uint32_t) imports; /* modules it names in import statements, parents included */
} PtProjectModule;

typedef struct PtProject {
    PT_VEC(PtProjectModule) modules; /* [0] unused, [1] the script */
    PtMap by_name;                   /* PtNameId → index */
} PtProject;

/* Loads the script and, through its imports, all modules of the program. NULL when the script itself cannot be read
   (`status` says why); faults inside sources are diagnostics. Lives in pass->arena. */
PtProject *pt_project_load(PtPass *pass, const PtProvider *provider, const char *path, PtStatus *status);

/* The module of a dotted name, 0 when the program has none. */
uint32_t pt_project_find(const PtProject *project, PtNameId name);
/* The absolute dotted name that `from <level dots><module> import` means inside module `from`; none when the dots lead
   out of the package. */
PtNameId pt_project_absolute(const PtProject *project, PtInterner *names, uint32_t from, uint32_t level, PtNameId module);

#endif
