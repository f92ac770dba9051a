/* Lowering of everything that binds: assignment in all its forms, unpacking, deletion, annotations. */
#include <string.h>

#include "hir/lower_internal.h"

/* ---- targets ---- */

static void unpack(PtLower *l, PtNodeList targets, PtHirId value)
{
    uint32_t star = targets.len;
    for (uint32_t i = 0; i < targets.len; i++)
        if (pt_ast_kind(l->ast, pt_ast_at(l->ast, targets, i)) == PT_NODE_Starred)
            star = i;
    bool starred = star < targets.len;
    PtHirId all = pt_lower_emit(l, PT_HIR_Unpack, value.v, star, starred ? targets.len - star - 1 : 0, starred);
    l->h->hints[all.v] = PT_HIR_HINT_UNPACK;
    for (uint32_t i = 0; i < targets.len; i++) {
        PtNodeId target = pt_ast_at(l->ast, targets, i);
        PtHirId item = pt_lower_emit(l, PT_HIR_UnpackItem, all.v, i, 0, 0);
        pt_lower_assign(l, i == star ? pt_Starred_value(l->ast, target) : target, item);
    }
}

void pt_lower_assign(PtLower *l, PtNodeId target, PtHirId value)
{
    const PtAst *ast = l->ast;
    PtSpan outer = l->span;
    l->span = pt_ast_span(ast, target);
    switch (pt_ast_kind(ast, target)) {
    case PT_NODE_Name:
        pt_lower_store(l, pt_Name_id(ast, target), value);
        break;
    case PT_NODE_Attribute: {
        PtHirId object = pt_lower_expr(l, pt_Attribute_value(ast, target));
        PtNameId attr = pt_scope_mangle(l->scopes, l->scope, pt_Attribute_attr(ast, target));
        pt_lower_emit(l, PT_HIR_StoreAttr, object.v, attr.v, value.v, 0);
        break;
    }
    case PT_NODE_Subscript: {
        PtHirId object = pt_lower_expr(l, pt_Subscript_value(ast, target));
        PtHirId index = pt_lower_expr(l, pt_Subscript_slice(ast, target));
        pt_lower_emit(l, PT_HIR_StoreItem, object.v, index.v, value.v, 0);
        break;
    }
    case PT_NODE_Tuple:
        unpack(l, pt_Tuple_elts(ast, target), value);
        break;
    case PT_NODE_List:
        unpack(l, pt_List_elts(ast, target), value);
        break;
    default:
        pt_lower_refuse(l, PT_DIAG_SYNTAX_REFUSED, l->span, "this assignment target is not supported");
    }
    l->span = outer;
}

/* `a, b = x, y`: both sides are displays of one length without stars, so no tuple is needed. */
static bool assign_pairwise(PtLower *l, PtNodeId target, PtNodeId value)
{
    const PtAst *ast = l->ast;
    if (pt_ast_kind(ast, target) != PT_NODE_Tuple || pt_ast_kind(ast, value) != PT_NODE_Tuple)
        return false;
    PtNodeList targets = pt_Tuple_elts(ast, target), values = pt_Tuple_elts(ast, value);
    if (targets.len != values.len || pt_lower_any_star(l, targets) || pt_lower_any_star(l, values))
        return false;
    PtWords ids = {0};
    for (uint32_t i = 0; i < values.len; i++)
        pt_vec_push(l->pass->scratch, &ids, pt_lower_expr(l, pt_ast_at(ast, values, i)).v);
    for (uint32_t i = 0; i < targets.len; i++)
        pt_lower_assign(l, pt_ast_at(ast, targets, i), (PtHirId){ids.data[i]});
    return true;
}

void pt_lower_assign_stmt(PtLower *l, PtNodeId node)
{
    PtNodeList targets = pt_Assign_targets(l->ast, node);
    PtNodeId value = pt_Assign_value(l->ast, node);
    if (targets.len == 1 && assign_pairwise(l, pt_ast_at(l->ast, targets, 0), value))
        return;
    PtHirId v = pt_lower_expr(l, value);
    for (uint32_t i = 0; i < targets.len; i++)
        pt_lower_assign(l, pt_ast_at(l->ast, targets, i), v);
}

