/* Classes of the program: what their attributes hold, which method a call means. A family is a class with all derived
   from it; an attribute's fact is one for the family, whichever object or class it is stored on. Once an instance has
   flowed into a Value the family is open: anybody may call its methods and store its attributes. */
#include <string.h>

#include "infer/infer_internal.h"

static PtFact top(void)
{
    return pt_fact_plain(PT_TYPE_TOP);
}

static const char *text_of(PtInfer *in, PtNameId name)
{
    return pt_intern_text(in->h->names, name);
}

static PtFact instance_of(PtUnitId class)
{
    return (PtFact){pt_type_with(PT_TYPE_INSTANCE, class.v), INT64_MIN, INT64_MAX};
}

/* ---- which classes ---- */

/* Methods that change what an object or a class is. */
static bool is_magic(const char *name)
{
    static const char *const names[] = {"__new__", "__getattr__", "__getattribute__", "__setattr__", "__delattr__",
                                        "__init_subclass__", "__set_name__", "__class_getitem__", "__metaclass__", "__class__",
                                        "__dict__", "__prepare__", "__mro_entries__"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* Fills in the methods: names bound once, by an undecorated def of the class's body. */
static bool scan_body(PtInfer *in, PtUnitId class, PtClassFacts *facts)
{
    const PtHir *h = in->h;
    const PtHirUnit *u = pt_hir_unit(h, class);
    PtMap stored = {0};
    for (uint32_t i = u->first; i && i <= u->last; i++) {
        PtHirId id = {i};
        PtHirKind kind = pt_hir_kind(h, id);
        if (kind == PT_HIR_DeleteName)
            return false;
        if (kind != PT_HIR_StoreName)
            continue;
        PtNameId name = pt_hir_StoreName_name(h, id);
        PtHirId value = pt_hir_StoreName_value(h, id);
        if (is_magic(text_of(in, name)) || pt_hir_parent(h, id).v || pt_map_has(&stored, name.v))
            return false;
        pt_map_set(h->arena, &stored, name.v, 1);
        if (pt_hir_kind(h, value) != PT_HIR_MakeFunction)
            continue;
        PtUnitId method = pt_hir_MakeFunction_unit(h, value);
        bool plain = pt_hir_unit(h, method)->params.len > 0 && pt_hir_unit(h, method)->params.data[0].kind <= PT_PARAM_NORMAL;
        if (plain && !pt_map_has(&h->world.attr_stored, name.v))
            pt_map_set(h->arena, &facts->methods, name.v, method.v);
    }
    return true;
}

static bool is_plain_class(PtInfer *in, PtHirId id, PtUnitId *base)
{
    const PtHir *h = in->h;
    PtUnitId class = pt_hir_MakeClass_unit(h, id);
    const PtHirUnit *u = pt_hir_unit(h, class);
    PtHirList bases = pt_hir_MakeClass_bases(h, id);
    *base = (PtUnitId){0};
    if (!(u->flags & PT_UNIT_ONCE) || !(u->flags & PT_UNIT_STABLE) || (u->flags & PT_UNIT_DECORATED) || pt_hir_parent(h, id).v ||
        pt_hir_unit(h, u->parent)->kind != PT_UNIT_MODULE || pt_hir_arg_count(h, bases) > 1)
        return false;
    if (pt_hir_arg_count(h, bases) == 0)
        return true;
    PtHirArg arg = pt_hir_arg(h, bases, 0);
    if (arg.kind != PT_ARG_POSITIONAL)
        return false;
    if (pt_hir_kind(h, arg.value) == PT_HIR_LoadKnown)
        return strcmp(pt_stdlib_row(pt_hir_LoadKnown_row(h, arg.value))->name, "object") == 0;
    if (pt_hir_kind(h, arg.value) != PT_HIR_LoadGlobal)
        return false;
    const PtHirGlobal *g = pt_hir_global(h, pt_hir_LoadGlobal_global(h, arg.value));
    *base = g->unit;
    return (g->flags & PT_GLOBAL_STABLE_CLASS) && g->unit.v && in->f->classes[g->unit.v].known;
}

void pt_infer_find_names(PtInfer *in)
{
    for (int op = PT_HIR_OP_ADD; op <= PT_HIR_OP_GE; op++) {
        const char *name = pt_hir_op_dunder((PtHirOp)op);
        in->op_names[op] = pt_intern_find(in->h->names, name, strlen(name));
    }
    in->init_name = pt_intern_find(in->h->names, "__init__", strlen("__init__"));
}

/* setattr and its kin: attributes change although no statement says so. */
static bool sets_by_name(const PtHir *h)
{
    PtNameId set = pt_intern_find(h->names, "__setattr__", strlen("__setattr__"));
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        PtHirKind kind = pt_hir_kind(h, id);
        PtStdId row = kind == PT_HIR_CallKnown ? pt_hir_CallKnown_row(h, id)
                      : kind == PT_HIR_LoadKnown ? pt_hir_LoadKnown_row(h, id) : (PtStdId){0};
        PtNameId name = kind == PT_HIR_CallMethod ? pt_hir_CallMethod_name(h, id)
                        : kind == PT_HIR_LoadAttr ? pt_hir_LoadAttr_name(h, id) : (PtNameId){0};
        if ((name.v && name.v == set.v) || (row.v && (pt_stdlib_row(row)->effects & PT_STD_ATTRIBUTES)))
            return true;
    }
    return false;
}

void pt_infer_find_classes(PtInfer *in)
{
    const PtHir *h = in->h;
    uint32_t *bases = pt_arena_zero(in->t->arena, (h->units.len + 1) * sizeof *bases);
    in->t->bases = bases;
    unsigned taken = 1u << PT_WORLD_DYNAMIC_SETATTR | 1u << PT_WORLD_DICT_WRITTEN | 1u << PT_WORLD_CLASS_WRITTEN |
                     1u << PT_WORLD_GLOBALS | 1u << PT_WORLD_EVAL | 1u << PT_WORLD_SYS_MODULES | 1u << PT_WORLD_LOCALS;
    if ((h->world.flags & taken) || sets_by_name(h))
        return;
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        PtUnitId base;
        PtHirKind kind = pt_hir_kind(h, id);
        in->classes_seen |= kind == PT_HIR_LoadAttr && strcmp(text_of(in, pt_hir_LoadAttr_name(h, id)), "__class__") == 0;
        PtStdId row = kind == PT_HIR_CallKnown ? pt_hir_CallKnown_row(h, id)
                      : kind == PT_HIR_LoadKnown ? pt_hir_LoadKnown_row(h, id) : (PtStdId){0};
        in->classes_seen |= row.v && (pt_stdlib_row(row)->effects & PT_STD_CLASSES);
        if (kind != PT_HIR_MakeClass || !is_plain_class(in, id, &base))
            continue;
        PtUnitId class = pt_hir_MakeClass_unit(h, id);
        PtClassFacts *facts = &in->f->classes[class.v];
        facts->known = scan_body(in, class, facts);
        facts->base = base;
        facts->root = base.v ? in->f->classes[base.v].root : class;
        bases[class.v] = base.v;
        if (!facts->known)
            continue;
        PtClassFacts *family = &in->f->classes[facts->root.v];
        pt_vec_push(in->t->arena, &family->members, class.v);
        for (uint32_t k = 0; k < facts->methods.entries.len; k++)
            pt_map_set(in->t->arena, &family->names, facts->methods.entries.data[k].key, 1);
    }
}

