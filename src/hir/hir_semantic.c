/* Syntax errors that CPython's compiler reports after the symbol table: statements and expressions where they cannot
   stand, contradictory patterns, misplaced __future__ imports. Texts are CPython 3.11's. */
#include <string.h>

#include "hir/hir_scope.h"

typedef enum Place { PLACE_MODULE, PLACE_CLASS, PLACE_FUNCTION, PLACE_ASYNC, PLACE_LAMBDA } Place;

typedef struct Sem {
    PtScopes *s;
    const PtAst *ast;
    Place place;
    uint32_t loops;
    bool in_except_star; /* directly in an except* block, no loop or function between */
    bool star_ok;        /* a starred expression may stand here */
} Sem;

static void visit(Sem *m, PtNodeId node);

#define FAIL(m, code, node, ...) \
    ((m)->s->failed = true, pt_diag_emit((m)->s->pass->diags, PT_DIAG_##code, pt_ast_span((m)->ast, node), __VA_ARGS__))

static const char *text_of(const Sem *m, PtNameId name)
{
    return pt_intern_text(m->s->pass->names, name);
}

static void visit_list(Sem *m, PtNodeList list)
{
    for (uint32_t i = 0; i < list.len; i++)
        visit(m, pt_ast_at(m->ast, list, i));
}

static void visit_fields(Sem *m, PtNodeId node)
{
    uint32_t count;
    const PtFieldInfo *fields = pt_node_fields(pt_ast_kind(m->ast, node), &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t word = pt_ast_field(m->ast, node, fields[i]);
        switch (fields[i].type) {
        case PT_FIELD_NODE:
        case PT_FIELD_OPT:
            visit(m, (PtNodeId){word});
            break;
        case PT_FIELD_LIST:
        case PT_FIELD_OPTLIST:
        case PT_FIELD_EXTRALIST:
            visit_list(m, pt_ast_list_of(m->ast, word));
            break;
        default:
            break;
        }
    }
}

/* A body of its own: no loop of the outside is visible in it. */
static void visit_body(Sem *m, PtNodeList body, Place place)
{
    Sem inner = {.s = m->s, .ast = m->ast, .place = place};
    visit_list(&inner, body);
}

static void visit_loop(Sem *m, PtNodeList body, PtNodeList orelse)
{
    bool star = m->in_except_star;
    m->in_except_star = false;
    m->loops++;
    visit_list(m, body);
    m->loops--;
    m->in_except_star = star;
    visit_list(m, orelse);
}

/* ---- starred ---- */

static void visit_items(Sem *m, PtNodeList items, bool target, PtNodeId whole)
{
    uint32_t stars = 0;
    for (uint32_t i = 0; i < items.len; i++) {
        PtNodeId item = pt_ast_at(m->ast, items, i);
        stars += pt_ast_kind(m->ast, item) == PT_NODE_Starred;
        m->star_ok = true;
        visit(m, item);
        m->star_ok = false;
    }
    if (target && stars > 1)
        FAIL(m, BAD_STARRED, whole, "multiple starred expressions in assignment");
}

static void visit_starred(Sem *m, PtNodeId node)
{
    if (!m->star_ok) {
        if (pt_Starred_ctx(m->ast, node) == PT_CTX_Store)
            FAIL(m, BAD_STARRED, node, "starred assignment target must be in a list or tuple");
        else
            FAIL(m, BAD_STARRED, node, "can't use starred expression here");
    }
    m->star_ok = false;
    visit(m, pt_Starred_value(m->ast, node));
}

static void visit_keywords(Sem *m, PtNodeList keywords)
{
    for (uint32_t i = 0; i < keywords.len; i++) {
        PtNodeId a = pt_ast_at(m->ast, keywords, i);
        PtNameId name = pt_keyword_arg(m->ast, a);
        for (uint32_t k = i + 1; name.v && k < keywords.len; k++) {
            PtNodeId b = pt_ast_at(m->ast, keywords, k);
            if (pt_keyword_arg(m->ast, b).v == name.v)
                FAIL(m, DUPLICATE_PARAMETER, b, "keyword argument repeated: %s", text_of(m, name));
        }
        visit(m, pt_keyword_value(m->ast, a));
    }
}

/* ---- patterns ---- */

typedef PT_VEC(uint32_t) Names;

static bool has_name(const Names *names, PtNameId name)
{
    for (uint32_t i = 0; i < names->len; i++)
        if (names->data[i] == name.v)
            return true;
    return false;
}

static void pattern(Sem *m, PtNodeId node, Names *names);

static void bind_pattern(Sem *m, PtNodeId node, PtNameId name, Names *names)
{
    if (!name.v)
        return;
    if (has_name(names, name))
        FAIL(m, BAD_PATTERN, node, "multiple assignments to name '%s' in pattern", text_of(m, name));
    else
        pt_vec_push(m->s->pass->scratch, names, name.v);
}

static bool irrefutable(const Sem *m, PtNodeId node)
{
    if (pt_ast_kind(m->ast, node) != PT_NODE_MatchAs)
        return false;
    PtNodeId inner = pt_MatchAs_pattern(m->ast, node);
    return !inner.v || irrefutable(m, inner);
}

static void unreachable_rest(Sem *m, PtNodeId node)
{
    PtNameId name = pt_MatchAs_name(m->ast, node);
    if (name.v)
        FAIL(m, BAD_PATTERN, node, "name capture '%s' makes remaining patterns unreachable", text_of(m, name));
    else
        FAIL(m, BAD_PATTERN, node, "wildcard makes remaining patterns unreachable");
}

static void or_pattern(Sem *m, PtNodeId node, Names *names)
{
    PtNodeList list = pt_MatchOr_patterns(m->ast, node);
    Names first = {0};
    for (uint32_t i = 0; i < list.len; i++) {
        PtNodeId alternative = pt_ast_at(m->ast, list, i);
        Names own = {0};
        if (i + 1 < list.len && irrefutable(m, alternative))
            unreachable_rest(m, alternative);
        pattern(m, alternative, &own);
        if (i == 0)
            first = own;
        bool same = own.len == first.len;
        for (uint32_t k = 0; same && k < own.len; k++)
            same = has_name(&first, (PtNameId){own.data[k]});
        if (!same) {
            FAIL(m, BAD_PATTERN, node, "alternative patterns bind different names");
            break;
        }
    }
    for (uint32_t i = 0; i < first.len; i++)
        bind_pattern(m, node, (PtNameId){first.data[i]}, names);
}

static bool same_key(const Sem *m, PtNodeId a, PtNodeId b)
{
    if (pt_ast_kind(m->ast, a) != PT_NODE_Constant || pt_ast_kind(m->ast, b) != PT_NODE_Constant)
        return false;
    PtConst x = pt_ast_const(m->ast, a), y = pt_ast_const(m->ast, b);
    if (x.kind != y.kind)
        return false;
    switch (x.kind) {
    case PT_CONST_INT:
        return x.i == y.i;
    case PT_CONST_FLOAT:
    case PT_CONST_COMPLEX:
        return x.f == y.f;
    case PT_CONST_STR:
    case PT_CONST_BYTES:
    case PT_CONST_BIGINT:
        return x.len == y.len && memcmp(x.text, y.text, x.len) == 0;
    default:
        return true;
    }
}

static void pattern_list(Sem *m, PtNodeList list, Names *names)
{
    for (uint32_t i = 0; i < list.len; i++)
        pattern(m, pt_ast_at(m->ast, list, i), names);
}

static void mapping_pattern(Sem *m, PtNodeId node, Names *names)
{
    PtNodeList keys = pt_MatchMapping_keys(m->ast, node);
    for (uint32_t i = 0; i < keys.len; i++)
        for (uint32_t k = i + 1; k < keys.len; k++) {
            PtNodeId b = pt_ast_at(m->ast, keys, k);
            PtSpan span = pt_ast_span(m->ast, b);
            if (same_key(m, pt_ast_at(m->ast, keys, i), b))
                FAIL(m, BAD_PATTERN, node, "mapping pattern checks duplicate key (%.*s)", (int)(span.end - span.start),
                     m->ast->source->text + span.start);
        }
    pattern_list(m, pt_MatchMapping_patterns(m->ast, node), names);
    bind_pattern(m, node, pt_MatchMapping_rest(m->ast, node), names);
}

static void class_pattern(Sem *m, PtNodeId node, Names *names)
{
    PtNodeList attrs = pt_MatchClass_kwd_attrs(m->ast, node);
    for (uint32_t i = 0; i < attrs.len; i++)
        for (uint32_t k = i + 1; k < attrs.len; k++)
            if (pt_ast_name_at(m->ast, attrs, i).v == pt_ast_name_at(m->ast, attrs, k).v)
                FAIL(m, BAD_PATTERN, node, "attribute name repeated in class pattern: %s",
                     text_of(m, pt_ast_name_at(m->ast, attrs, i)));
    pattern_list(m, pt_MatchClass_patterns(m->ast, node), names);
    pattern_list(m, pt_MatchClass_kwd_patterns(m->ast, node), names);
}

static void pattern(Sem *m, PtNodeId node, Names *names)
{
    switch (pt_ast_kind(m->ast, node)) {
    case PT_NODE_MatchSequence: {
        PtNodeList list = pt_MatchSequence_patterns(m->ast, node);
        uint32_t stars = 0;
        for (uint32_t i = 0; i < list.len; i++)
            stars += pt_ast_kind(m->ast, pt_ast_at(m->ast, list, i)) == PT_NODE_MatchStar;
        if (stars > 1)
            FAIL(m, BAD_PATTERN, node, "multiple starred names in sequence pattern");
        pattern_list(m, list, names);
        break;
    }
    case PT_NODE_MatchStar:
        bind_pattern(m, node, pt_MatchStar_name(m->ast, node), names);
        break;
    case PT_NODE_MatchMapping:
        mapping_pattern(m, node, names);
        break;
    case PT_NODE_MatchClass:
        class_pattern(m, node, names);
        break;
    case PT_NODE_MatchOr:
        or_pattern(m, node, names);
        break;
    case PT_NODE_MatchAs:
        if (pt_MatchAs_pattern(m->ast, node).v)
            pattern(m, pt_MatchAs_pattern(m->ast, node), names);
        bind_pattern(m, node, pt_MatchAs_name(m->ast, node), names);
        break;
    default:
        break;
    }
}

static void visit_match(Sem *m, PtNodeId node)
{
    PtNodeList cases = pt_Match_cases(m->ast, node);
    visit(m, pt_Match_subject(m->ast, node));
    for (uint32_t i = 0; i < cases.len; i++) {
        PtNodeId c = pt_ast_at(m->ast, cases, i), p = pt_match_case_pattern(m->ast, c), guard = pt_match_case_guard(m->ast, c);
        Names names = {0};
        if (i + 1 < cases.len && !guard.v && irrefutable(m, p))
            unreachable_rest(m, p);
        pattern(m, p, &names);
        if (guard.v)
            visit(m, guard);
        visit_list(m, pt_match_case_body(m->ast, c));
    }
}

/* ---- statements ---- */

static void visit_try(Sem *m, PtNodeList handlers)
{
    for (uint32_t i = 0; i + 1 < handlers.len; i++) {
        PtNodeId handler = pt_ast_at(m->ast, handlers, i);
        if (!pt_ExceptHandler_type(m->ast, handler).v)
            FAIL(m, BAD_HANDLER, handler, "default 'except:' must be last");
    }
}

static void visit_try_star(Sem *m, PtNodeId node)
{
    PtNodeList handlers = pt_TryStar_handlers(m->ast, node);
    visit_list(m, pt_TryStar_body(m->ast, node));
    for (uint32_t i = 0; i < handlers.len; i++) {
        Sem inner = *m;
        inner.in_except_star = true;
        inner.loops = 0;
        visit_list(&inner, pt_ExceptHandler_body(m->ast, pt_ast_at(m->ast, handlers, i)));
    }
    visit_list(m, pt_TryStar_orelse(m->ast, node));
    visit_list(m, pt_TryStar_finalbody(m->ast, node));
}

static void visit_jump(Sem *m, PtNodeId node, bool is_break)
{
    if (m->in_except_star && !m->loops)
        FAIL(m, BAD_HANDLER, node, "'break', 'continue' and 'return' cannot appear in an except* block");
    else if (!m->loops && is_break)
        FAIL(m, OUTSIDE_LOOP, node, "'break' outside loop");
    else if (!m->loops)
        FAIL(m, OUTSIDE_LOOP, node, "'continue' not properly in loop");
}

static void visit_return(Sem *m, PtNodeId node)
{
    if (m->place == PLACE_MODULE || m->place == PLACE_CLASS)
        FAIL(m, OUTSIDE_FUNCTION, node, "'return' outside function");
    else if (m->in_except_star)
        FAIL(m, BAD_HANDLER, node, "'break', 'continue' and 'return' cannot appear in an except* block");
    visit_fields(m, node);
}

static void visit_async(Sem *m, PtNodeId node, const char *what)
{
    bool inside = m->place == PLACE_FUNCTION || m->place == PLACE_LAMBDA;
    if (m->place == PLACE_ASYNC)
        return;
    if (strcmp(what, "await") == 0 && !inside)
        FAIL(m, OUTSIDE_FUNCTION, node, "'await' outside function");
    else
        FAIL(m, OUTSIDE_FUNCTION, node, "'%s' outside async function", what);
}

static void visit_future(Sem *m, PtNodeId node)
{
    static const char *const known[] = {"nested_scopes", "generators", "division", "absolute_import", "with_statement",
                                        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"};
    PtNodeList names = pt_ImportFrom_names(m->ast, node);
    for (uint32_t i = 0; i < names.len; i++) {
        PtNodeId alias = pt_ast_at(m->ast, names, i);
        const char *t = text_of(m, pt_alias_name(m->ast, alias));
        bool ok = false;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            ok |= strcmp(known[k], t) == 0;
        if (strcmp(t, "braces") == 0)
            FAIL(m, BAD_FUTURE, node, "not a chance");
        else if (!ok)
            FAIL(m, BAD_FUTURE, node, "future feature %s is not defined", t);
    }
}

static bool is_future(const Sem *m, PtNodeId node)
{
    PtNameId module = pt_ImportFrom_module(m->ast, node);
    return !pt_ImportFrom_level(m->ast, node) && module.v && strcmp(text_of(m, module), "__future__") == 0;
}

/* __future__ imports stand first, behind a docstring and each other. */
static void visit_futures(Sem *m, PtNodeList body)
{
    bool first = true;
    for (uint32_t i = 0; i < body.len; i++) {
        PtNodeId stmt = pt_ast_at(m->ast, body, i);
        PtNodeKind kind = pt_ast_kind(m->ast, stmt);
        if (kind == PT_NODE_ImportFrom && is_future(m, stmt)) {
            if (first)
                visit_future(m, stmt);
            else
                FAIL(m, BAD_FUTURE, stmt, "from __future__ imports must occur at the beginning of the file");
            continue;
        }
        bool docstring = i == 0 && kind == PT_NODE_Expr && pt_ast_kind(m->ast, pt_Expr_value(m->ast, stmt)) == PT_NODE_Constant;
        first = first && docstring;
    }
}

static void visit_function(Sem *m, PtNodeId node)
{
    bool async = pt_ast_kind(m->ast, node) == PT_NODE_AsyncFunctionDef;
    const PtAst *ast = m->ast;
    visit_list(m, async ? pt_AsyncFunctionDef_decorator_list(ast, node) : pt_FunctionDef_decorator_list(ast, node));
    visit(m, async ? pt_AsyncFunctionDef_args(ast, node) : pt_FunctionDef_args(ast, node));
    visit(m, async ? pt_AsyncFunctionDef_returns(ast, node) : pt_FunctionDef_returns(ast, node));
    visit_body(m, async ? pt_AsyncFunctionDef_body(ast, node) : pt_FunctionDef_body(ast, node), async ? PLACE_ASYNC : PLACE_FUNCTION);
}

static void visit_expr(Sem *m, PtNodeId node)
{
    const PtAst *ast = m->ast;
    switch (pt_ast_kind(ast, node)) {
    case PT_NODE_Starred:
        visit_starred(m, node);
        return;
    case PT_NODE_Tuple:
        visit_items(m, pt_Tuple_elts(ast, node), pt_Tuple_ctx(ast, node) == PT_CTX_Store, node);
        return;
    case PT_NODE_List:
        visit_items(m, pt_List_elts(ast, node), pt_List_ctx(ast, node) == PT_CTX_Store, node);
        return;
    case PT_NODE_Set:
        visit_items(m, pt_Set_elts(ast, node), false, node);
        return;
    case PT_NODE_Call:
        visit(m, pt_Call_func(ast, node));
        visit_items(m, pt_Call_args(ast, node), false, node);
        visit_keywords(m, pt_Call_keywords(ast, node));
        return;
    case PT_NODE_Lambda: {
        Sem inner = {.s = m->s, .ast = ast, .place = PLACE_LAMBDA};
        visit(m, pt_Lambda_args(ast, node));
        visit(&inner, pt_Lambda_body(ast, node));
        return;
    }
    case PT_NODE_GeneratorExp: {
        /* may await in any function: it then becomes an asynchronous generator */
        Sem inner = {.s = m->s, .ast = ast, .place = PLACE_ASYNC};
        PtNodeList clauses = pt_GeneratorExp_generators(ast, node);
        visit(m, pt_comprehension_iter(ast, pt_ast_at(ast, clauses, 0)));
        visit_list(&inner, clauses);
        visit(&inner, pt_GeneratorExp_elt(ast, node));
        return;
    }
    case PT_NODE_Yield:
    case PT_NODE_YieldFrom:
        if (m->place == PLACE_MODULE || m->place == PLACE_CLASS)
            FAIL(m, OUTSIDE_FUNCTION, node, "'yield' outside function");
        else if (m->place == PLACE_ASYNC && pt_ast_kind(ast, node) == PT_NODE_YieldFrom)
            FAIL(m, OUTSIDE_FUNCTION, node, "'yield from' inside async function");
        break;
    case PT_NODE_Await:
        visit_async(m, node, "await");
        break;
    case PT_NODE_comprehension:
        if (pt_comprehension_is_async(ast, node) && m->place != PLACE_ASYNC)
            FAIL(m, OUTSIDE_FUNCTION, pt_comprehension_target(ast, node),
                 "asynchronous comprehension outside of an asynchronous function");
        break;
    default:
        break;
    }
    visit_fields(m, node);
}

static void visit(Sem *m, PtNodeId node)
{
    const PtAst *ast = m->ast;
    if (!node.v)
        return;
    switch (pt_ast_kind(ast, node)) {
    case PT_NODE_FunctionDef:
    case PT_NODE_AsyncFunctionDef:
        visit_function(m, node);
        break;
    case PT_NODE_ClassDef:
        visit_list(m, pt_ClassDef_decorator_list(ast, node));
        visit_items(m, pt_ClassDef_bases(ast, node), false, node);
        visit_keywords(m, pt_ClassDef_keywords(ast, node));
        visit_body(m, pt_ClassDef_body(ast, node), PLACE_CLASS);
        break;
    case PT_NODE_Return:
        visit_return(m, node);
        break;
    case PT_NODE_Break:
    case PT_NODE_Continue:
        visit_jump(m, node, pt_ast_kind(ast, node) == PT_NODE_Break);
        break;
    case PT_NODE_While:
        visit(m, pt_While_test(ast, node));
        visit_loop(m, pt_While_body(ast, node), pt_While_orelse(ast, node));
        break;
    case PT_NODE_For:
        visit(m, pt_For_target(ast, node));
        visit(m, pt_For_iter(ast, node));
        visit_loop(m, pt_For_body(ast, node), pt_For_orelse(ast, node));
        break;
    case PT_NODE_AsyncFor:
        visit_async(m, node, "async for");
        visit_loop(m, pt_AsyncFor_body(ast, node), pt_AsyncFor_orelse(ast, node));
        break;
    case PT_NODE_AsyncWith:
        visit_async(m, node, "async with");
        visit_fields(m, node);
        break;
    case PT_NODE_Try:
        visit_try(m, pt_Try_handlers(ast, node));
        visit_fields(m, node);
        break;
    case PT_NODE_TryStar:
        visit_try_star(m, node);
        break;
    case PT_NODE_Match:
        visit_match(m, node);
        break;
    case PT_NODE_ImportFrom:
        if (m->place != PLACE_MODULE && is_future(m, node))
            FAIL(m, BAD_FUTURE, node, "from __future__ imports must occur at the beginning of the file");
        break;
    default:
        visit_expr(m, node);
    }
}

void pt_semantic_check(PtScopes *s)
{
    Sem m = {.s = s, .ast = s->ast, .place = PLACE_MODULE};
    PtNodeList body = pt_Module_body(s->ast, s->ast->root);
    visit_futures(&m, body);
    visit_list(&m, body);
}
