/* A place in the sources: byte offsets into the (decoded, newline-translated) text of one file. */
#ifndef PT_DIAG_SPAN_H
#define PT_DIAG_SPAN_H

#include <stdint.h>

typedef struct PtSpan {
    uint32_t file;  /* number of the source in the compilation; 0 = no place */
    uint32_t start; /* first byte */
    uint32_t end;   /* one past the last byte */
} PtSpan;

#define PT_SPAN_NONE ((PtSpan){0, 0, 0})

#endif
