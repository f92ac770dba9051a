/* Constants, and literals so large that they become static tables. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rir/rir_lower.h"

/* The shortest digits that read back as the same number, as a Rust float literal. */
static const char *float_text(PtGen *g, double f)
{
    char buf[64];
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(buf, sizeof buf, "%.*g", digits, f);
        if (strtod(buf, NULL) == f)
            break;
    }
    char *e = strchr(buf, 'e');
    if (e) {
        char mantissa[64];
        snprintf(mantissa, sizeof mantissa, "%.*s", (int)(e - buf), buf);
        return pt_rs_text(g, "%se%d", mantissa, atoi(e + 1));
    }
    return strchr(buf, '.') ? pt_rs_text(g, "%s", buf) : pt_rs_text(g, "%s.0", buf);
}

static const char *float_expr(PtGen *g, double f)
{
    static const double famous[] = {3.14159265, 2.71828182, 1.41421356, 0.69314718, 2.30258509, 0.70710678, 1.57079632,
                                    0.31830988, 0.43429448, 1.44269504, 6.28318530, 0.78539816, 1.04719755, 0.52359877,
                                    0.39269908, 0.63661977, 1.12837916, 3.32192809, 0.30102999};
    for (size_t i = 0; i < sizeof famous / sizeof *famous; i++)
        g->allow_approx |= fabs(f - famous[i]) < 0.01;
    if (isinf(f))
        return f > 0 ? "f64::INFINITY" : "f64::NEG_INFINITY";
    return float_text(g, f);
}

/* Bytes as a Rust byte string literal. */
static PtRirId bytes_lit(PtGen *g, const char *text, uint32_t len)
{
    PtBuf buf = pt_buf_make(g->arena);
    pt_buf_puts(&buf, "b\"");
    for (uint32_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\')
            pt_buf_printf(&buf, "\\%c", c);
        else if (c >= 0x20 && c < 0x7F)
            pt_buf_putc(&buf, (char)c);
        else
            pt_buf_printf(&buf, "\\x%02x", c);
    }
    pt_buf_putc(&buf, '"');
    return pt_rs_lit(g, pt_buf_text(&buf));
}

/* Lone surrogates are three bytes that are no UTF-8. */
static bool has_surrogate(const PtHirConst *c)
{
    for (uint32_t i = 0; i + 1 < c->len; i++)
        if ((unsigned char)c->text[i] == 0xED && (unsigned char)c->text[i + 1] >= 0xA0)
            return true;
    return false;
}

PtRirId pt_const_expr(PtGen *g, PtHirConstId constant, PtRirForm *form)
{
    const PtHirConst *c = pt_hir_const(g->h, constant);
    *form = PT_FORM_OWNED;
    switch (c->kind) {
    case PT_HIR_CONST_TRUE: *form = PT_FORM_BOOL; return pt_rs_lit(g, "true");
    case PT_HIR_CONST_FALSE: *form = PT_FORM_BOOL; return pt_rs_lit(g, "false");
    case PT_HIR_CONST_ELLIPSIS: return pt_rs_path(g, pt_rs_text(g, "%s::Ellipsis", pt_name_py(g, "Value")));
    case PT_HIR_CONST_INT:
        return pt_rs_call(g, pt_rs_text(g, "%s::Int", pt_name_py(g, "Value")), 1,
                          c->i == INT64_MIN ? pt_rs_path(g, "i64::MIN") : pt_rs_lit(g, pt_rs_text(g, "%lld", (long long)c->i)));
    case PT_HIR_CONST_BIGINT: return pt_rs_call(g, "py::big", 1, pt_rs_str_lit(g, c->text, strlen(c->text)));
    case PT_HIR_CONST_FLOAT:
        return pt_rs_call(g, pt_rs_text(g, "%s::Float", pt_name_py(g, "Value")), 1, pt_rs_lit(g, float_expr(g, c->f)));
    case PT_HIR_CONST_COMPLEX: return pt_rs_call(g, "py::imaginary", 1, pt_rs_lit(g, float_expr(g, c->f)));
    case PT_HIR_CONST_BYTES: return pt_rs_call(g, "py::bytes", 1, bytes_lit(g, c->text, c->len));
    case PT_HIR_CONST_STR: {
        if (has_surrogate(c))
            return pt_rs_call(g, "py::wtf8", 1, bytes_lit(g, c->text, c->len));
        PtRirId text = pt_rs_str_lit(g, c->text, c->len);
        return pt_rir_add(g->r, PT_RIR_Macro, g->span, pt_rir_text(g->r, pt_name_py(g, "lit")).v,
                          pt_rir_list(g->r, &text, 1).v, 0, 0);
    }
    default: return pt_rs_path(g, pt_rs_text(g, "%s::None", pt_name_py(g, "Value")));
    }
}

