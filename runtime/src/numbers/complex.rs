//! `complex`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::float;
use crate::int::{self, WholeRef};
use crate::numbers::{self, arith, Number};
use crate::object::{
    symbols as sym, BinOp, Class, CmpOp, Method, PyObject, Ref, Str, Sym, TypeInfo, UnaryOp, Value,
};

pub struct Complex {
    pub real: f64,
    pub imag: f64,
}

pub static COMPLEX: TypeInfo = TypeInfo {
    new: Some(complex_new),
    method: complex_method,
    field: complex_field,
    subclassable: true,
    ..TypeInfo::plain("complex")
};

type Pair = (f64, f64);

impl Complex {
    pub fn value(real: f64, imag: f64) -> Value {
        Ref::new(Complex { real, imag }).value()
    }
}

/// The number as real and imaginary part.
pub(super) fn parts(x: Number) -> R<Pair> {
    Ok(match x {
        Number::Int(v) => (int::to_f64(v)?, 0.0),
        Number::Float(v) => (v, 0.0),
        Number::Complex(real, imag) => (real, imag),
    })
}

pub(super) fn equal(x: Number, y: Number) -> bool {
    let same = |a: Number, real: f64, imag: f64| match a {
        Number::Int(v) => imag == 0.0 && int::eq_f64(v, real),
        Number::Float(v) => imag == 0.0 && v == real,
        Number::Complex(r, i) => r == real && i == imag,
    };
    match (x, y) {
        (Number::Complex(real, imag), other) | (other, Number::Complex(real, imag)) => {
            same(other, real, imag)
        }
        _ => false,
    }
}

fn mul(a: Pair, b: Pair) -> Pair {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// None: division by zero.
fn quotient(a: Pair, b: Pair) -> Option<Pair> {
    if b.0.abs() >= b.1.abs() {
        if b.0 == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let denominator = b.0 + b.1 * ratio;
        Some((
            (a.0 + a.1 * ratio) / denominator,
            (a.1 - a.0 * ratio) / denominator,
        ))
    } else if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let denominator = b.0 * ratio + b.1;
        Some((
            (a.0 * ratio + a.1) / denominator,
            (a.1 * ratio - a.0) / denominator,
        ))
    } else {
        Some((f64::NAN, f64::NAN))
    }
}

fn power_whole(x: Pair, n: u32) -> Pair {
    let (mut result, mut square) = ((1.0, 0.0), x);
    let mut mask = 1;
    while mask <= n {
        if n & mask != 0 {
            result = mul(result, square);
        }
        mask <<= 1;
        square = mul(square, square);
    }
    result
}

/// None: a zero base with a negative or complex exponent.
fn power(a: Pair, b: Pair) -> Option<Pair> {
    if b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= 100.0 {
        let n = b.0 as i32;
        let whole = power_whole(a, n.unsigned_abs());
        return if n > 0 {
            Some(whole)
        } else {
            quotient((1.0, 0.0), whole)
        };
    }
    if b == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if a == (0.0, 0.0) {
        return if b.1 != 0.0 || b.0 < 0.0 {
            None
        } else {
            Some((0.0, 0.0))
        };
    }
    let size = a.0.hypot(a.1);
    let mut len = size.powf(b.0);
    let angle = float::complex_math::phase(a);
    let mut phase = angle * b.0;
    if b.1 != 0.0 {
        len /= (angle * b.1).exp();
        phase += b.1 * size.ln();
    }
    Some(float::complex_math::rect(len, phase))
}

pub(super) fn binary(op: BinOp, a: Pair, b: Pair) -> R<Value> {
    let (real, imag) = match op {
        BinOp::Add => (a.0 + b.0, a.1 + b.1),
        BinOp::Sub => (a.0 - b.0, a.1 - b.1),
        BinOp::Mul => mul(a, b),
        BinOp::TrueDiv => {
            quotient(a, b).ok_or_else(|| exc::ZeroDivisionError.err("complex division by zero"))?
        }
        BinOp::Pow => {
            let result = power(a, b)
                .ok_or_else(|| exc::ZeroDivisionError.err("0.0 to a negative or complex power"))?;
            if result.0.is_infinite() || result.1.is_infinite() {
                return Err(exc::OverflowError.err("complex exponentiation"));
            }
            result
        }
        _ => return Ok(Value::NotImplemented),
    };
    Ok(Complex::value(real, imag))
}

