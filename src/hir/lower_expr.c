/* Lowering of expressions: evaluation order becomes the order of nodes. Calls and comprehensions have files of their
   own. Each function evaluates its syntax completely and returns the node that holds the value. */
#include "hir/lower_internal.h"

#include <string.h>

#include "syntax/syntax.h"

static PtHirId hinted(PtLower *l, PtHirId id, PtHirHint hint)
{
    l->h->hints[id.v] = (uint8_t)hint;
    return id;
}

/* ---- constants ---- */

static PtHirConstId const_value(PtLower *l, const PtConst *c, bool negative)
{
    PtHir *h = l->h;
    switch (c->kind) {
    case PT_CONST_NONE:
        return pt_hir_const_simple(h, PT_HIR_CONST_NONE);
    case PT_CONST_TRUE:
        return pt_hir_const_simple(h, PT_HIR_CONST_TRUE);
    case PT_CONST_FALSE:
        return pt_hir_const_simple(h, PT_HIR_CONST_FALSE);
    case PT_CONST_ELLIPSIS:
        return pt_hir_const_simple(h, PT_HIR_CONST_ELLIPSIS);
    case PT_CONST_INT:
        return pt_hir_const_int(h, negative ? -(int64_t)c->i : (int64_t)c->i);
    case PT_CONST_BIGINT: {
        PtBuf text = pt_buf_make(l->pass->scratch);
        if (negative)
            pt_buf_putc(&text, '-');
        pt_const_decimal(&text, c);
        if (text.len == 20 && negative && memcmp(text.data, "-9223372036854775808", 20) == 0)
            return pt_hir_const_int(h, INT64_MIN);
        return pt_hir_const_bigint(h, text.data, (uint32_t)text.len);
    }
    case PT_CONST_FLOAT:
        return pt_hir_const_float(h, negative ? -c->f : c->f, false);
    case PT_CONST_COMPLEX:
        return pt_hir_const_float(h, c->f, true);
    case PT_CONST_STR:
        return pt_hir_const_text(h, PT_HIR_CONST_STR, c->text, c->len);
    default:
        return pt_hir_const_text(h, PT_HIR_CONST_BYTES, c->text, c->len);
    }
}

PtHirConstId pt_lower_const_of(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    if (pt_ast_kind(ast, node) == PT_NODE_Constant) {
        PtConst c = pt_ast_const(ast, node);
        return const_value(l, &c, false);
    }
    if (pt_ast_kind(ast, node) != PT_NODE_UnaryOp || pt_UnaryOp_op(ast, node) != PT_UNARYOP_USub)
        return (PtHirConstId){0};
    PtNodeId operand = pt_UnaryOp_operand(ast, node);
    if (pt_ast_kind(ast, operand) != PT_NODE_Constant)
        return (PtHirConstId){0};
    PtConst c = pt_ast_const(ast, operand);
    if (c.kind != PT_CONST_INT && c.kind != PT_CONST_BIGINT && c.kind != PT_CONST_FLOAT)
        return (PtHirConstId){0};
    return const_value(l, &c, true);
}

/* ---- branches that yield ---- */

PtHirId pt_lower_if_value(PtLower *l, PtHirId cond, PtHirHint hint)
{
    return hinted(l, pt_lower_emit(l, PT_HIR_IfValue, cond.v, 0, 0, 0), hint);
}

void pt_lower_result(PtLower *l, PtHirId value)
{
    pt_lower_emit(l, PT_HIR_Result, value.v, 0, 0, 0);
}

/* Does the node yield a bool already? */
static bool is_bool(const PtLower *l, PtHirId id)
{
    PtHirKind kind = pt_hir_kind(l->h, id);
    if (kind == PT_HIR_Not || kind == PT_HIR_Truth)
        return true;
    if (kind == PT_HIR_Compare)
        return pt_hir_Compare_op(l->h, id) >= PT_HIR_OP_IS;
    PtHirHint hint = pt_hir_hint(l->h, id);
    return kind == PT_HIR_IfValue && (hint == PT_HIR_HINT_COND_AND || hint == PT_HIR_HINT_COND_OR || hint == PT_HIR_HINT_COND_CHAIN);
}

static PtHirId as_bool(PtLower *l, PtHirId value)
{
    return is_bool(l, value) ? value : pt_lower_emit(l, PT_HIR_Truth, value.v, 0, 0, 0);
}

