/* Construction: displays, f-strings, unpacking, intrinsics. */
#include <string.h>

#include "rir/rir_lower.h"

static void take_list(PtGen *g, PtHirList list)
{
    PT_VEC(PtHirId) ids = {0};
    for (uint32_t i = 0; i < pt_hir_len(g->h, list); i++)
        pt_vec_push(g->arena, &ids, pt_hir_at(g->h, list, i));
    pt_val_take(g, ids.data, ids.len);
}

static void owned_list(PtGen *g, PtHirList list, PtHirId user, PtRirVec *out)
{
    take_list(g, list);
    for (uint32_t i = 0; i < pt_hir_len(g->h, list); i++)
        pt_vec_push(g->arena, out, pt_val_as_owned(g, pt_hir_at(g->h, list, i), user));
}

static void build_plain(PtGen *g, PtHirId id, PtHirList list, const char *path, bool fallible)
{
    PtRirVec items = {0};
    owned_list(g, list, id, &items);
    PtRirId call = pt_rs_call(g, path, 1, pt_rs_vec_macro(g, &items));
    pt_val_define(g, id, fallible ? pt_rs_try(g, call) : call, PT_FORM_OWNED);
}

/* `[*a, b]`: the arguments of a call collect the items. */
static void build_star(PtGen *g, PtHirId id, PtHirList args, const char *path, bool fallible)
{
    PT_VEC(PtHirId) ids = {0};
    for (uint32_t i = 0; i < pt_hir_arg_count(g->h, args); i++)
        pt_vec_push(g->arena, &ids, pt_hir_arg(g->h, args, i).value);
    pt_val_take(g, ids.data, ids.len);
    PtRirId list = pt_rs_call(g, pt_rs_text(g, "%s::new", pt_name_py(g, "ArgList")), 0);
    for (uint32_t i = 0; i < pt_hir_arg_count(g->h, args); i++) {
        PtHirArg arg = pt_hir_arg(g->h, args, i);
        if (arg.kind == PT_ARG_STAR)
            list = pt_rs_method(g, list, "items", 1, pt_val_as_ref(g, arg.value));
        else
            list = pt_rs_method(g, list, "item", 1, pt_val_as_owned(g, arg.value, id));
    }
    PtRirId call = pt_rs_call(g, path, 1, pt_rs_try(g, pt_rs_method(g, list, "into_vec", 0)));
    pt_val_define(g, id, fallible ? pt_rs_try(g, call) : call, PT_FORM_OWNED);
}

/* Key/value pairs at once; a `**mapping` in the middle is merged afterwards. */
static void build_dict(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirList list = pt_hir_BuildDict_items(h, id);
    uint32_t len = pt_hir_len(h, list);
    PT_VEC(PtHirId) ids = {0};
    bool stars = false;
    for (uint32_t i = 0; i < len; i++) {
        if (pt_hir_at(h, list, i).v)
            pt_vec_push(g->arena, &ids, pt_hir_at(h, list, i));
        else
            stars = true;
    }
    pt_val_take(g, ids.data, ids.len);
    PtRirVec pairs = {0};
    PtRirId expr = {0};
    if (stars)
        expr = pt_rs_call(g, "py::DictBuilder::new", 0);
    for (uint32_t i = 0; i + 1 < len; i += 2) {
        PtHirId key = pt_hir_at(h, list, i), value = pt_hir_at(h, list, i + 1);
        if (stars && !key.v) {
            expr = pt_rs_try(g, pt_rs_method(g, expr, "merge", 1, pt_val_as_ref(g, value)));
            continue;
        }
        PtRirId pair[2] = {pt_val_as_owned(g, key, id), pt_val_as_owned(g, value, id)};
        if (stars) {
            expr = pt_rs_try(g, pt_rs_method(g, expr, "pair", 2, pair[0], pair[1]));
            continue;
        }
        PtRirList both = pt_rir_list(g->r, pair, 2);
        pt_vec_push(g->arena, &pairs, pt_rir_add(g->r, PT_RIR_Tuple, g->span, both.v, 0, 0, 0));
    }
    if (stars)
        pt_val_define(g, id, pt_rs_method(g, expr, "done", 0), PT_FORM_OWNED);
    else if (len == 0)
        pt_val_define(g, id, pt_rs_call(g, "py::empty_dict", 0), PT_FORM_OWNED);
    else
        pt_val_define(g, id, pt_rs_try(g, pt_rs_call(g, "py::new_dict", 1, pt_rs_vec_macro(g, &pairs))), PT_FORM_OWNED);
}

