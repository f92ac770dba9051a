/* String literals: prefixes, escapes, implicit concatenation, f-strings and t-strings. */
#include <string.h>

#include "base/utf8.h"
#include "syntax/lexer_internal.h"
#include "syntax/parse_internal.h"
#include "syntax/unicode.h"

/* The parts of one string token. */
typedef struct Piece {
    bool raw, bytes, formatted, templated;
    const char *body;
    uint32_t len;
} Piece;

/* Text gathered for one constant: a slice of the source while it can be, a run of p->chars otherwise. */
typedef struct Text {
    const char *slice;
    uint32_t offset, len; /* in p->chars when slice is NULL */
    uint32_t start, end;  /* where it stands in the source */
    bool used;
} Text;

enum { SIDE_POOL = 0x40, SIDE_U = 0x80 };

static Piece read_prefix(const char *text)
{
    Piece piece = {0};
    for (;; text++) {
        switch (*text | 0x20) {
        case 'r':
            piece.raw = true;
            continue;
        case 'b':
            piece.bytes = true;
            continue;
        case 'f':
            piece.formatted = true;
            continue;
        case 't':
            piece.formatted = piece.templated = true;
            continue;
        case 'u':
            continue;
        }
        piece.body = text;
        return piece;
    }
}

static Piece read_piece(const char *text, uint32_t len)
{
    Piece piece = read_prefix(text);
    uint32_t rest = len - (uint32_t)(piece.body - text);
    uint32_t quotes = rest >= 6 && piece.body[1] == piece.body[0] && piece.body[2] == piece.body[0] ? 3 : 1;
    piece.body += quotes;
    piece.len = rest - 2 * quotes;
    return piece;
}

static void append(PtParser *p, Text *text, const char *bytes, size_t len)
{
    if (text->slice) {
        const char *slice = text->slice;
        text->slice = NULL;
        text->offset = (uint32_t)p->chars.len;
        pt_buf_add(&p->chars, slice, text->len);
    } else if (!text->used) {
        text->offset = (uint32_t)p->chars.len;
    }
    text->used = true;
    pt_buf_add(&p->chars, bytes, len);
    text->len = (uint32_t)(p->chars.len - text->offset);
}

/* Source bytes that stand for themselves. */
static void append_slice(PtParser *p, Text *text, const char *bytes, uint32_t len)
{
    if (!text->used) {
        text->slice = bytes;
        text->len = len;
        text->used = true;
    } else if (len) {
        append(p, text, bytes, len);
    }
}

