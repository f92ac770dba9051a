/* Results of calls of the library. A row's signature names a type, or one of the rules below. */
#include <string.h>

#include "infer/infer_internal.h"

/* A call's arguments. */
typedef struct Call {
    PtInfer *in;
    PtHirId id;
    const PtStdRow *row;
    PtHirList list;
    uint32_t n;       /* positional ones */
    bool plain;       /* positional ones and keywords only: no * and no ** */
    PtFact none;      /* of an argument that is not there */
} Call;

static PtFact top(void)
{
    return pt_fact_plain(PT_TYPE_TOP);
}

static PtFact int_of(int64_t lo, int64_t hi)
{
    return pt_fact_int(lo, hi);
}

static PtFact arg(const Call *c, uint32_t i)
{
    return i < c->n ? pt_infer_at(c->in, pt_hir_arg(c->in->h, c->list, i).value) : c->none;
}

static PtTypeKind kind_of(const Call *c, uint32_t i)
{
    return pt_type_kind(arg(c, i).type);
}

/* A keyword argument; BOT when it is not there, or no value has come yet. */
static PtFact keyword(const Call *c, const char *name, bool *given)
{
    const PtHir *h = c->in->h;
    *given = false;
    for (uint32_t i = c->n; i < pt_hir_arg_count(h, c->list); i++) {
        PtHirArg a = pt_hir_arg(h, c->list, i);
        if (a.kind != PT_ARG_KEYWORD || strcmp(pt_intern_text(h->names, a.name), name) != 0)
            continue;
        *given = true;
        return pt_infer_at(c->in, a.value);
    }
    return c->none;
}

static PtFact items(const Call *c, uint32_t i)
{
    return pt_infer_items(c->in, arg(c, i));
}

static PtFact unknown(const Call *c)
{
    pt_infer_open_operands(c->in, c->id);
    return top();
}

static PtFact made_of(const Call *c, PtTypeKind kind, PtFact item)
{
    return pt_infer_made_of(c->in, c->id, kind, item);
}

/* Calls `key=` with `item`. */
static void call_key(const Call *c, PtFact item)
{
    bool given;
    PtFact key = keyword(c, "key", &given);
    if (given && pt_type_kind(key.type) != PT_TYPE_NONE)
        pt_infer_callback(c->in, key, &item, 1);
}

/* ---- numbers ---- */

static PtFact rule_len(const Call *c)
{
    PtTypeKind kind = kind_of(c, 0);
    if (kind == PT_TYPE_TOP || kind == PT_TYPE_RANGE || c->n != 1)
        return int_of(0, INT64_MAX);
    return pt_infer_length();
}

static PtFact rule_ord(const Call *c)
{
    (void)c;
    return int_of(0, 0x10FFFF);
}

static PtFact rule_position(const Call *c)
{
    PtTypeKind kind = kind_of(c, 0);
    if (kind == PT_TYPE_TOP)
        pt_infer_open_operands(c->in, c->id);
    return kind == PT_TYPE_TOP ? top() : pt_infer_length();
}

static PtFact rule_int(const Call *c)
{
    if (c->n == 1 && kind_of(c, 0) == PT_TYPE_INT)
        return arg(c, 0);
    return c->n == 1 && kind_of(c, 0) == PT_TYPE_BOOL ? int_of(0, 1) : pt_fact_plain(PT_TYPE_INT);
}

static PtFact rule_float(const Call *c)
{
    (void)c;
    return pt_fact_plain(PT_TYPE_FLOAT);
}

static PtFact rule_abs(const Call *c)
{
    PtFact f = arg(c, 0);
    if (kind_of(c, 0) == PT_TYPE_FLOAT || kind_of(c, 0) == PT_TYPE_BOT)
        return f;
    if (kind_of(c, 0) != PT_TYPE_INT)
        return unknown(c);
    if (f.lo == INT64_MIN || f.hi == INT64_MAX)
        return int_of(0, INT64_MAX);
    return int_of(0, f.hi > -f.lo ? f.hi : -f.lo);
}

