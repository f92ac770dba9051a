/* Results of the library's functions and of methods of builtin types, and items of iterables. */
#include <string.h>

#include "infer/infer_internal.h"

enum { PT_LEN_MOST = 48 }; /* no object of memory has 2^48 items */

typedef struct Rule {
    const char *name;
    PtTypeKind result;
} Rule;

/* Always of this type when the call returns, whatever the arguments. */
static const Rule builtin_results[] = {
    {"all", PT_TYPE_BOOL}, {"any", PT_TYPE_BOOL}, {"bin", PT_TYPE_STR}, {"bool", PT_TYPE_BOOL},
    {"callable", PT_TYPE_BOOL}, {"chr", PT_TYPE_STR}, {"dict", PT_TYPE_DICT}, {"float", PT_TYPE_FLOAT},
    {"hasattr", PT_TYPE_BOOL}, {"hash", PT_TYPE_INT}, {"hex", PT_TYPE_STR}, {"id", PT_TYPE_INT}, {"input", PT_TYPE_STR},
    {"int", PT_TYPE_INT}, {"isinstance", PT_TYPE_BOOL}, {"issubclass", PT_TYPE_BOOL}, {"len", PT_TYPE_INT},
    {"list", PT_TYPE_LIST}, {"oct", PT_TYPE_STR}, {"ord", PT_TYPE_INT}, {"print", PT_TYPE_NONE},
    {"range", PT_TYPE_RANGE}, {"set", PT_TYPE_SET}, {"sorted", PT_TYPE_LIST}, {"tuple", PT_TYPE_TUPLE},
};

static const Rule math_results[] = {
    {"acos", PT_TYPE_FLOAT}, {"asin", PT_TYPE_FLOAT}, {"atan", PT_TYPE_FLOAT}, {"atan2", PT_TYPE_FLOAT},
    {"comb", PT_TYPE_INT}, {"cos", PT_TYPE_FLOAT}, {"cosh", PT_TYPE_FLOAT}, {"degrees", PT_TYPE_FLOAT},
    {"exp", PT_TYPE_FLOAT}, {"fabs", PT_TYPE_FLOAT}, {"factorial", PT_TYPE_INT}, {"fmod", PT_TYPE_FLOAT},
    {"gcd", PT_TYPE_INT}, {"hypot", PT_TYPE_FLOAT}, {"isclose", PT_TYPE_BOOL}, {"isfinite", PT_TYPE_BOOL},
    {"isinf", PT_TYPE_BOOL}, {"isnan", PT_TYPE_BOOL}, {"isqrt", PT_TYPE_INT}, {"lcm", PT_TYPE_INT},
    {"log", PT_TYPE_FLOAT}, {"log10", PT_TYPE_FLOAT}, {"log2", PT_TYPE_FLOAT}, {"perm", PT_TYPE_INT},
    {"pow", PT_TYPE_FLOAT}, {"radians", PT_TYPE_FLOAT}, {"sin", PT_TYPE_FLOAT}, {"sinh", PT_TYPE_FLOAT},
    {"sqrt", PT_TYPE_FLOAT}, {"tan", PT_TYPE_FLOAT}, {"tanh", PT_TYPE_FLOAT},
};

/* Methods of exactly a str. */
static const Rule str_methods[] = {
    {"capitalize", PT_TYPE_STR}, {"casefold", PT_TYPE_STR}, {"center", PT_TYPE_STR}, {"count", PT_TYPE_INT},
    {"endswith", PT_TYPE_BOOL}, {"find", PT_TYPE_INT}, {"index", PT_TYPE_INT}, {"isalnum", PT_TYPE_BOOL},
    {"isalpha", PT_TYPE_BOOL}, {"isascii", PT_TYPE_BOOL}, {"isdecimal", PT_TYPE_BOOL}, {"isdigit", PT_TYPE_BOOL},
    {"islower", PT_TYPE_BOOL}, {"isnumeric", PT_TYPE_BOOL}, {"isspace", PT_TYPE_BOOL}, {"istitle", PT_TYPE_BOOL},
    {"isupper", PT_TYPE_BOOL}, {"ljust", PT_TYPE_STR}, {"lower", PT_TYPE_STR}, {"lstrip", PT_TYPE_STR},
    {"replace", PT_TYPE_STR}, {"rfind", PT_TYPE_INT}, {"rindex", PT_TYPE_INT}, {"rjust", PT_TYPE_STR},
    {"rsplit", PT_TYPE_LIST}, {"rstrip", PT_TYPE_STR}, {"split", PT_TYPE_LIST}, {"splitlines", PT_TYPE_LIST},
    {"startswith", PT_TYPE_BOOL}, {"strip", PT_TYPE_STR}, {"swapcase", PT_TYPE_STR}, {"title", PT_TYPE_STR},
    {"upper", PT_TYPE_STR}, {"zfill", PT_TYPE_STR},
};

