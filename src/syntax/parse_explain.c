/* The faults CPython words specially, looked for while a file known to be wrong is parsed again. The order of the
   checks is that in which CPython 3.11 tries its own. */
#include <string.h>

#include "syntax/parse_internal.h"

static bool attempt(PtParser *p, PtParseRule rule, PtNodeId *out)
{
    uint32_t pos = p->pos, nodes = p->node_count, words = p->word_count, stack = p->stack.len, depth = p->depth;
    uint32_t block_end = p->block_end;
    size_t chars = p->chars.len;
    bool lenient = p->lenient;
    jmp_buf here, *outer = p->out;
    p->lenient = true;
    p->out = &here;
    volatile bool good = false;
    if (!setjmp(here)) {
        *out = rule(p);
        good = true;
    }
    p->out = outer;
    p->lenient = lenient;
    if (p->pos > p->furthest)
        p->furthest = p->pos;
    if (!good) {
        p->pos = pos;
        p->node_count = nodes;
        p->word_count = words;
        p->stack.len = stack;
        p->depth = depth;
        p->block_end = block_end;
        p->chars.len = chars;
    }
    return good;
}

bool pt_parse_step(PtParser *p, PtParseRule rule, PtNodeId *out)
{
    bool soft = p->soft;
    p->soft = p->explain;
    bool good = attempt(p, rule, out);
    p->soft = soft;
    return good;
}

bool pt_parse_try(PtParser *p, PtParseRule rule, PtNodeId *out)
{
    bool explain = p->explain;
    p->explain = false;
    bool good = attempt(p, rule, out);
    p->explain = explain;
    return good;
}

/* A trial in which a fault with a wording of its own is reported. */
static bool try_aloud(PtParser *p, PtParseRule rule, PtNodeId *out)
{
    bool soft = p->soft;
    p->soft = true;
    bool good = attempt(p, rule, out);
    p->soft = soft;
    return good;
}

PtNodeId pt_parse_expression(PtParser *p)
{
    return pt_parse_expr(p, LEVEL_EXPRESSION);
}

static PtNodeId disjunction(PtParser *p)
{
    return pt_parse_expr(p, LEVEL_TERNARY);
}

static PtNodeId bitwise_or(PtParser *p)
{
    return pt_parse_expr(p, LEVEL_COMPARISON);
}

/* A rule that would match at the next token; the parser does not move. Stores the end of what it would read. */
static bool matches(PtParser *p, PtParseRule rule, uint32_t *end)
{
    uint32_t pos = p->pos;
    PtNodeId node;
    bool good = pt_parse_try(p, rule, &node);
    if (good)
        *end = end_of(p);
    p->pos = pos;
    return good;
}

static bool is_word(const PtParser *p, uint32_t token, const char *word)
{
    size_t len = strlen(word);
    return p->kinds[token] == PT_TOKEN_NAME && p->ends[token] - p->starts[token] == len &&
           memcmp(p->text + p->starts[token], word, len) == 0;
}

static bool is_soft_keyword(const PtParser *p, uint32_t token)
{
    /* CPython compares only as many letters as the name has. */
    static const char *const words[] = {"match", "case", "_"};
    uint32_t len = p->ends[token] - p->starts[token];
    if (p->kinds[token] != PT_TOKEN_NAME)
        return false;
    for (int i = 0; i < 3; i++)
        if (strncmp(words[i], p->text + p->starts[token], len) == 0)
            return true;
    return false;
}

static bool is_string(PtTokenKind kind)
{
    return kind >= PT_TOKEN_STRING && kind <= PT_TOKEN_FSTRING_START;
}

static bool is_legacy(const PtParser *p, uint32_t token)
{
    return is_word(p, token, "print") || is_word(p, token, "exec");
}