/* ---- attributes ---- */

static PtAttrFact *attr_of(PtInfer *in, PtMap *map, uint64_t key, bool make)
{
    uint32_t at = pt_map_get(map, key);
    if (!at && !make)
        return NULL;
    if (!at) {
        at = in->f->attr_facts.len;
        pt_vec_push(in->t->arena, &in->f->attr_facts, (PtAttrFact){.fact = pt_fact_plain(PT_TYPE_BOT)});
        pt_map_set(in->t->arena, map, key, at);
    }
    return &in->f->attr_facts.data[at];
}

static uint64_t key_of(PtUnitId root, PtNameId name)
{
    return (uint64_t)root.v << 32 | name.v;
}

/* What objects of unknown types do when they are looked up in a class: a property calls a function, with the object. */
static bool may_act(PtTypeKind kind)
{
    return kind == PT_TYPE_TOP || kind == PT_TYPE_INSTANCE || kind == PT_TYPE_CLASS || kind == PT_TYPE_FUNCTION ||
           kind == PT_TYPE_KNOWN;
}

static void store_attr(PtInfer *in, PtUnitId class, PtNameId name, PtFact value)
{
    PtUnitId root = in->f->classes[class.v].root;
    if (in->f->classes[root.v].open)
        pt_fact_open(in->t, value);
    PtAttrFact *attr = attr_of(in, &in->f->attrs, key_of(root, name), true);
    if (pt_fact_grow(in->t, &attr->fact, &attr->moves, value))
        in->t->grown = true;
}