static const Rule list_methods[] = {
    {"append", PT_TYPE_NONE}, {"clear", PT_TYPE_NONE}, {"copy", PT_TYPE_LIST}, {"count", PT_TYPE_INT},
    {"extend", PT_TYPE_NONE}, {"index", PT_TYPE_INT}, {"insert", PT_TYPE_NONE}, {"remove", PT_TYPE_NONE},
    {"reverse", PT_TYPE_NONE}, {"sort", PT_TYPE_NONE},
};

static PtTypeKind find(const Rule *rules, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(rules[i].name, name) == 0)
            return rules[i].result;
    return PT_TYPE_TOP;
}

#define FIND(rules, name) find((rules), sizeof(rules) / sizeof *(rules), (name))

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
static PtFact int_result(PtInfer *in, const char *name, PtHirId arg)
{
    PtTypeKind kind = arg.v ? pt_infer_kind(in, arg) : PT_TYPE_TOP;
    if (strcmp(name, "len") == 0 && has_length(kind))
        return pt_fact_int(0, (int64_t)1 << PT_LEN_MOST);
    if (strcmp(name, "len") == 0)
        return pt_fact_int(0, INT64_MAX);
    if (strcmp(name, "ord") == 0)
        return pt_fact_int(0, 0x10FFFF);
    if (strcmp(name, "int") == 0 && kind == PT_TYPE_INT)
        return pt_infer_at(in, arg);
    if (strcmp(name, "int") == 0 && kind == PT_TYPE_BOOL)
        return pt_fact_int(0, 1);
    return pt_fact_plain(PT_TYPE_INT);
}

static PtFact absolute(PtFact f)
{
    if (f.lo == INT64_MIN || f.hi == INT64_MAX)
        return pt_fact_int(0, INT64_MAX);
    return pt_fact_int(0, f.hi > -f.lo ? f.hi : -f.lo);
}

/* abs, round, min, max, str, repr: the result follows the arguments. */
static PtFact by_arguments(PtInfer *in, const char *name, PtHirList args)
{
    const PtHir *h = in->h;
    uint32_t n = pt_hir_arg_count(h, args);
    if (n == 0)
        return pt_fact_plain(strcmp(name, "str") == 0 ? PT_TYPE_STR : PT_TYPE_TOP);
    PtFact first = pt_infer_at(in, pt_hir_arg(h, args, 0).value);
    PtTypeKind kind = pt_type_kind(in->f->types, first.type);
    if (kind == PT_TYPE_BOT)
        return first;
    if ((strcmp(name, "str") == 0 || strcmp(name, "repr") == 0) && n == 1)
        return pt_fact_plain(kind != PT_TYPE_TOP ? PT_TYPE_STR : PT_TYPE_TOP);
    if (strcmp(name, "abs") == 0 && n == 1)
        return kind == PT_TYPE_INT ? absolute(first) : pt_fact_plain(kind == PT_TYPE_FLOAT ? kind : PT_TYPE_TOP);
    if (strcmp(name, "round") == 0 && (kind == PT_TYPE_INT || kind == PT_TYPE_FLOAT)) {
        if (n == 1)
            return kind == PT_TYPE_INT ? first : pt_fact_plain(PT_TYPE_INT);
        bool digits = pt_infer_kind(in, pt_hir_arg(h, args, 1).value) == PT_TYPE_INT;
        return pt_fact_plain(digits ? kind : PT_TYPE_TOP);
    }
    if ((strcmp(name, "min") == 0 || strcmp(name, "max") == 0) && n >= 2 &&
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
    if (row->module.v == PT_STD_BUILTINS.v) {
        PtTypeKind kind = FIND(builtin_results, row->name);
        PtHirId first = plain && pt_hir_arg_count(h, args) == 1 ? pt_hir_arg(h, args, 0).value : (PtHirId){0};
        if (kind == PT_TYPE_INT)
            return int_result(in, row->name, first);
        if (kind != PT_TYPE_TOP)
            return of_kind(in, kind);
        return plain ? by_arguments(in, row->name, args) : pt_fact_plain(PT_TYPE_TOP);
    }
    if (strcmp(pt_stdlib_module_info(row->module).name, "math") == 0)
        return pt_fact_plain(FIND(math_results, row->name));
    return pt_fact_plain(PT_TYPE_TOP);
}

PtFact pt_infer_method(PtInfer *in, PtHirId id)
{
    const char *name = pt_intern_text(in->h->names, pt_hir_CallMethod_name(in->h, id));
    switch (pt_infer_kind(in, pt_hir_CallMethod_object(in->h, id))) {
    case PT_TYPE_BOT: return pt_fact_plain(PT_TYPE_BOT);
    case PT_TYPE_STR: {
        PtTypeKind kind = strcmp(name, "join") == 0 || strcmp(name, "format") == 0 ? PT_TYPE_STR : FIND(str_methods, name);
        return kind == PT_TYPE_INT ? pt_fact_int(-1, (int64_t)1 << PT_LEN_MOST) : of_kind(in, kind);
    }
    case PT_TYPE_LIST: {
        PtTypeKind kind = FIND(list_methods, name);
        return kind == PT_TYPE_INT ? pt_fact_int(0, (int64_t)1 << PT_LEN_MOST) : of_kind(in, kind);
    }
    default: return pt_fact_plain(PT_TYPE_TOP);
    }
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
