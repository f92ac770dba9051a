//! The operators: their names, dunders, and the dispatch that CPython's abstract layer does (Objects/abstract.c).
use crate::error::{exc, PyErr, R};
use crate::numbers::{self, Arith};
use crate::object::vtable::Kinship;
use crate::object::{symbols as sym, Sym, Value};
use std::cmp::Ordering;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    MatMul,
    TrueDiv,
    FloorDiv,
    Mod,
    DivMod,
    Pow,
    LShift,
    RShift,
    And,
    Xor,
    Or,
}

/// (operator as error texts show it, dunder, reflected dunder, in-place dunder), in BinOp's order.
const BINARY: [(&str, Sym, Sym, Sym); 14] = [
    ("+", sym::__add__, sym::__radd__, sym::__iadd__),
    ("-", sym::__sub__, sym::__rsub__, sym::__isub__),
    ("*", sym::__mul__, sym::__rmul__, sym::__imul__),
    ("@", sym::__matmul__, sym::__rmatmul__, sym::__imatmul__),
    ("/", sym::__truediv__, sym::__rtruediv__, sym::__itruediv__),
    ("//", sym::__floordiv__, sym::__rfloordiv__, sym::__ifloordiv__),
    ("%", sym::__mod__, sym::__rmod__, sym::__imod__),
    ("divmod()", sym::__divmod__, sym::__rdivmod__, sym::__divmod__),
    ("** or pow()", sym::__pow__, sym::__rpow__, sym::__ipow__),
    ("<<", sym::__lshift__, sym::__rlshift__, sym::__ilshift__),
    (">>", sym::__rshift__, sym::__rrshift__, sym::__irshift__),
    ("&", sym::__and__, sym::__rand__, sym::__iand__),
    ("^", sym::__xor__, sym::__rxor__, sym::__ixor__),
    ("|", sym::__or__, sym::__ror__, sym::__ior__),
];

