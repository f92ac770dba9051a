/* Bytes of a file → PtSource: byte order mark, declared encoding (PEP 263), line ends, padding. */
#include <string.h>

#include "base/utf8.h"
#include "syntax/syntax.h"

typedef enum Encoding { ENCODING_UTF8, ENCODING_LATIN1, ENCODING_ASCII, ENCODING_UNKNOWN } Encoding;

static bool is_encoding_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* The name declared on one line ("# … coding: NAME"), or NULL. */
static const char *declared_encoding(const char *line, size_t len, size_t *name_len)
{
    size_t i = 0;
    while (i < len && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f'))
        i++;
    if (i == len || line[i] != '#')
        return NULL;
    for (; i + 6 < len; i++) {
        if (memcmp(line + i, "coding", 6) != 0 || (line[i + 6] != ':' && line[i + 6] != '='))
            continue;
        size_t k = i + 7;
        while (k < len && (line[k] == ' ' || line[k] == '\t'))
            k++;
        size_t start = k;
        while (k < len && is_encoding_char(line[k]))
            k++;
        if (k > start) {
            *name_len = k - start;
            return line + start;
        }
    }
    return NULL;
}

/* Names compare with case folded and "_" as "-". Stores whether CPython takes the name for UTF-8 beside a byte
   order mark, where it knows one spelling only. */
static Encoding encoding_of(const char *name, size_t len, bool *with_mark)
{
    char folded[32];
    size_t n = 0;
    for (; n < len && n < sizeof folded - 1; n++)
        folded[n] = name[n] == '_' ? '-' : (char)(name[n] >= 'A' && name[n] <= 'Z' ? name[n] | 0x20 : name[n]);
    folded[n] = 0;
    *with_mark = strcmp(folded, "utf-8") == 0 || strncmp(folded, "utf-8-", 6) == 0;
    static const struct {
        const char *name;
        Encoding encoding;
    } known[] = {
        {"utf-8", ENCODING_UTF8},         {"utf8", ENCODING_UTF8},         {"u8", ENCODING_UTF8},
        {"utf", ENCODING_UTF8},           {"utf8-ucs2", ENCODING_UTF8},    {"utf8-ucs4", ENCODING_UTF8},
        {"cp65001", ENCODING_UTF8},       {"latin-1", ENCODING_LATIN1},    {"latin1", ENCODING_LATIN1},
        {"iso-8859-1", ENCODING_LATIN1},  {"iso8859-1", ENCODING_LATIN1},  {"iso-latin-1", ENCODING_LATIN1},
        {"8859", ENCODING_LATIN1},        {"cp819", ENCODING_LATIN1},      {"l1", ENCODING_LATIN1},
        {"latin", ENCODING_LATIN1},       {"ascii", ENCODING_ASCII},       {"us-ascii", ENCODING_ASCII},
        {"646", ENCODING_ASCII},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(folded, known[i].name) == 0)
            return known[i].encoding;
    if (strncmp(folded, "utf-8-", 6) == 0)
        return ENCODING_UTF8;
    if (strncmp(folded, "latin-1-", 8) == 0 || strncmp(folded, "iso-8859-1-", 11) == 0)
        return ENCODING_LATIN1;
    return ENCODING_UNKNOWN;
}

static size_t line_length(const char *p, size_t len)
{
    size_t n = 0;
    while (n < len && p[n] != '\n' && p[n] != '\r')
        n++;
    return n;
}

static bool is_blank_or_comment(const char *line, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (line[i] == '#')
            return true;
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\f')
            return false;
    }
    return true;
}

/* Copies a text and finds out in the same pass whether it holds anything but plain ASCII: bytes with the high bit,
   zeros, carriage returns. */
typedef struct Oddities {
    bool high, zero, cr;
} Oddities;

typedef signed char Bytes __attribute__((vector_size(16)));

static bool any_high(Bytes v)
{
    uint64_t halves[2];
    memcpy(halves, &v, sizeof halves);
    return ((halves[0] | halves[1]) & 0x8080808080808080u) != 0;
}

