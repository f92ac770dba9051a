/* The parser's entry, and the ground its parts stand on. */
#include "syntax/parse_internal.h"

#include <string.h>

#include "syntax/unicode.h"

bool pt_parse_at_word(const PtParser *p, const char *word)
{
    size_t len = strlen(word);
    return at(p, PT_TOKEN_NAME) && p->ends[p->pos] - start_of(p) == len && memcmp(p->text + start_of(p), word, len) == 0;
}

PtNameId pt_parse_unicode_name(PtParser *p)
{
    uint32_t start = start_of(p), len = p->ends[p->pos] - start;
    if (!at(p, PT_TOKEN_NAME_UNICODE))
        pt_parse_fail(p);
    p->pos++;
    PtBuf buf = pt_buf_make(p->scratch);
    pt_unicode_normalize(&buf, p->text + start, len);
    return pt_intern_add(p->names, pt_buf_text(&buf), buf.len);
}

void pt_parse_grow_nodes(PtParser *p)
{
    uint32_t cap = p->node_cap < UINT32_MAX / 2 ? p->node_cap * 2 : UINT32_MAX;
    if (cap == p->node_cap)
        pt_arena_fail(p->arena);
    p->nodes = pt_arena_grow(p->arena, p->nodes, (size_t)p->node_cap * sizeof *p->nodes, (size_t)cap * sizeof *p->nodes);
    p->node_cap = cap;
}

void pt_parse_grow_words(PtParser *p, uint32_t more)
{
    uint64_t cap = (uint64_t)p->word_cap * 2 + more;
    if (cap > UINT32_MAX)
        pt_arena_fail(p->arena);
    p->words = pt_arena_grow(p->arena, p->words, (size_t)p->word_cap * sizeof *p->words, (size_t)cap * sizeof *p->words);
    p->word_cap = (uint32_t)cap;
}

static void start_over(PtParser *p)
{
    p->pos = p->depth = p->stack.len = 0;
    p->node_count = p->word_count = 0;
    p->chars.len = 0;
    /* Id 0 is no node, word 0 the empty list. */
    add_node(p, PT_NODE_None, 0, 0, 0, 0, 0);
    p->words[add_words(p, 1)] = 0;
    uint32_t fields = add_words(p, PT_NODE_WORDS_arguments);
    memset(p->words + fields, 0, PT_NODE_WORDS_arguments * sizeof *p->words);
    p->no_arguments = add_node(p, PT_NODE_arguments, 0, 0, 0, fields, 0);
}

void pt_parse_take_tokens(PtParser *p, const PtTokens *tokens)
{
    p->tokens = tokens;
    p->kinds = tokens->kinds;
    p->starts = tokens->starts;
    p->ends = tokens->ends;
    p->pos = 0;
}

static bool is_operand_end(PtTokenKind kind)
{
    switch (kind) {
    case PT_TOKEN_RPAR:
    case PT_TOKEN_RSQB:
    case PT_TOKEN_RBRACE:
    case PT_TOKEN_TRUE:
    case PT_TOKEN_FALSE:
    case PT_TOKEN_NONE:
    case PT_TOKEN_ELLIPSIS:
    case PT_TOKEN_FSTRING_END:
        return true;
    default:
        return kind >= PT_TOKEN_NAME && kind <= PT_TOKEN_STRING_ESCAPED;
    }
}

static PtAst *module(PtParser *p)
{
    start_over(p);
    pt_parse_statements(p, PT_TOKEN_END);
    uint32_t body = take_list(p, 0);
    PtNodeId root = add_node(p, PT_NODE_Module, 0, 0, p->source->len, body, 0);
    PtAst *ast = pt_arena_new(p->arena, PtAst);
    *ast = (PtAst){
        .source = p->source,
        .names = p->names,
        .root = root,
        .node_count = p->node_count,
        .nodes = p->nodes,
        .words = p->words,
        .word_count = p->word_count,
        .chars = pt_buf_text(&p->chars),
        .comments = p->tokens->comments,
        .comment_count = p->tokens->comment_count,
    };
    return ast;
}

/* After a fault: quick tokens are none to word it by. */
static PtAst *parse_exactly(PtParser *p)
{
    jmp_buf out;
    p->out = &out;
    p->too_deep = false;
    pt_parse_take_tokens(p, pt_lex(p->pass, p->source));
    if (setjmp(out)) {
        p->first_failure = p->pos;
        /* After an operand "not" can only be that of "not in": a backtracking parser has looked one further. */
        if (at(p, PT_TOKEN_NOT) && p->pos && is_operand_end((PtTokenKind)p->kinds[p->pos - 1]))
            p->first_failure++;
        pt_parse_explain(p);
        return NULL;
    }
    return module(p);
}

PtAst *pt_syntax_parse(const PtPass *pass, const PtSource *source)
{
    PtParser *p = pt_arena_new(pass->scratch, PtParser);
    p->pass = pass;
    p->arena = pass->arena;
    p->scratch = pass->scratch;
    p->names = pass->names;
    p->source = source;
    p->text = source->text;
    p->chars = pt_buf_make(pass->arena);
    pt_parse_take_tokens(p, pt_lex_quick(pass, source));
    p->word_cap = p->tokens->count + 64;
    p->words = pt_arena_alloc(p->arena, (size_t)p->word_cap * sizeof *p->words);
    p->node_cap = p->tokens->count + 16;
    p->nodes = pt_arena_alloc(p->arena, (size_t)p->node_cap * sizeof *p->nodes);

    jmp_buf out;
    p->out = &out;
    if (setjmp(out))
        return parse_exactly(p);
    return module(p);
}

void pt_parse_restart(PtParser *p)
{
    start_over(p);
}
