/* Printing expressions: on one line where they fit, else broken as rustfmt breaks them. */
#include "emit/print_internal.h"

#include <string.h>

static const char *str(const PtPrint *p, PtNameId name)
{
    return pt_rir_str(p->r, name);
}

static bool fits(PtPrint *p, uint32_t width, int after)
{
    return width < PT_PRINT_NEVER && pt_print_column(p) + (int)width + after <= PT_PRINT_WIDTH;
}

/* An operand, in parentheses where its binding strength asks for them. */
static void print_operand(PtPrint *p, PtRirId inner, int prec, int indent, int after)
{
    bool parens = pt_print_wants_parens(p, inner, prec);
    if (parens)
        pt_print_puts(p, "(");
    pt_print_expr(p, inner, indent, after + parens);
    if (parens)
        pt_print_puts(p, ")");
}

/* An expression that must not stay on one line, because what it ends is too wide for one. */
static void print_broken(PtPrint *p, PtRirId id, int indent, int after);

/* After a condition: the block's brace, on a line of its own when the condition ends in an indented line. */
static void space_before_block(PtPrint *p, uint32_t line_before, int indent)
{
    const char *line = p->out.data + p->line_start;
    size_t at = 0;
    while (p->line_start + at < p->out.len && line[at] == ' ')
        at++;
    char first = p->line_start + at < p->out.len ? line[at] : ' ';
    bool closes = (first == ')' || first == ']' || first == '}') && at == (size_t)indent;
    if (p->line == line_before || closes)
        pt_print_puts(p, " ");
    else
        pt_print_newline(p, indent);
}

/* A last argument that may start on the call's line and end on a later one. */
static bool overflows(const PtPrint *p, PtRirId id, uint32_t args)
{
    const PtRir *r = p->r;
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Closure: return pt_rir_kind(r, pt_rir_Closure_body(r, id)) == PT_RIR_Block;
    case PT_RIR_Method: {
        PtRirId root;
        return args == 1 && pt_print_chain_links(p, id, &root) == 1 && pt_rir_len(r, pt_rir_Method_args(r, id)) > 0;
    }
    case PT_RIR_Array: case PT_RIR_Call: case PT_RIR_Macro: case PT_RIR_Struct: case PT_RIR_Tuple: case PT_RIR_Match:
    case PT_RIR_Block:
        return args == 1;
    case PT_RIR_Ref: return overflows(p, pt_rir_Ref_inner(r, id), args);
    case PT_RIR_Not: return overflows(p, pt_rir_Not_inner(r, id), args);
    case PT_RIR_Try: return overflows(p, pt_rir_Try_inner(r, id), args);
    default: return false;
    }
}

/* Short items of a broken array share lines. */
static bool packs(PtPrint *p, PtRirList list)
{
    for (uint32_t i = 0; i < pt_rir_len(p->r, list); i++) {
        PtRirId item = pt_rir_at(p->r, list, i);
        if (pt_rir_kind(p->r, item) != PT_RIR_Lit || pt_print_width(p, item) > 10)
            return false;
    }
    return true;
}

static void print_packed(PtPrint *p, PtRirList list, int indent)
{
    pt_print_newline(p, indent + 4);
    for (uint32_t i = 0; i < pt_rir_len(p->r, list); i++) {
        PtRirId item = pt_rir_at(p->r, list, i);
        if (i > 0 && !fits(p, pt_print_width(p, item) + 2, 0))
            pt_print_newline(p, indent + 4);
        else if (i > 0)
            pt_print_puts(p, " ");
        pt_print_expr(p, item, indent + 4, 1);
        pt_print_puts(p, ",");
    }
    pt_print_newline(p, indent);
}

/* Comma-separated items between delimiters that have been, and will be, printed. */
static void print_list(PtPrint *p, PtRirList list, int limit, bool array, bool broken, int indent, int after)
{
    const PtRir *r = p->r;
    uint32_t len = pt_rir_len(r, list);
    uint32_t width = pt_print_args_width(p, list, (uint32_t)limit);
    if (len == 0 || (!broken && fits(p, width, after + 1))) {
        for (uint32_t i = 0; i < len; i++) {
            if (i > 0)
                pt_print_puts(p, ", ");
            pt_print_expr(p, pt_rir_at(r, list, i), indent, 0);
        }
        return;
    }
    PtRirId last = len > 0 ? pt_rir_at(r, list, len - 1) : (PtRirId){0};
    if ((!array || len == 1) && overflows(p, last, len)) {
        uint32_t head = 0;
        for (uint32_t i = 0; i + 1 < len; i++)
            head += pt_print_width(p, pt_rir_at(r, list, i)) + 2;
        if (fits(p, head + 20, 0)) {
            for (uint32_t i = 0; i + 1 < len; i++) {
                pt_print_expr(p, pt_rir_at(r, list, i), indent, 2);
                pt_print_puts(p, ", ");
            }
            print_broken(p, last, indent, after + 1);
            return;
        }
    }
    if (array && packs(p, list)) {
        print_packed(p, list, indent);
        return;
    }
    for (uint32_t i = 0; i < len; i++) {
        pt_print_newline(p, indent + 4);
        pt_print_expr(p, pt_rir_at(r, list, i), indent + 4, 1);
        pt_print_puts(p, ",");
    }
    pt_print_newline(p, indent);
}