static Oddities copy_text(char *out, const char *text, size_t len)
{
    Bytes high = {0}, zero = {0}, cr = {0};
    size_t i = 0;
    for (; i + sizeof high <= len; i += sizeof high) {
        Bytes v;
        memcpy(&v, text + i, sizeof v);
        memcpy(out + i, &v, sizeof v);
        high |= v;
        zero |= v == 0;
        cr |= v == '\r';
    }
    Oddities odd = {any_high(high), any_high(zero), any_high(cr)};
    for (; i < len; i++) {
        out[i] = text[i];
        odd.high |= (text[i] & 0x80) != 0;
        odd.zero |= text[i] == 0;
        odd.cr |= text[i] == '\r';
    }
    return odd;
}

/* "\r\n" and "\r" become "\n". Answers the new length. */
static size_t translate_line_ends(char *text, size_t len)
{
    char *out = text;
    for (const char *p = text; p < text + len; p++) {
        if (*p == '\r') {
            *out++ = '\n';
            if (p + 1 < text + len && p[1] == '\n')
                p++;
        } else {
            *out++ = *p;
        }
    }
    return (size_t)(out - text);
}

const PtSource *pt_source_decode(const PtPass *pass, const char *path, const char *bytes, size_t len)
{
    PtSpan nowhere = PT_SPAN_NONE;
    if (len > UINT32_MAX / 4) {
        pt_diag_emit(pass->diags, PT_DIAG_SOURCE_TOO_LARGE, nowhere, "%s: the file is too large", path);
        return NULL;
    }
    bool marked = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
    if (marked)
        bytes += 3, len -= 3;
    size_t first = line_length(bytes, len), name_len = 0;
    const char *name = declared_encoding(bytes, first, &name_len);
    if (!name && is_blank_or_comment(bytes, first) && first < len) {
        size_t at = first + (bytes[first] == '\r' && first + 1 < len && bytes[first + 1] == '\n' ? 2 : 1);
        name = declared_encoding(bytes + at, line_length(bytes + at, len - at), &name_len);
    }
    bool with_mark = true;
    Encoding encoding = name ? encoding_of(name, name_len, &with_mark) : ENCODING_UTF8;
    if (encoding == ENCODING_UNKNOWN) {
        pt_diag_emit(pass->diags, PT_DIAG_BAD_ENCODING, nowhere, "encoding problem: %.*s", (int)name_len, name);
        pt_diag_help(pass->diags, "Portalis reads utf-8, latin-1 and ascii; save the file as UTF-8");
        return NULL;
    }
    if (marked && !with_mark) {
        pt_diag_emit(pass->diags, PT_DIAG_BAD_ENCODING, nowhere, "encoding problem: %.*s with BOM", (int)name_len, name);
        return NULL;
    }

    size_t room = encoding == ENCODING_LATIN1 ? 2 * len : len;
    char *text = pt_arena_alloc(pass->sources->arena, room + PT_SOURCE_PADDING);
    size_t n = len;
    Oddities odd = copy_text(text, bytes, len);
    if (encoding == ENCODING_LATIN1 && odd.high) {
        n = 0;
        for (size_t i = 0; i < len; i++)
            n += pt_utf8_encode((unsigned char)bytes[i], text + n);
    }
    if (odd.cr)
        n = translate_line_ends(text, n);
    memset(text + n, 0, PT_SOURCE_PADDING);
    uint32_t file = pt_source_add_padded(pass->sources, path, text, (uint32_t)n);

    const char *zero = odd.zero ? memchr(text, 0, n) : NULL;
    size_t good = encoding == ENCODING_LATIN1 || !odd.high ? n : pt_utf8_valid_prefix(text, n);
    if (zero && (size_t)(zero - text) < good) {
        uint32_t at = (uint32_t)(zero - text);
        pt_diag_emit(pass->diags, PT_DIAG_NULL_BYTE, (PtSpan){file, at, at + 1}, "source code cannot contain null bytes");
        return NULL;
    }
    if (encoding == ENCODING_ASCII && odd.high)
        for (size_t i = 0; i < good; i++)
            if (text[i] & 0x80)
                good = i;
    if (good < n) {
        uint32_t at = (uint32_t)good;
        const char *codec = encoding == ENCODING_ASCII ? "ascii" : "utf-8";
        pt_diag_emit(pass->diags, PT_DIAG_BAD_ENCODING, (PtSpan){file, at, at + 1},
                     "(unicode error) '%s' codec can't decode byte 0x%02x in position %zu", codec,
                     (unsigned char)text[good], good);
        return NULL;
    }
    return pt_source_get(pass->sources, file);
}
