//! `int` and `bool`: construction, methods, attributes.
use crate::call::{Args, Native};
use crate::error::{exc, R};
use crate::int::{self, Whole, WholeRef};
use crate::numbers::{self, arith, int_ref};
use crate::object::{symbols as sym, types, Class, Ref, Str, Sym, TypeInfo, UnaryOp, Value};

/// `int(x=0)`, `int(text, base=10)`.
pub fn int_new(_: &Ref<Class>, args: Args) -> R<Value> {
    match (args.values, args.names) {
        ([], []) => return Ok(Value::Int(0)),
        ([x], []) => return from_value(x),
        _ => {}
    }
    let [x, base] = bind_int(args)?;
    let Some(x) = x else {
        return Err(exc::TypeError.err("int() missing string argument"));
    };
    let Some(base) = base else { return from_value(x) };
    // A base out of every range is refused with the words for a base out of range.
    let base = numbers::index_clamped(base)?;
    let limit = crate::modules::sys::int_max_str_digits();
    let plain = x.unwrapped();
    if let Some(text) = plain.as_str() {
        return Ok(int::parse(crate::strings::text(text), base, limit)?.into());
    }
    match crate::strings::bytes_of(&plain) {
        Some(bytes) => Ok(int::parse_bytes(&bytes, base, limit)?.into()),
        None => Err(exc::TypeError.err("int() can't convert non-string with explicit base")),
    }
}

fn bind_int<'a>(args: Args<'a>) -> R<[Option<&'a Value>; 2]> {
    if args.plain().len() > 2 {
        let given = numbers::int_text(args.values.len() as i64);
        return Err(exc::TypeError.err(crate::join![
            "int() takes at most 2 arguments (",
            &given,
            " given)"
        ]));
    }
    args.bind("int", [sym::x, sym::base], 0, 1, 2)
}

/// `int(x)`.
pub fn from_value(x: &Value) -> R<Value> {
    if let Value::Int(_) = x {
        return Ok(x.clone());
    }
    if x.as_str().is_none() {
        if let Some(value) = numbers::int_value(x)? {
            return Ok(value);
        }
    }
    let plain = x.unwrapped();
    if let Some(text) = plain.as_str() {
        return parse_int(text).map(Value::from);
    }
    let limit = crate::modules::sys::int_max_str_digits();
    match crate::strings::bytes_of(&plain) {
        Some(bytes) => Ok(int::parse_bytes(&bytes, 10, limit)?.into()),
        None => Err(exc::TypeError.err(crate::join![
            "int() argument must be a string, a bytes-like object or a real number, not '",
            x.type_name().as_str(),
            "'"
        ])),
    }
}

/// `int(text)`.
pub fn parse_int(text: &Str) -> R<Whole> {
    let limit = crate::modules::sys::int_max_str_digits();
    Ok(int::parse(crate::strings::text(text), 10, limit)?)
}

/// `bool(x=False)`.
pub fn bool_new(_: &Ref<Class>, args: Args) -> R<Value> {
    args.no_keywords("bool")?;
    match args.between("bool", 0, 1)? {
        [x] => x.truth().map(Value::Bool),
        _ => Ok(Value::Bool(false)),
    }
}

/// The receiver of a method; always an int.
fn receiver(x: &Value) -> WholeRef<'_> {
    int_ref(x).unwrap_or(WholeRef::Small(0))
}

fn plain_int(x: &Value) -> Value {
    receiver(x).to_whole().into()
}

