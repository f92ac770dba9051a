/* Operators, comparisons, attributes, items. */
#include "rir/rir_lower.h"

/* Rust method of each operator: as a value, as a condition, in place. */
static const struct {
    const char *value, *test, *inplace;
} methods[PT_HIR_OP_COUNT] = {
    [PT_HIR_OP_INVERT] = {"invert", NULL, NULL},
    [PT_HIR_OP_POS] = {"pos", NULL, NULL},
    [PT_HIR_OP_NEG] = {"neg", NULL, NULL},
    [PT_HIR_OP_ADD] = {"add", NULL, "iadd"},
    [PT_HIR_OP_SUB] = {"sub", NULL, "isub"},
    [PT_HIR_OP_MUL] = {"mul", NULL, "imul"},
    [PT_HIR_OP_MATMUL] = {"matmul", NULL, "imatmul"},
    [PT_HIR_OP_DIV] = {"truediv", NULL, "itruediv"},
    [PT_HIR_OP_MOD] = {"modulo", NULL, "imodulo"},
    [PT_HIR_OP_POW] = {"pow", NULL, "ipow"},
    [PT_HIR_OP_LSHIFT] = {"lshift", NULL, "ilshift"},
    [PT_HIR_OP_RSHIFT] = {"rshift", NULL, "irshift"},
    [PT_HIR_OP_OR] = {"bitor", NULL, "ibitor"},
    [PT_HIR_OP_XOR] = {"bitxor", NULL, "ibitxor"},
    [PT_HIR_OP_AND] = {"bitand", NULL, "ibitand"},
    [PT_HIR_OP_FLOORDIV] = {"floordiv", NULL, "ifloordiv"},
    [PT_HIR_OP_EQ] = {"eq", "is_eq", NULL},
    [PT_HIR_OP_NE] = {"ne", "is_ne", NULL},
    [PT_HIR_OP_LT] = {"lt", "is_lt", NULL},
    [PT_HIR_OP_LE] = {"le", "is_le", NULL},
    [PT_HIR_OP_GT] = {"gt", "is_gt", NULL},
    [PT_HIR_OP_GE] = {"ge", "is_ge", NULL},
};

const char *pt_rir_inplace_method(PtHirOp op)
{
    return methods[op].inplace;
}

static bool is_none_const(const PtHir *h, PtHirId id)
{
    return pt_hir_kind(h, id) == PT_HIR_Const && pt_hir_const(h, pt_hir_Const_value(h, id))->kind == PT_HIR_CONST_NONE;
}

/* `-5` and `-1.5` are literals in Rust, too. */
static bool lower_negative(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId operand = pt_hir_Unary_operand(h, id);
    if (pt_hir_Unary_op(h, id) != PT_HIR_OP_NEG || pt_hir_kind(h, operand) != PT_HIR_Const)
        return false;
    const PtHirConst *c = pt_hir_const(h, pt_hir_Const_value(h, operand));
    if (c->kind == PT_HIR_CONST_INT && c->i <= 0)
        return false;
    PtRirForm form;
    PtRirId literal = pt_const_scalar(g, pt_hir_Const_value(h, operand), true, &form);
    if (literal.v)
        pt_val_define_free(g, id, literal, form);
    return literal.v != 0;
}

