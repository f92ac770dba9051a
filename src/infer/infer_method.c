/* Methods of builtin types, by the table method.def; attributes; methods of objects that nobody knows. */
#include <string.h>

#include "infer/infer_internal.h"

enum Stores { NOTHING, ITEM0, ITEM1, FROM0, ENTRY, UPDATE, KEYS0 };

static const struct Row {
    PtTypeKind receiver;
    const char *name;
    enum Stores stores;
    PtMethod direct;
} rows[] = {
#define PT_METHOD(receiver, name, args, result, stores, rust, raises) \
    {PT_TYPE_##receiver, #name, stores, {args, rust, PT_RESULT_##result, stores != NOTHING, raises}},
#include "infer/method.def"
};
enum { ROWS = sizeof rows / sizeof *rows };

static const struct Row *find(PtTypeKind receiver, const char *name)
{
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].receiver == receiver && strcmp(rows[i].name, name) == 0 && rows[i].direct.args[0] == '*')
            return &rows[i];
    return NULL;
}

const PtMethod *pt_infer_general(PtTypeKind receiver, const char *name)
{
    const struct Row *row = find(receiver, name);
    return row ? &row->direct : NULL;
}

const PtMethod *pt_infer_direct(PtTypeKind receiver, const char *name, uint32_t args, uint32_t nth)
{
    for (size_t i = 0; i < ROWS; i++) {
        bool match = rows[i].receiver == receiver && strcmp(rows[i].name, name) == 0 && rows[i].direct.args[0] != '*' &&
                     strlen(rows[i].direct.args) == args;
        if (match && nth-- == 0)
            return &rows[i].direct;
    }
    return NULL;
}

bool pt_infer_is_mutator(const char *name)
{
    static const char *const others[] = {"__setitem__", "__iadd__", "__ior__", "__ixor__", "__init__", "appendleft", "extendleft",
                                         "symmetric_difference_update", "subtract", "move_to_end", "__imul__", "__class__"};
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].stores != NOTHING && rows[i].stores != KEYS0 && strcmp(rows[i].name, name) == 0)
            return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(others[i], name) == 0)
            return true;
    return false;
}

/* What is known of a container ends here. */
static PtFact forget(PtInfer *in, PtHirId id, PtFact object)
{
    pt_infer_open_operands(in, id);
    if (pt_type_is_container(pt_type_kind(object.type)))
        for (uint32_t i = 0; i < pt_site_of(in->t, object.type)->slots; i++)
            pt_site_store(in->t, object.type, i, pt_fact_plain(PT_TYPE_TOP));
    return pt_fact_plain(PT_TYPE_TOP);
}

PtFact pt_infer_attr(PtInfer *in, PtHirId id)
{
    PtFact object = pt_infer_at(in, pt_hir_LoadAttr_object(in->h, id));
    const char *name = pt_intern_text(in->h->names, pt_hir_LoadAttr_name(in->h, id));
    PtTypeKind kind = pt_type_kind(object.type);
    if (kind == PT_TYPE_INSTANCE || kind == PT_TYPE_CLASS || kind == PT_TYPE_SUPER)
        return pt_infer_class_attr(in, id, object);
    if (!pt_infer_is_mutator(name)) {
        pt_infer_open_operands(in, id);
        return pt_fact_plain(PT_TYPE_TOP);
    }
    if (!pt_type_is_container(pt_type_kind(object.type)))
        pt_fact_stray(in->t, pt_fact_plain(PT_TYPE_TOP));
    return forget(in, id, object);
}

/* ---- calls by the table ---- */

typedef struct Call {
    PtInfer *in;
    PtHirId id;
    PtFact object;
    PtHirList list;
    uint32_t n; /* positional arguments */
} Call;

static PtFact arg(const Call *c, uint32_t i)
{
    return i < c->n ? pt_infer_at(c->in, pt_hir_arg(c->in->h, c->list, i).value) : pt_fact_plain(PT_TYPE_BOT);
}

static PtFact slot(const Call *c, uint32_t i)
{
    return pt_site_slot(c->in->t, c->object.type, i);
}