static void print_link(PtPrint *p, PtRirId method, bool broken, int indent, int after)
{
    pt_print_puts(p, ".");
    pt_print_puts(p, str(p, pt_rir_Method_name(p->r, method)));
    pt_print_puts(p, "(");
    print_list(p, pt_rir_Method_args(p->r, method), PT_PRINT_CALL, false, broken, indent, after);
    pt_print_puts(p, ")");
}

/* The chain's nodes from the root outwards; Try nodes stay with the link before them. */
static void collect_chain(PtPrint *p, PtRirId id, PtRirId root, PtRirVec *chain)
{
    while (id.v != root.v) {
        pt_vec_push(p->arena, chain, id);
        id = pt_rir_kind(p->r, id) == PT_RIR_Method ? pt_rir_Method_receiver(p->r, id) : pt_rir_Try_inner(p->r, id);
    }
    for (uint32_t i = 0; i < chain->len / 2; i++) {
        PtRirId swap = chain->data[i];
        chain->data[i] = chain->data[chain->len - 1 - i];
        chain->data[chain->len - 1 - i] = swap;
    }
}

static void print_chain(PtPrint *p, PtRirId id, int indent, int after)
{
    const PtRir *r = p->r;
    PtRirId root;
    uint32_t links = pt_print_chain_links(p, id, &root);
    PtRirVec chain = {0};
    collect_chain(p, id, root, &chain);
    uint32_t last = chain.len;
    while (last > 0 && pt_rir_kind(r, chain.data[last - 1]) == PT_RIR_Try)
        last--;
    int tail = (int)(chain.len - last);
    /* Everything before the last link on this line, when the last one must be broken anyway. */
    PtRirId method = chain.data[last - 1];
    uint32_t head = pt_print_width(p, pt_rir_Method_receiver(r, method));
    uint32_t root_width = pt_print_width(p, root);
    uint32_t args = pt_print_args_width(p, pt_rir_Method_args(r, method), PT_PRINT_CALL);
    uint32_t link = args + pt_intern_len(r->names, pt_rir_Method_name(r, method)) + 3 + (uint32_t)tail;
    bool link_fits = args < PT_PRINT_NEVER && indent + 4 + (int)link + after <= PT_PRINT_WIDTH;
    bool short_root = links == 1 && root_width <= 4;
    bool one_line = (!link_fits || short_root) && fits(p, head + 20, 0);
    int inner = one_line ? indent : indent + 4;
    uint32_t line = p->line;
    print_operand(p, root, 19, indent, 0);
    if (p->line != line)
        inner = indent;
    bool first = true;
    for (uint32_t i = 0; i < chain.len; i++) {
        if (pt_rir_kind(r, chain.data[i]) == PT_RIR_Try) {
            pt_print_puts(p, "?");
            continue;
        }
        if (!one_line && !(first && root_width <= 4))
            pt_print_newline(p, inner);
        first = false;
        print_link(p, chain.data[i], one_line && i + 1 == last, inner, i + 1 >= last ? after + tail : 0);
    }
}

static void print_label(PtPrint *p, PtNameId label)
{
    if (!label.v)
        return;
    pt_print_puts(p, str(p, label));
    pt_print_puts(p, ": ");
}

static void print_if(PtPrint *p, PtRirId id, int indent)
{
    const PtRir *r = p->r;
    p->tail = false;
    pt_print_puts(p, "if ");
    uint32_t line = p->line;
    pt_print_expr(p, pt_rir_If_cond(r, id), indent, 2);
    space_before_block(p, line, indent);
    pt_print_block(p, pt_rir_If_then(r, id), indent);
    PtRirId orelse = pt_rir_If_orelse(r, id);
    if (!orelse.v)
        return;
    pt_print_puts(p, " else ");
    if (pt_rir_kind(r, orelse) == PT_RIR_If)
        print_if(p, orelse, indent);
    else
        pt_print_block(p, orelse, indent);
}