static PtFact load_attr(PtInfer *in, PtUnitId class, PtNameId name)
{
    PtUnitId root = in->f->classes[class.v].root;
    PtAttrFact *attr = attr_of(in, &in->f->attrs, key_of(root, name), false);
    PtFact fact = attr ? attr->fact : pt_fact_plain(PT_TYPE_BOT);
    PtAttrFact *stray = in->f->classes[root.v].open ? attr_of(in, &in->f->stray_attrs, name.v, false) : NULL;
    return stray ? pt_fact_join(in->t, fact, stray->fact) : fact;
}

static PtUnitId find_method(PtInfer *in, PtUnitId class, PtNameId name)
{
    for (; class.v; class = in->f->classes[class.v].base) {
        uint32_t unit = pt_map_get(&in->f->classes[class.v].methods, name.v);
        if (unit)
            return (PtUnitId){unit};
    }
    return (PtUnitId){0};
}

static bool derives(PtInfer *in, PtUnitId class, PtUnitId from)
{
    for (; class.v; class = in->f->classes[class.v].base)
        if (class.v == from.v)
            return true;
    return false;
}

static PtClassFacts *family_of(PtInfer *in, PtUnitId class)
{
    return &in->f->classes[in->f->classes[class.v].root.v];
}

/* True when the name is a method somewhere in the family, or something of a class that may act when it is looked up. */
static bool acts(PtInfer *in, PtUnitId class, PtNameId name)
{
    return pt_map_has(&family_of(in, class)->names, name.v);
}

PtFact pt_infer_class_attr(PtInfer *in, PtHirId id, PtFact object)
{
    PtUnitId class = {pt_type_param(object.type)};
    PtNameId name = pt_hir_LoadAttr_name(in->h, id);
    bool known = in->f->classes[class.v].known && pt_type_kind(object.type) != PT_TYPE_SUPER;
    if (!known || strncmp(text_of(in, name), "__", 2) == 0 || acts(in, class, name)) {
        pt_infer_open_operands(in, id);
        return top();
    }
    return load_attr(in, class, name);
}

void pt_infer_store_attr(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    PtFact object = pt_infer_at(in, pt_hir_StoreAttr_object(h, id)), value = pt_infer_at(in, pt_hir_StoreAttr_value(h, id));
    PtTypeKind kind = pt_type_kind(object.type);
    PtNameId name = pt_hir_StoreAttr_name(h, id);
    if (kind == PT_TYPE_BOT)
        return;
    PtUnitId class = {pt_type_param(object.type)};
    bool followed = kind == PT_TYPE_INSTANCE || kind == PT_TYPE_CLASS;
    if (kind == PT_TYPE_CLASS && may_act(pt_type_kind(value.type)))
        pt_map_set(in->t->arena, &family_of(in, class)->names, name.v, 1);
    if (followed && acts(in, class, name))
        pt_infer_open_operands(in, id);
    if (followed) {
        store_attr(in, class, name, value);
        return;
    }
    pt_infer_open_operands(in, id);
    PtAttrFact *attr = attr_of(in, &in->f->stray_attrs, name.v, true);
    if (pt_fact_grow(in->t, &attr->fact, &attr->moves, value))
        in->t->grown = true;
}

