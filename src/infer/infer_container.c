/* Containers: what is made, what is stored, what comes out. */
#include "infer/infer_internal.h"

static PtFact top(void)
{
    return pt_fact_plain(PT_TYPE_TOP);
}

static bool is_scalar(PtTypeKind kind)
{
    return kind == PT_TYPE_NONE || kind == PT_TYPE_BOOL || kind == PT_TYPE_INT || kind == PT_TYPE_FLOAT || kind == PT_TYPE_BOT;
}

PtFact pt_infer_made(PtInfer *in, PtHirId id, uint32_t which, PtTypeKind kind, uint32_t slots, bool any)
{
    uint64_t key = (uint64_t)id.v * 4 + which;
    uint32_t site = pt_map_get(&in->f->made, key);
    if (!site) {
        site = pt_site_make(in->t, kind, slots, any);
        pt_map_set(in->f->hir->arena, &in->f->made, key, site);
    }
    return (PtFact){pt_type_with(kind, pt_site_root(in->t, site)), INT64_MIN, INT64_MAX};
}

PtFact pt_infer_made_of(PtInfer *in, PtHirId id, PtTypeKind kind, PtFact item)
{
    PtFact made = pt_infer_made(in, id, 0, kind, 1, kind == PT_TYPE_TUPLE);
    pt_site_store(in->t, made.type, 0, item);
    return made;
}

PtFact pt_infer_items(PtInfer *in, PtFact iterable)
{
    PtTypeKind kind = pt_type_kind(iterable.type);
    switch (kind) {
    case PT_TYPE_BOT: case PT_TYPE_STR: return iterable;
    case PT_TYPE_RANGE: return pt_fact_int(iterable.lo, iterable.hi);
    case PT_TYPE_LIST: case PT_TYPE_SET: case PT_TYPE_ITER: case PT_TYPE_DICT:
        return pt_site_slot(in->t, iterable.type, 0);
    case PT_TYPE_TUPLE: {
        PtFact all = pt_fact_plain(PT_TYPE_BOT);
        for (uint32_t i = 0; i < pt_site_of(in->t, iterable.type)->slots; i++)
            all = pt_fact_join(in->t, all, pt_site_slot(in->t, iterable.type, i));
        return all;
    }
    default: return top();
    }
}

void pt_infer_extend(PtInfer *in, PtFact container, uint32_t slot, PtFact iterable)
{
    pt_site_store(in->t, container.type, slot, pt_infer_items(in, iterable));
}

static bool holds_objects(PtInfer *in, PtFact fact, bool compares, int depth)
{
    PtTypeKind kind = pt_type_kind(fact.type);
    if (kind == PT_TYPE_TOP || depth == 0)
        return true;
    if (kind == PT_TYPE_INSTANCE)
        return compares || pt_infer_compares(in, (PtUnitId){pt_type_param(fact.type)});
    if (!pt_type_is_container(kind))
        return false;
    const PtSite *site = pt_site_of(in->t, fact.type);
    for (uint32_t i = 0; i < site->slots; i++)
        if (holds_objects(in, site->facts[i], compares, depth - 1))
            return true;
    return false;
}

enum { DEPTH = 6 };

bool pt_infer_holds_objects(PtInfer *in, PtFact fact)
{
    return holds_objects(in, fact, true, DEPTH);
}

bool pt_infer_asks_objects(PtInfer *in, PtFact fact)
{
    return holds_objects(in, fact, false, DEPTH);
}

/* ---- displays ---- */

static PtFact build_star(PtInfer *in, PtHirId id, PtTypeKind kind, PtHirList args)
{
    PtFact made = pt_infer_made(in, id, 0, kind, 1, kind == PT_TYPE_TUPLE);
    for (uint32_t i = 0; i < pt_hir_arg_count(in->h, args); i++) {
        PtHirArg arg = pt_hir_arg(in->h, args, i);
        PtFact fact = pt_infer_at(in, arg.value);
        pt_site_store(in->t, made.type, 0, arg.kind == PT_ARG_STAR ? pt_infer_items(in, fact) : fact);
    }
    return made;
}

static PtFact build(PtInfer *in, PtHirId id, PtTypeKind kind, PtHirList items)
{
    uint32_t n = pt_hir_len(in->h, items);
    bool each = kind == PT_TYPE_TUPLE && n > 0 && n <= PT_TUPLE_MOST;
    PtFact made = pt_infer_made(in, id, 0, kind, each ? n : 1, kind == PT_TYPE_TUPLE && !each);
    for (uint32_t i = 0; i < n; i++)
        pt_site_store(in->t, made.type, each ? i : 0, pt_infer_at(in, pt_hir_at(in->h, items, i)));
    return made;
}