static void append_code_point(PtParser *p, Text *text, uint32_t cp)
{
    char bytes[4];
    append(p, text, bytes, pt_utf8_encode(cp, bytes));
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

_Noreturn static void fail_escape(PtParser *p, const char *body, const char *from, const char *to, const char *what)
{
    pt_parse_fail_string(p, PT_DIAG_BAD_ESCAPE,
                     "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s",
                     (size_t)(from - body), (size_t)(to - body), what);
}

/* "\xHH", "\uHHHH", "\UHHHHHHHH": reads `digits` hexadecimal digits at s. */
static const char *hex_escape(PtParser *p, Text *text, const Piece *piece, const char *s, int digits)
{
    const char *end = piece->body + piece->len, *q = s;
    uint32_t value = 0;
    int n = 0;
    for (; n < digits && q < end && hex_value(*q) >= 0; n++, q++)
        value = value << 4 | (uint32_t)hex_value(*q);
    if (n < digits) {
        if (piece->bytes)
            pt_parse_fail_string(p, PT_DIAG_BAD_ESCAPE, "(value error) invalid \\x escape at position %zu", (size_t)(s - 2 - piece->body));
        fail_escape(p, piece->body, s - 2, q - 1,
                    digits == 2   ? "truncated \\xXX escape"
                    : digits == 4 ? "truncated \\uXXXX escape"
                                  : "truncated \\UXXXXXXXX escape");
    }
    if (value > 0x10ffff)
        fail_escape(p, piece->body, s - 2, q - 1, "illegal Unicode character");
    if (piece->bytes) {
        char byte = (char)value;
        append(p, text, &byte, 1);
    } else {
        append_code_point(p, text, value);
    }
    return q;
}

static const char *named_escape(PtParser *p, Text *text, const Piece *piece, const char *s)
{
    const char *end = piece->body + piece->len;
    const char *close = s < end && *s == '{' ? memchr(s, '}', (size_t)(end - s)) : NULL;
    if (!close || close == s + 1)
        fail_escape(p, piece->body, s - 2, close ? close : s - 1, "malformed \\N character escape");
    uint32_t cp = pt_unicode_lookup(s + 1, (size_t)(close - s - 1));
    if (cp == UINT32_MAX)
        fail_escape(p, piece->body, s - 2, close, "unknown Unicode character name");
    append_code_point(p, text, cp);
    return close + 1;
}

/* One escape, s just after the backslash; answers what follows. Unknown escapes keep their backslash. */
static const char *escape(PtParser *p, Text *text, const Piece *piece, const char *s)
{
    char c = *s++;
    switch (c) {
    case '\n':
        append(p, text, "", 0);
        return s;
    case '\\':
    case '\'':
    case '"':
        append(p, text, &c, 1);
        return s;
    case 'a':
        append(p, text, "\a", 1);
        return s;
    case 'b':
        append(p, text, "\b", 1);
        return s;
    case 'f':
        append(p, text, "\f", 1);
        return s;
    case 'n':
        append(p, text, "\n", 1);
        return s;
    case 'r':
        append(p, text, "\r", 1);
        return s;
    case 't':
        append(p, text, "\t", 1);
        return s;
    case 'v':
        append(p, text, "\v", 1);
        return s;
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': {
        const char *end = piece->body + piece->len;
        uint32_t value = (uint32_t)(c - '0');
        for (int i = 0; i < 2 && s < end && *s >= '0' && *s <= '7'; i++)
            value = value * 8 + (uint32_t)(*s++ - '0');
        if (piece->bytes) {
            char byte = (char)value;
            append(p, text, &byte, 1);
        } else {
            append_code_point(p, text, value);
        }
        return s;
    }
    case 'x':
        return hex_escape(p, text, piece, s, 2);
    case 'u':
    case 'U':
    case 'N':
        if (!piece->bytes)
            return c == 'N' ? named_escape(p, text, piece, s) : hex_escape(p, text, piece, s, c == 'u' ? 4 : 8);
        break;
    }
    append(p, text, "\\", 1);
    return s - 1;
}

static void decode(PtParser *p, Text *text, const Piece *piece, bool may_escape)
{
    const char *s = piece->body, *end = s + piece->len;
    if (piece->bytes)
        for (const char *q = s; q < end; q++)
            if (*q & 0x80)
                pt_parse_fail_at(p, PT_DIAG_BAD_CHARACTER, p->starts[p->pos], p->ends[p->pos],
                                 "bytes can only contain ASCII literal characters");
    if (piece->raw || !may_escape) {
        append_slice(p, text, s, piece->len);
        return;
    }
    while (s < end) {
        const char *slash = memchr(s, '\\', (size_t)(end - s));
        if (!slash) {
            append_slice(p, text, s, (uint32_t)(end - s));
            return;
        }
        if (slash > s)
            append_slice(p, text, s, (uint32_t)(slash - s));
        if (slash + 1 >= end) {
            append(p, text, "\\", 1);
            return;
        }
        s = escape(p, text, piece, slash + 1);
    }
}

/* Text between replacement fields: escapes, and doubled braces outside a format specification. */
static void decode_middle(PtParser *p, Text *text, Piece piece, bool spec)
{
    const char *s = piece.body, *end = s + piece.len;
    while (s < end) {
        const char *q = s;
        while (q < end && ((*q != '{' && *q != '}') || spec)) {
            if (*q == '\\' && !piece.raw && q + 1 < end) {
                q++;
                if (*q == '{' || *q == '}')
                    continue;
                if (*q == 'N' && q + 1 < end && q[1] == '{') {
                    const char *close = memchr(q, '}', (size_t)(end - q));
                    q = close ? close : q;
                }
            }
            q++;
        }
        if (q < end)
            q++; /* the first of two braces; the second is skipped */
        Piece part = piece;
        part.body = s;
        part.len = (uint32_t)(q - s);
        decode(p, text, &part, memchr(s, '\\', part.len) != NULL);
        s = q < end ? q + 1 : q;
    }
}

