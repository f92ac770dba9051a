/* Expressions: operators by precedence climbing, primaries, displays, comprehensions. */
#include "syntax/parse_internal.h"

typedef enum OpClass { OP_NONE, OP_BINARY, OP_COMPARE, OP_BOOL, OP_TERNARY } OpClass;

typedef struct OpInfo {
    uint8_t level, class, op;
} OpInfo;

#define BINARY(level, op) {level, OP_BINARY, PT_OPERATOR_##op}
#define COMPARE(op) {LEVEL_COMPARISON, OP_COMPARE, PT_CMPOP_##op}
static const OpInfo op_infos[PT_TOKEN_COUNT] = {
    [PT_TOKEN_IF] = {LEVEL_TERNARY, OP_TERNARY, 0},
    [PT_TOKEN_OR] = {LEVEL_OR, OP_BOOL, PT_BOOLOP_Or},
    [PT_TOKEN_AND] = {LEVEL_AND, OP_BOOL, PT_BOOLOP_And},
    [PT_TOKEN_EQEQUAL] = COMPARE(Eq),
    [PT_TOKEN_NOTEQUAL] = COMPARE(NotEq),
    [PT_TOKEN_LESS] = COMPARE(Lt),
    [PT_TOKEN_LESSEQUAL] = COMPARE(LtE),
    [PT_TOKEN_GREATER] = COMPARE(Gt),
    [PT_TOKEN_GREATEREQUAL] = COMPARE(GtE),
    [PT_TOKEN_IS] = COMPARE(Is),
    [PT_TOKEN_IN] = COMPARE(In),
    [PT_TOKEN_NOT] = COMPARE(NotIn),
    [PT_TOKEN_VBAR] = BINARY(LEVEL_BITOR, BitOr),
    [PT_TOKEN_CIRCUMFLEX] = BINARY(LEVEL_BITXOR, BitXor),
    [PT_TOKEN_AMPER] = BINARY(LEVEL_BITAND, BitAnd),
    [PT_TOKEN_LEFTSHIFT] = BINARY(LEVEL_SHIFT, LShift),
    [PT_TOKEN_RIGHTSHIFT] = BINARY(LEVEL_SHIFT, RShift),
    [PT_TOKEN_PLUS] = BINARY(LEVEL_SUM, Add),
    [PT_TOKEN_MINUS] = BINARY(LEVEL_SUM, Sub),
    [PT_TOKEN_STAR] = BINARY(LEVEL_TERM, Mult),
    [PT_TOKEN_SLASH] = BINARY(LEVEL_TERM, Div),
    [PT_TOKEN_DOUBLESLASH] = BINARY(LEVEL_TERM, FloorDiv),
    [PT_TOKEN_PERCENT] = BINARY(LEVEL_TERM, Mod),
    [PT_TOKEN_AT] = BINARY(LEVEL_TERM, MatMult),
    [PT_TOKEN_DOUBLESTAR] = BINARY(LEVEL_POWER, Pow),
};

static PtNodeId prefix(PtParser *p, int level);

static bool at_comprehension(const PtParser *p)
{
    return at(p, PT_TOKEN_FOR) || (at(p, PT_TOKEN_ASYNC) && peek_second(p) == PT_TOKEN_FOR);
}

/* for_if_clause: 'async'? 'for' star_targets 'in' ~ disjunction ('if' disjunction)* */
static uint32_t comprehension_clauses(PtParser *p)
{
    uint32_t mark = p->stack.len;
    while (at_comprehension(p)) {
        uint32_t start = start_of(p);
        bool async = accept(p, PT_TOKEN_ASYNC);
        expect(p, PT_TOKEN_FOR);
        uint32_t first = p->pos;
        PtNodeId target = pt_parse_targets(p);
        pt_parse_set_context(p, target, PT_CTX_Store, NULL);
        if (p->explain && !at(p, PT_TOKEN_IN))
            pt_explain_targets(p, first);
        expect(p, PT_TOKEN_IN);
        PtNodeId iter = pt_parse_expr(p, LEVEL_TERNARY);
        uint32_t ifs = p->stack.len;
        while (accept(p, PT_TOKEN_IF))
            push(p, pt_parse_expr(p, LEVEL_TERNARY).v);
        uint32_t list = take_list(p, ifs), w = add_words(p, 3);
        p->words[w] = target.v;
        p->words[w + 1] = iter.v;
        p->words[w + 2] = list;
        push(p, add_node(p, PT_NODE_comprehension, async, start, end_of(p), w, 0).v);
    }
    return take_list(p, mark);
}