/* Is the token just read inside brackets? */
static bool inside_brackets(const PtParser *p)
{
    int depth = 0;
    for (uint32_t i = p->pos; i-- > 0;) {
        switch (p->kinds[i]) {
        case PT_TOKEN_LPAR:
        case PT_TOKEN_LSQB:
        case PT_TOKEN_LBRACE:
            if (++depth > 0)
                return true;
            break;
        case PT_TOKEN_RPAR:
        case PT_TOKEN_RSQB:
        case PT_TOKEN_RBRACE:
            depth--;
            break;
        case PT_TOKEN_NEWLINE:
            return false;
        }
    }
    return false;
}

static bool begins_operand(PtTokenKind kind)
{
    switch (kind) {
    case PT_TOKEN_LSQB:
    case PT_TOKEN_LBRACE:
    case PT_TOKEN_TILDE:
    case PT_TOKEN_ELLIPSIS:
    case PT_TOKEN_LAMBDA:
    case PT_TOKEN_AWAIT:
    case PT_TOKEN_TRUE:
    case PT_TOKEN_FALSE:
    case PT_TOKEN_NONE:
        return true;
    default:
        return kind >= PT_TOKEN_NAME && kind <= PT_TOKEN_FSTRING_START;
    }
}

/* "print x": CPython reads on after any name, and so meets faults there; only print and exec are reported. */
static void explain_legacy(PtParser *p, uint32_t first)
{
    if ((p->kinds[first] != PT_TOKEN_NAME && p->kinds[first] != PT_TOKEN_NAME_UNICODE) ||
        (!is_legacy(p, first) && !begins_operand((PtTokenKind)p->kinds[first + 1])) ||
        p->kinds[first + 1] == PT_TOKEN_LPAR || p->tried[first / 8] >> first % 8 & 1)
        return;
    p->tried[first / 8] |= (uint8_t)(1u << first % 8);
    uint32_t after = p->pos;
    p->pos = first + 1;
    PtNodeId node;
    bool good = try_aloud(p, pt_parse_star_expressions, &node);
    uint32_t end = good ? p->nodes[node.v].end : 0;
    p->pos = after;
    if (!good || !is_legacy(p, first))
        return;
    int len = (int)(p->ends[first] - p->starts[first]);
    const char *name = p->text + p->starts[first];
    pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, p->starts[first], end,
                     "Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?", len, name, len, name);
}

void pt_explain_expression(PtParser *p, uint32_t first, PtNodeId left)
{
    uint32_t start = p->nodes[left.v].start, end;
    bool prefixed = (p->kinds[first] == PT_TOKEN_NAME || p->kinds[first] == PT_TOKEN_NAME_UNICODE) &&
                    is_string((PtTokenKind)p->kinds[first + 1]);
    uint32_t after = p->pos;
    PtNodeId right;
    if (!prefixed && !is_soft_keyword(p, first) && pt_parse_try(p, pt_parse_expression, &right)) {
        end = p->nodes[right.v].end;
        bool wanted = inside_brackets(p) && !(after == first + 1 && is_legacy(p, first));
        p->pos = after;
        if (wanted)
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start, end, "invalid syntax. Perhaps you forgot a comma?");
    }
    if (at(p, PT_TOKEN_IF)) {
        p->pos++;
        bool good = pt_parse_try(p, disjunction, &right);
        if (good && !at(p, PT_TOKEN_ELSE) && !at(p, PT_TOKEN_COLON))
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start, p->nodes[right.v].end, "expected 'else' after 'if' expression");
        p->pos = after;
    }
    explain_legacy(p, first);
}

static bool is_bitwise_or(const PtParser *p, PtNodeId id)
{
    const PtNode *n = &p->nodes[id.v];
    switch (n->kind) {
    case PT_NODE_Compare:
    case PT_NODE_BoolOp:
    case PT_NODE_IfExp:
    case PT_NODE_Lambda:
        return false;
    case PT_NODE_UnaryOp:
        return n->side != PT_UNARYOP_Not;
    default:
        return true;
    }
}

/* Does a display, or True, None, False, begin here? These are left to other messages. */
static bool starts_display(const PtParser *p, uint32_t first, PtNodeId left)
{
    PtNodeKind kind = (PtNodeKind)p->nodes[left.v].kind;
    switch (p->kinds[first]) {
    case PT_TOKEN_TRUE:
    case PT_TOKEN_FALSE:
    case PT_TOKEN_NONE:
        return true;
    case PT_TOKEN_LSQB:
        return kind != PT_NODE_ListComp;
    case PT_TOKEN_LPAR:
        return kind == PT_NODE_Tuple || kind == PT_NODE_GeneratorExp;
    default:
        return false;
    }
}