static PtNodeId text_constant(PtParser *p, const Text *text, PtConstKind kind, uint32_t side, uint32_t start, uint32_t end)
{
    uint32_t from = text->slice ? (uint32_t)(text->slice - p->text) : text->offset;
    if (!text->slice)
        side |= SIDE_POOL;
    return add_node(p, PT_NODE_Constant, kind | side, start, end, from, text->len);
}

static void flush(PtParser *p, Text *text, uint32_t side)
{
    if (text->used && text->len)
        push(p, text_constant(p, text, PT_CONST_STR, side, text->start, text->end).v);
    *text = (Text){0};
}

static void extend(Text *text, uint32_t start, uint32_t end)
{
    if (!text->used)
        text->start = start;
    text->end = end;
}

/* One f-string or t-string token while its parts are read. */
typedef struct Formatted {
    bool raw, templated;
    uint32_t side;
    PT_VEC(uint32_t) specs; /* format specifications in it */
} Formatted;

static void formatted_parts(PtParser *p, Text *text, Formatted *f, bool spec);

/* In CPython 3.11 a format specification has the position of its whole token, known only at the token's end. */
static void place_specs(PtParser *p, const Formatted *f, uint32_t start)
{
    if (f->templated)
        return;
    for (uint32_t i = 0; i < f->specs.len; i++) {
        p->nodes[f->specs.data[i]].start = start;
        p->nodes[f->specs.data[i]].end = end_of(p);
    }
}

/* Appends the source of "{expr=}" as written between the brace and what follows the "=". */
static void debug_text(PtParser *p, Text *text, uint32_t open_end)
{
    uint32_t to = start_of(p);
    extend(text, open_end, to);
    append_slice(p, text, p->text + open_end, to - open_end);
}

static void fail_empty_field(PtParser *p)
{
    if (!at(p, PT_TOKEN_RBRACE))
        pt_parse_fail_string(p, PT_DIAG_BAD_FSTRING, "f-string: expression required before '%s'", pt_token_text(peek(p)));
    pt_parse_fail_string(p, PT_DIAG_BAD_FSTRING, "f-string: empty expression not allowed");
}

/* replacement_field: '{' (yield_expr | star_expressions) ['='] ['!' NAME] [':' spec] '}'; `nested` in a
   specification, where even a t-string's fields are formatted at once. */
static void replacement_field(PtParser *p, Text *text, Formatted *f, bool nested)
{
    uint32_t open = start_of(p), open_end = p->ends[p->pos], conversion = 0;
    p->pos++;
    if (at(p, PT_TOKEN_RBRACE) || at(p, PT_TOKEN_EXCLAM) || at(p, PT_TOKEN_COLON) || at(p, PT_TOKEN_EQUAL))
        fail_empty_field(p);
    bool parenthesized = at(p, PT_TOKEN_LPAR);
    PtNodeId value = pt_parse_generator(p, pt_parse_yield_or_star_expressions(p), open);
    if (p->nodes[value.v].kind == PT_NODE_Starred)
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, p->nodes[value.v].start, p->nodes[value.v].end,
                         "cannot use starred expression here");
    /* A bare tuple takes in the braces, as it would parentheses. */
    PtNode *node = &p->nodes[value.v];
    if (node->kind == PT_NODE_Tuple && (!parenthesized || node->start != p->starts[p->pos - 1]) &&
        node->end == end_of(p) && p->text[node->end - 1] != ')') {
        node->start = open;
        node->end = p->ends[p->pos];
    }
    uint32_t value_end = end_of(p);
    bool debug = at(p, PT_TOKEN_EQUAL);
    if (debug) {
        p->pos++;
        debug_text(p, text, open_end);
    }
    if (accept(p, PT_TOKEN_EXCLAM)) {
        char c = p->text[start_of(p)];
        if (!at_name(p) || p->ends[p->pos] - start_of(p) != 1 || (c != 's' && c != 'r' && c != 'a'))
            pt_parse_fail_string(p, PT_DIAG_BAD_FSTRING, "f-string: invalid conversion character: expected 's', 'r', or 'a'");
        conversion = (uint32_t)c;
        p->pos++;
    }
    PtNodeId spec = PT_NODE_NONE;
    if (at(p, PT_TOKEN_COLON)) {
        uint32_t start = start_of(p), mark = p->stack.len;
        p->pos++;
        Text part = {0};
        enter(p);
        formatted_parts(p, &part, f, true);
        leave(p);
        flush(p, &part, f->side);
        uint32_t values = take_list(p, mark);
        spec = add_node(p, PT_NODE_JoinedStr, 0, start, start_of(p), values, 0);
        pt_vec_push(p->scratch, &f->specs, spec.v);
    }
    if (!at(p, PT_TOKEN_RBRACE)) {
        if (debug || conversion)
            pt_parse_fail_string(p, PT_DIAG_BAD_FSTRING, "f-string: expecting '}'");
        pt_parse_fail(p);
    }
    uint32_t end = p->ends[p->pos];
    p->pos++;
    if (debug && !conversion && !pt_node_some(spec))
        conversion = 'r';
    flush(p, text, f->side);
    if (!f->templated || nested) {
        push(p, add_node(p, PT_NODE_FormattedValue, conversion, open, end, value.v, spec.v).v);
        return;
    }
    const char *from = p->text + open_end;
    PtNameId source = pt_intern_add(p->names, from, value_end - open_end);
    uint32_t w = add_words(p, 3);
    p->words[w] = value.v;
    p->words[w + 1] = source.v;
    p->words[w + 2] = spec.v;
    push(p, add_node(p, PT_NODE_Interpolation, conversion, open, end, w, 0).v);
}

