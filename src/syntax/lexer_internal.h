/* What the parts of the lexer share. lexer_core.h holds the hot loop, compiled once per instruction set; lexer.c
   holds what is rare: growth, indentation, numbers with faults, errors. */
#ifndef PT_SYNTAX_LEXER_INTERNAL_H
#define PT_SYNTAX_LEXER_INTERNAL_H

#include "syntax/token.h"

enum {
    LEX_MAX_BRACKETS = 200, /* CPython's limits */
    LEX_MAX_INDENTS = 100,
    LEX_MAX_FSTRINGS = 150
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
    uint8_t *kinds;
    uint32_t *starts, *ends;
    uint32_t count, cap;
    PT_VEC(uint32_t) comments;
    uint32_t indents[LEX_MAX_INDENTS], alt_indents[LEX_MAX_INDENTS];
    uint32_t indent;
    LexBracket brackets[LEX_MAX_BRACKETS];
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

/* Keywords by a perfect hash of their bytes; texts longer than 8 bytes are no keywords. */
typedef struct LexKeyword {
    uint64_t key;
    uint8_t kind;
} LexKeyword;
extern const LexKeyword pt_lex_keywords[64];
#define PT_LEX_KEYWORD_SLOT(key) (((key) * 0xb57c8e05e3c9b0e1u) >> 58)

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
