/* repr() of constants as CPython writes them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "syntax/syntax.h"
#include "syntax/unicode.h"

static char choose_quote(const char *text, size_t len)
{
    return memchr(text, '\'', len) && !memchr(text, '"', len) ? '"' : '\'';
}

static bool put_common(PtBuf *out, char c, char quote)
{
    char pair[2] = {'\\', c};
    switch (c) {
    case '\n':
        pair[1] = 'n';
        break;
    case '\r':
        pair[1] = 'r';
        break;
    case '\t':
        pair[1] = 't';
        break;
    case '\\':
        break;
    default:
        if (c != quote)
            return false;
    }
    pt_buf_add(out, pair, 2);
    return true;
}

void pt_repr_str(PtBuf *out, const char *text, size_t len)
{
    char quote = len ? choose_quote(text, len) : '\'';
    pt_buf_putc(out, quote);
    for (size_t i = 0; i < len;) {
        size_t run = i;
        while (run < len && text[run] >= 0x20 && text[run] < 0x7f && text[run] != quote && text[run] != '\\')
            run++;
        pt_buf_add(out, text + i, run - i);
        if ((i = run) == len)
            break;
        uint32_t size, cp = pt_utf8_decode(text + i, len - i, &size);
        if (cp < 0x80 && put_common(out, text[i], quote))
            ;
        else if (cp != PT_UTF8_BAD && pt_unicode_is_printable(cp))
            pt_buf_add(out, text + i, size);
        else
            pt_buf_printf(out, cp < 0x100 ? "\\x%02x" : cp < 0x10000 ? "\\u%04x" : "\\U%08x", cp);
        i += size;
    }
    pt_buf_putc(out, quote);
}

void pt_repr_bytes(PtBuf *out, const char *text, size_t len)
{
    char quote = len ? choose_quote(text, len) : '\'';
    pt_buf_putc(out, 'b');
    pt_buf_putc(out, quote);
    for (size_t i = 0; i < len; i++) {
        if (put_common(out, text[i], quote))
            continue;
        if (text[i] >= 0x20 && text[i] < 0x7f)
            pt_buf_putc(out, text[i]);
        else
            pt_buf_printf(out, "\\x%02x", (unsigned char)text[i]);
    }
    pt_buf_putc(out, quote);
}

void pt_repr_float(PtBuf *out, double value)
{
    if (isnan(value) || isinf(value)) {
        pt_buf_puts(out, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
        return;
    }
    /* The shortest digits that read back as the same double. */
    char text[40];
    for (int precision = 0; precision < 17; precision++) {
        snprintf(text, sizeof text, "%.*e", precision, value);
        if (strtod(text, NULL) == value)
            break;
    }
    char digits[24], *e = strchr(text, 'e');
    int n = 0, exponent = atoi(e + 1);
    for (const char *s = text; s < e; s++)
        if (*s >= '0' && *s <= '9')
            digits[n++] = *s;
    while (n > 1 && digits[n - 1] == '0')
        n--;
    if (text[0] == '-')
        pt_buf_putc(out, '-');
    if (exponent < -4 || exponent >= 16) {
        pt_buf_putc(out, digits[0]);
        if (n > 1) {
            pt_buf_putc(out, '.');
            pt_buf_add(out, digits + 1, (size_t)n - 1);
        }
        pt_buf_printf(out, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
        return;
    }
    if (exponent < 0) {
        pt_buf_puts(out, "0.");
        pt_buf_fill(out, '0', (size_t)(-exponent - 1));
        pt_buf_add(out, digits, (size_t)n);
        return;
    }
    for (int i = 0; i <= exponent; i++)
        pt_buf_putc(out, i < n ? digits[i] : '0');
    pt_buf_putc(out, '.');
    if (n > exponent + 1)
        pt_buf_add(out, digits + exponent + 1, (size_t)(n - exponent - 1));
    else
        pt_buf_putc(out, '0');
}

void pt_const_decimal(PtBuf *out, const PtConst *value)
{
    if (value->kind == PT_CONST_INT) {
        pt_buf_printf(out, "%llu", (unsigned long long)value->i);
        return;
    }
    enum { LONGEST_HEX = 4000 }; /* CPython refuses to write longer ones in decimal */
    if (value->len < 2 || value->text[1] != 'x' || value->len > LONGEST_HEX) {
        pt_buf_add(out, value->text, value->len);
        return;
    }
    /* Hexadecimal digits, gathered in limbs of nine decimal digits, lowest first. */
    enum { LIMB = 1000000000 };
    uint32_t room = value->len / 7 + 2, n = 1;
    uint32_t *limbs = pt_arena_array(out->arena, uint32_t, room);
    for (uint32_t i = 2; i < value->len; i++) {
        char c = value->text[i];
        uint64_t carry = (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
        for (uint32_t k = 0; k < n; k++) {
            carry += (uint64_t)limbs[k] * 16;
            limbs[k] = (uint32_t)(carry % LIMB);
            carry /= LIMB;
        }
        if (carry)
            limbs[n++] = (uint32_t)carry;
    }
    pt_buf_printf(out, "%u", limbs[n - 1]);
    while (--n)
        pt_buf_printf(out, "%09u", limbs[n - 1]);
}