static PtFact rule_round(const Call *c)
{
    PtTypeKind kind = kind_of(c, 0);
    if (kind == PT_TYPE_BOT)
        return arg(c, 0);
    if (kind != PT_TYPE_INT && kind != PT_TYPE_FLOAT)
        return unknown(c);
    if (c->n == 1 && pt_hir_arg_count(c->in->h, c->list) == 1)
        return kind == PT_TYPE_INT ? arg(c, 0) : pt_fact_plain(PT_TYPE_INT);
    return kind_of(c, 1) == PT_TYPE_INT ? pt_fact_plain(kind) : unknown(c);
}

static PtFact rule_divmod(const Call *c)
{
    PtTypeKind a = kind_of(c, 0), b = kind_of(c, 1);
    bool numbers = (a == PT_TYPE_INT || a == PT_TYPE_FLOAT) && (b == PT_TYPE_INT || b == PT_TYPE_FLOAT);
    if (!numbers)
        return a == PT_TYPE_BOT || b == PT_TYPE_BOT ? pt_fact_plain(PT_TYPE_BOT) : unknown(c);
    PtFact pair = pt_infer_made(c->in, c->id, 0, PT_TYPE_TUPLE, 2, false);
    pt_site_store(c->in->t, pair.type, 0, pt_infer_numbers(PT_HIR_OP_FLOORDIV, arg(c, 0), arg(c, 1)));
    pt_site_store(c->in->t, pair.type, 1, pt_infer_numbers(PT_HIR_OP_MOD, arg(c, 0), arg(c, 1)));
    return pair;
}

static PtFact rule_pow(const Call *c)
{
    PtTypeKind a = kind_of(c, 0), b = kind_of(c, 1), m = kind_of(c, 2);
    bool numbers = (a == PT_TYPE_INT || a == PT_TYPE_FLOAT) && (b == PT_TYPE_INT || b == PT_TYPE_FLOAT);
    if (numbers && c->n == 2 && pt_hir_arg_count(c->in->h, c->list) == 2)
        return pt_infer_numbers(PT_HIR_OP_POW, arg(c, 0), arg(c, 1));
    if (numbers && c->n == 3 && a == PT_TYPE_INT && b == PT_TYPE_INT && m == PT_TYPE_INT)
        return pt_infer_numbers(PT_HIR_OP_MOD, pt_fact_plain(PT_TYPE_INT), arg(c, 2));
    return unknown(c);
}

/* sum() starts from the int 0, which an empty iterable gives back. */
static PtFact rule_sum(const Call *c)
{
    bool given;
    PtFact start = c->n == 2 ? arg(c, 1) : keyword(c, "start", &given), item = items(c, 0);
    PtTypeKind kind = pt_type_kind(item.type), from = pt_type_kind(start.type);
    if (start.type.v == PT_TYPE_BOT)
        from = PT_TYPE_INT;
    bool whole = kind == PT_TYPE_INT || kind == PT_TYPE_BOOL || kind == PT_TYPE_BOT;
    if (whole && from == PT_TYPE_INT)
        return pt_fact_plain(PT_TYPE_INT);
    if (from == PT_TYPE_FLOAT && (whole || kind == PT_TYPE_FLOAT))
        return pt_fact_plain(PT_TYPE_FLOAT);
    return unknown(c);
}