/* The rest of a tuple whose first element is on the stack at `mark`: `closer` ends it. */
static uint32_t tuple_rest(PtParser *p, uint32_t mark, PtTokenKind closer)
{
    while (accept(p, PT_TOKEN_COMMA)) {
        if (at(p, closer))
            break;
        PtNodeId element = at(p, PT_TOKEN_STAR) ? pt_parse_star_expression(p) : pt_parse_named_expression(p);
        push(p, element.v);
    }
    return take_list(p, mark);
}

/* '(' [yield_expr | named_expression | genexp | tuple] ')' */
static PtNodeId parenthesis(PtParser *p)
{
    uint32_t start = start_of(p);
    p->pos++;
    if (accept(p, PT_TOKEN_RPAR))
        return add_node(p, PT_NODE_Tuple, PT_CTX_Load, start, end_of(p), 0, 0);
    if (at(p, PT_TOKEN_YIELD)) {
        PtNodeId inner = pt_parse_yield_or_star_expressions(p);
        expect(p, PT_TOKEN_RPAR);
        return inner;
    }
    if (p->explain && at(p, PT_TOKEN_DOUBLESTAR))
        pt_explain_comprehension(p, PT_NODE_NONE, true);
    bool starred = at(p, PT_TOKEN_STAR);
    PtNodeId first = starred ? pt_parse_star_expression(p) : pt_parse_named_expression(p);
    if (p->explain && starred)
        pt_explain_comprehension(p, first, starred);
    if (at(p, PT_TOKEN_COMMA)) {
        uint32_t mark = p->stack.len;
        push(p, first.v);
        uint32_t list = tuple_rest(p, mark, PT_TOKEN_RPAR);
        expect(p, PT_TOKEN_RPAR);
        return add_node(p, PT_NODE_Tuple, PT_CTX_Load, start, end_of(p), list, 0);
    }
    if (!starred && at_comprehension(p)) {
        uint32_t clauses = comprehension_clauses(p);
        expect(p, PT_TOKEN_RPAR);
        return add_node(p, PT_NODE_GeneratorExp, 0, start, end_of(p), first.v, clauses);
    }
    if (starred && at(p, PT_TOKEN_RPAR))
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, p->nodes[first.v].start, p->nodes[first.v].end,
                         "cannot use starred expression here");
    if (starred)
        pt_parse_fail(p);
    expect(p, PT_TOKEN_RPAR);
    return first;
}

/* list: '[' [star_named_expressions] ']'; listcomp: '[' named_expression for_if_clauses ']' */
static PtNodeId bracket(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len;
    p->pos++;
    if (accept(p, PT_TOKEN_RSQB))
        return add_node(p, PT_NODE_List, PT_CTX_Load, start, end_of(p), 0, 0);
    bool starred = at(p, PT_TOKEN_STAR);
    PtNodeId first = starred ? pt_parse_star_expression(p) : pt_parse_named_expression(p);
    if (p->explain)
        pt_explain_comprehension(p, first, starred);
    if (!starred && at_comprehension(p)) {
        uint32_t clauses = comprehension_clauses(p);
        expect(p, PT_TOKEN_RSQB);
        return add_node(p, PT_NODE_ListComp, 0, start, end_of(p), first.v, clauses);
    }
    push(p, first.v);
    uint32_t list = tuple_rest(p, mark, PT_TOKEN_RSQB);
    expect(p, PT_TOKEN_RSQB);
    return add_node(p, PT_NODE_List, PT_CTX_Load, start, end_of(p), list, 0);
}

/* dict: '{' [','.('**' bitwise_or | expression ':' expression)+ [',']] '}'; dictcomp. The values gather above the
   keys on the stack, interleaved, and are then taken apart. */
