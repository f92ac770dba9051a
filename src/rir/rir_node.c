/* Short ways to write RIR trees. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "rir/rir_lower.h"

const char *pt_rs_text(PtGen *g, const char *fmt, ...)
{
    PtBuf buf = pt_buf_make(g->arena);
    va_list args;
    va_start(args, fmt);
    pt_buf_vprintf(&buf, fmt, args);
    va_end(args);
    return pt_buf_text(&buf);
}

static PtRirId add(PtGen *g, PtRirKind kind, uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
    return pt_rir_add(g->r, kind, g->span, a, b, c, d);
}

static uint32_t text(PtGen *g, const char *s)
{
    return pt_rir_text(g->r, s).v;
}

static uint32_t list(PtGen *g, const PtRirVec *ids)
{
    return pt_rir_list(g->r, ids->data, ids->len).v;
}

PtRirId pt_rs_path(PtGen *g, const char *s)
{
    return add(g, PT_RIR_Path, text(g, s), 0, 0, 0);
}

PtRirId pt_rs_lit(PtGen *g, const char *s)
{
    return add(g, PT_RIR_Lit, text(g, s), 0, 0, 0);
}

PtRirId pt_rs_ref(PtGen *g, PtRirId inner)
{
    return add(g, PT_RIR_Ref, inner.v, 0, 0, 0);
}

PtRirId pt_rs_deref(PtGen *g, PtRirId variable)
{
    return pt_rs_path(g, pt_rs_text(g, "*%s", pt_rir_str(g->r, pt_rir_Path_text(g->r, variable))));
}

PtRirId pt_rs_field(PtGen *g, PtRirId variable, uint32_t index)
{
    return pt_rs_path(g, pt_rs_text(g, "%s.%u", pt_rir_str(g->r, pt_rir_Path_text(g->r, variable)), index));
}

/* `(a, b)`; one item needs its comma, which the printer writes. */
PtRirId pt_rs_tuple(PtGen *g, const PtRirVec *items)
{
    return add(g, PT_RIR_Tuple, list(g, items), 0, 0, 0);
}

PtRirId pt_rs_not(PtGen *g, PtRirId inner)
{
    if (pt_rir_kind(g->r, inner) == PT_RIR_Not)
        return pt_rir_Not_inner(g->r, inner);
    if (pt_rir_kind(g->r, inner) == PT_RIR_Lit) {
        const char *s = pt_rir_str(g->r, pt_rir_Lit_text(g->r, inner));
        if (strcmp(s, "true") == 0)
            return pt_rs_lit(g, "false");
        if (strcmp(s, "false") == 0)
            return pt_rs_lit(g, "true");
    }
    return add(g, PT_RIR_Not, inner.v, 0, 0, 0);
}

PtRirId pt_rs_try(PtGen *g, PtRirId inner)
{
    return add(g, PT_RIR_Try, inner.v, 0, 0, 0);
}

PtRirId pt_rs_await(PtGen *g, PtRirId inner)
{
    return add(g, PT_RIR_Await, inner.v, 0, 0, 0);
}

PtRirId pt_rs_call(PtGen *g, const char *path, int n, ...)
{
    PtRirVec args = {0};
    va_list va;
    va_start(va, n);
    for (int i = 0; i < n; i++)
        pt_vec_push(g->arena, &args, va_arg(va, PtRirId));
    va_end(va);
    return pt_rs_call_list(g, pt_rs_path(g, path), &args);
}

PtRirId pt_rs_call_list(PtGen *g, PtRirId function, const PtRirVec *args)
{
    return add(g, PT_RIR_Call, function.v, list(g, args), 0, 0);
}

PtRirId pt_rs_method(PtGen *g, PtRirId receiver, const char *name, int n, ...)
{
    PtRirVec args = {0};
    va_list va;
    va_start(va, n);
    for (int i = 0; i < n; i++)
        pt_vec_push(g->arena, &args, va_arg(va, PtRirId));
    va_end(va);
    return pt_rs_method_list(g, receiver, name, &args);
}

PtRirId pt_rs_method_list(PtGen *g, PtRirId receiver, const char *name, const PtRirVec *args)
{
    return add(g, PT_RIR_Method, receiver.v, text(g, name), list(g, args), 0);
}

PtRirId pt_rs_binary(PtGen *g, const char *op, PtRirId left, PtRirId right)
{
    return add(g, PT_RIR_Binary, text(g, op), left.v, right.v, 0);
}

PtRirId pt_rs_array(PtGen *g, const PtRirVec *items)
{
    return add(g, PT_RIR_Array, list(g, items), 0, 0, 0);
}

PtRirId pt_rs_vec_macro(PtGen *g, const PtRirVec *items)
{
    if (items->len == 0)
        return pt_rs_call(g, "Vec::new", 0);
    return add(g, PT_RIR_Macro, text(g, "vec"), list(g, items), 1, 0);
}

