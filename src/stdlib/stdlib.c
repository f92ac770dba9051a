/* Lookup in the library tables; see stdlib.h. */
#include "stdlib/stdlib.h"

#include <string.h>

enum { MODULE_NONE,
#define PT_STDMOD(ident, name, state) MODULE_##ident,
#include "stdlib/module.def"
       MODULE_COUNT };

/* `bool` names a row here, not C's type. */
#pragma push_macro("bool")
#undef bool

/* Row numbers: a module's rows are consecutive from FIRST_module up to END_module. */
enum { ROW_NONE,
#define PT_STD_BEGIN(ident) FIRST_##ident, BEFORE_##ident = FIRST_##ident - 1,
#define PT_STD_ROW(ident, name, kind, min, max, direct, arity, native, signature, effects, raises) ROW_##ident##_##name,
#define PT_STD_END(ident) END_##ident, LAST_##ident = END_##ident - 1,
#include "stdlib/rows.def"
       ROW_COUNT };

static const PtStdRow rows[ROW_COUNT] = {
#define PT_STD_BEGIN(ident)
#define PT_STD_ROW(ident, name, kind, min, max, direct, arity, native, signature, effects, raises) \
    [ROW_##ident##_##name] = {{MODULE_##ident}, #name, PT_STD_##kind, min, max, direct, arity, native, signature, effects, raises},
#define PT_STD_END(ident)
#include "stdlib/rows.def"
};

#pragma pop_macro("bool")

typedef struct Range {
    uint16_t first, count;
} Range;
static const Range ranges[MODULE_COUNT] = {
#define PT_STD_BEGIN(ident) [MODULE_##ident] = {FIRST_##ident, END_##ident - FIRST_##ident},
#define PT_STD_ROW(...)
#define PT_STD_END(ident)
#include "stdlib/rows.def"
};

static const struct {
    const char *name;
    PtStdModuleState state;
} modules[MODULE_COUNT] = {
    {"", PT_STDMOD_REFUSED},
#define PT_STDMOD(ident, name, state) {name, PT_STDMOD_##state},
#include "stdlib/module.def"
};

static bool same(const char *known, const char *name, size_t len)
{
    return strncmp(known, name, len) == 0 && known[len] == 0;
}

PtStdModId pt_stdlib_module(const char *name, size_t len)
{
    for (uint32_t i = 1; i < MODULE_COUNT; i++)
        if (same(modules[i].name, name, len))
            return (PtStdModId){i};
    return (PtStdModId){0};
}

PtStdId pt_stdlib_member(PtStdModId module, const char *name, size_t len)
{
    Range range = ranges[module.v];
    for (uint32_t i = 0; i < range.count; i++)
        if (same(rows[range.first + i].name, name, len))
            return (PtStdId){range.first + i};
    return (PtStdId){0};
}

PtStdModule pt_stdlib_module_info(PtStdModId module)
{
    Range range = ranges[module.v];
    return (PtStdModule){modules[module.v].name, modules[module.v].state, range.first, range.count};
}

const PtStdRow *pt_stdlib_row(PtStdId row)
{
    return &rows[row.v];
}

uint32_t pt_stdlib_module_count(void)
{
    return MODULE_COUNT - 1;
}

uint32_t pt_stdlib_row_count(void)
{
    return ROW_COUNT - 1;
}