/* ---- making classes and objects ---- */

/* An arithmetic method is called by operators, which inference follows; all others whose names begin with `__` the
   runtime may call by itself, with any other operand. */
static bool is_arithmetic(const char *name)
{
    for (int op = 1; op < PT_HIR_OP_COUNT; op++)
        if (op < PT_HIR_OP_EQ && strcmp(pt_hir_op_dunder((PtHirOp)op), name) == 0)
            return true;
    return false;
}

static bool is_comparison(const char *name)
{
    for (int op = PT_HIR_OP_EQ; op <= PT_HIR_OP_GE; op++)
        if (strcmp(pt_hir_op_dunder((PtHirOp)op), name) == 0)
            return true;
    return false;
}

static void open_method(PtInfer *in, PtUnitId method, PtFact self)
{
    const PtHirUnit *u = pt_hir_unit(in->h, method);
    pt_infer_to_sym(in, u->params.data[0].sym, self);
    if (!in->f->closed[method.v])
        return;
    in->f->closed[method.v] = false;
    pt_infer_reach(in, method);
    pt_fact_open(in->t, pt_infer_result_of(in, method));
    for (uint32_t i = 1; i < u->params.len; i++)
        pt_infer_open_param(in, &u->params.data[i]);
}

PtFact pt_infer_make_class(PtInfer *in, PtHirId id)
{
    PtUnitId class = pt_hir_MakeClass_unit(in->h, id);
    pt_infer_reach(in, class);
    PtClassFacts *facts = &in->f->classes[class.v];
    if (!facts->known) {
        pt_infer_open_operands(in, id);
        return top();
    }
    for (uint32_t i = 0; i < facts->methods.entries.len; i++) {
        const char *name = text_of(in, (PtNameId){(uint32_t)facts->methods.entries.data[i].key});
        /* What compares objects gets others of the family, whoever does it. */
        if (is_comparison(name))
            pt_fact_open(in->t, instance_of(class));
        if (strncmp(name, "__", 2) == 0 && strcmp(name, "__init__") != 0 && !is_arithmetic(name))
            open_method(in, (PtUnitId){facts->methods.entries.data[i].value}, instance_of(class));
    }
    return (PtFact){pt_type_with(PT_TYPE_CLASS, class.v), INT64_MIN, INT64_MAX};
}

void pt_infer_store_name(PtInfer *in, PtHirId id)
{
    PtNameId name = pt_hir_StoreName_name(in->h, id);
    PtClassFacts *facts = &in->f->classes[in->unit.v];
    PtFact value = pt_infer_at(in, pt_hir_StoreName_value(in->h, id));
    if (!facts->known) {
        pt_infer_open_operands(in, id);
        return;
    }
    if (pt_map_has(&facts->methods, name.v))
        return;
    if (may_act(pt_type_kind(value.type))) {
        pt_fact_open(in->t, value);
        pt_map_set(in->t->arena, &family_of(in, in->unit)->names, name.v, 1);
        value = top();
    }
    store_attr(in, in->unit, name, value);
}

PtFact pt_infer_construct(PtInfer *in, PtHirId id, PtUnitId class)
{
    const PtHir *h = in->h;
    PtFact self = instance_of(class);
    PtUnitId init = find_method(in, class, in->init_name);
    if (init.v)
        pt_infer_bind(in, init, &self, pt_hir_Call_args(h, id));
    return self;
}

/* ---- calls ---- */

