//! `format % values`.
use crate::error::{exc, R};
use crate::format::{self, Amount, Directive, Directives, Part};
use crate::numbers::{self, int_ref};
use crate::object::{symbols as sym, Str, Value};
use crate::seq::Tuple;
use crate::strings::{self, text};
use crate::text::TextBuf;

/// The values that a format's directives take, one after the other.
struct Supply<'a> {
    /// A tuple's items; None: the right operand is the only value.
    items: Option<&'a [Value]>,
    single: &'a Value,
    next: usize,
    /// The right operand may answer `%(key)s`.
    mapping: bool,
}

impl Supply<'_> {
    fn count(&self) -> usize {
        self.items.map_or(1, <[Value]>::len)
    }

    fn take(&mut self) -> R<Value> {
        if self.next >= self.count() {
            return Err(exc::TypeError.err("not enough arguments for format string"));
        }
        self.next += 1;
        Ok(match self.items {
            Some(items) => items[self.next - 1].clone(),
            None => self.single.clone(),
        })
    }

    fn star(&mut self) -> R<i64> {
        let value = self.take()?;
        match int_ref(&value.unwrapped()) {
            Some(number) => number
                .to_i64()
                .ok_or_else(|| exc::OverflowError.err("Python int too large to convert to C ssize_t")),
            None => Err(exc::TypeError.err("* wants int")),
        }
    }
}

fn is_mapping(x: &Value) -> bool {
    let Value::Obj(object) = x else { return false };
    if x.special(sym::__getitem__).is_some() {
        return true;
    }
    let plain = x.unwrapped();
    if plain.as_str().is_some() || plain.cast::<Tuple>().is_some() {
        return false;
    }
    plain.obj().is_some_and(|inner| {
        let name = inner.vt().info.name;
        matches!(inner.len(), Ok(Some(_))) && !matches!(name, "set" | "frozenset" | "deque")
    }) && !object.is_iterator()
}

/// `s % other`.
pub fn percent(s: &Str, other: &Value) -> R<Value> {
    let plain = other.unwrapped();
    let tuple = plain.cast::<Tuple>();
    let mut supply = Supply {
        items: tuple.map(|tuple| tuple.items()),
        single: other,
        next: 0,
        mapping: tuple.is_none() && is_mapping(other),
    };
    let format = s.bytes();
    let mut out = TextBuf::with_capacity(format.len() + 16);
    let mut parts = Directives::new(format);
    while let Some(part) = parts.next_part()? {
        match part {
            Part::Literal(literal) => out.bytes.extend_from_slice(literal),
            Part::Directive(directive) => {
                if directive.kind == u32::from(b'%') && format[directive.at - 1] == b'%' {
                    out.bytes.push(b'%');
                } else {
                    fill(&mut out, format, directive, &mut supply)?;
                }
            }
        }
    }
    if supply.next < supply.count() && !supply.mapping {
        return Err(exc::TypeError.err("not all arguments converted during string formatting"));
    }
    Ok(Value::from(Str::from_bytes(out.bytes)))
}

fn fill(out: &mut TextBuf, format: &[u8], mut directive: Directive, supply: &mut Supply) -> R<()> {
    let mut keyed = None;
    if let Some(key) = directive.key {
        if !supply.mapping {
            return Err(exc::TypeError.err("format requires a mapping"));
        }
        let key = Value::from(Str::from_bytes(key.to_vec()));
        keyed = Some(supply.single.get_item(&key)?);
        // From here on the operand is no longer the one value of `%s`.
        supply.next = 1;
    }
    if directive.width == Amount::Star {
        let width = supply.star()?;
        directive.flags.left |= width < 0;
        directive.width = Amount::Given(width.unsigned_abs() as usize);
    }
    if directive.precision == Amount::Star {
        directive.precision = Amount::Given(supply.star()?.max(0) as usize);
    }
    let value = match keyed {
        Some(value) => value,
        None => supply.take()?,
    };
    render(out, format, &directive, &value)
}

/// The text that `%s`, `%r` or `%a` shows.
pub fn percent_text_of(kind: u8, value: &Value) -> R<Str> {
    match kind {
        b's' => value.to_str(),
        b'r' => value.repr(),
        _ => strings::ascii(value),
    }
}

fn render(out: &mut TextBuf, format: &[u8], directive: &Directive, value: &Value) -> R<()> {
    let kind = u8::try_from(directive.kind).unwrap_or(0);
    match kind {
        b's' | b'r' | b'a' => {
            let shown = percent_text_of(kind, value)?;
            format::percent_text(out, text(&shown), directive)?;
        }
        b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => {
            let number = whole(kind, value)?;
            if let Some(number) = int_ref(&number) {
                let limit = crate::modules::sys::int_max_str_digits();
                format::percent_int(out, number, directive, limit)?;
            }
        }
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => match numbers::float_value(value)? {
            Some(number) => format::percent_float(out, number, directive)?,
            None => {
                return Err(exc::TypeError.err(crate::join![
                    "must be real number, not ",
                    value.type_name().as_str()
                ]))
            }
        },
        b'c' => {
            let shown = character(value)?;
            format::percent_text(out, text(&shown), directive)?;
        }
        _ => return Err(directive.unsupported(format).into()),
    }
    Ok(())
}

/// The int that an integer directive shows.
fn whole(kind: u8, value: &Value) -> R<Value> {
    let decimal = matches!(kind, b'd' | b'i' | b'u');
    let converted = if decimal {
        numbers::int_value(value)?
    } else {
        match numbers::index_value(value) {
            Ok(number) => Some(number),
            Err(e) if e.is(&exc::TypeError) => None,
            Err(e) => return Err(e),
        }
    };
    converted.ok_or_else(|| {
        let what = if decimal {
            " format: a real number is required, not "
        } else {
            " format: an integer is required, not "
        };
        let kind = char::from(kind).to_string();
        exc::TypeError.err(crate::join!["%", &kind, what, value.type_name().as_str()])
    })
}

/// What `%c` shows.
fn character(value: &Value) -> R<Str> {
    let plain = value.unwrapped();
    if let Some(text) = plain.as_str() {
        if text.chars() == 1 {
            return Ok(text.clone());
        }
        return Err(exc::TypeError.err("%c requires int or char"));
    }
    let code = match numbers::index_value(value) {
        Ok(code) => code,
        Err(e) if e.is(&exc::TypeError) => return Err(exc::TypeError.err("%c requires int or char")),
        Err(e) => return Err(e),
    };
    match code {
        Value::Int(code @ 0..=0x10_ffff) => Ok(Str::from_code(code as u32)),
        _ => Err(exc::OverflowError.err("%c arg not in range(0x110000)")),
    }
}
