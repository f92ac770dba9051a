/* Simple statements, and lines of them. */
#include "syntax/parse_internal.h"

#include <string.h>

static const uint8_t augmented[PT_TOKEN_COUNT] = { /* 1 + operator */
    [PT_TOKEN_PLUSEQUAL] = 1 + PT_OPERATOR_Add,
    [PT_TOKEN_MINEQUAL] = 1 + PT_OPERATOR_Sub,
    [PT_TOKEN_STAREQUAL] = 1 + PT_OPERATOR_Mult,
    [PT_TOKEN_ATEQUAL] = 1 + PT_OPERATOR_MatMult,
    [PT_TOKEN_SLASHEQUAL] = 1 + PT_OPERATOR_Div,
    [PT_TOKEN_PERCENTEQUAL] = 1 + PT_OPERATOR_Mod,
    [PT_TOKEN_DOUBLESTAREQUAL] = 1 + PT_OPERATOR_Pow,
    [PT_TOKEN_LEFTSHIFTEQUAL] = 1 + PT_OPERATOR_LShift,
    [PT_TOKEN_RIGHTSHIFTEQUAL] = 1 + PT_OPERATOR_RShift,
    [PT_TOKEN_VBAREQUAL] = 1 + PT_OPERATOR_BitOr,
    [PT_TOKEN_CIRCUMFLEXEQUAL] = 1 + PT_OPERATOR_BitXor,
    [PT_TOKEN_AMPEREQUAL] = 1 + PT_OPERATOR_BitAnd,
    [PT_TOKEN_DOUBLESLASHEQUAL] = 1 + PT_OPERATOR_FloorDiv,
};

/* How CPython names a node in "cannot assign to ...". */
static const char *describe(const PtParser *p, PtNodeId id)
{
    const PtNode *n = &p->nodes[id.v];
    switch ((PtNodeKind)n->kind) {
    case PT_NODE_Attribute:
        return "attribute";
    case PT_NODE_Subscript:
        return "subscript";
    case PT_NODE_Starred:
        return "starred";
    case PT_NODE_Name:
        return "name";
    case PT_NODE_List:
        return "list";
    case PT_NODE_Tuple:
        return "tuple";
    case PT_NODE_Lambda:
        return "lambda";
    case PT_NODE_Call:
        return "function call";
    case PT_NODE_BoolOp:
    case PT_NODE_BinOp:
    case PT_NODE_UnaryOp:
        return "expression";
    case PT_NODE_GeneratorExp:
        return "generator expression";
    case PT_NODE_Yield:
    case PT_NODE_YieldFrom:
        return "yield expression";
    case PT_NODE_Await:
        return "await expression";
    case PT_NODE_ListComp:
        return "list comprehension";
    case PT_NODE_SetComp:
        return "set comprehension";
    case PT_NODE_DictComp:
        return "dict comprehension";
    case PT_NODE_Dict:
        return "dict literal";
    case PT_NODE_Set:
        return "set display";
    case PT_NODE_JoinedStr:
    case PT_NODE_FormattedValue:
        return "f-string expression";
    case PT_NODE_TemplateStr:
        return "t-string expression";
    case PT_NODE_Compare:
        return "comparison";
    case PT_NODE_IfExp:
        return "conditional expression";
    case PT_NODE_NamedExpr:
        return "named expression";
    case PT_NODE_Constant:
        switch (n->side & 0x3f) {
        case PT_CONST_NONE:
            return "None";
        case PT_CONST_TRUE:
            return "True";
        case PT_CONST_FALSE:
            return "False";
        case PT_CONST_ELLIPSIS:
            return "ellipsis";
        default:
            return "literal";
        }
    default:
        return "expression";
    }
}

const char *pt_parse_describe(const PtParser *p, PtNodeId id)
{
    return describe(p, id);
}

/* Turns an expression into a target; fails where that cannot be. `what` words the fault, NULL for assignment. */
void pt_parse_set_context(PtParser *p, PtNodeId id, PtCtx ctx, const char *what)
{
    PtNode *n = &p->nodes[id.v];
    switch ((PtNodeKind)n->kind) {
    case PT_NODE_Name:
    case PT_NODE_Attribute:
    case PT_NODE_Subscript:
        n->side = (uint8_t)ctx;
        return;
    case PT_NODE_Starred:
        if (ctx == PT_CTX_Del)
            break;
        n->side = (uint8_t)ctx;
        pt_parse_set_context(p, (PtNodeId){n->a}, ctx, what);
        return;
    case PT_NODE_Tuple:
    case PT_NODE_List: {
        n->side = (uint8_t)ctx;
        uint32_t list = n->a, len = p->words[list];
        enter(p);
        for (uint32_t i = 0; i < len; i++)
            pt_parse_set_context(p, (PtNodeId){p->words[list + 1 + i]}, ctx, what);
        leave(p);
        return;
    }
    default:
        break;
    }
    pt_parse_fail_at(p, PT_DIAG_BAD_TARGET, n->start, n->end, "cannot %s %s",
                     what ? what : ctx == PT_CTX_Del ? "delete" : "assign to", describe(p, id));
}

