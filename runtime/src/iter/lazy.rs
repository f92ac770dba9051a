//! `Lazy`: an iterator of the runtime whose step is a closure (itertools, map, filter, …).
use crate::error::{exc, R};
use crate::iter::{iterator_method, Iter};
use crate::object::{Method, PyObject, Ref, Sym, TypeInfo, Value};
use std::cell::RefCell;

type Advance = Box<dyn FnMut() -> R<Option<Value>>>;

pub struct Lazy {
    info: &'static TypeInfo,
    /// None while the step runs, and after the end.
    step: RefCell<Option<Advance>>,
}

static LAZY: TypeInfo = TypeInfo {
    method: iterator_method,
    ..TypeInfo::plain("iterator")
};

impl Lazy {
    /// An iterator of type `info` that asks `step` for each item; after None it is not asked again.
    pub fn value(info: &'static TypeInfo, step: impl FnMut() -> R<Option<Value>> + 'static) -> Value {
        Ref::new(Lazy {
            info,
            step: RefCell::new(Some(Box::new(step))),
        })
        .value()
    }

    /// The `method` entry of the TypeInfo of such a type.
    pub fn method(name: Sym) -> Option<Method> {
        iterator_method(name)
    }
}

impl PyObject for Lazy {
    const TYPE: &'static TypeInfo = &LAZY;

    fn own_type(this: &Ref<Self>) -> &'static TypeInfo {
        this.info
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Object(this.value())))
    }
    fn is_iterator(_: &Ref<Self>) -> bool {
        true
    }
    fn next(this: &Ref<Self>) -> R<Option<Value>> {
        let Some(mut step) = this.step.take() else {
            return Ok(None);
        };
        let item = step();
        // An error ends nothing: the next call goes on where CPython's would.
        if !matches!(item, Ok(None)) {
            *this.step.borrow_mut() = Some(step);
        }
        match item {
            // A function that the step calls may end the iteration so.
            Err(e) if e.is(&exc::StopIteration) => Ok(None),
            item => item,
        }
    }
}
