//! `%` formatting: taking a format apart and laying out what its directives produce. The caller drives it: it fetches
//! the arguments, checks their types and hands over plain values.

use super::float_text::{push_float, Style};
use crate::fault::{Fault, Kernel};
use crate::int::{self, push_number, WholeRef};
use crate::text::{count_points, first_point, width, Text, TextBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags {
    pub left: bool,
    pub sign: bool,
    pub blank: bool,
    pub alternate: bool,
    pub zero: bool,
}

/// A width or precision: none, given, or taken from the arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    None,
    Given(usize),
    Star,
}

/// `%(key)flags width.precision kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Directive<'a> {
    pub key: Option<&'a [u8]>,
    pub flags: Flags,
    pub width: Amount,
    pub precision: Amount,
    pub kind: u32,
    /// The byte offset of the kind, for the message about one that is unknown.
    pub at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    Literal(&'a [u8]),
    Directive(Directive<'a>),
}

/// The parts of a `%` format, one by one. `%%` comes as a directive, as it may have flags.
pub struct Directives<'a> {
    format: &'a [u8],
    at: usize,
}

fn incomplete<T>() -> Kernel<T> {
    Err(Fault::value("incomplete format"))
}

impl<'a> Directives<'a> {
    pub fn new(format: &'a [u8]) -> Directives<'a> {
        Directives { format, at: 0 }
    }

    /// The next part; `None` at the end.
    pub fn next_part(&mut self) -> Kernel<Option<Part<'a>>> {
        let rest = &self.format[self.at..];
        match rest.iter().position(|byte| *byte == b'%') {
            _ if rest.is_empty() => Ok(None),
            Some(0) => {
                self.at += 1;
                self.directive().map(|directive| Some(Part::Directive(directive)))
            }
            found => {
                let end = found.unwrap_or(rest.len());
                self.at += end;
                Ok(Some(Part::Literal(&rest[..end])))
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.format.get(self.at).copied()
    }

    fn directive(&mut self) -> Kernel<Directive<'a>> {
        let key = self.key()?;
        let mut flags = Flags::default();
        loop {
            match self.peek() {
                Some(b'-') => flags.left = true,
                Some(b'+') => flags.sign = true,
                Some(b' ') => flags.blank = true,
                Some(b'#') => flags.alternate = true,
                Some(b'0') => flags.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        let width = self.amount("width too big", i64::MAX)?;
        let mut precision = Amount::None;
        if self.peek() == Some(b'.') {
            self.at += 1;
            precision = match self.amount("precision too big", i32::MAX as i64)? {
                Amount::None => Amount::Given(0),
                amount => amount,
            };
        }
        if let Some(b'h' | b'l' | b'L') = self.peek() {
            self.at += 1;
        }
        let Some(lead) = self.peek() else {
            return incomplete();
        };
        let (kind, at) = (first_point(&self.format[self.at..]), self.at);
        self.at += self::width(lead);
        Ok(Directive {
            key,
            flags,
            width,
            precision,
            kind,
            at,
        })
    }

    /// A key in parentheses, which may hold balanced ones.
    fn key(&mut self) -> Kernel<Option<&'a [u8]>> {
        if self.peek() != Some(b'(') {
            return Ok(None);
        }
        let start = self.at + 1;
        let mut depth = 1;
        for (offset, byte) in self.format[start..].iter().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.at = start + offset + 1;
                return Ok(Some(&self.format[start..start + offset]));
            }
        }
        Err(Fault::value("incomplete format key"))
    }

    fn amount(&mut self, too_big: &'static str, most: i64) -> Kernel<Amount> {
        if self.peek() == Some(b'*') {
            self.at += 1;
            return Ok(Amount::Star);
        }
        let mut amount = Amount::None;
        let mut value = 0_i64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let next = value
                .checked_mul(10)
                .and_then(|all| all.checked_add((digit - b'0') as i64));
            value = match next.filter(|next| *next <= most) {
                Some(next) => next,
                None => return Err(Fault::value(too_big)),
            };
            amount = Amount::Given(usize::try_from(value).unwrap_or(usize::MAX));
            self.at += 1;
        }
        Ok(amount)
    }
}