/* The target of an annotated or augmented assignment: one name, attribute or subscript. */
static bool is_single_target(const PtParser *p, PtNodeId id)
{
    PtNodeKind kind = (PtNodeKind)p->nodes[id.v].kind;
    return kind == PT_NODE_Name || kind == PT_NODE_Attribute || kind == PT_NODE_Subscript;
}

static PtNodeId annotated(PtParser *p, uint32_t start, PtNodeId target)
{
    bool simple = p->nodes[target.v].kind == PT_NODE_Name && p->text[start] != '(';
    if (!is_single_target(p, target))
        pt_parse_fail(p);
    pt_parse_set_context(p, target, PT_CTX_Store, NULL);
    p->pos++;
    PtNodeId annotation = pt_parse_expr(p, LEVEL_EXPRESSION), value = PT_NODE_NONE;
    if (accept(p, PT_TOKEN_EQUAL))
        value = pt_parse_yield_or_star_expressions(p);
    uint32_t w = add_words(p, 3);
    p->words[w] = target.v;
    p->words[w + 1] = annotation.v;
    p->words[w + 2] = value.v;
    return add_node(p, PT_NODE_AnnAssign, simple, start, end_of(p), w, 0);
}

/* assignment: (star_targets '=')+ value | target augassign value | target ':' annotation ['=' value] */
PtNodeId pt_parse_expression_statement(PtParser *p)
{
    uint32_t start = start_of(p);
    if (p->explain)
        pt_explain_assignment(p);
    PtNodeId first = pt_parse_yield_or_star_expressions(p);
    PtTokenKind next = peek(p);
    if (next == PT_TOKEN_EQUAL) {
        uint32_t mark = p->stack.len;
        PtNodeId value = first;
        while (accept(p, PT_TOKEN_EQUAL)) {
            push(p, value.v);
            value = pt_parse_yield_or_star_expressions(p);
        }
        for (uint32_t i = mark; i < p->stack.len; i++)
            pt_parse_set_context(p, (PtNodeId){p->stack.data[i]}, PT_CTX_Store, NULL);
        uint32_t targets = take_list(p, mark);
        return add_node(p, PT_NODE_Assign, 0, start, end_of(p), targets, value.v);
    }
    if (augmented[next]) {
        if (!is_single_target(p, first))
            pt_parse_fail(p);
        p->pos++;
        pt_parse_set_context(p, first, PT_CTX_Store, NULL);
        PtNodeId value = pt_parse_yield_or_star_expressions(p);
        return add_node(p, PT_NODE_AugAssign, augmented[next] - 1u, start, end_of(p), first.v, value.v);
    }
    if (next == PT_TOKEN_COLON)
        return annotated(p, start, first);
    return add_node(p, PT_NODE_Expr, 0, start, end_of(p), first.v, 0);
}

static bool at_line_end(const PtParser *p)
{
    return at(p, PT_TOKEN_NEWLINE) || at(p, PT_TOKEN_SEMI);
}

static PtNodeId return_statement(PtParser *p)
{
    uint32_t start = start_of(p);
    p->pos++;
    PtNodeId value = at_line_end(p) ? PT_NODE_NONE : pt_parse_star_expressions(p);
    return add_node(p, PT_NODE_Return, 0, start, end_of(p), value.v, 0);
}

/* raise_stmt: 'raise' [expression ['from' expression]] */
static PtNodeId raise_statement(PtParser *p)
{
    uint32_t start = start_of(p);
    PtNodeId exc = PT_NODE_NONE, cause = PT_NODE_NONE;
    p->pos++;
    if (!at_line_end(p)) {
        exc = pt_parse_expr(p, LEVEL_EXPRESSION);
        if (accept(p, PT_TOKEN_FROM))
            cause = pt_parse_expr(p, LEVEL_EXPRESSION);
    }
    return add_node(p, PT_NODE_Raise, 0, start, end_of(p), exc.v, cause.v);
}

