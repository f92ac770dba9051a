//! `list`.
use crate::error::R;
use crate::iter::Iter;
use crate::object::{PyObject, Ref, TypeInfo, Value};
use std::cell::RefCell;

pub struct List {
    items: RefCell<Vec<Value>>,
}

pub static LIST: TypeInfo = TypeInfo {
    sequence: true,
    subclassable: true,
    ..TypeInfo::plain("list")
};

impl List {
    pub fn new(items: Vec<Value>) -> Ref<List> {
        Ref::new(List {
            items: RefCell::new(items),
        })
    }
    pub fn value(items: Vec<Value>) -> Value {
        List::new(items).into()
    }
    #[inline]
    pub fn get(&self, i: usize) -> Option<Value> {
        self.items.borrow().get(i).cloned()
    }
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    pub fn push(&self, item: Value) {
        self.items.borrow_mut().push(item);
    }
}

impl PyObject for List {
    const TYPE: &'static TypeInfo = &LIST;
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(List::len(this)))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::List {
            list: this.clone(),
            at: 0,
        }))
    }
}