static void put(const Call *c, uint32_t i, PtFact fact)
{
    pt_site_store(c->in->t, c->object.type, i, fact);
}

/* d.update(more): a dict, pairs, keywords. */
static void update(const Call *c)
{
    PtTypes *t = c->in->t;
    PtFact more = arg(c, 0), pair = pt_type_kind(more.type) == PT_TYPE_DICT ? more : pt_infer_items(c->in, more);
    bool known = pt_type_kind(pair.type) == PT_TYPE_DICT || pt_type_kind(pair.type) == PT_TYPE_TUPLE;
    for (uint32_t i = 0; i < 2 && pair.type.v != PT_TYPE_BOT; i++)
        put(c, i, known ? pt_site_slot(t, pair.type, i) : pt_fact_plain(PT_TYPE_TOP));
    for (uint32_t i = c->n; i < pt_hir_arg_count(c->in->h, c->list); i++) {
        put(c, 0, pt_fact_plain(PT_TYPE_STR));
        put(c, 1, pt_infer_at(c->in, pt_hir_arg(c->in->h, c->list, i).value));
    }
}

/* `key=` of list.sort is called with every item. */
static void call_key(const Call *c)
{
    const PtHir *h = c->in->h;
    PtFact item = slot(c, 0);
    for (uint32_t i = c->n; i < pt_hir_arg_count(h, c->list); i++) {
        PtHirArg a = pt_hir_arg(h, c->list, i);
        if (strcmp(pt_intern_text(h->names, a.name), "key") == 0 && pt_infer_kind(c->in, a.value) != PT_TYPE_NONE)
            pt_infer_callback(c->in, pt_infer_at(c->in, a.value), &item, 1);
    }
}

static void store(const Call *c, enum Stores stores)
{
    switch (stores) {
    case NOTHING: break;
    case ITEM0: put(c, 0, arg(c, 0)); break;
    case ITEM1: put(c, 0, arg(c, 1)); break;
    case FROM0:
        for (uint32_t i = 0; i < c->n; i++)
            pt_infer_extend(c->in, c->object, 0, arg(c, i));
        break;
    case ENTRY:
        put(c, 0, arg(c, 0));
        put(c, 1, c->n > 1 ? arg(c, 1) : pt_fact_plain(PT_TYPE_NONE));
        break;
    case UPDATE: update(c); break;
    case KEYS0: call_key(c); break;
    }
}

static PtFact same(const Call *c, bool more)
{
    PtTypeKind kind = pt_type_kind(c->object.type);
    uint32_t slots = pt_site_of(c->in->t, c->object.type)->slots;
    PtFact made = pt_infer_made(c->in, c->id, 0, kind, slots, false);
    for (uint32_t i = 0; i < slots; i++)
        pt_site_store(c->in->t, made.type, i, slot(c, i));
    for (uint32_t i = 0; more && i < c->n; i++)
        pt_infer_extend(c->in, made, 0, arg(c, i));
    return made;
}

static PtFact pair_of_dict(const Call *c, uint32_t which)
{
    PtFact pair = pt_infer_made(c->in, c->id, which, PT_TYPE_TUPLE, 2, false);
    pt_site_store(c->in->t, pair.type, 0, slot(c, 0));
    pt_site_store(c->in->t, pair.type, 1, slot(c, 1));
    return pair;
}

