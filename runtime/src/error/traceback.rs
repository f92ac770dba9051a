//! The object behind `e.__traceback__`: it says that the exception was raised, not where.
use crate::object::{PyObject, Ref, TypeInfo, Value};

pub struct Traceback(());

pub static TRACEBACK: TypeInfo = TypeInfo::plain("traceback");

impl Traceback {
    pub fn value() -> Value {
        Ref::new(Traceback(())).value()
    }
}

impl PyObject for Traceback {
    const TYPE: &'static TypeInfo = &TRACEBACK;
}
