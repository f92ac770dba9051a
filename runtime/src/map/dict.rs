//! `dict`.
use crate::object::{PyObject, Ref, Str, TypeInfo, Value};
use std::cell::RefCell;

pub struct Dict {
    entries: RefCell<Vec<(Value, Value)>>,
}

pub static DICT: TypeInfo = TypeInfo {
    subclassable: true,
    ..TypeInfo::plain("dict")
};

impl Dict {
    #[allow(clippy::new_ret_no_self)]
    pub fn new() -> Ref<Dict> {
        Ref::new(Dict {
            entries: RefCell::new(Vec::new()),
        })
    }
    /// Stores under a string key, which cannot fail.
    pub fn set_str(&self, key: &Str, value: Value) {
        self.entries.borrow_mut().push((Value::from(key.clone()), value));
    }
}

impl PyObject for Dict {
    const TYPE: &'static TypeInfo = &DICT;
}