static PtNodeId dict(PtParser *p, uint32_t start, PtNodeId key)
{
    uint32_t mark = p->stack.len;
    bool first = true;
    for (;; first = false) {
        if (pt_node_some(key)) {
            expect(p, PT_TOKEN_COLON);
            if (p->explain)
                pt_explain_dict_value(p);
        } else if (at(p, PT_TOKEN_DOUBLESTAR)) {
            p->pos++;
        } else {
            if (p->explain)
                pt_explain_key(p);
            key = pt_parse_expr(p, LEVEL_EXPRESSION);
            expect(p, PT_TOKEN_COLON);
            if (p->explain)
                pt_explain_dict_value(p);
        }
        uint32_t value_at = p->pos;
        PtNodeId value = pt_parse_expr(p, pt_node_some(key) ? LEVEL_EXPRESSION : LEVEL_COMPARISON);
        if (p->explain && first && !pt_node_some(key) && at_comprehension(p))
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, p->starts[value_at - 1], p->ends[value_at - 1],
                             "dict unpacking cannot be used in dict comprehension");
        if (first && pt_node_some(key) && at_comprehension(p)) {
            uint32_t clauses = comprehension_clauses(p), w = add_words(p, 3);
            expect(p, PT_TOKEN_RBRACE);
            p->words[w] = key.v;
            p->words[w + 1] = value.v;
            p->words[w + 2] = clauses;
            return add_node(p, PT_NODE_DictComp, 0, start, end_of(p), w, 0);
        }
        push(p, key.v);
        push(p, value.v);
        key = PT_NODE_NONE;
        if (!accept(p, PT_TOKEN_COMMA) || at(p, PT_TOKEN_RBRACE))
            break;
    }
    expect(p, PT_TOKEN_RBRACE);
    uint32_t len = (p->stack.len - mark) / 2, keys = add_words(p, 2 * len + 2), values = keys + len + 1;
    p->words[keys] = p->words[values] = len;
    for (uint32_t i = 0; i < len; i++) {
        p->words[keys + 1 + i] = p->stack.data[mark + 2 * i];
        p->words[values + 1 + i] = p->stack.data[mark + 2 * i + 1];
    }
    p->stack.len = mark;
    return add_node(p, PT_NODE_Dict, 0, start, end_of(p), keys, values);
}

static PtNodeId brace(PtParser *p)
{
    uint32_t start = start_of(p), first_at = ++p->pos;
    if (accept(p, PT_TOKEN_RBRACE))
        return add_node(p, PT_NODE_Dict, 0, start, end_of(p), 0, 0);
    if (at(p, PT_TOKEN_DOUBLESTAR))
        return dict(p, start, PT_NODE_NONE);
    bool starred = at(p, PT_TOKEN_STAR);
    PtNodeId first = starred ? pt_parse_star_expression(p) : pt_parse_named_expression(p);
    if (p->explain)
        pt_explain_comprehension(p, first, starred);
    if (at(p, PT_TOKEN_COLON) && p->kinds[first_at + 1] == PT_TOKEN_COLONEQUAL)
        pt_parse_fail(p);
    if (!starred && at(p, PT_TOKEN_COLON))
        return dict(p, start, first);
    if (!starred && at_comprehension(p)) {
        uint32_t clauses = comprehension_clauses(p);
        expect(p, PT_TOKEN_RBRACE);
        return add_node(p, PT_NODE_SetComp, 0, start, end_of(p), first.v, clauses);
    }
    uint32_t mark = p->stack.len;
    push(p, first.v);
    uint32_t list = tuple_rest(p, mark, PT_TOKEN_RBRACE);
    expect(p, PT_TOKEN_RBRACE);
    return add_node(p, PT_NODE_Set, 0, start, end_of(p), list, 0);
}

PtNodeId pt_parse_generator(PtParser *p, PtNodeId element, uint32_t start)
{
    if (!at_comprehension(p))
        return element;
    uint32_t clauses = comprehension_clauses(p);
    return add_node(p, PT_NODE_GeneratorExp, 0, start, p->ends[p->pos], element.v, clauses);
}

static PtNodeId simple_constant(PtParser *p, PtConstKind kind)
{
    p->pos++;
    return add_node(p, PT_NODE_Constant, kind, p->starts[p->pos - 1], end_of(p), 0, 0);
}

static inline PtNodeId name_expression(PtParser *p)
{
    uint32_t start = start_of(p);
    PtNameId name = read_name(p);
    return add_node(p, PT_NODE_Name, PT_CTX_Load, start, end_of(p), name.v, 0);
}