/* range(start, stop, step): the bounds are those of the items of a loop over it, which is bounded by time (infer.h). */
static PtFact rule_range(const Call *c)
{
    PtFact all = pt_fact_plain(PT_TYPE_RANGE), a[3] = {int_of(0, 0), all, int_of(1, 1)};
    for (uint32_t i = 0; i < c->n && i < 3; i++) {
        if (kind_of(c, i) != PT_TYPE_INT)
            return kind_of(c, i) == PT_TYPE_BOT ? pt_fact_plain(PT_TYPE_BOT) : all;
        a[c->n == 1 ? 1 : i] = arg(c, i);
    }
    if (a[0].lo == INT64_MIN || a[0].hi == INT64_MAX || a[2].lo < -PT_RANGE_STEP || a[2].hi > PT_RANGE_STEP)
        return all;
    int64_t lo = a[0].lo, hi = a[0].hi, below = a[1].lo, above = a[1].hi;
    below = below < -PT_RANGE_LIMIT ? -PT_RANGE_LIMIT : below;
    above = above > PT_RANGE_LIMIT ? PT_RANGE_LIMIT : above;
    if (a[2].hi > 0 && above - 1 > hi)
        hi = above - 1;
    if (a[2].lo < 0 && below + 1 < lo)
        lo = below + 1;
    return (PtFact){all.type, lo, hi};
}

static PtFact rule_between(const Call *c)
{
    if (kind_of(c, 0) != PT_TYPE_INT || kind_of(c, 1) != PT_TYPE_INT)
        return pt_fact_plain(PT_TYPE_INT);
    return int_of(arg(c, 0).lo, arg(c, 1).hi);
}

/* ---- text ---- */

static PtFact rule_shown(const Call *c)
{
    PtTypeKind kind = kind_of(c, 0);
    if (c->n == 0 || kind == PT_TYPE_BOT)
        return pt_fact_plain(PT_TYPE_STR);
    return c->n == 1 && kind != PT_TYPE_TOP ? pt_fact_plain(PT_TYPE_STR) : unknown(c);
}

/* ---- one of many ---- */

static PtFact rule_choice(const Call *c)
{
    bool given;
    PtFact best = pt_fact_plain(PT_TYPE_BOT), other = keyword(c, "default", &given);
    if (c->n == 1) {
        best = kind_of(c, 0) == PT_TYPE_RANGE ? pt_fact_plain(PT_TYPE_INT) : items(c, 0);
        call_key(c, best);
        return given ? pt_fact_join(c->in->t, best, other) : best;
    }
    for (uint32_t i = 0; i < c->n; i++) {
        best = pt_fact_join(c->in->t, best, arg(c, i));
        call_key(c, arg(c, i));
    }
    return best;
}

static PtFact rule_item(const Call *c)
{
    PtTypeKind kind = kind_of(c, 0);
    return kind == PT_TYPE_DICT || kind == PT_TYPE_RANGE ? top() : items(c, 0);
}

static PtFact rule_next(const Call *c)
{
    PtFact item = items(c, 0);
    return c->n == 2 ? pt_fact_join(c->in->t, item, arg(c, 1)) : item;
}

/* The same object, or one just like it; objects of classes may say themselves what a copy is. */
static PtFact rule_same(const Call *c)
{
    return pt_infer_holds_objects(c->in, arg(c, 0)) || pt_type_kind(arg(c, 0).type) == PT_TYPE_ITER ? unknown(c) : arg(c, 0);
}

/* Names of attributes, arguments number `from` up to `to`: one may be of a method that stores its arguments. */
static PtFact named(const Call *c, uint32_t from, uint32_t to)
{
    const PtHir *h = c->in->h;
    for (uint32_t i = from; i < to && i < c->n; i++) {
        PtHirId name = pt_hir_arg(h, c->list, i).value;
        const PtHirConst *text = pt_hir_kind(h, name) == PT_HIR_Const ? pt_hir_const(h, pt_hir_Const_value(h, name)) : NULL;
        if (!text || (text->kind == PT_HIR_CONST_STR && pt_infer_is_mutator(text->text)))
            pt_fact_stray(c->in->t, top());
    }
    return unknown(c);
}

static PtFact rule_attribute_of(const Call *c)
{
    return named(c, 1, 2);
}

