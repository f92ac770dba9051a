/* Values of number tokens. */
#include <stdlib.h>
#include <string.h>

#include "syntax/parse_internal.h"

enum { LONGEST_DECIMAL = 4300 }; /* CPython's default limit */

static PtNodeId constant(PtParser *p, PtConstKind kind, uint32_t a, uint32_t b)
{
    return add_node(p, PT_NODE_Constant, kind, p->starts[p->pos - 1], end_of(p), a, b);
}

/* A number too large for 63 bits, kept as text: decimal digits, or "0x" and hexadecimal digits. */
static PtNodeId big(PtParser *p, const char *digits, size_t len)
{
    uint32_t offset = (uint32_t)p->chars.len;
    pt_buf_add(&p->chars, digits, len);
    return constant(p, PT_CONST_BIGINT, offset, (uint32_t)len);
}

/* Regroups the bits of octal or binary digits (given without prefix) into hexadecimal ones. */
static PtNodeId big_from_bits(PtParser *p, const char *digits, size_t len, uint32_t bits)
{
    size_t total = len * bits, count = (total + 3) / 4;
    char *hex = pt_arena_alloc(p->scratch, count + 2);
    memcpy(hex, "0x", 2);
    for (size_t i = 0; i < count; i++) {
        uint32_t nibble = 0;
        for (size_t k = 0; k < 4; k++) {
            size_t bit = (count - 1 - i) * 4 + k; /* from the right */
            if (bit < total && (digits[len - 1 - bit / bits] - '0') >> (bit % bits) & 1)
                nibble |= 1u << k;
        }
        hex[2 + i] = "0123456789abcdef"[nibble];
    }
    return big(p, hex, count + 2);
}

static PtNodeId integer(PtParser *p, const char *text, size_t len)
{
    char *clean = NULL;
    if (memchr(text, '_', len)) {
        clean = pt_arena_alloc(p->scratch, len);
        size_t n = 0;
        for (size_t i = 0; i < len; i++)
            if (text[i] != '_')
                clean[n++] = text[i];
        text = clean;
        len = n;
    }
    uint32_t base = 10, bits = 0;
    if (len > 2 && text[0] == '0') {
        char letter = (char)(text[1] | 0x20);
        bits = letter == 'x' ? 4 : letter == 'o' ? 3 : letter == 'b' ? 1 : 0;
        if (bits)
            base = 1u << bits;
    }
    if (bits)
        text += 2, len -= 2;
    while (len > 1 && *text == '0')
        text++, len--;
    uint64_t value = 0;
    bool fits = true;
    for (size_t i = 0; i < len && fits; i++) {
        uint32_t digit = (uint32_t)(text[i] <= '9' ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10);
        fits = value <= ((uint64_t)INT64_MAX - digit) / base;
        value = value * base + digit;
    }
    if (fits)
        return constant(p, PT_CONST_INT, (uint32_t)value, (uint32_t)(value >> 32));
    if (!bits && len > LONGEST_DECIMAL)
        pt_parse_fail_at(p, PT_DIAG_BAD_NUMBER, p->starts[p->pos - 1], end_of(p),
                         "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
                         "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                         "literals to avoid decimal conversion limits.",
                         LONGEST_DECIMAL, len);
    if (!bits)
        return big(p, text, len);
    if (bits != 4)
        return big_from_bits(p, text, len, bits);
    char *hex = pt_arena_alloc(p->scratch, len + 2);
    memcpy(hex, "0x", 2);
    for (size_t i = 0; i < len; i++)
        hex[2 + i] = (char)(text[i] >= 'A' && text[i] <= 'F' ? text[i] | 0x20 : text[i]);
    return big(p, hex, len + 2);
}

/* The double nearest to a decimal text. Up to 15 digits and a small power of ten are exact in one operation. */
static double decimal_double(PtParser *p, const char *text, size_t len)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    uint64_t digits = 0;
    int scale = 0, count = 0;
    bool point = false, simple = true;
    char *clean = pt_arena_alloc(p->scratch, len + 1);
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        if (c == '_')
            continue;
        clean[n++] = c;
        if (c == '.')
            point = true;
        else if (c < '0' || c > '9')
            simple = false;
        else {
            digits = digits * 10 + (uint64_t)(c - '0');
            count += digits != 0;
            scale += point;
            simple = simple && count <= 15;
        }
    }
    clean[n] = 0;
    if (simple && scale <= 22)
        return (double)digits / powers[scale];
    return strtod(clean, NULL);
}

PtNodeId pt_parse_number(PtParser *p)
{
    PtTokenKind kind = peek(p);
    const char *text = p->text + start_of(p);
    size_t len = p->ends[p->pos] - start_of(p);
    p->pos++;
    if (kind == PT_TOKEN_INT && len <= 9) {
        uint32_t value = 0;
        for (size_t i = 0; i < len; i++)
            value = value * 10 + (uint32_t)(text[i] - '0');
        return constant(p, PT_CONST_INT, value, 0);
    }
    if (kind == PT_TOKEN_INT || kind == PT_TOKEN_INT_OTHER)
        return integer(p, text, len);
    if (kind == PT_TOKEN_IMAGINARY)
        len--;
    double value = decimal_double(p, text, len);
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return constant(p, kind == PT_TOKEN_FLOAT ? PT_CONST_FLOAT : PT_CONST_COMPLEX, (uint32_t)bits, (uint32_t)(bits >> 32));
}
