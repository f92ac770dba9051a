//! Answers questions about the kernels over a pipe, for tests/tools/kernels_vs_cpython.py.
//!
//! A line is an operation and its arguments, parted by blanks: `i:12` an int, `f:` and the sixteen hexadecimal
//! digits of a float's bits, `s:` and `b:` a str's or bytes' contents in hexadecimal, `n:` nothing. The answer has the
//! same form, several values parted by commas, or `!Class: message`.

mod float_ops;
mod format_ops;
mod int_ops;
mod text_ops;

use py::fault::{Fault, Kernel};
use py::int::{BigInt, Whole, WholeRef};
use py::text::{Text, TextBuf};
use std::io::{BufRead, Write};

pub enum Arg {
    Int(Whole),
    Float(f64),
    Str(Vec<u8>),
    Bytes(Vec<u8>),
    None,
}

fn unhex(text: &str) -> Vec<u8> {
    let digit = |byte: u8| (byte as char).to_digit(16).expect("hexadecimal") as u8;
    text.as_bytes()
        .chunks(2)
        .map(|pair| digit(pair[0]) << 4 | digit(pair[1]))
        .collect()
}

impl Arg {
    fn read(text: &str) -> Arg {
        let (kind, body) = text.split_at(2);
        match kind {
            "i:" => Arg::Int(match body.parse() {
                Ok(small) => Whole::Small(small),
                Err(_) => Whole::from_big(body.parse::<BigInt>().expect("an int")),
            }),
            "f:" => Arg::Float(f64::from_bits(u64::from_str_radix(body, 16).expect("a float"))),
            "s:" => Arg::Str(unhex(body)),
            "b:" => Arg::Bytes(unhex(body)),
            _ => Arg::None,
        }
    }

    pub fn int(&self) -> WholeRef<'_> {
        match self {
            Arg::Int(value) => value.by_ref(),
            _ => panic!("int expected"),
        }
    }

    pub fn small(&self) -> i64 {
        self.int().to_i64().expect("a small int")
    }

    pub fn float(&self) -> f64 {
        match self {
            Arg::Float(value) => *value,
            _ => panic!("float expected"),
        }
    }

    pub fn text(&self) -> Text<'_> {
        Text::new(self.bytes())
    }

    pub fn bytes(&self) -> &[u8] {
        match self {
            Arg::Str(bytes) | Arg::Bytes(bytes) => bytes,
            _ => panic!("text expected"),
        }
    }

    pub fn str(&self) -> &str {
        std::str::from_utf8(self.bytes()).expect("no surrogates")
    }

    pub fn is_none(&self) -> bool {
        matches!(self, Arg::None)
    }
}

/// What an operation answers, ready to be printed.
pub type Answer = Kernel<String>;

/// Something that has a place on the wire.
pub trait Wire {
    fn wire(&self) -> String;
}

impl Wire for Whole {
    fn wire(&self) -> String {
        match self {
            Whole::Small(value) => format!("i:{value}"),
            Whole::Big(value) => {
                assert!(i64::try_from(value).is_err(), "a big int that is small");
                format!("i:{value}")
            }
        }
    }
}

impl Wire for i64 {
    fn wire(&self) -> String {
        format!("i:{self}")
    }
}

impl Wire for usize {
    fn wire(&self) -> String {
        format!("i:{self}")
    }
}

impl Wire for bool {
    fn wire(&self) -> String {
        format!("i:{}", *self as u8)
    }
}

impl Wire for f64 {
    fn wire(&self) -> String {
        if self.is_nan() {
            return "f:nan".to_string();
        }
        format!("f:{:016x}", self.to_bits())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Wire for TextBuf {
    fn wire(&self) -> String {
        self.as_text().wire()
    }
}

impl Wire for Text<'_> {
    fn wire(&self) -> String {
        assert_eq!(self.len, py::text::count_points(self.bytes), "a wrong length");
        format!("s:{}", hex(self.bytes))
    }
}

impl Wire for Vec<u8> {
    fn wire(&self) -> String {
        format!("b:{}", hex(self))
    }
}

impl Wire for &[u8] {
    fn wire(&self) -> String {
        format!("b:{}", hex(self))
    }
}

impl Wire for String {
    fn wire(&self) -> String {
        format!("s:{}", hex(self.as_bytes()))
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn wire(&self) -> String {
        format!("{},{}", self.0.wire(), self.1.wire())
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn wire(&self) -> String {
        self.iter().map(T::wire).collect::<Vec<_>>().join(",")
    }
}

impl<T: Wire> Wire for Option<T> {
    fn wire(&self) -> String {
        self.as_ref().map_or("n:".to_string(), T::wire)
    }
}

pub fn ok(value: impl Wire) -> Answer {
    Ok(value.wire())
}

fn explain(fault: Fault, args: &[Arg]) -> String {
    match &fault {
        Fault::Encode(inner) => {
            let (start, end) = (inner.start, inner.end);
            let line = py::text::encode_message(args[0].text(), inner.encoding, start, end, inner.reason);
            format!("!UnicodeEncodeError: {}", hex(line.as_bytes()))
        }
        Fault::Decode(inner) => {
            let (start, end) = (inner.start, inner.end);
            let bytes = &args[0].bytes()[inner.skip..];
            let line = py::text::decode_message(bytes, inner.encoding, start, end, inner.reason);
            format!("!UnicodeDecodeError: {}", hex(line.as_bytes()))
        }
        _ => {
            let (class, text) = fault.parts();
            format!("!{class}: {}", hex(text.as_bytes()))
        }
    }
}

fn main() {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line");
        let mut words = line.split(' ');
        let op = words.next().unwrap_or("");
        let args: Vec<Arg> = words.map(Arg::read).collect();
        let families = [
            int_ops::answer,
            float_ops::answer,
            text_ops::answer,
            format_ops::answer,
        ];
        let reply = match families.iter().find_map(|family| family(op, &args)) {
            Some(Ok(text)) => text,
            Some(Err(fault)) => explain(fault, &args),
            None => format!("?{op}"),
        };
        writeln!(out, "{reply}").expect("a reader");
    }
}
