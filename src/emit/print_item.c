/* Printing statements and items. */
#include "emit/print_internal.h"

static const char *str(const PtPrint *p, PtNameId name)
{
    return pt_rir_str(p->r, name);
}

/* Notes where the Rust line that begins here comes from. */
static void mark(PtPrint *p, PtRirId id)
{
    PtSpan span = pt_rir_span(p->r, id);
    if (!p->map || !span.file)
        return;
    if (p->map->len > 0 && pt_vec_last(p->map).file == p->file && pt_vec_last(p->map).line == p->line)
        return;
    pt_vec_push(p->arena, p->map, (PtLineMap){p->file, p->line, span});
}

static void print_let(PtPrint *p, PtRirId id, int indent)
{
    const PtRir *r = p->r;
    pt_print_puts(p, "let ");
    pt_print_puts(p, str(p, pt_rir_Let_pattern(r, id)));
    if (pt_rir_Let_type(r, id).v) {
        pt_print_puts(p, ": ");
        pt_print_puts(p, str(p, pt_rir_Let_type(r, id)));
    }
    PtRirId init = pt_rir_Let_init(r, id);
    if (init.v) {
        pt_print_puts(p, " =");
        pt_print_value(p, init, indent, 1);
    }
    pt_print_puts(p, ";");
}

void pt_print_block(PtPrint *p, PtRirId block, int indent)
{
    const PtRir *r = p->r;
    PtRirList stmts = pt_rir_Block_stmts(r, block);
    PtRirId tail = pt_rir_Block_tail(r, block);
    if (pt_rir_len(r, stmts) == 0 && !tail.v) {
        pt_print_puts(p, "{}");
        return;
    }
    pt_print_puts(p, "{");
    if (pt_rir_len(r, stmts) > 0) {
        pt_print_newline(p, indent + 4);
        pt_print_items(p, stmts, indent + 4);
    }
    if (tail.v) {
        pt_print_newline(p, indent + 4);
        mark(p, tail);
        p->tail = true;
        pt_print_expr(p, tail, indent + 4, 0);
    }
    pt_print_newline(p, indent);
    pt_print_puts(p, "}");
}

static void print_fn(PtPrint *p, PtRirId id, int indent)
{
    const PtRir *r = p->r;
    PtRirList params = pt_rir_Fn_params(r, id);
    PtNameId ret = pt_rir_Fn_ret(r, id);
    pt_print_puts(p, str(p, pt_rir_Fn_head(r, id)));
    pt_print_puts(p, "(");
    int rest = 3 + (ret.v ? 4 + (int)pt_intern_len(r->names, ret) : 0);
    bool one_line = pt_print_column(p) + (int)pt_print_list_width(p, params) + rest <= PT_PRINT_WIDTH;
    for (uint32_t i = 0; i < pt_rir_len(r, params); i++) {
        if (!one_line)
            pt_print_newline(p, indent + 4);
        else if (i > 0)
            pt_print_puts(p, ", ");
        pt_print_expr(p, pt_rir_at(r, params, i), indent, 0);
        if (!one_line)
            pt_print_puts(p, ",");
    }
    if (!one_line)
        pt_print_newline(p, indent);
    pt_print_puts(p, ")");
    if (ret.v) {
        pt_print_puts(p, " -> ");
        pt_print_puts(p, str(p, ret));
    }
    pt_print_puts(p, " ");
    pt_print_block(p, pt_rir_Fn_body(r, id), indent);
}

void pt_print_item(PtPrint *p, PtRirId id, int indent)
{
    const PtRir *r = p->r;
    mark(p, id);
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Let: print_let(p, id, indent); break;
    case PT_RIR_Expr: {
        PtRirId value = pt_rir_Expr_value(r, id);
        pt_print_expr(p, value, indent, 1);
        if (!pt_rir_is_block_like(r, value))
            pt_print_puts(p, ";");
        break;
    }
    case PT_RIR_Line: pt_print_puts(p, str(p, pt_rir_Line_text(r, id))); break;
    case PT_RIR_Fn: print_fn(p, id, indent); break;
    case PT_RIR_Raw: pt_print_puts(p, str(p, pt_rir_Raw_text(r, id))); break;
    case PT_RIR_Row: pt_print_puts(p, str(p, pt_rir_Row_text(r, id))); break;
    case PT_RIR_Braced:
        pt_print_puts(p, str(p, pt_rir_Braced_head(r, id)));
        pt_print_puts(p, " {");
        if (pt_rir_len(r, pt_rir_Braced_items(r, id)) > 0) {
            pt_print_newline(p, indent + 4);
            pt_print_items(p, pt_rir_Braced_items(r, id), indent + 4);
            pt_print_newline(p, indent);
        }
        pt_print_puts(p, "}");
        break;
    case PT_RIR_Static:
        pt_print_puts(p, str(p, pt_rir_Static_head(r, id)));
        pt_print_puts(p, ": ");
        pt_print_puts(p, str(p, pt_rir_Static_type(r, id)));
        pt_print_puts(p, " = ");
        pt_print_expr(p, pt_rir_Static_init(r, id), indent, 1);
        pt_print_puts(p, ";");
        break;
    default: pt_print_expr(p, id, indent, 0); break;
    }
}

/* Comments and attributes stay with what they stand before. */
static bool is_prefix(const PtRir *r, PtRirId id)
{
    PtRirKind kind = pt_rir_kind(r, id);
    if (kind == PT_RIR_Line)
        return pt_rir_Line_text(r, id).v != 0;
    const char *text = kind == PT_RIR_Raw ? pt_rir_str(r, pt_rir_Raw_text(r, id)) : "";
    return text[0] == '#' && text[1] == '[';
}

/* An empty line goes around functions, impls and the like, before their comments. */
static bool is_tall(const PtRir *r, PtRirId id)
{
    PtRirKind kind = pt_rir_kind(r, id);
    return kind == PT_RIR_Fn || kind == PT_RIR_Braced;
}

void pt_print_items(PtPrint *p, PtRirList items, int indent)
{
    const PtRir *r = p->r;
    uint32_t len = pt_rir_len(r, items);
    for (uint32_t i = 0; i < len; i++) {
        PtRirId item = pt_rir_at(r, items, i);
        if (i > 0) {
            PtRirId before = pt_rir_at(r, items, i - 1);
            /* A comment belongs to what follows it. */
            uint32_t owner = i;
            while (owner + 1 < len && is_prefix(r, pt_rir_at(r, items, owner)))
                owner++;
            bool was_line = is_prefix(r, before);
            bool empty = pt_rir_kind(r, item) == PT_RIR_Line && !pt_rir_Line_text(r, item).v;
            bool after_empty = pt_rir_kind(r, before) == PT_RIR_Line && !pt_rir_Line_text(r, before).v;
            if (empty || (!after_empty && (is_tall(r, before) || (is_tall(r, pt_rir_at(r, items, owner)) && !was_line))))
                pt_print_newline(p, -1);
            if (empty)
                continue;
            pt_print_newline(p, indent);
        }
        pt_print_item(p, item, indent);
    }
}