/* Filling a container that a Build node of this unit made. */
static bool lower_fill(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId target = {h->slots[id.v][0]}, value = {h->slots[id.v][1]};
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_ListAppend:
        pt_val_take2(g, target, value);
        pt_val_stmt(g, pt_rs_call(g, "py::push", 2, pt_val_as_ref(g, target), pt_val_as_owned(g, value, id)));
        return true;
    case PT_HIR_ListExtend:
        pt_val_take2(g, target, value);
        pt_val_stmt(g, pt_rs_try(g, pt_rs_call(g, "py::extend", 2, pt_val_as_ref(g, target), pt_val_as_ref(g, value))));
        return true;
    case PT_HIR_SetAdd:
        pt_val_take2(g, target, value);
        pt_val_stmt(g, pt_rs_try(g, pt_rs_call(g, "py::add", 2, pt_val_as_ref(g, target), pt_val_as_owned(g, value, id))));
        return true;
    case PT_HIR_SetUpdate:
        pt_val_take2(g, target, value);
        pt_val_stmt(g, pt_rs_try(g, pt_rs_call(g, "py::add_all", 2, pt_val_as_ref(g, target), pt_val_as_ref(g, value))));
        return true;
    case PT_HIR_DictSet: {
        PtHirId item = pt_hir_DictSet_value(h, id);
        pt_val_take(g, (PtHirId[]){target, value, item}, 3);
        pt_val_stmt(g, pt_rs_try(g, pt_rs_method(g, pt_val_as_receiver(g, target), "set_item", 2, pt_val_as_ref(g, value),
                                                 pt_val_as_owned(g, item, id))));
        return true;
    }
    case PT_HIR_DictMerge: {
        pt_val_take2(g, target, value);
        const char *path = pt_hir_DictMerge_call(h, id) ? "py::merge_keywords" : "py::merge";
        pt_val_stmt(g, pt_rs_try(g, pt_rs_call(g, path, 2, pt_val_as_ref(g, target), pt_val_as_ref(g, value))));
        return true;
    }
    default: return false;
    }
}

/* ---- f-strings ---- */

/* A value known to be a str, as a Str. */
static PtRirId as_str(PtGen *g, PtHirId id, PtHirId user)
{
    return pt_typed_as(g, id, PT_REP_STR, user);
}

static void format_value(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId value = pt_hir_FormatValue_value(h, id), spec = pt_hir_FormatValue_spec(h, id);
    uint32_t conversion = pt_hir_FormatValue_conversion(h, id);
    pt_val_take2(g, value, spec);
    PtRirVal v = g->vals[value.v];
    bool plain = !spec.v && (conversion == 0 || conversion == 's');
    if (plain && pt_form_is_typed(v.form) && v.rep == PT_REP_STR) {
        pt_val_define_rep(g, id, pt_typed_as(g, value, PT_REP_STR, id), PT_REP_STR);
        return;
    }
    if (!spec.v && conversion == 0) {
        pt_val_define_rep(g, id, pt_rs_try(g, pt_rs_call(g, "py::show", 1, pt_val_as_ref(g, value))), PT_REP_STR);
        return;
    }
    PtRirId text = spec.v ? as_str(g, spec, id) : pt_rir_text_literal(g, "", 0);
    const char *kind = conversion ? pt_rs_text(g, "'%c'", (int)conversion) : "'\\0'";
    PtRirId call = pt_rs_call(g, "py::field", 3, pt_val_as_ref(g, value), pt_rs_lit(g, kind), pt_rs_ref(g, text));
    pt_val_define_rep(g, id, pt_rs_try(g, call), PT_REP_STR);
}

static void build_string(PtGen *g, PtHirId id)
{
    PtHirList parts = pt_hir_BuildString_parts(g->h, id);
    take_list(g, parts);
    PtRirVec items = {0};
    for (uint32_t i = 0; i < pt_hir_len(g->h, parts); i++)
        pt_vec_push(g->arena, &items, as_str(g, pt_hir_at(g->h, parts, i), id));
    pt_val_define_rep(g, id, pt_rs_call(g, "py::concat", 1, pt_rs_ref(g, pt_rs_array(g, &items))), PT_REP_STR);
}

/* ---- unpacking ---- */

