/* The match statement and its patterns. */
#include "syntax/parse_internal.h"

static PtNodeId pattern(PtParser *p);

/* "match" opens a statement when its line ends in a colon and a block beginning with "case" follows; this token
   sequence has no other meaning. */
bool pt_parse_at_match(const PtParser *p)
{
    if (!pt_parse_at_word(p, "match"))
        return false;
    switch (peek_second(p)) {
    case PT_TOKEN_EQUAL:
    case PT_TOKEN_DOT:
    case PT_TOKEN_COMMA:
    case PT_TOKEN_COLON:
    case PT_TOKEN_NEWLINE:
    case PT_TOKEN_RPAR:
        return false;
    default:
        break;
    }
    uint32_t i = p->pos + 1;
    while (p->kinds[i] != PT_TOKEN_NEWLINE && p->kinds[i] != PT_TOKEN_END && p->kinds[i] != PT_TOKEN_ERROR)
        i++;
    if (p->kinds[i] != PT_TOKEN_NEWLINE || p->kinds[i - 1] != PT_TOKEN_COLON)
        return false;
    return p->kinds[i + 1] == PT_TOKEN_INDENT && p->kinds[i + 2] == PT_TOKEN_NAME && p->ends[i + 2] - p->starts[i + 2] == 4 &&
           p->text[p->starts[i + 2]] == 'c' && p->text[p->starts[i + 2] + 1] == 'a' &&
           p->text[p->starts[i + 2] + 2] == 's' && p->text[p->starts[i + 2] + 3] == 'e';
}

static PtNodeId value_pattern(PtParser *p, uint32_t start, PtNodeId value)
{
    return add_node(p, PT_NODE_MatchValue, 0, start, end_of(p), value.v, 0);
}

/* name_or_attr: NAME ('.' NAME)* as an expression */
static PtNodeId dotted_value(PtParser *p)
{
    uint32_t start = start_of(p);
    PtNameId name = read_name(p);
    PtNodeId node = add_node(p, PT_NODE_Name, PT_CTX_Load, start, end_of(p), name.v, 0);
    while (accept(p, PT_TOKEN_DOT)) {
        name = read_name(p);
        node = add_node(p, PT_NODE_Attribute, PT_CTX_Load, start, end_of(p), node.v, name.v);
    }
    return node;
}

static bool at_number(const PtParser *p)
{
    return peek(p) >= PT_TOKEN_INT && peek(p) <= PT_TOKEN_IMAGINARY;
}

/* signed_number | complex_number: ['-'] NUMBER [('+' | '-') NUMBER] */
static PtNodeId number_value(PtParser *p)
{
    uint32_t start = start_of(p);
    bool negative = accept(p, PT_TOKEN_MINUS);
    if (!at_number(p))
        pt_parse_fail(p);
    PtNodeId value = pt_parse_number(p);
    if (negative)
        value = add_node(p, PT_NODE_UnaryOp, PT_UNARYOP_USub, start, end_of(p), value.v, 0);
    if (!at(p, PT_TOKEN_PLUS) && !at(p, PT_TOKEN_MINUS))
        return value;
    const PtNode *real = &p->nodes[negative ? p->nodes[value.v].a : value.v];
    if (real->side == PT_CONST_COMPLEX)
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, p->nodes[value.v].start, p->nodes[value.v].end,
                         "real number required in complex literal");
    PtOperator op = at(p, PT_TOKEN_PLUS) ? PT_OPERATOR_Add : PT_OPERATOR_Sub;
    p->pos++;
    if (!at_number(p))
        pt_parse_fail(p);
    if (!at(p, PT_TOKEN_IMAGINARY))
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start_of(p), p->ends[p->pos],
                         "imaginary number required in complex literal");
    PtNodeId imaginary = pt_parse_number(p);
    return add_node(p, PT_NODE_BinOp, op, start, end_of(p), value.v, imaginary.v);
}

static PtNodeId singleton(PtParser *p, PtConstKind kind)
{
    p->pos++;
    return add_node(p, PT_NODE_MatchSingleton, kind, p->starts[p->pos - 1], end_of(p), 0, 0);
}

static bool at_wildcard(const PtParser *p)
{
    return pt_parse_at_word(p, "_");
}

