/* What the parts of the parser share. The parser is recursive descent over the token arrays, with precedence
   climbing for operators. It has no error handling of its own: the first fault jumps out, and the file is then
   parsed again with `explain` set, which words the fault as CPython does and goes on after it (parse_error.c). */
#ifndef PT_SYNTAX_PARSE_INTERNAL_H
#define PT_SYNTAX_PARSE_INTERNAL_H

#include <setjmp.h>

#include "syntax/syntax.h"
#include "syntax/token.h"

enum {
    PARSE_MAX_DEPTH = 1000,      /* nested expressions, patterns and statements */
    PARSE_MAX_CHAIN = 3000       /* operators in one left-leaning chain: CPython's own limit when compiling */
};

/* How tightly an operator binds; operands are parsed with the level they may not reach down to. */
enum {
    LEVEL_EXPRESSION,
    LEVEL_TERNARY,
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARISON,
    LEVEL_BITOR,
    LEVEL_BITXOR,
    LEVEL_BITAND,
    LEVEL_SHIFT,
    LEVEL_SUM,
    LEVEL_TERM,
    LEVEL_UNARY,
    LEVEL_POWER
};

typedef struct PtParser {
    const PtPass *pass;
    PtArena *arena, *scratch;
    PtInterner *names;
    const PtSource *source;
    const PtTokens *tokens;
    const char *text;
    const uint8_t *kinds;
    const uint32_t *starts, *ends;
    uint32_t pos; /* next token */
    PtNode *nodes;
    uint32_t node_count, node_cap;
    uint32_t *words;
    uint32_t word_count, word_cap;
    PtBuf chars;             /* decoded text of literals */
    PT_VEC(uint32_t) stack;  /* children of lists under construction */
    uint32_t depth;
    uint32_t block_end;      /* end offset of the last line of simple statements */
    PtNodeId no_arguments;   /* the arguments of every function without parameters */
    bool explain;            /* second parse, after a fault */
    bool torn;               /* a fault lies behind: indentation means nothing any more */
    bool too_deep;           /* the fault was the depth limit: nothing can be tried */
    PtDiags found;           /* faults of the second parse, not yet put in order */
    PT_VEC(uint32_t) found_at; /* the token the parser stood at, for each of them */
    uint32_t first_failure;  /* token at which the first parse ended */
    uint32_t furthest;       /* last token looked at in the second */
    bool soft;               /* in a trial in which only faults with a wording of their own count */
    uint8_t *tried;          /* bit for each token: its trial as an old statement (print x) is done */
    bool lenient;            /* in a trial: an expression ends where it no longer fits, as in a backtracking parser */
    struct {                 /* arguments of the step tried in lenient mode */
        uint32_t start;
        PtNodeId left;
    } step;
    jmp_buf *out;            /* where a fault jumps to */
    jmp_buf *top;            /* the same outside any trial */
} PtParser;

/* ---- tokens ---- */
static inline PtTokenKind peek(const PtParser *p)
{
    return (PtTokenKind)p->kinds[p->pos];
}
/* The token after the next one. */
static inline PtTokenKind peek_second(const PtParser *p)
{
    return (PtTokenKind)p->kinds[p->pos + 1];
}
static inline bool at(const PtParser *p, PtTokenKind kind)
{
    return p->kinds[p->pos] == kind;
}
static inline bool accept(PtParser *p, PtTokenKind kind)
{
    if (p->kinds[p->pos] != kind)
        return false;
    p->pos++;
    return true;
}
static inline bool at_name(const PtParser *p)
{
    return p->kinds[p->pos] == PT_TOKEN_NAME || p->kinds[p->pos] == PT_TOKEN_NAME_UNICODE;
}
static inline bool at_string(const PtParser *p)
{
    return p->kinds[p->pos] >= PT_TOKEN_STRING && p->kinds[p->pos] <= PT_TOKEN_FSTRING_START;
}
static inline uint32_t start_of(const PtParser *p)
{
    return p->starts[p->pos];
}
/* End of the last token read. */
static inline uint32_t end_of(const PtParser *p)
{
    return p->ends[p->pos - 1];
}
/* The next token is this name (a soft keyword). */
bool pt_parse_at_word(const PtParser *p, const char *word);
/* Reads a name that is not plain ASCII, or fails. */
PtNameId pt_parse_unicode_name(PtParser *p);