/* A Rust string literal of UTF-8 text. */
PtRirId pt_rs_str_lit(PtGen *g, const char *s, size_t len)
{
    PtBuf buf = pt_buf_make(g->arena);
    pt_buf_putc(&buf, '"');
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c == '"' || c == '\\')
            pt_buf_printf(&buf, "\\%c", c);
        else if (c == '\n')
            pt_buf_puts(&buf, "\\n");
        else if (c == '\t')
            pt_buf_puts(&buf, "\\t");
        else if (c == '\r')
            pt_buf_puts(&buf, "\\r");
        else if (c < 0x20 || c == 0x7F)
            pt_buf_printf(&buf, "\\x%02x", c);
        else if (c >= 0xE2 && i + 2 < len && c == 0xE2 &&
                 ((unsigned char)s[i + 1] == 0x80 || (unsigned char)s[i + 1] == 0x81)) {
            /* General punctuation holds the invisible and the direction-changing characters: always escaped. */
            unsigned code = ((c & 0x0Fu) << 12) | ((s[i + 1] & 0x3Fu) << 6) | (s[i + 2] & 0x3Fu);
            pt_buf_printf(&buf, "\\u{%x}", code);
            i += 2;
        } else
            pt_buf_putc(&buf, (char)c);
    }
    pt_buf_putc(&buf, '"');
    return pt_rs_lit(g, pt_buf_text(&buf));
}

PtRirId pt_rs_block(PtGen *g, const PtFrame *frame, PtRirId tail)
{
    return add(g, PT_RIR_Block, list(g, &frame->stmts), tail.v, 0, 0);
}

PtRirId pt_rs_if(PtGen *g, PtRirId cond, PtRirId then, PtRirId orelse)
{
    return add(g, PT_RIR_If, cond.v, then.v, orelse.v, 0);
}

PtRirId pt_rs_arm(PtGen *g, const char *pattern, PtRirId guard, PtRirId body)
{
    return add(g, PT_RIR_Arm, text(g, pattern), guard.v, body.v, 0);
}

PtRirId pt_rs_closure(PtGen *g, const char *params, PtRirId body)
{
    return add(g, PT_RIR_Closure, text(g, params), body.v, 0, 0);
}

PtRirId pt_rs_return(PtGen *g, PtRirId value)
{
    return add(g, PT_RIR_Return, value.v, 0, 0, 0);
}

/* `Ok(value)`; an `Ok(e?)` is `e`. */
PtRirId pt_rs_ok(PtGen *g, PtRirId value)
{
    if (pt_rir_kind(g->r, value) == PT_RIR_Try)
        return pt_rir_Try_inner(g->r, value);
    return pt_rs_call(g, "Ok", 1, value);
}

PtRirId pt_rs_unreachable(PtGen *g)
{
    return add(g, PT_RIR_Macro, text(g, "unreachable"), 0, 0, 0);
}

void pt_rs_add_let(PtGen *g, const char *pattern, PtRirId init)
{
    pt_vec_push(g->arena, &g->frame->stmts, add(g, PT_RIR_Let, text(g, pattern), 0, init.v, 0));
}

void pt_rs_add_expr(PtGen *g, PtRirId expr)
{
    pt_vec_push(g->arena, &g->frame->stmts, add(g, PT_RIR_Expr, expr.v, 0, 0, 0));
}

void pt_rs_add_raw(PtGen *g, PtRirVec *items, const char *s)
{
    pt_vec_push(g->arena, items, add(g, PT_RIR_Raw, text(g, s), 0, 0, 0));
}

static void add_line(PtGen *g, PtRirVec *items, const char *prefix, const char *s, size_t len)
{
    while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == '\t' || s[len - 1] == '\r'))
        len--;
    char *line = pt_arena_copy(g->arena, s, len);
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)line[i] < 0x20 && line[i] != '\t')
            line[i] = ' ';
    const char *all = len > 0 ? pt_rs_text(g, "%s %s", prefix, line) : prefix;
    pt_vec_push(g->arena, items, add(g, PT_RIR_Line, text(g, all), 0, 0, 0));
}

static size_t indentation(const char *s, size_t len)
{
    size_t n = 0;
    while (n < len && (s[n] == ' ' || s[n] == '\t'))
        n++;
    return n;
}

/* The docstring as doc comments: dedented as inspect.cleandoc does, empty lines at both ends dropped. */
void pt_rs_add_docs(PtGen *g, PtRirVec *items, const char *prefix, PtHirConstId docstring)
{
    if (!docstring.v)
        return;
    const PtHirConst *c = pt_hir_const(g->h, docstring);
    if (c->kind != PT_HIR_CONST_STR)
        return;
    const char *end = c->text + c->len;
    size_t margin = SIZE_MAX;
    for (const char *s = memchr(c->text, '\n', c->len); s; s = memchr(s, '\n', (size_t)(end - s))) {
        s++;
        const char *stop = memchr(s, '\n', (size_t)(end - s));
        size_t len = (size_t)((stop ? stop : end) - s), indent = indentation(s, len);
        if (indent < len && indent < margin)
            margin = indent;
    }
    uint32_t kept = items->len, filled = items->len;
    bool fenced = false;
    for (const char *s = c->text; s <= end;) {
        const char *stop = memchr(s, '\n', (size_t)(end - s));
        size_t len = (size_t)((stop ? stop : end) - s), indent = indentation(s, len);
        size_t cut = s == c->text || margin > indent ? indent : margin;
        /* Doctests go into a code block. */
        bool prompt = len - indent >= 3 && strncmp(s + indent, ">>>", 3) == 0;
        if (prompt && !fenced)
            add_line(g, items, prefix, "```text", 7);
        if (fenced && indent == len) {
            add_line(g, items, prefix, "```", 3);
            filled = items->len;
        }
        fenced = (fenced || prompt) && indent < len;
        if (items->len > kept || indent < len)
            add_line(g, items, prefix, s + cut, len - cut);
        if (indent < len)
            filled = items->len;
        if (!stop)
            break;
        s = stop + 1;
    }
    items->len = filled;
    if (fenced)
        add_line(g, items, prefix, "```", 3);
}

