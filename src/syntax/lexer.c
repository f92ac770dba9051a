/* The lexer: bytes → tokens. Here: its entry, and what happens rarely; the hot loop is lexer_core.h. */
#include <stdarg.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "syntax/lexer_internal.h"
#include "syntax/unicode.h"

/* Bits LEX_*; bytes beyond ASCII have none. */
const uint8_t pt_lex_class[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 0, 0, 0, 0, 0, 0,
    0, 11, 11, 11, 11, 11, 11, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 3,
    0, 11, 11, 11, 11, 11, 11, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0,
};

#define RARE {LEX_RARE, 0, 0, 0}
#define NAME {LEX_NAME, PT_TOKEN_NAME, 0, 0}
#define SIGN(kind) {LEX_SIGN, PT_TOKEN_##kind, 0, 0}
#define OPEN(kind) {LEX_BRACKET, PT_TOKEN_##kind, 1, 0}
#define CLOSE(kind) {LEX_BRACKET, PT_TOKEN_##kind, -1, 0}
#define MASK(n) ~(uint64_t)0 >> (64 - 8 * (n))
const LexTables pt_lex_tables = {
    .chars = {
        [0 ... '$'] = RARE,
        ['\''] = RARE,
        [';'] = {LEX_PLAIN, PT_TOKEN_SEMI, 0, 0},
        ['?'] = RARE,
        ['\\'] = RARE,
        ['`'] = RARE,
        ['~' ... 255] = RARE,
        ['a' ... 'z'] = NAME,
        ['A' ... 'Z'] = NAME,
        ['_'] = NAME,
        ['0' ... '9'] = RARE,
        ['('] = OPEN(LPAR),
        [')'] = CLOSE(RPAR),
        ['['] = OPEN(LSQB),
        [']'] = CLOSE(RSQB),
        ['{'] = OPEN(LBRACE),
        ['}'] = CLOSE(RBRACE),
        [','] = {LEX_PLAIN, PT_TOKEN_COMMA, 0, 0},
        ['.'] = {LEX_DOT, PT_TOKEN_DOT, 0, 0},
        ['='] = SIGN(EQUAL),
        [':'] = SIGN(COLON),
        ['+'] = SIGN(PLUS),
        ['-'] = SIGN(MINUS),
        ['*'] = SIGN(STAR),
        ['/'] = SIGN(SLASH),
        ['%'] = SIGN(PERCENT),
        ['@'] = SIGN(AT),
        ['&'] = SIGN(AMPER),
        ['|'] = SIGN(VBAR),
        ['^'] = SIGN(CIRCUMFLEX),
        ['<'] = SIGN(LESS),
        ['>'] = SIGN(GREATER),
    },
    .followers = {
        ['"'] = LEX_NAME,
        ['\''] = LEX_NAME,
        ['.'] = LEX_DOT,
        ['0' ... '9'] = LEX_DOT,
        ['='] = LEX_SIGN,
        ['*'] = LEX_SIGN,
        ['/'] = LEX_SIGN,
        ['<'] = LEX_SIGN,
        ['>'] = LEX_SIGN,
        [128 ... 255] = LEX_NAME,
    },
    /* Generated: slot of each keyword under PT_LEX_KEYWORD_SLOT. The empty text hashes to slot 0, which stays free. */
    .keywords = {
        [0] = {1, PT_TOKEN_NAME},
        [2] = {0x73736170u, PT_TOKEN_PASS}, /* pass */
        [4] = {0x6669u, PT_TOKEN_IF}, /* if */
        [6] = {0x6e7275746572u, PT_TOKEN_RETURN}, /* return */
        [7] = {0x7469617761u, PT_TOKEN_AWAIT}, /* await */
        [10] = {0x726fu, PT_TOKEN_OR}, /* or */
        [12] = {0x68746977u, PT_TOKEN_WITH}, /* with */
        [13] = {0x6c61636f6c6e6f6eu, PT_TOKEN_NONLOCAL}, /* nonlocal */
        [15] = {0x65757254u, PT_TOKEN_TRUE}, /* True */
        [16] = {0x65736c6146u, PT_TOKEN_FALSE}, /* False */
        [17] = {0x65736c65u, PT_TOKEN_ELSE}, /* else */
        [18] = {0x747065637865u, PT_TOKEN_EXCEPT}, /* except */
        [21] = {0x746f6eu, PT_TOKEN_NOT}, /* not */
        [23] = {0x646c656979u, PT_TOKEN_YIELD}, /* yield */
        [24] = {0x7369u, PT_TOKEN_IS}, /* is */
        [26] = {0x6b61657262u, PT_TOKEN_BREAK}, /* break */
        [28] = {0x796c6c616e6966u, PT_TOKEN_FINALLY}, /* finally */
        [29] = {0x636e797361u, PT_TOKEN_ASYNC}, /* async */
        [33] = {0x7373616c63u, PT_TOKEN_CLASS}, /* class */
        [35] = {0x726f66u, PT_TOKEN_FOR}, /* for */
        [36] = {0x656c696877u, PT_TOKEN_WHILE}, /* while */
        [37] = {0x65756e69746e6f63u, PT_TOKEN_CONTINUE}, /* continue */
        [39] = {0x666564u, PT_TOKEN_DEF}, /* def */
        [41] = {0x656e6f4eu, PT_TOKEN_NONE}, /* None */
        [42] = {0x747265737361u, PT_TOKEN_ASSERT}, /* assert */
        [45] = {0x7361u, PT_TOKEN_AS}, /* as */
        [47] = {0x66696c65u, PT_TOKEN_ELIF}, /* elif */
        [48] = {0x646e61u, PT_TOKEN_AND}, /* and */
        [49] = {0x6573696172u, PT_TOKEN_RAISE}, /* raise */
        [51] = {0x6c61626f6c67u, PT_TOKEN_GLOBAL}, /* global */
        [53] = {0x797274u, PT_TOKEN_TRY}, /* try */
        [55] = {0x6d6f7266u, PT_TOKEN_FROM}, /* from */
        [56] = {0x6164626d616cu, PT_TOKEN_LAMBDA}, /* lambda */
        [60] = {0x6c6564u, PT_TOKEN_DEL}, /* del */
        [61] = {0x6e69u, PT_TOKEN_IN}, /* in */
        [63] = {0x74726f706d69u, PT_TOKEN_IMPORT}, /* import */
    },
    .masks = {MASK(1), MASK(2), MASK(3), MASK(4), MASK(5), MASK(6), MASK(7), MASK(8)},
};

