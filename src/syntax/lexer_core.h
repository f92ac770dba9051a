/* The lexer's hot loop. Included by lexer_scalar.c, lexer_sse2.c and lexer_avx2.c, each of which defines

     LEX_RUN                     the name of the function made here
     classify(p, &names, &rest)  a bit for each ASCII name character among the 64 bytes at p, and one for each byte that
                                 is neither that nor a space
     skip_name(p)                first byte at or after p that is not an ASCII name character
     skip_spaces(p)              first byte at or after p that is not a space
     find_line_end(p)            first '\n' or zero byte at or after p
     find_in_string(p, quote)    first `quote`, backslash, '\n' or zero byte at or after p
     find_in_long(p, quote)      first `quote`, backslash or zero byte at or after p

   All may read up to 63 bytes past the zero that ends the text.

   Which branch a token takes cannot be predicted, and a wrong guess costs more than reading a name. So the text is
   first turned into bits (where tokens may begin, which bytes are name characters), and names, keywords, single digits,
   brackets and one-byte operators then take one path without branches; everything else goes through `dispatch`, which
   also knows these. */
#include <string.h>

#include "syntax/lexer_internal.h"

#define EMIT(kind_, from, to)                           \
    do {                                                \
        kinds[n] = (uint8_t)(kind_);                    \
        starts[n] = (uint32_t)((from) - text);          \
        ends[n] = (uint32_t)((to) - text);              \
        n++;                                            \
    } while (0)

/* Room for the tokens of one step: one, or the returns from all indentations and the end. */
#define RESERVE()                                       \
    do {                                                \
        if (n >= limit) {                               \
            lx->count = n;                              \
            pt_lex_grow(lx);                            \
            kinds = lx->kinds;                          \
            starts = lx->starts;                        \
            ends = lx->ends;                            \
            limit = lx->cap - LEX_ROOM;                 \
        }                                               \
    } while (0)

/* Fills the lexer's bits, from the block of the first byte on. */
static void mark(PtLexer *lx)
{
    size_t len = (size_t)(lx->end - lx->text), first = (size_t)(lx->first - lx->text) / 64;
    uint64_t before = 0;
    for (size_t i = first; i <= len / 64; i++) {
        uint64_t names, rest;
        classify(lx->text + 64 * i, &names, &rest);
        lx->inner[i] = names & (names << 1 | before);
        lx->begins[i] = rest | (names & ~lx->inner[i]);
        before = names >> 63;
    }
    lx->inner[len / 64 + 1] = lx->begins[len / 64 + 1] = 0;
}

/* The bits from offset `at` on, 57 of them at least. */
static inline uint64_t bits_from(const uint64_t *bits, size_t at)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t word;
    memcpy(&word, (const char *)bits + at / 8, sizeof word);
    return word >> at % 8;
#else
    return bits[at / 64] >> at % 64 | bits[at / 64 + 1] << 1 << (63 - at % 64);
#endif
}

/* The first byte at or after `at` that may begin a token. There is one: the zero that ends the text. */
static inline size_t next_begin(const uint64_t *begins, size_t at)
{
    uint64_t bits;
    while (__builtin_expect(!(bits = bits_from(begins, at)), 0))
        at += 57;
    return at + (size_t)__builtin_ctzll(bits);
}

/* Reads tokens from p on up to the first that is barred, and answers where that begins. A function of its own, so that
   all it works with stays in registers. */
static __attribute__((noinline)) const char *quick_tokens(PtLexer *lx, const char *p, uint8_t bar)
{
    const char *text = lx->text;
    const uint64_t *begins = lx->begins, *inner = lx->inner;
    const LexTables *t = &pt_lex_tables;
    uint8_t *kinds = lx->kinds;
    uint32_t *starts = lx->starts, *ends = lx->ends, n = lx->count, limit = lx->cap - LEX_ROOM, depth = lx->depth;
    size_t at = (size_t)(p - text);
    for (;;) {
        LexChar c = t->chars[(unsigned char)text[at]];
        if (c.traits & bar)
            break;
        size_t end = at + 1;
        uint64_t begin = bits_from(begins, end);
        size_t more = (size_t)__builtin_ctzll(~bits_from(inner, end) | 1ull << 57);
        end += more;
        uint64_t key;
        memcpy(&key, text + at, sizeof key);
        key &= t->masks[more];
        if (c.traits & t->followers[(unsigned char)text[end]])
            break;
        if (more == 57 || n >= limit || depth >= LEX_MAX_BRACKETS || !begin)
            break;
        const LexKeyword *k = &t->keywords[PT_LEX_KEYWORD_SLOT(key)];
        uint32_t same = (uint32_t)-(k->key == key);
        kinds[n] = (uint8_t)(c.kind ^ ((c.kind ^ k->kind) & same));
        starts[n] = (uint32_t)at;
        ends[n] = (uint32_t)end;
        n++;
        depth += (uint32_t)c.depth;
        at += 1 + (size_t)__builtin_ctzll(begin);
    }
    lx->count = n;
    lx->depth = depth;
    return text + at;
}

