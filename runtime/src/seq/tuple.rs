//! `tuple`.
use crate::error::R;
use crate::iter::Iter;
use crate::object::{PyObject, Ref, TypeInfo, Value};

pub struct Tuple {
    items: Box<[Value]>,
}

pub static TUPLE: TypeInfo = TypeInfo {
    sequence: true,
    subclassable: true,
    ..TypeInfo::plain("tuple")
};

impl Tuple {
    pub fn value(items: Vec<Value>) -> Value {
        Ref::new(Tuple {
            items: items.into_boxed_slice(),
        })
        .into()
    }
    #[inline]
    pub fn items(&self) -> &[Value] {
        &self.items
    }
}

impl PyObject for Tuple {
    const TYPE: &'static TypeInfo = &TUPLE;
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(this.items.len()))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Tuple {
            tuple: this.clone(),
            at: 0,
        }))
    }
}
