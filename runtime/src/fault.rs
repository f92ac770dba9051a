//! Failures of the kernels (numbers, text, formatting), which know nothing of Python objects.
//! Each carries CPython's exact message; the object core turns it into the exception of the same name.

use std::borrow::Cow;

/// What went wrong in a kernel. The variant names the Python exception class.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    Value(Cow<'static, str>),
    Overflow(Cow<'static, str>),
    ZeroDivision(&'static str),
    Type(Cow<'static, str>),
    Index(Cow<'static, str>),
    Lookup(Cow<'static, str>),
    Memory,
    Encode(Box<CodecFault>),
    Decode(Box<CodecFault>),
}

/// The attributes of a UnicodeEncodeError or UnicodeDecodeError.
/// Positions count code points when encoding and bytes when decoding.
#[derive(Debug, Clone, PartialEq)]
pub struct CodecFault {
    pub encoding: &'static str,
    pub start: usize,
    pub end: usize,
    /// How many bytes of the input, a byte order mark, are no part of the error's object.
    pub skip: usize,
    pub reason: &'static str,
}

pub type Kernel<T> = Result<T, Fault>;

impl Fault {
    #[cold]
    pub fn value(text: impl Into<Cow<'static, str>>) -> Fault {
        Fault::Value(text.into())
    }

    #[cold]
    pub fn overflow(text: impl Into<Cow<'static, str>>) -> Fault {
        Fault::Overflow(text.into())
    }

    #[cold]
    pub fn type_(text: impl Into<Cow<'static, str>>) -> Fault {
        Fault::Type(text.into())
    }

    /// The exception class's name and message, for tests and for the fallback report.
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            Fault::Value(text) => ("ValueError", text),
            Fault::Overflow(text) => ("OverflowError", text),
            Fault::ZeroDivision(text) => ("ZeroDivisionError", text),
            Fault::Type(text) => ("TypeError", text),
            Fault::Index(text) => ("IndexError", text),
            Fault::Lookup(text) => ("LookupError", text),
            Fault::Memory => ("MemoryError", ""),
            Fault::Encode(fault) => ("UnicodeEncodeError", fault.reason),
            Fault::Decode(fault) => ("UnicodeDecodeError", fault.reason),
        }
    }
}
