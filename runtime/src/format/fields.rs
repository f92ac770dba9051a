//! The replacement fields of `str.format`: where they are, how they are named and numbered.

use crate::fault::{Fault, Kernel};
use crate::text::{first_point, width};

/// A replacement field: `{name!conversion:spec}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field<'a> {
    pub name: &'a [u8],
    /// The letter after `!`, zero when there is none.
    pub conversion: u32,
    pub spec: &'a [u8],
    /// The specification holds fields of its own.
    pub nested: bool,
}

/// Text, and the field that follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    pub literal: &'a [u8],
    pub field: Option<Field<'a>>,
}

/// The pieces of a format string, one by one.
pub struct Fields<'a> {
    rest: &'a [u8],
}

fn refuse<T>(text: &'static str) -> Kernel<T> {
    Err(Fault::Value(text.into()))
}

impl<'a> Fields<'a> {
    pub fn new(format: &'a [u8]) -> Fields<'a> {
        Fields { rest: format }
    }

    /// The next piece; `None` at the end.
    pub fn next_piece(&mut self) -> Kernel<Option<Piece<'a>>> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let Some(at) = self.rest.iter().position(|byte| matches!(byte, b'{' | b'}')) else {
            let literal = std::mem::take(&mut self.rest);
            return Ok(Some(Piece { literal, field: None }));
        };
        let (brace, next) = (self.rest[at], self.rest.get(at + 1));
        if next == Some(&brace) {
            // A doubled brace stands for itself.
            let literal = &self.rest[..=at];
            self.rest = &self.rest[at + 2..];
            return Ok(Some(Piece { literal, field: None }));
        }
        if brace == b'}' {
            return refuse("Single '}' encountered in format string");
        }
        if next.is_none() {
            return refuse("Single '{' encountered in format string");
        }
        let literal = &self.rest[..at];
        self.rest = &self.rest[at + 1..];
        let field = self.field()?;
        Ok(Some(Piece {
            literal,
            field: Some(field),
        }))
    }

    /// Reads a field after its opening brace.
    fn field(&mut self) -> Kernel<Field<'a>> {
        let text = self.rest;
        let mut at = 0;
        let end = loop {
            match text.get(at) {
                None => return refuse("expected '}' before end of string"),
                Some(b'{') => return refuse("unexpected '{' in field name"),
                Some(b'[') => {
                    at += 1;
                    while text.get(at).is_some_and(|byte| *byte != b']') {
                        at += 1;
                    }
                }
                Some(b'}' | b':' | b'!') => break text[at],
                Some(_) => at += 1,
            }
        };
        let mut field = Field {
            name: &text[..at],
            conversion: 0,
            spec: b"",
            nested: false,
        };
        at += 1;
        if end == b'!' {
            let Some(lead) = text.get(at) else {
                return refuse("end of string while looking for conversion specifier");
            };
            field.conversion = first_point(&text[at..]);
            at += width(*lead);
            match text.get(at) {
                Some(b'}') => {
                    self.rest = &text[at + 1..];
                    return Ok(field);
                }
                Some(b':') => at += 1,
                Some(_) => return refuse("expected ':' after conversion specifier"),
                None => return refuse("unmatched '{' in format spec"),
            }
        } else if end == b'}' {
            self.rest = &text[at..];
            return Ok(field);
        }
        let mut depth = 1;
        for (offset, byte) in text[at..].iter().enumerate() {
            match byte {
                b'{' => {
                    field.nested = true;
                    depth += 1;
                }
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                field.spec = &text[at..at + offset];
                self.rest = &text[at + offset + 1..];
                return Ok(field);
            }
        }
        refuse("unmatched '{' in format spec")
    }
}

/// Whether fields are numbered by hand or by themselves; one format string may not mix the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AutoNumber {
    #[default]
    Undecided,
    Manual,
    Next(usize),
}

/// Which argument a field begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First<'a> {
    Index(usize),
    Key(&'a [u8]),
}