void pt_explain_named(PtParser *p, uint32_t first, PtNodeId left)
{
    const PtNode *n = &p->nodes[left.v];
    uint32_t end, after = p->pos;
    if (at(p, PT_TOKEN_COLONEQUAL)) {
        p->pos++;
        bool good = matches(p, pt_parse_expression, &end);
        p->pos = after;
        if (good && !(n->kind == PT_NODE_Name && after == first + 1))
            pt_parse_fail_at(p, PT_DIAG_BAD_TARGET, n->start, n->end, "cannot use assignment expressions with %s",
                             pt_parse_describe(p, left));
        return;
    }
    if (!at(p, PT_TOKEN_EQUAL) || !is_bitwise_or(p, left))
        return;
    p->pos++;
    PtNodeId right;
    bool good = pt_parse_try(p, bitwise_or, &right);
    end = end_of(p);
    bool last = !at(p, PT_TOKEN_EQUAL) && !at(p, PT_TOKEN_COLONEQUAL);
    p->pos = after;
    if (!good || !last)
        return;
    if (n->kind == PT_NODE_Name && after == first + 1)
        pt_parse_fail_at(p, PT_DIAG_BAD_TARGET, n->start, end, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    if (!starts_display(p, first, left))
        pt_parse_fail_at(p, PT_DIAG_BAD_TARGET, n->start, n->end,
                         "cannot assign to %s here. Maybe you meant '==' instead of '='?", pt_parse_describe(p, left));
}

static PtNodeId assignment(PtParser *p)
{
    PtNodeId node = pt_parse_expression_statement(p);
    if (p->nodes[node.v].kind == PT_NODE_Expr)
        pt_parse_fail(p);
    return node;
}

/* A whole line of simple statements; the node means nothing. */
static PtNodeId simple_line(PtParser *p)
{
    uint32_t mark = p->stack.len;
    pt_parse_simple_line(p);
    p->stack.len = mark;
    return PT_NODE_NONE;
}

static bool is_augmented(PtTokenKind kind)
{
    return kind >= PT_TOKEN_PLUSEQUAL && kind <= PT_TOKEN_DOUBLESLASHEQUAL;
}

/* (star_targets '=')* a=star_expressions '=' with a bad target, or an augmented one */
static void explain_targets(PtParser *p)
{
    for (;;) {
        PtNodeId target = pt_parse_yield_or_star_expressions(p);
        const PtNode *n = &p->nodes[target.v];
        uint32_t end;
        if (at(p, PT_TOKEN_EQUAL)) {
            if (n->kind == PT_NODE_Yield || n->kind == PT_NODE_YieldFrom)
                pt_parse_fail_at(p, PT_DIAG_BAD_TARGET, n->start, n->end, "assignment to yield expression not possible");
            pt_parse_set_context(p, target, PT_CTX_Store, NULL);
            p->pos++;
            continue;
        }
        if (is_augmented(peek(p))) {
            p->pos++;
            if (matches(p, pt_parse_yield_or_star_expressions, &end))
                pt_parse_fail_at(p, PT_DIAG_BAD_TARGET, n->start, n->end,
                                 "'%s' is an illegal expression for augmented assignment", pt_parse_describe(p, target));
        }
        return;
    }
}

void pt_explain_assignment(PtParser *p)
{
    uint32_t first = p->pos, end;
    if (matches(p, assignment, &end))
        return;
    if (!at(p, PT_TOKEN_YIELD)) {
        PtNodeId left = at(p, PT_TOKEN_STAR) ? pt_parse_star_expression(p) : pt_parse_named_expression(p);
        const PtNode *n = &p->nodes[left.v];
        uint32_t after = p->pos;
        if (at(p, PT_TOKEN_COMMA)) {
            /* CPython reads on here even where a comma is missing. */
            while (accept(p, PT_TOKEN_COMMA) || matches(p, pt_parse_star_expressions, &end)) {
                if (at(p, PT_TOKEN_STAR))
                    pt_parse_star_expression(p);
                else if (matches(p, pt_parse_expression, &end))
                    pt_parse_named_expression(p);
                else
                    break;
            }
            if (accept(p, PT_TOKEN_COLON) && matches(p, pt_parse_expression, &end))
                pt_parse_fail_at(p, PT_DIAG_BAD_TARGET, n->start, n->end, "only single target (not tuple) can be annotated");
        } else if (accept(p, PT_TOKEN_COLON)) {
            bool good = matches(p, pt_parse_expression, &end);
            p->pos = after;
            bool display = p->kinds[first] == PT_TOKEN_LSQB || p->kinds[first] == PT_TOKEN_LPAR;
            if (good && display && (n->kind == PT_NODE_Tuple || n->kind == PT_NODE_List))
                pt_parse_fail_at(p, PT_DIAG_BAD_TARGET, n->start, n->end, "only single target (not %s) can be annotated",
                                 n->kind == PT_NODE_Tuple ? "tuple" : "list");
            if (good)
                pt_parse_fail_at(p, PT_DIAG_BAD_TARGET, n->start, n->end, "illegal target for annotation");
        }
    }
    p->pos = first;
    explain_targets(p);
    p->pos = first;
}

void pt_explain_match(PtParser *p)
{
    uint32_t first = p->pos, end;
    if (!pt_parse_at_word(p, "match") || matches(p, simple_line, &end))
        return;
    p->pos++;
    PtNodeId subject;
    if (pt_parse_try(p, pt_parse_subject, &subject)) {
        if (at(p, PT_TOKEN_NEWLINE))
            pt_explain_colon(p, true);
        if (at(p, PT_TOKEN_COLON) && peek_second(p) == PT_TOKEN_NEWLINE && p->kinds[p->pos + 2] != PT_TOKEN_INDENT) {
            p->pos += 2;
            pt_explain_block(p, "'match' statement", p->starts[first]);
        }
    }
    p->pos = first;
}

void pt_explain_argument(PtParser *p)
{
    uint32_t first = p->pos, start = start_of(p), end;
    PtTokenKind kind = peek(p), second = peek_second(p);
    if (second == PT_TOKEN_EQUAL && (kind == PT_TOKEN_TRUE || kind == PT_TOKEN_FALSE || kind == PT_TOKEN_NONE))
        pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, start, p->ends[first + 1], "cannot assign to %s", pt_token_text(kind));
    PtNodeId node;
    if (pt_parse_try(p, pt_parse_expression, &node)) {
        bool assigned = at(p, PT_TOKEN_EQUAL);
        end = p->ends[p->pos];
        p->pos = first;
        if (assigned)
            pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, start, end,
                             "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
}

/* A positional argument stands after keyword ones: shown where the arguments end. */
void pt_explain_positional(PtParser *p, bool unpacked)
{
    if (!p->explain)
        pt_parse_fail(p);
    while (accept(p, PT_TOKEN_COMMA) && !at(p, PT_TOKEN_RPAR)) {
        if (at(p, PT_TOKEN_STAR) || at(p, PT_TOKEN_DOUBLESTAR))
            p->pos++;
        else if (at(p, PT_TOKEN_NAME) && peek_second(p) == PT_TOKEN_EQUAL)
            p->pos += 2;
        pt_parse_named_expression(p);
    }
    pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, start_of(p), p->ends[p->pos],
                     unpacked ? "positional argument follows keyword argument unpacking"
                              : "positional argument follows keyword argument");
}