/* The methods that `object.name(…)` may mean: false when nobody can tell. With `only` the one, if it is one. */
static bool bind_targets(PtInfer *in, PtFact object, PtNameId name, PtHirList args, PtUnitId *only)
{
    PtUnitId class = {pt_type_param(object.type)}, root = in->f->classes[class.v].root, found;
    PtTypeKind kind = pt_type_kind(object.type);
    PtAttrFact *shadow = attr_of(in, &in->f->attrs, key_of(root, name), false);
    bool strays = in->f->classes[root.v].open && attr_of(in, &in->f->stray_attrs, name.v, false);
    if (!in->f->classes[class.v].known || shadow || strays)
        return false;
    if (kind == PT_TYPE_SUPER)
        class = in->f->classes[class.v].base;
    found = find_method(in, class, name);
    if (!found.v)
        return false;
    if (only)
        *only = found;
    if (kind == PT_TYPE_CLASS) {
        if (!only)
            pt_infer_bind(in, found, NULL, args);
        return true;
    }
    PtFact self = instance_of(class);
    if (kind == PT_TYPE_SUPER)
        self = instance_of((PtUnitId){pt_type_param(object.type)});
    if (!only)
        pt_infer_bind(in, found, &self, args);
    const PtClassFacts *family = family_of(in, class);
    for (uint32_t i = 0; i < family->members.len && kind == PT_TYPE_INSTANCE; i++) {
        PtUnitId sub = {family->members.data[i]}, own = {pt_map_get(&in->f->classes[sub.v].methods, name.v)};
        if (!own.v || sub.v == class.v || !derives(in, sub, class))
            continue;
        PtFact as = instance_of(sub);
        if (only)
            *only = (PtUnitId){0};
        else
            pt_infer_bind(in, own, &as, args);
    }
    return true;
}

/* The join of what the possible targets give. */
static PtFact results(PtInfer *in, PtFact object, PtNameId name)
{
    PtUnitId class = {pt_type_param(object.type)};
    PtTypeKind kind = pt_type_kind(object.type);
    if (kind == PT_TYPE_SUPER)
        class = in->f->classes[class.v].base;
    PtFact all = pt_infer_result_of(in, find_method(in, class, name));
    const PtClassFacts *family = family_of(in, class);
    for (uint32_t i = 0; i < family->members.len && kind == PT_TYPE_INSTANCE; i++) {
        PtUnitId sub = {family->members.data[i]}, own = {pt_map_get(&in->f->classes[sub.v].methods, name.v)};
        if (own.v && derives(in, sub, class))
            all = pt_fact_join(in->t, all, pt_infer_result_of(in, own));
    }
    return all;
}

PtFact pt_infer_class_method(PtInfer *in, PtHirId id, PtFact object)
{
    const PtHir *h = in->h;
    PtNameId name = pt_hir_CallMethod_name(h, id);
    PtHirList args = pt_hir_CallMethod_args(h, id);
    PtUnitId class = {pt_type_param(object.type)};
    /* object.__init__ takes nothing and does nothing. */
    if (pt_type_kind(object.type) == PT_TYPE_SUPER && !in->f->classes[class.v].base.v && name.v == in->init_name.v)
        return pt_fact_plain(PT_TYPE_NONE);
    if (bind_targets(in, object, name, args, NULL))
        return results(in, object, name);
    pt_infer_open_operands(in, id);
    if (pt_type_kind(object.type) == PT_TYPE_SUPER)
        pt_fact_open(in->t, instance_of(class));
    for (uint32_t i = 0; pt_infer_is_mutator(text_of(in, name)) && i < pt_hir_arg_count(h, args); i++)
        pt_fact_stray(in->t, pt_infer_at(in, pt_hir_arg(h, args, i).value));
    return top();
}