/// One step from the argument towards the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    Attribute(&'a [u8]),
    Index(usize),
    Key(&'a [u8]),
}

/// A field's name, taken apart: `0.attribute[key]`.
pub struct FieldName<'a> {
    pub first: First<'a>,
    rest: &'a [u8],
}

/// A whole number, `None` for text that is not all digits.
fn number(text: &[u8]) -> Kernel<Option<usize>> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut value = 0_i64;
    let mut rest = text;
    while !rest.is_empty() {
        let Some(digit) = crate::text::decimal_value(first_point(rest)) else {
            return Ok(None);
        };
        let next = value
            .checked_mul(10)
            .and_then(|all| all.checked_add(digit as i64));
        value = next.ok_or_else(|| Fault::value("Too many decimal digits in format string"))?;
        rest = &rest[width(rest[0])..];
    }
    Ok(Some(usize::try_from(value).unwrap_or(usize::MAX)))
}

impl<'a> FieldName<'a> {
    pub fn parse(name: &'a [u8], numbering: &mut AutoNumber) -> Kernel<FieldName<'a>> {
        let end = name
            .iter()
            .position(|byte| matches!(byte, b'.' | b'['))
            .unwrap_or(name.len());
        let (first, rest) = name.split_at(end);
        let given = number(first)?;
        if first.is_empty() {
            let index = match *numbering {
                AutoNumber::Manual => {
                    return refuse(
                        "cannot switch from manual field specification to automatic field numbering",
                    )
                }
                AutoNumber::Undecided => 0,
                AutoNumber::Next(index) => index,
            };
            *numbering = AutoNumber::Next(index + 1);
            return Ok(FieldName {
                first: First::Index(index),
                rest,
            });
        }
        let Some(index) = given else {
            return Ok(FieldName {
                first: First::Key(first),
                rest,
            });
        };
        if matches!(numbering, AutoNumber::Next(_)) {
            return refuse("cannot switch from automatic field numbering to manual field specification");
        }
        *numbering = AutoNumber::Manual;
        Ok(FieldName {
            first: First::Index(index),
            rest,
        })
    }

    /// The next attribute or item; `None` at the end.
    pub fn next_step(&mut self) -> Kernel<Option<Step<'a>>> {
        let Some((mark, rest)) = self.rest.split_first() else {
            return Ok(None);
        };
        let empty = "Empty attribute in format string";
        match mark {
            b'.' => {
                let end = rest
                    .iter()
                    .position(|byte| matches!(byte, b'.' | b'['))
                    .unwrap_or(rest.len());
                let (name, rest) = rest.split_at(end);
                if name.is_empty() {
                    return refuse(empty);
                }
                self.rest = rest;
                Ok(Some(Step::Attribute(name)))
            }
            b'[' => {
                let Some(end) = rest.iter().position(|byte| *byte == b']') else {
                    return refuse("Missing ']' in format string");
                };
                let key = &rest[..end];
                let index = number(key)?;
                if key.is_empty() {
                    return refuse(empty);
                }
                self.rest = &rest[end + 1..];
                Ok(Some(index.map_or(Step::Key(key), Step::Index)))
            }
            _ => refuse("Only '.' or '[' may follow ']' in format field specifier"),
        }
    }
}

/// The refusal of a conversion other than `r`, `s` and `a`.
pub fn unknown_conversion(conversion: u32) -> Fault {
    let mut text = String::from("Unknown conversion specifier ");
    if (33..127).contains(&conversion) {
        text.push(conversion as u8 as char);
    } else {
        text.push_str("\\x");
        let digits = crate::int::show_radix(crate::int::WholeRef::Small(conversion as i64), 16);
        text.extend(digits.iter().map(|digit| *digit as char));
    }
    Fault::value(text)
}

/// The refusal of a positional field that has no argument.
pub fn index_out_of_range(index: usize) -> Fault {
    let mut text = String::from("Replacement index ");
    crate::int::push_number(&mut text, index);
    text.push_str(" out of range for positional args tuple");
    Fault::Index(text.into())
}