pub(super) fn unary(op: UnaryOp, real: f64, imag: f64) -> R<Value> {
    Ok(match op {
        UnaryOp::Neg => Complex::value(-real, -imag),
        UnaryOp::Pos | UnaryOp::Complex => Complex::value(real, imag),
        UnaryOp::Abs => {
            let size = real.hypot(imag);
            if size.is_infinite() && real.is_finite() && imag.is_finite() {
                return Err(exc::OverflowError.err("absolute value too large"));
            }
            Value::Float(size)
        }
        _ => Value::NotImplemented,
    })
}

/// A part as the repr shows it: without `.0`.
fn part_text(x: f64) -> String {
    let mut text = numbers::float_text(x);
    if text.ends_with(".0") {
        text.truncate(text.len() - 2);
    }
    text
}

fn text(real: f64, imag: f64) -> String {
    let imag_text = part_text(imag);
    if real == 0.0 && !real.is_sign_negative() {
        return crate::join![&imag_text, "j"];
    }
    let sign = if imag_text.starts_with('-') { "" } else { "+" };
    crate::join!["(", &part_text(real), sign, &imag_text, "j)"]
}

impl PyObject for Complex {
    const TYPE: &'static TypeInfo = &COMPLEX;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Ok(Str::from(text(this.real, this.imag)))
    }
    fn format(this: &Ref<Self>, spec: &Str) -> R<Str> {
        numbers::format(&this.value(), spec)
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        let real = crate::object::hash::hash_f64(this.real);
        let imag = crate::object::hash::hash_f64(this.imag);
        Ok(match real.wrapping_add(imag.wrapping_mul(1_000_003)) {
            -1 => -2,
            hash => hash,
        })
    }
    fn truth(this: &Ref<Self>) -> R<bool> {
        Ok(this.real != 0.0 || this.imag != 0.0)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        arith::compare(op, &this.value(), other)
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match numbers::number(other) {
            Some(other) => binary(op, (this.real, this.imag), parts(other)?),
            None => Ok(Value::NotImplemented),
        }
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match numbers::number(other) {
            Some(other) => binary(op, parts(other)?, (this.real, this.imag)),
            None => Ok(Value::NotImplemented),
        }
    }
    fn unary(this: &Ref<Self>, op: UnaryOp) -> R<Value> {
        unary(op, this.real, this.imag)
    }
}

fn complex_method(name: Sym) -> Option<Method> {
    Some(match name {
        sym::conjugate => |this, args| {
            args.exactly::<0>("complex.conjugate")?;
            let (real, imag) = pair(this);
            Ok(Complex::value(real, -imag))
        },
        sym::__complex__ => |this, args| {
            args.exactly::<0>("complex.__complex__")?;
            Ok(this.clone())
        },
        _ => return None,
    })
}

fn complex_field(x: &Value, name: Sym) -> R<Option<Value>> {
    let (real, imag) = pair(x);
    Ok(match name {
        sym::real => Some(Value::Float(real)),
        sym::imag => Some(Value::Float(imag)),
        _ => None,
    })
}

fn pair(x: &Value) -> Pair {
    match numbers::number(x) {
        Some(Number::Complex(real, imag)) => (real, imag),
        _ => (0.0, 0.0),
    }
}