void pt_explain_key(PtParser *p)
{
    uint32_t first = p->pos;
    PtNodeId key;
    if (pt_parse_try(p, pt_parse_expression, &key) && !at(p, PT_TOKEN_COLON))
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, p->nodes[key.v].end - 1, p->nodes[key.v].end,
                         "':' expected after dictionary key");
    p->pos = first;
}

void pt_explain_dict_value(PtParser *p)
{
    uint32_t end;
    if (at(p, PT_TOKEN_STAR)) {
        uint32_t star = p->pos++;
        bool good = matches(p, bitwise_or, &end);
        p->pos = star;
        if (good)
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start_of(p), end,
                             "cannot use a starred expression in a dictionary value");
    }
    if (at(p, PT_TOKEN_RBRACE) || at(p, PT_TOKEN_COMMA))
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, p->starts[p->pos - 1], end_of(p),
                         "expression expected after dictionary key and ':'");
}

static bool at_for(const PtParser *p)
{
    return at(p, PT_TOKEN_FOR) || (at(p, PT_TOKEN_ASYNC) && peek_second(p) == PT_TOKEN_FOR);
}

void pt_explain_comprehension(PtParser *p, PtNodeId first, bool starred)
{
    uint32_t end;
    if (!pt_node_some(first)) { /* "(**x)" */
        uint32_t star = p->pos++;
        PtNodeId inner;
        bool good = pt_parse_try(p, pt_parse_expression, &inner) && at(p, PT_TOKEN_RPAR);
        p->pos = star;
        if (good)
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start_of(p), p->ends[star],
                             "cannot use double starred expression here");
        return;
    }
    const PtNode *n = &p->nodes[first.v];
    if (starred && at_for(p))
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, n->start, n->end,
                         "iterable unpacking cannot be used in comprehension");
    if (!at(p, PT_TOKEN_COMMA))
        return;
    uint32_t comma = p->pos++;
    end = p->ends[comma];
    PtNodeId rest;
    if (!at_for(p) && pt_parse_try(p, pt_parse_star_expressions, &rest))
        end = end_of(p);
    bool wanted = at_for(p);
    p->pos = comma;
    if (wanted)
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, n->start, end,
                         "did you forget parentheses around the comprehension target?");
}

