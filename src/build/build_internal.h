/* Shared by the files of this room only. */
#ifndef PT_BUILD_BUILD_INTERNAL_H
#define PT_BUILD_BUILD_INTERNAL_H

#include "build/build.h"

/* Rust's own stack in linear memory. Deep recursion is Python's to limit, so it must not end here first. */
enum { PT_WASM_STACK_BYTES = 64 << 20 };

/* Arena-owned formatted text. */
const char *pt_build_format(PtArena *arena, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Reports `error` (errno) on `what` as PT0705, with advice for a full disk. */
void pt_build_report_write(PtDiags *diags, const char *what, int error);

/* Once in a while, and when the cache is too large, removes what was not used for longest. */
void pt_cache_prune_sometimes(PtBuild *build);

#endif
