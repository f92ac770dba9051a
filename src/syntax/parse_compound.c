/* Compound statements: if, while, for, with, try, def, class, and their parts. `match` is in parse_pattern.c. */
#include "syntax/parse_internal.h"

/* ':' block of the statement that began at offset `start`, named as in CPython's messages. */
static uint32_t colon_block(PtParser *p, const char *statement, uint32_t start)
{
    if (!at(p, PT_TOKEN_COLON))
        pt_explain_colon(p, false);
    p->pos++;
    return pt_parse_block(p, statement, start);
}

/* The same after a word that only a colon can follow. */
static uint32_t forced_colon_block(PtParser *p, const char *statement, uint32_t start)
{
    if (!at(p, PT_TOKEN_COLON))
        pt_explain_colon(p, true);
    p->pos++;
    return pt_parse_block(p, statement, start);
}

static uint32_t else_block(PtParser *p)
{
    uint32_t start = start_of(p);
    return accept(p, PT_TOKEN_ELSE) ? forced_colon_block(p, "'else' statement", start) : 0;
}

/* if_stmt: 'if' named_expression ':' block (elif_stmt | [else_block]). A chain of elifs is read in a loop and
   nested from its end, so that its length is not bounded by the stack. */
static PtNodeId if_statement(PtParser *p)
{
    uint32_t mark = p->stack.len;
    do {
        uint32_t start = start_of(p);
        const char *statement = at(p, PT_TOKEN_IF) ? "'if' statement" : "'elif' statement";
        p->pos++;
        PtNodeId test = pt_parse_named_expression(p);
        uint32_t body = colon_block(p, statement, start);
        push(p, start);
        push(p, test.v);
        push(p, body);
    } while (at(p, PT_TOKEN_ELIF));
    uint32_t orelse = else_block(p);
    PtNodeId node = PT_NODE_NONE;
    while (p->stack.len > mark) {
        uint32_t body = pt_vec_pop(&p->stack), test = pt_vec_pop(&p->stack), start = pt_vec_pop(&p->stack);
        uint32_t w = add_words(p, 3);
        p->words[w] = test;
        p->words[w + 1] = body;
        p->words[w + 2] = orelse;
        node = add_node(p, PT_NODE_If, 0, start, p->block_end, w, 0);
        orelse = list_of_one(p, node.v);
    }
    return node;
}

static PtNodeId while_statement(PtParser *p)
{
    uint32_t start = start_of(p);
    p->pos++;
    PtNodeId test = pt_parse_named_expression(p);
    uint32_t body = colon_block(p, "'while' statement", start), orelse = else_block(p), w = add_words(p, 3);
    p->words[w] = test.v;
    p->words[w + 1] = body;
    p->words[w + 2] = orelse;
    return add_node(p, PT_NODE_While, 0, start, p->block_end, w, 0);
}

/* for_stmt: 'for' star_targets 'in' ~ star_expressions ':' block [else_block] */
static PtNodeId for_statement(PtParser *p, uint32_t start, bool async)
{
    uint32_t word = start_of(p);
    p->pos++;
    uint32_t first = p->pos;
    PtNodeId target = pt_parse_targets(p);
    pt_parse_set_context(p, target, PT_CTX_Store, NULL);
    if (p->explain && !at(p, PT_TOKEN_IN))
        pt_explain_targets(p, first);
    expect(p, PT_TOKEN_IN);
    PtNodeId iter = pt_parse_star_expressions(p);
    uint32_t body = colon_block(p, "'for' statement", word), orelse = else_block(p), w = add_words(p, 4);
    p->words[w] = target.v;
    p->words[w + 1] = iter.v;
    p->words[w + 2] = body;
    p->words[w + 3] = orelse;
    return add_node(p, async ? PT_NODE_AsyncFor : PT_NODE_For, 0, start, p->block_end, w, 0);
}

/* with_item: expression ['as' star_target] */
static PtNodeId with_item(PtParser *p, PtNodeId context)
{
    PtNodeId target = PT_NODE_NONE;
    uint32_t start = p->nodes[context.v].start;
    if (accept(p, PT_TOKEN_AS)) {
        if (p->explain)
            pt_explain_targets(p, p->pos);
        target = at(p, PT_TOKEN_STAR) ? pt_parse_star_expression(p) : pt_parse_expr(p, LEVEL_COMPARISON);
        pt_parse_set_context(p, target, PT_CTX_Store, NULL);
    }
    return add_node(p, PT_NODE_withitem, 0, start, end_of(p), context.v, target.v);
}