static PtHirId bool_const(PtLower *l, bool value)
{
    return pt_lower_const(l, pt_hir_const_simple(l->h, value ? PT_HIR_CONST_TRUE : PT_HIR_CONST_FALSE));
}

/* values[at:] of a BoolOp. As a condition each operand is tested once and the result is a bool; as a value the operand
   that decides is the result. */
static PtHirId lower_bool_op(PtLower *l, PtNodeList values, uint32_t at, bool is_and, bool cond)
{
    PtNodeId node = pt_ast_at(l->ast, values, at);
    if (!pt_lower_deeper(l, node)) {
        l->depth--;
        return pt_lower_none(l);
    }
    PtHirId value = cond ? pt_lower_cond(l, node) : pt_lower_expr(l, node);
    if (at + 1 == values.len) {
        l->depth--;
        return cond ? as_bool(l, value) : value;
    }
    PtHirHint hint = is_and ? (cond ? PT_HIR_HINT_COND_AND : PT_HIR_HINT_AND) : (cond ? PT_HIR_HINT_COND_OR : PT_HIR_HINT_OR);
    PtHirId region = pt_lower_if_value(l, value, hint);
    PtOpenBlock block = pt_lower_open(l, region);
    pt_lower_result(l, lower_bool_op(l, values, at + 1, is_and, cond));
    pt_lower_set(l, region, is_and ? 1 : 2, pt_lower_close(l, block, NULL).v);
    block = pt_lower_open(l, region);
    pt_lower_result(l, cond ? bool_const(l, !is_and) : value);
    pt_lower_set(l, region, is_and ? 2 : 1, pt_lower_close(l, block, NULL).v);
    l->depth--;
    return region;
}

static PtHirOp compare_op(PtCmpOp op)
{
    static const PtHirOp map[] = {
        [PT_CMPOP_Eq] = PT_HIR_OP_EQ,       [PT_CMPOP_NotEq] = PT_HIR_OP_NE, [PT_CMPOP_Lt] = PT_HIR_OP_LT,
        [PT_CMPOP_LtE] = PT_HIR_OP_LE,      [PT_CMPOP_Gt] = PT_HIR_OP_GT,    [PT_CMPOP_GtE] = PT_HIR_OP_GE,
        [PT_CMPOP_Is] = PT_HIR_OP_IS,       [PT_CMPOP_IsNot] = PT_HIR_OP_IS_NOT,
        [PT_CMPOP_In] = PT_HIR_OP_IN,       [PT_CMPOP_NotIn] = PT_HIR_OP_NOT_IN,
    };
    return map[op];
}

static PtHirId lower_compare(PtLower *l, PtNodeId node, PtHirId left, uint32_t at, bool cond)
{
    if (!pt_lower_deeper(l, node)) {
        l->depth--;
        return left;
    }
    PtNodeList ops = pt_Compare_ops(l->ast, node), rights = pt_Compare_comparators(l->ast, node);
    PtHirId right = pt_lower_expr(l, pt_ast_at(l->ast, rights, at));
    PtHirId test = pt_lower_emit(l, PT_HIR_Compare, compare_op(pt_ast_op_at(l->ast, ops, at)), left.v, right.v, 0);
    if (at + 1 == ops.len) {
        l->depth--;
        return cond && at ? as_bool(l, test) : test;
    }
    PtHirId region = pt_lower_if_value(l, test, cond ? PT_HIR_HINT_COND_CHAIN : PT_HIR_HINT_CHAIN);
    PtOpenBlock block = pt_lower_open(l, region);
    pt_lower_result(l, lower_compare(l, node, right, at + 1, cond));
    pt_lower_set(l, region, 1, pt_lower_close(l, block, NULL).v);
    block = pt_lower_open(l, region);
    pt_lower_result(l, cond ? bool_const(l, false) : test);
    pt_lower_set(l, region, 2, pt_lower_close(l, block, NULL).v);
    l->depth--;
    return region;
}

static PtHirId lower_if_exp(PtLower *l, PtNodeId node)
{
    PtHirId region = pt_lower_if_value(l, pt_lower_cond(l, pt_IfExp_test(l->ast, node)), PT_HIR_HINT_TERNARY);
    PtOpenBlock block = pt_lower_open(l, region);
    pt_lower_result(l, pt_lower_expr(l, pt_IfExp_body(l->ast, node)));
    pt_lower_set(l, region, 1, pt_lower_close(l, block, NULL).v);
    block = pt_lower_open(l, region);
    pt_lower_result(l, pt_lower_expr(l, pt_IfExp_orelse(l->ast, node)));
    pt_lower_set(l, region, 2, pt_lower_close(l, block, NULL).v);
    return region;
}