static PtFact build_dict(PtInfer *in, PtHirId id)
{
    PtHirList items = pt_hir_BuildDict_items(in->h, id);
    PtFact made = pt_infer_made(in, id, 0, PT_TYPE_DICT, 2, false);
    for (uint32_t i = 0; i + 1 < pt_hir_len(in->h, items); i += 2) {
        PtHirId key = pt_hir_at(in->h, items, i);
        PtFact value = pt_infer_at(in, pt_hir_at(in->h, items, i + 1));
        bool dict = !key.v && pt_type_kind(value.type) == PT_TYPE_DICT;
        if (!key.v && value.type.v == PT_TYPE_BOT)
            continue;
        pt_site_store(in->t, made.type, 0, key.v ? pt_infer_at(in, key) : dict ? pt_site_slot(in->t, value.type, 0) : top());
        pt_site_store(in->t, made.type, 1, key.v ? value : dict ? pt_site_slot(in->t, value.type, 1) : top());
    }
    return made;
}

PtFact pt_infer_build(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_BuildList: return build(in, id, PT_TYPE_LIST, pt_hir_BuildList_items(h, id));
    case PT_HIR_BuildTuple: return build(in, id, PT_TYPE_TUPLE, pt_hir_BuildTuple_items(h, id));
    case PT_HIR_BuildSet: return build(in, id, PT_TYPE_SET, pt_hir_BuildSet_items(h, id));
    case PT_HIR_BuildListStar: return build_star(in, id, PT_TYPE_LIST, pt_hir_BuildListStar_items(h, id));
    case PT_HIR_BuildTupleStar: return build_star(in, id, PT_TYPE_TUPLE, pt_hir_BuildTupleStar_items(h, id));
    case PT_HIR_BuildSetStar: return build_star(in, id, PT_TYPE_SET, pt_hir_BuildSetStar_items(h, id));
    default: return build_dict(in, id);
    }
}

/* ---- items ---- */

static const PtHirConst *const_int(PtInfer *in, PtHirId id)
{
    if (pt_hir_kind(in->h, id) != PT_HIR_Const)
        return NULL;
    const PtHirConst *c = pt_hir_const(in->h, pt_hir_Const_value(in->h, id));
    return c->kind == PT_HIR_CONST_INT ? c : NULL;
}

static PtFact tuple_item(PtInfer *in, PtFact tuple, PtHirId index)
{
    const PtSite *site = pt_site_of(in->t, tuple.type);
    const PtHirConst *c = const_int(in, index);
    if (!c || site->any)
        return pt_infer_items(in, tuple);
    int64_t at = c->i < 0 ? c->i + site->slots : c->i;
    return at >= 0 && at < site->slots ? pt_site_slot(in->t, tuple.type, (uint32_t)at) : pt_fact_plain(PT_TYPE_BOT);
}

PtFact pt_infer_load_item(PtInfer *in, PtHirId id)
{
    PtHirId object = pt_hir_LoadItem_object(in->h, id), index = pt_hir_LoadItem_index(in->h, id);
    PtFact fact = pt_infer_at(in, object);
    PtTypeKind kind = pt_type_kind(fact.type), at = pt_infer_kind(in, index);
    bool slice = pt_hir_kind(in->h, index) == PT_HIR_Slice;
    if (kind == PT_TYPE_BOT || kind == PT_TYPE_STR)
        return fact;
    if (kind == PT_TYPE_DICT)
        return pt_site_slot(in->t, fact.type, 1);
    if ((kind == PT_TYPE_LIST || kind == PT_TYPE_TUPLE) && slice)
        return pt_infer_made_of(in, id, kind, pt_infer_items(in, fact));
    if (at == PT_TYPE_BOT)
        return pt_fact_plain(at);
    if (at == PT_TYPE_INT || at == PT_TYPE_BOOL) {
        if (kind == PT_TYPE_LIST)
            return pt_site_slot(in->t, fact.type, 0);
        if (kind == PT_TYPE_TUPLE)
            return tuple_item(in, fact, index);
        if (kind == PT_TYPE_RANGE)
            return pt_fact_plain(PT_TYPE_INT);
    }
    /* The object's own method gets it as `self`. */
    if (kind == PT_TYPE_INSTANCE)
        pt_infer_open(in, index);
    else
        pt_infer_open_operands(in, id);
    return top();
}