/* At "(": does its partner stand right before ":"? */
static bool parenthesis_before_colon(const PtParser *p)
{
    uint32_t depth = 0;
    for (uint32_t i = p->pos;; i++) {
        switch (p->kinds[i]) {
        case PT_TOKEN_LPAR:
        case PT_TOKEN_LSQB:
        case PT_TOKEN_LBRACE:
            depth++;
            break;
        case PT_TOKEN_RPAR:
        case PT_TOKEN_RSQB:
        case PT_TOKEN_RBRACE:
            if (--depth == 0)
                return p->kinds[i + 1] == PT_TOKEN_COLON;
            break;
        case PT_TOKEN_NEWLINE:
        case PT_TOKEN_END:
        case PT_TOKEN_ERROR:
            return false;
        }
    }
}

/* The items of `with (a as b, c):`. Where the parentheses turn out to hold one expression instead (a generator, a
   walrus, a yield, a starred tuple), everything is undone and the answer is false. */
static bool parenthesized_items(PtParser *p)
{
    uint32_t pos = p->pos, nodes = p->node_count, words = p->word_count, mark = p->stack.len;
    if (!parenthesis_before_colon(p))
        return false;
    p->pos++;
    while (!at(p, PT_TOKEN_RPAR)) {
        if (at(p, PT_TOKEN_STAR) || at(p, PT_TOKEN_YIELD))
            break;
        PtNodeId context = pt_parse_expr(p, LEVEL_EXPRESSION);
        if (!at(p, PT_TOKEN_AS) && !at(p, PT_TOKEN_COMMA) && !at(p, PT_TOKEN_RPAR))
            break;
        push(p, with_item(p, context).v);
        if (!accept(p, PT_TOKEN_COMMA))
            break;
    }
    if (at(p, PT_TOKEN_RPAR) && p->stack.len > mark) {
        p->pos++;
        return true;
    }
    p->pos = pos;
    p->node_count = nodes;
    p->word_count = words;
    p->stack.len = mark;
    return false;
}

static PtNodeId with_statement(PtParser *p, uint32_t start, bool async)
{
    uint32_t mark = p->stack.len, word = start_of(p);
    p->pos++;
    if (!at(p, PT_TOKEN_LPAR) || !parenthesized_items(p)) {
        do
            push(p, with_item(p, pt_parse_expr(p, LEVEL_EXPRESSION)).v);
        while (accept(p, PT_TOKEN_COMMA));
    }
    uint32_t items = take_list(p, mark), body = colon_block(p, "'with' statement", word);
    return add_node(p, async ? PT_NODE_AsyncWith : PT_NODE_With, 0, start, p->block_end, items, body);
}

/* The types of `except A, B:` (3.14), or a single expression. */
static PtNodeId except_types(PtParser *p)
{
    uint32_t start = start_of(p);
    PtNodeId first = pt_parse_expr(p, LEVEL_EXPRESSION);
    if (!at(p, PT_TOKEN_COMMA))
        return first;
    uint32_t mark = p->stack.len;
    push(p, first.v);
    while (accept(p, PT_TOKEN_COMMA)) {
        if (at(p, PT_TOKEN_COLON))
            break;
        push(p, pt_parse_expr(p, LEVEL_EXPRESSION).v);
    }
    if (at(p, PT_TOKEN_AS))
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start, end_of(p), "multiple exception types must be parenthesized");
    uint32_t list = take_list(p, mark);
    return add_node(p, PT_NODE_Tuple, PT_CTX_Load, start, end_of(p), list, 0);
}

/* except_block: 'except' ['*'] [expression ['as' NAME]] ':' block */
static PtNodeId except_handler(PtParser *p, bool *group)
{
    uint32_t start = start_of(p);
    PtNodeId type = PT_NODE_NONE;
    PtNameId name = PT_NAME_NONE;
    p->pos++;
    *group = accept(p, PT_TOKEN_STAR);
    if (*group && (at(p, PT_TOKEN_COLON) || at(p, PT_TOKEN_NEWLINE)))
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start_of(p), p->ends[p->pos], "expected one or more exception types");
    if (!at(p, PT_TOKEN_COLON) && !at(p, PT_TOKEN_NEWLINE)) {
        type = except_types(p);
        if (accept(p, PT_TOKEN_AS))
            name = read_name(p);
    }
    uint32_t body = colon_block(p, *group ? "'except*' statement" : "'except' statement", start), w = add_words(p, 3);
    p->words[w] = type.v;
    p->words[w + 1] = name.v;
    p->words[w + 2] = body;
    return add_node(p, PT_NODE_ExceptHandler, 0, start, p->block_end, w, 0);
}