/* ---- building the tree ---- */
void pt_parse_grow_nodes(PtParser *p);
void pt_parse_grow_words(PtParser *p, uint32_t more);

static inline PtNodeId add_node(PtParser *p, PtNodeKind kind, uint32_t side, uint32_t start, uint32_t end, uint32_t a,
                                uint32_t b)
{
    if (p->node_count == p->node_cap)
        pt_parse_grow_nodes(p);
    p->nodes[p->node_count] = (PtNode){(uint8_t)kind, (uint8_t)side, 0, start, end, a, b};
    return (PtNodeId){p->node_count++};
}
/* Room for the fields of a larger node; answers the index of the first word. */
static inline uint32_t add_words(PtParser *p, uint32_t count)
{
    if (p->word_cap - p->word_count < count)
        pt_parse_grow_words(p, count);
    uint32_t first = p->word_count;
    p->word_count += count;
    return first;
}
static inline void push(PtParser *p, uint32_t word)
{
    pt_vec_push(p->scratch, &p->stack, word);
}
/* Makes a list of everything pushed since the stack had `mark` entries. */
static inline uint32_t take_list(PtParser *p, uint32_t mark)
{
    uint32_t len = p->stack.len - mark;
    if (!len)
        return 0;
    uint32_t list = add_words(p, len + 1);
    p->words[list] = len;
    for (uint32_t i = 0; i < len; i++)
        p->words[list + 1 + i] = p->stack.data[mark + i];
    p->stack.len = mark;
    return list;
}
static inline uint32_t list_of_one(PtParser *p, uint32_t item)
{
    uint32_t list = add_words(p, 2);
    p->words[list] = 1;
    p->words[list + 1] = item;
    return list;
}