/* The variable that takes item `index` by the next node, declared there: its name goes into the pattern. */
static PtVar *direct_target(PtGen *g, PtHirId item, PtRep rep)
{
    const PtHir *h = g->h;
    PtHirId user = g->user[item.v];
    PtVar *var = NULL;
    if (g->uses[item.v] != 1)
        return NULL;
    if (pt_hir_kind(h, user) == PT_HIR_StoreLocal)
        var = pt_rir_var(g, pt_hir_StoreLocal_sym(h, user));
    else if (pt_hir_kind(h, user) == PT_HIR_StoreGlobal)
        var = pt_rir_global_var(g, pt_hir_StoreGlobal_global(h, user));
    return var && var->declare.v == user.v && !var->hoist && var->rep == rep ? var : NULL;
}

const char *pt_rir_item_pattern(PtGen *g, PtHirId unpack, uint32_t index, PtRep rep)
{
    const PtHir *h = g->h;
    PtHirId item = {g->chain[unpack.v]};
    while (item.v && pt_hir_UnpackItem_index(h, item) != index)
        item.v = g->chain[item.v];
    if (!item.v)
        return "_";
    PtVar *var = direct_target(g, item, rep);
    if (var) {
        var->name = pt_rir_var_name(g, var);
        bool changes = var->stores + var->deletes > 1;
        g->allow_assign |= changes;
        const char *name = pt_rir_str(g->r, var->name);
        g->dead[g->user[item.v].v] = true;
        g->dead[item.v] = true;
        return changes ? pt_rs_text(g, "mut %s", name) : name;
    }
    if (g->uses[item.v] == 0)
        return "_";
    const char *name = pt_rir_str(g->r, pt_val_temp_name(g, item));
    bool temp = rep == PT_REP_VALUE || !pt_rep_is_scalar(rep) || rep == PT_REP_INT;
    g->vals[item.v] = (PtRirVal){.expr = pt_rs_path(g, name), .form = (uint8_t)pt_rep_place(g, rep), .temp = temp, .rep = rep};
    return name;
}

static void lower_unpack(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirId operand = pt_hir_Unpack_operand(h, id);
    uint32_t before = pt_hir_Unpack_before(h, id), after = pt_hir_Unpack_after(h, id);
    bool starred = pt_hir_Unpack_starred(h, id) != 0;
    if (pt_handle_unpack(g, id))
        return;
    pt_val_take1(g, operand);
    PtRirId receiver = pt_val_as_receiver(g, operand);
    pt_val_flush(g);
    PtBuf pattern = pt_buf_make(g->arena);
    pt_buf_puts(&pattern, starred ? "([" : "[");
    for (uint32_t i = 0; i < before; i++)
        pt_buf_printf(&pattern, "%s%s", i ? ", " : "", pt_rir_item_pattern(g, id, i, PT_REP_VALUE));
    pt_buf_putc(&pattern, ']');
    if (starred) {
        pt_buf_printf(&pattern, ", %s, [", pt_rir_item_pattern(g, id, before, PT_REP_VALUE));
        for (uint32_t i = 0; i < after; i++)
            pt_buf_printf(&pattern, "%s%s", i ? ", " : "", pt_rir_item_pattern(g, id, before + 1 + i, PT_REP_VALUE));
        pt_buf_puts(&pattern, "])");
    }
    PtRirId call = pt_rs_method(g, receiver, starred ? "unpack_star" : "unpack", 0);
    pt_rs_add_let(g, pt_buf_text(&pattern), pt_rs_try(g, call));
}

/* ---- intrinsics ---- */