/// `complex(text)`: None when the text is malformed.
fn parse(text: &[u8]) -> Option<Pair> {
    let mut text = crate::text::trim_ascii(text);
    if let [b'(', inner @ .., b')'] = text {
        text = crate::text::trim_ascii(inner);
    }
    let number = |part: &[u8]| {
        let clean = !part.is_empty() && !part.iter().any(|b| crate::text::is_space_byte(*b));
        clean.then(|| float::parse_bytes(part).ok()).flatten()
    };
    let Some(body) = text.strip_suffix(b"j").or_else(|| text.strip_suffix(b"J")) else {
        return number(text).map(|real| (real, 0.0));
    };
    let imaginary = |part: &[u8]| match part {
        [] | [b'+'] => Some(1.0),
        [b'-'] => Some(-1.0),
        part => number(part),
    };
    // The sign that starts the imaginary part: the last one that is not an exponent's.
    let split = (1..body.len())
        .rev()
        .find(|i| matches!(body[*i], b'+' | b'-') && !matches!(body[i - 1], b'e' | b'E'));
    match split {
        Some(at) => Some((number(&body[..at])?, imaginary(&body[at..])?)),
        None => imaginary(body).map(|imag| (0.0, imag)),
    }
}

/// An underscore that does not stand between two digits.
fn misplaced_underscore(text: &[u8]) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_digit);
    (0..text.len()).any(|at| text[at] == b'_' && !(digit(at.checked_sub(1)) && digit(Some(at + 1))))
}

/// The complex number an argument stands for, and whether it was complex itself.
pub(crate) fn argument(x: &Value) -> R<Option<(Pair, bool)>> {
    if let Some(v) = numbers::number(x) {
        return Ok(Some((parts(v)?, matches!(v, Number::Complex(..)))));
    }
    let Value::Obj(object) = x else { return Ok(None) };
    let converted = object.unary(UnaryOp::Complex)?;
    if !matches!(converted, Value::NotImplemented) {
        return match numbers::number(&converted) {
            Some(Number::Complex(real, imag)) => Ok(Some(((real, imag), true))),
            _ => Err(exc::TypeError.err(crate::join![
                "__complex__ returned non-complex (type ",
                converted.type_name().as_str(),
                ")"
            ])),
        };
    }
    match numbers::float_value(x)? {
        Some(v) => Ok(Some(((v, 0.0), false))),
        None => Ok(None),
    }
}

fn complex_new(_: &Ref<Class>, args: Args) -> R<Value> {
    let [first, second] = args.bind("complex", [sym::real, sym::imag], 0, 0, 2)?;
    let first_text = first.map(Value::unwrapped);
    if let Some(text) = first_text.as_ref().and_then(Value::as_str) {
        if second.is_some() {
            return Err(exc::TypeError.err("complex() can't take second arg if first is a string"));
        }
        let digits = crate::text::to_ascii_digits(crate::strings::text(text));
        return match parse(&digits) {
            Some((real, imag)) => Ok(Complex::value(real, imag)),
            None if misplaced_underscore(&digits) => {
                let shown = crate::strings::repr(text);
                Err(exc::ValueError.err(crate::join![
                    "could not convert string to complex: ",
                    shown.as_str()
                ]))
            }
            None => Err(exc::ValueError.err("complex() arg is a malformed string")),
        };
    }
    if second.is_some_and(|x| x.unwrapped().as_str().is_some()) {
        return Err(exc::TypeError.err("complex() second arg can't be a string"));
    }
    let zero = Number::Int(WholeRef::Small(0));
    let first = match first {
        None => (parts(zero)?, false),
        Some(x) => argument(x)?.ok_or_else(|| {
            exc::TypeError.err(crate::join![
                "complex() first argument must be a string or a number, not '",
                x.type_name().as_str(),
                "'"
            ])
        })?,
    };
    let Some(second) = second else {
        return Ok(Complex::value(first.0 .0, first.0 .1));
    };
    let (second, second_complex) = argument(second)?.ok_or_else(|| {
        exc::TypeError.err(crate::join![
            "complex() second argument must be a number, not '",
            second.type_name().as_str(),
            "'"
        ])
    })?;
    let (first, first_complex) = first;
    let real = if second_complex {
        first.0 - second.1
    } else {
        first.0
    };
    let imag = if first_complex {
        second.0 + first.1
    } else {
        second.0
    };
    Ok(Complex::value(real, imag))
}
