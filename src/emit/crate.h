/* The crate that emission writes and build compiles: a set of files, paths relative to the crate's root
   ("src/main.rs"). All texts live in the compilation's arena. */
#ifndef PT_EMIT_CRATE_H
#define PT_EMIT_CRATE_H

#include "base/vec.h"

typedef struct PtCrateFile {
    const char *path;
    const char *text;
    size_t len;
} PtCrateFile;

typedef struct PtCrate {
    const char *name; /* a Rust identifier */
    PT_VEC(PtCrateFile) files; /* the first one is the crate's root module */
} PtCrate;

#endif