/* "def f(a, (b, c))": plain parameters, then plain ones in parentheses. */
void pt_explain_parameters(PtParser *p, PtTokenKind end)
{
    uint32_t i = p->pos;
    while ((p->kinds[i] == PT_TOKEN_NAME || p->kinds[i] == PT_TOKEN_NAME_UNICODE) && p->kinds[i + 1] == PT_TOKEN_COMMA)
        i += 2;
    if (p->kinds[i] != PT_TOKEN_LPAR)
        return;
    uint32_t open = i++, count = 0;
    while (p->kinds[i] == PT_TOKEN_NAME || p->kinds[i] == PT_TOKEN_NAME_UNICODE) {
        count++;
        i++;
        if (p->kinds[i] != PT_TOKEN_COMMA)
            break;
        i++;
    }
    if (count && p->kinds[i] == PT_TOKEN_RPAR)
        pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, p->starts[open], p->ends[i],
                         end == PT_TOKEN_RPAR ? "Function parameters cannot be parenthesized"
                                              : "Lambda expression parameters cannot be parenthesized");
}

void pt_explain_colon(PtParser *p, bool always)
{
    if (p->explain && (always || at(p, PT_TOKEN_NEWLINE)))
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start_of(p), p->ends[p->pos], "expected ':'");
    pt_parse_fail(p);
}

void pt_explain_arrow(PtParser *p)
{
    uint32_t end;
    p->pos++;
    bool good = matches(p, pt_parse_expression, &end);
    p->pos--;
    if (!good)
        pt_explain_colon(p, true);
}

void pt_explain_targets(PtParser *p, uint32_t first)
{
    uint32_t after = p->pos;
    p->pos = first;
    pt_parse_star_expressions(p);
    p->pos = after;
}

void pt_explain_block(PtParser *p, const char *statement, uint32_t start)
{
    if (at(p, PT_TOKEN_ERROR))
        pt_parse_fail(p);
    PtSpan place = pt_parse_place(p, p->pos);
    pt_parse_fail_at(p, PT_DIAG_BAD_INDENT, place.start, place.end, "expected an indented block after %s on line %u",
                     statement, pt_source_place(p->source, start).line);
}