static PtFact result(const Call *c, PtMethodResult result)
{
    PtInfer *in = c->in;
    switch (result) {
    case PT_RESULT_NONE: return pt_fact_plain(PT_TYPE_NONE);
    case PT_RESULT_BOOL: return pt_fact_plain(PT_TYPE_BOOL);
    case PT_RESULT_INT: return pt_fact_int(-1, (int64_t)1 << PT_LEN_MOST);
    case PT_RESULT_STR: return pt_fact_plain(PT_TYPE_STR);
    case PT_RESULT_ITEM: return slot(c, 0);
    case PT_RESULT_VALUE: return slot(c, 1);
    case PT_RESULT_OR_LAST: return pt_fact_join(in->t, slot(c, 1), c->n > 1 ? arg(c, 1) : pt_fact_plain(PT_TYPE_NONE));
    case PT_RESULT_OR_ARG1: return pt_fact_join(in->t, slot(c, 1), arg(c, 1));
    case PT_RESULT_SAME: return same(c, false);
    case PT_RESULT_SAME_FROM0: return same(c, true);
    case PT_RESULT_STRS: return pt_infer_made_of(in, c->id, PT_TYPE_LIST, pt_fact_plain(PT_TYPE_STR));
    case PT_RESULT_STR3: {
        PtFact made = pt_infer_made(in, c->id, 0, PT_TYPE_TUPLE, 3, false);
        for (uint32_t i = 0; i < 3; i++)
            pt_site_store(in->t, made.type, i, pt_fact_plain(PT_TYPE_STR));
        return made;
    }
    case PT_RESULT_KEYS: return pt_infer_made_of(in, c->id, PT_TYPE_ITER, slot(c, 0));
    case PT_RESULT_VALUES: return pt_infer_made_of(in, c->id, PT_TYPE_ITER, slot(c, 1));
    case PT_RESULT_ITEMS: return pt_infer_made_of(in, c->id, PT_TYPE_ITER, pair_of_dict(c, 1));
    case PT_RESULT_ENTRY_PAIR: return pair_of_dict(c, 0);
    }
    return pt_fact_plain(PT_TYPE_TOP);
}

/* A method of an object of unknown type: user code has nodes of its own; a builtin container may store the arguments. */
static PtFact unknown(PtInfer *in, PtHirId id, const char *name)
{
    PtHirList list = pt_hir_CallMethod_args(in->h, id);
    for (uint32_t i = 0; pt_infer_is_mutator(name) && i < pt_hir_arg_count(in->h, list); i++) {
        PtFact fact = pt_infer_at(in, pt_hir_arg(in->h, list, i).value), items = pt_infer_items(in, fact);
        PtTypeKind kind = pt_type_kind(fact.type);
        bool scalar = kind == PT_TYPE_INT || kind == PT_TYPE_FLOAT || kind == PT_TYPE_BOOL || kind == PT_TYPE_NONE;
        pt_fact_stray(in->t, fact);
        if (!scalar)
            pt_fact_stray(in->t, items);
        if (kind == PT_TYPE_DICT)
            pt_fact_stray(in->t, pt_site_slot(in->t, fact.type, 1));
        /* Pairs for dict.update. */
        if (pt_type_kind(items.type) == PT_TYPE_TUPLE)
            pt_fact_stray(in->t, pt_infer_items(in, items));
    }
    pt_infer_open_operands(in, id);
    return pt_fact_plain(PT_TYPE_TOP);
}

PtFact pt_infer_method(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    const char *name = pt_intern_text(h->names, pt_hir_CallMethod_name(h, id));
    Call c = {.in = in, .id = id, .object = pt_infer_at(in, pt_hir_CallMethod_object(h, id)), .list = pt_hir_CallMethod_args(h, id)};
    PtTypeKind receiver = pt_type_kind(c.object.type);
    if (receiver == PT_TYPE_BOT)
        return c.object;
    if (receiver == PT_TYPE_INSTANCE || receiver == PT_TYPE_CLASS || receiver == PT_TYPE_SUPER)
        return pt_infer_class_method(in, id, c.object);
    if (receiver != PT_TYPE_STR && !pt_type_is_container(receiver))
        return unknown(in, id, name);
    bool plain = true;
    for (uint32_t i = 0; i < pt_hir_arg_count(h, c.list); i++) {
        PtHirArgKind kind = pt_hir_arg(h, c.list, i).kind;
        plain &= kind == PT_ARG_POSITIONAL || kind == PT_ARG_KEYWORD;
        c.n += kind == PT_ARG_POSITIONAL && c.n == i;
    }
    const struct Row *row = find(receiver, name);
    if (!row || !plain)
        return forget(in, id, c.object);
    store(&c, row->stores);
    /* Objects in the container may be asked whether they equal an argument. */
    if (pt_infer_asks_objects(in, c.object))
        pt_infer_open_operands(in, id);
    return result(&c, row->direct.result);
}
