//! `Attrs`: the ordered attribute table of an instance, class, module or function.
use crate::object::{Sym, Value};
use std::cell::RefCell;
use std::collections::HashMap;

/// Up to this many names a linear scan is fastest.
const SMALL: usize = 8;

pub struct Attrs(RefCell<Table>);

struct Table {
    entries: Vec<(Sym, Value)>,
    /// Position of each name, once there are more than `SMALL`.
    index: Option<Box<HashMap<Sym, usize>>>,
}

impl Table {
    fn find(&self, name: Sym) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(&name).copied(),
            None => self.entries.iter().position(|(n, _)| *n == name),
        }
    }
}

impl Attrs {
    pub const fn new() -> Attrs {
        Attrs(RefCell::new(Table {
            entries: Vec::new(),
            index: None,
        }))
    }

    pub fn get(&self, name: Sym) -> Option<Value> {
        let table = self.0.borrow();
        table.find(name).map(|at| table.entries[at].1.clone())
    }

    /// Stores a value; a new name goes to the end.
    pub fn set(&self, name: Sym, value: Value) {
        let mut table = self.0.borrow_mut();
        let old = match table.find(name) {
            Some(at) => std::mem::replace(&mut table.entries[at].1, value),
            None => {
                let at = table.entries.len();
                table.entries.push((name, value));
                if let Some(index) = &mut table.index {
                    index.insert(name, at);
                } else if at >= SMALL {
                    table.index = Some(Box::new(
                        table.entries.iter().enumerate().map(|(i, e)| (e.0, i)).collect(),
                    ));
                }
                Value::Unset
            }
        };
        // The old value may run user code when it goes: not under the borrow.
        drop(table);
        drop(old);
    }

    pub fn remove(&self, name: Sym) -> Option<Value> {
        let mut table = self.0.borrow_mut();
        let at = table.find(name)?;
        let (_, value) = table.entries.remove(at);
        if table.index.is_some() {
            table.index = Some(Box::new(
                table.entries.iter().enumerate().map(|(i, e)| (e.0, i)).collect(),
            ));
        }
        Some(value)
    }

    pub fn len(&self) -> usize {
        self.0.borrow().entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn clear(&self) {
        let old = std::mem::replace(
            &mut *self.0.borrow_mut(),
            Table {
                entries: Vec::new(),
                index: None,
            },
        );
        drop(old);
    }

    /// A snapshot in insertion order.
    pub fn entries(&self) -> Vec<(Sym, Value)> {
        self.0.borrow().entries.clone()
    }
}

impl Default for Attrs {
    fn default() -> Attrs {
        Attrs::new()
    }
}