/* One argument with a keyword form: NAME '=' expression, or '**' expression. */
static bool keyword_argument(PtParser *p, bool *unpacked)
{
    uint32_t start = start_of(p);
    PtNameId name = PT_NAME_NONE;
    if (accept(p, PT_TOKEN_DOUBLESTAR)) {
        *unpacked = true;
    } else if (at_name(p) && peek_second(p) == PT_TOKEN_EQUAL) {
        name = read_name(p);
        p->pos++;
    } else {
        return false;
    }
    uint32_t first = p->pos;
    PtNodeId value = pt_parse_expr(p, LEVEL_EXPRESSION);
    if (p->explain && pt_name_some(name) && at_comprehension(p))
        pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, start, p->ends[first - 1],
                         "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    push(p, add_node(p, PT_NODE_keyword, 0, start, end_of(p), name.v, value.v).v);
    return true;
}

/* An argument may be a walrus, but is no place for the wording of one that went wrong. */
static PtNodeId argument(PtParser *p)
{
    if (at_name(p) && peek_second(p) == PT_TOKEN_COLONEQUAL)
        return pt_parse_named_expression(p);
    return pt_parse_expr(p, LEVEL_EXPRESSION);
}

/* args: positional and starred ones, then keyword ones. On the stack keyword arguments are told apart by kind. */
void pt_parse_arguments(PtParser *p, bool call, uint32_t *args, uint32_t *keywords)
{
    uint32_t open = p->starts[p->pos - 1], mark = p->stack.len, keyword_count = 0;
    bool unpacked = false;
    while (!at(p, PT_TOKEN_RPAR)) {
        uint32_t start = start_of(p);
        PtTokenKind second = peek_second(p);
        if (at(p, PT_TOKEN_NAME) && (second == PT_TOKEN_COMMA || second == PT_TOKEN_RPAR) && !keyword_count) {
            push(p, name_expression(p).v);
        } else if (keyword_argument(p, &unpacked)) {
            keyword_count++;
        } else if (at(p, PT_TOKEN_STAR)) {
            if (unpacked)
                pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, start, p->ends[p->pos],
                                 "iterable argument unpacking follows keyword argument unpacking");
            p->pos++;
            PtNodeId value = pt_parse_expr(p, LEVEL_EXPRESSION);
            push(p, add_node(p, PT_NODE_Starred, PT_CTX_Load, start, end_of(p), value.v, 0).v);
        } else {
            if (p->explain)
                pt_explain_argument(p);
            PtNodeId value = argument(p);
            if (at_comprehension(p)) {
                if (!call && p->stack.len == mark)
                    pt_parse_fail(p);
                uint32_t clauses = comprehension_clauses(p);
                if (p->stack.len == mark && !at(p, PT_TOKEN_RPAR) && !at(p, PT_TOKEN_COMMA))
                    pt_parse_fail(p);
                if (p->stack.len != mark || !at(p, PT_TOKEN_RPAR))
                    pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, start, end_of(p),
                                     "Generator expression must be parenthesized");
                p->pos++;
                value = add_node(p, PT_NODE_GeneratorExp, 0, open, end_of(p), value.v, clauses);
                *args = list_of_one(p, value.v);
                *keywords = 0;
                return;
            }
            if (keyword_count)
                pt_explain_positional(p, unpacked);
            push(p, value.v);
        }
        if (!accept(p, PT_TOKEN_COMMA))
            break;
    }
    expect(p, PT_TOKEN_RPAR);
    if (!keyword_count) {
        *args = take_list(p, mark);
        *keywords = 0;
        return;
    }
    /* Stable partition: positional arguments to the front, keyword ones into a list of their own. */
    uint32_t *items = p->stack.data + mark, len = p->stack.len - mark, kept = 0;
    uint32_t list = add_words(p, keyword_count + 1);
    p->words[list] = keyword_count;
    for (uint32_t i = 0, k = 0; i < len; i++) {
        if (p->nodes[items[i]].kind == PT_NODE_keyword)
            p->words[list + 1 + k++] = items[i];
        else
            items[kept++] = items[i];
    }
    p->stack.len = mark + kept;
    *keywords = list;
    *args = take_list(p, mark);
}