/* ---- operators ---- */

static PtHirOp binary_op(PtOperator op)
{
    static const PtHirOp map[] = {
        [PT_OPERATOR_Add] = PT_HIR_OP_ADD,       [PT_OPERATOR_Sub] = PT_HIR_OP_SUB,
        [PT_OPERATOR_Mult] = PT_HIR_OP_MUL,      [PT_OPERATOR_MatMult] = PT_HIR_OP_MATMUL,
        [PT_OPERATOR_Div] = PT_HIR_OP_DIV,       [PT_OPERATOR_Mod] = PT_HIR_OP_MOD,
        [PT_OPERATOR_Pow] = PT_HIR_OP_POW,       [PT_OPERATOR_LShift] = PT_HIR_OP_LSHIFT,
        [PT_OPERATOR_RShift] = PT_HIR_OP_RSHIFT, [PT_OPERATOR_BitOr] = PT_HIR_OP_OR,
        [PT_OPERATOR_BitXor] = PT_HIR_OP_XOR,    [PT_OPERATOR_BitAnd] = PT_HIR_OP_AND,
        [PT_OPERATOR_FloorDiv] = PT_HIR_OP_FLOORDIV,
    };
    return map[op];
}

PtHirOp pt_lower_operator(PtOperator op)
{
    return binary_op(op);
}

/* Long sums lean to the left: walk the spine instead of recursing into it. */
static PtHirId lower_bin_op(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    PtWords spine = {0};
    for (; pt_ast_kind(ast, node) == PT_NODE_BinOp; node = pt_BinOp_left(ast, node))
        pt_vec_push(l->pass->scratch, &spine, node.v);
    PtHirId left = pt_lower_expr(l, node);
    while (spine.len) {
        node.v = pt_vec_pop(&spine);
        PtHirId right = pt_lower_expr(l, pt_BinOp_right(ast, node));
        l->span = pt_ast_span(ast, node);
        left = pt_lower_emit(l, PT_HIR_Binary, binary_op(pt_BinOp_op(ast, node)), left.v, right.v, 0);
    }
    return left;
}

static PtHirId lower_unary_op(PtLower *l, PtNodeId node)
{
    PtHirConstId folded = pt_lower_const_of(l, node);
    if (folded.v)
        return pt_lower_const(l, folded);
    PtHirId operand = pt_lower_expr(l, pt_UnaryOp_operand(l->ast, node));
    switch (pt_UnaryOp_op(l->ast, node)) {
    case PT_UNARYOP_Not:
        return pt_lower_emit(l, PT_HIR_Not, operand.v, 0, 0, 0);
    case PT_UNARYOP_Invert:
        return pt_lower_emit(l, PT_HIR_Unary, PT_HIR_OP_INVERT, operand.v, 0, 0);
    case PT_UNARYOP_UAdd:
        return pt_lower_emit(l, PT_HIR_Unary, PT_HIR_OP_POS, operand.v, 0, 0);
    default:
        return pt_lower_emit(l, PT_HIR_Unary, PT_HIR_OP_NEG, operand.v, 0, 0);
    }
}

/* ---- displays ---- */

bool pt_lower_any_star(const PtLower *l, PtNodeList list)
{
    for (uint32_t i = 0; i < list.len; i++)
        if (pt_ast_kind(l->ast, pt_ast_at(l->ast, list, i)) == PT_NODE_Starred)
            return true;
    return false;
}

bool pt_lower_has_effects(const PtLower *l, PtNodeId node)
{
    switch (pt_ast_kind(l->ast, node)) {
    case PT_NODE_Constant:
    case PT_NODE_Name:
        return false;
    case PT_NODE_Starred:
        return pt_lower_has_effects(l, pt_Starred_value(l->ast, node));
    case PT_NODE_Lambda:
        return pt_arguments_defaults(l->ast, pt_Lambda_args(l->ast, node)).len ||
               pt_arguments_kw_defaults(l->ast, pt_Lambda_args(l->ast, node)).len;
    case PT_NODE_UnaryOp: {
        PtNodeId operand = pt_UnaryOp_operand(l->ast, node);
        return pt_ast_kind(l->ast, operand) != PT_NODE_Constant;
    }
    case PT_NODE_Tuple:
    case PT_NODE_List: {
        PtNodeList items = pt_ast_kind(l->ast, node) == PT_NODE_Tuple ? pt_Tuple_elts(l->ast, node) : pt_List_elts(l->ast, node);
        for (uint32_t i = 0; i < items.len; i++) {
            PtNodeKind kind = pt_ast_kind(l->ast, pt_ast_at(l->ast, items, i));
            if (kind != PT_NODE_Constant && kind != PT_NODE_Name)
                return true;
        }
        return false;
    }
    default:
        return true;
    }
}

