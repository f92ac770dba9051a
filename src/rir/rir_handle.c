/* Containers, text and tuples of known representations: what is made, filled, read and iterated over goes straight to the
   runtime's typed handles (List<T>, Dict<K, V>, Set<T>, Str); a tuple is a Rust tuple. What has no typed form here takes
   the general way, on which a handle is a Value. */
#include <string.h>

#include "rir/rir_lower.h"

static uint32_t kind_of(PtGen *g, PtRep rep)
{
    return pt_rep_kind(g->facts, rep);
}

static PtRep part(PtGen *g, PtRep rep, uint32_t i)
{
    return pt_rep_part(g->facts, rep, i);
}

/* True for an index that is a machine int. */
static bool is_index(PtGen *g, PtHirId id)
{
    return pt_typed_rep(g, id) == PT_REP_I64;
}

static void take_list(PtGen *g, PtHirList list)
{
    PT_VEC(PtHirId) ids = {0};
    for (uint32_t i = 0; i < pt_hir_len(g->h, list); i++)
        pt_vec_push(g->arena, &ids, pt_hir_at(g->h, list, i));
    pt_val_take(g, ids.data, ids.len);
}

/* An item that tells its type by itself. */
static PtRirId told(PtGen *g, PtHirId id, PtRep rep, PtHirId user)
{
    return pt_typed_suffixed(g, pt_typed_as(g, id, rep, user));
}

/* ---- displays ---- */

static bool build_sequence(PtGen *g, PtHirId id, PtHirList items, const char *function, bool raises)
{
    PtRep rep = pt_typed_rep(g, id);
    uint32_t n = pt_hir_len(g->h, items);
    PtRep item = part(g, rep, 0);
    take_list(g, items);
    PtRirVec list = {0};
    for (uint32_t i = 0; i < n; i++) {
        PtHirId at = pt_hir_at(g->h, items, i);
        pt_vec_push(g->arena, &list, i == 0 ? told(g, at, item, id) : pt_typed_as(g, at, item, id));
    }
    PtRirId made = pt_rs_call(g, pt_typed_constructor(g, rep, function, n == 0), 1, pt_rs_vec_macro(g, &list));
    pt_val_define_rep(g, id, raises ? pt_rs_try(g, made) : made, rep);
    return true;
}

static bool build_tuple(PtGen *g, PtHirId id)
{
    PtRep rep = pt_typed_rep(g, id);
    PtHirList items = pt_hir_BuildTuple_items(g->h, id);
    take_list(g, items);
    PtRirVec list = {0};
    for (uint32_t i = 0; i < pt_hir_len(g->h, items); i++)
        pt_vec_push(g->arena, &list, told(g, pt_hir_at(g->h, items, i), part(g, rep, i), id));
    pt_val_define_rep(g, id, pt_rs_tuple(g, &list), rep);
    return true;
}

static bool build_dict(PtGen *g, PtHirId id)
{
    PtRep rep = pt_typed_rep(g, id);
    PtHirList items = pt_hir_BuildDict_items(g->h, id);
    uint32_t n = pt_hir_len(g->h, items);
    for (uint32_t i = 0; i < n; i += 2)
        if (!pt_hir_at(g->h, items, i).v)
            return false;
    if (n == 0) {
        pt_val_define_rep(g, id, pt_rs_call(g, pt_typed_constructor(g, rep, "new", true), 0), rep);
        return true;
    }
    take_list(g, items);
    PtRirVec pairs = {0};
    for (uint32_t i = 0; i < n; i += 2) {
        PtRirVec pair = {0};
        pt_vec_push(g->arena, &pair, told(g, pt_hir_at(g->h, items, i), part(g, rep, 0), id));
        pt_vec_push(g->arena, &pair, told(g, pt_hir_at(g->h, items, i + 1), part(g, rep, 1), id));
        pt_vec_push(g->arena, &pairs, pt_rs_tuple(g, &pair));
    }
    PtRirId made = pt_rs_call(g, pt_typed_constructor(g, rep, "from_pairs", false), 1, pt_rs_vec_macro(g, &pairs));
    pt_val_define_rep(g, id, pt_rs_try(g, made), rep);
    return true;
}

bool pt_handle_build(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirKind kind = pt_hir_kind(h, id);
    if (kind != PT_HIR_BuildList && kind != PT_HIR_BuildTuple && kind != PT_HIR_BuildDict && kind != PT_HIR_BuildSet)
        return false;
    uint32_t rep = kind_of(g, pt_typed_rep(g, id));
    switch (kind) {
    case PT_HIR_BuildList:
        return rep == PT_REP_LIST && build_sequence(g, id, pt_hir_BuildList_items(h, id), "new", false);
    case PT_HIR_BuildTuple: return rep == PT_REP_TUPLE && build_tuple(g, id);
    case PT_HIR_BuildDict: return rep == PT_REP_DICT && build_dict(g, id);
    default:
        /* Three and more constants have an order of their own (rir_build.c). */
        if (rep != PT_REP_SET || pt_hir_len(h, pt_hir_BuildSet_items(h, id)) >= 3)
            return false;
        return build_sequence(g, id, pt_hir_BuildSet_items(h, id), "from_items", true);
    }
}