const char *pt_token_text(PtTokenKind kind)
{
    static const char *const texts[] = {
#define T(name, text) text,
#define O(name, text) text,
#define K(name, text) text,
#include "syntax/token.def"
    };
    return texts[kind];
}

const char *pt_token_name(PtTokenKind kind)
{
    static const char *const names[] = {
#define T(name, text) #name,
#define O(name, text) #name,
#define K(name, text) #name,
#include "syntax/token.def"
    };
    return names[kind];
}

void pt_lex_grow(PtLexer *lx)
{
    size_t old = lx->cap, cap = old ? old * 2 : (size_t)lx->source->len / 3 + 2 * LEX_ROOM;
    if (cap > UINT32_MAX)
        cap = UINT32_MAX;
    if (cap <= old)
        pt_arena_fail(lx->scratch);
    lx->kinds = pt_arena_grow(lx->scratch, lx->kinds, old, cap);
    lx->starts = pt_arena_grow(lx->scratch, lx->starts, old * sizeof *lx->starts, cap * sizeof *lx->starts);
    lx->ends = pt_arena_grow(lx->scratch, lx->ends, old * sizeof *lx->ends, cap * sizeof *lx->ends);
    lx->cap = (uint32_t)cap;
}

bool pt_lex_fail(PtLexer *lx, PtDiagCode code, const char *start, const char *end, const char *fmt, ...)
{
    if (lx->error.code)
        return false;
    va_list args;
    va_start(args, fmt);
    PtBuf buf = pt_buf_make(lx->arena);
    pt_buf_vprintf(&buf, fmt, args);
    va_end(args);
    lx->error = (PtLexError){code, (uint32_t)(start - lx->text), (uint32_t)(end - lx->text), pt_buf_text(&buf)};
    return false;
}