/* slice: [expression] ':' [expression] [':' [expression]] | named_expression | starred_expression */
static PtNodeId one_slice(PtParser *p)
{
    uint32_t start = start_of(p);
    PtNodeId lower = PT_NODE_NONE, upper = PT_NODE_NONE, step = PT_NODE_NONE;
    if (at(p, PT_TOKEN_STAR))
        return pt_parse_star_expression(p);
    if (!at(p, PT_TOKEN_COLON)) {
        lower = pt_parse_named_expression(p);
        if (!at(p, PT_TOKEN_COLON))
            return lower;
    }
    p->pos++;
    if (!at(p, PT_TOKEN_COLON) && !at(p, PT_TOKEN_COMMA) && !at(p, PT_TOKEN_RSQB))
        upper = pt_parse_expr(p, LEVEL_EXPRESSION);
    if (accept(p, PT_TOKEN_COLON) && !at(p, PT_TOKEN_COMMA) && !at(p, PT_TOKEN_RSQB))
        step = pt_parse_expr(p, LEVEL_EXPRESSION);
    uint32_t w = add_words(p, 3);
    p->words[w] = lower.v;
    p->words[w + 1] = upper.v;
    p->words[w + 2] = step.v;
    return add_node(p, PT_NODE_Slice, 0, start, end_of(p), w, 0);
}

static PtNodeId slices(PtParser *p)
{
    uint32_t start = start_of(p);
    bool starred = at(p, PT_TOKEN_STAR);
    PtNodeId first = one_slice(p);
    if (!at(p, PT_TOKEN_COMMA) && !starred)
        return first;
    uint32_t mark = p->stack.len;
    push(p, first.v);
    while (accept(p, PT_TOKEN_COMMA)) {
        if (at(p, PT_TOKEN_RSQB))
            break;
        push(p, one_slice(p).v);
    }
    uint32_t list = take_list(p, mark);
    return add_node(p, PT_NODE_Tuple, PT_CTX_Load, start, end_of(p), list, 0);
}

/* One attribute, call or subscript after `node`, which began at `start`. */
static PtNodeId trailer(PtParser *p, uint32_t start, PtNodeId node)
{
    switch (peek(p)) {
    case PT_TOKEN_DOT: {
        p->pos++;
        PtNameId name = read_name(p);
        return add_node(p, PT_NODE_Attribute, PT_CTX_Load, start, end_of(p), node.v, name.v);
    }
    case PT_TOKEN_LPAR: {
        uint32_t args, keywords;
        p->pos++;
        if (accept(p, PT_TOKEN_RPAR)) {
            args = keywords = 0;
        } else {
            enter(p);
            pt_parse_arguments(p, true, &args, &keywords);
            leave(p);
        }
        uint32_t w = add_words(p, 3);
        p->words[w] = node.v;
        p->words[w + 1] = args;
        p->words[w + 2] = keywords;
        return add_node(p, PT_NODE_Call, 0, start, end_of(p), w, 0);
    }
    default: {
        p->pos++;
        enter(p);
        PtNodeId index = slices(p);
        leave(p);
        expect(p, PT_TOKEN_RSQB);
        return add_node(p, PT_NODE_Subscript, PT_CTX_Load, start, end_of(p), node.v, index.v);
    }
    }
}

static PtNodeId trailer_step(PtParser *p)
{
    return trailer(p, p->step.start, p->step.left);
}

static const bool begins_trailer[PT_TOKEN_COUNT] = {
    [PT_TOKEN_DOT] = true,
    [PT_TOKEN_LPAR] = true,
    [PT_TOKEN_LSQB] = true,
};

/* primary: atom, then attributes, calls and subscripts */
static inline PtNodeId trailers(PtParser *p, uint32_t start, PtNodeId node)
{
    for (uint32_t chain = 0; begins_trailer[peek(p)];) {
        if (p->lenient) {
            p->step.start = start;
            p->step.left = node;
            if (!pt_parse_step(p, trailer_step, &node))
                break;
        } else {
            node = trailer(p, start, node);
        }
        if (++chain > PARSE_MAX_CHAIN)
            pt_parse_fail_deep(p);
    }
    return node;
}

static PtNodeId unary(PtParser *p, PtUnaryOp op, int operand_level)
{
    uint32_t start = start_of(p);
    p->pos++;
    PtNodeId operand = pt_parse_expr(p, operand_level);
    return add_node(p, PT_NODE_UnaryOp, op, start, end_of(p), operand.v, 0);
}

/* lambda: 'lambda' [lambda_params] ':' expression */
static PtNodeId lambda(PtParser *p)
{
    uint32_t start = start_of(p);
    p->pos++;
    PtNodeId args = pt_parse_parameters(p, PT_TOKEN_COLON);
    expect(p, PT_TOKEN_COLON);
    PtNodeId body = pt_parse_expr(p, LEVEL_EXPRESSION);
    return add_node(p, PT_NODE_Lambda, 0, start, end_of(p), args.v, body.v);
}