PtRirId pt_const_printed(PtGen *g, PtHirConstId constant)
{
    const PtHirConst *c = pt_hir_const(g->h, constant);
    switch (c->kind) {
    case PT_HIR_CONST_NONE: return pt_rs_lit(g, "\"None\"");
    case PT_HIR_CONST_TRUE: return pt_rs_lit(g, "\"True\"");
    case PT_HIR_CONST_FALSE: return pt_rs_lit(g, "\"False\"");
    case PT_HIR_CONST_INT: return pt_rs_lit(g, pt_rs_text(g, "\"%lld\"", (long long)c->i));
    case PT_HIR_CONST_STR: return has_surrogate(c) ? (PtRirId){0} : pt_rs_str_lit(g, c->text, c->len);
    default: return (PtRirId){0};
    }
}

/* A number as a Rust literal; one that is no i32 says its type. */
static PtRirId int_lit(PtGen *g, int64_t i)
{
    if (i == INT64_MIN)
        return pt_rs_path(g, "i64::MIN");
    return pt_rs_lit(g, pt_rs_text(g, i < INT32_MIN || i > INT32_MAX ? "%lld_i64" : "%lld", (long long)i));
}

PtRirId pt_const_scalar(PtGen *g, PtHirConstId constant, bool negative, PtRirForm *form)
{
    const PtHirConst *c = pt_hir_const(g->h, constant);
    if (c->kind == PT_HIR_CONST_INT) {
        *form = PT_FORM_I64;
        return int_lit(g, negative ? -c->i : c->i);
    }
    if (c->kind == PT_HIR_CONST_FLOAT && isfinite(c->f)) {
        *form = PT_FORM_F64;
        return pt_rs_lit(g, negative ? pt_rs_text(g, "-%s", float_expr(g, c->f)) : float_expr(g, c->f));
    }
    return (PtRirId){0};
}

void pt_rir_const(PtGen *g, PtHirId id)
{
    PtRirForm form;
    PtRirId scalar = pt_const_scalar(g, pt_hir_Const_value(g->h, id), false, &form);
    if (scalar.v) {
        pt_val_define_free(g, id, scalar, form);
        return;
    }
    PtRirId expr = pt_const_expr(g, pt_hir_Const_value(g->h, id), &form);
    pt_val_define_free(g, id, expr, form);
}

/* ---- tables ---- */

enum { TABLE_LEAST = 64 };

static PtHirList items_of(const PtHir *h, PtHirId id)
{
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_BuildTuple: return pt_hir_BuildTuple_items(h, id);
    case PT_HIR_BuildList: return pt_hir_BuildList_items(h, id);
    case PT_HIR_BuildSet: return pt_hir_BuildSet_items(h, id);
    case PT_HIR_BuildDict: return pt_hir_BuildDict_items(h, id);
    default: return (PtHirList){0};
    }
}

/* Only constants and displays of them, each used once, here. */
static bool is_constant_tree(PtGen *g, PtHirId id, int depth)
{
    const PtHir *h = g->h;
    if (!id.v || depth > 20)
        return false;
    PtHirKind kind = pt_hir_kind(h, id);
    if (kind == PT_HIR_Const) {
        PtHirConstKind c = pt_hir_const(h, pt_hir_Const_value(h, id))->kind;
        return c != PT_HIR_CONST_BIGINT && c != PT_HIR_CONST_COMPLEX && c != PT_HIR_CONST_BYTES &&
               !(c == PT_HIR_CONST_STR && has_surrogate(pt_hir_const(h, pt_hir_Const_value(h, id))));
    }
    if (kind != PT_HIR_BuildTuple && kind != PT_HIR_BuildList && kind != PT_HIR_BuildSet && kind != PT_HIR_BuildDict)
        return false;
    if (depth > 0 && !g->inlinable[id.v])
        return false;
    PtHirList list = items_of(h, id);
    for (uint32_t i = 0; i < pt_hir_len(h, list); i++)
        if (!is_constant_tree(g, pt_hir_at(h, list, i), depth + 1))
            return false;
    return true;
}

