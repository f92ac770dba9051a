/* Results of the library's functions and of methods of builtin types, and items of iterables. */
#include <string.h>

#include "infer/infer_internal.h"

enum { PT_LEN_MOST = 48 }; /* no object of memory has 2^48 items */

static const struct {
    PtTypeKind receiver;
    const char *name;
    PtTypeKind result;
} methods[] = {
#define PT_METHOD(receiver, name, result) {PT_TYPE_##receiver, #name, PT_TYPE_##result},
#include "infer/method.def"
};

static PtFact of_kind(PtInfer *in, PtTypeKind kind)
{
    return (PtFact){pt_type_of(in->f->types, kind, pt_type_plain(PT_TYPE_TOP)), INT64_MIN, INT64_MAX};
}

static bool has_length(PtTypeKind kind)
{
    return kind == PT_TYPE_STR || kind == PT_TYPE_LIST || kind == PT_TYPE_DICT || kind == PT_TYPE_SET ||
           kind == PT_TYPE_TUPLE;
}

/* The range of what len, ord or int give. */
static PtFact int_result(PtInfer *in, const char *rule, PtHirId arg)
{
    PtTypeKind kind = arg.v ? pt_infer_kind(in, arg) : PT_TYPE_TOP;
    if (strcmp(rule, "len") == 0 && has_length(kind))
        return pt_fact_int(0, (int64_t)1 << PT_LEN_MOST);
    if (strcmp(rule, "len") == 0)
        return pt_fact_int(0, INT64_MAX);
    if (strcmp(rule, "ord") == 0)
        return pt_fact_int(0, 0x10FFFF);
    if (strcmp(rule, "as_int") == 0 && kind == PT_TYPE_INT)
        return pt_infer_at(in, arg);
    if (strcmp(rule, "as_int") == 0 && kind == PT_TYPE_BOOL)
        return pt_fact_int(0, 1);
    return pt_fact_plain(PT_TYPE_INT);
}

static PtFact absolute(PtFact f)
{
    if (f.lo == INT64_MIN || f.hi == INT64_MAX)
        return pt_fact_int(0, INT64_MAX);
    return pt_fact_int(0, f.hi > -f.lo ? f.hi : -f.lo);
}

/* The rules whose result follows the arguments. */
static PtFact by_arguments(PtInfer *in, const char *rule, PtHirList args)
{
    const PtHir *h = in->h;
    uint32_t n = pt_hir_arg_count(h, args);
    if (n == 0)
        return pt_fact_plain(strcmp(rule, "shown") == 0 ? PT_TYPE_STR : PT_TYPE_TOP);
    PtFact first = pt_infer_at(in, pt_hir_arg(h, args, 0).value);
    PtTypeKind kind = pt_type_kind(in->f->types, first.type);
    if (kind == PT_TYPE_BOT)
        return first;
    if (strcmp(rule, "shown") == 0 && n == 1)
        return pt_fact_plain(kind != PT_TYPE_TOP ? PT_TYPE_STR : PT_TYPE_TOP);
    if (strcmp(rule, "abs") == 0 && n == 1)
        return kind == PT_TYPE_INT ? absolute(first) : pt_fact_plain(kind == PT_TYPE_FLOAT ? kind : PT_TYPE_TOP);
    if (strcmp(rule, "round") == 0 && (kind == PT_TYPE_INT || kind == PT_TYPE_FLOAT)) {
        if (n == 1)
            return kind == PT_TYPE_INT ? first : pt_fact_plain(PT_TYPE_INT);
        bool digits = pt_infer_kind(in, pt_hir_arg(h, args, 1).value) == PT_TYPE_INT;
        return pt_fact_plain(digits ? kind : PT_TYPE_TOP);
    }
    if (strcmp(rule, "choice") == 0 && n >= 2 &&
        (kind == PT_TYPE_INT || kind == PT_TYPE_FLOAT || kind == PT_TYPE_STR)) {
        for (uint32_t i = 1; i < n; i++)
            first = pt_fact_join(in->f->types, first, pt_infer_at(in, pt_hir_arg(h, args, i).value));
        return first;
    }
    return pt_fact_plain(PT_TYPE_TOP);
}