static void lower_compare(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirOp op = pt_hir_Compare_op(h, id);
    PtHirId left = pt_hir_Compare_left(h, id), right = pt_hir_Compare_right(h, id);
    if (pt_handle_compare(g, id))
        return;
    switch (op) {
    case PT_HIR_OP_IS: case PT_HIR_OP_IS_NOT: {
        pt_val_take2(g, left, right);
        PtRirId test;
        if (is_none_const(h, right))
            test = pt_rs_method(g, pt_val_as_receiver(g, left), "is_none", 0);
        else
            test = pt_rs_method(g, pt_val_as_receiver(g, left), "is", 1, pt_val_as_ref(g, right));
        pt_val_define(g, id, op == PT_HIR_OP_IS ? test : pt_rs_not(g, test), PT_FORM_BOOL);
        return;
    }
    case PT_HIR_OP_IN: case PT_HIR_OP_NOT_IN: {
        /* Rust evaluates the container first. */
        pt_val_take2(g, right, left);
        PtRirId test = pt_rs_try(g, pt_rs_method(g, pt_val_as_receiver(g, right), "contains", 1, pt_val_as_ref(g, left)));
        pt_val_define(g, id, op == PT_HIR_OP_IN ? test : pt_rs_not(g, test), PT_FORM_BOOL);
        return;
    }
    default: {
        if (pt_typed_compare(g, id))
            return;
        pt_val_take2(g, left, right);
        bool test = g->want_bool[id.v];
        const char *name = test ? methods[op].test : methods[op].value;
        PtRirId receiver = test ? pt_val_as_receiver(g, left) : pt_val_as_dynamic(g, left);
        PtRirId call = pt_rs_method(g, receiver, name, 1, pt_val_as_ref(g, right));
        pt_val_define(g, id, pt_rs_try(g, call), test ? PT_FORM_BOOL : PT_FORM_OWNED);
    }
    }
}

/* `a op= b` whose result goes somewhere else than back into a plain variable (that case: rir_local.c). */
static void lower_inplace(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId left = pt_hir_Inplace_left(h, id), right = pt_hir_Inplace_right(h, id);
    if (pt_typed_binary(g, id, pt_hir_Inplace_op(h, id), left, right))
        return;
    pt_val_take2(g, left, right);
    PtRirId target = pt_val_as_owned(g, left, (PtHirId){0});
    PtRirId op = pt_rs_path(g, pt_rs_text(g, "%s::%s", pt_name_py(g, "Value"), methods[pt_hir_Inplace_op(h, id)].inplace));
    PtRirId call = pt_rs_method(g, target, "inplace", 2, op, pt_val_as_ref(g, right));
    pt_val_define(g, id, pt_rs_try(g, call), PT_FORM_OWNED);
}

static void lower_slice(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId parts[3] = {pt_hir_Slice_lower(h, id), pt_hir_Slice_upper(h, id), pt_hir_Slice_step(h, id)};
    pt_val_take(g, parts, 3);
    PtRirId args[3];
    for (int i = 0; i < 3; i++)
        args[i] = parts[i].v ? pt_val_as_owned(g, parts[i], id)
                             : pt_rs_path(g, pt_rs_text(g, "%s::None", pt_name_py(g, "Value")));
    bool free = true;
    for (int i = 0; i < 3; i++)
        free &= !parts[i].v || pt_hir_kind(h, parts[i]) == PT_HIR_Const;
    PtRirId call = pt_rs_call(g, "py::slice", 3, args[0], args[1], args[2]);
    if (free && g->uses[id.v] == 1)
        pt_val_define_free(g, id, call, PT_FORM_OWNED);
    else
        pt_val_define(g, id, call, PT_FORM_OWNED);
}

static void lower_attr(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_LoadAttr: {
        PtHirId object = pt_hir_LoadAttr_object(h, id);
        pt_val_take1(g, object);
        PtRep rep = pt_typed_rep(g, id);
        if (rep != PT_REP_VALUE) {
            /* An attribute of a class of the program: nothing of the runtime's types. */
            const char *field = pt_rs_text(g, "field::<%s>", pt_typed_name(g, rep));
            PtRirId symbol = pt_name_symbol(g, pt_hir_LoadAttr_name(h, id));
            pt_val_define_rep(g, id, pt_rs_try(g, pt_rs_method(g, pt_val_as_receiver(g, object), field, 1, symbol)), rep);
            return;
        }
        PtRirId name = pt_name_member(g, pt_hir_LoadAttr_name(h, id));
        PtRirId load = pt_rs_method(g, pt_val_as_receiver(g, object), "attr", 1, name);
        pt_val_define(g, id, pt_rs_try(g, load), PT_FORM_OWNED);
        return;
    }
    case PT_HIR_StoreAttr: {
        PtHirId object = pt_hir_StoreAttr_object(h, id), value = pt_hir_StoreAttr_value(h, id);
        pt_val_take2(g, object, value);
        PtRirId name = pt_name_member(g, pt_hir_StoreAttr_name(h, id));
        PtRirId receiver = pt_val_as_receiver(g, object);
        pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, receiver, "set_attr", 2, name, pt_val_as_owned(g, value, id))));
        return;
    }
    default: {
        PtHirId object = pt_hir_DeleteAttr_object(h, id);
        pt_val_take1(g, object);
        PtRirId name = pt_name_member(g, pt_hir_DeleteAttr_name(h, id));
        pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, pt_val_as_receiver(g, object), "del_attr", 1, name)));
    }
    }
}