bool pt_infer_class_operator(PtInfer *in, PtHirOp op, PtFact left, PtFact right, PtFact *result)
{
    PtNameId name = in->op_names[op];
    PtUnitId class = {pt_type_param(left.type)};
    if (!name.v || !in->f->classes[class.v].known || right.type.v == PT_TYPE_TOP)
        return false;
    const PtClassFacts *family = family_of(in, class);
    for (uint32_t i = 0; i < family->members.len; i++) {
        PtUnitId sub = {family->members.data[i]}, own = {pt_map_get(&in->f->classes[sub.v].methods, name.v)};
        if (!own.v)
            continue;
        const PtHirUnit *unit = pt_hir_unit(in->h, own);
        pt_infer_to_sym(in, unit->params.data[0].sym, instance_of(sub));
        if (unit->params.len > 1)
            pt_infer_to_sym(in, unit->params.data[1].sym, right);
        pt_infer_reach(in, own);
    }
    PtUnitId method = find_method(in, class, name);
    if (!method.v)
        return false;
    /* NotImplemented is a Value: the other side is asked then. */
    *result = results(in, left, name);
    if (pt_type_kind(result->type) == PT_TYPE_TOP)
        pt_fact_open(in->t, right);
    return true;
}

bool pt_infer_compares(PtInfer *in, PtUnitId class)
{
    if (!in->f->classes[class.v].known)
        return true;
    for (int op = PT_HIR_OP_EQ; op <= PT_HIR_OP_GE; op++)
        if (in->op_names[op].v && acts(in, class, in->op_names[op]))
            return true;
    return false;
}

/* ---- open families ---- */

static void open_family(PtInfer *in, PtUnitId root, bool passed)
{
    PtClassFacts *family = &in->f->classes[root.v];
    if (family->open && (family->passed || !passed))
        return;
    family->open = true;
    family->passed |= passed;
    in->t->grown = true;
    for (uint32_t m = 0; m < family->members.len; m++) {
        PtUnitId class = {family->members.data[m]};
        const PtClassFacts *c = &in->f->classes[class.v];
        for (uint32_t i = 0; i < c->methods.entries.len; i++) {
            PtFact self = family->passed ? top() : instance_of(class);
            open_method(in, (PtUnitId){c->methods.entries.data[i].value}, self);
        }
    }
    for (uint32_t i = 0; i < in->f->attrs.entries.len; i++)
        if (in->f->attrs.entries.data[i].key >> 32 == root.v)
            pt_fact_open(in->t, in->f->attr_facts.data[in->f->attrs.entries.data[i].value].fact);
}

void pt_infer_open_classes(PtInfer *in)
{
    for (uint32_t i = 0; i < in->t->opened_classes.len; i++) {
        PtTypeId type = in->t->opened_classes.data[i];
        PtUnitId class = {pt_type_param(type)};
        if (in->f->classes[class.v].known)
            open_family(in, in->f->classes[class.v].root, pt_type_kind(type) != PT_TYPE_INSTANCE || in->classes_seen);
    }
    in->t->opened_classes.len = 0;
}

/* ---- for the lowering ---- */

void pt_infer_find_targets(PtInfer *in)
{
    const PtHir *h = in->h;
    for (uint32_t i = 1; i < h->count; i++) {
        PtHirId id = {i};
        if (pt_hir_kind(h, id) != PT_HIR_CallMethod)
            continue;
        PtFact object = pt_infer_at(in, pt_hir_CallMethod_object(h, id));
        PtHirList args = pt_hir_CallMethod_args(h, id);
        PtUnitId only = {0};
        if (pt_type_kind(object.type) != PT_TYPE_INSTANCE ||
            !bind_targets(in, object, pt_hir_CallMethod_name(h, id), args, &only) || !only.v)
            continue;
        const PtHirUnit *u = pt_hir_unit(h, only);
        bool plain = u->params.len == pt_hir_arg_count(h, args) + 1 && !(u->flags & (PT_UNIT_GENERATOR | PT_UNIT_ASYNC)) &&
                     u->captures.len == 0;
        for (uint32_t k = 0; plain && k < u->params.len; k++)
            plain = u->params.data[k].kind <= PT_PARAM_NORMAL;
        for (uint32_t k = 0; plain && k < pt_hir_arg_count(h, args); k++)
            plain = pt_hir_arg(h, args, k).kind == PT_ARG_POSITIONAL;
        if (plain)
            in->f->targets[i] = only;
    }
}