impl Directive<'_> {
    /// The refusal of a kind that is none of Python's.
    pub fn unsupported(&self, format: &[u8]) -> Fault {
        let mut text = String::from("unsupported format character '");
        text.push(if (31..128).contains(&self.kind) {
            self.kind as u8 as char
        } else {
            '?'
        });
        text.push_str("' (0x");
        let digits = int::show_radix(WholeRef::Small(self.kind as i64), 16);
        text.extend(digits.iter().map(|digit| *digit as char));
        text.push_str(") at index ");
        push_number(&mut text, count_points(&format[..self.at]));
        Fault::value(text)
    }

    fn given(amount: Amount) -> Option<usize> {
        match amount {
            Amount::Given(value) => Some(value),
            _ => None,
        }
    }
}

/// Sign, prefix and digits within the width. `Star` amounts have been replaced by what the arguments say.
fn lay_out(
    out: &mut TextBuf,
    directive: &Directive,
    negative: bool,
    prefix: &[u8],
    digits: &[u8],
) -> Kernel<()> {
    let flags = directive.flags;
    let sign: &[u8] = match (negative, flags.sign, flags.blank) {
        (true, ..) => b"-",
        (_, true, _) => b"+",
        (_, _, true) => b" ",
        _ => b"",
    };
    let len = sign.len() + prefix.len() + digits.len();
    let gap = Directive::given(directive.width).unwrap_or(0).saturating_sub(len);
    if gap > 1 << 31 {
        return Err(Fault::Memory);
    }
    let (blanks, zeros) = match (flags.left, flags.zero) {
        (true, _) => (0, 0),
        (_, true) => (0, gap),
        _ => (gap, 0),
    };
    out.push_many(b' ' as u32, blanks);
    out.push_ascii(sign);
    out.push_ascii(prefix);
    out.push_many(b'0' as u32, zeros);
    out.push_ascii(digits);
    out.push_many(b' ' as u32, gap - blanks - zeros);
    Ok(())
}

/// `%d`, `%i`, `%u`, `%o`, `%x`, `%X`.
pub fn percent_int(out: &mut TextBuf, value: WholeRef, directive: &Directive, limit: usize) -> Kernel<()> {
    let negative = value.is_negative();
    let (radix, prefix): (_, &[u8]) = match directive.kind as u8 {
        b'o' => (8, b"0o"),
        b'x' => (16, b"0x"),
        b'X' => (16, b"0X"),
        _ => (10, b""),
    };
    let mut digits = if radix == 10 {
        let mut digits = int::show(value, limit)?;
        digits.drain(..negative as usize);
        digits
    } else {
        int::show_radix(value, radix)
    };
    if directive.kind == b'X' as u32 {
        digits.make_ascii_uppercase();
    }
    let least = Directive::given(directive.precision).unwrap_or(0);
    if least > i32::MAX as usize - 3 {
        return Err(Fault::overflow("precision too large"));
    }
    if least > digits.len() {
        let zeros = vec![b'0'; least - digits.len()];
        digits.splice(..0, zeros);
    }
    lay_out(
        out,
        directive,
        negative,
        if directive.flags.alternate { prefix } else { b"" },
        &digits,
    )
}

/// `%e`, `%E`, `%f`, `%F`, `%g`, `%G`.
pub fn percent_float(out: &mut TextBuf, value: f64, directive: &Directive) -> Kernel<()> {
    let precision = Directive::given(directive.precision).unwrap_or(6);
    let mut text = Vec::with_capacity(24);
    let (kind, alternate) = (directive.kind as u8, directive.flags.alternate);
    push_float(
        &mut text,
        value,
        Style {
            kind,
            precision,
            alternate,
            ..Style::default()
        },
    );
    let negative = text[0] == b'-';
    lay_out(out, directive, negative, b"", &text[negative as usize..])
}

/// `%s`, `%r`, `%a` and `%c`: text within the width, cut to the precision except for `%c`.
pub fn percent_text(out: &mut TextBuf, value: Text, directive: &Directive) -> Kernel<()> {
    let value = match Directive::given(directive.precision) {
        Some(most) if most < value.len && directive.kind != b'c' as u32 => value.slice(None, 0, most),
        _ => value,
    };
    let gap = Directive::given(directive.width)
        .unwrap_or(0)
        .saturating_sub(value.len);
    if gap > 1 << 31 {
        return Err(Fault::Memory);
    }
    let before = if directive.flags.left { 0 } else { gap };
    out.push_many(b' ' as u32, before);
    out.push_text(value);
    out.push_many(b' ' as u32, gap - before);
    Ok(())
}
