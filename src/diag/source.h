/* The sources of a compilation: what PtSpan.file counts. */
#ifndef PT_DIAG_SOURCE_H
#define PT_DIAG_SOURCE_H

#include "base/vec.h"

typedef struct PtSource {
    const char *path; /* as given or as found, for messages and tracebacks */
    const char *text; /* decoded, newline-translated, zero-terminated */
    size_t len;
} PtSource;

typedef struct PtSources {
    PtArena *arena;
    PT_VEC(PtSource) list;
} PtSources;

/* Registers a source and returns its number (1 …). `path` and `text` must live as long as the compilation. */
uint32_t pt_source_add(PtSources *sources, const char *path, const char *text, size_t len);
/* The source of a number, NULL for 0. Valid until the next add. */
const PtSource *pt_source_get(const PtSources *sources, uint32_t file);

/* Line (1 …), byte column (0 …) and the bounds of the line that holds `offset`. */
typedef struct PtSourcePlace {
    uint32_t line, column;
    uint32_t line_start, line_end;
} PtSourcePlace;
PtSourcePlace pt_source_place(const PtSource *source, uint32_t offset);

#endif