/* try_stmt: 'try' ':' block (finally_block | except_block+ [else_block] [finally_block]) */
static PtNodeId try_statement(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len, orelse = 0, finalbody = 0;
    bool group = false;
    p->pos++;
    uint32_t body = forced_colon_block(p, "'try' statement", start);
    while (at(p, PT_TOKEN_EXCEPT)) {
        bool star;
        uint32_t at_start = start_of(p);
        push(p, except_handler(p, &star).v);
        if (p->stack.len > mark + 1 && star != group)
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, at_start, at_start + 6,
                             "cannot have both 'except' and 'except*' on the same 'try'");
        group = star;
    }
    uint32_t handlers = take_list(p, mark);
    if (handlers)
        orelse = else_block(p);
    uint32_t last = start_of(p);
    if (accept(p, PT_TOKEN_FINALLY)) {
        finalbody = forced_colon_block(p, "'finally' statement", last);
    } else if (!handlers) {
        PtSpan place = pt_parse_place(p, p->pos);
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, place.start, place.end, "expected 'except' or 'finally' block");
    }
    uint32_t w = add_words(p, 4);
    p->words[w] = body;
    p->words[w + 1] = handlers;
    p->words[w + 2] = orelse;
    p->words[w + 3] = finalbody;
    return add_node(p, group ? PT_NODE_TryStar : PT_NODE_Try, 0, start, p->block_end, w, 0);
}

/* type_param: NAME [':' expression] ['=' expression] | '*' NAME ['=' star_expression] | '**' NAME ['=' expression] */
uint32_t pt_parse_type_params(PtParser *p)
{
    uint32_t mark = p->stack.len;
    if (!accept(p, PT_TOKEN_LSQB))
        return 0;
    do {
        if (at(p, PT_TOKEN_RSQB) && p->stack.len > mark)
            break;
        uint32_t start = start_of(p);
        PtNodeKind kind = at(p, PT_TOKEN_STAR)         ? PT_NODE_TypeVarTuple
                          : at(p, PT_TOKEN_DOUBLESTAR) ? PT_NODE_ParamSpec
                                                       : PT_NODE_TypeVar;
        if (kind != PT_NODE_TypeVar)
            p->pos++;
        PtNameId name = read_name(p);
        PtNodeId bound = PT_NODE_NONE, fallback = PT_NODE_NONE;
        if (kind == PT_NODE_TypeVar && accept(p, PT_TOKEN_COLON))
            bound = pt_parse_expr(p, LEVEL_EXPRESSION);
        if (accept(p, PT_TOKEN_EQUAL))
            fallback = kind == PT_NODE_TypeVarTuple ? pt_parse_star_expression(p) : pt_parse_expr(p, LEVEL_EXPRESSION);
        if (kind != PT_NODE_TypeVar) {
            push(p, add_node(p, kind, 0, start, end_of(p), name.v, fallback.v).v);
            continue;
        }
        uint32_t w = add_words(p, 3);
        p->words[w] = name.v;
        p->words[w + 1] = bound.v;
        p->words[w + 2] = fallback.v;
        push(p, add_node(p, kind, 0, start, end_of(p), w, 0).v);
    } while (accept(p, PT_TOKEN_COMMA));
    expect(p, PT_TOKEN_RSQB);
    return take_list(p, mark);
}

/* One parameter's name and annotation (not for lambda). */
static PtNodeId parameter(PtParser *p, bool annotations, bool starred)
{
    uint32_t start = start_of(p);
    PtNameId name = read_name(p);
    PtNodeId annotation = PT_NODE_NONE;
    if (annotations && accept(p, PT_TOKEN_COLON))
        annotation = starred && at(p, PT_TOKEN_STAR) ? pt_parse_star_expression(p) : pt_parse_expr(p, LEVEL_EXPRESSION);
    return add_node(p, PT_NODE_arg, 0, start, end_of(p), name.v, annotation.v);
}

static void fail_parameter(PtParser *p, const char *message)
{
    pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, start_of(p), p->ends[p->pos], "%s", message);
}

/* parameters: positional-only '/' , ordinary, '*' [name], keyword-only, '**' name. Fields of the node:
   posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults. */
