//! `abs`, `round`, `pow`, `divmod`, and between numbers and characters or digits: `chr`, `ord`, `bin`, `oct`, `hex`.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::int;
use crate::numbers::{self, int_ref};
use crate::object::ops::{self, UnaryOp};
use crate::object::{symbols as sym, Str, Value};

/// `abs(x)`.
pub fn abs(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("abs")?;
    ops::unary(UnaryOp::Abs, x)
}

/// `round(number, ndigits=None)`.
pub fn round(args: Args) -> R<Value> {
    let [number, digits] = args.bind("round", [sym::number, sym::ndigits], 1, 0, 2)?;
    numbers::round(number.unwrap_or(&Value::None), digits)
}

/// `pow(base, exp, mod=None)`.
pub fn pow(args: Args) -> R<Value> {
    let [base, exponent, modulus] = args.bind("pow", [sym::base, sym::exp, sym::mod_], 2, 0, 3)?;
    let base = base.unwrap_or(&Value::None);
    let exponent = exponent.unwrap_or(&Value::None);
    let Some(modulus) = modulus.filter(|m| !m.is_none()) else {
        return base.pow(exponent);
    };
    if let Some(hook) = base.special(sym::__pow__) {
        let result = hook.call(&[base.clone(), exponent.clone(), modulus.clone()])?;
        if !matches!(result, Value::NotImplemented) {
            return Ok(result);
        }
    }
    numbers::pow_mod(&base.unwrapped(), &exponent.unwrapped(), &modulus.unwrapped())
}

/// `divmod(a, b)`.
pub fn divmod(args: Args) -> R<Value> {
    let given = args.between("divmod", 2, 2)?;
    numbers::divmod(&given[0], &given[1])
}

/// `chr(i)`.
pub fn chr(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("chr")?;
    char_of(x)
}

pub(super) fn char_of(x: &Value) -> R<Value> {
    match x {
        Value::Int(code) => char_of_code(*code),
        _ => char_of_code(i64::from(numbers::to_c_int(x)?)),
    }
}

/// `chr(code)`.
pub fn char_of_code(code: i64) -> R<Value> {
    match u32::try_from(code) {
        Ok(code @ 0..=0x10_ffff) => Ok(crate::strings::from_point(code)),
        Ok(_) if code <= i64::from(i32::MAX) => Err(exc::ValueError.err("chr() arg not in range(0x110000)")),
        _ if code >= i64::from(i32::MIN) && code < 0 => {
            Err(exc::ValueError.err("chr() arg not in range(0x110000)"))
        }
        _ => Err(exc::OverflowError.err("Python int too large to convert to C int")),
    }
}

/// `ord(c)`.
pub fn ord(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("ord")?;
    code_of(x)
}

pub(super) fn code_of(x: &Value) -> R<Value> {
    let plain = x.unwrapped();
    let len = if let Some(text) = plain.as_str() {
        return code_of_char(text).map(Value::Int);
    } else if let Some(bytes) = crate::strings::bytes_of(&plain) {
        if let [byte] = bytes[..] {
            return Ok(Value::Int(i64::from(byte)));
        }
        bytes.len()
    } else {
        return Err(exc::TypeError.err(crate::join![
            "ord() expected string of length 1, but ",
            x.type_name().as_str(),
            " found"
        ]));
    };
    Err(no_character(len))
}

/// `ord(text)`.
pub fn code_of_char(text: &Str) -> R<i64> {
    match text.chars() {
        1 => Ok(i64::from(crate::text::first_point(text.bytes()))),
        len => Err(no_character(len)),
    }
}

#[cold]
fn no_character(len: usize) -> PyErr {
    let len = numbers::int_text(len as i64);
    exc::TypeError.err(crate::join![
        "ord() expected a character, but string of length ",
        &len,
        " found"
    ])
}

fn in_base(x: &Value, prefix: &str, radix: u32) -> R<Value> {
    let number = numbers::index_value(x)?;
    let mut text = Vec::new();
    if let Some(number) = int_ref(&number) {
        if number.is_negative() {
            text.push(b'-');
        }
        text.extend_from_slice(prefix.as_bytes());
        text.extend(int::show_radix(number, radix));
    }
    Ok(Value::from(Str::from_bytes(text)))
}

/// `bin(x)`.
pub fn bin(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("bin")?;
    in_base(x, "0b", 2)
}

/// `oct(x)`.
pub fn oct(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("oct")?;
    in_base(x, "0o", 8)
}

/// `hex(x)`.
pub fn hex(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("hex")?;
    in_base(x, "0x", 16)
}