void pt_infer_store_item(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    PtHirId object = pt_hir_StoreItem_object(h, id), index = pt_hir_StoreItem_index(h, id);
    PtFact container = pt_infer_at(in, object), value = pt_infer_at(in, pt_hir_StoreItem_value(h, id));
    PtFact key = pt_infer_at(in, index);
    bool slice = pt_hir_kind(h, index) == PT_HIR_Slice, unsure = !slice && key.type.v == PT_TYPE_TOP;
    switch (pt_type_kind(container.type)) {
    case PT_TYPE_BOT: return;
    case PT_TYPE_INSTANCE:
        pt_infer_open(in, index);
        pt_fact_open(in->t, value);
        return;
    case PT_TYPE_DICT:
        pt_site_store(in->t, container.type, 0, key);
        pt_site_store(in->t, container.type, 1, value);
        return;
    case PT_TYPE_LIST:
        if (!slice)
            pt_site_store(in->t, container.type, 0, value);
        if (slice || unsure)
            pt_infer_extend(in, container, 0, value);
        return;
    default:
        pt_infer_open_operands(in, id);
        pt_fact_stray(in->t, value);
        if (!slice)
            pt_fact_stray(in->t, key);
        if (slice || unsure)
            pt_fact_stray(in->t, is_scalar(pt_type_kind(value.type)) ? value : pt_infer_items(in, value));
    }
}

PtFact pt_infer_unpacked(PtInfer *in, PtHirId id)
{
    PtHirId unpack = pt_hir_UnpackItem_unpack(in->h, id);
    PtFact fact = pt_infer_at(in, pt_hir_Unpack_operand(in->h, unpack));
    uint32_t before = pt_hir_Unpack_before(in->h, unpack), after = pt_hir_Unpack_after(in->h, unpack);
    uint32_t at = pt_hir_UnpackItem_index(in->h, id);
    bool starred = pt_hir_Unpack_starred(in->h, unpack);
    if (starred && at == before)
        return pt_infer_made_of(in, id, PT_TYPE_LIST, pt_infer_items(in, fact));
    if (pt_type_kind(fact.type) != PT_TYPE_TUPLE)
        return pt_infer_items(in, fact);
    const PtSite *site = pt_site_of(in->t, fact.type);
    if (site->any)
        return pt_infer_items(in, fact);
    if (starred ? site->slots < before + after : site->slots != before)
        return pt_fact_plain(PT_TYPE_BOT);
    return pt_site_slot(in->t, fact.type, at < before ? at : site->slots - after + (at - before - 1));
}

/* ---- operators ---- */

static PtFact concatenated(PtInfer *in, PtHirId id, PtFact left, PtFact right)
{
    const PtSite *a = pt_site_of(in->t, left.type), *b = pt_site_of(in->t, right.type);
    PtTypeKind kind = pt_type_kind(left.type);
    uint32_t n = a->slots, all = n + b->slots;
    PtFact made;
    if (kind == PT_TYPE_TUPLE && !a->any && !b->any && all <= PT_TUPLE_MOST) {
        made = pt_infer_made(in, id, 0, kind, all, false);
        for (uint32_t i = 0; i < all; i++)
            pt_site_store(in->t, made.type, i, i < n ? pt_site_slot(in->t, left.type, i) : pt_site_slot(in->t, right.type, i - n));
        return made;
    }
    made = pt_infer_made_of(in, id, kind, pt_infer_items(in, left));
    pt_infer_extend(in, made, 0, right);
    return made;
}

static PtFact merged(PtInfer *in, PtHirId id, PtFact left, PtFact right)
{
    PtTypeKind kind = pt_type_kind(left.type);
    PtFact made = pt_infer_made(in, id, 0, kind, pt_site_of(in->t, left.type)->slots, false);
    for (uint32_t i = 0; i < pt_site_of(in->t, made.type)->slots; i++) {
        pt_site_store(in->t, made.type, i, pt_site_slot(in->t, left.type, i));
        pt_site_store(in->t, made.type, i, pt_site_slot(in->t, right.type, i));
    }
    return made;
}

