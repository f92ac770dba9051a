//! The item types of `array.array` and `memoryview`: how a value is kept in bytes.
use crate::error::{exc, PyErr, R};
use crate::int::Whole;
use crate::object::{Str, Value};
use crate::seq::position::{index_of, index_value, Index};

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Typecode(pub u8);

/// (least, greatest, what the OverflowErrors call it) of the types that are checked after conversion.
fn limits(code: u8) -> Option<(i64, i64, &'static str)> {
    Some(match code {
        b'b' => (i64::from(i8::MIN), i64::from(i8::MAX), "signed char"),
        b'B' => (0, i64::from(u8::MAX), "unsigned byte integer"),
        b'h' => (i64::from(i16::MIN), i64::from(i16::MAX), "signed short integer"),
        b'H' => (0, i64::from(u16::MAX), "unsigned short"),
        b'i' => (i64::from(i32::MIN), i64::from(i32::MAX), "signed integer"),
        b'l' | b'q' => (i64::MIN, i64::MAX, "signed integer"),
        _ => return None,
    })
}

/// The C type that CPython converts through on the way.
fn passed_as(code: u8) -> u8 {
    match code {
        b'b' => b'h',
        b'H' => b'i',
        code => code,
    }
}

#[cold]
fn overflow(text: &str) -> PyErr {
    exc::OverflowError.err(text)
}

impl Typecode {
    /// The typecode of `array(typecode)`.
    pub fn find(code: u32) -> Option<Typecode> {
        let code = u8::try_from(code).ok()?;
        b"bBuhHiIlLqQfd".contains(&code).then_some(Typecode(code))
    }

    pub fn text(self) -> &'static str {
        const ALL: &str = "bBuhHiIlLqQfd";
        let at = ALL.bytes().position(|code| code == self.0).unwrap_or(1);
        &ALL[at..at + 1]
    }

    pub fn size(self) -> usize {
        match self.0 {
            b'b' | b'B' => 1,
            b'h' | b'H' => 2,
            b'i' | b'I' | b'f' | b'u' => 4,
            _ => 8,
        }
    }

    /// The item kept in `size()` bytes.
    pub fn decode(self, bytes: &[u8]) -> Value {
        let mut raw = [0; 8];
        raw[..bytes.len()].copy_from_slice(bytes);
        let word = u64::from_le_bytes(raw);
        match self.0 {
            b'b' => Value::Int(i64::from(word as i8)),
            b'h' => Value::Int(i64::from(word as i16)),
            b'i' => Value::Int(i64::from(word as i32)),
            b'l' | b'q' => Value::Int(word as i64),
            b'f' => Value::Float(f64::from(f32::from_bits(word as u32))),
            b'd' => Value::Float(f64::from_bits(word)),
            b'u' => Value::from(Str::from_code(word as u32)),
            _ => Value::from(Whole::from_u64(word)),
        }
    }

    /// The bytes of an item; the first `size()` of them count.
    pub fn encode(self, x: &Value) -> R<[u8; 8]> {
        let word = match self.0 {
            b'f' => u64::from((self.number(x)? as f32).to_bits()),
            b'd' => self.number(x)?.to_bits(),
            b'u' => match x.unwrapped().as_str() {
                Some(text) if text.chars() == 1 => u64::from(crate::text::first_point(text.bytes())),
                _ => return Err(exc::TypeError.err("array item must be unicode character")),
            },
            b'L' | b'Q' => self.unsigned(x)?,
            b'I' => {
                let number = self.unsigned(x)?;
                if number > u64::from(u32::MAX) {
                    return Err(overflow("unsigned int is greater than maximum"));
                }
                number
            }
            code => {
                let Some(index) = index_of(x)? else {
                    return Err(x.type_error("' object cannot be interpreted as an integer"));
                };
                let number = match index {
                    Index::Fits(number) => number,
                    Index::Huge { .. } if code == b'q' => return Err(overflow("int too big to convert")),
                    Index::Huge { .. } => {
                        return Err(overflow("Python int too large to convert to C long"));
                    }
                };
                for (least, most, name) in [limits(passed_as(code)), limits(code)].into_iter().flatten() {
                    if number < least {
                        return Err(overflow(&crate::join![name, " is less than minimum"]));
                    }
                    if number > most {
                        return Err(overflow(&crate::join![name, " is greater than maximum"]));
                    }
                }
                number as u64
            }
        };
        Ok(word.to_le_bytes())
    }

    fn number(self, x: &Value) -> R<f64> {
        match crate::numbers::float_value(x)? {
            Some(number) => Ok(number),
            None => {
                Err(exc::TypeError.err(crate::join!["must be real number, not ", x.type_name().as_str()]))
            }
        }
    }

    fn not_unsigned(self, negative: bool) -> PyErr {
        overflow(match (self.0, negative) {
            (b'Q', true) => "can't convert negative int to unsigned",
            (b'Q', false) => "int too big to convert",
            (_, true) => "can't convert negative value to unsigned int",
            (_, false) => "Python int too large to convert to C unsigned long",
        })
    }

    fn unsigned(self, x: &Value) -> R<u64> {
        let Some(number) = index_value(x)? else {
            return Err(x.type_error("' object cannot be interpreted as an integer"));
        };
        match index_of(&number)? {
            Some(Index::Fits(v)) if v >= 0 => Ok(v as u64),
            Some(Index::Huge { negative: false }) => {
                // Halved, it fits if it is below 2**64.
                let half = number.rshift(&Value::Int(1))?;
                let odd = number.bitand(&Value::Int(1))?;
                match (half, odd) {
                    (Value::Int(half), Value::Int(odd)) => Ok((half as u64) << 1 | odd as u64),
                    _ => Err(self.not_unsigned(false)),
                }
            }
            _ => Err(self.not_unsigned(true)),
        }
    }
}
