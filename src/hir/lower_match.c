/* Lowering of match: each pattern becomes a condition over the subject; names are kept in temporaries while the pattern
   is tested and bound only when all of it has matched, before the guard. */
#include <string.h>

#include "hir/lower_internal.h"

typedef struct Capture {
    PtNameId name;
    PtSymId temp;
} Capture;
typedef PT_VEC(Capture) Captures;

static PtHirId test(PtLower *l, PtNodeId pattern, PtHirId subject, Captures *captures);

static PtHirId intrinsic(PtLower *l, PtHirIntr which, const PtWords *args, uint32_t names, uint32_t number)
{
    PtHirId id = pt_lower_emit(l, PT_HIR_Intrinsic, which, pt_lower_list(l, args).v, names, number);
    l->h->hints[id.v] = PT_HIR_HINT_MATCH;
    return id;
}

static PtHirId intrinsic1(PtLower *l, PtHirIntr which, PtHirId a, uint32_t number)
{
    PtWords args = {0};
    pt_vec_push(l->pass->scratch, &args, a.v);
    return intrinsic(l, which, &args, 0, number);
}

static PtHirId bool_const(PtLower *l, bool value)
{
    return pt_lower_const(l, pt_hir_const_simple(l->h, value ? PT_HIR_CONST_TRUE : PT_HIR_CONST_FALSE));
}

static void capture(PtLower *l, Captures *captures, PtNameId name, PtHirId value)
{
    PtSymId temp = {0};
    for (uint32_t i = 0; i < captures->len; i++)
        if (captures->data[i].name.v == name.v)
            temp = captures->data[i].temp;
    if (!temp.v) {
        temp = pt_lower_temp(l, pt_lower_text(l, name));
        pt_vec_push(l->pass->scratch, captures, (Capture){name, temp});
    }
    l->h->syms.data[temp.v].stores++;
    pt_lower_emit(l, PT_HIR_StoreLocal, temp.v, value.v, 0, 0);
}

/* A conjunction under construction: each condition becomes a value-if around what follows it, closed together at the
   end. The last condition stays open until something follows, so that a plain test needs no region at all. */
typedef struct Step {
    PtHirId region;
    PtOpenBlock block;
} Step;
typedef struct All {
    PT_VEC(Step) steps;
    PtHirId last; /* condition with nothing behind it yet */
} All;

/* What is emitted from here on runs only when all conditions so far hold. */
static void proceed(PtLower *l, All *all)
{
    if (!all->last.v)
        return;
    PtHirId region = pt_lower_if_value(l, all->last, PT_HIR_HINT_COND_AND);
    Step step = {region, pt_lower_open(l, region)};
    pt_vec_push(l->pass->scratch, &all->steps, step);
    all->last.v = 0;
}

/* Ends the conjunction: a bool. */
static PtHirId conclude(PtLower *l, All *all)
{
    PtHirId value = all->last.v ? all->last : bool_const(l, true);
    while (all->steps.len) {
        Step step = pt_vec_pop(&all->steps);
        pt_lower_result(l, value);
        pt_lower_set(l, step.region, 1, pt_lower_close(l, step.block, NULL).v);
        PtOpenBlock block = pt_lower_open(l, step.region);
        pt_lower_result(l, bool_const(l, false));
        pt_lower_set(l, step.region, 2, pt_lower_close(l, block, NULL).v);
        value = step.region;
    }
    return value;
}

static bool is_wildcard(const PtLower *l, PtNodeId pattern)
{
    return pt_ast_kind(l->ast, pattern) == PT_NODE_MatchAs && !pt_MatchAs_pattern(l->ast, pattern).v &&
           !pt_MatchAs_name(l->ast, pattern).v;
}

/* A part of a pattern: tested unless it always matches. Stands behind proceed(). */
static void require_part(PtLower *l, All *all, PtNodeId pattern, PtHirId subject, Captures *captures)
{
    if (is_wildcard(l, pattern))
        return;
    if (pt_ast_kind(l->ast, pattern) == PT_NODE_MatchAs && !pt_MatchAs_pattern(l->ast, pattern).v) {
        capture(l, captures, pt_MatchAs_name(l->ast, pattern), subject);
        return;
    }
    all->last = test(l, pattern, subject, captures);
}

