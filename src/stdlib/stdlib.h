/* What the compiler knows of Python's builtins and standard library: one row per name, from module.def and one
   <module>.def per supported module. Rows are constant tables; ids are stable within a build. */
#ifndef PT_STDLIB_STDLIB_H
#define PT_STDLIB_STDLIB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct PtStdId { uint32_t v; } PtStdId;       /* row; 0 = none */
typedef struct PtStdModId { uint32_t v; } PtStdModId; /* module; 0 = none, 1 = builtins */
#define PT_STD_BUILTINS ((PtStdModId){1})

typedef enum PtStdModuleState {
    PT_STDMOD_SUPPORTED, /* has rows; members without a row are refused */
    PT_STDMOD_REFUSED,   /* exists in CPython 3.11; an import of it is refused with a code */
} PtStdModuleState;

typedef struct PtStdModule {
    const char *name;  /* dotted */
    PtStdModuleState state;
    uint32_t first, count; /* rows: ids [first, first + count) */
} PtStdModule;

typedef enum PtStdKind {
    PT_STD_FUNC,  /* function: direct and native paths */
    PT_STD_CLASS, /* type: calling it makes an instance through the paths; as a value it is the type object */
    PT_STD_CONST, /* value: `direct` is a path of type fn() -> Value */
    PT_STD_EXC,   /* exception class */
} PtStdKind;

/* What a call does besides computing its result. */
enum {
    PT_STD_PURE = 0,
    PT_STD_IO = 1,      /* reads or writes the outside */
    PT_STD_MUTATES = 2, /* changes an argument */
    PT_STD_CALLS = 4,   /* may call back into user code beyond the arguments' dunders */
    PT_STD_STATE = 8,   /* depends on or changes hidden state (random, time) */
    PT_STD_ANNOTATIONS = 16, /* reads the annotations of functions */
    PT_STD_ATTRIBUTES = 256, /* sets or deletes attributes by name */
    PT_STD_CLASSES = 128, /* gives an object's class */
    PT_STD_IDENTITY = 64, /* tells objects apart by address */
    PT_STD_STORES = 32, /* stores an argument in another one, a container */
};

typedef struct PtStdRow {
    PtStdModId module;
    const char *name;
    PtStdKind kind;
    int8_t min, max;       /* positional arguments; max -1 = any number */
    const char *direct;    /* Rust path when called with positional arguments only, each `&Value`; "" = none */
    int8_t direct_arity;   /* that many arguments, -1 = a slice `&[Value]` */
    const char *native;    /* Rust path of the general form, `fn(Args) -> R<Value>`; for CONST and classes the value */
    const char *signature; /* what inference knows of the result; see builtins.def */
    unsigned effects;
    const char *raises;    /* exception names, comma separated; "*" = anything; "" = none */
} PtStdRow;

/* Names need not be zero-terminated. 0 when unknown. */
PtStdModId pt_stdlib_module(const char *name, size_t len);
PtStdId pt_stdlib_member(PtStdModId module, const char *name, size_t len);
PtStdModule pt_stdlib_module_info(PtStdModId module);
const PtStdRow *pt_stdlib_row(PtStdId row);
/* Numbers of modules and rows; ids run from 1 to these. */
uint32_t pt_stdlib_module_count(void);
uint32_t pt_stdlib_row_count(void);

#endif
