//! `format` of numbers: sign, prefix, grouping, point, filling.

use super::float_text::{push_float, Style};
use super::spec::{Align, Spec};
use crate::fault::{Fault, Kernel};
use crate::int::{self, WholeRef};
use crate::text::{Text, TextBuf};
use std::borrow::Cow;

/// The parts of a number's text, in order.
struct Parts<'a> {
    negative: bool,
    prefix: &'a [u8],
    /// Digits that are grouped.
    digits: &'a [u8],
    /// The point and what follows, or `inf`.
    rest: &'a [u8],
    group: usize,
}

/// Digits in groups, zeros added in front until they fill `least` places.
fn group_digits(digits: &[u8], separator: u8, size: usize, least: usize) -> Vec<u8> {
    let (mut left, mut least) = (digits.len(), least as i64);
    let mut out = Vec::with_capacity(digits.len() * 4 / 3 + 1);
    // Written from the right and turned round at the end.
    loop {
        let count = (size as i64).min(1.max(left as i64).max(least)) as usize;
        let real = left.min(count);
        out.extend(digits[left - real..left].iter().rev());
        out.resize(out.len() + count - real, b'0');
        left -= real;
        least -= count as i64;
        if left == 0 && least <= 0 {
            break;
        }
        out.push(separator);
        least -= 1;
    }
    out.reverse();
    out
}

fn lay_out(spec: &Spec, parts: Parts) -> Kernel<TextBuf> {
    spec.check_width()?;
    let sign: &[u8] = match (parts.negative, spec.sign) {
        (true, _) => b"-",
        (false, Some(b'+')) => b"+",
        (false, Some(b' ')) => b" ",
        _ => b"",
    };
    let fixed = sign.len() + parts.prefix.len() + parts.rest.len();
    let mut digits = Cow::Borrowed(parts.digits);
    if let (Some(separator), false) = (spec.thousands, digits.is_empty()) {
        // Filling with zeros goes on inside the groups.
        let zeros = spec.fill == b'0' as u32 && spec.align == Align::AfterSign;
        let least = if zeros {
            spec.width.unwrap_or(0).saturating_sub(fixed)
        } else {
            0
        };
        digits = Cow::Owned(group_digits(parts.digits, separator, parts.group, least));
    }
    let (left, right) = spec.margins(fixed + digits.len());
    let inside = spec.align == Align::AfterSign;
    let mut out = TextBuf::with_capacity(fixed + digits.len() + left + right);
    if !inside {
        out.push_many(spec.fill, left);
    }
    out.push_ascii(sign);
    out.push_ascii(parts.prefix);
    if inside {
        out.push_many(spec.fill, left);
    }
    out.push_ascii(&digits);
    out.push_ascii(parts.rest);
    out.push_many(spec.fill, right);
    Ok(out)
}

/// The presentation type as a byte; what is beyond ASCII is no type.
fn kind_of(spec: &Spec) -> u8 {
    u8::try_from(spec.kind).unwrap_or(0xff)
}