static void print_match(PtPrint *p, PtRirId id, int indent)
{
    const PtRir *r = p->r;
    pt_print_puts(p, "match ");
    pt_print_expr(p, pt_rir_Match_subject(r, id), indent, 2);
    pt_print_puts(p, " {");
    PtRirList arms = pt_rir_Match_arms(r, id);
    for (uint32_t i = 0; i < pt_rir_len(r, arms); i++) {
        PtRirId arm = pt_rir_at(r, arms, i);
        pt_print_newline(p, indent + 4);
        pt_print_puts(p, str(p, pt_rir_Arm_pattern(r, arm)));
        if (pt_rir_Arm_guard(r, arm).v) {
            pt_print_puts(p, " if ");
            pt_print_expr(p, pt_rir_Arm_guard(r, arm), indent + 4, 5);
        }
        pt_print_puts(p, " => ");
        PtRirId body = pt_rir_Arm_body(r, arm);
        pt_print_expr(p, body, indent + 4, 1);
        if (pt_rir_kind(r, body) != PT_RIR_Block)
            pt_print_puts(p, ",");
    }
    pt_print_newline(p, indent);
    pt_print_puts(p, "}");
}

static void print_struct(PtPrint *p, PtRirId id, int indent)
{
    PtRirList fields = pt_rir_Struct_fields(p->r, id);
    bool one_line = pt_print_width(p, id) < PT_PRINT_NEVER;
    pt_print_puts(p, str(p, pt_rir_Struct_path(p->r, id)));
    pt_print_puts(p, " {");
    for (uint32_t i = 0; i < pt_rir_len(p->r, fields); i++) {
        PtRirId field = pt_rir_at(p->r, fields, i);
        if (one_line)
            pt_print_puts(p, i > 0 ? ", " : " ");
        else
            pt_print_newline(p, indent + 4);
        pt_print_puts(p, str(p, pt_rir_Field_name(p->r, field)));
        pt_print_puts(p, ": ");
        pt_print_expr(p, pt_rir_Field_value(p->r, field), indent + 4, 1);
        if (!one_line)
            pt_print_puts(p, ",");
    }
    if (one_line)
        pt_print_puts(p, " ");
    else
        pt_print_newline(p, indent);
    pt_print_puts(p, "}");
}

/* `&&` and `||` that do not fit: one operand a line, the operator first. */
static void print_binary(PtPrint *p, PtRirId id, int indent, int after)
{
    const PtRir *r = p->r;
    int prec = pt_rir_prec(r, id);
    const char *op = str(p, pt_rir_Binary_op(r, id));
    bool one_line = fits(p, pt_print_width(p, id), after);
    PtRirId left = pt_rir_Binary_left(r, id);
    print_operand(p, left, prec + (prec == PT_PRINT_COMPARE), indent, 0);
    if (prec == 0) { /* a range, without spaces */
        pt_print_puts(p, op);
        print_operand(p, pt_rir_Binary_right(r, id), 1, indent, after);
        return;
    }
    if (one_line)
        pt_print_puts(p, " ");
    else
        pt_print_newline(p, indent + 4);
    pt_print_puts(p, op);
    pt_print_puts(p, " ");
    print_operand(p, pt_rir_Binary_right(r, id), prec + 1, one_line ? indent : indent + 4, after);
}

static void print_loop(PtPrint *p, PtRirId id, int indent)
{
    const PtRir *r = p->r;
    uint32_t line = p->line;
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Loop:
        print_label(p, pt_rir_Loop_label(r, id));
        pt_print_puts(p, "loop ");
        pt_print_block(p, pt_rir_Loop_body(r, id), indent);
        break;
    case PT_RIR_While:
        print_label(p, pt_rir_While_label(r, id));
        pt_print_puts(p, "while ");
        pt_print_expr(p, pt_rir_While_cond(r, id), indent, 2);
        space_before_block(p, line, indent);
        pt_print_block(p, pt_rir_While_body(r, id), indent);
        break;
    default:
        print_label(p, pt_rir_For_label(r, id));
        pt_print_puts(p, "for ");
        pt_print_puts(p, str(p, pt_rir_For_pattern(r, id)));
        pt_print_puts(p, " in ");
        pt_print_expr(p, pt_rir_For_iter(r, id), indent, 2);
        space_before_block(p, line, indent);
        pt_print_block(p, pt_rir_For_body(r, id), indent);
        break;
    }
}