bool pt_lex_fail_string(PtLexer *lx, uint32_t start, bool triple, const char *at)
{
    PtSourcePlace place = pt_source_place(lx->source, (uint32_t)(at - lx->text));
    /* A final line end belongs to the line before it. */
    if (triple && place.line > 1 && place.column == 0 && at == lx->end)
        place.line--;
    return pt_lex_fail(lx, PT_DIAG_UNTERMINATED_STRING, lx->text + start, lx->text + start + 1,
                       triple ? "unterminated triple-quoted string literal (detected at line %u)"
                              : "unterminated string literal (detected at line %u)",
                       place.line);
}

bool pt_lex_fail_character(PtLexer *lx, const char *p)
{
    uint32_t size, cp = pt_utf8_decode(p, (size_t)(lx->end - p), &size);
    if (cp == PT_UTF8_BAD)
        return pt_lex_fail(lx, PT_DIAG_BAD_ENCODING, p, p + 1, "the source is not valid UTF-8");
    if (!pt_unicode_is_printable(cp))
        return pt_lex_fail(lx, PT_DIAG_BAD_CHARACTER, p, p + size, "invalid non-printable character U+%04X", cp);
    return pt_lex_fail(lx, PT_DIAG_BAD_CHARACTER, p, p + size, "invalid character '%.*s' (U+%04X)", (int)size, p, cp);
}

bool pt_lex_close(PtLexer *lx, char close, const char *p)
{
    if (lx->depth == 0)
        return pt_lex_fail(lx, PT_DIAG_BAD_BRACKET, p, p + 1, "unmatched '%c'", close);
    const LexBracket *open = &lx->brackets[lx->depth];
    bool field = open->open == 'F';
    char wanted = open->open == '(' ? ')' : open->open == '[' ? ']' : '}';
    if (close == wanted) {
        lx->depth--;
        return true;
    }
    if (field)
        return pt_lex_fail(lx, PT_DIAG_BAD_BRACKET, p, p + 1, "f-string: unmatched '%c'", close);
    uint32_t open_line = pt_source_place(lx->source, open->start).line;
    if (open_line != pt_source_place(lx->source, (uint32_t)(p - lx->text)).line)
        return pt_lex_fail(lx, PT_DIAG_BAD_BRACKET, p, p + 1,
                           "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u", close,
                           open->open, open_line);
    return pt_lex_fail(lx, PT_DIAG_BAD_BRACKET, p, p + 1,
                       "closing parenthesis '%c' does not match opening parenthesis '%c'", close, open->open);
}

bool pt_lex_prefix(const char *p, size_t len, bool *formatted, bool *raw)
{
    *formatted = *raw = false;
    if (len == 0 || len > 2)
        return false;
    bool u = false, b = false, r = false, f = false;
    for (size_t i = 0; i < len; i++) {
        bool *flag;
        switch (p[i] | 0x20) {
        case 'u':
            flag = &u;
            break;
        case 'b':
            flag = &b;
            break;
        case 'r':
            flag = &r;
            break;
        case 'f':
        case 't':
            flag = &f;
            break;
        default:
            return false;
        }
        if (*flag)
            return false;
        *flag = true;
    }
    *formatted = f;
    *raw = r;
    return !(u && len > 1) && !(b && f);
}

