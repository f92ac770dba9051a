/* The hash function of the interner and the maps: not for untrusted persistence, stable within one build. */
#ifndef PT_BASE_HASH_H
#define PT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t pt_hash_mix(uint64_t a, uint64_t b)
{
    __extension__ unsigned __int128 r = (unsigned __int128)a * b;
    return (uint64_t)r ^ (uint64_t)(r >> 64);
}

static inline uint64_t pt_hash_u64(uint64_t v)
{
    return pt_hash_mix(v ^ 0x9e3779b97f4a7c15u, 0xd6e8feb86659fd93u);
}

/* Hash of `len` bytes. */
static inline uint64_t pt_hash_bytes(const char *p, size_t len)
{
    uint64_t h = 0x9e3779b97f4a7c15u ^ len, a, b;
    while (len > 16) {
        memcpy(&a, p, 8);
        memcpy(&b, p + 8, 8);
        h = pt_hash_mix(a ^ 0xa0761d6478bd642fu, b ^ h);
        p += 16;
        len -= 16;
    }
    if (len >= 8) {
        memcpy(&a, p, 8);
        memcpy(&b, p + len - 8, 8);
    } else if (len >= 4) {
        uint32_t x, y;
        memcpy(&x, p, 4);
        memcpy(&y, p + len - 4, 4);
        a = x;
        b = y;
    } else {
        a = len ? (uint64_t)(unsigned char)p[0] << 16 | (uint64_t)(unsigned char)p[len >> 1] << 8 | (unsigned char)p[len - 1] : 0;
        b = 0;
    }
    return pt_hash_mix(a ^ 0xe7037ed1a0b428dbu, b ^ h);
}

#endif