static PtFact rule_attributes(const Call *c)
{
    return named(c, 0, c->n);
}

/* ---- iterators ---- */

static PtFact rule_items(const Call *c)
{
    return made_of(c, PT_TYPE_ITER, items(c, 0));
}

static PtFact rule_iter(const Call *c)
{
    PtFact function = arg(c, 0);
    return c->n == 1 ? rule_items(c) : made_of(c, PT_TYPE_ITER, pt_infer_callback(c->in, function, NULL, 0));
}

static PtFact rule_enumerate(const Call *c)
{
    bool given;
    PtFact start = c->n == 2 ? arg(c, 1) : keyword(c, "start", &given), index = pt_infer_length();
    if (pt_type_kind(start.type) == PT_TYPE_INT && pt_fact_is_small(start))
        index = int_of(start.lo, start.hi + index.hi);
    else if (start.type.v != PT_TYPE_BOT)
        index = pt_fact_plain(PT_TYPE_INT);
    PtFact pair = pt_infer_made(c->in, c->id, 1, PT_TYPE_TUPLE, 2, false);
    pt_site_store(c->in->t, pair.type, 0, index);
    pt_site_store(c->in->t, pair.type, 1, items(c, 0));
    return made_of(c, PT_TYPE_ITER, pair);
}

/* A tuple of an item of each argument. */
static PtFact rule_zip(const Call *c)
{
    if (c->n == 0 || c->n > PT_TUPLE_MOST)
        return unknown(c);
    PtFact tuple = pt_infer_made(c->in, c->id, 1, PT_TYPE_TUPLE, c->n, false);
    for (uint32_t i = 0; i < c->n; i++)
        pt_site_store(c->in->t, tuple.type, i, items(c, i));
    return made_of(c, PT_TYPE_ITER, tuple);
}

static PtFact rule_product(const Call *c)
{
    bool repeated;
    keyword(c, "repeat", &repeated);
    if (!repeated)
        return rule_zip(c);
    PtFact tuple = pt_infer_made(c->in, c->id, 1, PT_TYPE_TUPLE, 1, true);
    for (uint32_t i = 0; i < c->n; i++)
        pt_site_store(c->in->t, tuple.type, 0, items(c, i));
    return made_of(c, PT_TYPE_ITER, tuple);
}

/* Tuples of as many items as the second argument says. */
static PtFact rule_choose(const Call *c)
{
    PtFact count = arg(c, 1);
    bool known = pt_type_kind(count.type) == PT_TYPE_INT && count.lo == count.hi && count.lo > 0 && count.lo <= PT_TUPLE_MOST;
    PtFact tuple = pt_infer_made(c->in, c->id, 1, PT_TYPE_TUPLE, known ? (uint32_t)count.lo : 1, !known);
    for (int64_t i = 0; i < (known ? count.lo : 1); i++)
        pt_site_store(c->in->t, tuple.type, (uint32_t)i, items(c, 0));
    return made_of(c, PT_TYPE_ITER, tuple);
}

static PtFact rule_chain(const Call *c)
{
    PtFact made = made_of(c, PT_TYPE_ITER, pt_fact_plain(PT_TYPE_BOT));
    for (uint32_t i = 0; i < c->n; i++)
        pt_infer_extend(c->in, made, 0, arg(c, i));
    return made;
}

static PtFact rule_repeat(const Call *c)
{
    return made_of(c, PT_TYPE_ITER, arg(c, 0));
}

static PtFact rule_map(const Call *c)
{
    PtFact each[PT_TUPLE_MOST];
    if (c->n < 2 || c->n > PT_TUPLE_MOST)
        return unknown(c);
    for (uint32_t i = 1; i < c->n; i++)
        each[i - 1] = items(c, i);
    return made_of(c, PT_TYPE_ITER, pt_infer_callback(c->in, arg(c, 0), each, c->n - 1));
}

