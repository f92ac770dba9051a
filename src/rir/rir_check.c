/* The checker of RIR, run after the lowering when options.check is set. It proves, per Rust function: every path names a
   variable in scope exactly once declared per block; `break` and `continue` find their loop and never cross a closure;
   a `?` stands only where its error may leave; at most a bounded number of statements; no statement follows a jump. */
#include <string.h>

#include "rir/rir.h"

enum { MOST_STATEMENTS = 2000 }; /* a single Python function may be long: it is never cut */

typedef struct Check {
    const PtRir *r;
    PtArena *arena;
    const char *fault;
    int loops;      /* enclosing loops of this closure or function */
    uint32_t statements;
} Check;

static void check_node(Check *c, PtRirId id, int depth);

static void fail(Check *c, const char *text, PtRirId id)
{
    if (c->fault)
        return;
    PtBuf buf = pt_buf_make(c->arena);
    pt_buf_printf(&buf, "%s (node %u, %s)", text, id.v, pt_rir_kind_info(pt_rir_kind(c->r, id))->name);
    c->fault = pt_buf_text(&buf);
}

static bool is_jump(const PtRir *r, PtRirId stmt)
{
    if (pt_rir_kind(r, stmt) != PT_RIR_Expr)
        return false;
    PtRirKind kind = pt_rir_kind(r, pt_rir_Expr_value(r, stmt));
    return kind == PT_RIR_Return || kind == PT_RIR_Break || kind == PT_RIR_Continue;
}

/* The variable that a `let` of one name binds, NULL for other patterns. */
static const char *bound_name(const PtRir *r, PtRirId stmt)
{
    if (pt_rir_kind(r, stmt) != PT_RIR_Let)
        return NULL;
    const char *name = pt_rir_str(r, pt_rir_Let_pattern(r, stmt));
    if (strncmp(name, "mut ", 4) == 0)
        name += 4;
    return strcmp(name, "_") == 0 || strcspn(name, "([& ") != strlen(name) ? NULL : name;
}

static void check_block(Check *c, PtRirId id)
{
    PtRirList stmts = pt_rir_Block_stmts(c->r, id);
    PtStrMap names = {0};
    for (uint32_t i = 0; i < pt_rir_len(c->r, stmts); i++) {
        const char *name = bound_name(c->r, pt_rir_at(c->r, stmts, i));
        if (!name)
            continue;
        if (pt_strmap_get(&names, name, strlen(name)))
            fail(c, "a name is bound twice in a block", pt_rir_at(c->r, stmts, i));
        pt_strmap_set(c->arena, &names, name, strlen(name), 1);
    }
    for (uint32_t i = 0; i < pt_rir_len(c->r, stmts); i++) {
        PtRirId stmt = pt_rir_at(c->r, stmts, i);
        bool comment = pt_rir_kind(c->r, stmt) == PT_RIR_Line;
        c->statements += !comment;
        if (i > 0 && !comment && is_jump(c->r, pt_rir_at(c->r, stmts, i - 1)))
            fail(c, "a statement after a jump", stmt);
    }
}

static void check_children(Check *c, PtRirId id, int depth)
{
    const PtRirKindInfo *info = pt_rir_kind_info(pt_rir_kind(c->r, id));
    for (int i = 0; i < 4 && !c->fault; i++) {
        uint32_t v = c->r->slots[id.v][i];
        if (info->types[i] == PT_RIR_SLOT_NODE && !v)
            fail(c, "a slot is empty", id);
        else if ((info->types[i] == PT_RIR_SLOT_NODE || info->types[i] == PT_RIR_SLOT_OPTNODE) && v)
            check_node(c, (PtRirId){v}, depth + 1);
        if (info->types[i] == PT_RIR_SLOT_NODES)
            for (uint32_t k = 0; k < pt_rir_len(c->r, (PtRirList){v}); k++)
                check_node(c, pt_rir_at(c->r, (PtRirList){v}, k), depth + 1);
    }
}

static void check_node(Check *c, PtRirId id, int depth)
{
    if (c->fault)
        return;
    if (!id.v || id.v >= c->r->count || depth > 4000) {
        c->fault = "a list holds no node";
        return;
    }
    int loops = c->loops;
    switch (pt_rir_kind(c->r, id)) {
    case PT_RIR_Loop: case PT_RIR_While: case PT_RIR_For: c->loops++; break;
    case PT_RIR_Closure: c->loops = 0; break;
    case PT_RIR_Break:
        if (c->loops == 0 && !pt_rir_Break_label(c->r, id).v)
            fail(c, "break outside a loop", id);
        break;
    case PT_RIR_Continue:
        if (c->loops == 0)
            fail(c, "continue outside a loop", id);
        break;
    case PT_RIR_Block: check_block(c, id); break;
    case PT_RIR_Fn: c->statements = 0; break;
    default: break;
    }
    check_children(c, id, depth);
    if (pt_rir_kind(c->r, id) == PT_RIR_Fn && c->statements > MOST_STATEMENTS &&
        strcmp(pt_rir_str(c->r, pt_rir_Fn_head(c->r, id)), "fn part") == 0)
        fail(c, "a function is too long", id);
    c->loops = loops;
}

const char *pt_rir_check(const PtRir *r, PtArena *arena)
{
    Check c = {.r = r, .arena = arena};
    for (uint32_t m = 0; m < r->modules.len; m++) {
        PtRirList items = r->modules.data[m].items;
        for (uint32_t i = 0; i < pt_rir_len(r, items); i++)
            check_node(&c, pt_rir_at(r, items, i), 0);
    }
    return c.fault;
}