static bool ends_in_return(PtGen *g, PtRirId id, int depth);

static bool block_ends(PtGen *g, PtRirId block, int depth)
{
    const PtRir *r = g->r;
    if (pt_rir_kind(r, block) != PT_RIR_Block)
        return ends_in_return(g, block, depth);
    PtRirList stmts = pt_rir_Block_stmts(r, block);
    uint32_t len = pt_rir_len(r, stmts);
    if (pt_rir_Block_tail(r, block).v || pt_rir_Block_label(r, block).v || len == 0)
        return false;
    PtRirId last = pt_rir_at(r, stmts, len - 1);
    return pt_rir_kind(r, last) == PT_RIR_Expr && ends_in_return(g, pt_rir_Expr_value(r, last), depth);
}

/* True for `return`, and for branches that all end in one. */
static bool ends_in_return(PtGen *g, PtRirId id, int depth)
{
    const PtRir *r = g->r;
    if (depth > 60)
        return false;
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Return: return pt_rir_Return_value(r, id).v != 0;
    case PT_RIR_If:
        return pt_rir_If_orelse(r, id).v && block_ends(g, pt_rir_If_then(r, id), depth + 1) &&
               block_ends(g, pt_rir_If_orelse(r, id), depth + 1);
    case PT_RIR_Match: {
        PtRirList arms = pt_rir_Match_arms(r, id);
        for (uint32_t i = 0; i < pt_rir_len(r, arms); i++) {
            PtRirId body = pt_rir_Arm_body(r, pt_rir_at(r, arms, i));
            bool never = pt_rir_kind(r, body) == PT_RIR_Macro;
            if (!never && !block_ends(g, body, depth + 1))
                return false;
        }
        return true;
    }
    default: return false;
    }
}

static PtRirId as_tail(PtGen *g, PtRirId id);

static PtRirId block_as_tail(PtGen *g, PtRirId block)
{
    if (pt_rir_kind(g->r, block) != PT_RIR_Block)
        return as_tail(g, block);
    PtRirList stmts = pt_rir_Block_stmts(g->r, block);
    uint32_t len = pt_rir_len(g->r, stmts);
    PtRirVec kept = {0};
    for (uint32_t i = 0; i + 1 < len; i++)
        pt_vec_push(g->arena, &kept, pt_rir_at(g->r, stmts, i));
    PtRirId tail = as_tail(g, pt_rir_Expr_value(g->r, pt_rir_at(g->r, stmts, len - 1)));
    return add(g, PT_RIR_Block, list(g, &kept), tail.v, 0, 0);
}

static PtRirId as_tail(PtGen *g, PtRirId id)
{
    PtRir *r = g->r;
    switch (pt_rir_kind(r, id)) {
    case PT_RIR_Return: return pt_rir_Return_value(r, id);
    case PT_RIR_If: {
        PtRirId then = block_as_tail(g, pt_rir_If_then(r, id));
        return pt_rs_if(g, pt_rir_If_cond(r, id), then, block_as_tail(g, pt_rir_If_orelse(r, id)));
    }
    case PT_RIR_Match: {
        PtRirVec arms = {0};
        PtRirList old = pt_rir_Match_arms(r, id);
        for (uint32_t i = 0; i < pt_rir_len(r, old); i++) {
            PtRirId arm = pt_rir_at(r, old, i), body = pt_rir_Arm_body(r, arm);
            if (pt_rir_kind(r, body) != PT_RIR_Macro) {
                body = block_as_tail(g, body);
                if (pt_rir_kind(r, body) == PT_RIR_Block && pt_rir_len(r, pt_rir_Block_stmts(r, body)) == 0)
                    body = pt_rir_Block_tail(r, body);
            }
            pt_vec_push(g->arena, &arms,
                        add(g, PT_RIR_Arm, pt_rir_Arm_pattern(r, arm).v, pt_rir_Arm_guard(r, arm).v, body.v, 0));
        }
        return add(g, PT_RIR_Match, pt_rir_Match_subject(r, id).v, list(g, &arms), 0, 0);
    }
    default: return id;
    }
}

PtRirId pt_rs_block_with_tail(PtGen *g, PtFrame *frame)
{
    PtRirId block = pt_rs_block(g, frame, (PtRirId){0});
    return block_ends(g, block, 0) ? block_as_tail(g, block) : block;
}