static PtNodeId assert_statement(PtParser *p)
{
    uint32_t start = start_of(p);
    p->pos++;
    PtNodeId test = pt_parse_expr(p, LEVEL_EXPRESSION), msg = PT_NODE_NONE;
    if (accept(p, PT_TOKEN_COMMA))
        msg = pt_parse_expr(p, LEVEL_EXPRESSION);
    return add_node(p, PT_NODE_Assert, 0, start, end_of(p), test.v, msg.v);
}

/* del_stmt: 'del' del_targets */
static PtNodeId delete_statement(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len;
    p->pos++;
    do {
        if (at_line_end(p) && p->stack.len > mark)
            break;
        PtNodeId target = pt_parse_star_expression(p);
        pt_parse_set_context(p, target, PT_CTX_Del, NULL);
        push(p, target.v);
    } while (accept(p, PT_TOKEN_COMMA));
    uint32_t targets = take_list(p, mark);
    return add_node(p, PT_NODE_Delete, 0, start, end_of(p), targets, 0);
}

static PtNodeId scope_statement(PtParser *p, PtNodeKind kind)
{
    uint32_t start = start_of(p), mark = p->stack.len;
    p->pos++;
    do
        push(p, read_name(p).v);
    while (accept(p, PT_TOKEN_COMMA));
    uint32_t names = take_list(p, mark);
    return add_node(p, kind, 0, start, end_of(p), names, 0);
}

/* dotted_name: NAME ('.' NAME)*, interned without white space */
static PtNameId dotted_name(PtParser *p)
{
    PtNameId first = read_name(p);
    if (!at(p, PT_TOKEN_DOT))
        return first;
    PtBuf buf = pt_buf_make(p->scratch);
    pt_buf_add(&buf, pt_intern_text(p->names, first), pt_intern_len(p->names, first));
    while (accept(p, PT_TOKEN_DOT)) {
        PtNameId part = read_name(p);
        pt_buf_putc(&buf, '.');
        pt_buf_add(&buf, pt_intern_text(p->names, part), pt_intern_len(p->names, part));
    }
    return pt_intern_add(p->names, buf.data, buf.len);
}

static PtNodeId alias(PtParser *p, bool dotted)
{
    uint32_t start = start_of(p);
    PtNameId name = dotted ? dotted_name(p) : read_name(p), asname = PT_NAME_NONE;
    if (accept(p, PT_TOKEN_AS))
        asname = read_name(p);
    return add_node(p, PT_NODE_alias, 0, start, end_of(p), name.v, asname.v);
}

static PtNodeId import_statement(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len;
    p->pos++;
    do
        push(p, alias(p, true).v);
    while (accept(p, PT_TOKEN_COMMA));
    uint32_t names = take_list(p, mark);
    return add_node(p, PT_NODE_Import, 0, start, end_of(p), names, 0);
}

/* import_from: 'from' ('.' | '...')* [dotted_name] 'import' ('*' | '(' names [','] ')' | names) */
static PtNodeId import_from(PtParser *p)
{
    uint32_t start = start_of(p), mark = p->stack.len, level = 0;
    PtNameId module = PT_NAME_NONE;
    p->pos++;
    for (;; p->pos++) {
        if (at(p, PT_TOKEN_DOT))
            level++;
        else if (at(p, PT_TOKEN_ELLIPSIS))
            level += 3;
        else
            break;
    }
    if (!level || !at(p, PT_TOKEN_IMPORT))
        module = dotted_name(p);
    expect(p, PT_TOKEN_IMPORT);
    if (at(p, PT_TOKEN_STAR)) {
        uint32_t star = start_of(p);
        p->pos++;
        push(p, add_node(p, PT_NODE_alias, 0, star, end_of(p), pt_intern_cstr(p->names, "*").v, 0).v);
    } else {
        bool open = accept(p, PT_TOKEN_LPAR);
        do {
            if (at(p, open ? PT_TOKEN_RPAR : PT_TOKEN_NEWLINE) && p->stack.len > mark)
                break;
            push(p, alias(p, false).v);
        } while (accept(p, PT_TOKEN_COMMA));
        if (open)
            expect(p, PT_TOKEN_RPAR);
        else if (p->kinds[p->pos - 1] == PT_TOKEN_COMMA && at(p, PT_TOKEN_NEWLINE))
            pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, start_of(p), p->ends[p->pos],
                             "trailing comma not allowed without surrounding parentheses");
    }
    uint32_t names = take_list(p, mark), w = add_words(p, 3);
    p->words[w] = module.v;
    p->words[w + 1] = names;
    p->words[w + 2] = level;
    return add_node(p, PT_NODE_ImportFrom, 0, start, end_of(p), w, 0);
}

static PtNodeId keyword_statement(PtParser *p, PtNodeKind kind)
{
    p->pos++;
    return add_node(p, kind, 0, p->starts[p->pos - 1], end_of(p), 0, 0);
}