static uint32_t tree_size(PtGen *g, PtHirId id)
{
    PtHirList list = items_of(g->h, id);
    uint32_t size = 1;
    for (uint32_t i = 0; i < pt_hir_len(g->h, list); i++)
        size += tree_size(g, pt_hir_at(g->h, list, i));
    return size;
}

static PtRirId table_row(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    const char *type = pt_name_py(g, "Const");
    PtHirKind kind = pt_hir_kind(h, id);
    if (kind == PT_HIR_Const) {
        const PtHirConst *c = pt_hir_const(h, pt_hir_Const_value(h, id));
        switch (c->kind) {
        case PT_HIR_CONST_TRUE: case PT_HIR_CONST_FALSE:
            return pt_rs_call(g, "Const::Bool", 1, pt_rs_lit(g, c->kind == PT_HIR_CONST_TRUE ? "true" : "false"));
        case PT_HIR_CONST_INT:
            return pt_rs_call(g, "Const::Int", 1,
                              c->i == INT64_MIN ? pt_rs_path(g, "i64::MIN") : pt_rs_lit(g, pt_rs_text(g, "%lld", (long long)c->i)));
        case PT_HIR_CONST_FLOAT: return pt_rs_call(g, "Const::Float", 1, pt_rs_lit(g, float_expr(g, c->f)));
        case PT_HIR_CONST_STR: return pt_rs_call(g, "Const::Str", 1, pt_rs_str_lit(g, c->text, c->len));
        case PT_HIR_CONST_ELLIPSIS: return pt_rs_path(g, "Const::Ellipsis");
        default: return pt_rs_path(g, "Const::None");
        }
    }
    PtRirVec rows = {0};
    PtHirList list = items_of(h, id);
    for (uint32_t i = 0; i < pt_hir_len(h, list); i++)
        pt_vec_push(g->arena, &rows, table_row(g, pt_hir_at(h, list, i)));
    const char *shape = kind == PT_HIR_BuildTuple ? "Tuple" : kind == PT_HIR_BuildList ? "List" :
                        kind == PT_HIR_BuildSet ? "Set" : "Dict";
    return pt_rs_call(g, pt_rs_text(g, "%s::%s", type, shape), 1, pt_rs_ref(g, pt_rs_array(g, &rows)));
}

static void drop_tree(PtGen *g, PtHirId id)
{
    PtHirList list = items_of(g->h, id);
    for (uint32_t i = 0; i < pt_hir_len(g->h, list); i++) {
        g->dead[pt_hir_at(g->h, list, i).v] = true;
        drop_tree(g, pt_hir_at(g->h, list, i));
    }
}

void pt_rir_mark_tables(PtGen *g)
{
    for (uint32_t i = g->order.len; i-- > 0;) {
        PtHirId id = g->order.data[i];
        if (g->dead[id.v] || pt_hir_len(g->h, items_of(g->h, id)) == 0 || !is_constant_tree(g, id, 0) ||
            tree_size(g, id) <= TABLE_LEAST)
            continue;
        g->table[id.v] = true;
        drop_tree(g, id);
    }
}

void pt_rir_table(PtGen *g, PtHirId id)
{
    PtRirId row = table_row(g, id);
    const char *name = pt_rir_str(g->r, pt_name_take(g, &g->items[g->module.v], "TABLE"));
    PtRirId item = pt_rir_add(g->r, PT_RIR_Static, g->span, pt_rir_text(g->r, pt_rs_text(g, "static %s", name)).v,
                              pt_rir_text(g->r, "Const").v, row.v, 0);
    pt_vec_push(g->arena, &g->out, item);
    pt_val_define(g, id, pt_rs_try(g, pt_rs_method(g, pt_rs_path(g, name), "value", 0)), PT_FORM_OWNED);
}