/* ---- the kinds of pattern ---- */

static PtHirId test_sequence(PtLower *l, PtNodeId pattern, PtHirId subject, Captures *captures)
{
    PtNodeList items = pt_MatchSequence_patterns(l->ast, pattern);
    uint32_t star = items.len;
    for (uint32_t i = 0; i < items.len; i++)
        if (pt_ast_kind(l->ast, pt_ast_at(l->ast, items, i)) == PT_NODE_MatchStar)
            star = i;
    bool starred = star < items.len;
    All all = {0};
    all.last = intrinsic1(l, PT_HIR_INTR_MATCH_SEQUENCE, subject, 0);
    uint32_t fixed = items.len - starred;
    if (fixed || !starred) {
        proceed(l, &all);
        all.last = intrinsic1(l, starred ? PT_HIR_INTR_MATCH_LENGTH_MIN : PT_HIR_INTR_MATCH_LENGTH_IS, subject, fixed);
    }
    for (uint32_t i = 0; i < items.len; i++) {
        PtNodeId item = pt_ast_at(l->ast, items, i);
        if (i == star) {
            PtNameId name = pt_MatchStar_name(l->ast, item);
            if (!name.v)
                continue;
            proceed(l, &all);
            PtWords args = {0};
            pt_vec_push(l->pass->scratch, &args, subject.v);
            pt_vec_push(l->pass->scratch, &args, pt_lower_const(l, pt_hir_const_int(l->h, star)).v);
            pt_vec_push(l->pass->scratch, &args, pt_lower_const(l, pt_hir_const_int(l->h, items.len - star - 1)).v);
            capture(l, captures, name, intrinsic(l, PT_HIR_INTR_MATCH_REST, &args, 0, 0));
            continue;
        }
        if (is_wildcard(l, item))
            continue;
        proceed(l, &all);
        int32_t at = i < star ? (int32_t)i : (int32_t)i - (int32_t)items.len;
        require_part(l, &all, item, intrinsic1(l, PT_HIR_INTR_MATCH_ITEM, subject, (uint32_t)at), captures);
    }
    return conclude(l, &all);
}

static PtHirId is_not_none(PtLower *l, PtHirId value)
{
    return pt_lower_emit(l, PT_HIR_Compare, PT_HIR_OP_IS_NOT, value.v, pt_lower_none(l).v, 0);
}

static PtHirId tuple_item(PtLower *l, PtHirId tuple, uint32_t i)
{
    PtHirId index = pt_lower_const(l, pt_hir_const_int(l->h, i));
    return pt_lower_emit(l, PT_HIR_LoadItem, tuple.v, index.v, 0, 0);
}

static PtHirId test_mapping(PtLower *l, PtNodeId pattern, PtHirId subject, Captures *captures)
{
    PtNodeList keys = pt_MatchMapping_keys(l->ast, pattern), patterns = pt_MatchMapping_patterns(l->ast, pattern);
    PtNameId rest = pt_MatchMapping_rest(l->ast, pattern);
    All all = {0};
    all.last = intrinsic1(l, PT_HIR_INTR_MATCH_MAPPING, subject, 0);
    PtWords args = {0};
    pt_vec_push(l->pass->scratch, &args, subject.v);
    if (keys.len) {
        proceed(l, &all);
        all.last = intrinsic1(l, PT_HIR_INTR_MATCH_LENGTH_MIN, subject, keys.len);
        proceed(l, &all);
        for (uint32_t i = 0; i < keys.len; i++)
            pt_vec_push(l->pass->scratch, &args, pt_lower_expr(l, pt_ast_at(l->ast, keys, i)).v);
        PtHirId values = intrinsic(l, PT_HIR_INTR_MATCH_KEYS, &args, 0, 0);
        all.last = is_not_none(l, values);
        for (uint32_t i = 0; i < patterns.len; i++) {
            PtNodeId item = pt_ast_at(l->ast, patterns, i);
            if (is_wildcard(l, item))
                continue;
            proceed(l, &all);
            require_part(l, &all, item, tuple_item(l, values, i), captures);
        }
    }
    if (rest.v) {
        proceed(l, &all);
        capture(l, captures, rest, intrinsic(l, PT_HIR_INTR_MATCH_OTHERS, &args, 0, 0));
    }
    return conclude(l, &all);
}

