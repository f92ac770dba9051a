/* Types and ranges of operators. */
#include "infer/infer_internal.h"

typedef __int128 Wide;

static int64_t low(Wide x)
{
    return x < -PT_RANGE_LIMIT ? INT64_MIN : x > INT64_MAX ? INT64_MAX : (int64_t)x;
}

static int64_t high(Wide x)
{
    return x > PT_RANGE_LIMIT ? INT64_MAX : x < INT64_MIN ? INT64_MIN : (int64_t)x;
}

static bool bounded(PtFact f)
{
    return f.lo != INT64_MIN && f.hi != INT64_MAX;
}

static bool is_step(PtFact f)
{
    return f.lo >= -PT_RANGE_STEP && f.hi <= PT_RANGE_STEP;
}

/* a + b, where b has been negated for a difference. A step from a bounded value stays at the limit; see infer.h. */
static PtFact sum(PtFact a, PtFact b)
{
    PtFact r = pt_fact_int(INT64_MIN, INT64_MAX);
    bool step = is_step(a) || is_step(b);
    if (a.lo != INT64_MIN && b.lo != INT64_MIN) {
        Wide lo = (Wide)a.lo + b.lo;
        r.lo = step && lo < -PT_RANGE_LIMIT ? -PT_RANGE_LIMIT : low(lo);
    }
    if (a.hi != INT64_MAX && b.hi != INT64_MAX) {
        Wide hi = (Wide)a.hi + b.hi;
        r.hi = step && hi > PT_RANGE_LIMIT ? PT_RANGE_LIMIT : high(hi);
    }
    return r;
}

static PtFact negated(PtFact a)
{
    return pt_fact_int(a.hi == INT64_MAX ? INT64_MIN : -a.hi, a.lo == INT64_MIN ? INT64_MAX : -a.lo);
}

static PtFact product(PtFact a, PtFact b)
{
    if (!bounded(a) || !bounded(b))
        return pt_fact_int(a.lo >= 0 && b.lo >= 0 ? 0 : INT64_MIN, INT64_MAX);
    Wide p[4] = {(Wide)a.lo * b.lo, (Wide)a.lo * b.hi, (Wide)a.hi * b.lo, (Wide)a.hi * b.hi}, lo = p[0], hi = p[0];
    for (int i = 1; i < 4; i++) {
        lo = p[i] < lo ? p[i] : lo;
        hi = p[i] > hi ? p[i] : hi;
    }
    return pt_fact_int(low(lo), high(hi));
}

/* a // b: never further from 0 than a, or -1. */
static PtFact quotient(PtFact a, PtFact b)
{
    if (!bounded(a))
        return pt_fact_int(a.lo >= 0 && b.lo >= 0 ? 0 : INT64_MIN, INT64_MAX);
    int64_t most = a.hi > -a.lo ? a.hi : -a.lo;
    if (b.lo >= 0)
        return pt_fact_int(a.lo >= 0 ? 0 : a.lo, a.hi >= 0 ? a.hi : 0);
    return pt_fact_int(-most - 1, most);
}

/* a % b has the sign of b and is smaller. */
static PtFact remainder_of(PtFact a, PtFact b)
{
    int64_t lo = b.lo >= 0 ? 0 : b.lo, hi = b.hi <= 0 ? 0 : b.hi == INT64_MAX ? INT64_MAX : b.hi - 1;
    if (a.lo >= 0 && b.lo >= 0 && a.hi < hi)
        hi = a.hi;
    return pt_fact_int(lo, hi);
}

/* The least 2^k - 1 not below x. */
static int64_t mask_of(int64_t x)
{
    int64_t mask = 0;
    while (mask < x)
        mask = 2 * mask + 1;
    return mask;
}

static PtFact bits(PtHirOp op, PtFact a, PtFact b)
{
    if (op == PT_HIR_OP_AND) {
        if (a.lo >= 0 && b.lo >= 0)
            return pt_fact_int(0, a.hi < b.hi ? a.hi : b.hi);
        if (a.lo >= 0 || b.lo >= 0)
            return pt_fact_int(0, a.lo >= 0 ? a.hi : b.hi);
    }
    if (!bounded(a) || !bounded(b))
        return pt_fact_int(a.lo >= 0 && b.lo >= 0 ? 0 : INT64_MIN, INT64_MAX);
    int64_t most = a.hi > b.hi ? a.hi : b.hi, least = a.lo < b.lo ? a.lo : b.lo;
    most = mask_of(most > -(least + 1) ? most : -(least + 1));
    if (most > PT_RANGE_LIMIT)
        return pt_fact_int(least >= 0 ? 0 : INT64_MIN, INT64_MAX);
    return pt_fact_int(least >= 0 ? 0 : -most - 1, most);
}

static PtFact shifted(PtHirOp op, PtFact a, PtFact b)
{
    if (op == PT_HIR_OP_RSHIFT)
        return bounded(a) ? pt_fact_int(a.lo < 0 ? a.lo : 0, a.hi > 0 ? a.hi : 0)
                          : pt_fact_int(a.lo >= 0 ? 0 : INT64_MIN, INT64_MAX);
    if (b.lo >= 0 && b.hi <= 60)
        return product(a, pt_fact_int(1, (int64_t)1 << b.hi));
    return pt_fact_int(a.lo >= 0 ? 0 : INT64_MIN, INT64_MAX);
}

