/* How wide expressions are on one line, with rustfmt's limits: a call, array or chain that is wider than its limit
   never stays on one line. Widths are kept by node, so that printing is linear. */
#include "emit/print_internal.h"

#include <string.h>

static uint32_t text_width(const PtPrint *p, PtNameId name)
{
    uint32_t width = 0;
    for (const char *s = pt_rir_str(p->r, name); *s; s++)
        width += ((unsigned char)*s & 0xC0) != 0x80;
    return width;
}

static uint32_t cap(uint32_t width, uint32_t limit)
{
    return width > limit ? PT_PRINT_NEVER : width;
}

uint32_t pt_print_list_width(PtPrint *p, PtRirList list)
{
    uint32_t width = 0;
    for (uint32_t i = 0; i < pt_rir_len(p->r, list) && width < PT_PRINT_NEVER; i++)
        width += pt_print_width(p, pt_rir_at(p->r, list, i)) + (i > 0 ? 2 : 0);
    return cap(width, PT_PRINT_NEVER - 1);
}

/* A lone argument that ends in `?` may be as wide as the line. */
static bool ends_in_try(const PtPrint *p, PtRirId id)
{
    switch (pt_rir_kind(p->r, id)) {
    case PT_RIR_Try: return true;
    case PT_RIR_Ref: return ends_in_try(p, pt_rir_Ref_inner(p->r, id));
    case PT_RIR_Array: {
        PtRirList items = pt_rir_Array_items(p->r, id);
        return pt_rir_len(p->r, items) == 1 && ends_in_try(p, pt_rir_at(p->r, items, 0));
    }
    default: return false;
    }
}

uint32_t pt_print_args_width(PtPrint *p, PtRirList list, uint32_t limit)
{
    uint32_t width = pt_print_list_width(p, list);
    if (pt_rir_len(p->r, list) == 1 && ends_in_try(p, pt_rir_at(p->r, list, 0)))
        return width;
    return cap(width, limit);
}

bool pt_print_wants_parens(const PtPrint *p, PtRirId inner, int prec)
{
    return pt_rir_prec(p->r, inner) < prec;
}

uint32_t pt_print_chain_links(const PtPrint *p, PtRirId id, PtRirId *root)
{
    uint32_t links = 0;
    for (;;) {
        PtRirKind kind = pt_rir_kind(p->r, id);
        if (kind == PT_RIR_Method) {
            links++;
            id = pt_rir_Method_receiver(p->r, id);
        } else if (kind == PT_RIR_Try) {
            PtRirId inner = id;
            while (pt_rir_kind(p->r, inner) == PT_RIR_Try)
                inner = pt_rir_Try_inner(p->r, inner);
            if (pt_rir_kind(p->r, inner) != PT_RIR_Method)
                break;
            id = inner;
        } else {
            break;
        }
    }
    *root = id;
    return links;
}

static uint32_t operand(PtPrint *p, PtRirId inner, int prec)
{
    return pt_print_width(p, inner) + (pt_print_wants_parens(p, inner, prec) ? 2 : 0);
}

/* `if c { a } else { b }` stays on one line only when short and without statements. */
static uint32_t if_width(PtPrint *p, PtRirId id)
{
    const PtRir *r = p->r;
    PtRirId blocks[2] = {pt_rir_If_then(r, id), pt_rir_If_orelse(r, id)};
    uint32_t width = 3 + pt_print_width(p, pt_rir_If_cond(r, id)) + 6;
    for (int i = 0; i < 2; i++) {
        if (!blocks[i].v || pt_rir_kind(r, blocks[i]) != PT_RIR_Block || !pt_rir_Block_tail(r, blocks[i]).v ||
            pt_rir_len(r, pt_rir_Block_stmts(r, blocks[i])) > 0)
            return PT_PRINT_NEVER;
        width += pt_print_width(p, pt_rir_Block_tail(r, blocks[i])) + 4;
    }
    return cap(width, PT_PRINT_IF_ELSE);
}

static uint32_t struct_width(PtPrint *p, PtRirId id)
{
    PtRirList fields = pt_rir_Struct_fields(p->r, id);
    uint32_t width = 0;
    for (uint32_t i = 0; i < pt_rir_len(p->r, fields); i++) {
        PtRirId field = pt_rir_at(p->r, fields, i);
        width += text_width(p, pt_rir_Field_name(p->r, field)) + 4 + pt_print_width(p, pt_rir_Field_value(p->r, field));
    }
    return cap(width, PT_PRINT_STRUCT) + text_width(p, pt_rir_Struct_path(p->r, id)) + 5;
}