/* Must a star's iteration come before the evaluation of what follows it? */
static bool star_then_effects(const PtLower *l, PtNodeList items)
{
    bool star = false;
    for (uint32_t i = 0; i < items.len; i++) {
        PtNodeId item = pt_ast_at(l->ast, items, i);
        if (star && pt_lower_has_effects(l, item))
            return true;
        star |= pt_ast_kind(l->ast, item) == PT_NODE_Starred;
    }
    return false;
}

/* A list (or set) built item by item, so that each star is expanded where it stands. */
static PtHirId build_piecewise(PtLower *l, PtNodeList items, bool set)
{
    PtHirId seq = hinted(l, pt_lower_emit(l, set ? PT_HIR_BuildSet : PT_HIR_BuildList, 0, 0, 0, 0), PT_HIR_HINT_STAR);
    for (uint32_t i = 0; i < items.len; i++) {
        PtNodeId item = pt_ast_at(l->ast, items, i);
        bool star = pt_ast_kind(l->ast, item) == PT_NODE_Starred;
        PtHirId value = pt_lower_expr(l, star ? pt_Starred_value(l->ast, item) : item);
        PtHirKind kind = star ? (set ? PT_HIR_SetUpdate : PT_HIR_ListExtend) : (set ? PT_HIR_SetAdd : PT_HIR_ListAppend);
        hinted(l, pt_lower_emit(l, kind, seq.v, value.v, 0, 0), PT_HIR_HINT_STAR);
    }
    return seq;
}

void pt_lower_star_args(PtLower *l, PtNodeList items, PtWords *out)
{
    if (star_then_effects(l, items)) {
        pt_lower_add_arg(l, out, PT_ARG_STAR, PT_NAME_NONE, build_piecewise(l, items, false));
        return;
    }
    for (uint32_t i = 0; i < items.len; i++) {
        PtNodeId item = pt_ast_at(l->ast, items, i);
        bool star = pt_ast_kind(l->ast, item) == PT_NODE_Starred;
        PtHirId value = pt_lower_expr(l, star ? pt_Starred_value(l->ast, item) : item);
        pt_lower_add_arg(l, out, star ? PT_ARG_STAR : PT_ARG_POSITIONAL, PT_NAME_NONE, value);
    }
}

static PtHirId lower_display(PtLower *l, PtNodeList items, PtHirKind plain, PtHirKind star)
{
    PtWords words = {0};
    if (!pt_lower_any_star(l, items)) {
        for (uint32_t i = 0; i < items.len; i++)
            pt_vec_push(l->pass->scratch, &words, pt_lower_expr(l, pt_ast_at(l->ast, items, i)).v);
        return pt_lower_emit(l, plain, pt_lower_list(l, &words).v, 0, 0, 0);
    }
    if (plain != PT_HIR_BuildTuple && star_then_effects(l, items))
        return build_piecewise(l, items, plain == PT_HIR_BuildSet);
    pt_lower_star_args(l, items, &words);
    return pt_lower_emit(l, star, pt_lower_list(l, &words).v, 0, 0, 0);
}

/* What CPython's optimiser makes a constant of: literals, tuples of them, operators on them. */
static bool is_constant(const PtLower *l, PtNodeId node)
{
    switch (pt_ast_kind(l->ast, node)) {
    case PT_NODE_Constant:
        return true;
    case PT_NODE_UnaryOp:
        return is_constant(l, pt_UnaryOp_operand(l->ast, node));
    case PT_NODE_BinOp:
        return is_constant(l, pt_BinOp_left(l->ast, node)) && is_constant(l, pt_BinOp_right(l->ast, node));
    case PT_NODE_Tuple: {
        PtNodeList items = pt_Tuple_elts(l->ast, node);
        for (uint32_t i = 0; i < items.len; i++)
            if (!is_constant(l, pt_ast_at(l->ast, items, i)))
                return false;
        return true;
    }
    default:
        return false;
    }
}