static void print_jump(PtPrint *p, const char *word, PtNameId label)
{
    pt_print_puts(p, word);
    if (label.v) {
        pt_print_puts(p, " ");
        pt_print_puts(p, str(p, label));
    }
}

static void print_simple(PtPrint *p, PtRirId id, int indent, int after)
{
    const PtRir *r = p->r;
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Path: pt_print_puts(p, str(p, pt_rir_Path_text(r, id))); break;
    case PT_RIR_Lit: pt_print_puts(p, str(p, pt_rir_Lit_text(r, id))); break;
    case PT_RIR_Ref:
        pt_print_puts(p, "&");
        print_operand(p, pt_rir_Ref_inner(r, id), 17, indent, after);
        break;
    case PT_RIR_Not:
        pt_print_puts(p, "!");
        print_operand(p, pt_rir_Not_inner(r, id), 17, indent, after);
        break;
    case PT_RIR_Neg:
        pt_print_puts(p, "-");
        print_operand(p, pt_rir_Neg_inner(r, id), 17, indent, after);
        break;
    case PT_RIR_Cast:
        print_operand(p, pt_rir_Cast_inner(r, id), 17, indent, after);
        pt_print_puts(p, " as ");
        pt_print_puts(p, str(p, pt_rir_Cast_type(r, id)));
        break;
    case PT_RIR_Try:
        print_operand(p, pt_rir_Try_inner(r, id), 19, indent, after + 1);
        pt_print_puts(p, "?");
        break;
    case PT_RIR_Await:
        print_operand(p, pt_rir_Await_inner(r, id), 19, indent, after + 6);
        pt_print_puts(p, ".await");
        break;
    case PT_RIR_Method:
        print_operand(p, pt_rir_Method_receiver(r, id), 19, indent, after);
        print_link(p, id, false, indent, after);
        break;
    case PT_RIR_Index:
        print_operand(p, pt_rir_Index_object(r, id), 19, indent, 0);
        pt_print_puts(p, "[");
        pt_print_expr(p, pt_rir_Index_index(r, id), indent, after + 1);
        pt_print_puts(p, "]");
        break;
    default: break;
    }
}

static void print_broken(PtPrint *p, PtRirId id, int indent, int after)
{
    const PtRir *r = p->r;
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Ref:
        pt_print_puts(p, "&");
        print_broken(p, pt_rir_Ref_inner(r, id), indent, after);
        break;
    case PT_RIR_Try:
        print_broken(p, pt_rir_Try_inner(r, id), indent, after + 1);
        pt_print_puts(p, "?");
        break;
    case PT_RIR_Await:
        print_broken(p, pt_rir_Await_inner(r, id), indent, after + 6);
        pt_print_puts(p, ".await");
        break;
    case PT_RIR_Call:
        print_operand(p, pt_rir_Call_function(r, id), 19, indent, 0);
        pt_print_puts(p, "(");
        print_list(p, pt_rir_Call_args(r, id), PT_PRINT_CALL, false, true, indent, after);
        pt_print_puts(p, ")");
        break;
    case PT_RIR_Macro: {
        bool square = pt_rir_Macro_square(r, id) != 0;
        pt_print_puts(p, str(p, pt_rir_Macro_name(r, id)));
        pt_print_puts(p, square ? "![" : "!(");
        print_list(p, pt_rir_Macro_args(r, id), PT_PRINT_CALL, square, true, indent, after);
        pt_print_puts(p, square ? "]" : ")");
        break;
    }
    case PT_RIR_Array:
        pt_print_puts(p, "[");
        print_list(p, pt_rir_Array_items(r, id), PT_PRINT_ARRAY, true, true, indent, after);
        pt_print_puts(p, "]");
        break;
    case PT_RIR_Method:
        print_operand(p, pt_rir_Method_receiver(r, id), 19, indent, 0);
        print_link(p, id, true, indent, after);
        break;
    default: pt_print_expr(p, id, indent, after); break;
    }
}

void pt_print_value(PtPrint *p, PtRirId value, int indent, int after)
{
    int width = (int)pt_print_width(p, value) + after;
    bool next_line = width < PT_PRINT_NEVER && pt_print_column(p) + 1 + width > PT_PRINT_WIDTH &&
                     indent + 4 + width <= PT_PRINT_WIDTH;
    if (next_line)
        pt_print_newline(p, indent + 4);
    else
        pt_print_puts(p, " ");
    pt_print_expr(p, value, next_line ? indent + 4 : indent, after);
}