/* ---- augmented ---- */

static PtHirId inplace(PtLower *l, PtNodeId node, PtHirId left)
{
    PtHirId right = pt_lower_expr(l, pt_AugAssign_value(l->ast, node));
    PtHirId id = pt_lower_emit(l, PT_HIR_Inplace, pt_lower_operator(pt_AugAssign_op(l->ast, node)), left.v, right.v, 0);
    l->h->hints[id.v] = PT_HIR_HINT_AUGMENTED;
    return id;
}

static void mark_augmented(PtLower *l)
{
    l->h->hints[l->h->count - 1] = PT_HIR_HINT_AUGMENTED;
}

/* The parts of the target are evaluated once, before the value. */
void pt_lower_aug_assign(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    PtNodeId target = pt_AugAssign_target(ast, node);
    if (pt_ast_kind(ast, target) == PT_NODE_Name) {
        PtNameId name = pt_Name_id(ast, target);
        PtHirId old = pt_lower_load(l, name, pt_ast_span(ast, target));
        pt_lower_store(l, name, inplace(l, node, old));
    } else if (pt_ast_kind(ast, target) == PT_NODE_Attribute) {
        PtHirId object = pt_lower_expr(l, pt_Attribute_value(ast, target));
        PtNameId attr = pt_scope_mangle(l->scopes, l->scope, pt_Attribute_attr(ast, target));
        PtHirId old = pt_lower_emit(l, PT_HIR_LoadAttr, object.v, attr.v, 0, 0);
        pt_lower_emit(l, PT_HIR_StoreAttr, object.v, attr.v, inplace(l, node, old).v, 0);
    } else {
        PtHirId object = pt_lower_expr(l, pt_Subscript_value(ast, target));
        PtHirId index = pt_lower_expr(l, pt_Subscript_slice(ast, target));
        PtHirId old = pt_lower_emit(l, PT_HIR_LoadItem, object.v, index.v, 0, 0);
        pt_lower_emit(l, PT_HIR_StoreItem, object.v, index.v, inplace(l, node, old).v, 0);
    }
    mark_augmented(l);
}

/* ---- annotated ---- */

/* The text that `from __future__ import annotations` stores: the expression as CPython unparses it, for the forms that
   annotations have; anything else keeps its spelling. */
static void unparse(PtLower *l, PtNodeId node, PtBuf *out)
{
    const PtAst *ast = l->ast;
    switch (pt_ast_kind(ast, node)) {
    case PT_NODE_Name:
        pt_buf_puts(out, pt_lower_text(l, pt_Name_id(ast, node)));
        return;
    case PT_NODE_Attribute:
        unparse(l, pt_Attribute_value(ast, node), out);
        pt_buf_putc(out, '.');
        pt_buf_puts(out, pt_lower_text(l, pt_Attribute_attr(ast, node)));
        return;
    case PT_NODE_Constant:
        pt_hir_print_const(l->h, pt_lower_const_of(l, node), out);
        return;
    case PT_NODE_BinOp:
        if (pt_BinOp_op(ast, node) == PT_OPERATOR_BitOr) {
            unparse(l, pt_BinOp_left(ast, node), out);
            pt_buf_puts(out, " | ");
            unparse(l, pt_BinOp_right(ast, node), out);
            return;
        }
        break;
    case PT_NODE_Subscript: {
        PtNodeId index = pt_Subscript_slice(ast, node);
        unparse(l, pt_Subscript_value(ast, node), out);
        pt_buf_putc(out, '[');
        if (pt_ast_kind(ast, index) == PT_NODE_Tuple && pt_Tuple_elts(ast, index).len > 1) {
            PtNodeList items = pt_Tuple_elts(ast, index);
            for (uint32_t i = 0; i < items.len; i++) {
                pt_buf_puts(out, i ? ", " : "");
                unparse(l, pt_ast_at(ast, items, i), out);
            }
        } else {
            unparse(l, index, out);
        }
        pt_buf_putc(out, ']');
        return;
    }
    case PT_NODE_List: {
        PtNodeList items = pt_List_elts(ast, node);
        pt_buf_putc(out, '[');
        for (uint32_t i = 0; i < items.len; i++) {
            pt_buf_puts(out, i ? ", " : "");
            unparse(l, pt_ast_at(ast, items, i), out);
        }
        pt_buf_putc(out, ']');
        return;
    }
    default:
        break;
    }
    PtSpan span = pt_ast_span(ast, node);
    pt_buf_add(out, ast->source->text + span.start, span.end - span.start);
}

