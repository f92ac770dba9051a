/* Growable text in an arena, kept zero-terminated once anything has been written. */
#ifndef PT_BASE_BUF_H
#define PT_BASE_BUF_H

#include <stdarg.h>

#include "base/arena.h"

typedef struct PtBuf {
    PtArena *arena;
    char *data;
    size_t len, cap;
} PtBuf;

static inline PtBuf pt_buf_make(PtArena *arena)
{
    return (PtBuf){.arena = arena};
}

/* Makes room for `more` further bytes and the terminator. */
void pt_buf_reserve(PtBuf *buf, size_t more);
void pt_buf_add(PtBuf *buf, const char *text, size_t len);
void pt_buf_puts(PtBuf *buf, const char *text);
void pt_buf_putc(PtBuf *buf, char c);
void pt_buf_fill(PtBuf *buf, char c, size_t count);
void pt_buf_printf(PtBuf *buf, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void pt_buf_vprintf(PtBuf *buf, const char *fmt, va_list args) __attribute__((format(printf, 2, 0)));
/* The text, zero-terminated; "" when nothing was written. Valid until the next write. */
const char *pt_buf_text(const PtBuf *buf);

#endif
