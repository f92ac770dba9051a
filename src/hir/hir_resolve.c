/* Scopes, second pass: what each name means, what is shared between units, and from which top-level statement on code
   outside the module body may use a global. See hir_scope.h. */
#include "hir/hir_scope.h"

#include <string.h>

static PtScope *scope_at(const PtScopes *s, uint32_t i)
{
    return &s->list.data[i];
}

static bool owns(const PtScopeName *n)
{
    return n && n->flags & (PT_NAME_STORED | PT_NAME_PARAM) && !(n->flags & (PT_NAME_GLOBAL | PT_NAME_NONLOCAL));
}

PtRef pt_scope_resolve(const PtScopes *s, uint32_t scope, PtNameId name)
{
    static const PtRef global = {PT_REF_GLOBAL, 1};
    const char *t = pt_intern_text(s->pass->names, name);
    bool class_cell = strcmp(t, "__class__") == 0;
    const PtScopeName *n = pt_scope_name(s, scope, name);
    const PtScope *sc = scope_at(s, scope);
    if (n && n->flags & PT_NAME_GLOBAL)
        return global;
    if (owns(n) && sc->kind != PT_SCOPE_MODULE)
        return (PtRef){sc->kind == PT_SCOPE_CLASS ? PT_REF_NAME : PT_REF_LOCAL, scope};
    bool types = sc->kind == PT_SCOPE_TYPES;
    for (uint32_t at = sc->parent; at; at = scope_at(s, at)->parent) {
        const PtScope *outer = scope_at(s, at);
        n = pt_scope_name(s, at, name);
        if (outer->kind == PT_SCOPE_MODULE)
            break;
        if (outer->kind == PT_SCOPE_CLASS) {
            if (class_cell)
                return (PtRef){PT_REF_LOCAL, at};
            if (types && owns(n))
                return (PtRef){PT_REF_NAME, at};
            continue;
        }
        types = types && outer->kind == PT_SCOPE_TYPES;
        if (n && n->flags & PT_NAME_GLOBAL)
            return global;
        if (owns(n))
            return (PtRef){PT_REF_LOCAL, at};
    }
    return global;
}

/* Marks what is shared between units and reports nonlocals without a binding. */
static void resolve_scope(PtScopes *s, uint32_t id)
{
    PtScope *sc = scope_at(s, id);
    for (uint32_t i = 0; i < sc->names.len; i++) {
        PtScopeName *n = &sc->names.data[i];
        PtRef ref = pt_scope_resolve(s, id, n->name);
        if (n->flags & PT_NAME_NONLOCAL && (ref.kind != PT_REF_LOCAL || ref.owner == id)) {
            s->failed = true;
            pt_diag_emit(s->pass->diags, PT_DIAG_BAD_DECLARATION, n->first, "no binding for nonlocal '%s' found",
                         pt_intern_text(s->pass->names, n->name));
        }
        if (ref.kind != PT_REF_LOCAL)
            continue;
        PtScopeName *owner = pt_scope_name(s, ref.owner, n->name);
        PtScope *owner_scope = scope_at(s, ref.owner);
        if (!owner) { /* the __class__ cell of a class body */
            owner_scope->uses_class = true;
            owner = pt_scope_touch(s, ref.owner, n->name, owner_scope->span);
            owner->flags |= PT_NAME_CAPTURED;
        }
        if (owner_scope->host != sc->host)
            owner->flags |= PT_NAME_CAPTURED;
        if (n->flags & PT_NAME_NONLOCAL && n->flags & PT_NAME_STORED) {
            owner->stores += n->stores;
            owner->flags |= PT_NAME_LOOPED | (n->flags & PT_NAME_DELETED);
        }
    }
}

/* ---- when code outside the module body may first use a global ---- */

typedef struct Mention {
    PtNameId name;
    uint32_t next; /* in the list of its group; 0 ends */
} Mention;
typedef PT_VEC(Mention) Mentions;

