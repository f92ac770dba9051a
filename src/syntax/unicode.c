/* Character classes and name normalisation; see unicode.h. */
#include "syntax/unicode.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "syntax/unicode_tables.def"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static bool in_ranges(const uint32_t *ranges, size_t count, uint32_t cp)
{
    size_t low = 0, high = count; /* an odd number of bounds at or below cp: inside */
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (ranges[mid] <= cp)
            low = mid + 1;
        else
            high = mid;
    }
    return low & 1;
}

bool pt_unicode_is_printable(uint32_t cp)
{
    if (cp < 0x7f)
        return cp >= 0x20;
    return in_ranges(printable_ranges, COUNT(printable_ranges), cp);
}

bool pt_unicode_is_id_start(uint32_t cp)
{
    return in_ranges(id_start_ranges, COUNT(id_start_ranges), cp);
}

bool pt_unicode_is_id_continue(uint32_t cp)
{
    return in_ranges(id_continue_ranges, COUNT(id_continue_ranges), cp);
}

enum {
    HANGUL = 0xac00,
    HANGUL_L = 0x1100,
    HANGUL_V = 0x1161,
    HANGUL_T = 0x11a7,
    HANGUL_LS = 19,
    HANGUL_VS = 21,
    HANGUL_TS = 28,
    HANGUL_SYLLABLES = HANGUL_LS * HANGUL_VS * HANGUL_TS
};

typedef PT_VEC(uint32_t) CodePoints;

static uint32_t combining_class(uint32_t cp)
{
    size_t low = 0, high = COUNT(combining_classes);
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (combining_classes[mid] >> 8 < cp)
            low = mid + 1;
        else
            high = mid;
    }
    return low < COUNT(combining_classes) && combining_classes[low] >> 8 == cp ? combining_classes[low] & 0xff : 0;
}

static void decompose(PtArena *arena, CodePoints *out, uint32_t cp)
{
    if (cp >= HANGUL && cp < HANGUL + HANGUL_SYLLABLES) {
        uint32_t s = cp - HANGUL;
        pt_vec_push(arena, out, HANGUL_L + s / (HANGUL_VS * HANGUL_TS));
        pt_vec_push(arena, out, HANGUL_V + s % (HANGUL_VS * HANGUL_TS) / HANGUL_TS);
        if (s % HANGUL_TS)
            pt_vec_push(arena, out, HANGUL_T + s % HANGUL_TS);
        return;
    }
    size_t low = 0, high = COUNT(decompositions) / 2;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (decompositions[2 * mid] < cp)
            low = mid + 1;
        else
            high = mid;
    }
    if (low < COUNT(decompositions) / 2 && decompositions[2 * low] == cp) {
        uint32_t where = decompositions[2 * low + 1];
        for (uint32_t i = 0; i < (where & 0xff); i++)
            pt_vec_push(arena, out, decomposition_pool[(where >> 8) + i]);
    } else {
        pt_vec_push(arena, out, cp);
    }
}

static uint32_t compose(uint32_t a, uint32_t b)
{
    if (a >= HANGUL_L && a < HANGUL_L + HANGUL_LS && b >= HANGUL_V && b < HANGUL_V + HANGUL_VS)
        return HANGUL + ((a - HANGUL_L) * HANGUL_VS + (b - HANGUL_V)) * HANGUL_TS;
    if (a >= HANGUL && a < HANGUL + HANGUL_SYLLABLES && (a - HANGUL) % HANGUL_TS == 0 && b > HANGUL_T &&
        b < HANGUL_T + HANGUL_TS)
        return a + (b - HANGUL_T);
    size_t low = 0, high = COUNT(compositions) / 3;
    while (low < high) {
        size_t mid = (low + high) / 2;
        const uint32_t *row = &compositions[3 * mid];
        if (row[0] < a || (row[0] == a && row[1] < b))
            low = mid + 1;
        else
            high = mid;
    }
    const uint32_t *row = &compositions[3 * low];
    return low < COUNT(compositions) / 3 && row[0] == a && row[1] == b ? row[2] : 0;
}

/* Marks that follow a base are put in order of their class, keeping the order of equal ones. */
static void sort_marks(CodePoints *cps)
{
    for (uint32_t i = 1; i < cps->len; i++) {
        uint32_t cp = cps->data[i], cc = combining_class(cp), j = i;
        for (; cc && j > 0 && combining_class(cps->data[j - 1]) > cc; j--)
            cps->data[j] = cps->data[j - 1];
        cps->data[j] = cp;
    }
}

void pt_unicode_normalize(PtBuf *out, const char *text, size_t len)
{
    CodePoints cps = {0};
    for (size_t i = 0; i < len;) {
        uint32_t size, cp = pt_utf8_decode(text + i, len - i, &size);
        decompose(out->arena, &cps, cp);
        i += size;
    }
    sort_marks(&cps);
    uint32_t starter = UINT32_MAX, last_class = 0, n = 0;
    for (uint32_t i = 0; i < cps.len; i++) {
        uint32_t cp = cps.data[i], cc = combining_class(cp);
        bool open = starter != UINT32_MAX && (n == starter + 1 || (last_class < cc && last_class != 0));
        uint32_t joined = open ? compose(cps.data[starter], cp) : 0;
        if (joined) {
            cps.data[starter] = joined;
            continue;
        }
        if (cc == 0)
            starter = n;
        last_class = cc;
        cps.data[n++] = cp;
    }
    for (uint32_t i = 0; i < n; i++) {
        char bytes[4];
        pt_buf_add(out, bytes, pt_utf8_encode(cps.data[i], bytes));
    }
}
