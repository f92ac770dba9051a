/* The lexer's hot loop with 16-byte vectors, which every x86-64 has; see lexer_core.h. */
#include "syntax/lexer_internal.h"

#if defined(__x86_64__)
#include <emmintrin.h>

#define LEX_RUN pt_lex_run_sse2

static inline __m128i load(const char *p)
{
    return _mm_loadu_si128((const __m128i *)(const void *)p);
}
static inline __m128i is(__m128i v, char c)
{
    return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}
/* Bytes from low to high, both ASCII. */
static inline __m128i between(__m128i v, char low, char high)
{
    return _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8((char)(low - 1))),
                         _mm_cmplt_epi8(v, _mm_set1_epi8((char)(high + 1))));
}

static inline unsigned name_bits(__m128i v)
{
    __m128i lower = _mm_or_si128(v, _mm_set1_epi8(0x20));
    __m128i name = _mm_or_si128(_mm_or_si128(between(lower, 'a', 'z'), between(v, '0', '9')), is(v, '_'));
    return (unsigned)_mm_movemask_epi8(name);
}
static inline void classify(const char *p, uint64_t *names, uint64_t *rest)
{
    uint64_t name = 0, space = 0;
    for (int i = 0; i < 64; i += 16) {
        __m128i v = load(p + i);
        name |= (uint64_t)name_bits(v) << i;
        space |= (uint64_t)(unsigned)_mm_movemask_epi8(is(v, ' ')) << i;
    }
    *names = name;
    *rest = ~(name | space);
}

static inline const char *skip_name(const char *p)
{
    for (;; p += 16) {
        unsigned mask = name_bits(load(p)) ^ 0xffffu;
        if (mask)
            return p + __builtin_ctz(mask);
    }
}
static inline const char *skip_spaces(const char *p)
{
    for (;; p += 16) {
        unsigned mask = (unsigned)_mm_movemask_epi8(is(load(p), ' ')) ^ 0xffffu;
        if (mask)
            return p + __builtin_ctz(mask);
    }
}
static inline const char *find_line_end(const char *p)
{
    for (;; p += 16) {
        __m128i v = load(p);
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_or_si128(is(v, '\n'), is(v, 0)));
        if (mask)
            return p + __builtin_ctz(mask);
    }
}
static inline const char *find_in_long(const char *p, char quote)
{
    for (;; p += 16) {
        __m128i v = load(p);
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(is(v, quote), is(v, '\\')), is(v, 0)));
        if (mask)
            return p + __builtin_ctz(mask);
    }
}
static inline const char *find_in_string(const char *p, char quote)
{
    for (;; p += 16) {
        __m128i v = load(p);
        unsigned mask = (unsigned)_mm_movemask_epi8(
            _mm_or_si128(_mm_or_si128(is(v, quote), is(v, '\\')), _mm_or_si128(is(v, '\n'), is(v, 0))));
        if (mask)
            return p + __builtin_ctz(mask);
    }
}

#include "syntax/lexer_core.h"
#endif