static void reach(PtScopes *s, uint32_t top, PtNameId name, const PtMap *groups, const uint32_t *heads, const Mentions *m,
                  bool mention)
{
    PtArena *arena = s->pass->arena;
    PT_VEC(PtNameId) work = {0};
    if (mention && !pt_map_get(&s->reached, name.v))
        pt_map_set(arena, &s->reached, name.v, top + 1);
    pt_vec_push(s->pass->scratch, &work, name);
    while (work.len) {
        PtNameId next = pt_vec_pop(&work);
        uint32_t g = pt_map_get(groups, next.v);
        if (!g || s->groups.data[g].reached != PT_TOP_NEVER)
            continue;
        s->groups.data[g].reached = top;
        for (uint32_t i = heads[g]; i; i = m->data[i].next) {
            PtNameId used = m->data[i].name;
            if (!pt_map_get(&s->reached, used.v))
                pt_map_set(arena, &s->reached, used.v, top + 1);
            pt_vec_push(s->pass->scratch, &work, used);
        }
    }
}

typedef struct Direct {
    uint32_t top;
    PtNameId name;
    bool outside; /* used by a unit of its own, not by the module body */
} Direct;

/* Statements in order; each first use reaches the definitions it names and all that they name. */
static void find_reach(PtScopes *s)
{
    PtArena *scratch = s->pass->scratch;
    uint32_t tops = 1;
    for (uint32_t i = 1; i < s->list.len; i++)
        tops = s->list.data[i].top + 1 > tops ? s->list.data[i].top + 1 : tops;
    for (uint32_t i = 0; i < s->list.data[1].names.len; i++) {
        uint32_t t = s->list.data[1].names.data[i].used_top;
        tops = t != PT_TOP_NEVER && t + 1 > tops ? t + 1 : tops;
    }
    PtMap groups = {0};
    for (uint32_t g = 1; g < s->groups.len; g++)
        pt_map_set(scratch, &groups, s->groups.data[g].name.v, g);
    uint32_t *heads = pt_arena_array(scratch, uint32_t, s->groups.len + 1);
    uint32_t *first = pt_arena_array(scratch, uint32_t, tops + 1); /* chains of Direct by statement */
    Mentions mentions = {0};
    PT_VEC(Direct) direct = {0};
    PT_VEC(uint32_t) chain = {0};
    pt_vec_push(scratch, &mentions, (Mention){0});
    pt_vec_push(scratch, &direct, (Direct){0});
    pt_vec_push(scratch, &chain, 0);
    for (uint32_t i = 1; i < s->list.len; i++) {
        const PtScope *sc = &s->list.data[i];
        for (uint32_t k = 0; k < sc->names.len; k++) {
            const PtScopeName *n = &sc->names.data[k];
            if (!(n->flags & (PT_NAME_USED | PT_NAME_GLOBAL)) || pt_scope_resolve(s, i, n->name).kind == PT_REF_LOCAL)
                continue;
            if (sc->group) {
                pt_vec_push(scratch, &mentions, (Mention){n->name, heads[sc->group]});
                heads[sc->group] = mentions.len - 1;
                continue;
            }
            uint32_t top = i == 1 ? n->used_top : sc->top;
            if (top == PT_TOP_NEVER)
                continue;
            pt_vec_push(scratch, &direct, (Direct){top, n->name, sc->host != 1});
            pt_vec_push(scratch, &chain, first[top]);
            first[top] = direct.len - 1;
        }
    }
    for (uint32_t t = 0; t < tops; t++)
        for (uint32_t d = first[t]; d; d = chain.data[d])
            reach(s, t, direct.data[d].name, &groups, heads, &mentions, direct.data[d].outside);
}

void pt_scope_link(PtScopes *s)
{
    for (uint32_t i = 1; i < s->list.len; i++)
        resolve_scope(s, i);
    find_reach(s);
}
