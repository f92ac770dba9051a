/* Tokens as the lexer leaves them for the parser. */
#ifndef PT_SYNTAX_TOKEN_H
#define PT_SYNTAX_TOKEN_H

#include "diag/pass.h"

typedef enum PtTokenKind {
#define T(name, text) PT_TOKEN_##name,
#define O(name, text) PT_TOKEN_##name,
#define K(name, text) PT_TOKEN_##name,
#include "syntax/token.def"
    PT_TOKEN_COUNT
} PtTokenKind;

enum { PT_TOKEN_PADDING = 3 }; /* copies of the last token behind it, so that looking ahead needs no check */

/* A fault found while lexing. Lexing stops there. */
typedef struct PtLexError {
    PtDiagCode code; /* PT_DIAG_NONE when there is none */
    uint32_t start, end;
    const char *message;
} PtLexError;

typedef struct PtTokens {
    const PtSource *source;
    uint8_t *kinds;
    uint32_t *starts, *ends; /* byte offsets */
    uint32_t count;          /* the last one is END, or ERROR after a fault; PT_TOKEN_PADDING copies follow */
    uint32_t *comments;      /* start and end of each comment */
    uint32_t comment_count;
    PtLexError error;
    char open_bracket;       /* an unclosed bracket at the end of the file, or 0, */
    uint32_t open_start;     /* and where it stands */
} PtTokens;

/* Splits a source into tokens, in the pass's scratch arena (comments: in its arena). Reports nothing: a fault is
   left in `error`, for the parser to report where it fits. */
PtTokens *pt_lex(const PtPass *pass, const PtSource *source);

/* The same in less time for a text that a parser accepts. Of brackets only the number is minded: for a text that holds
   others than pairs the tokens are right up to the first fault at most, and the fault is not named. */
PtTokens *pt_lex_quick(const PtPass *pass, const PtSource *source);

/* As pt_lex, from the start of a later line on, as if nothing stood before it; to look for further faults. */
PtTokens *pt_lex_from(const PtPass *pass, const PtSource *source, uint32_t offset);

/* The token's spelling, or what kind of thing it is. */
const char *pt_token_text(PtTokenKind kind);
/* "NAME", "LPAR" … */
const char *pt_token_name(PtTokenKind kind);

#endif