/* await_primary: 'await' primary */
static PtNodeId await(PtParser *p)
{
    uint32_t start = start_of(p);
    p->pos++;
    switch (peek(p)) {
    case PT_TOKEN_NOT:
    case PT_TOKEN_PLUS:
    case PT_TOKEN_MINUS:
    case PT_TOKEN_TILDE:
    case PT_TOKEN_LAMBDA:
    case PT_TOKEN_AWAIT:
        pt_parse_fail(p);
    default:
        break;
    }
    PtNodeId value = prefix(p, LEVEL_POWER);
    return add_node(p, PT_NODE_Await, 0, start, end_of(p), value.v, 0);
}

/* Prefix operators with their operand, or a primary: one decision on the next token. */
static inline __attribute__((always_inline)) PtNodeId operand(PtParser *p, int level)
{
    uint32_t start = start_of(p);
    PtNodeId node;
    switch (peek(p)) {
    case PT_TOKEN_NOT:
        if (level > LEVEL_NOT)
            pt_parse_fail(p);
        return unary(p, PT_UNARYOP_Not, LEVEL_NOT);
    case PT_TOKEN_PLUS:
        return unary(p, PT_UNARYOP_UAdd, LEVEL_UNARY);
    case PT_TOKEN_MINUS:
        return unary(p, PT_UNARYOP_USub, LEVEL_UNARY);
    case PT_TOKEN_TILDE:
        return unary(p, PT_UNARYOP_Invert, LEVEL_UNARY);
    case PT_TOKEN_LAMBDA:
        if (level > LEVEL_EXPRESSION)
            pt_parse_fail(p);
        return lambda(p);
    case PT_TOKEN_AWAIT:
        return await(p);
    case PT_TOKEN_NAME:
    case PT_TOKEN_NAME_UNICODE:
        node = name_expression(p);
        break;
    case PT_TOKEN_INT:
    case PT_TOKEN_INT_OTHER:
    case PT_TOKEN_FLOAT:
    case PT_TOKEN_IMAGINARY:
        node = pt_parse_number(p);
        break;
    case PT_TOKEN_STRING:
    case PT_TOKEN_STRING_ESCAPED:
    case PT_TOKEN_FSTRING_START:
        node = pt_parse_strings(p);
        break;
    case PT_TOKEN_LPAR:
        node = parenthesis(p);
        break;
    case PT_TOKEN_LSQB:
        node = bracket(p);
        break;
    case PT_TOKEN_LBRACE:
        node = brace(p);
        break;
    case PT_TOKEN_NONE:
        node = simple_constant(p, PT_CONST_NONE);
        break;
    case PT_TOKEN_TRUE:
        node = simple_constant(p, PT_CONST_TRUE);
        break;
    case PT_TOKEN_FALSE:
        node = simple_constant(p, PT_CONST_FALSE);
        break;
    case PT_TOKEN_ELLIPSIS:
        node = simple_constant(p, PT_CONST_ELLIPSIS);
        break;
    default:
        pt_parse_fail(p);
    }
    return trailers(p, start, node);
}

static PtNodeId prefix(PtParser *p, int level)
{
    return operand(p, level);
}

/* comparison: bitwise_or (comp_op bitwise_or)+ */
static PtNodeId comparison(PtParser *p, uint32_t start, PtNodeId left)
{
    uint32_t mark = p->stack.len;
    for (;;) {
        OpInfo info = op_infos[peek(p)];
        uint32_t op = info.op;
        if (info.class != OP_COMPARE)
            break;
        if (at(p, PT_TOKEN_NOT)) {
            if (peek_second(p) != PT_TOKEN_IN)
                break;
            p->pos++;
        } else if (at(p, PT_TOKEN_IS) && peek_second(p) == PT_TOKEN_NOT) {
            op = PT_CMPOP_IsNot;
            p->pos++;
        }
        p->pos++;
        push(p, op);
        push(p, pt_parse_expr(p, LEVEL_COMPARISON).v);
    }
    uint32_t len = (p->stack.len - mark) / 2, ops = add_words(p, 2 * len + 5), values = ops + len + 1;
    p->words[ops] = p->words[values] = len;
    for (uint32_t i = 0; i < len; i++) {
        p->words[ops + 1 + i] = p->stack.data[mark + 2 * i];
        p->words[values + 1 + i] = p->stack.data[mark + 2 * i + 1];
    }
    p->stack.len = mark;
    uint32_t w = values + len + 1;
    p->words[w] = left.v;
    p->words[w + 1] = ops;
    p->words[w + 2] = values;
    return add_node(p, PT_NODE_Compare, 0, start, end_of(p), w, 0);
}