const char *pt_lex_unicode_name(PtLexer *lx, const char *start, const char *p)
{
    for (;;) {
        if (!((unsigned char)*p & 0x80)) {
            if (!(pt_lex_class[(unsigned char)*p] & LEX_IDENT))
                return p;
            p++;
            continue;
        }
        uint32_t size, cp = pt_utf8_decode(p, (size_t)(lx->end - p), &size);
        bool good = cp != PT_UTF8_BAD && (p == start ? pt_unicode_is_id_start(cp) : pt_unicode_is_id_continue(cp));
        if (!good) {
            pt_lex_fail_character(lx, p);
            return NULL;
        }
        p += size;
    }
}

/* ---- numbers ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const char *bad_number(PtLexer *lx, const char *last, const char *fmt, int digit, const char *kind)
{
    if (digit)
        pt_lex_fail(lx, PT_DIAG_BAD_NUMBER, last, last + 1, "invalid digit '%c' in %s literal", digit, kind);
    else
        pt_lex_fail(lx, PT_DIAG_BAD_NUMBER, last, last + 1, fmt, kind);
    return NULL;
}

static bool is_word(const char *p, const char *word)
{
    size_t len = strlen(word);
    return strncmp(p, word, len) == 0 && !(pt_lex_class[(unsigned char)p[len]] & LEX_IDENT) && !(p[len] & 0x80);
}

/* A number may be followed at once by one of these keywords, by nothing else that could be part of a name. */
static const char *end_number(PtLexer *lx, const char *p, const char *kind)
{
    unsigned char c = (unsigned char)*p;
    if (!(pt_lex_class[c] & LEX_IDENT) && c < 0x80)
        return p;
    if (is_word(p, "and") || is_word(p, "else") || is_word(p, "for") || is_word(p, "or") || is_word(p, "not") ||
        (c == 'i' && (p[1] == 'f' || p[1] == 'n' || p[1] == 's')))
        return p;
    return bad_number(lx, p - 1, "invalid %s literal", 0, kind);
}

/* Digits with single underscores between them; p is at a digit. */
static const char *decimal_tail(PtLexer *lx, const char *p)
{
    for (;;) {
        while (is_digit(*p))
            p++;
        if (*p != '_')
            return p;
        p++;
        if (!is_digit(*p))
            return bad_number(lx, p - 1, "invalid %s literal", 0, "decimal");
    }
}

static const char *based_number(PtLexer *lx, const char *p, const char *kind, int bits)
{
    p += 2;
    for (;;) {
        if (*p == '_')
            p++;
        const char *first = p;
        while (bits == 4 ? (pt_lex_class[(unsigned char)*p] & LEX_HEX) != 0 : *p >= '0' && *p < '0' + (1 << bits))
            p++;
        if (p == first) {
            if (bits < 4 && is_digit(*p))
                return bad_number(lx, p, "", *p, kind);
            return bad_number(lx, p - 1, "invalid %s literal", 0, kind);
        }
        if (*p != '_')
            break;
    }
    if (bits < 4 && is_digit(*p))
        return bad_number(lx, p, "", *p, kind);
    return end_number(lx, p, kind);
}