/* ---- faults ---- */
/* The generic fault at the next token; never returns. */
_Noreturn void pt_parse_fail(PtParser *p);
/* A fault with a text of its own, over the offsets start..end; never returns. */
_Noreturn void pt_parse_fail_at(PtParser *p, PtDiagCode code, uint32_t start, uint32_t end, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
_Noreturn void pt_parse_fail_deep(PtParser *p);
/* Parses again from the start and reports every fault; at least one. */
void pt_parse_explain(PtParser *p);
/* Empties the tree and goes back to the first token. */
void pt_parse_restart(PtParser *p);
/* Makes these the tokens to parse. */
void pt_parse_take_tokens(PtParser *p, const PtTokens *tokens);
/* How CPython names an expression in "cannot assign to ...". */
const char *pt_parse_describe(const PtParser *p, PtNodeId id);

/* ---- second parse: parse_explain.c. Each looks for the faults CPython words specially at one place of the grammar
   and does not return when it finds one. ---- */
typedef PtNodeId (*PtParseRule)(PtParser *p);
/* Runs a rule quietly. On success the parser stands after it; on failure all is as before. */
bool pt_parse_try(PtParser *p, PtParseRule rule, PtNodeId *out);
/* The same for a step of a lenient expression: quiet only if what goes on is quiet. */
bool pt_parse_step(PtParser *p, PtParseRule rule, PtNodeId *out);
PtNodeId pt_parse_expression(PtParser *p); /* pt_parse_expr at the lowest level */
/* After a disjunction that began at token `first`. */
void pt_explain_expression(PtParser *p, uint32_t first, PtNodeId left);
/* After a named expression that began at token `first`. */
void pt_explain_named(PtParser *p, uint32_t first, PtNodeId left);
/* At the start of a statement that begins with an expression. */
void pt_explain_assignment(PtParser *p);
/* After one positional argument, or before one. */
void pt_explain_argument(PtParser *p);
void pt_explain_positional(PtParser *p, bool unpacked);
/* At the start of a statement: a match statement without its colon or block. */
void pt_explain_match(PtParser *p);
PtNodeId pt_parse_subject(PtParser *p);
/* In "{", before a key that is not the first; after the ":". */
void pt_explain_key(PtParser *p);
void pt_explain_dict_value(PtParser *p);
/* After the first element of a display or parenthesis opened at token `open`. */
void pt_explain_comprehension(PtParser *p, PtNodeId first, bool starred);
void pt_explain_parameters(PtParser *p, PtTokenKind end);
/* At a missing ":" of a compound statement, and at a missing block after one. */
void pt_explain_colon(PtParser *p, bool always);
/* At "->" of a definition. */
void pt_explain_arrow(PtParser *p);
/* Targets that began at token `first` and are not followed by what should follow. */
void pt_explain_targets(PtParser *p, uint32_t first);
void pt_explain_block(PtParser *p, const char *statement, uint32_t start);
/* Where a fault at the next token is shown. */
PtSpan pt_parse_place(const PtParser *p, uint32_t token);
/* A fault in a string literal, which CPython shows at the token after all adjacent ones. */
_Noreturn void pt_parse_fail_string(PtParser *p, PtDiagCode code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Reads a token of this kind or fails. */
static inline void expect(PtParser *p, PtTokenKind kind)
{
    if (p->kinds[p->pos] != kind)
        pt_parse_fail(p);
    p->pos++;
}
/* Reads a name and interns it, normalised. */
static inline PtNameId read_name(PtParser *p)
{
    if (!at(p, PT_TOKEN_NAME))
        return pt_parse_unicode_name(p);
    uint32_t start = start_of(p);
    p->pos++;
    return pt_intern_add_padded(p->names, p->text + start, p->ends[p->pos - 1] - start);
}

static inline void enter(PtParser *p)
{
    if (++p->depth > PARSE_MAX_DEPTH)
        pt_parse_fail_deep(p);
}
static inline void leave(PtParser *p)
{
    p->depth--;
}

/* ---- grammar: parse_expr.c ---- */
PtNodeId pt_parse_expr(PtParser *p, int level);
PtNodeId pt_parse_named_expression(PtParser *p);
PtNodeId pt_parse_star_expression(PtParser *p);
PtNodeId pt_parse_star_expressions(PtParser *p);
PtNodeId pt_parse_yield_or_star_expressions(PtParser *p);
PtNodeId pt_parse_targets(PtParser *p); /* of `for`, unchecked */
/* The generator expression that begins with `element`, where clauses follow; up to the end of the next token. */
PtNodeId pt_parse_generator(PtParser *p, PtNodeId element, uint32_t start);
void pt_parse_set_context(PtParser *p, PtNodeId node, PtCtx ctx, const char *what);
/* "(" of a call or of class bases has been read: arguments up to and with ")"; stores the two lists. */
void pt_parse_arguments(PtParser *p, bool call, uint32_t *args, uint32_t *keywords);
/* Parameters up to, not with, `end` (")" of def, ":" of lambda). */
PtNodeId pt_parse_parameters(PtParser *p, PtTokenKind end);

/* ---- parse_literal.c, parse_string.c ---- */
PtNodeId pt_parse_number(PtParser *p);
PtNodeId pt_parse_strings(PtParser *p);

/* ---- parse_stmt.c, parse_compound.c, parse_pattern.c ---- */
void pt_parse_statement(PtParser *p);
void pt_parse_statements(PtParser *p, PtTokenKind end);
uint32_t pt_parse_block(PtParser *p, const char *statement, uint32_t start);
void pt_parse_simple_line(PtParser *p);
PtNodeId pt_parse_expression_statement(PtParser *p);
PtNodeId pt_parse_compound(PtParser *p);
bool pt_parse_at_match(const PtParser *p);
PtNodeId pt_parse_match(PtParser *p);
uint32_t pt_parse_type_params(PtParser *p);

#endif