/* expression: disjunction 'if' disjunction 'else' expression */
static PtNodeId ternary(PtParser *p, uint32_t start, PtNodeId body)
{
    p->pos++;
    PtNodeId test = pt_parse_expr(p, LEVEL_TERNARY);
    expect(p, PT_TOKEN_ELSE);
    PtNodeId orelse = pt_parse_expr(p, LEVEL_EXPRESSION);
    uint32_t w = add_words(p, 3);
    p->words[w] = test.v;
    p->words[w + 1] = body.v;
    p->words[w + 2] = orelse.v;
    return add_node(p, PT_NODE_IfExp, 0, start, end_of(p), w, 0);
}

/* disjunction: conjunction ('or' conjunction)+ and the same for 'and' */
static PtNodeId boolean(PtParser *p, uint32_t start, PtNodeId first, OpInfo info)
{
    PtTokenKind kind = peek(p);
    uint32_t mark = p->stack.len;
    push(p, first.v);
    while (accept(p, kind))
        push(p, pt_parse_expr(p, info.level).v);
    uint32_t values = take_list(p, mark);
    return add_node(p, PT_NODE_BoolOp, info.op, start, end_of(p), values, 0);
}

/* Tokens after which a name or a number goes on: operators of any level, and what follows a primary. */
static bool goes_on(PtTokenKind kind)
{
    return op_infos[kind].level || kind == PT_TOKEN_DOT || kind == PT_TOKEN_LPAR || kind == PT_TOKEN_LSQB;
}

/* The operator at the next token with its right side, after `left`. */
static inline PtNodeId operation(PtParser *p, uint32_t start, PtNodeId left, OpInfo info)
{
    switch ((OpClass)info.class) {
    case OP_BINARY: {
        p->pos++;
        PtNodeId right = pt_parse_expr(p, info.level == LEVEL_POWER ? LEVEL_UNARY : info.level);
        return add_node(p, PT_NODE_BinOp, info.op, start, end_of(p), left.v, right.v);
    }
    case OP_COMPARE:
        return comparison(p, start, left);
    case OP_BOOL:
        return boolean(p, start, left, info);
    default:
        return ternary(p, start, left);
    }
}

static PtNodeId operation_step(PtParser *p)
{
    return operation(p, p->step.start, p->step.left, op_infos[peek(p)]);
}

static __attribute__((noinline)) PtNodeId whole_expression(PtParser *p, int level)
{
    uint32_t start = start_of(p), first = p->pos, chain = 0;
    enter(p);
    PtNodeId left = operand(p, level);
    for (;;) {
        OpInfo info = op_infos[peek(p)];
        if (p->explain && level == LEVEL_EXPRESSION && info.level <= LEVEL_TERNARY)
            pt_explain_expression(p, first, left);
        if (info.level <= level || (at(p, PT_TOKEN_NOT) && peek_second(p) != PT_TOKEN_IN))
            break;
        if (p->lenient) {
            p->step.start = start;
            p->step.left = left;
            if (!pt_parse_step(p, operation_step, &left))
                break;
        } else {
            left = operation(p, start, left, info);
        }
        if (info.class == OP_TERNARY)
            break;
        if (++chain > PARSE_MAX_CHAIN)
            pt_parse_fail_deep(p);
    }
    leave(p);
    return left;
}

/* An expression of operators that bind tighter than `level`. */
PtNodeId pt_parse_expr(PtParser *p, int level)
{
    /* Every other expression is a single name. */
    if (at(p, PT_TOKEN_NAME) && !goes_on(peek_second(p)) && !p->explain)
        return name_expression(p);
    return whole_expression(p, level);
}

/* named_expression: NAME ':=' ~ expression | expression !':=' */
PtNodeId pt_parse_named_expression(PtParser *p)
{
    if (at_name(p) && peek_second(p) == PT_TOKEN_COLONEQUAL) {
        uint32_t start = start_of(p);
        PtNameId name = read_name(p);
        PtNodeId target = add_node(p, PT_NODE_Name, PT_CTX_Store, start, end_of(p), name.v, 0);
        p->pos++;
        PtNodeId value = pt_parse_expr(p, LEVEL_EXPRESSION);
        return add_node(p, PT_NODE_NamedExpr, 0, start, end_of(p), target.v, value.v);
    }
    uint32_t first = p->pos;
    PtNodeId value = pt_parse_expr(p, LEVEL_EXPRESSION);
    if (p->explain)
        pt_explain_named(p, first, value);
    return value;
}