static PtFact rule_filter(const Call *c)
{
    PtFact item = items(c, 1);
    if (kind_of(c, 0) != PT_TYPE_NONE)
        pt_infer_callback(c->in, arg(c, 0), &item, 1);
    return made_of(c, PT_TYPE_ITER, item);
}

/* ---- containers ---- */

static PtFact rule_sorted(const Call *c)
{
    call_key(c, items(c, 0));
    return made_of(c, PT_TYPE_LIST, items(c, 0));
}

static PtFact container_of(const Call *c, PtTypeKind kind)
{
    return made_of(c, kind, c->n == 0 ? pt_fact_plain(PT_TYPE_BOT) : items(c, 0));
}

static PtFact rule_list(const Call *c)
{
    return container_of(c, PT_TYPE_LIST);
}

static PtFact rule_set(const Call *c)
{
    return container_of(c, PT_TYPE_SET);
}

static PtFact rule_tuple(const Call *c)
{
    return kind_of(c, 0) == PT_TYPE_TUPLE ? arg(c, 0) : container_of(c, PT_TYPE_TUPLE);
}

static PtFact rule_dict(const Call *c)
{
    const PtHir *h = c->in->h;
    PtTypes *t = c->in->t;
    PtFact made = pt_infer_made(c->in, c->id, 0, PT_TYPE_DICT, 2, false), from = arg(c, 0);
    if (kind_of(c, 0) == PT_TYPE_DICT) {
        pt_site_store(t, made.type, 0, pt_site_slot(t, from.type, 0));
        pt_site_store(t, made.type, 1, pt_site_slot(t, from.type, 1));
    } else if (c->n > 0 && from.type.v != PT_TYPE_BOT) {
        PtFact pair = pt_infer_items(c->in, from);
        bool known = pt_type_kind(pair.type) == PT_TYPE_TUPLE || pair.type.v == PT_TYPE_BOT;
        if (!known)
            pt_infer_open_operands(c->in, c->id);
        for (uint32_t i = 0; i < 2; i++)
            pt_site_store(t, made.type, i, !known ? top() : pair.type.v == PT_TYPE_BOT ? pair : pt_site_slot(t, pair.type, i));
    }
    for (uint32_t i = c->n; i < pt_hir_arg_count(h, c->list); i++) {
        pt_site_store(t, made.type, 0, pt_fact_plain(PT_TYPE_STR));
        pt_site_store(t, made.type, 1, pt_infer_at(c->in, pt_hir_arg(h, c->list, i).value));
    }
    return made;
}

static PtFact rule_largest(const Call *c)
{
    call_key(c, items(c, 1));
    return made_of(c, PT_TYPE_LIST, items(c, 1));
}

/* Stores the second argument in the first; None. */
static PtFact rule_put(const Call *c)
{
    if (kind_of(c, 0) == PT_TYPE_LIST) {
        call_key(c, arg(c, 1));
        pt_site_store(c->in->t, arg(c, 0).type, 0, arg(c, 1));
    } else if (kind_of(c, 0) != PT_TYPE_BOT) {
        pt_infer_open_operands(c->in, c->id);
        pt_fact_stray(c->in->t, arg(c, 1));
    }
    return pt_fact_plain(PT_TYPE_NONE);
}

/* The same, and gives an item back. */
static PtFact rule_swap(const Call *c)
{
    rule_put(c);
    return items(c, 0);
}