PtHirId pt_lower_annotation(PtLower *l, PtNodeId annotation)
{
    if (!l->scopes->future_annotations)
        return pt_lower_expr(l, annotation);
    PtBuf text = pt_buf_make(l->pass->scratch);
    unparse(l, annotation, &text);
    return pt_lower_str(l, pt_buf_text(&text), (uint32_t)text.len);
}

/* Stores the value, then evaluates the annotation; in a function the annotation is never evaluated. */
void pt_lower_ann_assign(PtLower *l, PtNodeId node)
{
    const PtAst *ast = l->ast;
    PtNodeId target = pt_AnnAssign_target(ast, node), value = pt_AnnAssign_value(ast, node);
    PtScopeKind kind = l->scopes->list.data[l->scope].kind;
    bool body = kind == PT_SCOPE_MODULE || kind == PT_SCOPE_CLASS;
    if (value.v)
        pt_lower_assign(l, target, pt_lower_expr(l, value));
    else if (pt_ast_kind(ast, target) == PT_NODE_Attribute)
        pt_lower_expr(l, pt_Attribute_value(ast, target));
    else if (pt_ast_kind(ast, target) == PT_NODE_Subscript) {
        pt_lower_expr(l, pt_Subscript_value(ast, target));
        pt_lower_expr(l, pt_Subscript_slice(ast, target));
    }
    if (!body)
        return;
    if (!pt_AnnAssign_simple(ast, node)) {
        if (!l->scopes->future_annotations)
            pt_lower_expr(l, pt_AnnAssign_annotation(ast, node));
        return;
    }
    l->hint = PT_HIR_HINT_ANNOTATION;
    PtHirId what = pt_lower_annotation(l, pt_AnnAssign_annotation(ast, node));
    PtHirId dict = pt_lower_load(l, pt_intern_cstr(l->h->names, "__annotations__"), l->span);
    PtHirId key = pt_lower_name_str(l, pt_scope_mangle(l->scopes, l->scope, pt_Name_id(ast, target)));
    pt_lower_emit(l, PT_HIR_StoreItem, dict.v, key.v, what.v, 0);
    l->hint = PT_HIR_HINT_NONE;
}

/* ---- delete ---- */

void pt_lower_delete_target(PtLower *l, PtNodeId target)
{
    const PtAst *ast = l->ast;
    PtNodeList items;
    switch (pt_ast_kind(ast, target)) {
    case PT_NODE_Name:
        pt_lower_delete(l, pt_Name_id(ast, target), false);
        return;
    case PT_NODE_Attribute: {
        PtHirId object = pt_lower_expr(l, pt_Attribute_value(ast, target));
        PtNameId attr = pt_scope_mangle(l->scopes, l->scope, pt_Attribute_attr(ast, target));
        pt_lower_emit(l, PT_HIR_DeleteAttr, object.v, attr.v, 0, 0);
        return;
    }
    case PT_NODE_Subscript: {
        PtHirId object = pt_lower_expr(l, pt_Subscript_value(ast, target));
        PtHirId index = pt_lower_expr(l, pt_Subscript_slice(ast, target));
        pt_lower_emit(l, PT_HIR_DeleteItem, object.v, index.v, 0, 0);
        return;
    }
    case PT_NODE_Tuple:
        items = pt_Tuple_elts(ast, target);
        break;
    case PT_NODE_List:
        items = pt_List_elts(ast, target);
        break;
    default:
        return;
    }
    for (uint32_t i = 0; i < items.len; i++)
        pt_lower_delete_target(l, pt_ast_at(ast, items, i));
}