crate::object::members::methods! {
    /// The methods of `int`.
    pub struct IntMethods;
    sym::bit_length => |x, args| {
        args.exactly::<0>("int.bit_length")?;
        Ok(Whole::from_u64(int::bit_length(receiver(x))).into())
    },
    sym::bit_count => |x, args| {
        args.exactly::<0>("int.bit_count")?;
        Ok(Whole::from_u64(int::bit_count(receiver(x))).into())
    },
    sym::conjugate => |x, args| args.exactly::<0>("int.conjugate").map(|_| plain_int(x)),
    sym::__trunc__ => |x, args| args.exactly::<0>("int.__trunc__").map(|_| plain_int(x)),
    sym::__floor__ => |x, args| args.exactly::<0>("int.__floor__").map(|_| plain_int(x)),
    sym::__ceil__ => |x, args| args.exactly::<0>("int.__ceil__").map(|_| plain_int(x)),
    sym::__round__ => |x, args| match args.between("__round__", 0, 1)? {
        [] => numbers::round(x, None),
        given => numbers::round(x, Some(&given[0])),
    },
    sym::as_integer_ratio => |x, args| {
        args.exactly::<0>("int.as_integer_ratio")?;
        Ok(crate::seq::Tuple::value(vec![plain_int(x), Value::Int(1)]))
    },
    sym::to_bytes => to_bytes,
    sym::__rtruediv__ => |x, args| swapped(crate::object::BinOp::TrueDiv, x, args),
    sym::__rfloordiv__ => |x, args| swapped(crate::object::BinOp::FloorDiv, x, args),
    sym::__rmod__ => |x, args| swapped(crate::object::BinOp::Mod, x, args),
    sym::__rpow__ => |x, args| swapped(crate::object::BinOp::Pow, x, args),
    sym::__float__ => |x, args| {
        args.exactly::<0>("int.__float__")?;
        arith::unary(UnaryOp::Float, x)
    },
    sym::__getnewargs__ => |x, args| {
        args.exactly::<0>("int.__getnewargs__")?;
        Ok(crate::seq::Tuple::value(vec![plain_int(x)]))
    },
}

/// `x.__rop__(other)`.
pub(super) fn swapped(op: crate::object::BinOp, x: &Value, args: Args) -> R<Value> {
    let [other] = args.exactly::<1>(op.reflected_dunder().text())?;
    arith::binary(op, &other.unwrapped(), x)
}

fn is_little(order: Option<&Value>, function: &str) -> R<bool> {
    let Some(order) = order else { return Ok(false) };
    match order.as_str().map(|o| o.as_str()) {
        Some("little") => Ok(true),
        Some("big") => Ok(false),
        Some(_) => Err(exc::ValueError.err("byteorder must be either 'little' or 'big'")),
        None => Err(exc::TypeError.err(crate::join![
            function,
            "() argument 'byteorder' must be str, not ",
            order.type_name().as_str()
        ])),
    }
}

fn to_bytes(x: &Value, args: Args) -> R<Value> {
    let names = [sym::length, sym::byteorder, sym::signed];
    let [length, order, signed] = args.bind("to_bytes", names, 0, 0, 2)?;
    let length = length.map_or(Ok(1), numbers::index)?;
    let little = is_little(order, "to_bytes")?;
    let signed = signed.map_or(Ok(false), Value::truth)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(exc::ValueError.err("length argument must be non-negative"));
    };
    Ok(crate::strings::bytes_value(int::to_bytes(
        receiver(x),
        length,
        little,
        signed,
    )?))
}

pub fn int_field(x: &Value, name: Sym) -> R<Option<Value>> {
    Ok(match name {
        sym::real | sym::numerator => Some(plain_int(x)),
        sym::imag => Some(Value::Int(0)),
        sym::denominator => Some(Value::Int(1)),
        _ => None,
    })
}

/// `int.from_bytes`.
pub fn from_bytes(info: &'static TypeInfo) -> Option<Value> {
    (info.id == types::INT.id).then(|| Native::class_method("from_bytes", types::INT.class(), of_bytes))
}

fn of_bytes(class: &Ref<Class>, args: Args) -> R<Value> {
    let names = [sym::bytes, sym::byteorder, sym::signed];
    let [source, order, signed] = args.bind("from_bytes", names, 1, 0, 2)?;
    let source = source.unwrap_or(&Value::None);
    let little = is_little(order, "from_bytes")?;
    let signed = signed.map_or(Ok(false), Value::truth)?;
    let bytes = match crate::strings::bytes_of(&source.unwrapped()) {
        Some(bytes) => bytes.to_vec(),
        None => {
            let refused = || {
                exc::TypeError.err(crate::join![
                    "cannot convert '",
                    source.type_name().as_str(),
                    "' object to bytes"
                ])
            };
            if source.as_str().is_some() {
                return Err(refused());
            }
            let mut bytes = Vec::new();
            let mut items = source.iter().map_err(|_| refused())?;
            while let Some(item) = items.next()? {
                let byte = u8::try_from(numbers::index(&item)?);
                bytes.push(byte.map_err(|_| exc::ValueError.err("bytes must be in range(0, 256)"))?);
            }
            bytes
        }
    };
    let value: Value = int::from_bytes(&bytes, little, signed).into();
    if class.same(&types::INT.class()) {
        return Ok(value);
    }
    class.value().call(&[value])
}