/* capture_pattern: a name that is no "_"; answers none for the wildcard */
static PtNameId capture_name(PtParser *p)
{
    if (at_wildcard(p)) {
        p->pos++;
        return PT_NAME_NONE;
    }
    return read_name(p);
}

static PtNodeId star_pattern(PtParser *p)
{
    uint32_t start = start_of(p);
    expect(p, PT_TOKEN_STAR);
    PtNameId name = capture_name(p);
    return add_node(p, PT_NODE_MatchStar, 0, start, end_of(p), name.v, 0);
}

static PtNodeId maybe_star_pattern(PtParser *p)
{
    return at(p, PT_TOKEN_STAR) ? star_pattern(p) : pattern(p);
}

/* The patterns after the first one of a sequence, up to `closer`. */
static uint32_t sequence_rest(PtParser *p, uint32_t mark, PtTokenKind closer)
{
    while (accept(p, PT_TOKEN_COMMA)) {
        if (at(p, closer))
            break;
        push(p, maybe_star_pattern(p).v);
    }
    return take_list(p, mark);
}

/* group_pattern: '(' pattern ')'; sequence_pattern: '[' … ']' | '(' … ')' */
static PtNodeId bracketed_pattern(PtParser *p, PtTokenKind closer)
{
    uint32_t start = start_of(p), mark = p->stack.len, list = 0;
    p->pos++;
    if (!at(p, closer)) {
        bool starred = at(p, PT_TOKEN_STAR);
        PtNodeId first = maybe_star_pattern(p);
        if (closer == PT_TOKEN_RPAR && !starred && !at(p, PT_TOKEN_COMMA)) {
            expect(p, closer);
            return first;
        }
        if (closer == PT_TOKEN_RPAR && starred && !at(p, PT_TOKEN_COMMA))
            pt_parse_fail(p);
        push(p, first.v);
        list = sequence_rest(p, mark, closer);
    }
    expect(p, closer);
    return add_node(p, PT_NODE_MatchSequence, 0, start, end_of(p), list, 0);
}

static PtNodeId mapping_key(PtParser *p)
{
    switch (peek(p)) {
    case PT_TOKEN_NAME:
    case PT_TOKEN_NAME_UNICODE:
        if (peek_second(p) != PT_TOKEN_DOT)
            pt_parse_fail(p);
        return dotted_value(p);
    case PT_TOKEN_STRING:
    case PT_TOKEN_STRING_ESCAPED:
    case PT_TOKEN_FSTRING_START:
        return pt_parse_strings(p);
    case PT_TOKEN_NONE:
    case PT_TOKEN_TRUE:
    case PT_TOKEN_FALSE:
        return pt_parse_expr(p, LEVEL_POWER);
    default:
        return number_value(p);
    }
}

/* mapping_pattern: '{' [key ':' pattern, … ] ['**' NAME] '}' */
static PtNodeId mapping_pattern(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len;
    PtNameId rest = PT_NAME_NONE;
    p->pos++;
    while (!at(p, PT_TOKEN_RBRACE)) {
        if (accept(p, PT_TOKEN_DOUBLESTAR)) {
            if (at_wildcard(p))
                pt_parse_fail(p);
            rest = read_name(p);
            accept(p, PT_TOKEN_COMMA);
            break;
        }
        push(p, mapping_key(p).v);
        expect(p, PT_TOKEN_COLON);
        push(p, pattern(p).v);
        if (!accept(p, PT_TOKEN_COMMA))
            break;
    }
    expect(p, PT_TOKEN_RBRACE);
    uint32_t len = (p->stack.len - mark) / 2, keys = 0, patterns = 0;
    if (len) {
        keys = add_words(p, 2 * len + 2);
        patterns = keys + len + 1;
        p->words[keys] = p->words[patterns] = len;
        for (uint32_t i = 0; i < len; i++) {
            p->words[keys + 1 + i] = p->stack.data[mark + 2 * i];
            p->words[patterns + 1 + i] = p->stack.data[mark + 2 * i + 1];
        }
        p->stack.len = mark;
    }
    uint32_t w = add_words(p, 3);
    p->words[w] = keys;
    p->words[w + 1] = patterns;
    p->words[w + 2] = rest.v;
    return add_node(p, PT_NODE_MatchMapping, 0, start, end_of(p), w, 0);
}

