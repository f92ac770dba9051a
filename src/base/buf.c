/* Growable text; see buf.h. */
#include "base/buf.h"

#include <stdio.h>
#include <string.h>

void pt_buf_reserve(PtBuf *buf, size_t more)
{
    if (buf->cap - buf->len > more)
        return;
    if (more > SIZE_MAX / 4 || buf->cap > SIZE_MAX / 4)
        pt_arena_fail(buf->arena);
    size_t cap = buf->cap + buf->cap / 2 + 64;
    if (cap < buf->len + more + 1)
        cap = buf->len + more + 1;
    buf->data = pt_arena_grow(buf->arena, buf->data, buf->cap, cap);
    buf->cap = cap;
}

void pt_buf_add(PtBuf *buf, const char *text, size_t len)
{
    pt_buf_reserve(buf, len);
    if (len)
        memcpy(buf->data + buf->len, text, len);
    buf->len += len;
    buf->data[buf->len] = 0;
}

void pt_buf_puts(PtBuf *buf, const char *text)
{
    pt_buf_add(buf, text, strlen(text));
}

void pt_buf_putc(PtBuf *buf, char c)
{
    pt_buf_reserve(buf, 1);
    buf->data[buf->len++] = c;
    buf->data[buf->len] = 0;
}

void pt_buf_fill(PtBuf *buf, char c, size_t count)
{
    pt_buf_reserve(buf, count);
    memset(buf->data + buf->len, c, count);
    buf->len += count;
    buf->data[buf->len] = 0;
}

void pt_buf_vprintf(PtBuf *buf, const char *fmt, va_list args)
{
    va_list again;
    va_copy(again, args);
    pt_buf_reserve(buf, 64);
    size_t room = buf->cap - buf->len;
    int n = vsnprintf(buf->data + buf->len, room, fmt, args);
    if (n > 0 && (size_t)n >= room) {
        pt_buf_reserve(buf, (size_t)n);
        vsnprintf(buf->data + buf->len, (size_t)n + 1, fmt, again);
    }
    va_end(again);
    if (n > 0)
        buf->len += (size_t)n;
}

void pt_buf_printf(PtBuf *buf, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    pt_buf_vprintf(buf, fmt, args);
    va_end(args);
}

const char *pt_buf_text(const PtBuf *buf)
{
    return buf->data ? buf->data : "";
}
