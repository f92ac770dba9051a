/* The table of sources and the way from a byte offset to a line; see source.h. */
#include "diag/source.h"

#include <string.h>

enum { STEP = 64 }; /* bytes looked at together */

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t line_ends_16(const char *p)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
    return (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')));
}
/* A bit for each line end among STEP bytes. */
static inline uint64_t line_ends(const char *p)
{
    return line_ends_16(p) | line_ends_16(p + 16) << 16 | line_ends_16(p + 32) << 32 | line_ends_16(p + 48) << 48;
}
#else
static inline uint64_t line_ends(const char *p)
{
    uint64_t mask = 0;
    for (int i = 0; i < STEP; i++)
        mask |= (uint64_t)(p[i] == '\n') << i;
    return mask;
}
#endif

static void index_lines(PtArena *arena, PtSource *source)
{
    enum { UNASKED = 3 };
    const char *text = source->text;
    uint32_t len = source->len, n = 1, room = len / 24 + 2 * STEP;
    uint32_t *lines = pt_arena_alloc(arena, room * sizeof *lines);
    lines[0] = 0;
    for (uint32_t at = 0; at < len; at += STEP) {
        if (n + STEP > room) {
            lines = pt_arena_grow(arena, lines, room * sizeof *lines, (size_t)room * 2 * sizeof *lines);
            room *= 2;
        }
        /* How many line ends there are cannot be predicted: the first few are stored without asking. */
        uint64_t mask = line_ends(text + at);
        for (int i = 0; i < UNASKED; i++) {
            lines[n] = at + (uint32_t)__builtin_ctzll(mask | 1ull << (STEP - 1)) + 1;
            n += mask != 0;
            mask &= mask - 1;
        }
        for (; mask; mask &= mask - 1)
            lines[n++] = at + (uint32_t)__builtin_ctzll(mask) + 1;
    }
    source->lines = lines;
    source->line_count = n;
}

uint32_t pt_source_add_padded(PtSources *sources, const char *path, const char *text, uint32_t len)
{
    PtSource *source = pt_arena_new(sources->arena, PtSource);
    *source = (PtSource){.file = sources->list.len + 1, .path = path, .text = text, .len = len};
    index_lines(sources->arena, source);
    pt_vec_push(sources->arena, &sources->list, source);
    return source->file;
}

uint32_t pt_source_add(PtSources *sources, const char *path, const char *text, size_t len)
{
    if (len > UINT32_MAX - PT_SOURCE_PADDING)
        pt_arena_fail(sources->arena);
    char *copy = pt_arena_alloc(sources->arena, len + PT_SOURCE_PADDING);
    if (len)
        memcpy(copy, text, len);
    memset(copy + len, 0, PT_SOURCE_PADDING);
    return pt_source_add_padded(sources, path, copy, (uint32_t)len);
}

const PtSource *pt_source_get(const PtSources *sources, uint32_t file)
{
    return file == 0 || file > sources->list.len ? NULL : sources->list.data[file - 1];
}

PtSourcePlace pt_source_place(const PtSource *source, uint32_t offset)
{
    if (offset > source->len)
        offset = source->len;
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;
        if (source->lines[mid] <= offset)
            low = mid;
        else
            high = mid;
    }
    uint32_t start = source->lines[low];
    uint32_t end = low + 1 < source->line_count ? source->lines[low + 1] - 1 : source->len;
    return (PtSourcePlace){low + 1, offset - start, start, end};
}