/* class_pattern: name_or_attr '(' [patterns] [NAME '=' pattern, …] ')' */
static PtNodeId class_pattern(PtParser *p, uint32_t start, PtNodeId cls)
{
    uint32_t mark = p->stack.len, attrs_mark;
    p->pos++;
    while (!at(p, PT_TOKEN_RPAR) && !(at_name(p) && peek_second(p) == PT_TOKEN_EQUAL)) {
        push(p, pattern(p).v);
        if (!accept(p, PT_TOKEN_COMMA))
            break;
    }
    uint32_t patterns = take_list(p, mark), attrs = 0, values = 0;
    attrs_mark = p->stack.len;
    while (!at(p, PT_TOKEN_RPAR)) {
        if (!at_name(p) || peek_second(p) != PT_TOKEN_EQUAL) {
            uint32_t first = start_of(p);
            if (p->explain && p->stack.len > attrs_mark) {
                pattern(p);
                pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, first, end_of(p),
                                 "positional patterns follow keyword patterns");
            }
            pt_parse_fail(p);
        }
        push(p, read_name(p).v);
        p->pos++;
        push(p, pattern(p).v);
        if (!accept(p, PT_TOKEN_COMMA))
            break;
    }
    expect(p, PT_TOKEN_RPAR);
    uint32_t len = (p->stack.len - attrs_mark) / 2;
    if (len) {
        attrs = add_words(p, 2 * len + 2);
        values = attrs + len + 1;
        p->words[attrs] = p->words[values] = len;
        for (uint32_t i = 0; i < len; i++) {
            p->words[attrs + 1 + i] = p->stack.data[attrs_mark + 2 * i];
            p->words[values + 1 + i] = p->stack.data[attrs_mark + 2 * i + 1];
        }
        p->stack.len = attrs_mark;
    }
    uint32_t w = add_words(p, 4);
    p->words[w] = cls.v;
    p->words[w + 1] = patterns;
    p->words[w + 2] = attrs;
    p->words[w + 3] = values;
    return add_node(p, PT_NODE_MatchClass, 0, start, end_of(p), w, 0);
}

static PtNodeId name_pattern(PtParser *p)
{
    uint32_t start = start_of(p);
    PtTokenKind second = peek_second(p);
    if (second == PT_TOKEN_DOT || second == PT_TOKEN_LPAR) {
        PtNodeId value = dotted_value(p);
        return at(p, PT_TOKEN_LPAR) ? class_pattern(p, start, value) : value_pattern(p, start, value);
    }
    PtNameId name = capture_name(p);
    return add_node(p, PT_NODE_MatchAs, 0, start, end_of(p), 0, name.v);
}

static PtNodeId closed_pattern(PtParser *p)
{
    uint32_t start = start_of(p);
    switch (peek(p)) {
    case PT_TOKEN_NAME:
    case PT_TOKEN_NAME_UNICODE:
        return name_pattern(p);
    case PT_TOKEN_NONE:
        return singleton(p, PT_CONST_NONE);
    case PT_TOKEN_TRUE:
        return singleton(p, PT_CONST_TRUE);
    case PT_TOKEN_FALSE:
        return singleton(p, PT_CONST_FALSE);
    case PT_TOKEN_STRING:
    case PT_TOKEN_STRING_ESCAPED:
    case PT_TOKEN_FSTRING_START: {
        PtNodeId value = pt_parse_strings(p);
        PtNodeKind kind = (PtNodeKind)p->nodes[value.v].kind;
        if (kind != PT_NODE_Constant)
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start, end_of(p),
                             "patterns may only match literals and attribute lookups");
        return value_pattern(p, start, value);
    }
    case PT_TOKEN_LPAR:
        return bracketed_pattern(p, PT_TOKEN_RPAR);
    case PT_TOKEN_LSQB:
        return bracketed_pattern(p, PT_TOKEN_RSQB);
    case PT_TOKEN_LBRACE:
        return mapping_pattern(p);
    default:
        return value_pattern(p, start, number_value(p));
    }
}