static PtHirId call_frozenset(PtLower *l, PtHirArgKind kind, PtHirId items)
{
    PtWords args = {0};
    pt_lower_add_arg(l, &args, PT_ARG_POSITIONAL, PT_NAME_NONE, items);
    PtKnown frozenset = {.kind = PT_KNOWN_ROW, .row = pt_stdlib_member(PT_STD_BUILTINS, "frozenset", 9)};
    if (kind == PT_ARG_STAR) {
        args.data[0] = PT_ARG_STAR;
        PtHirId tuple = pt_lower_emit(l, PT_HIR_BuildTupleStar, pt_lower_list(l, &args).v, 0, 0, 0);
        args.data[0] = PT_ARG_POSITIONAL;
        args.data[1] = hinted(l, tuple, PT_HIR_HINT_CONST_SET).v;
    }
    return hinted(l, pt_lower_call_value(l, frozenset, (PtHirId){0}, &args), PT_HIR_HINT_CONST_SET);
}

/* A set display of constants. CPython keeps a frozenset of them, made twice (once to fold, once to merge constants),
   iterates over that where the display is only iterated over (`plain`), and copies it into a new set elsewhere when
   there are three or more. Each step may change the order of iteration. */
static PtHirId lower_set(PtLower *l, PtNodeId node, bool plain)
{
    PtNodeList items = pt_Set_elts(l->ast, node);
    bool constant = plain || items.len > 2;
    for (uint32_t i = 0; constant && i < items.len; i++)
        constant = is_constant(l, pt_ast_at(l->ast, items, i));
    if (!constant)
        return lower_display(l, items, PT_HIR_BuildSet, PT_HIR_BuildSetStar);
    PtHirId values = lower_display(l, items, PT_HIR_BuildTuple, PT_HIR_BuildTupleStar);
    PtHirId frozen = call_frozenset(l, PT_ARG_STAR, call_frozenset(l, PT_ARG_POSITIONAL, values));
    if (plain)
        return frozen;
    PtHirId set = hinted(l, pt_lower_emit(l, PT_HIR_BuildSet, 0, 0, 0, 0), PT_HIR_HINT_CONST_SET);
    hinted(l, pt_lower_emit(l, PT_HIR_SetUpdate, set.v, frozen.v, 0, 0), PT_HIR_HINT_CONST_SET);
    return set;
}

PtHirId pt_lower_iterable(PtLower *l, PtNodeId node)
{
    return pt_ast_kind(l->ast, node) == PT_NODE_Set ? lower_set(l, node, true) : pt_lower_expr(l, node);
}

static PtHirId lower_dict(PtLower *l, PtNodeId node)
{
    PtNodeList keys = pt_Dict_keys(l->ast, node), values = pt_Dict_values(l->ast, node);
    bool star = false, piecewise = false;
    for (uint32_t i = 0; i < keys.len; i++) {
        PtNodeId key = pt_ast_at(l->ast, keys, i);
        bool effects = (key.v && pt_lower_has_effects(l, key)) || pt_lower_has_effects(l, pt_ast_at(l->ast, values, i));
        piecewise |= star && effects;
        star |= !key.v;
    }
    PtHirId dict = {0};
    if (piecewise)
        dict = hinted(l, pt_lower_emit(l, PT_HIR_BuildDict, 0, 0, 0, 0), PT_HIR_HINT_STAR);
    PtWords words = {0};
    for (uint32_t i = 0; i < keys.len; i++) {
        PtNodeId key_node = pt_ast_at(l->ast, keys, i);
        PtHirId key = key_node.v ? pt_lower_expr(l, key_node) : (PtHirId){0};
        PtHirId value = pt_lower_expr(l, pt_ast_at(l->ast, values, i));
        if (!piecewise) {
            pt_vec_push(l->pass->scratch, &words, key.v);
            pt_vec_push(l->pass->scratch, &words, value.v);
        } else if (key.v) {
            hinted(l, pt_lower_emit(l, PT_HIR_DictSet, dict.v, key.v, value.v, 0), PT_HIR_HINT_STAR);
        } else {
            hinted(l, pt_lower_emit(l, PT_HIR_DictMerge, dict.v, value.v, 0, 0), PT_HIR_HINT_STAR);
        }
    }
    return piecewise ? dict : pt_lower_emit(l, PT_HIR_BuildDict, pt_lower_list(l, &words).v, 0, 0, 0);
}