static void lower_item(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    if (pt_handle_item(g, id))
        return;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_LoadItem: {
        PtHirId object = pt_hir_LoadItem_object(h, id), index = pt_hir_LoadItem_index(h, id);
        pt_val_take2(g, object, index);
        PtRirId load = pt_rs_method(g, pt_val_as_receiver(g, object), "get_item", 1, pt_val_as_ref(g, index));
        pt_val_define(g, id, pt_rs_try(g, load), PT_FORM_OWNED);
        return;
    }
    case PT_HIR_StoreItem: {
        PtHirId all[3] = {pt_hir_StoreItem_object(h, id), pt_hir_StoreItem_index(h, id), pt_hir_StoreItem_value(h, id)};
        pt_val_take(g, all, 3);
        PtRirId receiver = pt_val_as_receiver(g, all[0]), index = pt_val_as_ref(g, all[1]);
        pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, receiver, "set_item", 2, index, pt_val_as_owned(g, all[2], id))));
        return;
    }
    default: {
        PtHirId object = pt_hir_DeleteItem_object(h, id), index = pt_hir_DeleteItem_index(h, id);
        pt_val_take2(g, object, index);
        pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, pt_val_as_receiver(g, object), "del_item", 1, pt_val_as_ref(g, index))));
    }
    }
}

bool pt_rir_expr(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_Const: pt_rir_const(g, id); return true;
    case PT_HIR_Unary: {
        if (lower_negative(g, id) || pt_typed_unary(g, id))
            return true;
        PtHirId operand = pt_hir_Unary_operand(h, id);
        pt_val_take1(g, operand);
        PtRirId call = pt_rs_method(g, pt_val_as_receiver(g, operand), methods[pt_hir_Unary_op(h, id)].value, 0);
        pt_val_define(g, id, pt_rs_try(g, call), PT_FORM_OWNED);
        return true;
    }
    case PT_HIR_Binary: {
        PtHirId left = pt_hir_Binary_left(h, id), right = pt_hir_Binary_right(h, id);
        if (pt_typed_binary(g, id, pt_hir_Binary_op(h, id), left, right) ||
            pt_handle_binary(g, id, pt_hir_Binary_op(h, id), left, right))
            return true;
        pt_val_take2(g, left, right);
        PtRirId call = pt_rs_method(g, pt_val_as_dynamic(g, left), methods[pt_hir_Binary_op(h, id)].value, 1,
                                 pt_val_as_ref(g, right));
        pt_val_define(g, id, pt_rs_try(g, call), PT_FORM_OWNED);
        return true;
    }
    case PT_HIR_Inplace:
        if (!pt_rir_inplace_local(g, id))
            lower_inplace(g, id);
        return true;
    case PT_HIR_Compare: lower_compare(g, id); return true;
    case PT_HIR_Truth: {
        PtHirId operand = pt_hir_Truth_operand(h, id);
        pt_val_take1(g, operand);
        pt_val_define(g, id, pt_val_as_bool(g, operand), PT_FORM_BOOL);
        return true;
    }
    case PT_HIR_Not: {
        PtHirId operand = pt_hir_Not_operand(h, id);
        pt_val_take1(g, operand);
        pt_val_define(g, id, pt_rs_not(g, pt_val_as_bool(g, operand)), PT_FORM_BOOL);
        return true;
    }
    case PT_HIR_LoadAttr: case PT_HIR_StoreAttr: case PT_HIR_DeleteAttr: lower_attr(g, id); return true;
    case PT_HIR_LoadItem: case PT_HIR_StoreItem: case PT_HIR_DeleteItem: lower_item(g, id); return true;
    case PT_HIR_Slice:
        if (!pt_handle_is_slice(g, id))
            lower_slice(g, id);
        return true;
    default: return false;
    }
}