const char *pt_lex_number(PtLexer *lx, const char *p, PtTokenKind *kind)
{
    const char *start = p, *zeros_end = NULL;
    bool underscored = false;
    *kind = PT_TOKEN_INT;
    if (*p == '0') {
        *kind = PT_TOKEN_INT_OTHER;
        switch (p[1] | 0x20) {
        case 'x':
            return based_number(lx, p, "hexadecimal", 4);
        case 'o':
            return based_number(lx, p, "octal", 3);
        case 'b':
            return based_number(lx, p, "binary", 1);
        }
        while (*p == '0' || *p == '_') {
            if (*p == '_' && !is_digit(p[1]))
                return bad_number(lx, p, "invalid %s literal", 0, "decimal");
            if (*p == '_' && p[1] != '0') {
                p++;
                break;
            }
            p++;
        }
        zeros_end = p;
        if (is_digit(*p) && !(p = decimal_tail(lx, p)))
            return NULL;
        if (p == zeros_end)
            zeros_end = NULL;
    } else if (*p != '.') {
        if (!(p = decimal_tail(lx, p)))
            return NULL;
        underscored = memchr(start, '_', (size_t)(p - start)) != NULL;
    }
    if (underscored)
        *kind = PT_TOKEN_INT_OTHER;
    if (*p == '.') {
        *kind = PT_TOKEN_FLOAT;
        p++;
        if (is_digit(*p) && !(p = decimal_tail(lx, p)))
            return NULL;
    }
    if (*p == 'e' || *p == 'E') {
        const char *e = p;
        p++;
        if (*p == '+' || *p == '-') {
            p++;
            if (!is_digit(*p))
                return bad_number(lx, p - 1, "invalid %s literal", 0, "decimal");
        } else if (!is_digit(*p)) {
            return end_number(lx, e, "decimal");
        }
        *kind = PT_TOKEN_FLOAT;
        if (!(p = decimal_tail(lx, p)))
            return NULL;
    }
    if (*p == 'j' || *p == 'J') {
        *kind = PT_TOKEN_IMAGINARY;
        return end_number(lx, p + 1, "imaginary");
    }
    if (zeros_end && *kind != PT_TOKEN_FLOAT) {
        pt_lex_fail(lx, PT_DIAG_BAD_NUMBER, start, zeros_end,
                    "leading zeros in decimal integer literals are not permitted; "
                    "use an 0o prefix for octal integers");
        return NULL;
    }
    return end_number(lx, p, "decimal");
}

/* ---- entry ---- */

/* The fastest hot loop this machine can run. */
static bool (*best_loop(void))(PtLexer *)
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") ? pt_lex_run_avx2 : pt_lex_run_sse2;
#else
    return pt_lex_run_scalar;
#endif
}

PtLexer *pt_lex_open(PtArena *scratch, PtArena *arena, const PtSource *source, bool quick)
{
    PtLexer *lx = pt_arena_new(scratch, PtLexer);
    lx->quick = quick;
    lx->scratch = scratch;
    lx->arena = arena;
    lx->source = source;
    lx->text = lx->first = source->text;
    lx->end = source->text + source->len;
    size_t blocks = source->len / 64 + 2;
    lx->begins = pt_arena_alloc(scratch, 2 * blocks * sizeof *lx->begins);
    lx->inner = lx->begins + blocks;
    pt_lex_grow(lx);
    return lx;
}

static PtTokens *lex(const PtPass *pass, const PtSource *source, uint32_t offset, bool quick)
{
    PtLexer *lx = pt_lex_open(pass->scratch, pass->arena, source, quick);
    lx->first += offset;
    if (!best_loop()(lx) && lx->frame_count)
        pt_lex_explain_fstring(lx);
    PtTokens *tokens = pt_arena_new(pass->scratch, PtTokens);
    *tokens = (PtTokens){
        .source = source,
        .kinds = lx->kinds,
        .starts = lx->starts,
        .ends = lx->ends,
        .count = lx->count,
        .comments = lx->comments.data,
        .comment_count = lx->comments.len / 2,
        .error = lx->error,
    };
    if (lx->depth && !quick) {
        const LexBracket *open = &lx->brackets[lx->depth];
        tokens->open_bracket = open->open == 'F' ? '{' : open->open;
        tokens->open_start = open->start;
    }
    return tokens;
}

PtTokens *pt_lex(const PtPass *pass, const PtSource *source)
{
    return lex(pass, source, 0, false);
}

PtTokens *pt_lex_quick(const PtPass *pass, const PtSource *source)
{
    return lex(pass, source, 0, true);
}

PtTokens *pt_lex_from(const PtPass *pass, const PtSource *source, uint32_t offset)
{
    return lex(pass, source, offset, false);
}