/* ---- strings ---- */

static PtHirId lower_formatted(PtLower *l, PtNodeId node)
{
    PtHirId value = pt_lower_expr(l, pt_FormattedValue_value(l->ast, node));
    PtNodeId spec_node = pt_FormattedValue_format_spec(l->ast, node);
    PtHirId spec = spec_node.v ? pt_lower_expr(l, spec_node) : (PtHirId){0};
    uint32_t conversion = (uint32_t)(unsigned char)pt_FormattedValue_conversion(l->ast, node);
    return pt_lower_emit(l, PT_HIR_FormatValue, value.v, conversion, spec.v, 0);
}

static PtHirId lower_joined(PtLower *l, PtNodeId node)
{
    PtNodeList values = pt_JoinedStr_values(l->ast, node);
    PtWords parts = {0};
    for (uint32_t i = 0; i < values.len; i++)
        pt_vec_push(l->pass->scratch, &parts, pt_lower_expr(l, pt_ast_at(l->ast, values, i)).v);
    if (!parts.len)
        return pt_lower_str(l, "", 0);
    if (parts.len == 1)
        return (PtHirId){parts.data[0]};
    return pt_lower_emit(l, PT_HIR_BuildString, pt_lower_list(l, &parts).v, 0, 0, 0);
}

/* ---- attributes and items ---- */

static PtHirId lower_attribute(PtLower *l, PtNodeId node)
{
    PtKnown known = pt_lower_known(l, node);
    if (known.kind != PT_KNOWN_NOT)
        return pt_lower_known_value(l, known);
    PtNodeId object = pt_Attribute_value(l->ast, node);
    PtNameId attr = pt_scope_mangle(l->scopes, l->scope, pt_Attribute_attr(l->ast, node));
    PtKnown outer = pt_lower_known(l, object);
    const char *text = pt_lower_text(l, attr);
    bool own = strncmp(text, "__", 2) == 0; /* what every module object has */
    if (outer.kind == PT_KNOWN_STD_MODULE && !own && pt_stdlib_module_info(outer.std_module).state == PT_STDMOD_SUPPORTED)
        pt_lower_refuse(l, PT_DIAG_MEMBER_REFUSED, l->span, "'%s.%s' is not supported", pt_stdlib_module_info(outer.std_module).name, text);
    PtHirId value = pt_lower_expr(l, object);
    return pt_lower_emit(l, PT_HIR_LoadAttr, value.v, attr.v, 0, 0);
}

static PtHirId lower_slice(PtLower *l, PtNodeId node)
{
    PtNodeId parts[3] = {pt_Slice_lower(l->ast, node), pt_Slice_upper(l->ast, node), pt_Slice_step(l->ast, node)};
    uint32_t ids[3] = {0};
    for (int i = 0; i < 3; i++)
        ids[i] = parts[i].v ? pt_lower_expr(l, parts[i]).v : 0;
    return pt_lower_emit(l, PT_HIR_Slice, ids[0], ids[1], ids[2], 0);
}

static PtHirId lower_subscript(PtLower *l, PtNodeId node)
{
    PtHirId object = pt_lower_expr(l, pt_Subscript_value(l->ast, node));
    PtHirId index = pt_lower_expr(l, pt_Subscript_slice(l->ast, node));
    return pt_lower_emit(l, PT_HIR_LoadItem, object.v, index.v, 0, 0);
}

static PtHirId lower_walrus(PtLower *l, PtNodeId node)
{
    PtHirId value = pt_lower_expr(l, pt_NamedExpr_value(l->ast, node));
    l->hint = PT_HIR_HINT_WALRUS;
    pt_lower_store(l, pt_Name_id(l->ast, pt_NamedExpr_target(l->ast, node)), value);
    l->hint = PT_HIR_HINT_NONE;
    return value;
}

static PtHirId lower_refused(PtLower *l, PtDiagCode code, const char *text)
{
    pt_lower_refuse(l, code, l->span, "%s", text);
    return pt_lower_none(l);
}

/* ---- dispatch ---- */

