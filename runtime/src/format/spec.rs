//! The format-specification language: `[[fill]align][sign][z][#][0][width][,|_][.precision][type]`.

use crate::fault::{Fault, Kernel};
use crate::text::{self, first_point, width, Text, TextBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
    Center,
    /// Filling goes between the sign and the digits.
    AfterSign,
}

#[derive(Debug, Clone)]
pub struct Spec {
    pub fill: u32,
    pub align: Align,
    pub sign: Option<u8>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: Option<usize>,
    /// The separator between groups of digits.
    pub thousands: Option<u8>,
    pub precision: Option<usize>,
    /// The presentation type, zero when there is none.
    pub kind: u32,
}

/// Reads a specification one code point at a time.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn peek(&self) -> Option<u32> {
        (!self.0.is_empty()).then(|| first_point(self.0))
    }

    fn skip(&mut self) {
        self.0 = &self.0[width(self.0[0])..];
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.0.first() == Some(&byte);
        if found {
            self.0 = &self.0[1..];
        }
        found
    }

    fn eat_any(&mut self, bytes: &[u8]) -> Option<u8> {
        let byte = *self.0.first().filter(|byte| bytes.contains(byte))?;
        self.0 = &self.0[1..];
        Some(byte)
    }

    fn number(&mut self) -> Kernel<Option<usize>> {
        let mut value = None;
        while let Some(digit) = self.peek().and_then(text::decimal_value) {
            self.skip();
            let next = value
                .unwrap_or(0_i64)
                .checked_mul(10)
                .and_then(|all| all.checked_add(digit as i64));
            value = Some(next.ok_or_else(|| Fault::value("Too many decimal digits in format string"))?);
        }
        Ok(value.map(|value| usize::try_from(value).unwrap_or(usize::MAX)))
    }
}

fn align_of(byte: u8) -> Option<Align> {
    Some(match byte {
        b'<' => Align::Left,
        b'>' => Align::Right,
        b'^' => Align::Center,
        b'=' => Align::AfterSign,
        _ => return None,
    })
}

impl Spec {
    /// Reads `source`. `default` is the alignment of the type, named `type_name` in errors.
    pub fn parse(source: Text, default: Align, default_kind: u8, type_name: &str) -> Kernel<Spec> {
        let mut reader = Reader(source.bytes);
        let mut spec = Spec {
            fill: b' ' as u32,
            align: default,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: None,
            thousands: None,
            precision: None,
            kind: default_kind as u32,
        };
        let (mut filled, mut aligned) = (false, false);
        let second = reader.peek().map_or(0, |_| width(source.bytes[0]));
        if let Some(align) = source
            .bytes
            .get(second)
            .filter(|_| second > 0)
            .and_then(|byte| align_of(*byte))
        {
            spec.fill = first_point(source.bytes);
            spec.align = align;
            (filled, aligned) = (true, true);
            reader.0 = &source.bytes[second + 1..];
        } else if let Some(align) = reader.0.first().and_then(|byte| align_of(*byte)) {
            spec.align = align;
            aligned = true;
            reader.skip();
        }
        spec.sign = reader.eat_any(b" +-");
        spec.no_negative_zero = reader.eat(b'z');
        spec.alternate = reader.eat(b'#');
        if !filled && reader.eat(b'0') {
            spec.fill = b'0' as u32;
            if !aligned && default == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        spec.width = reader.number()?;
        spec.thousands = reader.eat_any(b",");
        if reader.eat(b'_') {
            if spec.thousands.is_some() {
                return Err(both_separators());
            }
            spec.thousands = Some(b'_');
        }
        if spec.thousands == Some(b'_') && reader.eat(b',') {
            return Err(both_separators());
        }
        if reader.eat(b'.') {
            spec.precision = reader.number()?;
            if spec.precision.is_none() {
                return Err(Fault::value("Format specifier missing precision"));
            }
        }
        if let Some(kind) = reader.peek() {
            reader.skip();
            if !reader.0.is_empty() {
                let mut text = String::from("Invalid format specifier '");
                text.push_str(&String::from_utf8_lossy(source.bytes));
                text.push_str("' for object of type '");
                text.push_str(type_name);
                text.push('\'');
                return Err(Fault::value(text));
            }
            spec.kind = kind;
        }
        spec.check_thousands()?;
        Ok(spec)
    }

    fn check_thousands(&self) -> Kernel<()> {
        let Some(separator) = self.thousands else {
            return Ok(());
        };
        let allowed: &[u8] = if separator == b'_' {
            b"defgEG%F\0boxX"
        } else {
            b"defgEG%F\0"
        };
        if u8::try_from(self.kind).is_ok_and(|kind| allowed.contains(&kind)) {
            return Ok(());
        }
        let mut text = String::from("Cannot specify '");
        text.push(separator as char);
        text.push_str("' with '");
        push_kind(&mut text, self.kind);
        text.push_str("'.");
        Err(Fault::value(text))
    }

    pub(super) fn unknown_kind(&self, type_name: &str) -> Fault {
        let mut text = String::from("Unknown format code '");
        push_kind(&mut text, self.kind);
        text.push_str("' for object of type '");
        text.push_str(type_name);
        text.push('\'');
        Fault::value(text)
    }

    /// How much filling `len` characters need before and after them.
    pub(super) fn margins(&self, len: usize) -> (usize, usize) {
        let gap = self.width.unwrap_or(0).saturating_sub(len);
        let left = match self.align {
            Align::Left => 0,
            Align::Center => gap / 2,
            Align::Right | Align::AfterSign => gap,
        };
        (left, gap - left)
    }

    pub(super) fn check_width(&self) -> Kernel<()> {
        // Beyond this the text could not be held.
        if self.width.unwrap_or(0).max(self.precision.unwrap_or(0)) > 1 << 31 {
            return Err(Fault::Memory);
        }
        Ok(())
    }
}

fn both_separators() -> Fault {
    Fault::value("Cannot specify both ',' and '_'.")
}

fn push_kind(text: &mut String, kind: u32) {
    match kind {
        33..=127 => text.push(kind as u8 as char),
        _ => {
            text.push_str("\\x");
            let digits = crate::int::show_radix(crate::int::WholeRef::Small(kind as i64), 16);
            text.extend(digits.iter().map(|digit| *digit as char));
        }
    }
}

/// `format(text, spec)`.
pub fn format_text(value: Text, source: Text, type_name: &str) -> Kernel<TextBuf> {
    let spec = Spec::parse(source, Align::Left, b's', type_name)?;
    if spec.kind != b's' as u32 {
        return Err(spec.unknown_kind(type_name));
    }
    let refuse = |text: &'static str| Err(Fault::Value(text.into()));
    match spec.sign {
        Some(b' ') => return refuse("Space not allowed in string format specifier"),
        Some(_) => return refuse("Sign not allowed in string format specifier"),
        None => {}
    }
    if spec.no_negative_zero {
        return refuse("Negative zero coercion (z) not allowed in string format specifier");
    }
    if spec.alternate {
        return refuse("Alternate form (#) not allowed in string format specifier");
    }
    if spec.align == Align::AfterSign {
        return refuse("'=' alignment not allowed in string format specifier");
    }
    let value = match spec.precision {
        Some(most) if most < value.len => value.slice(None, 0, most),
        _ => value,
    };
    let (left, right) = spec.margins(value.len);
    spec.check_width()?;
    let mut out = TextBuf::with_capacity(value.bytes.len() + left + right);
    out.push_many(spec.fill, left);
    out.push_text(value);
    out.push_many(spec.fill, right);
    Ok(out)
}