impl BinOp {
    pub fn text(self) -> &'static str {
        BINARY[self as usize].0
    }
    pub fn dunder(self) -> Sym {
        BINARY[self as usize].1
    }
    pub fn reflected_dunder(self) -> Sym {
        BINARY[self as usize].2
    }
    pub fn inplace_dunder(self) -> Sym {
        BINARY[self as usize].3
    }
    /// The operator whose dunder, reflected or in-place name this is, and which of the three.
    pub fn of_dunder(name: Sym) -> Option<(BinOp, u8)> {
        let all = [
            BinOp::Add,
            BinOp::Sub,
            BinOp::Mul,
            BinOp::MatMul,
            BinOp::TrueDiv,
            BinOp::FloorDiv,
            BinOp::Mod,
            BinOp::DivMod,
            BinOp::Pow,
            BinOp::LShift,
            BinOp::RShift,
            BinOp::And,
            BinOp::Xor,
            BinOp::Or,
        ];
        for op in all {
            let (_, plain, reflected, inplace) = BINARY[op as usize];
            if name == plain {
                return Some((op, 0));
            }
            if name == reflected {
                return Some((op, 1));
            }
            if name == inplace {
                return Some((op, 2));
            }
        }
        None
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CmpOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl CmpOp {
    /// What the operator says of an ordering.
    #[inline]
    pub fn test(self, order: Ordering) -> bool {
        match self {
            CmpOp::Eq => order == Ordering::Equal,
            CmpOp::Ne => order != Ordering::Equal,
            CmpOp::Lt => order == Ordering::Less,
            CmpOp::Le => order != Ordering::Greater,
            CmpOp::Gt => order == Ordering::Greater,
            CmpOp::Ge => order != Ordering::Less,
        }
    }
    /// `a OP b` is `b OP.swapped() a`.
    pub fn swapped(self) -> CmpOp {
        match self {
            CmpOp::Lt => CmpOp::Gt,
            CmpOp::Le => CmpOp::Ge,
            CmpOp::Gt => CmpOp::Lt,
            CmpOp::Ge => CmpOp::Le,
            same => same,
        }
    }
    pub fn text(self) -> &'static str {
        ["==", "!=", "<", "<=", ">", ">="][self as usize]
    }
    pub fn dunder(self) -> Sym {
        [
            sym::__eq__,
            sym::__ne__,
            sym::__lt__,
            sym::__le__,
            sym::__gt__,
            sym::__ge__,
        ][self as usize]
    }
    pub fn of_dunder(name: Sym) -> Option<CmpOp> {
        let all = [CmpOp::Eq, CmpOp::Ne, CmpOp::Lt, CmpOp::Le, CmpOp::Gt, CmpOp::Ge];
        all.into_iter().find(|op| op.dunder() == name)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
    Abs,
    Int,
    Float,
    Index,
    Complex,
    Round,
    Trunc,
    Floor,
    Ceil,
}

impl UnaryOp {
    pub fn dunder(self) -> Sym {
        match self {
            UnaryOp::Neg => sym::__neg__,
            UnaryOp::Pos => sym::__pos__,
            UnaryOp::Invert => sym::__invert__,
            UnaryOp::Abs => sym::__abs__,
            UnaryOp::Int => sym::__int__,
            UnaryOp::Float => sym::__float__,
            UnaryOp::Index => sym::__index__,
            UnaryOp::Complex => sym::__complex__,
            UnaryOp::Round => sym::__round__,
            UnaryOp::Trunc => sym::__trunc__,
            UnaryOp::Floor => sym::__floor__,
            UnaryOp::Ceil => sym::__ceil__,
        }
    }
}

/// A binary operator with what it does to numbers.
#[derive(Clone, Copy)]
pub struct Operator {
    pub(super) op: BinOp,
    numbers: Arith,
}

impl Operator {
    #[inline(always)]
    pub const fn new(op: BinOp) -> Operator {
        Operator {
            op,
            numbers: numbers::arith_of(op),
        }
    }
}

type TryBinary = fn(Operator, &Value, &Value) -> R<Value>;

/// `a OP b` where the inline fast paths did not apply.
#[inline(never)]
pub fn binary(op: Operator, a: &Value, b: &Value) -> R<Value> {
    binary_by(try_any, op, a, b)
}

/// `binary` for operators other than `%`.
#[inline(never)]
pub fn plain_binary(op: Operator, a: &Value, b: &Value) -> R<Value> {
    binary_by(try_plain, op, a, b)
}

fn binary_by(attempt: TryBinary, op: Operator, a: &Value, b: &Value) -> R<Value> {
    let result = attempt(op, a, b)?;
    if !matches!(result, Value::NotImplemented) {
        return Ok(result);
    }
    Err(unsupported(op.op, op.op.text(), a, b))
}

/// `a OP= b`, giving the new value of the target.
#[inline(never)]
pub fn inplace(op: Operator, a: &Value, b: &Value) -> R<Value> {
    inplace_by(try_any, op, a, b)
}

/// `inplace` for operators other than `%=`.
#[inline(never)]
pub fn plain_inplace(op: Operator, a: &Value, b: &Value) -> R<Value> {
    inplace_by(try_plain, op, a, b)
}

fn inplace_by(attempt: TryBinary, op: Operator, a: &Value, b: &Value) -> R<Value> {
    if let Value::Obj(object) = a {
        let result = object.inplace(op.op, b)?;
        if !matches!(result, Value::NotImplemented) {
            return Ok(result);
        }
    }
    let result = attempt(op, a, b)?;
    if !matches!(result, Value::NotImplemented) {
        return Ok(result);
    }
    let text = if op.op == BinOp::Pow {
        "**".to_string()
    } else {
        op.op.text().to_string()
    };
    Err(unsupported(op.op, &(text + "="), a, b))
}

/// Both sides' own answers, in CPython's order: the right one first when its class is a proper subclass of the
/// left one's and provides the reflected method. For operators that only the run knows.
pub fn try_binary(op: BinOp, a: &Value, b: &Value) -> R<Value> {
    try_any(Operator::new(op), a, b)
}

fn try_any(op: Operator, a: &Value, b: &Value) -> R<Value> {
    match a.as_str() {
        Some(text) if op.op == BinOp::Mod && !goes_first(b, a, op.op) => crate::strings::percent(text, b),
        _ => try_plain(op, a, b),
    }
}

/// True when the right operand is asked first.
fn goes_first(right: &Value, left: &Value, op: BinOp) -> bool {
    match (right, left) {
        (Value::Obj(right), Value::Obj(left)) => {
            right.kinship(left) == Kinship::Derived && right.overrides(left, op.reflected_dunder())
        }
        _ => false,
    }
}

/// `try_any` but for `str % values`, which links all of formatting.
fn try_plain(operator: Operator, a: &Value, b: &Value) -> R<Value> {
    let op = operator.op;
    if numbers::is_real(a) && numbers::is_real(b) {
        return (operator.numbers)(a, b);
    }
    match (a, b) {
        (Value::Obj(left), Value::Obj(right)) => {
            let kinship = right.kinship(left);
            if kinship == Kinship::Derived && right.overrides(left, op.reflected_dunder()) {
                let result = right.reflected(op, a)?;
                if !matches!(result, Value::NotImplemented) {
                    return Ok(result);
                }
                return left.binary(op, b);
            }
            let result = left.binary(op, b)?;
            if !matches!(result, Value::NotImplemented) || kinship == Kinship::Same {
                return Ok(result);
            }
            right.reflected(op, a)
        }
        (Value::Obj(left), _) => left.binary(op, b),
        (_, Value::Obj(right)) => right.reflected(op, a),
        _ => Ok(Value::NotImplemented),
    }
}

/// The TypeError of two operands that do not fit, with the sequence types' own wording for `+` and `*`.
#[cold]
fn unsupported(op: BinOp, text: &str, a: &Value, b: &Value) -> PyErr {
    let (left, right) = (a.type_name(), b.type_name());
    let (left, right) = (left.as_str(), right.as_str());
    let sequence = |v: &Value| v.obj().is_some_and(|o| o.vt().info.sequence);
    match op {
        BinOp::Add if sequence(a) => {
            let kind = a.obj().map_or("", |o| o.vt().info.name);
            return exc::TypeError.err(match kind {
                "bytes" | "bytearray" => crate::join!["can't concat ", right, " to ", left],
                _ => crate::join!["can only concatenate ", kind, " (not \"", right, "\") to ", kind],
            });
        }
        BinOp::Mul if sequence(a) => {
            return exc::TypeError.err(crate::join![
                "can't multiply sequence by non-int of type '",
                right,
                "'"
            ]);
        }
        BinOp::Mul if sequence(b) => {
            return exc::TypeError.err(crate::join![
                "can't multiply sequence by non-int of type '",
                left,
                "'"
            ]);
        }
        _ => {}
    }
    exc::TypeError.err(crate::join![
        "unsupported operand type(s) for ",
        text,
        ": '",
        left,
        "' and '",
        right,
        "'"
    ])
}

/// `a OP b` of a comparison, with the reflected attempt, identity for `==`/`!=` and the TypeError for order.
#[inline(never)]
pub fn compare(op: CmpOp, a: &Value, b: &Value) -> R<Value> {
    let mut swapped_first = false;
    if let (Value::Obj(left), Value::Obj(right)) = (a, b) {
        if right.kinship(left) == Kinship::Derived {
            swapped_first = true;
            let result = right.compare(op.swapped(), a)?;
            if !matches!(result, Value::NotImplemented) {
                return Ok(result);
            }
        }
    }
    let result = match a {
        Value::Obj(left) => left.compare(op, b)?,
        _ => numbers::compare(op, a, b)?,
    };
    if !matches!(result, Value::NotImplemented) {
        return Ok(result);
    }
    if let (Value::Obj(right), false) = (b, swapped_first) {
        let result = right.compare(op.swapped(), a)?;
        if !matches!(result, Value::NotImplemented) {
            return Ok(result);
        }
    }
    match op {
        CmpOp::Eq => Ok(Value::Bool(a.is(b))),
        CmpOp::Ne => Ok(Value::Bool(!a.is(b))),
        _ => Err(exc::TypeError.err(crate::join![
            "'",
            op.text(),
            "' not supported between instances of '",
            a.type_name().as_str(),
            "' and '",
            b.type_name().as_str(),
            "'"
        ])),
    }
}

/// `-x`, `+x`, `~x`; only what `op` needs is linked; other operators answer NotImplemented for the caller to word the error.
#[inline(always)]
pub fn unary(op: UnaryOp, x: &Value) -> R<Value> {
    let result = try_unary(op, x)?;
    if !matches!(result, Value::NotImplemented) {
        return Ok(result);
    }
    // What a special method written in Python answers is the result, whatever it is.
    if x.special(op.dunder()).is_some() {
        return Ok(result);
    }
    Err(bad_operand(op, x))
}

#[cold]
fn bad_operand(op: UnaryOp, x: &Value) -> PyErr {
    let text = match op {
        UnaryOp::Neg => "bad operand type for unary -: '",
        UnaryOp::Pos => "bad operand type for unary +: '",
        UnaryOp::Invert => "bad operand type for unary ~: '",
        UnaryOp::Abs => "bad operand type for abs(): '",
        _ => "bad operand type: '",
    };
    exc::TypeError.err(crate::join![text, x.type_name().as_str(), "'"])
}

/// The operand's own answer, maybe NotImplemented.
#[inline(always)]
pub fn try_unary(op: UnaryOp, x: &Value) -> R<Value> {
    match x {
        Value::Obj(object) if !numbers::is_real(x) => object.unary(op),
        _ => numbers::unary(op, x),
    }
}