PtNodeId pt_parse_parameters(PtParser *p, PtTokenKind end)
{
    if (at(p, end))
        return p->no_arguments;
    uint32_t start = start_of(p), mark = p->stack.len;
    bool annotations = end == PT_TOKEN_RPAR, slash = false, star = false;
    if (p->explain)
        pt_explain_parameters(p, end);
    uint32_t vararg = 0, kwarg = 0;
    PT_VEC(uint32_t) defaults = {0}, kwonly = {0}, kw_defaults = {0};
    uint32_t posonly = 0;
    do {
        if (at(p, end))
            break;
        if (kwarg)
            fail_parameter(p, "arguments cannot follow var-keyword argument");
        if (at(p, PT_TOKEN_SLASH)) {
            if (slash)
                fail_parameter(p, "/ may appear only once");
            if (star)
                fail_parameter(p, "/ must be ahead of *");
            if (p->stack.len == mark)
                fail_parameter(p, "at least one argument must precede /");
            p->pos++;
            if (at(p, PT_TOKEN_STAR))
                fail_parameter(p, "expected comma between / and *");
            slash = true;
            posonly = take_list(p, mark);
            continue;
        }
        if (at(p, PT_TOKEN_STAR)) {
            if (star && (peek_second(p) == PT_TOKEN_COMMA || p->kinds[p->pos + 2] == PT_TOKEN_COMMA || p->kinds[p->pos + 2] == end))
                fail_parameter(p, "* argument may appear only once");
            if (star)
                pt_parse_fail(p);
            star = true;
            p->pos++;
            if (at(p, PT_TOKEN_COMMA)) {
                PtTokenKind second = peek_second(p);
                if (second == end || second == PT_TOKEN_DOUBLESTAR)
                    pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, p->starts[p->pos - 1], end_of(p),
                                     "named arguments must follow bare *");
                continue;
            }
            if (at(p, end))
                pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, p->starts[p->pos - 1], end_of(p),
                                 "named arguments must follow bare *");
            vararg = parameter(p, annotations, true).v;
            if (at(p, PT_TOKEN_EQUAL))
                fail_parameter(p, "var-positional argument cannot have default value");
            continue;
        }
        if (accept(p, PT_TOKEN_DOUBLESTAR)) {
            kwarg = parameter(p, annotations, false).v;
            if (at(p, PT_TOKEN_EQUAL))
                fail_parameter(p, "var-keyword argument cannot have default value");
            continue;
        }
        PtNodeId arg = parameter(p, annotations, false), value = PT_NODE_NONE;
        if (at(p, PT_TOKEN_EQUAL)) {
            if (annotations && (peek_second(p) == PT_TOKEN_RPAR || peek_second(p) == PT_TOKEN_COMMA))
                fail_parameter(p, "expected default value expression");
            p->pos++;
            value = pt_parse_expr(p, LEVEL_EXPRESSION);
        }
        if (star) {
            pt_vec_push(p->scratch, &kwonly, arg.v);
            pt_vec_push(p->scratch, &kw_defaults, value.v);
            continue;
        }
        if (pt_node_some(value))
            pt_vec_push(p->scratch, &defaults, value.v);
        else if (defaults.len && !at(p, PT_TOKEN_COMMA) && !at(p, end))
            pt_parse_fail(p);
        else if (defaults.len)
            pt_parse_fail_at(p, PT_DIAG_BAD_ARGUMENTS, p->nodes[arg.v].start, p->nodes[arg.v].end,
                             "non-default argument follows default argument");
        push(p, arg.v);
    } while (accept(p, PT_TOKEN_COMMA));
    uint32_t args = take_list(p, mark);
    uint32_t lists[3];
    struct {
        uint32_t *data, len;
    } from[3] = {{kwonly.data, kwonly.len}, {kw_defaults.data, kw_defaults.len}, {defaults.data, defaults.len}};
    for (int i = 0; i < 3; i++) {
        for (uint32_t k = 0; k < from[i].len; k++)
            push(p, from[i].data[k]);
        lists[i] = take_list(p, mark);
    }
    uint32_t w = add_words(p, 7);
    p->words[w] = posonly;
    p->words[w + 1] = args;
    p->words[w + 2] = vararg;
    p->words[w + 3] = lists[0];
    p->words[w + 4] = lists[1];
    p->words[w + 5] = kwarg;
    p->words[w + 6] = lists[2];
    return add_node(p, PT_NODE_arguments, 0, start, end_of(p), w, 0);
}