static PtHirId test_class(PtLower *l, PtNodeId pattern, PtHirId subject, Captures *captures)
{
    const PtAst *ast = l->ast;
    PtNodeList positional = pt_MatchClass_patterns(ast, pattern), named = pt_MatchClass_kwd_patterns(ast, pattern);
    PtNodeList attrs = pt_MatchClass_kwd_attrs(ast, pattern);
    PtWords args = {0}, names = {0};
    PtHirId cls = pt_lower_expr(l, pt_MatchClass_cls(ast, pattern));
    pt_vec_push(l->pass->scratch, &args, subject.v);
    pt_vec_push(l->pass->scratch, &args, cls.v);
    for (uint32_t i = 0; i < attrs.len; i++)
        pt_vec_push(l->pass->scratch, &names, pt_scope_mangle(l->scopes, l->scope, pt_ast_name_at(ast, attrs, i)).v);
    PtHirId values = intrinsic(l, PT_HIR_INTR_MATCH_CLASS, &args, pt_lower_list(l, &names).v, positional.len);
    All all = {0};
    all.last = is_not_none(l, values);
    for (uint32_t i = 0; i < positional.len + named.len; i++) {
        PtNodeId item = i < positional.len ? pt_ast_at(ast, positional, i) : pt_ast_at(ast, named, i - positional.len);
        if (is_wildcard(l, item))
            continue;
        proceed(l, &all);
        require_part(l, &all, item, tuple_item(l, values, i), captures);
    }
    return conclude(l, &all);
}

/* alternatives[at:]: the first that matches wins. */
static PtHirId test_or(PtLower *l, PtNodeList alternatives, uint32_t at, PtHirId subject, Captures *captures)
{
    PtHirId value = test(l, pt_ast_at(l->ast, alternatives, at), subject, captures);
    if (at + 1 == alternatives.len)
        return value;
    PtHirId region = pt_lower_if_value(l, value, PT_HIR_HINT_COND_OR);
    PtOpenBlock block = pt_lower_open(l, region);
    pt_lower_result(l, bool_const(l, true));
    pt_lower_set(l, region, 1, pt_lower_close(l, block, NULL).v);
    block = pt_lower_open(l, region);
    pt_lower_result(l, test_or(l, alternatives, at + 1, subject, captures));
    pt_lower_set(l, region, 2, pt_lower_close(l, block, NULL).v);
    return region;
}

static PtHirId test_singleton(PtLower *l, PtNodeId pattern, PtHirId subject)
{
    PtConst c = pt_MatchSingleton_value(l->ast, pattern);
    PtHirConstKind kind = c.kind == PT_CONST_NONE ? PT_HIR_CONST_NONE : c.kind == PT_CONST_TRUE ? PT_HIR_CONST_TRUE : PT_HIR_CONST_FALSE;
    PtHirId value = pt_lower_const(l, pt_hir_const_simple(l->h, kind));
    return pt_lower_emit(l, PT_HIR_Compare, PT_HIR_OP_IS, subject.v, value.v, 0);
}