/* as_pattern: or_pattern 'as' NAME; or_pattern: '|'.closed_pattern+ */
static PtNodeId pattern(PtParser *p)
{
    uint32_t start = start_of(p);
    enter(p);
    PtNodeId node = closed_pattern(p);
    if (at(p, PT_TOKEN_VBAR)) {
        uint32_t mark = p->stack.len;
        push(p, node.v);
        while (accept(p, PT_TOKEN_VBAR))
            push(p, closed_pattern(p).v);
        uint32_t list = take_list(p, mark);
        node = add_node(p, PT_NODE_MatchOr, 0, start, end_of(p), list, 0);
    }
    if (accept(p, PT_TOKEN_AS)) {
        if (at_wildcard(p))
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start_of(p), p->ends[p->pos], "cannot use '_' as a target");
        if (p->explain && !at_name(p)) {
            uint32_t from = start_of(p);
            pt_parse_expr(p, LEVEL_EXPRESSION);
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, from, end_of(p), "invalid pattern target");
        }
        PtNameId name = read_name(p);
        node = add_node(p, PT_NODE_MatchAs, 0, start, end_of(p), node.v, name.v);
    }
    leave(p);
    return node;
}

/* patterns: open_sequence_pattern | pattern */
static PtNodeId patterns(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len;
    bool starred = at(p, PT_TOKEN_STAR);
    PtNodeId first = maybe_star_pattern(p);
    if (!at(p, PT_TOKEN_COMMA)) {
        if (starred)
            pt_parse_fail(p);
        return first;
    }
    push(p, first.v);
    while (accept(p, PT_TOKEN_COMMA)) {
        if (at(p, PT_TOKEN_COLON) || at(p, PT_TOKEN_IF))
            break;
        push(p, maybe_star_pattern(p).v);
    }
    uint32_t list = take_list(p, mark);
    return add_node(p, PT_NODE_MatchSequence, 0, start, end_of(p), list, 0);
}

/* case_block: "case" patterns ['if' named_expression] ':' block */
static PtNodeId case_block(PtParser *p)
{
    uint32_t start = start_of(p);
    if (!pt_parse_at_word(p, "case"))
        pt_parse_fail(p);
    p->pos++;
    PtNodeId what = patterns(p), guard = PT_NODE_NONE;
    if (accept(p, PT_TOKEN_IF))
        guard = pt_parse_named_expression(p);
    if (!at(p, PT_TOKEN_COLON))
        pt_explain_colon(p, false);
    p->pos++;
    uint32_t body = pt_parse_block(p, "'case' statement", start), w = add_words(p, 3);
    p->words[w] = what.v;
    p->words[w + 1] = guard.v;
    p->words[w + 2] = body;
    return add_node(p, PT_NODE_match_case, 0, start, p->block_end, w, 0);
}

/* subject_expr: star_named_expression ',' [star_named_expressions] | named_expression */
PtNodeId pt_parse_subject(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len;
    PtNodeId first = at(p, PT_TOKEN_STAR) ? pt_parse_star_expression(p) : pt_parse_named_expression(p);
    if (!at(p, PT_TOKEN_COMMA))
        return first;
    push(p, first.v);
    while (accept(p, PT_TOKEN_COMMA)) {
        if (at(p, PT_TOKEN_COLON))
            break;
        push(p, (at(p, PT_TOKEN_STAR) ? pt_parse_star_expression(p) : pt_parse_named_expression(p)).v);
    }
    uint32_t list = take_list(p, mark);
    return add_node(p, PT_NODE_Tuple, PT_CTX_Load, start, end_of(p), list, 0);
}

/* match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT */
PtNodeId pt_parse_match(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len;
    p->pos++;
    PtNodeId what = pt_parse_subject(p);
    expect(p, PT_TOKEN_COLON);
    expect(p, PT_TOKEN_NEWLINE);
    expect(p, PT_TOKEN_INDENT);
    while (!at(p, PT_TOKEN_DEDENT))
        push(p, case_block(p).v);
    p->pos++;
    uint32_t cases = take_list(p, mark);
    return add_node(p, PT_NODE_Match, 0, start, p->block_end, what.v, cases);
}