static uint32_t measure(PtPrint *p, PtRirId id)
{
    const PtRir *r = p->r;
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Path: return text_width(p, pt_rir_Path_text(r, id));
    case PT_RIR_Lit: return text_width(p, pt_rir_Lit_text(r, id));
    case PT_RIR_Ref: return 1 + operand(p, pt_rir_Ref_inner(r, id), 17);
    case PT_RIR_Neg: return 1 + operand(p, pt_rir_Neg_inner(r, id), 17);
    case PT_RIR_Cast: return operand(p, pt_rir_Cast_inner(r, id), 17) + 4 + text_width(p, pt_rir_Cast_type(r, id));
    case PT_RIR_Not: return 1 + operand(p, pt_rir_Not_inner(r, id), 17);
    case PT_RIR_Try: return 1 + operand(p, pt_rir_Try_inner(r, id), 19);
    case PT_RIR_Await: return 6 + operand(p, pt_rir_Await_inner(r, id), 19);
    case PT_RIR_Method: {
        PtRirId root;
        uint32_t width = operand(p, pt_rir_Method_receiver(r, id), 19) + 3 + text_width(p, pt_rir_Method_name(r, id)) +
                         pt_print_args_width(p, pt_rir_Method_args(r, id), PT_PRINT_CALL);
        return pt_print_chain_links(p, id, &root) > 1 ? cap(width, PT_PRINT_CHAIN) : width;
    }
    case PT_RIR_Call:
        return operand(p, pt_rir_Call_function(r, id), 19) + 2 +
               pt_print_args_width(p, pt_rir_Call_args(r, id), PT_PRINT_CALL);
    case PT_RIR_Index:
        return operand(p, pt_rir_Index_object(r, id), 19) + 2 + pt_print_width(p, pt_rir_Index_index(r, id));
    case PT_RIR_Macro:
        return text_width(p, pt_rir_Macro_name(r, id)) + 3 +
               cap(pt_print_list_width(p, pt_rir_Macro_args(r, id)), PT_PRINT_CALL);
    case PT_RIR_Binary: {
        int prec = pt_rir_prec(r, id);
        return operand(p, pt_rir_Binary_left(r, id), prec + (prec == PT_PRINT_COMPARE)) + operand(p, pt_rir_Binary_right(r, id), prec + 1) + (prec ? 2 : 0) +
               text_width(p, pt_rir_Binary_op(r, id));
    }
    case PT_RIR_Array: return 2 + pt_print_args_width(p, pt_rir_Array_items(r, id), PT_PRINT_ARRAY);
    case PT_RIR_Tuple: {
        uint32_t len = pt_rir_len(r, pt_rir_Tuple_items(r, id));
        return 2 + (len == 1) + cap(pt_print_list_width(p, pt_rir_Tuple_items(r, id)), PT_PRINT_CALL);
    }
    case PT_RIR_Struct: return struct_width(p, id);
    case PT_RIR_Closure:
        return text_width(p, pt_rir_Closure_params(r, id)) + 1 + pt_print_width(p, pt_rir_Closure_body(r, id));
    case PT_RIR_If: return if_width(p, id);
    case PT_RIR_Block:
        return pt_rir_len(r, pt_rir_Block_stmts(r, id)) == 0 && !pt_rir_Block_tail(r, id).v ? 2 : PT_PRINT_NEVER;
    case PT_RIR_Return: {
        PtRirId value = pt_rir_Return_value(r, id);
        return 6 + (value.v ? 1 + pt_print_width(p, value) : 0);
    }
    case PT_RIR_Break: return 5 + (pt_rir_Break_label(r, id).v ? 1 + text_width(p, pt_rir_Break_label(r, id)) : 0);
    case PT_RIR_Continue:
        return 8 + (pt_rir_Continue_label(r, id).v ? 1 + text_width(p, pt_rir_Continue_label(r, id)) : 0);
    case PT_RIR_Assign:
        return pt_print_width(p, pt_rir_Assign_place(r, id)) + 3 + (pt_rir_Assign_op(r, id).v != 0) + pt_print_width(p, pt_rir_Assign_value(r, id));
    default: return PT_PRINT_NEVER;
    }
}

uint32_t pt_print_width(PtPrint *p, PtRirId id)
{
    if (p->flat[id.v] == UINT32_MAX)
        p->flat[id.v] = cap(measure(p, id), PT_PRINT_NEVER - 1);
    return p->flat[id.v];
}