/* Yields a bool: does the pattern match? */
static PtHirId test(PtLower *l, PtNodeId pattern, PtHirId subject, Captures *captures)
{
    const PtAst *ast = l->ast;
    PtSpan outer = l->span;
    l->span = pt_ast_span(ast, pattern);
    PtHirId value = {0};
    if (!pt_lower_deeper(l, pattern)) {
        l->depth--;
        return bool_const(l, false);
    }
    switch (pt_ast_kind(ast, pattern)) {
    case PT_NODE_MatchValue: {
        PtHirId other = pt_lower_expr(l, pt_MatchValue_value(ast, pattern));
        value = pt_lower_emit(l, PT_HIR_Compare, PT_HIR_OP_EQ, subject.v, other.v, 0);
        value = pt_lower_emit(l, PT_HIR_Truth, value.v, 0, 0, 0);
        break;
    }
    case PT_NODE_MatchSingleton:
        value = test_singleton(l, pattern, subject);
        break;
    case PT_NODE_MatchSequence:
        value = test_sequence(l, pattern, subject, captures);
        break;
    case PT_NODE_MatchMapping:
        value = test_mapping(l, pattern, subject, captures);
        break;
    case PT_NODE_MatchClass:
        value = test_class(l, pattern, subject, captures);
        break;
    case PT_NODE_MatchOr:
        value = test_or(l, pt_MatchOr_patterns(ast, pattern), 0, subject, captures);
        break;
    default: { /* MatchAs */
        PtNodeId inner = pt_MatchAs_pattern(ast, pattern);
        PtNameId name = pt_MatchAs_name(ast, pattern);
        All all = {0};
        if (inner.v)
            all.last = test(l, inner, subject, captures);
        proceed(l, &all);
        if (name.v)
            capture(l, captures, name, subject);
        value = conclude(l, &all);
    }
    }
    l->depth--;
    l->span = outer;
    return value;
}

/* ---- the statement ---- */

static void bind_captures(PtLower *l, const Captures *captures)
{
    for (uint32_t i = 0; i < captures->len; i++) {
        PtHirId value = pt_lower_emit(l, PT_HIR_LoadLocal, captures->data[i].temp.v, 0, 0, 0);
        pt_lower_store(l, captures->data[i].name, value);
    }
}

static bool always_matches(const PtLower *l, PtNodeId pattern)
{
    return pt_ast_kind(l->ast, pattern) == PT_NODE_MatchAs && !pt_MatchAs_pattern(l->ast, pattern).v;
}

/* cases[at:]; true when control can come to the end. */
static void lower_case(PtLower *l, PtNodeList cases, uint32_t at, PtHirId subject)
{
    const PtAst *ast = l->ast;
    PtNodeId c = pt_ast_at(ast, cases, at), pattern = pt_match_case_pattern(ast, c), guard = pt_match_case_guard(ast, c);
    Captures captures = {0};
    if (always_matches(l, pattern) && !guard.v) {
        if (pt_MatchAs_name(ast, pattern).v)
            pt_lower_store(l, pt_MatchAs_name(ast, pattern), subject);
        pt_lower_stmts(l, pt_match_case_body(ast, c));
        return;
    }
    PtHirId matched;
    if (always_matches(l, pattern)) {
        if (pt_MatchAs_name(ast, pattern).v)
            pt_lower_store(l, pt_MatchAs_name(ast, pattern), subject);
        matched = pt_lower_cond(l, guard);
    } else {
        matched = test(l, pattern, subject, &captures);
        if (guard.v) {
            All all = {.last = matched};
            proceed(l, &all);
            bind_captures(l, &captures);
            all.last = pt_lower_emit(l, PT_HIR_Truth, pt_lower_cond(l, guard).v, 0, 0, 0);
            matched = conclude(l, &all);
        }
    }
    PtHirId region = pt_lower_emit(l, PT_HIR_If, matched.v, 0, 0, 0);
    l->h->hints[region.v] = PT_HIR_HINT_CASE;
    bool then_falls, else_falls;
    PtOpenBlock block = pt_lower_open(l, region);
    if (!guard.v)
        bind_captures(l, &captures);
    pt_lower_stmts(l, pt_match_case_body(ast, c));
    pt_lower_set(l, region, 1, pt_lower_close(l, block, &then_falls).v);
    block = pt_lower_open(l, region);
    if (at + 1 < cases.len && pt_lower_deeper(l, c)) {
        lower_case(l, cases, at + 1, subject);
        l->depth--;
    }
    pt_lower_set(l, region, 2, pt_lower_close(l, block, &else_falls).v);
    if (!then_falls && !else_falls) {
        l->h->flags[region.v] |= PT_HIR_F_NO_FALL;
        l->dead = true;
    }
}

void pt_lower_match(PtLower *l, PtNodeId node)
{
    PtHirId subject = pt_lower_expr(l, pt_Match_subject(l->ast, node));
    lower_case(l, pt_Match_cases(l->ast, node), 0, subject);
}