/* End of the string whose body starts at p, or NULL after a fault. */
static inline const char *lex_string(PtLexer *lx, const char *start, const char *p, PtTokenKind *kind)
{
    char quote = *p++;
    *kind = PT_TOKEN_STRING;
    if (p[0] == quote && p[1] == quote) {
        p += 2;
        for (;;) {
            p = find_in_long(p, quote);
            if (*p == quote) {
                if (p[1] == quote && p[2] == quote)
                    return p + 3;
                p++;
            } else if (*p == '\\' && p + 1 < lx->end) {
                *kind = PT_TOKEN_STRING_ESCAPED;
                p += 2;
            } else {
                pt_lex_fail_string(lx, (uint32_t)(start - lx->text), true, lx->end);
                return NULL;
            }
        }
    }
    for (;;) {
        p = find_in_string(p, quote);
        if (*p == quote)
            return p + 1;
        if (*p == '\\' && p + 1 < lx->end) {
            *kind = PT_TOKEN_STRING_ESCAPED;
            p += 2;
        } else {
            pt_lex_fail_string(lx, (uint32_t)(start - lx->text), false, p);
            return NULL;
        }
    }
}

/* Literal text of the innermost f-string from p on: up to a brace, or to the closing quotes. In a format
   specification (`spec`) braces are never doubled. NULL after a fault. */
static const char *lex_fstring_text(PtLexer *lx, const char *p, bool spec)
{
    const LexFrame *f = &lx->frames[lx->frame_count - 1];
    for (;; p++) {
        char c = *p;
        if (c == f->quote) {
            if (!f->triple || (p[1] == c && p[2] == c))
                return p;
        } else if (c == '{') {
            if (spec || p[1] != '{')
                return p;
            p++;
        } else if (c == '}') {
            if (spec || p[1] != '}')
                return p;
            p++;
        } else if (c == '\\') {
            if (p[1] == '{' || p[1] == '}' || p + 1 >= lx->end)
                continue;
            p++;
            if (*p == 'N' && !f->raw && p[1] == '{') {
                const char *q = p + 2;
                while (*q != '}' && *q != '\n' && *q != f->quote && *q)
                    q++;
                if (*q == '}')
                    p = q;
            }
        } else if ((c == '\n' && !f->triple) || (c == 0 && p >= lx->end)) {
            pt_lex_fail_string(lx, f->start, f->triple, p);
            return NULL;
        }
    }
}

/* The indentation of the next line that holds code. Answers where its first token stands, or NULL after a fault;
   stores where its line begins and the columns counted with tabs of 8 and of 1. */
static inline const char *lex_line_start(PtLexer *lx, const char *p, const char **line, uint32_t *column, uint32_t *alt)
{
    for (;;) {
        *line = p;
        p = skip_spaces(p);
        uint32_t col = (uint32_t)(p - *line), altcol = col, continued = 0;
        /* The first backslash after white space fixes the indentation of what follows. */
        for (;; p++) {
            if (*p == ' ') {
                col++, altcol++;
            } else if (*p == '\t') {
                col = (col / 8 + 1) * 8, altcol++;
            } else if (*p == '\f') {
                col = altcol = 0;
            } else if (*p == '\\' && p[1] == '\n' && p + 2 < lx->end) {
                continued = continued ? continued : col;
                p++;
            } else {
                break;
            }
        }
        if (*p == '\n') {
            p++;
            continue;
        }
        if (*p == '#') {
            const char *q = find_line_end(p);
            pt_vec_push(lx->arena, &lx->comments, (uint32_t)(p - lx->text));
            pt_vec_push(lx->arena, &lx->comments, (uint32_t)(q - lx->text));
            p = q;
            if (*p == '\n') {
                p++;
                continue;
            }
        }
        *column = continued ? continued : col;
        *alt = continued ? continued : altcol;
        return p;
    }
}