/* star_expression: '*' bitwise_or | expression */
PtNodeId pt_parse_star_expression(PtParser *p)
{
    uint32_t start = start_of(p);
    if (!accept(p, PT_TOKEN_STAR))
        return pt_parse_expr(p, LEVEL_EXPRESSION);
    PtNodeId value = pt_parse_expr(p, LEVEL_COMPARISON);
    return add_node(p, PT_NODE_Starred, PT_CTX_Load, start, end_of(p), value.v, 0);
}

static bool starts_expression(const PtParser *p)
{
    switch (peek(p)) {
    case PT_TOKEN_NAME:
    case PT_TOKEN_NAME_UNICODE:
    case PT_TOKEN_INT:
    case PT_TOKEN_INT_OTHER:
    case PT_TOKEN_FLOAT:
    case PT_TOKEN_IMAGINARY:
    case PT_TOKEN_STRING:
    case PT_TOKEN_STRING_ESCAPED:
    case PT_TOKEN_FSTRING_START:
    case PT_TOKEN_LPAR:
    case PT_TOKEN_LSQB:
    case PT_TOKEN_LBRACE:
    case PT_TOKEN_NONE:
    case PT_TOKEN_TRUE:
    case PT_TOKEN_FALSE:
    case PT_TOKEN_ELLIPSIS:
    case PT_TOKEN_NOT:
    case PT_TOKEN_PLUS:
    case PT_TOKEN_MINUS:
    case PT_TOKEN_TILDE:
    case PT_TOKEN_LAMBDA:
    case PT_TOKEN_AWAIT:
    case PT_TOKEN_STAR:
        return true;
    default:
        return false;
    }
}

/* star_expressions: star_expression (',' star_expression)* [','] */
PtNodeId pt_parse_star_expressions(PtParser *p)
{
    uint32_t start = start_of(p);
    PtNodeId first = pt_parse_star_expression(p);
    if (!at(p, PT_TOKEN_COMMA))
        return first;
    uint32_t mark = p->stack.len;
    push(p, first.v);
    while (accept(p, PT_TOKEN_COMMA)) {
        if (!starts_expression(p))
            break;
        push(p, pt_parse_star_expression(p).v);
    }
    uint32_t list = take_list(p, mark);
    return add_node(p, PT_NODE_Tuple, PT_CTX_Load, start, end_of(p), list, 0);
}

/* yield_expr: 'yield' 'from' expression | 'yield' [star_expressions] */
PtNodeId pt_parse_yield_or_star_expressions(PtParser *p)
{
    uint32_t start = start_of(p);
    if (!accept(p, PT_TOKEN_YIELD))
        return pt_parse_star_expressions(p);
    if (accept(p, PT_TOKEN_FROM)) {
        PtNodeId value = pt_parse_expr(p, LEVEL_EXPRESSION);
        return add_node(p, PT_NODE_YieldFrom, 0, start, end_of(p), value.v, 0);
    }
    PtNodeId value = starts_expression(p) ? pt_parse_star_expressions(p) : PT_NODE_NONE;
    return add_node(p, PT_NODE_Yield, 0, start, end_of(p), value.v, 0);
}

static PtNodeId one_target(PtParser *p)
{
    uint32_t start = start_of(p);
    if (!accept(p, PT_TOKEN_STAR))
        return pt_parse_expr(p, LEVEL_COMPARISON);
    PtNodeId value = pt_parse_expr(p, LEVEL_COMPARISON);
    return add_node(p, PT_NODE_Starred, PT_CTX_Load, start, end_of(p), value.v, 0);
}

/* star_targets: star_target (',' star_target)* [','] */
PtNodeId pt_parse_targets(PtParser *p)
{
    uint32_t start = start_of(p);
    PtNodeId first = one_target(p);
    if (!at(p, PT_TOKEN_COMMA))
        return first;
    uint32_t mark = p->stack.len;
    push(p, first.v);
    while (accept(p, PT_TOKEN_COMMA)) {
        if (!starts_expression(p))
            break;
        push(p, one_target(p).v);
    }
    uint32_t list = take_list(p, mark);
    return add_node(p, PT_NODE_Tuple, PT_CTX_Load, start, end_of(p), list, 0);
}