static const struct {
    const char *name;
    PtFact (*rule)(const Call *);
    bool key; /* calls `key=` itself */
} rules[] = {
    {"len", rule_len, false},         {"ord", rule_ord, false},         {"as_int", rule_int, false},
    {"as_float", rule_float, false},  {"abs", rule_abs, false},         {"round", rule_round, false},
    {"divmod", rule_divmod, false},   {"pow", rule_pow, false},         {"sum", rule_sum, false},
    {"range", rule_range, false},     {"between", rule_between, false}, {"shown", rule_shown, false},
    {"choice", rule_choice, true},    {"item", rule_item, false},       {"next", rule_next, false},
    {"same", rule_same, false},       {"items", rule_items, false},     {"iter", rule_iter, false},
    {"enumerate", rule_enumerate, false}, {"zip", rule_zip, false},     {"product", rule_product, false},
    {"choose", rule_choose, false},   {"chain", rule_chain, false},     {"repeat", rule_repeat, false},
    {"map", rule_map, false},         {"filter", rule_filter, false},   {"sorted", rule_sorted, true},
    {"list", rule_list, false},       {"set", rule_set, false},         {"tuple", rule_tuple, false},
    {"dict", rule_dict, false},       {"largest", rule_largest, true},  {"put", rule_put, true},
    {"attribute_of", rule_attribute_of, false}, {"attributes", rule_attributes, false}, {"swap", rule_swap, false},       {"position", rule_position, false},
};

/* Functions among the keywords may be called with anything. */
static void open_keywords(const Call *c)
{
    for (uint32_t i = c->n; i < pt_hir_arg_count(c->in->h, c->list); i++) {
        PtHirId value = pt_hir_arg(c->in->h, c->list, i).value;
        if (pt_infer_kind(c->in, value) == PT_TYPE_FUNCTION)
            pt_infer_open(c->in, value);
    }
}

/* A row that says "int", "str", "bool", "float", "None" gives nothing that its arguments hold. */
static PtTypeKind plain_result(const PtStdRow *row)
{
    PtTypeKind kind = pt_type_find(row->signature);
    return kind == PT_TYPE_NONE || kind == PT_TYPE_BOOL || kind == PT_TYPE_INT || kind == PT_TYPE_FLOAT || kind == PT_TYPE_STR
               ? kind : PT_TYPE_ABSENT;
}

PtFact pt_infer_row_result(PtStdId id)
{
    const PtStdRow *row = pt_stdlib_row(id);
    PtTypeKind kind = plain_result(row);
    if (kind != PT_TYPE_ABSENT)
        return pt_fact_plain(kind);
    if (strcmp(row->signature, "as_int") == 0)
        return pt_fact_plain(PT_TYPE_INT);
    if (strcmp(row->signature, "as_float") == 0)
        return pt_fact_plain(PT_TYPE_FLOAT);
    if (strcmp(row->signature, "len") == 0)
        return int_of(0, INT64_MAX);
    return strcmp(row->signature, "ord") == 0 ? int_of(0, 0x10FFFF) : top();
}

PtFact pt_infer_known(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    const PtStdRow *row = pt_stdlib_row(pt_hir_CallKnown_row(h, id));
    Call c = {.in = in, .id = id, .row = row, .list = pt_hir_CallKnown_args(h, id), .plain = true, .none = pt_fact_plain(PT_TYPE_BOT)};
    uint32_t count = pt_hir_arg_count(h, c.list);
    for (uint32_t i = 0; i < count; i++) {
        PtHirArgKind kind = pt_hir_arg(h, c.list, i).kind;
        c.plain &= kind == PT_ARG_POSITIONAL || kind == PT_ARG_KEYWORD;
        c.n += kind == PT_ARG_POSITIONAL && c.n == i;
    }
    PtTypeKind kind = plain_result(row);
    if (kind != PT_TYPE_ABSENT) {
        open_keywords(&c);
        return pt_fact_plain(kind);
    }
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (c.plain && strcmp(rules[i].name, row->signature) == 0) {
            if (!rules[i].key)
                open_keywords(&c);
            return rules[i].rule(&c);
        }
    if (row->effects & PT_STD_STORES)
        for (uint32_t i = 0; i < count; i++)
            pt_fact_stray(in->t, pt_infer_at(in, pt_hir_arg(h, c.list, i).value));
    pt_infer_open_operands(in, id);
    return top();
}