/* `left op right` where one of them is no number. */
static PtFact of_objects(PtInfer *in, PtHirId id, PtHirOp op, PtFact left, PtFact right)
{
    PtTypeKind a = pt_type_kind(left.type), b = pt_type_kind(right.type);
    bool sequence_a = a == PT_TYPE_LIST || a == PT_TYPE_TUPLE, sequence_b = b == PT_TYPE_LIST || b == PT_TYPE_TUPLE;
    bool whole_a = a == PT_TYPE_INT || a == PT_TYPE_BOOL, whole_b = b == PT_TYPE_INT || b == PT_TYPE_BOOL;
    if (op == PT_HIR_OP_ADD && a == b && sequence_a)
        return concatenated(in, id, left, right);
    if (op == PT_HIR_OP_MUL && ((sequence_a && whole_b) || (whole_a && sequence_b)))
        return pt_infer_made_of(in, id, sequence_a ? a : b, pt_infer_items(in, sequence_a ? left : right));
    if (a == PT_TYPE_STR && ((op == PT_HIR_OP_ADD && b == PT_TYPE_STR) || (op == PT_HIR_OP_MUL && whole_b)))
        return pt_fact_plain(PT_TYPE_STR);
    if (op == PT_HIR_OP_MUL && whole_a && b == PT_TYPE_STR)
        return pt_fact_plain(PT_TYPE_STR);
    bool sets = op == PT_HIR_OP_AND || op == PT_HIR_OP_OR || op == PT_HIR_OP_XOR || op == PT_HIR_OP_SUB;
    if (a == b && ((a == PT_TYPE_SET && sets) || (a == PT_TYPE_DICT && op == PT_HIR_OP_OR)))
        return merged(in, id, left, right);
    pt_infer_open_operands(in, id);
    return op == PT_HIR_OP_MOD && a == PT_TYPE_STR && b != PT_TYPE_TOP ? pt_fact_plain(PT_TYPE_STR) : top();
}

static bool is_number(PtTypeKind kind)
{
    return kind == PT_TYPE_INT || kind == PT_TYPE_BOOL || kind == PT_TYPE_FLOAT;
}

static PtFact operated(PtInfer *in, PtHirId id, PtHirOp op, PtFact left, PtFact right)
{
    PtTypeKind a = pt_type_kind(left.type), b = pt_type_kind(right.type);
    if (a == PT_TYPE_BOT || b == PT_TYPE_BOT)
        return pt_fact_plain(PT_TYPE_BOT);
    if (is_number(a) && is_number(b))
        return pt_infer_numbers(op, left, right);
    PtFact result;
    if (a == PT_TYPE_INSTANCE && pt_infer_class_operator(in, op, left, right, &result))
        return result;
    return of_objects(in, id, op, left, right);
}

PtFact pt_infer_binary(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    return operated(in, id, pt_hir_Binary_op(h, id), pt_infer_at(in, pt_hir_Binary_left(h, id)),
                    pt_infer_at(in, pt_hir_Binary_right(h, id)));
}

PtFact pt_infer_inplace(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    PtHirOp op = pt_hir_Inplace_op(h, id);
    PtFact left = pt_infer_at(in, pt_hir_Inplace_left(h, id)), right = pt_infer_at(in, pt_hir_Inplace_right(h, id));
    PtTypeKind a = pt_type_kind(left.type), b = pt_type_kind(right.type);
    if (a == PT_TYPE_LIST && op == PT_HIR_OP_ADD) {
        pt_infer_extend(in, left, 0, right);
        return left;
    }
    if ((a == PT_TYPE_LIST && op == PT_HIR_OP_MUL && b == PT_TYPE_INT) || b == PT_TYPE_BOT)
        return left;
    bool sets = op == PT_HIR_OP_AND || op == PT_HIR_OP_OR || op == PT_HIR_OP_XOR || op == PT_HIR_OP_SUB;
    if (a == PT_TYPE_SET && b == PT_TYPE_SET && sets) {
        pt_infer_extend(in, left, 0, right);
        return left;
    }
    bool stores = op == PT_HIR_OP_ADD || op == PT_HIR_OP_OR || op == PT_HIR_OP_XOR;
    if ((a == PT_TYPE_TOP || pt_type_is_container(a)) && stores && !is_scalar(b)) {
        bool dict = b == PT_TYPE_DICT;
        pt_fact_stray(in->t, pt_infer_items(in, right));
        if (dict)
            pt_fact_stray(in->t, pt_site_slot(in->t, right.type, 1));
        /* Values of the dict itself grow through a container that may be this very one. */
        for (uint32_t i = 0; pt_type_is_container(a) && i < pt_site_of(in->t, left.type)->slots; i++)
            pt_site_store(in->t, left.type, i, top());
    }
    return operated(in, id, op, left, right);
}