/* ---- filling what a Build node of this unit made ---- */

bool pt_handle_fill(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirKind kind = pt_hir_kind(h, id);
    if (kind != PT_HIR_ListAppend && kind != PT_HIR_SetAdd && kind != PT_HIR_DictSet)
        return false;
    PtHirId all[3] = {{h->slots[id.v][0]}, {h->slots[id.v][1]}, {kind == PT_HIR_DictSet ? h->slots[id.v][2] : 0}};
    PtRirVal target = g->vals[all[0].v];
    if (!pt_form_is_typed(target.form))
        return false;
    pt_val_take(g, all, 3);
    PtRirId receiver = g->vals[all[0].v].expr, first = pt_typed_as(g, all[1], part(g, target.rep, 0), id);
    if (kind == PT_HIR_DictSet) {
        PtRirId value = pt_typed_as(g, all[2], part(g, target.rep, 1), id);
        pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, receiver, "set", 2, first, value)));
    } else if (kind == PT_HIR_SetAdd) {
        pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, receiver, "add", 1, first)));
    } else {
        pt_val_stmt(g, pt_rs_method(g, receiver, "push", 1, first));
    }
    return true;
}

/* ---- items ---- */

/* A bound of a slice: `None`, `Some(i)`. */
static PtRirId bound(PtGen *g, PtHirId id)
{
    return id.v ? pt_rs_call(g, "Some", 1, pt_typed_as(g, id, PT_REP_I64, (PtHirId){0})) : pt_rs_path(g, "None");
}

static bool is_none(PtGen *g, PtHirId id)
{
    return pt_hir_kind(g->h, id) == PT_HIR_Const &&
           pt_hir_const(g->h, pt_hir_Const_value(g->h, id))->kind == PT_HIR_CONST_NONE;
}

/* `xs[a:b:c]`, whose Slice node was left for its only user. */
static bool load_slice(PtGen *g, PtHirId id, PtHirId object, PtHirId slice, PtRep rep)
{
    const PtHir *h = g->h;
    PtHirId parts[4] = {object, pt_hir_Slice_lower(h, slice), pt_hir_Slice_upper(h, slice), pt_hir_Slice_step(h, slice)};
    for (int i = 1; i < 4; i++)
        if (parts[i].v && is_none(g, parts[i]))
            parts[i].v = 0;
    pt_val_take(g, parts, 4);
    PtRirId receiver = pt_typed_receiver(g, object, rep), low = bound(g, parts[1]), high = bound(g, parts[2]);
    PtRirId call = parts[3].v ? pt_rs_try(g, pt_rs_method(g, receiver, "slice_step", 3, low, high,
                                                          pt_typed_as(g, parts[3], PT_REP_I64, id)))
                              : pt_rs_method(g, receiver, "slice", 2, low, high);
    pt_val_define_rep(g, id, call, rep);
    return true;
}

bool pt_handle_is_slice(PtGen *g, PtHirId slice)
{
    const PtHir *h = g->h;
    PtHirId user = g->user[slice.v];
    if (g->uses[slice.v] != 1 || pt_hir_kind(h, user) != PT_HIR_LoadItem || pt_hir_LoadItem_index(h, user).v != slice.v)
        return false;
    PtRep rep = pt_typed_rep(g, pt_hir_LoadItem_object(h, user));
    if ((kind_of(g, rep) != PT_REP_LIST && rep != PT_REP_STR) || pt_typed_rep(g, user) != rep)
        return false;
    PtHirId parts[3] = {pt_hir_Slice_lower(h, slice), pt_hir_Slice_upper(h, slice), pt_hir_Slice_step(h, slice)};
    for (int i = 0; i < 3; i++)
        if (parts[i].v && !is_index(g, parts[i]) && !is_none(g, parts[i]))
            return false;
    return true;
}

/* `t[1]` of a tuple with a constant index. */
static bool load_field(PtGen *g, PtHirId id, PtHirId object, PtHirId index, PtRep rep)
{
    int64_t len = g->facts->reps.data[rep].len, at = g->facts->nodes[index.v].lo;
    if (pt_hir_kind(g->h, index) != PT_HIR_Const || at < -len || at >= len)
        return false;
    pt_val_take2(g, object, index);
    PtRirVal v = g->vals[object.v];
    if (!pt_form_is_typed(v.form) || pt_rir_kind(g->r, v.expr) != PT_RIR_Path)
        return false;
    uint32_t field = (uint32_t)(at < 0 ? at + len : at);
    PtRep item = part(g, v.rep, field);
    PtRirId load = pt_rs_field(g, v.expr, field);
    pt_val_define_rep(g, id, pt_rep_is_copy(g, item) ? load : pt_rs_method(g, load, "clone", 0), item);
    return true;
}

