/* UTF-8; see utf8.h. */
#include "base/utf8.h"

#include <string.h>

#define HIGH_BITS 0x8080808080808080u

uint32_t pt_utf8_decode(const char *p, size_t len, uint32_t *size)
{
    const unsigned char *s = (const unsigned char *)p;
    uint32_t c = s[0], n, min;
    *size = 1;
    if (c < 0x80)
        return c;
    if (c >= 0xc2 && c < 0xe0)
        n = 2, c &= 0x1f, min = 0x80;
    else if (c >= 0xe0 && c < 0xf0)
        n = 3, c &= 0x0f, min = 0x800;
    else if (c >= 0xf0 && c < 0xf5)
        n = 4, c &= 0x07, min = 0x10000;
    else
        return PT_UTF8_BAD;
    if (len < n)
        return PT_UTF8_BAD;
    for (uint32_t i = 1; i < n; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return PT_UTF8_BAD;
        c = c << 6 | (s[i] & 0x3f);
    }
    if (c < min || c > 0x10ffff)
        return PT_UTF8_BAD;
    *size = n;
    return c;
}

uint32_t pt_utf8_encode(uint32_t cp, char out[4])
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xc0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3f));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xe0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
        out[2] = (char)(0x80 | (cp & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
    out[3] = (char)(0x80 | (cp & 0x3f));
    return 4;
}

size_t pt_utf8_valid_prefix(const char *p, size_t len)
{
    size_t i = 0;
    while (i < len) {
        uint64_t words[4];
        while (len - i >= 32 && (memcpy(words, p + i, 32), !((words[0] | words[1] | words[2] | words[3]) & HIGH_BITS)))
            i += 32;
        while (len - i >= 8 && (memcpy(words, p + i, 8), !(words[0] & HIGH_BITS)))
            i += 8;
        if (i >= len)
            break;
        if (!(p[i] & 0x80)) {
            i++;
            continue;
        }
        uint32_t size, cp = pt_utf8_decode(p + i, len - i, &size);
        if (cp == PT_UTF8_BAD || (cp >= 0xd800 && cp < 0xe000))
            return i;
        i += size;
    }
    return i;
}

size_t pt_utf8_count(const char *p, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        n += (p[i] & 0xc0) != 0x80;
    return n;
}
