/* Characters by name, for "\N{...}". The table holds a 43-bit hash of each name, not the names: a wrong name is
   taken for a right one with a chance of 4 in 10**9. Ideographs and Hangul syllables are computed. */
#include <string.h>

#include "syntax/unicode.h"
#include "syntax/unicode_names.def"

enum { LONGEST_NAME = 96 };

static uint32_t table_lookup(const char *name, size_t len)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)name[i]) * 0x100000001b3u;
    hash >>= 21;
    size_t low = 0, high = sizeof name_rows / sizeof *name_rows;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (name_rows[mid] >> 21 < hash)
            low = mid + 1;
        else
            high = mid;
    }
    if (low < sizeof name_rows / sizeof *name_rows && name_rows[low] >> 21 == hash)
        return (uint32_t)(name_rows[low] & 0x1fffff);
    return UINT32_MAX;
}

static uint32_t ideograph(const char *digits, size_t len)
{
    uint32_t cp = 0;
    if (len != 4 && len != 5)
        return UINT32_MAX;
    for (size_t i = 0; i < len; i++) {
        char c = digits[i];
        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'F')))
            return UINT32_MAX;
        cp = cp << 4 | (uint32_t)(c <= '9' ? c - '0' : c - 'A' + 10);
    }
    for (size_t i = 0; i < sizeof ideograph_ranges / sizeof *ideograph_ranges; i += 2)
        if (cp >= ideograph_ranges[i] && cp < ideograph_ranges[i + 1])
            return cp;
    return UINT32_MAX;
}

/* The longest of `names` that begins the text; -1 when none does. */
static int longest_prefix(const char *text, size_t len, const char *const *names, int count, size_t *used)
{
    int best = -1;
    *used = 0;
    for (int i = 0; i < count; i++) {
        size_t n = strlen(names[i]);
        if (n <= len && memcmp(text, names[i], n) == 0 && (best < 0 || n > *used)) {
            best = i;
            *used = n;
        }
    }
    return best;
}

static uint32_t hangul(const char *text, size_t len)
{
    static const char *const leading[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                          "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
    static const char *const vowels[] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE",
                                         "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
    static const char *const trailing[] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT",
                                           "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
    size_t used;
    int l = longest_prefix(text, len, leading, 19, &used);
    text += used, len -= used;
    int v = longest_prefix(text, len, vowels, 21, &used);
    text += used, len -= used;
    int t = longest_prefix(text, len, trailing, 28, &used);
    if (l < 0 || v < 0 || t < 0 || used != len)
        return UINT32_MAX;
    return 0xac00u + ((uint32_t)l * 21 + (uint32_t)v) * 28 + (uint32_t)t;
}

uint32_t pt_unicode_lookup(const char *name, size_t len)
{
    static const char cjk[] = "CJK UNIFIED IDEOGRAPH-", syllable[] = "HANGUL SYLLABLE ";
    char upper[LONGEST_NAME];
    if (len > sizeof upper)
        return UINT32_MAX;
    for (size_t i = 0; i < len; i++)
        upper[i] = (char)(name[i] >= 'a' && name[i] <= 'z' ? name[i] & ~0x20 : name[i]);
    if (len > sizeof cjk - 1 && memcmp(upper, cjk, sizeof cjk - 1) == 0)
        return ideograph(upper + sizeof cjk - 1, len - (sizeof cjk - 1));
    if (len > sizeof syllable - 1 && memcmp(upper, syllable, sizeof syllable - 1) == 0)
        return hangul(upper + sizeof syllable - 1, len - (sizeof syllable - 1));
    return table_lookup(upper, len);
}