static bool load_item(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId object = pt_hir_LoadItem_object(h, id), index = pt_hir_LoadItem_index(h, id);
    PtRep rep = pt_typed_rep(g, object);
    if (pt_hir_kind(h, index) == PT_HIR_Slice)
        return pt_handle_is_slice(g, index) && load_slice(g, id, object, index, rep);
    switch (kind_of(g, rep)) {
    case PT_REP_LIST: case PT_REP_STR: {
        if (!is_index(g, index))
            return false;
        pt_val_take2(g, object, index);
        PtRirId receiver = pt_typed_receiver(g, object, rep);
        PtRirId load = pt_rs_method(g, receiver, "at", 1, pt_typed_as(g, index, PT_REP_I64, id));
        pt_val_define_rep(g, id, pt_rs_try(g, load), rep == PT_REP_STR ? rep : part(g, rep, 0));
        return true;
    }
    case PT_REP_DICT: {
        if (pt_typed_rep(g, index) != part(g, rep, 0))
            return false;
        pt_val_take2(g, object, index);
        PtRirId receiver = pt_typed_receiver(g, object, rep);
        PtRirId load = pt_rs_method(g, receiver, "at", 1, pt_typed_key(g, index, part(g, rep, 0)));
        pt_val_define_rep(g, id, pt_rs_try(g, load), part(g, rep, 1));
        return true;
    }
    case PT_REP_TUPLE: return load_field(g, id, object, index, rep);
    default: return false;
    }
}

static bool store_item(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId all[3] = {pt_hir_StoreItem_object(h, id), pt_hir_StoreItem_index(h, id), pt_hir_StoreItem_value(h, id)};
    PtRep rep = pt_typed_rep(g, all[0]);
    bool list = kind_of(g, rep) == PT_REP_LIST;
    if ((!list && kind_of(g, rep) != PT_REP_DICT) || (list && !is_index(g, all[1])))
        return false;
    pt_val_take(g, all, 3);
    PtRirId receiver = pt_typed_receiver(g, all[0], rep);
    PtRirId index = list ? pt_typed_as(g, all[1], PT_REP_I64, id) : pt_typed_as(g, all[1], part(g, rep, 0), id);
    PtRirId value = pt_typed_as(g, all[2], part(g, rep, list ? 0 : 1), id);
    pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, receiver, "set", 2, index, value)));
    return true;
}

bool pt_handle_item(PtGen *g, PtHirId id)
{
    switch (pt_hir_kind(g->h, id)) {
    case PT_HIR_LoadItem: return load_item(g, id);
    case PT_HIR_StoreItem: return store_item(g, id);
    default: return false;
    }
}

/* ---- unpacking ---- */

/* `let (a, b) = t;` */
bool pt_handle_unpack(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId operand = pt_hir_Unpack_operand(h, id);
    pt_val_take1(g, operand);
    PtRirVal v = g->vals[operand.v];
    uint32_t before = pt_hir_Unpack_before(h, id);
    if (!pt_form_is_typed(v.form) || kind_of(g, v.rep) != PT_REP_TUPLE || pt_hir_Unpack_starred(h, id) ||
        g->facts->reps.data[v.rep].len != before)
        return false;
    PtRirId value = pt_typed_as(g, operand, v.rep, id);
    pt_val_flush(g);
    PtBuf pattern = pt_buf_make(g->arena);
    for (uint32_t i = 0; i < before; i++)
        pt_buf_printf(&pattern, "%s%s", i ? ", " : "(", pt_rir_item_pattern(g, id, i, part(g, v.rep, i)));
    pt_buf_puts(&pattern, before == 1 ? ",)" : ")");
    pt_rs_add_let(g, pt_buf_text(&pattern), value);
    return true;
}

/* ---- loops ---- */

bool pt_handle_loop(PtGen *g, PtHirId iter, PtRirId *source, PtRep *item, bool *raises)
{
    PtRirVal v = g->vals[iter.v];
    if (v.form == PT_FORM_LOOP) {
        *source = v.expr;
        *item = v.rep;
        *raises = v.raises;
        return true;
    }
    PtRep rep = pt_typed_rep(g, iter);
    uint32_t kind = kind_of(g, rep);
    if ((kind != PT_REP_LIST && kind != PT_REP_DICT && kind != PT_REP_SET && kind != PT_REP_STR) ||
        (!pt_form_is_typed(v.form) && v.form != PT_FORM_OWNED && v.form != PT_FORM_PLACE && v.form != PT_FORM_REF))
        return false;
    *source = pt_rs_method(g, pt_typed_receiver(g, iter, rep), kind == PT_REP_DICT ? "keys" : "iter", 0);
    *item = kind == PT_REP_STR ? rep : part(g, rep, 0);
    *raises = kind == PT_REP_DICT || kind == PT_REP_SET;
    return true;
}