/* function_def: 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block */
static PtNodeId function(PtParser *p, uint32_t start, bool async, uint32_t decorators)
{
    uint32_t word = start_of(p);
    p->pos++;
    PtNameId name = read_name(p);
    uint32_t type_params = pt_parse_type_params(p);
    if (!at(p, PT_TOKEN_LPAR))
        pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start_of(p), p->ends[p->pos], "expected '('");
    p->pos++;
    PtNodeId args = pt_parse_parameters(p, PT_TOKEN_RPAR), returns = PT_NODE_NONE;
    expect(p, PT_TOKEN_RPAR);
    if (p->explain && at(p, PT_TOKEN_ARROW))
        pt_explain_arrow(p);
    if (accept(p, PT_TOKEN_ARROW))
        returns = pt_parse_expr(p, LEVEL_EXPRESSION);
    uint32_t body = forced_colon_block(p, "function definition", word), w = add_words(p, 6);
    p->words[w] = name.v;
    p->words[w + 1] = args.v;
    p->words[w + 2] = body;
    p->words[w + 3] = decorators;
    p->words[w + 4] = returns.v;
    p->words[w + 5] = type_params;
    return add_node(p, async ? PT_NODE_AsyncFunctionDef : PT_NODE_FunctionDef, 0, start, p->block_end, w, 0);
}

/* class_def: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block */
static PtNodeId class_definition(PtParser *p, uint32_t decorators)
{
    uint32_t start = start_of(p), bases = 0, keywords = 0;
    p->pos++;
    PtNameId name = read_name(p);
    uint32_t type_params = pt_parse_type_params(p);
    if (accept(p, PT_TOKEN_LPAR))
        pt_parse_arguments(p, false, &bases, &keywords);
    uint32_t body = colon_block(p, "class definition", start), w = add_words(p, 6);
    p->words[w] = name.v;
    p->words[w + 1] = bases;
    p->words[w + 2] = keywords;
    p->words[w + 3] = body;
    p->words[w + 4] = decorators;
    p->words[w + 5] = type_params;
    return add_node(p, PT_NODE_ClassDef, 0, start, p->block_end, w, 0);
}

/* decorators: ('@' named_expression NEWLINE)+ */
static PtNodeId decorated(PtParser *p)
{
    uint32_t mark = p->stack.len;
    while (accept(p, PT_TOKEN_AT)) {
        push(p, pt_parse_named_expression(p).v);
        expect(p, PT_TOKEN_NEWLINE);
    }
    uint32_t decorators = take_list(p, mark), start = start_of(p);
    if (at(p, PT_TOKEN_CLASS))
        return class_definition(p, decorators);
    bool async = accept(p, PT_TOKEN_ASYNC);
    if (!at(p, PT_TOKEN_DEF))
        pt_parse_fail(p);
    return function(p, start, async, decorators);
}

static PtNodeId async_statement(PtParser *p)
{
    uint32_t start = start_of(p);
    p->pos++;
    switch (peek(p)) {
    case PT_TOKEN_DEF:
        return function(p, start, true, 0);
    case PT_TOKEN_FOR:
        return for_statement(p, start, true);
    case PT_TOKEN_WITH:
        return with_statement(p, start, true);
    default:
        pt_parse_fail(p);
    }
}

/* A compound statement, or none when the next token begins no such. */
PtNodeId pt_parse_compound(PtParser *p)
{
    PtNodeId node;
    switch (peek(p)) {
    case PT_TOKEN_IF:
    case PT_TOKEN_WHILE:
    case PT_TOKEN_FOR:
    case PT_TOKEN_WITH:
    case PT_TOKEN_TRY:
    case PT_TOKEN_DEF:
    case PT_TOKEN_CLASS:
    case PT_TOKEN_AT:
    case PT_TOKEN_ASYNC:
        break;
    case PT_TOKEN_NAME:
        if (pt_parse_at_match(p))
            break;
        if (p->explain)
            pt_explain_match(p);
        return PT_NODE_NONE;
    default:
        return PT_NODE_NONE;
    }
    enter(p);
    switch (peek(p)) {
    case PT_TOKEN_IF:
        node = if_statement(p);
        break;
    case PT_TOKEN_WHILE:
        node = while_statement(p);
        break;
    case PT_TOKEN_FOR:
        node = for_statement(p, start_of(p), false);
        break;
    case PT_TOKEN_WITH:
        node = with_statement(p, start_of(p), false);
        break;
    case PT_TOKEN_TRY:
        node = try_statement(p);
        break;
    case PT_TOKEN_DEF:
        node = function(p, start_of(p), false, 0);
        break;
    case PT_TOKEN_CLASS:
        node = class_definition(p, 0);
        break;
    case PT_TOKEN_AT:
        node = decorated(p);
        break;
    case PT_TOKEN_ASYNC:
        node = async_statement(p);
        break;
    default:
        node = pt_parse_match(p);
    }
    leave(p);
    return node;
}