void pt_print_expr(PtPrint *p, PtRirId id, int indent, int after)
{
    const PtRir *r = p->r;
    bool flat = fits(p, pt_print_width(p, id), after);
    if (pt_rir_kind(r, id) != PT_RIR_If)
        p->tail = false;
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Method: case PT_RIR_Try: {
        PtRirId root;
        if (!flat && pt_print_chain_links(p, id, &root) > 0) {
            print_chain(p, id, indent, after);
            break;
        }
        print_simple(p, id, indent, after);
        break;
    }
    case PT_RIR_Call:
        print_operand(p, pt_rir_Call_function(r, id), 19, indent, 0);
        pt_print_puts(p, "(");
        print_list(p, pt_rir_Call_args(r, id), PT_PRINT_CALL, false, false, indent, after);
        pt_print_puts(p, ")");
        break;
    case PT_RIR_Macro: {
        bool square = pt_rir_Macro_square(r, id) != 0;
        pt_print_puts(p, str(p, pt_rir_Macro_name(r, id)));
        pt_print_puts(p, square ? "![" : "!(");
        print_list(p, pt_rir_Macro_args(r, id), PT_PRINT_CALL, square, false, indent, after);
        pt_print_puts(p, square ? "]" : ")");
        break;
    }
    case PT_RIR_Array:
        pt_print_puts(p, "[");
        print_list(p, pt_rir_Array_items(r, id), PT_PRINT_ARRAY, true, false, indent, after);
        pt_print_puts(p, "]");
        break;
    case PT_RIR_Tuple:
        pt_print_puts(p, "(");
        if (!flat && pt_rir_len(r, pt_rir_Tuple_items(r, id)) == 1) {
            /* The only item must keep its comma. */
            pt_print_newline(p, indent + 4);
            pt_print_expr(p, pt_rir_at(r, pt_rir_Tuple_items(r, id), 0), indent + 4, 1);
            pt_print_puts(p, ",");
            pt_print_newline(p, indent);
            pt_print_puts(p, ")");
            break;
        }
        print_list(p, pt_rir_Tuple_items(r, id), PT_PRINT_CALL, true, false, indent, after);
        pt_print_puts(p, pt_rir_len(r, pt_rir_Tuple_items(r, id)) == 1 && flat ? ",)" : ")");
        break;
    case PT_RIR_Binary: print_binary(p, id, indent, after); break;
    case PT_RIR_Struct: print_struct(p, id, indent); break;
    case PT_RIR_Closure:
        pt_print_puts(p, str(p, pt_rir_Closure_params(r, id)));
        pt_print_puts(p, " ");
        pt_print_expr(p, pt_rir_Closure_body(r, id), indent, after);
        break;
    case PT_RIR_If:
        if (flat && !p->tail) {
            pt_print_puts(p, "if ");
            pt_print_expr(p, pt_rir_If_cond(r, id), indent, 0);
            pt_print_puts(p, " { ");
            pt_print_expr(p, pt_rir_Block_tail(r, pt_rir_If_then(r, id)), indent, 0);
            pt_print_puts(p, " } else { ");
            pt_print_expr(p, pt_rir_Block_tail(r, pt_rir_If_orelse(r, id)), indent, 0);
            pt_print_puts(p, " }");
        } else {
            print_if(p, id, indent);
        }
        break;
    case PT_RIR_Match: print_match(p, id, indent); break;
    case PT_RIR_Block:
        print_label(p, pt_rir_Block_label(r, id));
        pt_print_block(p, id, indent);
        break;
    case PT_RIR_Loop: case PT_RIR_While: case PT_RIR_For: print_loop(p, id, indent); break;
    case PT_RIR_Return:
        pt_print_puts(p, "return");
        if (pt_rir_Return_value(r, id).v) {
            pt_print_puts(p, " ");
            pt_print_expr(p, pt_rir_Return_value(r, id), indent, after);
        }
        break;
    case PT_RIR_Break: print_jump(p, "break", pt_rir_Break_label(r, id)); break;
    case PT_RIR_Continue: print_jump(p, "continue", pt_rir_Continue_label(r, id)); break;
    case PT_RIR_Assign:
        pt_print_expr(p, pt_rir_Assign_place(r, id), indent, 0);
        pt_print_puts(p, " ");
        if (pt_rir_Assign_op(r, id).v)
            pt_print_puts(p, str(p, pt_rir_Assign_op(r, id)));
        pt_print_puts(p, "=");
        pt_print_value(p, pt_rir_Assign_value(r, id), indent, after);
        break;
    default: print_simple(p, id, indent, after); break;
    }
}
