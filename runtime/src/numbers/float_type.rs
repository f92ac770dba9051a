//! `float`: construction, methods, attributes.
use crate::call::{Args, Native};
use crate::error::{exc, R};
use crate::float;
use crate::int;
use crate::numbers::{self, arith, int_type, number, Number};
use crate::object::{symbols as sym, types, BinOp, Class, Ref, Str, Sym, TypeInfo, UnaryOp, Value};
use std::cell::Cell;

/// `float(x=0.0)`.
pub fn float_new(_: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("float")?;
    match args.between("float", 0, 1)? {
        [x] => from_value(x),
        _ => Ok(Value::Float(0.0)),
    }
}

thread_local! {
    static NANS: Cell<u64> = const { Cell::new(0) };
}

/// A NaN with a payload of its own: in containers, a NaN is equal only to itself.
fn fresh_nan(nan: f64) -> f64 {
    let count = NANS.get() + 1;
    NANS.set(count);
    f64::from_bits(nan.to_bits() | count & 0x7_ffff_ffff_ffff)
}

/// `float(x)`.
pub fn from_value(x: &Value) -> R<Value> {
    if let Value::Float(_) = x {
        return Ok(x.clone());
    }
    if x.as_str().is_none() {
        if let Some(value) = numbers::float_value(x)? {
            return Ok(Value::Float(value));
        }
    }
    let plain = x.unwrapped();
    if let Some(text) = plain.as_str() {
        return parse_float(text).map(Value::Float);
    }
    match crate::strings::bytes_of(&plain) {
        Some(bytes) => Ok(Value::Float(float::parse_bytes(&bytes)?)),
        None => Err(exc::TypeError.err(crate::join![
            "float() argument must be a string or a real number, not '",
            x.type_name().as_str(),
            "'"
        ])),
    }
}

/// `float(text)`.
pub fn parse_float(text: &Str) -> R<f64> {
    let value = float::parse(crate::strings::text(text))?;
    Ok(if value.is_nan() { fresh_nan(value) } else { value })
}

/// The receiver of a method; always a float.
fn receiver(x: &Value) -> f64 {
    match number(x) {
        Some(Number::Float(v)) => v,
        _ => 0.0,
    }
}

crate::object::members::methods! {
    /// The methods of `float`.
    pub struct FloatMethods;
    sym::is_integer => |x, args| {
        args.exactly::<0>("float.is_integer")?;
        Ok(Value::Bool(float::is_integer(receiver(x))))
    },
    sym::hex => |x, args| {
        args.exactly::<0>("float.hex")?;
        Ok(Value::from(numbers::ascii_str(float::hex(receiver(x)))))
    },
    sym::conjugate => |x, args| args.exactly::<0>("float.conjugate").map(|_| x.clone()),
    sym::as_integer_ratio => |x, args| {
        args.exactly::<0>("float.as_integer_ratio")?;
        let (above, below) = int::as_integer_ratio(receiver(x))?;
        Ok(crate::seq::Tuple::value(vec![above.into(), below.into()]))
    },
    sym::__trunc__ => |x, args| {
        args.exactly::<0>("float.__trunc__")?;
        arith::unary(UnaryOp::Trunc, x)
    },
    sym::__floor__ => |x, args| {
        args.exactly::<0>("float.__floor__")?;
        arith::unary(UnaryOp::Floor, x)
    },
    sym::__ceil__ => |x, args| {
        args.exactly::<0>("float.__ceil__")?;
        arith::unary(UnaryOp::Ceil, x)
    },
    sym::__round__ => |x, args| match args.between("__round__", 0, 1)? {
        [] => numbers::round(x, None),
        given => numbers::round(x, Some(&given[0])),
    },
    sym::__rtruediv__ => |x, args| int_type::swapped(BinOp::TrueDiv, x, args),
    sym::__rfloordiv__ => |x, args| int_type::swapped(BinOp::FloorDiv, x, args),
    sym::__rmod__ => |x, args| int_type::swapped(BinOp::Mod, x, args),
    sym::__rpow__ => |x, args| int_type::swapped(BinOp::Pow, x, args),
    sym::__getnewargs__ => |x, args| {
        args.exactly::<0>("float.__getnewargs__")?;
        Ok(crate::seq::Tuple::value(vec![x.clone()]))
    },
}

pub fn float_field(x: &Value, name: Sym) -> R<Option<Value>> {
    Ok(match name {
        sym::real => Some(Value::Float(receiver(x))),
        sym::imag => Some(Value::Float(0.0)),
        _ => None,
    })
}

/// `float.__getformat__`.
pub fn get_format(info: &'static TypeInfo) -> Option<Value> {
    (info.id == types::FLOAT.id).then(|| {
        Native::function("__getformat__", |args| {
            args.exactly::<1>("float.__getformat__")?;
            Ok(crate::lit!("IEEE, little-endian"))
        })
    })
}

/// `float.fromhex`.
pub fn from_hex(info: &'static TypeInfo) -> Option<Value> {
    (info.id == types::FLOAT.id).then(|| Native::class_method("fromhex", types::FLOAT.class(), of_hex))
}

fn of_hex(class: &Ref<Class>, args: Args) -> R<Value> {
    let [text] = args.exactly::<1>("float.fromhex")?;
    let Some(text) = text.as_str() else {
        return Err(exc::TypeError.err("bad argument type for built-in operation"));
    };
    let value = Value::Float(float::from_hex(text.bytes())?);
    if class.same(&types::FLOAT.class()) {
        return Ok(value);
    }
    class.value().call(&[value])
}
