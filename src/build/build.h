/* From an emitted crate to a WebAssembly module or a native program: the Rust toolchain, the runtime library and the
   content-addressed cache. Faults are diagnostics (PT07xx) without a place; the answer says whether to go on. */
#ifndef PT_BUILD_BUILD_H
#define PT_BUILD_BUILD_H

#include "base/digest.h"
#include "diag/diag.h"
#include "emit/crate.h"

typedef enum PtTarget { PT_TARGET_WASM, PT_TARGET_NATIVE, PT_TARGET_COUNT } PtTarget;

typedef struct PtToolchain {
    const char *rustc, *cargo, *sysroot, *version;
} PtToolchain;

typedef struct PtCache {
    const char *dir; /* NULL: there is none */
    int error;       /* errno of why not */
} PtCache;

/* One per job; everything in it lives in `arena`. */
typedef struct PtBuild {
    PtArena *arena;
    PtDiags *diags;
    const char *home; /* where runtime/, third_party/ and build/ are */
    PtCache cache;
} PtBuild;

/* The installation that this executable belongs to: PORTALIS_HOME, or found upwards from the executable. */
const char *pt_build_find_home(PtArena *arena);
/* Digest of this very compiler, stable for one build of it. */
const char *pt_build_compiler_id(PtArena *arena);

/* `dir` NULL: ${XDG_CACHE_HOME:-~/.cache}/portalis; "": no cache. A cache that cannot be used or that others could
   write to is left aside, with a note. */
void pt_build_open(PtBuild *build, PtArena *arena, PtDiags *diags, const char *home, const char *cache_dir);

/* Reads third_party/toolchain, else looks for rustc in PATH; PORTALIS_RUSTC overrides both.
   false with PT0701 when there is none and `diags` is given. */
bool pt_toolchain_find(PtArena *arena, const char *home, PtDiags *diags, PtToolchain *out);
const char *pt_target_triple(PtTarget target);
/* Folder of the runtime library for a target and its stamp; false with PT0702 when it is not built. */
bool pt_runtime_find(PtBuild *build, PtTarget target, int opt_level, const char **folder, const char **stamp);
/* The same without a diagnostic. */
bool pt_runtime_stamp(PtBuild *build, PtTarget target, int opt_level, const char **folder, const char **stamp);

typedef struct PtBuildOptions {
    PtTarget target;
    int opt_level; /* 0 … 3 */
} PtBuildOptions;

/* Compiles `crate`. *artifact is a file in the cache, or in a private folder that *owned_dir then names and the caller
   removes when done. */
bool pt_build_crate(PtBuild *build, const PtCrate *crate, const PtBuildOptions *options, const char **artifact,
                    const char **owned_dir);

/* Writes `crate` with everything it needs as the folder `dir`, complete or not at all. An earlier translation there is
   replaced, anything else is left alone. */
bool pt_build_write_package(PtBuild *build, const PtCrate *crate, const char *dir);

/* ---- the cache: files named after a digest, complete under their name or not there ---- */

/* Path of an entry, NULL without a cache. */
const char *pt_cache_path(PtBuild *build, const char *key, const char *extension);
/* Path of an existing entry, marked as used, else NULL. */
const char *pt_cache_find(PtBuild *build, const char *key, const char *extension);
/* Stores bytes; a failure is a note, and NULL. */
const char *pt_cache_store(PtBuild *build, const char *key, const char *extension, const void *data, size_t len);
/* A new private folder for work, inside the cache when there is one. NULL with PT0705. */
const char *pt_cache_work_dir(PtBuild *build);

#endif