/* type_alias: "type" NAME [type_params] '=' expression */
static PtNodeId type_alias(PtParser *p)
{
    uint32_t start = start_of(p);
    p->pos++;
    uint32_t name_start = start_of(p);
    PtNameId id = read_name(p);
    PtNodeId name = add_node(p, PT_NODE_Name, PT_CTX_Store, name_start, end_of(p), id.v, 0);
    uint32_t params = pt_parse_type_params(p);
    expect(p, PT_TOKEN_EQUAL);
    PtNodeId value = pt_parse_expr(p, LEVEL_EXPRESSION);
    uint32_t w = add_words(p, 3);
    p->words[w] = name.v;
    p->words[w + 1] = params;
    p->words[w + 2] = value.v;
    return add_node(p, PT_NODE_TypeAlias, 0, start, end_of(p), w, 0);
}

static PtNodeId simple_statement(PtParser *p)
{
    switch (peek(p)) {
    case PT_TOKEN_RETURN:
        return return_statement(p);
    case PT_TOKEN_IMPORT:
        return import_statement(p);
    case PT_TOKEN_FROM:
        return import_from(p);
    case PT_TOKEN_RAISE:
        return raise_statement(p);
    case PT_TOKEN_PASS:
        return keyword_statement(p, PT_NODE_Pass);
    case PT_TOKEN_BREAK:
        return keyword_statement(p, PT_NODE_Break);
    case PT_TOKEN_CONTINUE:
        return keyword_statement(p, PT_NODE_Continue);
    case PT_TOKEN_DEL:
        return delete_statement(p);
    case PT_TOKEN_ASSERT:
        return assert_statement(p);
    case PT_TOKEN_GLOBAL:
        return scope_statement(p, PT_NODE_Global);
    case PT_TOKEN_NONLOCAL:
        return scope_statement(p, PT_NODE_Nonlocal);
    case PT_TOKEN_NAME: {
        PtTokenKind second = peek_second(p);
        if ((second == PT_TOKEN_NAME || second == PT_TOKEN_NAME_UNICODE) && pt_parse_at_word(p, "type"))
            return type_alias(p);
        return pt_parse_expression_statement(p);
    }
    default:
        return pt_parse_expression_statement(p);
    }
}

/* simple_stmts: ';'.simple_stmt+ [';'] NEWLINE. Leaves the statements on the stack. */
void pt_parse_simple_line(PtParser *p)
{
    do {
        if (at(p, PT_TOKEN_NEWLINE))
            break;
        push(p, simple_statement(p).v);
    } while (accept(p, PT_TOKEN_SEMI));
    p->block_end = end_of(p);
    expect(p, PT_TOKEN_NEWLINE);
}

static const bool may_be_compound[PT_TOKEN_COUNT] = {
    [PT_TOKEN_IF] = true,  [PT_TOKEN_WHILE] = true, [PT_TOKEN_FOR] = true,   [PT_TOKEN_WITH] = true, [PT_TOKEN_TRY] = true,
    [PT_TOKEN_DEF] = true, [PT_TOKEN_CLASS] = true, [PT_TOKEN_ASYNC] = true, [PT_TOKEN_AT] = true,   [PT_TOKEN_NAME] = true,
};

/* statement: compound_stmt | simple_stmts */
void pt_parse_statement(PtParser *p)
{
    PtTokenKind kind = peek(p);
    bool maybe = may_be_compound[kind] && (kind != PT_TOKEN_NAME || p->text[start_of(p)] == 'm');
    PtNodeId compound = maybe ? pt_parse_compound(p) : PT_NODE_NONE;
    if (pt_node_some(compound))
        push(p, compound.v);
    else
        pt_parse_simple_line(p);
}

/* statements, up to a token `end`, onto the stack */
void pt_parse_statements(PtParser *p, PtTokenKind end)
{
    while (!at(p, end))
        pt_parse_statement(p);
}

/* block: NEWLINE INDENT statements DEDENT | simple_stmts. `statement` began at offset `start`. */
uint32_t pt_parse_block(PtParser *p, const char *statement, uint32_t start)
{
    uint32_t mark = p->stack.len;
    if (accept(p, PT_TOKEN_NEWLINE)) {
        if (p->explain && !at(p, PT_TOKEN_INDENT))
            pt_explain_block(p, statement, start);
        expect(p, PT_TOKEN_INDENT);
        enter(p);
        pt_parse_statements(p, PT_TOKEN_DEDENT);
        leave(p);
        p->pos++;
    } else {
        pt_parse_simple_line(p);
    }
    return take_list(p, mark);
}