/* Text and fields up to the end of the string, or of a format specification; leaves the closing token. */
static void formatted_parts(PtParser *p, Text *text, Formatted *f, bool spec)
{
    for (;;) {
        if (at(p, PT_TOKEN_FSTRING_MIDDLE)) {
            uint32_t start = start_of(p), end = p->ends[p->pos];
            extend(text, start, end);
            decode_middle(p, text, (Piece){.raw = f->raw, .body = p->text + start, .len = end - start}, spec);
            p->pos++;
        } else if (at(p, PT_TOKEN_LBRACE)) {
            replacement_field(p, text, f, spec);
        } else {
            return;
        }
    }
}

/* Several adjacent literals, or a single formatted one. */
static PtNodeId concatenation(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len;
    uint32_t side = p->text[start] == 'u' ? SIDE_U : 0;
    bool formatted = false, templated = false, plain = false, bytes = false, first = true;
    Text text = {0};
    for (; at_string(p); first = false) {
        uint32_t from = start_of(p), end = p->ends[p->pos];
        Piece piece = at(p, PT_TOKEN_FSTRING_START) ? read_prefix(p->text + from) : read_piece(p->text + from, end - from);
        if (!first && piece.bytes != bytes)
            pt_parse_fail_string(p, PT_DIAG_INVALID_SYNTAX, "cannot mix bytes and nonbytes literals");
        bytes = piece.bytes;
        if (piece.templated)
            templated = true;
        else
            plain = true;
        if (templated && plain)
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start, end,
                             "cannot mix t-string literals with string or bytes literals");
        if (!piece.formatted) {
            extend(&text, from, end);
            decode(p, &text, &piece, at(p, PT_TOKEN_STRING_ESCAPED));
            p->pos++;
            continue;
        }
        formatted = true;
        p->pos++;
        Formatted f = {.raw = piece.raw, .templated = piece.templated, .side = side};
        formatted_parts(p, &text, &f, false);
        expect(p, PT_TOKEN_FSTRING_END);
        place_specs(p, &f, from);
    }
    if (!formatted)
        return text_constant(p, &text, bytes ? PT_CONST_BYTES : PT_CONST_STR, bytes ? 0 : side, start, end_of(p));
    flush(p, &text, side);
    uint32_t values = take_list(p, mark);
    return add_node(p, templated ? PT_NODE_TemplateStr : PT_NODE_JoinedStr, 0, start, end_of(p), values, 0);
}

/* strings: (STRING | fstring)+ */
PtNodeId pt_parse_strings(PtParser *p)
{
    PtTokenKind second = peek_second(p);
    if (at(p, PT_TOKEN_STRING) && (second < PT_TOKEN_STRING || second > PT_TOKEN_FSTRING_START)) {
        uint32_t start = start_of(p), end = p->ends[p->pos];
        Piece piece = read_piece(p->text + start, end - start);
        if (!piece.bytes) {
            p->pos++;
            return add_node(p, PT_NODE_Constant, PT_CONST_STR | (p->text[start] == 'u' ? SIDE_U : 0), start, end,
                            (uint32_t)(piece.body - p->text), piece.len);
        }
    }
    return concatenation(p);
}