static void lower_intrinsic(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    PtHirIntr which = pt_hir_Intrinsic_which(h, id);
    PtHirList args = pt_hir_Intrinsic_args(h, id), names = pt_hir_Intrinsic_names(h, id);
    int32_t number = (int32_t)pt_hir_Intrinsic_number(h, id);
    take_list(g, args);
    PtRirVec list = {0};
    for (uint32_t i = 0; i < pt_hir_len(h, args); i++)
        pt_vec_push(g->arena, &list, pt_val_as_ref(g, pt_hir_at(h, args, i)));
    bool is_bool = false;
    switch (which) {
    case PT_HIR_INTR_MATCH_SEQUENCE: case PT_HIR_INTR_MATCH_MAPPING: is_bool = true; break;
    case PT_HIR_INTR_MATCH_LENGTH_IS: case PT_HIR_INTR_MATCH_LENGTH_MIN:
        is_bool = true;
        pt_vec_push(g->arena, &list, pt_rs_lit(g, pt_rs_text(g, "%d", number)));
        break;
    case PT_HIR_INTR_MATCH_ITEM: case PT_HIR_INTR_TYPE_VAR:
        pt_vec_push(g->arena, &list, pt_rs_lit(g, pt_rs_text(g, "%d", number)));
        break;
    case PT_HIR_INTR_MATCH_KEYS: case PT_HIR_INTR_MATCH_OTHERS: {
        PtRirVec keys = {0};
        for (uint32_t i = 1; i < list.len; i++)
            pt_vec_push(g->arena, &keys, list.data[i]);
        list.len = 1;
        pt_vec_push(g->arena, &list, pt_rs_ref(g, pt_rs_array(g, &keys)));
        break;
    }
    case PT_HIR_INTR_MATCH_CLASS: case PT_HIR_INTR_LOCALS_DICT: {
        PtRirVec symbols = {0};
        for (uint32_t i = 0; i < pt_hir_len(h, names); i++)
            pt_vec_push(g->arena, &symbols, pt_name_member(g, pt_hir_name_at(h, names, i)));
        if (which == PT_HIR_INTR_LOCALS_DICT) {
            PtRirVec values = list;
            list = (PtRirVec){0};
            pt_vec_push(g->arena, &list, pt_rs_ref(g, pt_rs_array(g, &symbols)));
            pt_vec_push(g->arena, &list, pt_rs_ref(g, pt_rs_array(g, &values)));
        } else {
            pt_vec_push(g->arena, &list, pt_rs_lit(g, pt_rs_text(g, "%d", number)));
            pt_vec_push(g->arena, &list, pt_rs_ref(g, pt_rs_array(g, &symbols)));
        }
        break;
    }
    case PT_HIR_INTR_GLOBALS_DICT:
        g->wants_module[number] = true;
        pt_vec_push(g->arena, &list, pt_rs_ref(g, pt_rs_path(g, pt_rs_text(g, "%s::MODULE", pt_name_module(g, (PtModId){(uint32_t)number})))));
        break;
    default: break;
    }
    PtRirId call = pt_rs_call_list(g, pt_rs_path(g, pt_rs_text(g, "py::%s", which == PT_HIR_INTR_SUPER ? "super_of" : pt_hir_intr_text(which))), &list);
    pt_val_define(g, id, pt_rs_try(g, call), is_bool ? PT_FORM_BOOL : PT_FORM_OWNED);
}

bool pt_rir_build(PtGen *g, PtHirId id)
{
    const PtHir *h = g->h;
    if (pt_handle_build(g, id) || pt_handle_fill(g, id))
        return true;
    switch (pt_hir_kind(h, id)) {
    case PT_HIR_BuildTuple: build_plain(g, id, pt_hir_BuildTuple_items(h, id), "py::new_tuple", false); return true;
    case PT_HIR_BuildList: build_plain(g, id, pt_hir_BuildList_items(h, id), "py::new_list", false); return true;
    case PT_HIR_BuildSet: {
        /* Three and more constants are inserted from a constant set, which has an order of its own. */
        PtHirList items = pt_hir_BuildSet_items(h, id);
        bool constant = pt_hir_len(h, items) >= 3;
        for (uint32_t i = 0; i < pt_hir_len(h, items); i++)
            constant &= pt_hir_kind(h, pt_hir_at(h, items, i)) == PT_HIR_Const;
        build_plain(g, id, items, constant ? "py::constant_set" : "py::new_set", true);
        return true;
    }
    case PT_HIR_BuildTupleStar: build_star(g, id, pt_hir_BuildTupleStar_items(h, id), "py::new_tuple", false); return true;
    case PT_HIR_BuildListStar: build_star(g, id, pt_hir_BuildListStar_items(h, id), "py::new_list", false); return true;
    case PT_HIR_BuildSetStar: build_star(g, id, pt_hir_BuildSetStar_items(h, id), "py::new_set", true); return true;
    case PT_HIR_BuildDict: build_dict(g, id); return true;
    case PT_HIR_FormatValue: format_value(g, id); return true;
    case PT_HIR_BuildString: build_string(g, id); return true;
    case PT_HIR_Unpack: lower_unpack(g, id); return true;
    case PT_HIR_UnpackItem: return true;
    case PT_HIR_Intrinsic: lower_intrinsic(g, id); return true;
    case PT_HIR_IterNew: {
        PtHirId operand = pt_hir_IterNew_operand(h, id);
        pt_val_take1(g, operand);
        PtRirId iter = pt_val_as_iter(g, operand);
        pt_val_define(g, id, iter, PT_FORM_ITER);
        return true;
    }
    default: return lower_fill(g, id);
    }
}
