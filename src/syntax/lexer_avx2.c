/* The lexer's hot loop with 32-byte vectors, chosen at run time; see lexer_core.h. */
#include "syntax/lexer_internal.h"

#if defined(__x86_64__)
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,lzcnt")
#include <immintrin.h>

#define LEX_RUN pt_lex_run_avx2

static inline __m256i load(const char *p)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)p);
}
static inline __m256i is(__m256i v, char c)
{
    return _mm256_cmpeq_epi8(v, _mm256_set1_epi8(c));
}
/* One table by the low nibble, one by the high: a byte is a name character when they share a bit. Kept in memory,
   because the compiler would otherwise assemble them anew for every name. */
#define TWICE(...) {__VA_ARGS__, __VA_ARGS__}
static const uint8_t low_nibbles[32] __attribute__((aligned(32))) = TWICE(
    0x15, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1f, 0x1e, 0x0a, 0x0a, 0x0a, 0x0a, 0x0e);
static const uint8_t high_nibbles[32] __attribute__((aligned(32))) = TWICE(
    0, 0, 0, 0x01, 0x02, 0x04, 0x08, 0x10, 0, 0, 0, 0, 0, 0, 0, 0);

static inline __m256i name_bytes(__m256i v)
{
    __m256i low = _mm256_load_si256((const __m256i *)(const void *)low_nibbles);
    __m256i high = _mm256_load_si256((const __m256i *)(const void *)high_nibbles);
    __m256i nibble = _mm256_set1_epi8(0x0f);
    __m256i a = _mm256_shuffle_epi8(low, _mm256_and_si256(v, nibble));
    __m256i b = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble));
    return _mm256_and_si256(a, b);
}

static inline uint64_t name_bits(__m256i v)
{
    return ~(unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(name_bytes(v), _mm256_setzero_si256()));
}
static inline uint64_t space_bits(__m256i v)
{
    return (unsigned)_mm256_movemask_epi8(is(v, ' '));
}
static inline void classify(const char *p, uint64_t *names, uint64_t *rest)
{
    __m256i low = load(p), high = load(p + 32);
    *names = name_bits(low) | name_bits(high) << 32;
    *rest = ~(*names | space_bits(low) | space_bits(high) << 32);
}

static inline const char *skip_name(const char *p)
{
    for (;; p += 32) {
        unsigned mask = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(name_bytes(load(p)), _mm256_setzero_si256()));
        if (mask)
            return p + __builtin_ctz(mask);
    }
}
static inline const char *skip_spaces(const char *p)
{
    for (;; p += 32) {
        unsigned mask = ~(unsigned)_mm256_movemask_epi8(is(load(p), ' '));
        if (mask)
            return p + __builtin_ctz(mask);
    }
}
static inline const char *find_line_end(const char *p)
{
    for (;; p += 32) {
        __m256i v = load(p);
        unsigned mask = (unsigned)_mm256_movemask_epi8(_mm256_or_si256(is(v, '\n'), is(v, 0)));
        if (mask)
            return p + __builtin_ctz(mask);
    }
}
static inline const char *find_in_long(const char *p, char quote)
{
    for (;; p += 32) {
        __m256i v = load(p);
        __m256i hit = _mm256_or_si256(_mm256_or_si256(is(v, quote), is(v, '\\')), is(v, 0));
        unsigned mask = (unsigned)_mm256_movemask_epi8(hit);
        if (mask)
            return p + __builtin_ctz(mask);
    }
}
static inline const char *find_in_string(const char *p, char quote)
{
    for (;; p += 32) {
        __m256i v = load(p);
        __m256i hit = _mm256_or_si256(_mm256_or_si256(is(v, quote), is(v, '\\')), _mm256_or_si256(is(v, '\n'), is(v, 0)));
        unsigned mask = (unsigned)_mm256_movemask_epi8(hit);
        if (mask)
            return p + __builtin_ctz(mask);
    }
}

#include "syntax/lexer_core.h"
#pragma GCC pop_options
#endif
