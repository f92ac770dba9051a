//! The builtins as emitted code calls them: plain arguments, no keywords.
use crate::builtins::{attributes, classes, iterate, lazy_types, numeric, objects, printing, reduce};
use crate::call::Args;
use crate::error::R;
use crate::object::ops::{self, UnaryOp};
use crate::object::Value;
use crate::seq::{List, Tuple};
use crate::{builtins, numbers, strings};

/// `print(*values)`.
pub fn print(values: &[Value]) -> R<Value> {
    printing::print_values(values)
}

/// `print` of constants, whose texts are known.
pub fn print_texts(texts: &[&'static str]) -> R<Value> {
    printing::print_texts(texts)
}

/// `len(x)`.
#[inline]
pub fn len(x: &Value) -> R<Value> {
    if let Some(range) = x.cast::<crate::seq::Range>() {
        return range.length();
    }
    Ok(Value::Int(x.len()? as i64))
}

pub fn repr(x: &Value) -> R<Value> {
    x.repr().map(Value::from)
}

/// `str(x)`.
pub fn str(x: &Value) -> R<Value> {
    match x.as_str() {
        Some(_) => Ok(x.clone()),
        None => x.to_str().map(Value::from),
    }
}

/// `int(x)`.
pub fn int(x: &Value) -> R<Value> {
    numbers::int_from(x)
}

/// `float(x)`.
pub fn float(x: &Value) -> R<Value> {
    numbers::float_from(x)
}

/// `bool(x)`.
#[inline]
pub fn bool(x: &Value) -> R<Value> {
    x.truth().map(Value::Bool)
}

/// `list(x)`.
pub fn list(x: &Value) -> R<Value> {
    Ok(List::value(x.iter()?.collect()?))
}

/// `tuple(x)`.
pub fn tuple(x: &Value) -> R<Value> {
    if x.cast::<Tuple>().is_some() {
        return Ok(x.clone());
    }
    Ok(Tuple::value(x.iter()?.collect()?))
}

/// `type(x)`.
pub fn type_(x: &Value) -> R<Value> {
    crate::object::types::make_all();
    Ok(x.class().value())
}

/// `isinstance(x, classes)`.
pub fn isinstance(x: &Value, classes: &Value) -> R<Value> {
    classes::is_instance(x, classes).map(Value::Bool)
}

/// `issubclass(class, classes)`.
pub fn issubclass(class: &Value, classes: &Value) -> R<Value> {
    classes::is_subclass(class, classes).map(Value::Bool)
}

pub fn callable(x: &Value) -> R<Value> {
    Ok(Value::Bool(classes::is_callable(x)))
}

pub fn abs(x: &Value) -> R<Value> {
    match x {
        Value::Int(v) if *v != i64::MIN => Ok(Value::Int(v.abs())),
        Value::Float(v) => Ok(Value::Float(v.abs())),
        _ => ops::unary(UnaryOp::Abs, x),
    }
}

pub fn all(items: &Value) -> R<Value> {
    reduce::all_of(items)
}

pub fn any(items: &Value) -> R<Value> {
    reduce::any_of(items)
}

/// `sum(items)`.
pub fn sum(items: &Value) -> R<Value> {
    reduce::sum_from(items, &Value::Int(0))
}

/// `min(*values)`.
pub fn min(values: &[Value]) -> R<Value> {
    match values {
        [a, b] => Ok(if b.is_lt(a)? { b.clone() } else { a.clone() }),
        _ => builtins::min(Args::positional(values)),
    }
}

/// `max(*values)`.
pub fn max(values: &[Value]) -> R<Value> {
    match values {
        [a, b] => Ok(if b.is_gt(a)? { b.clone() } else { a.clone() }),
        _ => builtins::max(Args::positional(values)),
    }
}

/// `sorted(items)`.
pub fn sorted(items: &Value) -> R<Value> {
    builtins::sorted(Args::positional(std::slice::from_ref(items)))
}

pub fn reversed(x: &Value) -> R<Value> {
    lazy_types::reverse(x)
}

/// `iter(x)`.
pub fn iter(x: &Value) -> R<Value> {
    Ok(x.iter()?.into_value())
}

/// `next(x)`.
pub fn next(x: &Value) -> R<Value> {
    iterate::next_or_stop(x)
}

pub fn chr(x: &Value) -> R<Value> {
    numeric::char_of(x)
}

pub fn ord(x: &Value) -> R<Value> {
    numeric::code_of(x)
}

pub fn divmod(a: &Value, b: &Value) -> R<Value> {
    numbers::divmod(a, b)
}

/// `pow(base, exponent)`.
pub fn pow(base: &Value, exponent: &Value) -> R<Value> {
    base.pow(exponent)
}

/// `round(x)`.
pub fn round(x: &Value) -> R<Value> {
    numbers::round(x, None)
}

pub fn hash(x: &Value) -> R<Value> {
    x.hash().map(Value::Int)
}

pub fn id(x: &Value) -> R<Value> {
    Ok(Value::Int(objects::identity(x)))
}

pub fn hasattr(x: &Value, name: &Value) -> R<Value> {
    attributes::has(x, name)
}

/// `getattr(x, name)`.
pub fn getattr(x: &Value, name: &Value) -> R<Value> {
    x.attr(attributes::attribute_name(name)?)
}

pub fn setattr(x: &Value, name: &Value, value: &Value) -> R<Value> {
    x.set_attr(attributes::attribute_name(name)?, value.clone())?;
    Ok(Value::None)
}

/// `range(stop)`, `range(start, stop[, step])`.
pub fn range(bounds: &[Value]) -> R<Value> {
    match bounds {
        [stop] => crate::seq::range(&Value::Int(0), stop, None),
        [start, stop] => crate::seq::range(start, stop, None),
        _ => crate::seq::RANGE.value().call(bounds),
    }
}

/// `map(function, *iterables)`.
pub fn map(values: &[Value]) -> R<Value> {
    builtins::MAP.value().call(values)
}

/// `zip(*iterables)`.
pub fn zip(values: &[Value]) -> R<Value> {
    builtins::ZIP.value().call(values)
}

/// `filter(test, items)`.
pub fn filter(test: &Value, items: &Value) -> R<Value> {
    builtins::FILTER.value().call(&[test.clone(), items.clone()])
}

/// `enumerate(items)`.
pub fn enumerate(items: &Value) -> R<Value> {
    builtins::ENUMERATE.value().call(std::slice::from_ref(items))
}

/// `ascii(x)`.
pub fn ascii(x: &Value) -> R<Value> {
    strings::ascii(x).map(Value::from)
}

/// One replacement field of an f-string: the conversion (`r`, `s`, `a`, or NUL for none), then the specification.
pub fn field(x: &Value, conversion: char, spec: &crate::Str) -> R<crate::Str> {
    let spec = spec.body();
    let text = match conversion {
        '\0' => x.format(spec),
        _ => strings::convert(u32::from(conversion), x.clone())?.format(spec),
    }?;
    Ok(text.into())
}