bool LEX_RUN(PtLexer *lx)
{
    const char *text = lx->text, *p = lx->first, *start, *line = p;
    const uint64_t *begins = lx->begins;
    uint8_t *kinds = lx->kinds;
    uint32_t *starts = lx->starts, *ends = lx->ends, n = lx->count, limit = lx->cap - LEX_ROOM, len;
    const uint8_t normal_bar = lx->quick ? LEX_RARE : LEX_RARE | LEX_BRACKET;
    uint8_t bar = normal_bar; /* in fields of f-strings: all, because some tokens mean something else there */
    PtTokenKind kind;

    mark(lx);

line_start: {
    uint32_t col, alt;
    RESERVE();
    start = p = text + next_begin(begins, (size_t)(p - text));
    switch (*p) {
    case '\n':
        line = ++p;
        goto line_start;
    case '#':
        p = find_line_end(p);
        if (*p == '\n') {
            pt_vec_push(lx->arena, &lx->comments, (uint32_t)(start - text));
            pt_vec_push(lx->arena, &lx->comments, (uint32_t)(p - text));
            line = ++p;
            goto line_start;
        }
        /* fall through */
    case '\t':
    case '\f':
    case '\\':
        start = p = lex_line_start(lx, line, &line, &col, &alt);
        break;
    default:
        col = alt = (uint32_t)(p - line);
    }
    if (p >= lx->end)
        goto end_of_file;
    uint32_t top = lx->indent;
    if (col == lx->indents[top]) {
        if (alt != lx->alt_indents[top])
            goto bad_tabs;
    } else if (col > lx->indents[top]) {
        if (top + 1 >= LEX_MAX_INDENTS) {
            pt_lex_fail(lx, PT_DIAG_TOO_DEEP_INDENT, line, p, "too many levels of indentation");
            goto failed;
        }
        if (alt <= lx->alt_indents[top])
            goto bad_tabs;
        lx->indent = ++top;
        lx->indents[top] = col;
        lx->alt_indents[top] = alt;
        EMIT(PT_TOKEN_INDENT, p, p);
    } else {
        while (top && col < lx->indents[top])
            top--;
        if (col != lx->indents[top]) {
            pt_lex_fail(lx, PT_DIAG_BAD_DEDENT, find_line_end(p), find_line_end(p), "unindent does not match any outer indentation level");
            goto failed;
        }
        if (alt != lx->alt_indents[top])
            goto bad_tabs;
        for (; lx->indent > top; lx->indent--)
            EMIT(PT_TOKEN_DEDENT, p, p);
    }
    goto quick;
bad_tabs:
    pt_lex_fail(lx, PT_DIAG_INCONSISTENT_TABS, line, find_line_end(p), "inconsistent use of tabs and spaces in indentation");
    goto failed;
}

next:
    start = p = text + next_begin(begins, (size_t)(p - text));
quick:
    RESERVE();
    lx->count = n;
    start = p = quick_tokens(lx, p, bar);
    n = lx->count;
    kinds = lx->kinds;
    starts = lx->starts;
    ends = lx->ends;
    limit = lx->cap - LEX_ROOM;
    if (lx->depth > LEX_MAX_BRACKETS)
        goto failed;
    if (*p == '\n')
        goto line_end;

dispatch:
    switch ((unsigned char)*p) {
    case ' ':
    case '\t':
    case '\f':
        p++;
        goto next;
    case '\n':
    line_end:
        p++;
        if (lx->depth)
            goto next;
        line = p;
        EMIT(PT_TOKEN_NEWLINE, start, p);
        goto line_start;
    case '#':
        p = find_line_end(p);
        pt_vec_push(lx->arena, &lx->comments, (uint32_t)(start - text));
        pt_vec_push(lx->arena, &lx->comments, (uint32_t)(p - text));
        if (*p == '\n' && !lx->depth) {
            /* CPython counts a comment to the line end that follows it. */
            line = ++p;
            EMIT(PT_TOKEN_NEWLINE, start, p);
            goto line_start;
        }
        goto next;
    case '\\':
        if (p[1] == '\n') {
            if (p + 2 >= lx->end) {
                pt_lex_fail(lx, PT_DIAG_BAD_CONTINUATION, p + 1, p + 1, "unexpected EOF while parsing");
                goto failed;
            }
            p += 2;
            goto next;
        }
        if (p + 1 >= lx->end)
            pt_lex_fail(lx, PT_DIAG_BAD_CONTINUATION, p + 1, p + 1, "unexpected EOF while parsing");
        else
            pt_lex_fail(lx, PT_DIAG_BAD_CONTINUATION, p + 1, p + 2, "unexpected character after line continuation character");
        goto failed;
    case 0:
        if (p >= lx->end)
            goto end_of_file;
        pt_lex_fail(lx, PT_DIAG_NULL_BYTE, p, p + 1, "source code cannot contain null bytes");
        goto failed;

    case 'a': case 'b': case 'c': case 'd': case 'e': case 'f': case 'g': case 'h': case 'i': case 'j': case 'k':
    case 'l': case 'm': case 'n': case 'o': case 'p': case 'q': case 'r': case 's': case 't': case 'u': case 'v':
    case 'w': case 'x': case 'y': case 'z':
    case 'A': case 'B': case 'C': case 'D': case 'E': case 'F': case 'G': case 'H': case 'I': case 'J': case 'K':
    case 'L': case 'M': case 'N': case 'O': case 'P': case 'Q': case 'R': case 'S': case 'T': case 'U': case 'V':
    case 'W': case 'X': case 'Y': case 'Z': case '_': {
        p = skip_name(p + 1);
        len = (uint32_t)(p - start);
        unsigned char c = (unsigned char)*p;
        if (c >= 0x80)
            goto unicode_name;
        if (c == '"' || c == '\'') {
            bool formatted, raw;
            if (pt_lex_prefix(start, len, &formatted, &raw)) {
                if (!formatted)
                    goto string;
                goto fstring_start;
            }
        }
        uint64_t key = pt_lex_key(start, len);
        const LexKeyword *k = &pt_lex_tables.keywords[PT_LEX_KEYWORD_SLOT(key)];
        kind = k->key == key && len <= 8 ? (PtTokenKind)k->kind : PT_TOKEN_NAME;
        EMIT(kind, start, p);
        goto next;
    }
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
        if (!(pt_lex_class[(unsigned char)p[1]] & LEX_IDENT) && p[1] != '.' && !(p[1] & 0x80)) {
            p++;
            EMIT(PT_TOKEN_INT, start, p);
            goto next;
        }
        p = pt_lex_number(lx, p, &kind);
        if (!p)
            goto failed;
        EMIT(kind, start, p);
        if (pt_lex_class[(unsigned char)*p] & LEX_IDENT) {
            start = p; /* a keyword, without a space before it */
            goto dispatch;
        }
        goto next;
    case '"':
    case '\'':
    string:
        p = lex_string(lx, start, p, &kind);
        if (!p)
            goto failed;
        EMIT(kind, start, p);
        goto next;

    case '(':
    case '[':
    case '{':
        if (lx->depth == LEX_MAX_BRACKETS) {
            pt_lex_fail(lx, PT_DIAG_TOO_DEEP_NESTING, p, p + 1, "too many nested parentheses");
            goto failed;
        }
        lx->brackets[++lx->depth] = (LexBracket){*p, (uint32_t)(p - text)};
        EMIT(*p == '(' ? PT_TOKEN_LPAR : *p == '[' ? PT_TOKEN_LSQB : PT_TOKEN_LBRACE, p, p + 1);
        p++;
        goto next;
    case ')':
        if (lx->depth && lx->brackets[lx->depth].open == '(')
            lx->depth--;
        else if (!pt_lex_close(lx, ')', p))
            goto failed;
        p++;
        EMIT(PT_TOKEN_RPAR, start, p);
        goto next;
    case ']':
        if (lx->depth && lx->brackets[lx->depth].open == '[')
            lx->depth--;
        else if (!pt_lex_close(lx, ']', p))
            goto failed;
        p++;
        EMIT(PT_TOKEN_RSQB, start, p);
        goto next;
    case '}':
        if (lx->frame_count && lx->depth && lx->brackets[lx->depth].open == 'F') {
            lx->depth--;
            p++;
            EMIT(PT_TOKEN_RBRACE, start, p);
            goto fstring_text;
        }
        if (!pt_lex_close(lx, '}', p))
            goto failed;
        p++;
        EMIT(PT_TOKEN_RBRACE, start, p);
        goto next;
    case ',':
        p++;
        EMIT(PT_TOKEN_COMMA, start, p);
        goto next;
    case ';':
        p++;
        EMIT(PT_TOKEN_SEMI, start, p);
        goto next;
    case ':':
        p++;
        if (lx->frame_count && lx->depth && lx->brackets[lx->depth].open == 'F') {
            EMIT(PT_TOKEN_COLON, start, p);
            goto fstring_text;
        }
        if (*p == '=') {
            p++;
            EMIT(PT_TOKEN_COLONEQUAL, start, p);
            goto next;
        }
        EMIT(PT_TOKEN_COLON, start, p);
        goto next;
    case '.':
        if (pt_lex_class[(unsigned char)p[1]] & LEX_DIGIT) {
            p = pt_lex_number(lx, p, &kind);
            if (!p)
                goto failed;
            EMIT(kind, start, p);
            goto next;
        }
        if (p[1] == '.' && p[2] == '.') {
            p += 3;
            EMIT(PT_TOKEN_ELLIPSIS, start, p);
            goto next;
        }
        p++;
        EMIT(PT_TOKEN_DOT, start, p);
        goto next;
    case '=':
        kind = p[1] == '=' ? PT_TOKEN_EQEQUAL : PT_TOKEN_EQUAL;
        goto one_or_two;
    case '+':
        kind = p[1] == '=' ? PT_TOKEN_PLUSEQUAL : PT_TOKEN_PLUS;
        goto one_or_two;
    case '%':
        kind = p[1] == '=' ? PT_TOKEN_PERCENTEQUAL : PT_TOKEN_PERCENT;
        goto one_or_two;
    case '@':
        kind = p[1] == '=' ? PT_TOKEN_ATEQUAL : PT_TOKEN_AT;
        goto one_or_two;
    case '&':
        kind = p[1] == '=' ? PT_TOKEN_AMPEREQUAL : PT_TOKEN_AMPER;
        goto one_or_two;
    case '|':
        kind = p[1] == '=' ? PT_TOKEN_VBAREQUAL : PT_TOKEN_VBAR;
        goto one_or_two;
    case '^':
        kind = p[1] == '=' ? PT_TOKEN_CIRCUMFLEXEQUAL : PT_TOKEN_CIRCUMFLEX;
        goto one_or_two;
    one_or_two:
        if (p[1] == '=') {
            p += 2;
            EMIT(kind, start, p);
            goto next;
        }
        p++;
        EMIT(kind, start, p);
        goto next;
    case '-':
        if (p[1] == '>') {
            p += 2;
            EMIT(PT_TOKEN_ARROW, start, p);
            goto next;
        }
        kind = p[1] == '=' ? PT_TOKEN_MINEQUAL : PT_TOKEN_MINUS;
        goto one_or_two;
    case '*':
        if (p[1] == '*') {
            kind = p[2] == '=' ? PT_TOKEN_DOUBLESTAREQUAL : PT_TOKEN_DOUBLESTAR;
            goto two_or_three;
        }
        kind = p[1] == '=' ? PT_TOKEN_STAREQUAL : PT_TOKEN_STAR;
        goto one_or_two;
    case '/':
        if (p[1] == '/') {
            kind = p[2] == '=' ? PT_TOKEN_DOUBLESLASHEQUAL : PT_TOKEN_DOUBLESLASH;
            goto two_or_three;
        }
        kind = p[1] == '=' ? PT_TOKEN_SLASHEQUAL : PT_TOKEN_SLASH;
        goto one_or_two;
    case '<':
        if (p[1] == '<') {
            kind = p[2] == '=' ? PT_TOKEN_LEFTSHIFTEQUAL : PT_TOKEN_LEFTSHIFT;
            goto two_or_three;
        }
        if (p[1] == '>') {
            p += 2; /* Python 2's "not equal" */
            EMIT(PT_TOKEN_ERROR, start, p);
            goto next;
        }
        kind = p[1] == '=' ? PT_TOKEN_LESSEQUAL : PT_TOKEN_LESS;
        goto one_or_two;
    case '>':
        if (p[1] == '>') {
            kind = p[2] == '=' ? PT_TOKEN_RIGHTSHIFTEQUAL : PT_TOKEN_RIGHTSHIFT;
            goto two_or_three;
        }
        kind = p[1] == '=' ? PT_TOKEN_GREATEREQUAL : PT_TOKEN_GREATER;
        goto one_or_two;
    two_or_three:
        p += 2 + (p[2] == '=');
        EMIT(kind, start, p);
        goto next;
    case '!':
        kind = p[1] == '=' ? PT_TOKEN_NOTEQUAL : PT_TOKEN_EXCLAM;
        goto one_or_two;
    case '~':
        p++;
        EMIT(PT_TOKEN_TILDE, start, p);
        goto next;
    case '$':
    case '?':
    case '`':
        p++;
        EMIT(PT_TOKEN_ERROR, start, p);
        goto next;
    default:
        if ((unsigned char)*p < 0x80) {
            pt_lex_fail_character(lx, p);
            goto failed;
        }
        goto unicode_name;
    }

unicode_name:
    p = pt_lex_unicode_name(lx, start, p);
    if (!p)
        goto failed;
    EMIT(PT_TOKEN_NAME_UNICODE, start, p);
    goto next;

fstring_start: {
    bool formatted, raw;
    pt_lex_prefix(start, (size_t)(p - start), &formatted, &raw);
    if (lx->frame_count == LEX_MAX_FSTRINGS) {
        pt_lex_fail(lx, PT_DIAG_TOO_DEEP_NESTING, start, p, "too many nested f-strings");
        goto failed;
    }
    bool triple = p[1] == *p && p[2] == *p;
    lx->frames[lx->frame_count++] = (LexFrame){*p, triple, raw, (uint32_t)(start - text), lx->depth};
    p += triple ? 3 : 1;
    bar = 0xff;
    EMIT(PT_TOKEN_FSTRING_START, start, p);
}
fstring_text: {
    /* In the specification of a field its brace is still open above the string's own depth. */
    const LexFrame *f = &lx->frames[lx->frame_count - 1];
    RESERVE();
    start = p;
    p = lex_fstring_text(lx, p, lx->depth > f->depth);
    if (!p)
        goto failed;
    if (p > start)
        EMIT(PT_TOKEN_FSTRING_MIDDLE, start, p);
    if (*p == '{') {
        if (lx->depth == LEX_MAX_BRACKETS) {
            pt_lex_fail(lx, PT_DIAG_TOO_DEEP_NESTING, p, p + 1, "f-string: too many nested expressions");
            goto failed;
        }
        lx->brackets[++lx->depth] = (LexBracket){'F', (uint32_t)(p - text)};
        EMIT(PT_TOKEN_LBRACE, p, p + 1);
        p++;
        goto next;
    }
    if (*p == '}') {
        if (lx->depth == f->depth) {
            pt_lex_fail(lx, PT_DIAG_BAD_FSTRING, p, p + 1, "f-string: single '}' is not allowed");
            goto failed;
        }
        lx->depth--;
        EMIT(PT_TOKEN_RBRACE, p, p + 1);
        p++;
        goto fstring_text;
    }
    if (lx->depth != f->depth) {
        pt_lex_fail(lx, PT_DIAG_BAD_FSTRING, p, p + 1, "f-string: expecting '}'");
        goto failed;
    }
    uint32_t close = f->triple ? 3 : 1;
    lx->frame_count--;
    bar = lx->frame_count ? 0xff : normal_bar;
    EMIT(PT_TOKEN_FSTRING_END, p, p + close);
    p += close;
    goto next;
}

end_of_file:
    p = lx->end;
    if (lx->frame_count) {
        const LexFrame *f = &lx->frames[lx->frame_count - 1];
        pt_lex_fail_string(lx, f->start, f->triple, p);
        goto failed;
    }
    if (!lx->depth) {
        if (n && kinds[n - 1] != PT_TOKEN_NEWLINE && kinds[n - 1] != PT_TOKEN_DEDENT)
            EMIT(PT_TOKEN_NEWLINE, p, p);
        for (; lx->indent; lx->indent--)
            EMIT(PT_TOKEN_DEDENT, p, p);
    }
    for (int i = 0; i <= PT_TOKEN_PADDING; i++)
        EMIT(PT_TOKEN_END, p, p);
    lx->count = n - PT_TOKEN_PADDING;
    return true;

failed:
    for (int i = 0; i <= PT_TOKEN_PADDING; i++)
        EMIT(PT_TOKEN_ERROR, text + lx->error.start, text + lx->error.end);
    lx->count = n - PT_TOKEN_PADDING;
    return false;
}