static PtFact of_ints(PtHirOp op, PtFact a, PtFact b)
{
    switch (op) {
    case PT_HIR_OP_ADD: return sum(a, b);
    case PT_HIR_OP_SUB: return sum(a, negated(b));
    case PT_HIR_OP_MUL: return product(a, b);
    case PT_HIR_OP_FLOORDIV: return quotient(a, b);
    case PT_HIR_OP_MOD: return remainder_of(a, b);
    case PT_HIR_OP_OR: case PT_HIR_OP_XOR: case PT_HIR_OP_AND: return bits(op, a, b);
    case PT_HIR_OP_LSHIFT: case PT_HIR_OP_RSHIFT: return shifted(op, a, b);
    case PT_HIR_OP_DIV: return pt_fact_plain(PT_TYPE_FLOAT);
    case PT_HIR_OP_POW:
        if (b.lo < 0)
            return pt_fact_plain(PT_TYPE_TOP);
        if (b.lo == 2 && b.hi == 2) {
            PtFact square = product(a, a);
            return pt_fact_int(0, square.hi);
        }
        return pt_fact_int(a.lo >= 0 ? 0 : INT64_MIN, INT64_MAX);
    default: return pt_fact_plain(PT_TYPE_TOP);
    }
}

static PtFact of_floats(PtHirOp op, PtTypeKind a, PtTypeKind b)
{
    switch (op) {
    case PT_HIR_OP_ADD: case PT_HIR_OP_SUB: case PT_HIR_OP_MUL: case PT_HIR_OP_DIV: case PT_HIR_OP_MOD:
    case PT_HIR_OP_FLOORDIV:
        return pt_fact_plain(PT_TYPE_FLOAT);
    case PT_HIR_OP_POW:
        /* A negative base with a fraction as exponent gives a complex number; a whole exponent does not. */
        return pt_fact_plain(a == PT_TYPE_FLOAT && b != PT_TYPE_FLOAT ? PT_TYPE_FLOAT : PT_TYPE_TOP);
    default: return pt_fact_plain(PT_TYPE_TOP);
    }
}

/* A bool in arithmetic is the int 0 or 1. */
static PtFact as_int(PtTypeKind *kind, PtFact f)
{
    if (*kind != PT_TYPE_BOOL)
        return f;
    *kind = PT_TYPE_INT;
    return pt_fact_int(0, 1);
}

PtFact pt_infer_numbers(PtHirOp op, PtFact left, PtFact right)
{
    PtTypeKind a = pt_type_kind(left.type), b = pt_type_kind(right.type);
    if (a == PT_TYPE_BOOL && b == PT_TYPE_BOOL && (op == PT_HIR_OP_AND || op == PT_HIR_OP_OR || op == PT_HIR_OP_XOR))
        return pt_fact_plain(PT_TYPE_BOOL);
    left = as_int(&a, left);
    right = as_int(&b, right);
    return a == PT_TYPE_INT && b == PT_TYPE_INT ? of_ints(op, left, right) : of_floats(op, a, b);
}

PtFact pt_infer_unary(PtFact f, PtHirOp op)
{
    PtTypeKind kind = pt_type_kind(f.type);
    f = as_int(&kind, f);
    if (kind == PT_TYPE_BOT || (kind == PT_TYPE_FLOAT && op != PT_HIR_OP_INVERT))
        return f;
    if (kind != PT_TYPE_INT)
        return pt_fact_plain(PT_TYPE_TOP);
    if (op == PT_HIR_OP_POS)
        return f;
    return op == PT_HIR_OP_NEG ? negated(f) : sum(negated(f), pt_fact_int(-1, -1));
}

static bool has_plain_order(PtTypeKind kind)
{
    return kind == PT_TYPE_BOOL || kind == PT_TYPE_INT || kind == PT_TYPE_FLOAT || kind == PT_TYPE_STR ||
           kind == PT_TYPE_NONE || kind == PT_TYPE_BOT;
}

static bool compares_itself(PtTypeKind kind)
{
    return kind != PT_TYPE_TOP && kind != PT_TYPE_INSTANCE && kind != PT_TYPE_CLASS && kind != PT_TYPE_SUPER;
}

/* Whatever the operands, `is`, `in` and `not in` give a bool; others only where no method of the user's gives the result. */
PtFact pt_infer_compare(PtHirOp op, PtFact left, PtFact right)
{
    PtTypeKind a = pt_type_kind(left.type), b = pt_type_kind(right.type);
    bool equality = (op == PT_HIR_OP_EQ || op == PT_HIR_OP_NE) && compares_itself(a) && compares_itself(b);
    bool sure = op >= PT_HIR_OP_IS || equality || (has_plain_order(a) && has_plain_order(b));
    return pt_fact_plain(sure ? PT_TYPE_BOOL : PT_TYPE_TOP);
}
