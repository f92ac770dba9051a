/* The sources of a compilation: what PtSpan.file counts, and the way from a byte offset to a line. */
#ifndef PT_DIAG_SOURCE_H
#define PT_DIAG_SOURCE_H

#include "base/vec.h"

enum { PT_SOURCE_PADDING = 64 }; /* zero bytes after a text, so that scanners need no bounds checks */

typedef struct PtSource {
    uint32_t file;         /* its number, as in PtSpan.file */
    const char *path;      /* as given or as found, for messages and tracebacks */
    const char *text;      /* UTF-8, "\n" line ends; len bytes, then PT_SOURCE_PADDING zeros */
    uint32_t len;
    const uint32_t *lines; /* offset of the first byte of each line */
    uint32_t line_count;   /* at least 1 */
} PtSource;

typedef struct PtSources {
    PtArena *arena;
    PT_VEC(PtSource *) list;
} PtSources;

/* Registers a source (at most 4 GB - 1) and returns its number (1 …); the text is copied and padded. Decode raw
   bytes with pt_source_decode (syntax/syntax.h) instead. */
uint32_t pt_source_add(PtSources *sources, const char *path, const char *text, size_t len);
/* The same for a text that is padded already and lives as long as the compilation. */
uint32_t pt_source_add_padded(PtSources *sources, const char *path, const char *text, uint32_t len);
/* The source of a number, NULL for 0. It stays where it is as long as the compilation lives. */
const PtSource *pt_source_get(const PtSources *sources, uint32_t file);

/* Line (1 …), byte column (0 …) and the bounds of the line that holds `offset`. */
typedef struct PtSourcePlace {
    uint32_t line, column;
    uint32_t line_start, line_end;
} PtSourcePlace;
PtSourcePlace pt_source_place(const PtSource *source, uint32_t offset);

#endif