PtFact pt_infer_known(PtInfer *in, PtHirId id)
{
    const PtHir *h = in->h;
    const PtStdRow *row = pt_stdlib_row(pt_hir_CallKnown_row(h, id));
    PtHirList args = pt_hir_CallKnown_args(h, id);
    bool plain = true;
    for (uint32_t i = 0; i < pt_hir_arg_count(h, args); i++)
        plain &= pt_hir_arg(h, args, i).kind == PT_ARG_POSITIONAL;
    const char *rule = row->signature;
    PtTypeKind kind = pt_type_find(rule);
    if (kind == PT_TYPE_FLOAT || strcmp(rule, "as_float") == 0)
        return pt_fact_plain(PT_TYPE_FLOAT);
    if (kind != PT_TYPE_ABSENT)
        return of_kind(in, kind);
    PtHirId first = plain && pt_hir_arg_count(h, args) == 1 ? pt_hir_arg(h, args, 0).value : (PtHirId){0};
    if (strcmp(rule, "len") == 0 || strcmp(rule, "ord") == 0 || strcmp(rule, "as_int") == 0)
        return int_result(in, rule, first);
    return plain && rule[0] ? by_arguments(in, rule, args) : pt_fact_plain(PT_TYPE_TOP);
}

/* Positions and counts of what lies in memory; a position may be -1. */
PtFact pt_infer_method(PtInfer *in, PtHirId id)
{
    const char *name = pt_intern_text(in->h->names, pt_hir_CallMethod_name(in->h, id));
    PtTypeKind receiver = pt_infer_kind(in, pt_hir_CallMethod_object(in->h, id));
    if (receiver == PT_TYPE_BOT)
        return pt_fact_plain(PT_TYPE_BOT);
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (methods[i].receiver != receiver || strcmp(methods[i].name, name) != 0)
            continue;
        bool number = methods[i].result == PT_TYPE_INT;
        return number ? pt_fact_int(-1, (int64_t)1 << PT_LEN_MOST) : of_kind(in, methods[i].result);
    }
    return pt_fact_plain(PT_TYPE_TOP);
}

/* The items of range(args): from the start to before the end, in steps. */
static PtFact range_item(PtInfer *in, PtHirId iter)
{
    const PtHir *h = in->h;
    PtFact all = pt_fact_plain(PT_TYPE_INT);
    if (pt_hir_kind(h, iter) != PT_HIR_CallKnown)
        return all;
    PtHirList args = pt_hir_CallKnown_args(h, iter);
    uint32_t n = pt_hir_arg_count(h, args);
    PtFact a[3] = {pt_fact_int(0, 0), all, pt_fact_int(1, 1)};
    for (uint32_t i = 0; i < n && n <= 3; i++) {
        PtHirArg arg = pt_hir_arg(h, args, i);
        PtTypeKind kind = pt_infer_kind(in, arg.value);
        if (kind == PT_TYPE_BOT)
            return pt_fact_plain(PT_TYPE_BOT);
        if (arg.kind != PT_ARG_POSITIONAL || kind != PT_TYPE_INT)
            return all;
        a[n == 1 ? 1 : i] = pt_infer_at(in, arg.value);
    }
    if (a[0].lo == INT64_MIN || a[0].hi == INT64_MAX || a[2].lo < -PT_RANGE_STEP || a[2].hi > PT_RANGE_STEP)
        return all;
    /* Between the two ends, whichever way it goes; an end that has no bound is as far as steps lead. */
    int64_t lo = a[0].lo, hi = a[0].hi, below = a[1].lo, above = a[1].hi;
    below = below < -PT_RANGE_LIMIT ? -PT_RANGE_LIMIT : below;
    above = above > PT_RANGE_LIMIT ? PT_RANGE_LIMIT : above;
    if (a[2].hi > 0 && above - 1 > hi)
        hi = above - 1;
    if (a[2].lo < 0 && below + 1 < lo)
        lo = below + 1;
    return pt_fact_int(lo, hi);
}

PtFact pt_infer_item(PtInfer *in, PtHirId iter)
{
    switch (pt_infer_kind(in, iter)) {
    case PT_TYPE_BOT: return pt_fact_plain(PT_TYPE_BOT);
    case PT_TYPE_RANGE: return range_item(in, iter);
    case PT_TYPE_STR: return pt_fact_plain(PT_TYPE_STR);
    default: return pt_fact_plain(PT_TYPE_TOP);
    }
}
