//! Failures of the kernels as Python exceptions.
use crate::error::{exc, PyErr};
use crate::fault::Fault;
use crate::object::{Str, Value};
use std::borrow::Cow;

fn text(text: Cow<'static, str>) -> Str {
    match text {
        Cow::Borrowed(text) => Str::fixed(text),
        Cow::Owned(text) => Str::from(text),
    }
}

impl From<Fault> for PyErr {
    #[cold]
    fn from(fault: Fault) -> PyErr {
        match fault {
            Fault::Value(t) => exc::ValueError.err(text(t)),
            // C's ERANGE, which CPython raises with a pair of arguments.
            Fault::Overflow(t) if t.starts_with("(34,") => exc::OverflowError.own_err(vec![
                Value::Int(34),
                Value::from(Str::fixed("Numerical result out of range")),
            ]),
            Fault::Overflow(t) => exc::OverflowError.err(text(t)),
            Fault::ZeroDivision(t) => exc::ZeroDivisionError.err(Str::fixed(t)),
            Fault::Type(t) => exc::TypeError.err(text(t)),
            Fault::Index(t) => exc::IndexError.err(text(t)),
            Fault::Lookup(t) => exc::LookupError.err(text(t)),
            Fault::Memory => exc::MemoryError.bare_err(),
            Fault::Encode(fault) => exc::UnicodeEncodeError.err(fault.reason),
            Fault::Decode(fault) => exc::UnicodeDecodeError.err(fault.reason),
        }
    }
}