static PtHirId lower_kind(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    switch (pt_ast_kind(ast, node)) {
    case PT_NODE_Constant:
        return pt_lower_const(l, pt_lower_const_of(l, node));
    case PT_NODE_Name:
        return pt_lower_load(l, pt_Name_id(ast, node), pt_ast_span(ast, node));
    case PT_NODE_BoolOp:
        return lower_bool_op(l, pt_BoolOp_values(ast, node), 0, pt_BoolOp_op(ast, node) == PT_BOOLOP_And, false);
    case PT_NODE_NamedExpr:
        return lower_walrus(l, node);
    case PT_NODE_BinOp:
        return lower_bin_op(l, node);
    case PT_NODE_UnaryOp:
        return lower_unary_op(l, node);
    case PT_NODE_Lambda:
        return pt_lower_lambda(l, node);
    case PT_NODE_IfExp:
        return lower_if_exp(l, node);
    case PT_NODE_Dict:
        return lower_dict(l, node);
    case PT_NODE_Set:
        return lower_set(l, node, false);
    case PT_NODE_ListComp:
    case PT_NODE_SetComp:
    case PT_NODE_DictComp:
        return pt_lower_comp(l, node);
    case PT_NODE_GeneratorExp:
        return pt_lower_genexpr(l, node);
    case PT_NODE_Compare:
        return lower_compare(l, node, pt_lower_expr(l, pt_Compare_left(ast, node)), 0, false);
    case PT_NODE_Call:
        return pt_lower_call(l, node);
    case PT_NODE_FormattedValue:
        return lower_formatted(l, node);
    case PT_NODE_JoinedStr:
        return lower_joined(l, node);
    case PT_NODE_Attribute:
        return lower_attribute(l, node);
    case PT_NODE_Subscript:
        return lower_subscript(l, node);
    case PT_NODE_List:
        return lower_display(l, pt_List_elts(ast, node), PT_HIR_BuildList, PT_HIR_BuildListStar);
    case PT_NODE_Tuple:
        return lower_display(l, pt_Tuple_elts(ast, node), PT_HIR_BuildTuple, PT_HIR_BuildTupleStar);
    case PT_NODE_Slice:
        return lower_slice(l, node);
    case PT_NODE_Yield: {
        PtNodeId value = pt_Yield_value(ast, node);
        return pt_lower_emit(l, PT_HIR_Yield, value.v ? pt_lower_expr(l, value).v : pt_lower_none(l).v, 0, 0, 0);
    }
    case PT_NODE_YieldFrom:
        return pt_lower_emit(l, PT_HIR_YieldFrom, pt_lower_expr(l, pt_YieldFrom_value(ast, node)).v, 0, 0, 0);
    case PT_NODE_Await:
        return pt_lower_await(l, node);
    case PT_NODE_TemplateStr:
        return lower_refused(l, PT_DIAG_SYNTAX_REFUSED, "template strings are not supported");
    default:
        return lower_refused(l, PT_DIAG_SYNTAX_REFUSED, "this expression is not supported");
    }
}

PtHirId pt_lower_expr(PtLower *l, PtNodeId node)
{
    PtSpan outer = l->span;
    l->span = pt_ast_span(l->ast, node);
    PtHirId value = pt_lower_deeper(l, node) ? lower_kind(l, node) : pt_lower_none(l);
    l->depth--;
    l->span = outer;
    return value;
}

PtHirId pt_lower_cond(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    PtNodeKind kind = pt_ast_kind(ast, node);
    bool negation = kind == PT_NODE_UnaryOp && pt_UnaryOp_op(ast, node) == PT_UNARYOP_Not;
    bool chain = kind == PT_NODE_Compare && pt_Compare_ops(ast, node).len > 1;
    if (kind != PT_NODE_BoolOp && !negation && !chain)
        return pt_lower_expr(l, node);
    PtSpan outer = l->span;
    l->span = pt_ast_span(ast, node);
    PtHirId value;
    if (!pt_lower_deeper(l, node))
        value = pt_lower_none(l);
    else if (kind == PT_NODE_BoolOp)
        value = lower_bool_op(l, pt_BoolOp_values(ast, node), 0, pt_BoolOp_op(ast, node) == PT_BOOLOP_And, true);
    else if (chain)
        value = lower_compare(l, node, pt_lower_expr(l, pt_Compare_left(ast, node)), 0, true);
    else
        value = pt_lower_emit(l, PT_HIR_Not, pt_lower_cond(l, pt_UnaryOp_operand(ast, node)).v, 0, 0, 0);
    l->depth--;
    l->span = outer;
    return value;
}
