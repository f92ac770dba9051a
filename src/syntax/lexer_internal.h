/* What the parts of the lexer share. lexer_core.h holds the hot loop, compiled once per instruction set; lexer.c
   holds what is rare: growth, indentation, numbers with faults, errors. */
#ifndef PT_SYNTAX_LEXER_INTERNAL_H
#define PT_SYNTAX_LEXER_INTERNAL_H

#include <string.h>

#include "syntax/token.h"

enum {
    LEX_MAX_BRACKETS = 200, /* CPython's limits */
    LEX_MAX_INDENTS = 100,
    LEX_MAX_FSTRINGS = 150,
    LEX_ROOM = 128 /* more tokens than the hot loop makes between two looks at the room left */
};

/* An open bracket; open is '(', '[', '{', or 'F' for the brace of a replacement field. */
typedef struct LexBracket {
    char open;
    uint32_t start;
} LexBracket;

/* An f-string or t-string being read. */
typedef struct LexFrame {
    char quote;
    bool triple, raw;
    uint32_t start;
    uint32_t depth; /* open brackets at its start */
} LexFrame;

typedef struct PtLexer {
    PtArena *scratch, *arena;
    const PtSource *source;
    const char *text, *first, *end; /* of the source; where lexing begins */
    uint64_t *begins, *inner; /* a bit for each byte: may begin a token; a name character after another one */
    uint8_t *kinds;
    uint32_t *starts, *ends;
    uint32_t count, cap;
    PT_VEC(uint32_t) comments;
    uint32_t indents[LEX_MAX_INDENTS], alt_indents[LEX_MAX_INDENTS];
    uint32_t indent;
    bool quick;                                /* brackets are only counted */
    LexBracket brackets[LEX_MAX_BRACKETS + 1]; /* from 1 on */
    uint32_t depth;
    LexFrame frames[LEX_MAX_FSTRINGS];
    uint32_t frame_count;
    PtLexError error;
} PtLexer;

/* Character classes. */
enum {
    LEX_IDENT = 1,  /* letters, digits, underscore */
    LEX_START = 2,  /* letters, underscore */
    LEX_DIGIT = 4,
    LEX_HEX = 8
};
extern const uint8_t pt_lex_class[256];

/* What the quick path of the hot loop knows of a token's first byte. It is barred to the token when its traits and
   those of the byte behind it (`followers`) have a bit in common, or when LEX_RARE is among them. */
enum {
    LEX_NAME = 1,
    LEX_SIGN = 2, /* an operator, which may be longer */
    LEX_DOT = 4,
    LEX_PLAIN = 8,
    LEX_BRACKET = 16,
    LEX_RARE = 128
};
typedef struct LexChar {
    uint8_t traits, kind;
    int8_t depth; /* what it adds to the depth of brackets */
    uint8_t unused;
} LexChar;
/* Keywords by a perfect hash of their bytes; texts longer than 8 bytes are no keywords. */
typedef struct LexKeyword {
    uint64_t key;
    uint8_t kind;
} LexKeyword;
static inline uint64_t pt_lex_key(const char *text, uint32_t len)
{
    uint64_t key;
    memcpy(&key, text, sizeof key);
    return key & ~(uint64_t)0 >> (64 - 8 * (len < 8 ? len : 8));
}
#define PT_LEX_KEYWORD_SLOT(key) (((key) * 0xb57c8e05e3c9b0e1u) >> 58)

typedef struct LexTables {
    LexChar chars[256];
    uint8_t followers[256];
    LexKeyword keywords[64];
    uint64_t masks[64]; /* [n]: of a text of n + 1 bytes, as far as a keyword goes */
} LexTables;
extern const LexTables pt_lex_tables;

PtLexer *pt_lex_open(PtArena *scratch, PtArena *arena, const PtSource *source, bool quick);
void pt_lex_grow(PtLexer *lx);
/* Reads the number at p; answers its end and kind, or NULL after an error. */
const char *pt_lex_number(PtLexer *lx, const char *p, PtTokenKind *kind);
/* Reads the rest of a name that holds bytes beyond ASCII; `p` is the first such byte. NULL after an error. */
const char *pt_lex_unicode_name(PtLexer *lx, const char *start, const char *p);
/* True when the letters before a quote are a string prefix; stores whether it makes a formatted or raw string. */
bool pt_lex_prefix(const char *p, size_t len, bool *formatted, bool *raw);
/* Records a fault and answers false (the first one counts). */
bool pt_lex_fail(PtLexer *lx, PtDiagCode code, const char *start, const char *end, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
bool pt_lex_fail_string(PtLexer *lx, uint32_t start, bool triple, const char *at);
/* Fault for a character that starts no token. */
bool pt_lex_fail_character(PtLexer *lx, const char *p);
/* After a fault inside an f-string: says what CPython 3.11 says, which finds the end of the string first and reads
   its fields afterwards. */
void pt_lex_explain_fstring(PtLexer *lx);
/* Closes a bracket: checks it against the open one. */
bool pt_lex_close(PtLexer *lx, char close, const char *p);

/* The hot loop: fills the lexer's arrays. One copy per instruction set; answers false after a fault. */
bool pt_lex_run_scalar(PtLexer *lx);
#if defined(__x86_64__)
bool pt_lex_run_sse2(PtLexer *lx);
bool pt_lex_run_avx2(PtLexer *lx);
#endif

#endif