/// `format(int, spec)`; `type_name` is the class of the value, `int` or `bool`.
pub fn format_int(value: WholeRef, source: Text, type_name: &str, limit: usize) -> Kernel<TextBuf> {
    let mut spec = Spec::parse(source, Align::Right, b'd', type_name)?;
    let kind = kind_of(&spec);
    match kind {
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%' => return lay_out_float(int::to_f64(value)?, &spec),
        b'b' | b'c' | b'd' | b'n' | b'o' | b'x' | b'X' => {}
        _ => return Err(spec.unknown_kind(type_name)),
    }
    let refuse = |text: &'static str| Err(Fault::Value(text.into()));
    if spec.precision.is_some() {
        return refuse("Precision not allowed in integer format specifier");
    }
    if spec.no_negative_zero {
        return refuse("Negative zero coercion (z) not allowed in integer format specifier");
    }
    if kind == b'c' {
        if spec.sign.is_some() {
            return refuse("Sign not allowed with integer format specifier 'c'");
        }
        if spec.alternate {
            return refuse("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        return lay_out_char(value, &mut spec);
    }
    let negative = value.is_negative();
    let (radix, group) = match kind {
        b'b' => (2, 4),
        b'o' => (8, 4),
        b'x' | b'X' => (16, 4),
        _ => (10, 3),
    };
    let mut digits = if radix == 10 {
        let mut digits = int::show(value, limit)?;
        digits.drain(..negative as usize);
        digits
    } else {
        int::show_radix(value, radix)
    };
    let mut prefix: &[u8] = match kind {
        b'b' => b"0b",
        b'o' => b"0o",
        b'x' => b"0x",
        b'X' => b"0X",
        _ => b"",
    };
    if !spec.alternate {
        prefix = b"";
    }
    if kind == b'X' {
        digits.make_ascii_uppercase();
    }
    lay_out(
        &spec,
        Parts {
            negative,
            prefix,
            digits: &digits,
            rest: b"",
            group,
        },
    )
}

fn lay_out_char(value: WholeRef, spec: &mut Spec) -> Kernel<TextBuf> {
    let Some(point) = value.to_i64() else {
        return Err(Fault::overflow("Python int too large to convert to C long"));
    };
    if !(0..0x110000).contains(&point) {
        return Err(Fault::overflow("%c arg not in range(0x110000)"));
    }
    let (left, right) = spec.margins(1);
    spec.check_width()?;
    let mut out = TextBuf::new();
    out.push_many(spec.fill, left);
    out.push(point as u32);
    out.push_many(spec.fill, right);
    Ok(out)
}

/// `format(float, spec)`.
pub fn format_float(value: f64, source: Text, type_name: &str) -> Kernel<TextBuf> {
    let spec = Spec::parse(source, Align::Right, 0, type_name)?;
    match kind_of(&spec) {
        0 | b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'n' | b'%' => lay_out_float(value, &spec),
        _ => Err(spec.unknown_kind(type_name)),
    }
}

const MOST_PRECISION: usize = i32::MAX as usize;

fn precision_of(spec: &Spec, default: usize) -> Kernel<usize> {
    let precision = spec.precision.unwrap_or(default);
    if precision > MOST_PRECISION {
        return Err(Fault::value("precision too big"));
    }
    Ok(precision)
}

fn lay_out_float(mut value: f64, spec: &Spec) -> Kernel<TextBuf> {
    let mut kind = kind_of(spec);
    let percent = kind == b'%';
    let add_point_zero = kind == 0;
    let precision = precision_of(spec, if add_point_zero { 0 } else { 6 })?;
    kind = match kind {
        0 if spec.precision.is_some() => b'g',
        0 => b'r',
        b'n' => b'g',
        b'%' => b'f',
        _ => kind,
    };
    if percent {
        value *= 100.0;
    }
    let (alternate, no_negative_zero) = (spec.alternate, spec.no_negative_zero);
    let mut text = Vec::with_capacity(24);
    push_float(
        &mut text,
        value,
        Style {
            kind,
            precision,
            alternate,
            add_point_zero,
            no_negative_zero,
        },
    );
    if percent {
        text.push(b'%');
    }
    let negative = text[0] == b'-';
    let (digits, rest) = split_digits(&text[negative as usize..]);
    lay_out(
        spec,
        Parts {
            negative,
            prefix: b"",
            digits,
            rest,
            group: 3,
        },
    )
}

/// The digits at the start, which are grouped, and the rest.
fn split_digits(text: &[u8]) -> (&[u8], &[u8]) {
    text.split_at(text.iter().take_while(|byte| byte.is_ascii_digit()).count())
}

/// `format(complex, spec)`.
pub fn format_complex(real: f64, imag: f64, source: Text, type_name: &str) -> Kernel<TextBuf> {
    let spec = Spec::parse(source, Align::Right, 0, type_name)?;
    let mut kind = kind_of(&spec);
    if !matches!(kind, 0 | b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'n') {
        return Err(spec.unknown_kind(type_name));
    }
    if spec.fill == b'0' as u32 {
        return Err(Fault::value(
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if spec.align == Align::AfterSign {
        return Err(Fault::value(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let bare = kind == 0;
    let precision = precision_of(&spec, if bare { 0 } else { 6 })?;
    kind = match kind {
        0 if spec.precision.is_some() => b'g',
        0 => b'r',
        b'n' => b'g',
        _ => kind,
    };
    let (alternate, no_negative_zero) = (spec.alternate, spec.no_negative_zero);
    let style = Style {
        kind,
        precision,
        alternate,
        add_point_zero: false,
        no_negative_zero,
    };
    // As repr does, a real part of zero is left out, and two parts stand in parentheses.
    let lone = bare && real.to_bits() == 0;
    let part = |value: f64, sign: Option<u8>| -> Kernel<TextBuf> {
        let mut text = Vec::with_capacity(24);
        push_float(&mut text, value, style);
        let negative = text[0] == b'-';
        let (digits, rest) = split_digits(&text[negative as usize..]);
        let spec = Spec {
            width: None,
            sign,
            ..spec.clone()
        };
        lay_out(
            &spec,
            Parts {
                negative,
                prefix: b"",
                digits,
                rest,
                group: 3,
            },
        )
    };
    let mut body = TextBuf::with_capacity(48);
    if bare && !lone {
        body.push_ascii(b"(");
    }
    if !lone {
        body.push_text(part(real, spec.sign)?.as_text());
    }
    let sign = if lone { spec.sign } else { Some(b'+') };
    body.push_text(part(imag, sign)?.as_text());
    body.push_ascii(if bare && !lone { b"j)" } else { b"j" });
    let (left, right) = spec.margins(body.len);
    spec.check_width()?;
    let mut out = TextBuf::with_capacity(body.bytes.len() + left + right);
    out.push_many(spec.fill, left);
    out.push_text(body.as_text());
    out.push_many(spec.fill, right);
    Ok(out)
}
