//! `round(x, ndigits=None)`.
use crate::error::{exc, R};
use crate::float;
use crate::int::{self, Whole, WholeRef};
use crate::numbers::{self, number, Number};
use crate::object::{symbols as sym, Value};

/// `round(x)` or `round(x, digits)`.
pub fn round(x: &Value, digits: Option<&Value>) -> R<Value> {
    let digits = digits.filter(|d| !d.is_none());
    match number(x) {
        Some(Number::Float(v)) => match digits {
            None => Ok(float::round_whole(v)?.into()),
            Some(digits) => Ok(Value::Float(float::round_places(
                v,
                numbers::index_clamped(digits)?,
            )?)),
        },
        Some(Number::Int(v)) => match digits {
            None => Ok(v.to_whole().into()),
            Some(digits) => round_int(v, numbers::whole(digits)?),
        },
        _ => round_object(x, digits),
    }
}

/// `x.__round__` of any other object.
fn round_object(x: &Value, digits: Option<&Value>) -> R<Value> {
    if let Some(hook) = x.special(sym::__round__) {
        return match digits {
            Some(digits) => hook.call(&[x.clone(), digits.clone()]),
            None => hook.call(&[x.clone()]),
        };
    }
    let plain = x.unwrapped();
    if matches!(number(&plain), Some(Number::Int(_) | Number::Float(_))) {
        return round(&plain, digits);
    }
    if let Some(hook) = (!x.class().is_builtin())
        .then(|| x.class().lookup(sym::__round__))
        .flatten()
    {
        return hook.call(&[x.clone()]);
    }
    Err(exc::TypeError.err(crate::join![
        "type ",
        x.type_name().as_str(),
        " doesn't define __round__ method"
    ]))
}

/// To a multiple of a power of ten, halves to the even multiple.
fn round_int(v: WholeRef, digits: Whole) -> R<Value> {
    let places = match digits {
        Whole::Small(n) if n >= 0 => return Ok(v.to_whole().into()),
        Whole::Small(n) => n.unsigned_abs(),
        Whole::Big(n) if !WholeRef::Big(&n).is_negative() => return Ok(v.to_whole().into()),
        Whole::Big(_) => u64::MAX,
    };
    // More places than the number has digits.
    if places > int::bit_length(v) {
        return Ok(Value::Int(0));
    }
    let unit = match int::pow(WholeRef::Small(10), WholeRef::Small(places as i64))? {
        int::Power::Int(unit) => unit,
        int::Power::Float(_) => return Ok(Value::Int(0)),
    };
    let (quotient, rest) = int::divmod(v, unit.by_ref())?;
    let twice = int::add(rest.by_ref(), rest.by_ref());
    let order = int::cmp(twice.by_ref(), unit.by_ref());
    let odd = !int::and(quotient.by_ref(), WholeRef::Small(1)).by_ref().is_zero();
    let up = order.is_gt() || (order.is_eq() && odd);
    let quotient = if up {
        int::add(quotient.by_ref(), WholeRef::Small(1))
    } else {
        quotient
    };
    Ok(int::mul(quotient.by_ref(), unit.by_ref()).into())
}
